import { type EditorState, type Extension, RangeSetBuilder, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, type KeyBinding, WidgetType } from '@codemirror/view';
import { taskLines } from '../../../shared/task-lines.ts';
import { today } from '../../ui/clock.ts';
import styles from './editor.module.css';

interface BoxAt {
  /** Number of the line, from 1. */
  readonly line: number;
  /** What the box is drawn for: its brackets, the dash before them, and the space after them. */
  readonly from: number;
  readonly to: number;
  /** The brackets alone. */
  readonly open: number;
  readonly close: number;
  readonly isDone: boolean;
}

/** A box is there before the words of its task are: each line is read as if one more word stood at its end. */
const comingWord = ' a';

function boxesOf(doc: Text): readonly BoxAt[] {
  const lines = [...doc.iterLines()];
  return taskLines(lines.map((line) => `${line}${comingWord}`).join('\n'), today()).map(({ line, box, isDone }) => {
    const [open, close] = [box[0] - line * comingWord.length, box[1] - line * comingWord.length];
    const { from, to } = doc.line(line + 1);
    const dash = /[-*+]\s+$/.exec(doc.sliceString(from, open))?.[0].length ?? 0;
    return { line: line + 1, from: open - dash, to: Math.min(close + 1, to), open, close, isDone };
  });
}

const boxes = StateField.define<readonly BoxAt[]>({
  create: (state) => boxesOf(state.doc),
  update: (found, transaction) => (transaction.docChanged ? boxesOf(transaction.newDoc) : found),
});

function boxAt(state: EditorState, position: number): BoxAt | undefined {
  const { number } = state.doc.lineAt(position);
  return state.field(boxes).find(({ line }) => line === number);
}

class BoxWidget extends WidgetType {
  readonly isDone: boolean;
  readonly label: string;

  constructor(isDone: boolean, label: string) {
    super();
    this.isDone = isDone;
    this.label = label;
  }

  override eq(other: BoxWidget): boolean {
    return other.isDone === this.isDone && other.label === this.label;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('span');
    box.className = styles['box'] ?? '';
    box.setAttribute('role', 'checkbox');
    box.setAttribute('aria-checked', String(this.isDone));
    box.setAttribute('aria-label', this.label);
    box.addEventListener('mousedown', (event) => {
      event.preventDefault();
      toggleBoxAt(view, view.posAtDOM(box));
    });
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function toggleBoxAt(view: EditorView, position: number): boolean {
  const box = boxAt(view.state, position);
  if (!box) return false;
  view.dispatch({
    changes: { from: box.open + 1, to: box.close - 1, insert: box.isDone ? ' ' : 'x' },
    userEvent: 'input.task',
  });
  return true;
}

/** Enter under a task begins the next one; Enter on an empty one ends the list. */
function continueTasks(view: EditorView): boolean {
  const { main } = view.state.selection;
  const box = boxAt(view.state, main.head);
  if (!main.empty || !box || main.head < box.to) return false;
  const line = view.state.doc.line(box.line);
  if (view.state.sliceDoc(box.to, line.to).trim() === '') {
    view.dispatch({ changes: { from: line.from, to: line.to }, userEvent: 'delete.task' });
    return true;
  }
  const before = view.state.sliceDoc(line.from, box.open);
  const insert = `\n${before.replace(/\d+(?=[.)]\s+$)/, (number) => String(Number(number) + 1))}[ ] `;
  view.dispatch({
    changes: { from: main.head, insert },
    selection: { anchor: main.head + insert.length },
    scrollIntoView: true,
    userEvent: 'input.task',
  });
  return true;
}

export const taskKeys: readonly KeyBinding[] = [
  { key: 'Enter', run: continueTasks },
  { key: 'Mod-Shift-x', run: (view) => toggleBoxAt(view, view.state.selection.main.head) },
];

/** Draws the marks of tasks as boxes that can be pressed. The text stays Markdown. */
export function taskBoxes(label: string): Extension {
  const drawn = StateField.define<DecorationSet>({
    create: (state) => drawnBoxes(state, label),
    update: (set, transaction) => (transaction.docChanged ? drawnBoxes(transaction.state, label) : set),
    provide: (field) => [
      EditorView.decorations.from(field),
      EditorView.atomicRanges.of((view) => view.state.field(field)),
    ],
  });
  return [boxes, drawn];
}

function drawnBoxes(state: EditorState, label: string): DecorationSet {
  return Decoration.set(
    state
      .field(boxes)
      .map(({ from, to, isDone }) => Decoration.replace({ widget: new BoxWidget(isDone, label) }).range(from, to)),
  );
}

const lineMarks = {
  title: Decoration.line({ class: styles['title'] ?? '' }),
  task: Decoration.line({ class: styles['task'] ?? '' }),
  done: Decoration.line({ class: `${styles['task']} ${styles['done']}` }),
};

/** The first line that says something is bold when it reads like a title. Task lines hang behind their box. */
export const lineLooks: Extension = [
  boxes,
  StateField.define<DecorationSet>({
    create: looksOf,
    update: (set, transaction) => (transaction.docChanged ? looksOf(transaction.state) : set),
    provide: (field) => EditorView.decorations.from(field),
  }),
];

/** A whole sentence is a paragraph, also where it stands first. */
function isTitle(text: string): boolean {
  const words = text.trim();
  return words !== '' && words.length <= 80 && !/[.!?…:;,]$/.test(words);
}

function looksOf(state: EditorState): DecorationSet {
  const { doc } = state;
  const marks = new Map(state.field(boxes).map(({ line, isDone }) => [line, isDone ? lineMarks.done : lineMarks.task]));
  const builder = new RangeSetBuilder<Decoration>();
  let hasTitle = false;
  for (let number = 1; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    const mark = marks.get(number);
    if (mark) builder.add(line.from, line.from, mark);
    else if (!hasTitle && isTitle(line.text) && doc.lines > 1) builder.add(line.from, line.from, lineMarks.title);
    hasTitle ||= line.text.trim() !== '';
  }
  return builder.finish();
}
