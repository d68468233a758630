import { useEffect } from 'react';
import { create } from 'zustand';
import type { NoteTemplate } from '../../shared/contract/note-templates.ts';
import { isLanguage, type Language, type Words } from '../../shared/language.ts';
import { call, onChanged } from '../api.ts';
import { showProblem } from './toast.ts';

interface Templates {
  readonly templates: readonly NoteTemplate[];
  /** They ship, and a partner took them off the list. */
  readonly removed: readonly NoteTemplate[];
  /** False until the disk has answered for the first time. */
  readonly isRead: boolean;
}

const useStore = create<Templates>(() => ({ templates: [], removed: [], isRead: false }));

/** Read when somebody looks, and again after every change of one. */
export function useNoteTemplates(): Templates {
  useEffect(look, []);
  return useStore();
}

let onlookers = 0;
let stopListening = () => {};

function look(): () => void {
  onlookers += 1;
  if (onlookers === 1) {
    void load();
    stopListening = onChanged(({ areas }) => {
      if (areas.includes('settings')) void load();
    });
  }
  return () => {
    onlookers -= 1;
    if (onlookers === 0) stopListening();
  };
}

async function load(): Promise<void> {
  try {
    useStore.setState({ ...(await call('notes.templates', {})), isRead: true });
  } catch (problem) {
    useStore.setState({ isRead: true });
    showProblem(problem);
  }
}

/** In the language that is wanted, or else in the one it was written in. */
export function inLanguage(words: Words, wanted: string | undefined, otherwise: Language): string {
  const language = isLanguage(wanted) ? wanted : otherwise;
  return words[language] || words[language === 'en' ? 'ru' : 'en'];
}
