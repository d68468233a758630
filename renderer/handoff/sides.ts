import { type Side, sides } from '../../shared/contract/clients.ts';

export function isSide(value: string): value is Side {
  return sides.some((side) => side === value);
}
