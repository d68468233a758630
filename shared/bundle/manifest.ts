import { z } from 'zod';

// A whole export is a folder or an archive: `data/` holds every row as JSON and is what an import reads; `tables/` as CSV
// and `notes/` as Markdown are for people and other programs; `manifest.json` names every file with its checksum.

/** Raised when an older program could not read what is written. */
export const bundleVersion = 1;

export const manifestName = 'manifest.json';
export const dataFileOf = (table: string): string => `data/${table}.json`;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** Enough to tell our export from anything else, and whether this program can read it. */
export const bundleHead = z.object({ format: z.literal('rapport'), version: count, schema: count });

export const bundleManifest = bundleHead.extend({
  madeAt: z.iso.datetime(),
  appVersion: z.string().max(100),
  /** Of all rows together: the file an import makes has the same. */
  dataSha256: sha256,
  files: z.array(z.object({ name: z.string().min(1).max(1000), bytes: count, sha256 })).max(2_000_000),
});

export type BundleManifest = z.infer<typeof bundleManifest>;
export type BundleFile = BundleManifest['files'][number];

/** Inside the export, with slashes: nothing that leads out of it or means something else on another system. */
export function isSafeName(name: string): boolean {
  const parts = name.split('/');
  return !/[\\:\p{Cc}]/u.test(name) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
