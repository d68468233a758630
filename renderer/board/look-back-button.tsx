import { useLingui } from '@lingui/react/macro';
import { useCommands } from '../ui/commands.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { leavePast, openPast, usePast } from './past-store.ts';

/** Opens the slider over the columns, and closes it. */
export function LookBackButton() {
  const { t } = useLingui();
  const isOpen = usePast((past) => past.isOpen);
  const door = useFocusBack(isOpen);
  const toggle = () => (isOpen ? leavePast() : void openPast());
  useCommands([{ id: 'look-back', label: t`Look back`, section: 'board', keys: ['KeyH'], run: toggle }]);
  return <IconButton ref={door} icon="past" label={t`Look back`} keys="KeyH" aria-expanded={isOpen} onPress={toggle} />;
}
