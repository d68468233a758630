import { z } from 'zod';
import { boardStage } from './board.ts';
import { call, commandId, id, instant, language } from './call.ts';
import { noteKinds } from './notes.ts';

/** Why a file or a row is left out. */
export const skipReason = z.enum([
  'too_big',
  'too_much',
  'not_text',
  'unreadable',
  'outside',
  'empty',
  'no_date',
  'repeated',
  'client_skipped',
  'in_trash',
]);

const skipped = z.object({
  /** Path inside the chosen folder, or the name of the table. */
  name: z.string(),
  /** Of a table, as a spreadsheet counts. */
  row: z.number().int().nullable(),
  reason: skipReason,
});

/** Which column holds what; null where none does. */
export const csvColumns = z.object({
  client: z.string().nullable(),
  when: z.string().nullable(),
  kind: z.string().nullable(),
  people: z.string().nullable(),
  title: z.string().nullable(),
  body: z.string().nullable(),
});

/** Which folder on the way to a file names its client: so many from the outermost, or the last. */
const clientFolder = z.union([z.number().int().min(1).max(20), z.literal('innermost')]);

export const clientChoice = z.discriminatedUnion('to', [
  z.object({ to: z.literal('new'), stage: boardStage }),
  z.object({ to: z.literal('existing'), clientId: id }),
  z.object({ to: z.literal('nothing') }),
]);

const plan = {
  sourceId: id,
  columns: csvColumns.optional(),
  clientFolder: clientFolder.optional(),
  /** By the name that stands in the source; of the others the program decides. */
  clients: z.array(z.object({ name: z.string(), choice: clientChoice })).max(5000),
};

const counts = z.object({
  toImport: z.number().int(),
  /** Notes that live here already. */
  here: z.number().int(),
  skipped: z.number().int(),
  newClients: z.number().int(),
});

const sample = z.object({
  name: z.string(),
  row: z.number().int().nullable(),
  title: z.string(),
  client: z.string(),
  kind: z.enum(noteKinds),
  happenedAt: instant,
  /** Where the date comes from: the text, the name of the file, or its time. */
  datedBy: z.enum(['text', 'name', 'file']),
});

/** For programs, for people. */
export const clientDataFormats = ['json', 'html'] as const;

export const transfer = {
  /** Asks for a folder of Markdown files or a CSV table; null when the dialog was closed. */
  'transfer.choose': call(
    z.object({ from: z.enum(['folder', 'csv']) }),
    z.object({ source: z.object({ sourceId: id, name: z.string() }).nullable() }),
  ),
  /** The dry run: what an import with these choices would do. Writes nothing. */
  'transfer.preview': call(
    z.object(plan),
    z.object({
      counts,
      table: z.object({ header: z.array(z.string()), columns: csvColumns }).nullable(),
      /** Of files that name no client themselves: the first names of each level. */
      folders: z.object({ levels: z.array(z.array(z.string())), clientFolder }).nullable(),
      clients: z.array(z.object({ name: z.string(), notes: z.number().int(), choice: clientChoice })),
      samples: z.array(sample),
      /** The first of them. */
      skipped: z.array(skipped),
    }),
  ),
  /** One command, however many notes it brings. Cancelled, it leaves nothing behind. */
  'transfer.import': call(
    z.object({ commandId, ...plan }),
    z.object({ revision: z.number().int(), isCancelled: z.boolean(), counts, skipped: z.array(skipped) }),
  ),
  /** How far the reading, the import or the export with this id is. */
  'transfer.progress': call(
    z.object({ jobId: id }),
    z.object({ progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable() }),
  ),
  'transfer.cancel': call(z.object({ jobId: id }), z.object({})),
  /**
   * Asks for a folder and writes the notes of one client, or of all, into a new folder inside it; where there are none
   * it does not ask.
   */
  'transfer.export': call(
    z.object({ jobId: id, clientId: id.nullable() }),
    z.object({ saved: z.object({ folder: z.string(), notes: z.number().int() }).nullable() }),
  ),
  /** All that is kept about one client, with what lies in the trash: asks where to save it. */
  'transfer.exportClient': call(
    z.object({ jobId: id, clientId: id, format: z.enum(clientDataFormats), language }),
    z.object({ saved: z.object({ fileName: z.string() }).nullable() }),
  ),
  'transfer.reveal': call(z.object({ jobId: id }), z.object({ shown: z.boolean() })),
} as const;

export type ClientDataFormat = (typeof clientDataFormats)[number];
export type SkipReason = z.infer<typeof skipReason>;
export type Skipped = z.infer<typeof skipped>;
export type CsvColumns = z.infer<typeof csvColumns>;
export type ClientFolder = z.infer<typeof clientFolder>;
export type ClientChoice = z.infer<typeof clientChoice>;
