import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../shared/language.ts';
import { applySettings, useSession } from '../ui/session.ts';
import { ownStageWith, settingsWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { StageEntry } from './stage-entry.tsx';

let asked: (readonly [name: string, input: unknown])[] = [];
let leave = () => {};

afterEach(() => {
  leave();
  clearToasts();
  useSession.setState({ settings: null });
});

function open(reason: string, reply: unknown = { ok: true, value: { revision: 1 } }, language: Language = 'en'): void {
  asked = [];
  answerBy((name, input) => {
    asked.push([name, input]);
    return reply;
  });
  const happenedAt = '2026-11-20T09:00:00.000Z';
  leave = show(
    <ul>
      <StageEntry
        entry={{ type: 'stage', id: 'change', happenedAt, from: 'stable', to: 'stagnation', reason, by: 'Vera L.' }}
      />
    </ul>,
    language,
  );
}

test('a reason is added where the change stands, and can be taken back', async () => {
  open('');
  await expect.poll(() => page.getByRole('listitem').element().textContent).toContain('Steady became Fading Vera L.');
  await page.getByRole('button', { name: 'Reason: Add a reason' }).click();
  await userEvent.keyboard(' no plan for next year {Enter}');
  await expect.poll(() => useToasts.getState().shown?.text).toBe('The reason is written down');
  expect(asked).toEqual([
    ['board.explainMove', { commandId: expect.any(String), stageChangeId: 'change', reason: 'no plan for next year' }],
  ]);
  expect(useToasts.getState().shown?.actions?.[0]?.label).toBe('Undo');
});

test('a reason that is refused stays in the field', async () => {
  open('quiet', { ok: false, code: 'not_found', message: '' });
  await page.getByRole('button', { name: 'Reason: quiet' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('quiet for a month');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useToasts.getState().shown?.tone).toBe('danger');
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('quiet for a month');
});

const dusk = ownStageWith({ stage: 'stagnation', label: { en: '', ru: 'Сумерки' } });
const favourites = ownStageWith({ stage: 'stable', label: { en: '', ru: 'Любимые' } });

test.each([
  ['«Стабильность» сменилась на «Спад»', []],
  ['«Стабильность» сменилась на «Сумерки»', [dusk]],
  ['Этап «Любимые» сменился на «Спад»', [favourites]],
])('the Russian verb agrees with a stage whose gender is known: %s', async (sentence, stages) => {
  applySettings(settingsWith({ language: 'ru', stages }));
  open('', undefined, 'ru');
  await expect.poll(() => page.getByRole('listitem').element().textContent).toContain(sentence);
});
