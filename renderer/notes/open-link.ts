import { call } from '../api.ts';
import { showProblem } from '../ui/toast.ts';

/** In the system's browser or mail program; the main process looks at the address once more. */
export async function openLink(address: string): Promise<void> {
  try {
    await call('settings.openLink', { address });
  } catch (problem) {
    showProblem(problem);
  }
}
