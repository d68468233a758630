import { z } from 'zod';
import { card } from './board.ts';
import { contact, dossierLine, sides } from './clients.ts';
import { call, commandId, day, id, instant, language, line, optionalLine, text } from './call.ts';

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
  doneAt: instant.nullable(),
  place: z.string(),
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
  state: z.string(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  place: z.string(),
});

export const handoffPage = z.object({
  id,
  client: card,
  leadPartnerId: id.nullable(),
  startOn: day,
  endOn: day,
  state: z.enum(['running', 'closed', 'cancelled']),
  successor: z.enum(successorModes),
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
});

export const documentOptions = z.object({
  language,
  audience: z.enum(audiences),
  includeAssets: z.boolean(),
  includeDone: z.boolean(),
  /** Has a meaning for our own copy only. */
  includeReasons: z.boolean(),
});

const revision = z.number().int();
const reply = z.object({ revision, page: handoffPage });

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
  'handoff.archive': call(z.object({}), z.object({ revision, entries: z.array(archiveEntry) })),
  /** Ending a client: starts the month, or ends at once (then a reason is required). */
  'handoff.end': call(
    z.object({
      commandId,
      clientId: id,
      choice: z.enum(['handoff', 'without']),
      startOn: day,
      successor: z.enum(successorModes),
      /** Codes of the extended template items that apply. */
      extended: z.array(z.string().max(8)).max(60),
      reasons: z.array(z.enum(partingReasons)).max(8),
      reasonText: text,
    }),
    z.object({ revision, card, handoffId: id.nullable() }),
  ),
  /** "They came back": an ended client returns to acquaintance with a new engagement. */
  'handoff.comeBack': call(z.object({ commandId, clientId: id }), z.object({ revision, card })),
  'handoff.open': call(z.object({ handoffId: id }), reply),
  'handoff.edit': call(
    z.object({
      commandId,
      handoffId: id,
      leadPartnerId: id.nullable().optional(),
      letter: text.optional(),
      careUntilOn: day.optional(),
      endOn: day.optional(),
      reasonText: text.optional(),
    }),
    reply,
  ),
  'handoff.addItem': call(
    z.object({ commandId, handoffId: id, title: line, side: z.enum(sides), person: optionalLine, dueOn: day }),
    reply,
  ),
  'handoff.editItem': call(
    z.object({
      commandId,
      itemId: id,
      title: line.optional(),
      side: z.enum(sides).optional(),
      person: optionalLine.optional(),
      dueOn: day.optional(),
      state: z.enum(itemStates).optional(),
      stateReason: text.optional(),
      evidence: text.optional(),
      confirmedBy: optionalLine.optional(),
    }),
    reply,
  ),
  'handoff.deleteItem': call(z.object({ commandId, itemId: id }), reply),
  'handoff.addAsset': call(
    z.object({
      commandId,
      handoffId: id,
      name: line,
      whereKept: optionalLine,
      heldBy: optionalLine,
      goesTo: z.enum(assetTargets),
    }),
    reply,
  ),
  'handoff.editAsset': call(
    z.object({
      commandId,
      handoffId: id,
      assetId: id,
      name: line.optional(),
      whereKept: optionalLine.optional(),
      heldBy: optionalLine.optional(),
      goesTo: z.enum(assetTargets).optional(),
      state: z.enum(assetStates).optional(),
      stateOn: day.nullable().optional(),
    }),
    reply,
  ),
  'handoff.deleteAsset': call(z.object({ commandId, handoffId: id, assetId: id }), reply),
  'handoff.addCandidate': call(
    z.object({ commandId, handoffId: id, name: line, fits: optionalLine, consider: optionalLine }),
    reply,
  ),
  'handoff.editCandidate': call(
    z.object({
      commandId,
      candidateId: id,
      name: line.optional(),
      fits: optionalLine.optional(),
      consider: optionalLine.optional(),
      disclosure: optionalLine.optional(),
      state: z.enum(candidateStates).optional(),
    }),
    reply,
  ),
  /** An empty answer takes the answer back. */
  'handoff.answerQuestion': call(
    z.object({ commandId, candidateId: id, question: z.enum(candidateQuestions), answer: optionalLine }),
    reply,
  ),
  'handoff.deleteCandidate': call(z.object({ commandId, candidateId: id }), reply),
  'handoff.findSecrets': call(z.object({ handoffId: id }), z.object({ findings: z.array(secretFinding) })),
  /** "Not a secret", with a reason that stays in the file. */
  'handoff.clearSecret': call(
    z.object({ commandId, handoffId: id, fingerprint: z.string().min(1).max(200), reason: line }),
    z.object({ revision, findings: z.array(secretFinding) }),
  ),
  /**
   * Writes the document where the partner says. A closed save dialog is `{ saved: null }`; a secret in it refuses with
   * `secret_found`.
   */
  'handoff.export': call(
    z.object({ commandId, handoffId: id, format: z.enum(documentFormats), options: documentOptions }),
    z.object({
      revision,
      saved: z
        .object({ issueId: id, fileName: z.string(), folder: z.string(), pages: z.number().int().nullable() })
        .nullable(),
    }),
  ),
  'handoff.revealFile': call(z.object({ issueId: id }), z.object({ shown: z.boolean() })),
  'handoff.close': call(z.object({ commandId, handoffId: id }), reply),
  'handoff.cancel': call(z.object({ commandId, handoffId: id }), reply),
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
