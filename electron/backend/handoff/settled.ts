import type { Context } from '../context.ts';

/** The page stays open to typing while a dialog asks where to save: what was searched is what is written. */
export async function settled(
  { storage }: Pick<Context, 'storage'>,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  for (;;) {
    const before = await storage.revision();
    const made = await make();
    if ((await storage.revision()) === before) return made;
  }
}
