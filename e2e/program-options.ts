import { mainFile } from '../electron/launcher/build.ts';

export interface ProgramOptions {
  /** Language of the system, hence of a fresh data file. */
  readonly language: 'en' | 'ru';
  /** Size of the window's content. */
  readonly size: { readonly width: number; readonly height: number };
  /** Arguments for the program, such as `--sample`. */
  readonly args: readonly string[];
  /** The built main file; another one for tests of the package. */
  readonly mainFile: string;
  /** Electron has real file dialogs, which no test answers, and no way without a window. */
  readonly runtime: 'chromium' | 'electron';
}

export const defaultOptions: ProgramOptions = {
  language: 'en',
  size: { width: 1440, height: 900 },
  args: [],
  mainFile,
  runtime: 'chromium',
};

/** What a dialog asked, an address that was opened outside, or a notification. */
export interface DeskEntry {
  readonly asked?: 'save' | 'folder' | 'file';
  readonly suggestedName?: string;
  /** Where a save dialog began. */
  readonly folder?: string;
  readonly title?: string;
  readonly opened?: string;
  readonly notified?: { readonly title: string; readonly body: string };
  /** The window was brought to the front. */
  readonly focused?: boolean;
  /** A console error, an uncaught error, or content that the policy refused. */
  readonly problem?: string;
}
