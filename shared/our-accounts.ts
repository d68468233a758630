/** Words by which partners write that something is theirs, in the forms that stand in a register. */
const ours = new Set(
  'мы нас нам нами наш наша наше наши нашу нашей нашем нашего нашему нашим наших нашими we us our ours'.split(' '),
);
const agencies = /^(?:агентств\p{L}{0,3}|agency|agencies)$/u;

interface Word {
  readonly text: string;
  readonly isName: boolean;
  /** Nothing but a space stands between it and the word before: “Vera Smith”, not “Vera, Gleb”. */
  readonly isBeside: boolean;
}

function wordsOf(text: string): readonly Word[] {
  let end = 0;
  return [...text.matchAll(/\p{L}[\p{L}\p{N}'’-]*/gu)].map(({ 0: word, index }) => {
    const isBeside = text.slice(end, index).trim() === '';
    end = index + word.length;
    const bare = word
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/['’]s$/u, '');
    return { text: bare, isName: /^\p{Lu}/u.test(word), isBeside };
  });
}

/** Whether a word is the name, declined or not: «Веры» is «Вера», «Верочка» and «Веранда» are not. */
function isNamed(word: string, name: string): boolean {
  const stem = name.slice(0, Math.max(3, name.length - (name.length > 5 ? 2 : 1)));
  return word.startsWith(stem) && Math.abs(word.length - name.length) <= 2;
}

/**
 * Whether an account stands in our name: the text says “we”, “agency”, the agency's name or the first name of a partner,
 * unless a family name follows that is somebody else's. `agency` and `partners` are names as they are written.
 */
export function isOurs(text: string, agency: string, partners: readonly string[]): boolean {
  const words = wordsOf(text);
  if (words.some((word) => ours.has(word.text) || agencies.test(word.text))) return true;
  const whole = wordsOf(agency);
  if (whole.length > 0 && whole.every((name) => words.some((word) => isNamed(word.text, name.text)))) return true;
  return partners.some((partner) => {
    const [first, family] = wordsOf(partner);
    return words.some((word, index) => {
      if (first === undefined || !isNamed(word.text, first.text)) return false;
      const next = words[index + 1];
      const hasFamily = next?.isName === true && next.isBeside;
      return !hasFamily || family === undefined || next.text.startsWith(family.text[0] ?? '');
    });
  });
}
