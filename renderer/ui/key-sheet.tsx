import { useLingui } from '@lingui/react/macro';
import { type Command, type CommandSection, useOfferedCommands } from './commands.ts';
import { Dialog } from './dialog.tsx';
import { KeyCap } from './key-cap.tsx';
import { keyLabel } from './keys.ts';
import styles from './key-sheet.module.css';
import { closeOverlay } from './navigation.ts';

const sections: readonly CommandSection[] = ['go', 'client', 'board', 'note', 'handoff', 'edit', 'view'];

/** Every key that works now, from the same registry that obeys them. */
export function KeySheet() {
  const { t } = useLingui();
  const commands = useOfferedCommands();
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
            commands={commands.filter((each) => each.section === section)}
          />
        ))}
      </div>
    </Dialog>
  );
}

function KeyTable({ title, commands }: { readonly title: string; readonly commands: readonly Command[] }) {
  const rows = commands.filter((command) => (command.keys?.length ?? 0) > 0);
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
