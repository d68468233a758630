import { call } from '../api.ts';
import { leaveWhenSaved } from './closing.ts';
import { forgetTheWay } from './navigation.ts';
import { showProblem } from './toast.ts';

// Another file takes the place of the open one, and the page is loaded anew: not over words that are not on the disk.

export function openSample(): Promise<void> {
  return openOther(async () => {
    forgetTheWay();
    await call('settings.openSample', {});
  });
}

export function leaveSample(): Promise<void> {
  return openOther(async () => {
    forgetTheWay();
    await call('settings.leaveSample', {});
  });
}

/** Nothing happens when the partner closes the folder dialog. */
export function chooseDataFolder(): Promise<void> {
  return openOther(() => call('settings.chooseDataFolder', {}));
}

function openOther(open: () => Promise<unknown>): Promise<void> {
  return leaveWhenSaved('file', async () => {
    try {
      await open();
    } catch (problem) {
      showProblem(problem);
    }
  });
}
