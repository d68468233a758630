import { putAnswer, putAuditTopic } from '../../../db/playbook.ts';
import { addRow, changeRow, lastPlaceOf } from '../../../db/row-changes.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { Filling } from './filling.ts';
import type { SamplePlaybook, SampleRequest, SampleTrial, SampleVerdict } from './sample-playbook.ts';

/** What was answered, tried, asked and told. */
export async function fillPlaybook(filling: Filling, clientId: Id, playbook: SamplePlaybook): Promise<void> {
  const { writer, stamp, say, dayAgo } = filling;
  await changeRow(writer, stamp, 'client', clientId, {
    first_impression: playbook.impression ? say(playbook.impression.words) : '',
    first_impression_on: playbook.impression ? dayAgo(playbook.impression.ago) : null,
    first_lever: playbook.lever ? say(playbook.lever) : '',
  });
  for (const { code, ago, words, done = false } of playbook.answers ?? []) {
    const answer = { clientId, code, answer: words ? say(words) : '', isDone: done, answeredOn: dayAgo(ago) };
    await putAnswer(writer, stamp, answer, dayAgo({}));
  }
  for (const { topic, score, evidence, question } of playbook.audit ?? []) {
    const seen = { evidence: say(evidence), openQuestion: question ? say(question) : '' };
    await putAuditTopic(writer, stamp, { clientId, topic, score, ...seen });
  }
  if (playbook.trial) await fillTrial(filling, clientId, playbook.trial);
  await fillIntentsAndInsights(filling, clientId, playbook);
  for (const request of playbook.requests ?? []) await fillRequest(filling, clientId, request);
}

async function fillIntentsAndInsights(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  { intents = [], insights = [] }: SamplePlaybook,
): Promise<void> {
  for (const { ago, hasPlan, saidBy, words } of intents) {
    const said = { said_by: say(saidBy), words: say(words) };
    await addRow(writer, stamp, 'intent_check', {
      client_id: clientId,
      checked_on: dayAgo(ago),
      has_plan: hasPlan,
      ...said,
    });
  }
  for (const { kind, title, ago, state, isBeyondContract = false } of insights)
    await addRow(writer, stamp, 'insight', {
      client_id: clientId,
      kind,
      title: say(title),
      told_on: dayAgo(ago),
      state,
      is_beyond_contract: Number(isBeyondContract),
    });
}

async function fillTrial(filling: Filling, clientId: Id, trial: SampleTrial): Promise<void> {
  const { writer, stamp, say, dayAgo, instantAgo } = filling;
  const verdict = (given: SampleVerdict | undefined) =>
    [given?.verdict ?? '', given ? say(given.words) : '', given ? dayAgo(given.ago) : null] as const;
  const [our_verdict, our_words, our_verdict_on] = verdict(trial.ours);
  const [their_verdict, their_words, their_verdict_on] = verdict(trial.theirs);
  const trialId = await addRow(writer, stamp, 'trial', {
    client_id: clientId,
    started_on: dayAgo(trial.ago),
    ends_on: dayAgo({ days: -trial.endsInDays }),
    success_sign: say(trial.successSign),
    our_verdict,
    our_words,
    our_verdict_on,
    their_verdict,
    their_words,
    their_verdict_on,
    revisit_on: trial.revisitInDays === undefined ? null : dayAgo({ days: -trial.revisitInDays }),
  });
  for (const title of trial.done ?? [])
    await addRow(writer, stamp, 'task', {
      client_id: clientId,
      trial_id: trialId,
      title: say(title),
      side: 'agency',
      done_at: instantAgo(trial.ago, 9),
      place: await lastPlaceOf(writer, 'task', 'client_id', clientId),
    });
  if (trial.holdsStep) {
    const open = writer.selectFrom('task').select('id').where('client_id', '=', clientId).where('done_at', 'is', null);
    for (const { id } of await open.execute()) await changeRow(writer, stamp, 'task', id, { trial_id: trialId });
  }
}

async function fillRequest(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  { ago, wish, limits, options, chosen, result }: SampleRequest,
): Promise<void> {
  const requestId = await addRow(writer, stamp, 'request', {
    client_id: clientId,
    asked_on: dayAgo(ago),
    wish: say(wish),
    limits: say(limits),
    result: result?.is ?? '',
    result_on: result ? dayAgo(result.ago) : null,
    result_words: result ? say(result.words) : '',
  });
  for (const [index, title] of options.entries())
    await addRow(writer, stamp, 'request_option', {
      request_id: requestId,
      title: say(title),
      is_chosen: Number(index === chosen),
      place: await lastPlaceOf(writer, 'request_option', 'request_id', requestId),
    });
}
