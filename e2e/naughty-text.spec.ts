import { expect, test } from './app.ts';
import { dialogsOfUnescaped, harmOfUnescaped, lookAtBatch, openBrowser, setUpAgency } from './naughty/naughty.ts';
import { naughtyStrings } from './naughty/naughty-strings.ts';

test('whatever is typed into notes and tasks is shown as the text it is, and does nothing', async ({ app }) => {
  test.slow();
  await setUpAgency(app);
  const browser = await openBrowser();
  try {
    const strings = naughtyStrings();
    // A few of each kind; all of them are looked at by `npm run sec:xss`.
    const texts = [...strings.slice(0, 11), ...strings.slice(21, 25), ...strings.slice(41, 45)];
    const { wrong, harm, compared } = await lookAtBatch(app, browser, { number: 1, texts, notes: 2 });
    expect(wrong).toEqual([]);
    expect(harm).toEqual([]);
    expect(compared).toBeGreaterThan(100);
    expect(await dialogsOfUnescaped(browser)).toBeGreaterThan(0);
  } finally {
    await browser.close();
  }
  expect(await harmOfUnescaped(app)).not.toEqual([]);
});
