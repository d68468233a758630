import { type EditorState, StateField, type Text } from '@codemirror/state';
import { type Fence, fenceOf, openBehind } from '../../../shared/code-fences.ts';

interface FenceLine {
  readonly at: number;
  readonly fence: Fence;
}

interface Fences {
  readonly lines: readonly FenceLine[];
  /** Where lines of code begin: the first, and the last or the end of the text. */
  readonly code: readonly (readonly [from: number, to: number])[];
}

/** The lines that may open or close code; only lines that were typed in are looked at again. */
export const fences = StateField.define<Fences>({
  create: ({ doc }) => withCode(fencesIn(doc, 0, doc.length)),
  update: (found, { docChanged, changes, startState, newDoc }) => {
    if (!docChanged) return found;
    const gone: (readonly [from: number, to: number])[] = [];
    const come: FenceLine[] = [];
    changes.iterChangedRanges((fromA, toA, fromB, toB) => {
      gone.push([startState.doc.lineAt(fromA).from, toA]);
      come.push(...fencesIn(newDoc, newDoc.lineAt(fromB).from, toB));
    });
    if (found.lines.length === 0 && come.length === 0) return found;
    const kept = found.lines
      .filter(({ at }) => !gone.some(([from, to]) => at >= from && at <= to))
      .map(({ at, fence }) => ({ at: changes.mapPos(at, 1), fence }));
    const lines = new Map([...kept, ...come].map((line) => [line.at, line]));
    return withCode([...lines.values()].toSorted((one, other) => one.at - other.at));
  },
});

function fencesIn(doc: Text, from: number, to: number): readonly FenceLine[] {
  const found: FenceLine[] = [];
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    const fence = fenceOf(line.text);
    if (fence !== null) found.push({ at: line.from, fence });
    if (line.to >= to || line.number === doc.lines) return found;
  }
}

function withCode(lines: readonly FenceLine[]): Fences {
  const code: (readonly [from: number, to: number])[] = [];
  let open: string | null = null;
  let from = 0;
  for (const { at, fence } of lines) {
    const next = openBehind(fence, open);
    if (open === null && next !== null) from = at;
    if (open !== null && next === null) code.push([from, at]);
    open = next;
  }
  return { lines, code: open === null ? code : [...code, [from, Infinity]] };
}

/** Whether a line stands in code; the fences themselves belong to it. */
export function isCodeLine(state: EditorState, lineFrom: number): boolean {
  return state.field(fences).code.some(([from, to]) => lineFrom >= from && lineFrom <= to);
}
