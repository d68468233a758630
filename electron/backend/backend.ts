import type { Reply } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { answer } from './answer.ts';
import { type FileSwap, openSwapped } from './backups/restore-over.ts';
import { forgetClosed } from './closed-file.ts';
import type { Clock, Handlers } from './context.ts';
import { type DataFile, openDataFile } from './data-file.ts';
import type { Appearance, Desktop } from './desktop.ts';
import { handlersOf } from './handlers.ts';
import { log } from './log.ts';
import { holdChosenShortcut } from './system-shortcut.ts';

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

/** What was meant for one file is not done to another. */
const otherData = { ok: false, code: 'starting', message: 'another file was opened' } as const;

const switches: readonly unknown[] = [
  'settings.chooseDataFolder',
  'settings.openSample',
  'settings.leaveSample',
  'safety.restoreBackup',
  'safety.restoreOver',
  'safety.openSalvaged',
  'safety.openRescued',
  'transfer.importWhole',
];

/** Opens the data and answers calls on it. A file that is refused does not stop the program: calls say why. */
export async function openBackend(given: BackendParts): Promise<Backend> {
  let parts = given;
  let dataFile: DataFile = await openDataFile(parts, parts.sample ? 'sample' : 'own');
  holdChosenShortcut(parts);

  /** While another file takes the place of the open one; true when the same data goes on in it. */
  let switching: Promise<boolean> | null = null;

  /** The file whose data goes on in the open one. */
  let before: DataFile | null = null;

  async function switchTo(which: 'own' | 'sample', folder?: string, pageStays = false, swap?: FileSwap): Promise<void> {
    if (switching) throw new AppError('starting', 'another file is being opened');
    const { promise, resolve } = Promise.withResolvers<boolean>();
    switching = promise;
    let isSameData = folder !== undefined;
    let swapProblem: AppError | null = null;
    try {
      const appearance = dataFile.appearance();
      if (folder !== undefined) isSameData = (await dataFile.moveTo(folder)) !== 'other';
      await dataFile.close();
      // What is put in its place is not what the program left behind.
      if (swap) forgetClosed(parts.userData);
      before = isSameData ? dataFile : null;
      if (folder !== undefined) parts = { ...parts, folder };
      const open = () => openDataFile(parts, which, appearance);
      dataFile = swap ? await openSwapped(swap, open) : await open();
      // What a backup remembers of this computer's look is of another time.
      if (swap && !dataFile.refusal) await dataFile.setAppearance(appearance);
      swapProblem = swap?.problem() ?? null;
    } finally {
      switching = null;
      resolve(isSameData);
    }
    parts.desktop.appearanceChanged(dataFile.appearance());
    // After the answer to the call that asked for it, which would be lost with the page.
    if (swapProblem === null && !pageStays) setImmediate(() => parts.desktop.reload());
    // The same file is open again, and the page with what is typed in it stays.
    if (swapProblem !== null) throw swapProblem;
  }

  /** A call that meets a switch waits for it and is made anew: its command id keeps it from being done twice. */
  async function call(name: unknown, input: unknown): Promise<Reply<unknown>> {
    if (switching && !(await switching)) return otherData;
    const asked = dataFile;
    const reply = await answer(handlers, name, input);
    if (!reply.ok && reply.code === 'file_damaged' && !switches.includes(name))
      await asked.lookForDamage().catch(() => log.warn('look', 'failed'));
    const isMet = switching !== null || asked !== dataFile;
    const isLost = !reply.ok && (reply.code === 'starting' || reply.code === 'unexpected');
    if (!isMet || !isLost || switches.includes(name)) return reply;
    const isSameData = switching ? await switching : asked === before;
    return isSameData ? call(name, input) : otherData;
  }

  /** Made once for an open file: some calls wait for those before them. */
  const madeFor = new WeakMap<DataFile, Partial<Handlers>>();

  function handlers(): Partial<Handlers> {
    const made = madeFor.get(dataFile) ?? handlersOf(parts, dataFile, switchTo);
    madeFor.set(dataFile, made);
    return made;
  }

  return {
    call,
    document: async (address) => {
      await switching;
      if (!dataFile.context) throw new AppError('starting', 'no file is open');
      const { documentPage } = await import('./documents/page.ts');
      const { briefPage } = await import('./documents/brief-page.ts');
      const { drillPage } = await import('./documents/drill-page.ts');
      const { templatePage } = await import('./documents/template-page.ts');
      for (const pageAt of [documentPage, briefPage, drillPage, templatePage]) {
        const html = await pageAt(dataFile.context, address);
        if (html !== null) return html;
      }
      return null;
    },
    appearance: () => dataFile.appearance(),
    close: () => {
      parts.desktop.holdShortcut(null);
      return dataFile.close();
    },
  };
}
