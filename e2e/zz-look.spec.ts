import { test } from './app.ts';
for (const language of ['en', 'ru'] as const)
  for (const size of [{ width: 1440, height: 900 }, { width: 960, height: 640 }])
    test.describe(`${language}${size.width}`, () => {
      test.use({ program: { language, size, args: ['--sample'] } });
      test('look', async ({ app }) => {
        const { page } = app;
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.evaluate(() => document.fonts.ready);
        const shot = (name: string) => page.screenshot({ path: `/tmp/slider-shots/${name}-${language}-${size.width}.png` });
        await page.keyboard.press('h');
        await page.getByRole('slider').waitFor();
        await page.waitForTimeout(600);
        await shot('open');
        for (let i = 0; i < 10; i++) await page.keyboard.press('PageDown');
        await page.waitForTimeout(600);
        await shot('back');
        await page.emulateMedia({ colorScheme: 'dark' });
        await shot('back-dark');
        await page.keyboard.press('Home');
        await page.keyboard.press('Space');
        await page.waitForTimeout(700);
        await shot('home');
        await page.keyboard.press('c');
        await page.waitForTimeout(300);
        await shot('refuse');
        await page.keyboard.press('Escape');
        await page.waitForTimeout(300);
        await shot('left');
      });
    });
