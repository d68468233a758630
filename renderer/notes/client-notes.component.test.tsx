import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallInput } from '../../shared/contract/contract.ts';
import { getReadyToClose, saveOpenText } from '../ui/closing.ts';
import { listenToKeys } from '../ui/commands.ts';
import { useSession } from '../ui/session.ts';
import { clientPageWith, draftWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { ClientNotes } from './client-notes.tsx';
import { KindChip } from './kind-chip.tsx';

type Write = CallInput<'notes.write'>;

const templates = [
  template('weekly', 'call', 'Weekly call', '# Weekly call\n\n- '),
  template('brief', 'meeting', 'Brief', '# Brief\n\n- What hurts?'),
  template('', 'letter', '', ''),
];

function template(code: string, kind: string, title: string, text: string) {
  const words = (en: string) => ({ en, ru: en === '' ? '' : `ru ${en}` });
  return { id: `id ${code}`, code, kind, title: words(title), text: words(text), isChanged: false };
}

const draft = draftWith({ updatedAt: new Date().toISOString() });
const noteId = draft.id;

let writes: Write[] = [];
let answer: (request: Write) => Promise<unknown>;
let leave = () => {};
let stopKeys = () => {};

/** The bridge is typed by the call's name, which a stand-in does not know. */
function typed<Value>(value: unknown): Value {
  return Reflect.apply(Object.assign, undefined, [{}, value]);
}

function saved({ commandId: _commandId, finished, ...rest }: Write) {
  const at = '2026-11-23T08:42:00.000Z';
  const note = { ...rest, id: noteId, finishedAt: finished ? at : null, updatedAt: at };
  return { ok: true, value: { revision: 1, note, savedAt: at } };
}

beforeEach(() => {
  writes = [];
  answer = (request) => Promise.resolve(saved(request));
  const replies: Readonly<Record<string, unknown>> = {
    'notes.open': { note: draft },
    'safety.readyToClose': { closing: true },
    'clients.timeline': { entries: [], more: false },
    'notes.templates': { templates, removed: [] },
  };
  bridgeTo(async (name, input) => {
    if (name !== 'notes.write') return typed({ ok: true, value: replies[name] });
    const request: Write = typed(input);
    writes.push(request);
    return typed(await answer(request));
  });
  stopKeys = listenToKeys();
});

afterEach(async () => {
  leave();
  answer = (request) => Promise.resolve(saved(request));
  await saveOpenText();
  stopKeys();
  clearToasts();
  useSession.setState({ settings: null });
});

function open(draftNoteId: string | null = null) {
  leave = show(<ClientNotes page={clientPageWith({ draftNoteId })} target={null} />);
}

const door = () => page.getByRole('button', { name: /Write down a meeting|^Draft/ });
const text = () => page.getByRole('textbox', { name: 'Text of the note' });
const status = () => page.getByRole('status');

async function begin(words: string) {
  open();
  await door().click();
  await userEvent.keyboard(words);
}

describe('autosave', () => {
  test('says saved only after the reply', async () => {
    let reply = () => {};
    answer = (request) => new Promise((resolve) => (reply = () => resolve(saved(request))));
    await begin('Repeat orders grew');
    await expect.element(status()).toHaveTextContent('Draft');
    await expect.poll(() => writes.length).toBe(1);
    await expect.element(status()).toHaveTextContent('Saving…');
    expect(writes[0]).toMatchObject({ body: 'Repeat orders grew', finished: false, noteId: null });
    reply();
    await expect.element(status()).toMatchTextContent(/Saved at \d\d:\d\d on this computer/);
  });

  test('keeps the text when it fails, and saves it on the next try', async () => {
    answer = () => Promise.resolve({ ok: false, code: 'disk_full', message: '' });
    await begin('Precious');
    await expect.element(page.getByRole('alert')).toMatchTextContent('the disk is full. Your text is still here.');
    await expect.element(text()).toMatchTextContent('Precious');
    await expect.element(page.getByRole('button', { name: 'Copy' })).toBeVisible();
    answer = (request) => Promise.resolve(saved(request));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(status()).toMatchTextContent(/Saved at/);
    expect(writes.at(-1)).toMatchObject({ body: 'Precious' });
  });

  test('happens at once when the window wants to close', async () => {
    await begin('Last words');
    await getReadyToClose();
    expect(writes.at(-1)).toMatchObject({ body: 'Last words' });
  });
});

describe('a draft', () => {
  test('comes back with the time it is from', async () => {
    open(noteId);
    await expect.element(text()).toMatchTextContent('Half a thought');
    await expect.element(status()).toMatchTextContent(/Brought back the draft of \d\d:\d\d/);
    await text().click();
    await userEvent.keyboard('{Control>}{End}{/Control} more');
    await expect.poll(() => writes.at(-1)).toMatchObject({ noteId, body: 'Half a thought more', kind: 'call' });
  });

  test('is kept when the composer is collapsed', async () => {
    await begin('Later');
    await userEvent.keyboard('{Escape}');
    await expect.element(door()).toBeVisible();
    await expect.poll(() => writes.at(-1)).toMatchObject({ body: 'Later', finished: false });
  });

  test('of a meeting ahead stands in a row of its own, and leaves the composer to a new note', async () => {
    const planned = { id: noteId, kind: 'call', happenedAt: '2126-11-23T08:00:00.000Z', title: 'Half a thought' };
    leave = show(<ClientNotes page={clientPageWith({ drafts: [planned] })} target={null} />);
    await expect.element(door()).toMatchTextContent('Write down a meeting');
    const row = page.getByRole('region', { name: 'Drafts' }).getByRole('listitem');
    await expect.element(row).toMatchTextContent('Planned');
    await row.getByRole('button', { name: 'Half a thought' }).click();
    await expect.element(text()).toMatchTextContent('Half a thought');
    await userEvent.keyboard(' more');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => writes.at(-1)).toMatchObject({ noteId, body: 'Half a thought more', finished: false });
    await expect.element(row.getByRole('button', { name: 'Half a thought' })).toHaveFocus();
  });

  test('without words is never written', async () => {
    await begin('   ');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(door()).toBeVisible();
    expect(writes).toEqual([]);
  });
});

