import { Plural, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Contact, TimelineEntry } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { call } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { Chip } from '../ui/chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { isTyping } from '../ui/commands.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { Arrival } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import { lookOf, signalTones, useSignalLabel } from '../ui/signal-words.ts';
import { showProblem } from '../ui/toast.ts';
import { useUnfolded } from '../ui/unfolded.ts';
import { i18n } from '../ui/words.ts';
import { Composer } from './composer.tsx';
import type { EditorHandle } from './editor/note-editor.tsx';
import { EntryRow } from './entry-row.tsx';
import { kindIcon, kindLooks } from './kinds.ts';
import type { Reached } from './long-note.tsx';
import { NoteBody } from './note-body.tsx';
import { fieldsOfNote } from './note-fields.ts';
import { NoteVersions } from './note-versions.tsx';
import styles from './timeline.module.css';
import { unsavedEdit } from './unsaved-notes.ts';
import { useArrival } from './use-arrival.ts';
import { useInitiatorWords } from './use-initiator-words.ts';
import { useSeek } from './use-seek.ts';

type NoteOfTimeline = Extract<TimelineEntry, { readonly type: 'note' }>;

export interface NoteEntryProps {
  readonly entry: NoteOfTimeline;
  readonly contacts: readonly Contact[];
  readonly lang?: string | undefined;
  readonly target: Arrival | null;
}

interface Edited {
  readonly note: Note;
  /** By the partner, a moment ago: the keyboard is theirs. */
  readonly isAsked: boolean;
}

function unsaved(noteId: string): Edited | null {
  const note = unsavedEdit(noteId)?.note ?? null;
  return note === null ? null : { note, isAsked: true };
}

export function NoteEntry({ entry, contacts, lang, target }: NoteEntryProps) {
  const isTarget = target?.noteId === entry.id;
  const [isOpen, setOpen] = useUnfolded(`note ${entry.id}`, isTarget);
  const [edited, setEdited] = useState<Edited | null>(() => unsaved(entry.id));
  const article = useRef<HTMLElement>(null);
  const editor = useRef<EditorHandle>(null);
  useSeek(editor, target, isTarget && edited !== null);
  const arrival = isTarget ? target : null;
  const [reached, setReached] = useState<Reached | null>(null);
  const words = entry.isCut
    ? reached?.arrival === arrival
      ? (reached?.words ?? null)
      : null
    : (arrival?.words ?? null);
  const isMarked = useArrival(article, { arrival, words, open: () => setOpen(true) });
  const edit = () => void openForEditing(entry.id, (note) => setEdited({ note, isAsked: true }));
  const goOn = useEffectEvent(() => {
    if (entry.isBeingEdited && edited === null)
      void openForEditing(entry.id, (note) => {
        if (note.edit !== null || note.kept !== null) setEdited({ note, isAsked: false });
      });
  });
  // An editor that nobody closed is there again with its page.
  useEffect(() => goOn(), []);
  const hasStopped = useRef(false);
  const stopEditing = () => {
    hasStopped.current = true;
    setEdited(null);
  };
  // A long note takes its time to be drawn again.
  useEffect(() => {
    if (edited !== null || !hasStopped.current) return;
    hasStopped.current = false;
    article.current?.querySelector<HTMLElement>('button')?.focus();
  }, [edited]);
  return (
    <EntryRow happenedAt={entry.happenedAt} icon={<Icon name={kindIcon(entry.kind)} />}>
      {edited !== null ? (
        <Composer
          look="entry"
          handle={editor}
          autoFocus={edited.isAsked}
          fields={fieldsOfNote(edited.note)}
          note={edited.note}
          contacts={contacts}
          lang={lang}
          onDone={stopEditing}
          onCollapse={stopEditing}
          onGone={stopEditing}
        />
      ) : (
        <article
          ref={article}
          className={classNames(styles.note, isMarked && styles.arrived)}
          onKeyDown={(event) => onEntryKey(event, edit, () => void deleteNote(entry.id))}
        >
          <NoteHead entry={entry} isOpen={isOpen} lang={lang} onToggle={() => setOpen(!isOpen)} onEdit={edit} />
          <NoteBody
            noteId={entry.id}
            text={entry.body}
            isOpen={isOpen}
            tasksDone={entry.tasksDone}
            isCut={entry.isCut}
            lang={lang}
            sought={arrival}
            onReached={setReached}
          />
          <NoteFoot entry={entry} isOpen={isOpen} />
        </article>
      )}
    </EntryRow>
  );
}

