import { storageError } from '../../db/storage-error.ts';
import { type CallName, callSizeLimit, contract, isCallName, type Reply } from '../../shared/contract/contract.ts';
import { AppError, type ErrorCode, type FieldProblems } from '../../shared/errors.ts';
import type { Handlers } from './context.ts';
import { faultOf, log } from './log.ts';

/** Answers one call whatever comes: unknown names, wrong or huge input and bugs become refusals, never exceptions. */
export async function answer(
  handlers: () => Partial<Handlers>,
  name: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  if (!isCallName(name)) return refusal('unknown_call', 'no such call');
  try {
    if (sizeOf(input) > callSizeLimit) return refusal('too_large', `${name}: input over the limit`);
    return await handle(handlers(), name, input);
  } catch (thrown) {
    const error = storageError(thrown);
    if (error instanceof AppError) return refusal(error.code, error.message, error.fields);
    log.error(name, faultOf(error));
    return refusal('unexpected', `${name} failed`);
  }
}

async function handle(handlers: Partial<Handlers>, name: CallName, input: unknown): Promise<Reply<unknown>> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.code]));
    return refusal('bad_input', `${name}: input does not fit`, fields);
  }
  const handler = handlers[name];
  if (!handler) return refusal('starting', `${name}: no file is open`);
  // The key picks handler and schema alike; TypeScript cannot follow a union through both.
  const value: unknown = await Reflect.apply(handler, undefined, [parsed.data]);
  return { ok: true, value };
}

function sizeOf(input: unknown): number {
  try {
    return JSON.stringify(input, expectPlain)?.length ?? 0;
  } catch {
    throw new AppError('bad_input', 'input is not plain data');
  }
}

/** A map or a buffer of any size would count as two characters. */
function expectPlain(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kind: unknown = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) throw new TypeError('not plain data');
  return value;
}

function refusal(code: ErrorCode, message: string, fields?: FieldProblems): Reply<never> {
  return fields ? { ok: false, code, message, fields } : { ok: false, code, message };
}
