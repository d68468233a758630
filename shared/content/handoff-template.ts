import type { Words } from '../language.ts';
import { handoffItems, type HandoffTemplateItem } from './handoff-items.ts';

export interface HandoffTemplate {
  readonly name: Words;
  /** Length of the handoff: it runs from day 0 to this day. */
  readonly days: number;
  readonly sections: readonly { readonly code: string; readonly label: Words }[];
  readonly items: readonly HandoffTemplateItem[];
  /** What must never be written into a plan or a document. */
  readonly never: readonly Words[];
}

export const handoffTemplate = {
  name: { en: 'A month with everything', ru: 'Месяц со всем нужным' },
  days: 30,
  sections: [
    {
      code: 'A',
      label: {
        en: 'Decision and announcement',
        ru: 'Решение и объявление',
      },
    },
    {
      code: 'B',
      label: {
        en: 'Inventory',
        ru: 'Опись',
      },
    },
    {
      code: 'C',
      label: {
        en: 'New contractor',
        ru: 'Новый подрядчик',
      },
    },
    {
      code: 'D',
      label: {
        en: 'Ownership and access',
        ru: 'Владение и доступы',
      },
    },
    {
      code: 'E',
      label: {
        en: 'Code and environments',
        ru: 'Код и окружения',
      },
    },
    {
      code: 'F',
      label: {
        en: 'Integrations and data',
        ru: 'Интеграции и данные',
      },
    },
    {
      code: 'G',
      label: {
        en: 'Knowledge and documents',
        ru: 'Знания и документы',
      },
    },
    {
      code: 'H',
      label: {
        en: 'Open work',
        ru: 'Незавершённые работы',
      },
    },
    {
      code: 'I',
      label: {
        en: 'Transfer sessions and proof',
        ru: 'Сессии передачи и проверка',
      },
    },
    {
      code: 'J',
      label: {
        en: 'Money and legal',
        ru: 'Деньги и право',
      },
    },
    {
      code: 'K',
      label: {
        en: 'Closing and after-care',
        ru: 'Закрытие и после него',
      },
    },
  ],
  items: handoffItems,
  never: [
    {
      en: 'Passwords, PINs, answers to secret questions',
      ru: 'Пароли, пин-коды, ответы на секретные вопросы',
    },
    {
      en: 'API keys, tokens, JWT, OAuth client secrets, webhook secrets',
      ru: 'API-ключи, токены, JWT, секреты OAuth и вебхуков',
    },
    {
      en: 'Private SSH/TLS keys, .pfx, .env contents',
      ru: 'Закрытые ключи SSH/TLS, .pfx, содержимое .env',
    },
    {
      en: '2FA seeds and recovery codes',
      ru: 'Коды и ключи восстановления двухфакторной защиты',
    },
    {
      en: 'Domain AuthInfo / EPP codes',
      ru: 'Коды AuthInfo / EPP домена',
    },
    {
      en: 'Full licence keys',
      ru: 'Лицензионные ключи целиком',
    },
    {
      en: 'Bank cards, payment gateway passwords',
      ru: 'Банковские карты, пароли платёжных шлюзов',
    },
    {
      en: 'Personal data of shoppers; base dumps in attachments',
      ru: 'Персональные данные покупателей; дампы базы во вложениях',
    },
    {
      en: 'Names, prices and data of our other clients',
      ru: 'Имена, цены и данные других наших клиентов',
    },
    {
      en: 'Our internal rates, margins, health score, red flags, opinions of people',
      ru: 'Наши внутренние ставки, маржа, балл отношений, красные флаги, мнения о людях',
    },
  ],
} as const satisfies HandoffTemplate;
