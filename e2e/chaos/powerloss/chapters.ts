import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeOldFile } from '../at-work/old-file.ts';
import { openReal, type RealBackend, sourceOf } from '../real-backend.ts';
import { noteFacts, writeSource } from '../scene.ts';
import { configOf, paperOf } from './standing.ts';

/** Called when the program has said that something is done. */
export type Tell = (act: string, real: RealBackend) => Promise<void>;

/** A stretch of work in a program of its own. */
interface Chapter {
  /** What lies there before; all of it is safe on the disk. */
  readonly prepare: (root: string) => Promise<void>;
  readonly play: (root: string, tell: Tell) => Promise<void>;
}

export const chapterNames = ['work', 'import', 'move', 'migration', 'restore'] as const;
export type ChapterName = (typeof chapterNames)[number];

const open = (root: string) => openReal(root, configOf(root), null);
const commandId = randomUUID;
const wholeDocument = { includeAssets: true, includeDone: true, includeReasons: true } as const;
const longBody = 'A long line of a long note.\n'.repeat(4000);

async function addClient({ call }: RealBackend, name: string): Promise<string> {
  return (await call('board.createClient', { commandId: commandId(), name, stage: 'stable' })).card.id;
}

async function addNote({ call }: RealBackend, clientId: string, body: string): Promise<void> {
  await call('notes.write', { ...noteFacts, commandId: commandId(), noteId: null, clientId, body, finished: true });
}

/** An agency with a client and a backup. */
export async function begin(root: string): Promise<void> {
  mkdirSync(paperOf(root), { recursive: true });
  const real = await open(root);
  await addNote(real, await addClient(real, 'Alder'), 'What Alder said');
  await real.call('safety.backUpNow', {});
  await addNote(real, await addClient(real, 'Birch'), 'What Birch said');
  await real.backend.close();
}

async function work(root: string, tell: Tell): Promise<void> {
  const real = await open(root);
  const { call, desktop } = real;
  await call('settings.load', {});
  await tell('open', real);
  await call('settings.finishFirstRun', {
    commandId: commandId(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
  await tell('first run', real);
  const alder = await addClient(real, 'Alder');
  await tell('create', real);
  await addClient(real, 'Birch');
  await tell('create another', real);
  await call('board.moveClient', { commandId: commandId(), clientId: alder, stage: 'stagnation', after: null });
  await tell('drag', real);
  const session = { ...noteFacts, commandId: commandId(), noteId: null, clientId: alder };
  await call('notes.write', { ...session, body: 'First words', finished: false });
  await tell('note', real);
  await call('notes.write', { ...session, body: 'First words\n- [ ] send the plan', finished: true });
  await tell('note again', real);
  await addNote(real, alder, longBody);
  await tell('long note', real);
  const task = { commandId: commandId(), clientId: alder, title: 'Call', side: 'agency', person: '' } as const;
  await call('clients.addTask', { ...task, dueOn: '2026-12-01' });
  await tell('task', real);
  const { page } = await call('clients.open', { clientId: alder });
  await call('clients.editTask', { commandId: commandId(), taskId: page.tasks[0]?.id ?? '', done: true });
  await tell('tick', real);
  await call('safety.undo', { commandId: commandId() });
  await tell('undo', real);
  await call('safety.redo', { commandId: commandId() });
  await tell('redo', real);
  await call('settings.setTheme', { theme: 'dark' });
  await tell('settings', real);
  await call('safety.backUpNow', {});
  await tell('backup', real);
  const { handoffId } = await call('handoff.end', {
    commandId: commandId(),
    clientId: alder,
    choice: 'handoff',
    startOn: '2026-11-09',
    successor: 'contractor',
    extended: [],
    reasons: ['budget'],
    reasonText: '',
  });
  await tell('handoff', real);
  const options = { audience: 'agency', language: 'en', ...wholeDocument } as const;
  desktop.answers.push(path.join(paperOf(root), 'Handoff.md'));
  await call('handoff.export', { commandId: commandId(), handoffId: handoffId ?? '', format: 'markdown', options });
  await tell('document', real);
  await real.backend.close();
}

async function bringIn(root: string, tell: Tell): Promise<void> {
  const real = await open(root);
  await real.call('settings.load', {});
  await tell('open', real);
  real.desktop.answers.push(sourceOf(root));
  const { source } = await real.call('transfer.choose', { from: 'folder' });
  await real.call('transfer.import', { commandId: commandId(), sourceId: source?.sourceId ?? '', clients: [] });
  await tell('import', real);
  await addClient(real, 'Elm');
  await tell('create', real);
}

async function move(root: string, tell: Tell): Promise<void> {
  const real = await open(root);
  const { call, desktop } = real;
  await call('settings.load', {});
  await tell('open', real);
  desktop.answers.push(path.join(root, 'elsewhere', 'in', 'a new folder'));
  await call('settings.chooseDataFolder', {});
  await tell('move', real);
  await addClient(real, 'Elm');
  await tell('create', real);
  mkdirSync(path.join(root, 'second'));
  desktop.answers.push(path.join(root, 'second'));
  await call('safety.chooseSecondFolder', {});
  await tell('second folder', real);
  await call('safety.backUpNow', {});
  await tell('backup', real);
  const { backups } = await call('safety.backups', {});
  await addClient(real, 'Fir');
  await tell('create another', real);
  await call('safety.restoreOver', { name: backups[0]?.name ?? '' });
  await tell('restore', real);
  await addClient(real, 'Hazel');
  await tell('create a third', real);
  await real.backend.close();
}

async function migrate(root: string, tell: Tell): Promise<void> {
  const real = await open(root);
  await real.call('settings.load', {});
  await tell('open', real);
  await addClient(real, 'Elm');
  await tell('create', real);
}

async function restore(root: string, tell: Tell): Promise<void> {
  const real = await open(root);
  await tell('open', real);
  const { backups } = await real.call('safety.state', {});
  await real.call('safety.restoreBackup', { name: backups[0]?.name ?? '' });
  await tell('restore', real);
  await addClient(real, 'Elm');
  await tell('create', real);
}

export const chapters: Readonly<Record<ChapterName, Chapter>> = {
  work: { prepare: async (root) => void mkdirSync(paperOf(root), { recursive: true }), play: work },
  import: {
    prepare: async (root) => {
      writeSource(sourceOf(root));
      await begin(root);
    },
    play: bringIn,
  },
  move: { prepare: begin, play: move },
  migration: {
    prepare: async (root) => makeOldFile(configOf(root), 3, { clients: 6, notesOfEach: 10 }),
    play: migrate,
  },
  restore: {
    prepare: async (root) => {
      await begin(root);
      writeFileSync(path.join(configOf(root), 'rapport.db'), 'not a file of ours any more, and kept all the same');
    },
    play: restore,
  },
};
