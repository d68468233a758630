import { leaveWhen, saveFieldsIn } from './closing.ts';
import { holdsUnsentWords } from './form.tsx';

/** Takes a part of the page away: at once, or, over words of a form in it that were not sent, when the partner lets them go. */
export function leaveForms(part: Element, leave: () => void): void {
  if (!holdsUnsentWords(part)) return leave();
  // A form that is being sent is waited for.
  const isFree = saveFieldsIn(part).then(() => !holdsUnsentWords(part));
  void leaveWhen('form', isFree, async () => leave());
}
