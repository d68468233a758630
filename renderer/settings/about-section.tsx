import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../ui/session.ts';
import styles from './settings-page.module.css';

export function AboutSection() {
  const { t } = useLingui();
  const version = useSession((session) => session.settings?.appVersion ?? '');
  return (
    <>
      <p className={styles.text}>
        <strong>Rapport</strong> {version}
      </p>
      <p className={styles.text}>
        <Trans>
          Everything lies in one file on this computer. The program never talks to the network: no account, no
          telemetry, no updates behind your back.
        </Trans>
      </p>
      <p className={styles.text}>{t`Type: Golos Text and Source Serif 4, under the SIL Open Font License.`}</p>
    </>
  );
}
