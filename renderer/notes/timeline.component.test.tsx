import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TimelineEntry, TimelineSpot } from '../../shared/contract/clients.ts';
import type { Bridge } from '../api.ts';
import { type Arrival, forgetTheWay, navigate, useNavigation } from '../ui/navigation.ts';
import { draftWith } from '../ui/test-data.ts';
import { listenToKeys } from '../ui/commands.ts';
import { show } from '../ui/testing.tsx';
import { Timeline } from './timeline.tsx';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

interface Request {
  readonly before: TimelineSpot | null;
  readonly until?: TimelineSpot;
  readonly limit: number;
}

/** Another one for every test: the history of each stands where it was left. */
let clientId = idOf(1000);
let entries: TimelineEntry[] = [];
let asked: Request[] = [];
let tell: Parameters<Bridge['onChanged']>[0] = () => {};
let leave = () => {};
/** The call that the disk refuses. */
let refused: string | null = null;

function note(number: number, title = `Note ${number}`): TimelineEntry {
  const happenedAt = new Date(Date.UTC(2020, 0, 1, 8) + number * 3_600_000).toISOString();
  const more = { kind: 'call', attendees: [], initiatedBy: null, tasksDone: 0, tasksTotal: 0, signals: [] };
  return {
    type: 'note',
    id: idOf(number),
    happenedAt,
    title,
    body: 'What was said',
    isCut: false,
    isBeingEdited: false,
    ...more,
  };
}

function isBelow(entry: TimelineSpot, spot: TimelineSpot): boolean {
  return `${entry.happenedAt} ${entry.id}` < `${spot.happenedAt} ${spot.id}`;
}

function answer(name: string, input: unknown): unknown {
  if (name === 'notes.open')
    return { note: draftWith({ clientId, happenedAt: note(0).happenedAt, finishedAt: note(0).happenedAt }) };
  const request: Request = Reflect.apply(Object.assign, undefined, [{}, input]);
  asked.push(request);
  const { before, until, limit } = request;
  const found = entries.filter(
    (entry) => (before === null || isBelow(entry, before)) && (until === undefined || !isBelow(entry, until)),
  );
  return { entries: found.slice(0, limit), more: found.length > limit };
}

let tests = 1000;
beforeEach(() => {
  tests += 1;
  clientId = idOf(tests);
  entries = Array.from({ length: 400 }, (_, index) => note(399 - index));
  asked = [];
  refused = null;
  const value = {
    call: async (name: string, input: unknown) => {
      const value = answer(name, input);
      return name === refused ? { ok: false, code: 'disk_error', message: '' } : { ok: true, value };
    },
    onChanged: (listener: typeof tell) => {
      tell = listener;
      return () => {};
    },
    onCommand: () => () => {},
    zoom: () => {},
    platform: 'linux',
  };
  Object.defineProperty(window, 'rapport', { configurable: true, value });
});
afterEach(() => leave());

function open(target: Arrival | null = null) {
  leave = show(
    <div style={{ height: 600, overflow: 'auto' }} data-scroller="">
      <Timeline clientId={clientId} contacts={[]} target={target} />
    </div>,
  );
}

const scroller = () => document.querySelector<HTMLElement>('[data-scroller]');
const shown = () => document.querySelectorAll('article').length;
const entry = (number: number) => page.getByRole('button', { name: `Call: Note ${number}`, exact: true });

const years = () => [...document.querySelectorAll('h3')].map(({ textContent }) => textContent);

async function scrollToEnd(): Promise<void> {
  await expect
    .poll(
      () => {
        scroller()?.scrollTo(0, scroller()?.scrollHeight ?? 0);
        return document.body.textContent.includes('Note 0What');
      },
      { timeout: 10_000 },
    )
    .toBe(true);
}

test('the history is read as it is scrolled, and what is far away is not on the page', async () => {
  open();
  await expect.element(entry(399)).toBeVisible();
  await scrollToEnd();
  expect(asked).toHaveLength(10);
  await expect.poll(shown).toBeLessThan(200);
  scroller()?.scrollTo(0, 0);
  await expect.element(entry(399)).toBeVisible();
  expect(asked).toHaveLength(10);
});

