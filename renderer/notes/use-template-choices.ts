import { useLingui } from '@lingui/react/macro';
import type { NoteKind } from '../../shared/contract/notes.ts';
import { inLanguage, useNoteTemplates } from '../ui/note-templates.ts';
import { useLanguage } from '../ui/session.ts';
import { kindLooks } from './kinds.ts';

export interface TemplateChoice {
  readonly id: string;
  /** In the language of the interface. */
  readonly title: string;
  /** In the language that is spoken with the client. */
  readonly text: string;
  /** The kind of note it is meant for; null when that is the one that is written. */
  readonly kindWord: string | null;
}

/** Templates that have a text, those for the kind of note first. */
export function useTemplateChoices(kind: NoteKind, lang: string | undefined): readonly TemplateChoice[] {
  const { i18n } = useLingui();
  const language = useLanguage();
  const { templates } = useNoteTemplates();
  const choices = templates.map(({ id, kind: own, title, text }) => ({
    id,
    title: inLanguage(title, language, language),
    text: inLanguage(text, lang, language),
    kindWord: own === kind ? null : wordOf(own),
  }));
  function wordOf(each: string): string {
    const look = kindLooks.find((known) => known.id === each);
    return look === undefined ? '' : i18n.t(look.label);
  }
  return choices
    .filter(({ text }) => text.trim() !== '')
    .toSorted((one, other) => Number(one.kindWord !== null) - Number(other.kindWord !== null));
}
