import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Contact } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { isStage, type Stage } from '../../shared/stage.ts';
import { call } from '../api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay, useNavigation } from '../ui/navigation.ts';
import { recall } from '../ui/remembered.ts';
import { useMe } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import { fieldsOfNote, type NoteFields } from './note-writer.ts';
import { homelessText, lastNoteHabit } from './quick-note-habits.ts';
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
  readonly clientId: string;
  readonly fields: NoteFields;
  readonly note: Note | null;
  readonly contacts: readonly Contact[];
}

/** A note from anywhere: for the client seen last until another one is chosen. */
export function QuickNote({ clientId, text = '' }: QuickNoteProps) {
  const { t } = useLingui();
  const lastClientId = useNavigation((navigation) => navigation.lastClientId);
  const me = useMe();
  const [clients, setClients] = useState<readonly ClientName[]>([]);
  const [beginning, setBeginning] = useState<Beginning | null>(null);

  const begin = async (wanted: string, fields: Partial<NoteFields>, allowsDraft: boolean) => {
    const { contacts, draft } = await readClient(wanted);
    const fresh: NoteFields = {
      kind: 'call',
      happenedAt: roundNow(),
      initiatedBy: null,
      attendees: me === null ? [] : [{ side: 'agency', personId: me.id }],
      body: '',
      ...fields,
      clientId: wanted,
    };
    const unsaved = allowsDraft ? unsavedDraft(wanted) : null;
    const note = unsaved === null ? (allowsDraft ? draft : null) : unsaved.note;
    setBeginning({ clientId: wanted, contacts, note, fields: note === null ? fresh : fieldsOfNote(note) });
  };
  // Only what was asked for when the sheet was opened counts.
  const start = useEffectEvent(async (names: readonly ClientName[]) => {
    setClients(names);
    const known = [clientId, lastClientId, recall(lastNoteHabit), names[0]?.id];
    const wanted = known.find((id) => names.some((each) => each.id === id)) ?? '';
    // Words without a client come along with every next note until one has taken them.
    const body = [text, homelessText()].filter((words) => words.trim() !== '').join('\n\n');
    await begin(wanted, { body }, body === '');
  });
  useEffect(() => {
    readNames()
      .then((names) => start(names))
      .catch((problem: unknown) => {
        showProblem(problem);
        closeOverlay();
      });
  }, []);

  return (
    <Dialog label={t`Quick note`} width="sheet" isSticky onClose={closeOverlay} className={styles.sheet}>
      {beginning !== null && (
        <QuickNoteForm
          key={beginning.clientId}
          clients={clients}
          contacts={beginning.contacts}
          fields={beginning.fields}
          note={beginning.note}
          onMove={(wanted, fields) => {
            begin(wanted, fields, fields.body.trim() === '').catch(showProblem);
          }}
        />
      )}
    </Dialog>
  );
}

async function readNames(): Promise<readonly ClientName[]> {
  const { clients } = await call('clients.names', {});
  return clients.map(({ id, name, stage }) => ({ id, name, stage: isStage(stage) ? stage : 'acquaintance' }));
}

async function readClient(
  clientId: string,
): Promise<{ readonly contacts: readonly Contact[]; readonly draft: Note | null }> {
  if (clientId === '') return { contacts: [], draft: null };
  const { page } = await call('clients.open', { clientId });
  const draft = page.draftNoteId === null ? null : (await call('notes.open', { noteId: page.draftNoteId })).note;
  return { contacts: page.contacts, draft };
}
