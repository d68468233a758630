import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Erasure } from '../../shared/contract/erasing.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { openOverlay } from '../ui/navigation.ts';
import { usePageReply } from '../ui/page-reply.ts';
import { useLanguage, usePartners } from '../ui/session.ts';
import { TableHead } from '../ui/table-head.tsx';
import styles from './erasing.module.css';
import tableStyles from './trash-page.module.css';

const readErasures = () => call('erasing.erasures', {});

/** What was erased for ever, without a name; nothing while nothing was. */
export function Erasures() {
  const { t } = useLingui();
  // What keeps it from being read keeps the trash above it too, which says so.
  const erasures = usePageReply(readErasures, 'safety').reply?.erasures ?? [];
  if (erasures.length === 0) return null;
  return (
    <section className={styles.erased}>
      <h2>{t`Erased for ever`}</h2>
      <table className={tableStyles.table} aria-label={t`Erased for ever`}>
        <TableHead columns={[t`What`, t`Why`, t`By whom`, t`When`]} />
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
