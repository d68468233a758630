import { useLingui } from '@lingui/react/macro';
import type { Gap } from '../../../shared/clients/readiness.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import type { Asset } from '../../../shared/contract/handoff.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { openOverlay } from '../../ui/navigation.ts';
import { PartBar } from '../../ui/part-bar.tsx';
import { useGapWords, useReadiness } from '../../ui/readiness.ts';
import { usePart } from '../use-part.ts';
import { partOfCheck } from './part-of-check.ts';
import styles from './readiness-gauge.module.css';

const load = (clientId: string) => call('clients.assets', { clientId });

/** Whether the work could be handed over in a month, were it to end today, and what is missing for that. */
export function ReadinessGauge({ page }: { readonly page: ClientPage }) {
  const part = usePart(page.card.id, load);
  if (part.value === null || page.card.stage === 'ended') return null;
  return <Gauge page={page} assets={part.value.assets} />;
}

function Gauge({ page, assets }: { readonly page: ClientPage; readonly assets: readonly Asset[] }) {
  const { t } = useLingui();
  const { checks, done, of, gaps, verdict } = useReadiness({ ...page, assets });
  const verdicts = {
    yes: t`Yes, all that is needed is known`,
    almost: t`Almost: it would go with some questions`,
    no: t`Not yet: too much is only in our heads`,
  };
  return (
    <section className={styles.gauge} aria-label={t`Could we hand over in a month?`}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t`Could we hand over in a month?`}</h2>
        <p className={styles.verdict} data-verdict={verdict}>
          <Icon name={verdict === 'yes' ? 'check' : 'watch'} />
          {verdicts[verdict]}
        </p>
        <p className={styles.count}>{t`${done} of ${of}`}</p>
      </header>
      <div className={styles.parts}>
        <PartBar
          isWide
          parts={checks.map((check) => ({ id: check, isDone: !gaps.some((gap) => gap.check === check) }))}
        />
      </div>
      {gaps.length > 0 && (
        <ul className={styles.gaps}>
          {gaps.map((gap) => (
            <GapRow key={gap.check} gap={gap} />
          ))}
        </ul>
      )}
      {page.runningHandoffId === null && (
        <Button
          look="link"
          icon="handoff"
          className={styles.drill}
          onPress={() => openOverlay({ name: 'fire-drill', clientId: page.card.id })}
        >
          {t`Fire drill: the month it would take…`}
        </Button>
      )}
    </section>
  );
}

function GapRow({ gap }: { readonly gap: Gap }) {
  const words = useGapWords();
  return (
    <li>
      <button type="button" className={styles.gap} onClick={() => goTo(partOfCheck(gap.check))}>
        {words(gap)}
      </button>
    </li>
  );
}

/** To where the next line of that part is written. */
function goTo(part: string): void {
  const section = document.querySelector(`[data-dossier="${part}"]`);
  section?.scrollIntoView({ block: 'nearest' });
  [...(section?.querySelectorAll<HTMLElement>('button, [role="button"]') ?? [])].at(-1)?.focus();
}
