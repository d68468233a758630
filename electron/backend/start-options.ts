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
