import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addRow } from '../../../db/row-changes.ts';
import type { TimelineEntry, TimelineFilter, TimelineSpot } from '../../../shared/contract/clients.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { healthHandlers } from '../health.ts';
import { notesHandlers } from '../notes.ts';
import { type TestContext, testContext } from '../testing.ts';

// The client came on 23 November 2026, where the test clock stands first.

let context: TestContext;
let clientId: string;

beforeEach(async () => {
  context = testContext();
  const create = boardHandlers(context)['board.createClient'];
  const reply = await create({ commandId: v4(), name: 'Ольха', stage: 'stable', sinceOn: '2022-09-20' });
  clientId = reply.card.id;
  await addNote('# Старое\nтекст', '2026-10-01T08:00:00.000Z');
  await addNote('Новое', '2026-11-19T08:00:00.000Z');
  context.clock.setNow('2026-11-24T08:00:00.000Z');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await context.storage.remove();
});

function addNote(body: string, happenedAt: string) {
  const note = { noteId: null, clientId, kind: 'call' as const, happenedAt, initiatedBy: null, body, attendees: [] };
  return notesHandlers(context)['notes.write']({ commandId: v4(), ...note, finished: true });
}

type Page = { readonly before?: TimelineSpot | null; readonly until?: TimelineSpot; readonly limit?: number };

const calls = () => clientsHandlers(context);
const read = (filter: TimelineFilter, { before = null, limit = 50, until }: Page = {}) =>
  calls()['clients.timeline']({ clientId, filter, before, limit, until });

const brief = (entry: TimelineEntry) => (entry.type === 'note' ? entry.title : entry.type);

/** One of each kind that others write. */
async function fillStory() {
  const command = () => ({ commandId: v4() });
  await calls()['clients.addKpi']({ ...command(), clientId, name: 'Повторные заказы', unit: '%', target: '29' });
  const kpiId = (await calls()['clients.work']({ clientId })).work.kpis[0]?.id ?? '';
  const readings = [
    { measuredOn: '2026-10-31', value: '30', remark: '' },
    { measuredOn: '2026-11-20', value: '31', remark: 'после выпуска' },
  ];
  await calls()['clients.addReadings']({ ...command(), kpiId, readings });
  const report = { ...command(), clientId, kind: 'month', period: '2026-10', summary: 'Рост' } as const;
  await calls()['clients.addReport']({ ...report, sentOn: '2026-11-05' });
  await calls()['clients.addReport']({ ...report, ...command(), period: '2026-11', sentOn: null });
  const work = { ...command(), clientId, kind: 'audit', startOn: '2026-11-02' } as const;
  await calls()['clients.addEngagement']({ ...work, endOn: '2026-11-02', endReason: 'готово' });
  await calls()['clients.addEngagement']({ ...work, ...command(), kind: 'support', endOn: '2027-12-31' });
  await context.storage.write({ id: v4(), name: 'clients.addKpi' }, async (writer, { now, newId }) => {
    const row = () => ({ id: newId(), created_at: now, client_id: clientId });
    await writer
      .insertInto('insight')
      .values({ ...row(), kind: 'idea', told_on: '2026-11-10', title: 'Самовывоз', is_beyond_contract: 1 })
      .execute();
    await writer
      .insertInto('request')
      .values([
        {
          ...row(),
          asked_on: '2026-11-01',
          wish: 'Чат',
          result: 'partly',
          result_on: '2026-11-11',
          result_words: 'бот',
        },
        { ...row(), asked_on: '2026-11-12', wish: 'Ещё открыт', result: '', result_on: null, result_words: '' },
      ])
      .execute();
    await writer
      .insertInto('intent_check')
      .values({ ...row(), checked_on: '2026-11-12', has_plan: 'yes', said_by: 'Марина', words: 'план есть' })
      .execute();
    await writer
      .insertInto('trial')
      .values({
        ...row(),
        our_verdict: 'yes',
        our_verdict_on: '2026-11-13',
        their_verdict: 'not_now',
        their_words: 'после бюджета',
        their_verdict_on: '2026-11-13',
      })
      .execute();
    for (const subject of ['rhythm', 'reports'])
      await writer
        .insertInto('snooze')
        .values({ ...row(), subject, until_on: '2026-12-10', reason: 'отпуск' })
        .execute();
  });
  await boardHandlers(context)['board.moveClient']({
    commandId: v4(),
    clientId,
    stage: 'stagnation',
    after: null,
    reason: 'Нет плана',
  });
}

