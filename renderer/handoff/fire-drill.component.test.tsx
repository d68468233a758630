import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { shippedItems } from '../../shared/handoff/template.ts';
import { useNavigation } from '../ui/navigation.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { useToasts } from '../ui/toast.ts';
import { FireDrillDialog } from './fire-drill-dialog.tsx';
import { asset, card, id } from './testing.ts';

const template = {
  id: id(8),
  name: { en: 'A month', ru: 'Месяц' },
  isOwn: false,
  isChanged: false,
  items: shippedItems.filter(({ day }) => day <= 30).map((item) => ({ ...item, isOwn: false, isChanged: false })),
  removed: [],
};
const person = { decides: false, setsTasks: true, acceptsResults: true, pays: false, isTechnical: true, leftOn: null };
const kinds = ['how_it_works', 'agreement', 'decision', 'watch'];

let leave = () => {};
let asked: string[] = [];

/** Of the client all is known but what is left out. */
function answerWith(without: { readonly kind?: string; readonly person?: true } = {}): void {
  const contacts = without.person ? [] : [person];
  const dossier = kinds.filter((kind) => kind !== without.kind).map((kind) => ({ kind }));
  const answers: Readonly<Record<string, unknown>> = {
    'clients.open': { revision: 1, page: { card, contacts, dossier } },
    'clients.assets': { revision: 1, assets: [{ ...asset, owner: 'client', whereKept: 'their vault' }] },
    'handoff.templates': { templates: [template] },
    'handoff.startFacts': { met: [], accounts: [] },
  };
  answerBy((name) => {
    asked.push(name);
    return { ok: true, value: answers[name] };
  });
}

beforeEach(() => {
  asked = [];
  useNavigation.setState({ overlay: { name: 'fire-drill', clientId: card.id } });
});
afterEach(() => leave());

test('the plan stands under its weeks, a gap at the item that would stop for it', async () => {
  answerWith({ kind: 'watch', person: true });
  leave = show(<FireDrillDialog clientId={card.id} />);
  await expect.element(page.getByRole('heading', { name: 'Fire drill: Kitewell Toys' })).toBeVisible();
  await expect.element(page.getByText('4\u00a0gaps would hold it up')).toBeVisible();
  const weeks = page.getByRole('region').elements();
  expect(weeks.map((week) => week.getAttribute('aria-label'))).toEqual(['Collect', 'Describe', 'Transfer', 'Let go']);
  const stopped = page.getByRole('listitem').filter({ hasText: 'Nobody at the client accepts results' });
  await expect.element(stopped.getByText('Client names one person who accepts the hand-over')).toBeVisible();
  const watched = page.getByRole('listitem').filter({ hasText: 'Known defects and workarounds are not' });
  await expect.element(watched.getByText('Known defects, risks and workarounds, worst first')).toBeVisible();
});

test('where all is known nothing holds it up; nothing but questions is asked of the program', async () => {
  answerWith();
  leave = show(<FireDrillDialog clientId={card.id} />, 'ru');
  await expect.element(page.getByText('Насколько известно, ничто не помешает')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Скопировать план' }));
  expect(useToasts.getState().shown?.text).toBe('План в буфере обмена');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
  expect(asked.toSorted()).toEqual(['clients.assets', 'clients.open', 'handoff.startFacts', 'handoff.templates']);
});
