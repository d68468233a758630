import { test } from './app.ts';
import { argumentsFor, screens, setUp, show } from './screens.ts';
const wanted = (process.env['LOOK'] ?? 'board').split(',');
const runs = [['ru', 1440, 900, 'light'], ['en', 1440, 900, 'dark'], ['ru', 960, 640, 'light'], ['en', 1280, 800, 'light']] as const;
for (const [language, width, height, theme] of runs) {
  test.describe(`${language} ${width}`, () => {
    test.use({ program: { language, size: { width, height }, args: argumentsFor('sample') } });
    test(`pictures ${language} ${width}`, async ({ app }) => {
      await setUp(app, 'sample', language);
      await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      for (const screen of screens.filter((one) => wanted.includes(one.name))) {
        await show(app, screen, language);
        await app.page.screenshot({ path: `/tmp/bd/${screen.name}-${language}-${width}.png`, caret: 'hide' });
      }
    });
  });
}
