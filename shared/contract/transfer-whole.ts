import { z } from 'zod';
import { call, id, instant } from './call.ts';

const form = z.enum(['archive', 'folder']);

/** Everything at once: for another computer, for other programs, for the years after this one. */
export const transferWhole = {
  /** Asks where to, and writes every record with its history there; null when the dialog was closed or it was cancelled. */
  'transfer.exportWhole': call(
    z.object({ jobId: id, form }),
    z.object({ saved: z.object({ name: z.string() }).nullable() }),
  ),
  /** Asks for a whole export; null when the dialog was closed. Refused with `file_not_empty` where there are clients. */
  'transfer.chooseWhole': call(
    z.object({ form }),
    z.object({ source: z.object({ sourceId: id, name: z.string() }).nullable() }),
  ),
  /** Reads and proves all of it; nothing that is open changes. Null when it was cancelled. */
  'transfer.readWhole': call(
    z.object({ sourceId: id }),
    z.object({
      contents: z
        .object({
          madeAt: instant,
          agency: z.string(),
          clients: z.number().int(),
          notes: z.number().int(),
        })
        .nullable(),
    }),
  ),
  /** What was read takes the place of the open file, which has no clients; the page is loaded anew. */
  'transfer.importWhole': call(z.object({ sourceId: id }), z.object({ imported: z.boolean() })),
  /** What was read is not wanted. */
  'transfer.leaveWhole': call(z.object({ sourceId: id }), z.object({})),
} as const;
