import { kitewellWork } from './kitewell-work.ts';
import { type SampleClient, words } from './sample-client.ts';
import { spindle } from './spindle.ts';

/** Fading and second wind. */
export const lateClients: readonly SampleClient[] = [
  {
    name: words('Kitewell Toys', 'Kitewell Toys'),
    stage: 'stagnation',
    partner: 'vera',
    since: { years: 5, months: 6 },
    work: kitewellWork,
    step: { title: words('Сверить намерения с Мартой', 'Check intentions with Marta'), inDays: 1 },
    flags: [
      {
        code: 'S-NOPLAN',
        side: 'client',
        ago: { days: 31 },
        evidence: words(
          'Нет плана на следующий год, встреч вдвое меньше',
          'No plan for next year, half as many meetings',
        ),
      },
      {
        code: 'S-QUIET',
        side: 'both',
        ago: { days: 31 },
        evidence: words('Встреч вдвое меньше, чем полгода назад', 'Half as many meetings as half a year ago'),
      },
      {
        code: 'S-NOINSIGHT',
        side: 'client',
        ago: { days: 40 },
        evidence: words('Две идеи подряд остались без ответа', 'Two ideas in a row got no answer'),
      },
    ],
    contacts: [{ name: words('Марта', 'Marta'), role: 'project_manager', setsTasks: true, acceptsResults: true }],
    path: [
      { to: 'acquaintance', ago: { years: 5, months: 6 } },
      { to: 'honeymoon', ago: { years: 5, months: 3 } },
      { to: 'stable', ago: { years: 4, months: 6 } },
      {
        to: 'stagnation',
        ago: { months: 2 },
        reason: words('только поддержка, новых задач нет', 'upkeep only, no new tasks'),
      },
    ],
    notes: [
      {
        kind: 'meeting',
        ago: { days: 31 },
        with: [0],
        title: words('План на следующий год не готов', 'The plan for next year is not ready'),
        body: words(
          'Марта не знает, будет ли бюджет на развитие. Отчёт выслушали молча, вопросов не было.',
          'Marta does not know whether there will be money for growth. They listened to the report in silence and asked nothing.',
        ),
      },
    ],
  },
  {
    name: words('Посуда «Черепок»', 'Shard Tableware'),
    stage: 'stagnation',
    partner: 'gleb',
    since: { years: 2, months: 11 },
    step: { title: words('Принести три идеи', 'Bring three ideas'), inDays: 5 },
    flags: [
      {
        code: 'S-NOGROWTH',
        side: 'both',
        ago: { days: 9 },
        evidence: words('Показатели не растут два квартала', 'KPIs flat for two quarters'),
      },
    ],
    contacts: [{ name: words('Нина', 'Nina'), role: 'marketing', setsTasks: true }],
    path: [
      { to: 'acquaintance', ago: { years: 2, months: 11 } },
      { to: 'honeymoon', ago: { years: 2, months: 9 } },
      { to: 'stable', ago: { years: 2, months: 2 } },
      { to: 'stagnation', ago: { months: 1 } },
    ],
    notes: [
      {
        kind: 'call',
        ago: { days: 9 },
        with: [0],
        title: words('Второй квартал без роста', 'A second quarter without growth'),
        body: words(
          'Средний чек тот же, что полгода назад. Нина готова послушать идеи, если мы принесём их с цифрами.',
          'The average order is the same as half a year ago. Nina will listen to ideas if we bring them with figures.',
        ),
      },
    ],
  },
  spindle,
  {
    name: words('Обувь «Тропа»', 'Trailhead Shoes'),
    stage: 'reanimation',
    partner: 'gleb',
    since: { years: 6, months: 4 },
    step: { title: words('Прототип кабинета для оптовиков', 'Wholesale portal prototype'), inDays: 9 },
    contacts: [
      { name: words('Фёдор', 'Theo'), role: 'cto', isTechnical: true, decides: true },
      { name: words('Лида', 'Lydia'), role: 'owner', pays: true },
    ],
    path: [
      { to: 'acquaintance', ago: { years: 6, months: 4 } },
      { to: 'honeymoon', ago: { years: 6, months: 1 } },
      { to: 'stable', ago: { years: 5, months: 5 } },
      { to: 'stagnation', ago: { months: 8 } },
      { to: 'reanimation', ago: { months: 2 }, reason: words('клиент открывает опт', 'they open a wholesale line') },
    ],
    notes: [
      {
        kind: 'meeting',
        ago: { days: 2 },
        with: [0, 1],
        title: words('Опт: первые десять покупателей', 'Wholesale: the first ten buyers'),
        body: words(
          'Кабинет показываем десяти покупателям через месяц. Бюджет не поднимаем, берём часы из поддержки.',
          'We show the portal to ten buyers in a month. The budget stays, the hours come from upkeep.',
        ),
      },
      {
        kind: 'observation',
        ago: { days: 24 },
        title: words('Что сказал техдир', 'What the CTO said'),
        body: words(
          'Техдир: «витрина для оптовиков нужна раньше, чем мобильное приложение».',
          'The CTO: “the storefront for wholesale is needed before the mobile app”.',
        ),
      },
    ],
  },
  {
    name: words('Lumen Tableware', 'Lumen Tableware'),
    stage: 'reanimation',
    partner: 'vera',
    since: { years: 3, months: 9 },
    step: { title: words('Защитить идею подписки', 'Defend the subscription idea'), inDays: 3 },
    contacts: [{ name: words('Джоан', 'Joan'), role: 'owner', decides: true, pays: true }],
    path: [
      { to: 'acquaintance', ago: { years: 3, months: 9 } },
      { to: 'honeymoon', ago: { years: 3, months: 6 } },
      { to: 'stable', ago: { years: 2, months: 10 } },
      { to: 'stagnation', ago: { months: 5 } },
      {
        to: 'reanimation',
        ago: { months: 1 },
        reason: words('вместе нашли новое направление', 'we found new ground together'),
      },
    ],
    notes: [
      {
        kind: 'meeting',
        ago: { days: 5 },
        with: [0],
        title: words('Подписка на сервировку', 'A table-setting subscription'),
        body: words(
          'Джоан нравится, но нужен расчёт на сто подписчиков. Несём его на защиту вместе.',
          'Joan likes it but needs the sums for a hundred subscribers. We take them to the defence together.',
        ),
      },
      {
        kind: 'call',
        ago: { days: 11 },
        with: [0],
        title: words('Квартальный отчёт', 'Quarterly report'),
        body: words(
          'В квартальном отчёте три товара тянут остальное, предложили доработать витрину под них.',
          'In the quarterly report three products carry the rest; we offered to rework the storefront around them.',
        ),
      },
    ],
  },
];
