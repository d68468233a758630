import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { monogramOf } from '../../shared/monogram.ts';
import { AgencyMark } from './agency-mark.tsx';
import { BackupLine } from './backup-line.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { KeyCap } from './key-cap.tsx';
import { ariaKeys } from './keys.ts';
import { Monogram } from './monogram.tsx';
import { navigate, openOverlay, type RouteName, useNavigation } from './navigation.ts';
import { filterByPartner, type SessionCounts, useMe, usePartners, useSession } from './session.ts';
import styles from './side-bar.module.css';
import { SideBarItem } from './side-bar-item.tsx';
import { WithTooltip } from './tooltip.tsx';

interface Destination {
  readonly route: 'board' | 'attention' | 'handoffs' | 'archive';
  readonly label: string;
  readonly icon: IconName;
  readonly keys: string;
  readonly count: keyof SessionCounts | null;
}

/** The destination that stands for a page while it is open. */
const homes: Readonly<Record<RouteName, RouteName>> = {
  board: 'board',
  client: 'board',
  handoffs: 'handoffs',
  handoff: 'handoffs',
  archive: 'archive',
  attention: 'attention',
  trash: 'trash',
  backups: 'backups',
  settings: 'settings',
  search: 'search',
};

interface PartProps {
  readonly isRail: boolean;
}

export function SideBar({ isRail }: PartProps) {
  const { t } = useLingui();
  return (
    <aside className={styles.bar} data-rail={isRail ? '' : undefined} aria-label={t`Side bar`}>
      <Agency isRail={isRail} />
      <SearchField isRail={isRail} />
      <Destinations isRail={isRail} />
      <Partners isRail={isRail} />
      <Foot isRail={isRail} />
    </aside>
  );
}

function Agency({ isRail }: PartProps) {
  const { t } = useLingui();
  const agency = useSession((session) => session.settings?.agency);
  const name = agency?.name ? agency.name : t`Your agency`;
  const letter = agency?.monogram ? agency.monogram : monogramOf(name);
  return (
    <div className={styles.agency} {...(isRail ? { role: 'img', 'aria-label': name, title: name } : {})}>
      <AgencyMark letter={letter} />
      {!isRail && (
        <span className={styles.agencyName} title={name}>
          {name}
        </span>
      )}
    </div>
  );
}

function SearchField({ isRail }: PartProps) {
  const { t } = useLingui();
  const isCurrent = useNavigation((navigation) => navigation.route.name === 'search');
  return (
    <WithTooltip text={t`Search`} keys="Mod+KeyK" placement="right" isDisabled={!isRail}>
      <Button
        className={classNames(styles.search, isCurrent && styles.searching)}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        {...(isRail ? { 'aria-label': t`Search` } : {})}
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaKeys('Mod+KeyK')}
        onPress={() => openOverlay({ name: 'palette' })}
      >
        <Icon name="search" />
        {!isRail && (
          <>
            <span className={styles.label}>{t`Search`}</span>
            <KeyCap keys="Mod+KeyK" look="bare" />
          </>
        )}
      </Button>
    </WithTooltip>
  );
}

function Destinations({ isRail }: PartProps) {
  const { t } = useLingui();
  const home = useNavigation((navigation) => homes[navigation.route.name]);
  const counts = useSession((session) => session.counts);
  const destinations: readonly Destination[] = [
    { route: 'board', label: t`Board`, icon: 'board', keys: 'KeyG KeyB', count: null },
    { route: 'attention', label: t`Attention`, icon: 'bell', keys: 'KeyG KeyA', count: 'attention' },
    { route: 'handoffs', label: t`Handoffs`, icon: 'handoff', keys: 'KeyG KeyH', count: 'handoffs' },
    { route: 'archive', label: t`Archive`, icon: 'archive', keys: 'KeyG KeyR', count: 'archive' },
  ];
  return (
    <nav className={styles.destinations} aria-label={t`Pages`}>
      {destinations.map(({ route, label, icon, keys, count }) => (
        <SideBarItem
          key={route}
          label={label}
          mark={<Icon name={icon} />}
          count={count === null ? null : counts[count]}
          isUrgent={route === 'attention'}
          isCurrent={home === route}
          isRail={isRail}
          keys={keys}
          onPress={() => navigate({ name: route })}
        />
      ))}
    </nav>
  );
}

function Partners({ isRail }: PartProps) {
  const { t } = useLingui();
  const partners = usePartners();
  const me = useMe();
  const filter = useSession((session) => session.partnerFilter);
  const clients = useSession((session) => session.counts.clients);
  return (
    <div className={styles.partners} role="group" aria-label={t`Partners`}>
      {!isRail && (
        <div className={styles.heading} aria-hidden="true">
          {t`Partners`}
        </div>
      )}
      {partners.length === 0 ? (
        <SideBarItem
          label={t`Add a partner`}
          mark={<Icon name="plus" />}
          isRail={isRail}
          onPress={() => navigate({ name: 'settings', section: 'partners' })}
        />
      ) : (
        <SideBarItem
          label={t`All clients`}
          mark={<Icon name="person" />}
          count={clients}
          isRail={isRail}
          onPress={() => filterByPartner(null)}
        />
      )}
      {partners.map((partner) => (
        <SideBarItem
          key={partner.id}
          label={partner.name}
          mark={<Monogram letters={partner.monogram} isMe={partner.id === me?.id} />}
          count={partner.clients}
          isPressed={partner.id === filter}
          isRail={isRail}
          onPress={() => filterByPartner(partner.id === filter ? null : partner.id)}
        />
      ))}
    </div>
  );
}

function Foot({ isRail }: PartProps) {
  const { t } = useLingui();
  const name = useNavigation((navigation) => navigation.route.name);
  return (
    <div className={styles.foot}>
      <nav className={styles.destinations} aria-label={t`Trash and settings`}>
        <SideBarItem
          label={t`Trash`}
          mark={<Icon name="trash" />}
          isCurrent={name === 'trash'}
          isRail={isRail}
          onPress={() => navigate({ name: 'trash' })}
        />
        <SideBarItem
          label={t`Settings`}
          mark={<Icon name="settings" />}
          isCurrent={name === 'settings'}
          isRail={isRail}
          keys="Mod+Comma"
          onPress={() => navigate({ name: 'settings' })}
        />
      </nav>
      <BackupLine isRail={isRail} />
    </div>
  );
}
