import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import { goalMatches, horizons } from '../../../shared/contract/client-work.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { carryOut } from '../client-store.ts';
import { type Horizon, horizonWords } from './goal-words.ts';
import { WorkSection } from './work-section.tsx';
import type { WorkPartProps } from './work-tab.tsx';
import styles from './work.module.css';

type Goals = Omit<CallInput<'clients.editGoals'>, 'commandId' | 'clientId'>;
type Match = (typeof goalMatches)[number] | '';

/** What both sides want of each other and how far they look ahead. */
export function GoalsSection({ page, work }: WorkPartProps) {
  const { t } = useLingui();
  const clientId = page.card.id;
  const edit = (goals: Goals) =>
    carryOut((commandId) => call('clients.editGoals', { commandId, clientId, ...goals }), t`Goals changed`);
  const match: Match = goalMatches.find((each) => each === work.goalsMatch) ?? '';
  return (
    <WorkSection title={t`Goals`} hint={t`Asked before the contract, and again once a year.`}>
      <div className={styles.goals}>
        <Goal
          title={t`Ours`}
          label={t`Our goal`}
          placeholder={t`What we want with this client`}
          lang={page.language ?? undefined}
          goal={work.ourGoal}
          onGoal={(ourGoal) => edit({ ourGoal })}
          horizonLabel={t`How far we look ahead`}
          horizon={work.ourHorizon}
          onHorizon={(ourHorizon) => void edit({ ourHorizon })}
        />
        <Goal
          title={t`Theirs`}
          label={t`Their goal`}
          placeholder={t`What they want, in their words`}
          lang={page.language ?? undefined}
          goal={work.theirGoal}
          onGoal={(theirGoal) => edit({ theirGoal })}
          horizonLabel={t`How far they look ahead`}
          horizon={work.theirHorizon}
          onHorizon={(theirHorizon) => void edit({ theirHorizon })}
        />
      </div>
      <div className={styles.match}>
        <span className={styles.label} aria-hidden>
          {t`Together`}
        </span>
        <Segmented<Match>
          label={t`Do the goals match`}
          segments={[
            { id: '', label: t`not discussed` },
            { id: 'yes', label: t`match` },
            { id: 'no', label: t`do not match` },
          ]}
          value={match}
          onChange={(goalsMatch) => void edit({ goalsMatch })}
        />
      </div>
    </WorkSection>
  );
}

interface GoalProps {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly lang: string | undefined;
  readonly goal: string;
  readonly onGoal: (goal: string) => Promise<boolean>;
  readonly horizonLabel: string;
  readonly horizon: string;
  readonly onHorizon: (horizon: Horizon | '') => void;
}

function Goal(props: GoalProps) {
  const { title, label, placeholder, lang, goal, onGoal, horizonLabel, horizon, onHorizon } = props;
  const { t, i18n } = useLingui();
  return (
    <div className={styles.goal}>
      <h3 className={styles.label}>{title}</h3>
      <EditableText
        label={label}
        value={goal}
        placeholder={placeholder}
        lang={goal === '' ? undefined : lang}
        isMultiline
        allowsEmpty
        maxLength={longestText}
        onCommit={onGoal}
      />
      <Segmented<Horizon | ''>
        label={horizonLabel}
        look="bare"
        className={styles.horizon}
        segments={[{ id: '', label: t`not asked` }, ...horizons.map((id) => ({ id, label: i18n.t(horizonWords[id]) }))]}
        value={horizons.find((each) => each === horizon) ?? ''}
        onChange={onHorizon}
      />
    </div>
  );
}