test('holds all that happened, newest first', async () => {
  await fillStory();
  const { entries, more } = await read('all');
  expect(more).toBe(false);
  const kinds =
    'stage snooze stage reading Новое trial trial intent request request request insight report engagement engagement engagement reading Старое engagement';
  expect(entries.map(brief).toSorted()).toEqual(kinds.split(' ').toSorted());
  const moments = entries.map(({ happenedAt }) => happenedAt);
  expect(moments).toEqual(moments.toSorted().toReversed());
  const all = [
    { type: 'reading', kpi: 'Повторные заказы', unit: '%', value: '31', remark: 'после выпуска' },
    { type: 'trial', side: 'theirs', verdict: 'not_now', words: 'после бюджета' },
    { type: 'trial', side: 'ours', verdict: 'yes' },
    { type: 'intent', hasPlan: 'yes', saidBy: 'Марина', words: 'план есть' },
    { type: 'request', event: 'answered', wish: 'Чат', result: 'partly', words: 'бот' },
    { type: 'request', event: 'asked', wish: 'Ещё открыт' },
    { type: 'insight', kind: 'idea', title: 'Самовывоз', isBeyondContract: true },
    { type: 'report', kind: 'month', period: '2026-10', summary: 'Рост' },
    { type: 'engagement', event: 'ended', kind: 'audit', reason: 'готово' },
    { type: 'snooze', untilOn: '2026-12-10', reason: 'отпуск' },
  ];
  for (const entry of all) expect(entries).toContainEqual(expect.objectContaining(entry));
});

test('is filtered', async () => {
  await fillStory();
  const kinds = async (filter: TimelineFilter) => (await read(filter)).entries.map(brief);
  expect(await kinds('notes')).toEqual(['Новое', 'Старое']);
  expect(await kinds('figures')).toEqual(['reading', 'report', 'reading']);
  expect((await kinds('stages')).toSorted()).toEqual(
    'engagement engagement engagement engagement stage stage'.split(' '),
  );
});

test('comes in pages without gaps and without repeats', async () => {
  await fillStory();
  const { entries: all } = await read('all');
  const paged = [];
  let before: TimelineSpot | null = null;
  for (let more = true; more;) {
    const next = await read('all', { before, limit: 1 });
    paged.push(...next.entries);
    more = next.more;
    const last = next.entries.at(-1);
    before = last ? { happenedAt: last.happenedAt, id: last.id } : null;
  }
  expect(paged).toEqual(all);
});

test('reads a stretch again, both of its ends given', async () => {
  await fillStory();
  const { entries: all } = await read('all');
  const spotOf = (index: number) => {
    const { happenedAt = '', id = '' } = all[index] ?? {};
    return { happenedAt, id };
  };
  const stretch = await read('all', { before: spotOf(2), until: spotOf(9) });
  expect(stretch.entries).toEqual(all.slice(3, 10));
  expect(stretch.more).toBe(false);
  expect((await read('all', { before: spotOf(2), until: spotOf(9), limit: 3 })).more).toBe(true);
});

test('knows the hour of a handoff that was begun on the day it was typed in', async () => {
  vi.stubEnv('TZ', 'Europe/Moscow');
  context.clock.setNow('2026-11-24T22:30:00.000Z');
  await context.storage.write({ id: v4(), name: 'handoff.end' }, async (writer, stamp) => {
    for (const start_on of ['2026-11-25', '2026-11-24'])
      await writer
        .insertInto('handoff')
        .values({ id: stamp.newId(), created_at: stamp.now, client_id: clientId, start_on })
        .execute();
  });
  const started = (await read('all')).entries.filter((entry) => entry.type === 'handoff');
  expect(started.map(({ happenedAt }) => happenedAt)).toEqual(['2026-11-24T22:30:00.000Z', '2026-11-24T10:00:00.000Z']);
});

