import { useLingui } from '@lingui/react/macro';
import type { Asset, HandoffPage } from '../../shared/contract/handoff.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { useKeptFocus, type WaysOn } from '../ui/kept-focus.ts';
import styles from './close-handoff-dialog.module.css';
import { change } from './handoff-store.ts';
import { assetStateWord } from './words.ts';

const toNextAccess: WaysOn<true> = {
  markOf: () => true,
  goOn: (place) => (place.querySelector<HTMLElement>('button') ?? place).focus(),
};

interface AccessesLeftProps {
  readonly page: HandoffPage;
  readonly left: readonly Asset[];
}

/** Accesses that may still let us in, each of which is shut with one press. */
export function AccessesLeft({ page, left }: AccessesLeftProps) {
  const { t } = useLingui();
  const label = t`Our accesses are not revoked`;
  const keptFocus = useKeptFocus<HTMLElement, true>(toNextAccess);
  return (
    <section className={styles.list} aria-label={label} tabIndex={-1} {...keptFocus}>
      <h3 className={styles.label}>
        {label} <span className={styles.count}>{left.length}</span>
      </h3>
      {left.length === 0 ? (
        <p>{t`All of them are shut now`}</p>
      ) : (
        <ul>
          {left.map((asset) => (
            <Row key={asset.id} page={page} asset={asset} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ page, asset }: { readonly page: HandoffPage; readonly asset: Asset }) {
  const { t } = useLingui();
  const today = useToday();
  const { name } = asset;
  const shut = (state: 'revoked' | 'verified') =>
    void change((commandId) =>
      call('handoff.editAsset', { commandId, handoffId: page.id, assetId: asset.id, state, stateOn: today }),
    );
  return (
    <li className={styles.access}>
      <span className={styles.words}>
        {name} <span className={styles.state}>{assetStateWord(asset.state)}</span>
      </span>
      <Button size="small" aria-label={t`Revoked: ${name}`} onPress={() => shut('revoked')}>
        {t`Revoked`}
      </Button>
      <Button size="small" look="quiet" aria-label={t`Checked, none is ours: ${name}`} onPress={() => shut('verified')}>
        {t`Checked, none is ours`}
      </Button>
    </li>
  );
}
