import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keptWords, type KeptWords } from '../../shared/contract/safety.ts';
import { Button } from './button.tsx';
import { saveAll } from './closing.ts';
import { EditableDay } from './editable-day.tsx';
import { EditableText } from './editable-text.tsx';
import { KeptWordsBar } from './kept-words-bar.tsx';
import { keepWords, useKeptWords } from './kept-words.ts';
import { openAnew } from './opened-anew.ts';
import { Popover } from './popover.tsx';
import { SavedField } from './saved-field.tsx';
import { answerBy, show } from './testing.tsx';

const saved = vi.fn();
let isRefused = true;
let leaves: (() => void)[] = [];

const save = async (text: string) => {
  saved(text);
  await Promise.resolve();
  return !isRefused;
};

beforeEach(() => {
  saved.mockClear();
  isRefused = true;
  answerBy(() => ({ ok: false, code: 'disk_full', message: '' }));
  leaves = [show(<KeptWordsBar />)];
});
afterEach(() => {
  for (const leave of leaves) leave();
  useKeptWords.setState({ kept: [] });
});

/** A page with one field; what comes back takes it away, as another page or tab does. */
function openPage(field: React.ReactNode): () => void {
  const leave = show(
    <>
      <h1>Alder</h1>
      {field}
    </>,
  );
  leaves.push(leave);
  return leave;
}

const bar = page.getByRole('complementary', { name: 'Words that are not saved' });
const letter = page.getByRole('textbox', { name: 'Letter' });

test('words whose save is refused when the page goes stay in sight, and are saved from there', async () => {
  const leave = openPage(<EditableText label="Letter" value="" placeholder="Write" onCommit={save} />);
  await page.getByRole('button', { name: 'Letter: Write' }).click();
  await letter.fill('Dear all');
  leave();
  await expect.element(bar.getByText('Not saved: Alder, Letter')).toBeVisible();
  await expect.element(bar.getByText('Dear all')).toBeVisible();
  expect(await saveAll()).toBe(false);
  await bar.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => saved).toHaveBeenCalledTimes(3);
  await expect.element(bar.getByText('Dear all')).toBeVisible();
  isRefused = false;
  await bar.getByRole('button', { name: 'Try again' }).click();
  await expect.element(bar).not.toBeInTheDocument();
  expect(saved).toHaveBeenLastCalledWith('Dear all');
  expect(await saveAll()).toBe(true);
});

