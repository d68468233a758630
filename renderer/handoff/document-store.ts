import { create } from 'zustand';
import type { DocumentFormat, DocumentOptions } from '../../shared/contract/handoff.ts';
import type { Language } from '../../shared/language.ts';
import { useHandoff } from './handoff-store.ts';

/** The plan goes into a calendar program, or onto paper. */
export type PlanFile = 'calendar' | 'checklist';
/** `paper` goes to the printer, and no file is made. */
export type Exported = DocumentFormat | PlanFile | 'paper';

export function isPlanFile(what: Exported): what is PlanFile {
  return what === 'calendar' || what === 'checklist';
}

export interface DocumentState {
  /** Whose options these are: another handoff begins with the usual ones. */
  readonly handoffId: string | null;
  readonly options: Omit<DocumentOptions, 'language'>;
  /** Null until somebody chooses: then it is the interface's language. */
  readonly language: Language | null;
  readonly exporting: Exported | null;
  /** The export takes longer than a blink. */
  readonly isSlow: boolean;
  /** The export that findings stopped; its dialog is open. */
  readonly stopped: Exported | null;
  /** Pages as the preview counts them. */
  readonly pages: number | null;
}

const untouched = {
  options: { audience: 'client', includeAssets: true, includeDone: true, includeReasons: false },
  language: null,
  stopped: null,
  pages: null,
} as const;

export const useDocument = create<DocumentState>(() => ({
  ...untouched,
  handoffId: null,
  exporting: null,
  isSlow: false,
}));

useHandoff.subscribe(({ page }) => {
  if (page === null) return;
  const { handoffId, options } = useDocument.getState();
  if (page.id !== handoffId) useDocument.setState({ ...untouched, handoffId: page.id });
  // Where no contractor takes over any more there is no successor to read it.
  else if (page.successor !== 'contractor' && options.audience === 'successor') setOptions({ audience: 'client' });
});

export function setOptions(part: Partial<DocumentState['options']>): void {
  useDocument.setState(({ options }) => ({ options: { ...options, ...part } }));
}

export function wantedOptions(state: DocumentState, interfaceLanguage: Language): DocumentOptions {
  const { options, language } = state;
  const includeReasons = options.includeReasons && options.audience === 'agency';
  return { ...options, includeReasons, language: language ?? interfaceLanguage };
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
