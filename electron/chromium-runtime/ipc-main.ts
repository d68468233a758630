import type { IpcMain } from 'electron';
import { Refusal } from './refusal.ts';
import { registrations } from './registrations.ts';

/** Only `handle`: the program answers calls, it takes no messages. */
export const ipcMain = {
  handle(channel, handler) {
    if (registrations.ipcHandlers.has(channel)) {
      throw new Refusal(`attempted to register a second handler for '${channel}'`);
    }
    registrations.ipcHandlers.set(channel, handler);
  },
  removeHandler(channel) {
    registrations.ipcHandlers.delete(channel);
  },
} satisfies Pick<IpcMain, 'handle' | 'removeHandler'>;
