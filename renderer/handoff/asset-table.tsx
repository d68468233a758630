import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Asset, assetTargets, type HandoffPage } from '../../shared/contract/handoff.ts';
import { assetProgress } from '../../shared/handoff/document-assets.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { EditableText } from '../ui/editable-text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { toLastButton, useKeptFocus } from '../ui/kept-focus.ts';
import { Menu } from '../ui/menu.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { AddAsset } from './add-asset.tsx';
import { AssetState } from './asset-state.tsx';
import styles from './asset-table.module.css';
import { change, useIsRunning } from './handoff-store.ts';
import { showDeleted } from './items.ts';
import { assetTargetWord } from './words.ts';

/** Where each access lies and who holds it, never the secret itself. */
export function AssetTable({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const [isAdding, setAdding] = useState(false);
  const plus = useFocusBack(isAdding);
  const keptFocus = useKeptFocus<HTMLElement, true>(toLastButton);
  const settled = page.assets.filter((asset) => assetProgress(asset.state) === 'settled').length;
  const total = page.assets.length;
  return (
    <section className={styles.assets} aria-label={t`Accesses`} {...keptFocus}>
      <header className={styles.head}>
        <h2 className={styles.name}>{t`Accesses`}</h2>
        <p className={styles.lead}>{t`No passwords here, only where they are and who holds them`}</p>
        {total > 0 && <p className={styles.count}>{t`${settled} of ${total} handed over`}</p>}
      </header>
      {total > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t`What`}</th>
              <th scope="col">{t`Where it is kept`}</th>
              <th scope="col">{t`Now`}</th>
              <th scope="col">{t`Goes to`}</th>
              <th scope="col">{t`State`}</th>
            </tr>
          </thead>
          <tbody>
            {page.assets.map((asset) => (
              <AssetRow key={asset.id} page={page} asset={asset} />
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <AddAsset page={page} onEnd={() => setAdding(false)} />}
      {isRunning && !isAdding && (
        <Button ref={plus} look="quiet" icon="plus" className={styles.add} onPress={() => setAdding(true)}>
          {t`Add an access`}
        </Button>
      )}
    </section>
  );
}

interface AssetRowProps {
  readonly page: HandoffPage;
  readonly asset: Asset;
}

function AssetRow({ page, asset }: AssetRowProps) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const { name, whereKept, heldBy } = asset;
  const edit = (part: Partial<Pick<Asset, 'name' | 'whereKept' | 'heldBy'>>) =>
    change((commandId) => call('handoff.editAsset', { commandId, handoffId: page.id, assetId: asset.id, ...part }));
  if (!isRunning) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td>{whereKept}</td>
        <td>{heldBy}</td>
        <td>{assetTargetWord(asset.goesTo)}</td>
        <td>
          <AssetState page={page} asset={asset} />
        </td>
      </tr>
    );
  }
  return (
    <tr data-record={asset.id}>
      <th scope="row">
        <EditableText
          label={t`What`}
          value={name}
          warningFor={secretWarning}
          onCommit={(text) => edit({ name: text })}
        />
      </th>
      <td>
        <EditableText
          label={t`Where it is kept`}
          value={whereKept}
          placeholder="—"
          allowsEmpty
          maxLength={400}
          warningFor={secretWarning}
          onCommit={(text) => edit({ whereKept: text })}
        />
      </td>
      <td>
        <EditableText
          label={t`Who holds it now`}
          value={heldBy}
          placeholder="—"
          allowsEmpty
          maxLength={400}
          warningFor={secretWarning}
          onCommit={(text) => edit({ heldBy: text })}
        />
      </td>
      <td>
        <TargetMenu page={page} asset={asset} />
      </td>
      <td>
        <span className={styles.last}>
          <AssetState page={page} asset={asset} />
          <IconButton
            icon="trash"
            size="small"
            label={t`Delete: ${name}`}
            className={styles.away}
            onPress={() => void deleteAsset(page, asset)}
          />
        </span>
      </td>
    </tr>
  );
}

function TargetMenu({ page, asset }: AssetRowProps) {
  const { t } = useLingui();
  const entries = assetTargets.map((goesTo) => ({
    id: goesTo,
    label: assetTargetWord(goesTo),
    isChosen: goesTo === asset.goesTo,
    onAction: () =>
      void change((commandId) =>
        call('handoff.editAsset', { commandId, handoffId: page.id, assetId: asset.id, goesTo }),
      ),
  }));
  return (
    <Menu label={t`Goes to`} groups={[{ id: 'targets', entries }]} placement="bottom start">
      <Button
        look="quiet"
        size="small"
        className={styles.cell}
        aria-label={`${t`Goes to`}: ${assetTargetWord(asset.goesTo)}`}
      >
        {assetTargetWord(asset.goesTo)}
      </Button>
    </Menu>
  );
}

async function deleteAsset(page: HandoffPage, asset: Asset): Promise<void> {
  const commandId = newCommandId();
  const isDone = await change(() => call('handoff.deleteAsset', { commandId, handoffId: page.id, assetId: asset.id }));
  if (isDone) showDeleted(asset.name, commandId);
}