test('forgets what was deleted', async () => {
  await fillStory();
  const { work } = await calls()['clients.work']({ clientId });
  await calls()['clients.deleteKpi']({ commandId: v4(), kpiId: work.kpis[0]?.id ?? '' });
  await calls()['clients.deleteReport']({
    commandId: v4(),
    reportId: work.reports.find(({ sentOn }) => sentOn)?.id ?? '',
  });
  expect((await read('figures')).entries).toEqual([]);
});

describe('what was done', () => {
  const command = () => ({ commandId: v4() });
  /** So many tasks without a note, one done each day from the first of October on. */
  async function doTasks(count: number): Promise<readonly string[]> {
    const days = Array.from({ length: count }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);
    for (const [index, day] of days.entries()) {
      context.clock.setNow(`${day}T09:00:00.000Z`);
      const fields = { title: `Task ${index + 1}`, side: 'client', person: 'Марина', dueOn: null } as const;
      const { page } = await calls()['clients.addTask']({ ...command(), clientId, ...fields });
      const taskId = page.tasks.find(({ title }) => title === fields.title)?.id ?? '';
      await calls()['clients.editTask']({ ...command(), taskId, done: true });
    }
    return days;
  }
  const tasks = async () => (await read('all')).entries.filter((entry) => entry.type === 'task');
  const shown = async () => (await calls()['clients.open']({ clientId })).page;

  test('is told for good, though the page lists ten alone', async () => {
    const days = await doTasks(10);
    expect(await shown()).toMatchObject({ hasEarlierTasks: false });
    context.clock.setNow('2026-10-11T09:00:00.000Z');
    await doTasks(11);
    const page = await shown();
    expect(page.tasks).toHaveLength(10);
    expect(page.hasEarlierTasks).toBe(true);
    expect(await tasks()).toHaveLength(days.length + 11);
    expect((await tasks()).at(-1)).toMatchObject({
      title: 'Task 1',
      side: 'client',
      person: 'Марина',
      happenedAt: '2026-10-01T09:00:00.000Z',
    });
    expect((await read('notes')).entries.map(({ type }) => type)).toEqual(['note', 'note']);
  });

  test('comes in pages, and leaves when it is done no longer', async () => {
    await doTasks(3);
    const first = await read('all', { limit: 2 });
    const [, second] = (await tasks()).map(({ id }) => id);
    await calls()['clients.editTask']({ ...command(), taskId: second ?? '', done: false });
    expect((await tasks()).map(({ title }) => title)).toEqual(['Task 3', 'Task 1']);
    await context.storage.undo(v4());
    expect((await tasks()).map(({ title }) => title)).toEqual(['Task 3', 'Task 2', 'Task 1']);
    expect(first.more).toBe(true);
  });

  test('is told by its note, unless that is a draft or with another client', async () => {
    await addNote('Итог\n- [x] позвонить', '2026-11-20T08:00:00.000Z');
    expect(await tasks()).toEqual([]);
    const note = { kind: 'call' as const, initiatedBy: null, attendees: [], happenedAt: '2026-11-21T08:00:00.000Z' };
    const draft = { ...note, noteId: null, clientId, body: '- [x] выслать', finished: false };
    await notesHandlers(context)['notes.write']({ commandId: v4(), ...draft });
    expect(await tasks()).toMatchObject([{ title: 'выслать', side: 'agency' }]);
  });
});

test('tells of dated decisions and of who left, not of what lies ahead', async () => {
  const add = (kind: 'decision' | 'agreement', text: string, decidedOn: string | null) =>
    calls()['clients.addDossierLine']({ commandId: v4(), clientId, kind, text, decidedOn });
  await add('decision', 'Без брони', '2026-11-02');
  await add('decision', 'Без дня', null);
  await add('agreement', 'Звонить до обеда', null);
  await calls()['clients.addContact']({ commandId: v4(), clientId, name: 'Марина', leftOn: '2026-11-03' });
  await calls()['clients.addContact']({ commandId: v4(), clientId, name: 'Павел', leftOn: '2026-12-03' });
  const told = (await read('all')).entries.filter(({ type }) => type === 'decision' || type === 'left');
  expect(told).toMatchObject([
    { type: 'left', name: 'Марина', happenedAt: '2026-11-03T10:00:00.000Z' },
    { type: 'decision', text: 'Без брони', happenedAt: '2026-11-02T10:00:00.000Z' },
  ]);
});

