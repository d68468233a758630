import type { Changed } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/language.ts';
import type { TextSize, Theme } from '../../shared/contract/settings.ts';
import type { SystemShortcut } from '../../shared/system-shortcut.ts';

export interface Appearance {
  readonly language: Language;
  readonly theme: Theme;
  readonly textSize: TextSize;
}

/** The port to the desktop: all that a handler may ask of Electron. A closed dialog is a value, not an error. */
export interface Desktop {
  /**
   * The path to write to, or null when the dialog was closed; it has asked about a file that is there. It begins in
   * `folder`, else in the documents of the system. `extension` without a dot.
   */
  readonly saveFile: (options: {
    readonly title: string;
    readonly folder?: string | null;
    readonly suggestedName: string;
    readonly extension: string;
  }) => Promise<string | null>;
  readonly chooseFolder: (options: { readonly title: string }) => Promise<string | null>;
  /** A file to read. `extension` without a dot. */
  readonly openFile: (options: { readonly title: string; readonly extension: string }) => Promise<string | null>;
  /** Prints `app://rapport/<address>` from a window nobody sees; `footer` is the template repeated on every page. */
  readonly printPdf: (address: string, footer: { readonly html: string }) => Promise<Uint8Array>;
  /** A font of the program by the name of its file; null when it is not there, as while the program is developed. */
  readonly readFont: (file: string) => Promise<Uint8Array | null>;
  /** Only https and mailto get here. */
  readonly openExternal: (address: string) => Promise<void>;
  readonly revealFile: (path: string) => void;
  readonly changed: (event: Changed) => void;
  /** The menu's language and the native theme follow. */
  readonly appearanceChanged: (appearance: Appearance) => void;
  /** Loads the page anew after another file was opened. */
  readonly reload: () => void;
  /** Shows it once, without a sound; pressed, it brings the window to Attention. False when the system refused it. */
  readonly notify: (notification: { readonly title: string; readonly body: string }) => Promise<boolean>;
  /**
   * From now on these keys, and no others, bring the window to the quick note from any program; null: none do. False where
   * the system does not give them: those that were held still are.
   */
  readonly holdShortcut: (keys: SystemShortcut | null) => boolean;
  readonly heldShortcut: () => SystemShortcut | null;
  readonly systemLanguage: () => Language;
  readonly closeWindow: () => void;
  /** The page heard that the window wants to close, and decides when. */
  readonly keepWindow: () => void;
}
