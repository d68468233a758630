import { asksToComeBack, endsBeforeStart, type TrialFacts } from '../shared/clients/trial.ts';
import type { Trial } from '../shared/contract/client-playbook.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import type { Task } from '../shared/contract/clients.ts';
import { AppError } from '../shared/errors.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow, lastPlaceOf } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';
import { taskOf } from './tasks.ts';

/** The latest first. */
export async function readTrials(reader: Reader, clientId: Id): Promise<Trial[]> {
  const rows = await reader
    .selectFrom('trial')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const tasks = await readTrialTasks(reader, clientId);
  return rows.map((row) => ({
    id: row.id,
    startedOn: row.started_on,
    endsOn: row.ends_on,
    successSign: row.success_sign,
    ours: { verdict: row.our_verdict, words: row.our_words, givenOn: row.our_verdict_on },
    theirs: { verdict: row.their_verdict, words: row.their_words, givenOn: row.their_verdict_on },
    revisitOn: row.revisit_on,
    tasks: tasks.get(row.id) ?? [],
  }));
}

/** All of them in the order in which they were written down: a tick does not move a task. */
async function readTrialTasks(reader: Reader, clientId: Id): Promise<ReadonlyMap<Id | null, Task[]>> {
  const rows = await reader
    .selectFrom('task')
    .select(['id', 'trial_id', 'note_id', 'title', 'side', 'person', 'due_on', 'done_at'])
    .where('client_id', '=', clientId)
    .where('trial_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.trial_id);
  return new Map([...grouped].map(([trialId, ofTrial]) => [trialId, ofTrial.map((row) => taskOf(clientId, row))]));
}

export async function addTrial(
  writer: Writer,
  stamp: Stamp,
  { clientId, startedOn, endsOn, successSign }: CallRequest<'clients.addTrial'>,
): Promise<void> {
  await expectClient(writer, clientId);
  refuseBadEnd(startedOn, endsOn);
  await addRow(writer, stamp, 'trial', {
    client_id: clientId,
    started_on: startedOn,
    ends_on: endsOn,
    success_sign: successSign,
  });
}

function refuseBadEnd(startedOn: Day | null, endsOn: Day | null): void {
  if (endsBeforeStart({ startedOn, endsOn }))
    throw new AppError('bad_input', 'a trial ends before it starts', { endsOn: 'too_small' });
}

export async function editTrial(
  writer: Writer,
  stamp: Stamp,
  { trialId, startedOn, endsOn, successSign, revisitOn }: CallRequest<'clients.editTrial'>,
): Promise<void> {
  const trial = await liveTrial(writer, trialId);
  refuseBadEnd(startedOn ?? trial.started_on, endsOn === undefined ? trial.ends_on : endsOn);
  refuseLateStart(trial, startedOn);
  if (revisitOn && !asksToComeBack(verdictsOf(trial)))
    throw new AppError('bad_input', 'nobody said “not now”', { revisitOn: 'invalid_value' });
  await changeRow(writer, stamp, 'trial', trialId, {
    started_on: startedOn,
    ends_on: endsOn,
    success_sign: successSign,
    revisit_on: revisitOn,
  });
}

export async function giveVerdict(
  writer: Writer,
  stamp: Stamp,
  { trialId, side, verdict, words, givenOn }: CallRequest<'clients.giveVerdict'>,
  today: Day,
): Promise<void> {
  const trial = await liveTrial(writer, trialId);
  const said = verdict === null ? '' : verdict;
  const day = verdict === undefined ? givenOn : verdict === null ? null : (givenOn ?? today);
  const before = verdictsOf(trial);
  if (day && (said ?? before[side].verdict) === '')
    throw new AppError('bad_input', 'a day without a verdict', { givenOn: 'invalid_value' });
  refuseEarlyVerdict(trial.started_on, day);
  const after = { ...before, ...(said !== undefined && { [side]: { verdict: said, givenOn: null } }) };
  await changeRow(writer, stamp, 'trial', trialId, {
    ...(side === 'ours'
      ? { our_verdict: said, our_words: words, our_verdict_on: day }
      : { their_verdict: said, their_words: words, their_verdict_on: day }),
    // Nobody is to be reminded of a “not now” that became something else.
    ...(!asksToComeBack(after) && { revisit_on: null }),
  });
}

type LiveTrial = Awaited<ReturnType<typeof liveTrial>>;

function verdictsOf(trial: LiveTrial): Pick<TrialFacts, 'ours' | 'theirs'> {
  return {
    ours: { verdict: trial.our_verdict, givenOn: trial.our_verdict_on },
    theirs: { verdict: trial.their_verdict, givenOn: trial.their_verdict_on },
  };
}

function refuseLateStart(trial: LiveTrial, startedOn: Day | null | undefined): void {
  if (!startedOn) return;
  const { ours, theirs } = verdictsOf(trial);
  const isAfter = [ours.givenOn, theirs.givenOn].some((givenOn) => givenOn !== null && givenOn < startedOn);
  if (isAfter) throw new AppError('bad_input', 'a trial begins after its verdict', { startedOn: 'too_big' });
}

function refuseEarlyVerdict(startedOn: Day | null, givenOn: Day | null | undefined): void {
  if (givenOn && startedOn !== null && givenOn < startedOn)
    throw new AppError('bad_input', 'a verdict before the trial', { givenOn: 'too_small' });
}

/** A task of the trial is a task of the client like any other. */
export async function addTrialTask(
  writer: Writer,
  stamp: Stamp,
  { trialId, title, side, person, dueOn }: CallRequest<'clients.addTrialTask'>,
): Promise<void> {
  const { client_id: clientId } = await liveTrial(writer, trialId);
  if (clientId === null) throw new AppError('not_found', 'no such client');
  await addRow(writer, stamp, 'task', {
    client_id: clientId,
    trial_id: trialId,
    title,
    side,
    person,
    due_on: dueOn,
    place: await lastPlaceOf(writer, 'task', 'client_id', clientId),
  });
}

async function liveTrial(reader: Reader, trialId: Id) {
  const trial = await reader
    .selectFrom('trial')
    .selectAll()
    .where('id', '=', trialId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!trial) throw new AppError('not_found', 'no such trial');
  return trial;
}
