export interface Checked {
  readonly figures: Readonly<Record<string, unknown>>;
  /** What fell short, in words; empty when all held. */
  readonly fellShort: readonly string[];
}

/** The figures of a slow check as one line of JSON, whatever happens; the exit code. */
export async function oneLine(command: string, check: () => Promise<Checked>): Promise<number> {
  const stop = () => {
    console.log(JSON.stringify({ command, fellShort: ['ended from outside before its end'] }));
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const { figures, fellShort } = await check().catch((error: unknown) => {
    console.error(error);
    return { figures: {}, fellShort: [`ended before its end: ${String(error)}`] };
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  console.log(JSON.stringify({ command, ...figures, fellShort }));
  return fellShort.length === 0 ? 0 : 1;
}

/** Only what is not so. */
export function shortOf(wanted: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(wanted).flatMap(([words, isSo]) => (isSo ? [] : [words]));
}
