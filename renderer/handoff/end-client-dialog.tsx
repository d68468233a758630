import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { longestText } from '../../shared/contract/call.ts';
import type { PartingReason } from '../../shared/handoff/parting.ts';
import { endOfHandoff } from '../../shared/handoff/plan.ts';
import { shortName } from '../../shared/handoff/short-name.ts';
import { sentence } from '../../shared/sentences.ts';
import { isStage } from '../../shared/stage.ts';
import { tenure } from '../../shared/tenure.ts';
import { ApiError } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { StageChip } from '../ui/chip.tsx';
import { useToday } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { formatDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { keyLabel } from '../ui/keys.ts';
import { closeOverlay } from '../ui/navigation.ts';
import { RadioCards } from '../ui/radio-card.tsx';
import { useLanguage } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { secretWarning } from '../ui/secret-warning.ts';
import { TextArea } from '../ui/text-field.tsx';
import { showProblem } from '../ui/toast.ts';
import { endClient } from './end-client.ts';
import styles from './end-client-dialog.module.css';
import { PlanChoices } from './plan-choices.tsx';
import { firstDraft, type PlanDraft, planRequest, readStart, type Start } from './plan-draft.ts';
import { ReasonChips } from './reason-chips.tsx';

/** Asks what the app cannot know: how and why we part. Escape leaves everything as it was. */
export function EndClientDialog({ clientId }: { readonly clientId: string }) {
  const [start, setStart] = useState<Start | null>(null);
  useEffect(() => {
    let isGone = false;
    readStart(clientId).then(
      (read) => {
        if (!isGone) setStart(read);
      },
      (problem: unknown) => {
        showProblem(problem);
        closeOverlay();
      },
    );
    return () => {
      isGone = true;
    };
  }, [clientId]);
  return start === null ? null : <EndingForm start={start} />;
}

function EndingForm({ start }: { readonly start: Start }) {
  const { card } = start;
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const form = useId();
  const [choice, setChoice] = useState<'handoff' | 'without'>('handoff');
  const [draft, setDraft] = useState<PlanDraft>(firstDraft);
  const { successor } = draft;
  const [reasons, setReasons] = useState<readonly PartingReason[]>([]);
  const [reasonText, setReasonText] = useState('');
  const [isReasonMissing, setReasonMissing] = useState(false);
  const [isSending, setSending] = useState(false);

  const submit = async () => {
    setSending(true);
    try {
      await endClient(card, {
        choice,
        startOn: today,
        ...planRequest(start, draft),
        reasons: [...reasons],
        reasonText,
      });
      closeOverlay();
      return true;
    } catch (problem) {
      setSending(false);
      if (problem instanceof ApiError && problem.code === 'reason_missing') setReasonMissing(true);
      else showProblem(problem);
      return false;
    }
  };

  const { name } = card;
  const withUs = tenure(card.sinceOn, today, language);
  const from = formatDay(language, today, today);
  const to = formatDay(language, endOfHandoff(today), today);
  return (
    <Dialog
      onClose={closeOverlay}
      head={<Path stage={card.stage} />}
      title={<Question name={name} />}
      lead={`${sentence(t`With us for ${withUs}`)} ${t`The card, notes and figures stay in the archive.`}`}
      note={t`Can be undone: ${keyLabel('Mod+KeyZ')}`}
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>
            <KeepWords stage={card.stage} />
          </Button>
          <Button look="primary" type="submit" form={form} isPending={isSending}>
            {choice === 'handoff' ? t`Start handoff` : t`End`}
          </Button>
        </>
      }
    >
      <RadioCards
        label={t`How we part`}
        value={choice}
        onChange={setChoice}
        cards={[
          {
            id: 'handoff',
            title: t`Start a one-month handoff`,
            text:
              successor === 'contractor'
                ? t`A plan for four weeks, ${from} – ${to}: knowledge, accesses, a new contractor`
                : t`A plan for four weeks, ${from} – ${to}: knowledge, accesses, open work`,
          },
          {
            id: 'without',
            title: t`End without a handoff`,
            text: t`When everything is handed over or there is nothing to hand over`,
          },
        ]}
      />
      {choice === 'handoff' && <PlanChoices startOn={today} start={start} draft={draft} onDraft={setDraft} />}
      <div className={styles.reasons} role="group" aria-labelledby="parting-reasons">
        <p id="parting-reasons" className={styles.label}>
          {t`Why we part`} <span className={styles.aside}>{t`partners only`}</span>
        </p>
        <ReasonChips
          chosen={reasons}
          onChange={(change) => {
            setReasonMissing(false);
            setReasons(change);
          }}
        />
        <Form id={form} onSubmit={submit}>
          <TextArea
            label={t`Reason in your own words`}
            isLabelHidden
            rows={2}
            value={reasonText}
            onChange={(text) => {
              setReasonMissing(false);
              setReasonText(text);
            }}
            maxLength={longestText}
            error={isReasonMissing ? t`Choose a reason or write it in a few words` : secretWarning(reasonText)}
          />
        </Form>
      </div>
    </Dialog>
  );
}

function Path({ stage }: { readonly stage: string }) {
  const { t } = useLingui();
  const words = useStageWords();
  return (
    <>
      {isStage(stage) && <StageChip stage={stage}>{words(stage).label}</StageChip>}
      <Icon name="next" />
      <StageChip stage="ended">{t`Ending`}</StageChip>
    </>
  );
}

/** A Russian name would have to be declined after «с»; the word «клиент» takes the ending instead. */
function Question({ name }: { readonly name: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const short = shortName(name);
  if (language === 'ru' && /[а-яё]/i.test(name)) return t`Parting with the client “${short}”?`;
  return t`Parting with ${name}?`;
}

function KeepWords({ stage }: { readonly stage: string }) {
  const { t } = useLingui();
  const words = useStageWords();
  // A partner's own words may be too long for a button; they stand at the head of the dialog.
  if (!isStage(stage) || words(stage).isOwnLabel) return t`Keep as it is`;
  const where = words(stage).prepositional;
  return t`Keep ${where}`;
}
