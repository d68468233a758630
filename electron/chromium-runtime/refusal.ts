/** Exit code of a program that the runtime refuses to run. */
export const refusedExitCode = 70;

/** The runtime does not do what Electron would refuse, or what would be unsafe on it. */
export class Refusal extends Error {
  constructor(sentence: string) {
    super(`The Chromium runtime refuses this: ${sentence}`);
    this.name = 'Refusal';
  }
}

/** What this machine does not give, in a sentence for whoever started the program. */
export class Hindrance extends Error {}

/** For places that no caller of the program awaits: says why and ends the program. */
export function stopProgram(problem: unknown): never {
  console.error(problem instanceof Refusal || problem instanceof Hindrance ? problem.message : problem);
  process.exit(refusedExitCode);
}

/** What crosses between page and main process must survive the structured clone, as in Electron. */
export function cloned<Value>(value: Value, where: string): Value {
  try {
    return structuredClone(value);
  } catch {
    throw new Refusal(`${where} is no plain data (structured clone)`);
  }
}
