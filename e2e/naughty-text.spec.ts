import { expect, test } from './app.ts';
import { Exports } from './naughty/exports.ts';
import { Harm } from './naughty/harm.ts';
import { controlsOf } from './naughty/harm-controls.ts';
import { lookAtBatch, setUpAgency } from './naughty/naughty.ts';
import { openBrowser } from './quiet-browser.ts';
import { naughtyStrings } from './naughty/naughty-strings.ts';
import { typeAll } from './naughty/typing.ts';
import { poisonSample, screensOfSample, walkScreens } from './naughty/walk.ts';
import { broughtIn } from './naughty/xss.ts';

// A few strings of each kind, and a few screens and files; `npm run sec:xss` looks at all of them.
const all = naughtyStrings();
const some = [...all.slice(0, 6), ...all.slice(21, 23), ...all.slice(41, 43)];

test('whatever is typed into notes and tasks is shown as the text it is, and does nothing', async ({ app }) => {
  test.slow();
  await setUpAgency(app);
  const browser = await openBrowser();
  try {
    const { wrong, harm, compared } = await lookAtBatch(app, browser, { number: 1, texts: some, notes: 1 });
    expect(wrong).toEqual([]);
    expect(harm).toEqual([]);
    expect(compared).toBeGreaterThan(60);
    const control = await controlsOf(app, browser);
    expect(Object.entries(control).filter(([, isCaught]) => !isCaught)).toEqual([]);
  } finally {
    await browser.close();
  }
});

test.describe('the example, with a hostile text in every cell', () => {
  test.use({ program: { args: ['--sample'] } });

  test('is shown and written as the texts that were typed', async ({ app }) => {
    test.slow();
    const { columns } = await typeAll(all, { isOver: () => true });
    const cells = await poisonSample(app, { columns, strings: all, language: 'en' });
    const walked = await walkScreens(app, { cells, language: 'en', wanted: screensOfSample(20) });
    expect(walked.differences).toEqual([]);
    expect(walked.harm).toEqual([]);
    expect(walked.seen.size).toBeGreaterThan(100);
    const browser = await openBrowser();
    try {
      const files = new Exports(app, { browser, harm: new Harm(app), cells });
      await files.whole();
      expect(files.found.differences).toEqual([]);
      expect(files.found.harm).toEqual([]);
      expect(files.found.seen.size).toBeGreaterThan(1000);
    } finally {
      await browser.close();
    }
  });
});

test('what comes in from files and from the clipboard is text, before it comes in and afterwards', async ({ app }) => {
  test.slow();
  await setUpAgency(app);
  const { differences, harm, imports } = await broughtIn(app, some);
  expect(differences).toEqual([]);
  expect(harm).toEqual([]);
  expect(imports).toBeGreaterThan(5);
});
