import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Locator, page as browser, userEvent } from 'vitest/browser';
import type { HandoffPage as Page } from '../../shared/contract/handoff.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { AssetTable } from './asset-table.tsx';
import { CandidateList } from './candidate-list.tsx';
import { useHandoff } from './handoff-store.ts';
import { Knowledge } from './knowledge.tsx';
import { MonthWeeks } from './month-weeks.tsx';
import { WaitsView } from './waits-view.tsx';
import { candidate, handoff, id, item } from './testing.ts';

const step = { ...item, isMandatory: false, dueOn: '2026-11-11', after: [] };
const line = { id: id(7), kind: 'watch' as const, text: 'The old server', decidedOn: null };
const full: Page = {
  ...handoff,
  items: [
    { ...step, title: 'Hosting' },
    { ...step, id: id(4), title: 'Keys', person: 'Gleb' },
  ],
  candidates: [candidate],
  dossier: [line],
};

/** What is left after a command. */
const left: Readonly<Record<string, (now: Page, input: Readonly<Record<string, unknown>>) => Page>> = {
  'handoff.editItem': (now, { itemId }) => ({
    ...now,
    items: now.items.map((each) => (each.id === itemId ? { ...each, state: 'done' } : each)),
  }),
  'handoff.deleteItem': (now, { itemId }) => ({ ...now, items: now.items.filter((each) => each.id !== itemId) }),
  'handoff.deleteAsset': (now) => ({ ...now, assets: [] }),
  'handoff.deleteCandidate': (now) => ({ ...now, candidates: [] }),
  'clients.deleteDossierLine': (now) => ({ ...now, dossier: [] }),
};

let hide = () => {};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-10T09:00:00') });
  await browser.viewport(1440, 900);
  let [now, revision] = [full, 1];
  answerBy((name, input) => {
    now = left[name]?.(now, Object(input)) ?? now;
    revision += 1;
    return { ok: true, value: { revision, page: now } };
  });
  useHandoff.setState({ status: 'ready', problem: null, revision, page: full });
});
afterEach(() => {
  hide();
  clearToasts();
  vi.useRealTimers();
});

function open(Part: (props: { readonly page: Page }) => React.ReactNode): void {
  const Open = () => {
    const page = useHandoff((state) => state.page);
    return page === null ? null : <Part page={page} />;
  };
  hide = show(
    <main tabIndex={-1}>
      <Open />
    </main>,
  );
}

async function press(control: Locator, key = '{Enter}'): Promise<void> {
  await expect.element(control).toBeInTheDocument();
  const element = control.element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard(key);
}

const button = (name: string) => browser.getByRole('button', { name, exact: true });

test('a step that is ticked among what waits gives the focus to the next one, and the last one to the page', async () => {
  open(WaitsView);
  await press(browser.getByRole('checkbox', { name: 'Keys' }), ' ');
  await expect.element(browser.getByRole('checkbox', { name: 'Hosting' })).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect.element(browser.getByText('Nothing waits for anybody')).toBeVisible();
  await expect.element(browser.getByRole('main')).toHaveFocus();
});

test('a step that is deleted gives the focus to the next one of its week', async () => {
  open(MonthWeeks);
  await press(button('Menu: Hosting'));
  await press(browser.getByRole('menuitem', { name: 'Delete' }));
  await expect.element(button('Edit: Hosting')).not.toBeInTheDocument();
  await expect.element(browser.getByRole('checkbox', { name: 'Keys' })).toHaveFocus();
});

test.each([
  ['an access', AssetTable, [], 'Delete: Hosting', 'Add an access'],
  ['a candidate', CandidateList, ['Edit: Depot'], 'Delete: Depot', 'Add a candidate'],
  ['a line', Knowledge, [], 'Delete: The old server', 'New line: What to watch: Add a line'],
])('%s that is deleted gives the focus to the way to add one', async (_, Part, before, away, next) => {
  open(Part);
  for (const name of before) await press(button(name));
  await press(button(away));
  await expect.element(button(away)).not.toBeInTheDocument();
  await expect.element(button(next)).toHaveFocus();
});
