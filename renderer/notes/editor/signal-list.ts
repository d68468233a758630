import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { sentenceAt } from '../../../shared/sentences.ts';
import { holdsAll, typedWords } from '../../../shared/typed-words.ts';
import styles from './editor.module.css';
import { isCodeLine } from './fences.ts';

/** A sign of the catalogue that may be marked. */
export interface SignalOption {
  readonly code: string;
  readonly label: string;
  readonly look: string;
}

export interface SignalListParts {
  readonly label: string;
  /** Those of the client's stage first. */
  readonly options: () => readonly SignalOption[];
  /** The sentence it was chosen in is what it was seen by. */
  readonly onChoose: (code: string, sentence: string) => void;
}

interface OpenList {
  /** Where the `#` stands. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly SignalOption[];
  readonly chosen: number;
}

const listId = 'signals-of-the-note';
const longestList = 8;
/** A `#` begins it; a space right behind makes a heading of it. */
const asked = /(?:^|[\s(«“"])#(?<words>(?:[^\s#][^#]{0,40})?)$/u;

const choose = StateEffect.define<number>();
const close = StateEffect.define();

/** `#` opens the list of signs; the one that is chosen goes to the client, and its words leave the text. */
export function signalList(parts: SignalListParts): Extension {
  const field = StateField.define<OpenList | null>({
    create: () => null,
    update: (open, transaction) => {
      for (const effect of transaction.effects) {
        if (effect.is(close)) return null;
        if (effect.is(choose) && open !== null) return { ...open, chosen: effect.value };
      }
      if (transaction.docChanged) {
        const isTyped = transaction.isUserEvent('input.type') || transaction.isUserEvent('delete');
        return isTyped && (open !== null || endsInSign(transaction.state)) ? listAt(transaction.state, parts) : null;
      }
      return transaction.selection === undefined ? open : null;
    },
    provide: (self) => [
      showTooltip.from(self, (open) => (open === null ? null : tooltipOf(open, parts))),
      EditorView.contentAttributes.from(self, (open) => attributesOf(open)),
    ],
  });
  const withList = (run: (view: EditorView, open: OpenList) => void) => (view: EditorView) => {
    const open = view.state.field(field);
    if (open === null) return false;
    run(view, open);
    return true;
  };
  const move = (by: number) =>
    withList((view, { chosen, options }) =>
      view.dispatch({ effects: choose.of((chosen + by + options.length) % options.length) }),
    );
  const take = withList((view, open) => takeOption(view, open, open.chosen, parts));
  return [
    field,
    Prec.highest(
      keymap.of([
        { key: 'ArrowDown', run: move(1) },
        { key: 'ArrowUp', run: move(-1) },
        { key: 'Enter', run: take },
        { key: 'Tab', run: take },
        { key: 'Escape', run: withList((view) => view.dispatch({ effects: close.of(null) })), stopPropagation: true },
      ]),
    ),
    EditorView.domEventHandlers({
      blur: (_event, view) => {
        if (view.state.field(field) !== null) view.dispatch({ effects: close.of(null) });
      },
    }),
  ];
}

function endsInSign(state: EditorState): boolean {
  const { head } = state.selection.main;
  return state.sliceDoc(head - 1, head) === '#';
}

function listAt(state: EditorState, { options }: SignalListParts): OpenList | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  const words = asked.exec(state.sliceDoc(Math.max(line.from, head - 60), head))?.groups?.['words'];
  if (!empty || words === undefined || isCodeLine(state, line.from)) return null;
  const typed = typedWords(words);
  const found = options().filter(({ label }) => holdsAll(label, typed));
  if (found.length === 0) return null;
  return { from: head - words.length - 1, to: head, options: found.slice(0, longestList), chosen: 0 };
}

function takeOption(view: EditorView, { from, to, options }: OpenList, index: number, parts: SignalListParts): void {
  const option = options[index];
  if (option === undefined) return;
  const line = view.state.doc.lineAt(from);
  const before = view.state.sliceDoc(line.from, from).trimEnd();
  const after = view.state.sliceDoc(to, line.to);
  view.dispatch({
    changes: { from: after.trim() === '' ? line.from + before.length : from, to },
    effects: close.of(null),
    userEvent: 'input.signal',
  });
  parts.onChoose(option.code, sentenceAt(`${before} ${after}`.trimEnd(), before.length));
}

function attributesOf(open: OpenList | null): Record<string, string> {
  if (open === null) return { 'aria-autocomplete': 'list' };
  return {
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-activedescendant': `${listId}-${open.chosen}`,
  };
}

function tooltipOf(open: OpenList, parts: SignalListParts): Tooltip {
  return { pos: open.from, create: (view) => ({ dom: drawList(view, open, parts), offset: { x: 0, y: 4 } }) };
}

function drawList(view: EditorView, open: OpenList, parts: SignalListParts): HTMLElement {
  const list = document.createElement('ul');
  list.id = listId;
  list.className = styles['list'] ?? '';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', parts.label);
  for (const [index, { label, look }] of open.options.entries()) {
    const item = document.createElement('li');
    item.id = `${listId}-${index}`;
    item.className = styles['option'] ?? '';
    item.dataset['look'] = look;
    item.textContent = label;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(index === open.chosen));
    // Before the text loses the focus.
    item.addEventListener('mousedown', (event) => {
      event.preventDefault();
      takeOption(view, open, index, parts);
    });
    list.append(item);
  }
  return list;
}
