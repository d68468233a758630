import type { Words } from '../language.ts';
import type { SuccessorMode } from './plan.ts';

// Words of the handoff document. Names of companies and people never stand where they would have to be declined.

export const documentWords = {
  title: { en: 'Handoff', ru: 'Передача дел' },
  agency: { en: 'Agency', ru: 'Агентство' },
  version: { en: 'version of', ru: 'версия от' },
  start: { en: 'Start', ru: 'Начало' },
  end: { en: 'End', ru: 'Окончание' },
  done: { en: 'Done', ru: 'Сделано' },
  assets: { en: 'Accesses', ru: 'Доступы' },
  of: { en: 'of', ru: 'из' },
  week: { en: 'Week', ru: 'Неделя' },
  people: { en: 'Whom to call', ru: 'Кому звонить' },
  plan: { en: 'The plan for four weeks', ru: 'План на четыре недели' },
  item: { en: 'Item', ru: 'Пункт' },
  who: { en: 'Who', ru: 'Кто' },
  due: { en: 'Due', ru: 'Срок' },
  isDone: { en: 'done', ru: 'сделано' },
  isOpen: { en: 'open', ru: 'открыто' },
  allDone: { en: 'Everything of this week is done.', ru: 'За эту неделю всё сделано.' },
  noItems: { en: 'Nothing is planned for this week.', ru: 'На эту неделю ничего не намечено.' },
  evidence: { en: 'Evidence', ru: 'Подтверждение' },
  confirmedBy: { en: 'Accepted by', ru: 'Приёмка' },
  notNeeded: { en: 'Not needed', ru: 'Не нужно' },
  assetsLead: {
    en: 'There are no passwords in this document: it says where they are kept and who holds them. After the handoff the new owner changes them.',
    ru: 'Паролей в документе нет: указано, где они лежат и кто ими владеет. После передачи пароли меняет новый владелец.',
  },
  assetName: { en: 'What', ru: 'Что' },
  whereKept: { en: 'Where it is kept', ru: 'Где лежит' },
  heldBy: { en: 'Now', ru: 'Сейчас' },
  goesTo: { en: 'Goes to', ru: 'Кому' },
  assetState: { en: 'State', ru: 'Состояние' },
  knowledge: { en: 'What to know about the project', ru: 'Что важно знать о проекте' },
  howItWorks: { en: 'How it works', ru: 'Как устроено' },
  watch: { en: 'What to watch', ru: 'На что смотреть' },
  openQuestions: { en: 'Open questions', ru: 'Незакрытые вопросы' },
  candidates: { en: 'The new contractor', ru: 'Новый подрядчик' },
  candidatesLead: {
    en: 'Companies that fit the project: what speaks for each of them and what to keep in mind. The choice is yours.',
    ru: 'Компании, которые подходят проекту: чем каждая хороша и что учесть. Выбор за вами.',
  },
  /** True only when everybody has answered everything. */
  allAnsweredLead: {
    en: 'We talked to each of them and asked the same six questions about the way they work. The choice is yours.',
    ru: 'Мы поговорили с каждым и задали одни и те же шесть вопросов о подходе. Выбор за вами.',
  },
  candidateName: { en: 'Who', ru: 'Кто' },
  fits: { en: 'They fit because', ru: 'Подходят, потому что' },
  consider: { en: 'Keep in mind', ru: 'Учесть' },
  answers: { en: 'Answers', ru: 'Ответы' },
  disclosure: { en: 'Our interest', ru: 'Наша заинтересованность' },
  questions: { en: 'The six questions', ru: 'Шесть вопросов' },
  reasons: { en: 'Why we part', ru: 'Почему мы расстаёмся' },
  after: { en: 'After the handoff', ru: 'После передачи' },
  acceptance: { en: 'Acceptance', ru: 'Приёмка' },
  acceptanceText: {
    en: 'A signature means that the plan is done, the accesses are handed over or revoked, and both sides know the open questions.',
    ru: 'Подпись значит, что план выполнен, доступы переданы или отозваны, открытые вопросы известны обеим сторонам.',
  },
  date: { en: 'date', ru: 'дата' },
  leads: { en: 'leads the handoff until', ru: 'ведёт передачу до' },
  thenAnswers: { en: 'then answers questions until', ru: 'затем отвечает на вопросы до' },
  holds: { en: 'accesses', ru: 'доступы' },
  takesPart: { en: 'takes part in the handoff', ru: 'участвует в передаче' },
  candidateOnCover: { en: 'possible successor', ru: 'кандидат в преемники' },
  successorOnCover: { en: 'successor', ru: 'преемник' },
  decisionBy: { en: 'decision by', ru: 'решение до' },
  decides: { en: 'decides', ru: 'принимает решения' },
  setsTasks: { en: 'sets tasks', ru: 'ставит задачи' },
  acceptsResults: { en: 'accepts results', ru: 'принимает результат' },
  pays: { en: 'pays', ru: 'оплачивает' },
  successorSide: { en: 'Successor', ru: 'Преемник' },
} as const satisfies Readonly<Record<string, Words>>;

