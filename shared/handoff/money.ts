/*
 * Amounts of money in free text, for a document that may name no price. A number counts when a currency stands beside it,
 * or a word for thousands that counts nothing else; a few words are about money without any number. What things cost in
 * the client's shop looks the same: such a place is shown as well, and a partner says that it is harmless.
 */

export interface Span {
  /** Characters from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
}

const space = String.raw`[ \u00a0\u202f]`;
const number = String.raw`\d(?:[\d.,]|${space}(?=\d))*`;
const end = String.raw`(?![\p{L}\p{N}])`;
const start = String.raw`(?<![\p{L}\p{N}.,])`;

const thousands = String.raw`(?:тыс(?:яч\p{L}*)?|млн|миллион\p{L}*|млрд|thousands?|million|[kкm])\.?`;
const signs = String.raw`\p{Sc}`;
const codes = 'rub|rur|eur|usd|gbp|chf|kzt|uah|byn|cny|jpy|pln|czk|dkk|aed|uzs|kgs|ils|inr|aud';
const currency = String.raw`(?:${signs}|руб(?:л\p{L}{1,3}|\.)?|р\.|т\.${space}?р\.?|тр|${codes}|cad|euros?|евро|долл(?:ар\p{L}{0,3}|\.)?|тенге|франк\p{L}{0,3}|юан\p{L}{1,2}|дирхам\p{L}{0,3}|грив(?:ен|н\p{L}{1,3})|фунт\p{L}{0,2} стерлингов|dollars?|pounds sterling|roubles?|rubles?|bucks|tenge|dirhams?|(?:swiss )?francs?)`;
/** A letter alone, where it cannot count times: «3000р», «2 500 р/час», but not «3 р в день». */
const letter = String.raw`р(?![\p{L}\p{N}-])`;

/** «80 000 ₽», «1,5 млн руб.», “80k€”, “12 EUR”. */
const before = String.raw`${start}${number}${space}*(?:${thousands}${space}*)?${currency}${end}`;
const beforeLetter = String.raw`${start}(?:(?:\d(?:[.,]|${space})?){2}${number}|${number}${space}*${thousands})${space}*${letter}`;
/** “€80”, “$ 1.5k”, «USD 300», «руб. 500». */
const after = String.raw`(?:${signs}|(?<![\p{L}\p{N}])(?:${codes})${end})${space}*${number}(?:${space}*${thousands}${end})?`;
/** A number of thousands that counts nothing else: the end of what is said, or what it is paid for. */
const nothingCounted = String.raw`${space}*(?:$|[^\p{L}\p{N}\s.]|\n|(?:в|за|на|и|или|до|с|по|a|an|per|for|or|and|to|each)${end})`;
/** «80 тысяч в месяц», but not «12 тысяч товаров». */
const inWords = String.raw`${start}${number}${space}*(?:тысяч\p{L}*|миллион\p{L}*|thousands?|million)(?!\p{L})(?=\.|${nothingCounted})`;
/** «80 тыс. в месяц», “5k a month”. */
const shortened = String.raw`${start}${number}${space}*(?:тыс|млн|млрд|[kк])(?!\p{L})(?=\.?${nothingCounted})`;

const amounts = new RegExp([before, beforeLetter, after, inWords, shortened].join('|'), 'giu');

/** Words about what work costs: «ставка», “hourly rate”. Rates of other things are named with what they are rates of. */
const wordsOfMoney = new RegExp(
  String.raw`(?<!\p{L})(?:(?<rate>ставк\p{L}{1,3}|rates?)|гонорар\p{L}{0,3}|абонплат\p{L}{0,2}|абонентск\p{L}{2,3} плат\p{L}{1,2}|почасов\p{L}{2,3} (?:оплат|работ)\p{L}{1,3}|рублей|hourly (?:pay|price|fee|billing)|(?:retainer|monthly|agency) fees?)${end}`,
  'giu',
);

/** What stands before or behind a rate that is none of ours. */
const ratesOfThings =
  /(?:(?:conversion|bounce|error|refresh|frame|sample|sampling|exchange|click(?:-?through)?|open|churn|return|retention|crawl|polling|vat|tax|bit|data|hit|failure|success|growth|key|at (?:any|this|the same))[\s-]+)$/iu;
const ratesBehind =
  /^(?:[\s-]+(?:them|it|us|each|how|whether|limit|limits|limiter|limiting|of (?:errors?|conversion|returns?)|ндс|налог\p{L}*|цб|рефинансирования|центробанка|банка|на (?:аукцион\p{L}*|показ\p{L}*|клик\p{L}*|товар\p{L}*)))/iu;

/** In the order of the text, never overlapping. */
export function findMoney(text: string): readonly Span[] {
  const spans = [...text.matchAll(amounts)].map(({ 0: found, index }) => trimmed(found, index));
  const words = [...text.matchAll(wordsOfMoney)].flatMap((match): readonly Span[] => {
    const span = { start: match.index, end: match.index + match[0].length };
    const isOther =
      match.groups?.['rate'] !== undefined &&
      (ratesOfThings.test(text.slice(0, span.start)) || ratesBehind.test(text.slice(span.end)));
    return isOther || spans.some((other) => other.start < span.end && span.start < other.end) ? [] : [span];
  });
  return [...spans, ...words].toSorted((one, other) => one.start - other.start);
}

function trimmed(found: string, index: number): Span {
  const words = found.trimStart();
  const from = index + found.length - words.length;
  return { start: from, end: from + words.trimEnd().length };
}

/** Whether the unit or the name of a figure says that it is counted in money: «₽», «тыс. руб.», “EUR per order”, “$M”. */
export function saysMoney(words: string): boolean {
  return inMoney.test(words);
}

const inMoney = new RegExp(String.raw`${signs}|(?<!\p{L})(?:${thousands})?(?:${currency}${end}|${letter})`, 'iu');
