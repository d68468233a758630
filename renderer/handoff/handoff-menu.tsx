import { useLingui } from '@lingui/react/macro';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { formatDay } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { navigate, openOverlay } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { exportPlan } from './export-plan.ts';

/** How a handoff ends, and what is seldom needed. */
export function HandoffMenu({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const end = formatDay(language, page.endOn, today);
  const clientId = page.client.id;
  const toClient = {
    id: 'client',
    label: t`Open the client`,
    icon: 'person',
    onAction: () => navigate({ name: 'client', clientId }),
  } as const;
  const planFile = {
    id: 'plan',
    label: t`Plan as a calendar file`,
    icon: 'upload',
    onAction: () => void exportPlan(page.id, 'calendar'),
  } as const;
  const checklist = {
    id: 'checklist',
    label: t`Plan to print, with boxes to tick`,
    icon: 'document',
    onAction: () => void exportPlan(page.id, 'checklist'),
  } as const;
  const running = [
    {
      id: 'successor',
      label: t`Who takes over…`,
      icon: 'person',
      onAction: () => openOverlay({ name: 'switch-successor', handoffId: page.id }),
    },
    {
      id: 'extend',
      label: t`Extend by a week…`,
      icon: 'calendar',
      ...(today < page.endOn && { disabledReason: t`from the last day on, ${end}` }),
      onAction: () => openOverlay({ name: 'extend-handoff', handoffId: page.id }),
    },
    {
      id: 'cancel',
      label: t`Cancel the handoff…`,
      icon: 'close',
      onAction: () => openOverlay({ name: 'cancel-handoff', handoffId: page.id }),
    },
  ] as const;
  const isRunning = page.state === 'running';
  return (
    <>
      <Menu
        label={t`More about the handoff`}
        groups={[
          { id: 'client', entries: [toClient, planFile, checklist] },
          ...(isRunning ? [{ id: 'running', entries: running }] : []),
        ]}
      >
        <IconButton icon="more" label={t`More about the handoff`} />
      </Menu>
      {isRunning && (
        <Button look="quiet" onPress={() => openOverlay({ name: 'close-handoff', handoffId: page.id })}>
          {t`Finish the handoff`}
        </Button>
      )}
    </>
  );
}
