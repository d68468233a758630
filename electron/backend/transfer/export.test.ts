import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { v4 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { addPartner } from '../../../db/settings.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { notesHandlers } from '../notes.ts';
import { testContext } from '../testing.ts';
import { bringIn, scene, setScenes, stored } from './transfer-in-test.ts';

setScenes();

describe('an export', () => {
  async function exported(clientId: string | null = null): Promise<string> {
    scene.context.desktop.answers.push(scene.root);
    const { saved } = await scene.calls['transfer.export']({ jobId: v4(), clientId });
    return path.join(scene.root, saved?.folder ?? 'nothing');
  }

  async function fill() {
    const board = boardHandlers(scene.context);
    const notes = notesHandlers(scene.context);
    const names = ['Мебель: «Ольха»', 'CON', 'Мебель «ольха»'];
    let oursId = '';
    await scene.context.storage.write({ id: v4(), name: 'settings.addPartner' }, async (writer, stamp) => {
      oursId = await addPartner(writer, 'Вера Лунина', stamp);
    });
    for (const [index, name] of names.entries()) {
      const { card } = await board['board.createClient']({ commandId: v4(), name, stage: 'stable' });
      const { page } = await clientsHandlers(scene.context)['clients.addContact']({
        commandId: v4(),
        clientId: card.id,
        name: `Марина ${index}`,
        role: 'marketing',
      });
      const personId = page.contacts[0]?.id ?? '';
      const both = [{ side: 'client', personId } as const, { side: 'agency', personId: oursId } as const];
      for (const [at, body] of [
        '# Итоги\n\nРост.\n\n- [ ] Дело',
        'Одна строка',
        '---\nне: факты\n---\n',
        '\n\n  с отступом  \r\nстрока',
      ].entries())
        await notes['notes.write']({
          commandId: v4(),
          noteId: null,
          clientId: card.id,
          kind: at % 2 === 0 ? 'call' : 'letter',
          happenedAt: `2024-05-0${at + 1}T09:30:00.123Z`,
          initiatedBy: at === 0 ? 'client' : null,
          body,
          attendees: at === 1 ? both : [],
          finished: at !== 3,
        });
    }
  }

  test('lays a file for each note into a folder for each client, under names that every system takes', async () => {
    await fill();
    const first = await exported();
    expect(path.basename(first)).toBe('Заметки Rapport 2026-11-23');
    expect(readdirSync(first).toSorted()).toEqual(['CON_', 'Мебель «ольха»', 'Мебель «Ольха» (2)'].toSorted());
    expect(readdirSync(path.join(first, 'CON_'))).toEqual([
      '2024-05-01 Итоги.md',
      '2024-05-02 Одна строка.md',
      '2024-05-03 ---.md',
      '2024-05-04 с отступом.md',
    ]);
    const second = await exported();
    expect(path.basename(second)).toBe('Заметки Rapport 2026-11-23 (2)');
    expect(readFileSync(path.join(first, 'CON_', '2024-05-02 Одна строка.md'), 'utf8')).toContain('Одна строка');
  });

  test('brought into an empty file gives the same notes', async () => {
    await fill();
    const written = stored();
    scene.folder = await exported();
    const own = scene.context;
    scene.context = testContext();
    const { counts, skipped } = await bringIn();
    expect(skipped).toEqual([]);
    expect(counts).toMatchObject({ toImport: 12, here: 0 });
    expect(stored()).toEqual(written);
    expect(written.filter(({ people }) => people.includes('ours: Вера Лунина'))).toHaveLength(3);
    expect(scene.context.storage.file.prepare('select name from partner').pluck().all()).toEqual(['Вера Лунина']);
    await own.storage.remove();
  });

  test('of one client has only its notes; brought back, they are here already', async () => {
    await fill();
    const clientId = scene.context.storage.file
      .prepare<[], string>(`select id from client where name = 'CON'`)
      .pluck()
      .get();
    scene.folder = await exported(clientId ?? '');
    expect(readdirSync(scene.folder)).toEqual(['CON_']);
    expect((await bringIn()).counts).toEqual({ toImport: 0, here: 4, skipped: 0, newClients: 0 });
  });

  test('shows its folder, and writes nothing where the dialog was closed', async () => {
    await fill();
    const jobId = v4();
    expect(await scene.calls['transfer.export']({ jobId, clientId: null })).toEqual({ saved: null });
    expect(await scene.calls['transfer.reveal']({ jobId })).toEqual({ shown: false });
    scene.context.desktop.answers.push(scene.root);
    await scene.calls['transfer.export']({ jobId, clientId: null });
    await scene.calls['transfer.reveal']({ jobId });
    expect(scene.context.desktop.asked).toEqual([`reveal ${path.join(scene.root, 'Заметки Rapport 2026-11-23')}`]);
  });

  test('of nothing asks for no folder', async () => {
    scene.context.desktop.answers.push(scene.root);
    expect(await scene.calls['transfer.export']({ jobId: v4(), clientId: null })).toEqual({
      saved: { folder: '', notes: 0 },
    });
    expect(scene.context.desktop.answers).toEqual([scene.root]);
    expect(readdirSync(scene.root)).toEqual(['notes']);
  });

  test('into a folder that takes nothing is refused in words', async () => {
    await fill();
    scene.context.desktop.answers.push(path.join(scene.root, 'nowhere'));
    await expect(scene.calls['transfer.export']({ jobId: v4(), clientId: null })).rejects.toMatchObject({
      code: 'disk_error',
    });
  });
});
