import { rmSync, writeFileSync } from 'node:fs';
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { shippedTemplateId } from '../../db/handoff-templates.ts';
import { handoffTemplate } from '../../shared/content/handoff-template.ts';
import { contract } from '../../shared/contract/contract.ts';
import { emptyTrash } from './erasing/trash.ts';
import { clientsHandlers } from './clients.ts';
import { notesHandlers } from './notes.ts';
import { safetyHandlers } from './safety.ts';
import { trashScene } from './trash-in-test.ts';

const scene = trashScene();
const { opened, sql, write, remove, trash, sqlValue, ask, restore, living, addTemplate, addCalendar, changeCalendar } =
  scene;

test('lists what was deleted, newest first, each thing once', async () => {
  expect(await trash()).toEqual([]);
  await remove(['contact', 'marina']);
  scene.parts.setNow('2026-11-25T10:00:00.000Z');
  await remove(['note', 'call'], ['task', 'ask']);
  await remove(['note', 'blank'], ['task', 'own']);
  expect(await trash()).toEqual([
    ['note', 'Созвон с Павлом', 'Ольха', 30],
    ['task', 'Показать', 'Ольха', 30],
    ['contact', 'Марина', 'Ольха', 29],
  ]);
  await remove(['client', 'alder']);
  expect(await trash()).toEqual([['client', 'Ольха', '', 30]]);
});

/** A day on which somebody works. */
async function workOn(day: string): Promise<void> {
  scene.parts.setNow(`${day}T09:00:00.000Z`);
  await write(async () => sql(`update contact set phone = '${day}' where id = 'marina'`));
}

/** What is erased has an id of the kind that the program gives. */
const mint = v4();

test('holds things for thirty days of use, whatever the calendar and the clock say', async () => {
  await write(async () => sql(`insert into client (id, name, stage) values ('${mint}', 'Мята', 'stable')`));
  await remove(['client', mint]);
  const left = async () => (await trash()).map(([, title, , days]) => [title, days]);
  // The clock is set wrong, which makes no day more, and right again; a year passes without work.
  await workOn('2028-01-01');
  await workOn('2026-11-24');
  scene.parts.setNow('2027-11-23T09:00:00.000Z');
  expect(await left()).toEqual([['Мята', 29]]);
  for (let day = 1; day <= 27; day += 1) await workOn(`2027-12-${String(day).padStart(2, '0')}`);
  await workOn('2027-12-27');
  expect(await left()).toEqual([['Мята', 2]]);
  await workOn('2027-12-28');
  await emptyTrash(opened());
  expect(await left()).toEqual([['Мята', 1]]);
  await workOn('2027-12-29');
  expect(await left()).toEqual([['Мята', 0]]);
  expect(scene.dataFile.backups()).toEqual([]);
  await emptyTrash(opened());
  expect(await left()).toEqual([]);
  expect(sqlValue(`select count(*) from client where id = '${mint}'`)).toBe(0);
  // What was there before is held by the backup that was made first, and the work goes on where it was.
  expect(scene.dataFile.backups()).toMatchObject([{ clients: 2 }]);
  expect((await opened().storage.undo(v4())).commandName).toBe('clients.delete');
});

test('is not emptied while no backup can be made', async () => {
  await remove(['client', 'thyme']);
  for (let day = 1; day <= 30; day += 1) await workOn(`2026-12-${String(day).padStart(2, '0')}`);
  writeFileSync(scene.dataFile.backupFolder, 'a file in its place');
  await expect(emptyTrash(opened())).rejects.toMatchObject({ code: 'backup_failed' });
  expect(sqlValue(`select count(*) from client where id = 'thyme'`)).toBe(1);
  await remove(['contact', 'marina']);
  const byHand = { commandId: v4(), records: [{ kind: 'contact', id: 'marina' } as const] };
  await expect(ask('erasing.deleteForGood', byHand)).rejects.toMatchObject({ code: 'backup_failed' });
  expect(sqlValue(`select count(*) from contact where id = 'marina'`)).toBe(1);
  rmSync(scene.dataFile.backupFolder);
});

test('gives back a client with all that hung on it, and not what was deleted before it', async () => {
  await remove(['contact', 'marina']);
  await clientsHandlers(opened())['clients.delete']({ commandId: v4(), clientId: 'alder' });
  expect(await trash()).toEqual([['client', 'Ольха', '', 30]]);
  await restore('client', 'alder');
  expect((await clientsHandlers(opened())['clients.open']({ clientId: 'alder' })).page.tasks).toHaveLength(2);
  expect(await trash()).toEqual([['contact', 'Марина', 'Ольха', 30]]);
  await restore('contact', 'marina');
  expect(living('contact')).toEqual(['marina']);
});

