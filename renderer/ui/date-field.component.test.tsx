import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './button.tsx';
import { saveAll } from './closing.ts';
import { DateField } from './date-field.tsx';
import { EditableDay } from './editable-day.tsx';
import { Form } from './form.tsx';
import { useKeptWords } from './kept-words.ts';
import { Popover } from './popover.tsx';
import { SavedDateField } from './saved-date-field.tsx';
import { bridgeTo, show } from './testing.tsx';

let leave = () => {};
afterEach(() => leave());

const sent = vi.fn();
const told = vi.fn();
beforeEach(() => {
  sent.mockClear();
  told.mockClear();
});

function DayForm({ first = null }: { readonly first?: string | null }) {
  const [day, setDay] = useState(first);
  return (
    <Form
      onSubmit={async () => {
        sent(day);
        return true;
      }}
    >
      <DateField
        label="By when"
        value={day}
        onChange={(next) => {
          told(next);
          setDay(next);
        }}
      />
      <button type="submit">Add</button>
    </Form>
  );
}

const part = (name: string) => page.getByRole('spinbutton', { name: new RegExp(`^${name}`) });
const half = page.getByText('Write day, month and year, or empty all three.');

async function type(keys: string): Promise<void> {
  await part('month').click();
  await userEvent.keyboard(keys);
}

test('half a day is not sent as none: the form says what is missing and leads there', async () => {
  leave = show(<DayForm />);
  await type('1224');
  await expect.element(half).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Add' }));
  await expect.element(half).toBeVisible();
  await expect.element(part('year')).toHaveFocus();
  expect(sent).not.toHaveBeenCalled();
  await userEvent.keyboard('2026{Enter}');
  await expect.poll(() => sent.mock.calls).toEqual([['2026-12-24']]);
  await expect.element(half).not.toBeInTheDocument();
});

test('a day of which a part is emptied is not the day from before', async () => {
  leave = show(<DayForm first="2026-03-12" />);
  await part('day').click();
  await userEvent.keyboard('{Backspace}{Backspace}{Enter}');
  await expect.element(half).toBeVisible();
  expect(sent).not.toHaveBeenCalled();
});

test('Enter sends the form; a year of two digits is of this century, years that are passed through are told to nobody', async () => {
  leave = show(<DayForm />);
  await type('122426{Enter}');
  await expect.poll(() => sent.mock.calls).toEqual([['2026-12-24']]);
  expect(told.mock.calls).toEqual([['2026-12-24']]);
});

test('the last day of February is meant by its 31st, also when it is sent at once', async () => {
  leave = show(<DayForm />);
  await type('02312027{Enter}');
  await expect.poll(() => sent.mock.calls).toEqual([['2027-02-28']]);
});

test('a year of three digits is asked for in full', async () => {
  leave = show(<DayForm />);
  await type('1224202{Enter}');
  await expect.element(page.getByText('Write the year in four digits.')).toBeVisible();
  expect(sent).not.toHaveBeenCalled();
});

test('a small form of a day stays open with half a day in it', async () => {
  const commit = vi.fn(async () => true);
  leave = show(<EditableDay label="Renewal" value={null} placeholder="no date" allowsEmpty onCommit={commit} />);
  await page.getByRole('button', { name: 'Renewal: no date' }).click();
  await type('1224{Enter}');
  await expect.element(half).toBeVisible();
  await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
  await expect.element(half).toBeVisible();
  expect(commit).not.toHaveBeenCalled();
  await part('year').click();
  await userEvent.keyboard('26');
  await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(commit.mock.calls).toEqual([['2026-12-24']]);
});

test('Escape puts the saved day back, whole or half', async () => {
  const save = vi.fn(async () => true);
  leave = show(<SavedDateField label="Ends" saved="2026-03-12" onSave={save} />);
  await part('year').click();
  await userEvent.keyboard('2027{Escape}');
  await expect.element(part('year')).toHaveTextContent('2026');
  await part('day').click();
  await userEvent.keyboard('{Backspace}{Backspace}{Escape}');
  await expect.element(part('day')).toHaveTextContent('12');
  await part('month').click();
  await userEvent.keyboard('04{Tab}{Tab}{Tab}{Tab}');
  await expect.poll(() => save.mock.calls).toEqual([['2026-04-12']]);
});

test('a day in a field that is not left yet is saved before the window closes, half a day holds it up', async () => {
  const save = vi.fn(async () => true);
  leave = show(<SavedDateField label="Ends" saved={null} onSave={save} />);
  await type('031226');
  expect(await saveAll()).toBe(true);
  expect(save.mock.calls).toEqual([['2026-03-12']]);
  await type('0313');
  expect(await saveAll()).toBe(false);
  await expect.element(half).toBeVisible();
});

test('half a day in a form holds up the window', async () => {
  leave = show(<DayForm />);
  await type('1224');
  expect(await saveAll()).toBe(false);
  await expect.element(half).toBeVisible();
});

test('Escape takes half a day away only when that was said', async () => {
  leave = show(
    <Popover label="New task" trigger={<Button>New</Button>}>
      {() => <DayForm />}
    </Popover>,
  );
  await page.getByRole('button', { name: 'New' }).click();
  await type('1224{Escape}');
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a year of two digits that is far ahead was in the last century', async () => {
  leave = show(<DayForm />);
  await type('090198{Enter}');
  await expect.poll(() => sent.mock.calls).toEqual([['1998-09-01']]);
});

test('the calendar opens on the year that is meant by two digits', async () => {
  leave = show(<DayForm />);
  await type('122426');
  await page.getByRole('button', { name: /Calendar/ }).click();
  await expect.element(page.getByRole('heading', { name: 'December 2026' })).toBeVisible();
});

test('a page that goes leaves its typed day saved, and half a day in sight', async () => {
  useKeptWords.setState({ kept: [] });
  bridgeTo(() => Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: {} }])));
  const save = vi.fn(async () => true);
  const field = <SavedDateField label="Ends" saved={null} onSave={save} />;
  leave = show(field);
  await type('031226');
  leave();
  await expect.poll(() => save.mock.calls).toEqual([['2026-03-12']]);
  expect(useKeptWords.getState().kept).toEqual([]);
  leave = show(field);
  await type('0312');
  leave();
  await expect
    .poll(() => useKeptWords.getState().kept.map(({ label, words }) => [label, words]))
    .toEqual([['Ends', '03/12/…']]);
  expect(save).toHaveBeenCalledOnce();
});
