import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { forgetTheWay, navigate } from '../ui/navigation.ts';
import { clientPageWith, clientWorkWith, playbookWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { WorkTab } from './client-work/work-tab.tsx';
import { Dossier } from './dossier/dossier.tsx';
import { PlaybookTab } from './playbook/playbook-tab.tsx';
import { request, trial } from './playbook/testing.tsx';
import { Signals } from './signals/signals.tsx';
import { Tasks } from './tasks.tsx';

// An entry of the history leads to its record: it is read, unfolded and gets the focus.

let leave = () => {};
afterEach(() => {
  leave();
  forgetTheWay();
});

const day = '2020-01-15';
const reading = { id: 'reading', measuredOn: day, value: '29', remark: '' };
const kpi = { name: 'Orders', unit: '%', target: '', direction: 'up', businessGoal: '' };
const work = clientWorkWith({
  kpis: [{ id: 'kpi', ...kpi, readings: [reading] }],
  reports: [{ id: 'report', kind: 'month', period: '2020-01', sentOn: day, summary: 'Growth' }],
  engagements: [{ id: 'work', kind: 'audit', title: 'Speed', startOn: day, endOn: null, endReason: '' }],
});
const playbook = playbookWith({
  trials: [trial, { ...trial, id: 'earlier', ours: { verdict: 'yes', words: 'Gladly', givenOn: day } }],
  requests: [
    request,
    { ...request, id: 'answered', wish: 'A chat', result: 'met', resultOn: day, resultWords: 'Done' },
  ],
  insights: [
    {
      id: 'insight',
      kind: 'idea',
      toldOn: day,
      title: 'Pick-up',
      isBeyondContract: false,
      state: 'told',
      reportId: null,
      kpiId: null,
    },
  ],
  intentChecks: [{ id: 'check', checkedOn: day, hasPlan: 'yes', saidBy: 'Marina', words: '' }],
  firstImpression: 'Calm',
  firstImpressionOn: day,
});
const mark = { id: 'mark', code: 'R-SLOW', side: 'client', markedOn: day, evidence: 'Two letters', noteId: null };
const task = { id: 'task', clientId: 'client', noteId: null, side: 'agency', person: '', dueOn: null, doneAt: null };
const client = clientPageWith({
  dossier: [{ id: 'line', kind: 'decision', text: 'No holds', decidedOn: day }],
  tasks: [{ ...task, title: 'Send the export' }],
});

function open(record: string, part: (page: ClientPage) => ReactNode): void {
  answerBy(() => ({ ok: true, value: { revision: 1, work, playbook, assets: [], marks: [mark], dismissed: [] } }));
  navigate({ name: 'client', clientId: client.card.id, record });
  leave = show(part(client));
}

/** A choice among several is told by its section. */
const focused = () => {
  const element = document.activeElement;
  const named = element?.matches('[aria-label]') === true ? element : element?.closest('section[aria-label]');
  return named?.getAttribute('aria-label') ?? '';
};
const inWork = (page: ClientPage) => <WorkTab page={page} />;
const inPlaybook = (page: ClientPage) => <PlaybookTab page={page} />;

test.each([
  ['report', /^Period: January.2020/, inWork],
  ['work', /^Kind: /, inWork],
  ['reading', /^Day/, inWork],
  ['insight', /^What we told: Pick-up/, inPlaybook],
  ['answered', /^Wish: A chat/, inPlaybook],
  ['check', /^Plan of development/, inPlaybook],
  ['earlier ours', /^Our verdict$/, inPlaybook],
  [client.card.id, /^First impression: Calm/, inPlaybook],
  ['line', /^Decided on/, (page: ClientPage) => <Dossier page={page} />],
  ['mark', /^What was seen/, (page: ClientPage) => <Signals page={page} />],
  ['task', /Send the export/, (page: ClientPage) => <Tasks page={page} sought={null} />],
] as const)('the keyboard goes on at the record: %s', async (record, name, part) => {
  open(record, part);
  await expect.poll(focused).toMatch(name);
});

test('who folds the record up again and looks into it later is not led there anew', async () => {
  open('answered', inPlaybook);
  await expect.poll(focused).toMatch(/^Wish: A chat/);
  const fold = page.getByRole('button', { name: /^A chat/ });
  await fold.click();
  await fold.click();
  await expect.element(fold).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{Shift}');
  await expect.element(fold).toHaveFocus();
});
