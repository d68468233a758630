import path from 'node:path';
import { rowsHangingOn } from '../../db/client-rows.ts';
import { copiesHolding, unseenFolders } from '../../db/copies.ts';
import type { Rewriting, Rewritten } from '../../db/rewrite-copies.ts';
import {
  clientNames,
  type ClientNames,
  countNotesOfOthers,
  erasureIdOf,
  readErasures,
  recordOfErasure,
} from '../../db/erasures.ts';
import { runningHandoffs } from '../../db/handoff.ts';
import { localDay } from '../../db/local-day.ts';
import { agencyOf, partnersOf } from '../../db/settings.ts';
import { keysOf } from '../../db/word-keys.ts';
import type { Id } from '../../shared/contract/call.ts';
import type { CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { erasureAct } from '../../shared/erasure-act.ts';
import { safeFileName } from '../../shared/file-name.ts';
import { nameFinder } from '../../shared/handoff/other-names.ts';
import { shortName } from '../../shared/handoff/short-name.ts';
import { isSameName } from '../../shared/same-name.ts';
import type { Context, HandlersOf } from './context.ts';
import { inThread } from './backups/backup-thread.ts';
import type { DataFile } from './data-file.ts';
import { briefMarkdown } from './documents/brief-markdown.ts';
import { copyPlaces, shownCopy } from './erasing/copies.ts';
import { eraseForEver, writeAnewIfOwed } from './erasing/erase-for-ever.ts';
import { deleteForGood } from './erasing/trash.ts';
import { log } from './log.ts';
import { rememberSaved } from './transfer/desk.ts';
import { paperHtml, saveText } from './transfer/save-paper.ts';

/** What is erased for ever, the copies that still hold it, and the act about it. */
export function erasingHandlers(context: Context, dataFile: DataFile, userData: string): HandlersOf<'erasing'> {
  const { storage } = context;
  const { read } = storage;

  async function holding(erasureId: Id) {
    const places = copyPlaces(dataFile, userData);
    const copies = copiesHolding(places, await recordOfErasure(read, erasureId)).map(shownCopy);
    return { copies, unseenFolders: unseenFolders(places) };
  }

  /** After what else is done with backups, where there are any. */
  function rewrite(asked: Rewriting): Promise<Rewritten> {
    if (dataFile.copies !== null) return dataFile.copies.work('rewrite', asked);
    return inThread('rewrite', asked, { percent: () => undefined, copied: () => undefined });
  }

  return {
    'erasing.facts': async ({ clientId }) => {
      const names = await expectNames(context, clientId);
      const rows = rowsHangingOn(storage.file, [{ table: 'client', id: clientId }]);
      return {
        name: names.name,
        counts: [...rows]
          .map(([table, ids]) => ({ table, rows: ids.length }))
          .toSorted((one, other) => other.rows - one.rows || (one.table < other.table ? -1 : 1)),
        notesOfOthers: await countNotesOfOthers(read, clientId, finderOf([names.name])),
        isHandoffRunning: await isHandoffRunning(context, clientId),
      };
    },
    'erasing.eraseClient': async (request) => {
      const { commandId, clientId, why } = request;
      const erasureId = erasureIdOf({ id: clientId });
      if (!(await readErasures(read)).some(({ id }) => id === erasureId)) {
        const names = await expectNames(context, clientId);
        await refuse(context, request, names);
        await context.backUpFirst();
        await eraseForEver(context, {
          commandId,
          call: 'erasing.eraseClient',
          records: [{ table: 'client', id: clientId }],
          names: [names.name],
          how: 'by_hand',
          why,
        });
      }
      return { revision: await storage.revision(), erasureId };
    },
    'erasing.deleteForGood': async ({ commandId, records }) => {
      await deleteForGood(context, { commandId, records: records.map(({ kind, id }) => ({ table: kind, id })) });
      return { revision: await storage.revision() };
    },
    'erasing.erasures': async () => ({ erasures: await readErasures(read) }),
    'erasing.copies': ({ erasureId }) => holding(erasureId),
    'erasing.rewriteCopies': async ({ erasureId, passphrase = null }) => {
      const record = await recordOfErasure(read, erasureId);
      const asked = { places: copyPlaces(dataFile, userData), record, now: context.clock.now(), passphrase };
      const { rewritten, refused } = await rewrite(asked);
      for (const code of refused) log.warn('rewriting a copy', code);
      const { copies: left, ...unseen } = await holding(erasureId);
      return { rewritten, left, ...unseen };
    },
    'erasing.saveAct': async (request) => {
      const held = await holding(request.erasureId);
      return { saved: rememberSaved(context, request.jobId, await saveAct(context, request, held)) };
    },
  };
}

async function expectNames({ storage }: Context, clientId: Id): Promise<ClientNames> {
  const names = await clientNames(storage.read, clientId);
  if (names === null) throw new AppError('not_found', 'no such client');
  return names;
}

async function isHandoffRunning({ storage }: Context, clientId: Id): Promise<boolean> {
  const running = runningHandoffs(storage.read).select('handoff.id').where('client_id', '=', clientId);
  return (await running.executeTakeFirst()) !== undefined;
}

function finderOf(names: readonly string[]): (text: string) => boolean {
  const find = nameFinder(
    names.map((name) => ({ name })),
    [],
    keysOf,
  );
  return (text) => find(text).length > 0;
}

async function refuse(
  context: Context,
  { clientId, typedName, why }: CallRequest<'erasing.eraseClient'>,
  { name, people }: ClientNames,
): Promise<void> {
  if (await isHandoffRunning(context, clientId)) throw new AppError('handoff_running', 'a handoff is running');
  if (!isSameName(typedName, name)) throw new AppError('bad_input', 'another name', { typedName: 'differs' });
  const isNamed = finderOf([name, ...people.filter((each) => each.trim() !== '')])(why);
  if (isNamed) throw new AppError('bad_input', 'the reason names the client', { why: 'names_client' });
}

async function saveAct(
  context: Context,
  { erasureId, clientName, format, language }: CallRequest<'erasing.saveAct'>,
  { copies, unseenFolders: unseen }: CallOutput<'erasing.copies'>,
): Promise<string | null> {
  const { storage, clock } = context;
  const erasure = (await readErasures(storage.read)).find(({ id }) => id === erasureId);
  if (!erasure) throw new AppError('not_found', 'no such erasure');
  const agency = await agencyOf(storage.read);
  const partner = (await partnersOf(storage.read)).find(({ id }) => id === erasure.erasedBy);
  const act = erasureAct(
    {
      erasure,
      clientName,
      erasedOn: localDay(erasure.erasedAt),
      erasedBy: partner?.name ?? '',
      agency: { name: agency?.name ?? '', monogram: agency?.monogram ?? '' },
      copies: copies.map(({ fileName }) => fileName),
      unseenFolders: unseen.map((folder) => path.basename(folder) || folder),
      isWrittenAnew: await writeAnewIfOwed(context),
      madeOn: clock.today(),
    },
    language,
  );
  return saveText(context, {
    title: { en: 'Save the act of erasure', ru: 'Сохранить акт об удалении' },
    fileName: [act.title, safeFileName(shortName(clientName)), clock.today()].filter(Boolean).join(' '),
    extension: format === 'html' ? 'html' : 'md',
    make: async () => (format === 'html' ? paperHtml(context, act) : briefMarkdown(act)),
  });
}
