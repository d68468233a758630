import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ClientPage, Contact } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { ApiError, call } from '../api.ts';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Arrival } from '../ui/navigation.ts';
import { showProblem } from '../ui/toast.ts';
import { Composer } from './composer.tsx';
import type { EditorHandle } from './editor/note-editor.tsx';
import { EntryRow } from './entry-row.tsx';
import { kindIcon } from './kinds.ts';
import { fieldsOfNote } from './note-fields.ts';
import styles from './timeline.module.css';
import { useEndings } from './use-endings.ts';
import { useSeek } from './use-seek.ts';
import { isAhead } from './when.ts';

type Draft = ClientPage['drafts'][number];

export interface DraftRowsProps {
  readonly drafts: readonly Draft[];
  readonly contacts: readonly Contact[];
  readonly lang: string | undefined;
  /** The one that is open for writing. */
  readonly openId: string | null;
  readonly onOpen: (noteId: string | null) => void;
  readonly target: Arrival | null;
}

/** Notes that are not finished and not in the composer: meetings ahead, and drafts begun before the newest one. */
export function DraftRows({ drafts, openId, ...rest }: DraftRowsProps) {
  const { t } = useLingui();
  if (drafts.length === 0) return null;
  return (
    <section className={styles.timeline} aria-label={t`Drafts`}>
      <header className={styles.head}>
        <h2 className={styles.heading}>
          <Trans>Drafts</Trans>
        </h2>
      </header>
      <ol className={styles.entries}>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} isOpen={draft.id === openId} {...rest} />
        ))}
      </ol>
    </section>
  );
}

type DraftRowProps = Pick<DraftRowsProps, 'contacts' | 'lang' | 'onOpen' | 'target'> & {
  readonly draft: Draft;
  readonly isOpen: boolean;
};

function DraftRow({ draft, contacts, lang, isOpen, onOpen, target }: DraftRowProps) {
  const { t } = useLingui();
  const note = useOpened(isOpen ? draft.id : null, () => onOpen(null));
  const door = useRef<HTMLButtonElement>(null);
  const editor = useRef<EditorHandle>(null);
  useSeek(editor, target, target?.noteId === draft.id);
  const close = () => {
    onOpen(null);
    requestAnimationFrame(() => door.current?.focus());
  };
  const endings = useEndings(close);
  return (
    <EntryRow happenedAt={draft.happenedAt} icon={<Icon name={kindIcon(draft.kind)} />}>
      {isOpen && note !== null ? (
        <Composer
          look="entry"
          autoFocus
          handle={editor}
          fields={fieldsOfNote(note)}
          note={note}
          contacts={contacts}
          lang={lang}
          {...endings}
          onGone={close}
        />
      ) : (
        <div className={styles.noteHead}>
          <h3 className={styles.title} lang={lang}>
            <button
              ref={door}
              type="button"
              className={styles.toggle}
              data-focus-key={`note ${draft.id}`}
              onClick={() => onOpen(draft.id)}
            >
              {draft.title === '' ? t`Note` : draft.title}
            </button>
          </h3>
          <Chip>{isAhead(draft.happenedAt) ? <Trans>Planned</Trans> : <Trans>Draft</Trans>}</Chip>
        </div>
      )}
    </EntryRow>
  );
}

/** The draft as it is on the disk, read when it is opened. */
function useOpened(noteId: string | null, onFailure: () => void): Note | null {
  const [note, setNote] = useState<Note | null>(null);
  const fail = useEffectEvent((problem: unknown) => {
    if (!(problem instanceof ApiError) || problem.code !== 'not_found') showProblem(problem);
    onFailure();
  });
  useEffect(() => {
    if (noteId === null) return undefined;
    let isCurrent = true;
    call('notes.open', { noteId })
      .then((reply) => isCurrent && setNote(reply.note))
      .catch((problem: unknown) => isCurrent && fail(problem));
    return () => {
      isCurrent = false;
      setNote(null);
    };
  }, [noteId]);
  return note;
}
