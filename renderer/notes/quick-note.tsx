import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Contact } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { isStage, type Stage } from '../../shared/stage.ts';
import { call } from '../api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay, useNavigation } from '../ui/navigation.ts';
import { recall } from '../ui/remembered.ts';
import { useMe } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import { fieldsOfNote, type NoteFields } from './note-fields.ts';
import {
  holdsParagraphs,
  joined,
  keepHomelessText,
  lastNoteHabit,
  recallHomelessText,
  takeRecalled,
  typedHomeless,
} from './quick-note-habits.ts';
import { QuickNoteForm } from './quick-note-form.tsx';
import styles from './quick-note.module.css';
import { unsavedDraft } from './unsaved-notes.ts';
import { roundNow } from './when.ts';

export interface QuickNoteProps {
  readonly clientId?: string | undefined;
  readonly text?: string | undefined;
}

export interface ClientName {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
}

/** What the form begins with: the words of a new note, or the draft that waits for this client. */
interface Beginning {
  /** Every beginning is a form of its own. */
  readonly session: number;
  readonly clientId: string;
  readonly fields: NoteFields;
  readonly note: Note | null;
  readonly contacts: readonly Contact[];
  readonly lang: string | undefined;
  readonly restoredAt: string | null;
}

/** A note from anywhere: for the client seen last until another one is chosen. */
export function QuickNote({ clientId, text = '' }: QuickNoteProps) {
  const { t } = useLingui();
  const lastClientId = useNavigation((navigation) => navigation.lastClientId);
  const me = useMe();
  const [clients, setClients] = useState<readonly ClientName[]>([]);
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  // Words without a client come along with every next note until one has taken them.
  const [firstWords] = useState(() => joined(text, typedHomeless()));
  const brought = useRef(firstWords);
  // Only what was asked for when the sheet was opened counts.
  const [likely] = useState(() =>
    [clientId, lastClientId, recall(lastNoteHabit)].filter((id) => typeof id === 'string'),
  );
  const typedAhead = useRef('');
  const sessions = useRef(0);

  const begin = (
    wanted: string,
    fields: Partial<NoteFields>,
    { contacts, lang, draft }: Opened,
    restoredAt: string | null = null,
  ) => {
    const fresh: NoteFields = {
      kind: 'call',
      happenedAt: roundNow(),
      initiatedBy: null,
      attendees: me === null ? [] : [{ side: 'agency', personId: me.id }],
      body: '',
      ...fields,
      clientId: wanted,
    };
    const allowsDraft = fresh.body.trim() === '';
    const unsaved = allowsDraft ? unsavedDraft(wanted) : null;
    const note = unsaved === null ? (allowsDraft ? draft : null) : unsaved.note;
    sessions.current += 1;
    setBeginning({
      session: sessions.current,
      clientId: wanted,
      contacts,
      lang,
      note,
      restoredAt,
      fields: note === null ? fresh : fieldsOfNote(note),
    });
  };
  const start = useEffectEvent(({ names, wanted, opened }: Read) => {
    setClients(names);
    const recalled = takeRecalled();
    // The program may have been killed after it saved them and before it forgot them.
    const isSaved = recalled !== null && opened.draft !== null && holdsParagraphs(opened.draft.body, recalled.body);
    if (isSaved) keepHomelessText(joined(brought.current, typedAhead.current));
    else brought.current = joined(recalled?.body ?? '', brought.current);
    begin(wanted, { body: brought.current }, opened, isSaved ? null : recalled?.keptAt);
  });
  useEffect(() => {
    // A sheet that is gone again takes nothing: its words come along with the next note.
    let isOpen = true;
    readFirst(likely)
      .then((read) => isOpen && start(read))
      .catch((problem: unknown) => {
        if (!isOpen) return;
        showProblem(problem);
        closeOverlay();
      });
    return () => {
      isOpen = false;
    };
  }, [likely]);

  return (
    <Dialog label={t`Quick note`} width="sheet" isSticky onClose={closeOverlay} className={styles.sheet}>
      {beginning === null ? (
        <textarea
          className={styles.ahead}
          aria-label={t`Text of the note`}
          autoFocus
          onChange={(event) => {
            typedAhead.current = event.target.value;
            keepHomelessText(joined(brought.current, event.target.value));
          }}
        />
      ) : (
        <QuickNoteForm
          key={beginning.session}
          clients={clients}
          contacts={beginning.contacts}
          fields={beginning.fields}
          note={beginning.note}
          lang={beginning.lang}
          takeTyped={() => {
            const typed = typedAhead.current;
            typedAhead.current = '';
            return typed;
          }}
          restoredAt={beginning.restoredAt}
          onDiscarded={(body) => begin(beginning.clientId, { body }, { ...beginning, draft: null })}
          onMove={async (wanted, takeAway) => {
            try {
              const opened = await readClient(wanted);
              const fields = await takeAway();
              if (fields !== null) begin(wanted, fields, opened);
            } catch (problem) {
              showProblem(problem);
            }
          }}
        />
      )}
    </Dialog>
  );
}

interface Opened {
  readonly contacts: readonly Contact[];
  readonly lang: string | undefined;
  readonly draft: Note | null;
}

interface Read {
  readonly names: readonly ClientName[];
  readonly wanted: string;
  readonly opened: Opened;
}

/** The first of the likely clients that is there; nobody when none is. */
async function readFirst(likely: readonly string[]): Promise<Read> {
  const first = readClient(likely[0] ?? '');
  const [names] = await Promise.all([readNames(), recallHomelessText(), first.catch(() => null)]);
  const wanted = likely.find((id) => names.some((each) => each.id === id)) ?? '';
  return { names, wanted, opened: await (wanted === likely[0] ? first : readClient(wanted)) };
}

async function readNames(): Promise<readonly ClientName[]> {
  const { clients } = await call('clients.names', {});
  return clients.map(({ id, name, stage }) => ({ id, name, stage: isStage(stage) ? stage : 'acquaintance' }));
}

async function readClient(clientId: string): Promise<Opened> {
  if (clientId === '') return { contacts: [], lang: undefined, draft: null };
  const { page } = await call('clients.open', { clientId });
  const draft = page.draftNoteId === null ? null : (await call('notes.open', { noteId: page.draftNoteId })).note;
  return { contacts: page.contacts, lang: page.language ?? undefined, draft };
}
