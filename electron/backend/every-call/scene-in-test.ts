import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { v4 } from 'uuid';
import type { SharedTable } from '../../../db/schema.ts';
import { addDays } from '../../../shared/calendar.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts';

/** The state holds nothing that the call could be about. */
export class NothingFits extends Error {}

export interface SceneParts {
  /** The first column of every row that a query finds in the data file. */
  readonly query: (sql: string) => readonly string[];
  readonly ask: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
  /** What the next dialog is answered with; null closes it. */
  readonly answer: (place: string | null) => void;
  /** For files that are read and written. */
  readonly folder: string;
  /** From 0 to below 1; always 0 gives the fullest example, on the oldest record. */
  readonly random: () => number;
  readonly today: Day;
}

/** What the input of a call is made from: the records that live now, and choices. */
export interface Scene extends Pick<SceneParts, 'query' | 'ask' | 'answer' | 'folder' | 'today'> {
  readonly command: () => { readonly commandId: Id };
  readonly newId: () => Id;
  readonly any: <const Value>(...values: readonly Value[]) => Value;
  /** Left out in half of the cases. */
  readonly maybe: <const Value>(value: Value) => Value | undefined;
  readonly flag: () => boolean;
  /** A record that lives; throws `NothingFits` where there is none. */
  readonly one: (table: SharedTable, where?: string) => Id;
  readonly oneOrNull: (table: SharedTable, where?: string) => Id | null;
  readonly day: (...daysFromToday: readonly number[]) => Day;
  /** Of a title or a name. */
  readonly line: () => string;
  /** Of several lines. */
  readonly words: () => string;
  /** A file to be chosen in a dialog; its path. */
  readonly file: (name: string, text: string) => string;
}

const lines = ['Ольха', 'Alder', 'Spindle & Co', 'Йод «Ёлка»', `Robert'); drop table client; --`, '今日は 🌱'] as const;
const texts = [
  'Quarterly figures\n\n[ ] Send the export',
  'Ольха\nи ёлка',
  '- [x] sent\n- [ ] call by Friday',
  '1',
] as const;

export function sceneOf({ query, ask, answer, folder, random, today }: SceneParts): Scene {
  const any = <const Value>(...values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new NothingFits('nothing to choose from');
    return value;
  };
  const flag = () => random() < 0.5;
  const found = (table: SharedTable, where: string): readonly Id[] =>
    query(`select id from ${table} where deleted_at is null and (${where}) order by id`).map(String);
  return {
    query,
    ask,
    answer,
    folder,
    today,
    command: () => ({ commandId: v4() }),
    newId: v4,
    any,
    maybe: (value) => (flag() ? value : undefined),
    flag,
    one: (table, where = 'true') => any(...found(table, where)),
    oneOrNull: (table, where = 'true') => {
      const ids = found(table, where);
      return ids.length === 0 ? null : any(...ids);
    },
    day: (...days) => addDays(today, any(...days)),
    line: () => any(...lines),
    words: () => any(...texts),
    file: (name, text) => {
      const place = path.join(folder, name);
      writeFileSync(place, text);
      return place;
    },
  };
}

/** Makes the input of one call from what stands in the file. */
export type Case<Name extends CallName> = (scene: Scene) => CallInput<Name> | Promise<CallInput<Name>>;

/** One case for every call whose name begins so, in the order in which a story may tell them. */
export type CasesOf<Area extends string> = { readonly [Name in Extract<CallName, `${Area}.${string}`>]: Case<Name> };
