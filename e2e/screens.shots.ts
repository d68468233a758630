import path from 'node:path';
import { languages } from '../shared/language.ts';
import { root } from '../electron/launcher/build.ts';
import { test } from './app.ts';
import { argumentsFor, screens, setUp, show } from './screens.ts';
import { files } from './screens/screen.ts';

/** `SHOTS='note|search' npm run shots` takes the screens whose name has one of the words. */
const wanted = new RegExp(process.env['SHOTS'] ?? '');

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 960, height: 640 },
];

for (const language of languages) {
  for (const size of sizes) {
    for (const file of files) {
      test.describe(`${language} ${size.width} ${file}`, () => {
        test.use({ program: { language, size, args: argumentsFor(file) } });
        test('pictures', async ({ app }) => {
          await setUp(app, file, language);
          for (const theme of ['light', 'dark'] as const) {
            await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
            for (const screen of screens.filter(({ name, file: of }) => of === file && wanted.test(name))) {
              await show(app, screen, language);
              const name = `${screen.name}-${language}-${theme}-${size.width}.png`;
              await app.page.screenshot({ path: path.join(root, 'shots', name), caret: 'hide' });
              await screen.leave?.(app.page, app);
            }
          }
        });
      });
    }
  }
}
