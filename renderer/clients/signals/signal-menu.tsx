import { useLingui } from '@lingui/react/macro';
import { type SignalMark, signalSides } from '../../../shared/contract/client-dossier.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useSideWords } from '../../ui/signal-words.ts';
import { carryOut } from '../client-store.ts';
import styles from './signals.module.css';

type Fields = Partial<CallInput<'clients.editSignal'>>;

export function useSignalEdit(markId: string): (fields: Fields) => Promise<boolean> {
  const { t } = useLingui();
  return (fields) =>
    carryOut((commandId) => call('clients.editSignal', { commandId, markId, ...fields }), t`Signal changed`);
}

interface SignalMenuProps {
  readonly mark: SignalMark;
  readonly label: string;
}

/** What can be said of a sign beside its words. */
export function SignalMenu({ mark, label }: SignalMenuProps) {
  const { t } = useLingui();
  const sides = useSideWords();
  const markId = mark.id;
  const edit = useSignalEdit(markId);
  const end = () =>
    void carryOut((commandId) => call('clients.endSignal', { commandId, markId }), t`No longer true: ${label}`);
  const remove = () =>
    void carryOut((commandId) => call('clients.deleteSignal', { commandId, markId }), t`Signal deleted`);
  return (
    <Menu
      label={label}
      groups={[
        { id: 'truth', entries: [{ id: 'end', icon: 'check', label: t`No longer true`, onAction: end }] },
        {
          id: 'side',
          label: t`Whose signal it is`,
          entries: signalSides.map((side) => ({
            id: side,
            label: sides[side],
            isChosen: side === mark.side,
            onAction: () => {
              if (side !== mark.side) void edit({ side });
            },
          })),
        },
        {
          id: 'deletion',
          entries: [{ id: 'delete', icon: 'trash', label: t`Delete, marked by mistake`, onAction: remove }],
        },
      ]}
    >
      <IconButton icon="more" size="small" label={t`More: ${label}`} className={styles.more} />
    </Menu>
  );
}
