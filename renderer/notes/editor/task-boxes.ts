import { type Extension, type Range, RangeSetBuilder, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, type KeyBinding, WidgetType } from '@codemirror/view';
import styles from './editor.module.css';

/** `[ ]` or `- [ ]` at the head of a line: groups are the indent with its dash, and what stands in the box. */
const boxMark = /^(\s*(?:[-*+]\s+)?)\[([ xX]?)\](?:\s|$)/;

export interface BoxAt {
  readonly from: number;
  readonly to: number;
  readonly isDone: boolean;
}

/** The mark of a task line with the space after it; null for any other line. */
export function boxOf(line: { readonly from: number; readonly text: string }): BoxAt | null {
  const match = boxMark.exec(line.text);
  if (!match) return null;
  const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
  return { from: line.from + indent, to: line.from + match[0].length, isDone: /[xX]/.test(match[2] ?? '') };
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
  const line = view.state.doc.lineAt(position);
  const box = boxOf(line);
  if (!box) return false;
  const open = line.text.indexOf('[');
  const close = line.text.indexOf(']', open);
  view.dispatch({
    changes: { from: line.from + open + 1, to: line.from + close, insert: box.isDone ? ' ' : 'x' },
    userEvent: 'input.task',
  });
  return true;
}

/** Enter under a task begins the next one; Enter on an empty one ends the list. */
function continueTasks(view: EditorView): boolean {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  const match = boxMark.exec(line.text);
  if (!main.empty || !match || main.head < line.from + match[0].length) return false;
  if (line.text.slice(match[0].length).trim() === '') {
    view.dispatch({ changes: { from: line.from, to: line.to }, userEvent: 'delete.task' });
    return true;
  }
  const insert = `\n${match[1] ?? ''}[ ] `;
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
  const boxes = StateField.define<DecorationSet>({
    create: (state) => boxesOf(state.doc, label),
    update: (set, transaction) => (transaction.docChanged ? boxesOf(transaction.newDoc, label) : set),
    provide: (field) => [
      EditorView.decorations.from(field),
      EditorView.atomicRanges.of((view) => view.state.field(field)),
    ],
  });
  return boxes;
}

function boxesOf(doc: Text, label: string): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const line of linesOf(doc)) {
    const box = boxOf(line);
    if (box) ranges.push(Decoration.replace({ widget: new BoxWidget(box.isDone, label) }).range(box.from, box.to));
  }
  return Decoration.set(ranges);
}

function* linesOf(doc: Text): Generator<{ readonly from: number; readonly text: string }> {
  for (let number = 1; number <= doc.lines; number += 1) yield doc.line(number);
}

const lineMarks = {
  title: Decoration.line({ class: styles['title'] ?? '' }),
  task: Decoration.line({ class: styles['task'] ?? '' }),
  done: Decoration.line({ class: `${styles['task']} ${styles['done']}` }),
};

/** The first line that says something is bold when it reads like a title. Task lines hang behind their box. */
export const lineLooks: Extension = StateField.define<DecorationSet>({
  create: (state) => looksOf(state.doc),
  update: (set, transaction) => (transaction.docChanged ? looksOf(transaction.newDoc) : set),
  provide: (field) => EditorView.decorations.from(field),
});

/** A whole sentence is a paragraph, also where it stands first. */
function isTitle(text: string): boolean {
  const words = text.trim();
  return words !== '' && words.length <= 80 && !/[.!?…:;,]$/.test(words);
}

function looksOf(doc: Text): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let hasTitle = false;
  for (const line of linesOf(doc)) {
    const box = boxOf(line);
    if (box) builder.add(line.from, line.from, box.isDone ? lineMarks.done : lineMarks.task);
    else if (!hasTitle && isTitle(line.text) && doc.lines > 1) builder.add(line.from, line.from, lineMarks.title);
    hasTitle ||= line.text.trim() !== '';
  }
  return builder.finish();
}
