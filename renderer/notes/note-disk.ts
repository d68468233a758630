import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Note } from '../../shared/contract/notes.ts';

/** The ways to the disk. */
export interface NoteDisk {
  readonly write: (request: CallInput<'notes.write'>) => Promise<Written>;
  /** Writes what has changed in a long text. */
  readonly revise: (request: CallInput<'notes.revise'>) => Promise<Written>;
  /** The note as it is on the disk. */
  readonly read: (noteId: string) => Promise<Note>;
  /** Keeps what is not saved yet. */
  readonly keep: (request: CallInput<'notes.keep'>) => Promise<unknown>;
  /** Keeps what met another text in its note, beside it. */
  readonly setAside: (request: CallInput<'notes.setAside'>) => Promise<CallOutput<'notes.setAside'>>;
  /** Keeps what has changed since in a long text. */
  readonly keepAside: (request: CallInput<'notes.keepAside'>) => Promise<unknown>;
  readonly dropAside: (request: CallInput<'notes.dropAside'>) => Promise<unknown>;
}

export type Written = CallOutput<'notes.write'>;
