import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Language, languages } from '../shared/language.ts';
import { expect, test } from './app.ts';
import type { Program } from './program.ts';
import { argumentsFor, screens, setUp, show } from './screens.ts';
import { files, type Screen } from './screens/screen.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The document is a page of its own, printed and read elsewhere; of its frame, the title alone is checked here. What
 * React Aria has just announced names a button that is gone by then; it was read when it came. The legacy mode needs no
 * page of its own, which the program would not let open.
 */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).exclude('iframe').exclude('[data-live-announcer]').setLegacyMode();
}

/** React Aria's unseen buttons that close a popover stand beside its dialog, where there is no landmark. */
const popover = 'region: <div style="display: contents;">';

async function violations(builder: AxeBuilder): Promise<readonly string[]> {
  const found = await builder.analyze();
  return found.violations
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
    .filter((violation) => violation !== popover);
}

async function switchTo(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/** So many screens are looked at in the time of one test. */
const atOnce = 20;

/** The screens take turns: each is looked at in one of the languages. `AXE=all` looks at each in both. */
function partsOf(file: Screen['file'], language: Language): readonly (readonly Screen[])[] {
  const turn = languages.indexOf(language);
  const isOwn = (place: number) => process.env['AXE'] === 'all' || place % languages.length === turn;
  const all = screens.filter((screen) => screen.file === file).filter((_, place) => isOwn(place));
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) =>
    all.slice(part * atOnce, (part + 1) * atOnce),
  );
}

async function checkScreen(app: Program, screen: Screen, language: Language): Promise<void> {
  await switchTo(app.page, 'light');
  await show(app, screen, language);
  expect.soft(await violations(axe(app.page).withTags(standards)), screen.name).toEqual([]);
  await switchTo(app.page, 'dark');
  const contrasts = axe(app.page).withRules('color-contrast');
  expect.soft(await violations(contrasts), `${screen.name}, dark`).toEqual([]);
  await screen.leave?.(app.page, app);
}

for (const language of languages) {
  for (const file of files) {
    test.describe(`accessibility, ${language}, ${file} file`, () => {
      test.use({ program: { language, args: argumentsFor(file) } });
      for (const part of partsOf(file, language)) {
        test(`no screen has a violation, from ${part[0]?.name ?? ''} on`, async ({ app }) => {
          test.slow();
          await setUp(app, file, language);
          for (const screen of part) await test.step(screen.name, () => checkScreen(app, screen, language));
        });
      }
    });
  }
}

test('the checks find a violation where there is one', async ({ app }) => {
  await setUp(app, 'new', 'en');
  await app.page.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'Hardly to be read in the dark';
    faint.style.color = 'var(--sunken)';
    document.querySelector('h1')?.after(document.createElement('button'), faint);
  });
  expect((await violations(axe(app.page).withTags(standards))).join()).toContain('button-name');
  await switchTo(app.page, 'dark');
  expect((await violations(axe(app.page).withRules('color-contrast'))).join()).toContain('Hardly to be read');
});
