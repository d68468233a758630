import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPartner, writeAgency } from '../../../db/settings.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { boardHandlers } from '../board.ts';
import type { Desktop } from '../desktop.ts';
import { handoffHandlers } from '../handoff.ts';
import { type TestContext, testContext } from '../testing.ts';
import { clientOptions as options } from './document-in-test.ts';
import { documentAddress, documentPage } from './page.ts';

let context: TestContext;
let folder: string;
let handoffId: string;
let handlers: ReturnType<typeof handoffHandlers>;

beforeEach(async () => {
  context = testContext();
  handlers = handoffHandlers(context);
  folder = mkdtempSync(join(tmpdir(), 'rapport-export-'));
  await boardHandlers(context)['board.createClient']({ commandId: v7(), name: 'Ольха', stage: 'stable' });
  const { card } = await boardHandlers(context)['board.createClient']({
    commandId: v7(),
    name: 'Текстиль «Веретено»',
    stage: 'stagnation',
  });
  const started = await handoffHandlers(context)['handoff.end']({
    commandId: v7(),
    clientId: card.id,
    choice: 'handoff',
    startOn: '2026-11-09',
    successor: 'contractor',
    extended: [],
    reasons: [],
    reasonText: '',
  });
  handoffId = started.handoffId ?? '';
});
afterEach(async () => {
  await context.storage.remove();
  rmSync(folder, { recursive: true, force: true });
});

const calls = () => handlers;

function exportAs(change: Partial<CallRequest<'handoff.export'>> = {}) {
  return calls()['handoff.export']({ commandId: v7(), handoffId, format: 'markdown', options, ...change });
}

