import { v5 } from 'uuid';
import { type Candidate, candidateQuestions } from '../shared/contract/handoff.ts';
import { AppError } from '../shared/errors.ts';
import { addRow, lastPlaceOf } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Stamp } from './storage.ts';

export async function readCandidates(reader: Reader, handoffId: string): Promise<readonly Candidate[]> {
  const rows = await reader
    .selectFrom('candidate')
    .selectAll()
    .where('handoff_id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const answers = await reader
    .selectFrom('candidate_answer')
    .innerJoin('candidate', 'candidate.id', 'candidate_answer.candidate_id')
    .where('candidate.handoff_id', '=', handoffId)
    .where('candidate_answer.deleted_at', 'is', null)
    .select(['candidate.id as candidate_id', 'question', 'answer'])
    .execute();
  const byCandidate = Map.groupBy(answers, (row) => row.candidate_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    fits: row.fits,
    consider: row.consider,
    disclosure: row.disclosure,
    contact: row.contact ?? '',
    load: row.load ?? '',
    state: row.state,
    answers: inOrderOfQuestions(byCandidate.get(row.id) ?? []),
    place: row.place,
  }));
}

function inOrderOfQuestions(answers: readonly { readonly question: string; readonly answer: string }[]) {
  const order: readonly string[] = candidateQuestions;
  return answers
    .map(({ question, answer }) => ({ question, answer }))
    .toSorted((one, other) => order.indexOf(one.question) - order.indexOf(other.question));
}

/** The handoff a candidate belongs to, also when the candidate was deleted. */
export async function handoffOfCandidate(reader: Reader, candidateId: string): Promise<string> {
  const row = await reader
    .selectFrom('candidate')
    .select('handoff_id')
    .where('id', '=', candidateId)
    .executeTakeFirst();
  if (!row?.handoff_id) throw new AppError('not_found', 'no such candidate');
  return row.handoff_id;
}

export interface NewCandidate {
  readonly handoffId: string;
  readonly name: string;
  readonly fits: string;
  readonly consider: string;
}

export async function addCandidate(writer: Writer, stamp: Stamp, candidate: NewCandidate): Promise<void> {
  const { handoffId, name, fits, consider } = candidate;
  await addRow(writer, stamp, 'candidate', {
    handoff_id: handoffId,
    name,
    fits,
    consider,
    state: 'listed',
    place: await lastPlaceOf(writer, 'candidate', 'handoff_id', handoffId),
  });
}

export interface CandidateChange {
  readonly name?: string | undefined;
  readonly fits?: string | undefined;
  readonly consider?: string | undefined;
  readonly disclosure?: string | undefined;
  readonly contact?: string | undefined;
  readonly load?: string | undefined;
  readonly state?: string | undefined;
  readonly deleted_at?: string;
}

export async function changeCandidate(
  writer: Writer,
  stamp: Stamp,
  candidateId: string,
  change: CandidateChange,
): Promise<void> {
  const result = await writer
    .updateTable('candidate')
    .set({ ...change, ...touched(stamp) })
    .where('id', '=', candidateId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  expectOne(result);
}

export interface Answer {
  readonly candidateId: string;
  readonly question: string;
  /** Empty takes the answer back. */
  readonly answer: string;
}

/** One row per candidate and question, whoever answers first: the id is made from both. */
export async function answerQuestion(writer: Writer, stamp: Stamp, given: Answer): Promise<void> {
  const { candidateId, question, answer } = given;
  const deleted_at = answer === '' ? stamp.now : null;
  await writer
    .insertInto('candidate_answer')
    .values({
      ...newRow(stamp),
      id: v5(question, candidateId),
      candidate_id: candidateId,
      question,
      answer,
      deleted_at,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ answer, deleted_at, ...touched(stamp) }))
    .execute();
}