test('keeps a sign that is no longer true, with what it was seen by', async () => {
  const mark = { clientId, side: 'client', markedOn: '2026-11-20', evidence: 'Две недели молчания' } as const;
  await calls()['clients.markSignal']({ commandId: v4(), ...mark, code: 'S-QUIET' });
  const { marks } = await calls()['clients.signals']({ clientId });
  await calls()['clients.endSignal']({ commandId: v4(), markId: marks[0]?.id ?? '' });
  const entries = (await read('all')).entries.filter((entry) => entry.type === 'signal');
  expect(entries).toMatchObject([
    { event: 'ended', code: 'S-QUIET', happenedAt: '2026-11-24T10:00:00.001Z' },
    { event: 'marked', evidence: 'Две недели молчания', happenedAt: '2026-11-20T10:00:00.000Z' },
  ]);
});

test('tells the first impression and when a trial began, not one that is planned', async () => {
  const trial = { clientId, endsOn: null, successSign: 'Отчёт к шести' } as const;
  await calls()['clients.editImpression']({ commandId: v4(), clientId, words: 'Спокойные' });
  await calls()['clients.addTrial']({ commandId: v4(), ...trial, startedOn: '2026-11-24' });
  await calls()['clients.addTrial']({ commandId: v4(), ...trial, startedOn: '2026-12-01' });
  const { playbook } = await calls()['clients.playbook']({ clientId });
  const begun = playbook.trials.find(({ startedOn }) => startedOn === '2026-11-24')?.id ?? '';
  await calls()['clients.giveVerdict']({ commandId: v4(), trialId: begun, side: 'ours', verdict: 'yes', words: '' });
  const { entries } = await read('all');
  expect(entries.filter(({ type }) => type === 'trial_begun')).toMatchObject([{ successSign: 'Отчёт к шести' }]);
  expect(entries.filter(({ type }) => type === 'impression')).toMatchObject([{ words: 'Спокойные' }]);
  const spots = entries.map(({ happenedAt, id }) => `${happenedAt} ${id}`);
  expect(new Set(spots).size).toBe(spots.length);
});

test('says what was put off, and nothing of a suggestion that was turned down', async () => {
  await calls()['clients.dismissSuggestion']({ commandId: v4(), clientId, code: 'F-OWNER' });
  expect((await read('all')).entries.map(brief)).not.toContain('snooze');
  const task = { title: 'Позвонить', side: 'agency', person: '', dueOn: '2026-11-20' } as const;
  const { page } = await calls()['clients.addTask']({ commandId: v4(), clientId, ...task });
  let item = '';
  await context.storage.write({ id: v4(), name: 'handoff.end' }, async (writer, stamp) => {
    const handoff_id = await addRow(writer, stamp, 'handoff', { client_id: clientId, start_on: '2026-11-01' });
    item = await addRow(writer, stamp, 'handoff_item', { handoff_id, title: 'Ключи' });
  });
  const sign = { clientId, code: 'R-SLOW', side: 'us', markedOn: '2026-11-20', evidence: '' } as const;
  await calls()['clients.markSignal']({ commandId: v4(), ...sign });
  const { marks } = await calls()['clients.signals']({ clientId });
  const subjects = [
    `task:${page.tasks[0]?.id ?? ''}`,
    'report:month:2026-10',
    'rhythm',
    `handoff_item:${item}`,
    'health:quiet',
    `health:${marks[0]?.id ?? ''}`,
  ];
  const put = { clientId, subjects, untilOn: '2026-12-10', reason: 'Отпуск' };
  await healthHandlers(context)['health.snooze']({ commandId: v4(), ...put });
  const [snooze, ...others] = (await read('all')).entries.filter((entry) => entry.type === 'snooze');
  expect(others).toEqual([]);
  expect(snooze).toMatchObject({ reason: 'Отпуск' });
  expect(snooze?.subjects).toHaveLength(6);
  expect(snooze?.subjects).toEqual(
    expect.arrayContaining([
      { kind: 'task', name: 'Позвонить' },
      { kind: 'report', name: '2026-10' },
      { kind: 'rhythm', name: '' },
      { kind: 'handoff_item', name: 'Ключи' },
      { kind: 'health', name: 'quiet' },
      { kind: 'health', name: 'R-SLOW' },
    ]),
  );
});
