import { type CallName, contract, isCallName } from '../../shared/contract/contract.ts';
import { isMalformed } from './payloads.ts';

/** What a page that was taken over sends to one call: texts of JSON, and what the channel cannot carry. */
export interface PageCase {
  readonly name: CallName;
  readonly texts: readonly string[];
  readonly isUncarried: boolean;
}

const texts: readonly string[] = [
  'null',
  '0',
  '"x"',
  '[]',
  '[[]]',
  '"\\ud800"',
  '{"__proto__":{"ok":true}}',
  '{"commandId":1}',
  `{"commandId":"'; drop table client; --","clientId":"../../etc/passwd"}`,
  '{"constructor":{"prototype":{"ok":true}},"commandId":null}',
  JSON.stringify({ extra: 'x'.repeat(100_000) }),
  JSON.stringify('x'.repeat(100_000)),
];

/** Of each call as many as `most`, all of them such as its schema refuses; `seed` begins elsewhere. */
export function pageCases(most = texts.length, seed = 0): readonly PageCase[] {
  return Object.keys(contract)
    .filter(isCallName)
    .map((name, place) => {
      const from = (seed + place) % texts.length;
      const malformed = [...texts.slice(from), ...texts.slice(0, from)].filter((text) =>
        isMalformed(name, JSON.parse(text)),
      );
      return { name, texts: malformed.slice(0, most), isUncarried: isMalformed(name, {}) };
    });
}

export interface PageFound {
  readonly asked: number;
  readonly bad: readonly string[];
}

/** Runs inside the page, which has nothing but the bridge. */
export async function attackFromPage(given: {
  readonly cases: readonly PageCase[];
  readonly patienceMs: number;
}): Promise<PageFound> {
  const bad: string[] = [];
  let [asked, silent] = [0, 0];
  const round: Record<string, unknown> = {};
  round['self'] = round;
  const uncarried = [1n, round, () => 1, Symbol.iterator, { deep: 1n }];
  const ask = async (name: unknown, payload: unknown): Promise<unknown> => {
    asked += 1;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const timer = setTimeout(() => resolve('silent'), given.patienceMs);
    // A value that the channel cannot carry is refused by the channel itself.
    const made: unknown = new Promise((done) => done(Reflect.apply(window.rapport.call, undefined, [name, payload])));
    Promise.resolve(made).then(resolve, () => resolve('thrown'));
    const reply = await promise;
    clearTimeout(timer);
    return reply;
  };
  const judge = (name: unknown, reply: unknown, codes: readonly string[], mayThrow: boolean) => {
    const said = (JSON.stringify(reply) ?? '').slice(0, 300);
    if (reply === 'silent') silent += 1;
    if (reply === 'thrown' ? mayThrow : false) return;
    const isRefused =
      Reflect.get(Object(reply), 'ok') === false && codes.includes(String(Reflect.get(Object(reply), 'code')));
    if (!isRefused || /\\n\s+at |SQLITE|\/(?:tmp|home|root|dev)\//.test(said)) bad.push(`${String(name)}: ${said}`);
  };
  for (const { name, texts: sent, isUncarried } of given.cases) {
    for (const text of sent) judge(name, await ask(name, JSON.parse(text)), ['bad_input', 'too_large'], false);
    for (const value of isUncarried ? uncarried : []) judge(name, await ask(name, value), ['bad_input'], true);
    // One that does not answer is enough to know; all of them would take hours.
    if (silent > 2) break;
  }
  for (const name of ['notes.burn', '__proto__', 'toString', 7, null])
    judge(name, await ask(name, {}), ['unknown_call'], false);
  const bridge = Object.keys(window.rapport).toSorted().join();
  if (bridge !== 'call,onChanged,onCommand,platform,zoom') bad.push(`the bridge has ${bridge}`);
  return { asked, bad };
}
