import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agencyCalendar } from '../../../db/work-calendars.ts';
import type { CalendarChange } from '../../../shared/contract/work-calendars.ts';
import { HandoffScene } from '../handoff/testing.ts';
import { calendarHandlers } from './calendars.ts';

let scene: HandoffScene;
let calls: ReturnType<typeof calendarHandlers>;
beforeEach(() => {
  scene = new HandoffScene();
  calls = calendarHandlers(scene.context);
});
afterEach(() => scene.context.storage.remove());

async function change(wanted: CalendarChange, movesItems = true): Promise<string> {
  const commandId = v7();
  await calls['settings.changeCalendar']({ commandId, change: wanted, movesItems });
  return commandId;
}

const off = (day: string, isWorked = false): CalendarChange => ({
  kind: 'days',
  code: 'weekdays',
  days: [{ day, isWorked }],
});
const daysOff = async () => (await agencyCalendar(scene.context.storage.read)).days;
const undo = () => scene.context.storage.undo(v7());

async function dayOf(handoffId: string, code: string): Promise<string | undefined> {
  const { page } = await scene.calls['handoff.open']({ handoffId });
  return page.items.find((item) => item.code === code)?.dueOn;
}

describe('the plans of running handoffs', () => {
  test('follow the calendar, in one command that is undone as one', async () => {
    const { handoffId } = await scene.started();
    expect(await dayOf(handoffId, 'A2')).toBe('2026-11-10');
    const { moves } = await calls['settings.previewCalendar']({ change: off('2026-11-10') });
    expect(moves).toMatchObject([{ handoffId, clientName: 'Spindle' }]);
    expect(moves[0]?.items).toContainEqual({
      itemId: expect.any(String),
      title: expect.stringContaining('Tell the client'),
      from: '2026-11-10',
      to: '2026-11-11',
    });
    await change(off('2026-11-10'));
    expect(await dayOf(handoffId, 'A2')).toBe('2026-11-11');
    expect(await daysOff()).toEqual({ '2026-11-10': 'holiday' });
    await undo();
    expect(await dayOf(handoffId, 'A2')).toBe('2026-11-10');
    expect(await daysOff()).toEqual({});
  });

  test('stay as they are when that is wanted, also later', async () => {
    const { handoffId } = await scene.started();
    await change(off('2026-11-10'), false);
    expect(await dayOf(handoffId, 'A2')).toBe('2026-11-10');
    expect((await calls['settings.previewCalendar']({ change: off('2026-11-11') })).moves[0]?.items).not.toContainEqual(
      expect.objectContaining({ from: '2026-11-10' }),
    );
  });

  test('keep what somebody chose a day for, what is done, and what is one’s own', async () => {
    const { handoffId, page } = await scene.started();
    const item = page.items.find(({ code }) => code === 'A2');
    const itemId = item?.id ?? '';
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId, dueOn: '2026-11-09' });
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId, dueOn: '2026-11-10' });
    const { page: added } = await scene.calls['handoff.addItem']({
      commandId: v7(),
      handoffId,
      title: 'Flowers',
      side: 'agency',
      person: '',
      dueOn: '2026-11-10',
    });
    const due = added.items.filter(({ dueOn }) => dueOn === '2026-11-10').map(({ id }) => id);
    const { moves } = await calls['settings.previewCalendar']({ change: off('2026-11-10') });
    const moved = moves.flatMap(({ items }) => items.map((each) => each.itemId));
    expect(due).toContain(itemId);
    expect(moved).not.toContain(itemId);
    expect(due.filter((id) => !moved.includes(id)).length).toBeGreaterThanOrEqual(2);
  });

  test('made before the day of the plan was kept follow where they stand on the template’s day', async () => {
    const { handoffId, page } = await scene.started();
    await scene.context.storage.write({ id: v7(), name: 'handoff.edit' }, async (writer) => {
      await writer.updateTable('handoff_item').set({ plan_day: null, is_day_own: null }).execute();
    });
    await scene.calls['handoff.editItem']({
      commandId: v7(),
      itemId: page.items.find(({ code }) => code === 'A1')?.id ?? '',
      dueOn: '2026-11-10',
    });
    await change(off('2026-11-10'));
    expect(await dayOf(handoffId, 'A2')).toBe('2026-11-11');
    expect(await dayOf(handoffId, 'A1')).toBe('2026-11-10');
  });

  test('that are over are left alone', async () => {
    const { handoffId } = await scene.started();
    const moves = async () => (await calls['settings.previewCalendar']({ change: off('2026-11-10') })).moves.length;
    expect(await moves()).toBeGreaterThan(0);
    await scene.calls['handoff.cancel']({ commandId: v7(), handoffId, reason: 'They stay' });
    expect(await moves()).toBe(0);
  });

  test('follow another calendar that is chosen', async () => {
    const { handoffId, page } = await scene.started({ startOn: '2026-11-02' });
    // A holiday in Russia, and a day like others elsewhere.
    const moved = page.items.find(({ dueOn }) => dueOn === '2026-11-04')?.code ?? '';
    await change({ kind: 'choose', code: 'ru' });
    expect(await dayOf(handoffId, moved)).toBe('2026-11-05');
    await undo();
    expect(await dayOf(handoffId, moved)).toBe('2026-11-04');
  });

  test('are made with the calendar as it is by then', async () => {
    await change(off('2026-11-10'));
    const { handoffId } = await scene.started();
    expect(await dayOf(handoffId, 'A2')).toBe('2026-11-11');
  });
});

