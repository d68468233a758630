import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Changed } from '../../shared/contract/contract.ts';
import { clientPageWith, clientWorkWith, playbookWith } from '../ui/test-data.ts';
import { answerAndTell } from '../ui/testing.tsx';
import { showPartOfClient } from './client-in-test.tsx';
import { WorkTab } from './client-work/work-tab.tsx';
import { AssetRegister } from './dossier/asset-register.tsx';
import { Inspector } from './inspector.tsx';
import { PlaybookTab } from './playbook/playbook-tab.tsx';
import { Signals } from './signals/signals.tsx';

let refused: string | null = null;
let tell: (changed: Changed) => void = () => {};
let leave = () => {};

const replies: Readonly<Record<string, object>> = {
  'clients.open': { page: clientPageWith() },
  'clients.signals': { marks: [], dismissed: [] },
  'clients.work': { work: clientWorkWith({ ourGoal: 'Grow', theirGoal: 'Save', goalsMatch: 'differ' }) },
  'clients.playbook': { playbook: playbookWith() },
  'clients.assets': { assets: [] },
};

beforeEach(() => {
  refused = null;
  tell = answerAndTell((name) => {
    if (name === refused) return { ok: false, code: 'disk_error', message: '' };
    return { ok: true, value: { revision: 1, ...replies[name] } };
  });
});
afterEach(() => leave());

const outOfDate = page.getByText('This may be out of date: it could not be read again.');

test.each([
  ['signals', 'clients.signals', Signals, 'Nothing is marked'],
  ['the work', 'clients.work', WorkTab, 'Grow'],
  ['the playbook', 'clients.playbook', PlaybookTab, 'First impression'],
  ['the accounts', 'clients.assets', AssetRegister, 'Add an account'],
] as const)('%s that cannot be read again stay, and say so until they are', async (_what, call, Part, shown) => {
  leave = showPartOfClient((client) => <Part page={client} />);
  await expect.element(page.getByText(shown).first()).toBeVisible();
  await expect.element(outOfDate).not.toBeInTheDocument();
  refused = call;
  tell({ revision: 2, areas: ['records'] });
  await expect.element(outOfDate).toBeVisible();
  await expect.element(page.getByText(shown).first()).toBeVisible();
  refused = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(outOfDate).not.toBeInTheDocument();
});

test('beside the notes it is said when goals and figures could not be read', async () => {
  refused = 'clients.work';
  leave = showPartOfClient((client) => <Inspector page={client} />);
  const goals = page.getByRole('region', { name: 'Goals and figures' });
  await expect.element(goals.getByRole('alert')).toBeVisible();
  refused = null;
  await goals.getByRole('button', { name: 'Try again' }).click();
  await expect.element(goals).not.toBeInTheDocument();
});
