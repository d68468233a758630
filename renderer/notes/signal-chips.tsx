import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { SignalMark } from '../../shared/contract/client-dossier.ts';
import { signalsForStage } from '../../shared/signal-order.ts';
import { suggestedSignals, type SuggestedSignal } from '../../shared/signal-suggestions.ts';
import { call } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { ChipButton } from '../ui/chip.tsx';
import { Popover } from '../ui/popover.tsx';
import { useLanguage } from '../ui/session.ts';
import { useOwnStages } from '../ui/stage-words.ts';
import { SignalComboBox } from '../ui/signal-combo-box.tsx';
import { lookOf, signalTones, useSignalLabel } from '../ui/signal-words.ts';
import { markInNote } from './mark-signal.ts';
import type { NoteWriter } from './note-writing.ts';
import styles from './signal-chips.module.css';
import { useNoteId, useSavedAt } from './use-note-writer.ts';
import type { ClientSignals } from './use-signals.ts';

/** A note is looked through for signs as far as one reads it in a minute or two. */
const lookedThrough = 6000;

interface SignalChipsProps {
  readonly writer: NoteWriter;
  readonly signals: ClientSignals;
  /** The one that is being written. */
  readonly sentence: () => string;
}

/** The signs marked in this note, those it seems to speak of, and the way to any other. */
export function SignalChips({ writer, signals, sentence }: SignalChipsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const own = useOwnStages();
  const noteId = useNoteId(writer);
  const { stage, marks, dismissed } = signals;
  const open = marks.map(({ code }) => code);
  const known = [...open, ...dismissed];
  const look = () => suggestedSignals(writer.fields().body.slice(0, lookedThrough), { stage, own, open: known });
  const suggested = useSuggested(writer, stage, look).filter(({ code }) => !known.includes(code));
  // The sentence may have grown since it was looked at.
  const sentenceOf = ({ code, sentence: seen }: SuggestedSignal) =>
    look().find((found) => found.code === code)?.sentence ?? seen;
  const { first, others } = signalsForStage(stage, open, own);
  return (
    <div className={styles.chips} role="group" aria-label={t`Signals of this note`}>
      {marks
        .filter((mark) => noteId !== null && mark.noteId === noteId)
        .map((mark) => (
          <MarkedChip key={mark.id} mark={mark} />
        ))}
      {suggested.map((suggestion) => (
        <SuggestedChip
          key={suggestion.code}
          code={suggestion.code}
          onMark={(label) => void markInNote(writer, suggestion.code, sentenceOf(suggestion), label)}
        />
      ))}
      <Popover
        label={t`Add a signal`}
        className={styles.popover}
        trigger={
          <ChipButton icon="flag" look="dashed">
            {t`Add a signal`}
          </ChipButton>
        }
      >
        {(close) => (
          <SignalComboBox
            label={t`Signal`}
            signals={[...first, ...others]}
            onChoose={({ code, label }) => {
              close();
              void markInNote(writer, code, sentence(), label[language]);
            }}
          />
        )}
      </Popover>
    </div>
  );
}

/** Looked for whenever the note has been saved, never while a key is being typed. */
function useSuggested(
  writer: NoteWriter,
  stage: string,
  look: () => readonly SuggestedSignal[],
): readonly SuggestedSignal[] {
  const savedAt = useSavedAt(writer);
  const [found, setFound] = useState<readonly SuggestedSignal[]>([]);
  const [looked, setLooked] = useState('');
  const moment = savedAt === null ? '' : `${savedAt} ${stage}`;
  if (moment !== looked) {
    setLooked(moment);
    const seen = look();
    if (codesOf(seen) !== codesOf(found)) setFound(seen);
  }
  return found;
}

function codesOf(suggestions: readonly SuggestedSignal[]): string {
  return suggestions.map(({ code }) => code).join(' ');
}

function MarkedChip({ mark }: { readonly mark: SignalMark }) {
  const { t } = useLingui();
  const look = lookOf(mark.code);
  const label = useSignalLabel(mark.code);
  const remove = () =>
    void carryOut((commandId) => call('clients.deleteSignal', { commandId, markId: mark.id }), t`Signal deleted`);
  return (
    <ChipButton
      tone={signalTones[look]}
      icon={look === 'green' ? 'check' : 'flag'}
      aria-label={t`Marked: ${label}. Press to take it back`}
      onPress={remove}
    >
      {label}
    </ChipButton>
  );
}

interface SuggestedChipProps {
  readonly code: string;
  readonly onMark: (label: string) => void;
}

function SuggestedChip({ code, onMark }: SuggestedChipProps) {
  const { t } = useLingui();
  const label = useSignalLabel(code);
  return (
    <ChipButton look="dashed" icon="plus" aria-label={t`Mark a signal: ${label}`} onPress={() => onMark(label)}>
      {label}
    </ChipButton>
  );
}
