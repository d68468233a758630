import { localTime } from '../../db/local-day.ts';
import type { Storage } from '../../db/storage.ts';
import { defaultReminder, isReminderDue, type ReminderSettings } from '../../shared/health/reminder.ts';
import { reminderText } from '../../shared/words/reminder.ts';
import { AppError } from '../../shared/errors.ts';
import { attentionNow } from './attention.ts';
import type { Context } from './context.ts';
import { log } from './log.ts';

const lookEvery = 30_000;

const names = {
  isOn: 'reminder_on',
  at: 'reminder_at',
  quietFrom: 'reminder_quiet_from',
  quietTo: 'reminder_quiet_to',
  isAtWeekends: 'reminder_at_weekends',
} as const satisfies Readonly<Record<keyof ReminderSettings, string>>;

/** The day whose notification was shown, or had nothing to say. */
const lastOnName = 'reminded_on';

export async function readReminder(storage: Pick<Storage, 'setting'>): Promise<ReminderSettings> {
  const read = (name: keyof ReminderSettings) => storage.setting(names[name]);
  const isTrue = async (name: 'isOn' | 'isAtWeekends') =>
    ((await read(name)) ?? String(defaultReminder[name])) === 'true';
  return {
    isOn: await isTrue('isOn'),
    at: (await read('at')) ?? defaultReminder.at,
    quietFrom: (await read('quietFrom')) ?? defaultReminder.quietFrom,
    quietTo: (await read('quietTo')) ?? defaultReminder.quietTo,
    isAtWeekends: await isTrue('isAtWeekends'),
  };
}

export async function saveReminder(
  storage: Pick<Storage, 'saveSettings'>,
  change: Partial<ReminderSettings>,
): Promise<void> {
  const given = Object.entries(names).flatMap(([field, name]): readonly (readonly [string, string])[] => {
    const value = Object.entries(change).find(([changed]) => changed === field)?.[1];
    return value === undefined ? [] : [[name, String(value)]];
  });
  await storage.saveSettings(Object.fromEntries(given));
}

/** Shows the notification as it is now; answers the number it names and whether the system showed it. */
export async function showReminder(context: Context): Promise<{ readonly clients: number; readonly isShown: boolean }> {
  const { counts } = await attentionNow(context);
  const isShown = await context.desktop.notify(reminderText(counts.attention, context.language()));
  return { clients: counts.attention, isShown };
}

/**
 * Shows the day's one notification when it is time. The day is noted down once the list is read, so that a failed read is
 * tried again, and before it is shown: a program that ends meanwhile must not show a second one. A day on which nobody waits at that hour stays silent, whatever becomes late afterwards.
 */
export async function remind(context: Context): Promise<void> {
  const { storage, clock } = context;
  const today = clock.today();
  const moment = { today, time: localTime(clock.now()), lastOn: await storage.setting(lastOnName) };
  if (!isReminderDue(await readReminder(storage), moment)) return;
  const { counts } = await attentionNow(context);
  await storage.saveSetting(lastOnName, today);
  if (counts.attention === 0) return;
  const isShown = await context.desktop.notify(reminderText(counts.attention, context.language()));
  if (!isShown) log.warn('reminder', 'refused');
}

/** Looks now and then whether it is time, from half a minute after the start on. Returns the way to stop. */
export function remindDaily(context: Context, every = lookEvery): () => void {
  let isLooking = false;

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      await remind(context);
    } finally {
      isLooking = false;
    }
  }

  // A look that failed is made again with the next one.
  const noteFailure = (error: unknown): void => log.warn('reminder', error instanceof AppError ? error.code : 'failed');
  const timer = setInterval(() => void look().catch(noteFailure), every);
  timer.unref();
  return () => clearInterval(timer);
}
