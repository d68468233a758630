import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import { worstFirst } from '../../../shared/signal-order.ts';
import { call } from '../../api.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { toLastButton, useKeptFocus } from '../../ui/kept-focus.ts';
import { Popover } from '../../ui/popover.tsx';
import { PartState } from '../part-state.tsx';
import { Section } from '../section.tsx';
import { usePart } from '../use-part.ts';
import { MarkSignal } from './mark-signal.tsx';
import { OwnerSuggestion } from './owner-suggestion.tsx';
import { SignalRow } from './signal-row.tsx';
import styles from './signals.module.css';

const load = (clientId: string) => call('clients.signals', { clientId });

interface SignalsProps {
  readonly page: ClientPage;
  /** What follows from other records of the client. */
  readonly children?: ReactNode;
}

/** What the partners saw and hold to be true, the worst first. */
export function Signals({ page, children }: SignalsProps) {
  const { t } = useLingui();
  const part = usePart(page.card.id, load);
  const marks = worstFirst(part.value?.marks ?? []);
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toLastButton);
  return (
    <Section
      title={t`Signals`}
      action={
        <Popover label={t`New signal`} trigger={<IconButton icon="plus" size="small" label={t`Mark a signal`} />}>
          {(close) => <MarkSignal card={page.card} open={marks.map(({ code }) => code)} onDone={close} />}
        </Popover>
      }
    >
      <PartState part={part} />
      {part.value !== null && (
        <div {...keptFocus}>
          {marks.length > 0 ? (
            <ul className={styles.list}>
              {marks.map((mark) => (
                <SignalRow key={mark.id} mark={mark} lang={page.language ?? undefined} />
              ))}
            </ul>
          ) : (
            <p className={styles.nothing}>{t`Nothing is marked`}</p>
          )}
          {children}
          <OwnerSuggestion page={page} signals={part.value} />
        </div>
      )}
    </Section>
  );
}
