import type { Words } from '../../../shared/language.ts';
import { words } from './sample-client.ts';

/** What the partners found out about a client so that its health can be told. */
export interface SampleHealth {
  readonly name: Words;
  /** What the client said about its plans. */
  readonly plan?: { readonly daysAgo: number; readonly saidBy: Words; readonly words: Words };
  readonly idea?: { readonly daysAgo: number; readonly title: Words; readonly isAccepted?: boolean };
  /** The last monthly report went out so many days ago. */
  readonly reportDaysAgo?: number;
}

const early: readonly SampleHealth[] = [
  {
    name: words('Пекарни «Тёплый хлеб»', 'Warm Loaf Bakeries'),
    plan: {
      daysAgo: 13,
      saidBy: words('Инна', 'Inna'),
      words: words('Ещё три пекарни за два года', 'Three more bakeries in two years'),
    },
  },
  {
    name: words('Kestrel Optics', 'Kestrel Optics'),
    plan: {
      daysAgo: 1,
      saidBy: words('Ханна', 'Hannah'),
      words: words('Вдвое меньше возвратов к лету', 'Half the returns by summer'),
    },
  },
  {
    name: words('Чайный дом «Полынь»', 'Wormwood Tea House'),
    plan: {
      daysAgo: 24,
      saidBy: words('Тамара', 'Tamara'),
      words: words(
        'Подписка и подарки вместо витрины в центре',
        'Subscription and gifts instead of a shop in the centre',
      ),
    },
  },
  {
    name: words('Harbour & Pine', 'Harbour & Pine'),
    plan: {
      daysAgo: 20,
      saidBy: words('Оуэн', 'Owen'),
      words: words('Доставка за два дня по всей стране', 'Delivery in two days all over the country'),
    },
  },
];

const steady: readonly SampleHealth[] = [
  {
    name: words('Северный Ветер', 'North Wind Outfitters'),
    plan: {
      daysAgo: 36,
      saidBy: words('Софья', 'Sofia'),
      words: words('Своя линейка палаток к весне', 'Their own line of tents by spring'),
    },
    idea: {
      daysAgo: 36,
      title: words('Прокат перед покупкой', 'Rent before you buy'),
      isAccepted: true,
    },
  },
  {
    name: words('Fernbrook Garden', 'Fernbrook Garden'),
    idea: { daysAgo: 44, title: words('Календарь посадок в рассылке', 'A planting calendar in the newsletter') },
    reportDaysAgo: 19,
  },
  {
    name: words('Книги «Заполье»', 'Backfield Books'),
    plan: {
      daysAgo: 30,
      saidBy: words('Вика', 'Vika'),
      words: words('Открыть склад на востоке', 'Open a warehouse in the east'),
    },
    idea: { daysAgo: 48, title: words('Резерв книги на 30 минут', 'Holding a book for 30 minutes'), isAccepted: true },
    reportDaysAgo: 17,
  },
  {
    name: words('Метизы «Шпиндель»', 'Mandrel Hardware'),
    plan: {
      daysAgo: 11,
      saidBy: words('Борис', 'Boris'),
      words: words('Ещё двадцать тысяч позиций за год', 'Twenty thousand more items in a year'),
    },
    idea: {
      daysAgo: 33,
      title: words('Подбор крепежа по чертежу', 'Finding fasteners by a drawing'),
      isAccepted: true,
    },
    reportDaysAgo: 18,
  },
];

const late: readonly SampleHealth[] = [
  {
    name: words('Текстиль «Веретено»', 'Spindle Textiles'),
    plan: {
      daysAgo: 17,
      saidBy: words('Раиса', 'Raisa'),
      words: words('Расти в опте с новой командой', 'Grow in wholesale with a new team'),
    },
    idea: {
      daysAgo: 40,
      title: words('Отдать оптовый модуль преемнику первым', 'Hand the wholesale module over first'),
    },
    reportDaysAgo: 16,
  },
  {
    name: words('Обувь «Тропа»', 'Trailhead Shoes'),
    plan: {
      daysAgo: 24,
      saidBy: words('Фёдор', 'Theo'),
      words: words('Опт: сто покупателей за год', 'Wholesale: a hundred buyers in a year'),
    },
    idea: { daysAgo: 24, title: words('Кабинет для оптовиков', 'A portal for wholesale buyers'), isAccepted: true },
    reportDaysAgo: 21,
  },
  {
    name: words('Lumen Tableware', 'Lumen Tableware'),
    plan: {
      daysAgo: 11,
      saidBy: words('Джоан', 'Joan'),
      words: words('Подписка за полгода', 'The subscription within half a year'),
    },
    idea: { daysAgo: 11, title: words('Подписка на сервировку', 'A table-setting subscription') },
    reportDaysAgo: 11,
  },
];

export const sampleHealth: readonly SampleHealth[] = [...early, ...steady, ...late];
