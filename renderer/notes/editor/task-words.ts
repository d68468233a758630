import type { Line } from '@codemirror/state';
import { taskLines } from '../../../shared/task-lines.ts';
import { today } from '../../ui/clock.ts';

type TextRange = readonly [from: number, to: number];

/** Who and when of a task line, which step back behind what is to be done: that they turn quiet says they were understood. */
export function taskWords({ text, from }: Line, people: readonly string[]): readonly TextRange[] {
  const [task] = taskLines(text, today(), people);
  if (task === undefined) return [];
  return together(text, task.personRange, task.dueRange).map(([start, end]) => [from + start, from + end]);
}

/** «Вера, до 27 нояб.» is one piece, the comma with it. */
function together(text: string, person: TextRange | null, due: TextRange | null): readonly TextRange[] {
  const ranges = [person, due].filter((range) => range !== null).toSorted(([one], [other]) => one - other);
  const [first, second] = ranges;
  if (first === undefined || second === undefined) return ranges;
  return /^[\s,]*$/.test(text.slice(first[1], second[0])) ? [[first[0], second[1]]] : ranges;
}
