import { type RefObject, useEffect, useRef } from 'react';
import type { Arrival } from '../ui/navigation.ts';
import type { EditorHandle } from './editor/note-editor.tsx';

/** A search led to a text that is being written: to the first of the words, once for each search. */
export function useSeek(editor: RefObject<EditorHandle | null>, target: Arrival | null, isHere: boolean): void {
  const sought = useRef<Arrival | null>(null);
  useEffect(() => {
    if (!isHere || target === null || target === sought.current || editor.current === null) return;
    sought.current = target;
    editor.current.seek(target.words);
  });
}
