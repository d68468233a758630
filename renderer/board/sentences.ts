import { msg, plural } from '@lingui/core/macro';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/language.ts';
import { formatWholeDay } from '../ui/format.ts';
import { useSession } from '../ui/session.ts';
import { stageWords } from '../ui/stage-words.ts';
import { i18n } from '../ui/words.ts';
import type { Spot } from './columns.ts';
import { nameInSentence } from './names.ts';

// What screen readers hear about a move, and what the toast and the bar at the foot show. Places count from one.

export interface Standing extends Spot {
  /** Cards in the column, the moved one among them. */
  readonly total: number;
}

function language(): Language {
  return useSession.getState().language;
}

/** «Карточка» carries the gender that the name of a company would not. */
export function pickedUp(clientName: string, { stage, index, total }: Standing): string {
  const name = nameInSentence(clientName, language());
  const column = stageWords(stage).named;
  const place = index + 1;
  return i18n.t(
    msg`${name} picked up. ${column}, place ${place} of ${total}. Arrows move, Space drops, Escape cancels`,
  );
}

export function movedTo({ stage, index, total }: Standing): string {
  const column = stageWords(stage).named;
  if (stage === 'ended') return column;
  const place = index + 1;
  return i18n.t(msg`${column}, place ${place} of ${total}`);
}

/** Where a running handoff keeps the card from. */
export function notHere(stage: Spot['stage']): string {
  const column = stageWords(stage).named;
  return i18n.t(msg`${column}. Not here: a handoff is running`);
}

export function dropped(clientName: string, { stage, index, total }: Standing): string {
  const name = nameInSentence(clientName, language());
  const where = stageWords(stage).prepositional;
  const place = index + 1;
  return i18n.t(msg`${name} is now ${where}, place ${place} of ${total}`);
}

export function cancelled(clientName: string, { stage, index }: Spot): string {
  const name = nameInSentence(clientName, language());
  const where = stageWords(stage).prepositional;
  const place = index + 1;
  return i18n.t(msg`Cancelled. ${name} is back ${where}, place ${place}`);
}

export function nowIn(clientName: string, stage: Spot['stage']): string {
  const name = nameInSentence(clientName, language());
  const where = stageWords(stage).prepositional;
  return i18n.t(msg`${name} is now ${where}`);
}

/** Limits of a stage that were gone over: said, never forbidden. */
export function overLimit(limits: CallOutput<'board.moveClient'>['overLimit']): readonly string[] {
  return limits.map(({ count, allowed }) => i18n.t(msg`That makes ${count} there, and the limit is ${allowed}`));
}

/** What a filter leaves of the board, the same number twice being all of it, and whom of the archive it finds by name. */
export function passing(shown: number, clients: number, ended: number): string {
  const all = i18n.t(msg`${plural(clients, { one: '#\u00a0client', other: '#\u00a0clients' })}`);
  const some = i18n.t(msg`${shown} of ${plural(clients, { one: '#\u00a0client', other: '#\u00a0clients' })}`);
  const left = shown === clients ? all : some;
  return ended === 0 ? left : i18n.t(msg`${left}, ${ended} in the archive`);
}

/** Null: today. */
export function asItStood(day: string | null, clients: number): string {
  const count = i18n.t(msg`${plural(clients, { one: '#\u00a0client', other: '#\u00a0clients' })}`);
  if (day === null) return i18n.t(msg`As it stands today: ${count}`);
  const date = formatWholeDay(language(), day);
  return i18n.t(msg`As it stood on ${date}: ${count}`);
}
