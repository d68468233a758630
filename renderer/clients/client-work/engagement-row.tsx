import { Trans, useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import { type Engagement, engagementKinds } from '../../../shared/contract/client-work.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { engagementProblem, isRunning } from '../../../shared/engagement.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ChipButton } from '../../ui/chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { engagementKindWords } from '../../ui/engagement-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { useDayProblems } from './day-problems.ts';
import { EndingForm } from './ending-form.tsx';
import styles from './work.module.css';

export interface EngagementRowProps {
  readonly engagement: Engagement;
  readonly lang: string | undefined;
}

type Edit = (fields: Omit<CallInput<'clients.editEngagement'>, 'commandId' | 'engagementId'>) => Promise<boolean>;

/** A contract or a stretch of work: its kind, name and days are changed where they stand. */
export function EngagementRow({ engagement, lang }: EngagementRowProps) {
  const { t, i18n } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(engagement.id);
  const today = useToday();
  const { id: engagementId, title, endReason } = engagement;
  const name = title === '' ? i18n.t(engagementKindWords(engagement.kind)) : title;
  const edit: Edit = (fields) =>
    carryOut(
      (commandId) => call('clients.editEngagement', { commandId, engagementId, ...fields }),
      t`Engagement changed`,
    );
  const remove = () =>
    carryOut((commandId) => call('clients.deleteEngagement', { commandId, engagementId }), t`Engagement deleted`);
  return (
    <li ref={place} className={classNames(styles.row, styles.engagement)} aria-label={name}>
      <KindChip engagement={engagement} onChange={(kind) => void edit({ kind })} />
      <div className={styles.rowBody}>
        <EditableText
          label={t({ message: 'Name', context: 'of an engagement' })}
          value={title}
          placeholder={t`No name`}
          allowsEmpty
          maxLength={400}
          lang={title === '' ? undefined : lang}
          className={styles.rowTitle}
          onCommit={(next) => edit({ title: next })}
        />
        {engagement.endOn !== null && (
          <EditableText
            label={t`Why it ends`}
            value={endReason}
            placeholder={t`Why it ended`}
            isMultiline
            allowsEmpty
            maxLength={longestText}
            lang={endReason === '' ? undefined : lang}
            className={styles.quiet}
            onCommit={(next) => edit({ endReason: next })}
          />
        )}
      </div>
      <Days engagement={engagement} name={name} onEdit={edit} />
      {isRunning(engagement, today) && engagement.endOn === null ? (
        <Popover
          label={t`End of the work`}
          trigger={
            <Button look="quiet" size="small" className={styles.away} aria-label={t`End: ${name}`}>
              <Trans context="an engagement">End</Trans>
            </Button>
          }
        >
          {(close) => <EndingForm engagement={engagement} onDone={close} />}
        </Popover>
      ) : (
        <span />
      )}
      <IconButton
        icon="close"
        size="small"
        className={styles.away}
        label={t`Delete the engagement: ${name}`}
        onPress={() => void remove()}
      />
    </li>
  );
}

interface KindChipProps {
  readonly engagement: Engagement;
  readonly onChange: (kind: (typeof engagementKinds)[number]) => void;
}

function KindChip({ engagement, onChange }: KindChipProps) {
  const { t, i18n } = useLingui();
  const words = i18n.t(engagementKindWords(engagement.kind));
  return (
    <Menu
      label={t`Kind`}
      placement="bottom start"
      groups={[
        {
          id: 'kinds',
          entries: engagementKinds.map((id) => ({
            id,
            label: i18n.t(engagementKindWords(id)),
            isChosen: id === engagement.kind,
            onAction: () => id !== engagement.kind && onChange(id),
          })),
        },
      ]}
    >
      <ChipButton look="plate" opensMenu aria-label={t`Kind: ${words}`}>
        {words}
      </ChipButton>
    </Menu>
  );
}

interface DaysProps {
  readonly engagement: Engagement;
  readonly name: string;
  readonly onEdit: Edit;
}

/** Without an end there is no reason of it either: the two go together. */
function Days({ engagement, name, onEdit }: DaysProps) {
  const { t } = useLingui();
  const today = useToday();
  const words = useDayProblems();
  const language = useLanguage();
  const { startOn, endOn } = engagement;
  const problemOf = (changed: Partial<Pick<Engagement, 'startOn' | 'endOn'>>) => {
    const problem = engagementProblem({ startOn, endOn, ...changed }, today);
    return problem === null ? undefined : words[problem];
  };
  return (
    <span className={styles.stretch}>
      <EditableDay
        label={t`Start`}
        of={name}
        value={startOn}
        placeholder=""
        problemOf={(day) => problemOf({ startOn: day })}
        onCommit={async (day) => day === null || onEdit({ startOn: day })}
        className={styles.days}
      />
      {language === 'ru' ? ' — ' : ' – '}
      <EditableDay
        label={t({ message: 'End', context: 'of an engagement' })}
        of={name}
        value={endOn}
        placeholder={t`now`}
        allowsEmpty
        problemOf={(day) => problemOf({ endOn: day })}
        onCommit={(day) => onEdit({ endOn: day })}
        className={styles.days}
      />
    </span>
  );
}
