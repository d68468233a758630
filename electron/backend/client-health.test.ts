import fc from 'fast-check';
import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHealthFacts } from '../../db/health-facts.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import { receipt } from '../../shared/health/receipt.ts';
import { boardStages } from '../../shared/stage.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { readDoubts } from './doubts.ts';
import { healthHandlers } from './health.ts';
import { client as clientRow, fill, task, touch } from './rows-in-test.ts';
import { testContext, type TestContext } from './testing.ts';

let context: TestContext;
beforeEach(() => {
  context = testContext();
});
afterEach(() => context.storage.remove());

/** With us for two years. */
const client = (id: string, more = {}) => clientRow(id, { created_at: '2024-11-23T09:00:00.000Z', ...more });
const command = () => ({ commandId: v4() });
const calls = () => healthHandlers(context);
const undo = () => context.storage.undo(v4());

const scene = (...sql: readonly string[]) => fill(context, ...sql);

async function healthOf(clientId: string) {
  const { health } = await calls()['health.receipt']({ clientId });
  if (health === null) throw new Error('this client has a receipt');
  return health;
}

async function lineOf(clientId: string, code: string) {
  return (await healthOf(clientId)).receipt.lines.find((line) => line.code === code);
}

const verdicts = async () => (await calls()['health.verdicts']({})).verdicts;
const row = (table: string, cells: Readonly<Record<string, string | null>>) =>
  `insert into ${table} (${Object.keys(cells).join()}) values (${Object.values(cells)
    .map((cell) => (cell === null ? 'null' : `'${cell}'`))
    .join()})`;
const mark = (clientId: string, code: string, markedOn: string, evidence = '') =>
  row('signal_mark', {
    id: `${clientId} ${code}`,
    client_id: clientId,
    code,
    side: 'us',
    marked_on: markedOn,
    evidence,
  });

const today = '2026-11-23';
const ago = (most: number) => fc.integer({ min: -20, max: most }).map((days) => addDays(today, -days));
const clientFacts = fc.record({
  stage: fc.constantFrom(...boardStages),
  touches: fc.array(ago(400), { maxLength: 4 }),
  due: fc.array(ago(60), { maxLength: 3 }),
  reports: fc.array(ago(90), { maxLength: 3 }),
  readings: fc.uniqueArray(ago(200), { maxLength: 4 }),
  ideas: fc.array(ago(200), { maxLength: 3 }),
  answers: fc.array(fc.record({ on: ago(300), plan: fc.constantFrom('yes', 'no', 'unknown') }), { maxLength: 2 }),
  marks: fc.uniqueArray(fc.constantFrom('R-SLOW', 'G-TALK', 'C-TRUST', 'R-NOQ'), { maxLength: 3 }),
  markedOn: ago(150),
  reportDays: fc.option(fc.integer({ min: 1, max: 365 })),
});

type ClientFacts = typeof clientFacts extends fc.Arbitrary<infer Facts> ? Facts : never;

/** As they stand in the file. */
function rowsOf(id: string, facts: ClientFacts): readonly string[] {
  const { reportDays } = facts;
  return [
    client(id, { stage: facts.stage }),
    ...facts.touches.map((on) => touch(id, `${on}T09:00:00.000Z`)),
    ...facts.due.map((on, index) => task(`${id} task ${index}`, id, on)),
    ...facts.reports.map((on, index) =>
      row('report', { id: `${id} report ${index}`, client_id: id, kind: 'month', period: `${index}`, sent_on: on }),
    ),
    row('kpi', { id: `${id} kpi`, client_id: id, name: 'Orders', target: '29', direction: 'up' }),
    ...facts.readings.map((on, index) =>
      row('kpi_reading', { id: `${id} ${on}`, kpi_id: `${id} kpi`, measured_on: on, value: `${27 + index}` }),
    ),
    ...facts.ideas.map((on, index) =>
      row('insight', { id: `${id} idea ${index}`, client_id: id, kind: 'idea', state: 'offered', told_on: on }),
    ),
    ...facts.answers.map(({ on, plan }, index) =>
      row('intent_check', { id: `${id} answer ${index}`, client_id: id, checked_on: on, has_plan: plan }),
    ),
    ...facts.marks.map((code) => mark(id, code, facts.markedOn)),
    ...(reportDays === null
      ? []
      : [row('client_threshold', { id: `${id} days`, client_id: id, rule: 'report', days: String(reportDays) })]),
  ];
}

