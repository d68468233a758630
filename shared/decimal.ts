import type { Language } from './language.ts';

// Figures are kept as exact decimal text, `-1234.50`: an optional minus, no leading zeros, a dot, the digits as they were
// given. They are never turned into binary numbers, but for drawing.

const pattern = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
const nonBreakingSpace = '\u00a0';
/** What stands around a number in a table and does not belong to it. */
const signs = /^[₽€$£]\s*|\s*(?:%|[₽€$£]|п\.\s?п\.|руб\.?|р\.)$/gu;

export function isDecimal(text: string): boolean {
  return pattern.test(text) && !/^-0(?:\.0*)?$/.test(text);
}

/**
 * A number as people write it: comma or dot, groups of three parted by spaces or by the other mark, a unit behind it.
 * Null when it is none, or when it has more than fifteen digits before the mark or ten behind it.
 */
export function readDecimal(written: string, unit = ''): string | null {
  const text = withoutUnit(written.trim(), unit).replaceAll('\u2212', '-').replaceAll(/\s/gu, ' ');
  const match = /^(?<sign>[-+]?) ?(?<digits>[\d., ]*\d)$/.exec(text);
  const plain = plainDigits(match?.groups?.['digits'] ?? '');
  if (plain === null) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const isNegative = match?.groups?.['sign'] === '-' && /[1-9]/.test(plain);
  const value = `${isNegative ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  return isDecimal(value) ? value : null;
}

/** `12,500` and `1.234` may be thousands in one language and a fraction in another. */
export function readsTwoWays(written: string, unit = ''): boolean {
  return /^[-+\u2212]? ?[1-9]\d{0,2}[.,]\d{3}$/u.test(withoutUnit(written.trim(), unit));
}

function withoutUnit(text: string, unit: string): string {
  const bare = unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length) : text;
  return bare.trim().replaceAll(signs, '').trim();
}

/** Digits with at most one dot; null when the marks do not make sense. */
function plainDigits(digits: string): string | null {
  const marks = digits.replaceAll(/\d| /g, '');
  const last = marks.at(-1);
  // A single mark is the decimal one; the same mark twice parts thousands.
  const isRepeated = marks.length > 1 && !marks.includes(last === ',' ? '.' : ',');
  const decimalMark = last === undefined || isRepeated ? null : last;
  if (decimalMark !== null && marks.indexOf(decimalMark) !== marks.length - 1) return null;
  const at = decimalMark === null ? digits.length : digits.lastIndexOf(decimalMark);
  const whole = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  const isGrouped = /^\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*$/.test(whole);
  if ((whole !== '' && !/^\d+$/.test(whole) && !isGrouped) || !/^\d*$/.test(fraction)) return null;
  const plain = whole.replaceAll(/[ .,]/g, '');
  return fraction === '' ? plain || null : `${plain}.${fraction}`;
}

/** «1 234 567,5», `1 234 567.5`: spaces in both languages, because a comma would be read as a decimal mark. */
export function formatDecimal(value: string, language: Language): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const grouped = whole.length < 5 ? whole : whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, nonBreakingSpace);
  const minus = value.startsWith('-') ? '\u2212' : '';
  return `${minus}${grouped}${fraction === undefined ? '' : `${language === 'ru' ? ',' : '.'}${fraction}`}`;
}

/** The difference, exact, without zeros at its end. */
export function subtract(one: string, other: string): string {
  const digits = Math.max(fractionOf(one), fractionOf(other));
  const difference = scaled(one, digits) - scaled(other, digits);
  const text = String(difference < 0n ? -difference : difference).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return `${difference < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Below zero when the first is smaller. */
export function compare(one: string, other: string): number {
  const difference = subtract(one, other);
  if (difference === '0') return 0;
  return difference.startsWith('-') ? -1 : 1;
}

function fractionOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function scaled(value: string, digits: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}
