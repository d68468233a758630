import AxeBuilder from '@axe-core/playwright';
import { languages } from '../shared/language.ts';
import { expect, test } from './app.ts';
import { argumentsFor, screens, setUp, show } from './screens.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const language of languages) {
  for (const file of ['sample', 'empty', 'new'] as const) {
    test.describe(`accessibility, ${language}, ${file} file`, () => {
      test.use({ program: { language, args: argumentsFor(file) } });
      test('no screen has a violation in light or dark', async ({ app }) => {
        test.slow();
        await setUp(app, file, language);
        for (const theme of ['light', 'dark'] as const) {
          await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          for (const screen of screens.filter((one) => one.file === file)) {
            await test.step(`${screen.name}, ${theme}`, async () => {
              await show(app, screen, language);
              // The document is a page of its own, printed and read elsewhere; its frame's title is checked here.
              const { violations } = await new AxeBuilder({ page: app.page })
                .withTags(standards)
                .exclude('iframe')
                .analyze();
              const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
              expect.soft(found, screen.name).toEqual([]);
            });
          }
        }
      });
    });
  }
}

test('the check finds a violation where there is one', async ({ app }) => {
  await app.page.evaluate(() => document.body.append(document.createElement('button')));
  const { violations } = await new AxeBuilder({ page: app.page }).withTags(standards).analyze();
  expect(violations.map(({ id }) => id)).toContain('button-name');
});
