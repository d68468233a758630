import { type PlaybookLine, playbooks } from './content/playbooks.ts';
import { isBoardStage } from './stage.ts';

/** What a stage's playbook wants to be true before the client leaves it for another one; parting asks in a dialog of its own. */
export function exitLinesAsked(from: string, to: string): readonly PlaybookLine[] {
  if (!isBoardStage(from) || !isBoardStage(to) || from === to) return [];
  return playbooks[from].filter(({ kind }) => kind === 'exit');
}
