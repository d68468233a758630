import { stageContents } from '../../shared/content/stages.ts';
import type { Language } from '../../shared/language.ts';
import type { Stage } from '../../shared/stage.ts';

/** A client's name in a Russian sentence stands in guillemets, unless it brings its own. */
export function nameInSentence(name: string, language: Language): string {
  return language === 'ru' && !name.includes('«') ? `«${name}»` : name;
}

/** «Стабильность», `Steady`. */
export function stageInSentence(stage: Stage, language: Language): string {
  const label = stageContents[stage].label[language];
  return language === 'ru' ? `«${label}»` : label;
}

/** «в «Стабильности»», `in Steady`: stands after a verb. */
export function inStage(stage: Stage, language: Language): string {
  return stageContents[stage].prepositional[language];
}
