import path from 'node:path';
import { parseArgs } from 'node:util';

/** What may stand behind `npm start --` and reaches the program itself. */
export interface StartOptions {
  /** Folder of the data file, absolute; null = as this computer has it. */
  readonly dataFolder: string | null;
  readonly isSample: boolean;
  /** Proves the program on a temporary data file and ends. */
  readonly isSmoke: boolean;
  /** PNG file to save the first screen to, absolute; the program ends afterwards. */
  readonly picture: string | null;
}

/** Switches meant for Chromium stand among the arguments, so unknown ones are passed over. */
export function startOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      picture: { type: 'string' },
      sample: { type: 'boolean' },
      smoke: { type: 'boolean' },
    },
  });
  const absolute = (value: unknown): string | null =>
    typeof value === 'string' && value !== '' ? path.resolve(workingFolder, value) : null;
  const isSmoke = values['smoke'] === true;
  return {
    dataFolder: isSmoke ? null : (absolute(values['data']) ?? absolute(environment['RAPPORT_DATA'])),
    isSample: values['sample'] === true,
    isSmoke,
    picture: absolute(values['picture']),
  };
}

/** What a second start says: the program that runs keeps its window and its data. */
export function alreadyRunning({ dataFolder, isSample, picture }: StartOptions): string {
  if (picture !== null) return 'Rapport is already running, so no picture was saved. Close it, then try again.';
  const passedOver = [...(dataFolder === null ? [] : ['--data']), ...(isSample ? ['--sample'] : [])];
  return passedOver.length === 0
    ? 'Rapport is already running: look for its window.'
    : `Rapport is already running, with the data it has open; ${passedOver.join(' and ')} had no effect. Close it, then try again.`;
}
