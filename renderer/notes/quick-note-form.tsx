import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Contact } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { closeOverlay, navigate } from '../ui/navigation.ts';
import { remember } from '../ui/remembered.ts';
import { showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { ClientChip } from './client-chip.tsx';
import { ConflictBar } from './conflict-bar.tsx';
import { ComposerText, finishNote, onComposerKey } from './composer.tsx';
import { discardDraft } from './discard-draft.ts';
import type { EditorHandle } from './editor/note-editor.tsx';
import { HomelessStatus } from './homeless-status.tsx';
import { KindChip } from './kind-chip.tsx';
import type { NoteFields } from './note-fields.ts';
import type { NoteWriter } from './note-writing.ts';
import { PeopleChip } from './people-chip.tsx';
import type { ClientName } from './quick-note.tsx';
import {
  goingOn,
  claimHomeless,
  handOverHomeless,
  keepHomelessText,
  lastNoteHabit,
  noticeTyping,
  takeBackHomeless,
} from './quick-note-habits.ts';
import styles from './quick-note.module.css';
import { SaveStatusLine } from './save-status.tsx';
import { TemplateChip } from './template-chip.tsx';
import { useNoteFacts, useNoteWriter } from './use-note-writer.ts';
import { WhenChip } from './when-chip.tsx';

export interface QuickNoteFormProps {
  readonly clients: readonly ClientName[];
  readonly contacts: readonly Contact[];
  readonly fields: NoteFields;
  readonly note: Note | null;
  /** When the words it begins with were typed, if an earlier run of the program left them. */
  readonly restoredAt: string | null;
  readonly lang: string | undefined;
  /** Gives what was typed before the form was there, once. */
  readonly takeTyped: () => string;
  /** What it began with is gone: a note with these words begins. */
  readonly onDiscarded: (body: string) => void;
  /** The words go to another client, in a form of its own; `takeAway` gives them, or null when they have to stay. */
  readonly onMove: (clientId: string, takeAway: () => Promise<NoteFields | null>) => Promise<void>;
}

export function QuickNoteForm(props: QuickNoteFormProps) {
  const { clients, contacts, fields: initial, note, lang, restoredAt, takeTyped, onMove, onDiscarded } = props;
  const { t } = useLingui();
  const editor = useRef<EditorHandle>(null);
  const isDiscarding = useRef(false);
  const client = clients.find(({ id }) => id === initial.clientId) ?? null;
  const writer = useNoteWriter({
    fields: initial,
    note,
    onTakenOver: (changed) => {
      if (changed) editor.current?.replace(changed.body);
      else if (!isDiscarding.current) closeOverlay();
    },
    onRewritten: (body) => editor.current?.rewrite(body),
  });
  const fields = useNoteFacts(writer);
  const saveBeginning = useEffectEvent(() => {
    // Words that came along from another client, or from the search field, are not on the disk yet.
    if (note === null && initial.body.trim() !== '') writer.change({});
  });
  useEffect(() => saveBeginning(), [writer]);
  const goOnTyping = useEffectEvent(() => editor.current?.type(goingOn(writer.fields().body, takeTyped())));
  // In the same moment in which the field that was typed into goes away.
  useLayoutEffect(() => goOnTyping(), []);
  const isMoving = useRef(false);
  const isHomeless = client === null;
  useEffect(() => {
    if (isHomeless) return keepHomelessText(() => writer.fields().body);
    if (!writer.hasUnsaved()) {
      keepHomelessText('');
      return undefined;
    }
    const isStill = handOverHomeless();
    if (isStill !== null) writer.carry({ words: '', isStill });
    return undefined;
  }, [isHomeless, writer]);
  useEffect(() => (client === null ? writer.subscribe(noticeTyping) : undefined), [client, writer]);

  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const move = async (clientId: string) => {
    if (clientId === initial.clientId || isMoving.current) return;
    isMoving.current = true;
    await onMove(clientId, async () => (isThere.current ? takeAway(writer) : null));
    isMoving.current = false;
  };

  // While the words are on their way to another client, nothing is done with them at this one.
  const close = () => void (isMoving.current || closeQuickNote(writer));
  const finish = () => {
    if (isMoving.current) return;
    if (client === null) return void showToast({ text: t`Choose the client first`, tone: 'danger' });
    void finishNote(writer, {
      note,
      onDone: () => endQuickNote(client),
      onCollapse: closeOverlay,
      onStaysDraft: () => {
        closeOverlay();
        showToast({ text: t`Still ahead: the note waits as a draft until then` });
      },
    });
  };
  const discard = async () => {
    const written = writer.noteId();
    if (written === null || isDiscarding.current) return;
    isDiscarding.current = true;
    // News of it may come late: this form is done either way.
    isDiscarding.current = await discardDraft(written);
    if (isDiscarding.current) onDiscarded('');
  };
  const discardWords = () => {
    const words = writer.fields().body;
    keepHomelessText('');
    onDiscarded('');
    const bringBack = () => {
      keepHomelessText(words);
      onDiscarded(words);
    };
    showToast({ text: t`The words are discarded`, actions: [{ label: t`Restore`, run: bringBack }] });
  };
  const openClient = async (clientId: string) => {
    if (!isMoving.current && (await writer.flush())) navigate({ name: 'client', clientId });
  };
  return (
    <div className={styles.note} onKeyDown={(event) => onComposerKey(event, { writer, finish, collapse: close })}>
      <header className={styles.head}>
        <ClientChip clients={clients} client={client} onChange={(id) => void move(id)} />
        <KindChip kind={fields.kind} onChange={(kind) => writer.change({ kind })} />
        <WhenChip happenedAt={fields.happenedAt} onChange={(happenedAt) => writer.change({ happenedAt })} />
        <PeopleChip fields={fields} contacts={contacts} onChange={(change) => writer.change(change)} />
        <TemplateChip kind={fields.kind} lang={lang} handle={editor} />
        <IconButton icon="close" size="small" label={t`Close`} className={styles.close} onPress={close} />
      </header>
      <div className={styles.body}>
        <ComposerText writer={writer} contacts={contacts} lang={lang} autoFocus handle={editor} />
      </div>
      <ConflictBar writer={writer} contacts={contacts} lang={lang} onChosen={() => editor.current?.focus()} />
      <footer className={styles.foot}>
        {client === null ? (
          <HomelessStatus restoredAt={restoredAt} onDiscard={discardWords} />
        ) : (
          <SaveStatusLine writer={writer} isShort onDiscard={() => void discard()} />
        )}
        <div className={styles.actions}>
          {client !== null && (
            <Button look="quiet" onPress={() => void openClient(client.id)}>
              <Trans>Open client</Trans>
            </Button>
          )}
          <Button look="primary" keys="Mod+Enter" onPress={finish}>
            <Trans>Save note</Trans>
          </Button>
        </div>
      </footer>
    </div>
  );
}

/**
 * What could not be saved stays open with the reason. Closed again nevertheless, it is kept aside: a full disk must not
 * lock the partner into this sheet.
 */
async function closeQuickNote(writer: NoteWriter): Promise<void> {
  const isKnownToFail = writer.status().name === 'failed';
  if ((await writer.flush()) || isKnownToFail) closeOverlay();
}

/**
 * The draft at the old client is emptied, and so vanishes; in the same moment the words are those for no client, until the
 * new one is saved. Null when the disk does not let the old one go, or somebody has to choose between two texts first: then
 * the words stay there.
 */
async function takeAway(writer: NoteWriter): Promise<NoteFields | null> {
  const fields = writer.fields();
  if (fields.clientId !== '') {
    if (writer.isContested()) return askToChoose();
    const isStill = claimHomeless();
    writer.carry({ words: fields.body, isStill });
    writer.change({ body: '' });
    const isSaved = await writer.flush();
    if (!isSaved || writer.isContested()) {
      writer.carry({ words: '', isStill });
      // What was typed meanwhile is the whole text again.
      if (writer.fields().body === '') writer.change({ body: fields.body });
      return writer.isContested() ? askToChoose() : null;
    }
    takeBackHomeless(fields.body);
  }
  return { ...fields, attendees: fields.attendees.filter(({ side }) => side === 'agency') };
}

function askToChoose(): null {
  showToast({ text: i18n.t(msg`Choose first which of the two texts stays`), tone: 'danger' });
  return null;
}

function endQuickNote({ id, name }: ClientName): void {
  remember(lastNoteHabit, id);
  closeOverlay();
  showToast({
    text: i18n.t(msg`Note saved: ${name}`),
    actions: [{ label: i18n.t(msg`Open client`), run: () => navigate({ name: 'client', clientId: id }) }],
  });
}
