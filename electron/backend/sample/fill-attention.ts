import { addRow, changeRow } from '../../../db/row-changes.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { addDays } from '../../../shared/calendar.ts';
import { recentPeriods } from '../../../shared/health/reports.ts';
import type { Words } from '../../../shared/language.ts';
import type { Filling } from './filling.ts';
import { words } from './sample-client.ts';

const northWind = words('Северный Ветер', 'North Wind Outfitters');
const fernbrook = words('Fernbrook Garden', 'Fernbrook Garden');
const mandrel = words('Метизы «Шпиндель»', 'Mandrel Hardware');
const beans = words('Кофейни «Зерно и пар»', 'Bean & Steam Cafés');
const shard = words('Посуда «Черепок»', 'Shard Tableware');

/** What waits beside touches and next steps: a report, promises, a renewal, a call after the parting, a snooze. */
export async function fillAttention(filling: Filling): Promise<void> {
  await owedReport(filling, await clientNamed(filling, northWind));
  await furtherPromises(filling, await clientNamed(filling, fernbrook));
  await nearRenewal(filling, await clientNamed(filling, mandrel));
  await afterCare(filling, await clientNamed(filling, beans));
  await snoozedStep(filling, await clientNamed(filling, shard));
}

export async function clientNamed({ writer, say }: Filling, name: Words): Promise<Id> {
  const client = await writer.selectFrom('client').select('id').where('name', '=', say(name)).executeTakeFirstOrThrow();
  return client.id;
}

/** Due on the first, so that the last month is owed on whatever day the example is opened. */
async function owedReport({ writer, stamp, dayAgo }: Filling, clientId: Id): Promise<void> {
  await changeRow(writer, stamp, 'client', clientId, { report_day: 1, reports_agreed_on: dayAgo({ months: 8 }) });
  const [, , ...sent] = recentPeriods('month', dayAgo({}), 5);
  for (const period of sent)
    await addRow(writer, stamp, 'report', {
      client_id: clientId,
      kind: 'month',
      period,
      // The first of the month after it.
      sent_on: addDays(`${period}-28`, 4).replace(/\d\d$/, '01'),
    });
}

/** Behind the next step, which stays the earliest. */
async function furtherPromises({ writer, stamp, say, dayAgo }: Filling, clientId: Id): Promise<void> {
  const promises = [
    [words('Прислать смету на каталог', 'Send the estimate for the catalogue'), 3],
    [words('Показать макет рассылки', 'Show the draft of the newsletter'), 5],
  ] as const;
  for (const [title, days] of promises)
    await addRow(writer, stamp, 'task', {
      client_id: clientId,
      title: say(title),
      side: 'agency',
      due_on: dayAgo({ days: -days }),
      place: `a${days}`,
    });
}

async function nearRenewal({ writer, stamp, say, dayAgo }: Filling, clientId: Id): Promise<void> {
  await addRow(writer, stamp, 'asset', {
    client_id: clientId,
    name: say(words('Домен mandrel.example', 'Domain mandrel.example')),
    where_kept: say(words('хранилище агентства', 'the agency’s vault')),
    owner: say(words('клиент', 'the client')),
    admin: say(words('агентство', 'the agency')),
    payer: say(words('клиент', 'the client')),
    state: 'not_started',
    renewal_on: dayAgo({ days: -12 }),
    place: 'a0',
  });
}

async function afterCare({ writer, stamp, say, dayAgo }: Filling, clientId: Id): Promise<void> {
  await addRow(writer, stamp, 'task', {
    client_id: clientId,
    title: say(words('Созвон: как дела с новым подрядчиком', 'Call: how is it going with the new contractor')),
    side: 'agency',
    due_on: dayAgo({ days: 1 }),
    place: 'a0',
  });
}

async function snoozedStep({ writer, stamp, say, dayAgo }: Filling, clientId: Id): Promise<void> {
  const step = await writer
    .selectFrom('task')
    .select('id')
    .where('client_id', '=', clientId)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  await addRow(writer, stamp, 'snooze', {
    client_id: clientId,
    subject: `task:${step.id}`,
    until_on: dayAgo({ days: -9 }),
    reason: say(words('У них инвентаризация, вернёмся после неё', 'They take stock: we come back after it')),
  });
}
