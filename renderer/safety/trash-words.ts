import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { handoffItems } from '../../shared/content/handoff-items.ts';
import type { TrashEntry, TrashKind } from '../../shared/contract/safety.ts';
import type { Language } from '../../shared/language.ts';
import { signalOf } from '../../shared/signal-order.ts';
import { formatPeriod, formatShortDay } from '../ui/format.ts';
import type { IconName } from '../ui/icon-shapes.tsx';

export const trashIcons: Readonly<Record<TrashKind, IconName>> = {
  client: 'board',
  note: 'note',
  task: 'check',
  contact: 'person',
  engagement: 'folder',
  report: 'document',
  kpi: 'trend',
  request: 'chat',
  insight: 'idea',
  trial: 'list',
  intent_check: 'calendar',
  asset: 'key',
  signal_mark: 'flag',
  dossier_line: 'archive',
  kpi_reading: 'trend',
  request_option: 'chat',
  handoff_item: 'handoff',
  candidate: 'person',
  note_template: 'note',
  handoff_template: 'handoff',
  work_calendar: 'calendar',
  partner: 'person',
};

export const trashKindWords: Readonly<Record<TrashKind, MessageDescriptor>> = {
  client: msg`Client`,
  note: msg`Note`,
  task: msg`Task`,
  contact: msg`Person`,
  engagement: msg({ message: 'Engagement', context: 'in the trash' }),
  report: msg({ message: 'Report', context: 'in the trash' }),
  kpi: msg({ message: 'Figure with its values', context: 'in the trash' }),
  request: msg({ message: 'Request', context: 'in the trash' }),
  insight: msg({ message: 'Idea, problem or limit', context: 'in the trash' }),
  trial: msg({ message: 'Trial', context: 'in the trash' }),
  intent_check: msg({ message: 'Question about the plan of development', context: 'in the trash' }),
  asset: msg({ message: 'Access', context: 'in the trash' }),
  signal_mark: msg({ message: 'Signal', context: 'in the trash' }),
  dossier_line: msg({ message: 'Line of the dossier', context: 'in the trash' }),
  kpi_reading: msg({ message: 'Value of a figure', context: 'in the trash' }),
  request_option: msg({ message: 'Option of a request', context: 'in the trash' }),
  handoff_item: msg({ message: 'Item of a handoff', context: 'in the trash' }),
  candidate: msg({ message: 'Candidate', context: 'in the trash' }),
  note_template: msg({ message: 'Template of notes', context: 'in the trash' }),
  handoff_template: msg({ message: 'Template of handoffs', context: 'in the trash' }),
  work_calendar: msg({ message: 'Calendar of working days', context: 'in the trash' }),
  partner: msg({ message: 'Partner', context: 'in the trash' }),
};

/** Some records have no words of their own: a report is told by its period, a signal by its place in the catalogue. */
export function trashTitle({ kind, title }: TrashEntry, language: Language, today: string): string {
  if (kind === 'report') return formatPeriod(language, title);
  if (kind === 'intent_check') return formatShortDay(language, title, today);
  if (kind === 'handoff_item') return handoffItems.find(({ code }) => code === title)?.title[language] ?? title;
  if (kind === 'signal_mark') return signalOf(title)?.label[language] ?? title;
  return title;
}
