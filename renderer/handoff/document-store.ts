import { create } from 'zustand';
import type { DocumentFormat, DocumentOptions } from '../../shared/contract/handoff.ts';
import type { Language } from '../../shared/language.ts';

export interface DocumentState {
  readonly options: Omit<DocumentOptions, 'language'>;
  /** Null until somebody chooses: then it is the interface's language. */
  readonly language: Language | null;
  readonly exporting: DocumentFormat | null;
  /** The export takes longer than a blink. */
  readonly isSlow: boolean;
  /** The export that findings stopped; its dialog is open. */
  readonly stopped: DocumentFormat | null;
  /** Pages as the preview counts them. */
  readonly pages: number | null;
}

export const useDocument = create<DocumentState>(() => ({
  options: { audience: 'client', includeAssets: true, includeDone: true, includeReasons: false },
  language: null,
  exporting: null,
  isSlow: false,
  stopped: null,
  pages: null,
}));

export function setOptions(part: Partial<DocumentState['options']>): void {
  useDocument.setState(({ options }) => ({ options: { ...options, ...part } }));
}

export function wantedOptions(state: DocumentState, interfaceLanguage: Language): DocumentOptions {
  return { ...state.options, language: state.language ?? interfaceLanguage };
}

/** The page that is preview and print alike; `revision` makes it anew when the data changed. */
export function previewAddress(handoffId: string, options: DocumentOptions, revision: number): string {
  const parameters = new URLSearchParams({
    language: options.language,
    audience: options.audience,
    assets: options.includeAssets ? '1' : '0',
    done: options.includeDone ? '1' : '0',
    reasons: options.includeReasons ? '1' : '0',
    revision: String(revision),
  });
  return `/document/${handoffId}?${parameters.toString()}`;
}
