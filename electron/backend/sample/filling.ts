import type { Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import type { WorkCalendar } from '../../../shared/calendar.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import type { Day, Id, Instant } from '../../../shared/contract/call.ts';
import type { Words } from '../../../shared/language.ts';
import type { Ago, SamplePartner } from './sample-client.ts';

/** What the parts of the example are written with. */
export interface Filling {
  readonly writer: Writer;
  readonly stamp: Stamp;
  readonly say: (text: Words) => string;
  readonly dayAgo: (ago: Ago) => Day;
  readonly instantAgo: (ago: Ago, hour?: number) => Instant;
  readonly calendar: WorkCalendar;
  readonly partners: Readonly<Record<SamplePartner, Id>>;
}

/** Something that happened with a client, entered on the day it happened: a command of its own in the example's past. */
export interface Happening {
  readonly name: CallName;
  readonly at: Instant;
  readonly by: SamplePartner;
  readonly fill: (filling: Filling) => Promise<void>;
}

/** What the days of the example are counted with. */
export type Calendar = Pick<Filling, 'dayAgo' | 'instantAgo'> & { readonly now: Instant };
