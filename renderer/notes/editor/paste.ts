import { isolateHistory } from '@codemirror/commands';
import { type ChangeSpec, EditorSelection, EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { isCodeLine } from './fences.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** More than this is taken as plain text: nobody waits for what is pasted. */
const longestHtml = 2_000_000;

/** What is pasted is plain text, or clean Markdown of a mail, a page or a document; with Shift it is plain text only. */
export function paste(): Extension {
  let isShiftHeld = false;
  return EditorView.domEventHandlers({
    keydown: (event) => {
      isShiftHeld = event.shiftKey;
    },
    keyup: (event) => {
      isShiftHeld = event.shiftKey;
    },
    paste: (event, view) => {
      const plain = event.clipboardData?.getData('text/plain') ?? '';
      const html = isShiftHeld ? '' : (event.clipboardData?.getData('text/html') ?? '');
      const text = (mayBeMarkdown(view, html) ? htmlToMarkdown(html) : null) ?? plain;
      // A picture has no words: what is selected is not replaced by nothing.
      if (text === '') return true;
      view.dispatch(view.state.replaceSelection(cleanText(text)), {
        userEvent: 'input.paste',
        annotations: isolateHistory.of('full'),
        scrollIntoView: true,
      });
      return true;
    },
  });
}

function mayBeMarkdown({ state }: EditorView, html: string): boolean {
  const { from } = state.doc.lineAt(state.selection.main.from);
  return html !== '' && html.length <= longestHtml && !isCodeLine(state, from);
}

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Without the characters that no note may hold: a page of a PDF ends in one. */
function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u000b\u000c]/g, '\n')
    .replaceAll(new RegExp(controls, 'g'), '');
}

/** Whatever way it comes, text never holds what would make its saving fail. */
export const cleanInput: Extension = EditorState.transactionFilter.of(
  (transaction): TransactionSpec | typeof transaction => {
    if (!transaction.docChanged) return transaction;
    const changes: ChangeSpec[] = [];
    let isClean = true;
    let end = 0;
    let moved = 0;
    transaction.changes.iterChanges((from, to, _from, _to, inserted) => {
      const typed = inserted.toString();
      const insert = controls.test(typed) ? cleanText(typed) : typed;
      isClean &&= insert === typed;
      changes.push({ from, to, insert });
      end = from + moved + insert.length;
      moved += insert.length - (to - from);
    });
    if (isClean) return transaction;
    return { changes, selection: EditorSelection.cursor(end), scrollIntoView: transaction.scrollIntoView };
  },
);
