import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { AddAsset } from './add-asset.tsx';
import { AddItem } from './add-item.tsx';
import { AssetTable } from './asset-table.tsx';
import { CandidateList } from './candidate-list.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { useHandoff } from './handoff-store.ts';
import { ItemEditor } from './item-editor.tsx';
import { Knowledge } from './knowledge.tsx';
import { asset, candidate, handoff, item } from './testing.ts';

const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
const end = () => {};

let sent: string[] = [];
let leave = () => {};

beforeEach(() => {
  sent = [];
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: handoff });
  bridgeTo((name, input) => {
    sent.push(JSON.stringify([name, input]));
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: { page: handoff } }]));
  });
});
afterEach(() => {
  leave();
  clearToasts();
});

const warning = page.getByText(/^This looks like a password or a key/);

const forms: readonly (readonly [string, string, string, () => React.ReactNode])[] = [
  ['new item', 'Item', 'Add', () => <AddItem page={handoff} week={1} onEnd={end} />],
  ['new access', 'What', 'Add', () => <AddAsset page={handoff} onEnd={end} />],
  ['proof', 'What shows that it is done', 'Done', () => <EvidenceForm page={handoff} item={item} onEnd={end} />],
  ['title', 'Item', 'Save', () => <ItemEditor page={handoff} item={item} onEnd={end} />],
  ['person', 'Named person', 'Save', () => <ItemEditor page={handoff} item={item} onEnd={end} />],
  ['acceptance', 'Accepted by', 'Save', () => <ItemEditor page={handoff} item={item} onEnd={end} />],
];

test.each(forms)('a form warns of a secret while it is typed and sends it all the same: %s', async (...row) => {
  const [, label, button, form] = row;
  leave = show(form());
  const role = label === 'Named person' ? 'combobox' : 'textbox';
  await userEvent.fill(page.getByRole(role, { name: label, exact: true }), `token ${secret}`);
  await expect.element(warning).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: button, exact: true }));
  await expect.poll(() => sent.join()).toContain(secret);
});

test('the fields of a candidate warn while they are typed', async () => {
  leave = show(<CandidateList page={{ ...handoff, candidates: [candidate] }} />);
  await userEvent.click(page.getByRole('button', { name: 'Add a candidate' }));
  const added = page.getByRole('form', { name: 'New candidate' });
  await userEvent.fill(added.getByRole('textbox', { name: 'Why they fit' }), secret);
  await expect.element(warning).toBeVisible();
  await userEvent.click(added.getByRole('button', { name: 'Cancel' }));
  await userEvent.click(page.getByRole('button', { name: 'Edit: Depot' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Keep in mind' }), secret);
  await expect.element(warning).toBeVisible();
});

const places: readonly (readonly [string, string, () => React.ReactNode])[] = [
  [
    'access',
    'Who holds it now: Nika',
    () => <AssetTable page={{ ...handoff, assets: [{ ...asset, whereKept: '' }] }} />,
  ],
  ['line', 'New line: What to watch: Add a line', () => <Knowledge page={handoff} />],
  ['letter', 'Letter on the cover: The usual sentences. Press to write your own', () => <Knowledge page={handoff} />],
];

test.each(places)('text that is edited where it stands warns while it is typed: %s', async (_what, door, place) => {
  leave = show(place());
  await userEvent.click(page.getByRole('button', { name: door }));
  await expect.element(warning).not.toBeInTheDocument();
  await userEvent.keyboard(secret);
  await expect.element(warning).toBeVisible();
  expect(sent).toEqual([]);
});
