import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { beforeLeaving } from './closing.ts';
import { type FieldPlace, keepWords, letGoOlder } from './kept-words.ts';

export interface DraftField {
  readonly field: RefObject<Element | null>;
  /** Names the field where its words are kept when it is gone. */
  readonly label: string;
  /** Answers false when it was refused. */
  readonly save: (text: string) => Promise<boolean>;
  /** Why a text cannot be saved as it is. */
  readonly problemOf?: ((text: string) => string | undefined) | undefined;
  /** The text in words a person reads, where it is not words. */
  readonly wordsOf?: (text: string) => string;
}

export interface Draft {
  /** What is typed and not saved; null when there is nothing. */
  readonly text: string | null;
  readonly type: (text: string | null) => void;
  /** True when nothing is left to save. */
  readonly commit: () => Promise<boolean>;
}

const opened = new Set<Element>();

/** Whether a field of this part of the page has begun to be edited. */
export function holdsDraft(part: Element): boolean {
  return [...opened].some((field) => part.contains(field));
}

export function placeOf(field: Element): FieldPlace {
  const record = field.closest<HTMLElement>('[data-record]')?.dataset['record'] ?? null;
  return { place: document.querySelector('h1')?.textContent ?? '', record };
}

/**
 * The words of a field that saves itself: one command at a time, and what is refused stays typed. They are saved as well
 * when the window closes and when another page takes the place of this one; what is refused then is kept in sight.
 */
export function useDraft({ field, label, save, problemOf, wordsOf = (text) => text }: DraftField): Draft {
  const [text, setText] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const sending = useRef(Promise.resolve(true));
  const beingSent = useRef<string | null>(null);
  const place = useRef<FieldPlace>({ place: '', record: null });
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
      if (isKept) letGoOlder({ ...place.current, label });
      if (isKept && latest.current === sent) type(null);
      return isKept && latest.current === null;
    };
    sending.current = sending.current.then(send, send);
    return sending.current;
  };
  const saveNow = useEffectEvent(commit);
  const leave = useEffectEvent(async () => {
    const isSaved = await commit().catch(() => false);
    const left = latest.current;
    if (isSaved || left === null) return;
    keepWords({ ...place.current, label, words: wordsOf(left), problem: problemOf?.(left), save: () => save(left) });
  });
  const isOpen = text !== null;
  useEffect(() => {
    const element = field.current;
    if (!isOpen || element === null) return undefined;
    place.current = placeOf(element);
    const forget = beforeLeaving(element, () => saveNow());
    opened.add(element);
    return () => {
      opened.delete(element);
      // A window that closes meanwhile waits for it too.
      void leave().finally(forget);
    };
  }, [isOpen, field]);
  return { text, type, commit };
}
