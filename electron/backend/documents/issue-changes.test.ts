import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAgency } from '../../../db/settings.ts';
import type { DocumentFormat, DocumentOptions, HandoffPage } from '../../../shared/contract/handoff.ts';
import { makeDocument } from '../../../shared/handoff/document.ts';
import { documentParts, textOfParts } from '../../../shared/handoff/document-parts.ts';
import type { SourceForAgency } from '../../../shared/handoff/document-source.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { handoffHandlers } from '../handoff.ts';
import { type TestContext, testContext } from '../testing.ts';
import { clientOptions as options, sourceForAgency } from './document-in-test.ts';
import { digestsOf } from './issue-changes.ts';

describe('what a document says', () => {
  const own: DocumentOptions = { ...options, audience: 'agency', includeReasons: true };
  const source = sourceForAgency({ items: 6, assets: 2 });
  const before = digestsOf(source, own);
  const changed = (part: Partial<SourceForAgency>) => {
    const after = digestsOf({ ...source, ...part }, own);
    return documentParts.filter((name) => before[name] !== after[name]);
  };

  test('is the same for the same data', () => {
    expect(changed(structuredClone(source))).toEqual([]);
  });

  test('is told apart part by part', () => {
    const { items, assets, dossier, candidates, contacts } = source;
    expect(changed({ items: items.map((item) => ({ ...item, evidence: 'акт' })) })).toEqual(['plan']);
    expect(changed({ items: items.map((item) => ({ ...item, state: 'done' })) })).toEqual(['plan']);
    expect(changed({ endOn: '2026-12-16' })).toContain('plan');
    expect(changed({ assets: assets.map((asset) => ({ ...asset, whereKept: 'облако' })) })).toEqual(['assets']);
    expect(changed({ dossier: dossier.slice(1) })).toEqual(['knowledge']);
    expect(changed({ candidates: candidates.map((each) => ({ ...each, consider: 'дорого' })) })).toEqual([
      'candidates',
    ]);
    expect(changed({ contacts: contacts.map((contact) => ({ ...contact, phone: '1' })) })).toEqual(['people']);
    expect(changed({ reasons: { codes: [], text: 'тишина' } })).toEqual(['reasons']);
    expect(changed({ client: { ...source.client, name: 'Ольха' } })).toContain('cover');
    expect(changed({ careUntilOn: '2027-02-28' })).toEqual(['people', 'after']);
  });

  test('leaves no word of the document to no part', () => {
    const document = makeDocument(source, own);
    const parts = Object.values(textOfParts(document)).join('\n');
    // The day is the file's own; the facts are counted from the plan and the accesses.
    const { madeOn: _madeOn, version: _version, line: _line, facts: _facts, language: _language, ...rest } = document;
    const words = (value: unknown): readonly string[] =>
      typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(words)
        : typeof value === 'string'
          ? [JSON.stringify(value).slice(1, -1)]
          : [];
    expect(words(rest).filter((word) => !parts.includes(word))).toEqual([]);
    expect(words(rest).length).toBeGreaterThan(60);
  });
});

describe('since a document went out', () => {
  let context: TestContext;
  let folder: string;
  let handoffId: string;
  let clientId: string;

  beforeEach(async () => {
    context = testContext();
    folder = mkdtempSync(join(tmpdir(), 'rapport-issued-'));
    const { card } = await boardHandlers(context)['board.createClient']({
      commandId: v7(),
      name: 'Текстиль «Веретено»',
      stage: 'stagnation',
    });
    clientId = card.id;
    const started = await calls()['handoff.end']({
      commandId: v7(),
      clientId,
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

  const calls = () => handoffHandlers(context);
  const page = async (): Promise<HandoffPage> => (await calls()['handoff.open']({ handoffId })).page;

  async function issue(name: string, change: Partial<DocumentOptions> = {}, format: DocumentFormat = 'markdown') {
    context.desktop.answers.push(join(folder, name));
    const asked = { commandId: v7(), handoffId, format, options: { ...options, ...change } };
    await calls()['handoff.export'](asked);
  }

  /** By the name of the file. */
  async function changes() {
    const { issued } = await page();
    const answer = await calls()['handoff.issueChanges']({ handoffId });
    return Object.fromEntries(
      answer.changes.map(({ issueId, changed }) => [issued.find(({ id }) => id === issueId)?.fileName, changed]),
    );
  }

  test('nothing changed by itself, however many days go by', async () => {
    await issue('a.md');
    await issue('b.md', { audience: 'agency', language: 'en', includeReasons: true });
    context.clock.setNow('2027-01-25T09:00:00.000Z');
    expect(await changes()).toEqual({ 'a.md': [], 'b.md': [] });
  });

  test('a part is named for those who see it', async () => {
    await issue('client.md');
    await issue('successor.md', { audience: 'successor' });
    await issue('ours.md', { audience: 'agency', includeReasons: true });
    await calls()['handoff.edit']({ commandId: v7(), handoffId, letter: 'Спасибо за шесть лет' });
    expect(await changes()).toEqual({ 'client.md': ['cover'], 'successor.md': [], 'ours.md': [] });
    const item = (await page()).items[0] ?? expect.fail();
    await calls()['handoff.editItem']({ commandId: v7(), itemId: item.id, evidence: 'письмо от 9 ноября' });
    expect(await changes()).toEqual({ 'client.md': ['cover'], 'successor.md': [], 'ours.md': ['plan'] });
    await clientsHandlers(context)['clients.addDossierLine']({
      commandId: v7(),
      clientId,
      kind: 'watch',
      text: 'Запас 18 %',
    });
    expect(await changes()).toEqual({
      'client.md': ['cover', 'knowledge'],
      'successor.md': ['knowledge'],
      'ours.md': ['plan', 'knowledge'],
    });
  });

  test('what was undone is no change', async () => {
    await issue('a.md');
    await calls()['handoff.edit']({ commandId: v7(), handoffId, letter: 'Спасибо' });
    expect(await changes()).toEqual({ 'a.md': ['cover'] });
    await context.storage.undo(v7());
    expect(await changes()).toEqual({ 'a.md': [] });
  });

  test('the agency’s own name is one', async () => {
    await issue('a.md');
    await context.storage.write({ id: v7(), name: 'settings.editAgency' }, (writer, stamp) =>
      writeAgency(writer, { name: 'Бюро Кварта' }, stamp),
    );
    expect((await changes())['a.md']).toEqual(expect.arrayContaining(['cover', 'plan']));
  });

  test('the last file of each kind is told of, with the options it was made with', async () => {
    await issue('old.md');
    await calls()['handoff.edit']({ commandId: v7(), handoffId, letter: 'Спасибо' });
    context.clock.setNow('2026-11-24T09:00:00.000Z');
    await issue('new.md', { includeAssets: false });
    await issue('word.docx', {}, 'docx');
    await calls()['handoff.addAsset']({
      commandId: v7(),
      handoffId,
      name: 'Домен',
      whereKept: '',
      heldBy: '',
      goesTo: 'client',
    });
    expect(await changes()).toEqual({ 'new.md': [], 'word.docx': ['assets'] });
  });

  test('of a file from before nothing is known', async () => {
    await issue('a.md');
    await context.storage.write({ id: v7(), name: 'handoff.export' }, async (writer) => {
      await writer.updateTable('document_issue').set({ made_on: null }).execute();
    });
    expect(await changes()).toEqual({ 'a.md': null });
  });
});
