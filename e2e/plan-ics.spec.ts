import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expect, test } from './app.ts';
import { openHandoff, startHandoff } from './parting-scene.ts';

const words = {
  en: {
    more: 'More about the handoff',
    plan: 'Plan as a calendar file',
    name: 'Handoff plan Веретено.ics',
    saved: (name: string) => `Saved: ${name}`,
    secrets: 'This looks like passwords or keys',
  },
  ru: {
    more: 'Ещё о передаче',
    plan: 'План файлом календаря',
    name: 'План передачи Веретено.ics',
    saved: (name: string) => `Сохранено: ${name}`,
    secrets: 'Похоже на пароли или ключи',
  },
} as const;

for (const language of ['en', 'ru'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ program: { language } });

    test('the plan is saved as a calendar that other programs show', async ({ app }) => {
      const { more, plan, name, saved } = words[language];
      const handoffId = await startHandoff(app, language);
      const handoff = await openHandoff(app, language);
      const file = app.answerSaveDialog(name);
      await app.page.getByRole('button', { name: more }).click();
      await app.page.getByRole('menuitem', { name: plan }).click();
      await handoff.expectToast(saved(name));
      expect(app.desk().find(({ asked }) => asked === 'save')?.suggestedName).toBe(name);

      const { page } = await app.call('handoff.open', { handoffId });
      const wanted = page.items.map(({ title, dueOn }) => [`Веретено: ${title}`, dueOn]);
      const component = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
      const events = component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
      expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual(wanted);

      const foreign = spawnSync('icalendar', ['view', file], { encoding: 'utf8' });
      expect(foreign.status, foreign.stderr).toBe(0);
      const shown = foreign.stdout.replaceAll(/\s+/g, ' ');
      for (const [summary = ''] of wanted) expect(shown).toContain(summary.replaceAll(/\s+/g, ' '));
    });

    test('a secret in the handoff stops it', async ({ app }) => {
      const { more, plan, secrets } = words[language];
      const handoffId = await startHandoff(app, language);
      const { page } = await app.call('handoff.open', { handoffId });
      await app.call('handoff.editItem', {
        commandId: crypto.randomUUID(),
        itemId: page.items[0]?.id ?? '',
        title: 'password: Tr0ub4dor&3x',
      });
      await openHandoff(app, language);
      await app.page.getByRole('button', { name: more }).click();
      await app.page.getByRole('menuitem', { name: plan }).click();
      await expect(app.page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText(secrets);
      expect(app.desk().filter(({ asked }) => asked === 'save')).toEqual([]);
    });
  });
}
