import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { Erasure } from '../../shared/contract/erasing.ts';
import { call, onChanged } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { openOverlay } from '../ui/navigation.ts';
import { useLanguage, usePartners } from '../ui/session.ts';
import styles from './erasing.module.css';
import tableStyles from './trash-page.module.css';

/** What was erased for ever, without a name; nothing while nothing was. */
export function Erasures() {
  const { t } = useLingui();
  const [erasures, setErasures] = useState<readonly Erasure[]>([]);
  useEffect(() => {
    const load = () => {
      // What keeps it from being read keeps the trash above it too, which says so.
      call('erasing.erasures', {}).then(
        ({ erasures: read }) => setErasures(read),
        () => undefined,
      );
    };
    load();
    return onChanged(({ areas }) => {
      if (areas.includes('safety')) load();
    });
  }, []);
  if (erasures.length === 0) return null;
  return (
    <section className={styles.erased}>
      <h2>{t`Erased for ever`}</h2>
      <table className={tableStyles.table} aria-label={t`Erased for ever`}>
        <thead>
          <tr>
            <th scope="col">{t`What`}</th>
            <th scope="col">{t`Why`}</th>
            <th scope="col">{t`By whom`}</th>
            <th scope="col">{t`When`}</th>
            <th scope="col">
              <span className="visually-hidden">{t`Actions`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {erasures.map((erasure) => (
            <ErasureRow key={erasure.id} erasure={erasure} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ErasureRow({ erasure }: { readonly erasure: Erasure }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const partner = usePartners().find(({ id }) => id === erasure.erasedBy);
  const records = erasure.counts.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <tr>
      <th scope="row">
        {t`A client`}
        <span className={tableStyles.kind}>{plural(records, { one: '#\u00a0record', other: '#\u00a0records' })}</span>
      </th>
      <td>{erasure.why}</td>
      <td>{partner?.name ?? ''}</td>
      <td>{formatShortDay(language, erasure.erasedAt, today)}</td>
      <td className={tableStyles.actions}>
        <Button onPress={() => openOverlay({ name: 'erased', erasureId: erasure.id, clientName: '' })}>
          {t`Copies and act`}
        </Button>
      </td>
    </tr>
  );
}
