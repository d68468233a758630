import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.ts';
import { Popover } from '../ui/popover.tsx';
import { Section } from './section.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskRow } from './task-row.tsx';

/** The earliest open task of ours. */
export function NextStep({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const next = page.tasks.find(({ id }) => id === page.card.nextStep?.taskId);
  const step = useRef<HTMLDivElement>(null);
  const edit = () => step.current?.querySelector<HTMLElement>('[data-part="title"] button')?.click();
  const keys = ['KeyT'];
  useCommands([
    next === undefined
      ? { id: 'next-step', label: t`Set the next step`, section: 'client', keys, run: () => setOpen(true) }
      : { id: 'next-step', label: t`Change the next step`, section: 'client', keys, run: edit },
  ]);
  return (
    <Section title={t`Next step`}>
      {next !== undefined ? (
        <div ref={step}>
          <TaskRow key={next.id} page={page} task={next} isNextStep />
        </div>
      ) : (
        <Popover
          label={t`Next step`}
          placement="bottom start"
          isOpen={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button look="link" icon="next">
              <Trans>Set the next step</Trans>
            </Button>
          }
        >
          {(close) => <TaskForm page={page} onDone={close} />}
        </Popover>
      )}
    </Section>
  );
}
