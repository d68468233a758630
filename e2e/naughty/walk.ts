import path from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { Language } from '../../shared/language.ts';
import type { Program } from '../program.ts';
import { screens, setUp, show } from '../screens.ts';
import { names } from '../screens/names.ts';
import type { Screen } from '../screens/screen.ts';
import type { TextField } from './fields.ts';
import { Harm, type Harmed } from './harm.ts';
import { poison } from './poison.ts';
import { addWhatIsRare } from './rare.ts';
import { blockEnd, type Cell, type Compared, compareShown, elementEnd } from './tagged.ts';

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
  readonly harm: readonly Harmed[];
}

/** By their whole name the walk finds these: words that lead through the program, four of its clients, and a step of a handoff. */
function isSignpost(language: Language): (value: string) => boolean {
  const { kestrel, harbour, spindle, kitewell, stable, hosting } = names[language];
  const known: readonly string[] = [kestrel, harbour, spindle, kitewell, stable, hosting];
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
  const found = {
    seen: new Set<number>(),
    cut: new Set<number>(),
    differences: new Array<string>(),
    harm: new Array<Harmed>(),
  };
  for (const screen of wanted) {
    const { whole, cut, differences } = await readScreen(app, { screen, language, cells });
    for (const number of [...whole, ...cut]) found.seen.add(number);
    for (const number of cut) found.cut.add(number);
    found.differences.push(...differences.map((each) => `${screen.name}: ${each}`));
    if (whole.size + cut.size === 0 && !withoutTexts.has(screen.name))
      found.differences.push(`${screen.name}: none of the texts stands on it`);
    found.harm.push(...(await harm.take(screen.name, app.page)));
    await screen.leave?.(app.page, app);
  }
  return { screens: wanted.length, cells, ...found, cut: found.cut.size };
}

async function readScreen(
  app: Program,
  { screen, language, cells }: { screen: Screen; language: Language; cells: Walked['cells'] },
): Promise<Compared> {
  try {
    await show(app, screen, language);
    const texts: string[] = [];
    for (const frame of app.page.frames()) texts.push(...(await textsOf(frame)));
    return compareShown(texts, cells, screen.name);
  } catch (problem) {
    const [line = ''] = String(problem).split('\n');
    return { whole: new Set(), cut: new Set(), differences: [`could not be read. ${line}`] };
  }
}

/** Screens of the example on which nothing of the agency's own words stands, and why. */
const withoutTexts: ReadonlyMap<string, string> = new Map([]);

/** All screens of the example, or one of so many. */
export function screensOfSample(oneOf = 1): readonly Screen[] {
  return screens.filter(({ file }) => file === 'sample').filter((_screen, place) => place % oneOf === 0);
}

/** What is read on a page: its text, what its fields hold, and the words of what is not text. */
export async function textsOf(frame: Frame | Page): Promise<readonly string[]> {
  return frame.evaluate(
    ([between, end]) => {
      const read = (node: Node): string => {
        if (node instanceof Text) return node.data;
        if (!(node instanceof Element) || node.localName === 'style') return '';
        const words = [...node.childNodes].map(read).join('');
        return getComputedStyle(node).display.startsWith('inline') ? `${words}${end}` : `${between}${words}${between}`;
      };
      const texts = [read(document.body)];
      for (const element of document.querySelectorAll('*')) {
        for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
          texts.push(element.getAttribute(name) ?? '');
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
      }
      return [...new Set(texts)].filter((text) => text.includes('zq'));
    },
    [blockEnd, elementEnd] as const,
  );
}
