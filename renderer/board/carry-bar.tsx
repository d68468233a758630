import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { classNames } from '../ui/class-names.ts';
import { Glyph } from '../ui/glyph.tsx';
import notice from '../ui/notice.module.css';
import { useStageWords } from '../ui/stage-words.ts';
import { useBoard } from './board-store.ts';
import { type Carry, useCarry } from './carry-store.ts';
import { countWith, type Spot } from './columns.ts';
import styles from './foot-bar.module.css';
import { isHeldFrom } from './held-card.ts';
import { useShownColumns } from './shown.ts';
import { useView } from './view-store.ts';

/** An element of its own: in the sentence, the partner's words would be looked through for elements. */
function StageName({ label }: { readonly label: string }) {
  return <b>{label}</b>;
}

/** What a screen reader hears while a card is in the hand, for the eye. */
export function CarryBar() {
  const carry = useSettledCarry();
  if (carry === null || carry.to === null) return null;
  return <Aim clientId={carry.clientId} from={carry.from} to={carry.to} />;
}

/** In milliseconds. Places that the pointer only passes cannot be read. */
const settledAfter = 250;

/** The card in the hand, at the place where it was held last for a moment; taken up, put down or led by keys, at once. */
function useSettledCarry(): Carry | null {
  const [settled, settle] = useState(() => useCarry.getState().carry);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = useCarry.subscribe(({ carry }, { carry: before }) => {
      if (carry === before) return;
      clearTimeout(timer);
      if (carry?.by === 'pointer' && before !== null) timer = setTimeout(() => settle(carry), settledAfter);
      else settle(carry);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return settled;
}

interface AimProps {
  readonly clientId: string;
  readonly from: Spot;
  readonly to: Spot;
}

function Aim({ clientId, from, to }: AimProps) {
  const { t } = useLingui();
  const words = useStageWords();
  const name = useBoard((board) => board.cards[clientId]?.name ?? '');
  const isHeld = useBoard(() => isHeldFrom(clientId, to.stage));
  const total = countWith(useShownColumns(), to.stage, clientId);
  const isSorted = useView(({ sorting }) => sorting !== 'own') && to.stage !== 'ended';
  const stage = words(to.stage).label;
  const place = to.index + 1;
  return (
    <div className={notice.region} aria-hidden="true">
      <div className={classNames(notice.bar, styles.bar, styles.carry)} data-stage={to.stage}>
        <Glyph stage={to.stage} />
        <span className={styles.text}>
          {!isHeld && <span className={styles.whose}>{name}:</span>}{' '}
          <span className={styles.aim}>
            {isHeld ? (
              <Trans>
                <StageName label={stage} />. Not here: a handoff is running
              </Trans>
            ) : isSorted && to.stage === from.stage ? (
              <Trans>
                <StageName label={stage} />, the sorting gives the place
              </Trans>
            ) : isSorted ? (
              <Trans>
                move to <StageName label={stage} />, the sorting gives the place
              </Trans>
            ) : to.stage === 'ended' ? (
              <Trans>
                <StageName label={stage} />, you will be asked how to part
              </Trans>
            ) : (
              <Trans>
                move to <StageName label={stage} />, place {place} of {total}
              </Trans>
            )}
          </span>
        </span>
        <span className={styles.aside}>{t`Esc cancels`}</span>
      </div>
    </div>
  );
}
