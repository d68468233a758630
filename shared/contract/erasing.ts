import { z } from 'zod';
import { call, commandId, id, instant, language, line, optionalLine } from './call.ts';
import { passphrase } from './backups.ts';
import { trashKind } from './safety.ts';

const revision = z.number().int();

/** How many rows of a table. */
const counts = z.array(z.object({ table: z.string(), rows: z.number().int() }));

const copyKind = z.enum(['backup', 'set_aside', 'moved', 'rescued', 'left']);

const copy = z.object({
  fileName: z.string(),
  folder: z.string(),
  kind: copyKind,
  bytes: z.number().int(),
  changedAt: instant,
  /** One that cannot be opened is not rewritten either. */
  isReadable: z.boolean(),
  /** Only its passphrase opens it. */
  isSealed: z.boolean(),
  /** Another computer that shares the second folder made it: it is rewritten there alone. */
  isOfOther: z.boolean(),
});

/** Where copies may lie that could not be looked at: a disk is not connected. */
const unseenFolders = z.array(z.string());

const erasure = z.object({
  id,
  /** A table's name: of which kind the record was. */
  subject: z.string(),
  erasedAt: instant,
  erasedBy: id.nullable(),
  why: z.string(),
  counts,
});

export const actFormats = ['markdown', 'html'] as const;

export const erasing = {
  /** What would go with a client, counted, and how many notes of others name it: they stay as they are. */
  'erasing.facts': call(
    z.object({ clientId: id }),
    z.object({ name: z.string(), counts, notesOfOthers: z.number().int(), isHandoffRunning: z.boolean() }),
  ),
  /**
   * For ever, after a verified backup. The name typed must be the client’s (`differs`); the reason stays in the database
   * and holds no name of the client and of its people (`names_client`).
   */
  'erasing.eraseClient': call(
    z.object({ commandId, clientId: id, typedName: optionalLine, why: line }),
    z.object({ revision, erasureId: id }),
  ),
  /** Records out of the trash, for ever, after a verified backup. */
  'erasing.deleteForGood': call(
    z.object({
      commandId,
      records: z
        .array(z.object({ kind: trashKind.exclude(['client', 'partner']), id }))
        .min(1)
        .max(10_000),
    }),
    z.object({ revision }),
  ),
  /** Of clients, the latest first. */
  'erasing.erasures': call(z.object({}), z.object({ erasures: z.array(erasure) })),
  /** Copies of the data that still hold what was erased. */
  'erasing.copies': call(z.object({ erasureId: id }), z.object({ copies: z.array(copy), unseenFolders })),
  /**
   * Each is written anew without it, verified, and only then the old one goes. Tells those that could not be. Encrypted
   * ones need their passphrase; one that opens none of them is refused with `passphrase_wrong`, and nothing is changed.
   */
  'erasing.rewriteCopies': call(
    z.object({ erasureId: id, passphrase: passphrase.optional() }),
    z.object({ rewritten: z.number().int(), left: z.array(copy), unseenFolders }),
  ),
  /** A document about the erasure, which alone may hold the name. Null when no place was chosen. */
  'erasing.saveAct': call(
    z.object({ jobId: id, erasureId: id, clientName: optionalLine, format: z.enum(actFormats), language }),
    z.object({ saved: z.object({ fileName: z.string() }).nullable() }),
  ),
} as const;

export type CopyKind = z.infer<typeof copyKind>;
export type HoldingCopy = z.infer<typeof copy>;
export type Erasure = z.infer<typeof erasure>;
