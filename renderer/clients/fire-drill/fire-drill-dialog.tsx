import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { successorModes } from '../../../shared/contract/handoff.ts';
import type { HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import type { SuccessorMode } from '../../../shared/handoff/plan.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import { isLanguage, type Language } from '../../../shared/language.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { closeOverlay } from '../../ui/navigation.ts';
import { PartBar } from '../../ui/part-bar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { useLanguage } from '../../ui/session.ts';
import { AfterPause, Skeleton } from '../../ui/skeleton.tsx';
import { successorWord } from '../../ui/handoff-words.ts';
import { DrillLacks } from './drill-lacks.tsx';
import { DrillWeeks } from './drill-weeks.tsx';
import styles from './fire-drill-dialog.module.css';
import { saveDrill } from './save-drill.ts';
import { type DrillChoices, useDrill } from './use-drill.ts';

/** The month of the handoff as it would be were the work to end today. It is only looked at. */
export function FireDrillDialog({ clientId }: { readonly clientId: string }) {
  const { t } = useLingui();
  const spoken = useLanguage();
  const [language, setLanguage] = useState<Language>(spoken);
  const [successor, setSuccessor] = useState<SuccessorMode>('contractor');
  const [templateId, setTemplateId] = useState<string | null>(null);
  const choices: DrillChoices = { clientId, successor, templateId };
  const { drill, templates } = useDrill(choices);
  const name = shortName(drill?.clientName ?? '');
  return (
    <Dialog
      onClose={closeOverlay}
      width="wide"
      className={styles.dialog}
      title={drill === null ? t`Fire drill` : t`Fire drill: ${name}`}
      lead={t`The plan as it would be if the work ended today. Nothing is started and nothing is written to the file.`}
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>
            {t`Close`}
          </Button>
          <PrintButton isReady={drill !== null} save={() => saveDrill(choices, language)} />
        </>
      }
    >
      <div className={styles.choices}>
        <Segmented
          label={t`Who takes over`}
          value={successor}
          onChange={setSuccessor}
          segments={successorModes.map((id) => ({ id, label: successorWord(id) }))}
        />
        <TemplateChoice templates={templates} language={spoken} chosen={templateId} onChoose={setTemplateId} />
        <Segmented
          label={t`Language of the plan`}
          value={language}
          onChange={(id) => setLanguage(isLanguage(id) ? id : spoken)}
          segments={[
            { id: 'ru', label: 'Русский', lang: 'ru' },
            { id: 'en', label: 'English', lang: 'en' },
          ]}
        />
      </div>
      {drill === null ? <Loading /> : <Drill drill={drill} language={language} choices={choices} />}
    </Dialog>
  );
}

interface PrintButtonProps {
  readonly isReady: boolean;
  readonly save: () => Promise<void>;
}

function PrintButton({ isReady, save }: PrintButtonProps) {
  const { t } = useLingui();
  const [isSaving, setSaving] = useState(false);
  const press = async () => {
    setSaving(true);
    await save();
    setSaving(false);
  };
  return (
    <Button icon="document" isDisabled={!isReady} isPending={isSaving} onPress={() => void press()}>
      {isSaving ? t`Preparing…` : t`To print, with boxes to tick`}
    </Button>
  );
}

interface TemplateChoiceProps {
  readonly templates: readonly HandoffTemplateView[];
  readonly language: Language;
  readonly chosen: string | null;
  readonly onChoose: (templateId: string) => void;
}

/** Nothing to choose as long as there is only the one that ships. */
function TemplateChoice({ templates, language, chosen, onChoose }: TemplateChoiceProps) {
  const { t } = useLingui();
  if (templates.length < 2) return null;
  return (
    <Select
      label={t`Template of the plan`}
      isLabelHidden
      options={templates.map(({ id, name }) => ({ id, label: name[language] }))}
      value={chosen ?? templates[0]?.id ?? null}
      onChange={onChoose}
      className={styles.template}
    />
  );
}

interface DrillProps {
  readonly drill: CallOutput<'handoff.fireDrill'>;
  readonly language: Language;
  readonly choices: DrillChoices;
}

function Drill({ drill, language, choices }: DrillProps) {
  const { t } = useLingui();
  const [isOnlyLacking, setOnlyLacking] = useState(false);
  const { steps, ready } = drill;
  const total = steps.length;
  const isWhole = ready === total;
  return (
    <>
      <div className={styles.sum} role="status">
        <p className={styles.count}>{t`${ready} of ${plural(total, { one: '#\u00a0step', other: '#\u00a0steps' })}`}</p>
        <p className={styles.rest}>{t`with nothing missing`}</p>
        <div className={styles.parts}>
          <PartBar isWide parts={steps.map(({ code, lacks }) => ({ id: code, isDone: lacks.length === 0 }))} />
        </div>
      </div>
      {!isWhole && <DrillLacks drill={drill} language={language} clientId={choices.clientId} />}
      {!isWhole && (
        <Checkbox isSelected={isOnlyLacking} onChange={setOnlyLacking}>
          {t`Only steps that lack something`}
        </Checkbox>
      )}
      <DrillWeeks
        drill={isOnlyLacking ? { ...drill, steps: steps.filter(({ lacks }) => lacks.length > 0) } : drill}
        language={language}
        choices={choices}
      />
    </>
  );
}

function Loading() {
  return (
    <AfterPause>
      <div className={styles.loading}>
        <Skeleton height={32} width={260} />
        <Skeleton height={120} />
        <Skeleton height={220} />
      </div>
    </AfterPause>
  );
}