test('words that are refused are kept on the disk, so that the window closes, and come back after a new start', async () => {
  let onDisk: KeptWords[] = [];
  answerBy((name, input) => {
    if (name === 'safety.keepWords') onDisk = [keptWords.parse(input)];
    if (name === 'safety.forgetWords') onDisk = [];
    return { ok: true, value: name === 'safety.keptWords' ? { kept: onDisk } : {} };
  });
  const leave = openPage(<EditableText label="Letter" value="" placeholder="Write" onCommit={save} />);
  await page.getByRole('button', { name: 'Letter: Write' }).click();
  await letter.fill('Dear all');
  leave();
  await expect.element(bar.getByText('Dear all')).toBeVisible();
  expect(await saveAll()).toBe(true);
  for (const gone of leaves) gone();
  useKeptWords.setState({ kept: [] });
  leaves = [show(<KeptWordsBar />)];
  await expect.element(bar.getByText('Not saved: Alder, Letter')).toBeVisible();
  await expect.element(bar.getByText(/copy them to where they belong/)).toBeVisible();
  await expect.element(bar.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  await bar.getByRole('button', { name: 'Discard these words' }).click();
  await expect.element(bar).not.toBeInTheDocument();
  await expect.poll(() => onDisk).toEqual([]);
});

test('words that lie in a file that was replaced are kept again in the one that is opened anew', async () => {
  const kept: string[] = [];
  answerBy((name, input) => {
    if (name === 'safety.keepWords') kept.push(keptWords.parse(input).words);
    return { ok: true, value: name === 'safety.keptWords' ? { kept: [] } : {} };
  });
  keepWords({
    place: 'Alder',
    record: null,
    label: 'Letter',
    words: 'Dear all',
    problem: 'Too long',
    save: () => save(''),
  });
  await expect.element(bar.getByText('Dear all')).toBeVisible();
  await expect.poll(() => useKeptWords.getState().kept[0]?.isOnDisk).toBe(true);
  expect(await saveAll()).toBe(true);
  expect(kept).toEqual(['Dear all']);
  await openAnew();
  // The bar may be heard a moment after it is seen.
  await expect.poll(() => saveAll().then(() => kept)).toEqual(['Dear all', 'Dear all']);
  expect(await saveAll()).toBe(true);
  expect(kept).toHaveLength(2);
});

test('newer words of the same field that are saved take the place of those that were refused', async () => {
  const letterOfRecord = (
    <div data-record="handoff">
      <EditableText label="Letter" value="" placeholder="Write" onCommit={save} />
    </div>
  );
  const leave = openPage(letterOfRecord);
  await page.getByRole('button', { name: 'Letter: Write' }).click();
  await letter.fill('Dear all');
  leave();
  await expect.element(bar.getByText('Dear all')).toBeVisible();
  isRefused = false;
  openPage(letterOfRecord);
  await page.getByRole('button', { name: 'Letter: Write' }).click();
  await letter.fill('Dear Marina');
  await userEvent.keyboard('{Enter}');
  await expect.element(bar).not.toBeInTheDocument();
  expect(await saveAll()).toBe(true);
  expect(saved).toHaveBeenLastCalledWith('Dear Marina');
});

test('words of one record are not let go with those of another under the same label', async () => {
  const field = (id: string) => (
    <div data-record={id}>
      <SavedField label="Task" saved="" onSave={save} />
    </div>
  );
  const task = page.getByRole('textbox', { name: 'Task' });
  for (const id of ['first', 'second']) {
    const leave = openPage(field(id));
    await task.fill(`Words of the ${id}`);
    leave();
    await expect.element(bar.getByText(`Words of the ${id}`)).toBeVisible();
  }
  isRefused = false;
  openPage(field('second'));
  await task.fill('Newer words');
  await userEvent.keyboard('{Enter}');
  await expect.element(bar.getByText('Words of the second')).not.toBeInTheDocument();
  await expect.element(bar.getByText('Words of the first')).toBeVisible();
});

test('words that are saved when the page goes are not kept', async () => {
  isRefused = false;
  const leave = openPage(<SavedField label="Letter" saved="" onSave={save} />);
  await letter.fill('Dear all');
  leave();
  await expect.poll(() => saved).toHaveBeenCalledExactlyOnceWith('Dear all');
  expect(await saveAll()).toBe(true);
  expect(useKeptWords.getState().kept).toEqual([]);
});

test('a window that closes waits for the field that has just gone', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const leave = openPage(<SavedField label="Letter" saved="" onSave={() => promise} />);
  await letter.fill('Dear all');
  leave();
  await expect.poll(() => document.querySelector('h1')).toBeNull();
  const closing = saveAll();
  resolve(false);
  expect(await closing).toBe(false);
  await expect.element(bar.getByText('Dear all')).toBeVisible();
});

test('words that cannot be saved as they are say why, and are let go', async () => {
  const problemOf = (text: string) => (text === '0' ? 'Not none' : undefined);
  const leave = openPage(<SavedField label="Clients" saved="8" onSave={save} problemOf={problemOf} />);
  await page.getByRole('textbox', { name: 'Clients' }).fill('0');
  leave();
  await expect.element(bar.getByText('Not none')).toBeVisible();
  await expect.element(bar.getByRole('button', { name: 'Copy' })).toBeVisible();
  await expect.element(bar.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  expect(saved).not.toHaveBeenCalled();
  await bar.getByRole('button', { name: 'Discard these words' }).click();
  await expect.element(bar).not.toBeInTheDocument();
});

const pressOutside = () => page.getByText('Alder', { exact: true }).click({ force: true });

test('a press outside of a small form saves its field, and closes it only when it was saved', async () => {
  openPage(
    <div style={{ minHeight: 400 }}>
      <Popover label="Norm" trigger={<Button>Change</Button>}>
        {() => <SavedField label="Letter" saved="" onSave={save} autoFocus />}
      </Popover>
    </div>,
  );
  await page.getByRole('button', { name: 'Change' }).click();
  await letter.fill('Dear all');
  await pressOutside();
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).toBeVisible();
  await expect.element(letter).toHaveValue('Dear all');
  isRefused = false;
  await pressOutside();
  await expect.element(letter).not.toBeInTheDocument();
  expect(saved).toHaveBeenLastCalledWith('Dear all');
  expect(useKeptWords.getState().kept).toEqual([]);
});

test('so does a day', async () => {
  openPage(
    <div style={{ minHeight: 400 }}>
      <EditableDay
        label="Renewal"
        value="2024-03-12"
        placeholder="no date"
        onCommit={(day) => save(day ?? '')}
        max="2025-01-01"
      />
    </div>,
  );
  await page.getByRole('button', { name: 'Renewal: Mar 12, 2024' }).click();
  const year = page.getByRole('spinbutton', { name: /^year/ });
  await year.click();
  await userEvent.keyboard('2023');
  await pressOutside();
  await expect.poll(() => saved).toHaveBeenCalledWith('2023-03-12');
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).toBeVisible();
  await expect.element(year).toHaveTextContent('2023');
});
