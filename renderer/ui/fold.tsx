import { type ReactNode, use } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './fold.module.css';
import { Icon } from './icon.tsx';
import { OpenFolds } from './sought-record.ts';
import { useUnfolded } from './unfolded.ts';

export interface FoldProps {
  readonly title: string;
  readonly lang?: string | undefined;
  /** Beside the title, also while it is folded: what is inside, in a few words. */
  readonly summary?: ReactNode;
  readonly level?: 2 | 3 | 4;
  /** Until a partner folds or unfolds it. */
  readonly isOpenFirst?: boolean;
  /** What a partner did is kept under this key until the window closes. */
  readonly memory: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A heading that hides and shows what stands under it. */
export function Fold(props: FoldProps) {
  const { title, lang, summary, level = 2, isOpenFirst = false, memory, children, className } = props;
  const [isOpen, setOpen] = useUnfolded(memory, isOpenFirst);
  const openOuter = use(OpenFolds);
  const open = () => {
    openOuter();
    setOpen(true);
  };
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen} className={classNames(styles.fold, className)}>
      <Heading level={level} className={classNames(styles.heading, level > 2 && styles.inner)}>
        <Button slot="trigger" className={styles.trigger ?? ''}>
          <Icon name="right" className={styles.mark} />
          <span className={styles.title} lang={lang}>
            {title}
          </span>
          {summary !== undefined && <span className={styles.summary}>{summary}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className={styles.panel ?? ''}>
        <OpenFolds value={open}>{children}</OpenFolds>
      </DisclosurePanel>
    </Disclosure>
  );
}
