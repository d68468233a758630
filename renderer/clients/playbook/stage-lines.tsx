import { Trans, useLingui } from '@lingui/react/macro';
import { linesOf, type PlaybookName, progressOfLines } from '../../../shared/clients/answers.ts';
import type { PlaybookLine } from '../../../shared/content/playbooks.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { useLanguage } from '../../ui/session.ts';
import { AnswerRow, sendAnswer } from './answer-row.tsx';
import type { PartProps } from './part-props.ts';
import styles from './stage-lines.module.css';
import { lineKindWord } from './words.ts';

export interface StageLinesProps extends PartProps {
  readonly name: PlaybookName;
}

/** What to do, ask and check in a stage, and apart from it what is to be true before the next one. */
export function StageLines({ page, playbook, name }: StageLinesProps) {
  const lines = linesOf(name);
  const row = (line: PlaybookLine) => <LineRow key={line.code} page={page} playbook={playbook} line={line} />;
  return (
    <>
      <ul className={styles.list}>{lines.filter(({ kind }) => kind !== 'exit').map(row)}</ul>
      <section className={styles.exit} aria-label={lineKindWord('exit')}>
        <h3 className={styles.exitTitle}>{lineKindWord('exit')}</h3>
        <ul>{lines.filter(({ kind }) => kind === 'exit').map(row)}</ul>
      </section>
    </>
  );
}

/** «3 из 9». */
export function LinesProgress({ playbook, name }: Pick<StageLinesProps, 'playbook' | 'name'>) {
  const { done, total } = progressOfLines(linesOf(name), playbook.answers);
  return (
    <Trans>
      {done} of {total}
    </Trans>
  );
}

const marks = { do: 'next', ask: 'chat', check: 'eye', exit: 'shield' } as const satisfies Readonly<
  Record<PlaybookLine['kind'], IconName>
>;

function LineRow({ page, playbook, line }: PartProps & { readonly line: PlaybookLine }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = line.label[language];
  const answer = playbook.answers.find(({ code }) => code === line.code);
  const placeholders = {
    do: t`How it went`,
    ask: t`What they said`,
    check: t`What we see`,
    exit: t`What shows it`,
  };
  const tick = (isDone: boolean) =>
    void sendAnswer(page.card.id, line.code, { isDone }, isDone ? t`Done: ${words}` : t`Not done yet: ${words}`);
  return (
    <AnswerRow
      page={page}
      code={line.code}
      words={words}
      answer={answer}
      placeholder={placeholders[line.kind]}
      before={
        <span className={styles.before}>
          <Checkbox aria-label={words} className={styles.box} isSelected={answer?.isDone ?? false} onChange={tick} />
          <span className={styles.kind} title={lineKindWord(line.kind)}>
            <Icon name={marks[line.kind]} size={14} />
            <span className="visually-hidden">{lineKindWord(line.kind)}</span>
          </span>
        </span>
      }
    />
  );
}
