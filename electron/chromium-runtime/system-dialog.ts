import { execFile } from 'node:child_process';
import { runtimeOptions } from './runtime-options.ts';

interface Question {
  readonly title: string;
  /** The file or folder the dialog begins with. */
  readonly start: string;
}

/** Prints what the person chose, nothing when the dialog was closed, null when there is no such program. */
function ask(command: string, args: readonly string[]): Promise<string | null> {
  if (runtimeOptions().isHeadless || process.platform !== 'linux') return Promise.resolve(null);
  const { promise, resolve } = Promise.withResolvers<string | null>();
  execFile(command, args, (problem, stdout) => resolve(problem?.code === 'ENOENT' ? null : stdout.trim()));
  return promise;
}

/** The folder, '' when the dialog was closed, null where the system has no dialog that can be called. */
export async function askForFolder({ title, start }: Question): Promise<string | null> {
  const zenity = ['--file-selection', '--directory', `--title=${title}`, `--filename=${start}`];
  return (await ask('zenity', zenity)) ?? (await ask('kdialog', ['--title', title, '--getexistingdirectory', start]));
}

/** As `askForFolder`, for a file that is there. */
export async function askForFile({ title, start }: Question): Promise<string | null> {
  const zenity = ['--file-selection', `--title=${title}`, `--filename=${start}`];
  return (await ask('zenity', zenity)) ?? (await ask('kdialog', ['--title', title, '--getopenfilename', start]));
}

/** As `askForFolder`, for a file that may be new; the dialog asks before one that is there is taken. */
export async function askWhereToSave({ title, start }: Question): Promise<string | null> {
  const zenity = ['--file-selection', '--save', '--confirm-overwrite', `--title=${title}`, `--filename=${start}`];
  return (await ask('zenity', zenity)) ?? (await ask('kdialog', ['--title', title, '--getsavefilename', start]));
}
