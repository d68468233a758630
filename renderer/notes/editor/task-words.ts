import { type Extension, RangeSetBuilder, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { taskLines } from '../../../shared/task-lines.ts';
import { today } from '../../ui/clock.ts';
import styles from './editor.module.css';

type TextRange = readonly [from: number, to: number];

const quiet = Decoration.mark({ class: styles['aside'] ?? '' });

/** Who and when of a task line step back behind what is to be done: that they turn quiet says they were understood. */
export function taskWords(people: readonly string[]): Extension {
  return StateField.define<DecorationSet>({
    create: (state) => wordsOf(state.doc, people),
    update: (set, transaction) => (transaction.docChanged ? wordsOf(transaction.newDoc, people) : set),
    provide: (field) => EditorView.decorations.from(field),
  });
}

function wordsOf(doc: Text, people: readonly string[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const text = doc.toString();
  for (const { personRange, dueRange } of taskLines(text, today(), people)) {
    for (const [from, to] of together(text, personRange, dueRange)) builder.add(from, to, quiet);
  }
  return builder.finish();
}

/** «Вера, до 27 нояб.» is one piece, the comma with it. */
function together(text: string, person: TextRange | null, due: TextRange | null): readonly TextRange[] {
  const ranges = [person, due].filter((range) => range !== null).toSorted(([one], [other]) => one - other);
  const [first, second] = ranges;
  if (first === undefined || second === undefined) return ranges;
  return /^[\s,]*$/.test(text.slice(first[1], second[0])) ? [[first[0], second[1]]] : ranges;
}
