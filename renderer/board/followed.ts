import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { onChanged } from '../api.ts';
import { rereadingBy } from '../ui/coalesce.ts';
import { showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { useCarry } from './carry-store.ts';

export interface Followed {
  readonly load: () => void;
  /** Reads it anew behind whatever the partners do. Returns the way to stop. */
  readonly follow: () => () => void;
  /** For tests. */
  readonly forget: () => void;
}

/**
 * What the board shows of its clients beside their cards, read by a call of its own. What is read while a card is in the
 * hand is taken when the hand is free: the columns under it stay as they are.
 */
export function followed<Answer>(
  read: () => Promise<Answer>,
  take: (answer: Answer) => void,
  failure: MessageDescriptor,
): Followed {
  let loading: Promise<void> | null = null;
  let isWanted = false;
  /** A failure was said, and nothing has been read since. */
  let isFailureSaid = false;
  let untaken: { readonly answer: Answer } | null = null;

  /** One at a time; a change that comes meanwhile asks once more when the answer is there. */
  function load(): void {
    isWanted = true;
    loading ??= loadWhileWanted().finally(() => {
      loading = null;
    });
  }

  async function loadWhileWanted(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      try {
        untaken = { answer: await read() };
        isFailureSaid = false;
        takeWithFreeHand();
      } catch {
        sayFailure();
      }
    }
  }

  /** What cannot be read stays as it was shown last. */
  function sayFailure(): void {
    if (isFailureSaid) return;
    isFailureSaid = true;
    showToast({
      text: i18n.t(failure),
      tone: 'danger',
      actions: [{ label: i18n.t(msg`Try again`), run: load }],
    });
  }

  function takeWithFreeHand(): void {
    if (untaken === null || useCarry.getState().carry !== null) return;
    const { answer } = untaken;
    untaken = null;
    take(answer);
  }

  function follow(): () => void {
    const rereading = rereadingBy(load);
    const stopChanges = onChanged(({ areas }) => {
      if (areas.includes('health')) rereading.soon(areas);
    });
    const stopHand = useCarry.subscribe(takeWithFreeHand);
    return () => {
      stopChanges();
      stopHand();
      rereading.stop();
    };
  }

  function forget(): void {
    isFailureSaid = false;
    untaken = null;
  }

  return { load, follow, forget };
}
