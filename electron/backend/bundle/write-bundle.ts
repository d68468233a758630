import papaparse from 'papaparse';
import { type Moment, openMoment, type Row } from '../../../db/moment.ts';
import { notesToExport, readExported } from '../../../db/note-export.ts';
import { isSharedTable, type Reader } from '../../../db/schema.ts';
import { type BundleManifest, bundleVersion, dataFileOf, manifestName } from '../../../shared/bundle/manifest.ts';
import type { Instant } from '../../../shared/contract/call.ts';
import type { Language } from '../../../shared/language.ts';
import { writeNoteFile } from '../../../shared/note-file.ts';
import { Cancelled, type Job } from '../transfer/job.ts';
import { notePlaces } from '../transfer/note-places.ts';
import { readmeOf } from './bundle-readme.ts';
import type { BundleWriter } from './bundle-writer.ts';

export interface BundleParts {
  /** The data file; what is exported is how it stands now, whatever is written meanwhile. */
  readonly path: string;
  readonly language: Language;
  readonly now: Instant;
  readonly appVersion: string;
}

const rowsAtOnce = 200;
const notesAtOnce = 50;
const charactersAtOnce = 65_536;

/** Writes everything; the answer is where it lies. Null when it was cancelled: then nothing is left of it. */
export async function writeBundle(parts: BundleParts, writer: BundleWriter, job: Job): Promise<string | null> {
  try {
    await writeMoment(parts, writer, job);
    return await writer.finish();
  } catch (error) {
    await writer.giveUp();
    if (error instanceof Cancelled) return null;
    throw error;
  }
}

async function writeMoment(parts: BundleParts, writer: BundleWriter, job: Job): Promise<void> {
  const moment = openMoment(parts.path);
  try {
    await writeAll(moment, parts, writer, job);
  } finally {
    moment.close();
  }
}

type Pass = (count: number) => Promise<void>;

async function writeAll(
  moment: Moment,
  { language, now, appVersion }: BundleParts,
  writer: BundleWriter,
  job: Job,
): Promise<void> {
  const { reader, tables, schema } = moment;
  const shared = tables.filter(isSharedTable);
  const notes = await notesToExport(reader, null);
  const rows = (names: readonly string[]) => names.reduce((sum, name) => sum + moment.count(name), 0);
  job.begin(2 * rows(tables) + rows(shared) + notes.length);
  let done = 0;
  const pass: Pass = async (count) => {
    done += count;
    if (await job.step(done)) throw new Cancelled();
  };
  await writer.add('README.md', [readmeOf(language)]);
  for (const table of tables) await writer.add(dataFileOf(table), jsonOf(moment.rows(table), pass));
  for (const table of shared) await writer.add(`tables/${table}.csv`, csvOf(moment.living(table), pass));
  await writeNotes(reader, notes, writer, pass);
  const dataSha256 = await moment.digest(pass);
  const manifest: BundleManifest = {
    format: 'rapport',
    version: bundleVersion,
    schema,
    madeAt: now,
    appVersion,
    dataSha256,
    files: [...writer.files],
  };
  await writer.add(manifestName, [`${JSON.stringify(manifest, null, 1)}\n`]);
}

/** An array with one row a line, so that nobody has to hold all of it to read it. */
async function* jsonOf(rows: Iterable<Row>, pass: Pass): AsyncGenerator<string> {
  let part = '[';
  let count = 0;
  let passed = 0;
  for (const row of rows) {
    part += `${count === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
    count += 1;
    if (part.length < charactersAtOnce) continue;
    yield part;
    part = '';
    await pass(count - passed);
    passed = count;
  }
  await pass(count - passed);
  yield `${part}\n]\n`;
}

/** What lives of a table. Cells that a spreadsheet would take for a formula get a sign before them that makes them text. */
async function* csvOf(
  { columns: fields, rows: living }: ReturnType<Moment['living']>,
  pass: Pass,
): AsyncGenerator<string> {
  const text = (rows: readonly Row[], header: boolean) =>
    papaparse.unparse({ fields: [...fields], data: [...rows] }, { header, newline: '\r\n', escapeFormulae: true });
  // The mark tells spreadsheets that it is UTF-8.
  yield `\ufeff${text([], true)}`;
  let rows: Row[] = [];
  for (const row of living) {
    rows.push(row);
    if (rows.length < rowsAtOnce) continue;
    yield `\r\n${text(rows, false)}`;
    await pass(rows.length);
    rows = [];
  }
  yield rows.length === 0 ? '\r\n' : `\r\n${text(rows, false)}\r\n`;
}

async function writeNotes(reader: Reader, ids: readonly string[], writer: BundleWriter, pass: Pass): Promise<void> {
  const placeOf = notePlaces();
  for (let from = 0; from < ids.length; from += notesAtOnce) {
    const notes = await readExported(reader, ids.slice(from, from + notesAtOnce));
    for (const note of notes) await writer.add(`notes/${placeOf(note)}`, [writeNoteFile(note)]);
    await pass(notes.length);
  }
}
