import { useLingui } from '@lingui/react/macro';
import { weekNames } from '../../shared/handoff/words.ts';
import { useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import notice from '../ui/notice.module.css';
import { useLanguage } from '../ui/session.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './item-carry-bar.module.css';
import { type ItemCarry, useItemCarry } from './item-carry-store.ts';
import { itemIn, moveOf } from './item-moves.ts';
import { notThere } from './item-sentences.ts';

/** What a screen reader hears while an item is in the hand, for the eye. */
export function ItemCarryBar() {
  const carry = useItemCarry((hand) => hand.carry);
  return carry === null || carry.to === null ? null : <Aim carry={carry} to={carry.to} />;
}

function Aim({ carry, to }: { readonly carry: ItemCarry; readonly to: NonNullable<ItemCarry['to']> }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const title = itemIn(carry.itemId)?.title ?? '';
  const move = moveOf(carry.itemId, to);
  if (move === null) return null;
  const week = weekNames[to][language];
  const isHome = to === carry.from;
  const day = formatShortDay(language, move.dueOn, today);
  const refusal = isHome ? null : move.refusal;
  return (
    <div className={notice.region} aria-hidden="true">
      <div className={classNames(notice.bar, styles.bar)}>
        <Icon name="calendar" />
        <span className={styles.words}>
          {refusal === null && <span className={styles.title}>{title}:</span>}{' '}
          <span className={styles.aim}>
            {refusal !== null ? notThere(refusal) : isHome ? t`stays in “${week}”` : t`move to “${week}”, ${day}`}
          </span>
        </span>
        <span className={styles.aside}>{t`Esc cancels`}</span>
      </div>
    </div>
  );
}
