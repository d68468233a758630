import type { Extension } from '@codemirror/state';
import { sentenceAt } from '../../../shared/sentences.ts';
import { type ListOption, typedList } from './typed-list.ts';

/** A sign of the catalogue that may be marked. */
export interface SignalOption extends ListOption {
  readonly code: string;
}

export interface SignalListParts {
  readonly label: string;
  /** Those of the client's stage first. */
  readonly options: () => readonly SignalOption[];
  /** The sentence it was chosen in is what it was seen by. */
  readonly onChoose: (code: string, sentence: string) => void;
}

/** `#` opens the list of signs; the one that is chosen goes to the client, and its words leave the text. */
export function signalList({ label, options, onChoose }: SignalListParts): Extension {
  return typedList<SignalOption>({
    id: 'signals-of-the-note',
    label,
    sign: '#',
    // A space right behind makes a heading of it.
    asked: /(?:^|[\s(«“"])#(?<words>(?:[^\s#][^#]{0,40})?)$/u,
    options,
    onTake: (view, { from, to }, { code }) => {
      const line = view.state.doc.lineAt(from);
      const before = view.state.sliceDoc(line.from, from).trimEnd();
      const after = view.state.sliceDoc(to, line.to);
      view.dispatch({
        changes: { from: after.trim() === '' ? line.from + before.length : from, to },
        userEvent: 'input.signal',
      });
      onChoose(code, sentenceAt(`${before} ${after}`.trimEnd(), before.length));
    },
  });
}
