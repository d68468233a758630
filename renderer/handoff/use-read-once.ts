import { useEffect, useState } from 'react';
import { closeOverlay } from '../ui/navigation.ts';
import { showProblem } from '../ui/toast.ts';

/** What a dialog needs to know of the client, null until it is there; where it cannot be read, the dialog says so and goes. */
export function useReadOnce<Value>(clientId: string, read: (clientId: string) => Promise<Value>): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  useEffect(() => {
    let isGone = false;
    read(clientId).then(
      (found) => {
        if (!isGone) setValue(found);
      },
      (problem: unknown) => {
        if (isGone) return;
        showProblem(problem);
        closeOverlay();
      },
    );
    return () => {
      isGone = true;
    };
  }, [clientId, read]);
  return value;
}
