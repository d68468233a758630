import { useLingui } from '@lingui/react/macro';
import { type CommandSection, useCommandsByKey } from './commands.ts';
import { Dialog } from './dialog.tsx';
import { KeyCap } from './key-cap.tsx';
import { keyLabel } from './keys.ts';
import { type KeyRow, useKeysOfPlaces } from './keys-of-places.ts';
import styles from './key-sheet.module.css';
import { closeOverlay } from './navigation.ts';

const sections: readonly CommandSection[] = ['go', 'client', 'board', 'note', 'handoff', 'edit', 'view'];

/** Every key that works now: those of the commands, from the registry that obeys them, and those of the places. */
export function KeySheet() {
  const { t } = useLingui();
  const commands = useCommandsByKey();
  const ofPlaces = useKeysOfPlaces();
  const titles: Readonly<Record<CommandSection, string>> = {
    go: t`Pages`,
    client: t`Clients`,
    board: t`Board`,
    note: t`Notes`,
    handoff: t`Handoff`,
    edit: t`Edit`,
    view: t`View`,
  };
  return (
    <Dialog title={t`Keyboard shortcuts`} width="wide" onClose={closeOverlay}>
      <div className={styles.columns}>
        {sections.map((section) => (
          <KeyTable
            key={section}
            title={titles[section]}
            rows={[...ofPlaces, ...commands].filter((each) => each.section === section)}
          />
        ))}
      </div>
    </Dialog>
  );
}

function KeyTable({ title, rows: all }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  const rows = all.filter(({ keys }) => (keys?.length ?? 0) > 0);
  if (rows.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {rows.map(({ id, label, keys }) => (
          <div key={id} className={styles.row}>
            <dt>{label}</dt>
            <dd className={styles.keys}>
              {keys?.map((each) => (
                <span key={each}>
                  <KeyCap keys={each} />
                  <span className="visually-hidden">{keyLabel(each)}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
