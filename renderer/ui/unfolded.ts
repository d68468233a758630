import { useState } from 'react';

const unfolded = new Map<string, boolean>();

/** Like `useState`; what a partner unfolded or folded is kept under the key until the window closes. */
export function useUnfolded(memory: string, isOpenFirst: boolean): readonly [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(() => unfolded.get(memory) ?? isOpenFirst);
  const put = (next: boolean) => {
    unfolded.set(memory, next);
    setOpen(next);
  };
  return [isOpen, put];
}
