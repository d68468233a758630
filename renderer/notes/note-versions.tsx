import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { carryOut } from '../ui/carry-out.ts';
import { classNames } from '../ui/class-names.ts';
import { dayOf, useToday } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatDay, formatTime } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { DifferenceText } from './difference-text.tsx';
import styles from './note-versions.module.css';

type Version = CallOutput<'notes.versions'>['versions'][number];

export interface NoteVersionsProps {
  readonly noteId: string;
  readonly title: string;
  readonly lang: string | undefined;
  readonly onClose: () => void;
}

/** The texts a note has had: who wrote them and when, what each changed, and the way back to one. */
export function NoteVersions({ noteId, title, lang, onClose }: NoteVersionsProps) {
  const { t } = useLingui();
  const versions = useVersions(noteId, onClose);
  const [chosen, setChosen] = useState<number | null>(null);
  const seq = chosen ?? versions[0]?.seq ?? null;
  const isNewest = seq === versions[0]?.seq;
  const restore = async () => {
    if (seq === null) return;
    const isDone = await carryOut(
      (commandId) => call('notes.restoreVersion', { commandId, noteId, seq }),
      i18n.t(msg`The earlier text is back`),
    );
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={t`Versions of the note`}
      lead={title}
      width="wide"
      onClose={onClose}
      note={<Trans>A version is what was written in one sitting</Trans>}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            <Trans>Close</Trans>
          </Button>
          <Button look="primary" isDisabled={seq === null || isNewest} onPress={() => void restore()}>
            <Trans>Bring this text back</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.versions}>
        <ul className={styles.list} aria-label={t`Versions`}>
          {versions.map((version, index) => (
            <li key={version.seq}>
              <VersionButton
                version={version}
                isNewest={index === 0}
                isChosen={version.seq === seq}
                onPress={() => setChosen(version.seq)}
              />
            </li>
          ))}
        </ul>
        {seq !== null && <Difference key={seq} noteId={noteId} seq={seq} lang={lang} />}
      </div>
    </Dialog>
  );
}

function useVersions(noteId: string, onFailure: () => void): readonly Version[] {
  const [versions, setVersions] = useState<readonly Version[]>([]);
  const fail = useEffectEvent((problem: unknown) => {
    showProblem(problem);
    onFailure();
  });
  useEffect(() => {
    call('notes.versions', { noteId }).then((reply) => setVersions(reply.versions), fail);
  }, [noteId]);
  return versions;
}

interface VersionButtonProps {
  readonly version: Version;
  readonly isNewest: boolean;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function VersionButton({ version, isNewest, isChosen, onPress }: VersionButtonProps) {
  const language = useLanguage();
  const today = useToday();
  const day = formatDay(language, dayOf(new Date(version.madeAt)), today);
  return (
    <button
      type="button"
      className={classNames(styles.version, isChosen && styles.chosen)}
      aria-pressed={isChosen}
      onClick={onPress}
    >
      <span>
        {day}, {formatTime(version.madeAt)}
      </span>
      <span className={styles.aside}>
        {[version.by, isNewest ? i18n.t(msg`as it is now`) : null].filter(Boolean).join(' · ')}
      </span>
    </button>
  );
}

interface DifferenceProps {
  readonly noteId: string;
  readonly seq: number;
  readonly lang: string | undefined;
}

/** The text of a version with what it added and took away. */
function Difference({ noteId, seq, lang }: DifferenceProps) {
  const { t } = useLingui();
  const [text, setText] = useState<CallOutput<'notes.version'> | null>(null);
  useEffect(() => {
    call('notes.version', { noteId, seq }).then(setText, showProblem);
  }, [noteId, seq]);
  if (text === null) return null;
  return (
    <DifferenceText label={t`Text of the version`} before={text.before ?? text.body} after={text.body} lang={lang} />
  );
}
