import { buildIfNeeded } from '../electron/launcher/build.ts';

/** The tests play the built program: it is built when a source changed since the last build. */
export default async function buildBefore(): Promise<void> {
  await buildIfNeeded();
}
