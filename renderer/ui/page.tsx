import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FilterChip } from './filter-chip.tsx';
import { Icon } from './icon.tsx';
import { goBack, type RouteName, useNavigation } from './navigation.ts';
import styles from './page.module.css';
import { filterByPartner, usePartner, useSession } from './session.ts';
import { WithTooltip } from './tooltip.tsx';

export interface PageProps {
  /** The serif title of the page, its `h1`; pages with a way back put their `h1` into the content. */
  readonly title?: string;
  /** The name of what is open, behind the way back. */
  readonly crumbs?: { readonly here: string; readonly lang?: string };
  /** A quiet line beside the title; hidden in small windows. */
  readonly meta?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  /** The page obeys the partner filter and says so with a chip that takes it away. */
  readonly isFilteredByPartner?: boolean;
  /** Chips of the page's own filters, behind the partner's. */
  readonly filters?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** The top bar, which also moves the window, and the page under it. */
export function Page(props: PageProps) {
  const { title, crumbs, meta, actions, isFilteredByPartner = false, filters, children, className } = props;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // What was pressed to come here may be gone; the keyboard then starts at the page, not at the window's edge.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        {crumbs !== undefined && <Crumbs {...crumbs} />}
        {title !== undefined && <h1 className={styles.title}>{title}</h1>}
        {meta !== undefined && <div className={styles.meta}>{meta}</div>}
        {isFilteredByPartner && (
          <div className={styles.filters}>
            <PartnerFilterChip />
            {filters}
          </div>
        )}
        <div className={styles.actions}>{actions}</div>
      </header>
      <main ref={main} className={classNames(styles.main, className)} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Crumbs({ here, lang }: NonNullable<PageProps['crumbs']>) {
  const { t } = useLingui();
  const from = useNavigation(({ back }) => back.at(-1)?.route.name ?? 'board');
  const words: Readonly<Record<RouteName, string>> = {
    board: t`Board`,
    attention: t`Attention`,
    handoffs: t`Handoffs`,
    handoff: t`Handoff`,
    archive: t`Archive`,
    trash: t`Trash`,
    backups: t`Backups`,
    settings: t`Settings`,
    search: t`Search`,
    client: t`Back`,
  };
  return (
    <nav className={styles.crumbs} aria-label={t`Way back`}>
      <WithTooltip text={t`Back`} keys="Escape">
        <Button className={styles.back ?? ''} onPress={goBack}>
          <Icon name="back" />
          {words[from]}
        </Button>
      </WithTooltip>
      <Icon name="right" size={14} className={styles.arrow} />
      <span className={styles.here} lang={lang} aria-current="page">
        {here}
      </span>
    </nav>
  );
}

function PartnerFilterChip() {
  const { t } = useLingui();
  const partner = usePartner(useSession((session) => session.partnerFilter));
  if (partner === null) return null;
  const { name } = partner;
  return (
    <FilterChip words={name} label={t`Only ${name}: show all partners again`} onClear={() => filterByPartner(null)} />
  );
}
