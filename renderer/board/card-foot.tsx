import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Card } from '../../shared/contract/board.ts';
import { CadenceMeter } from '../ui/cadence-meter.tsx';
import { formatDay, formatLastContact } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Monogram } from '../ui/monogram.tsx';
import { useLanguage, useMe, usePartner } from '../ui/session.ts';
import { useContactNorm } from '../ui/stage-words.ts';
import { useBoardDay } from './board-day.ts';
import styles from './card-foot.module.css';
import { stageOf } from './columns.ts';
import { contactOf } from '../ui/contact.ts';

/** Cadence meter and last contact, open flags, the partner. */
export function CardFoot({ card }: { readonly card: Card }) {
  const { t } = useLingui();
  const today = useBoardDay();
  const language = useLanguage();
  const partner = usePartner(card.partnerId);
  const me = useMe();
  const contact = contactOf(card, useContactNorm(stageOf(card)), today);
  const lastContact = card.lastTouchAt === null ? '' : formatDay(language, card.lastTouchAt, today);
  return (
    <div className={styles.foot}>
      <span
        className={styles.contact}
        data-overdue={contact.isOverdue ? '' : undefined}
        {...(lastContact === '' ? {} : { title: t`Last contact: ${lastContact}` })}
      >
        {contact.norm !== null && <CadenceMeter days={contact.waited} norm={contact.norm} />}
        {contact.days === null ? t`no contact yet` : formatLastContact(language, contact.days, contact.norm)}
      </span>
      {card.openFlags > 0 && <Flags count={card.openFlags} />}
      {partner !== null && (
        <span className={styles.partner}>
          <Monogram letters={partner.monogram} name={partner.name} isMe={partner.id === me?.id} />
        </span>
      )}
    </div>
  );
}

function Flags({ count }: { readonly count: number }) {
  const { t } = useLingui();
  const words = t`${plural(count, { one: '#\u00a0open flag', other: '#\u00a0open flags' })}`;
  return (
    <span className={styles.flags} title={words}>
      <Icon name="flag" size={12} className={styles.flag} />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
