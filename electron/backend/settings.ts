import { addPartner, agencyOf, editPartner, formerPartnersOf, partnersOf, writeAgency } from '../../db/settings.ts';
import { editStage, offerSignal, readOwnStages, resetStage } from '../../db/stages.ts';
import type { Command, Stamp } from '../../db/storage.ts';
import { readCalendars } from '../../db/work-calendars.ts';
import type { Reader, Writer } from '../../db/schema.ts';
import { firstLimits } from '../../shared/agency-limits.ts';
import type { SettingsPage } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { monogramOf } from '../../shared/monogram.ts';
import { calendarIn } from '../../shared/work-calendars.ts';
import type { BackendParts } from './backend.ts';
import type { Context, HandlersOf } from './context.ts';
import type { DataFile, SwitchTo } from './data-file.ts';
import { calendarHandlers, calendarOfLanguage } from './settings/calendars.ts';
import { readReminder, saveReminder } from './reminder.ts';
import { fileHandlers } from './settings-files.ts';
import { chooseShortcut, chosenShortcut } from './system-shortcut.ts';

export function settingsHandlers(
  context: Context,
  dataFile: DataFile,
  parts: BackendParts,
  switchTo: SwitchTo,
): HandlersOf<'settings'> {
  const { storage } = context;

  async function reply() {
    return { revision: await storage.revision(), settings: await settingsPage(context, dataFile, parts) };
  }

  async function command(request: Command, work: (writer: Writer, stamp: Stamp) => Promise<void>) {
    await storage.write(request, work);
    return reply();
  }

  async function becomeMe(partnerId: string | null): Promise<void> {
    await storage.saveSetting('me', partnerId ?? '');
    storage.setMe(partnerId);
  }

  return {
    ...fileHandlers(dataFile, parts, switchTo),
    ...calendarHandlers(context),
    'settings.load': () => reply(),
    'settings.setLanguage': async ({ language }) => {
      await dataFile.setAppearance({ language });
      return reply();
    },
    'settings.setTheme': async ({ theme }) => {
      await dataFile.setAppearance({ theme });
      return reply();
    },
    'settings.setTextSize': async ({ textSize }) => {
      await dataFile.setAppearance({ textSize });
      return reply();
    },
    'settings.setReminder': async (change) => {
      await saveReminder(storage, given(change));
      return reply();
    },
    'settings.setSystemShortcut': async ({ keys }) => {
      const isGiven = chooseShortcut(parts, keys);
      return { ...(await reply()), isGiven };
    },
    'settings.setMe': async ({ partnerId }) => {
      if (partnerId !== null) await partnerOf(storage.read, partnerId);
      await becomeMe(partnerId);
      return reply();
    },
    'settings.finishFirstRun': async ({ commandId, agencyName, partners, language }) => {
      const written = await storage.write({ id: commandId, name: 'settings.finishFirstRun' }, async (writer, stamp) => {
        const calendar = calendarOfLanguage[language];
        await writeAgency(writer, { name: agencyName, monogram: monogramOf(agencyName), calendar }, stamp);
        for (const name of new Set(partners)) await addPartner(writer, name, stamp);
      });
      const [first] = await partnersOf(storage.read);
      if (!written.repeated) await becomeMe(first?.id ?? null);
      await dataFile.setAppearance({ language });
      return reply();
    },
    'settings.editAgency': ({ commandId, clientsPerPartner, clientsInHoneymoon, ...fields }) =>
      command({ id: commandId, name: 'settings.editAgency' }, async (writer, stamp) => {
        const agency = (await agencyOf(writer)) ?? { name: '', monogram: '' };
        await writeAgency(
          writer,
          {
            ...given(withSign(agency, fields)),
            ...given({ clients_per_partner: clientsPerPartner, clients_in_honeymoon: clientsInHoneymoon }),
          },
          stamp,
        );
      }),
    'settings.addPartner': ({ commandId, name }) =>
      command({ id: commandId, name: 'settings.addPartner' }, async (writer, stamp) => {
        await addPartner(writer, name, stamp);
      }),
    'settings.editPartner': ({ commandId, partnerId, ...fields }) =>
      command({ id: commandId, name: 'settings.editPartner' }, async (writer, stamp) => {
        const partner = await partnerOf(writer, partnerId);
        await editPartner(writer, partnerId, given(withSign(partner, fields)), stamp);
      }),
    'settings.removePartner': ({ commandId, partnerId }) =>
      command({ id: commandId, name: 'settings.removePartner' }, async (writer, stamp) => {
        const partner = await partnerOf(writer, partnerId);
        if ((partner.clients ?? 0) > 0) throw new AppError('partner_leads_clients', `${partner.clients} clients`);
        await editPartner(writer, partnerId, { deleted_at: stamp.now }, stamp);
      }),
    'settings.editStage': ({ commandId, ...change }) =>
      command({ id: commandId, name: 'settings.editStage' }, (writer, stamp) => editStage(writer, stamp, change)),
    'settings.offerSignal': ({ commandId, ...change }) =>
      command({ id: commandId, name: 'settings.offerSignal' }, (writer, stamp) => offerSignal(writer, stamp, change)),
    'settings.resetStage': ({ commandId, stage }) =>
      command({ id: commandId, name: 'settings.resetStage' }, (writer, stamp) => resetStage(writer, stamp, stage)),
  };
}

