import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { type TrashKind, trashKind } from '../../shared/contract/safety.ts';
import { trashScene } from './trash-in-test.ts';

const { opened, sql, write, trash, sqlValue, ask, restore, addTemplate, addCalendar, changeCalendar } = trashScene();

/** What a partner sees, without who wrote it last and when. */
const seen = () =>
  Object.fromEntries(
    [
      'client',
      'note',
      'task',
      'contact',
      'engagement',
      'report',
      'insight',
      'trial',
      'intent_check',
      'asset',
      'signal_mark',
      'dossier_line',
      'kpi',
      'kpi_reading',
      'request',
      'request_option',
      'handoff',
      'handoff_item',
      'candidate',
      'note_template',
      'handoff_template',
      'handoff_template_item',
      'handoff_template_after',
      'work_calendar',
      'work_calendar_day',
      'partner',
    ].map((table) => [
      table,
      opened()
        .storage.file.prepare<[], Readonly<Record<string, unknown>>>(
          `select * from ${table} where deleted_at is null order by id`,
        )
        .all()
        .map(({ updated_at: _at, updated_by: _by, ...row }) => row),
    ]),
  );

const removeCalendar = () =>
  changeCalendar({ kind: 'remove', code: String(sqlValue('select code from work_calendar')) });

const deletions: readonly (readonly [kind: TrashKind, title: string, remove: () => Promise<unknown>])[] = [
  ['kpi_reading', 'Заказы · 31 %', () => ask('clients.deleteReading', { commandId: v4(), readingId: 'row' })],
  ['request_option', 'Своими силами', () => ask('clients.deleteRequestOption', { commandId: v4(), optionId: 'row' })],
  ['handoff_item', 'Описать обмен', () => ask('handoff.deleteItem', { commandId: v4(), itemId: 'row' })],
  ['candidate', 'Студия Север', () => ask('handoff.deleteCandidate', { commandId: v4(), candidateId: 'row' })],
  ['note_template', 'Своя', () => ask('notes.removeTemplate', { commandId: v4(), templateId: 'row' })],
  ['handoff_template', 'Для фабрик', () => ask('handoff.removeTemplate', { commandId: v4(), templateId: 'row' })],
  ['work_calendar', 'Календарь бюро', () => removeCalendar()],
  ['partner', 'Игорь', () => ask('settings.removePartner', { commandId: v4(), partnerId: 'row' })],
  ['note', 'Созвон с Павлом', () => ask('notes.delete', { commandId: v4(), noteId: 'call' })],
  ['contact', 'Марина', () => ask('clients.deleteContact', { commandId: v4(), contactId: 'marina' })],
  ['client', 'Чабрец', () => ask('clients.delete', { commandId: v4(), clientId: 'thyme' })],
  ['task', 'Показать', () => ask('clients.deleteTask', { commandId: v4(), taskId: 'own' })],
  ['kpi', 'Заказы', () => ask('clients.deleteKpi', { commandId: v4(), kpiId: 'orders' })],
  ['request', 'Склад', () => ask('clients.deleteRequest', { commandId: v4(), requestId: 'wish' })],
  ['engagement', 'Аудит', () => ask('clients.deleteEngagement', { commandId: v4(), engagementId: 'row' })],
  ['report', '2026-10', () => ask('clients.deleteReport', { commandId: v4(), reportId: 'row' })],
  ['insight', 'Наборы', () => ask('clients.deleteInsight', { commandId: v4(), insightId: 'row' })],
  ['trial', 'Видно в шесть', () => ask('clients.deleteTrial', { commandId: v4(), trialId: 'row' })],
  ['intent_check', '2026-11-01', () => ask('clients.deleteIntentCheck', { commandId: v4(), checkId: 'row' })],
  ['asset', 'Домен', () => ask('clients.deleteAsset', { commandId: v4(), assetId: 'row' })],
  ['signal_mark', 'R-SLOW', () => ask('clients.deleteSignal', { commandId: v4(), markId: 'row' })],
  ['dossier_line', 'По вторникам', () => ask('clients.deleteDossierLine', { commandId: v4(), lineId: 'row' })],
];
const idOf: Partial<Record<TrashKind, string>> = {
  note: 'call',
  contact: 'marina',
  client: 'thyme',
  task: 'own',
  kpi: 'orders',
  request: 'wish',
};
test('every kind that lies in the trash is given back in the next test', () => {
  expect(deletions.map(([kind]) => kind).toSorted()).toEqual(trashKind.options.toSorted());
});
test.each(deletions)(
  'deleted and given back, a record of %s leaves everything as it was',
  async (kind, title, remove) => {
    await write(async () => {
      sql(`insert into kpi (id, client_id, name, unit) values ('orders', 'alder', 'Заказы', '%')`);
      sql(`insert into kpi_reading (id, kpi_id, measured_on, value) values ('row', 'orders', '2026-10-31', '31')`);
      sql(`insert into request (id, client_id, asked_on, wish) values ('wish', 'alder', '2026-10-31', 'Склад')`);
      sql(`insert into request_option (id, request_id, title, is_chosen) values ('row', 'wish', 'Своими силами', 1)`);
      sql(
        `insert into handoff (id, client_id, state, successor, start_on, end_on) values ('month', 'alder', 'running', 'contractor', '2026-11-01', '2026-12-01')`,
      );
      sql(
        `insert into handoff_item (id, handoff_id, title, side, due_on, state) values ('row', 'month', 'Описать обмен', 'client', '2026-11-20', 'todo')`,
      );
      sql(
        `insert into handoff_item (id, handoff_id, title, side, person, due_on, state) values ('theirs', 'month', 'Принять', 'successor', 'Студия Север', '2026-11-20', 'todo')`,
      );
      sql(`insert into candidate (id, handoff_id, name, state) values ('row', 'month', 'Студия Север', 'chosen')`);
      sql(`insert into note_template (id, title_ru, text_ru) values ('row', 'Своя', 'Текст')`);
      await addTemplate('row');
      sql(`insert into partner (id, name) values ('row', 'Игорь')`);
      sql(`insert into engagement (id, client_id, kind, title, start_on)
        values ('row', 'alder', 'audit', 'Аудит', '2026-01-12')`);
      sql(`insert into report (id, client_id, kind, period) values ('row', 'alder', 'month', '2026-10')`);
      sql(`insert into insight (id, client_id, kind, title, told_on)
        values ('row', 'alder', 'idea', 'Наборы', '2026-11-01')`);
      sql(`insert into trial (id, client_id, success_sign) values ('row', 'alder', 'Видно в шесть')`);
      sql(`insert into intent_check (id, client_id, checked_on) values ('row', 'alder', '2026-11-01')`);
      sql(`insert into asset (id, client_id, name) values ('row', 'alder', 'Домен')`);
      sql(`insert into signal_mark (id, client_id, code, marked_on) values ('row', 'alder', 'R-SLOW', '2026-11-01')`);
      sql(`insert into dossier_line (id, client_id, kind, text) values ('row', 'alder', 'agreement', 'По вторникам')`);
    });
    const calendar = await addCalendar();
    const before = seen();
    await remove();
    expect(seen()).not.toEqual(before);
    expect((await trash()).map(([found, name]) => [found, name])).toContainEqual([kind, title]);
    await restore(kind, kind === 'work_calendar' ? calendar.id : (idOf[kind] ?? 'row'));
    expect(seen()).toEqual(before);
    expect(await trash()).toEqual([]);
    await opened().storage.undo(v4());
    expect((await trash()).map(([found, name]) => [found, name])).toContainEqual([kind, title]);
    await opened().storage.undo(v4());
    expect(seen()).toEqual(before);
    expect(await trash()).toEqual([]);
  },
);