describe('keys', () => {
  test('Ctrl Enter finishes the note and closes the composer', async () => {
    await begin('Done and dusted');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(door()).toHaveFocus();
    expect(writes.at(-1)).toMatchObject({ body: 'Done and dusted', finished: true });
  });

  test('N opens the composer, Alt 1 to Alt 5 choose the kind', async () => {
    open();
    await expect.element(door()).toBeVisible();
    await userEvent.keyboard('n');
    await expect.element(text()).toHaveFocus();
    await userEvent.keyboard('{Alt>}3{/Alt}');
    await expect.element(page.getByRole('radio', { name: /^Email/, checked: true })).toBeVisible();
  });

  test('N goes to the draft that came back', async () => {
    open(noteId);
    await expect.element(text()).toMatchTextContent('Half a thought');
    await expect.element(text()).not.toHaveFocus();
    await userEvent.keyboard('n');
    await expect.element(text()).toHaveFocus();
    await expect.element(text()).toHaveTextContent('Half a thought');
  });

  test('Tab leaves the text', async () => {
    await begin('Text');
    await userEvent.keyboard('{Tab}');
    await expect.element(text()).not.toHaveFocus();
  });
});

test('an observation says that it is no contact', async () => {
  open();
  await door().click();
  await page.getByRole('radio', { name: 'Observation' }).hover();
  await expect.element(page.getByRole('tooltip')).toHaveTextContent('Does not count as contact');
});

test('an observation of a quick note says so as well', async () => {
  leave = show(<KindChip kind="observation" onChange={() => {}} />);
  const chip = page.getByRole('button', { name: 'Kind of note: Observation' });
  await userEvent.keyboard('{Tab}');
  await expect.element(chip).toHaveFocus();
  await expect.element(page.getByRole('tooltip')).toHaveTextContent('Does not count as contact');
});