interface NoteHeadProps {
  readonly entry: NoteOfTimeline;
  readonly isOpen: boolean;
  readonly lang: string | undefined;
  readonly onToggle: () => void;
  readonly onEdit: () => void;
}

function NoteHead({ entry, isOpen, lang, onToggle, onEdit }: NoteHeadProps) {
  const { t } = useLingui();
  const look = kindLooks.find(({ id }) => id === entry.kind);
  const kind = look === undefined ? t`Note` : i18n.t(look.label);
  const title = entry.title === '' ? kind : entry.title;
  const [areVersionsShown, setShown] = useState(false);
  return (
    <div className={styles.noteHead}>
      <h4 className={styles.title} lang={lang}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          data-focus-key={`note ${entry.id}`}
          onClick={onToggle}
        >
          <span className="visually-hidden">{kind}: </span>
          {title}
        </button>
      </h4>
      <Menu
        label={t`What to do with the note`}
        groups={[
          {
            id: 'note',
            entries: [
              { id: 'edit', label: t({ message: 'Edit', context: 'note' }), keys: 'KeyE', onAction: onEdit },
              { id: 'versions', label: t`Versions`, onAction: () => setShown(true) },
              {
                id: 'delete',
                label: t`Delete note`,
                icon: 'trash',
                tone: 'danger',
                onAction: () => void deleteNote(entry.id),
              },
            ],
          },
        ]}
      >
        <IconButton icon="more" size="small" className={styles.menu} label={t`More: ${title}`} />
      </Menu>
      {areVersionsShown && <NoteVersions noteId={entry.id} title={title} lang={lang} onClose={() => setShown(false)} />}
    </div>
  );
}

function NoteFoot({ entry, isOpen }: Pick<NoteHeadProps, 'entry' | 'isOpen'>) {
  const { t } = useLingui();
  const initiatorWords = useInitiatorWords();
  const { tasksDone, tasksTotal, attendees, initiatedBy, signals } = entry;
  const names = attendees.join(', ');
  // Not <Trans>: it would look for elements in the names.
  const people = [names === '' ? '' : t`With: ${names}`, initiatorWords(initiatedBy)].filter(Boolean).join(' · ');
  if (tasksTotal === 0 && signals.length === 0 && (!isOpen || people === '')) return null;
  return (
    <div className={styles.chips}>
      {tasksTotal > 0 && (
        <Chip icon={tasksDone === tasksTotal ? 'check' : 'list'}>
          <Plural value={tasksTotal} one={`${tasksDone} of # task`} other={`${tasksDone} of # tasks`} />
        </Chip>
      )}
      {signals.map((code) => (
        <SignalChip key={code} code={code} />
      ))}
      {isOpen && people !== '' && <span className={styles.people}>{people}</span>}
    </div>
  );
}

function SignalChip({ code }: { readonly code: string }) {
  const look = lookOf(code);
  const label = useSignalLabel(code);
  return (
    <Chip tone={signalTones[look]} icon={look === 'green' ? 'check' : 'flag'}>
      {label}
    </Chip>
  );
}

function onEntryKey(event: KeyboardEvent, edit: () => void, remove: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(event.target instanceof Element) || isTyping(event.target)) return;
  if (!event.currentTarget.contains(event.target)) return;
  if (event.code === 'KeyE' && useSession.getState().areSingleKeysOn) edit();
  else if (event.code === 'Delete') remove();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

async function openForEditing(noteId: string, show: (note: Note) => void): Promise<void> {
  try {
    show((await call('notes.open', { noteId })).note);
  } catch (problem) {
    showProblem(problem);
  }
}

/** At once and without a question; the toast brings it back. */
function deleteNote(noteId: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('notes.delete', { commandId, noteId }),
    i18n.t(msg`Note is in the trash`),
    i18n.t(msg`Restore`),
  );
}
