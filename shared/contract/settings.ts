import { z } from 'zod';
import { boardStages, stages } from '../stage.ts';
import { systemShortcuts } from '../system-shortcut.ts';
import { secondState } from './backups.ts';
import { call, code, commandId, id, instant, language, line, optionalLine, string } from './call.ts';
import { workCalendar } from './work-calendars.ts';

export const theme = z.enum(['system', 'light', 'dark']);

/** In percent of the usual size. */
export const textSizes = [90, 100, 115, 130] as const;
export const textSize = z.literal(textSizes);

/** Time of day, `HH:MM`. */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** When this computer shows the one notification of the day. */
export const reminder = z.object({
  isOn: z.boolean(),
  at: timeOfDay,
  /** Nothing is shown between these two. */
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
  isAtWeekends: z.boolean(),
});

const systemShortcut = z.enum(systemShortcuts).nullable();

export const partner = z.object({ id, name: z.string(), monogram: z.string(), clients: z.number().int() });

const words = z.object({ en: z.string(), ru: z.string() });

/** What the partners changed of one stage; empty words and a norm of null are as they ship. */
export const ownStage = z.object({
  stage: z.enum(stages),
  label: words,
  hint: words,
  contactNormDays: z.number().int().nullable(),
  /** Codes of signals that are offered first beside those that ship so, and of those that are not any more. */
  offered: z.array(z.string()).readonly(),
  withheld: z.array(z.string()).readonly(),
});

/** In both languages, each by itself; an empty text is what ships. */
const ownWords = (longest: number) =>
  z
    .object({ en: optionalLine.max(longest), ru: optionalLine.max(longest) })
    .partial()
    .optional();

export const longestStageLabel = 40;
export const longestStageHint = 60;

export const settingsPage = z.object({
  language,
  theme,
  textSize,
  /** False until the first-run screen was answered. */
  isSetUp: z.boolean(),
  isSample: z.boolean(),
  agency: z.object({ name: z.string(), monogram: z.string(), contact: z.string(), signature: z.string() }),
  partners: z.array(partner),
  /** Removed since; what they were part of names them. */
  formerPartners: z.array(partner.pick({ id: true, name: true })),
  /** The partner who works on this computer. */
  mePartnerId: id.nullable(),
  dataFolder: z.string(),
  lastBackupAt: instant.nullable(),
  /** When the oldest change was made that no backup holds; null when all of them are held. */
  unsavedSince: instant.nullable(),
  /** The last backup could not be made. */
  isBackupFailing: z.boolean(),
  /** Where backups are copied to, and when the newest one in it was made; null without such a folder. */
  secondFolder: z.object({ state: secondState, lastAt: instant.nullable() }).nullable(),
  /** Limits of the board. */
  clientsPerPartner: z.number().int(),
  clientsInHoneymoon: z.number().int(),
  /** The one in force. */
  calendar: workCalendar,
  /** Only stages of which something was changed. */
  stages: z.array(ownStage).readonly(),
  reminder,
  /** By which the quick note opens on this computer from any program; the system may not give the keys that were chosen. */
  systemShortcut: z.object({ keys: systemShortcut, isGiven: z.boolean() }),
  appVersion: z.string(),
});

const revision = z.number().int();
const reply = z.object({ revision, settings: settingsPage });

export const settings = {
  'settings.load': call(z.object({}), reply),
  'settings.setLanguage': call(z.object({ language }), reply),
  'settings.setTheme': call(z.object({ theme }), reply),
  'settings.setTextSize': call(z.object({ textSize }), reply),
  'settings.setReminder': call(reminder.partial(), reply),
  /** Keys that the system does not give are not kept: all stays as it was. */
  'settings.setSystemShortcut': call(z.object({ keys: systemShortcut }), reply.extend({ isGiven: z.boolean() })),
  'settings.setMe': call(z.object({ partnerId: id.nullable() }), reply),
  'settings.finishFirstRun': call(
    z.object({ commandId, agencyName: optionalLine, partners: z.array(line).max(20), language }),
    reply,
  ),
  'settings.editAgency': call(
    z.object({
      commandId,
      name: optionalLine.optional(),
      monogram: string().trim().max(2).optional(),
      contact: optionalLine.optional(),
      signature: optionalLine.optional(),
      clientsPerPartner: z.number().int().min(1).max(100).optional(),
      clientsInHoneymoon: z.number().int().min(1).max(100).optional(),
    }),
    reply,
  ),
  'settings.addPartner': call(z.object({ commandId, name: line }), reply),
  'settings.editPartner': call(
    z.object({ commandId, partnerId: id, name: line.optional(), monogram: string().trim().min(1).max(2).optional() }),
    reply,
  ),
  /** Refused with `partner_leads_clients` while clients are theirs. */
  'settings.removePartner': call(z.object({ commandId, partnerId: id }), reply),
  'settings.editStage': call(
    z.object({
      commandId,
      stage: z.enum(stages),
      label: ownWords(longestStageLabel),
      hint: ownWords(longestStageHint),
      /** Null: as it ships. Refused for `ended`, where nobody counts. */
      contactNormDays: z.number().int().min(1).max(365).nullable().optional(),
    }),
    reply,
  ),
  /** Whether a signal is among those that are offered first in the stage. */
  'settings.offerSignal': call(
    z.object({
      commandId,
      stage: z.enum(boardStages),
      code,
      isOffered: z.boolean(),
    }),
    reply,
  ),
  /** Words, norm and signals as they ship. */
  'settings.resetStage': call(z.object({ commandId, stage: z.enum(stages) }), reply),
  /** Asks for a folder; a synced one is refused in words. Null when the dialog was closed. */
  'settings.chooseDataFolder': call(z.object({}), z.object({ dataFolder: z.string().nullable() })),
  /** Opens the sample file beside one's own; the page is loaded anew. */
  'settings.openSample': call(z.object({}), z.object({ opened: z.boolean() })),
  /** Opens one's own file, also anew. The page is loaded anew, unless it stays to save what is typed in it first. */
  'settings.leaveSample': call(z.object({ pageStays: z.boolean().optional() }), z.object({ opened: z.boolean() })),
  'settings.openLink': call(z.object({ address: z.string().max(2000) }), z.object({ opened: z.boolean() })),
  'settings.ping': call(z.object({}), z.object({ ok: z.literal(true) })),
} as const;

export type SettingsPage = z.infer<typeof settingsPage>;
export type Partner = z.infer<typeof partner>;
export type Theme = z.infer<typeof theme>;
export type TextSize = z.infer<typeof textSize>;
