import { randomUUID } from 'node:crypto';
import { expect, test } from './app.ts';
import { openHandoff, startHandoff } from './parting-scene.ts';
import type { Program } from './program.ts';

const words = {
  en: {
    weeks: ['Collect', 'Describe', 'Transfer', 'Let go'],
    keys: 'Return the keys',
    pickedUp: /^“Return the keys” picked up\. Describe\. Arrows move between the weeks/,
    moved: /^Transfer, /,
    dropped: /^“Return the keys” is now in “Transfer”, due /,
    cancelled: /^Cancelled\. “Return the keys” is back in “Transfer”/,
    refused: /^Not here: “.+” waits for it, due /,
    waits: 'What waits for whom',
    nobody: 'Us, no person yet',
  },
  ru: {
    weeks: ['Собрать', 'Описать', 'Передать', 'Отпустить'],
    keys: 'Вернуть ключи',
    pickedUp: /^Пункт «Вернуть ключи» взят\. Описать\. Стрелки двигают по неделям/,
    moved: /^Передать, /,
    dropped: /^«Вернуть ключи» теперь в неделе «Передать», срок /,
    cancelled: /^Отменено\. «Вернуть ключи» снова в неделе «Передать»/,
    refused: /^Сюда нельзя: этого ждёт «.+», срок /,
    waits: 'Кого что ждёт',
    nobody: 'Мы, никто не назван',
  },
} as const;

/** One step of our own in the first week; answers the title of the plan's first step, which others wait for. */
async function addKeys(app: Program, handoffId: string, title: string): Promise<string> {
  const { page } = await app.call('handoff.open', { handoffId });
  const [first] = page.items;
  if (first === undefined) throw new Error('no plan');
  const step = { title, side: 'agency', person: '', dueOn: first.dueOn } as const;
  await app.call('handoff.addItem', { commandId: randomUUID(), handoffId, ...step });
  return first.title;
}

for (const language of ['en', 'ru'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ program: { language } });

    test('a step is carried by mouse, by keyboard and by menu, and stays there', async ({ app }) => {
      const { weeks, keys, pickedUp, moved, dropped, cancelled } = words[language];
      const [collect, describe, transfer, letGo] = weeks;
      const handoffId = await startHandoff(app, language);
      await addKeys(app, handoffId, keys);
      const handoff = await openHandoff(app, language);
      await handoff.unfold(collect);
      await handoff.expectStepIn(collect, keys);

      await handoff.carryStep(keys, describe);
      await handoff.letGo();
      await handoff.expectStepIn(describe, keys);

      await expect(handoff.stepHeading(keys)).toBeFocused();
      await app.page.keyboard.press('Space');
      await handoff.expectHeard(pickedUp);
      await app.page.keyboard.press('ArrowRight');
      await handoff.expectHeard(moved);
      await app.page.keyboard.press('Space');
      await handoff.expectStepIn(transfer, keys);
      await handoff.expectHeard(dropped);
      await expect(handoff.stepHeading(keys)).toBeFocused();

      for (const key of ['Space', 'ArrowLeft', 'Escape']) await app.page.keyboard.press(key);
      await handoff.expectHeard(cancelled);
      await handoff.expectStepIn(transfer, keys);

      await handoff.moveByMenu(keys, letGo);
      await handoff.expectStepIn(letGo, keys);
      await app.page.keyboard.press('ControlOrMeta+KeyZ');
      await handoff.expectStepIn(transfer, keys);

      await app.restart();
      const { page } = await app.call('handoff.open', { handoffId });
      const dueOn = page.items.find(({ title }) => title === keys)?.dueOn ?? '';
      expect((Date.parse(dueOn) - Date.parse(page.startOn)) / 86_400_000).toBeGreaterThanOrEqual(14);
    });

    test('a step that others wait for does not pass them, and says why', async ({ app }) => {
      const { weeks, keys, refused } = words[language];
      const handoffId = await startHandoff(app, language);
      const first = await addKeys(app, handoffId, keys);
      const handoff = await openHandoff(app, language);
      await handoff.carryStep(first, weeks[2]);
      await handoff.letGo();
      await expect(app.page.getByRole('group', { name: refused })).toBeVisible();
      await handoff.expectStepIn(weeks[0], first);
    });

    test('what waits for whom is seen by person', async ({ app }) => {
      const { keys, waits, nobody } = words[language];
      const handoffId = await startHandoff(app, language);
      await addKeys(app, handoffId, keys);
      await openHandoff(app, language);
      await app.page.getByRole('radio', { name: waits }).click();
      const ours = app.page.getByRole('region', { name: nobody });
      await expect(ours.getByRole('checkbox', { name: keys })).toBeVisible();
    });
  });
}
