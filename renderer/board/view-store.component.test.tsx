import { expect, test } from 'vitest';
import { saveAll } from '../ui/closing.ts';
import { answerBy } from '../ui/testing.tsx';
import { changeView, restoreView } from './view-store.ts';

test('the window does not close before the filter chosen last is kept', async () => {
  const kept: unknown[] = [];
  const answers: (() => void)[] = [];
  answerBy(async (name, input) => {
    if (name === 'board.keepView') {
      await new Promise<void>((answer) => answers.push(answer));
      kept.push(input);
    }
    return { ok: true, value: { view: null } };
  });
  await restoreView();
  changeView({ onlyOverdue: true });
  changeView({ onlyFlagged: true });
  let isSaved = false;
  const saving = saveAll().then((isAll) => (isSaved = isAll));
  await expect.poll(() => answers.length).toBe(1);
  expect(isSaved).toBe(false);
  answers[0]?.();
  await expect.poll(() => answers.length).toBe(2);
  expect(isSaved).toBe(false);
  answers[1]?.();
  await saving;
  expect(isSaved).toBe(true);
  expect(kept.at(-1)).toMatchObject({ view: { onlyOverdue: true, onlyFlagged: true } });
});
