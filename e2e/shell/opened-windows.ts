import { app, BrowserWindow } from '../../electron/chromium-runtime/electron.ts';

const opened: BrowserWindow[] = [];

/** Before the program starts: every window from then on is remembered, also one that is closed again. */
export function noteWindows(): void {
  app.on('browser-window-created', (_event, window: unknown) => {
    if (window instanceof BrowserWindow) opened.push(window);
  });
}

export const openedWindows = (): readonly BrowserWindow[] => opened;
