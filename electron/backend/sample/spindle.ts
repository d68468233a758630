import { type SampleClient, words } from './sample-client.ts';

/** The client whose handoff runs, on its fifteenth day. */
export const spindle: SampleClient = {
  name: words('Текстиль «Веретено»', 'Spindle Textiles'),
  stage: 'stagnation',
  partner: 'nika',
  since: { years: 6, months: 1 },
  step: { title: words('Передать доступы к хостингу', 'Hand over hosting access'), inDays: 2 },
  contacts: [
    {
      name: words('Раиса', 'Raisa'),
      role: 'project_manager',
      roleNote: words('руководитель магазина', 'head of the shop'),
      decides: true,
      acceptsResults: true,
    },
    { name: words('Костя', 'Kostya'), role: 'it', roleNote: words('1С', 'ERP'), isTechnical: true },
  ],
  path: [
    { to: 'acquaintance', ago: { years: 6, months: 1 } },
    { to: 'honeymoon', ago: { years: 5, months: 10 } },
    { to: 'stable', ago: { years: 5 } },
    {
      to: 'stagnation',
      ago: { months: 3 },
      reason: words('растёт только опт, ему нужна другая команда', 'only wholesale grows, and it needs another team'),
    },
  ],
  dossier: [
    {
      kind: 'how_it_works',
      text: words(
        'Магазин и личный кабинет опта работают на одном сервере',
        'The shop and the wholesale portal run on one server',
      ),
    },
    {
      kind: 'how_it_works',
      text: words(
        'Остатки приходят из 1С раз в час, без резервов',
        'Stock comes from the ERP once an hour, without holds',
      ),
    },
    {
      kind: 'how_it_works',
      text: words(
        'Цены для опта считаются ночью, с 02:00 до 03:10',
        'Wholesale prices are computed at night, 02:00 to 03:10',
      ),
    },
    { kind: 'how_it_works', text: words('Выпуски по вторникам до 12:00', 'Releases on Tuesdays before 12:00') },
    {
      kind: 'watch',
      text: words(
        'Очередь обмена: больше 500 записей означает, что 1С не отвечает',
        'The exchange queue: more than 500 records mean that the ERP does not answer',
      ),
    },
    {
      kind: 'watch',
      text: words('Кэш витрины чистим после смены цен', 'The storefront cache is cleared after prices change'),
    },
    {
      kind: 'watch',
      text: words('Сертификат сайта обновляем раз в год', 'The site certificate is renewed once a year'),
    },
    {
      kind: 'watch',
      text: words('Место на диске: запас 18 %, хватит на два месяца', 'Disk space: 18 % left, enough for two months'),
    },
    {
      kind: 'open_question',
      text: words(
        'Скидка по карте не складывается с оптовой ценой, решение за «Веретеном»',
        'The card discount does not add to the wholesale price, Spindle decides',
      ),
    },
    {
      kind: 'open_question',
      text: words(
        'Поиск по артикулу с дефисом находит не всё, описано в журнале, № 14',
        'Search by a part number with a hyphen misses some items, see the log, No. 14',
      ),
    },
  ],
  notes: [
    {
      kind: 'call',
      ago: { days: 1 },
      with: [0],
      title: words('Раиса выбирает подрядчика', 'Raisa chooses the contractor'),
      body: words(
        'Склоняется к «Депо Кода», решение на днях. Просит нас быть на первой встрече.',
        'She leans towards Code Depot and decides one of these days. She asks us to be at the first meeting.',
      ),
    },
    {
      kind: 'meeting',
      ago: { days: 17 },
      with: [0, 1],
      title: words('Решили расстаться спокойно', 'We decided to part calmly'),
      body: words(
        'Опту нужна команда со своим складским модулем. Передаём за месяц, потом почти два месяца отвечаем на вопросы.',
        'Wholesale needs a team with its own warehouse module. We hand over in a month, then answer questions for almost two more.',
      ),
    },
  ],
};
