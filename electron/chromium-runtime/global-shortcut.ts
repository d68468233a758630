import type { GlobalShortcut } from 'electron';
import { Refusal } from './refusal.ts';
import { registrations } from './registrations.ts';

const accelerator =
  /^(?:(?:CommandOrControl|CmdOrCtrl|Command|Cmd|Control|Ctrl|Alt|Option|AltGr|Shift|Super|Meta)\+)*(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space)$/;

function check(keys: string): void {
  if (!registrations.isReady) throw new Error('globalShortcut cannot be used before the app is ready');
  if (!accelerator.test(keys)) throw new Refusal(`the shortcut "${keys}" is not known here`);
}

/** No page of Chromium hears a key that is pressed in another program: none is given, as where all of them are taken. */
export const globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'> = {
  register: (keys) => {
    check(keys);
    return false;
  },
  unregister: check,
};
