import { parseDate } from '@internationalized/date';
import { v4 } from 'uuid';
import { addPartner, writeAgency } from '../../../db/settings.ts';
import type { Storage } from '../../../db/storage.ts';
import { russiaCalendar, weekdaysCalendar } from '../../../shared/content/calendars.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { Language, Words } from '../../../shared/language.ts';
import { placesBetween } from '../../../shared/place.ts';
import { earlyClients } from './early-clients.ts';
import { endedClients } from './ended-clients.ts';
import { fillAttention } from './fill-attention.ts';
import { fillClient } from './fill-client.ts';
import { fillHandoff } from './fill-handoff.ts';
import type { Filling } from './filling.ts';
import { lateClients } from './late-clients.ts';
import { type Ago, words } from './sample-client.ts';
import { spindle } from './spindle.ts';
import { steadyClients } from './steady-clients.ts';

export interface SampleOptions {
  readonly language: Language;
  readonly today: Day;
}

const agencyName = words('Бюро Кварта', 'Quarta Bureau');
const monogram = words('К', 'Q');
const partnerNames = [words('Вера Л.', 'Vera L.'), words('Глеб О.', 'Gleb O.'), words('Ника Т.', 'Nika T.')] as const;

/** Fills an empty file with the companies that do not exist. There is nothing to undo in it afterwards. */
export async function fillSample(storage: Storage, { language, today }: SampleOptions): Promise<void> {
  const say = (text: Words) => text[language];
  const dayAgo = ({ years = 0, months = 0, days = 0 }: Ago) =>
    parseDate(today).subtract({ years, months }).subtract({ days }).toString();
  const instantAgo = (ago: Ago, hour = 8) => `${dayAgo(ago)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  let me: Id | null = null;
  await storage.write({ id: v4(), name: 'settings.openSample' }, async (writer, stamp) => {
    const calendar = language === 'ru' ? russiaCalendar : weekdaysCalendar;
    await writeAgency(writer, { name: say(agencyName), monogram: say(monogram), calendar: calendar.code }, stamp);
    const [vera, gleb, nika] = partnerNames;
    const partners = {
      vera: await addPartner(writer, say(vera), stamp),
      gleb: await addPartner(writer, say(gleb), stamp),
      nika: await addPartner(writer, say(nika), stamp),
    };
    me = partners.vera;
    await fillClients({ writer, stamp: { ...stamp, by: partners.vera }, say, dayAgo, instantAgo, calendar, partners });
  });
  storage.setMe(me);
  await storage.saveSetting('me', me ?? '');
  // The example is where history begins: taking all of it back by Ctrl Z would help nobody.
  storage.file.exec(`update local_command set state = 'abandoned'`);
}

async function fillClients(filling: Filling): Promise<void> {
  const clients = [...earlyClients, ...steadyClients, ...lateClients, ...endedClients];
  const places = placesBetween(null, null, clients.length);
  for (const [index, client] of clients.entries()) {
    const clientId = await fillClient(filling, client, places[index] ?? '');
    if (client === spindle) await fillHandoff(filling, clientId);
  }
  await fillAttention(filling);
}
