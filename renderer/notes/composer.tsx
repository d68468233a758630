import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Contact } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useLanguage, usePartners } from '../ui/session.ts';
import styles from './composer.module.css';
import { ConflictBar } from './conflict-bar.tsx';
import { discard, endEdit } from './discard-draft.ts';
import { type EditorHandle, NoteEditor } from './editor/note-editor.tsx';
import { TemplateChip } from './template-chip.tsx';
import { KindSegments } from './kind-segments.tsx';
import { kindLooks } from './kinds.ts';
import type { NoteFields } from './note-fields.ts';
import type { NoteWriter } from './note-writing.ts';
import { PeopleChip } from './people-chip.tsx';
import { markInNote } from './mark-signal.ts';
import { SaveStatusLine } from './save-status.tsx';
import { SignalChips } from './signal-chips.tsx';
import { useTemplateChoices } from './use-template-choices.ts';
import { useNoteFacts, useNoteId, useNoteWriter } from './use-note-writer.ts';
import { useSignalOptions, useSignals } from './use-signals.ts';
import { WhenChip } from './when-chip.tsx';
import { isAhead } from './when.ts';

export interface ComposerProps {
  readonly fields: NoteFields;
  /** The draft or the finished note to go on with; null begins a new one. */
  readonly note: Note | null;
  readonly contacts: readonly Contact[];
  /** The language that is spoken with the client: templates are in it, and what is typed is spelled by it. */
  readonly lang?: string | undefined;
  readonly autoFocus?: boolean;
  readonly handle?: RefObject<EditorHandle | null>;
  /** `entry` stands in the timeline in place of the note it edits. */
  readonly look?: 'page' | 'entry';
  /** The note is finished and on the disk. */
  readonly onDone: (noteId: string | null) => void;
  /** Out of sight; what was typed is kept. */
  readonly onCollapse: () => void;
  /** The note is dated ahead: it is on the disk, and waits as a draft. */
  readonly onStaysDraft?: () => void;
  /** Which note is written here, once it is on the disk. */
  readonly onBegun?: (noteId: string | null) => void;
  /** The draft that came back was not wanted. */
  readonly onDiscarded?: () => void;
  /** The note was undone elsewhere. */
  readonly onGone: () => void;
}

/** Where a note is written: kind, day and people above, Markdown below, and what is saved at the foot. */
export function Composer(props: ComposerProps) {
  const { contacts, autoFocus = false, look = 'page', onCollapse } = props;
  const { t } = useLingui();
  const ownHandle = useRef<EditorHandle>(null);
  const editor = props.handle ?? ownHandle;
  const writer = useNoteWriter({
    fields: props.fields,
    note: props.note,
    onTakenOver: (note) => (note ? editor.current?.replace(note.body) : props.onGone()),
    onRewritten: (body) => editor.current?.rewrite(body),
  });
  const fields = useNoteFacts(writer);
  const noteId = useNoteId(writer);
  const tellBegun = useEffectEvent(() => props.onBegun?.(noteId));
  useEffect(() => tellBegun(), [noteId]);
  const finish = () => void finishNote(writer, props);
  const discardRestored = async () => {
    const { note } = props;
    if (note !== null && (await discard(note))) (props.onDiscarded ?? props.onGone)();
  };
  const collapse = () => void collapseNote(writer, onCollapse, props.note);
  return (
    <section
      className={classNames(styles.composer, look === 'entry' && styles.entry)}
      aria-label={props.note?.finishedAt ? t`Edit the note` : t`New note`}
      onKeyDown={(event) => onComposerKey(event, { writer, finish, collapse })}
    >
      <div className={styles.row}>
        <KindSegments kind={fields.kind} onChange={(kind) => writer.change({ kind })} />
        <div className={styles.facts}>
          <WhenChip happenedAt={fields.happenedAt} onChange={(happenedAt) => writer.change({ happenedAt })} />
          <PeopleChip fields={fields} contacts={contacts} onChange={(change) => writer.change(change)} />
          <TemplateChip kind={fields.kind} lang={props.lang} handle={editor} />
        </div>
      </div>
      <div className={styles.body}>
        <ComposerText writer={writer} contacts={contacts} lang={props.lang} autoFocus={autoFocus} handle={editor} />
      </div>
      <ConflictBar writer={writer} contacts={contacts} lang={props.lang} onChosen={() => editor.current?.focus()} />
      <footer className={styles.foot}>
        <SaveStatusLine writer={writer} onDiscard={() => void discardRestored()} />
        <div className={styles.actions}>
          <Button look="quiet" keys="Escape" onPress={collapse}>
            <Trans>Collapse</Trans>
          </Button>
          <Button look="primary" keys="Mod+Enter" onPress={finish}>
            <Trans>Done</Trans>
          </Button>
        </div>
      </footer>
    </section>
  );
}

