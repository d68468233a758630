import type { Reply } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { answer } from './answer.ts';
import type { Clock, Handlers } from './context.ts';
import { type DataFile, openDataFile } from './data-file.ts';
import type { Appearance, Desktop } from './desktop.ts';
import { handlersOf } from './handlers.ts';

export interface Backend {
  /** Answers a call of the contract; never throws. */
  readonly call: (name: unknown, input: unknown) => Promise<Reply<unknown>>;
  /** The HTML of `/document/<handoffId>?language=…&audience=…`, or null when there is none. */
  readonly document: (address: URL) => Promise<string | null>;
  readonly appearance: () => Appearance;
  /** Ends all work on the file: queue, checkpoint, backup when something changed. */
  readonly close: () => Promise<void>;
}

export interface BackendParts {
  /** The data folder named on the command line or in the environment; null: the partner's own or the default one. */
  readonly folder: string | null;
  /** Electron's userData: `device.json`, and the default data folder. */
  readonly userData: string;
  /** Opens the sample file instead of one's own. */
  readonly sample: boolean;
  readonly desktop: Desktop;
  readonly clock: Clock;
  readonly appVersion: string;
}

/** Opens the data and answers calls on it. A file that is refused does not stop the program: calls say why. */
export async function openBackend(given: BackendParts): Promise<Backend> {
  let parts = given;
  let dataFile: DataFile = await openDataFile(parts, parts.sample ? 'sample' : 'own');

  async function switchTo(which: 'own' | 'sample', folder?: string): Promise<void> {
    const appearance = dataFile.appearance();
    await dataFile.close();
    if (folder !== undefined) parts = { ...parts, folder };
    dataFile = await openDataFile(parts, which, appearance);
    parts.desktop.appearanceChanged(dataFile.appearance());
    // After the answer to the call that asked for it, which would be lost with the page.
    setImmediate(() => parts.desktop.reload());
  }

  function handlers(): Partial<Handlers> {
    return handlersOf(parts, dataFile, switchTo);
  }

  return {
    call: (name, input) => answer(handlers, name, input),
    document: async (address) => {
      if (!dataFile.context) throw new AppError('starting', 'no file is open');
      const { documentPage } = await import('./documents/page.ts');
      return documentPage(dataFile.context, address);
    },
    appearance: () => dataFile.appearance(),
    close: () => dataFile.close(),
  };
}
