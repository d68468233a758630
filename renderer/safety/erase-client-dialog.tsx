import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { tableWords } from '../../shared/record-words.ts';
import { isSameName } from '../../shared/same-name.ts';
import { ApiError, call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { Form } from '../ui/form.tsx';
import { closeOverlay, forgetTheWay, openOverlay } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showProblem } from '../ui/toast.ts';
import styles from './erasing.module.css';

type Facts = CallOutput<'erasing.facts'>;

/** The second step before a client is erased for ever: what will go, why, and its name typed by hand. */
export function EraseClientDialog({ clientId }: { readonly clientId: string }) {
  const { t } = useLingui();
  const facts = useFacts(clientId);
  const formId = useId();
  const [isReady, setReady] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const name = facts?.name ?? '';
  return (
    <Dialog
      onClose={closeOverlay}
      role="alertdialog"
      title={facts === null ? t`Erase the client for ever?` : t`Erase ${name} for ever?`}
      lead={t`All that is kept about the client will be gone, with its history. It cannot be undone or restored from the trash.`}
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay} isDisabled={isBusy}>
            {t`Keep the client`}
          </Button>
          <Button look="danger" type="submit" form={formId} isDisabled={!isReady} isPending={isBusy}>
            {isBusy ? t`Erasing…` : t`Erase for ever`}
          </Button>
        </>
      }
    >
      {facts === null ? (
        <Skeleton height={120} />
      ) : (
        <Question facts={facts} clientId={clientId} formId={formId} onReady={setReady} onBusy={setBusy} />
      )}
    </Dialog>
  );
}

function useFacts(clientId: string): Facts | null {
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    let isGone = false;
    call('erasing.facts', { clientId }).then(
      (reply) => {
        if (!isGone) setFacts(reply);
      },
      (problem: unknown) => {
        closeOverlay();
        showProblem(problem);
      },
    );
    return () => {
      isGone = true;
    };
  }, [clientId]);
  return facts;
}

interface QuestionProps {
  readonly facts: Facts;
  readonly clientId: string;
  readonly formId: string;
  readonly onReady: (isReady: boolean) => void;
  readonly onBusy: (isBusy: boolean) => void;
}

function Question({ facts, clientId, formId, onReady, onBusy }: QuestionProps) {
  const { t } = useLingui();
  const [why, setWhy] = useState('');
  const [typedName, setTypedName] = useState('');
  const [isNamed, setNamed] = useState(false);
  const { name, isHandoffRunning } = facts;
  const isReady = !isHandoffRunning && why.trim() !== '' && isSameName(typedName, name);
  useEffect(() => onReady(isReady), [isReady, onReady]);
  const erase = async () => {
    if (!isReady) return false;
    onBusy(true);
    try {
      const commandId = newCommandId();
      const { erasureId } = await call('erasing.eraseClient', { commandId, clientId, typedName, why });
      forgetTheWay({ name: 'trash' });
      openOverlay({ name: 'erased', erasureId, clientName: name });
      return true;
    } catch (problem) {
      if (problem instanceof ApiError && problem.fields['why'] === 'names_client') setNamed(true);
      else showProblem(problem);
      onBusy(false);
      return false;
    }
  };
  return (
    <Form id={formId} className={styles.form} onSubmit={erase}>
      <WhatGoes facts={facts} />
      {isHandoffRunning && <p className={styles.stop}>{sentenceForCode('handoff_running')}</p>}
      <TextField
        label={t`Why`}
        hint={t`This sentence stays in the data, so write it without names.`}
        error={isNamed ? t`The reason names the client or one of its people. Write it without names.` : undefined}
        value={why}
        maxLength={200}
        onChange={(text) => {
          setWhy(text);
          setNamed(false);
        }}
        autoFocus
      />
      <TextField
        label={t`Type the client’s name to erase it`}
        hint={name}
        value={typedName}
        maxLength={400}
        onChange={setTypedName}
      />
    </Form>
  );
}

const mostShown = 8;

/** The largest parts by name, the rest in one line. */
function WhatGoes({ facts: { counts, notesOfOthers } }: { readonly facts: Facts }) {
  const { t } = useLingui();
  const language = useLanguage();
  const shown = counts.filter(({ table }) => table !== 'client').slice(0, mostShown);
  const rest = counts.slice(mostShown + 1).reduce((sum, { rows }) => sum + rows, 0);
  return (
    <div>
      <h3 className={styles.heading}>{t`What will be gone`}</h3>
      <ul className={styles.counts} aria-label={t`What will be gone`}>
        {shown.map(({ table, rows }) => (
          <li key={table}>
            <span>{tableWords[table]?.[language] ?? table}</span>
            <span className={styles.number}>{rows}</span>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <span>{t`Other records`}</span>
            <span className={styles.number}>{rest}</span>
          </li>
        )}
      </ul>
      {notesOfOthers > 0 && (
        <p className={styles.quiet}>
          {plural(notesOfOthers, {
            one: 'The name stands in #\u00a0note of other clients. It stays as it is.',
            other: 'The name stands in #\u00a0notes of other clients. They stay as they are.',
          })}
        </p>
      )}
    </div>
  );
}
