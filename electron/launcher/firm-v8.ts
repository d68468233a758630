/**
 * For every Node with threads, as in the scripts of package.json: V8 ends it now and then, under load, with “Check failed:
 * jit_page.has_value()”. Every V8 knows the switch, also where the processor has no such keys.
 */
export const firmV8 = ['--no-memory-protection-keys'] as const;
