import { useLingui } from '@lingui/react/macro';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toast.ts';
import type { ComposerProps } from './composer.tsx';

/** What is said when writing on the page of a client ends, and that the composer is closed then. */
export function useEndings(close: () => void): Required<Pick<ComposerProps, 'onDone' | 'onStaysDraft' | 'onCollapse'>> {
  const { t } = useLingui();
  return {
    onDone: () => {
      announce(t`The note is in the history`);
      close();
    },
    onStaysDraft: () => {
      showToast({ text: t`Still ahead: the note waits as a draft until then` });
      close();
    },
    onCollapse: close,
  };
}
