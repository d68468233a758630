import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Language, languages } from '../shared/language.ts';
import { expect, test } from './app.ts';
import type { Program } from './program.ts';
import { argumentsFor, screens, setUp, show } from './screens.ts';
import { files, type Screen } from './screens/screen.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What React Aria says when a button takes the focus is named by that button, which may be gone when it is looked at. */
const announcedButton = '[data-live-announcer] [role="img"][aria-labelledby]';

/**
 * The document is a page of its own, printed and read elsewhere; of its frame, the title alone is checked here. The legacy
 * mode needs no page of its own, which the program would not let open. What passed is not described: that takes longer than
 * the looking.
 */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .exclude('iframe')
    .exclude(announcedButton)
    .setLegacyMode();
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

function partsOf(file: Screen['file']): readonly (readonly Screen[])[] {
  const all = screens.filter((screen) => screen.file === file);
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) =>
    all.slice(part * atOnce, (part + 1) * atOnce),
  );
}

/** Colours know no language: each screen is looked at in the dark in one of them, by turns. `AXE=all` looks in both. */
function isForTheDark(screen: Screen, language: Language): boolean {
  const turn = screens.indexOf(screen) % languages.length;
  return process.env['AXE'] === 'all' || turn === languages.indexOf(language);
}

async function checkScreen(app: Program, screen: Screen, language: Language): Promise<void> {
  await switchTo(app.page, 'light');
  await show(app, screen, language);
  expect.soft(await violations(axe(app.page).withTags(standards)), screen.name).toEqual([]);
  if (isForTheDark(screen, language)) {
    await switchTo(app.page, 'dark');
    const contrasts = axe(app.page).withRules('color-contrast');
    expect.soft(await violations(contrasts), `${screen.name}, dark`).toEqual([]);
  }
  await screen.leave?.(app.page, app);
}

for (const language of languages) {
  for (const file of files) {
    test.describe(`accessibility, ${language}, ${file} file`, () => {
      test.use({ program: { language, args: argumentsFor(file) } });
      for (const part of partsOf(file)) {
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
