import type { Page } from '@playwright/test';
import type { Language } from '../shared/language.ts';
import { closeNotice, settle } from './calm-page.ts';
import type { Program } from './program.ts';
import { boardScreens } from './screens/board-screens.ts';
import { brokenScreens, breakFile } from './screens/broken-screens.ts';
import { clientScreens } from './screens/client-screens.ts';
import { erasingScreens } from './screens/erasing-screens.ts';
import { bareScreens, fillBareFile, formScreens } from './screens/form-screens.ts';
import { handoffScreens } from './screens/handoff-screens.ts';
import { listScreens } from './screens/list-screens.ts';
import { names, type Names } from './screens/names.ts';
import { goTo, type Screen } from './screens/screen.ts';
import { searchScreens } from './screens/search-screens.ts';
import { prepareImport, transferScreens } from './screens/transfer-screens.ts';

/** Every screen that a partner can come to. */
export const screens: readonly Screen[] = [
  { name: 'first-run', file: 'new', show: async () => {} },
  { name: 'empty-board', file: 'empty', show: async () => {} },
  { name: 'new-client', file: 'empty', show: (page) => page.keyboard.press('c') },
  ...boardScreens,
  ...clientScreens,
  ...listScreens,
  ...searchScreens,
  ...handoffScreens,
  ...formScreens,
  ...bareScreens,
  ...transferScreens,
  ...erasingScreens,
  ...brokenScreens,
];

export function argumentsFor(file: Screen['file']): readonly string[] {
  return file === 'sample' ? ['--sample'] : [];
}

/** Answers the first-run screen where a file needs it; once, before its first screen is shown. */
export async function setUp(app: Program, file: Screen['file'], language: Language): Promise<void> {
  if (file === 'empty' || file === 'bare' || file === 'broken') {
    await app.call('settings.finishFirstRun', {
      commandId: crypto.randomUUID(),
      agencyName: language === 'ru' ? 'Бюро Кварта' : 'Quarta Bureau',
      partners: language === 'ru' ? ['Вера Л.'] : ['Vera L.'],
      language,
    });
    if (file !== 'broken') prepareImport(app, language);
  }
  if (file === 'bare') await fillBareFile(app, language);
  if (file === 'broken') await breakFile(app, language);
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await app.page.evaluate(() => document.fonts.ready);
}

/** A filter or an order that another picture needed would stay: the program keeps them. */
async function showWholeBoard(page: Page, { clearAll, sorted }: Names): Promise<void> {
  for (const name of [clearAll, sorted]) {
    const chip = page.getByRole('banner').getByRole('button', { name });
    if ((await chip.count()) > 0) await chip.click();
  }
}

/** Shows one screen, from wherever the last one was. */
export async function show(app: Program, screen: Screen, language: Language): Promise<void> {
  const { page } = app;
  const words = names[language];
  if (screen.file !== 'new' && screen.file !== 'broken') {
    await closeNotice(page);
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
    await goTo(page, words.board);
    await page.mouse.move(0, 0);
    await showWholeBoard(page, words);
  }
  await screen.show(page, words, app);
  await settle(page);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
