import type { KeyBinding, EditorView } from '@codemirror/view';
import { isCodeLine } from './fences.ts';

const item =
  /^(?<before>(?:\s*>\s?)*)(?<indent>[^\S\n]*)(?:(?<bullet>[-*+])|(?<number>\d{1,9})(?<point>[.)]))(?<space>[^\S\n]+)/;
const quote = /^(?:\s*>\s?)+/;

/** What a line of a list or a quotation begins with, and what the next one would begin with. */
function beginningOf(text: string): { readonly length: number; readonly next: string; readonly indent: string } | null {
  const match = item.exec(text);
  const { before = '', indent = '', bullet, number = '', point = '', space = ' ' } = match?.groups ?? {};
  if (match !== null) {
    const sign = bullet ?? `${Number(number) + 1}${point}`;
    return { length: match[0].length, next: `${before}${indent}${sign}${space}`, indent };
  }
  const quoted = quote.exec(text)?.[0];
  return quoted === undefined ? null : { length: quoted.length, next: quoted, indent: '' };
}

/** Enter in a list or a quotation begins the next line of it; Enter on an empty one steps out. */
function continueList(view: EditorView): boolean {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  const beginning = isCodeLine(view.state, line.from) ? null : beginningOf(line.text);
  if (!main.empty || beginning === null || main.head < line.from + beginning.length) return false;
  if (line.text.slice(beginning.length).trim() === '') return stepOut(view, beginning.indent);
  view.dispatch({
    changes: { from: main.head, insert: `\n${beginning.next}` },
    selection: { anchor: main.head + 1 + beginning.next.length },
    scrollIntoView: true,
    userEvent: 'input.list',
  });
  return true;
}

/** One level up, or out of the list. */
function stepOut(view: EditorView, indent: string): boolean {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const at = line.from + line.text.indexOf(indent);
  const isNested = indent !== '';
  view.dispatch({
    changes: isNested ? { from: at, to: at + Math.min(2, indent.length) } : { from: line.from, to: line.to },
    userEvent: 'delete.list',
  });
  return true;
}

export const listKeys: readonly KeyBinding[] = [{ key: 'Enter', run: continueList }];
