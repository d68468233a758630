import type { Words } from '../language.ts';

// Words of the brief for candidates. They say what is, and judge nothing.

export const briefWords = {
  title: { en: 'Brief for candidates', ru: 'Бриф для кандидатов' },
  fileName: { en: 'Brief', ru: 'Бриф' },
  looking: {
    en: 'The client is looking for a contractor who takes over the project and leads it on.',
    ru: 'Клиент ищет подрядчика, который примет проект и будет вести его дальше.',
  },
  /** Stands before the tenure: “We have led it for six years …”. */
  led: { en: 'We have led it for', ru: 'Мы вели его' },
  handOver: {
    en: '; in the month of the handoff we pass on what we know, the accesses and the current tasks.',
    ru: ', за время передачи отдадим знания, доступы и текущие задачи.',
  },
  same: {
    en: 'Every candidate gets the same brief: facts, without prices and opinions.',
    ru: 'Все кандидаты получают один и тот же бриф: факты, без цен и оценок.',
  },
  tenure: { en: 'The project has run for', ru: 'Проект идёт' },
  month: { en: 'Handoff', ru: 'Передача' },
  answerBy: { en: 'Answer by', ru: 'Ответить до' },
  systems: { en: 'Systems', ru: 'Систем' },
  map: { en: 'What the project is', ru: 'Что это за проект' },
  mapLead: {
    en: 'What is live and how it works today.',
    ru: 'Что работает и как устроено сегодня.',
  },
  runsOn: { en: 'What it runs on', ru: 'На чём работает' },
  runsOnLead: {
    en: 'Where passwords lie and who holds them is said to the chosen contractor only.',
    ru: 'Где лежат пароли и у кого они, узнает только выбранный подрядчик.',
  },
  system: { en: 'System or access', ru: 'Система или доступ' },
  now: { en: 'Now with', ru: 'Сейчас у кого' },
  afterwards: { en: 'After the handoff', ru: 'После передачи' },
  roles: { en: 'Who does what today', ru: 'Кто что делает сегодня' },
  role: { en: 'Role', ru: 'Роль' },
  does: { en: 'Does', ru: 'Что делает' },
  leads: { en: 'leads the project', ru: 'ведёт проект' },
  technical: { en: 'knows the technical side', ru: 'знает техническую сторону' },
  staff: { en: 'client’s staff', ru: 'сотрудник клиента' },
  takesPart: { en: 'takes part in the work', ru: 'участвует в работе' },
  goals: { en: 'Goals and figures', ru: 'Цели и показатели' },
  goalsLead: { en: 'Shown with the consent of the client.', ru: 'Показаны с согласия клиента.' },
  goal: { en: 'Goal of the client', ru: 'Цель клиента' },
  horizon: { en: 'looks ahead', ru: 'горизонт' },
  figure: { en: 'Figure', ru: 'Показатель' },
  value: { en: 'Last value', ru: 'Последнее значение' },
  target: { en: 'Target', ru: 'Цель' },
  serves: { en: 'What it serves', ru: 'Для чего' },
  defects: { en: 'Known defects and workarounds', ru: 'Известные дефекты и обходные пути' },
  plan: { en: 'The month of the handoff', ru: 'Месяц передачи' },
  planLead: {
    en: 'Days are counted from the first one. What the new contractor does stands at the right.',
    ru: 'Дни считаем от первого. Справа то, что делает новый подрядчик.',
  },
  week: { en: 'Week', ru: 'Неделя' },
  days: { en: 'days', ru: 'дни' },
  day: { en: 'day', ru: 'день' },
  byItsEnd: { en: 'By its end', ru: 'К её концу' },
  expected: { en: 'Expected of the contractor', ru: 'Что ждём от подрядчика' },
  by: { en: 'by', ru: 'до' },
  questions: { en: 'Six questions', ru: 'Шесть вопросов' },
  questionsLead: {
    en: 'Every candidate is asked the same. A line or two to each is enough.',
    ru: 'Всем кандидатам они одинаковые. На каждый хватит одной-двух строк.',
  },
  answer: { en: 'Whom to answer to', ru: 'Кому отвечать' },
  answersUntil: { en: 'We wait for answers until', ru: 'Ждём ответов до' },
  /** After a whole date at the end of a sentence: «31 января 2027 года». */
  year: { en: '', ru: ' года' },
} as const satisfies Readonly<Record<string, Words>>;

export const sideOfSystem: Readonly<Record<'agency' | 'client' | 'unknown', Words>> = {
  agency: { en: 'the agency', ru: 'у агентства' },
  client: { en: 'the client', ru: 'у клиента' },
  unknown: { en: 'to be clarified', ru: 'уточняется' },
};

export const targetOfSystem: Readonly<Record<string, Words>> = {
  successor: { en: 'goes to the contractor', ru: 'переходит подрядчику' },
  client: { en: 'goes to the client', ru: 'переходит клиенту' },
  stays: { en: 'stays where it is', ru: 'остаётся где есть' },
};

export const horizonOfGoals: Readonly<Record<string, Words>> = {
  half_year: { en: 'half a year', ru: 'полгода' },
  year: { en: 'a year', ru: 'год' },
  years: { en: 'several years', ru: 'несколько лет' },
};

/** Kinds of engagement, as they stand in a sentence. */
export const workWords: Readonly<Record<string, Words>> = {
  project: { en: 'project work', ru: 'проектная работа' },
  retainer: { en: 'continuous development', ru: 'постоянное развитие' },
  support: { en: 'support', ru: 'поддержка' },
  audit: { en: 'audit', ru: 'аудит' },
  consulting: { en: 'consulting', ru: 'консультации' },
};
