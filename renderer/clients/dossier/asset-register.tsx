import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import type { Asset } from '../../../shared/contract/handoff.ts';
import { isPresent } from '../../../shared/people.ts';
import { byRenewal, type Renewal, renewalsAhead } from '../../../shared/renewals.ts';
import { call } from '../../api.ts';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { toLastButton, useKeptFocus } from '../../ui/kept-focus.ts';
import { secretWarning } from '../../ui/secret-warning.ts';
import { usePartners } from '../../ui/session.ts';
import { carryOut } from '../client-store.ts';
import { PartState } from '../part-state.tsx';
import { usePart } from '../use-part.ts';
import { AssetRow } from './asset-row.tsx';
import styles from './dossier.module.css';
import { DossierSection } from './dossier-section.tsx';
import { useColumnWords } from './column-words.ts';

const load = (clientId: string) => call('clients.assets', { clientId });

/** Whose each account is, who can do everything in it, who pays and until when; where its secret lies, never the secret. */
export function AssetRegister({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const part = usePart(page.card.id, load);
  const today = useToday();
  const assets = byRenewal(part.value?.assets ?? []);
  const renewals = renewalsAhead(assets, today);
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toLastButton);
  const clientId = page.card.id;
  const count = renewals.length;
  const add = (name: string) =>
    carryOut((commandId) => call('clients.addAsset', { commandId, clientId, name }), t`Account added: ${name}`);
  return (
    <DossierSection
      part="accounts"
      title={t`Systems and accounts`}
      lead={t`No passwords here, only where they are and who holds them`}
      aside={
        count > 0 && (
          <p className={styles.count}>{plural(count, { one: '#\u00a0renewal soon', other: '#\u00a0renewals soon' })}</p>
        )
      }
    >
      <PartState part={part} />
      {part.value !== null && (
        <div {...keptFocus}>
          {assets.length > 0 && <AssetTable page={page} assets={assets} renewals={renewals} />}
          <div className={styles.newLine}>
            <EditableText
              label={t`New account`}
              value=""
              placeholder={t`Add an account`}
              warningFor={secretWarning}
              onCommit={add}
            />
          </div>
        </div>
      )}
    </DossierSection>
  );
}

interface AssetTableProps {
  readonly page: ClientPage;
  readonly assets: readonly Asset[];
  readonly renewals: readonly Renewal[];
}

function AssetTable({ page, assets, renewals }: AssetTableProps) {
  const columns = useColumnWords();
  const suggestions = useSuggestions(page);
  const { name, owner, admin, payer, renewal, whereKept } = columns;
  return (
    <table className={classNames(styles.table, styles.register)}>
      <thead>
        <tr>
          {[name, owner, admin, payer, renewal, whereKept].map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
          <td className={styles.last} />
        </tr>
      </thead>
      <tbody>
        {assets.map((asset) => (
          <AssetRow
            key={asset.id}
            asset={asset}
            renewal={renewals.find(({ id }) => id === asset.id) ?? null}
            suggestions={suggestions}
            lang={page.language ?? undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Those whose account it mostly is. */
function useSuggestions(page: ClientPage): readonly string[] {
  const { t } = useLingui();
  const today = useToday();
  const partners = usePartners();
  const present = page.contacts.filter((contact) => isPresent(contact, today));
  const names = [
    t({ message: 'client', context: 'whose account' }),
    t({ message: 'us', context: 'whose account' }),
    ...present.map(({ name }) => name),
    ...partners.map(({ name }) => name),
  ];
  return [...new Set(names)];
}
