import { type EditorState, StateField, type Text } from '@codemirror/state';
import { isFence } from '../../../shared/task-lines.ts';

/** Where each line begins that opens or closes code; only lines that were typed in are looked at again. */
export const fences = StateField.define<readonly number[]>({
  create: ({ doc }) => fencesIn(doc, 0, doc.length),
  update: (found, { docChanged, changes, startState, newDoc }) => {
    if (!docChanged) return found;
    const gone: (readonly [from: number, to: number])[] = [];
    const come: number[] = [];
    changes.iterChangedRanges((fromA, toA, fromB, toB) => {
      gone.push([startState.doc.lineAt(fromA).from, toA]);
      come.push(...fencesIn(newDoc, newDoc.lineAt(fromB).from, toB));
    });
    if (found.length === 0 && come.length === 0) return found;
    const kept = found.filter((at) => !gone.some(([from, to]) => at >= from && at <= to));
    return [...new Set([...kept.map((at) => changes.mapPos(at, 1)), ...come])].toSorted((one, other) => one - other);
  },
});

function fencesIn(doc: Text, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    if (isFence(line.text)) found.push(line.from);
    if (line.to >= to || line.number === doc.lines) return found;
  }
}

/** Whether a line stands in code; the fences themselves belong to it. */
export function isCodeLine(state: EditorState, lineFrom: number): boolean {
  const found = state.field(fences);
  const before = found.filter((at) => at < lineFrom).length;
  return before % 2 === 1 || found.includes(lineFrom);
}
