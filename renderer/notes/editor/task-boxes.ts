import type { EditorState, Line } from '@codemirror/state';
import { Decoration, type EditorView, type KeyBinding, WidgetType } from '@codemirror/view';
import { taskLines } from '../../../shared/task-lines.ts';
import { today } from '../../ui/clock.ts';
import styles from './editor.module.css';
import { isCodeLine } from './fences.ts';

interface BoxAt {
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
const mayBeTask = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?\[/;

/** The box of a line that is a task. */
export function boxOf(state: EditorState, { text, from, to }: Line): BoxAt | null {
  if (!mayBeTask.test(text) || isCodeLine(state, from)) return null;
  const [task] = taskLines(`${text}${comingWord}`, today());
  if (task === undefined) return null;
  const [open, close] = task.box;
  const dash = /[-*+]\s+$/.exec(text.slice(0, open))?.[0].length ?? 0;
  return {
    from: from + open - dash,
    to: Math.min(from + close + 1, to),
    open: from + open,
    close: from + close,
    isDone: task.isDone,
  };
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
  const box = boxOf(view.state, view.state.doc.lineAt(position));
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
  const line = view.state.doc.lineAt(main.head);
  const box = boxOf(view.state, line);
  if (!main.empty || !box || main.head < box.to) return false;
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

/** Drawn in place of the mark; the text stays Markdown. */
export function boxDecoration(isDone: boolean, label: string): Decoration {
  return Decoration.replace({ widget: new BoxWidget(isDone, label) });
}