export const roleWords: Readonly<Record<string, Words>> = {
  owner: { en: 'owner', ru: 'собственник' },
  marketing: { en: 'marketing', ru: 'маркетинг' },
  project_manager: { en: 'project manager', ru: 'руководитель проекта' },
  cto: { en: 'technical director', ru: 'технический директор' },
  finance: { en: 'finance', ru: 'финансы' },
  it: { en: 'IT', ru: 'ИТ' },
};

export const assetTargetWords: Readonly<Record<string, Words>> = {
  successor: { en: 'successor', ru: 'преемник' },
  stays: { en: 'stays', ru: 'остаётся' },
};

/** With a day after it where there is one: «передан 18 ноября». */
export const assetStateWords: Readonly<Record<string, Words>> = {
  not_started: { en: 'not started', ru: 'не начат' },
  waiting_for_client: { en: 'waiting for the client', ru: 'ждём клиента' },
  transferring: { en: 'handing over', ru: 'передаём' },
  transferred: { en: 'handed over', ru: 'передан' },
  revoked: { en: 'our access revoked', ru: 'наш доступ отозван' },
  verified: { en: 'checked', ru: 'проверено' },
};

const copyBesideTheClients: Words = {
  en: 'A copy for the partners, with evidence and remarks. The client gets a version of its own.',
  ru: 'Копия для партнёров: с подтверждениями и пометками. Клиент получает свою версию.',
};

export const standardLetters = {
  /** Stands before the tenure: “We worked together for six years.” */
  worked: { en: 'We worked together for', ru: 'Мы работали вместе' },
  led: { en: 'We led this project for', ru: 'Мы вели этот проект' },
  content: {
    en: 'This document says what is done, what is left and who answers for what.',
    ru: 'Здесь записано, что уже сделано, что осталось и кто за что отвечает.',
  },
  toSuccessor: {
    en: 'Within a month we hand over to you what we know, the accesses and the current tasks. This document says how things work, what is done, what is left and who answers for what.',
    ru: 'За месяц передаём вам знания, доступы и текущие задачи. Здесь записано, как всё устроено, что уже сделано, что осталось и кто за что отвечает.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const letterToAgency: Readonly<Record<SuccessorMode, Words>> = {
  contractor: {
    en: 'A copy for the partners, with evidence and remarks. The client and the new contractor get versions of their own.',
    ru: 'Копия для партнёров: с подтверждениями и пометками. Клиент и новый подрядчик получают свои версии.',
  },
  in_house: copyBesideTheClients,
  freeze: copyBesideTheClients,
};

export const letterToClient: Readonly<Record<SuccessorMode, Words>> = {
  contractor: {
    en: 'So that the project does not feel us leave, within a month we hand over what we know, the accesses and the current tasks to you and the new contractor.',
    ru: 'Чтобы проект не почувствовал нашего ухода, за месяц передаём знания, доступы и текущие задачи вам и новому подрядчику.',
  },
  in_house: {
    en: 'So that the project does not feel us leave, within a month we hand over what we know, the accesses and the current tasks to your team.',
    ru: 'Чтобы проект не почувствовал нашего ухода, за месяц передаём знания, доступы и текущие задачи вашей команде.',
  },
  freeze: {
    en: 'So that you can come back to the project at any time, within a month we hand over to you what we know, the accesses and the current tasks.',
    ru: 'Чтобы к проекту можно было вернуться в любой день, за месяц передаём вам знания, доступы и текущие задачи.',
  },
};

/** Follows “Until January 31, 2027”. */
export const afterWords: Readonly<Record<SuccessorMode, Words>> = {
  contractor: {
    en: 'we answer the questions of the new contractor, usually on the same day.',
    ru: 'отвечаем на вопросы нового подрядчика, обычно в тот же день.',
  },
  in_house: {
    en: 'we answer the questions of your team, usually on the same day.',
    ru: 'отвечаем на вопросы вашей команды, обычно в тот же день.',
  },
  freeze: {
    en: 'we answer your questions, usually on the same day.',
    ru: 'отвечаем на ваши вопросы, обычно в тот же день.',
  },
};

export const afterRest = {
  until: { en: 'Until', ru: 'До' },
  /** After the year: «31 января 2027 года». */
  year: { en: '', ru: ' года' },
  documents: { en: 'We keep the source documents for a year.', ru: 'Исходные документы храним год.' },
  comeBack: {
    en: 'If you wish to talk about growing the project again, we are near.',
    ru: 'Если захотите вернуться к разговору о развитии проекта, мы рядом.',
  },
  successor: {
    en: 'we answer your questions, usually on the same day.',
    ru: 'отвечаем на ваши вопросы, обычно в тот же день.',
  },
} as const satisfies Readonly<Record<string, Words>>;
