import type { SystemShortcut } from '../../shared/system-shortcut.ts';
import type { BackendParts } from './backend.ts';
import type { Desktop } from './desktop.ts';
import { changeDevice, deviceIfKnown } from './device.ts';

/** The keys of the whole system, as Electron's `globalShortcut` gives and takes them. */
interface SystemKeys {
  readonly register: (accelerator: string, press: () => void) => boolean;
  readonly unregister: (accelerator: string) => void;
}

type Holding = Pick<Desktop, 'holdShortcut' | 'heldShortcut'>;

export function shortcutOn(system: SystemKeys, press: () => void): Holding {
  let held: SystemShortcut | null = null;
  return {
    heldShortcut: () => held,
    holdShortcut: (keys) => {
      if (keys === held) return true;
      if (keys !== null && !system.register(acceleratorOf(keys), press)) return false;
      if (held !== null) system.unregister(acceleratorOf(held));
      held = keys;
      return true;
    },
  };
}

function acceleratorOf(keys: SystemShortcut): string {
  return keys.replace('Mod', 'CommandOrControl').replace('Key', '');
}

type Parts = Pick<BackendParts, 'desktop' | 'userData'>;

export function chosenShortcut({ userData }: Pick<Parts, 'userData'>): SystemShortcut | null {
  return deviceIfKnown(userData)?.systemShortcut ?? null;
}

/** At the start. Another program may have taken the keys meanwhile: they stay chosen, and Settings say so. */
export function holdChosenShortcut(parts: Parts): void {
  parts.desktop.holdShortcut(chosenShortcut(parts));
}

/** False where the system does not give these keys: all stays as it was. */
export function chooseShortcut({ desktop, userData }: Parts, keys: SystemShortcut | null): boolean {
  const before = desktop.heldShortcut();
  if (!desktop.holdShortcut(keys)) return false;
  try {
    changeDevice(userData, { systemShortcut: keys });
  } catch (error) {
    desktop.holdShortcut(before);
    throw error;
  }
  return true;
}
