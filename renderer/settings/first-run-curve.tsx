import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { boardStages } from '../../shared/stage.ts';
import { useStageWords } from '../ui/stage-words.ts';
import styles from './first-run-curve.module.css';

const width = 1040;
const height = 150;
const line =
  'M0 139C40 138 70 133 104 124C170 104 240 72 312 42C370 18 440 10 520 10C610 10 660 35 728 78C765 103 785 122 822 122C868 122 890 76 936 46C970 24 1005 13 1040 8';
/** Each dot stands over the middle of its fifth of the width. */
const dots = [124, 42, 10, 78, 46] as const;

/** The model in one picture: a relationship rises, holds, falls and rises again. */
export function FirstRunCurve() {
  const { t } = useLingui();
  const words = useStageWords();
  const hints = [
    t`calls, briefs, a first small task`,
    t`a mini-audit and a flow of ideas`,
    t`a plan, reports, regular meetings`,
    t`routine; time for an honest talk`,
    t`a new direction together`,
  ];
  return (
    <div className={styles.picture}>
      <Drawing />
      <ol className={styles.stages}>
        {boardStages.map((stage, index) => (
          <li key={stage} className={styles.stage}>
            <span className={styles.name}>{words(stage).label}</span>
            <span className={styles.hint}>{hints[index]}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Drawing() {
  const id = useId();
  const [stroke, ends, fill] = [`${id}-stroke`, `${id}-ends`, `${id}-fill`];
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id={stroke} gradientUnits="userSpaceOnUse" x1="0" x2={width}>
          {dots.map((_, index) => (
            <stop key={index} offset={(2 * index + 1) / 10} stopColor={`var(--st${index + 1}-line)`} />
          ))}
        </linearGradient>
        <linearGradient id={`${ends}-fade`} gradientUnits="userSpaceOnUse" x1="0" x2={width}>
          <stop offset="0" stopColor="white" stopOpacity="0" />
          <stop offset=".1" stopColor="white" />
          <stop offset=".9" stopColor="white" />
          <stop offset="1" stopColor="white" stopOpacity="0" />
        </linearGradient>
        <linearGradient id={`${fill}-fade`} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="0" y2={height}>
          <stop offset="0" stopColor="black" stopOpacity="0" />
          <stop offset=".8" stopColor="black" stopOpacity=".7" />
          <stop offset=".97" stopColor="black" />
        </linearGradient>
        <mask id={ends} maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
          <rect width={width} height={height} fill={`url(#${ends}-fade)`} />
        </mask>
        <mask id={fill} maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
          <rect width={width} height={height} fill={`url(#${ends}-fade)`} />
          <rect width={width} height={height} fill={`url(#${fill}-fade)`} />
        </mask>
      </defs>
      <path className={styles.area} d={`${line}V${height}H0Z`} fill={`url(#${stroke})`} mask={`url(#${fill})`} />
      <g mask={`url(#${ends})`}>
        <path className={styles.line} d={line} pathLength="1" stroke={`url(#${stroke})`} />
      </g>
      {dots.map((y, index) => (
        <circle
          key={y}
          className={styles.dot}
          cx={((2 * index + 1) * width) / 10}
          cy={y}
          r="7.5"
          fill={`var(--st${index + 1}-line)`}
        />
      ))}
    </svg>
  );
}
