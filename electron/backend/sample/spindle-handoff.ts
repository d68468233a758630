import type {
  assetStates,
  assetTargets,
  candidateQuestions,
  candidateStates,
} from '../../../shared/contract/handoff.ts';
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
  readonly title: Words;
  readonly side: Side;
  readonly person?: Words;
  /** Day of the handoff, counted from 0. */
  readonly day: number;
  /** What shows that it is done. */
  readonly done?: Words;
}

const everyone = words('Все', 'Everyone');

export const items: readonly SampleItem[] = [
  done(
    'agency',
    0,
    words('Объявить команде и клиенту', 'Tell the team and the client'),
    words('письмо от 9-го', 'the letter to all'),
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
    5,
    words('Проверить, на кого оформлены домен и сертификат', 'Check who owns the domain and the certificate'),
    words('оба на клиенте', 'both belong to the client'),
  ),
  done(
    'agency',
    6,
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
  done(
    'agency',
    11,
    words('Порядок действий при сбое', 'What to do when it breaks'),
    words('одна страница, проверена с Костей', 'one page, tried with Kostya'),
  ),
  {
    side: 'agency',
    day: 11,
    title: words('Описать модуль витрины и кэш', 'Describe the storefront module and the cache'),
  },
  done(
    'client',
    12,
    words('Отозвать наш доступ к платёжному шлюзу', 'Revoke our access to the payment gateway'),
    words('проверили вместе', 'checked together'),
  ),
  { side: 'client', day: 15, title: words('Выбрать преемника из списка', 'Choose the successor from the list') },
  { side: 'agency', day: 16, title: words('Доступы к хостингу', 'Hosting access') },
  { side: 'successor', day: 17, title: words('Развернуть проект у себя', 'Set the project up at their place') },
  { side: 'successor', day: 18, title: words('Совместный выпуск № 1', 'Release together, No. 1') },
  { side: 'agency', day: 18, title: words('Показать регламент дежурств', 'Show the rules of being on duty') },
  { side: 'agency', day: 18, title: words('Доступ к обмену с 1С', 'Access to the ERP exchange') },
  {
    side: 'agency',
    day: 18,
    title: words('Веб-аналитика на учётную запись «Веретена»', 'Web analytics to Spindle’s account'),
  },
  {
    side: 'agency',
    day: 19,
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

export interface SampleAsset {
  readonly name: Words;
  readonly whereKept: Words;
  readonly heldBy: Words;
  readonly goesTo: (typeof assetTargets)[number];
  readonly state: (typeof assetStates)[number];
  /** Day of the handoff, counted from 0. */
  readonly day: number | null;
}

const nika = words('Ника', 'Nika');
const gleb = words('Глеб', 'Gleb');
const client = words('клиент', 'client');
const clientServer = words('сервер клиента', 'the client’s server');

export const assets: readonly SampleAsset[] = [
  {
    name: words('Хостинг и SSH', 'Hosting and SSH'),
    whereKept: words('сейф паролей клиента', 'the client’s password vault'),
    heldBy: nika,
    goesTo: 'successor',
    state: 'transferring',
    day: 16,
  },
  {
    name: words('Репозиторий', 'Repository'),
    whereKept: clientServer,
    heldBy: words('мы и клиент', 'we and the client'),
    goesTo: 'successor',
    state: 'transferred',
    day: 9,
  },
  {
    name: words('Админка сайта', 'Site admin'),
    whereKept: words('роль «подрядчик»', 'role "contractor"'),
    heldBy: words('Глеб, Ника', 'Gleb, Nika'),
    goesTo: 'successor',
    state: 'waiting_for_client',
    day: null,
  },
  {
    name: words('Платёжный шлюз', 'Payment gateway'),
    whereKept: words('кабинет клиента', 'the client’s account'),
    heldBy: client,
    goesTo: 'stays',
    state: 'revoked',
    day: 12,
  },
  {
    name: words('Обмен с 1С', 'ERP exchange'),
    whereKept: clientServer,
    heldBy: gleb,
    goesTo: 'successor',
    state: 'not_started',
    day: 18,
  },
  {
    name: words('Домен и DNS', 'Domain and DNS'),
    whereKept: words('кабинет регистратора', 'the registrar’s account'),
    heldBy: client,
    goesTo: 'stays',
    state: 'verified',
    day: 3,
  },
  {
    name: words('Веб-аналитика', 'Web analytics'),
    whereKept: words('учётная запись агентства', 'the agency’s account'),
    heldBy: nika,
    goesTo: 'client',
    state: 'not_started',
    day: 18,
  },
  {
    name: words('Рассылки', 'Mailings'),
    whereKept: words('сервис клиента', 'the client’s service'),
    heldBy: gleb,
    goesTo: 'client',
    state: 'not_started',
    day: 22,
  },
];

export interface SampleCandidate {
  readonly name: Words;
  readonly fits: Words;
  readonly consider: Words;
  readonly state: (typeof candidateStates)[number];
  readonly answers: readonly (readonly [question: (typeof candidateQuestions)[number], answer: Words])[];
}

export const candidates: readonly SampleCandidate[] = [
  {
    name: words('Депо Кода', 'Code Depot'),
    fits: words(
      'Знают 1С, команда 8 человек, вели похожий опт',
      'They know the ERP, a team of 8, have run similar wholesale',
    ),
    consider: words('начинают с недельного аудита за деньги', 'begin with a paid audit of one week'),
    state: 'leaning',
    answers: [
      ['asks_questions', words('прислали 24 вопроса по обмену', 'sent 24 questions about the exchange')],
      ['answers_within_a_day', words('в тот же день', 'the same day')],
      ['technical_lead_talks', words('на встрече был техдир', 'their CTO came to the meeting')],
      ['no_rush_to_sign', words('сначала аудит', 'the audit comes first')],
      ['shows_reports', words('показали отчёт за квартал', 'showed a quarterly report')],
      ['beyond_the_plan', words('предложили две правки сразу', 'offered two fixes at once')],
    ],
  },
  {
    name: words('Northlake Commerce', 'Northlake Commerce'),
    fits: words('Сильный фронтенд, быстро отвечают', 'Strong front end, quick to answer'),
    consider: words('складской учёт не делали', 'have not done warehouses'),
    state: 'listed',
    answers: [
      ['asks_questions', words('спрашивали о витрине', 'asked about the storefront')],
      ['answers_within_a_day', words('за два часа', 'within two hours')],
      ['no_rush_to_sign', words('ждут решения спокойно', 'wait calmly for the decision')],
      ['shows_reports', words('прислали два отчёта', 'sent two reports')],
    ],
  },
  {
    name: words('Цех Семь', 'Workshop Seven'),
    fits: words('Спокойная команда, длинные контракты', 'A calm team, long contracts'),
    consider: words('берут с марта, сейчас заняты', 'free from March, busy now'),
    state: 'reserve',
    answers: [
      ['asks_questions', words('спросили о людях клиента', 'asked about the client’s people')],
      ['technical_lead_talks', words('говорил ведущий разработчик', 'the lead developer talked')],
      ['no_rush_to_sign', words('сами просят подождать', 'ask to wait themselves')],
      ['shows_reports', words('показали годовой отчёт', 'showed a report for a year')],
    ],
  },
];
