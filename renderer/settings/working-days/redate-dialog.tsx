import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatDayOfWeek, formatShortDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { itemsIn, type Moves, useRedating } from './change-calendar.ts';
import styles from './dialogs.module.css';

/** What a change of the calendar would move in the plans that run, before anything is changed. */
export function RedateDialog() {
  const { t } = useLingui();
  const question = useRedating((state) => state.question);
  if (question === null) return null;
  const { moves, answer } = question;
  const count = itemsIn(moves);
  return (
    <Dialog
      onClose={() => answer('cancel')}
      width="sheet"
      title={t`${plural(count, { one: '#\u00a0item of a plan moves', other: '#\u00a0items of plans move' })}`}
      lead={t`The plan follows the calendar. What is done, or was given a day by hand, stays where it is.`}
      actions={
        <>
          <Button look="quiet" onPress={() => answer('cancel')}>{t`Cancel`}</Button>
          <Button onPress={() => answer('leave')}>{t`Leave the plans as they are`}</Button>
          <Button look="primary" autoFocus onPress={() => answer('move')}>
            {t`${plural(count, { one: 'Move #\u00a0item', other: 'Move #\u00a0items' })}`}
          </Button>
        </>
      }
    >
      {/* A list longer than the dialog is scrolled with the keys as well. */}
      <div className={styles.lists} role="group" aria-label={t`What moves`} tabIndex={0}>
        {moves.map((plan) => (
          <PlanMoves key={plan.handoffId} plan={plan} />
        ))}
      </div>
    </Dialog>
  );
}

function PlanMoves({ plan }: { readonly plan: Moves[number] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const day = (when: string) => `${formatDayOfWeek(language, when)}, ${formatShortDay(language, when, today)}`;
  return (
    <section>
      <h3 className={styles.heading}>{plan.clientName}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t`Item`}</th>
            <th scope="col">{t({ message: 'From', context: 'day' })}</th>
            <th scope="col">{t({ message: 'To', context: 'day' })}</th>
          </tr>
        </thead>
        <tbody>
          {plan.items.map(({ itemId, title, from, to }) => (
            <tr key={itemId}>
              <td>{title}</td>
              <td className={styles.day}>{day(from)}</td>
              <td className={styles.day}>{day(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
