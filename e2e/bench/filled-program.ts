import path from 'node:path';
import { Program } from '../program.ts';
import { defaultOptions } from '../program-options.ts';

export const size = { width: 1440, height: 900 };

/** The built program on a set-up file that was filled while it was closed, with its board drawn. */
export async function openFilled(folder: string, fill: (file: string) => Promise<void>): Promise<Program> {
  const app = new Program(folder, { ...defaultOptions, size });
  await app.start();
  await app.call('settings.finishFirstRun', {
    commandId: crypto.randomUUID(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera'],
    language: 'en',
  });
  await app.close();
  await fill(path.join(app.dataFolder, 'rapport.db'));
  await app.start();
  await app.page.getByRole('article').first().waitFor();
  return app;
}
