import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Card } from '../../shared/contract/board.ts';
import { tenure } from '../../shared/tenure.ts';
import { languageOfText } from '../../shared/text-language.ts';
import { formatSince } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { cardKey, navigate } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { useBoardDay } from './board-day.ts';
import { useBoard } from './board-store.ts';
import { CardFoot } from './card-foot.tsx';
import { openCardPopup, useCardPopup } from './card-popup-store.ts';
import styles from './card-view.module.css';
import { makeCurrent, useCarry } from './carry-store.ts';
import { flash } from './flash.ts';
import { HealthLine } from './health-line.tsx';
import { NextStep } from './next-step.tsx';
import { openClient } from './open-client.ts';
import { takeFocus } from '../ui/take-focus.ts';

export interface CardViewProps {
  readonly clientId: string;
  /** Tab leads to this card; the others are reached from it by arrows. */
  readonly isTabStop: boolean;
  /** Id of the sentence that tells how to pick a card up. */
  readonly hintId: string;
}

/** Drawn again only for news of its own, not whenever its column is. */
export const CardView = memo(function CardView({ clientId, isTabStop, hintId }: CardViewProps) {
  const card = useBoard((board) => board.cards[clientId]);
  return card === undefined ? null : <LivingCard card={card} isTabStop={isTabStop} hintId={hintId} />;
});

function LivingCard({ card, isTabStop, hintId }: { readonly card: Card } & Omit<CardViewProps, 'clientId'>) {
  const { id, name } = card;
  const article = useRef<HTMLElement>(null);
  const heading = useRef<HTMLAnchorElement>(null);
  const carriedBy = useCarry(({ carry }) => (carry?.clientId === id ? carry.by : undefined));
  const isPast = useBoard((board) => board.past !== null);
  const hasMenu = useCardPopup(({ popup }) => popup?.clientId === id);
  useCardBehaviour(id, article, heading);
  const open = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('button') === null) openClient(id);
  };
  return (
    <article
      ref={article}
      className={styles.card}
      aria-labelledby={`card-${id}`}
      data-card={id}
      draggable
      data-carried-by={carriedBy}
      data-popup={hasMenu ? '' : undefined}
      data-sample={card.isSample ? '' : undefined}
      onClick={open}
    >
      <h3 className={styles.name} title={name}>
        {/* No address: an anchor with one is dragged as a link, and there is nowhere else to open it. */}
        <a
          ref={heading}
          id={`card-${id}`}
          role="link"
          tabIndex={isTabStop ? 0 : -1}
          aria-describedby={`health-${id} ${hintId}`}
          lang={languageOfText(name)}
          data-card-heading={id}
          data-focus-key={cardKey(id)}
          onFocus={() => makeCurrent(id)}
        >
          {name}
        </a>
      </h3>
      <TenureLine card={card} />
      <HealthLine clientId={id} id={`health-${id}`} />
      {card.handoff !== null && <HandoffStrip handoff={card.handoff} isTabStop={isTabStop} />}
      <NextStep card={card} isTabStop={isTabStop} />
      <CardFoot card={card} />
      {!isPast && <MenuButton clientId={id} name={name} isTabStop={isTabStop} />}
    </article>
  );
}

/** Focus and the short glow after landing: all that React does not draw. */
function useCardBehaviour(
  id: string,
  article: React.RefObject<HTMLElement | null>,
  heading: React.RefObject<HTMLAnchorElement | null>,
): void {
  const focusWish = useCarry((carry) => (carry.current === id ? carry.focusWish : 0));
  const landed = useCarry((carry) => (carry.landed?.clientId === id ? carry.landed.count : 0));
  useLayoutEffect(() => {
    if (focusWish > useCarry.getState().focusGranted) {
      useCarry.setState({ focusGranted: focusWish });
      takeFocus(heading.current, useCarry.getState().isFocusSeen);
    }
  }, [focusWish, heading]);
  useEffect(() => {
    if (landed > 0 && landed === useCarry.getState().landed?.count) flash(article.current, landed);
  }, [landed, article]);
}

function TenureLine({ card }: { readonly card: Card }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useBoardDay();
  const since = formatSince(language, card.sinceOn, today);
  return (
    <p className={styles.tenure}>
      <span title={t`With us ${since}`}>{tenure(card.sinceOn, today, language)}</span>
      {card.isSample && <span>{t`sample`}</span>}
    </p>
  );
}

interface HandoffStripProps {
  readonly handoff: NonNullable<Card['handoff']>;
  readonly isTabStop: boolean;
}

function HandoffStrip({ handoff: { id, done, total }, isTabStop }: HandoffStripProps) {
  return (
    <button
      type="button"
      className={styles.handoff}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => navigate({ name: 'handoff', handoffId: id })}
    >
      <span>
        <Trans>Handoff</Trans>
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.done} style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
      </span>
      <span className={styles.count}>
        <Trans>
          {done} of {total}
        </Trans>
      </span>
    </button>
  );
}

function MenuButton({
  clientId,
  name,
  isTabStop,
}: {
  readonly clientId: string;
  readonly name: string;
  readonly isTabStop: boolean;
}) {
  const { t } = useLingui();
  const isOpen = useCardPopup(({ popup }) => popup?.kind === 'menu' && popup.clientId === clientId);
  return (
    // Not the kit's button: a tooltip and a menu of its own for each of 2,000 cards would cost seconds.
    <button
      type="button"
      className={styles.menu}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={t`Move ${name}`}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-keyshortcuts="M"
      title={t`Move to…`}
      onClick={(event) => openCardPopup({ kind: 'menu', clientId, anchor: event.currentTarget })}
    >
      <Icon name="more" />
    </button>
  );
}
