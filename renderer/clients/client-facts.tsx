import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import { nextAnniversary } from '../../shared/anniversary.ts';
import type { Card } from '../../shared/contract/board.ts';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { isBoardStage, isStage, type Stage } from '../../shared/stage.ts';
import { tenure } from '../../shared/tenure.ts';
import { call } from '../api.ts';
import { CadenceMeter } from '../ui/cadence-meter.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { DayForm } from '../ui/editable-day.tsx';
import { contactOf } from '../ui/contact.ts';
import { formatDay, formatDaysAgo, formatSince } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { Monogram } from '../ui/monogram.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { limitWithOneMore } from '../ui/partner-limit.ts';
import { Popover } from '../ui/popover.tsx';
import { useLanguage, useMe, usePartner, usePartners } from '../ui/session.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { useContactNorm, useStageWords } from '../ui/stage-words.ts';
import { WithTooltip } from '../ui/tooltip.tsx';
import { anniversaryWords } from './anniversary-words.ts';
import styles from './client-facts.module.css';
import { change } from './client-store.ts';
import { StageFact } from './stage-fact.tsx';

/** Stage, partner, tenure and contact in one line; each can be changed where it stands. */
export function ClientFacts({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const words = useStageWords();
  const { card } = page;
  const stage: Stage = isStage(card.stage) ? card.stage : 'acquaintance';
  const stageName = words(stage).label;
  return (
    <div className={styles.facts}>
      <ChipButton
        stage={stage}
        opensMenu
        aria-haspopup="dialog"
        aria-label={t`Stage: ${stageName}`}
        onPress={() => openOverlay({ name: 'move-client', clientId: card.id })}
      >
        {stageName}
      </ChipButton>
      <StageFact page={page} />
      <span data-dossier="lead">
        <PartnerFact card={card} />
      </span>
      <TenureFact page={page} />
      <AnniversaryFact card={card} />
      <ContactFact card={card} stage={stage} />
      {card.isSample && (
        <span className={styles.sample}>
          <Trans>sample</Trans>
        </span>
      )}
    </div>
  );
}

function PartnerFact({ card }: { readonly card: Card }) {
  const { t } = useLingui();
  const partners = usePartners();
  const partner = usePartner(card.partnerId);
  const me = useMe();
  const lead = (partnerId: string | null, name: string) => {
    const done = partnerId === null ? t`Nobody leads the client now` : t`${name} leads the client now`;
    const limit = isBoardStage(card.stage) ? limitWithOneMore(partnerId) : null;
    void change(
      (commandId) => call('clients.edit', { commandId, clientId: card.id, partnerId }),
      limit === null ? done : `${done}. ${limit}`,
    );
  };
  return (
    <Menu
      label={t`Who leads the client`}
      placement="bottom start"
      groups={[
        {
          id: 'partners',
          entries: partners.map(({ id, name }) => ({
            id,
            label: name,
            isChosen: id === card.partnerId,
            onAction: () => id !== card.partnerId && lead(id, name),
          })),
        },
        {
          id: 'nobody',
          entries: [
            {
              id: 'nobody',
              label: t`Nobody yet`,
              isChosen: card.partnerId === null,
              onAction: () => card.partnerId !== null && lead(null, ''),
            },
          ],
        },
      ]}
    >
      <AriaButton
        className={styles.fact ?? ''}
        {...(partner === null ? {} : { 'aria-label': t`Led by: ${partner.name}` })}
      >
        {partner === null ? (
          <Icon name="person" />
        ) : (
          <Monogram letters={partner.monogram} isMe={partner.id === me?.id} />
        )}
        {partner?.name ?? <Trans>Choose a partner</Trans>}
      </AriaButton>
    </Menu>
  );
}

/** An anniversary so many days ahead is worth a word. */
const anniversaryDays = 14;

function AnniversaryFact({ card }: { readonly card: Card }) {
  const language = useLanguage();
  const today = useToday();
  const anniversary = nextAnniversary(card.sinceOn, today);
  if (card.stage === 'ended' || anniversary.inDays > anniversaryDays) return null;
  return (
    <span className={classNames(styles.fact, styles.still)}>
      <Icon name="calendar" />
      {anniversaryWords(anniversary, language, today)}
    </span>
  );
}

function TenureFact({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const { card } = page;
  const language = useLanguage();
  const today = useToday();
  const words = tenure(card.sinceOn, today, language);
  const since = formatSince(language, card.sinceOn, today);
  return (
    <Popover
      label={t({ message: 'With us since', context: 'form' })}
      placement="bottom start"
      trigger={
        <WithTooltip text={t`With us ${since}`}>
          <AriaButton className={styles.fact ?? ''}>
            <Icon name="clock" />
            <Trans>with us {words}</Trans>
          </AriaButton>
        </WithTooltip>
      }
    >
      {(close) => <TenureForm card={card} firstEndOn={page.engagements[0]?.endOn ?? null} onDone={close} />}
    </Popover>
  );
}

interface FactFormProps {
  readonly card: Card;
  readonly onDone: () => void;
}

/** The first signed work cannot begin after it ended. */
function TenureForm({ card, firstEndOn, onDone }: FactFormProps & { readonly firstEndOn: string | null }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const latest = firstEndOn !== null && firstEndOn < today ? firstEndOn : today;
  const problemOf = (day: string) => {
    if (day > today) return t`Work cannot start in the future.`;
    return day > latest ? t`It ended before that day.` : undefined;
  };
  const save = async (sinceOn: string | null) =>
    sinceOn === null ||
    change(
      (commandId) => call('clients.edit', { commandId, clientId: card.id, sinceOn }),
      t`With us ${formatSince(language, sinceOn, today)}`,
    );
  return (
    <DayForm
      label={t`First signed work`}
      value={card.sinceOn}
      max={latest}
      problemOf={problemOf}
      onCommit={save}
      onDone={onDone}
    />
  );
}

function ContactFact({ card, stage }: { readonly card: Card; readonly stage: Stage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const stageNorm = useContactNorm(stage);
  const { norm, waited, isOverdue } = contactOf(card, stageNorm, today);
  const ago = formatDaysAgo(language, waited);
  return (
    <Popover
      label={t`How often we talk`}
      placement="bottom start"
      trigger={
        <WithTooltip
          text={
            card.lastTouchAt === null
              ? t`No contact yet`
              : t`Last contact: ${formatDay(language, card.lastTouchAt, today)}`
          }
        >
          <AriaButton className={classNames(styles.fact, isOverdue && styles.overdue)}>
            {norm !== null && <CadenceMeter days={waited} norm={norm} />}
            <span>
              {card.lastTouchAt === null ? <Trans>no contact yet</Trans> : <Trans>contact {ago}</Trans>}
              {norm !== null && <Trans>, norm {norm}</Trans>}
            </span>
          </AriaButton>
        </WithTooltip>
      }
    >
      {(close) => <NormForm card={card} stageNorm={stageNorm} onDone={close} />}
    </Popover>
  );
}

interface NormFormProps extends FactFormProps {
  readonly stageNorm: number | null;
}

function NormForm({ card, stageNorm, onDone }: NormFormProps) {
  const { t } = useLingui();
  const save = (text: string) => {
    const wanted = text === '' ? null : Number(text);
    return change(
      (commandId) => call('clients.edit', { commandId, clientId: card.id, contactNormDays: wanted }),
      wanted === null
        ? t`The norm of the stage holds again`
        : t`The norm is now ${plural(wanted, { one: '#\u00a0day', other: '#\u00a0days' })}`,
    );
  };
  return (
    <div className={styles.form}>
      <SavedField
        label={t`Days between contacts`}
        saved={card.contactNormDays === null ? '' : String(card.contactNormDays)}
        onSave={save}
        onDone={onDone}
        problemOf={(text) => (isNorm(text) ? undefined : t`A number of days from 1 to 365`)}
        inputMode="numeric"
        placeholder={String(stageNorm ?? '')}
        hint={t`Empty: as the stage has it`}
        autoFocus
      />
    </div>
  );
}

function isNorm(text: string): boolean {
  return text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 365);
}
