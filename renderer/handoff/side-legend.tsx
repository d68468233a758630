import { useLingui } from '@lingui/react/macro';
import { SideMark } from '../ui/side-mark.tsx';
import styles from './side-legend.module.css';
import { sidesIn } from './sides-of-plan.ts';
import { sideWord } from './words.ts';

/** What the shapes beside the items stand for. */
export function SideLegend({ successor }: { readonly successor: string }) {
  const { t } = useLingui();
  return (
    <ul className={styles.legend} aria-label={t`Sides`}>
      {sidesIn(successor).map((side) => (
        <li key={side}>
          <SideMark side={side} />
          {sideWord(side)}
        </li>
      ))}
    </ul>
  );
}
