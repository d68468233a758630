import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '../../shared/language.ts';
import { openBackend } from './backend.ts';
import type { Context } from './context.ts';
import { openDataFile } from './data-file.ts';
import { healthHandlers } from './health.ts';
import { readReminder, remind, remindDaily, saveReminder } from './reminder.ts';
import { testContext, type TestContext, testParts } from './testing.ts';

let context: TestContext;
let language: Language = 'ru';
beforeEach(() => {
  language = 'ru';
  context = testContext(() => language);
});
afterEach(() => context.storage.remove());

/** The time of day where this test runs. */
const setLocal = (day: string, time: string) => context.clock.setNow(new Date(`${day}T${time}:00`).toISOString());
const shown = () => context.desktop.asked.filter((asked) => asked.startsWith('notify'));

function waiting(...ids: readonly string[]): Promise<unknown> {
  return context.storage.write({ id: v4(), name: 'clients.addTask' }, async () => {
    for (const id of ids)
      context.storage.file.exec(`insert into client (id, name, stage) values ('${id}', 'Alder ${id}', 'stable');
        insert into task (id, client_id, title, side, due_on) values ('task ${id}', '${id}', 'Call', 'agency', '2026-11-01')`);
  });
}

async function at(day: string, time: string): Promise<number> {
  setLocal(day, time);
  await remind(context);
  return shown().length;
}

describe('the day’s notification', () => {
  test('names a number and nothing else, once a day', async () => {
    await waiting('1', '2', '3');
    expect(await at('2026-11-23', '09:29')).toBe(0);
    expect(await at('2026-11-23', '09:30')).toBe(1);
    expect(await at('2026-11-23', '18:00')).toBe(1);
    expect(shown()).toEqual(['notify Внимание: Ждут внимания 3\u00a0клиента']);
    language = 'en';
    expect(await at('2026-11-24', '12:00')).toBe(2);
    expect(shown()[1]).toBe('notify Attention: 3\u00a0clients are waiting for you');
  });

  test('says nothing when nobody waits, and does not come later on that day', async () => {
    expect(await at('2026-11-23', '09:30')).toBe(0);
    await waiting('1');
    expect(await at('2026-11-23', '11:00')).toBe(0);
    expect(await at('2026-11-24', '09:30')).toBe(1);
  });

  test('is tried again when the list could not be read', async () => {
    await waiting('1');
    setLocal('2026-11-23', '09:30');
    const broken = { ...context, storage: { ...context.storage, revision: () => Promise.reject(new Error('disk')) } };
    await expect(remind(broken)).rejects.toThrow('disk');
    expect(await at('2026-11-23', '09:31')).toBe(1);
  });

  test('leaves the weekend alone', async () => {
    await waiting('1');
    expect(await at('2026-11-28', '12:00')).toBe(0);
    await saveReminder(context.storage, { isAtWeekends: true });
    expect(await at('2026-11-29', '12:00')).toBe(1);
  });

  test('is switched off and moved', async () => {
    await waiting('1');
    await saveReminder(context.storage, { isOn: false });
    expect(await at('2026-11-23', '12:00')).toBe(0);
    await saveReminder(context.storage, { isOn: true, at: '15:00' });
    expect(await at('2026-11-23', '14:59')).toBe(0);
    expect(await at('2026-11-23', '15:00')).toBe(1);
  });

  test('waits for the end of quiet hours', async () => {
    await waiting('1');
    await saveReminder(context.storage, { at: '07:00' });
    expect(await at('2026-11-23', '07:30')).toBe(0);
    expect(await at('2026-11-23', '08:00')).toBe(1);
  });

  test('is shown on demand whatever the hour, and that is not the day’s one', async () => {
    await waiting('1');
    setLocal('2026-11-23', '07:00');
    expect(await healthHandlers(context)['health.showReminder']({})).toEqual({ clients: 1, isShown: true });
    expect(await at('2026-11-23', '09:30')).toBe(2);
  });

  test('comes by itself while the program runs', async () => {
    await waiting('1');
    setLocal('2026-11-23', '09:30');
    const stop = remindDaily(context, 5);
    await expect.poll(shown).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(shown()).toHaveLength(1);
    stop();
  });
});

test('settings are those of this computer, and a fresh one has calm ones', async () => {
  const calm = { isOn: true, at: '09:30', quietFrom: '20:00', quietTo: '08:00', isAtWeekends: false };
  expect(await readReminder(context.storage)).toEqual(calm);
  await saveReminder(context.storage, { at: '10:15', isAtWeekends: true });
  expect(await readReminder(context.storage)).toEqual({ ...calm, at: '10:15', isAtWeekends: true });
});

test('the day is remembered across restarts, and so are the settings', async () => {
  const parts = testParts();
  parts.setNow(new Date('2026-11-23T12:00:00').toISOString());
  const start = async (work: (opened: Context) => Promise<unknown>) => {
    const file = await openDataFile(parts, 'own');
    if (!file.context) throw new Error('refused');
    await work(file.context);
    await file.close();
  };
  await start(async (opened) => {
    await opened.storage.write({ id: v4(), name: 'clients.addTask' }, async () => {
      opened.storage.file.exec(`insert into client (id, name, stage) values ('1', 'Alder', 'stable');
        insert into task (id, client_id, side, due_on) values ('call', '1', 'agency', '2026-11-01')`);
    });
    await saveReminder(opened.storage, { at: '09:45' });
    await remind(opened);
  });
  await start(remind);
  await start(async ({ storage }) => expect(await readReminder(storage)).toMatchObject({ at: '09:45' }));
  expect(parts.desktop.asked.filter((asked) => asked.startsWith('notify'))).toHaveLength(1);
  parts.remove();
});

test('a time that is none is refused', async () => {
  const parts = testParts();
  const backend = await openBackend(parts);
  expect(await backend.call('settings.setReminder', { at: '25:00' })).toMatchObject({ code: 'bad_input' });
  expect(await backend.call('settings.setReminder', { at: '23:59' })).toMatchObject({
    value: { settings: { reminder: { at: '23:59', quietFrom: '20:00' } } },
  });
  await backend.close();
  parts.remove();
});
