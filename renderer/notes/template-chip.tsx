import { useLingui } from '@lingui/react/macro';
import { type RefObject, useState } from 'react';
import type { NoteKind } from '../../shared/contract/notes.ts';
import { ChipButton } from '../ui/chip.tsx';
import { useCommands } from '../ui/commands.ts';
import { Menu } from '../ui/menu.tsx';
import { navigate } from '../ui/navigation.ts';
import { useNoteTemplates } from '../ui/note-templates.ts';
import type { EditorHandle } from './editor/note-editor.tsx';
import { type TemplateChoice, useTemplateChoices } from './use-template-choices.ts';

export interface TemplateChipProps {
  readonly kind: NoteKind;
  readonly lang: string | undefined;
  readonly handle: RefObject<EditorHandle | null>;
}

/** Skeletons for the text: those for the kind of note first. */
export function TemplateChip({ kind, lang, handle }: TemplateChipProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const choices = useTemplateChoices(kind, lang);
  const { isRead } = useNoteTemplates();
  useCommands([{ id: 'note-template', label: t`Insert a template`, section: 'note', run: () => setOpen(true) }]);
  const entryOf = ({ id, title, text, kindWord }: TemplateChoice) => ({
    id,
    label: title,
    ...(kindWord === null ? {} : { detail: kindWord }),
    onAction: () => {
      handle.current?.insert(text);
      whenMenuIsGone(() => handle.current?.focus());
    },
  });
  const own = choices.filter(({ kindWord }) => kindWord === null);
  const others = choices.filter(({ kindWord }) => kindWord !== null);
  return (
    <Menu
      label={t`Template`}
      // Entries that come late would push the others from under the pointer.
      isOpen={isOpen && isRead}
      onOpenChange={setOpen}
      placement="bottom start"
      groups={[
        { id: 'own', entries: own.map(entryOf) },
        { id: 'others', label: t`For other kinds`, entries: others.map(entryOf) },
        {
          id: 'settings',
          entries: [
            {
              id: 'edit',
              label: t`Edit templates…`,
              icon: 'settings' as const,
              onAction: () => navigate({ name: 'settings', section: 'templates' }),
            },
          ],
        },
      ].filter(({ entries }) => entries.length > 0)}
    >
      <ChipButton icon="list">{t`Template`}</ChipButton>
    </Menu>
  );
}

const patience = 60;

/** A menu that is closing holds the focus for some frames, and then gives it back to its button. */
function whenMenuIsGone(act: () => void, framesLeft = patience): void {
  requestAnimationFrame(() => {
    const isGone = document.querySelector('[role="menu"]') === null;
    if (isGone || framesLeft === 0) requestAnimationFrame(act);
    else whenMenuIsGone(act, framesLeft - 1);
  });
}
