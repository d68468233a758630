import type { Writer } from '../../db/schema.ts';
import type { Stamp, Storage } from '../../db/storage.ts';
import type { CallName, CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import type { Day, Id, Instant } from '../../shared/contract/call.ts';
import type { Language } from '../../shared/language.ts';
import type { Desktop } from './desktop.ts';
import type { LongNotes } from './long-notes.ts';

export interface Clock {
  readonly now: () => Instant;
  /** The calendar day where the partner sits. */
  readonly today: () => Day;
}

/** Everything the handlers of one open file work with. */
export interface Context {
  readonly storage: Storage;
  readonly desktop: Desktop;
  readonly clock: Clock;
  /** The interface language. */
  readonly language: () => Language;
  readonly dataFolder: string;
  /** How much of the search index stands while it is built, in percent; null when it is whole. */
  readonly indexed: () => number | null;
  readonly longNotes: LongNotes;
  /** A verified backup of all that stands, where none holds it yet; to be awaited before an import, a restore, an erasure. */
  readonly backUpFirst: () => Promise<void>;
}

export type Handler<Name extends CallName> = (request: CallRequest<Name>) => Promise<CallOutput<Name>>;

/** The handlers of the calls whose names start with the area's. */
export type HandlersOf<Area extends string> = {
  readonly [Name in Extract<CallName, `${Area}.${string}`>]: Handler<Name>;
};

export type Handlers = { readonly [Name in CallName]: Handler<Name> };

/** A command that answers with the revision alone. */
export async function carryOut(
  { storage }: Context,
  name: CallName,
  { commandId }: { readonly commandId: Id },
  work: (writer: Writer, stamp: Stamp) => Promise<void>,
): Promise<{ revision: number }> {
  await storage.write({ id: commandId, name }, work);
  return { revision: await storage.revision() };
}
