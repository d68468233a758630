import { msg } from '@lingui/core/macro';
import { create } from 'zustand';
import type { ArchiveEntry } from '../../shared/contract/handoff.ts';
import { call, newCommandId, onChanged } from '../api.ts';
import { navigate } from '../ui/navigation.ts';
import { limitWithOneMore } from '../ui/partner-limit.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { undo } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';

interface Archive {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly entries: readonly ArchiveEntry[];
}

export const useArchive = create<Archive>(() => ({ status: 'loading', problem: null, entries: [] }));

export async function loadArchive(): Promise<void> {
  try {
    const { entries } = await call('handoff.archive', {});
    useArchive.setState({ status: 'ready', problem: null, entries });
  } catch (problem) {
    useArchive.setState({ status: 'failed', problem });
  }
}

export function followArchive(): () => void {
  void loadArchive();
  return onChanged(({ areas }) => {
    if (areas.includes('board') || areas.includes('handoff')) void loadArchive();
  });
}

/** “They came back”: the client stands on the board again, at the very beginning. */
export async function comeBack({ card }: ArchiveEntry): Promise<void> {
  const commandId = newCommandId();
  try {
    await call('handoff.comeBack', { commandId, clientId: card.id });
  } catch (problem) {
    showProblem(problem);
    return;
  }
  const { name } = card;
  showToast({
    text: i18n.t(msg`${name}: back on the board, in Acquaintance`),
    stage: 'acquaintance',
    detail: limitWithOneMore(card.partnerId) ?? undefined,
    actions: [
      { label: i18n.t(msg`Open the client`), run: () => navigate({ name: 'client', clientId: card.id }) },
      { label: i18n.t(msg`Undo`), keys: 'Mod+KeyZ', run: () => void undo(commandId) },
    ],
  });
}
