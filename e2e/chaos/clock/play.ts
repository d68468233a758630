import { randomUUID } from 'node:crypto';
import { boardStages } from '../../../shared/stage.ts';
import { remind } from '../../../electron/backend/reminder.ts';
import { weekdayOf } from '../../../shared/calendar.ts';
import { noteFacts } from '../scene.ts';
import { jumps } from './jumping-clock.ts';
import type { World } from './world.ts';

// A random program of commands. It is drawn before it is played, so that a world whose clock jumps and one whose clock
// stands still play the same.

const acts = [
  'create',
  'move',
  'move',
  'move',
  'note',
  'rewrite',
  'delete',
  'restore',
  'task',
  'tick',
  'snooze',
  'wake',
  'undo',
  'undo',
  'redo',
  'draft',
  'keep',
  'type',
  'remind',
  'sleep',
  'sleep',
] as const;
type Name = (typeof acts)[number] | 'backup' | 'restart';

export interface Act {
  readonly name: Name;
  readonly pick: number;
  readonly other: number;
  /** How far off the clock is while it is done. */
  readonly off: number;
}

const warmUp: readonly Name[] = [
  'create',
  'create',
  'note',
  'move',
  'sleep',
  'move',
  'note',
  'sleep',
  'create',
  'sleep',
];

/** A few acts in a row are done with a wrong clock; before and after them it is right, on the same day. */
export function programOf(length: number, random: () => number): readonly Act[] {
  const number = (below: number) => Math.floor(random() * below);
  const act = (name: Name, off = 0): Act => ({ name, pick: number(1000), other: number(1000), off });
  const program = warmUp.map((name) => act(name));
  while (program.length < length) {
    if (random() > 0.25) {
      program.push(act(acts[number(acts.length)] ?? 'move'));
      continue;
    }
    const off = jumps[number(jumps.length)] ?? 0;
    program.push(act('note'));
    for (let left = 1 + number(4); left > 0; left -= 1)
      program.push(act(amid(acts[number(acts.length)] ?? 'move', off), off));
    if (random() < 0.2) program.push(act('backup', off));
    if (random() < 0.2) program.push(act('restart', off));
    program.push(act('note'));
  }
  // What is typed and not saved becomes part of its note at a restart.
  return [...program, act('restart'), act('backup'), act('restart'), act('note')];
}

/** No day ends amid it, and nothing is put off until a day that is long over by a clock that runs ahead. */
function amid(name: Name, off: number): Name {
  const isPutOff = name === 'snooze' || name === 'wake';
  return name === 'sleep' || (isPutOff && off > 0) ? 'move' : name;
}

/** The codes of the answers tell whether two worlds went the same way. */
export async function play(world: World, { name, pick, other, off }: Act): Promise<string | null> {
  const commandId = world.commandId();
  const one = (table: string, at: number, where = 'deleted_at is null') => {
    const ids = world.file.prepare<[], string>(`select id from ${table} where ${where} order by rowid`).pluck().all();
    return ids[at % Math.max(1, ids.length)] ?? randomUUID();
  };
  const clientId = one('client', pick);
  const note = { ...noteFacts, commandId, clientId, finished: true } as const;
  switch (name) {
    case 'create':
      return world.try('board.createClient', {
        commandId,
        name: `Client ${pick}`,
        stage: 'stable',
        sinceOn: '2026-10-01',
      });
    case 'move': {
      const stage = boardStages[other % boardStages.length] ?? 'stable';
      return world.try('board.moveClient', { commandId, clientId, stage, after: null });
    }
    case 'note':
      return world.try('notes.write', { ...note, noteId: null, body: `Note ${pick}` });
    case 'rewrite':
      return world.try('notes.write', { ...note, noteId: one('note', other), body: `Rewritten ${pick}` });
    case 'delete':
      return world.try('notes.delete', { commandId, noteId: one('note', other) });
    case 'restore':
      return world.try('safety.restore', { commandId, kind: 'note', id: one('note', other, 'deleted_at is not null') });
    case 'task': {
      const task = { title: `Task ${pick}`, side: 'agency', person: '', dueOn: '2026-12-01' } as const;
      return world.try('clients.addTask', { commandId, clientId, ...task });
    }
    case 'tick':
      return world.try('clients.editTask', { commandId, taskId: one('task', other), done: other % 2 === 0 });
    case 'snooze': {
      const untilOn = other % 2 === 0 ? '2026-12-31' : '2026-10-01';
      return world.try('health.snooze', {
        commandId,
        clientId,
        subjects: ['health:plateau'],
        untilOn,
        reason: 'later',
      });
    }
    case 'wake':
      return world.try('health.wake', { commandId, snoozeIds: [one('snooze', other)] });
    case 'undo':
      return world.try('safety.undo', { commandId });
    case 'redo':
      return world.try('safety.redo', { commandId });
    case 'draft':
      return world.try('notes.write', { ...note, noteId: null, body: `Draft ${pick}`, finished: false });
    case 'keep':
      return world.try('notes.keepText', { body: `Kept ${pick}` });
    case 'type': {
      const typed = { noteId: null, basedOn: null, edit: { from: 0, to: 0, insert: `Typed ${pick}` } };
      return world.try('notes.keep', { ...noteFacts, commandId, clientId, ...typed });
    }
    case 'remind':
      return reminded(world, off);
    case 'backup':
      return world.try('safety.backUpNow', {});
    case 'restart':
      await world.restart();
      return null;
    case 'sleep':
      world.clock.sleep();
      return null;
  }
}

/** No day on which the clock is right goes without its reminder, whatever it told before. */
async function reminded({ data, clock }: World, off: number): Promise<string | null> {
  if (data.context === null) throw new Error('the world is not open');
  await remind(data.context);
  if (off !== 0) return null;
  const lastOn = await data.context.storage.setting('reminded_on');
  return weekdayOf(clock.day) < 6 && lastOn !== clock.day ? 'not reminded' : null;
}
