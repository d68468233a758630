import path from 'node:path';
import type { CallInput, CallName } from '../../../shared/contract/contract.ts';
import { exportsOf, type RealBackend, sourceOf } from '../real-backend.ts';
import { noteFacts, type Scene } from '../scene.ts';

// What a partner does one after another, each by the very call that the page makes. An id belongs to one act, so that the
// same act means the same command in every run.

/** What the program answered to one try of an act. */
export interface Told {
  readonly act: string;
  readonly name: CallName;
  readonly commandId: string | null;
  readonly ok: boolean;
  readonly code: string | null;
  /** When the backup was made that it tells of. */
  readonly madeAt: string | null;
  readonly toldAt: string;
}

export interface Act {
  readonly act: string;
  readonly name: CallName;
  readonly commandId: string | null;
  readonly run: (
    real: RealBackend,
  ) => Promise<{ readonly ok: boolean; readonly code?: string; readonly madeAt?: string }>;
}

const idOf = (number: number) => `0199aaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Ids of the acts whose words are looked for afterwards. */
export const ids = { note: idOf(3), longNote: idOf(9), words: idOf(50), import: idOf(8), backup: idOf(60) } as const;
export const bodies = ['First words', 'First words and more'] as const;
export const longBody = 'A long line of a long note.\n'.repeat(12_000);
export const passphrase = 'nine ships in the evening';
export const keptWords = 'Words that found no place';

function act<Name extends CallName>(title: string, name: Name, input: CallInput<Name>): Act {
  const commandId = 'commandId' in input && typeof input.commandId === 'string' ? input.commandId : null;
  return { act: title, name, commandId, run: ({ reply }) => reply(name, input) };
}

/** Its dialog is answered with a place. */
function asking<Name extends CallName>(title: string, name: Name, answer: string, input: CallInput<Name>): Act {
  const run: Act['run'] = ({ reply, desktop }) => {
    // What a refused call left unasked is not for the next one.
    desktop.answers.splice(0, Infinity, answer);
    return reply(name, input);
  };
  return { act: title, name, commandId: null, run };
}

function backUp(title: string): Act {
  const run: Act['run'] = async ({ reply }) => {
    const made = await reply('safety.backUpNow', {});
    return made.ok ? { ok: true, madeAt: made.value.madeAt } : made;
  };
  return { act: title, name: 'safety.backUpNow', commandId: null, run };
}

/** Where everything goes at once. */
export const wholeOf = (folder: string) => path.join(folder, 'whole');
/** Where every backup is copied to. */
export const secondOf = (folder: string) => path.join(folder, 'second');
export const clientDataOf = (folder: string) => path.join(wholeOf(folder), 'client.html');
export const archiveOf = (folder: string) => path.join(wholeOf(folder), 'whole.zip');

function work(folder: string, { clientIds: [alder = '', birch = '', cedar = ''] }: Scene): readonly Act[] {
  const note = { ...noteFacts, commandId: ids.note, noteId: null, clientId: alder };
  return [
    act('create', 'board.createClient', { commandId: idOf(1), name: 'Elm', stage: 'stable' }),
    act('move', 'board.moveClient', { commandId: idOf(2), clientId: birch, stage: 'stagnation', after: null }),
    act('note', 'notes.write', { ...note, body: bodies[0], finished: false }),
    act('note again', 'notes.write', { ...note, body: bodies[1], finished: true }),
    act('keep words', 'safety.keepWords', {
      id: ids.words,
      place: 'Board',
      label: 'Name',
      words: keptWords,
      problem: null,
    }),
    act('create to undo', 'board.createClient', { commandId: idOf(4), name: 'Fir', stage: 'honeymoon' }),
    act('undo', 'safety.undo', { commandId: idOf(5), targetId: idOf(4) }),
    act('redo', 'safety.redo', { commandId: idOf(6) }),
    act('agency', 'settings.editAgency', { commandId: idOf(7), contact: 'hello@quarta.example' }),
    backUp('backup'),
    exportNotes(folder),
    {
      act: 'import',
      name: 'transfer.import',
      commandId: ids.import,
      run: async ({ reply, desktop }) => {
        desktop.answers.splice(0, Infinity, sourceOf(folder));
        const chosen = await reply('transfer.choose', { from: 'folder' });
        if (!chosen.ok) return chosen;
        const sourceId = chosen.value.source?.sourceId ?? '';
        return reply('transfer.import', { commandId: ids.import, sourceId, clients: [] });
      },
    },
    act('long note', 'notes.write', { ...note, commandId: ids.longNote, body: longBody, finished: true }),
    act('move another', 'board.moveClient', {
      commandId: idOf(10),
      clientId: cedar,
      stage: 'reanimation',
      after: null,
    }),
  ];
}

const exportNotes = (folder: string) =>
  asking('export', 'transfer.export', exportsOf(folder), { jobId: idOf(61), clientId: null });

function files(folder: string, { clientIds: [alder = ''] }: Scene): readonly Act[] {
  return [
    exportNotes(folder),
    asking('data of a client', 'transfer.exportClient', clientDataOf(folder), {
      jobId: idOf(62),
      clientId: alder,
      format: 'html',
      language: 'en',
    }),
    asking('whole archive', 'transfer.exportWhole', archiveOf(folder), { jobId: idOf(63), form: 'archive' }),
    asking('whole folder', 'transfer.exportWhole', wholeOf(folder), { jobId: idOf(64), form: 'folder' }),
    asking('second folder', 'safety.chooseSecondFolder', secondOf(folder), {}),
    act('seal', 'safety.sealBackups', { passphrase }),
    backUp('sealed backup'),
    {
      act: 'fill second folder',
      name: 'safety.fillSecondFolder',
      commandId: null,
      run: async ({ reply }) => {
        const filled = await reply('safety.fillSecondFolder', {});
        // The state is how the page is told.
        return filled.ok && filled.value.state !== 'whole' ? { ok: false, code: 'backup_failed' } : filled;
      },
    },
  ];
}

/** What is kept in the database, with a copy of it and a file for each note; or all the ways of making files. */
export const scripts = { work, files } as const;
export type Script = keyof typeof scripts;
export const scriptNames = ['work', 'files'] as const satisfies readonly Script[];
