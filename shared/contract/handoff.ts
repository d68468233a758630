import { z } from 'zod';
import { card } from './board.ts';
import { healthReason, verdicts } from './client-health.ts';
import { contact, dossierLine } from './clients.ts';
import { call, commandId, day, id, instant, language, text } from './call.ts';

export const partingReasons = ['no_growth_plan', 'outgrew_each_other', 'budget', 'client_decided'] as const;
export const successorModes = ['contractor', 'in_house', 'freeze'] as const;
export const itemStates = ['todo', 'doing', 'blocked', 'done', 'not_applicable'] as const;
export const assetStates = [
  'not_started',
  'waiting_for_client',
  'transferring',
  'transferred',
  'revoked',
  'verified',
] as const;
export const assetTargets = ['successor', 'client', 'stays'] as const;
export const candidateStates = ['listed', 'leaning', 'chosen', 'reserve', 'declined'] as const;
export const candidateQuestions = [
  'asks_questions',
  'answers_within_a_day',
  'technical_lead_talks',
  'no_rush_to_sign',
  'shows_reports',
  'beyond_the_plan',
] as const;
export const wouldReturns = ['yes', 'perhaps', 'no'] as const;
export const audiences = ['client', 'successor', 'agency'] as const;
export const documentFormats = ['pdf', 'docx', 'markdown', 'html'] as const;

export const handoffItem = z.object({
  id,
  /** Template code, empty for an item typed by hand. */
  code: z.string(),
  section: z.string(),
  title: z.string(),
  side: z.string(),
  person: z.string(),
  dueOn: day,
  state: z.string(),
  stateReason: z.string(),
  isMandatory: z.boolean(),
  evidence: z.string(),
  evidenceHint: z.string(),
  confirmedBy: z.string(),
  confirmedOn: day.nullable(),
  doneAt: instant.nullable(),
  place: z.string(),
  /** The access that it hands over. */
  assetId: id.nullable(),
  /** Ids of the items that should be done before this one. */
  after: z.array(id),
});

export const asset = z.object({
  id,
  name: z.string(),
  /** Where the access or its secret lies: a vault, a cabinet, a server. Never the secret. */
  whereKept: z.string(),
  heldBy: z.string(),
  goesTo: z.string(),
  state: z.string(),
  /** Day of the state or the day it is planned for. */
  stateOn: day.nullable(),
  /** Whose account it is, who can do everything in it, who pays for it: names as people write them. */
  owner: z.string(),
  admin: z.string(),
  payer: z.string(),
  renewalOn: day.nullable(),
  /** When passwords and keys that we knew were changed. */
  rotatedOn: day.nullable(),
  place: z.string(),
});

export const candidate = z.object({
  id,
  name: z.string(),
  /** Why they fit. */
  fits: z.string(),
  /** What to keep in mind. */
  consider: z.string(),
  /** Our own interest in them, said openly; empty when there is none. */
  disclosure: z.string(),
  /** Whom to write to or call there. */
  contact: z.string(),
  /** How much time they have, and from when. */
  load: z.string(),
  state: z.string(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  place: z.string(),
});

/** What the partners make of a handoff that is closed: theirs alone, in no document. */
export const handoffRetrospective = z.object({
  wouldReturn: z.string(),
  wouldReturnWords: z.string(),
  lesson: z.string(),
  /** Code of the reason that should have told them; `none` when none could, empty while nobody said. */
  toldBy: z.string(),
  /** How the client looked before it was closed, the longest ago first. */
  moments: z.array(
    z.object({ daysBefore: z.number().int(), verdict: z.enum(verdicts), reasons: z.array(healthReason).readonly() }),
  ),
});

export const handoffPage = z.object({
  id,
  client: card,
  leadPartnerId: id.nullable(),
  startOn: day,
  endOn: day,
  state: z.enum(['running', 'closed', 'cancelled']),
  successor: z.enum(successorModes),
  /** Each time the month was made longer, the first one first. */
  extensions: z.array(z.object({ id, fromOn: day, untilOn: day, reason: z.string() })),
  /** The day on which it was closed or cancelled. */
  overOn: day.nullable(),
  cancelReason: z.string(),
  retrospective: handoffRetrospective,
  /** Till when we answer questions. */
  careUntilOn: day,
  /** The letter on the cover in the client's words; empty: the standard two sentences. */
  letter: z.string(),
  reasons: z.array(z.string()),
  /** Partners only; reaches no document but our own copy, and that only when the option says so. */
  reasonText: z.string(),
  items: z.array(handoffItem),
  assets: z.array(asset),
  candidates: z.array(candidate),
  contacts: z.array(contact),
  dossier: z.array(dossierLine),
  issued: z.array(
    z.object({
      id,
      audience: z.string(),
      language: z.string(),
      format: z.string(),
      version: z.number().int(),
      fileName: z.string(),
      sha256: z.string(),
      issuedAt: instant,
    }),
  ),
});

export const handoffSummary = z.object({
  id,
  clientId: id,
  clientName: z.string(),
  leadPartnerId: id.nullable(),
  startOn: day,
  endOn: day,
  state: z.enum(['running', 'closed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int(),
  overdue: z.number().int(),
});

/** An ended client: when and why we parted, in words. */
export const archiveEntry = z.object({
  card,
  endedOn: day.nullable(),
  reason: z.string(),
  /** The handoff that was closed last, if there was one. */
  handoffId: id.nullable(),
  /** Whether that one was over within the month with everything shown; null where there was none. */
  isPromiseKept: z.boolean().nullable(),
  /** Whether the partners think that they would come back; empty while nobody said. */
  wouldReturn: z.string(),
});

export const documentOptions = z.object({
  language,
  audience: z.enum(audiences),
  includeAssets: z.boolean(),
  includeDone: z.boolean(),
  /** Has a meaning for our own copy only. */
  includeReasons: z.boolean(),
});

export const revision = z.number().int();
/** The page as it is after the change. */
export const reply = z.object({ revision, page: handoffPage });

export const secretFinding = z.object({
  /** What kind of record it stands in. */
  place: z.enum([
    'item',
    'asset',
    'candidate',
    'dossier',
    'letter',
    'reason',
    'contact',
    'client',
    'agency',
    'partner',
  ]),
  recordId: id,
  recordTitle: z.string(),
  kind: z.string(),
  /** The finding with its middle masked. */
  excerpt: z.string(),
  /** Identifies the finding for `handoff.clearSecret`. */
  fingerprint: z.string(),
});

export const handoff = {
  'handoff.list': call(z.object({}), z.object({ revision, handoffs: z.array(handoffSummary) })),
  'handoff.open': call(z.object({ handoffId: id }), reply),
  'handoff.edit': call(
    z.object({
      commandId,
      handoffId: id,
      leadPartnerId: id.nullable().optional(),
      letter: text.optional(),
      careUntilOn: day.optional(),
      reasons: z.array(z.enum(partingReasons)).max(8).optional(),
      reasonText: text.optional(),
    }),
    reply,
  ),
} as const;

export type HandoffItem = z.infer<typeof handoffItem>;
export type Asset = z.infer<typeof asset>;
export type Candidate = z.infer<typeof candidate>;
export type HandoffPage = z.infer<typeof handoffPage>;
export type HandoffSummary = z.infer<typeof handoffSummary>;
export type ArchiveEntry = z.infer<typeof archiveEntry>;
export type DocumentOptions = z.infer<typeof documentOptions>;
export type DocumentFormat = (typeof documentFormats)[number];
export type SecretFinding = z.infer<typeof secretFinding>;
