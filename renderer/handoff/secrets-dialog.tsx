import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { SecretFinding } from '../../shared/contract/handoff.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showProblem } from '../ui/toast.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { type Exported, isPlanFile, useDocument } from './document-store.ts';
import { exportDocument } from './export-document.ts';
import { exportPlan } from './export-plan.ts';
import { printDocument } from './print-document.ts';
import styles from './secrets-dialog.module.css';
import { placeWord } from './words.ts';

interface SecretsDialogProps {
  readonly handoffId: string;
  /** What was about to be exported. */
  readonly what: Exported;
}

function close(): void {
  useDocument.setState({ stopped: null });
}

/** What looks like a secret, one by one: taken out by hand, or said to be none, with a reason that stays. */
export function SecretsDialog({ handoffId, what }: SecretsDialogProps) {
  const { t } = useLingui();
  const [findings, setFindings] = useState<readonly SecretFinding[] | null>(null);
  useEffect(() => {
    call('handoff.findSecrets', { handoffId }).then(
      (reply) => setFindings(reply.findings),
      (problem: unknown) => {
        showProblem(problem);
        close();
      },
    );
  }, [handoffId]);
  if (findings === null) return null;
  const isClean = findings.length === 0;
  const sayClean = () => (what === 'paper' ? t`The document can be printed now.` : t`The file can be saved now.`);
  const goOn = () => {
    if (what === 'paper') return t`Print the document`;
    return isPlanFile(what) ? t`Save the plan` : t`Save the document`;
  };
  const exportNow = () => {
    close();
    if (what === 'paper') void printDocument(handoffId);
    else void (isPlanFile(what) ? exportPlan(handoffId, what) : exportDocument(handoffId, what));
  };
  return (
    <Dialog
      onClose={close}
      title={isClean ? t`No secrets are left` : t`This looks like passwords or keys`}
      lead={
        isClean
          ? sayClean()
          : t`The file leaves the agency. Take them out where they stand, or say that they are no secrets.`
      }
      actions={
        <>
          <Button look="quiet" onPress={close}>
            {t`Back to the handoff`}
          </Button>
          <Button look="primary" isDisabled={!isClean} onPress={exportNow}>
            {goOn()}
          </Button>
        </>
      }
    >
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <Finding key={finding.fingerprint} handoffId={handoffId} finding={finding} onCleared={setFindings} />
        ))}
      </ul>
    </Dialog>
  );
}

interface FindingProps {
  readonly handoffId: string;
  readonly finding: SecretFinding;
  readonly onCleared: (findings: readonly SecretFinding[]) => void;
}

function Finding({ handoffId, finding, onCleared }: FindingProps) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const door = useFocusBack(isAsking);
  const clear = async () => {
    if (reason.trim() === '') return false;
    try {
      const { fingerprint } = finding;
      onCleared(
        (await call('handoff.clearSecret', { commandId: newCommandId(), handoffId, fingerprint, reason })).findings,
      );
      return true;
    } catch (problem) {
      showProblem(problem);
      return false;
    }
  };
  return (
    <li className={styles.finding}>
      <p className={styles.place}>
        {placeWord(finding.place)}: {finding.recordTitle}
      </p>
      <p className={styles.excerpt}>{finding.excerpt}</p>
      {isAsking ? (
        <Form className={styles.form} onSubmit={clear} onCancel={() => setAsking(false)}>
          <TextField label={t`Why it is no secret`} value={reason} onChange={setReason} maxLength={200} autoFocus />
          <Button type="submit" size="small" isDisabled={reason.trim() === ''}>{t`Not a secret`}</Button>
        </Form>
      ) : (
        <Button ref={door} size="small" onPress={() => setAsking(true)}>{t`Not a secret…`}</Button>
      )}
    </li>
  );
}
