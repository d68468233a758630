import { localTime } from '../../db/local-day.ts';
import type { Storage } from '../../db/storage.ts';
import { defaultReminder, isReminderDue, type ReminderSettings } from '../../shared/health/reminder.ts';
import { reminderText } from '../../shared/words/reminder.ts';
import { attentionNow } from './attention.ts';
import type { Context } from './context.ts';

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

type Settings = Pick<Storage, 'setting' | 'saveSetting'>;

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

export async function saveReminder(storage: Settings, change: Partial<ReminderSettings>): Promise<void> {
  const settings = { ...(await readReminder(storage)), ...change };
  await storage.saveSetting(names.isOn, String(settings.isOn));
  await storage.saveSetting(names.at, settings.at);
  await storage.saveSetting(names.quietFrom, settings.quietFrom);
  await storage.saveSetting(names.quietTo, settings.quietTo);
  await storage.saveSetting(names.isAtWeekends, String(settings.isAtWeekends));
}

/** Shows the notification as it is now; answers the number it names. */
export async function showReminder(context: Context): Promise<number> {
  const { counts } = await attentionNow(context);
  context.desktop.notify(reminderText(counts.attention, context.language()));
  return counts.attention;
}

/**
 * Shows the day's one notification when it is time. The day is noted down before: a program that ends meanwhile must not
 * show a second one. A day on which nobody waits at that hour stays silent, whatever becomes late afterwards.
 */
export async function remind(context: Context): Promise<void> {
  const { storage, clock } = context;
  const today = clock.today();
  const moment = { today, time: localTime(clock.now()), lastOn: await storage.setting(lastOnName) };
  if (!isReminderDue(await readReminder(storage), moment)) return;
  await storage.saveSetting(lastOnName, today);
  const { counts } = await attentionNow(context);
  if (counts.attention > 0) context.desktop.notify(reminderText(counts.attention, context.language()));
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
  const timer = setInterval(() => void look().catch(() => undefined), every);
  timer.unref();
  return () => clearInterval(timer);
}
