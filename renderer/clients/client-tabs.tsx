import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { type ClientTab, replaceRoute, useNavigation } from '../ui/navigation.ts';
import styles from './client-tabs.module.css';
import { WorkTab } from './client-work/work-tab.tsx';
import { Dossier } from './dossier/dossier.tsx';
import { PlaybookTab } from './playbook/playbook-tab.tsx';

interface TabContent {
  readonly id: ClientTab;
  readonly label: string;
  readonly content: ReactNode;
}

export interface ClientTabsProps {
  readonly page: ClientPage;
  readonly notes: (page: ClientPage) => ReactNode;
}

export function useChosenTab(): ClientTab {
  return useNavigation(({ route }) => (route.name === 'client' ? route.tab : undefined)) ?? 'timeline';
}

/** How far the page is scrolled when the tabs stand at its upper edge. */
export function beginOfTabs(scroller: HTMLElement): number {
  const tabs = scroller.querySelector('[role="tablist"]')?.parentElement ?? scroller;
  return tabs.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}

/** What happened, what to ask, what is under way, what a successor will need: one at a time. */
export function ClientTabs({ page, notes }: ClientTabsProps) {
  const { t } = useLingui();
  const clientId = page.card.id;
  const chosen = useChosenTab();
  const tabs: readonly TabContent[] = [
    { id: 'timeline', label: t`Notes`, content: notes(page) },
    { id: 'playbook', label: t`Playbook`, content: <PlaybookTab page={page} /> },
    { id: 'work', label: t`Work`, content: <WorkTab page={page} /> },
    { id: 'dossier', label: t`Dossier`, content: <Dossier page={page} /> },
  ];
  return (
    <Tabs
      selectedKey={chosen}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) replaceRoute({ name: 'client', clientId, tab: tab.id });
      }}
    >
      <TabList aria-label={t`Parts of the page`} className={styles.list ?? ''}>
        {tabs.map(({ id, label }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {label}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
