import { z } from 'zod';
import { isAnswerCode } from '../clients/answers.ts';
import { call, commandId, day, id, line, optionalLine, text } from './call.ts';
import { sides, task } from './clients.ts';

export const verdicts = ['yes', 'no', 'not_now'] as const;
export const verdictSides = ['ours', 'theirs'] as const;
export const planAnswers = ['yes', 'no', 'unknown'] as const;
export const requestResults = ['met', 'partly', 'no'] as const;
export const insightKinds = ['idea', 'global_problem', 'limit'] as const;
export const insightStates = ['offered', 'accepted', 'declined'] as const;
export const auditTopics = ['processes', 'assortment', 'technical', 'margin', 'profit'] as const;

const answer = z.object({ code: z.string(), answer: z.string(), isDone: z.boolean(), answeredOn: day.nullable() });
const verdict = z.object({ verdict: z.string(), words: z.string(), givenOn: day.nullable() });
const trial = z.object({
  id,
  startedOn: day.nullable(),
  endsOn: day.nullable(),
  successSign: z.string(),
  ours: verdict,
  theirs: verdict,
  /** When to ask again after “not now”. */
  revisitOn: day.nullable(),
  tasks: z.array(task),
});
const auditTopic = z.object({
  topic: z.string(),
  /** 1 to 5; null while nobody has looked. */
  score: z.number().int().nullable(),
  evidence: z.string(),
  openQuestion: z.string(),
});
const intentCheck = z.object({ id, checkedOn: day, hasPlan: z.string(), saidBy: z.string(), words: z.string() });
const requestOption = z.object({ id, title: z.string(), isChosen: z.boolean() });
const clientRequest = z.object({
  id,
  askedOn: day,
  wish: z.string(),
  limits: z.string(),
  options: z.array(requestOption),
  result: z.string(),
  resultOn: day.nullable(),
  resultWords: z.string(),
});
const insight = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  toldOn: day,
  isBeyondContract: z.boolean(),
  state: z.string(),
  reportId: id.nullable(),
  kpiId: id.nullable(),
});

export const playbook = z.object({
  answers: z.array(answer),
  firstImpression: z.string(),
  firstImpressionOn: day.nullable(),
  /** What to redo first to raise the profit. */
  firstLever: z.string(),
  /** The latest first. */
  trials: z.array(trial),
  audit: z.array(auditTopic),
  /** The latest first. */
  intentChecks: z.array(intentCheck),
  /** The latest first. */
  requests: z.array(clientRequest),
  /** The latest first. */
  insights: z.array(insight),
  /** What an insight can be linked to. */
  reports: z.array(z.object({ id, kind: z.string(), period: z.string() })),
  kpis: z.array(z.object({ id, name: z.string() })),
});

const done = z.object({ revision: z.number().int() });
const answerCode = z.string().refine(isAnswerCode);
const plainText = text.trim();
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values).nullable();

