import type { Words } from '../language.ts';
import type { BoardStage } from '../stage.ts';

export interface PlaybookLine {
  readonly code: string;
  readonly kind: 'do' | 'ask' | 'check' | 'exit';
  readonly label: Words;
}

export const playbooks = {
  acquaintance: [
    {
      code: 'ACQ-1',
      kind: 'do',
      label: {
        en: 'Record the first impression today; it will be shown again after the trial',
        ru: 'Записать первое впечатление сегодня; оно покажется снова после теста',
      },
    },
    {
      code: 'ACQ-2',
      kind: 'do',
      label: {
        en: 'Find the right contact: who decides, sets tasks, accepts, pays',
        ru: 'Найти правильный контакт: кто решает, ставит задачи, принимает, платит',
      },
    },
    {
      code: 'ACQ-3',
      kind: 'ask',
      label: {
        en: 'Does the owner do everything himself? If yes — decline or consulting only',
        ru: 'Собственник всем занимается сам? Если да\u00a0— отказ или только консультации',
      },
    },
    {
      code: 'ACQ-4',
      kind: 'ask',
      label: {
        en: 'Run the intro questions and give our own answers first',
        ru: 'Пройти вопросы знакомства и сначала ответить самим',
      },
    },
    {
      code: 'ACQ-5',
      kind: 'do',
      label: {
        en: 'Run the brief, clarify as much detail as possible',
        ru: 'Провести бриф, уточнить как можно больше деталей',
      },
    },
    {
      code: 'ACQ-6',
      kind: 'ask',
      label: {
        en: 'Goal and horizon of each side: do they match?',
        ru: 'Цель и горизонт каждой стороны: совпадают?',
      },
    },
    {
      code: 'ACQ-7',
      kind: 'do',
      label: {
        en: 'Offer small trial tasks: “let us work in test mode and see”',
        ru: 'Предложить небольшие задачи: «поработаем в тестовом режиме, посмотрим, как пойдёт»',
      },
    },
    {
      code: 'ACQ-8',
      kind: 'exit',
      label: {
        en: "Two verdicts: the client's and ours; if “not now”, set a revisit date",
        ru: 'Два вердикта: клиента и наш; если «не сейчас»\u00a0— дата возврата',
      },
    },
  ],
  honeymoon: [
    {
      code: 'HON-1',
      kind: 'do',
      label: {
        en: 'Mini-audit: business processes, product range, technical means, best-margin products, total profit',
        ru: 'Мини-аудит: бизнес-процессы, ассортимент, технические возможности, самые маржинальные продукты, общая прибыль',
      },
    },
    {
      code: 'HON-2',
      kind: 'do',
      label: {
        en: 'Name the first lever: what to redo first to raise profit quickly',
        ru: 'Назвать первый рычаг: что переделать в первую очередь, чтобы быстро увеличить прибыль',
      },
    },
    {
      code: 'HON-3',
      kind: 'ask',
      label: {
        en: 'Behind the small tasks: is there a global problem? Was it told to the client?',
        ru: 'За мелкими задачами\u00a0— глобальная проблема? Сказали ли о ней клиенту?',
      },
    },
    {
      code: 'HON-4',
      kind: 'do',
      label: {
        en: 'Write to the client at once about every limit, with ways out',
        ru: 'Сразу честно писать о каждом ограничении и предлагать решения',
      },
    },
    {
      code: 'HON-5',
      kind: 'do',
      label: {
        en: 'Name a technical person on our side; check his load',
        ru: 'Назначить технически подкованного человека; проверить его загрузку',
      },
    },
    {
      code: 'HON-6',
      kind: 'do',
      label: {
        en: 'Agree: weekly meeting, answer within a day, monthly report, quarterly review',
        ru: 'Договориться: еженедельная встреча, ответ в течение дня, отчёт раз в месяц, итоги квартала',
      },
    },
    {
      code: 'HON-7',
      kind: 'do',
      label: {
        en: 'Start the dossier: systems, owners of accounts, unwritten agreements',
        ru: 'Начать досье: системы, владельцы аккаунтов, неписаные договорённости',
      },
    },
    {
      code: 'HON-8',
      kind: 'check',
      label: {
        en: 'Five red flags self-check: slow, no questions, canned, non-technical, in a rush',
        ru: 'Самопроверка по пяти флагам: медленно, без вопросов, шаблонно, нетехнично, спешка',
      },
    },
    {
      code: 'HON-9',
      kind: 'exit',
      label: {
        en: 'Plan for the quarter agreed; KPIs with targets tied to business goals',
        ru: 'План на квартал согласован; KPI с целями привязаны к целям бизнеса',
      },
    },
  ],
  stable: [
    {
      code: 'STA-1',
      kind: 'check',
      label: {
        en: 'Report sent this month; interim results can be shown today',
        ru: 'Отчёт за месяц отправлен; промежуточный результат можно показать сегодня',
      },
    },
    {
      code: 'STA-2',
      kind: 'check',
      label: {
        en: 'Who initiated the last three meetings? At least one should be us',
        ru: 'Кто инициировал три последние встречи? Хотя бы одну\u00a0— мы',
      },
    },
    {
      code: 'STA-3',
      kind: 'do',
      label: {
        en: "Join the client's annual planning: date, person, our draft",
        ru: 'Войти в годовое планирование клиента: дата, человек, наш черновик',
      },
    },
    {
      code: 'STA-4',
      kind: 'do',
      label: {
        en: 'Talk to each department once a quarter (marketing, IT, logistics)',
        ru: 'Раз в квартал поговорить с каждым отделом (маркетинг, ИТ, логистика)',
      },
    },
    {
      code: 'STA-5',
      kind: 'ask',
      label: {
        en: 'Budget will not grow mid-year: what can be made cheaper?',
        ru: 'Бюджет в середине года не вырастет: что можно удешевить?',
      },
    },
    {
      code: 'STA-6',
      kind: 'do',
      label: {
        en: 'Out-of-plan task: find an MVP before any “no”',
        ru: 'Задача вне плана: найти MVP до любого «нет»',
      },
    },
    {
      code: 'STA-7',
      kind: 'check',
      label: {
        en: 'KPI review: do our KPIs still serve the business goals?',
        ru: 'Сверка KPI: служат ли они ещё целям бизнеса?',
      },
    },
    {
      code: 'STA-8',
      kind: 'do',
      label: {
        en: 'At least one idea beyond the contract each quarter',
        ru: 'Хотя бы одна идея за рамками договора в квартал',
      },
    },
    {
      code: 'STA-9',
      kind: 'exit',
      label: {
        en: 'Plateau hint on? Talk before moving to stagnation',
        ru: 'Сработала подсказка «плато»? Сначала разговор, потом перенос',
      },
    },
  ],
  stagnation: [
    {
      code: 'FAD-1',
      kind: 'ask',
      label: {
        en: "Check the client's intentions: is there a development plan for the year?",
        ru: 'Сверить намерения клиента: есть ли план развития на год?',
      },
    },
    {
      code: 'FAD-2',
      kind: 'ask',
      label: {
        en: 'Who outgrew whom? Expertise, challenges, size — in facts',
        ru: 'Кто кого перерос? Экспертиза, задачи, масштаб\u00a0— фактами',
      },
    },
    {
      code: 'FAD-3',
      kind: 'check',
      label: {
        en: 'Has communication dropped? Compare with the first quarter',
        ru: 'Стало ли меньше общения? Сравнить с первым кварталом',
      },
    },
    {
      code: 'FAD-4',
      kind: 'check',
      label: {
        en: 'Team energy on this project, 1–5, by each person',
        ru: 'Энергия команды на проекте, 1–5, у каждого',
      },
    },
    {
      code: 'FAD-5',
      kind: 'do',
      label: {
        en: 'Bring one insight and one bold proposal to a meeting with a decision-maker',
        ru: 'Принести один инсайт и одно смелое предложение тому, кто решает',
      },
    },
    {
      code: 'FAD-6',
      kind: 'do',
      label: {
        en: 'List missed growth opportunities and their price',
        ru: 'Список упущенных возможностей роста и их цена',
      },
    },
    {
      code: 'FAD-7',
      kind: 'do',
      label: {
        en: 'Set the decision date (default +60 days): revive or part',
        ru: 'Назначить дату решения (по умолчанию +60 дней): оживлять или расходиться',
      },
    },
    {
      code: 'FAD-8',
      kind: 'exit',
      label: {
        en: 'Revive → reanimation; part → hand-over plan for a month',
        ru: 'Оживляем → реанимация; расходимся → план передачи на месяц',
      },
    },
  ],
  reanimation: [
    {
      code: 'REV-1',
      kind: 'do',
      label: {
        en: 'Sit down and discuss the situation together; write who brings what',
        ru: 'Сесть и обсудить ситуацию вместе; записать, кто что приносит',
      },
    },
    {
      code: 'REV-2',
      kind: 'do',
      label: {
        en: 'From quarterly reports: one observation → one idea → one test',
        ru: 'Из квартальных отчётов: одно наблюдение → одна идея → одна проверка',
      },
    },
    {
      code: 'REV-3',
      kind: 'ask',
      label: {
        en: 'What new direction does the client start? What competence do we add?',
        ru: 'Какое новое направление запускает клиент? Какую компетенцию добавляем мы?',
      },
    },
    {
      code: 'REV-4',
      kind: 'check',
      label: {
        en: 'Do not ask for a bigger budget now',
        ru: 'Не просить сейчас увеличить бюджет',
      },
    },
    {
      code: 'REV-5',
      kind: 'do',
      label: {
        en: 'A new first lever with a KPI and a date',
        ru: 'Новый первый рычаг с KPI и датой',
      },
    },
    {
      code: 'REV-6',
      kind: 'check',
      label: {
        en: 'Attempts so far (at most 2) and the deadline',
        ru: 'Сколько попыток было (не больше 2) и крайний срок',
      },
    },
    {
      code: 'REV-7',
      kind: 'exit',
      label: {
        en: 'Spark is back → honeymoon; not → hand-over plan',
        ru: 'Искра вернулась → активная работа; нет → план передачи',
      },
    },
  ],
  handoff: [
    {
      code: 'HND-1',
      kind: 'do',
      label: {
        en: 'Choose the last day; the plan is built from day 0 to day 30',
        ru: 'Выбрать последний день; план строится от дня 0 до дня 30',
      },
    },
    {
      code: 'HND-2',
      kind: 'check',
      label: {
        en: 'Weekly: overdue items, blocked items, what waits for whom',
        ru: 'Еженедельно: просрочено, заблокировано, кто кого ждёт',
      },
    },
    {
      code: 'HND-3',
      kind: 'check',
      label: {
        en: 'Nothing secret is written anywhere in the plan',
        ru: 'В плане нигде нет секретов',
      },
    },
    {
      code: 'HND-4',
      kind: 'ask',
      label: {
        en: 'Is the client alone with any task? If yes, name who helps',
        ru: 'Остался ли клиент с какой-то задачей один на один? Если да\u00a0— кто поможет',
      },
    },
    {
      code: 'HND-5',
      kind: 'do',
      label: {
        en: 'Keep the tone: we help to find a new contractor',
        ru: 'Держать тон: мы помогаем найти нового подрядчика',
      },
    },
    {
      code: 'HND-6',
      kind: 'exit',
      label: {
        en: 'All mandatory items have evidence; document issued; client confirmed',
        ru: 'У всех обязательных пунктов есть подтверждение; документ выпущен; клиент подтвердил',
      },
    },
  ],
} as const satisfies Readonly<Record<BoardStage | 'handoff', readonly PlaybookLine[]>>;
