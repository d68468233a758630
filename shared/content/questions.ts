import type { Words } from '../language.ts';

export interface Question {
  readonly code: string;
  readonly label: Words;
}

/** `intro`: what a client asks us, to be answered by us first. `brief`: what we ask the client. */
export const questions = {
  intro: [
    {
      code: 'I1',
      label: {
        en: 'What do you want from this relationship, and for how long? Is a half-year project enough for you?',
        ru: 'Какова ваша цель в нашем сотрудничестве и на какой срок вы рассчитываете? Вас устроит проект на полгода?',
      },
    },
    {
      code: 'I2',
      label: {
        en: 'How long do your clients stay with you on average, and why did the last two leave?',
        ru: 'Сколько в среднем клиенты работают с вами и почему ушли два последних?',
      },
    },
    {
      code: 'I3',
      label: {
        en: 'Who exactly will talk to us every week, and how technical is that person?',
        ru: 'Кто именно будет общаться с нами каждую неделю и насколько он разбирается в технике?',
      },
    },
    {
      code: 'I4',
      label: {
        en: 'How many other projects does that person lead now?',
        ru: 'Сколько ещё проектов сейчас ведёт этот человек?',
      },
    },
    {
      code: 'I5',
      label: {
        en: 'How fast do you answer on a working day, and what do we do if you do not?',
        ru: 'Как быстро вы отвечаете в рабочий день и что нам делать, если ответа нет?',
      },
    },
    {
      code: 'I6',
      label: {
        en: 'What small task could we start with to check each other, and how will we both know it went well?',
        ru: 'С какой небольшой задачи начать, чтобы проверить друг друга, и как обе стороны поймут, что всё получилось?',
      },
    },
    {
      code: 'I7',
      label: {
        en: 'What do you ask and check before you name a price?',
        ru: 'Что вы спрашиваете и проверяете, прежде чем назвать цену?',
      },
    },
    {
      code: 'I8',
      label: {
        en: 'What do you do when we bring a task that is not in the plan or in the budget?',
        ru: 'Что вы делаете, когда мы приносим задачу не из плана или не из бюджета?',
      },
    },
    {
      code: 'I9',
      label: {
        en: 'What reports do we get, how often, and can we see interim results at any moment?',
        ru: 'Какие отчёты мы получаем, как часто и можно ли в любой момент увидеть промежуточный результат?',
      },
    },
    {
      code: 'I10',
      label: {
        en: 'If we part one day, what will you hand over, to whom and in what time?',
        ru: 'Если однажды мы расстанемся, что, кому и за какой срок вы передадите?',
      },
    },
  ],
  brief: [
    {
      code: 'B1',
      label: {
        en: 'Which business problem should become smaller in three months, and how will you notice it?',
        ru: 'Какая проблема бизнеса должна стать меньше через три месяца и по чему вы это заметите?',
      },
    },
    {
      code: 'B2',
      label: {
        en: 'Who decides, who sets tasks, who accepts the work and who pays? Who must not be surprised?',
        ru: 'Кто принимает решение, кто ставит задачи, кто принимает работу и кто платит? Для кого не должно быть сюрпризов?',
      },
    },
    {
      code: 'B3',
      label: {
        en: 'Walk us through one order from click to return: where does it wait, where is it handled by hand?',
        ru: 'Проведите нас по одному заказу от клика до возврата: где он ждёт, где его двигают руками?',
      },
    },
    {
      code: 'B4',
      label: {
        en: 'What categories do you sell, how are items sorted, and which products earn the most margin?',
        ru: 'Какие категории вы продаёте, как сортируются позиции и какие товары самые маржинальные?',
      },
    },
    {
      code: 'B5',
      label: {
        en: 'What does the online channel bring in the total profit, and what may it bring in a year?',
        ru: 'Какую долю общей прибыли даёт онлайн и какую должен давать через год?',
      },
    },
    {
      code: 'B6',
      label: {
        en: 'What systems are connected (1C, warehouse, delivery, payment, CRM, marketplaces) and which of them breaks?',
        ru: 'Какие системы связаны (1С, склад, доставка, оплата, CRM, маркетплейсы) и какая из них ломается?',
      },
    },
    {
      code: 'B7',
      label: {
        en: 'What was tried before, by whom, and why did it stop?',
        ru: 'Что уже пробовали, кто делал и почему остановились?',
      },
    },
    {
      code: 'B8',
      label: {
        en: 'What is the yearly plan and the budget rhythm: when can money be added, when can it not?',
        ru: 'Как устроены годовой план и бюджет: когда можно добавить деньги, а когда нельзя?',
      },
    },
    {
      code: 'B9',
      label: {
        en: 'How do documents and payments go through (tender, prepayment, closing acts)?',
        ru: 'Как проходят документы и оплата (закупка, предоплата, закрывающие акты)?',
      },
    },
    {
      code: 'B10',
      label: {
        en: 'Whose name is on the domain, hosting, licences, analytics and advertising accounts today?',
        ru: 'На кого сегодня оформлены домен, хостинг, лицензии, аналитика и рекламные кабинеты?',
      },
    },
  ],
} as const satisfies Readonly<Record<'intro' | 'brief', readonly Question[]>>;
