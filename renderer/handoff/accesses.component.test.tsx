import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { today } from '../ui/clock.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { AssetState } from './asset-state.tsx';
import { AssetTable } from './asset-table.tsx';
import { useHandoff } from './handoff-store.ts';
import { asset, handoff } from './testing.ts';

let sent: { readonly input: object }[];
let leave = () => {};

beforeEach(() => {
  sent = [];
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: handoff });
  bridgeTo((_name, input) => {
    sent.push({ input });
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: { page: handoff } }]));
  });
});
afterEach(() => leave());

test('an access that holds a secret is marked, and its day is said by its week', async () => {
  leave = show(<AssetTable page={handoff} />);
  await expect.element(page.getByText(/^This looks like a password or a key/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'State: week 3' })).toBeVisible();
  await expect.element(page.getByText('0 of 1 handed over')).toBeVisible();
});

test('an access that moves on to a settled state is so from today', async () => {
  leave = show(<AssetState page={handoff} asset={{ ...asset, state: 'transferred', stateOn: '2026-11-20' }} />);
  await userEvent.click(page.getByRole('button', { name: /^State: handed over/ }));
  await userEvent.click(page.getByRole('button', { name: /^handed over State/ }));
  await userEvent.click(page.getByRole('option', { name: 'our access revoked' }));
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ state: 'revoked', stateOn: today() });
});

test('the day of an access is saved once, when it is left', async () => {
  leave = show(<AssetState page={handoff} asset={asset} />);
  await userEvent.click(page.getByRole('button', { name: 'State: week 3' }));
  await userEvent.click(page.getByRole('spinbutton', { name: 'year, Day' }));
  await userEvent.keyboard('2027');
  expect(sent).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => sent).toMatchObject([{ input: { stateOn: '2027-11-25' } }]);
});
