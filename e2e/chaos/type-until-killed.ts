import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { isRunning } from '../process-tree.ts';
import type { Program } from '../program.ts';
import type { OpenPlace } from './typing-place.ts';
import type { SentKey, Typing } from './verdict.ts';

const words = ['they', 'asked', 'for', 'the', 'shop', 'window', 'again', 'and', 'прислали', 'смету', 'ещё', 'раз'];
const watchEveryMs = 25;

/** As a person types: quick keys, slow ones, now and then a pause in which the text is saved. */
function gapMs(random: () => number): number {
  const kind = random();
  if (kind < 0.03) return 700 + random() * 600;
  return kind < 0.25 ? 120 + random() * 240 : 20 + random() * 80;
}

function* endlessText(random: () => number): Generator<string> {
  for (;;) {
    yield* words[Math.floor(random() * words.length)] ?? '';
    yield random() < 0.08 ? '\n' : ' ';
  }
}

/** What the program says of the text and the text itself, in one look. */
async function look(page: Page): Promise<{ readonly isShownAsSaved: boolean; readonly text: string }> {
  return page.evaluate(() => {
    const status = [...document.querySelectorAll('[role="status"]')].map((each) => each.textContent.trim());
    const lines = document.querySelectorAll('[role="textbox"][aria-label="Text of the note"] .cm-line');
    return {
      isShownAsSaved: status.some((said) => /^(?:Saved|Draft saved) at /.test(said)),
      text: [...lines].map((line) => line.textContent).join('\n'),
    };
  });
}

export interface Killing {
  readonly random: () => number;
  /** From the first key on. */
  readonly afterMs: number;
  /** Done when typing begins: a control breaks the program here. */
  readonly atFirst?: (app: Program) => void;
}

/** Types into the place that is open until the whole program is killed, and tells what was typed and what was promised. */
export async function typeUntilKilled(
  app: Program,
  { before }: OpenPlace,
  killing: Killing,
): Promise<Typing & { readonly isEndedByItself: boolean }> {
  const { page } = app;
  const keys: SentKey[] = [];
  const shownAsSaved = new Set<string>();
  let killedAt: number | null = null;
  const isAlive = () => killedAt === null;

  async function type(): Promise<void> {
    for (const text of endlessText(killing.random)) {
      if (!isAlive()) return;
      keys.push({ at: Date.now(), text });
      await page.keyboard.type(text);
      await wait(gapMs(killing.random));
    }
  }

  async function watch(): Promise<void> {
    while (isAlive()) {
      const { isShownAsSaved, text } = await look(page);
      if (isShownAsSaved) shownAsSaved.add(text);
      await wait(watchEveryMs);
    }
  }

  killing.atFirst?.(app);
  // What is under way when the program goes fails with it.
  const atWork = Promise.allSettled([type(), watch()]);
  await wait(killing.afterMs);
  killedAt = Date.now();
  const isEndedByItself = !isRunning(app.pid);
  await app.kill();
  await atWork;
  return { before, keys, shownAsSaved: [...shownAsSaved], killedAt, isEndedByItself };
}
