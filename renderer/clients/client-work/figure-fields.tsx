import { useLingui } from '@lingui/react/macro';
import { formatDecimal } from '../../../shared/decimal.ts';
import { type KpiDirection, kpiDirections } from '../../../shared/figures.ts';
import type { Kpi } from '../../../shared/contract/client-work.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useLanguage } from '../../ui/session.ts';
import { carryOut } from '../client-store.ts';
import { readTarget, useTargetProblem } from './target.ts';
import styles from './work.module.css';

type Fields = Omit<CallInput<'clients.editKpi'>, 'commandId' | 'kpiId'>;

/** The goal, how it is counted and what it is for. */
export function FigureFields({ kpi, lang }: { readonly kpi: Kpi; readonly lang: string | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const problemOf = useTargetProblem(kpi.unit);
  const edit = (fields: Fields) =>
    carryOut((commandId) => call('clients.editKpi', { commandId, kpiId: kpi.id, ...fields }), t`Figure changed`);
  const saveTarget = async (text: string) => {
    const target = readTarget(text, kpi.unit);
    return target !== null && (target === kpi.target || edit({ target }));
  };
  return (
    <div className={styles.figureFields}>
      <div className={styles.numbers}>
        <SavedField
          label={t({ message: 'Goal', context: 'of a figure' })}
          saved={kpi.target === '' ? '' : formatDecimal(kpi.target, language)}
          onSave={saveTarget}
          problemOf={problemOf}
          inputMode="decimal"
          maxLength={40}
        />
        <SavedField label={t`Unit`} saved={kpi.unit} onSave={(unit) => edit({ unit })} maxLength={30} />
      </div>
      <Segmented<KpiDirection>
        label={t`Which way is better`}
        segments={[
          { id: 'up', label: t`more is better` },
          { id: 'down', label: t`less is better` },
        ]}
        value={kpiDirections.find((each) => each === kpi.direction) ?? 'up'}
        onChange={(direction) => void edit({ direction })}
        look="bare"
        className={styles.direction}
      />
      <div>
        <p className={styles.label} aria-hidden>
          {t`Business goal`}
        </p>
        <EditableText
          label={t`Business goal`}
          value={kpi.businessGoal}
          placeholder={t`What it is good for in their business`}
          allowsEmpty
          maxLength={400}
          lang={kpi.businessGoal === '' ? undefined : lang}
          onCommit={(businessGoal) => edit({ businessGoal })}
        />
      </div>
    </div>
  );
}
