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

export interface Typed {
  readonly field: TextField;
  readonly text: string;
}

/** Makes calls of the contract in whose every field for words another string stands each time. */
export class Typist {
  readonly #real: RealBackend;
  readonly #file: Database.Database;
  readonly #strings: readonly string[];
  #next = 0;
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

  /** The round begins with this string, so that every field gets every string in as many rounds as there are. */
  beginWith(number: number): void {
    this.#next = number;
  }

  /** One that may stand in the field: a line has no breaks, and neither is longer than it may be. */
  textFor({ isLine, longest }: Pick<TextField, 'isLine' | 'longest'>): string {
    for (;;) {
      const string = this.#strings[this.#next % this.#strings.length] ?? '';
      this.#next += 1;
      const text = (isLine ? asLine(string) : string).slice(0, longest).toWellFormed().trim();
      if (text !== '') return text;
    }
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
      const isRight = isKept ? await isKept(each, answer) : columns.length > 0;
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
      return { ...input, [name]: there.map((each: unknown) => (isPlain(each) ? this.#fill(each, rest, field, typed) : each)) };
    }
    if (Object.hasOwn(input, name) && !isPlain(there)) return input;
    return { ...input, [name]: this.#fill(isPlain(there) ? there : {}, rest, field, typed) };
  }

  #take(field: TextField, typed: Typed[]): string {
    const text = this.textFor(field);
    typed.push({ field, text });
    return text;
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

  /** A text that the page keeps outside the tables of the agency. */
  setting(name: string): readonly string[] {
    return this.#file
      .prepare<[string], string>('select value from local_setting where name like ?')
      .pluck()
      .all(`${name}%`);
  }
}
