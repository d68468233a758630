/** A check's figures; whatever is in `failed` makes it fall short. */
export interface Figures {
  readonly failed: readonly string[];
  readonly [figure: string]: unknown;
}

const longest = 20;

/**
 * Prints the figures of a check as one line of JSON, with what failed, also when the check itself breaks off or something
 * fails beside it; the exit code.
 */
export async function onOneLine(
  check: () => Promise<Figures>,
  print: (line: string) => void = console.log,
): Promise<number> {
  const from = performance.now();
  const beside: string[] = [];
  const note = (problem: unknown) => void beside.push(`beside it: ${wordsOf(problem)}`);
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  const figures = await check().catch((problem: unknown): Figures => ({ failed: [`broke off: ${wordsOf(problem)}`] }));
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
  const failed = [...figures.failed, ...beside];
  const ms = Math.round(performance.now() - from);
  print(JSON.stringify({ ...figures, failed: failed.length, what: failed.slice(0, longest), ms }));
  return failed.length === 0 ? 0 : 1;
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
