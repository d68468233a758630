import { isBoardStage } from '../../shared/stage.ts';
import { partnerLimitSentence } from '../ui/partner-limit.ts';
import { useBoard } from './board-store.ts';

/** What a notice adds when the partner of a client that came to the board leads too many now. */
export function limitDetail(partnerId: string | null): string | undefined {
  const { cards } = useBoard.getState();
  const count = Object.values(cards).filter((card) => card.partnerId === partnerId && isBoardStage(card.stage)).length;
  return partnerLimitSentence(partnerId, count) ?? undefined;
}