test('a change reads again what is in sight, the rest when it comes into sight', async () => {
  open();
  await expect.element(entry(399)).toBeVisible();
  await scrollToEnd();
  await expect.poll(shown).toBeLessThan(200);
  asked = [];
  entries = [note(400), note(399, 'Note 399 mended'), ...entries.slice(1)];
  tell({ revision: 2, areas: ['notes'] });
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThan(5);
  expect(asked.every(({ before }) => before !== null)).toBe(true);
  scroller()?.scrollTo(0, 0);
  await expect.element(entry(400)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Call: Note 399 mended' })).toBeVisible();
});

test('an open entry stays as it is however far one scrolls', async () => {
  open();
  await entry(399).click();
  await scrollToEnd();
  scroller()?.scrollTo(0, 0);
  await expect.element(entry(399)).toHaveAttribute('aria-expanded', 'true');
});

test('the history stands again where it was left, with what was open in it', async () => {
  open();
  await expect.element(entry(399)).toBeVisible();
  await scrollToEnd();
  await entry(5).click();
  await expect.poll(shown).toBeLessThan(200);
  const height = scroller()?.scrollHeight;
  leave();
  asked = [];
  open();
  await expect.poll(() => scroller()?.scrollHeight).toBe(height);
  scroller()?.scrollTo(0, height ?? 0);
  await expect.element(entry(5)).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(() => scroller()?.scrollHeight).toBe(height);
  expect(asked.length).toBeLessThan(6);
  scroller()?.scrollTo(0, 0);
  await expect.element(entry(399)).toBeVisible();
  // Told once, above the first note, and not again above each stretch that is read anew.
  expect(years()).toEqual(['2020']);
});

/** So many entries of one year above those of the year before; a page holds forty. */
function newYearAfter(number: number): void {
  entries = Array.from({ length: 90 }, (_, index) => {
    const day = String(28 - (index % 28)).padStart(2, '0');
    const happenedAt = index < number ? `2021-06-${day}T10:00:00.000Z` : `2020-06-${day}T10:00:00.000Z`;
    return { ...note(399 - index), happenedAt };
  }).toSorted((one, other) => (isBelow(one, other) ? 1 : -1));
}

test.each([39, 40, 41, 80])('a new year after %i entries is told once', async (number) => {
  newYearAfter(number);
  open();
  await expect.poll(years).toContain('2021');
  await expect
    .poll(() => {
      scroller()?.scrollTo(0, scroller()?.scrollHeight ?? 0);
      return asked.length;
    })
    .toBe(3);
  await expect.poll(years).toContain('2020');
  scroller()?.scrollTo(0, 0);
  await expect.poll(years).toEqual(['2021', '2020']);
});

test('the first note is asked for as long as there is none, whatever else there is to tell', async () => {
  const begun = { type: 'stage', id: idOf(9), happenedAt: note(9).happenedAt, from: null, to: 'stable' } as const;
  entries = [{ ...begun, reason: '', by: null }];
  leave = show(<Timeline clientId={clientId} contacts={[]} target={null} />);
  const call = page.getByText('Write down what you talked about. With the first contact the clock starts anew.');
  await expect.element(page.getByText('Began in Steady')).toBeVisible();
  await expect.element(call).toBeVisible();
  entries = [note(10), ...entries];
  tell({ revision: 2, areas: ['notes'] });
  await expect.element(entry(10)).toBeVisible();
  await expect.element(call).not.toBeInTheDocument();
});

test('a note unfolds with Enter, E edits it, and Escape leads back to it', async () => {
  const stopKeys = listenToKeys();
  open();
  await expect.element(entry(397)).toBeVisible();
  entry(397).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(entry(397)).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('e');
  const text = page.getByRole('textbox', { name: 'Text of the note' });
  await expect.element(text).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(entry(397)).toHaveFocus();
  stopKeys();
});

test('an open note says who was there and who started it, also where nobody was named', async () => {
  const told = { ...note(2), attendees: ['Marina', 'Vera L.'], initiatedBy: 'client' };
  entries = [told, { ...note(1), attendees: [], initiatedBy: 'agency' }];
  open();
  await expect.element(entry(1)).toBeVisible();
  expect(document.body.textContent).not.toContain('started by');
  for (const number of [1, 2]) await entry(number).click();
  await expect.element(page.getByText('With: Marina, Vera L. · started by the client')).toBeVisible();
  await expect.element(page.getByText('started by us')).toBeVisible();
});

test('an old note that was found is reached without all that lies between', async () => {
  open({ noteId: idOf(0), words: 'said', text: 'say' });
  await expect.element(entry(0)).toHaveAttribute('aria-expanded', 'true');
  expect(asked).toHaveLength(2);
  await page.getByRole('button', { name: 'To the newest' }).click();
  await expect.element(entry(399)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'To the newest' })).not.toBeInTheDocument();
});

