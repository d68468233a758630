import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { classNames } from '../ui/class-names.ts';
import { navigate, useNavigation } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { AboutSection } from './about-section.tsx';
import { AgencySection } from './agency-section.tsx';
import { DataSection } from './data-section.tsx';
import { HandoffTemplatesSection } from './handoff-templates/handoff-templates-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LookSection } from './look-section.tsx';
import { PartnersSection } from './partners-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import styles from './settings-page.module.css';
import { StagesSection } from './stages-section.tsx';
import { TemplatesSection } from './templates-section.tsx';
import { WorkingDaysSection } from './working-days/working-days-section.tsx';

const sections = [
  'look',
  'reminders',
  'data',
  'agency',
  'working-days',
  'partners',
  'stages',
  'templates',
  'handoff-templates',
  'keys',
  'about',
] as const;
type Section = (typeof sections)[number];

export function SettingsPage() {
  const { t } = useLingui();
  const asked = useNavigation(({ route }) => (route.name === 'settings' ? route.section : undefined));
  const open = sections.find((section) => section === asked) ?? 'look';
  const labels: Readonly<Record<Section, string>> = {
    look: t`Language and look`,
    reminders: t`Reminders`,
    data: t`Data and backups`,
    agency: t`Agency`,
    'working-days': t`Working days`,
    partners: t`Partners`,
    stages: t`Stages and signals`,
    templates: t`Note templates`,
    'handoff-templates': t`Handoff templates`,
    keys: t`Keys`,
    about: t`About`,
  };
  return (
    <Page title={t`Settings`} className={styles.main}>
      <nav className={styles.list} aria-label={t`Sections of the settings`}>
        {sections.map((section) => (
          <Button
            key={section}
            className={styles.item ?? ''}
            {...(section === open ? { 'aria-current': 'page' } : {})}
            onPress={() => navigate({ name: 'settings', section })}
          >
            {labels[section]}
          </Button>
        ))}
      </nav>
      <section
        className={classNames(styles.section, open === 'handoff-templates' && styles.wide)}
        aria-labelledby="settings-section"
      >
        <h2 id="settings-section" className={styles.heading}>
          {labels[open]}
        </h2>
        <SectionContent section={open} />
      </section>
    </Page>
  );
}

function SectionContent({ section }: { readonly section: Section }) {
  switch (section) {
    case 'look':
      return <LookSection />;
    case 'reminders':
      return <RemindersSection />;
    case 'data':
      return <DataSection />;
    case 'agency':
      return <AgencySection />;
    case 'working-days':
      return <WorkingDaysSection />;
    case 'partners':
      return <PartnersSection />;
    case 'stages':
      return <StagesSection />;
    case 'templates':
      return <TemplatesSection />;
    case 'handoff-templates':
      return <HandoffTemplatesSection />;
    case 'keys':
      return <KeysSection />;
    case 'about':
      return <AboutSection />;
  }
}
