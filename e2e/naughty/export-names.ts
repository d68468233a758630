import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { localDay } from '../../db/local-day.ts';
import { bundleManifest } from '../../shared/bundle/manifest.ts';
import { safeFileName } from '../../shared/file-name.ts';
import { splitTitle } from '../../shared/note-title.ts';

// The names of the files of an export are made of what was typed: the client's name is a folder, the note's title a file.

const note = z.object({
  client_id: z.string(),
  happened_at: z.string(),
  body: z.string(),
  deleted_at: z.string().nullable(),
});
const client = z.object({ id: z.string(), name: z.string(), deleted_at: z.string().nullable() });

/** With slashes, counted from the folder. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/'));
}

const read = <Value>(folder: string, name: string, schema: z.ZodType<Value>): Value =>
  schema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));

/** Of every living note of a whole export the name that its texts call for, without the number that makes it the only one. */
export function notesOf(folder: string): readonly string[] {
  const living = <Row extends { readonly deleted_at: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ deleted_at: deletedAt }) => deletedAt === null);
  const clients = living(read(folder, 'data/client.json', z.array(client)));
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  return living(read(folder, 'data/note.json', z.array(note)))
    .filter(({ client_id: clientId, body }) => names.has(clientId) && body.trim() !== '')
    .map(({ client_id: clientId, happened_at: happenedAt, body }) => {
      const title = safeFileName(splitTitle(body).title, 60);
      const file = [localDay(happenedAt), title].filter(Boolean).join(' ');
      return `${safeFileName(names.get(clientId) ?? '') || '_'}/${file}.md`;
    });
}

/** No system takes anything in it for more than a letter. */
const unsafe =
  /[<>:"\\|?*\p{Cc}]|(?:^|\/)\.{0,2}(?:\/|$)|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/iu;

const withoutNumbers = (name: string): string => name.replaceAll(/ \(\d+\)(?=\/|\.md$)/g, '');

function missing(from: readonly string[], of: readonly string[]): readonly string[] {
  const left = [...from];
  return of.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The names of these files of notes against the ones that the notes call for. */
export function compareNames(found: readonly string[], wanted: readonly string[]): readonly string[] {
  const plain = found.map(withoutNumbers);
  const asked = wanted.map(withoutNumbers);
  const distinct = new Set(found.map((name) => name.normalize('NFC').toLowerCase()));
  return [
    ...missing(plain, asked).map((name) => `no file ${JSON.stringify(name)}`),
    ...missing(asked, plain).map((name) => `a file that no note calls for ${JSON.stringify(name)}`),
    ...found.filter((name) => unsafe.test(name)).map((name) => `an unsafe name ${JSON.stringify(name)}`),
    ...(distinct.size === found.length ? [] : ['two names that some systems take for the same one']),
  ];
}

/** The names and checksums in a whole export's list of files against what lies there and what was typed. */
export function compareManifest(folder: string): readonly string[] {
  const { files } = read(folder, 'manifest.json', bundleManifest);
  const lying = namesIn(folder).filter((name) => name !== 'manifest.json');
  const listed = files.map(({ name }) => name);
  const wrong = files.filter(({ name, bytes, sha256 }) => {
    if (!lying.includes(name)) return false;
    const content = readFileSync(path.join(folder, name));
    return content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256;
  });
  const ofNotes = listed.filter((name) => name.startsWith('notes/')).map((name) => name.slice('notes/'.length));
  return [
    ...missing(lying, listed).map((name) => `listed and not there ${JSON.stringify(name)}`),
    ...missing(listed, lying).map((name) => `there and not listed ${JSON.stringify(name)}`),
    ...wrong.map(({ name }) => `another checksum ${JSON.stringify(name)}`),
    ...compareNames(ofNotes, notesOf(folder)),
  ];
}
