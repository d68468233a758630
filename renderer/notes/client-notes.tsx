import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ClientPage } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { splitTitle } from '../../shared/note-title.ts';
import { ApiError, call } from '../api.ts';
import { useCommands } from '../ui/commands.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { ariaKeys } from '../ui/keys.ts';
import type { Arrival } from '../ui/navigation.ts';
import { useMe } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import styles from './client-notes.module.css';
import { Composer } from './composer.tsx';
import { DraftRows } from './draft-rows.tsx';
import type { EditorHandle } from './editor/note-editor.tsx';
import { fieldsOfNote, type NoteFields } from './note-fields.ts';
import { Timeline } from './timeline.tsx';
import { unsavedDraft } from './unsaved-notes.ts';
import { useEndings } from './use-endings.ts';
import { useSeek } from './use-seek.ts';
import { roundNow } from './when.ts';

export interface ClientNotesProps {
  readonly page: ClientPage;
  readonly target: Arrival | null;
}

type Desk = { readonly session: number } & (
  | { readonly state: 'closed'; readonly draft: Note | null }
  | { readonly state: 'open'; readonly note: Note | null; readonly takesFocus: boolean }
);

/** The composer and the timeline of one client; mount it anew for another client. */
export function ClientNotes({ page, target }: ClientNotesProps) {
  const { t } = useLingui();
  const me = useMe();
  const [desk, setDesk] = useState<Desk>(() => firstDesk(page.card.id));
  const [openRow, setOpenRow] = useState<string | null>(null);
  const [writtenId, setWrittenId] = useState<string | null>(null);
  const door = useRef<HTMLButtonElement>(null);
  const editor = useRef<EditorHandle>(null);
  const clientId = page.card.id;
  const contacts = useSame(page.contacts);

  const open = (note: Note | null, takesFocus: boolean) => {
    setDesk(({ session }) => ({ state: 'open', note, session: session + 1, takesFocus }));
  };
  const clear = (draft: Note | null) => setDesk(({ session }) => ({ state: 'closed', draft, session }));
  const close = () => {
    clear(null);
    requestAnimationFrame(() => door.current?.focus());
  };
  const endings = useEndings(close);
  const onDraft = useEffectEvent((draft: Note | null, isFirst: boolean) => {
    if (desk.state === 'open') return;
    if (isFirst && draft !== null && draft.body.trim() !== '') open(draft, draft.id === target?.noteId);
    else clear(draft);
  });
  const isFirst = useRef(true);
  // What is being written in a row stays there, even when its day comes.
  const waitingId = page.draftNoteId === openRow ? null : page.draftNoteId;
  useEffect(() => {
    let isCurrent = true;
    void readDraft(waitingId).then((draft) => {
      if (!isCurrent) return;
      onDraft(draft, isFirst.current);
      isFirst.current = false;
    });
    return () => {
      isCurrent = false;
    };
  }, [waitingId, desk.state]);

  const begin = () => {
    if (desk.state === 'closed') open((unsavedDraft(clientId) ?? { note: desk.draft }).note, true);
    else editor.current?.focus();
  };
  const [arrival, setArrival] = useState<Arrival | null>(null);
  if (arrival !== target) {
    setArrival(target);
    const row = draftAt(page, target);
    if (row !== null) setOpenRow(row);
    else if (desk.state === 'closed' && desk.draft !== null && desk.draft.id === target?.noteId) open(desk.draft, true);
  }
  useSeek(editor, target, desk.state === 'open' && target?.noteId === waitingId);
  useCommands([{ id: 'quick-note', label: t`New note`, section: 'note', keys: ['KeyN', 'Mod+KeyN'], run: begin }]);

  const fresh: NoteFields = {
    clientId,
    kind: 'meeting',
    happenedAt: roundNow(),
    initiatedBy: null,
    body: '',
    attendees: me === null ? [] : [{ side: 'agency', personId: me.id }],
  };
  return (
    <>
      {desk.state === 'closed' ? (
        <Door reference={door} draft={desk.draft} onPress={begin} />
      ) : (
        <Composer
          key={desk.session}
          autoFocus={desk.takesFocus}
          handle={editor}
          fields={desk.note === null ? fresh : fieldsOfNote(desk.note)}
          note={desk.note}
          contacts={contacts}
          lang={page.language ?? undefined}
          {...endings}
          onDiscarded={close}
          onGone={() => clear(null)}
          onBegun={setWrittenId}
        />
      )}
      <DraftRows
        drafts={page.drafts.filter(({ id }) => id !== waitingId && (desk.state === 'closed' || id !== writtenId))}
        contacts={contacts}
        lang={page.language ?? undefined}
        openId={openRow}
        onOpen={setOpenRow}
        target={target}
      />
      <Timeline clientId={clientId} contacts={contacts} lang={page.language ?? undefined} target={target} />
    </>
  );
}

/** The earlier object for as long as it says the same: the page is read again after every save of a note. */
function useSame<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  keep(value);
  return value;
}

/** Words that could not be saved are in the composer again at once. */
function firstDesk(clientId: string): Desk {
  const unsaved = unsavedDraft(clientId);
  if (unsaved === null) return { state: 'closed', draft: null, session: 0 };
  return { state: 'open', note: unsaved.note, session: 0, takesFocus: false };
}

/** A search may lead to a draft that is not the composer's. */
function draftAt({ drafts, draftNoteId }: ClientPage, target: Arrival | null): string | null {
  const found = drafts.find(({ id }) => id === target?.noteId && id !== draftNoteId);
  return found?.id ?? null;
}

async function readDraft(noteId: string | null): Promise<Note | null> {
  if (noteId === null) return null;
  try {
    const { note } = await call('notes.open', { noteId });
    return note.finishedAt === null ? note : null;
  } catch (problem) {
    if (!(problem instanceof ApiError) || problem.code !== 'not_found') showProblem(problem);
    return null;
  }
}

interface DoorProps {
  readonly reference: React.Ref<HTMLButtonElement>;
  readonly draft: Note | null;
  readonly onPress: () => void;
}

/** The closed composer: one line that opens it. */
function Door({ reference, draft, onPress }: DoorProps) {
  const { t } = useLingui();
  const title = draft === null ? '' : splitTitle(draft.body).title;
  return (
    <button
      ref={reference}
      type="button"
      className={styles.door}
      aria-keyshortcuts={ariaKeys('KeyN')}
      data-focus-key="new-note"
      onClick={onPress}
    >
      <Icon name="note" />
      <span className={styles.words}>
        {/* Not <Trans>: it would look for elements in the title. */}
        {title === '' ? t`Write down a meeting, a call or a letter` : t`Draft: ${title}`}
      </span>
      <KeyCap keys="KeyN" />
    </button>
  );
}
