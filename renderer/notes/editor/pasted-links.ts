import { EditorView } from '@codemirror/view';
import { safeAddress } from '../safe-address.ts';

/** What is pasted is plain text; of the web page or letter it comes from only the links are kept. */
export const pastedLinks = EditorView.domEventHandlers({
  paste: (event, view) => {
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    const text = withLinks(plain, event.clipboardData?.getData('text/html') ?? '');
    if (text === plain) return false;
    view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true });
    return true;
  },
});

/** The plain text with the links of the HTML as Markdown, each where its words stand in the text. */
function withLinks(plain: string, html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  let text = '';
  let rest = plain;
  let read = body.ownerDocument.createRange();
  read.setStart(body, 0);
  for (const link of body.querySelectorAll('a[href]')) {
    const words = oneLine(link.textContent);
    const address = safeAddress(link.getAttribute('href') ?? undefined);
    if (address === null || words === '' || safeAddress(words) === address) continue;
    read.setEndBefore(link);
    const at = placeOf(words, rest, timesIn(words, oneLine(read.toString())));
    if (at === -1) continue;
    text += `${rest.slice(0, at)}[${words.replace(/[[\]\\]/g, '\\$&')}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
    rest = rest.slice(at + words.length);
    read = body.ownerDocument.createRange();
    read.setStartAfter(link);
  }
  return text + rest;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function timesIn(words: string, text: string): number {
  return text.split(words).length - 1;
}

/** Where the words stand after they stood so many times before; -1 when they do not. */
function placeOf(words: string, text: string, times: number): number {
  let at = text.indexOf(words);
  for (let time = 0; time < times && at !== -1; time += 1) at = text.indexOf(words, at + words.length);
  return at;
}
