import { z } from 'zod';
import type { CallInput, CallName, CallOutput, Changed, Reply } from '../shared/contract/contract.ts';
import type { ErrorCode, FieldProblems } from '../shared/errors.ts';
import type { PageCommand } from '../shared/words/menu.ts';

// The content security policy refuses code made from text, which zod would otherwise try.
z.config({ jitless: true });

/** The only door to the main process; the preload script puts it on the window. */
export interface Bridge {
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>;
  readonly onChanged: (listener: (changed: Changed) => void) => () => void;
  readonly onCommand: (listener: (command: PageCommand) => void) => () => void;
  /** How large the page is shown; 1 is as it is. */
  readonly zoom: (factor: number) => void;
  readonly platform: string;
}

declare global {
  interface Window {
    readonly rapport: Bridge;
  }
}

/** A refusal in words a program understands; `sentenceFor` in ui/error-sentences.ts has the words for a person. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldProblems;

  constructor(code: ErrorCode, message: string, fields: FieldProblems = {}) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.fields = fields;
  }
}

/** Asks the main process; throws `ApiError` when it refuses. */
export async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const reply = await window.rapport.call(name, input);
  if (reply.ok) return reply.value;
  throw new ApiError(reply.code, reply.message, reply.fields);
}

/** Makes a command repeatable: sending the same id twice changes nothing the second time. */
export function newCommandId(): string {
  return crypto.randomUUID();
}

/** Tells after every commit what areas changed. Returns the way to stop listening. */
export function onChanged(listener: (changed: Changed) => void): () => void {
  return window.rapport.onChanged(listener);
}

/** A menu item was chosen, or the window wants to close (`before-close`). */
export function onPageCommand(listener: (command: PageCommand) => void): () => void {
  return window.rapport.onCommand(listener);
}

/** As Node names it: `linux`, `darwin`, `win32`. */
export function platform(): string {
  return window.rapport.platform;
}

/** Shows the whole page larger or smaller; break points follow it. */
export function zoomPage(factor: number): void {
  window.rapport.zoom(factor);
}
