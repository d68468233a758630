import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import styles from './backups-page.module.css';
import { attempt, type BackupsState } from './backups-store.ts';
import { useMoment } from './use-moment.ts';

type Second = NonNullable<BackupsState['second']>;

/** A copy of every backup elsewhere: on another disk, or where a program carries it to other computers. */
export function SecondPart({ page }: { readonly page: BackupsState }) {
  const { t } = useLingui();
  const { second } = page;
  const choose = () => void attempt(() => call('safety.chooseSecondFolder', {}));
  return (
    <section className={styles.part} aria-labelledby="second-folder">
      <h2 id="second-folder">{t`A second folder`}</h2>
      {second === null ? (
        <>
          <p>
            {t`When this computer is lost, so are its backups. Choose a folder on another disk or a synced one, and every backup is copied there too.`}
          </p>
          <Button onPress={choose}>{t`Choose a folder…`}</Button>
        </>
      ) : (
        <Chosen second={second} isSealing={page.isSealing} onChoose={choose} />
      )}
    </section>
  );
}

const tones: Readonly<Record<Second['state'], ChipTone>> = {
  whole: 'ok',
  behind: 'warn',
  away: 'warn',
  failed: 'danger',
};

interface ChosenProps {
  readonly second: Second;
  readonly isSealing: boolean;
  readonly onChoose: () => void;
}

function Chosen({ second, isSealing, onChoose }: ChosenProps) {
  const { t } = useLingui();
  const moment = useMoment();
  const [isBusy, setBusy] = useState(false);
  const fill = async () => {
    setBusy(true);
    await attempt(() => call('safety.fillSecondFolder', {}));
    setBusy(false);
  };
  const missing = plural(second.missing, {
    one: '#\u00a0backup is still to be copied.',
    other: '#\u00a0backups are still to be copied.',
  });
  const newest = second.lastAt === null ? null : moment(second.lastAt);
  const states: Readonly<Record<Second['state'], readonly [word: string, sentence: string]>> = {
    whole: [t`all there`, t`Every backup is there, and was proved after it was copied.`],
    behind: [t`behind`, missing],
    away: [t`not at hand`, t`The disk may not be connected. What is missing is copied as soon as it is back.`],
    failed: [
      t`takes none`,
      t`The folder took no copy. Look whether there is room on it and whether it can be written to.`,
    ],
  };
  const [word, sentence] = states[second.state];
  return (
    <>
      <p className={styles.line}>
        <span className={styles.path}>{second.folder}</span>
        <Chip tone={tones[second.state]}>{word}</Chip>
      </p>
      <p>
        {sentence} {newest !== null && t`The newest one in it: ${newest}.`}
      </p>
      {second.isSynced && !isSealing && (
        <p className={styles.hint}>
          {t`This folder is synced, and the backups in it lie open: whoever reads it reads them. A passphrase below changes that.`}
        </p>
      )}
      <div className={styles.buttons}>
        {second.state !== 'whole' && <Button isPending={isBusy} onPress={() => void fill()}>{t`Copy now`}</Button>}
        <Button onPress={onChoose}>{t`Choose another…`}</Button>
        <Button look="quiet" onPress={() => void attempt(() => call('safety.leaveSecondFolder', {}))}>
          {t`Copy there no more`}
        </Button>
      </div>
    </>
  );
}
