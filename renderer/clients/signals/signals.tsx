import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { SignalMark } from '../../../shared/contract/client-dossier.ts';
import type { ClientHealth } from '../../../shared/contract/client-health.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useVerdictWords, verdictLooks } from '../../ui/health-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { toLastButton, useKeptFocus } from '../../ui/kept-focus.ts';
import { Popover } from '../../ui/popover.tsx';
import { useSoughtAmong } from '../../ui/sought-record.ts';
import { PartState } from '../part-state.tsx';
import { Section } from '../section.tsx';
import { usePart } from '../use-part.ts';
import { AsleepList } from './asleep-list.tsx';
import { useHealth } from './health-part.ts';
import { MarkSignal } from './mark-signal.tsx';
import { Mirror } from './mirror.tsx';
import { OwnerSuggestion } from './owner-suggestion.tsx';
import { keyOf, type PanelRow, panelRows } from './panel-rows.ts';
import { ReasonRow } from './reason-row.tsx';
import { ReceiptView } from './receipt.tsx';
import { SignalRow, type SignalRowProps } from './signal-row.tsx';
import styles from './signals.module.css';
import { useWhy, type WhyProps } from './why.tsx';

const load = (clientId: string) => call('clients.signals', { clientId });

interface SignalsProps {
  readonly page: ClientPage;
  /** What follows from other records of the client. */
  readonly children?: ReactNode;
}

/** The verdict on the client's health with its reasons, and what the partners saw and hold to be true. */
export function Signals({ page, children }: SignalsProps) {
  const { t } = useLingui();
  const part = usePart(page.card.id, load);
  const healthPart = useHealth(page.card.id);
  const health = healthPart.value ?? null;
  const marks = part.value?.marks ?? [];
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toLastButton);
  return (
    <Section
      title={t`Signals`}
      verdict={health !== null && <VerdictChip health={health} />}
      action={
        <Popover label={t`New signal`} trigger={<IconButton icon="plus" size="small" label={t`Mark a signal`} />}>
          {(close) => <MarkSignal card={page.card} open={marks.map(({ code }) => code)} onDone={close} />}
        </Popover>
      }
    >
      <PartState part={part} />
      {part.problem === null && healthPart.problem !== null && <PartState part={healthPart} />}
      {part.value !== null && (
        <div {...keptFocus}>
          <Panel page={page} marks={marks} health={health}>
            {children}
          </Panel>
          <OwnerSuggestion page={page} signals={part.value} />
        </div>
      )}
    </Section>
  );
}

function VerdictChip({ health }: { readonly health: ClientHealth }) {
  const words = useVerdictWords();
  const { verdict } = health.receipt;
  const { tone, icon } = verdictLooks[verdict];
  return (
    <Chip tone={tone} {...(icon === null ? {} : { icon })}>
      {words[verdict]}
    </Chip>
  );
}

interface PanelProps {
  readonly page: ClientPage;
  readonly marks: readonly SignalMark[];
  readonly health: ClientHealth | null;
  readonly children: ReactNode;
}

/** More rows than that are folded away. */
const mostRows = 5;

function Panel({ page, marks, health, children }: PanelProps) {
  const { t } = useLingui();
  const { rows, asleep } = panelRows(marks, health);
  const [isWhole, setWhole] = useState(false);
  const folded = rows.slice(mostRows);
  useSoughtAmong(folded.map(keyOf), () => setWhole(true));
  const more = folded.length;
  const shown = isWhole ? rows : rows.slice(0, mostRows);
  return (
    <>
      {marks.length === 0 && health === null && <p className={styles.nothing}>{t`Nothing is marked`}</p>}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((row) => (
            <Row key={keyOf(row)} row={row} page={page} health={health} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button look="link" size="small" className={styles['more-rows']} onPress={() => setWhole(!isWhole)}>
          {isWhole ? t`Show fewer` : t`And ${more} more`}
        </Button>
      )}
      {children}
      <AsleepList asleep={asleep} lang={page.language ?? undefined} />
      <Mirror marks={marks} />
      {health !== null && <ReceiptView clientId={page.card.id} health={health} />}
    </>
  );
}

interface RowProps extends Pick<PanelProps, 'page' | 'health'> {
  readonly row: PanelRow;
}

function Row({ row, page, health }: RowProps) {
  const clientId = page.card.id;
  if (row.kind === 'reason') return health === null ? null : <ReasonRow {...row} clientId={clientId} health={health} />;
  const { mark, flag } = row;
  const lang = page.language ?? undefined;
  if (flag === null || health === null) return <SignalRow mark={mark} lang={lang} />;
  return <FlagRow mark={mark} lang={lang} clientId={clientId} reason={flag} health={health} />;
}

type FlagRowProps = WhyProps & Pick<SignalRowProps, 'mark' | 'lang'>;

/** A flag that counts against the client. */
function FlagRow({ mark, lang, ...reason }: FlagRowProps) {
  return <SignalRow mark={mark} lang={lang} why={useWhy(reason)} />;
}
