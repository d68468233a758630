import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CallInput } from '../../shared/contract/contract.ts';
import { openReal, type RealBackend, sourceOf } from './real-backend.ts';

/** An agency with some clients and notes, and a folder of notes to bring in. */
export interface Scene {
  readonly clientIds: readonly string[];
}

export const notesToBringIn = 40;
const clients = ['Alder', 'Birch', 'Cedar'] as const;
const notesOfEach = 6;
export const notesInScene = clients.length * notesOfEach;

export async function makeScene(folder: string): Promise<Scene> {
  writeSource(sourceOf(folder));
  const real = await openReal(folder);
  await real.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
  const clientIds: string[] = [];
  for (const name of clients) {
    const { card } = await real.call('board.createClient', { commandId: randomUUID(), name, stage: 'stable' });
    clientIds.push(card.id);
    for (let number = 0; number < notesOfEach; number += 1) await addNote(real, card.id, `${name}, note ${number}`);
  }
  await real.call('safety.backUpNow', {});
  await real.backend.close();
  writeFileSync(path.join(folder, 'scene.json'), JSON.stringify({ clientIds }));
  return { clientIds };
}

export function readScene(folder: string): Scene {
  return JSON.parse(readFileSync(path.join(folder, 'scene.json'), 'utf8'));
}

async function addNote({ call }: RealBackend, clientId: string, body: string): Promise<void> {
  await call('notes.write', { ...noteFacts, commandId: randomUUID(), noteId: null, clientId, body, finished: true });
}

export const noteFacts: Pick<CallInput<'notes.write'>, 'kind' | 'happenedAt' | 'initiatedBy' | 'attendees'> = {
  kind: 'call',
  happenedAt: '2026-11-20T09:00:00.000Z',
  initiatedBy: null,
  attendees: [],
};

export function writeSource(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < notesToBringIn; number += 1) {
    const client = number % 2 === 0 ? 'Hazel' : 'Juniper';
    const text = `---\nclient: ${client}\ndate: 2026-10-${String((number % 28) + 1).padStart(2, '0')}\n---\n\nBrought in ${number}\n\nWith some words.\n`;
    writeFileSync(path.join(folder, `brought-in-${number}.md`), text);
  }
}
