import { Paragraph, TextRun } from 'docx';
import type { CharacterLook, ParagraphLook } from './docx-styles.ts';

/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const leftward = String.raw`[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]`;
/** From the first such letter to the last one before a letter of the other direction. */
const leftwardPart = new RegExp(String.raw`(${leftward}(?:\P{L}*${leftward})*\p{M}*)`, 'u');
const leftwardLetter = new RegExp(leftward, 'gu');

export interface LineOptions {
  readonly look?: CharacterLook;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  readonly onNewPage?: boolean;
}

/** By most of its letters, not by the first one: a sentence of ours may begin with a name in quotes. */
function isLeftward(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(leftwardLetter) * 2 > count(/\p{L}/gu);
}

/** Text that runs from right to left is told to be so: Word takes another font and another order for it. */
export function runs(text: string, look?: CharacterLook): readonly TextRun[] {
  const style = look === undefined ? {} : { style: look };
  return text.split(leftwardPart).flatMap((part, index) => {
    if (part === '') return [];
    return [new TextRun({ text: part, ...style, ...(index % 2 === 1 && { rightToLeft: true }) })];
  });
}

export function line(style: ParagraphLook, text: string, options: LineOptions = {}): Paragraph {
  return new Paragraph({
    style,
    children: runs(text, options.look),
    ...(isLeftward(text) && { bidirectional: true }),
    ...(options.keepNext === true && { keepNext: true }),
    ...(options.onNewPage === true && { pageBreakBefore: true }),
  });
}

/** A paragraph for each line of what was typed. */
export function lines(style: ParagraphLook, text: string, options: LineOptions = {}): readonly Paragraph[] {
  return text.split('\n').map((each) => line(style, each, options));
}

export function dash(text: string): Paragraph {
  const [first = '', ...rest] = text.split('\n');
  const more = rest.flatMap((each) => [new TextRun({ break: 1 }), ...runs(each)]);
  return new Paragraph({
    style: 'ListBullet',
    children: [...runs(first), ...more],
    ...(isLeftward(text) && { bidirectional: true }),
  });
}
