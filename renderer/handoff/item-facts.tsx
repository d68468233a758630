import { useLingui } from '@lingui/react/macro';
import type { HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import { isOpen, isOverdue, openPredecessors } from '../../shared/handoff/items.ts';
import { useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import styles from './item-row.module.css';
import { SideMark } from '../ui/side-mark.tsx';
import { sideWord } from './words.ts';

interface ItemFactsProps {
  readonly page: HandoffPage;
  readonly item: HandoffItem;
}

/** Who, where that is not said above it, and when; what it waits for, and who accepted it. */
export function ItemFacts({ page, item, isWhoSaid }: ItemFactsProps & { readonly isWhoSaid: boolean }) {
  const { t } = useLingui();
  const isLate = isOverdue(item, useToday());
  const access = page.assets.find(({ id }) => id === item.assetId)?.name;
  return (
    <>
      <p className={styles.facts}>
        {!isWhoSaid && <SideMark side={item.side} />}
        <span data-late={isLate ? '' : undefined}>
          <WhoAndWhen item={item} isLate={isLate} isWhoSaid={isWhoSaid} />
        </span>
        {item.state === 'doing' && <span className={styles.state}>{t`in work`}</span>}
        {item.state === 'not_applicable' && <span className={styles.state}>{t`does not apply`}</span>}
      </p>
      {access !== undefined && <p className={styles.line}>{t`access: ${access}`}</p>}
      <Obstacles page={page} item={item} />
      <Acceptance item={item} />
    </>
  );
}

interface WhoAndWhenProps {
  readonly item: HandoffItem;
  readonly isLate: boolean;
  readonly isWhoSaid: boolean;
}

function WhoAndWhen({ item: { side, person, dueOn }, isLate, isWhoSaid }: WhoAndWhenProps) {
  const { t } = useLingui();
  const due = formatShortDay(useLanguage(), dueOn, useToday());
  if (isWhoSaid) return isLate ? t`Was due ${due}` : due;
  const who = [sideWord(side), person].filter((part) => part !== '').join(', ');
  return isLate ? t`${who}, was due ${due}` : `${who}, ${due}`;
}

function Obstacles({ page, item }: ItemFactsProps) {
  const { t } = useLingui();
  if (!isOpen(item)) return null;
  const titles = openPredecessors(item, page.items).map(({ title }) => title);
  const waitsFor = titles.join('; ');
  const reason = item.stateReason.trim();
  return (
    <>
      {item.state === 'blocked' && (
        <p className={styles.line} data-blocked title={reason}>
          {reason === '' ? t`blocked` : t`blocked: ${reason}`}
        </p>
      )}
      {titles.length > 0 && (
        <p className={styles.line} title={waitsFor}>
          {t`waits for: ${waitsFor}`}
        </p>
      )}
    </>
  );
}

function Acceptance({ item }: { readonly item: HandoffItem }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const name = item.confirmedBy.trim();
  if (name === '') return null;
  const day = item.confirmedOn === null ? '' : formatShortDay(language, item.confirmedOn, today);
  return <p className={styles.line}>{day === '' ? t`accepted by ${name}` : t`accepted by ${name}, ${day}`}</p>;
}