describe('an export', () => {
  test('writes the file, and the issue log knows its sum', async () => {
    context.desktop.answers.push(join(folder, 'Передача.md'));
    const { saved } = await exportAs();
    expect(saved).toMatchObject({ fileName: 'Передача.md', folder, pages: null });
    const bytes = readFileSync(join(folder, 'Передача.md'));
    const { page } = await calls()['handoff.open']({ handoffId });
    expect(page.issued).toMatchObject([
      {
        audience: 'client',
        language: 'ru',
        format: 'markdown',
        version: 1,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ]);
    expect(readdirSync(folder)).toEqual(['Передача.md']);
    await calls()['handoff.revealFile']({ issueId: saved?.issueId ?? '' });
    expect(context.desktop.asked).toContain(`reveal ${join(folder, 'Передача.md')}`);
  });

  test('repeated asks for no second file; a later one is the next version', async () => {
    const commandId = v7();
    context.desktop.answers.push(join(folder, 'a.md'), join(folder, 'b.docx'));
    const first = await exportAs({ commandId });
    expect((await exportAs({ commandId })).saved).toEqual(first.saved);
    await exportAs({ format: 'docx' });
    const { page } = await calls()['handoff.open']({ handoffId });
    expect(page.issued.map((issue) => issue.version).toSorted((one, other) => one - other)).toEqual([1, 2]);
  });

  test('stays in the log of issues: Undo goes past it to what was done before', async () => {
    const named = async () => (await calls()['handoff.open']({ handoffId })).page;
    await calls()['handoff.edit']({ commandId: v7(), handoffId, letter: 'До скорого' });
    await calls()['handoff.edit']({ commandId: v7(), handoffId, letter: 'До встречи' });
    await context.storage.undo(v7());
    context.desktop.answers.push(join(folder, 'a.md'), join(folder, 'b.md'));
    const commandId = v7();
    await exportAs({ commandId });
    expect((await context.storage.redo(v7())).commandName).toBe('handoff.edit');
    expect((await named()).letter).toBe('До встречи');
    expect((await context.storage.undo(v7())).commandName).toBe('handoff.edit');
    await expect(context.storage.undo(v7(), commandId)).rejects.toMatchObject({ code: 'undo_issued' });
    await context.storage.undo(v7());
    // Neither the handoff nor its client can be taken from under the document; what was done before them can.
    expect((await context.storage.undo(v7())).commandName).toBe('board.createClient');
    const { cards } = await boardHandlers(context)['board.load']({});
    expect(cards.map(({ name }) => name)).toEqual(['Текстиль «Веретено»']);
    await expect(context.storage.undo(v7())).rejects.toMatchObject({ code: 'nothing_to_undo' });
    expect(await named()).toMatchObject({ letter: '', issued: [{ version: 1 }] });
    await context.storage.write({ id: v7(), name: 'handoff.cancel' }, async (writer) => {
      await writer.updateTable('document_issue').set({ deleted_at: '2026-11-23T08:00:00.000Z' }).execute();
    });
    await exportAs();
    expect((await named()).issued).toMatchObject([{ version: 2 }]);
  });

  test('leaves its client where it stands, however far Undo goes', async () => {
    const { page } = await calls()['handoff.open']({ handoffId });
    const clientId = page.client.id;
    await calls()['handoff.close']({ commandId: v7(), handoffId });
    await calls()['handoff.comeBack']({ commandId: v7(), clientId });
    const move = { commandId: v7(), clientId, stage: 'stable', after: null } as const;
    await boardHandlers(context)['board.moveClient'](move);
    const again = await calls()['handoff.end']({
      commandId: v7(),
      clientId,
      choice: 'handoff',
      startOn: '2026-11-20',
      successor: 'contractor',
      extended: [],
      reasons: [],
      reasonText: '',
    });
    context.desktop.answers.push(join(folder, 'again.md'));
    await exportAs({ handoffId: again.handoffId ?? '' });
    const undone: string[] = [];
    for (;;) {
      const step = await context.storage.undo(v7()).catch((problem: unknown) => problem);
      if (step instanceof AppError) {
        expect(step.code).toBe('nothing_to_undo');
        break;
      }
      undone.push(JSON.stringify(step));
    }
    expect(undone).toHaveLength(1);
    const { cards } = await boardHandlers(context)['board.load']({});
    expect(cards).toMatchObject([{ id: clientId, stage: 'stable' }]);
  });

  test('with a closed dialog leaves nothing behind', async () => {
    context.desktop.answers.push(null);
    expect((await exportAs()).saved).toBeNull();
    expect((await calls()['handoff.open']({ handoffId })).page.issued).toEqual([]);
  });

  test('that cannot be written says so, issues nothing, and goes to the same place when it is repeated', async () => {
    mkdirSync(join(folder, 'taken.md'));
    context.desktop.answers.push(join(folder, 'taken.md'), join(folder, 'other.md'));
    const commandId = v7();
    await expect(exportAs({ commandId })).rejects.toMatchObject({ code: 'export_failed' });
    expect((await calls()['handoff.open']({ handoffId })).page.issued).toEqual([]);
    expect(readdirSync(folder)).toEqual(['taken.md']);
    rmSync(join(folder, 'taken.md'), { recursive: true });
    expect((await exportAs({ commandId })).saved?.fileName).toBe('taken.md');
    expect(context.desktop.answers).toHaveLength(1);
    // Another command is another wish: it asks.
    expect((await exportAs()).saved?.fileName).toBe('other.md');
  });

  test('repeated writes over no file that came meanwhile without asking', async () => {
    const gone = join(folder, 'stick');
    context.desktop.answers.push(join(gone, 'a.md'), join(gone, 'b.md'));
    const commandId = v7();
    await expect(exportAs({ commandId })).rejects.toMatchObject({ code: 'target_gone' });
    mkdirSync(gone);
    writeFileSync(join(gone, 'a.md'), 'of somebody else');
    expect((await exportAs({ commandId })).saved?.fileName).toBe('b.md');
    expect(readFileSync(join(gone, 'a.md'), 'utf8')).toBe('of somebody else');
  });

  test('adds the extension that nobody typed, and asks again when that is the name of a file', async () => {
    writeFileSync(join(folder, 'Mine.md'), 'first');
    for (const name of ['Handoff v.final', 'План г.Омск', 'Передача.v2']) {
      context.desktop.answers.push(join(folder, name));
      expect((await exportAs()).saved?.fileName).toBe(`${name}.md`);
    }
    context.desktop.answers.push(join(folder, 'Mine'), join(folder, 'Передача 25.11.2026'));
    expect((await exportAs()).saved?.fileName).toBe('Передача 25.11.2026.md');
    expect(readFileSync(join(folder, 'Mine.md'), 'utf8')).toBe('first');
    context.desktop.answers.push(join(folder, 'Mine'), join(folder, 'Mine.md'));
    expect((await exportAs()).saved?.fileName).toBe('Mine.md');
    expect(readFileSync(join(folder, 'Mine.md'), 'utf8')).not.toBe('first');
  });

  test('begins where a document of this client went last, else where any did, else in the documents', async () => {
    const asked: (string | null | undefined)[] = [];
    const into = (place: string, id = handoffId) => {
      const saveFile: Desktop['saveFile'] = ({ folder: begin }) => {
        asked.push(begin);
        return Promise.resolve(join(place, 'a.md'));
      };
      const elsewhere = handoffHandlers({ ...context, desktop: { ...context.desktop, saveFile } });
      return elsewhere['handoff.export']({ commandId: v7(), handoffId: id, format: 'markdown', options });
    };
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    mkdirSync(one);
    mkdirSync(two);
    const { cards } = await boardHandlers(context)['board.load']({});
    const other = await calls()['handoff.end']({
      commandId: v7(),
      clientId: cards.find(({ name }) => name === 'Ольха')?.id ?? '',
      choice: 'handoff',
      startOn: '2026-11-20',
      successor: 'contractor',
      extended: [],
      reasons: [],
      reasonText: '',
    });
    await into(one);
    await into(two, other.handoffId ?? '');
    await into(one);
    rmSync(one, { recursive: true });
    await into(two);
    expect(asked).toEqual([null, one, one, two]);
  });

  test('is refused for a secret in a title that only the other language shows', async () => {
    const { page } = await calls()['handoff.open']({ handoffId });
    await context.storage.write({ id: v7(), name: 'handoff.editItem' }, async (writer) => {
      const words = { own_title_en: 'Hand over, password: Tr0ub4dor&3x', own_title_ru: 'Передать' };
      await writer
        .updateTable('handoff_item')
        .set(words)
        .where('id', '=', page.items[0]?.id ?? '')
        .execute();
    });
    for (const language of ['ru', 'en'] as const) {
      const seen = handoffHandlers({ ...context, language: () => language });
      const { findings } = await seen['handoff.findSecrets']({ handoffId });
      expect(findings).toMatchObject([{ place: 'item', recordId: page.items[0]?.id, kind: 'password' }]);
      expect(findings[0]?.recordTitle).not.toContain('Tr0ub4dor');
    }
    await expect(exportAs()).rejects.toMatchObject({ code: 'secret_found' });
  });

  test('is refused while a secret stands in it, until it is cleared with a reason', async () => {
    const secret = 'пароль: Veretено-2026!kQ9';
    const { page } = await calls()['handoff.addAsset']({
      commandId: v7(),
      handoffId,
      name: 'Хостинг',
      whereKept: secret,
      heldBy: 'Ника',
      goesTo: 'client',
    });
    context.desktop.answers.push(join(folder, 'no.md'));
    await expect(exportAs()).rejects.toMatchObject({ code: 'secret_found' });
    const { findings } = await calls()['handoff.findSecrets']({ handoffId });
    expect(findings).toMatchObject([{ place: 'asset', recordId: page.assets[0]?.id, recordTitle: 'Хостинг' }]);
    expect(JSON.stringify(findings)).not.toContain('Veretено-2026!kQ9');
    const fingerprint = findings[0]?.fingerprint ?? '';
    const clear = (reason: string) =>
      calls()['handoff.clearSecret']({ commandId: v7(), handoffId, fingerprint, reason });
    await expect(clear(' ')).rejects.toMatchObject({ code: 'reason_missing' });
    expect((await clear('старый, уже сменён')).findings).toEqual([]);
    expect((await exportAs()).saved?.fileName).toBe('no.md');
  });

  test('is searched wherever a document takes its words from, and nowhere else', async () => {
    const secret = 'пароль: Veretено-2026!kQ9';
    const { page } = await calls()['handoff.addCandidate']({
      commandId: v7(),
      handoffId,
      name: 'Депо Кода',
      fits: '',
      consider: '',
    });
    await calls()['handoff.answerQuestion']({
      commandId: v7(),
      candidateId: page.candidates[0]?.id ?? '',
      question: 'shows_reports',
      answer: secret,
    });
    const places = async () =>
      (await calls()['handoff.findSecrets']({ handoffId })).findings.map(({ place, recordTitle }) => [
        place,
        recordTitle,
      ]);
    expect(await places()).toEqual([]);
    await context.storage.write({ id: v7(), name: 'settings.editAgency' }, async (writer, stamp) => {
      await writeAgency(writer, { name: 'Кварта', contact: secret }, stamp);
      await addPartner(writer, `Ника ${secret}`, stamp);
      await writer
        .updateTable('client')
        .set({ name: `Веретено ${secret}` })
        .execute();
    });
    expect(await places()).toEqual([
      ['client', 'Веретено пароль:'],
      ['agency', 'Кварта'],
      ['partner', 'Ника пароль:'],
    ]);
  });

  const write = (letter: string) => calls()['handoff.edit']({ commandId: v7(), handoffId, letter });

  function exportWith(desktop: Partial<Desktop>) {
    const elsewhere = handoffHandlers({ ...context, desktop: { ...context.desktop, ...desktop } });
    return elsewhere['handoff.export']({ commandId: v7(), handoffId, format: 'pdf', options });
  }

  test('is refused when a secret was typed while the dialog was open', async () => {
    const saveFile = async () => {
      await write('пароль: Veretено-2026!kQ9');
      return join(folder, 'a.pdf');
    };
    await expect(exportWith({ saveFile })).rejects.toMatchObject({ code: 'secret_found' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is printed again when something was typed while it was printed', async () => {
    const letters = ['Первое', 'Второе'];
    const printed: (string | undefined)[] = [];
    const printPdf = async () => {
      const letter = letters.shift();
      if (letter !== undefined) await write(letter);
      printed.push(letter);
      return Buffer.from(`%PDF ${printed.length}`);
    };
    await exportWith({ saveFile: () => Promise.resolve(join(folder, 'a.pdf')), printPdf });
    expect(printed).toEqual(['Первое', 'Второе', undefined]);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('%PDF 3');
  });
});

describe('the page of a document', () => {
  const page = (address: string) => documentPage(context, new URL(address, 'app://rapport/'));

  test('is served at the address the printer asks for', async () => {
    const html = await page(documentAddress(handoffId, options));
    expect(html).toContain('<html lang="ru">');
    expect(html?.indexOf('<style>')).toBeGreaterThan(0);
    expect(html).not.toContain('style="');
    expect(html).not.toContain('<script');
  });

  test.each([
    ['no query', () => `document/${handoffId}`],
    ['another language', () => documentAddress(handoffId, options).replace('language=ru', 'language=de')],
    ['another handoff', () => documentAddress(v7(), options)],
    ['no id', () => 'document/x?language=ru&audience=client&assets=1&done=1&reasons=0'],
    ['a deeper path', () => documentAddress(`${handoffId}/x`, options)],
  ])('does not exist for %s', async (_name, address) => {
    expect(await page(address())).toBeNull();
  });
});
