import { comesToFront, openDisplay, windowOfSecond } from './chaos/second/explanation.ts';
import { expect, test } from './app.ts';
import { killTree } from './process-tree.ts';

test('a second start brings the window of the first one to the front', async ({ app }) => {
  expect(await comesToFront(app)).toBe(true);
});

test('somebody who starts by icon sees a window when the first one is frozen', async ({ app }) => {
  const display = await openDisplay();
  test.skip(display === null, 'skipped: no Xvfb');
  if (display?.process.pid === undefined) return;
  app.standStill();
  try {
    const { words, code } = await windowOfSecond(app, display.name);
    expect(words).toContain('Rapport does not react');
    expect(words).toContain('End it, then start it again');
    expect(code).toBe(1);
  } finally {
    app.goOn();
    killTree(display.process.pid);
  }
});
