import { msg } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import { call, newCommandId } from '../../api.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { ClientFolder, CsvColumns } from '../../../shared/contract/transfer.ts';
import type { BoardStage } from '../../../shared/stage.ts';
import { showProblem, showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import { type ClientTarget, clientChoices } from './client-targets.ts';

export type Preview = CallOutput<'transfer.preview'>;
export type Imported = CallOutput<'transfer.import'> & { readonly commandId: string };

export interface Choices {
  readonly columns: CsvColumns | undefined;
  readonly clientFolder: ClientFolder | undefined;
  /** What was chosen by hand, by the client's name in the source. */
  readonly targets: ReadonlyMap<string, ClientTarget>;
  /** Where new clients begin. */
  readonly stage: BoardStage;
}

interface Source {
  readonly sourceId: string;
  readonly name: string;
}

export type Step =
  | { readonly name: 'source' }
  | { readonly name: 'reading'; readonly source: Source }
  | { readonly name: 'preview'; readonly source: Source; readonly preview: Preview }
  | { readonly name: 'running'; readonly source: Source; readonly preview: Preview }
  | { readonly name: 'done'; readonly source: Source; readonly imported: Imported };

const firstChoices: Choices = {
  columns: undefined,
  clientFolder: undefined,
  targets: new Map(),
  stage: 'acquaintance',
};

/** The steps of an import, one after another, and what leads from each to the next. */
export function useImport() {
  const [step, setStep] = useState<Step>({ name: 'source' });
  const [choices, setChoices] = useState(firstChoices);
  const asked = useRef(0);

  /** What is chosen now; an answer that was overtaken is passed over. */
  async function look(source: Source, next: Choices, preview: Preview | null): Promise<void> {
    asked.current += 1;
    const mine = asked.current;
    setChoices(next);
    try {
      const answer = await call('transfer.preview', requestOf(source, next, preview));
      if (mine === asked.current) setStep({ name: 'preview', source, preview: answer });
    } catch (problem) {
      if (mine !== asked.current) return;
      showProblem(problem);
      setStep({ name: 'source' });
    }
  }

  async function choose(from: 'folder' | 'csv'): Promise<void> {
    try {
      const { source } = await call('transfer.choose', { from });
      if (source === null) return;
      setStep({ name: 'reading', source });
      await look(source, firstChoices, null);
    } catch (problem) {
      showProblem(problem);
    }
  }

  async function run(source: Source, preview: Preview): Promise<void> {
    const commandId = newCommandId();
    setStep({ name: 'running', source, preview });
    try {
      const imported = await call('transfer.import', { commandId, ...requestOf(source, choices, preview) });
      if (!imported.isCancelled) {
        setStep({ name: 'done', source, imported: { ...imported, commandId } });
        return;
      }
      showToast({ text: i18n.t(msg`Cancelled. Nothing was imported.`) });
    } catch (problem) {
      showProblem(problem);
    }
    setStep({ name: 'preview', source, preview });
  }

  /** Back to the choice of a source; what is being read is not read on. */
  function startOver(): void {
    asked.current += 1;
    if (step.name === 'reading') stop(step.source);
    setStep({ name: 'source' });
  }

  return {
    step,
    choices,
    choose: (from: 'folder' | 'csv') => void choose(from),
    change: (source: Source, preview: Preview, change: Partial<Choices>) =>
      void look(source, { ...choices, ...change }, preview),
    run: (source: Source, preview: Preview) => void run(source, preview),
    stop,
    startOver,
  };
}

function stop({ sourceId }: Source): void {
  call('transfer.cancel', { jobId: sourceId }).catch(showProblem);
}

function requestOf({ sourceId }: Source, { columns, clientFolder, targets, stage }: Choices, preview: Preview | null) {
  return {
    sourceId,
    ...(columns === undefined ? {} : { columns }),
    ...(clientFolder === undefined ? {} : { clientFolder }),
    clients: clientChoices(preview?.clients ?? [], targets, stage),
  };
}
