import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { holdsAll, typedWords } from '../../../shared/typed-words.ts';
import styles from './editor.module.css';
import { isCodeLine } from './fences.ts';

// A sign typed into the text opens a list; what is typed behind it narrows the list, Enter takes the chosen entry.

export interface ListOption {
  readonly label: string;
  /** Colours the mark before the label. */
  readonly look: string;
  /** A quiet word behind it. */
  readonly detail?: string;
}

export interface TypedListParts<Option extends ListOption> {
  /** Of the list's element. */
  readonly id: string;
  readonly label: string;
  /** The sign that opens it. */
  readonly sign: string;
  /** Matches the text before the cursor that asks for the list; its group `words` narrows it. */
  readonly asked: RegExp;
  readonly options: () => readonly Option[];
  /** `place` is what was typed to find it, with the sign. */
  readonly onTake: (view: EditorView, place: { readonly from: number; readonly to: number }, option: Option) => void;
}

interface OpenList<Option> {
  /** Where the sign stands. */
  readonly from: number;
  readonly to: number;
  /** None as long as it waits for them to be read. */
  readonly options: readonly Option[];
  readonly chosen: number;
}

/** The options are others now: a list that was asked for before there were any opens. */
export const optionsCame = StateEffect.define<null>();

const longestList = 8;
const furthestBack = 60;

export function typedList<Option extends ListOption>(parts: TypedListParts<Option>): Extension {
  const choose = StateEffect.define<number>();
  const close = StateEffect.define<null>();
  const take = (view: EditorView, open: OpenList<Option>, index: number) => {
    const option = open.options[index];
    if (option === undefined) return;
    view.dispatch({ effects: close.of(null) });
    parts.onTake(view, open, option);
  };
  const tooltipOf = (open: OpenList<Option>): Tooltip => ({
    pos: open.from,
    create: (view) => ({
      dom: drawList(open, parts, (index) => take(view, open, index)),
      offset: { x: 0, y: 4 },
    }),
  });
  const field = StateField.define<OpenList<Option> | null>({
    create: () => null,
    update: (open, transaction) => {
      for (const effect of transaction.effects) {
        if (effect.is(close)) return null;
        if (effect.is(choose) && open !== null) return { ...open, chosen: effect.value };
        if (effect.is(optionsCame) && open?.options.length === 0) return listAt(transaction.state, parts);
      }
      if (transaction.docChanged) {
        const isTyped = transaction.isUserEvent('input.type') || transaction.isUserEvent('delete');
        const isAsked = open !== null || endsIn(transaction.state, parts.sign);
        return isTyped && isAsked ? listAt(transaction.state, parts) : null;
      }
      return transaction.selection === undefined ? open : null;
    },
    provide: (self) => [
      showTooltip.from(self, (open) => (isShown(open) ? tooltipOf(open) : null)),
      EditorView.contentAttributes.from(self, (open) => attributesOf(open, parts.id)),
    ],
  });
  const withList = (run: (view: EditorView, open: OpenList<Option>) => void) => (view: EditorView) => {
    const open = view.state.field(field);
    if (!isShown(open)) return false;
    run(view, open);
    return true;
  };
  const move = (by: number) =>
    withList((view, { chosen, options }) =>
      view.dispatch({ effects: choose.of((chosen + by + options.length) % options.length) }),
    );
  const takeChosen = withList((view, open) => take(view, open, open.chosen));
  return [
    field,
    Prec.highest(
      keymap.of([
        { key: 'ArrowDown', run: move(1) },
        { key: 'ArrowUp', run: move(-1) },
        { key: 'Enter', run: takeChosen },
        { key: 'Tab', run: takeChosen },
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

function endsIn(state: EditorState, sign: string): boolean {
  const { head } = state.selection.main;
  return state.sliceDoc(head - 1, head) === sign;
}

function listAt<Option extends ListOption>(
  state: EditorState,
  { options, asked }: TypedListParts<Option>,
): OpenList<Option> | null {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  const words = asked.exec(state.sliceDoc(Math.max(line.from, head - furthestBack), head))?.groups?.['words'];
  if (!empty || words === undefined || isCodeLine(state, line.from)) return null;
  const typed = typedWords(words);
  const all = options();
  const found = all.filter(({ label }) => holdsAll(label, typed));
  if (found.length === 0 && all.length > 0) return null;
  return { from: head - words.length - 1, to: head, options: found.slice(0, longestList), chosen: 0 };
}

function isShown<Option>(open: OpenList<Option> | null): open is OpenList<Option> {
  return open !== null && open.options.length > 0;
}

function attributesOf(open: OpenList<unknown> | null, id: string): Record<string, string> {
  if (!isShown(open)) return { 'aria-autocomplete': 'list' };
  return {
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-activedescendant': `${id}-${open.chosen}`,
  };
}

function drawList<Option extends ListOption>(
  open: OpenList<Option>,
  { id, label: name }: TypedListParts<Option>,
  take: (index: number) => void,
): HTMLElement {
  const list = document.createElement('ul');
  list.id = id;
  list.className = styles['list'] ?? '';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', name);
  for (const [index, { label, look, detail }] of open.options.entries()) {
    const item = document.createElement('li');
    item.id = `${id}-${index}`;
    item.className = styles['option'] ?? '';
    item.dataset['look'] = look;
    item.textContent = label;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(index === open.chosen));
    if (detail !== undefined) item.append(quiet(detail));
    // Before the text loses the focus.
    item.addEventListener('mousedown', (event) => {
      event.preventDefault();
      take(index);
    });
    list.append(item);
  }
  return list;
}

function quiet(words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = styles['detail'] ?? '';
  element.textContent = words;
  return element;
}
