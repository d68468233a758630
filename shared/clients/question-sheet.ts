import type { Answer } from './answers.ts';
import type { Question } from '../content/questions.ts';
import type { Language } from '../language.ts';

/** A set of questions with what was answered, as Markdown: to be sent to the client or kept elsewhere. */
export function questionSheet(
  title: string,
  asked: readonly Question[],
  answers: readonly Answer[],
  language: Language,
): string {
  const words = new Map(answers.map(({ code, answer }) => [code, answer.trim()]));
  const entries = asked.map(({ code, label }, index) => {
    const answer = words.get(code) ?? '';
    // An answer of several paragraphs stays inside its own point.
    const indented = answer === '' ? '' : `\n\n${answer.replaceAll(/^(?=.)/gm, '   ')}`;
    return `${index + 1}. **${label[language]}**${indented}`;
  });
  return `# ${title}\n\n${entries.join('\n\n')}\n`;
}
