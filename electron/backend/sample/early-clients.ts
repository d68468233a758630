import { flaxPlaybook, warmLoafPlaybook } from './early-playbooks.ts';
import { type SampleClient, words } from './sample-client.ts';

/** Acquaintance and immersion. */
export const earlyClients: readonly SampleClient[] = [
  {
    name: words('Пекарни «Тёплый хлеб»', 'Warm Loaf Bakeries'),
    stage: 'acquaintance',
    partner: 'nika',
    since: { days: 21 },
    step: { title: words('Тестовая задача: выгрузка остатков', 'Trial task: stock export'), inDays: 3 },
    playbook: warmLoafPlaybook,
    contacts: [
      { name: words('Инна', 'Inna'), role: 'marketing', decides: true },
      {
        name: words('Артём', 'Arthur'),
        role: 'it',
        roleNote: words('кассы и учёт', 'tills and stock'),
        isTechnical: true,
      },
    ],
    path: [{ to: 'acquaintance', ago: { days: 21 } }],
    notes: [
      {
        kind: 'call',
        ago: { days: 2 },
        by: 'client',
        with: [0, 1],
        title: words('Согласились на тестовую задачу', 'They agreed to a trial task'),
        body: words(
          'Выгрузка остатков с трёх пекарен в одну таблицу. Успех: к шести утра видно, что кончится до обеда.',
          'Export the stock of three bakeries into one table. Success: at six in the morning they see what runs out by noon.',
        ),
      },
      {
        kind: 'meeting',
        ago: { days: 13 },
        with: [0],
        title: words('Знакомство в цехе', 'First visit to the bakery'),
        body: words(
          'Девять пекарен, предзаказ собирают по телефону. Инна решает сама, деньги подписывает собственник.',
          'Nine bakeries, pre-orders are taken by phone. Inna decides herself, the owner signs the money.',
        ),
      },
    ],
  },
  {
    name: words('Kestrel Optics', 'Kestrel Optics'),
    stage: 'acquaintance',
    partner: 'gleb',
    since: { days: 9 },
    step: { title: words('Бриф с техдиром', 'Brief with the CTO'), inDays: 2 },
    contacts: [{ name: words('Ханна', 'Hannah'), role: 'cto', isTechnical: true, decides: true }],
    path: [{ to: 'acquaintance', ago: { days: 9 } }],
    notes: [
      {
        kind: 'letter',
        ago: { days: 1 },
        by: 'client',
        with: [0],
        title: words('Ответ на наши вопросы', 'Answers to our questions'),
        body: words(
          'Прислали схему склада и доступ к тестовой копии магазина. Просят начать бриф с возвратов: их одиннадцать из ста.',
          'They sent the warehouse diagram and access to a test copy of the shop. They ask to begin the brief with returns: eleven in a hundred.',
        ),
      },
    ],
  },
  {
    name: words('Керамика «Лён и Глина»', 'Flax & Clay Ceramics'),
    stage: 'acquaintance',
    partner: 'nika',
    since: { days: 35 },
    step: { title: words('Предложить только консультации', 'Offer consulting only'), inDays: null },
    flags: [
      {
        code: 'F-SMALL',
        side: 'client',
        ago: { days: 6 },
        evidence: words('Бюджет на год меньше нашего месяца', 'Their budget for a year is less than a month of ours'),
      },
    ],
    contacts: [
      {
        name: words('Лев', 'Leo'),
        role: 'owner',
        decides: true,
        setsTasks: true,
        acceptsResults: true,
        pays: true,
      },
    ],
    playbook: flaxPlaybook,
    path: [{ to: 'acquaintance', ago: { days: 35 } }],
    notes: [
      {
        kind: 'meeting',
        ago: { days: 6 },
        with: [0],
        title: words('Мастерская: кто будет вести проект', 'The workshop: who will run the project'),
        body: words(
          'Команды нет, всё решает Лев. На заказную разработку денег не хватит, готовый магазин закроет год.',
          'There is no team, Leo decides everything. Custom work is out of reach, a ready-made shop will do for a year.',
        ),
      },
    ],
  },
  {
    name: words('Чайный дом «Полынь»', 'Wormwood Tea House'),
    stage: 'honeymoon',
    partner: 'vera',
    since: { months: 4 },
    step: { title: words('Мини-аудит: маржинальные категории', 'Mini-audit: high-margin lines'), inDays: 4 },
    contacts: [
      { name: words('Тамара', 'Tamara'), role: 'owner', decides: true, pays: true },
      { name: words('Игорь', 'Igor'), role: 'marketing', setsTasks: true },
    ],
    path: [
      { to: 'acquaintance', ago: { months: 4 } },
      {
        to: 'honeymoon',
        ago: { months: 3 },
        reason: words('тестовая задача понравилась обеим сторонам', 'both sides liked the trial task'),
      },
    ],
    notes: [
      {
        kind: 'call',
        ago: { days: 3 },
        with: [1],
        title: words('Что продаёт на самом деле', 'What really sells'),
        body: words(
          'Подарочные наборы дают треть прибыли и лежат на третьем экране. Игорь пришлёт маржу по категориям.',
          'Gift sets bring a third of the profit and lie on the third screen. Igor will send margins by category.',
        ),
      },
      {
        kind: 'meeting',
        ago: { days: 24 },
        with: [0, 1],
        title: words('Идеи на сезон', 'Ideas for the season'),
        body: words(
          'Из семи идей взяли две: подписка на чай месяца и отметка «успеем к празднику».',
          'Of seven ideas they took two: a tea-of-the-month subscription and the mark “in time for the holiday”.',
        ),
      },
    ],
  },
  {
    name: words('Harbour & Pine', 'Harbour & Pine'),
    stage: 'honeymoon',
    partner: 'gleb',
    since: { months: 7 },
    step: { title: words('План на следующий квартал', 'Plan for the next quarter'), inDays: 8 },
    contacts: [{ name: words('Оуэн', 'Owen'), role: 'project_manager', setsTasks: true, acceptsResults: true }],
    path: [
      { to: 'acquaintance', ago: { months: 7 } },
      { to: 'honeymoon', ago: { months: 5 } },
    ],
    notes: [
      {
        kind: 'meeting',
        ago: { days: 5 },
        with: [0],
        title: words('Итоги мини-аудита', 'Results of the mini-audit'),
        body: words(
          'Первый рычаг: сроки доставки на карточке товара. Оуэн несёт смету директору.',
          'The first lever: delivery dates on the product page. Owen takes the estimate to his director.',
        ),
      },
    ],
  },
  {
    name: words('Велокухня «Спица»', 'Spoke Bike Kitchen'),
    stage: 'honeymoon',
    partner: 'nika',
    since: { months: 2 },
    step: { title: words('Созвон с маркетингом', 'Call with marketing'), inDays: 1 },
    flags: [
      {
        code: 'R-RUSH',
        side: 'both',
        ago: { days: 4 },
        evidence: words('Просят подписать договор без брифа', 'They want the contract signed before a brief'),
      },
    ],
    contacts: [{ name: words('Ася', 'Asya'), role: 'marketing', setsTasks: true }],
    path: [
      { to: 'acquaintance', ago: { months: 2 } },
      { to: 'honeymoon', ago: { days: 20 } },
    ],
    notes: [
      {
        kind: 'chat',
        ago: { days: 0 },
        by: 'client',
        with: [0],
        title: words('Торопят с договором', 'They press for the contract'),
        body: words(
          'Ася просит договор на этой неделе, чтобы успеть в бюджет. Ответили: сначала бриф, он займёт день.',
          'Asya asks for the contract this week to get into the budget. We answered: first the brief, it takes a day.',
        ),
      },
    ],
  },
];
