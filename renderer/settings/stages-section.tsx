import { useLingui } from '@lingui/react/macro';
import { longestStageHint, longestStageLabel } from '../../shared/contract/settings.ts';
import type { Language } from '../../shared/language.ts';
import { type BoardStage, isBoardStage, type Stage, stages } from '../../shared/stage.ts';
import { ownOf, stageWordsOf } from '../../shared/stage-words.ts';
import { Button } from '../ui/button.tsx';
import { EditableText } from '../ui/editable-text.tsx';
import { Fold } from '../ui/fold.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { toFirstButton, useKeptFocus } from '../ui/kept-focus.ts';
import { useLanguage } from '../ui/session.ts';
import { useContactNorm, useOwnStages } from '../ui/stage-words.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { editStage, resetStage } from './settings-calls.ts';
import page from './settings-page.module.css';
import { StageSignals } from './stage-signals.tsx';
import styles from './stages-section.module.css';

/** The stages as the partners call them; which they are, and in what order, is the model itself. */
export function StagesSection() {
  const { t } = useLingui();
  return (
    <>
      <p className={page.text}>{t`Call them as you do among yourselves. Clear a field to get the original back.`}</p>
      <ul className={styles.stages} aria-label={t`Stages`}>
        {stages.map((stage) => (
          <StageRow key={stage} stage={stage} />
        ))}
      </ul>
    </>
  );
}

function StageRow({ stage }: { readonly stage: Stage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const own = useOwnStages();
  const { label, tooltip } = stageWordsOf(stage, own, language);
  const keepFocus = useKeptFocus<HTMLLIElement, true>(toFirstButton);
  const reset = async () => {
    const commandId = await resetStage(stage);
    if (commandId === null) return;
    const shipped = stageWordsOf(stage, [], language).named;
    showToast({ text: t`${shipped} is as it was`, stage, actions: [undoAction(commandId)] });
  };
  return (
    <li {...keepFocus} className={styles.stage} aria-label={label} data-record={stage}>
      <div className={styles.head}>
        <Glyph stage={stage} />
        <h3 className={styles.name} title={tooltip}>
          <StageText stage={stage} part="label" language={language} label={t`Name of the stage`} />
        </h3>
        {ownOf(stage, own) !== null && (
          <Button
            look="quiet"
            className={styles.reset}
            aria-label={t`As it was: ${label}`}
            onPress={() => void reset()}
          >
            {t`As it was`}
          </Button>
        )}
      </div>
      <div className={styles.body}>
        {isBoardStage(stage) && (
          <div className={styles.hint}>
            <StageText stage={stage} part="hint" language={language} label={t`Hint under the name`} />
          </div>
        )}
        {isBoardStage(stage) && <Norm stage={stage} />}
        {isBoardStage(stage) && <StageSignals stage={stage} />}
        <OtherLanguage stage={stage} language={language === 'en' ? 'ru' : 'en'} />
      </div>
    </li>
  );
}

interface StageTextProps {
  readonly stage: Stage;
  readonly part: 'label' | 'hint';
  readonly language: Language;
  readonly label: string;
}

function StageText({ stage, part, language, label }: StageTextProps) {
  const { t } = useLingui();
  const own = useOwnStages();
  const isTaken = (text: string) =>
    stages.some((each) => each !== stage && stageWordsOf(each, own, language).label === text.trim());
  return (
    <EditableText
      label={label}
      value={stageWordsOf(stage, own, language)[part]}
      placeholder={stageWordsOf(stage, [], language)[part]}
      lang={language}
      allowsEmpty
      maxLength={part === 'label' ? longestStageLabel : longestStageHint}
      hintFor={(text) => (part === 'label' && isTaken(text) ? t`Another stage has this name` : undefined)}
      onCommit={(text) => editStage({ stage, [part]: { [language]: text } })}
    />
  );
}

function Norm({ stage }: { readonly stage: BoardStage }) {
  const { t } = useLingui();
  const norm = useContactNorm(stage);
  return (
    <div className={styles.norm}>
      <span className={styles.what}>{t`Days between contacts`}</span>
      <EditableText
        label={t`Days between contacts`}
        value={String(norm ?? '')}
        allowsEmpty
        maxLength={3}
        problemOf={(text) => (isNorm(text) ? undefined : t`A number of days from 1 to 365`)}
        onCommit={(text) => editStage({ stage, contactNormDays: text === '' ? null : Number(text) })}
      />
    </div>
  );
}

function isNorm(text: string): boolean {
  const days = Number(text);
  return text === '' || (Number.isInteger(days) && days >= 1 && days <= 365);
}

/** What a colleague reads who works in the other language. */
function OtherLanguage({ stage, language }: { readonly stage: Stage; readonly language: Language }) {
  const { t } = useLingui();
  const own = useOwnStages();
  const { label } = stageWordsOf(stage, own, language);
  const names =
    language === 'en'
      ? { title: t`In English`, label: t`Name in English`, hint: t`Hint in English` }
      : { title: t`In Russian`, label: t`Name in Russian`, hint: t`Hint in Russian` };
  return (
    <Fold
      level={4}
      className={styles.fold}
      memory={`stage ${stage} ${language}`}
      title={names.title}
      summary={<span lang={language}>{label}</span>}
    >
      <div className={styles.other}>
        <StageText stage={stage} part="label" language={language} label={names.label} />
        {isBoardStage(stage) && (
          <div className={styles.hint}>
            <StageText stage={stage} part="hint" language={language} label={names.hint} />
          </div>
        )}
      </div>
    </Fold>
  );
}
