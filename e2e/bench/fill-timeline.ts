import { v7 } from 'uuid';
import { createClient } from '../../db/board.ts';
import { addInsight } from '../../db/insights.ts';
import { addIntentCheck } from '../../db/intent-checks.ts';
import { addKpi, addReadings, readKpis } from '../../db/kpis.ts';
import { writeNote } from '../../db/notes.ts';
import { openFile } from '../../db/open.ts';
import { addReport } from '../../db/reports.ts';
import type { Writer } from '../../db/schema.ts';
import { openStorage, type Stamp } from '../../db/storage.ts';
import { addDays } from '../../shared/calendar.ts';

export interface LongClient {
  readonly name: string;
  readonly entries: number;
}

/** Stands in the oldest note of every client. */
export const oldWord = (name: string): string => `herbarium${name.replaceAll(/\W/g, '').toLowerCase()}`;

/** Clients with histories of ten years, in one command each: mostly notes, a fifth readings, some of everything else. */
export async function fillTimelines(file: string, clients: readonly LongClient[], today: string): Promise<void> {
  const storage = openStorage({
    file: openFile(file),
    now: () => new Date().toISOString(),
    newId: v7,
    changed: () => undefined,
  });
  for (const client of clients)
    await storage.write({ id: v7(), name: 'board.createClient' }, (writer, stamp) =>
      fillClient(writer, stamp, client, today),
    );
  await storage.close();
}

async function fillClient(writer: Writer, stamp: Stamp, { name, entries }: LongClient, today: string): Promise<void> {
  const sinceOn = addDays(today, -daysOfTenYears);
  await createClient(writer, stamp, { name, stage: 'stable', partnerId: null, sinceOn });
  const { id } = await writer.selectFrom('client').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  for (let number = 0; number < 10; number += 1)
    await addKpi(writer, stamp, {
      commandId: v7(),
      clientId: id,
      name: `Figure ${number}`,
      unit: '%',
      target: '80',
      direction: 'up',
      businessGoal: '',
    });
  const scene = { clientId: id, kpiIds: (await readKpis(writer, id)).map((kpi) => kpi.id), today };
  for (let index = 0; index < entries; index += 1) {
    const day = addDays(today, -Math.floor((index * (daysOfTenYears - 10)) / entries) - 1);
    const isOldest = index === entries - 1;
    if (isOldest) await addNote(writer, stamp, scene, { day, index, more: `They keep a ${oldWord(name)}.` });
    else await addEntry(writer, stamp, scene, { day, index });
  }
}

const daysOfTenYears = 3650;

interface Scene {
  readonly clientId: string;
  readonly kpiIds: readonly string[];
  readonly today: string;
}

interface Moment {
  readonly day: string;
  readonly index: number;
}

async function addEntry(writer: Writer, stamp: Stamp, scene: Scene, { day, index }: Moment): Promise<void> {
  const { clientId, kpiIds, today } = scene;
  const base = { commandId: v7(), clientId };
  if (index % 5 === 0) {
    const kpiId = kpiIds[(index / 5) % kpiIds.length] ?? '';
    const readings = [{ measuredOn: day, value: String(60 + (index % 30)), remark: '' }];
    return addReadings(writer, stamp, { commandId: v7(), kpiId, readings }, today);
  }
  switch (index % 50) {
    case 1: {
      const period = addDays(today, -31 * (1 + Math.floor(index / 50))).slice(0, 7);
      return addReport(writer, stamp, { ...base, kind: 'month', period, sentOn: day, summary: 'All went well' }, today);
    }
    case 2:
      return addInsight(writer, stamp, {
        ...base,
        kind: 'idea',
        title: `Idea ${index}`,
        toldOn: day,
        isBeyondContract: false,
      });
    case 3:
      return addIntentCheck(writer, stamp, {
        ...base,
        checkedOn: day,
        hasPlan: 'yes',
        saidBy: 'Marina',
        words: 'Three years',
      });
    default:
      return addNote(writer, stamp, scene, { day, index, more: '' });
  }
}

const kinds = ['meeting', 'call', 'letter', 'chat', 'observation'] as const;

async function addNote(
  writer: Writer,
  stamp: Stamp,
  { clientId }: Scene,
  { day, index, more }: Moment & { readonly more: string },
): Promise<void> {
  const task = index % 4 === 0 ? `\n- [x] Send the protocol ${index}` : '';
  await writeNote(writer, stamp, null, {
    clientId,
    kind: kinds[index % kinds.length] ?? 'call',
    happenedAt: `${day}T${String(8 + (index % 10)).padStart(2, '0')}:00:00.000Z`,
    initiatedBy: null,
    body: `Talk ${index}\nWe spoke of **orders**, of the shop and of what comes next. ${more}\n- the site\n- the store${task}`,
    attendees: [],
    finished: true,
    day,
  });
}
