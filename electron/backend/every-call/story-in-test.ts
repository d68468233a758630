import { type CallName, contract, isCallName, type Reply } from '../../../shared/contract/contract.ts';
import { cases, inputOf, refusedInStory } from './cases-in-test.ts';
import { NothingFits, type Scene } from './scene-in-test.ts';

interface Teller {
  readonly scene: Scene;
  readonly reply: (name: CallName, input: unknown) => Promise<Reply<unknown>>;
  /** Before a call is asked for, with a valid input of this moment. */
  readonly before?: (name: CallName, input: unknown) => Promise<void>;
}

/** Every call once, in an order in which each finds what it needs; what did not go as the contract says. */
export async function tellStory({ scene, reply, before }: Teller): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const name of Object.keys(cases).filter(isCallName)) {
    try {
      if (before) await before(name, await inputOf(name, scene));
      wrong.push(...faultsOf(name, await reply(name, await inputOf(name, scene))));
    } catch (error) {
      if (!(error instanceof NothingFits)) throw error;
      wrong.push(`${name}: ${error.message}`);
    }
  }
  return wrong;
}

function faultsOf(name: CallName, answer: Reply<unknown>): readonly string[] {
  const expected = refusedInStory[name];
  if (!answer.ok) return answer.code === expected ? [] : [`${name}: ${answer.code} ${answer.message}`];
  if (expected !== undefined) return [`${name}: not refused as ${expected}`];
  const { error } = contract[name].output.safeParse(answer.value);
  return (error?.issues ?? []).map(({ path, message }) => `${name}: ${path.join('.')} ${message}`);
}
