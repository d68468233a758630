import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { reasonCode } from '../../shared/handoff/retrospective.ts';
import { Chip } from '../ui/chip.tsx';
import { useReasonNames, useReasonWords, useVerdictWords, verdictLooks } from '../ui/health-words.ts';
import { Select } from '../ui/select.tsx';
import styles from './retrospective.module.css';

type Moment = HandoffPage['retrospective']['moments'][number];

/** How the client looked 90, 60 and 30 days before, as it was kept on closing. */
export function Moments({ page }: { readonly page: HandoffPage }) {
  const { moments } = page.retrospective;
  if (moments.length === 0) return null;
  return (
    <div className={styles.parts}>
      {moments.map((moment) => (
        <MomentView key={moment.daysBefore} moment={moment} />
      ))}
    </div>
  );
}

function MomentView({ moment: { daysBefore, verdict, reasons } }: { readonly moment: Moment }) {
  const { t } = useLingui();
  const words = useReasonWords();
  const verdicts = useVerdictWords();
  const { tone, icon } = verdictLooks[verdict];
  const days = t`${plural(daysBefore, { one: '#\u00a0day before', other: '#\u00a0days before' })}`;
  return (
    <section className={styles.part} aria-label={days}>
      <h3 className={styles.label}>{days}</h3>
      <Chip tone={tone} {...(icon !== null && { icon })}>
        {verdicts[verdict]}
      </Chip>
      <ul className={styles.reasons}>
        {reasons.map((reason, index) => (
          <li key={index}>{words(reason)}</li>
        ))}
      </ul>
    </section>
  );
}

interface ToldByProps {
  readonly page: HandoffPage;
  readonly onChoose: (code: string) => void;
}

/** Which of what was known should have told the partners. */
export function ToldBy({ page, onChoose }: ToldByProps) {
  const { t } = useLingui();
  const nameOf = useReasonNames();
  const { moments, toldBy } = page.retrospective;
  const codes = [...new Set(moments.flatMap(({ reasons }) => reasons.map(reasonCode)))];
  if (codes.length === 0) return null;
  const named = codes.map((code) => ({ id: code, label: nameOf(code) || code }));
  return (
    <div className={styles.part}>
      <h3 className={styles.label}>{t`Which line should have told us?`}</h3>
      <Select
        label={t`Which line should have told us?`}
        isLabelHidden
        className={styles.choice}
        value={toldBy}
        onChange={onChoose}
        options={[{ id: '', label: t`not thought over yet` }, ...named, { id: 'none', label: t`none of them` }]}
      />
    </div>
  );
}
