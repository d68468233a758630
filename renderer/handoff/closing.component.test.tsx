import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import type { Asset, HandoffPage } from '../../shared/contract/handoff.ts';
import { today } from '../ui/clock.ts';
import { openOverlay, useNavigation } from '../ui/navigation.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { CloseHandoffDialog } from './close-handoff-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { HandoffHead } from './handoff-head.tsx';
import { useHandoff } from './handoff-store.ts';
import { Retrospective } from './retrospective.tsx';
import { asset, handoff, id, item } from './testing.ts';

let leave = () => {};
let now: HandoffPage = handoff;
let sent: { readonly name: string; readonly input: unknown }[] = [];

beforeEach(() => {
  sent = [];
});
afterEach(() => {
  leave();
  clearToasts();
});

const stateAfter = (input: unknown, each: Asset): Asset =>
  input instanceof Object && Reflect.get(input, 'assetId') === each.id ? { ...each, ...input } : each;

function open(first: HandoffPage, element: React.ReactNode): void {
  now = first;
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: now });
  answerBy((name, input) => {
    sent.push({ name, input });
    if (name === 'handoff.editAsset') now = { ...now, assets: now.assets.map((each) => stateAfter(input, each)) };
    return { ok: true, value: { revision: 1 + sent.length, page: now } };
  });
  leave = show(element);
}

test('a handoff is closed once every access of ours is shut, one press each, the keyboard going on', async () => {
  const assets = [asset, { ...asset, id: id(7), name: 'Domain', state: 'transferred' }];
  open({ ...handoff, assets }, <CloseHandoffDialog handoffId={handoff.id} />);
  const close = screen.getByRole('button', { name: 'Close and move to the archive' });
  await expect.element(close).toBeDisabled();
  await expect.element(screen.getByText('Our accesses are revoked first')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Revoked: Hosting' }));
  await expect.element(screen.getByRole('button', { name: 'Revoked: Domain' })).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(screen.getByText('All of them are shut now')).toBeVisible();
  await expect.element(close).toBeEnabled();
  expect(sent.map(({ input }) => input)).toMatchObject([
    { assetId: asset.id, state: 'revoked', stateOn: today() },
    { assetId: id(7), state: 'verified', stateOn: today() },
  ]);
});

const head = (of: Partial<HandoffPage>) => (
  <HandoffHead page={{ ...handoff, startOn: '2020-01-01', ...of }} view="weeks" onView={() => {}} />
);

test.each([
  ['Extend by a week', 'extend-handoff'],
  ['Finish', 'close-handoff'],
])('after the last day it is said what is open; one way on is “%s”', async (button, overlay) => {
  const items = [item, { ...item, id: id(4) }, { ...item, id: id(6), state: 'done' as const }];
  const page = { ...handoff, items, endOn: addDays(today(), -1) };
  open(page, head(page));
  await expect.element(screen.getByRole('status').getByText(/^Time was up on .+, still open: 2$/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: button }));
  await expect.poll(() => useNavigation.getState().overlay).toMatchObject({ name: overlay, handoffId: handoff.id });
});

test.each([
  ['on the last day itself', { endOn: today() }],
  ['of a handoff that is closed', { endOn: addDays(today(), -1), state: 'closed' as const }],
])('nothing is said of time that is up %s', async (_when, of) => {
  open({ ...handoff, ...of }, head(of));
  await expect.element(screen.getByRole('heading', { name: 'Handoff: Kitewell Toys' })).toBeVisible();
  await expect.element(screen.getByText(/^Time was up/)).not.toBeInTheDocument();
});

test('before closing it is said what the promise comes to', async () => {
  open({ ...handoff, assets: [], startOn: '2020-01-01' }, <CloseHandoffDialog handoffId={handoff.id} />);
  await expect
    .element(screen.getByText(/^The promise was a month, it took [\d,]+\sdays\. Nothing shows 2\smandatory/))
    .toBeVisible();
});

test.each([
  ['cancelled', 'handoff.cancel', <CancelDialog key="c" handoffId={handoff.id} />, 'Cancel the handoff'],
  ['extended', 'handoff.extend', <ExtendDialog key="e" handoffId={handoff.id} />, 'Extend by a week'],
])('it is not %s without a few words', async (_name, name, dialog, button) => {
  openOverlay({ name: 'cancel-handoff', handoffId: handoff.id });
  open(handoff, dialog);
  await userEvent.click(screen.getByRole('button', { name: button }));
  await expect.element(screen.getByText('A few words are enough')).toBeVisible();
  expect(sent).toEqual([]);
  await userEvent.fill(screen.getByRole('textbox', { name: 'Why' }), 'They found a budget');
  await userEvent.click(screen.getByRole('button', { name: button }));
  await expect.poll(() => sent).toMatchObject([{ name, input: { reason: 'They found a budget' } }]);
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
});

test('a retrospective says whether the promise was kept, and keeps what they think', async () => {
  const done = { ...item, state: 'done', evidence: 'letter' };
  const closed: HandoffPage = { ...handoff, state: 'closed', overOn: '2026-12-01', items: [done] };
  open(closed, <Retrospective page={closed} />);
  await expect
    .element(screen.getByText(/^Handed over in 22\sdays, with evidence for every mandatory step/))
    .toBeVisible();
  await userEvent.click(screen.getByText('perhaps'));
  await userEvent.click(screen.getByRole('button', { name: /^What we learned/ }));
  await userEvent.keyboard('Ask for the plan sooner{Control>}{Enter}{/Control}');
  await expect
    .poll(() => sent.map(({ input }) => input))
    .toMatchObject([{ wouldReturn: 'perhaps' }, { lesson: 'Ask for the plan sooner' }]);
});
