import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contact } from '../../shared/contract/clients.ts';
import type { Attendee } from '../../shared/contract/notes.ts';
import { isPresent } from '../../shared/people.ts';
import { holdsAll, typedWords } from '../../shared/typed-words.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { dayOf } from '../ui/clock.ts';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useFormerPartners, usePartners } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import type { NoteFields } from './note-fields.ts';
import styles from './people-chip.module.css';
import { useInitiatorWords } from './use-initiator-words.ts';

export interface PeopleChipProps {
  readonly fields: Pick<NoteFields, 'attendees' | 'initiatedBy' | 'happenedAt'>;
  readonly contacts: readonly Contact[];
  readonly onChange: (change: Partial<Pick<NoteFields, 'attendees' | 'initiatedBy'>>) => void;
}

type Initiator = 'agency' | 'client' | 'unknown';

/** Who was there and who wanted it; the chip says it in a few words: «Марина, Павел, мы · начал клиент». */
export function PeopleChip({ fields, contacts, onChange }: PeopleChipProps) {
  const { t } = useLingui();
  const partners = usePartners();
  const formerPartners = useFormerPartners();
  const { attendees, initiatedBy } = fields;
  const initiatorWords = useInitiatorWords();
  const people = peopleInWords(attendees, contacts, t({ message: 'us', context: 'who was there' }));
  const words = [people === '' ? t`Who was there` : people, initiatorWords(initiatedBy)].filter(Boolean).join(' · ');
  const toggle = (person: Attendee) => (isThere: boolean) => {
    const others = attendees.filter(({ personId }) => personId !== person.personId);
    onChange({ attendees: isThere ? [...others, person] : others });
  };
  const isThere = (id: string) => attendees.some(({ personId }) => personId === id);
  const day = dayOf(new Date(fields.happenedAt));
  // Who had left by then cannot have been there, unless the note says so.
  const theirs = contacts.filter((contact) => isPresent(contact, day) || isThere(contact.id));
  const ours = [...partners, ...formerPartners.filter(({ id }) => isThere(id))];
  return (
    <Popover
      label={t`Who was there`}
      trigger={
        <ChipButton icon="person" aria-label={people === '' ? words : t`Who was there: ${words}`}>
          <span className={styles.words}>{words}</span>
        </ChipButton>
      }
    >
      {() => (
        <div className={styles.form}>
          <Choice theirs={theirs} ours={ours} isThere={isThere} onToggle={toggle} />
          <div>
            <h3 className={styles.title}>{t`Who started it`}</h3>
            <Segmented<Initiator>
              label={t`Who started it`}
              segments={[
                { id: 'unknown', label: t`Not said` },
                { id: 'agency', label: t`Us` },
                { id: 'client', label: t`Client` },
              ]}
              value={initiatedBy ?? 'unknown'}
              onChange={(id) => onChange({ initiatedBy: id === 'unknown' ? null : id })}
            />
          </div>
        </div>
      )}
    </Popover>
  );
}

interface Person {
  readonly id: string;
  readonly name: string;
}

interface ChoiceProps {
  readonly theirs: readonly Person[];
  readonly ours: readonly Person[];
  readonly isThere: (id: string) => boolean;
  readonly onToggle: (person: Attendee) => (isThere: boolean) => void;
}

/** Narrowed while one types; Enter takes the first of them. */
function Choice({ theirs, ours, isThere, onToggle }: ChoiceProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const words = typedWords(text);
  const fitting = (people: readonly Person[]) => people.filter(({ name }) => holdsAll(name, words));
  const [ofTheirs, ofOurs] = [fitting(theirs), fitting(ours)];
  const first: Attendee | null =
    ofTheirs[0] !== undefined
      ? { side: 'client', personId: ofTheirs[0].id }
      : ofOurs[0] !== undefined
        ? { side: 'agency', personId: ofOurs[0].id }
        : null;
  const takeFirst = () => {
    if (first === null || words.length === 0) return;
    onToggle(first)(!isThere(first.personId));
    setText('');
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          takeFirst();
        }}
      >
        <TextField
          label={t`Find a person`}
          isLabelHidden
          placeholder={t`Start typing a name`}
          value={text}
          onChange={setText}
          autoFocus
        />
      </form>
      <People title={t`Client`} people={ofTheirs} side="client" isThere={isThere} onToggle={onToggle} />
      <People title={t`Us`} people={ofOurs} side="agency" isThere={isThere} onToggle={onToggle} />
      {first === null && <p className={styles.nobody}>{t`Nobody of that name`}</p>}
    </>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly Person[];
  readonly side: Attendee['side'];
  readonly isThere: (id: string) => boolean;
  readonly onToggle: (person: Attendee) => (isThere: boolean) => void;
}

function People({ title, people, side, isThere, onToggle }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <div role="group" aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {people.map(({ id, name }) => (
        <div key={id}>
          <Checkbox isSelected={isThere(id)} onChange={onToggle({ side, personId: id })}>
            {name}
          </Checkbox>
        </div>
      ))}
    </div>
  );
}

/** First names of the client's people; ours are one word. */
function peopleInWords(attendees: readonly Attendee[], contacts: readonly Contact[], us: string): string {
  const isThere = (id: string) => attendees.some(({ personId }) => personId === id);
  const theirs = contacts.filter(({ id }) => isThere(id)).map(({ name }) => name.split(' ')[0] ?? name);
  return [...theirs, ...(attendees.some(({ side }) => side === 'agency') ? [us] : [])].join(', ');
}
