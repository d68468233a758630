/** What a check has found out so far. */
export type Noted = Record<string, unknown>;

/**
 * Prints the one line of a check, also when it breaks off; the exit code. `work` notes its figures as it comes by them, and
 * answers in what it fell short.
 */
export async function oneLine(work: (noted: Noted) => Promise<readonly string[]>): Promise<number> {
  const noted: Noted = {};
  const started = performance.now();
  const failed = await work(noted).catch((error: unknown) => {
    console.error(error);
    return [`broke off: ${error instanceof Error ? error.message : String(error)}`];
  });
  console.log(JSON.stringify({ ...noted, seconds: Math.round((performance.now() - started) / 1000), failed }));
  return failed.length === 0 ? 0 : 1;
}
