/** Words by which partners write that something is theirs. */
const ours: readonly string[] = ['мы', 'нас', 'нам', 'наш', 'наша', 'наше', 'наши', 'агентство', 'агентства'];
const oursInEnglish: readonly string[] = ['we', 'us', 'our', 'ours', 'agency'];
const allOurs = new Set([...ours, ...oursInEnglish]);

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []
  );
}

/**
 * Whether an account stands in our name: the text says “we”, “agency”, the agency's name or the first name of a partner.
 * `names` are those of the agency and of its partners.
 */
export function isOurs(text: string, names: readonly string[]): boolean {
  const words = new Set(wordsOf(text));
  if ([...words].some((word) => allOurs.has(word))) return true;
  return names.some((name) => {
    const [first, ...rest] = wordsOf(name);
    if (first === undefined) return false;
    // A partner goes by the first name, an agency by its whole name: «Бюро Кварта» is not every «бюро».
    const isPerson = rest.every((word) => word.length === 1);
    return isPerson ? words.has(first) : [first, ...rest].every((word) => words.has(word));
  });
}