export const clientPlaybook = {
  /** All of the tab at once. */
  'clients.playbook': call(z.object({ clientId: id }), z.object({ playbook })),
  'clients.answer': call(
    z.object({
      commandId,
      clientId: id,
      code: answerCode,
      answer: plainText.optional(),
      isDone: z.boolean().optional(),
      answeredOn: day.optional(),
    }),
    done,
  ),
  'clients.editImpression': call(
    z.object({ commandId, clientId: id, words: plainText.optional(), writtenOn: day.optional() }),
    done,
  ),
  'clients.editFirstLever': call(z.object({ commandId, clientId: id, words: plainText }), done),
  'clients.addTrial': call(
    z.object({ commandId, clientId: id, startedOn: day, endsOn: day.nullable(), successSign: plainText }),
    done,
  ),
  'clients.editTrial': call(
    z.object({
      commandId,
      trialId: id,
      startedOn: day.optional(),
      endsOn: day.nullable().optional(),
      successSign: plainText.optional(),
      revisitOn: day.nullable().optional(),
    }),
    done,
  ),
  'clients.giveVerdict': call(
    z.object({
      commandId,
      trialId: id,
      side: z.enum(verdictSides),
      /** Null takes it back. */
      verdict: choice(verdicts).optional(),
      words: plainText.optional(),
      givenOn: day.optional(),
    }),
    done,
  ),
  'clients.deleteTrial': call(z.object({ commandId, trialId: id }), done),
  'clients.addTrialTask': call(
    z.object({
      commandId,
      trialId: id,
      title: line,
      side: z.enum(sides),
      person: optionalLine,
      dueOn: day.nullable(),
    }),
    done,
  ),
  'clients.editAuditTopic': call(
    z.object({
      commandId,
      clientId: id,
      topic: z.enum(auditTopics),
      score: z.number().int().min(1).max(5).nullable().optional(),
      evidence: plainText.optional(),
      openQuestion: plainText.optional(),
    }),
    done,
  ),
  'clients.addIntentCheck': call(
    z.object({
      commandId,
      clientId: id,
      checkedOn: day,
      hasPlan: z.enum(planAnswers),
      saidBy: optionalLine,
      words: plainText,
    }),
    done,
  ),
  'clients.editIntentCheck': call(
    z.object({
      commandId,
      checkId: id,
      checkedOn: day.optional(),
      hasPlan: z.enum(planAnswers).optional(),
      saidBy: optionalLine.optional(),
      words: plainText.optional(),
    }),
    done,
  ),
  'clients.deleteIntentCheck': call(z.object({ commandId, checkId: id }), done),
  'clients.addRequest': call(
    z.object({ commandId, clientId: id, askedOn: day, wish: plainText.min(1), limits: plainText }),
    done,
  ),
  /** `option_missing` when it is refused without an option that was looked at. */
  'clients.editRequest': call(
    z.object({
      commandId,
      requestId: id,
      askedOn: day.optional(),
      wish: plainText.min(1).optional(),
      limits: plainText.optional(),
      /** Null opens it again. */
      result: choice(requestResults).optional(),
      resultOn: day.optional(),
      resultWords: plainText.optional(),
    }),
    done,
  ),
  'clients.deleteRequest': call(z.object({ commandId, requestId: id }), done),
  'clients.addRequestOption': call(z.object({ commandId, requestId: id, title: line }), done),
  /** Choosing one gives up the one chosen before. */
  'clients.editRequestOption': call(
    z.object({ commandId, optionId: id, title: line.optional(), isChosen: z.boolean().optional() }),
    done,
  ),
  /** `option_missing` when the refusal of the request stands on it alone. */
  'clients.deleteRequestOption': call(z.object({ commandId, optionId: id }), done),
  'clients.addInsight': call(
    z.object({
      commandId,
      clientId: id,
      kind: z.enum(insightKinds),
      title: plainText.min(1),
      toldOn: day,
      isBeyondContract: z.boolean(),
    }),
    done,
  ),
  'clients.editInsight': call(
    z.object({
      commandId,
      insightId: id,
      kind: z.enum(insightKinds).optional(),
      title: plainText.min(1).optional(),
      toldOn: day.optional(),
      isBeyondContract: z.boolean().optional(),
      state: z.enum(insightStates).optional(),
      reportId: id.nullable().optional(),
      kpiId: id.nullable().optional(),
    }),
    done,
  ),
  'clients.deleteInsight': call(z.object({ commandId, insightId: id }), done),
} as const;

export type Playbook = z.infer<typeof playbook>;
export type Trial = z.infer<typeof trial>;
export type AuditTopic = z.infer<typeof auditTopic>;
export type IntentCheck = z.infer<typeof intentCheck>;
export type ClientRequest = z.infer<typeof clientRequest>;
export type Insight = z.infer<typeof insight>;
export type VerdictSide = (typeof verdictSides)[number];
