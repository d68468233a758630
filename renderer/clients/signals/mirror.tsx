import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { SignalMark } from '../../../shared/contract/client-dossier.ts';
import { signalOf } from '../../../shared/signal-order.ts';
import styles from './receipt.module.css';

/** Most flags of the trade are about the agency: what is marked about us stands beside what is marked about the client. */
export function Mirror({ marks }: { readonly marks: readonly SignalMark[] }) {
  const { t } = useLingui();
  if (marks.length === 0) return null;
  return (
    <dl className={styles.mirror} aria-label={t`Marked about both sides`}>
      <Half title={t`About us`} marks={marks.filter(({ side }) => side !== 'client')} />
      <Half title={t`About the client`} marks={marks.filter(({ side }) => side !== 'us')} />
    </dl>
  );
}

function Half({ title, marks }: { readonly title: string; readonly marks: readonly SignalMark[] }) {
  const { t } = useLingui();
  const count = (polarity: string) => marks.filter(({ code }) => signalOf(code)?.polarity === polarity).length;
  const [red, green] = [count('red'), count('green')];
  const parts = [
    ...(red > 0 ? [t`${plural(red, { one: '#\u00a0red flag', other: '#\u00a0red flags' })}`] : []),
    ...(green > 0 ? [t`${plural(green, { one: '#\u00a0good sign', other: '#\u00a0good signs' })}`] : []),
  ];
  return (
    <div>
      <dt>{title}</dt>
      <dd>{parts.length === 0 ? t`nothing marked` : parts.join(', ')}</dd>
    </div>
  );
}