export async function settingsPage(context: Context, dataFile: DataFile, parts: BackendParts): Promise<SettingsPage> {
  const { read } = context.storage;
  const agency = await agencyOf(read);
  const partners = await partnersOf(read);
  const me = await context.storage.setting('me');
  const shortcut = chosenShortcut(parts);
  return {
    ...dataFile.appearance(),
    isSetUp: agency !== undefined,
    isSample: dataFile.which === 'sample',
    agency: {
      name: agency?.name ?? '',
      monogram: agency?.monogram ?? '',
      contact: agency?.contact ?? '',
      signature: agency?.signature ?? '',
    },
    partners: partners.map((partner) => ({ ...partner, clients: partner.clients ?? 0 })),
    formerPartners: await formerPartnersOf(read),
    mePartnerId: partners.find(({ id }) => id === me)?.id ?? null,
    dataFolder: dataFile.folder,
    lastBackupAt: dataFile.lastBackupAt(),
    unsavedSince: await dataFile.unsavedSince(),
    isBackupFailing: dataFile.warning() === 'backup_failed',
    secondFolder: dataFile.copies?.second.told() ?? null,
    clientsPerPartner: agency?.clients_per_partner ?? firstLimits.clientsPerPartner,
    clientsInHoneymoon: agency?.clients_in_honeymoon ?? firstLimits.clientsInHoneymoon,
    calendar: calendarIn(await readCalendars(read, calendarOfLanguage[context.language()])),
    stages: await readOwnStages(read),
    reminder: await readReminder(context.storage),
    systemShortcut: { keys: shortcut, isGiven: parts.desktop.heldShortcut() === shortcut },
    appVersion: parts.appVersion,
  };
}

async function partnerOf(reader: Reader, partnerId: string) {
  const partner = (await partnersOf(reader)).find(({ id }) => id === partnerId);
  if (!partner) throw new AppError('not_found', 'no such partner');
  return partner;
}

interface Signed {
  readonly name?: string | undefined;
  readonly monogram?: string | undefined;
}

/** A sign that nobody chose follows the name. */
function withSign<Fields extends Signed>(before: Readonly<Record<keyof Signed, string>>, fields: Fields): Fields {
  const isChosen = fields.monogram !== undefined || before.monogram !== monogramOf(before.name);
  return fields.name === undefined || isChosen ? fields : { ...fields, monogram: monogramOf(fields.name) };
}

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Only the fields that were sent. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const sent: Given<Fields> = { ...fields };
  for (const name in sent) if (sent[name] === undefined) delete sent[name];
  return sent;
}
