import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Contact } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatDay, formatTime } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useFormerPartners, useLanguage, usePartners } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import styles from './conflict-bar.module.css';
import { DifferenceText } from './difference-text.tsx';
import { kindLooks } from './kinds.ts';
import { fieldsOfNote, type NoteFields } from './note-fields.ts';
import type { NoteWriter } from './note-writing.ts';
import { useInitiatorWords } from './use-initiator-words.ts';
import { useSaveStatus } from './use-note-writer.ts';

export interface ConflictBarProps {
  readonly writer: NoteWriter;
  /** The client's people, by whose names the two tell who was there. */
  readonly contacts: readonly Contact[];
  readonly lang: string | undefined;
  /** The question is answered: the keyboard goes on in the text. */
  readonly onChosen: () => void;
}

/** The note was changed elsewhere while it was written here: both texts are there until one is chosen. */
export function ConflictBar({ writer, contacts, lang, onChosen }: ConflictBarProps) {
  const status = useSaveStatus(writer);
  const [isShown, setShown] = useState(false);
  if (status.name !== 'conflict') return null;
  const choose = (side: 'mine' | 'theirs') => {
    setShown(false);
    writer.choose(side).catch(showProblem);
    // A frame after the dialog gave the focus back to a button that is gone with the question.
    requestAnimationFrame(() => requestAnimationFrame(onChosen));
  };
  const choices = (
    <>
      <Button size="small" onPress={() => choose('theirs')}>
        <Trans>Take the other</Trans>
      </Button>
      <Button size="small" onPress={() => choose('mine')}>
        <Trans>Keep mine</Trans>
      </Button>
    </>
  );
  return (
    <div className={styles.bar} role="alert">
      <Icon name="watch" />
      <p className={styles.words}>
        <Trans>This note was changed elsewhere while you were writing. Nothing is lost: choose which text stays.</Trans>
      </p>
      <div className={styles.choices}>
        <Button look="link" size="small" onPress={() => setShown(true)}>
          <Trans>Look at the difference</Trans>
        </Button>
        {choices}
      </div>
      {isShown && (
        <Difference
          mine={writer.fields()}
          theirs={status.theirs}
          contacts={contacts}
          lang={lang}
          actions={choices}
          onClose={() => setShown(false)}
        />
      )}
    </div>
  );
}

interface DifferenceProps {
  readonly mine: NoteFields;
  readonly theirs: Note;
  readonly contacts: readonly Contact[];
  readonly lang: string | undefined;
  readonly actions: ReactNode;
  readonly onClose: () => void;
}

function Difference({ mine, theirs, contacts, lang, actions, onClose }: DifferenceProps) {
  const { t } = useLingui();
  const headOf = useHead(contacts);
  const [myHead, theirHead] = [headOf(mine), headOf(fieldsOfNote(theirs))];
  return (
    <Dialog
      title={t`Two texts of one note`}
      lead={t`Marked as added: what only yours says. Struck out: what only the other says.`}
      width="wide"
      onClose={onClose}
      actions={actions}
    >
      {myHead !== theirHead && (
        <dl className={styles.heads}>
          <dt>{t`Yours`}</dt>
          <dd>{myHead}</dd>
          <dt>{t`The other`}</dt>
          <dd>{theirHead}</dd>
        </dl>
      )}
      <DifferenceText label={t`The difference`} before={theirs.body} after={mine.body} lang={lang} />
    </Dialog>
  );
}

/** What stands above the words of a note. */
function useHead(contacts: readonly Contact[]): (note: NoteFields) => string {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const partners = [...usePartners(), ...useFormerPartners()];
  const initiatorWords = useInitiatorWords();
  return ({ kind, happenedAt, attendees, initiatedBy }) => {
    const look = kindLooks.find(({ id }) => id === kind);
    const moment = `${formatDay(language, happenedAt, today)}, ${formatTime(happenedAt)}`;
    const isThere = ({ id }: { readonly id: string }) => attendees.some(({ personId }) => personId === id);
    const known = [...contacts, ...partners].filter(isThere).map(({ name }) => name);
    // Who lies in the trash has no name here, and makes a difference nevertheless.
    const gone = attendees.length - known.length;
    const people = gone > 0 ? [...known, t({ message: `${gone} more`, context: 'people' })] : known;
    return [
      look === undefined ? t`Note` : i18n.t(look.label),
      moment,
      people.length === 0 ? t`nobody named` : people.join(', '),
      initiatorWords(initiatedBy),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
