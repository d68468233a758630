import type { Side } from '../../../shared/contract/clients.ts';
import type { Words } from '../../../shared/language.ts';
import { words } from './sample-client.ts';

/** The day of the handoff that today is, counted from 0. */
export const handoffDay = 14;

/** How long questions are answered after the last day. */
export const careDays = 53;

export const letter = words(
  'Мы работали вместе шесть лет и один месяц. Чтобы магазин не почувствовал нашего ухода, за месяц передаём знания, доступы и текущие задачи вам и новому подрядчику. Здесь записано, что уже сделано, что осталось и кто за что отвечает.',
  'We have worked together for six years and one month. So that the shop does not feel us leave, we hand over knowledge, accesses and running work to you and the new contractor within a month. Here is what is done, what is left, and who answers for what.',
);

export const reasonText = words(
  'Растёт только опт, ему нужен подрядчик со своим складским модулем. Расстаёмся друзьями.',
  'Only wholesale grows, and it needs a contractor with a warehouse module. We part as friends.',
);

export interface SampleItem {
  /** The step of the template that it stands for, where the document speaks of that step. */
  readonly code?: string;
  readonly title: Words;
  readonly side: Side;
  readonly person?: Words;
  /** Day of the handoff, counted from 0. */
  readonly day: number;
  /** What shows that it is done. */
  readonly done?: Words;
  /** Who accepted it, on the day it was done. */
  readonly acceptedBy?: Words;
  /** The access of the register that it hands over, by its name. */
  readonly access?: Words;
  /** What should be done before it. */
  readonly after?: SampleItem;
}

const everyone = words('Все', 'Everyone');

const hostingAccess: SampleItem = {
  side: 'agency',
  day: 16,
  title: words('Доступы к хостингу', 'Hosting access'),
  access: words('Хостинг и SSH', 'Hosting and SSH'),
};

const setUp: SampleItem = {
  side: 'successor',
  day: 17,
  title: words('Развернуть проект у себя', 'Set the project up at their place'),
  after: hostingAccess,
};

export const items: readonly SampleItem[] = [
  done(
    'agency',
    0,
    words('Объявить команде и клиенту', 'Tell the team and the client'),
    words('письмо всем участникам', 'the letter to all'),
  ),
  done(
    'agency',
    2,
    words('Список систем и доступов', 'List of systems and accesses'),
    words('таблица доступов, 8 строк', 'the table of accesses, 8 rows'),
  ),
  done('client', 3, words('Назначить ответственного', 'Name who is responsible'), words('Раиса', 'Raisa')),
  done(
    'client',
    4,
    words('Заморозить новые задачи', 'Freeze new tasks'),
    words('остались три срочные', 'three urgent ones remain'),
  ),
  done(
    'agency',
    4,
    words('Резервная копия сайта и базы', 'Back up the site and its database'),
    words('проверена на тестовом сервере', 'restored on the test server'),
  ),
  done(
    'agency',
    4,
    words('Проверить, на кого оформлены домен и сертификат', 'Check who owns the domain and the certificate'),
    words('оба на клиенте', 'both belong to the client'),
  ),
  done(
    'agency',
    4,
    words('Первый список кандидатов в преемники', 'First list of possible successors'),
    words('три команды', 'three teams'),
  ),
  done(
    'agency',
    9,
    words('Как собрать и выпустить проект', 'How to build and release the project'),
    words('страница в репозитории', 'a page in the repository'),
  ),
  done(
    'agency',
    10,
    words('Схема обмена с 1С', 'Diagram of the ERP exchange'),
    words('схема, четыре листа', 'a diagram, four sheets'),
  ),
  done('agency', 11, words('Журнал известных проблем', 'Log of known problems'), words('22 записи', '22 entries')),
  {
    side: 'agency',
    day: 11,
    title: words('Порядок действий при сбое', 'What to do when it breaks'),
    done: words('одна страница, проверена с Костей', 'one page, tried with Kostya'),
    acceptedBy: words('Костя', 'Kostya'),
  },
  {
    side: 'agency',
    day: 11,
    title: words('Описать модуль витрины и кэш', 'Describe the storefront module and the cache'),
  },
  done(
    'client',
    11,
    words('Отозвать наш доступ к платёжному шлюзу', 'Revoke our access to the payment gateway'),
    words('проверили вместе', 'checked together'),
  ),
  {
    code: 'C5',
    side: 'client',
    day: 15,
    title: words('Выбрать преемника из списка', 'Choose the successor from the list'),
  },
  hostingAccess,
  setUp,
  { side: 'successor', day: 18, title: words('Совместный выпуск № 1', 'Release together, No. 1'), after: setUp },
  { side: 'agency', day: 18, title: words('Показать регламент дежурств', 'Show the rules of being on duty') },
  { side: 'agency', day: 18, title: words('Доступ к обмену с 1С', 'Access to the ERP exchange') },
  {
    side: 'agency',
    day: 18,
    title: words('Веб-аналитика на учётную запись «Веретена»', 'Web analytics to Spindle’s account'),
  },
  {
    side: 'agency',
    day: 18,
    person: everyone,
    title: words('Разбор открытых задач с преемником', 'Go through open tasks with the successor'),
  },
  { side: 'agency', day: 22, title: words('Доступ к рассылкам', 'Access to mailings') },
  {
    side: 'successor',
    day: 25,
    title: words('Преемник ведёт, мы отвечаем на вопросы', 'The successor leads, we answer questions'),
  },
  { side: 'client', day: 25, title: words('Отозвать наши доступы', 'Revoke our accesses') },
  { side: 'client', day: 25, title: words('Сменить пароли, которые мы знали', 'Change the passwords that we knew') },
  { side: 'agency', day: 25, title: words('Закрыть счета и акты', 'Close invoices and papers') },
  {
    side: 'agency',
    day: 28,
    person: everyone,
    title: words('Прощальный созвон и обратная связь', 'Farewell call and feedback'),
  },
];

function done(side: Side, day: number, title: Words, evidence: Words): SampleItem {
  return { side, day, title, done: evidence };
}