test('gives back a note with the tasks that went with it', async () => {
  await write(async () => {
    sql(`insert into task (id, client_id, note_id, title) values ('gone', 'alder', 'call', 'Снято раньше')`);
  });
  await remove(['task', 'gone']);
  scene.parts.setNow('2026-11-24T10:00:00.000Z');
  await notesHandlers(opened())['notes.delete']({ commandId: v4(), noteId: 'call' });
  expect(living('task')).toEqual(['own']);
  await restore('note', 'call');
  expect([living('note'), living('task')]).toEqual([
    ['blank', 'call'],
    ['ask', 'own'],
  ]);
  await expect(restore('note', 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
});

const records = [
  ['engagement', `title) values ('row', 'alder', 'Сопровождение')`, 'Сопровождение'],
  ['report', `kind, period) values ('row', 'alder', 'month', '2026-10')`, '2026-10'],
  ['kpi', `name) values ('row', 'alder', 'Повторные заказы')`, 'Повторные заказы'],
  ['request', `asked_on, wish) values ('row', 'alder', '2026-11-01', 'Склад')`, 'Склад'],
  ['insight', `kind, told_on, title) values ('row', 'alder', 'idea', '2026-11-01', 'Подписка')`, 'Подписка'],
  ['trial', `started_on, success_sign) values ('row', 'alder', '2026-11-01', 'Отчёт вовремя')`, 'Отчёт вовремя'],
  ['intent_check', `checked_on, has_plan) values ('row', 'alder', '2026-11-01', 'yes')`, '2026-11-01'],
  ['asset', `name) values ('row', 'alder', 'Домен')`, 'Домен'],
  ['signal_mark', `code, side, marked_on) values ('row', 'alder', 'goals_differ', 'us', '2026-11-01')`, 'goals_differ'],
  ['dossier_line', `kind, text) values ('row', 'alder', 'watch', 'Чёрная пятница')`, 'Чёрная пятница'],
] as const;
test.each(records)('holds and gives back a deleted row of %s', async (kind, columns, title) => {
  await write(async () => sql(`insert into ${kind} (id, client_id, ${columns}`));
  await remove([kind, 'row']);
  expect(await trash()).toEqual([[kind, title, 'Ольха', 30]]);
  await restore(kind, 'row');
  expect([await trash(), living(kind)]).toEqual([[], ['row']]);
});

test('gives back a figure with all its values, which never went', async () => {
  const handlers = clientsHandlers(opened());
  await write(async () => {
    sql(`insert into kpi (id, client_id, name) values ('orders', 'alder', 'Заказы')`);
    sql(`insert into kpi_reading (id, kpi_id, measured_on, value) values ('one', 'orders', '2026-10-31', '31')`);
  });
  await handlers['clients.deleteKpi']({ commandId: v4(), kpiId: 'orders' });
  await handlers['clients.addContact']({ commandId: v4(), clientId: 'alder', name: 'Пётр' });
  expect(await trash()).toEqual([['kpi', 'Заказы', 'Ольха', 30]]);
  await restore('kpi', 'orders');
  const { work } = await handlers['clients.work']({ clientId: 'alder' });
  expect(work.kpis).toMatchObject([{ name: 'Заказы', readings: [{ value: '31' }] }]);
});

test('deletes one record for good, after a backup, and says so to who wants to undo it', async () => {
  await write(async () => {
    sql(`insert into note (id, client_id, kind, body) values ('${mint}', 'alder', 'call', 'О мяте')`);
    sql(`insert into task (id, client_id, note_id, title) values ('later', 'alder', '${mint}', 'Посеять')`);
  });
  await remove(['note', mint]);
  const records = [{ kind: 'note' as const, id: mint }];
  await ask('erasing.deleteForGood', { commandId: v4(), records });
  expect(await trash()).toEqual([]);
  expect(sqlValue(`select count(*) from note where id = '${mint}'`)).toBe(0);
  expect(sqlValue(`select count(*) from local_change where row_id = '${mint}'`)).toBe(0);
  // A task of its own, and one that lives, only lose the note.
  expect(living('task')).toEqual(['ask', 'later', 'own']);
  expect(sqlValue(`select note_id from task where id = 'later'`)).toBe(null);
  expect(scene.dataFile.backups()).toHaveLength(1);
  expect((await ask('safety.history', {})).undo).toBe('erasing.deleteForGood');
  await expect(ask('safety.undo', { commandId: v4() })).rejects.toMatchObject({ code: 'undo_erased' });
  // What lives is not deleted for good.
  await ask('erasing.deleteForGood', { commandId: v4(), records: [{ kind: 'contact', id: 'marina' }] });
  expect(living('contact')).toEqual(['marina']);
});

test('what a template of handoffs says goes with it for good', async () => {
  await write(() => addTemplate(mint));
  await write(() => addTemplate('stays'));
  await ask('handoff.removeTemplate', { commandId: v4(), templateId: mint });
  await ask('erasing.deleteForGood', { commandId: v4(), records: [{ kind: 'handoff_template', id: mint }] });
  const left = ['handoff_template', 'handoff_template_item', 'handoff_template_after'].map((table) =>
    opened().storage.file.prepare(`select id from ${table} order by id`).pluck().all(),
  );
  expect(left).toEqual([['stays'], ['gone from stays', 'left out of stays', 'step of stays'], ['wait of stays']]);
  expect(sqlValue(`select count(*) from local_change where after like '%пропуск%'`)).toBe(1);
});

test('the days of a calendar go with it for good', async () => {
  const gone = await addCalendar();
  const stays = await addCalendar();
  await changeCalendar({ kind: 'remove', code: gone.code });
  await ask('erasing.deleteForGood', { commandId: v4(), records: [{ kind: 'work_calendar', id: gone.id }] });
  expect(sqlValue('select group_concat(id) from work_calendar')).toBe(stays.id);
  expect(sqlValue('select group_concat(calendar) from work_calendar_day')).toBe(stays.code);
  expect(sqlValue(`select count(*) from local_change where after like '%День бюро%'`)).toBe(1);
});

test('what was changed of a calendar that ships is in no trash when it is put back', async () => {
  await changeCalendar({ kind: 'weekday', code: 'ru', weekday: 6, isWorked: true });
  await changeCalendar({ kind: 'reset', code: 'ru' });
  const id = String(sqlValue('select id from work_calendar where deleted_at is not null'));
  expect(await trash()).toEqual([]);
  await expect(restore('work_calendar', id)).rejects.toMatchObject({ code: 'not_found' });
});

test('the template that ships is in no trash when it gets its name back', async () => {
  const rename = (name: string) =>
    ask('handoff.nameTemplate', { commandId: v4(), templateId: shippedTemplateId, name });
  await rename('Наш порядок');
  await rename(handoffTemplate.name.ru);
  expect(sqlValue(`select count(*) from handoff_template where deleted_at is not null`)).toBe(1);
  expect(await trash()).toEqual([]);
  await expect(restore('handoff_template', shippedTemplateId)).rejects.toMatchObject({ code: 'not_found' });
});

test('gives back neither a report nor a true sign beside one that was made since', async () => {
  await write(async () => {
    for (const row of ['old', 'new']) {
      sql(`insert into report (id, client_id, kind, period) values ('${row}', 'alder', 'month', '2026-10')`);
      sql(`insert into signal_mark (id, client_id, code, marked_on) values ('${row}', 'alder', 'late', '2026-11-01')`);
    }
  });
  await remove(['report', 'old'], ['signal_mark', 'old']);
  await expect(restore('report', 'old')).rejects.toMatchObject({ code: 'conflict' });
  await expect(restore('signal_mark', 'old')).rejects.toMatchObject({ code: 'conflict' });
  await remove(['report', 'new'], ['signal_mark', 'new']);
  await restore('report', 'old');
  await restore('signal_mark', 'old');
  expect([living('report'), living('signal_mark')]).toEqual([['old'], ['old']]);
});

test('shows a name as it is, and of a note its title', async () => {
  await write(async () => {
    sql(`update client set name = '1. FC Köln' where id = 'thyme'`);
  });
  await remove(['client', 'thyme'], ['note', 'call']);
  expect((await trash()).map(([, title]) => title)).toEqual(['Созвон с Павлом', '1. FC Köln']);
});

test('does not hold what never was: an undone creation', async () => {
  await write(async () => {
    sql(`insert into client (id, name, stage) values ('slip', 'Описка', 'stable')`);
  });
  await opened().storage.undo(v4());
  expect(living('client')).not.toContain('slip');
  expect(await trash()).toEqual([]);
});

test('what never was, because its making was undone, is gone with the trash of its time', async () => {
  await write(async () => {
    sql(`insert into client (id, name, stage) values ('${mint}', 'Описка', 'stable')`);
    sql(`insert into note (id, client_id, kind, body) values ('slip', '${mint}', 'call', 'Чужая переписка')`);
  });
  await opened().storage.undo(v4());
  const left = () => sqlValue(`select count(*) from client where id = '${mint}'`);
  for (let day = 1; day <= 29; day += 1) await workOn(`2026-12-${String(day).padStart(2, '0')}`);
  await emptyTrash(opened());
  expect(left()).toBe(1);
  await workOn('2026-12-30');
  await emptyTrash(opened());
  expect(left()).toBe(0);
  expect(sqlValue(`select count(*) from note where id = 'slip'`)).toBe(0);
  expect(sqlValue(`select count(*) from local_change where after like '%переписка%'`)).toBe(0);
});

test('a restored record can be sent back by undo', async () => {
  await remove(['client', 'thyme']);
  await restore('client', 'thyme');
  await opened().storage.undo(v4());
  expect(await trash()).toEqual([['client', 'Чабрец', '', 30]]);
});

test('safety answers fit the contract', async () => {
  const handlers = safetyHandlers(opened(), scene.dataFile);
  await remove(['client', 'thyme']);
  expect(await handlers['safety.history']({})).toEqual({ undo: 'clients.delete', redo: null });
  await handlers['safety.backUpNow']({});
  const state = contract['safety.state'].output.parse(await handlers['safety.state']({}));
  expect(state).toMatchObject({ lastBackupAt: scene.parts.clock.now(), backups: [{ clients: 1 }], warning: null });
  await handlers['safety.revealData']({});
  expect(await handlers['safety.readyToClose']({ ready: false })).toEqual({ closing: false });
  expect(await handlers['safety.readyToClose']({ ready: true })).toEqual({ closing: true });
  expect(scene.parts.desktop.asked).toEqual([`reveal ${scene.dataFile.path}`, 'keep', 'close']);
});