describe('what is pasted', () => {
  async function paste(plain: string, html: string) {
    open();
    await door().click();
    await expect.element(text()).toHaveFocus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    clipboardData.setData('text/html', html);
    text()
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await expect.poll(() => writes.at(-1)?.body).toBeDefined();
    return writes.at(-1)?.body;
  }

  test('is clean Markdown where it has a structure, with the links that may be opened', async () => {
    const html = `<p>The plan: see <b><a href="https://example.com/x_(y)">plan</a></b>,</p>
      <p><a href="mailto:vera@example.com">Vera</a> or <a href="http://example.com">http</a>,
      <a href="https://example.com/y">https://example.com/y</a></p>`;
    expect(await paste('The plan: see plan,\n\nVera or http, https://example.com/y', html)).toBe(
      'The plan: see **[plan](https://example.com/x_%28y%29)**,\n\n[Vera](mailto:vera@example.com) or http (http://example.com/), https://example.com/y',
    );
  });

  test('stays as it is when the HTML says no more', async () => {
    expect(await paste('a [draft]\nof it', '<div>a [draft]<br><span style="color: red">of it</span></div>')).toBe(
      'a [draft]\nof it',
    );
  });
});

describe('tasks', () => {
  test('are boxes that can be pressed, and Enter begins the next one', async () => {
    await begin('[[ ] Prototype @Vera by Friday{Enter}Export{Enter}{Enter}Plain');
    const boxes = page.getByRole('checkbox', { name: 'Done' });
    await expect.element(boxes.nth(1)).toBeInTheDocument();
    await boxes.first().click({ force: true });
    await expect.element(boxes.first()).toBeChecked();
    await expect.poll(() => writes.at(-1)?.body).toBe('[x] Prototype @Vera by Friday\n[ ] Export\nPlain');
  });

  test('may be numbered or ticked in Russian, and are none in code', async () => {
    await begin('1. [[ ] Numbered{Enter}Next{Enter}{Enter}[[х] Готово{Enter}{Enter}```{Enter}[[ ] code');
    const boxes = page.getByRole('checkbox', { name: 'Done' });
    await expect.poll(() => writes.at(-1)?.body).toBe('1. [ ] Numbered\n2. [ ] Next\n[х] Готово\n```\n[ ] code');
    expect(boxes.elements().map((box) => box.getAttribute('aria-checked'))).toEqual(['false', 'false', 'true']);
    await boxes.last().click({ force: true });
    await expect.poll(() => writes.at(-1)?.body).toContain('[ ] Готово');
  });
});

describe('a template', () => {
  const menu = () => page.getByRole('menu', { name: 'Template' });
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Template' }).click();
    await menu()
      .getByRole('menuitem', { name: new RegExp(`^${name}`) })
      .click();
  };

  test('for the kind of note stands first; one without a text is not offered', async () => {
    await begin('x');
    await page.getByRole('button', { name: 'Template' }).click();
    await expect.element(menu()).toBeVisible();
    const items = () => menu().getByRole('menuitem').elements();
    expect(items().map(({ textContent }) => textContent)).toEqual(['Brief', 'Weekly callCall', 'Edit templates…']);
    await userEvent.keyboard('{Escape}');
    await text().click();
    await userEvent.keyboard('{Alt>}2{/Alt}');
    await page.getByRole('button', { name: 'Template' }).click();
    expect(items().map(({ textContent }) => textContent)).toEqual(['Weekly call', 'BriefMeeting', 'Edit templates…']);
  });

  test('goes below what is written, and the cursor to its first question', async () => {
    await begin('They wrote first.');
    await choose('Brief');
    await expect.element(text()).toHaveFocus();
    await userEvent.keyboard(' Margin');
    await expect.poll(() => writes.at(-1)?.body).toBe('They wrote first.\n\n# Brief\n\n- What hurts? Margin');
    await userEvent.keyboard('{Control>}zz{/Control}');
    await expect.poll(() => writes.at(-1)?.body).toBe('They wrote first.');
  });

  test('goes to the end of a draft that nobody has clicked into', async () => {
    open(noteId);
    await expect.element(text()).toMatchTextContent('Half a thought');
    await choose('Brief');
    await expect.poll(() => writes.at(-1)?.body).toBe('Half a thought\n\n# Brief\n\n- What hurts?');
  });

  test('is in the language that is spoken with the client', async () => {
    leave = show(<ClientNotes page={clientPageWith({ language: 'ru' })} target={null} />);
    await door().click();
    await choose('Brief');
    await expect.poll(() => writes.at(-1)?.body).toBe('ru # Brief\n\n- What hurts?');
  });
});
