import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { CallInput } from '../../shared/contract/contract.ts';
import { type Asset, assetStates, type HandoffPage } from '../../shared/contract/handoff.ts';
import { dayInState } from '../../shared/handoff/asset-day.ts';
import { weekOf } from '../../shared/handoff/plan.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { DateField } from '../ui/date-field.tsx';
import { formatDay, formatShortDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { Popover } from '../ui/popover.tsx';
import { Select } from '../ui/select.tsx';
import { useLanguage } from '../ui/session.ts';
import { useDraft } from '../ui/use-draft.ts';
import styles from './asset-state.module.css';
import { change, useIsRunning } from './handoff-store.ts';
import { assetStateWord } from './words.ts';

interface AssetStateProps {
  readonly page: HandoffPage;
  readonly asset: Asset;
}

const icons: Readonly<Record<string, IconName>> = {
  not_started: 'clock',
  waiting_for_client: 'watch',
  transferring: 'watch',
  transferred: 'check',
  revoked: 'check',
  verified: 'check',
};

/** How far an access is; pressed, it can be changed together with its day. */
export function AssetState({ page, asset }: AssetStateProps) {
  const { t } = useLingui();
  const words = useStateWords(page, asset);
  const shown = (
    <>
      <Icon name={icons[asset.state] ?? 'clock'} className={styles[asset.state]} />
      {words}
      {asset.rotatedOn !== null && <Rotated day={asset.rotatedOn} />}
    </>
  );
  const isRunning = useIsRunning();
  if (!isRunning) return <span className={styles.state}>{shown}</span>;
  return (
    <Popover
      label={t`State: ${asset.name}`}
      placement="bottom start"
      trigger={
        <Button look="quiet" size="small" className={styles.button} aria-label={t`State: ${words}`}>
          <span className={styles.state}>{shown}</span>
        </Button>
      }
    >
      {() => <StateForm page={page} asset={asset} />}
    </Popover>
  );
}

function StateForm({ page, asset }: AssetStateProps) {
  const { t } = useLingui();
  const today = useToday();
  const edit = (part: Omit<CallInput<'handoff.editAsset'>, 'commandId' | 'handoffId' | 'assetId'>) =>
    change((commandId) => call('handoff.editAsset', { commandId, handoffId: page.id, assetId: asset.id, ...part }));
  return (
    <div className={styles.form}>
      <Select
        label={t`State`}
        value={asset.state}
        onChange={(id) => {
          const state = assetStates.find((each) => each === id);
          if (state !== undefined) void edit({ state, stateOn: dayInState(asset, state, today) });
        }}
        options={assetStates.map((id) => ({ id, label: assetStateWord(id) }))}
      />
      <DayOfAsset label={t`Day`} asset={asset} day={asset.stateOn} onSave={(stateOn) => edit({ stateOn })} />
      <DayOfAsset
        label={t`Passwords and keys changed`}
        asset={asset}
        day={asset.rotatedOn}
        onSave={(rotatedOn) => edit({ rotatedOn })}
      />
    </div>
  );
}

function Rotated({ day }: { readonly day: string }) {
  const { t } = useLingui();
  const on = formatShortDay(useLanguage(), day, useToday());
  return <span className={styles.rotated}>{t`keys changed ${on}`}</span>;
}

interface DayOfAssetProps {
  readonly label: string;
  readonly asset: Asset;
  readonly day: string | null;
  readonly onSave: (day: string | null) => Promise<boolean>;
}

/** A year that is being typed passes through years that nobody means: the day is saved on leaving it. */
function DayOfAsset({ label, asset, day, onSave }: DayOfAssetProps) {
  const today = useToday();
  const language = useLanguage();
  const field = useRef<HTMLDivElement>(null);
  const draft = useDraft({
    field,
    label: `${label} (${asset.name})`,
    save: (text) => {
      const typed = text === '' ? null : text;
      return typed === day ? Promise.resolve(true) : onSave(typed);
    },
    wordsOf: (text) => (text === '' ? '' : formatDay(language, text, today)),
  });
  return (
    <div ref={field}>
      <DateField
        label={label}
        value={draft.text === null ? day : draft.text || null}
        onChange={(typed) => draft.type(typed ?? '')}
        onBlur={() => void draft.commit()}
      />
    </div>
  );
}

/** «передан 18 нояб.»; what is not begun says in which week it will be. */
function useStateWords(page: HandoffPage, asset: Asset): string {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { state, stateOn } = asset;
  const word = assetStateWord(state);
  if (stateOn === null || state === 'waiting_for_client') return word;
  const week = weekOf(page.startOn, stateOn);
  return state === 'not_started' ? t`week ${week}` : `${word} ${formatShortDay(language, stateOn, today)}`;
}
