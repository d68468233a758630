import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ClientDataFormat } from '../../../shared/contract/transfer.ts';
import { isLanguage, type Language } from '../../../shared/language.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { closeOverlay } from '../../ui/navigation.ts';
import { RadioCards } from '../../ui/radio-card.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useLanguage } from '../../ui/session.ts';
import { showProblem, showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import styles from './transfer.module.css';

/** All that is kept about one client, to be read or to be carried into another program. */
export function ExportClientDialog({ clientId }: { readonly clientId: string }) {
  const { t } = useLingui();
  const spoken = useLanguage();
  const [format, setFormat] = useState<ClientDataFormat>('html');
  const [language, setLanguage] = useState<Language>(spoken);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    if (await saveClientData({ clientId, format, language })) closeOverlay();
    else setBusy(false);
  };
  return (
    <Dialog
      onClose={closeOverlay}
      title={t`Export all data about the client`}
      lead={t`One file with everything the program keeps about this client and nobody else. It holds internal notes and reasons: look at it before you hand it out.`}
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>
            {t`Cancel`}
          </Button>
          <Button look="primary" isPending={isBusy} onPress={() => void save()}>
            {isBusy ? t`Preparing…` : t`Save…`}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <RadioCards
          label={t`Format`}
          value={format}
          onChange={setFormat}
          cards={[
            {
              id: 'html',
              title: t`A page to read`,
              text: t`One file that opens in every browser. What lies in the trash is left out.`,
            },
            { id: 'json', title: 'JSON', text: t`For programs: every record as it is kept, the trash too.` },
          ]}
        />
        {format === 'html' && (
          <Segmented
            label={t`Language of the page`}
            value={language}
            onChange={(id) => setLanguage(isLanguage(id) ? id : spoken)}
            segments={[
              { id: 'ru', label: 'Русский', lang: 'ru' },
              { id: 'en', label: 'English', lang: 'en' },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}

interface Asked {
  readonly clientId: string;
  readonly format: ClientDataFormat;
  readonly language: Language;
}

/** Tells whether a file was written. */
async function saveClientData(asked: Asked): Promise<boolean> {
  const jobId = crypto.randomUUID();
  try {
    const { saved } = await call('transfer.exportClient', { jobId, ...asked });
    if (saved === null) return false;
    const { fileName } = saved;
    const reveal = () => void call('transfer.reveal', { jobId }).catch(showProblem);
    showToast({
      text: i18n.t(msg`Saved: ${fileName}`),
      actions: [{ label: i18n.t(msg`Show in folder`), run: reveal }],
    });
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}
