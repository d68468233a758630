import path from 'node:path';
import type { Id, Instant } from '../../../shared/contract/call.ts';
import type { Context } from '../context.ts';
import { createJob, type Job } from './job.ts';
import type { Source } from './read-source.ts';

/** Something that was chosen to be read; only its id ever leaves. */
export interface Chosen {
  readonly id: Id;
  readonly job: Job;
  /** Read once, when it is first asked for; null when the reading was cancelled. */
  readonly source: () => Promise<Source | null>;
}

/** A whole export that was chosen. */
export interface ChosenWhole {
  readonly id: Id;
  readonly place: string;
  readonly job: Job;
  /** The moment it is of, once it was read and proved: the file made of it waits to be put in place. */
  readonly madeAt: Instant | null;
}

/** What goes on between the calls about one open file. */
export interface Desk {
  chosen: Chosen | null;
  whole: ChosenWhole | null;
  readonly exports: Map<Id, Job>;
  /** What exports were written to. */
  readonly exported: Map<Id, string>;
}

const desks = new WeakMap<Context, Desk>();

export function deskOf(context: Context): Desk {
  const desk = desks.get(context) ?? { chosen: null, whole: null, exports: new Map(), exported: new Map() };
  desks.set(context, desk);
  return desk;
}

export function jobOf(desk: Desk, id: Id): Job | undefined {
  if (desk.chosen?.id === id) return desk.chosen.job;
  return desk.whole?.id === id ? desk.whole.job : desk.exports.get(id);
}

/** A job that others can ask about and cancel while the work goes on. */
export async function withJob<Value>(desk: Desk, id: Id, work: (job: Job) => Promise<Value>): Promise<Value> {
  const job = createJob();
  desk.exports.set(id, job);
  try {
    return await work(job);
  } finally {
    desk.exports.delete(id);
  }
}

/** Where a file went is known as long as the program runs: its name may be one that is to be forgotten. */
export function rememberSaved(context: Context, jobId: Id, file: string | null): { fileName: string } | null {
  if (file === null) return null;
  deskOf(context).exported.set(jobId, file);
  return { fileName: path.basename(file) };
}
