import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type PlaybookSection, sectionsFor } from '../../../shared/clients/section-order.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import { boardStages, isBoardStage } from '../../../shared/stage.ts';
import { call } from '../../api.ts';
import { Fold } from '../../ui/fold.tsx';
import { useStageWords } from '../../ui/stage-words.ts';
import { PartState } from '../part-state.tsx';
import { usePart } from '../use-part.ts';
import { Audit } from './audit.tsx';
import { AuditSummary } from './audit-summary.tsx';
import { FirstImpression, ImpressionSummary } from './first-impression.tsx';
import { Insights, InsightsSummary } from './insights.tsx';
import { IntentChecks, IntentSummary } from './intent-checks.tsx';
import { OtherStages } from './other-stages.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { QuestionSet, QuestionsProgress } from './question-set.tsx';
import { Requests, RequestsSummary } from './requests.tsx';
import { LinesProgress, StageLines } from './stage-lines.tsx';
import { TrialChip, Trials } from './trials.tsx';

async function load(clientId: string) {
  return (await call('clients.playbook', { clientId })).playbook;
}

/** What to ask, do and find out at this point of the relationship; the rest is folded. */
export function PlaybookTab({ page }: { readonly page: ClientPage }) {
  const part = usePart(page.card.id, load);
  return (
    <>
      <PartState part={part} />
      {part.value !== null && <Sections page={page} playbook={part.value} />}
    </>
  );
}

interface SectionContent {
  readonly title: string;
  readonly summary: ReactNode;
  readonly body: ReactNode;
}

function Sections({ page, playbook }: PartProps) {
  const contents = useContents({ page, playbook });
  const { id, stage } = page.card;
  const { order, open } = sectionsFor(isBoardStage(stage) ? stage : 'ended');
  return (
    <div className={styles.tab}>
      <div className={styles.sections}>
        {order.map((name) => {
          const { title, summary, body } = contents[name];
          return (
            <Fold
              key={`${stage} ${name}`}
              memory={`${id} ${stage} ${name}`}
              title={title}
              summary={summary}
              isOpenFirst={open.includes(name)}
              className={styles.section}
            >
              <div className={styles.body}>{body}</div>
            </Fold>
          );
        })}
      </div>
    </div>
  );
}

function useContents(props: PartProps): Readonly<Record<PlaybookSection, SectionContent>> {
  const { t } = useLingui();
  const { playbook } = props;
  const [trial] = playbook.trials;
  return {
    lines: useLinesContent(props),
    ...useQuestionContents(props),
    impression: {
      title: t`First impression`,
      summary: <ImpressionSummary playbook={playbook} />,
      body: <FirstImpression {...props} />,
    },
    trial: {
      title: t`Trial`,
      summary: trial === undefined ? t`none yet` : <TrialChip trial={trial} />,
      body: <Trials {...props} />,
    },
    audit: { title: t`Mini-audit`, summary: <AuditSummary playbook={playbook} />, body: <Audit {...props} /> },
    insights: {
      title: t`Insights`,
      summary: <InsightsSummary playbook={playbook} />,
      body: <Insights {...props} />,
    },
    requests: {
      title: t`Requests outside the plan`,
      summary: <RequestsSummary playbook={playbook} />,
      body: <Requests {...props} />,
    },
    intent: {
      title: t`Intent checks`,
      summary: <IntentSummary playbook={playbook} />,
      body: <IntentChecks {...props} />,
    },
  };
}

/** The stage the client is in, a running handoff, the others below; a client that has ended shows all of them folded. */
function useLinesContent(props: PartProps): SectionContent {
  const { t } = useLingui();
  const words = useStageWords();
  const { card, runningHandoffId } = props.page;
  const own = isBoardStage(card.stage) ? card.stage : null;
  const others = boardStages.filter((each) => each !== own);
  if (own === null) {
    const body = <OtherStages {...props} names={[...others, 'handoff']} />;
    return { title: t`Questions and steps by stage`, summary: undefined, body };
  }
  const label = words(own).label;
  const isParting = runningHandoffId !== null;
  return {
    title: t`${label}: questions and steps`,
    summary: <LinesProgress playbook={props.playbook} name={own} />,
    body: (
      <>
        <StageLines {...props} name={own} />
        {isParting && <OtherStages {...props} names={['handoff']} />}
        <Fold level={3} memory={`${card.id} other stages`} title={t`Other stages`}>
          <OtherStages {...props} names={isParting ? others : [...others, 'handoff']} />
        </Fold>
      </>
    ),
  };
}

function useQuestionContents(props: PartProps): Readonly<Record<'intro' | 'brief', SectionContent>> {
  const { t } = useLingui();
  const intro = t`Intro: what they ask us`;
  const brief = t`Brief: what we ask`;
  return {
    intro: {
      title: intro,
      summary: <QuestionsProgress playbook={props.playbook} set="intro" />,
      body: <QuestionSet {...props} set="intro" title={intro} lead={t`We answer first, before they have to ask.`} />,
    },
    brief: {
      title: brief,
      summary: <QuestionsProgress playbook={props.playbook} set="brief" />,
      body: <QuestionSet {...props} set="brief" title={brief} lead={t`As much detail as they can give.`} />,
    },
  };
}
