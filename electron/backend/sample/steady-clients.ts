import { alder } from './alder.ts';
import { type SampleClient, words } from './sample-client.ts';

export const steadyClients: readonly SampleClient[] = [
  alder,
  {
    name: words('Северный Ветер', 'North Wind Outfitters'),
    stage: 'stable',
    partner: 'gleb',
    since: { years: 3, months: 1 },
    step: { title: words('Согласовать план на сезон', 'Agree on the plan for the season'), inDays: 7 },
    contacts: [{ name: words('Софья', 'Sofia'), role: 'marketing', decides: true, acceptsResults: true }],
    path: [
      { to: 'acquaintance', ago: { years: 3, months: 1 } },
      { to: 'honeymoon', ago: { years: 2, months: 11 } },
      { to: 'stable', ago: { years: 2, months: 4 } },
    ],
    notes: [
      {
        kind: 'meeting',
        ago: { days: 8 },
        with: [0],
        title: words('Прошлый месяц: что сработало', 'Last month: what worked'),
        body: words(
          'Подбор размера снизил возвраты с 14 до 11 %. Следующий месяц без новых задач: сезон.',
          'The size guide brought returns down from 14 to 11 %. No new tasks next month: it is the season.',
        ),
      },
    ],
  },
  {
    name: words('Fernbrook Garden', 'Fernbrook Garden'),
    stage: 'stable',
    partner: 'vera',
    since: { years: 2, months: 8 },
    step: { title: words('Спросить про новый бюджет', 'Ask about the new budget'), inDays: 2 },
    flags: [
      {
        code: 'U-ANNUAL',
        side: 'us',
        ago: { days: 16 },
        evidence: words('Нас не позвали в годовое планирование', 'We were left out of yearly planning'),
      },
    ],
    contacts: [{ name: words('Грета', 'Greta'), role: 'project_manager', setsTasks: true }],
    path: [
      { to: 'acquaintance', ago: { years: 2, months: 8 } },
      { to: 'honeymoon', ago: { years: 2, months: 6 } },
      { to: 'stable', ago: { years: 2 } },
    ],
    notes: [
      {
        kind: 'call',
        ago: { days: 16 },
        with: [0],
        title: words('Планируют год без нас', 'They plan the year without us'),
        body: words(
          'Грета упомянула, что план на год уже у директора. О нашей части никто не спрашивал.',
          'Greta mentioned that the plan for the year is with the director already. Nobody asked about our part.',
        ),
      },
    ],
  },
  {
    name: words('Книги «Заполье»', 'Backfield Books'),
    stage: 'stable',
    partner: 'nika',
    since: { years: 1, months: 5 },
    step: { title: words('Интеграция со складом, этап 2', 'Warehouse integration, step 2'), inDays: 10 },
    contacts: [
      { name: words('Роман', 'Roman'), role: 'it', isTechnical: true },
      { name: words('Вика', 'Vika'), role: 'project_manager', setsTasks: true, acceptsResults: true },
    ],
    path: [
      { to: 'acquaintance', ago: { years: 1, months: 5 } },
      { to: 'honeymoon', ago: { years: 1, months: 3 } },
      { to: 'stable', ago: { months: 9 } },
    ],
    notes: [
      {
        kind: 'call',
        ago: { days: 6 },
        with: [0, 1],
        title: words('Склад отвечает за две секунды', 'The warehouse answers in two seconds'),
        body: words(
          'Первый этап принят без замечаний. Резерв книги на 30 минут делаем вторым этапом, договор прежний.',
          'Step one is accepted without remarks. Holding a book for 30 minutes is step two, under the same contract.',
        ),
      },
    ],
  },
  {
    name: words('Метизы «Шпиндель»', 'Mandrel Hardware'),
    stage: 'stable',
    partner: 'gleb',
    since: { years: 5, months: 9 },
    step: { title: words('Совещание с IT-отделом', 'Meeting with the IT department'), inDays: 15 },
    contacts: [{ name: words('Борис', 'Boris'), role: 'it', isTechnical: true, decides: true }],
    path: [
      { to: 'acquaintance', ago: { years: 5, months: 9 } },
      { to: 'honeymoon', ago: { years: 5, months: 6 } },
      { to: 'stable', ago: { years: 4, months: 11 } },
      { to: 'stagnation', ago: { years: 1, months: 2 } },
      { to: 'reanimation', ago: { months: 11 } },
      {
        to: 'stable',
        ago: { days: 11 },
        reason: words('новый каталог работает по плану', 'the new catalogue runs to plan'),
      },
    ],
    notes: [
      {
        kind: 'meeting',
        ago: { days: 11 },
        with: [0],
        title: words('Каталог на сорок тысяч позиций', 'A catalogue of forty thousand items'),
        body: words(
          'Поиск по артикулу запущен, звонков в отдел продаж вдвое меньше. Договорились о встречах раз в месяц.',
          'Search by part number is live, calls to the sales desk have halved. We agreed to meet once a month.',
        ),
      },
    ],
  },
];
