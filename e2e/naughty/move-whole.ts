import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { dataDigestOf } from '../../db/digest.ts';
import { filesIn, readManifest, zipOf } from '../../electron/backend/bundle/bundle-in-test.ts';
import type { Language } from '../../shared/language.ts';
import type { Program } from '../program.ts';
import { Harm, type Harmed } from './harm.ts';
import { computerOf, openArchive, refuseArchives } from './hostile-archives.ts';
import { type Cell, compareShown } from './tagged.ts';
import { screensOfSample, textsOf, walkScreens } from './walk.ts';

/** Every so many screens are looked at again on the other computer. */
const oneScreenOf = 16;

export interface Moved {
  readonly imports: number;
  readonly compared: number;
  readonly differences: readonly string[];
  readonly harm: readonly Harmed[];
}

/**
 * A whole export with all these texts on another computer: first spoilt in every way, then as it is, from its preview on
 * the first screen to the data, which has the digest that the export names.
 */
export async function moveWhole(
  app: Program,
  { folder, cells, language }: { folder: string; cells: ReadonlyMap<number, Cell>; language: Language },
): Promise<Moved> {
  const harm = new Harm(app);
  const refused = await refuseArchives(computerOf(app), folder);
  const archive = path.join(app.folder, `all <img src=x onerror=alert(1)>.zip`);
  writeFileSync(archive, zipOf([...filesIn(folder)].map(([name, content]) => ({ name, content }))));
  await openArchive(app, archive);
  const preview = compareShown(await textsOf(app.page), cells);
  const shown = await harm.take('the preview of a whole export', app.page);
  const isLoadedAnew = app.page.waitForEvent('load');
  await app.page.getByRole('button', { name: /^(Open this data|Открыть эти данные)$/ }).click();
  await isLoadedAnew;
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  const digest = digestIn(path.join(app.dataFolder, 'rapport.db'));
  const walked = await walkScreens(app, { cells, language, wanted: screensOfSample(oneScreenOf) });
  return {
    imports: refused.tried + 1,
    compared: walked.seen.size,
    differences: [
      ...refused.differences,
      ...preview.differences.map((each) => `the preview of a whole export: ${each}`),
      ...(preview.whole.size === 0 ? ['the preview of a whole export: it does not name the agency'] : []),
      ...(digest === readManifest(folder).dataSha256 ? [] : ['the data that came in has another digest']),
      ...walked.differences.map((each) => `on the other computer, ${each}`),
    ],
    harm: [...shown, ...walked.harm],
  };
}

export function digestIn(file: string): string {
  const opened = new Database(file, { readonly: true });
  try {
    return dataDigestOf(opened);
  } finally {
    opened.close();
  }
}
