import { v5 } from 'uuid';
import { type Answer, dayOfAnswer } from '../shared/clients/answers.ts';
import type { Playbook } from '../shared/contract/client-playbook.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import { readInsights, readKpiNames, readReportNames } from './insights.ts';
import { readIntentChecks } from './intent-checks.ts';
import { expectClient } from './records.ts';
import { readRequests } from './requests.ts';
import { changeRow, putRow } from './row-changes.ts';
import { flag } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';
import { readTrials } from './trials.ts';

/** Everything the tab shows. */
export async function readPlaybook(reader: Reader, clientId: Id): Promise<Playbook> {
  await expectClient(reader, clientId);
  return {
    answers: await readAnswers(reader, clientId),
    ...(await readFirstThings(reader, clientId)),
    trials: await readTrials(reader, clientId),
    audit: await readAudit(reader, clientId),
    intentChecks: await readIntentChecks(reader, clientId),
    requests: await readRequests(reader, clientId),
    insights: await readInsights(reader, clientId),
    reports: await readReportNames(reader, clientId),
    kpis: await readKpiNames(reader, clientId),
  };
}

async function readFirstThings(
  reader: Reader,
  clientId: Id,
): Promise<Pick<Playbook, 'firstImpression' | 'firstImpressionOn' | 'firstLever'>> {
  const row = await reader
    .selectFrom('client')
    .select(['first_impression', 'first_impression_on', 'first_lever'])
    .where('id', '=', clientId)
    .executeTakeFirstOrThrow();
  return {
    firstImpression: row.first_impression,
    firstImpressionOn: row.first_impression_on,
    firstLever: row.first_lever,
  };
}

/** The same thing at the same client is the same row on every computer. */
function idAt(clientId: Id, code: string): Id {
  return v5(code, clientId);
}

async function readAnswers(reader: Reader, clientId: Id): Promise<Answer[]> {
  const rows = await reader
    .selectFrom('client_answer')
    .select(['code', 'answer', 'is_done', 'answered_on'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    answer: row.answer,
    isDone: row.is_done === 1,
    answeredOn: row.answered_on,
  }));
}

export async function putAnswer(
  writer: Writer,
  stamp: Stamp,
  { clientId, code, answer, isDone, answeredOn }: Omit<CallRequest<'clients.answer'>, 'commandId'>,
  today: Day,
): Promise<void> {
  await expectClient(writer, clientId);
  const before = (await readAnswers(writer, clientId)).find((each) => each.code === code) ?? null;
  const after = { code, answer: answer ?? before?.answer ?? '', isDone: isDone ?? before?.isDone ?? false };
  await putRow(writer, stamp, 'client_answer', idAt(clientId, code), {
    client_id: clientId,
    code,
    answer: after.answer,
    is_done: flag(after.isDone),
    answered_on: answeredOn ?? dayOfAnswer(before, after, today),
  });
}

export async function editImpression(
  writer: Writer,
  stamp: Stamp,
  { clientId, words, writtenOn }: CallRequest<'clients.editImpression'>,
  today: Day,
): Promise<void> {
  await expectClient(writer, clientId);
  const before = await readFirstThings(writer, clientId);
  const text = words ?? before.firstImpression;
  await changeRow(writer, stamp, 'client', clientId, {
    first_impression: text,
    // What is put into better words later is still the impression of that day.
    first_impression_on: text === '' ? null : (writtenOn ?? before.firstImpressionOn ?? today),
  });
}

async function readAudit(reader: Reader, clientId: Id): Promise<Playbook['audit']> {
  const rows = await reader
    .selectFrom('audit_topic')
    .select(['topic', 'score', 'evidence', 'open_question'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('topic')
    .execute();
  return rows.map(({ topic, score, evidence, open_question: openQuestion }) => ({
    topic,
    score,
    evidence,
    openQuestion,
  }));
}

export async function putAuditTopic(
  writer: Writer,
  stamp: Stamp,
  { clientId, topic, score, evidence, openQuestion }: Omit<CallRequest<'clients.editAuditTopic'>, 'commandId'>,
): Promise<void> {
  await expectClient(writer, clientId);
  await putRow(writer, stamp, 'audit_topic', idAt(clientId, `audit ${topic}`), {
    client_id: clientId,
    topic,
    score,
    evidence,
    open_question: openQuestion,
  });
}
