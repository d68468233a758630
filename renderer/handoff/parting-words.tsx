import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { longestText } from '../../shared/contract/call.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import type { PartingReason } from '../../shared/handoff/parting.ts';
import { call } from '../api.ts';
import { useToday } from '../ui/clock.ts';
import { EditableDay } from '../ui/editable-day.tsx';
import { EditableText } from '../ui/editable-text.tsx';
import { formatDay } from '../ui/format.ts';
import { secretWarning } from '../ui/secret-warning.ts';
import { useLanguage } from '../ui/session.ts';
import { change, useIsRunning } from './handoff-store.ts';
import styles from './parting-words.module.css';
import { ReasonChips } from './reason-chips.tsx';

/** What the partners say themselves: the letter, up to when they answer, and, to nobody but them, why they part. */
export function PartingWords({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const isRunning = useIsRunning();
  /** The reasons that were pressed for and are not all saved yet. */
  const wanted = useRef<PartingReason[] | null>(null);
  const turn = useRef(Promise.resolve());
  if (!isRunning) return null;
  const edit = (fields: Omit<CallRequest<'handoff.edit'>, 'commandId' | 'handoffId'>) =>
    change((commandId) => call('handoff.edit', { commandId, handoffId: page.id, ...fields }));
  // One after the other: each press goes on from what the one before wants.
  const choose = (chosen: (reasons: readonly string[]) => PartingReason[]) => {
    const reasons = chosen(wanted.current ?? page.reasons);
    wanted.current = reasons;
    turn.current = turn.current.then(async () => {
      await edit({ reasons });
      if (wanted.current === reasons) wanted.current = null;
    });
  };
  const { endOn } = page;
  const lastDay = formatDay(language, endOn, today);
  return (
    <>
      <div className={styles.words}>
        <h3 className={styles.label}>{t`Letter on the cover`}</h3>
        <EditableText
          label={t`Letter on the cover`}
          value={page.letter}
          placeholder={t`The usual sentences. Press to write your own`}
          allowsEmpty
          isMultiline
          maxLength={longestText}
          warningFor={secretWarning}
          onCommit={(letter) => edit({ letter })}
        />
      </div>
      <div className={styles.words}>
        <h3 className={styles.label}>{t`We answer questions until`}</h3>
        <EditableDay
          label={t`We answer questions until`}
          value={page.careUntilOn}
          placeholder={t`Choose a day`}
          problemOf={(day) => (day < endOn ? t`Not before the last day of the handoff, ${lastDay}` : undefined)}
          onCommit={(day) => (day === null ? Promise.resolve(false) : edit({ careUntilOn: day }))}
        >
          {formatDay(language, page.careUntilOn, today)}
        </EditableDay>
      </div>
      <div className={styles.words} role="group" aria-label={t`Why we part`}>
        <h3 className={styles.label}>
          {t`Why we part`} <span className={styles.aside}>{t`partners only`}</span>
        </h3>
        <div className={styles.chips}>
          <ReasonChips chosen={page.reasons} onChange={choose} />
        </div>
        <EditableText
          label={t`Reason in your own words`}
          value={page.reasonText}
          placeholder={t`Press to say it in your own words`}
          allowsEmpty
          isMultiline
          maxLength={longestText}
          warningFor={secretWarning}
          onCommit={(reasonText) => edit({ reasonText })}
        />
      </div>
    </>
  );
}
