import { useLingui } from '@lingui/react/macro';
import type { SettingsPage } from '../../shared/contract/settings.ts';
import { SavedField, type SavedFieldProps } from '../ui/saved-field.tsx';
import { useSession } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { editAgency } from './settings-calls.ts';
import styles from './settings-page.module.css';

export function AgencySection() {
  const settings = useSession((session) => session.settings);
  return settings === null ? null : <AgencyFields settings={settings} />;
}

function AgencyFields({ settings }: { readonly settings: SettingsPage }) {
  const { t } = useLingui();
  const { agency } = settings;
  const where = useStageWords()('honeymoon').prepositional;
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <SavedField
          label={t`Name of the agency`}
          hint={t`Stands at the head of the side bar and of documents`}
          maxLength={200}
          saved={agency.name}
          onSave={(name) => editAgency({ name })}
        />
        <SavedField
          label={t`Sign`}
          hint={t`One or two letters`}
          maxLength={2}
          saved={agency.monogram}
          onSave={(monogram) => editAgency({ monogram })}
        />
      </div>
      <SavedField
        label={t`Contact`}
        hint={t`For the handoff document: phone or email`}
        maxLength={400}
        saved={agency.contact}
        onSave={(contact) => editAgency({ contact })}
      />
      <SavedField
        label={t`Signed by`}
        hint={t`Who signs the handoff document for us: name and role`}
        maxLength={400}
        saved={agency.signature}
        onSave={(signature) => editAgency({ signature })}
      />
      <div className={styles.halves}>
        <CountField
          label={t`Clients per partner`}
          hint={t`More is possible: the board only warns`}
          saved={settings.clientsPerPartner}
          onSave={(clientsPerPartner) => editAgency({ clientsPerPartner })}
        />
        <CountField
          label={t`Clients ${where} at once`}
          saved={settings.clientsInHoneymoon}
          onSave={(clientsInHoneymoon) => editAgency({ clientsInHoneymoon })}
        />
      </div>
    </div>
  );
}

interface CountFieldProps extends Pick<SavedFieldProps, 'label' | 'hint'> {
  readonly saved: number;
  readonly onSave: (value: number) => Promise<boolean>;
}

function CountField({ saved, onSave, ...field }: CountFieldProps) {
  const { t } = useLingui();
  const problemOf = (text: string) => {
    const count = Number(text);
    return Number.isInteger(count) && count >= 1 && count <= 100 ? undefined : t`A number from 1 to 100`;
  };
  return (
    <SavedField
      {...field}
      inputMode="numeric"
      saved={String(saved)}
      onSave={(text) => onSave(Number(text))}
      problemOf={problemOf}
    />
  );
}
