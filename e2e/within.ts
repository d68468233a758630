/** What takes longer than it may fails in words; `giveUp` ends what would go on for ever. */
export async function within<Value>(
  longestMs: number,
  what: string,
  work: Promise<Value>,
  giveUp: () => void = () => undefined,
): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`${what} took longer than ${longestMs / 1000} s`));
    giveUp();
  }, longestMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
