import path from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { Language } from '../../shared/language.ts';
import type { Program } from '../program.ts';
import { screens, setUp, show } from '../screens.ts';
import { names } from '../screens/names.ts';
import type { Screen } from '../screens/screen.ts';
import type { TextField } from './fields.ts';
import { Harm, strangeElements } from './harm.ts';
import { poison } from './poison.ts';
import { addWhatIsRare } from './rare.ts';
import { blockEnd, type Cell, compareShown } from './tagged.ts';

// Every screen of the made-up clients, as the pictures and the checks of accessibility walk them, with another hostile
// text added to every cell that holds words.

export interface Walked {
  readonly screens: number;
  /** Cells in the file that hold a hostile text. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** Cells seen, whole or cut by the program. */
  readonly seen: ReadonlySet<number>;
  readonly cut: number;
  readonly differences: readonly string[];
  readonly harm: readonly string[];
}

/** By their whole name the walk finds these: words that lead through the program, and four of its clients. */
function isSignpost(language: Language): (value: string) => boolean {
  const { kestrel, harbour, spindle, kitewell, stable } = names[language];
  const known: readonly string[] = [kestrel, harbour, spindle, kitewell, stable];
  return (value) => known.includes(value);
}

/** Puts a hostile text into every cell of the example; the program runs before and after. */
export async function poisonSample(
  app: Program,
  {
    columns,
    strings,
    language,
  }: { columns: ReadonlyMap<string, TextField>; strings: readonly string[]; language: Language },
): Promise<ReadonlyMap<number, Cell>> {
  await setUp(app, 'sample', language);
  await addWhatIsRare(app);
  await app.close();
  const file = path.join(app.dataFolder, 'sample.db');
  const cells = await poison(file, { columns, strings, isLeft: isSignpost(language) });
  await app.start();
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  return cells;
}

export async function walkScreens(
  app: Program,
  { cells, language, wanted }: { cells: Walked['cells']; language: Language; wanted: readonly Screen[] },
): Promise<Walked> {
  const harm = new Harm(app);
  const differences: string[] = [];
  const harms: string[] = [];
  const found = { seen: new Set<number>(), cut: new Set<number>(), differences, harm: harms };
  for (const screen of wanted) {
    try {
      await show(app, screen, language);
    } catch (problem) {
      const [line] = String(problem).split('\n');
      found.differences.push(`${screen.name}: could not be shown. ${line}`);
    }
    for (const frame of app.page.frames()) {
      const compared = compareShown(await textsOf(frame), cells);
      for (const number of [...compared.whole, ...compared.cut]) found.seen.add(number);
      for (const number of compared.cut) found.cut.add(number);
      found.differences.push(...compared.differences.map((each) => `${screen.name}: ${each}`));
    }
    const done = [...(await strangeElements(app.page)), ...harm.take()];
    found.harm.push(...done.map((each) => `${screen.name}: ${each}`));
    await screen.leave?.(app.page, app).catch(() => undefined);
  }
  return { screens: wanted.length, cells, ...found, cut: found.cut.size };
}

/** All screens of the example, or one of so many. */
export function screensOfSample(oneOf = 1): readonly Screen[] {
  return screens.filter(({ file }) => file === 'sample').filter((_screen, place) => place % oneOf === 0);
}

/** What is read on a page: its text, what its fields hold, and the words of what is not text. */
export async function textsOf(frame: Frame | Page): Promise<readonly string[]> {
  return frame
    .evaluate((between) => {
      const read = (node: Node): string => {
        if (node instanceof Text) return node.data;
        if (!(node instanceof Element) || node.localName === 'style') return '';
        const words = [...node.childNodes].map(read).join('');
        return getComputedStyle(node).display.startsWith('inline') ? words : `${between}${words}${between}`;
      };
      const texts = [read(document.body)];
      for (const element of document.querySelectorAll('*')) {
        for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
          texts.push(element.getAttribute(name) ?? '');
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
      }
      return [...new Set(texts)].filter((text) => text.includes('zq'));
    }, blockEnd)
    .catch(() => []);
}
