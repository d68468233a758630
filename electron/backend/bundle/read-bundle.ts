import { rmSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { dataDigestInTurns } from '../../../db/digest.ts';
import { type Filling, openFilling } from '../../../db/filling.ts';
import { newestVersion } from '../../../db/migrations/migrations.ts';
import { storageError } from '../../../db/storage-error.ts';
import {
  bundleHead,
  bundleManifest,
  type BundleManifest,
  bundleVersion,
  dataFileOf,
  isSafeName,
  manifestName,
} from '../../../shared/bundle/manifest.ts';
import { AppError } from '../../../shared/errors.ts';
import { Cancelled, type Job } from '../transfer/job.ts';
import { checkedBytes, rowsOf } from './bundle-rows.ts';
import { type BundleSource, damaged, openBundle, unsafe } from './bundle-source.ts';

const largestManifest = 400_000_000;
/** In bytes, all files together. */
const largestBundle = 16_000_000_000;

/** What a whole export holds, once all of it was read and proved. */
export interface BundleContents {
  readonly madeAt: string;
  readonly agency: string;
  readonly clients: number;
  readonly notes: number;
}

/**
 * Makes a data file of an export at `target`, where nothing else of ours lies: it has the very rows the export was made
 * of, or it is refused and nothing is left. Null when it was cancelled.
 */
export async function readBundle(place: string, target: string, job: Job): Promise<BundleContents | null> {
  const source = await openBundle(place);
  try {
    rmSync(target, { force: true });
    const manifest = await manifestOf(source);
    const filling = openFilling(target, manifest.schema);
    let isWhole = false;
    try {
      const contents = await fillAll(source, manifest, filling, job);
      isWhole = true;
      return contents;
    } finally {
      filling.close();
      if (!isWhole) rmSync(target, { force: true });
    }
  } catch (error) {
    if (error instanceof Cancelled) return null;
    throw storageError(error);
  } finally {
    source.close();
  }
}

async function fillAll(
  source: BundleSource,
  manifest: BundleManifest,
  filling: Filling,
  job: Job,
): Promise<BundleContents> {
  const { file, tables } = filling;
  const all = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  job.begin(all);
  let done = 0;
  const pass = async (bytes: number) => {
    done += bytes;
    if (await job.step(Math.min(done, all))) throw new Cancelled();
  };
  const known = new Map(tables.map((table) => [dataFileOf(table), table]));
  for (const each of manifest.files) {
    const table = known.get(each.name);
    known.delete(each.name);
    const take = table === undefined ? null : filling.into(table);
    const bytes = counted(checkedBytes(source, each), pass);
    // Files for people are only proved.
    for await (const next of take === null ? bytes : rowsOf(bytes)) take?.(next);
  }
  if (known.size > 0) throw damaged('a table is missing');
  filling.settle();
  const sha256 = await dataDigestInTurns(file, () => pass(0));
  if (sha256 !== manifest.dataSha256) throw damaged('the rows are not those that were written');
  return contentsOf(filling, manifest);
}

async function* counted(bytes: AsyncIterable<Buffer>, pass: (count: number) => Promise<void>): AsyncGenerator<Buffer> {
  for await (const part of bytes) {
    yield part;
    await pass(part.length);
  }
}

async function manifestOf(source: BundleSource): Promise<BundleManifest> {
  const bytes = await source.sizeOf(manifestName);
  if (bytes === null) throw new AppError('archive_foreign', 'no manifest');
  if (bytes > largestManifest) throw unsafe('a list that is too long');
  const text = (await buffer(await source.read(manifestName, bytes))).toString('utf8');
  const read = json(text);
  const head = bundleHead.safeParse(read);
  if (!head.success) throw new AppError('archive_foreign', 'the manifest of something else');
  if (head.data.version > bundleVersion || head.data.schema > newestVersion)
    throw new AppError('archive_newer', 'made by a newer program');
  const manifest = bundleManifest.safeParse(read);
  if (!manifest.success || head.data.schema < 1) throw damaged('the manifest is not whole');
  const { files } = manifest.data;
  if (!files.every(({ name }) => isSafeName(name))) throw unsafe('a name that leads out of it');
  if (new Set(files.map(({ name }) => name)).size < files.length) throw unsafe('twice the same file');
  if (files.reduce((sum, file) => sum + file.bytes, 0) > largestBundle) throw unsafe('more than can be in it');
  return manifest.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function contentsOf({ file }: Filling, { madeAt }: BundleManifest): BundleContents {
  const count = (table: 'client' | 'note') =>
    Number(file.prepare(`select count(*) from ${table} where deleted_at is null`).pluck().get());
  const agency = file.prepare<[], string>('select name from agency where deleted_at is null').pluck().get();
  return { madeAt, agency: agency ?? '', clients: count('client'), notes: count('note') };
}
