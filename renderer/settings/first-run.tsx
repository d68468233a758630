import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { openSample } from '../ui/data-file.ts';
import { showUnsendable } from '../ui/form.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import { DataFolderField } from './data-folder-field.tsx';
import styles from './first-run.module.css';
import { FirstRunCurve } from './first-run-curve.tsx';
import { forgetForm, rememberedForm, rememberForm } from './first-run-form.ts';
import { PartnersField } from './partners-field.tsx';
import { changeLanguage, finishFirstRun } from './settings-calls.ts';

/** One screen, no tour: everything has a sensible default, so Enter works at once. */
export function FirstRun() {
  const { t } = useLingui();
  return (
    <Page className={styles.main}>
      <div className={styles.content}>
        <header className={styles.head}>
          <h1 className={styles.title}>{t`Clients you are with for the long run`}</h1>
          <p className={styles.lead}>
            <Trans>
              A board by stages of the relationship, notes of meetings, and a calm handoff when it is time to part.
              Everything stays on this computer and works offline.
            </Trans>
          </p>
        </header>
        <FirstRunCurve />
        <FirstRunForm />
        <p className={styles.foot}>
          <Trans>The example has 16 fictional clients. One button takes it away, your own records stay.</Trans>
        </p>
        <p className={styles.foot}>
          <Button look="quiet" size="small" onPress={() => openOverlay({ name: 'import-whole' })}>
            <Trans>Everything lies in an export of another computer…</Trans>
          </Button>
        </p>
      </div>
    </Page>
  );
}

function FirstRunForm() {
  const { t } = useLingui();
  const language = useLanguage();
  const folder = useSession((session) => session.settings?.dataFolder ?? '');
  const [form, setForm] = useState(rememberedForm);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => rememberForm(form), [form]);
  const { agency, partners, typed } = form;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy || showUnsendable(event.currentTarget)) return;
    setBusy(true);
    const names = typed.trim() === '' ? partners : [...partners, typed.trim()];
    if (await finishFirstRun(agency, names, language)) forgetForm();
    setBusy(false);
  };

  return (
    <form className={styles.card} onSubmit={(event) => void submit(event)}>
      <div className={styles.fields}>
        <TextField
          label={t`Agency`}
          size="large"
          autoFocus
          maxLength={200}
          hint={t`Stands at the head of the handoff document`}
          value={agency}
          onChange={(value) => setForm({ ...form, agency: value })}
        />
        <PartnersField
          names={partners}
          typed={typed}
          onType={(value) => setForm({ ...form, typed: value })}
          onChange={(names) => setForm({ ...form, partners: [...names], typed: '' })}
        />
        <DataFolderField folder={folder} />
      </div>
      <div className={styles.bar}>
        <Segmented
          label={t`Language`}
          segments={[
            { id: 'ru', label: 'Русский', lang: 'ru' },
            { id: 'en', label: 'English', lang: 'en' },
          ]}
          value={language}
          onChange={(chosen) => void changeLanguage(chosen)}
        />
        <div className={styles.actions}>
          <Button size="large" onPress={() => void openSample()}>
            {t`Look at an example`}
          </Button>
          <Button look="primary" size="large" type="submit" keys="Enter" isPending={isBusy}>
            {t`Open the board`}
          </Button>
        </div>
      </div>
    </form>
  );
}
