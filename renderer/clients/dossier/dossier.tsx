import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import { AssetRegister } from './asset-register.tsx';
import styles from './dossier.module.css';
import { LineList } from './line-list.tsx';
import { PeopleTable } from './people-table.tsx';
import { ReadinessGauge } from './readiness-gauge.tsx';

/** What a successor would need, gathered while all is well. */
export function Dossier({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  return (
    <div className={styles.dossier}>
      <p className={styles.lead}>{t`What whoever comes after us would need. Easiest to write while all is well.`}</p>
      <ReadinessGauge page={page} />
      <PeopleTable page={page} />
      <LineList page={page} kind="how_it_works" title={t`Map of the project`} />
      <LineList page={page} kind="agreement" title={t`Unwritten agreements`} />
      <LineList page={page} kind="decision" title={t`Decisions`} />
      <LineList page={page} kind="watch" title={t`Known defects and workarounds`} />
      <LineList page={page} kind="open_question" title={t`Open questions`} />
      <AssetRegister page={page} />
    </div>
  );
}
