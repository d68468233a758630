import { type Side, sides } from '../../shared/contract/clients.ts';

/** Without a new contractor there are two; one that stands somewhere already is among them. */
export function sidesIn(successor: string, current?: string): readonly Side[] {
  return sides.filter((side) => side !== 'successor' || successor === 'contractor' || side === current);
}
