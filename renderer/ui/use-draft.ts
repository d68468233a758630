import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { beforeLeaving } from './closing.ts';

export interface Draft {
  /** What is typed and not saved; null when there is nothing. */
  readonly text: string | null;
  readonly type: (text: string | null) => void;
  /** True when nothing is left to save. */
  readonly commit: () => Promise<boolean>;
}

/**
 * The words of a field that saves itself: one command at a time, and what is refused stays typed. They are saved as well
 * when the window closes and when another page takes the place of this one. `save` answers false when it was refused.
 */
export function useDraft(field: RefObject<Element | null>, save: (text: string) => Promise<boolean>): Draft {
  const [text, setText] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const sending = useRef(Promise.resolve(true));
  const beingSent = useRef<string | null>(null);
  const type = (next: string | null) => {
    latest.current = next;
    setText(next);
  };
  const commit = () => {
    // Enter and leaving the field may come together: the same words are sent, and refused, once.
    if (beingSent.current !== null && beingSent.current === latest.current) return sending.current;
    const send = async () => {
      const sent = latest.current;
      if (sent === null) return true;
      beingSent.current = sent;
      const isKept = await save(sent).finally(() => {
        beingSent.current = null;
      });
      // What was typed meanwhile is still to be saved.
      if (isKept && latest.current === sent) type(null);
      return isKept && latest.current === null;
    };
    sending.current = sending.current.then(send, send);
    return sending.current;
  };
  const leave = useEffectEvent(commit);
  const isOpen = text !== null;
  useEffect(() => {
    if (!isOpen || field.current === null) return undefined;
    const forget = beforeLeaving(field.current, () => leave());
    return () => {
      forget();
      void leave();
    };
  }, [isOpen, field]);
  return { text, type, commit };
}
