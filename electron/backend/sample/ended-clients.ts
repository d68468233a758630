import type { Words } from '../../../shared/language.ts';
import type { Ago, SampleClient, SamplePartner } from './sample-client.ts';
import { words } from './sample-client.ts';

/** With these the month of handoff went as promised. */
export const partedWell = ended(
  words('Кофейни «Зерно и пар»', 'Bean & Steam Cafés'),
  'vera',
  4,
  { months: 2 },
  {
    reason: words('Нет плана развития, передали за месяц', 'No plan to grow, handed over in a month'),
    last: words('Прощальный созвон', 'The farewell call'),
    body: words(
      'Новый подрядчик ведёт третью неделю. Просили рекомендацию, написали.',
      'The new contractor leads for the third week. They asked for a reference, we wrote it.',
    ),
  },
);

/** The shelf: six clients with whom the agency has parted. */
export const endedClients: readonly SampleClient[] = [
  partedWell,
  ended(
    words('Marlow Stationery', 'Marlow Stationery'),
    'gleb',
    3,
    { months: 5 },
    {
      reason: words('Клиент перерос нас', 'They outgrew us'),
      last: words('Последний отчёт', 'The last report'),
      body: words(
        'Собрали свою команду из пяти человек. Зовут на день рождения магазина.',
        'They built their own team of five. We are invited to the birthday of the shop.',
      ),
    },
  ),
  ended(
    words('Стройдвор «Отвес»', 'Plumbline Building Supplies'),
    'nika',
    2,
    { months: 9 },
    {
      reason: words('Бюджет закрыли на год', 'The budget is closed for a year'),
      last: words('Заморозка проекта', 'The project is frozen'),
      body: words(
        'Сайт работает сам, доступы у клиента. Вернуться к разговору через год.',
        'The site runs by itself, the client holds the accesses. Come back to it in a year.',
      ),
    },
  ),
  ended(
    words('Pinecroft Hotels', 'Pinecroft Hotels'),
    'vera',
    5,
    { years: 1, months: 1 },
    {
      reason: words('Выбрали подрядчика сети', 'They went with the contractor of their chain'),
      last: words('Передали ключи', 'Accesses handed over'),
      body: words(
        'Все доступы отозваны, акты подписаны. Отвечали на вопросы ещё два месяца.',
        'All accesses are revoked, papers signed. We answered questions for two more months.',
      ),
    },
  ),
  ended(
    words('Лавка «Сурик»', 'Red Lead Paint Shop'),
    'gleb',
    1,
    { years: 1, months: 6 },
    {
      reason: words('Закрыли интернет-магазин', 'They closed the online shop'),
      last: words('Закрытие магазина', 'Closing the shop'),
      body: words(
        'Сохранили каталог и базу покупателей на диск клиента.',
        'The catalogue and the customer base are saved to the client’s disk.',
      ),
    },
  ),
  ended(
    words('Студия «Тишина»', 'Hush Yoga Studio'),
    'nika',
    2,
    { years: 2, months: 3 },
    {
      reason: words('Решение клиента', 'The client’s decision'),
      last: words('Последняя встреча', 'The last meeting'),
      body: words(
        'Расписание переносят в готовый сервис, нам спасибо за честный совет.',
        'They move the timetable to a ready-made service and thank us for honest advice.',
      ),
    },
  ),
];

interface Parting {
  readonly reason: Words;
  readonly last: Words;
  readonly body: Words;
}

function ended(
  name: Words,
  partner: SamplePartner,
  years: number,
  ago: Ago,
  { reason, last, body }: Parting,
): SampleClient {
  const before = (more: number): Ago => ({ ...ago, years: (ago.years ?? 0) + more });
  return {
    name,
    stage: 'ended',
    partner,
    since: before(years),
    path: [
      { to: 'acquaintance', ago: before(years) },
      { to: 'honeymoon', ago: { ...before(years), days: -60 } },
      { to: 'stable', ago: { ...before(years), days: -200 } },
      { to: 'ended', ago, reason },
    ],
    notes: [{ kind: 'meeting', ago: { ...ago, days: 1 }, title: last, body }],
    ended: { ago, reason },
  };
}
