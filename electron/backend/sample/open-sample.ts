import { rmSync } from 'node:fs';
import { v7 } from 'uuid';
import { databaseFiles } from '../../../db/database-files.ts';
import { inspectFile } from '../../../db/header.ts';
import { openFile } from '../../../db/open.ts';
import { openStorage, type Storage, type StorageParts } from '../../../db/storage.ts';
import type { Day } from '../../../shared/contract/call.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/language.ts';
import { isLanguage } from '../../../shared/language.ts';
import { fillSample } from './fill-sample.ts';

/** Raised when the example's texts or tables change: an older one is made anew. */
const sampleVersion = '2';

export interface OpenSampleOptions {
  /** The language of the interface; null: the one in which the example was seen last. */
  readonly language: Language | null;
  readonly systemLanguage: Language;
  readonly today: Day;
}

type SampleParts = Omit<StorageParts, 'file' | 'newId'>;

/**
 * Opens the example, made anew when it is of another day or language: it is a demonstration, what was tried out in it
 * does not stay.
 */
export async function openSample(path: string, options: OpenSampleOptions, parts: SampleParts): Promise<Storage> {
  const known = openKnown(path, parts);
  const seen = (await known?.setting('language')) ?? null;
  const language = options.language ?? (isLanguage(seen) ? seen : options.systemLanguage);
  const made = `${sampleVersion} ${language} ${options.today}`;
  if (known && (await known.setting('sample')) === made) return known;
  await known?.close();
  for (const file of databaseFiles(path)) rmSync(file, { force: true });
  const storage = openStorage({ ...parts, file: openFile(path), newId: v7 });
  await fillSample(storage, { language, today: options.today, now: parts.now() });
  await storage.saveSetting('language', language);
  await storage.saveSetting('sample', made);
  return storage;
}

/** Null when there is none yet or when ours is damaged: nothing in it is worth keeping. Whatever else lies there stays. */
function openKnown(path: string, parts: SampleParts): Storage | null {
  try {
    return inspectFile(path) === 'ours' ? openStorage({ ...parts, file: openFile(path), newId: v7 }) : null;
  } catch (error) {
    // Only a file that carries our mark is called damaged.
    if (error instanceof AppError && error.code === 'file_damaged') return null;
    throw error;
  }
}
