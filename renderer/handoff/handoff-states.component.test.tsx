import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { Bridge } from '../api.ts';
import { useNavigation } from '../ui/navigation.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { ArchivePage } from './archive-page.tsx';
import { CandidateList } from './candidate-list.tsx';
import { CloseHandoffDialog } from './close-handoff-dialog.tsx';
import { useDocument } from './document-store.ts';
import { HandoffPage } from './handoff-page.tsx';
import { loadHandoff, useHandoff } from './handoff-store.ts';
import { HandoffsPage } from './handoffs-page.tsx';
import { Knowledge } from './knowledge.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SecretsDialog } from './secrets-dialog.tsx';
import { candidate, handoff, id, isCall } from './testing.ts';

let hide: () => void = () => {};

const shown = (element: React.ReactNode) => {
  hide = show(element);
};

function refuse(code: string): Bridge['call'] {
  const call: unknown = () => Promise.resolve({ ok: false, code, message: '' });
  if (!isCall(call)) throw new Error('no call');
  return call;
}

beforeEach(() => {
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: handoff });
});
afterEach(() => {
  hide();
  clearToasts();
});

test('a line that was refused stays in its field', async () => {
  bridgeTo(refuse('disk_full'));
  shown(<Knowledge page={handoff} />);
  await userEvent.click(browser.getByRole('button', { name: /^New line: What to watch/ }));
  await userEvent.fill(browser.getByRole('textbox', { name: 'New line: What to watch' }), 'Payments');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => useToasts.getState().shown).not.toBeNull();
  await expect.element(browser.getByRole('textbox', { name: 'New line: What to watch' })).toHaveValue('Payments');
});

test('a handoff that cannot be read again stays, and it is said why', async () => {
  bridgeTo(refuse('disk_error'));
  await loadHandoff(handoff.id);
  expect(useHandoff.getState()).toMatchObject({ status: 'ready', page: handoff });
  expect(useToasts.getState().shown?.tone).toBe('danger');
  bridgeTo(refuse('not_found'));
  await loadHandoff(handoff.id);
  expect(useHandoff.getState()).toMatchObject({ status: 'failed', page: null });
});

test('a candidate’s answer that was refused stays in its field, and the form stays with it', async () => {
  bridgeTo(refuse('disk_full'));
  shown(<CandidateList page={{ ...handoff, candidates: [candidate] }} />);
  await userEvent.click(browser.getByRole('button', { name: 'Edit: Depot' }));
  const answer = browser.getByRole('textbox', { name: /^Which reports do you send/ });
  await userEvent.fill(answer, 'every month');
  await userEvent.click(browser.getByRole('button', { name: 'Done' }));
  await expect.poll(() => useToasts.getState().shown).not.toBeNull();
  await expect.element(answer).toHaveValue('every month');
});

test.each([
  ['preview', () => <PreviewDialog handoffId={id(8)} />],
  ['question before closing', () => <CloseHandoffDialog handoffId={id(8)} />],
])('the %s of a handoff that cannot be read gives way to the reason', async (_name, dialog) => {
  bridgeTo(refuse('not_found'));
  useNavigation.setState({ overlay: { name: 'export', handoffId: id(8) } });
  shown(dialog());
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
  expect(useToasts.getState().shown).not.toBeNull();
});

test('findings that cannot be read leave no export stopped', async () => {
  bridgeTo(refuse('disk_full'));
  useDocument.setState({ stopped: 'pdf' });
  shown(<SecretsDialog handoffId={handoff.id} what="pdf" />);
  await expect.poll(() => useDocument.getState().stopped).toBeNull();
  expect(useToasts.getState().shown).not.toBeNull();
});

test('Escape in the reason of a finding closes the reason, not the list of findings', async () => {
  const findings = [{ fingerprint: 'f', place: 'asset', recordTitle: 'Hosting', excerpt: 'password: …' }];
  const answer: unknown = () => Promise.resolve({ ok: true, value: { findings } });
  if (isCall(answer)) bridgeTo(answer);
  useDocument.setState({ stopped: 'pdf' });
  shown(<SecretsDialog handoffId={handoff.id} what="pdf" />);
  const door = browser.getByRole('button', { name: 'Not a secret…' });
  await userEvent.click(door);
  await userEvent.keyboard('It is an example{Escape}{Escape}');
  await expect.element(door).toHaveFocus();
  expect(useDocument.getState().stopped).toBe('pdf');
});

test.each([
  ['a handoff', () => <HandoffPage handoffId={handoff.id} />],
  ['the archive', () => <ArchivePage />],
  ['the handoffs', () => <HandoffsPage />],
])('the page of %s holds the place of what is being read', async (_name, page) => {
  const never: unknown = () => new Promise(() => {});
  if (isCall(never)) bridgeTo(never);
  useHandoff.setState({ status: 'loading', page: null });
  shown(page());
  await expect.poll(() => document.querySelectorAll('[class*="skeleton"]').length).toBeGreaterThan(2);
});
