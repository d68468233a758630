import { z } from 'zod';
import { sharedTables } from '../../db/schema.ts';
import { type CallName, contract, isCallName } from '../../shared/contract/contract.ts';

// Where words of one's own may stand: read from the schemas of the contract and from the tables, so that what is added
// to them is tried as well.

/** A place in the input of a call, as `readings[].remark`. */
export interface TextField {
  readonly call: CallName;
  readonly path: string;
  /** Characters. */
  readonly longest: number;
  readonly isLine: boolean;
}

export const nameOf = ({ call, path }: Pick<TextField, 'call' | 'path'>): string => `${call} ${path}`;

/**
 * Strings that are no words of one's own: codes of what the program knows, times of day and figures in a form of their
 * own, names of things that are there, and phrases that are neither kept nor shown.
 */
const codes: readonly RegExp[] = [
  /(?:^|[ .])(?:code|signal|period|value|target|seen|fingerprint|monogram|passphrase)$/,
  /(?:subjects|extended|after)\[\]$/,
  /^settings\.setReminder /,
  /^safety\.(?:restoreBackup|checkBackup|compareBackup|restoreOver|revealBackup) name$/,
  /^notes\.tickLine line$/,
  /^erasing\.eraseClient typedName$/,
  // What stands in the source of an import; its own words are tried there.
  /^transfer\.(?:preview|import) clients\[\]\.name$/,
  // Opened outside or refused, never shown.
  /^settings\.openLink address$/,
];

type Schema = z.core.JSONSchema.BaseSchema;

type Found = Omit<TextField, 'call'>;

const isSchema = (value: Schema | boolean | undefined): value is Schema => typeof value === 'object';

function textsIn(schema: Schema, path: string): readonly Found[] {
  if (schema.type === 'string') {
    const isClosed = schema.enum !== undefined || schema.const !== undefined || schema.format !== undefined;
    const patterns = [schema, ...(schema.allOf ?? [])].map((each) => (isSchema(each) ? (each.pattern ?? '') : ''));
    // A text of several lines may hold the line break.
    const isLine = patterns.some((pattern) => pattern.includes(String.raw`\u0000-\u001f`));
    return isClosed ? [] : [{ path, longest: schema.maxLength ?? 200, isLine }];
  }
  const under = (name: string) => (path === '' ? name : `${path}.${name}`);
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const items = Array.isArray(schema.items) ? schema.items : [schema.items];
  return [
    ...alternatives.filter(isSchema).flatMap((each) => textsIn(each, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
      isSchema(each) ? textsIn(each, under(name)) : [],
    ),
    ...items.filter(isSchema).flatMap((each) => textsIn(each, `${path}[]`)),
  ];
}

export function fieldsOf(call: CallName): readonly TextField[] {
  const schema = z.toJSONSchema(contract[call].input, { io: 'input', unrepresentable: 'any' });
  const fields = new Map(textsIn(schema, '').map((found) => [found.path, { call, ...found }]));
  return [...fields.values()].filter((field) => !codes.some((pattern) => pattern.test(nameOf(field))));
}

/** Every field of every call in which words of one's own may stand. */
export const textFields: readonly TextField[] = Object.keys(contract).filter(isCallName).flatMap(fieldsOf);

/** Columns of text that hold no words of one's own: ids, days, moments, codes and what the program reckons. */
const codeColumns =
  /^(?:id|code|kind|role|side|state|place|stage|language|topic|rule|period|direction|audience|format|question|answer_code|condition|template|item|first|subject|section|how|counted|base|calendar|sha256|file_name|fingerprint|goes_to|monogram|successor|cancel_code|would_return|has_plan|goals_match|result|value|target|initiated_by|reasons|verdict)$|_(?:id|on|at|by|stage|horizon|verdict|digest)$/;

/** `table.column`, of all tables that belong to the agency. */
export const wordColumns: readonly string[] = Object.entries(sharedTables).flatMap(([table, columns]) =>
  Object.entries(columns).flatMap(([column, type]) =>
    type.startsWith('text') && isForWords(table, column) ? [`${table}.${column}`] : [],
  ),
);

function isForWords(table: string, column: string): boolean {
  const ownWords = ['asset.held_by', 'intent_check.said_by', 'handoff_item.confirmed_by', 'handoff.told_by'];
  return ownWords.includes(`${table}.${column}`) || !codeColumns.test(column);
}
