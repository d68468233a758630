import type {
  assetStates,
  assetTargets,
  candidateQuestions,
  candidateStates,
} from '../../../shared/contract/handoff.ts';
import type { Words } from '../../../shared/language.ts';
import { words } from './sample-client.ts';

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
    whereKept: words('роль «подрядчик»', 'role “contractor”'),
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
    day: null,
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
  readonly load: Words;
  readonly contact?: Words;
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
    load: words('двое через две недели', 'two people in a fortnight'),
    contact: words('Илья, ilya@depo.example', 'Ilya, ilya@depot.example'),
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
    load: words('команда из четырёх, готовы сразу', 'a team of four, ready at once'),
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
    consider: words('берут через три месяца, сейчас заняты', 'free in three months, busy now'),
    load: words('заняты ещё три месяца', 'busy for three more months'),
    state: 'reserve',
    answers: [
      ['asks_questions', words('спросили о людях клиента', 'asked about the client’s people')],
      ['technical_lead_talks', words('говорил ведущий разработчик', 'the lead developer talked')],
      ['no_rush_to_sign', words('сами просят подождать', 'ask to wait themselves')],
      ['shows_reports', words('показали годовой отчёт', 'showed a report for a year')],
    ],
  },
];
