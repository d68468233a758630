import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ChipTone } from '../../ui/chip.tsx';
import type { Choice } from '../../ui/choice-chip.tsx';
import type { Segment } from '../../ui/segmented.tsx';
import type {
  auditTopics,
  insightKinds,
  insightStates,
  planAnswers,
  requestResults,
  verdicts,
} from '../../../shared/contract/client-playbook.ts';
import type { PlaybookLine } from '../../../shared/content/playbooks.ts';
import { i18n } from '../../ui/words.ts';

type Of<Values extends readonly string[]> = Values[number];
type Table<Id extends string> = Readonly<Record<Id, MessageDescriptor>>;

const lineKinds: Table<PlaybookLine['kind']> = {
  do: msg({ message: 'Do', context: 'kind of a playbook line' }),
  ask: msg({ message: 'Ask', context: 'kind of a playbook line' }),
  check: msg({ message: 'Check', context: 'kind of a playbook line' }),
  exit: msg({ message: 'Before moving on', context: 'kind of a playbook line' }),
};

const verdictWords: Table<Of<typeof verdicts>> = {
  yes: msg({ message: 'Yes', context: 'verdict' }),
  no: msg({ message: 'No', context: 'verdict' }),
  not_now: msg({ message: 'Not now', context: 'verdict' }),
};

const topicWords: Table<Of<typeof auditTopics>> = {
  processes: msg`Business processes`,
  assortment: msg`Product range`,
  technical: msg`Technical capabilities`,
  margin: msg`Best-margin products`,
  profit: msg`Total profit`,
};

const plans: readonly (readonly [Of<typeof planAnswers>, MessageDescriptor, Exclude<ChipTone, 'plain'> | undefined])[] =
  [
    ['yes', msg`There is a plan`, 'ok'],
    ['no', msg`No plan`, 'danger'],
    ['unknown', msg`Not known`, undefined],
  ];

const results: Table<Of<typeof requestResults>> = {
  met: msg({ message: 'Met', context: 'result of a request' }),
  partly: msg({ message: 'Partly, with less effort', context: 'result of a request' }),
  no: msg({ message: 'No', context: 'result of a request' }),
};

const kinds: Table<Of<typeof insightKinds>> = {
  idea: msg`Idea`,
  global_problem: msg`Global problem`,
  limit: msg({ message: 'Limit', context: 'kind of an insight' }),
};

const states: readonly (readonly [
  Of<typeof insightStates>,
  MessageDescriptor,
  Exclude<ChipTone, 'plain'> | undefined,
])[] = [
  ['offered', msg({ message: 'Told', context: 'state of an insight' }), undefined],
  ['accepted', msg({ message: 'Accepted', context: 'state of an insight' }), 'ok'],
  ['declined', msg({ message: 'Declined', context: 'state of an insight' }), 'danger'],
];

export function lineKindWord(kind: PlaybookLine['kind']): string {
  return i18n.t(lineKinds[kind]);
}

export function auditTopicWord(topic: Of<typeof auditTopics>): string {
  return i18n.t(topicWords[topic]);
}

export function verdictSegments(): readonly Segment<Of<typeof verdicts>>[] {
  return segmentsOf(['yes', 'no', 'not_now'], verdictWords);
}

export function resultSegments(): readonly Segment<Of<typeof requestResults>>[] {
  return segmentsOf(['met', 'partly', 'no'], results);
}

export function insightKindSegments(): readonly Segment<Of<typeof insightKinds>>[] {
  return segmentsOf(['idea', 'global_problem', 'limit'], kinds);
}

export function planChoices(): readonly Choice<Of<typeof planAnswers>>[] {
  return choicesOf(plans);
}

export function insightStateChoices(): readonly Choice<Of<typeof insightStates>>[] {
  return choicesOf(states);
}

function segmentsOf<Id extends string>(ids: readonly Id[], words: Table<Id>): readonly Segment<Id>[] {
  return ids.map((id) => ({ id, label: i18n.t(words[id]) }));
}

function choicesOf<Id extends string>(
  rows: readonly (readonly [Id, MessageDescriptor, Exclude<ChipTone, 'plain'> | undefined])[],
): readonly Choice<Id>[] {
  return rows.map(([id, words, tone]) => ({ id, label: i18n.t(words), ...(tone === undefined ? {} : { tone }) }));
}

/** The value when it is one of the segments; null for what this version has no words for. */
export function known<Id extends string>(segments: readonly { readonly id: Id }[], value: string): Id | null {
  return segments.find(({ id }) => id === value)?.id ?? null;
}
