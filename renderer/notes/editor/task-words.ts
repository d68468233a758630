import { type Extension, RangeSetBuilder, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { taskLines } from '../../../shared/task-lines.ts';
import { today } from '../../ui/clock.ts';
import styles from './editor.module.css';

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
  const ranges = taskLines(doc.toString(), today(), people)
    .flatMap(({ personRange, dueRange }) => [personRange, dueRange])
    .filter((range) => range !== null)
    .toSorted(([one], [other]) => one - other);
  for (const [from, to] of ranges) builder.add(from, to, quiet);
  return builder.finish();
}