describe('the receipt', () => {
  test('reads every line from the file', async () => {
    await scene(
      client('alder'),
      touch('alder', '2026-11-20T09:00:00.000Z'),
      touch('alder', '2025-02-01T09:00:00.000Z'),
      task('step', 'alder', '2026-11-27'),
      task('late', 'alder', '2026-11-20'),
      task('theirs', 'alder', '2026-11-01', "'client', null"),
      task('done', 'alder', '2026-11-01', "'agency', '2026-11-02T09:00:00.000Z'"),
      row('report', { id: 'r', client_id: 'alder', kind: 'month', period: '2026-10', sent_on: '2026-11-03' }),
      row('report', { id: 'r2', client_id: 'alder', kind: 'month', period: '2026-11', sent_on: null }),
      row('kpi', { id: 'k', client_id: 'alder', name: 'Orders', target: '29', direction: 'up' }),
      row('kpi', { id: 'k2', client_id: 'alder', name: 'Visits' }),
      row('kpi_reading', { id: 'v', kpi_id: 'k', measured_on: '2026-10-31', value: '31' }),
      row('insight', { id: 'i', client_id: 'alder', kind: 'idea', state: 'offered', told_on: '2026-10-30' }),
      row('intent_check', { id: 'c', client_id: 'alder', checked_on: '2026-11-06', has_plan: 'yes' }),
      mark('alder', 'G-REPORT', '2026-11-03'),
      mark('alder', 'R-SLOW', '2026-11-20', 'Two days'),
      client('other'),
      touch('other', '2026-10-20T09:00:00.000Z'),
      mark('other', 'C-TRUST', '2026-11-20'),
    );
    const { receipt } = await healthOf('alder');
    expect(receipt).toMatchObject({
      verdict: 'good',
      score: 84,
      confidence: 1,
      cap: null,
      flags: [{ signal: 'R-SLOW', evidence: 'Two days', points: -8 }],
    });
    expect(receipt.lines).toMatchObject([
      { code: 'rhythm', points: 10, days: 3, norm: 14 },
      { code: 'next_step', points: 5, taskId: 'step' },
      { code: 'promises', points: -3, overdue: 1, first: { taskId: 'late' } },
      { code: 'report', points: 6, days: 20, reportId: 'r' },
      { code: 'results', points: 10, reached: 1, behind: 0 },
      { code: 'ideas', points: 4, count: 1 },
      { code: 'intent', points: 6, answer: 'yes', days: 17 },
      { code: 'healthy_signs', points: 4 },
      { code: 'red_flags', points: -8 },
    ]);
  });

  test('leaves out what was deleted, what is only a draft and what is no touch', async () => {
    await scene(
      client('alder'),
      touch('alder', '2026-10-01T09:00:00.000Z'),
      `update note set deleted_at = '2026-10-02T00:00:00.000Z'`,
      row('note', { id: 'draft', client_id: 'alder', kind: 'call', happened_at: '2026-11-20T09:00:00.000Z' }),
      row('note', {
        id: 'seen',
        client_id: 'alder',
        kind: 'observation',
        happened_at: '2026-11-20T09:00:00.000Z',
        finished_at: '2026-11-20T09:00:00.000Z',
      }),
      mark('alder', 'R-SLOW', '2026-11-20'),
      `update signal_mark set deleted_at = '2026-11-21T00:00:00.000Z'`,
    );
    expect(await lineOf('alder', 'rhythm')).toMatchObject({ isUnknown: true });
    expect(await lineOf('alder', 'red_flags')).toMatchObject({ count: 0 });
  });

  test('leaves out rows without their day, and the other clients are told of all the same', async () => {
    await scene(
      client('alder'),
      client('risky'),
      mark('risky', 'C-TRUST', '2026-11-01'),
      row('insight', { id: 'i', client_id: 'alder', kind: 'idea', state: 'accepted', told_on: '' }),
      row('intent_check', { id: 'c', client_id: 'alder', checked_on: '', has_plan: 'no' }),
      row('kpi', { id: 'k', client_id: 'alder', name: 'Orders', target: '29', direction: 'up' }),
      row('kpi_reading', { id: 'v', kpi_id: 'k', measured_on: '', value: '31' }),
      row('report', { id: 'r', client_id: 'alder', kind: 'month', period: '2026-10', sent_on: '' }),
      mark('alder', 'G-REPORT', ''),
    );
    expect(await lineOf('alder', 'ideas')).toMatchObject({ count: 0, insightId: null });
    expect(await lineOf('alder', 'intent')).toMatchObject({ isUnknown: true });
    expect(await verdicts()).toMatchObject([{ clientId: 'risky' }]);
  });

  test('goes back further than half a year for the last touch', async () => {
    await scene(
      client('alder'),
      touch('alder', '2025-11-23T09:00:00.000Z'),
      touch('alder', '2025-01-01T09:00:00.000Z'),
    );
    expect(await lineOf('alder', 'rhythm')).toMatchObject({ days: 365, points: -20 });
  });

  test('tells what changed since last week and what an act would give', async () => {
    await scene(client('alder'), touch('alder', '2026-10-26T09:00:00.000Z'), task('kept', 'alder', '2026-11-10'));
    await clientsHandlers(context)['clients.editTask']({ ...command(), taskId: 'kept', done: true });
    const { changes, acts } = await healthOf('alder');
    expect(changes).toEqual([
      { code: 'rhythm', by: -8 },
      { code: 'promises', by: 7 },
    ]);
    expect(acts).toEqual([
      { code: 'ideas', by: 10 },
      { code: 'rhythm', by: 15 },
    ]);
  });

  test('takes a call for a next step of last week only where it was noted ahead', async () => {
    const noted = (createdAt: string) =>
      `update note set created_at = '${createdAt}' where happened_at = '2026-11-20T09:00:00.000Z'`;
    await scene(client('alder'), touch('alder', '2026-11-20T09:00:00.000Z'));
    const steps = async () => (await healthOf('alder')).changes.filter(({ code }) => code === 'next_step');
    expect(await steps()).toEqual([]);
    await scene(noted('2026-11-20T10:00:00.000Z'));
    expect(await steps()).toEqual([]);
    await scene(noted('2026-11-12T10:00:00.000Z'));
    expect(await steps()).toEqual([{ code: 'next_step', by: -10 }]);
    await scene(
      touch('alder', '2026-11-27T09:00:00.000Z'),
      `update note set created_at = '2026-11-22T10:00:00.000Z' where happened_at > '2026-11-23'`,
    );
    expect(await lineOf('alder', 'next_step')).toMatchObject({ points: 5, dueOn: '2026-11-27' });
  });

  test('takes a draft of what is still to come for a next step, on the board as well', async () => {
    const draft = (id: string, kind: string, on: string) =>
      row('note', {
        id,
        client_id: 'early',
        kind,
        happened_at: on,
        created_at: '2026-11-20T09:00:00.000Z',
        body: 'Ask',
      });
    await scene(
      client('early', { stage: 'acquaintance' }),
      touch('early', '2026-11-20T09:00:00.000Z'),
      task('promise', 'early', '2026-11-20'),
      draft('seen', 'observation', '2026-11-27T09:00:00.000Z'),
      draft('over', 'meeting', '2026-11-22T09:00:00.000Z'),
    );
    expect(await lineOf('early', 'next_step')).toMatchObject({ points: -5, dueOn: null });
    expect(await verdicts()).toMatchObject([{ worst: { code: 'next_step' } }]);
    await scene(draft('meeting', 'meeting', '2026-11-27T09:00:00.000Z'));
    expect(await lineOf('early', 'next_step')).toMatchObject({ points: 5, dueOn: '2026-11-27', noteId: 'meeting' });
    expect(await verdicts()).toMatchObject([{ worst: { code: 'promises' } }]);
    await scene(`update note set deleted_at = '2026-11-23T09:00:00.000Z' where id = 'meeting'`);
    expect(await lineOf('early', 'next_step')).toMatchObject({ points: -5 });
  });

  test('knows nobody with whom we have parted, nor who is not there', async () => {
    await scene(client('gone', { stage: 'ended' }));
    expect(await calls()['health.receipt']({ clientId: 'gone' })).toMatchObject({ health: null });
    expect(await calls()['health.receipt']({ clientId: v4() })).toMatchObject({ health: null });
  });
});