describe('the calendars', () => {
  test('a copy is chosen, changed by itself, removed and brought back', async () => {
    const commandId = await change({ kind: 'copy', code: 'weekdays', name: 'Ours' });
    const { chosen, calendars } = await calls['settings.calendars']({});
    expect(calendars.find(({ code }) => code === chosen)).toMatchObject({ label: { en: 'Ours' }, isOwn: true });
    // The same command again is the same copy.
    await calls['settings.changeCalendar']({
      commandId,
      change: { kind: 'copy', code: 'weekdays', name: 'Ours' },
      movesItems: false,
    });
    expect((await calls['settings.calendars']({})).calendars).toHaveLength(calendars.length);
    await change({ kind: 'days', code: chosen, days: [{ day: '2026-12-25', isWorked: false, title: 'Party' }] });
    await change({ kind: 'weekday', code: chosen, weekday: 5, isWorked: false });
    expect(await agencyCalendar(scene.context.storage.read)).toMatchObject({
      weekend: [5, 6, 7],
      days: { '2026-12-25': 'holiday' },
    });
    await change({ kind: 'remove', code: chosen });
    expect((await agencyCalendar(scene.context.storage.read)).code).toBe('weekdays');
    await undo();
    expect(await agencyCalendar(scene.context.storage.read)).toMatchObject({
      code: chosen,
      weekend: [5, 6, 7],
      days: { '2026-12-25': 'holiday' },
    });
  });

  test('what was undone and done anew has nothing of its first life', async () => {
    await change({ kind: 'days', code: 'weekdays', days: [{ day: '2026-12-25', isWorked: false, title: 'Party' }] });
    await undo();
    await change(off('2026-12-25'));
    const { calendars } = await calls['settings.calendars']({});
    expect(calendars[0]?.days).toEqual([
      { day: '2026-12-25', kind: 'holiday', title: { en: '', ru: '' }, isOwn: true },
    ]);
  });

  test('one that ships is reset, and the reset is undone', async () => {
    await change(off('2026-12-25'));
    await change({ kind: 'weekday', code: 'weekdays', weekday: 6, isWorked: true });
    const changed = await agencyCalendar(scene.context.storage.read);
    await change({ kind: 'reset', code: 'weekdays' });
    expect(await daysOff()).toEqual({});
    await undo();
    expect(await agencyCalendar(scene.context.storage.read)).toEqual(changed);
  });

  test('one that is not there is refused, and one in which nobody works', async () => {
    await expect(change({ kind: 'choose', code: 'mars' })).rejects.toMatchObject({ code: 'not_found' });
    for (const weekday of [1, 2, 3, 4] as const)
      await change({ kind: 'weekday', code: 'weekdays', weekday, isWorked: false });
    await expect(change({ kind: 'weekday', code: 'weekdays', weekday: 5, isWorked: false })).rejects.toMatchObject({
      code: 'calendar_without_work',
    });
    expect((await agencyCalendar(scene.context.storage.read)).weekend).toEqual([1, 2, 3, 4, 6, 7]);
  });
});

describe('a calendar file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rapport-calendar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function read(bytes: Uint8Array | string) {
    const file = path.join(folder, 'выходные.ics');
    writeFileSync(file, bytes);
    scene.context.desktop.answers.push(file);
    return (await calls['settings.readCalendarFile']({})).file;
  }

  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20271231',
    'SUMMARY:Перенос',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const cp1251 = Uint8Array.from(Array.from(text), (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['windows-1251', cp1251],
  ])('is read in %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({
      name: 'выходные.ics',
      days: [{ day: '2027-12-31', kind: 'holiday', title: 'Перенос' }],
      unread: [],
    });
  });

  test('that is none is refused, and a closed dialog is a value', async () => {
    await expect(read('just a text')).rejects.toMatchObject({ code: 'calendar_unreadable' });
    await expect(read(Buffer.from([0, 1, 2, 3]))).rejects.toMatchObject({ code: 'calendar_unreadable' });
    scene.context.desktop.answers.push(path.join(folder, 'gone.ics'));
    await expect(calls['settings.readCalendarFile']({})).rejects.toMatchObject({ code: 'source_gone' });
    scene.context.desktop.answers.push(null);
    expect(await calls['settings.readCalendarFile']({})).toEqual({ file: null });
  });
});