interface ComposerTextProps {
  readonly writer: NoteWriter;
  readonly contacts: readonly Contact[];
  readonly lang: string | undefined;
  readonly autoFocus: boolean;
  readonly handle: RefObject<EditorHandle | null>;
}

/** The text itself and the signs it speaks of; the quick note has the same. */
export function ComposerText({ writer, contacts, lang, autoFocus, handle }: ComposerTextProps): ReactNode {
  const { t } = useLingui();
  const language = useLanguage();
  const partners = usePartners();
  const { clientId, kind } = useNoteFacts(writer);
  const signals = useSignals(clientId);
  const options = useSignalOptions(signals);
  const templates = useTemplateChoices(kind, lang);
  return (
    <>
      <NoteEditor
        label={t`Text of the note`}
        initialText={writer.fields().body}
        onChange={writer.type}
        onBlur={() => void writer.flush()}
        placeholder={t`What was said. “[ ]” begins a task: [ ] prototype @Vera by Friday`}
        language={lang ?? language}
        people={[...partners, ...contacts].map(({ name }) => name)}
        signals={options}
        templates={templates.map(({ title, text, kindWord }) => ({
          label: title,
          text,
          look: 'template',
          ...(kindWord === null ? {} : { detail: kindWord }),
        }))}
        onSignal={(code, sentence) =>
          void markInNote(writer, code, sentence, options.find((option) => option.code === code)?.label ?? code)
        }
        autoFocus={autoFocus}
        handle={handle}
      />
      {signals.stage !== '' && (
        <SignalChips writer={writer} signals={signals} sentence={() => handle.current?.sentence() ?? ''} />
      )}
    </>
  );
}

/** Out of sight only when the disk has it: what could not be saved stays open with the reason. */
async function collapseNote(writer: NoteWriter, onCollapse: () => void, note: Note | null): Promise<void> {
  if (!(await writer.flush())) return;
  if (note !== null && note.finishedAt !== null && writer.status().name !== 'conflict') await endEdit(note.id);
  onCollapse();
}

/** A note without words vanishes; one that is not saved stays open with the reason. */
export async function finishNote(
  writer: NoteWriter,
  { onDone, onCollapse, onStaysDraft, note }: Ending,
): Promise<void> {
  const { happenedAt } = writer.facts();
  const isFinished = note !== null && note.finishedAt !== null;
  if (writer.isBlank() && !isFinished) {
    await collapseNote(writer, onCollapse, note);
  } else if (isAhead(happenedAt) && !isFinished) {
    if (await writer.flush()) (onStaysDraft ?? onCollapse)();
  } else if (await writer.finish()) onDone(writer.noteId());
}

export type Ending = Pick<ComposerProps, 'onDone' | 'onCollapse' | 'onStaysDraft' | 'note'>;

interface ComposerActs {
  readonly writer: NoteWriter;
  readonly finish: () => void;
  readonly collapse: () => void;
}

export function onComposerKey(event: KeyboardEvent, { writer, finish, collapse }: ComposerActs): void {
  if (event.nativeEvent.isComposing || event.defaultPrevented) return;
  // Popovers are drawn elsewhere, but React hands their keys to us as well.
  if (event.target instanceof Element && !event.currentTarget.contains(event.target)) return;
  const look =
    event.altKey && !event.ctrlKey ? kindLooks[Number(/^Digit([1-5])$/.exec(event.code)?.[1]) - 1] : undefined;
  if (look) writer.change({ kind: look.id });
  else if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
  else if (event.key === 'Escape') collapse();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
