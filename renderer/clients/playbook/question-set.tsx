import { Trans, useLingui } from '@lingui/react/macro';
import { progressOfQuestions, type QuestionSet as SetName, questionsOf } from '../../../shared/clients/answers.ts';
import { questionSheet } from '../../../shared/clients/question-sheet.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy.ts';
import { useLanguage } from '../../ui/session.ts';
import { showToast } from '../../ui/toast.ts';
import { AnswerRow } from './answer-row.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';

export interface QuestionSetProps extends PartProps {
  readonly set: SetName;
  /** The head of the copied sheet. */
  readonly title: string;
  readonly lead: string;
}

/** Questions with their answers in place, and a way to take all of it along. */
export function QuestionSet({ page, playbook, set, title, lead }: QuestionSetProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const asked = questionsOf(set);
  const copy = () => {
    if (copyText(questionSheet(`${title}: ${page.card.name}`, asked, playbook.answers, language)))
      showToast({ text: t`The questions with the answers are on the clipboard` });
  };
  return (
    <>
      <div className={styles.lead}>
        <p>{lead}</p>
        <Button look="link" icon="document" onPress={copy}>
          <Trans>Copy all</Trans>
        </Button>
      </div>
      <ol>
        {asked.map(({ code, label }, index) => (
          <AnswerRow
            key={code}
            page={page}
            code={code}
            words={label[language]}
            answer={playbook.answers.find((answer) => answer.code === code)}
            placeholder={set === 'intro' ? t`Our answer` : t`What they said`}
            before={
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
            }
          />
        ))}
      </ol>
    </>
  );
}

export function QuestionsProgress({ playbook, set }: Pick<QuestionSetProps, 'playbook' | 'set'>) {
  const { done, total } = progressOfQuestions(questionsOf(set), playbook.answers);
  return (
    <Trans>
      {done} of {total}
    </Trans>
  );
}
