import type { Words } from '../language.ts';
import type { Stage } from '../stage.ts';

export interface StageContent {
  readonly label: Words;
  /** The place as it stands after a verb: “Alder is now in Fading”. */
  readonly prepositional: Words;
  readonly hint: Words;
  readonly fullName: Words;
  /** Days between touches that are normal in this stage; null where nobody counts them. */
  readonly contactNormDays: number | null;
}

export const stageContents = {
  acquaintance: {
    label: {
      en: 'Acquaintance',
      ru: 'Знакомство',
    },
    prepositional: {
      en: 'in Acquaintance',
      ru: 'в «Знакомстве»',
    },
    hint: {
      en: 'calls, briefs, a trial task',
      ru: 'созвоны, брифы, тестовая задача',
    },
    fullName: {
      en: 'Acquaintance',
      ru: 'Знакомство',
    },
    contactNormDays: 7,
  },
  honeymoon: {
    label: {
      en: 'Immersion',
      ru: 'Погружение',
    },
    prepositional: {
      en: 'in Immersion',
      ru: 'в «Погружении»',
    },
    hint: {
      en: 'mini-audit, a flow of ideas',
      ru: 'мини-аудит, поток идей',
    },
    fullName: {
      en: 'Honeymoon (full immersion)',
      ru: 'Конфетно-букетный период',
    },
    contactNormDays: 7,
  },
  stable: {
    label: {
      en: 'Steady',
      ru: 'Стабильность',
    },
    prepositional: {
      en: 'in Steady',
      ru: 'в «Стабильности»',
    },
    hint: {
      en: 'planned work, regular reports',
      ru: 'работа по плану, отчёты',
    },
    fullName: {
      en: 'Stable relationship',
      ru: 'Стабильные отношения',
    },
    contactNormDays: 14,
  },
  stagnation: {
    label: {
      en: 'Fading',
      ru: 'Спад',
    },
    prepositional: {
      en: 'in Fading',
      ru: 'в «Спаде»',
    },
    hint: {
      en: 'routine, an honest talk',
      ru: 'рутина, честный разговор',
    },
    fullName: {
      en: 'Loss of interest, stagnation',
      ru: 'Спад интереса, стагнация',
    },
    contactNormDays: 14,
  },
  reanimation: {
    label: {
      en: 'Second wind',
      ru: 'Второе дыхание',
    },
    prepositional: {
      en: 'in Second wind',
      ru: 'во «Втором дыхании»',
    },
    hint: {
      en: 'new ground, together',
      ru: 'новые направления вместе',
    },
    fullName: {
      en: 'Reanimation of the relationship',
      ru: 'Реанимация отношений',
    },
    contactNormDays: 14,
  },
  ended: {
    label: {
      en: 'Ended',
      ru: 'Завершённые',
    },
    prepositional: {
      en: 'in Ended',
      ru: 'в «Завершённых»',
    },
    hint: {
      en: '',
      ru: '',
    },
    fullName: {
      en: 'Parted, affairs handed over',
      ru: 'Разошлись, дела переданы',
    },
    contactNormDays: null,
  },
} as const satisfies Readonly<Record<Stage, StageContent>>;
