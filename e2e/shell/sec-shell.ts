import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import { type Proven, unmet } from '../report.ts';
import { allMistakes, copyOfBuild, inspectCopy, namesOf, pointsElsewhere, pointsOf, tryMistakes } from './copies.ts';
import { electronVersions, loosenedFuses, packagingFaults, readPackaging } from './packaging-faults.ts';

/** The 20 points of Electron's security checklist, on the built program and on the settings of its packaging. */
export async function secShell(): Promise<Proven> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-shell-'));
  try {
    const [shown, notShown] = await Promise.all([
      inspectCopy(copyOfBuild(folder, 'shown'), 'shown'),
      inspectCopy(copyOfBuild(folder, 'not shown'), 'not shown'),
    ]);
    for (const { code, text } of [shown, notShown]) if (code !== 0) console.error(text);
    const missed: string[] = [];
    for (const [index, mistakes] of allMistakes.entries()) {
      const tried = await tryMistakes(folder, `mistake-${index}`, mistakes);
      missed.push(...tried.missed.map((words) => `${namesOf(mistakes)}: ${words}`));
    }
    const settings = readPackaging();
    const packaging = packagingFaults(settings);
    const fuses = loosenedFuses(settings);
    const missedFuses = fuses.filter((each) => packagingFaults(each.settings).join() !== `19 the fuse ${each.fuse}`);
    const [pinned, ...others] = electronVersions();
    const isPinned = /^\d+\.\d+\.\d+$/.test(pinned ?? '') && others.every((version) => version === pinned);
    const points = new Set([...pointsOf(shown), ...pointsElsewhere]).size;
    const broken = [...(shown.found?.broken ?? ['no answer']), ...(notShown.found?.broken ?? ['no answer'])];
    return {
      figures: {
        points,
        promises: new Set([...(shown.found?.promises ?? []), ...(notShown.found?.promises ?? [])]).size,
        broken: broken.length,
        electron: pinned,
        packaging: packaging.length,
        control: {
          mistakes: allMistakes.reduce((sum, { mistakes }) => sum + mistakes.length, 0),
          missed: missed.length,
          fuses: fuses.length,
          missedFuses: missedFuses.length,
        },
      },
      short: [
        ...broken,
        ...packaging,
        ...missed,
        ...missedFuses.map(({ fuse }) => `control: the fuse ${fuse}`),
        ...unmet({
          'not every point is looked at': points === 20,
          'looking at the built program ended with an error': shown.code === 0 && notShown.code === 0,
          'Electron is not the one that is pinned': isPinned,
        }),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
