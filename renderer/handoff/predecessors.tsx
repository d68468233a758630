import { useLingui } from '@lingui/react/macro';
import { openPredecessors } from '../../shared/handoff/items.ts';
import { Icon } from '../ui/icon.tsx';
import type { ItemRowProps } from './item-row.tsx';
import styles from './item-form.module.css';

/** Says what should come first and is still open; nothing is refused because of it. */
export function Predecessors({ page, item }: ItemRowProps) {
  const { t } = useLingui();
  const open = openPredecessors(item, page.items);
  if (open.length === 0) return null;
  const titles = open.map((each) => each.title).join('; ');
  return (
    <p className={styles.before}>
      <Icon name="watch" size={14} />
      <span>{t`Still open before it: ${titles}`}</span>
    </p>
  );
}
