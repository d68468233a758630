import { type PlaybookLine, playbooks } from './content/playbooks.ts';
import { boardStages, isBoardStage } from './stage.ts';

/**
 * What a stage's playbook wants to be true before the client leaves it, as far as a move asks about it: forward it does,
 * back it does not. Second wind is the last column, and its way forward leads to work as it was when all went well.
 */
export function exitLinesAsked(from: string, to: string): readonly PlaybookLine[] {
  if (!isBoardStage(from) || !isBoardStage(to)) return [];
  const isForward = boardStages.indexOf(to) > boardStages.indexOf(from);
  const isRevived = from === 'reanimation' && (to === 'honeymoon' || to === 'stable');
  const lines: readonly PlaybookLine[] = isForward || isRevived ? playbooks[from] : [];
  return lines.filter(({ kind }) => kind === 'exit');
}
