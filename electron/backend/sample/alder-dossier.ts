import { type SampleClient, words } from './sample-client.ts';

const client = words('клиент', 'client');
const us = words('мы', 'us');
const gleb = words('Глеб', 'Gleb');
const vera = words('Вера', 'Vera');
const olga = words('Ольга', 'Olga');

/** What a successor would need to know of «Ольха». */
export const alderDossier: NonNullable<SampleClient['dossier']> = [
  {
    kind: 'agreement',
    text: words(
      'Отчёт до пятого числа, по нему созвон на полчаса',
      'The report by the fifth, then half an hour on the phone',
    ),
  },
  {
    kind: 'agreement',
    text: words('Выпуски по вторникам, в праздники без выпусков', 'Releases on Tuesdays, none around holidays'),
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
      'Магазин и склад на одном сервере клиента, картинки раздаёт отдельный',
      'Shop and stock run on one server of the client, pictures on another',
    ),
  },
  {
    kind: 'decision',
    ago: { years: 2, months: 1 },
    text: words(
      'Остаёмся на своём магазине: переезд на готовую платформу стоил бы двух сезонов',
      'We stay with our own shop: moving to a ready-made platform would cost two seasons',
    ),
  },
  {
    kind: 'decision',
    ago: { months: 8 },
    text: words(
      'Остатки без резервов: точности в час хватает, решила Марина',
      'Stock without holds: an hour is exact enough, Marina decided',
    ),
  },
  {
    kind: 'watch',
    text: words(
      'При смене города корзина теряет промокод, оператор вводит его заново',
      'The basket loses the discount code when the city changes; the operator types it again',
    ),
  },
  {
    kind: 'open_question',
    text: words(
      'Кто поведёт каталог, когда выйдет второй склад',
      'Who will run the catalogue when the second warehouse opens',
    ),
  },
];

export const alderAssets: NonNullable<SampleClient['assets']> = [
  {
    name: words('Домен и DNS', 'Domain and DNS'),
    owner: client,
    admin: gleb,
    payer: olga,
    renewsInDays: 12,
    whereKept: words('кабинет регистратора', 'the registrar’s account'),
  },
  {
    name: words('Хостинг и SSH', 'Hosting and SSH'),
    owner: client,
    admin: gleb,
    payer: olga,
    renewsInDays: 146,
    whereKept: words('сейф паролей клиента', 'the client’s password vault'),
  },
  {
    name: words('Обмен с 1С', 'ERP exchange'),
    owner: client,
    admin: words('Павел', 'Paul'),
    payer: olga,
    renewsInDays: null,
    whereKept: words('сервер клиента', 'the client’s server'),
  },
  {
    name: words('Рассылки', 'Mailings'),
    owner: us,
    admin: vera,
    payer: us,
    renewsInDays: 27,
    whereKept: words('наш сейф паролей', 'our password vault'),
  },
];
