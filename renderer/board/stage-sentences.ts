import { useLingui } from '@lingui/react/macro';
import type { BoardStage } from '../../shared/stage.ts';

/** The model in five sentences: what each column is for, said where it is still empty. */
export function useStageSentence(stage: BoardStage): string {
  const { t } = useLingui();
  switch (stage) {
    case 'acquaintance':
      return t`New acquaintances land here. Try each other out on a small task.`;
    case 'honeymoon':
      return t`The client has agreed to work: dive into their business.`;
    case 'stable':
      return t`Work by plan. See to it that meetings and reports do not fade away.`;
    case 'stagnation':
      return t`Gone quiet? Compare intentions: revive it or part.`;
    case 'reanimation':
      return t`The spark is back: a new direction, new tasks.`;
  }
}
