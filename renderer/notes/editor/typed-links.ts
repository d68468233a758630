import { EditorView } from '@codemirror/view';
import { openLink } from '../open-link.ts';
import { safeAddress } from '../safe-address.ts';
import { isCodeLine } from './fences.ts';
import { inlinePieces } from './inline-marks.ts';

/** Ctrl or Cmd and a click on a link open it. */
export const typedLinks = EditorView.domEventHandlers({
  mousedown: (event, view) => {
    if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
    const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
    const address = position === null ? null : addressAt(view, position);
    if (address === null) return false;
    event.preventDefault();
    void openLink(address);
    return true;
  },
});

/** Links are read around the place: a line may be very long. */
const reach = 3000;

function addressAt({ state }: EditorView, position: number): string | null {
  const line = state.doc.lineAt(position);
  if (isCodeLine(state, line.from)) return null;
  const from = Math.max(line.from, position - reach);
  const text = line.text.slice(from - line.from, position + reach - line.from);
  const found = inlinePieces(text, from).find(
    ({ address, from: start, to }) => address !== undefined && start <= position && position <= to,
  );
  return safeAddress(found?.address);
}
