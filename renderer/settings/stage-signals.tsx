import { useLingui } from '@lingui/react/macro';
import { signalOf, signalsForStage } from '../../shared/signal-order.ts';
import type { BoardStage } from '../../shared/stage.ts';
import { ChipButton } from '../ui/chip.tsx';
import { Fold } from '../ui/fold.tsx';
import { Icon } from '../ui/icon.tsx';
import { toLastButton, useKeptFocus } from '../ui/kept-focus.ts';
import { Popover } from '../ui/popover.tsx';
import { useLanguage } from '../ui/session.ts';
import { SignalComboBox } from '../ui/signal-combo-box.tsx';
import { lookOf, signalIcons, useSignalLabel } from '../ui/signal-words.ts';
import { useOwnStages } from '../ui/stage-words.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { offerSignal } from './settings-calls.ts';
import styles from './stages-section.module.css';

/** Which signals stand first when one is looked for at a client of this stage; the others are found all the same. */
export function StageSignals({ stage }: { readonly stage: BoardStage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { first, others } = signalsForStage(stage, [], useOwnStages());
  const keepFocus = useKeptFocus<HTMLDivElement, true>(toLastButton);
  const withhold = async (code: string) => {
    const commandId = await offerSignal(stage, code, false);
    const label = signalOf(code)?.label[language] ?? code;
    if (commandId !== null) showToast({ text: t`No longer offered first: ${label}`, actions: [undoAction(commandId)] });
  };
  return (
    <Fold
      level={4}
      className={styles.fold}
      memory={`stage ${stage} signals`}
      title={t`Signals offered first`}
      summary={first.length}
    >
      <div {...keepFocus} className={styles.signals}>
        <ul className={styles.chips} aria-label={t`Signals offered first`}>
          {first.map(({ code }) => (
            <li key={code}>
              <OfferedChip code={code} onWithhold={() => void withhold(code)} />
            </li>
          ))}
        </ul>
        <Popover
          label={t`Add a signal`}
          className={styles.popover}
          trigger={<ChipButton icon="plus" look="dashed">{t`Add a signal`}</ChipButton>}
        >
          {(close) => (
            <SignalComboBox
              label={t`Signal`}
              signals={others}
              onChoose={({ code }) => {
                close();
                void offerSignal(stage, code, true);
              }}
            />
          )}
        </Popover>
      </div>
    </Fold>
  );
}

function OfferedChip({ code, onWithhold }: { readonly code: string; readonly onWithhold: () => void }) {
  const { t } = useLingui();
  const label = useSignalLabel(code);
  return (
    <ChipButton
      look="plate"
      icon={signalIcons[lookOf(code)]}
      className={styles.chip}
      aria-label={t`${label}. Press to stop offering it first`}
      onPress={onWithhold}
    >
      <span className={styles.words}>{label}</span>
      <Icon name="close" size={12} />
    </ChipButton>
  );
}
