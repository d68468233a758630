import type { Reply } from '../../shared/contract/contract.ts';
import { isProgramPage } from './pages.ts';

interface AskingFrame {
  readonly url: string;
  readonly parent: object | null;
}

/** Of Electron's event of a call what tells who asks. */
export interface AskingEvent {
  readonly sender: object;
  readonly senderFrame: AskingFrame | null;
}

type Answer = (name: unknown, input: unknown) => Promise<Reply<unknown>>;
type Door = (event: AskingEvent, name: unknown, input: unknown) => Promise<Reply<unknown>>;

const notTrusted = { ok: false, code: 'not_trusted', message: 'Not the page of the program' } as const;

/** The one way in: only the program's own page, in the top frame of its window, is answered. */
export function doorOf(answer: Answer, contents: () => object | undefined): Door {
  return (event, name, input) => (isOurPage(event, contents()) ? answer(name, input) : Promise.resolve(notTrusted));
}

function isOurPage({ sender, senderFrame }: AskingEvent, contents: object | undefined): boolean {
  return sender === contents && senderFrame !== null && senderFrame.parent === null && isProgramPage(senderFrame.url);
}
