import { v4 } from 'uuid';
import { afterEach, beforeEach } from 'vitest';
import type { CallName, CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import type { TrashKind } from '../../shared/contract/safety.ts';
import type { CalendarChange } from '../../shared/contract/work-calendars.ts';
import type { Context, Handlers } from './context.ts';
import { type DataFile, openDataFile } from './data-file.ts';
import { handlersOf } from './handlers.ts';
import { safetyHandlers } from './safety.ts';
import { type TestParts, testParts } from './testing.ts';

/** A data file with two clients, of whom things are deleted and given back; opened anew for every test. */
export function trashScene() {
  let parts: TestParts;
  let dataFile: DataFile;
  beforeEach(async () => {
    parts = testParts();
    dataFile = await openDataFile(parts, 'own');
    await write(async () => {
      sql(`insert into client (id, name, stage) values ('alder', 'Ольха', 'stable'), ('thyme', 'Чабрец', 'stable')`);
      sql(`insert into note (id, client_id, kind, body, finished_at) values
        ('call', 'alder', 'call', '# Созвон с **Павлом**' || char(10) || 'Остатки раз в час', 'then'), ('blank', 'alder', 'call', '', null)`);
      sql(
        `insert into task (id, client_id, note_id, title) values ('ask', 'alder', 'call', 'Спросить'), ('own', 'alder', null, 'Показать')`,
      );
      sql(`insert into contact (id, client_id, name) values ('marina', 'alder', 'Марина')`);
    });
  });
  afterEach(async () => {
    await dataFile.close();
    parts.remove();
  });

  const opened = (): Context => {
    if (!dataFile.context) throw new Error('refused');
    return dataFile.context;
  };
  const sql = (text: string): void => void opened().storage.file.exec(text);
  const write = (work: () => Promise<void>) => opened().storage.write({ id: v4(), name: 'clients.delete' }, work);
  const remove = (...rows: readonly (readonly [table: string, id: string])[]) =>
    write(async () => {
      for (const [table, id] of rows)
        sql(`update ${table} set deleted_at = '${parts.clock.now()}', updated_by = 'me' where id = '${id}'`);
    });
  const trash = async () => {
    const reply = await safetyHandlers(opened(), dataFile)['safety.trash']({});
    return reply.entries.map(({ kind, title, clientName, daysLeft }) => [kind, title, clientName, daysLeft]);
  };
  const sqlValue = (query: string): unknown => opened().storage.file.prepare(query).pluck().get();
  function ask<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallOutput<Name>> {
    const handler: Partial<Handlers>[Name] = handlersOf(parts, dataFile, () => Promise.resolve())[name];
    if (!handler) throw new Error('no handler');
    return handler(request);
  }
  const restore = (kind: TrashKind, id: string) =>
    safetyHandlers(opened(), dataFile)['safety.restore']({ commandId: v4(), kind, id });
  const living = (table: string) =>
    opened().storage.file.prepare(`select id from ${table} where deleted_at is null order by id`).pluck().all();

  /** With a step of its own, which waits for one that ships, and one that was taken out before. */
  async function addTemplate(id: string): Promise<void> {
    sql(`insert into handoff_template (id, name) values ('${id}', 'Для фабрик')`);
    sql(`insert into handoff_template_item (id, template, title_ru, day, side, deleted_at) values
      ('step of ${id}', '${id}', 'Сдать пропуск', 9, 'client', null),
      ('gone from ${id}', '${id}', 'Сдать ключ', 9, 'client', '2026-11-01T09:00:00.000Z')`);
    sql(
      `insert into handoff_template_item (id, template, code, is_removed) values ('left out of ${id}', '${id}', 'A2', 1)`,
    );
    sql(`insert into handoff_template_after (id, template, item, first)
      values ('wait of ${id}', '${id}', 'step of ${id}', 'A1')`);
  }

  const changeCalendar = (change: CalendarChange) =>
    ask('settings.changeCalendar', { commandId: v4(), movesItems: false, change });

  /** Calendar of the partners' own with one day off, beside the one in force; answers the id of its row. */
  async function addCalendar(): Promise<{ readonly code: string; readonly id: string }> {
    await changeCalendar({ kind: 'copy', code: 'ru', name: 'Календарь бюро' });
    const { chosen: code } = await ask('settings.calendars', {});
    await changeCalendar({ kind: 'days', code, days: [{ day: '2026-12-28', isWorked: false, title: 'День бюро' }] });
    await changeCalendar({ kind: 'choose', code: 'ru' });
    return { code, id: String(sqlValue(`select id from work_calendar where code = '${code}'`)) };
  }

  return {
    get parts() {
      return parts;
    },
    get dataFile() {
      return dataFile;
    },
    opened,
    sql,
    write,
    remove,
    trash,
    sqlValue,
    ask,
    restore,
    living,
    addTemplate,
    addCalendar,
    changeCalendar,
  };
}
