import { useLingui } from '@lingui/react/macro';
import type { PlaybookName } from '../../../shared/clients/answers.ts';
import { Fold } from '../../ui/fold.tsx';
import { useStageWords } from '../../ui/stage-words.ts';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { LinesProgress, StageLines } from './stage-lines.tsx';

export interface OtherStagesProps extends PartProps {
  readonly names: readonly PlaybookName[];
}

/** Playbooks of the stages where the client is not now: what was done in them, and what will be. */
export function OtherStages({ page, playbook, names }: OtherStagesProps) {
  const { t } = useLingui();
  const words = useStageWords();
  return names.map((name) => (
    <Fold
      key={name}
      level={3}
      memory={`${page.card.id} ${name}`}
      title={name === 'handoff' ? t`Handoff` : words(name).label}
      summary={<LinesProgress playbook={playbook} name={name} />}
    >
      <div className={styles.body}>
        <StageLines page={page} playbook={playbook} name={name} />
      </div>
    </Fold>
  ));
}