describe('a threshold of one client', () => {
  const alder = v4();
  const birch = v4();
  const set = (rule: CallInput<'health.setThreshold'>['rule'], days: number | null, clientId = alder) =>
    calls()['health.setThreshold']({ ...command(), clientId, rule, days });

  beforeEach(() =>
    scene(
      client(alder),
      client(birch),
      touch(alder, '2026-10-26T09:00:00.000Z'),
      row('report', { id: 'r', client_id: alder, kind: 'month', period: '2026-08', sent_on: '2026-09-21' }),
    ),
  );

  test('moves the points of its line, is undone and done again', async () => {
    expect(await lineOf(alder, 'report')).toMatchObject({ points: -8, norm: 35 });
    await set('report', 90);
    expect(await lineOf(alder, 'report')).toMatchObject({ points: 6, norm: 90 });
    expect(await lineOf(birch, 'report')).toMatchObject({ norm: 35 });
    await undo();
    expect(await lineOf(alder, 'report')).toMatchObject({ points: -8, norm: 35 });
    await context.storage.redo(v4());
    expect(await lineOf(alder, 'report')).toMatchObject({ norm: 90 });
  });

  test('goes back to what holds for everybody, and that is undone too', async () => {
    await set('ideas', 30);
    await set('ideas', null);
    const ideas = async () => (await healthOf(alder)).thresholds.find(({ rule }) => rule === 'ideas');
    expect(await ideas()).toEqual({ rule: 'ideas', days: 90, isOwn: false, usual: 90, changedOn: null });
    await undo();
    expect(await ideas()).toEqual({ rule: 'ideas', days: 30, isOwn: true, usual: 90, changedOn: '2026-11-23' });
    await undo();
    expect(await ideas()).toMatchObject({ days: 90 });
    await set('ideas', 45);
    expect(await ideas()).toMatchObject({ days: 45, isOwn: true });
  });

  test('of the rhythm is the norm that the card shows', async () => {
    await set('rhythm', 30);
    expect(await lineOf(alder, 'rhythm')).toMatchObject({ points: 10, norm: 30 });
    const { cards } = await boardHandlers(context)['board.load']({});
    expect(cards.find(({ id }) => id === alder)).toMatchObject({ contactNormDays: 30 });
    await set('rhythm', null);
    expect(await lineOf(alder, 'rhythm')).toMatchObject({ norm: 14 });
  });

  test('is a number of days, and of a client that is there', async () => {
    const { input } = contract['health.setThreshold'];
    const request = { ...command(), clientId: v4(), rule: 'report' };
    for (const days of [0, 366, 1.5, '30']) expect(input.safeParse({ ...request, days }).success).toBe(false);
    expect(input.safeParse({ ...request, days: 365 }).success).toBe(true);
    await expect(set('report', 30, v4())).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the verdicts of the board', () => {
  beforeEach(() =>
    scene(
      client('calm'),
      client('risky'),
      client('early', { stage: 'acquaintance' }),
      client('gone', { stage: 'ended' }),
      mark('risky', 'C-TRUST', '2026-11-01', 'They\n\nshouted '.repeat(40)),
      mark('gone', 'C-TRUST', '2026-11-01'),
      touch('early', '2026-11-20T09:00:00.000Z'),
      task('promise', 'early', '2026-11-20'),
    ),
  );

  test('name who is in doubtful health, with the worst reason', async () => {
    const known = await verdicts();
    expect(known).toMatchObject([
      { clientId: 'early', verdict: 'watch', worst: { code: 'next_step' } },
      { clientId: 'risky', verdict: 'risk', worst: { code: 'flag', signal: 'C-TRUST' } },
    ]);
    const worst = known[1]?.worst;
    expect(worst?.code === 'flag' && worst.evidence).toMatch(/^They shouted They .{100,}…$/u);
  });

  test('are looked for once for all who ask after the same change, and anew after the next one or on another day', async () => {
    const first = await readDoubts(context);
    expect(await readDoubts(context)).toBe(first);
    await scene(mark('calm', 'C-TRUST', '2026-11-20'));
    const second = await readDoubts(context);
    expect([...second.keys()]).toEqual(expect.arrayContaining(['calm', ...first.keys()]));
    await undo();
    expect([...(await readDoubts(context)).keys()]).toEqual([...first.keys()]);
    context.clock.setNow('2027-01-20T10:00:00.000Z');
    expect((await readDoubts(context)).get('early')).not.toEqual(first.get('early'));
  });

  test('say in which language the words of the client are, where those are the reason', async () => {
    const languageOf = async (clientId: string) =>
      (await verdicts()).find((verdict) => verdict.clientId === clientId)?.language;
    expect(await languageOf('risky')).toBeUndefined();
    await scene(`update client set language = 'ru' where id in ('risky', 'early')`);
    expect(await languageOf('risky')).toBe('ru');
    expect(await languageOf('early')).toBeUndefined();
    await scene(`update signal_mark set evidence = '' where client_id = 'risky'`);
    expect(await languageOf('risky')).toBeUndefined();
  });

  test('are those of the clients’ own pages, whatever is known of whom', async () => {
    let made = 0;
    const known = fc.array(clientFacts, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(known, async (clients) => {
        await scene(...clients.flatMap((facts) => rowsOf(`client-${(made += 1)}`, facts)));
        const all = await readHealthFacts(context.storage.read, { only: null, today });
        expect(all.size).toBeGreaterThan(made);
        for (const [clientId, facts] of all) expect((await healthOf(clientId)).receipt).toEqual(receipt(facts, today));
        const told = (await verdicts()).map(({ clientId, verdict }) => [clientId, verdict]);
        const expected = [...all].map(([clientId, facts]) => [clientId, receipt(facts, today)?.verdict]);
        expect(told).toEqual(expected.filter(([, verdict]) => verdict === 'watch' || verdict === 'risk'));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  test('stay when a reason is put off: the next one speaks, then none', async () => {
    const putOff = (...subjects: readonly string[]) =>
      calls()['health.snooze']({
        ...command(),
        clientId: 'early',
        subjects: [...subjects],
        untilOn: '2026-12-07',
        reason: 'On holiday',
      });
    const early = async () => (await verdicts()).find(({ clientId }) => clientId === 'early');
    await putOff('health:next_step');
    expect(await early()).toMatchObject({ verdict: 'watch', worst: { code: 'promises' } });
    await putOff('health:promises', 'health:intent');
    expect(await early()).toEqual({ clientId: 'early', verdict: 'watch', worst: null });
    const { snoozes } = await healthOf('early');
    expect(snoozes).toMatchObject([
      { subject: 'health:next_step', untilOn: '2026-12-07', reason: 'On holiday' },
      {},
      {},
    ]);
    await calls()['health.wake']({ ...command(), snoozeIds: snoozes.map(({ id }) => id) });
    expect(await early()).toMatchObject({ worst: { code: 'next_step' } });
    await undo();
    expect(await early()).toMatchObject({ worst: null });
    context.clock.setNow('2026-12-07T08:00:00.000Z');
    expect((await early())?.worst).not.toBeNull();
  });
});
