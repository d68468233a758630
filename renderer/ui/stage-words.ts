import type { Stage } from '../../shared/stage.ts';
import { contactNormOf, type OwnStage, type StageWords, stageWordsOf } from '../../shared/stage-words.ts';
import { type Session, useLanguage, useSession } from './session.ts';

const asShipped: readonly OwnStage[] = [];

function ownOf({ settings }: Session): readonly OwnStage[] {
  return settings?.stages ?? asShipped;
}

/** What the partners changed of the stages. */
export function useOwnStages(): readonly OwnStage[] {
  return useSession(ownOf);
}

/** The words of each stage in the language in use, as the partners have them. */
export function useStageWords(): (stage: Stage) => StageWords {
  const language = useLanguage();
  const own = useOwnStages();
  return (stage) => stageWordsOf(stage, own, language);
}

/** The same where nothing is drawn: as of now. */
export function stageWords(stage: Stage): StageWords {
  const session = useSession.getState();
  return stageWordsOf(stage, ownOf(session), session.language);
}

export function ownStages(): readonly OwnStage[] {
  return ownOf(useSession.getState());
}

/** Days between touches that are normal in the stage; null where nobody counts them. */
export function useContactNorm(stage: Stage): number | null {
  return useSession((session) => contactNormOf(stage, ownOf(session)));
}
