import { useLingui } from '@lingui/react/macro';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { progressOf } from '../../shared/handoff/items.ts';
import { call } from '../api.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { useToday } from '../ui/clock.ts';
import { formatDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { Monogram } from '../ui/monogram.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useLanguage, usePartner, usePartners, useMe } from '../ui/session.ts';
import styles from './handoff-head.module.css';
import { change } from './handoff-store.ts';
import { SideMark } from '../ui/side-mark.tsx';
import { sidesIn } from './sides-of-plan.ts';
import { sideWord } from './words.ts';

export type PlanView = 'weeks' | 'waits';

interface HandoffHeadProps {
  readonly page: HandoffPage;
  readonly view: PlanView;
  readonly onView: (view: PlanView) => void;
}

export function HandoffHead({ page, view, onView }: HandoffHeadProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { name } = page.client;
  const { done, total, overdue } = progressOf(page.items, today);
  const from = formatDay(language, page.startOn, today);
  const to = formatDay(language, page.endOn, today);
  return (
    <header className={styles.head}>
      <TimeIsUp page={page} open={total - done} />
      <h1 className={styles.title}>{t`Handoff: ${name}`}</h1>
      <div className={styles.meta}>
        <span className={styles.fact}>
          <Icon name="calendar" />
          {t`${from} – ${to}`}
        </span>
        <Lead page={page} />
        <span className={styles.fact}>
          <Icon name="list" />
          {t`${done} of ${total} done`}
        </span>
        {overdue > 0 && page.state === 'running' && (
          <span className={styles.late}>
            <Icon name="clock" />
            {t`${overdue} overdue`}
          </span>
        )}
        {page.state === 'closed' && <Chip icon="check">{t`Closed`}</Chip>}
        {page.state === 'cancelled' && <Chip>{t`Cancelled`}</Chip>}
        <Segmented<PlanView>
          label={t`The plan`}
          look="bare"
          value={view}
          onChange={onView}
          segments={[
            { id: 'weeks', label: t`By week` },
            { id: 'waits', label: t`What waits for whom` },
          ]}
          className={styles.view}
        />
        <ul className={styles.legend} aria-label={t`Sides`}>
          {sidesIn(page.successor).map((side) => (
            <li key={side}>
              <SideMark side={side} />
              {sideWord(side)}
            </li>
          ))}
        </ul>
      </div>
      <Turns page={page} />
    </header>
  );
}

/** Why it took longer, or was called off. */
function Turns({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  if (page.extensions.length === 0 && page.cancelReason === '') return null;
  return (
    <ul className={styles.turns}>
      {page.extensions.map(({ id, untilOn, reason }) => {
        const until = formatDay(language, untilOn, today);
        return <li key={id}>{t`A week more, until ${until}: ${reason}`}</li>;
      })}
      {page.cancelReason !== '' && <li>{t`Cancelled: ${page.cancelReason}`}</li>}
    </ul>
  );
}

function Lead({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const partner = usePartner(page.leadPartnerId);
  const partners = usePartners();
  const me = useMe();
  const shown = (
    <>
      {partner !== null && <Monogram letters={partner.monogram} isMe={partner.id === me?.id} />}
      {partner?.name ?? t`Choose who leads`}
    </>
  );
  if (page.state !== 'running' || partners.length === 0) {
    return partner === null ? null : <span className={styles.fact}>{shown}</span>;
  }
  const entries = partners.map(({ id, name }) => ({
    id,
    label: name,
    isChosen: id === page.leadPartnerId,
    onAction: () =>
      void change((commandId) => call('handoff.edit', { commandId, handoffId: page.id, leadPartnerId: id })),
  }));
  const name = partner?.name ?? t`nobody`;
  return (
    <Menu label={t`Who leads the handoff`} groups={[{ id: 'partners', entries }]} placement="bottom start">
      <Button look="quiet" size="small" className={styles.lead} aria-label={t`Who leads the handoff: ${name}`}>
        <span className={styles.fact}>{shown}</span>
      </Button>
    </Menu>
  );
}

/** After the last day: what is open, and the two ways on. */
function TimeIsUp({ page, open }: { readonly page: HandoffPage; readonly open: number }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  if (page.state !== 'running' || today <= page.endOn) return null;
  const end = formatDay(language, page.endOn, today);
  return (
    <Banner
      tone="warn"
      icon="clock"
      role="status"
      actions={
        <>
          <Button
            size="small"
            onPress={() => openOverlay({ name: 'extend-handoff', handoffId: page.id })}
          >{t`Extend by a week`}</Button>
          <Button
            size="small"
            onPress={() => openOverlay({ name: 'close-handoff', handoffId: page.id })}
          >{t`Finish`}</Button>
        </>
      }
    >
      {t`Time was up on ${end}, still open: ${open}`}
    </Banner>
  );
}
