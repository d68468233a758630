import { z } from 'zod';
import { boardStages } from '../stage.ts';
import { call, commandId, day, id, instant, line, text } from './call.ts';

export const boardStage = z.enum(boardStages);

/** What a card shows; everything comes from one projection row, words are made by the renderer. */
export const card = z.object({
  id,
  name: z.string(),
  stage: z.string(),
  place: z.string(),
  partnerId: id.nullable(),
  /** First signed work, the start of tenure; before that the day the client was created. */
  sinceOn: day,
  /** The day it came into the file: from there the first contact is waited for. */
  addedOn: day.nullable(),
  /** Last two-way contact. */
  lastTouchAt: instant.nullable(),
  /** The client's own norm, else null: the stage's norm holds. */
  contactNormDays: z.number().int().nullable(),
  nextStep: z.object({ taskId: id, title: z.string(), dueOn: day.nullable() }).nullable(),
  openFlags: z.number().int(),
  handoff: z.object({ id, done: z.number().int(), total: z.number().int() }).nullable(),
  isSample: z.boolean(),
});

/** How the board is looked at on this computer: what is left out and in which order the rest stands. */
export const boardView = z.object({
  partnerId: id.nullable(),
  text: z.string().max(200),
  onlyFlagged: z.boolean(),
  onlyOverdue: z.boolean(),
  /** Views that were kept before there were verdicts do not have it. */
  onlyDoubtful: z.boolean().default(false),
  /** Only clients of whom this signal is true now; null for any. */
  signal: z.string().max(40).nullable().default(null),
  sorting: z.enum(['own', 'unseen', 'tenure']),
});

const markedClients = z.object({ code: z.string(), clientIds: z.array(id).readonly() });

const overLimit = z.object({ limit: z.literal('honeymoon'), count: z.number(), allowed: z.number() });

export const board = {
  'board.load': call(z.object({}), z.object({ revision: z.number().int(), cards: z.array(card) })),
  /**
   * The board as it stood at the end of a day that is over. Empty before the first day. `seen` is the moment of the board
   * that was answered last: what differs from it is sent then, instead of the whole board.
   */
  'board.past': call(
    z.object({ day, seen: z.number().int().nullable() }),
    z.object({
      day,
      moment: z.number().int(),
      isWhole: z.boolean(),
      cards: z.array(card),
      /** Clients that were seen and are not on the board of this day. */
      gone: z.array(id),
    }),
  ),
  /** How far back the board is known, and the days on which a client came, changed its stage or went, oldest first. */
  'board.days': call(z.object({}), z.object({ firstDay: day, stageDays: z.array(day) })),
  /**
   * The one command that moves a client. `after` is the card it will stand right below in the target column, null for
   * the top. `ended` is refused here: parting goes through `handoff.end`.
   */
  'board.moveClient': call(
    z.object({
      commandId,
      clientId: id,
      stage: boardStage,
      after: id.nullable(),
      reason: text.optional(),
    }),
    z.object({
      revision: z.number().int(),
      card,
      fromStage: z.string(),
      /** The history entry, when the stage changed. */
      stageChangeId: id.nullable(),
      /** Limits of the stage that the drop went over; it happened all the same. A move changes no partner's load. */
      overLimit: z.array(overLimit),
      /** Codes of the exit lines of the stage left behind that nobody marked as done; they never stop a move. */
      unmetExits: z.array(z.string()),
    }),
  ),
  /** Adds or replaces the reason of a stage change ("Add a reason" in the toast). */
  'board.explainMove': call(
    z.object({ commandId, stageChangeId: id, reason: text }),
    z.object({ revision: z.number().int() }),
  ),
  'board.createClient': call(
    z.object({
      commandId,
      name: line,
      stage: boardStage,
      partnerId: id.nullable().optional(),
      /** Start of the first engagement; without it tenure counts from today. */
      sinceOn: day.optional(),
    }),
    z.object({ revision: z.number().int(), card, overLimit: z.array(overLimit) }),
  ),
  /** The signals that are true now of clients on the board, the worst first. */
  'board.marks': call(z.object({}), z.object({ revision: z.number().int(), marks: z.array(markedClients).readonly() })),
  /** As it was left when the window was last open; null before that. */
  'board.view': call(z.object({}), z.object({ view: boardView.nullable() })),
  /** A habit of this computer: no command, nothing to undo. */
  'board.keepView': call(z.object({ view: boardView }), z.object({})),
} as const;

export type Card = z.infer<typeof card>;
export type MarkedClients = z.infer<typeof markedClients>;
export type BoardView = z.infer<typeof boardView>;
