import { parseDate } from '@internationalized/date';
import { v7 } from 'uuid';
import { addPartner, writeAgency } from '../../../db/settings.ts';
import { writeDated } from '../../../db/dated-commands.ts';
import type { Storage } from '../../../db/storage.ts';
import { russiaCalendar, weekdaysCalendar } from '../../../shared/content/calendars.ts';
import type { Day, Id, Instant } from '../../../shared/contract/call.ts';
import type { Language, Words } from '../../../shared/language.ts';
import { placesBetween } from '../../../shared/place.ts';
import { earlyClients } from './early-clients.ts';
import { endedClients, partedWell } from './ended-clients.ts';
import { clientHistory } from './client-history.ts';
import { earlierTalks } from './earlier-talks.ts';
import { fillAttention } from './fill-attention.ts';
import { fillHealth } from './fill-health.ts';
import type { Calendar, Filling, Happening } from './filling.ts';
import { handoffHistory } from './handoff-history.ts';
import { lateClients } from './late-clients.ts';
import { pastHandoff } from './past-handoff.ts';
import { type Ago, words } from './sample-client.ts';
import { shortTemplate } from './short-template.ts';
import { spindle } from './spindle.ts';
import { steadyClients } from './steady-clients.ts';

export interface SampleOptions {
  readonly language: Language;
  readonly today: Day;
  readonly now: Instant;
}

const agencyName = words('Бюро Кварта', 'Quarta Bureau');
const monogram = words('К', 'Q');
const partnerNames = [words('Вера Л.', 'Vera L.'), words('Глеб О.', 'Gleb O.'), words('Ника Т.', 'Nika T.')] as const;

/** Fills an empty file with the companies that do not exist, day by day. There is nothing to undo in it afterwards. */
export async function fillSample(storage: Storage, { language, today, now }: SampleOptions): Promise<void> {
  const say = (text: Words) => text[language];
  const dayAgo = ({ years = 0, months = 0, days = 0 }: Ago) =>
    parseDate(today).subtract({ years, months }).subtract({ days }).toString();
  const instantAgo = (ago: Ago, hour = 8) => `${dayAgo(ago)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const calendar = language === 'ru' ? russiaCalendar : weekdaysCalendar;
  const happenings = historyOf({ dayAgo, instantAgo, now });
  const partners = await openAgency(storage, happenings, {
    agency: { name: say(agencyName), monogram: say(monogram), calendar: calendar.code },
    names: partnerNames.map(say),
  });
  const filling: Omit<Filling, 'writer' | 'stamp'> = { say, dayAgo, instantAgo, calendar, partners };
  await writeDated(
    storage,
    happenings.map(({ name, at, by, fill }) => ({
      name,
      // Nothing has happened later than now.
      madeAt: at < now ? at : now,
      by: partners[by],
      work: (writer, stamp) => fill({ ...filling, writer, stamp }),
    })),
  );
  storage.setMe(partners.vera);
  await storage.saveSetting('me', partners.vera);
  // The example is where history begins: taking all of it back by Ctrl Z would help nobody.
  storage.file.exec(`update local_command set state = 'abandoned'`);
}

interface Agency {
  readonly agency: Parameters<typeof writeAgency>[1];
  readonly names: readonly string[];
}

/** On the day of the first client. */
async function openAgency(
  storage: Storage,
  happenings: readonly Happening[],
  { agency, names }: Agency,
): Promise<Filling['partners']> {
  const [vera = '', gleb = '', nika = ''] = names;
  const ids: Id[] = [];
  const work = async (writer: Filling['writer'], stamp: Filling['stamp']) => {
    await writeAgency(writer, agency, stamp);
    for (const name of [vera, gleb, nika]) ids.push(await addPartner(writer, name, stamp));
  };
  const madeAt = happenings.map(({ at }) => at).reduce((one, other) => (other < one ? other : one));
  await writeDated(storage, [{ name: 'settings.openSample', madeAt, by: null, work }]);
  return { vera: ids[0] ?? '', gleb: ids[1] ?? '', nika: ids[2] ?? '' };
}

function historyOf(calendar: Calendar): readonly Happening[] {
  const clients = [...earlyClients, ...steadyClients, ...lateClients, ...endedClients];
  const places = placesBetween(null, null, clients.length);
  const histories = clients.flatMap((client, index) => {
    const clientId = v7();
    const newClient = { client, clientId, place: places[index] ?? '' };
    return [
      ...clientHistory(calendar, newClient),
      ...earlierTalks(calendar, newClient),
      ...(client === spindle ? handoffHistory(calendar, clientId) : []),
      ...(client === partedWell ? pastHandoff(calendar, client, clientId) : []),
    ];
  });
  const atLast = { name: 'clients.edit', at: calendar.now, by: 'vera' } as const;
  return [...histories, shortTemplate(calendar), { ...atLast, fill: fillAttention }, { ...atLast, fill: fillHealth }];
}
