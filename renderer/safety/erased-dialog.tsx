import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { actFormats } from '../../shared/contract/erasing.ts';
import { isLanguage, type Language } from '../../shared/language.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useLanguage } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { HoldingCopies } from './holding-copies.tsx';
import styles from './erasing.module.css';

export interface ErasedDialogProps {
  readonly erasureId: string;
  /** Known only right after the erasure: nothing holds it any more. */
  readonly clientName: string;
}

/** After an erasure, and whenever it is looked at again: the copies that still hold the client, and the act. */
export function ErasedDialog({ erasureId, clientName }: ErasedDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog
      onClose={closeOverlay}
      title={clientName === '' ? t`A client was erased for ever` : t`${clientName} is erased for ever`}
      lead={
        clientName === ''
          ? t`The data file holds nothing of it any more, not even its name.`
          : t`The data file holds nothing of it any more, not even its name. Save the act now if it shall name the client.`
      }
      actions={
        <Button look="primary" onPress={closeOverlay}>
          {t`Done`}
        </Button>
      }
    >
      <HoldingCopies erasureId={erasureId} />
      <Act erasureId={erasureId} clientName={clientName} />
    </Dialog>
  );
}

type Format = (typeof actFormats)[number];

function Act({ erasureId, clientName }: ErasedDialogProps) {
  const { t } = useLingui();
  const spoken = useLanguage();
  const [language, setLanguage] = useState<Language>(spoken);
  const [format, setFormat] = useState<Format>('html');
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{t`Act of erasure`}</h3>
      <p className={styles.quiet}>{t`What, whose, when, by whom, why and how, as a file to keep or to hand out.`}</p>
      <div className={styles.act}>
        <Segmented
          label={t`Format of the act`}
          value={format}
          onChange={setFormat}
          segments={[
            { id: 'html', label: t`Page` },
            { id: 'markdown', label: 'Markdown' },
          ]}
        />
        <Segmented
          label={t`Language of the act`}
          value={language}
          onChange={(id) => setLanguage(isLanguage(id) ? id : spoken)}
          segments={[
            { id: 'ru', label: 'Русский', lang: 'ru' },
            { id: 'en', label: 'English', lang: 'en' },
          ]}
        />
        <Button
          icon="document"
          onPress={() => void save({ erasureId, clientName, format, language })}
        >{t`Save the act…`}</Button>
      </div>
    </section>
  );
}

async function save(asked: ErasedDialogProps & { format: Format; language: Language }): Promise<void> {
  const jobId = crypto.randomUUID();
  try {
    const { saved } = await call('erasing.saveAct', { jobId, ...asked });
    if (saved === null) return;
    const { fileName } = saved;
    showToast({
      text: i18n.t(msg`Saved: ${fileName}`),
      actions: [
        {
          label: i18n.t(msg`Show in folder`),
          run: () => void call('transfer.reveal', { jobId }).catch(showProblem),
        },
      ],
    });
  } catch (problem) {
    showProblem(problem);
  }
}
