import { comeBack } from '../ui/come-back.ts';
import { takeCard } from './board-store.ts';

/** The card stands on the board as soon as the answer is there. */
export async function comeBackToBoard(clientId: string): Promise<void> {
  const reply = await comeBack(clientId);
  if (reply !== null) takeCard(reply);
}
