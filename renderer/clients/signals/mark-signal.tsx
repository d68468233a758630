import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { longestText } from '../../../shared/contract/call.ts';
import type { SignalContent } from '../../../shared/content/signals.ts';
import type { Card } from '../../../shared/contract/board.ts';
import { type SignalSide, signalSides } from '../../../shared/contract/client-dossier.ts';
import { signalsForStage } from '../../../shared/signal-order.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useOwnStages } from '../../ui/stage-words.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import forms from '../forms.module.css';
import { SignalComboBox } from '../../ui/signal-combo-box.tsx';
import { lookOf, signalIcons, useSideWords, useSignalLabel } from '../../ui/signal-words.ts';
import styles from './signals.module.css';

interface MarkSignalProps {
  readonly card: Card;
  /** Codes that are marked already. */
  readonly open: readonly string[];
  readonly onDone: () => void;
}

/** First which sign, then what was seen. */
export function MarkSignal({ card, open, onDone }: MarkSignalProps) {
  const [chosen, setChosen] = useState<SignalContent | null>(null);
  if (chosen === null) return <ChooseSignal card={card} open={open} onChoose={setChosen} />;
  return <DescribeSignal clientId={card.id} signal={chosen} onBack={() => setChosen(null)} onDone={onDone} />;
}

interface ChooseSignalProps extends Pick<MarkSignalProps, 'card' | 'open'> {
  readonly onChoose: (signal: SignalContent) => void;
}

function ChooseSignal({ card, open, onChoose }: ChooseSignalProps) {
  const { t } = useLingui();
  const { first, others } = signalsForStage(card.stage, open, useOwnStages());
  const [isOther, setOther] = useState(first.length === 0);
  return (
    <div className={styles.choose}>
      {first.length > 0 && (
        <ul>
          {first.map((signal, index) => (
            <li key={signal.code}>
              <SignalButton signal={signal} autoFocus={index === 0} onPress={() => onChoose(signal)} />
            </li>
          ))}
        </ul>
      )}
      {isOther ? (
        <SignalComboBox label={t`Another signal`} signals={others} onChoose={onChoose} />
      ) : (
        <AriaButton className={styles.choice ?? ''} onPress={() => setOther(true)}>
          <Icon name="search" className={styles.other} />
          <Trans>Another signal</Trans>
        </AriaButton>
      )}
    </div>
  );
}

interface SignalButtonProps {
  readonly signal: SignalContent;
  readonly autoFocus: boolean;
  readonly onPress: () => void;
}

function SignalButton({ signal, autoFocus, onPress }: SignalButtonProps) {
  const look = lookOf(signal.code);
  const label = useSignalLabel(signal.code);
  return (
    <AriaButton className={styles.choice ?? ''} autoFocus={autoFocus} onPress={onPress}>
      <Icon name={signalIcons[look]} className={styles[look]} />
      {label}
    </AriaButton>
  );
}

interface DescribeSignalProps {
  readonly clientId: string;
  readonly signal: SignalContent;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function DescribeSignal({ clientId, signal, onBack, onDone }: DescribeSignalProps) {
  const { t } = useLingui();
  const today = useToday();
  const sides = useSideWords();
  const label = useSignalLabel(signal.code);
  const [evidence, setEvidence] = useState('');
  const [side, setSide] = useState<SignalSide>(signal.side);
  const [markedOn, setMarkedOn] = useState<string | null>(today);
  const isAhead = markedOn !== null && markedOn > today;
  const save = async () => {
    if (markedOn === null || isAhead) return false;
    const { code } = signal;
    const isDone = await carryOut(
      (commandId) =>
        call('clients.markSignal', { commandId, clientId, code, side, markedOn, evidence: evidence.trim() }),
      t`Signal marked: ${label}`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={forms.form} onSubmit={save}>
      <p className={styles.chosen}>{label}</p>
      <TextArea label={t`What was seen`} value={evidence} onChange={setEvidence} maxLength={longestText} autoFocus />
      <Segmented<SignalSide>
        label={t`Whose signal it is`}
        segments={signalSides.map((id) => ({ id, label: sides[id] }))}
        value={side}
        onChange={setSide}
      />
      <DateField
        label={t`Marked on`}
        value={markedOn}
        onChange={setMarkedOn}
        max={today}
        error={isAhead ? t`This day is still to come` : undefined}
      />
      <div className={forms.buttons}>
        <Button look="quiet" onPress={onBack}>
          <Trans>Another signal</Trans>
        </Button>
        <Button type="submit" look="primary" className={forms.save} isDisabled={markedOn === null || isAhead}>
          <Trans>Mark</Trans>
        </Button>
      </div>
    </Form>
  );
}
