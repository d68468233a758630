import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { copyText } from '../ui/copy.ts';
import { sentenceFor } from '../ui/error-sentences.ts';
import { daysBetween, formatShortDay, formatTime } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import { showToast } from '../ui/toast.ts';
import type { NoteWriter } from './note-writing.ts';
import styles from './save-status.module.css';
import { useSaveStatus } from './use-note-writer.ts';
import type { SaveStatus } from './write-status.ts';

export interface SaveStatusLineProps {
  readonly writer: NoteWriter;
  /** Where there is little room beside it. */
  readonly isShort?: boolean;
  /** What came back from an earlier time is not wanted. */
  readonly onDiscard?: (() => void) | undefined;
}

/** What is true of the text right now: it never says "saved" before the disk has it. */
export function SaveStatusLine({ writer, isShort = false, onDiscard }: SaveStatusLineProps) {
  const status = useSaveStatus(writer);
  return (
    <div className={styles.line}>
      <span
        className={classNames(styles.words, status.name === 'failed' && styles.failed)}
        role={status.name === 'failed' ? 'alert' : 'status'}
      >
        <i className={styles.dot} data-status={status.name} />
        <span>
          <StatusWords status={status} isShort={isShort} />
        </span>
      </span>
      {status.name === 'failed' && <WaysOut writer={writer} />}
      {status.name === 'restored' && onDiscard !== undefined && (
        <Button look="link" size="small" onPress={onDiscard}>
          {status.isEdit ? <Trans>Discard the change</Trans> : <Trans>Discard the draft</Trans>}
        </Button>
      )}
    </div>
  );
}

function StatusWords({ status, isShort }: { readonly status: SaveStatus; readonly isShort: boolean }) {
  switch (status.name) {
    case 'empty':
      return <Trans>Saved as you type</Trans>;
    case 'draft':
      return <Trans>Draft</Trans>;
    case 'saving':
      return <Trans>Saving…</Trans>;
    case 'saved': {
      const time = formatTime(status.at);
      return isShort ? <Trans>Draft saved at {time}</Trans> : <Trans>Saved at {time} on this computer</Trans>;
    }
    case 'restored':
      return <RestoredWords at={status.at} isEdit={status.isEdit} />;
    case 'conflict':
      return <Trans>Two texts, both kept on this computer</Trans>;
    case 'failed':
      return sentenceFor(status.problem);
  }
}

/** The time alone when it is of today. */
export function RestoredWords({ at, isEdit = false }: { readonly at: string; readonly isEdit?: boolean }) {
  const language = useLanguage();
  const today = useToday();
  const time = formatTime(at);
  const moment = daysBetween(at, today) === 0 ? time : `${formatShortDay(language, at, today)}, ${time}`;
  if (isEdit) return <Trans>Brought back what you changed at {moment}</Trans>;
  return <Trans>Brought back the draft of {moment}</Trans>;
}

function WaysOut({ writer }: { readonly writer: NoteWriter }) {
  const { t } = useLingui();
  const copy = () => {
    if (copyText(writer.fields().body)) showToast({ text: t`The text is in the clipboard` });
  };
  return (
    <>
      <Button size="small" onPress={() => void writer.flush()}>
        <Trans context="saving">Try again</Trans>
      </Button>
      <Button size="small" onPress={copy}>
        <Trans>Copy</Trans>
      </Button>
    </>
  );
}
