import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { type CallInput, type CallName, type CallOutput, contract } from '../../shared/contract/contract.ts';
import type { RealBackend } from '../chaos/real-backend.ts';
import { fieldsOf, nameOf, type TextField } from './fields.ts';
import { asLine } from './naughty-strings.ts';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the program lays aside of a typed text: white space around it. */
const asKept = (text: string): string => text.trim();

/** Characters of a text of several strings; longer ones stand alone. */
const longestPack = 2000;

interface Place {
  readonly longest: number;
  readonly fitting: readonly string[];
  typed: number;
}

export interface Typed {
  readonly field: TextField;
  readonly text: string;
}

/** Makes calls of the contract in whose every field for words another string stands each time. */
export class Typist {
  readonly #real: RealBackend;
  readonly #file: Database.Database;
  readonly #strings: readonly string[];
  readonly #places = new Map<string, Place>();
  readonly #texts = new Set<string>();
  /** Fields that were typed into, by name. */
  readonly typed = new Set<string>();
  /** `table.column` in which typed words were found, and the field they came from. */
  readonly columns = new Map<string, TextField>();
  readonly differences: string[] = [];
  compared = 0;

  constructor(real: RealBackend, path: string, strings: readonly string[]) {
    this.#real = real;
    this.#file = new Database(path, { readonly: true });
    this.#strings = strings;
  }

  close(): void {
    this.#file.close();
  }

  /** Of the strings that fit, how many were typed into the field that had the least; small fields take one at a time. */
  share(least: 'of all fields' | 'but of small ones'): number {
    const places = [...this.#places.values()].filter(({ longest }) => least === 'of all fields' || longest >= 200);
    return Math.min(1, ...places.map(({ typed, fitting }) => typed / fitting.length));
  }

  /** As many strings as a field takes, each time those that come after the last ones. */
  #textFor(field: TextField): string {
    const place = this.#places.get(nameOf(field)) ?? this.#placeOf(field);
    const most = Math.min(field.longest, longestPack);
    const between = field.isLine ? ' ' : '\n';
    let text = '';
    for (;;) {
      const next = place.fitting[place.typed % place.fitting.length] ?? '';
      if (text !== '' && text.length + between.length + next.length > most) return text;
      text = text === '' ? next : `${text}${between}${next}`;
      place.typed += 1;
    }
  }

  #placeOf(field: TextField): Place {
    const texts = this.#strings.map((string) => (field.isLine ? asLine(string) : string).trim());
    const ofLength = texts.filter((text) => text !== '' && text.length <= field.longest);
    // What is added and what it is changed to are never the same: one goes forwards, the other back.
    const fitting = this.#places.size % 2 === 0 ? ofLength : ofLength.toReversed();
    const from = (this.#places.size * 7) % fitting.length;
    const place = { longest: field.longest, fitting: [...fitting.slice(from), ...fitting.slice(0, from)], typed: 0 };
    this.#places.set(nameOf(field), place);
    return place;
  }

  /** Without anything typed, to read and to set the scene. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    return this.#real.call(name, input);
  }

  /**
   * The call with words in every field that the input leaves open; what it names itself stays, and `undefined` leaves a
   * field out. What was typed must be the new value of a column, unless `isKept` looks for it elsewhere.
   */
  async type<Name extends CallName>(
    name: Name,
    given: object,
    isKept?: (typed: Typed, answer: CallOutput<Name>) => Promise<boolean> | boolean,
  ): Promise<CallOutput<Name>> {
    const typed: Typed[] = [];
    const commandId = randomUUID();
    let input: Plain = { ...('commandId' in contract[name].input.shape ? { commandId } : {}), ...given };
    for (const field of fieldsOf(name)) {
      input = this.#fill(input, field.path.split('.'), field, typed);
    }
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) throw new Error(`${name}: ${JSON.stringify(parsed.error.issues)}`);
    // The schema has just said that it is one.
    const answer: CallOutput<Name> = await Reflect.apply(this.#real.call, undefined, [name, parsed.data]);
    const written = isKept ? [] : this.#written(String(Reflect.get(parsed.data, 'commandId')));
    for (const each of typed) {
      this.typed.add(nameOf(each.field));
      this.compared += 1;
      const columns = written.filter(({ after }) => after === asKept(each.text));
      for (const { column } of columns) this.columns.set(column, this.columns.get(column) ?? each.field);
      const isRight = isKept ? await isKept(each, answer) : columns.length > 0 || this.#isThere(each);
      if (!isRight) this.differences.push(`${nameOf(each.field)}: ${JSON.stringify(each.text.slice(0, 100))}`);
    }
    return answer;
  }

  #fill(input: Plain, [key = '', ...rest]: readonly string[], field: TextField, typed: Typed[]): Plain {
    const name = key.replace('[]', '');
    const there = input[name];
    if (rest.length === 0) {
      if (Object.hasOwn(input, name) && !key.endsWith('[]')) return input;
      if (!key.endsWith('[]')) return { ...input, [name]: this.#take(field, typed) };
      return Array.isArray(there) ? { ...input, [name]: there.map(() => this.#take(field, typed)) } : input;
    }
    if (key.endsWith('[]')) {
      if (!Array.isArray(there)) return input;
      return {
        ...input,
        [name]: there.map((each: unknown) => (isPlain(each) ? this.#fill(each, rest, field, typed) : each)),
      };
    }
    if (Object.hasOwn(input, name) && !isPlain(there)) return input;
    return { ...input, [name]: this.#fill(isPlain(there) ? there : {}, rest, field, typed) };
  }

  #take(field: TextField, typed: Typed[]): string {
    const text = this.#textFor(field);
    this.#texts.add(asKept(text));
    typed.push({ field, text });
    return text;
  }

  /** The field said so before: nothing was written. */
  #isThere({ field, text }: Typed): boolean {
    return [...this.columns].some(([name, { path, longest }]) => {
      if (path !== field.path || longest !== field.longest) return false;
      const [table = '', column = ''] = name.split('.');
      return this.#file.prepare(`select 1 from "${table}" where trim("${column}") = ?`).get(asKept(text)) !== undefined;
    });
  }

  #written(commandId: string): readonly { readonly column: string; readonly after: string }[] {
    return this.#file
      .prepare<[string], { column: string; after: unknown }>(
        `select table_name || '.' || column_name as "column", after from local_change
         join local_command on local_command.seq = local_change.command_seq where local_command.id = ?`,
      )
      .all(commandId)
      .flatMap(({ column, after }) => (typeof after === 'string' ? [{ column, after: asKept(after) }] : []));
  }

  /** Columns of these in which no typed text stands, neither from a call nor from another column. */
  columnsLeftOut(columns: readonly string[]): readonly string[] {
    return columns.filter((name) => {
      const [table = '', column = ''] = name.split('.');
      if (this.columns.has(name)) return false;
      const values = this.#file.prepare<[], string | null>(`select "${column}" from "${table}"`).pluck().all();
      return !values.some((value) => value !== null && this.#texts.has(asKept(value)));
    });
  }

  /** A text that the page keeps outside the tables of the agency. */
  setting(name: string): readonly string[] {
    return this.#file
      .prepare<[string], string>('select value from local_setting where name like ?')
      .pluck()
      .all(`${name}%`);
  }
}
