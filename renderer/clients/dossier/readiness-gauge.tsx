import { useLingui } from '@lingui/react/macro';
import { type Gap, readiness } from '../../../shared/clients/readiness.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import { call } from '../../api.ts';
import { useToday } from '../../ui/clock.ts';
import { Icon } from '../../ui/icon.tsx';
import { PartBar } from '../../ui/part-bar.tsx';
import { usePartners, useSession } from '../../ui/session.ts';
import { usePart } from '../use-part.ts';
import { partOfCheck, useGapWords } from './readiness-words.ts';
import styles from './readiness-gauge.module.css';

const load = (clientId: string) => call('clients.assets', { clientId });

/** Whether the work could be handed over in a month, were it to end today, and what is missing for that. */
export function ReadinessGauge({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const part = usePart(page.card.id, load);
  const today = useToday();
  const agency = useSession(({ settings }) => settings?.agency.name ?? '');
  const partners = usePartners();
  if (part.value === null || page.card.stage === 'ended') return null;
  const { assets } = part.value;
  const names = { agency, partners: partners.map(({ name }) => name) };
  const { checks, done, of, gaps, verdict } = readiness({ ...page, assets, ...names }, today);
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
