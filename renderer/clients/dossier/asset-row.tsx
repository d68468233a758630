import { useLingui } from '@lingui/react/macro';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Asset } from '../../../shared/contract/handoff.ts';
import type { Renewal } from '../../../shared/renewals.ts';
import { call } from '../../api.ts';
import { classNames } from '../../ui/class-names.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableName } from '../../ui/editable-name.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { formatDayCount, formatDaysAgo } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { secretWarning } from '../../ui/secret-warning.ts';
import { useLanguage } from '../../ui/session.ts';
import { carryOut } from '../client-store.ts';
import { useColumnWords } from './column-words.ts';
import styles from './dossier.module.css';

export interface AssetRowProps {
  readonly asset: Asset;
  /** Null when it is far away. */
  readonly renewal: Renewal | null;
  readonly suggestions: readonly string[];
  readonly lang: string | undefined;
}

type Fields = Omit<CallInput<'clients.editAsset'>, 'commandId' | 'assetId'>;

/** One account, every cell edited where it stands. */
export function AssetRow({ asset, renewal, suggestions, lang }: AssetRowProps) {
  const { t } = useLingui();
  const columns = useColumnWords();
  const { id: assetId, name } = asset;
  const edit = (fields: Fields) =>
    carryOut((commandId) => call('clients.editAsset', { commandId, assetId, ...fields }), t`Account changed: ${name}`);
  const remove = () =>
    void carryOut((commandId) => call('clients.deleteAsset', { commandId, assetId }), t`Account deleted: ${name}`);
  const person = (label: string, field: 'owner' | 'admin' | 'payer') => (
    <td data-label={label}>
      <EditableName
        label={label}
        of={name}
        value={asset[field]}
        suggestions={suggestions}
        placeholder="—"
        warningFor={secretWarning}
        lang={lang}
        onCommit={(text) => edit({ [field]: text })}
      />
    </td>
  );
  return (
    <tr data-record={asset.id}>
      <th scope="row">
        <EditableText
          label={columns.name}
          value={name}
          warningFor={secretWarning}
          lang={lang}
          onCommit={(text) => edit({ name: text })}
        />
      </th>
      {person(columns.owner, 'owner')}
      {person(columns.admin, 'admin')}
      {person(columns.payer, 'payer')}
      <td data-label={columns.renewal}>
        <EditableDay
          label={columns.renewal}
          of={name}
          value={asset.renewalOn}
          placeholder="—"
          allowsEmpty
          onCommit={(renewalOn) => edit({ renewalOn })}
        />
        {renewal !== null && <RenewalWords renewal={renewal} />}
      </td>
      <td data-label={columns.whereKept}>
        <EditableText
          label={`${columns.whereKept} (${name})`}
          value={asset.whereKept}
          placeholder="—"
          allowsEmpty
          maxLength={400}
          warningFor={secretWarning}
          lang={lang}
          onCommit={(text) => edit({ whereKept: text })}
        />
      </td>
      <td className={styles.last}>
        <IconButton icon="trash" size="small" label={t`Delete: ${name}`} className={styles.away} onPress={remove} />
      </td>
    </tr>
  );
}

function RenewalWords({ renewal: { days } }: { readonly renewal: Renewal }) {
  const { t } = useLingui();
  const language = useLanguage();
  const left = formatDayCount(language, days);
  const ago = formatDaysAgo(language, Math.abs(days));
  const words = days < 0 ? t`it was ${ago}` : days === 0 ? t`today` : t`in ${left}`;
  return <p className={classNames(styles.renewal, days < 0 && styles.past)}>{words}</p>;
}
