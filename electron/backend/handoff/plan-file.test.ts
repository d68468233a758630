import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ICAL from 'ical.js';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentPage } from '../documents/page.ts';
import { handoffHandlers } from '../handoff.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
let folder: string;
beforeEach(() => {
  scene = new HandoffScene();
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-plan-'));
});
afterEach(async () => {
  await scene.context.storage.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function save(handoffId: string, language: 'en' | 'ru' = 'en', name = 'plan.ics') {
  const file = path.join(folder, name);
  scene.context.desktop.answers.push(file);
  const { saved } = await scene.calls['handoff.exportPlan']({ handoffId, language });
  return { saved, text: readFileSync(file, 'utf8') };
}

function eventsOf(text: string): readonly ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

/** What a calendar shows of each event. */
function factsOf(text: string): readonly (readonly string[])[] {
  return eventsOf(text).map(({ uid, summary, description, startDate, endDate }) => [
    uid,
    summary,
    description,
    startDate.toString(),
    endDate.toString(),
  ]);
}

const oddTitle = `Пере, дать; всё \\ "так" 🎉 =HYPERLINK("x") ${'очень '.repeat(25)}конец`.slice(0, 200);

function addOddItem(handoffId: string) {
  return scene.calls['handoff.addItem']({
    commandId: v7(),
    handoffId,
    title: oddTitle,
    side: 'successor',
    person: 'Ильза; Ш., мл.',
    dueOn: '2026-11-20',
  });
}

describe('the plan as a calendar file', () => {
  test('has every item on its day, as a whole day that takes nobody’s time', async () => {
    const { handoffId, page } = await scene.started();
    const { saved, text } = await save(handoffId);
    expect(saved).toEqual({ fileName: 'plan.ics', folder });
    const events = eventsOf(text);
    expect(events.map((event) => [event.summary, event.startDate.toString(), event.startDate.isDate])).toEqual(
      page.items.map(({ title, dueOn }) => [`Spindle: ${title}`, dueOn, true]),
    );
    for (const event of events) {
      expect(event.duration.toSeconds()).toBe(86_400);
      expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    }
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(page.items.length);
  });

  test('is the same bytes as long as the plan is the same, and the same events when it is not', async () => {
    const { handoffId, page } = await scene.started();
    const first = await save(handoffId);
    scene.context.clock.setNow('2026-11-24T10:00:00.000Z');
    expect((await save(handoffId, 'en', 'again.ics')).text).toBe(first.text);
    // Nothing waits for it.
    const moving = page.items.find(
      ({ id, dueOn }) => dueOn < '2026-12-01' && page.items.every(({ after }) => !after.includes(id)),
    );
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId: moving?.id ?? '', dueOn: '2026-12-01' });
    const moved = eventsOf((await save(handoffId)).text).find((event) => event.startDate.toString() === '2026-12-01');
    const before = eventsOf(first.text).find(({ uid }) => uid === moved?.uid);
    expect(before?.startDate.toString()).toBe(moving?.dueOn);
    expect(String(moved?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-24T10:00:00Z');
  });

  test('is written in the language that was asked for', async () => {
    const { handoffId } = await scene.started();
    const { text } = await save(handoffId, 'ru');
    expect(eventsOf(text).some(({ summary }) => summary.includes('Сообщить клиенту лично'))).toBe(true);
    expect(eventsOf(text)[0]?.description).toBe('Агентство');
  });

  test('folds, escapes and keeps every sign', async () => {
    const { handoffId } = await scene.started();
    await addOddItem(handoffId);
    const { text } = await save(handoffId);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(factsOf(text)).toContainEqual([
      expect.any(String),
      `Spindle: ${oddTitle}`,
      'Successor: Ильза; Ш., мл.',
      '2026-11-20',
      '2026-11-21',
    ]);
  });

  test.runIf(process.platform === 'linux')('is read alike by another program', async () => {
    const { handoffId } = await scene.started();
    await addOddItem(handoffId);
    const { text } = await save(handoffId);
    const script = [
      'import sys, json, icalendar',
      'calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())',
      'texts = lambda event: [str(event[name]) for name in ("uid", "summary", "description")]',
      'days = lambda event: [event[name].dt.isoformat() for name in ("dtstart", "dtend")]',
      'print(json.dumps([texts(event) + days(event) for event in calendar.walk("vevent")]))',
    ].join('\n');
    // Debian's own: another one on the path has not its packages.
    const foreign = spawnSync('/usr/bin/python3', ['-c', script], { input: text, encoding: 'utf8' });
    expect(foreign.stderr).toBe('');
    expect(JSON.parse(foreign.stdout)).toEqual(factsOf(text));
  });

  test('holds no reason, no evidence and nothing that does not apply', async () => {
    const { handoffId, page } = await scene.started();
    const [one, other] = page.items;
    await scene.calls['handoff.editItem']({
      commandId: v7(),
      itemId: one?.id ?? '',
      state: 'not_applicable',
      stateReason: 'markReason',
    });
    await scene.calls['handoff.editItem']({
      commandId: v7(),
      itemId: other?.id ?? '',
      state: 'done',
      evidence: 'markEvidence',
      confirmedBy: 'markConfirmed',
    });
    const { text } = await save(handoffId);
    const whole = text.replaceAll('\r\n ', '');
    for (const word of ['markReason', 'markEvidence', 'markConfirmed', 'talked in person', one?.title ?? ''])
      expect(whole).not.toContain(word);
    expect(whole).toContain(other?.title.slice(0, 20));
  });

  test('is stopped by a secret', async () => {
    const { handoffId, page } = await scene.started();
    await scene.calls['handoff.editItem']({
      commandId: v7(),
      itemId: page.items[0]?.id ?? '',
      title: 'password: Tr0ub4dor&3x',
    });
    await expect(save(handoffId)).rejects.toMatchObject({ code: 'secret_found' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a closed dialog writes nothing; a folder that is not there is said; the file is shown on request', async () => {
    const { handoffId } = await scene.started();
    expect(await scene.calls['handoff.revealPlan']({ handoffId })).toEqual({ shown: false });
    scene.context.desktop.answers.push(null);
    expect(await scene.calls['handoff.exportPlan']({ handoffId, language: 'en' })).toEqual({ saved: null });
    await expect(save(handoffId, 'en', 'gone/plan.ics')).rejects.toMatchObject({ code: 'target_gone' });
    await save(handoffId);
    expect(await scene.calls['handoff.revealPlan']({ handoffId })).toEqual({ shown: true });
    expect(scene.context.desktop.asked).toEqual([`reveal ${path.join(folder, 'plan.ics')}`]);
  });
});

describe('the plan to print', () => {
  async function print(handoffId: string, language: 'en' | 'ru' = 'en') {
    const file = path.join(folder, 'plan.pdf');
    scene.context.desktop.answers.push(file);
    const printed: string[] = [];
    const desktop = {
      ...scene.context.desktop,
      printPdf: async (address: string) => {
        const page = await documentPage(scene.context, new URL(address, 'app://rapport/'));
        printed.push(page ?? 'nothing');
        return Buffer.from(page ?? '');
      },
    };
    const { saved } = await handoffHandlers({ ...scene.context, desktop })['handoff.exportChecklist']({
      handoffId,
      language,
    });
    return { saved, page: printed.at(-1) ?? '', bytes: readFileSync(file) };
  }

  test('has every item of the client’s plan by week, with a box, and is the same bytes again', async () => {
    const { handoffId, page } = await scene.started();
    const first = await print(handoffId);
    expect(first.saved).toEqual({ fileName: 'plan.pdf', folder });
    const internal = ['K4'];
    for (const { code, title } of page.items) {
      const words = title.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
      expect(first.page.includes(words), title).toBe(!internal.includes(code));
    }
    expect(first.page.match(/role="img" aria-label="open"/g)).toHaveLength(page.items.length - internal.length);
    expect(first.page.match(/<section class="week">/g)).toHaveLength(4);
    expect((await print(handoffId)).bytes.equals(first.bytes)).toBe(true);
    expect((await print(handoffId, 'ru')).page).toContain('Собрать');
  });

  test('says nothing of evidence, accesses, reasons or the letter', async () => {
    const { handoffId, clientId, page } = await scene.started({ reasonText: 'markReason' });
    const itemId = page.items[0]?.id ?? '';
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId, evidence: 'markEvidence', state: 'done' });
    await scene.calls['handoff.edit']({ commandId: v7(), handoffId, letter: 'markLetter' });
    const access = { name: 'markAccess', whereKept: 'markVault', heldBy: 'x', goesTo: 'client' } as const;
    await scene.calls['handoff.addAsset']({ commandId: v7(), handoffId, ...access });
    const candidate = { name: 'markCandidate', fits: '', consider: '' };
    await scene.calls['handoff.addCandidate']({ commandId: v7(), handoffId, ...candidate });
    const printed = await print(handoffId);
    expect(printed.page).not.toMatch(/mark(Reason|Evidence|Letter|Access|Vault|Candidate)/);
    expect(printed.page).not.toContain(clientId);
    expect(printed.page).toContain('aria-label="done"');
  });

  test('is stopped by a secret', async () => {
    const { handoffId, page } = await scene.started();
    const itemId = page.items[0]?.id ?? '';
    await scene.calls['handoff.editItem']({ commandId: v7(), itemId, evidence: 'password: hunter2secret' });
    await expect(print(handoffId)).rejects.toMatchObject({ code: 'secret_found' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
