import { test } from './app.ts';
import { setUp, show } from './screens.ts';
import { names } from './screens/names.ts';
import { onSample, openClient } from './screens/screen.ts';

const sets = [
  ['ru', 1440, 'light'],
  ['en', 1440, 'dark'],
  ['ru', 960, 'dark'],
] as const;
for (const [language, width, theme] of sets) {
  test.describe(`${language} ${width}`, () => {
    test.use({ program: { language, size: { width, height: width === 1440 ? 900 : 640 }, args: ['--sample'] } });
    test('look', async ({ app }) => {
      await setUp(app, 'sample', language);
      await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const shot = async (name: string) => app.page.screenshot({ path: `/tmp/look-health/${name}-${language}-${width}.png` });
      await show(app, onSample('board', async () => {}), language);
      await app.page.waitForTimeout(600);
      await shot('board');
      await openClient(app.page, names[language].alder);
      await app.page.waitForTimeout(900);
      await shot('alder');
      const fold = app.page.getByRole('button', { name: /^(How it adds up|Из чего сложилось)/ });
      await fold.click();
      await fold.scrollIntoViewIfNeeded();
      await app.page.mouse.move(width - 100, 400);
      await app.page.mouse.wheel(0, 500);
      await app.page.waitForTimeout(400);
      await shot('alder-fold');
      await app.page.keyboard.press('Escape');
      await show(app, onSample('board', async () => {}), language);
      await openClient(app.page, 'Kitewell Toys');
      await app.page.waitForTimeout(900);
      await app.page.getByRole('button', { name: /^(Why|Почему)/ }).nth(0).click();
      await app.page.getByRole('button', { name: /^(Why|Почему)\? .*(norm|норма)/ }).first().click();
      await app.page.waitForTimeout(400);
      await shot('kitewell');
      await app.page.getByRole('button', { name: /^(Put off…|Отложить…)/ }).first().click();
      await app.page.waitForTimeout(400);
      await shot('kitewell-snooze');
      await app.page.keyboard.press('Escape');
      await show(app, onSample('board', async () => {}), language);
      await openClient(app.page, 'Fernbrook Garden');
      await app.page.waitForTimeout(900);
      await shot('fernbrook');
    });
  });
}
