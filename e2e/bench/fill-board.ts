import { v7 } from 'uuid';
import { createClient } from '../../db/board.ts';
import { addInsight } from '../../db/insights.ts';
import { addIntentCheck } from '../../db/intent-checks.ts';
import { writeNote } from '../../db/notes.ts';
import { openFile } from '../../db/open.ts';
import { addReport } from '../../db/reports.ts';
import type { Writer } from '../../db/schema.ts';
import { addPartner, partnersOf } from '../../db/settings.ts';
import { markSignal } from '../../db/signals.ts';
import { openStorage, type Stamp } from '../../db/storage.ts';
import { addTask } from '../../db/tasks.ts';
import { addDays } from '../../shared/calendar.ts';
import { boardStages } from '../../shared/stage.ts';
import { dayFromNow } from '../days.ts';

const partners = ['Gleb', 'Nika'];
/** One command for each so many: the log of a command is read as a whole. */
const perCommand = 250;

/**
 * Clients in equal columns, as far along as those of a living agency: most are in good order, every fifth or so gives a
 * reason to look, some were only just met. Names end in their number, the last made stands on top.
 */
export async function fillBoard(file: string, clients: number): Promise<void> {
  const storage = openStorage({
    file: openFile(file),
    now: () => new Date().toISOString(),
    newId: v7,
    changed: () => undefined,
  });
  const today = dayFromNow(0);
  await storage.write({ id: v7(), name: 'settings.addPartner' }, async (writer, stamp) => {
    for (const name of partners) await addPartner(writer, name, stamp);
  });
  const leads = (await partnersOf(storage.read)).map(({ id }) => id);
  const perColumn = Math.ceil(clients / boardStages.length);
  for (let first = 1; first <= clients; first += perCommand)
    await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
      const last = Math.min(clients, first + perCommand - 1);
      for (let number = first; number <= last; number += 1) {
        const stage = boardStages[Math.floor((number - 1) / perColumn)] ?? 'acquaintance';
        const name = `Client number ${number}`;
        const sinceOn = addDays(today, -30 - ((number * 37) % 2400));
        const partnerId = leads[number % leads.length] ?? null;
        const clientId = await createClient(writer, stamp, { name, stage, partnerId, sinceOn });
        await addStory({ writer, stamp, clientId, number, today });
      }
    });
  await storage.close();
}

interface Scene {
  readonly writer: Writer;
  readonly stamp: Stamp;
  readonly clientId: string;
  readonly number: number;
  readonly today: string;
}

const isEach = (number: number, nth: number, from = 0): boolean => number % nth === from;

/** What a partner has written down about the client; of every fifteenth nothing yet. */
async function addStory(scene: Scene): Promise<void> {
  const { number } = scene;
  if (isEach(number, 15)) return;
  await addTouch(scene, isEach(number, 9, 2) ? 31 : number % 7);
  await addWork(scene);
  if (isEach(number, 8, 1)) await addFlag(scene);
  if (isEach(number, 3)) await addSign(scene, 'G-INIT', 'They called first to plan the spring together');
}

async function addTouch({ writer, stamp, clientId, number, today }: Scene, daysAgo: number): Promise<void> {
  const day = addDays(today, -daysAgo);
  await writeNote(writer, stamp, null, {
    clientId,
    kind: isEach(number, 2) ? 'meeting' : 'call',
    happenedAt: `${day}T00:00:00.000Z`,
    initiatedBy: 'agency',
    body: `Talk ${number}\nWe spoke of **orders**, of the shop and of what comes next.`,
    attendees: [],
    finished: true,
    day,
  });
}

const steps = [
  'Show the prototype of the storefront',
  'Send the report',
  'Check the plans for the year with the owner',
];

/** A next step, mostly; what they said of their plans, the last report and the last idea. */
async function addWork({ writer, stamp, clientId, number, today }: Scene): Promise<void> {
  const base = { commandId: v7(), clientId };
  if (!isEach(number, 12, 5)) {
    const dueOn = addDays(today, isEach(number, 11) ? -4 : 1 + (number % 14));
    const title = steps[number % steps.length] ?? 'Call';
    await addTask(writer, stamp, { ...base, title, side: 'agency', person: '', dueOn });
  }
  const checkedOn = addDays(today, -40);
  if (!isEach(number, 14, 3))
    await addIntentCheck(writer, stamp, { ...base, checkedOn, hasPlan: 'yes', saidBy: 'Marina', words: 'Two shops' });
  const sentOn = addDays(today, -20);
  await addReport(
    writer,
    stamp,
    { ...base, kind: 'month', period: sentOn.slice(0, 7), sentOn, summary: 'All went well' },
    today,
  );
  const toldOn = addDays(today, -30);
  await addInsight(writer, stamp, {
    ...base,
    kind: 'idea',
    title: 'Rent before you buy',
    toldOn,
    isBeyondContract: false,
  });
}

const seen = [
  'No plan for the next year, and half as many meetings as in summer',
  'Three letters in a row were answered by a template',
  'The owner decides everything himself and comes to every call without the team that does the work',
];

function addFlag(scene: Scene): Promise<void> {
  const { number } = scene;
  const code = isEach(number, 40, 1) ? 'C-TRUST' : isEach(number, 16, 1) ? 'F-OWNER' : 'R-SLOW';
  return addSign(scene, code, seen[number % seen.length] ?? '');
}

async function addSign({ writer, stamp, clientId, today }: Scene, code: string, evidence: string): Promise<void> {
  const markedOn = addDays(today, -12);
  await markSignal(writer, stamp, { commandId: v7(), clientId, code, side: 'client', markedOn, evidence });
}
