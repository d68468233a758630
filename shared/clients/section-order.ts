import type { Stage } from '../stage.ts';

export const playbookSections = [
  'lines',
  'impression',
  'intro',
  'brief',
  'trial',
  'audit',
  'insights',
  'requests',
  'intent',
] as const;
export type PlaybookSection = (typeof playbookSections)[number];

interface Layout {
  readonly order: readonly PlaybookSection[];
  readonly open: readonly PlaybookSection[];
}

/** What the stage is about comes first; what it is about right now is unfolded. */
const layouts: Readonly<Record<Stage, Layout>> = {
  acquaintance: {
    order: ['lines', 'impression', 'intro', 'brief', 'trial', 'audit', 'requests', 'insights', 'intent'],
    open: ['lines', 'impression', 'trial'],
  },
  honeymoon: {
    order: ['lines', 'audit', 'insights', 'requests', 'intent', 'brief', 'intro', 'trial', 'impression'],
    open: ['lines', 'audit'],
  },
  stable: {
    order: ['lines', 'requests', 'insights', 'intent', 'audit', 'brief', 'intro', 'trial', 'impression'],
    open: ['lines', 'requests'],
  },
  stagnation: {
    order: ['lines', 'intent', 'insights', 'requests', 'audit', 'brief', 'intro', 'trial', 'impression'],
    open: ['lines', 'intent'],
  },
  reanimation: {
    order: ['lines', 'insights', 'audit', 'requests', 'intent', 'brief', 'intro', 'trial', 'impression'],
    open: ['lines', 'insights'],
  },
  ended: {
    order: ['lines', 'insights', 'requests', 'intent', 'audit', 'brief', 'intro', 'trial', 'impression'],
    open: [],
  },
};

export function sectionsFor(stage: Stage): Layout {
  return layouts[stage];
}
