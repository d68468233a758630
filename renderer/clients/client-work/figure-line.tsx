import type { Kpi } from '../../../shared/contract/client-work.ts';
import { useLanguage } from '../../ui/session.ts';
import { SparkLine } from '../../ui/spark-line.tsx';
import { sparkPoints } from './figure-words.ts';

export function FigureLine({ kpi }: { readonly kpi: Kpi }) {
  const language = useLanguage();
  const goal = kpi.target === '' ? null : Number(kpi.target);
  return <SparkLine name={kpi.name} points={sparkPoints(kpi, language)} goal={goal} />;
}
