import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportsOf, fileOf, openReal } from '../chaos/real-backend.ts';
import { type TextField, textFields, wordColumns } from './fields.ts';
import { fieldsLeftOut, typeEverywhere } from './type-everywhere.ts';
import { Typist } from './typist.ts';

export interface TypedAll {
  readonly fields: number;
  readonly compared: number;
  /** What a column takes, as the fields that lead to it do. */
  readonly columns: ReadonlyMap<string, TextField>;
  /** Fields that nobody typed into, and columns in which nothing typed arrived. */
  readonly leftOut: readonly string[];
  /** Of the strings, how many the field that had the least has had. */
  readonly share: number;
  readonly differences: readonly string[];
}

/** Types into every field of the contract, in this process, until each but the small ones has had every string. */
export async function typeAll(
  strings: readonly string[],
  { isOver }: { readonly isOver: (share: number) => boolean },
): Promise<TypedAll> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-typed-'));
  const real = await openReal(folder);
  const typist = new Typist(real, fileOf(folder), strings);
  try {
    do await typeEverywhere(typist, real, exportsOf(folder));
    while (!isOver(typist.share('but of small ones')));
    return {
      fields: textFields.length,
      compared: typist.compared,
      columns: typist.columns,
      leftOut: [...fieldsLeftOut(typist), ...typist.columnsLeftOut(wordColumns)],
      share: typist.share('of all fields'),
      differences: typist.differences,
    };
  } finally {
    typist.close();
    await real.backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
