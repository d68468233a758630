import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Language } from '../../shared/language.ts';
import { zeroPagesOf } from '../break-file.ts';
import type { Program } from '../program.ts';
import type { Screen } from './screen.ts';

const seeSaved = /^(See what can be saved|Посмотреть, что можно спасти)$/;
const back = /^(Back|Назад)$/;

/** Clients with notes and people, a backup, and then a disk that fails. */
export async function breakFile(app: Program, language: Language): Promise<void> {
  const names = language === 'ru' ? ['Ольха', 'Полынь', 'Черепок'] : ['Alder', 'Kestrel', 'Wormwood'];
  for (const name of names) {
    const { card } = await app.call('board.createClient', { commandId: randomUUID(), name, stage: 'stable' });
    await app.call('clients.addContact', { commandId: randomUUID(), clientId: card.id, name: `${name} А.` });
    const task = { clientId: card.id, title: name, side: 'agency', person: '', dueOn: null } as const;
    await app.call('clients.addTask', { commandId: randomUUID(), ...task });
  }
  await app.call('safety.backUpNow', {});
  await app.close();
  // Rows and their history both: some of it is lost for good.
  zeroPagesOf(path.join(app.dataFolder, 'rapport.db'), ['contact', 'local_change', 'local_change_of_row']);
  await app.start();
}

export const brokenScreens: readonly Screen[] = [
  { name: 'broken-file', file: 'broken', show: async () => {} },
  {
    name: 'salvage-report',
    file: 'broken',
    show: async (page) => {
      await page.getByRole('button', { name: seeSaved }).click();
      await page.getByRole('table').waitFor();
    },
    leave: (page) => page.getByRole('button', { name: back }).click(),
  },
];
