import type { Gap } from '../../shared/clients/readiness.ts';
import type { FireDrill } from '../../shared/handoff/fire-drill.ts';
import { weekNames } from '../../shared/handoff/words.ts';
import { type Language, saidIn } from '../../shared/language.ts';
import { formatWholeDay } from '../ui/format.ts';
import { sideWord } from './words.ts';

interface DrillSheet extends FireDrill {
  readonly title: string;
  readonly language: Language;
  readonly wordsOf: (gap: Gap) => string;
}

/** A fire drill as Markdown, to be kept in a note or sent to a colleague. */
export function drillSheet({ title, weeks, others, language, wordsOf }: DrillSheet): string {
  const parts = weeks.map(({ week, items }) => {
    const lines = items.map(({ item, gaps }) => {
      const facts = `${sideWord(item.side)}, ${formatWholeDay(language, item.dueOn)}`;
      const felt = gaps.map((gap) => `\n  - ${wordsOf(gap)}`).join('');
      return `- ${saidIn(item.title, language)} (${facts})${felt}`;
    });
    return `## ${weekNames[week][language]}\n\n${lines.join('\n')}`;
  });
  const apart = others.map((gap) => `- ${wordsOf(gap)}`).join('\n');
  return [`# ${title}`, ...(apart === '' ? [] : [apart]), ...parts].join('\n\n').concat('\n');
}
