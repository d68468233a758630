import { useLingui } from '@lingui/react/macro';
import styles from './index-notice.module.css';

/** While the index is being built not everything is found: that is said. */
export function IndexNotice({ indexed }: { readonly indexed: number | null }) {
  const { t } = useLingui();
  return (
    <div role="status">
      {indexed !== null && (
        <p className={styles.notice}>
          {t`The search index is being rebuilt, ${indexed}\u00A0%. Not everything is found yet.`}
        </p>
      )}
    </div>
  );
}
