import { isolateHistory } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type ListOption, typedList } from './typed-list.ts';

export interface TemplateOption extends ListOption {
  readonly text: string;
}

/** `/` at the beginning of a line opens the list of templates; the one that is chosen takes the place of the `/`. */
export function templateList(parts: {
  readonly label: string;
  readonly options: () => readonly TemplateOption[];
}): Extension {
  return typedList<TemplateOption>({
    id: 'templates-of-the-note',
    ...parts,
    sign: '/',
    asked: /^\s*\/(?<words>(?:[^\s/][^/]{0,40})?)$/u,
    onTake: (view, place, { text }) => insertBlock(view, text, place),
  });
}

/**
 * Puts lines below what stands at the cursor, or in place of what was typed to find them. Nothing else of the text is
 * touched, and one step of the editor's own undo takes them back.
 */
export function insertBlock(
  view: EditorView,
  text: string,
  typed?: { readonly from: number; readonly to: number },
): void {
  const { state } = view;
  const { from, to } = typed ?? { from: state.selection.main.to, to: state.selection.main.to };
  const line = state.doc.lineAt(from);
  const before = state.sliceDoc(line.from, from);
  const behind = state.sliceDoc(to, line.to);
  // Below a line that says something; an empty one is taken.
  const isTaken = typed === undefined && `${before}${behind}`.trim() !== '';
  const start = isTaken ? line.to : line.from;
  const end = isTaken || behind.trim() === '' ? line.to : to;
  const above = state.sliceDoc(Math.max(0, start - 2), start);
  const below = state.sliceDoc(end);
  const lead = isTaken ? '\n\n' : above === '' || above.endsWith('\n\n') ? '' : '\n';
  const tail = below.trim() === '' || below.startsWith('\n\n') ? '' : below.startsWith('\n') ? '\n' : '\n\n';
  const at = start + lead.length + firstPlaceIn(text);
  view.dispatch({
    changes: { from: start, to: end, insert: `${lead}${text}${tail}` },
    selection: { anchor: at },
    scrollIntoView: true,
    annotations: isolateHistory.of('full'),
    userEvent: 'input.template',
  });
}

/** Where writing begins: the end of the first line that is no heading. */
function firstPlaceIn(text: string): number {
  const first = /^(?!#)[^\n]*\S[^\n]*$/m.exec(text);
  return first === null ? text.length : first.index + first[0].length;
}
