import type { Words } from '../language.ts';
import type { BoardStage } from '../stage.ts';

export interface Practice {
  readonly code: string;
  readonly stage: BoardStage | 'all';
  readonly label: Words;
}

/**
 * Sayings of the trade that the signals, playbooks and health lines rest on. Which line follows which saying belongs to
 * the design and is not kept here.
 */
export const practices = [
  {
    code: 'P01',
    stage: 'all',
    label: {
      en: 'both partners must work on themselves and change',
      ru: 'важно, чтобы оба партнёра работали над собой и менялись',
    },
  },
  {
    code: 'P02',
    stage: 'all',
    label: {
      en: 'five periods of a relationship',
      ru: 'Знакомство … Конфетно-букетный период … Стабильные отношения … Спад интереса и разрыв … Реанимация отношений',
    },
  },
  {
    code: 'P03',
    stage: 'all',
    label: {
      en: 'the goal of the partnership matters a lot',
      ru: 'большую роль играет цель партнёрства',
    },
  },
  {
    code: 'P04',
    stage: 'all',
    label: {
      en: 'on average we work together four years; one client, seven',
      ru: 'В среднем сотрудничаем по четыре года. Есть клиент, с которым проработали семь лет',
    },
  },
  {
    code: 'P05',
    stage: 'all',
    label: {
      en: 'three reasons clients come: expertise, spare hands, support',
      ru: 'не хватает компетенции … помогаем разобраться в проблеме с нуля / не хотят нагружать внутреннюю команду / работаем как техническая поддержка',
    },
  },
  {
    code: 'P06',
    stage: 'all',
    label: {
      en: 'somebody has to set tasks and check results',
      ru: 'специалисту кто-то должен ставить задачи, проверять результат',
    },
  },
  {
    code: 'P07',
    stage: 'all',
    label: {
      en: 'hiring in-house works only with a big team and tuned processes',
      ru: 'Наём в штат сработает, если у компании уже есть огромная команда, отлажены технические процессы',
    },
  },
  {
    code: 'P08',
    stage: 'all',
    label: {
      en: 'the company need not change contractors and onboard them from zero',
      ru: 'компании не нужно постоянно менять подрядчиков и с нуля вводить их в проект',
    },
  },
  {
    code: 'P10',
    stage: 'acquaintance',
    label: {
      en: 'both sides try to please and show their best side',
      ru: 'стараются друг другу понравиться и показывают себя с лучшей стороны',
    },
  },
  {
    code: 'P11',
    stage: 'acquaintance',
    label: {
      en: 'the right contact has to be found',
      ru: 'нужно найти правильный контакт',
    },
  },
  {
    code: 'P12',
    stage: 'acquaintance',
    label: {
      en: 'questions to ask an outsourcer at the first meeting',
      ru: 'Вот какие вопросы стоит задать аутсорсеру при первом знакомстве',
    },
  },
  {
    code: 'P13',
    stage: 'acquaintance',
    label: {
      en: 'easier to decline at once if there is no common ground',
      ru: 'будет легче сразу отказаться от работы, если не получится найти точки соприкосновения',
    },
  },
  {
    code: 'P14',
    stage: 'acquaintance',
    label: {
      en: 'small trial tasks to check each other',
      ru: 'делегировать нам небольшие задачи, чтобы проверить друг друга … «Давайте поработаем в тестовом режиме, посмотрим, как пойдёт»',
    },
  },
  {
    code: 'P15',
    stage: 'acquaintance',
    label: {
      en: 'the client decides whether we suit; we see whether we can help',
      ru: 'клиент решает, подходим мы ему или нет. А мы понимаем, сможем ли помочь компании',
    },
  },
  {
    code: 'P16',
    stage: 'acquaintance',
    label: {
      en: 'maybe development will not solve the business problem at this point',
      ru: 'Возможно, на этом этапе развития разработка … не решит проблемы бизнеса',
    },
  },
  {
    code: 'P17',
    stage: 'acquaintance',
    label: {
      en: '“you overcomplicate, you ask too many questions” — and that is fine',
      ru: '«Ребята, вы слишком усложняете, слишком много вопросов задаёте». И это нормально',
    },
  },
  {
    code: 'P18',
    stage: 'acquaintance',
    label: {
      en: 'we work with the team, not the owner: marketers, PMs, CTOs',
      ru: 'работаем не с владельцем, а с его командой\u00a0— маркетологами, проджект-менеджерами, техдирами',
    },
  },
  {
    code: 'P19',
    stage: 'acquaintance',
    label: {
      en: 'if the owner does everything himself we decline',
      ru: 'Если видим, что собственник всем занимается сам, отказываем',
    },
  },
  {
    code: 'P20',
    stage: 'acquaintance',
    label: {
      en: 'then only consultations are possible',
      ru: 'В этом случае возможно сотрудничество только в рамках консультаций',
    },
  },
  {
    code: 'P21',
    stage: 'acquaintance',
    label: {
      en: 'small business is not our audience',
      ru: 'маленький бизнес\u00a0— это не наша целевая аудитория',
    },
  },
  {
    code: 'P22',
    stage: 'acquaintance',
    label: {
      en: 'in first briefings we clarify as much as possible',
      ru: 'Во время первых брифов мы стараемся уточнить как можно больше деталей',
    },
  },
  {
    code: 'P30',
    stage: 'honeymoon',
    label: {
      en: 'sides discuss plans and outline the next steps',
      ru: 'стороны обсуждают планы и намечают, что будут делать дальше',
    },
  },
  {
    code: 'P31',
    stage: 'honeymoon',
    label: {
      en: 'integrating a new contractor is hard; the team is immersed from zero each time',
      ru: 'интеграция нового подрядчика\u00a0— сложный процесс. Каждый раз нужно с нуля погружать команду',
    },
  },
  {
    code: 'P32',
    stage: 'honeymoon',
    label: {
      en: 'clear up intentions at the start; he may want a half-year project',
      ru: 'Лучше выяснять намерения подрядчика ещё на старте … ищет временный проект на полгода',
    },
  },
  {
    code: 'P33',
    stage: 'honeymoon',
    label: {
      en: 'deep scoring and mini-audit: processes, range, technical means, best-margin products, total profit',
      ru: 'проводим глубокий скоринг и делаем мини-аудит: … о бизнес-процессах, ассортименте, технических возможностях, самых маржинальных продуктах, общей прибыли',
    },
  },
  {
    code: 'P34',
    stage: 'honeymoon',
    label: {
      en: 'decide what to redo first to raise profit fast',
      ru: 'определяем, что нужно переделать в онлайн-магазине в первую очередь, чтобы быстро увеличить прибыль',
    },
  },
  {
    code: 'P35',
    stage: 'honeymoon',
    label: {
      en: 'hired for 1–2 small tasks, then we found the global problem',
      ru: 'наняли на решения одной-двух мелких задач, а потом мы вникли и нашли глобальную проблему',
    },
  },
  {
    code: 'P36',
    stage: 'honeymoon',
    label: {
      en: 'we write to the client at once about limits and offer ways out',
      ru: 'сразу честно пишем клиенту о проблеме и предлагаем способы решения',
    },
  },
  {
    code: 'P40',
    stage: 'stable',
    label: {
      en: 'stability is healthy when reports are shown, meetings initiated, control is easy',
      ru: 'Стабильность здоровая, если подрядчик показывает отчёты, инициирует встречи и вам легко контролировать процесс',
    },
  },
  {
    code: 'P41',
    stage: 'stable',
    label: {
      en: 'interim results can be asked for at any moment',
      ru: 'Можно в любой момент запросить промежуточные результаты, и аутсорсер покажет их без проблем',
    },
  },
  {
    code: 'P42',
    stage: 'stable',
    label: {
      en: 'tasks outside the plan: we look for an MVP feasible now',
      ru: 'задачами, которых нет в плане … ищем MVP … который возможно реализовать сейчас',
    },
  },
  {
    code: 'P43',
    stage: 'stable',
    label: {
      en: 'we do not say at once “it is not in the plan”',
      ru: 'Мы не говорим сразу: «Нет, у нас это в план не заложено», а пытаемся найти решение',
    },
  },
  {
    code: 'P44',
    stage: 'stable',
    label: {
      en: 'the need was met in part, with less effort (15-minute pick-up case)',
      ru: 'потребность частично закрыли, но с меньшими усилиями',
    },
  },
  {
    code: 'P50',
    stage: 'stagnation',
    label: {
      en: 'nothing changes for long and profit does not grow',
      ru: 'долго ничего не меняется и не растёт прибыль',
    },
  },
  {
    code: 'P51',
    stage: 'stagnation',
    label: {
      en: 'together only by habit',
      ru: 'вместе только по привычке',
    },
  },
  {
    code: 'P52',
    stage: 'stagnation',
    label: {
      en: 'the main danger: missed growth',
      ru: 'Основная опасность … бизнес упустит возможности для роста',
    },
  },
  {
    code: 'P53',
    stage: 'stagnation',
    label: {
      en: 'without rehabilitation the work fades out',
      ru: 'Если на стадии стагнации отношения не реабилитировать, постепенно работа сводится на нет',
    },
  },
  {
    code: 'P54',
    stage: 'stagnation',
    label: {
      en: "better not to waste each other's time and part",
      ru: 'лучше не тратить время друг друга и расходиться',
    },
  },
  {
    code: 'P55',
    stage: 'stagnation',
    label: {
      en: 'monthly report, end-of-quarter IT meeting',
      ru: 'раз в месяц нужно сдать отчёт, а в конце квартала прийти на совещание с IT-отделом',
    },
  },
  {
    code: 'P56',
    stage: 'stagnation',
    label: {
      en: "we check the client's intentions; without a development plan we do not go on",
      ru: 'Всегда сверяемся с намерениями клиента. Например, если плана развития нет, компания не заинтересована в росте. В этом случае мы не продолжаем сотрудничество',
    },
  },
  {
    code: 'P57',
    stage: 'stagnation',
    label: {
      en: 'the project becomes routine and the team burns out',
      ru: 'проект со временем превратится в рутину и команда выгорит',
    },
  },
  {
    code: 'P58',
    stage: 'stagnation',
    label: {
      en: 'we do not leave the client alone: help find a new contractor and hand over within a month',
      ru: 'не бросаем его с задачами один на один\u00a0— помогаем найти нового подрядчика и передаём дела в течение месяца',
    },
  },
  {
    code: 'P59',
    stage: 'stagnation',
    label: {
      en: 'we understand each other without words (informal chat)',
      ru: 'понимаем друг друга с полуслова\u00a0— … неформальный диалог в рабочем чате',
    },
  },
  {
    code: 'P60',
    stage: 'reanimation',
    label: {
      en: 'company and outsourcer must grow together',
      ru: 'чтобы компания и аутсорсер росли вместе',
    },
  },
  {
    code: 'P61',
    stage: 'reanimation',
    label: {
      en: 'client starts a new direction, contractor offers fresh scaling ideas',
      ru: 'клиент запускает новое направление, подрядчик предлагает свежие идеи для масштабирования',
    },
  },
  {
    code: 'P62',
    stage: 'reanimation',
    label: {
      en: 'outgrowing is not about size; wholesale earns all, and that is reasonable',
      ru: 'не обязательно про размеры клиента … всё приносит опт … Это вполне разумно',
    },
  },
  {
    code: 'P63',
    stage: 'reanimation',
    label: {
      en: "keeping the spark is both sides' duty",
      ru: 'Поддерживать искру в отношениях\u00a0— ответственность двух сторон',
    },
  },
  {
    code: 'P64',
    stage: 'reanimation',
    label: {
      en: 'in quarterly reports we saw goods selling well and proposed a storefront change',
      ru: 'в квартальных отчётах заметили, что какие-то товары хорошо продаются, и предложили доработать витрину',
    },
  },
  {
    code: 'P65',
    stage: 'reanimation',
    label: {
      en: 'we go back to active work',
      ru: 'мы снова переходим в стадию активной работы',
    },
  },
  {
    code: 'P70',
    stage: 'all',
    label: {
      en: 'monitor results all the time; if KPIs diverge from business goals it will not last',
      ru: 'Постоянно мониторить результаты. … Если KPI аутсорсера расходятся с целями бизнеса, в долгосрок работать не получится',
    },
  },
  {
    code: 'P71',
    stage: 'all',
    label: {
      en: 'keep regular communication: weekly meetings and chats',
      ru: 'Поддерживать регулярную коммуникацию … еженедельные встречи … В чатах тоже',
    },
  },
  {
    code: 'P72',
    stage: 'all',
    label: {
      en: 'see whether the contractor is ready to go beyond the contract',
      ru: 'Смотреть, готов ли подрядчик выходить за рамки договора',
    },
  },
  {
    code: 'P73',
    stage: 'all',
    label: {
      en: 'check how deep they go; ready-made solutions are bad',
      ru: 'Проверять, насколько аутсорсеры погружаются в ecom … Плохо, если сразу предлагает типовые решения',
    },
  },
  {
    code: 'P74',
    stage: 'all',
    label: {
      en: 'boutique, not conveyor; you cannot take many',
      ru: 'выбрали именно бутик-подход … много компаний в таком формате не возьмёшь',
    },
  },
  {
    code: 'P75',
    stage: 'all',
    label: {
      en: 'slow answers is a so-so marker, people work there too',
      ru: '«долго отвечает на сообщения» так себе маркер. На той стороне вообще-то тоже люди работают',
    },
  },
  {
    code: 'P76',
    stage: 'all',
    label: {
      en: 'do not flog a dead horse',
      ru: 'дохлую лошадь лучше не пинать … реанимировать отношения с подрядчиками тоже себе же хуже',
    },
  },
  {
    code: 'P77',
    stage: 'all',
    label: {
      en: 'how often does it not follow the scheme?',
      ru: 'А как часто отношения идут не по этой схеме?',
    },
  },
] as const satisfies readonly Practice[];
