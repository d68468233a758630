import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { gapWords } from '../../shared/clients/gap-words.ts';
import type { BriefFinding, BriefGap } from '../../shared/contract/handoff-brief.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import { showProblem } from '../ui/toast.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import styles from './brief-dialog.module.css';
import { goToField, goToGap } from './brief-fields.ts';
import type { BriefCheck } from './use-brief-check.ts';
import { placeWord } from './words.ts';

interface BriefFindingsProps {
  readonly page: HandoffPage;
  readonly check: BriefCheck;
}

/** What should not leave, one by one: mended in its field, or called harmless, with a reason that stays. */
export function BriefFindings({ page, check }: BriefFindingsProps) {
  const { t } = useLingui();
  const { found, again } = check;
  if (found === null) return null;
  const { findings, gaps } = found;
  const count = findings.length;
  return (
    <>
      {count === 0 ? (
        <p className={styles.clean} role="status">
          <Icon name="check" />
          {t`No amounts, no names of others, no secrets were found.`}
        </p>
      ) : (
        <>
          <h3 className={styles.heading} role="status">
            {t`${plural(count, { one: '#\u00a0place to look at first', other: '#\u00a0places to look at first' })}`}
          </h3>
          <ul className={styles.list}>
            {findings.map((finding) => (
              <Finding
                key={`${finding.fingerprint} ${finding.excerpt}`}
                page={page}
                finding={finding}
                onCleared={again}
              />
            ))}
          </ul>
        </>
      )}
      <p className={styles.hint}>{t`Opinions no program can tell. Read it once as the client would.`}</p>
      {gaps.length > 0 && <Gaps page={page} gaps={gaps} />}
    </>
  );
}

function Gaps({ page, gaps }: { readonly page: HandoffPage; readonly gaps: readonly BriefGap[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words: Readonly<Record<BriefGap, string>> = {
    map: gapWords({ check: 'how_it_works', accounts: [] }, language),
    systems: gapWords({ check: 'accounts', accounts: [] }, language),
    people: t`Nobody at the client is known`,
    contact: t`No contact of the agency`,
    lead: t`Nobody leads the handoff`,
  };
  return (
    <>
      <h3 className={styles.heading}>{t`Candidates would miss`}</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>
            <button type="button" className={styles.gap} onClick={() => goToGap(page, gap)}>
              {words[gap]}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FindingProps {
  readonly page: HandoffPage;
  readonly finding: BriefFinding;
  readonly onCleared: () => void;
}

function Finding({ page, finding, onCleared }: FindingProps) {
  const { t } = useLingui();
  const what = useFindingWords();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const door = useFocusBack(isAsking);
  const { fingerprint, recordTitle, excerpt } = finding;
  const clear = async () => {
    if (reason.trim() === '') return false;
    try {
      await call('handoff.clearSecret', { commandId: newCommandId(), handoffId: page.id, fingerprint, reason });
      onCleared();
      return true;
    } catch (problem) {
      showProblem(problem);
      return false;
    }
  };
  const place = `${placeWord(finding.place)}: ${recordTitle}`;
  return (
    <li className={styles.finding}>
      <p className={styles.what}>{what(finding)}</p>
      <p className={styles.excerpt}>{excerpt}</p>
      <button
        type="button"
        className={styles.place}
        aria-label={t`Open the field: ${place}`}
        onClick={() => goToField(page, finding)}
      >
        {recordTitle === excerpt ? placeWord(finding.place) : place}
        <Icon name="right" size={14} />
      </button>
      {isAsking ? (
        <Form className={styles.form} onSubmit={clear} onCancel={() => setAsking(false)}>
          <TextField label={t`Why it is harmless`} value={reason} onChange={setReason} maxLength={200} autoFocus />
          <Button type="submit" size="small" isDisabled={reason.trim() === ''}>{t`Harmless`}</Button>
        </Form>
      ) : (
        <Button ref={door} look="quiet" size="small" className={styles.door} onPress={() => setAsking(true)}>
          {t`Harmless…`}
        </Button>
      )}
    </li>
  );
}

function useFindingWords(): (finding: BriefFinding) => string {
  const { t } = useLingui();
  return ({ kind, named }) => {
    switch (kind) {
      case 'money':
        return t`About money`;
      case 'other_client':
        return t`Another client: ${named}`;
      case 'other_candidate':
        return t`Another candidate: ${named}`;
      default:
        return t`Looks like a password or a key`;
    }
  };
}
