import type { Words } from '../language.ts';

/** What a client may have or be; an item of a handoff may be for such clients only. */
export const handoffConditions = [
  'domain',
  'hosting',
  'bitrix',
  'exchange',
  'payments',
  'ads',
  'renewals',
  'decisions',
  'figures',
  'contract',
  'chosen',
] as const;
export type HandoffCondition = (typeof handoffConditions)[number];

/** Kinds of project: a client may have several at once. */
export const projectKinds = ['shop', 'site', 'app', 'promotion'] as const;
export type ProjectKind = (typeof projectKinds)[number];

export const projectKindNames = {
  shop: { en: 'Online shop', ru: 'Интернет-магазин' },
  site: { en: 'Site', ru: 'Сайт' },
  app: { en: 'App or service', ru: 'Приложение или сервис' },
  promotion: { en: 'Advertising and analytics', ru: 'Реклама и аналитика' },
} as const satisfies Readonly<Record<ProjectKind, Words>>;

export interface ConditionFacts {
  /** “if there is hosting”. */
  readonly label: Words;
  /** Kinds of project that usually have it. */
  readonly kinds: readonly ProjectKind[];
  /** Beginnings of words by which the name of an access says that the client has it; lower case, е for ё. */
  readonly words: readonly string[];
}

export const conditionFacts = {
  domain: {
    label: { en: 'if there is a domain', ru: 'если есть домен' },
    kinds: ['shop', 'site', 'app'],
    words: ['домен', 'dns', 'днс', 'domain', 'регистратор', 'registrar'],
  },
  hosting: {
    label: { en: 'if there is hosting', ru: 'если есть хостинг' },
    kinds: ['shop', 'site', 'app'],
    words: ['хостинг', 'сервер', 'облак', 'vps', 'vds', 'hosting', 'server', 'cloud'],
  },
  bitrix: {
    label: { en: 'if there is 1C-Bitrix', ru: 'если есть 1С-Битрикс' },
    kinds: [],
    words: ['битрикс', 'bitrix'],
  },
  exchange: {
    label: { en: 'if there is an exchange with 1C', ru: 'если есть обмен с 1С' },
    kinds: ['shop'],
    words: ['1с', '1c', 'erp', 'мойсклад'],
  },
  payments: {
    label: { en: 'if there are payments or deliveries', ru: 'если есть оплата или доставка' },
    kinds: ['shop'],
    words: [
      'оплат',
      'платеж',
      'эквайринг',
      'касс',
      'офд',
      'доставк',
      'смс',
      'crm',
      'срм',
      'payment',
      'acquiring',
      'fiscal',
      'deliver',
      'sms',
      'stripe',
      'paypal',
      'юkassa',
      'юкасса',
    ],
  },
  ads: {
    label: { en: 'if there are ads', ru: 'если есть реклама' },
    kinds: ['shop', 'promotion'],
    words: [
      'реклам',
      'директ',
      'вебмастер',
      'фид',
      'маркетплейс',
      'озон',
      'ozon',
      'wildberries',
      'ads',
      'adwords',
      'advert',
      'webmaster',
      'feed',
      'marketplace',
      'merchant',
    ],
  },
  renewals: {
    label: { en: 'if something is renewed for money', ru: 'если есть платные продления' },
    kinds: [],
    words: [],
  },
  decisions: {
    label: { en: 'if decisions are written down', ru: 'если записаны решения' },
    kinds: [],
    words: [],
  },
  figures: {
    label: { en: 'if there are figures and reports', ru: 'если есть показатели и отчёты' },
    kinds: ['promotion'],
    words: [],
  },
  contract: {
    label: { en: 'if the contract goes on', ru: 'если договор ещё действует' },
    kinds: [],
    words: [],
  },
  chosen: {
    label: { en: 'when it is ticked', ru: 'когда отмечен' },
    kinds: [],
    words: [],
  },
} as const satisfies Readonly<Record<HandoffCondition, ConditionFacts>>;

export function isHandoffCondition(value: unknown): value is HandoffCondition {
  return handoffConditions.some((condition) => condition === value);
}