test.each([
  ['en', 'Figures', 'No figures and no reports yet. They are kept under “Work”.'],
  ['ru', 'Показатели', 'Показателей и отчётов пока нет. Они живут на вкладке «Работа».'],
] as const)('says where figures are kept, in %s', async (language, filter, words) => {
  entries = [];
  leave = show(<Timeline clientId={clientId} contacts={[]} target={null} />, language);
  await page.getByRole('radio', { name: filter }).click();
  await expect.element(page.getByText(words)).toBeVisible();
});

test('an entry is reached with the keyboard: Enter shows all of it or its tab, E its tab at once', async () => {
  const base = { happenedAt: '2026-10-31T10:00:00.000Z' };
  entries = [
    { ...base, id: idOf(3), type: 'reading', kpi: 'Orders', unit: '%', value: '31', remark: '' },
    {
      ...base,
      id: idOf(2),
      type: 'request',
      event: 'answered',
      wish: 'A chat',
      result: 'partly',
      words: 'A bot first',
    },
  ];
  navigate({ name: 'client', clientId });
  const shownTab = () => {
    const { route } = useNavigation.getState();
    return route.name === 'client' ? route.tab : undefined;
  };
  open();
  const request = page.getByRole('button', { name: 'Request met in part: A chat' });
  await expect.element(request).toHaveAttribute('aria-expanded', 'false');
  request.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(request).toHaveAttribute('aria-expanded', 'true');
  expect(shownTab()).toBeUndefined();
  await userEvent.keyboard('e');
  expect(shownTab()).toBe('playbook');
  page
    .getByRole('button', { name: /^Orders: 31/ })
    .element()
    .focus();
  await userEvent.keyboard('{Enter}');
  expect(shownTab()).toBe('work');
  forgetTheWay();
});

test('tells of signs that are no longer true and of what was put off', async () => {
  const base = { happenedAt: '2026-10-31T10:00:00.000Z' };
  const subjects = [
    { kind: 'rhythm', name: '' },
    { kind: 'report', name: '2026-10' },
    { kind: 'handoff_item', name: 'Keys of the shop' },
    { kind: 'handoff_past_end', name: '' },
    { kind: 'verdict', name: '' },
    { kind: 'of_tomorrow', name: '' },
  ];
  entries = [
    {
      ...base,
      id: idOf(3),
      type: 'signal',
      event: 'ended',
      code: 'a code of tomorrow',
      evidence: 'Two letters',
      isStillTrue: false,
    },
    { ...base, id: idOf(2), type: 'snooze', untilOn: '2026-11-10', reason: 'Holidays', subjects },
  ];
  open();
  await expect.element(page.getByRole('button', { name: 'No longer true: a code of tomorrow' })).toBeVisible();
  await expect.element(page.getByText('Two letters')).toBeVisible();
  await expect
    .element(
      page.getByRole('button', {
        name: /^Put off until .+: the next contact, report for October 2026, Keys of the shop, the end of the handoff, the verdicts on the trial$/,
      }),
    )
    .toBeVisible();
});

const again = page.getByRole('button', { name: 'Try again' });

test('what cannot be read again after a change says so, and is read when asked once more', async () => {
  open();
  await expect.element(entry(399)).toBeVisible();
  refused = 'clients.timeline';
  entries = [note(400), ...entries];
  tell({ revision: 2, areas: ['notes'] });
  await expect.element(page.getByText('Part of the history could not be read again.')).toBeVisible();
  await expect.element(entry(399)).toBeVisible();
  refused = null;
  await again.click();
  await expect.element(entry(400)).toBeVisible();
  await expect.element(again).not.toBeInTheDocument();
});

test('earlier entries that cannot be read say so, and are read when asked once more', async () => {
  open();
  await expect.element(entry(399)).toBeVisible();
  refused = 'clients.timeline';
  scroller()?.scrollTo(0, scroller()?.scrollHeight ?? 0);
  await expect.element(page.getByText('Earlier entries could not be read.')).toBeVisible();
  refused = null;
  await again.click();
  await expect.element(page.getByRole('button', { name: 'Call: Note 350' })).toBeInTheDocument();
  await expect.element(again).not.toBeInTheDocument();
});

test.each([
  ['notes.open', 'The note that was found could not be opened.'],
  ['clients.timeline', 'Could not save: the disk answers with an error. Your text is still here.'],
])(
  'the way to a note that was found ends with a sentence when %s fails, and goes on from there',
  async (call, words) => {
    open();
    await expect.element(entry(399)).toBeVisible();
    leave();
    refused = call;
    open({ noteId: idOf(0), text: 'said', words: 'said' });
    await expect.element(page.getByText(words)).toBeVisible();
    refused = null;
    await again.click();
    await expect.element(entry(0)).toHaveAttribute('aria-expanded', 'true');
    await expect.element(again).not.toBeInTheDocument();
  },
);
