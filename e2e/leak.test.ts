import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefLeakCases, briefOf, openMarkedForBrief } from '../electron/backend/documents/brief-leak-in-test.ts';
import { leakCases, MarkedFile } from '../electron/backend/documents/leak-in-test.ts';
import { isFaulty, leakyDocument, leakyPlanOf, leaksOf, leaksOfBrief, leaksOfPlan } from './leak/leak.ts';
import { Printer } from './pdf/printer.ts';
import { languages } from '../shared/language.ts';

let folder: string;
let printer: Printer;
let marked: MarkedFile;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-leak-'));
  printer = await Printer.open(folder);
  marked = await MarkedFile.open();
});
afterAll(async () => {
  await printer.close();
  await marked.storage.remove();
  rmSync(folder, { recursive: true, force: true });
});

test.each(leakCases)('no file for the $name says or carries more than it may', async (each) => {
  const leaks = await leaksOf(printer, each, await marked.documentFor(each.options));
  expect(leaks.filter(isFaulty)).toEqual([]);
});

test.each(briefLeakCases)('no file of a $name says or carries more than it may', async (each) => {
  const file = await openMarkedForBrief();
  try {
    const brief = await briefOf(file, each.options);
    expect((await leaksOfBrief(printer, each, brief)).filter(isFaulty)).toEqual([]);
    // Control: what stands in it and is not on the list is caught in every format, the names of vaults among it.
    const leaky = { ...brief, letter: ['markOwnAssetWhereKeptZz markOtherClientNameZz'] };
    for (const { shownButNotAllowed } of await leaksOfBrief(printer, each, leaky)) {
      expect(shownButNotAllowed).toEqual(['asset.where_kept', 'other client.name']);
    }
  } finally {
    await file.storage.remove();
  }
});

test.each(languages)('no file of the plan alone says or carries more than it may, in %s', async (language) => {
  expect((await leaksOfPlan(printer, await marked.planFor(language))).filter(isFaulty)).toEqual([]);
});

test('control: a plan that says too much is caught in the calendar and on paper', async () => {
  const leaks = await leaksOfPlan(printer, await leakyPlanOf(marked));
  expect(leaks.map(({ shownButNotAllowed }) => shownButNotAllowed)).toEqual([
    ['handoff_item.evidence'],
    ['handoff_item.evidence'],
  ]);
});

test('control: a document that says too much is caught in every format, in its text and beside it', async () => {
  const [client] = leakCases;
  if (client === undefined) return expect.fail();
  const document = await marked.documentFor(client.options);
  const leaks = await leaksOf(printer, client, await leakyDocument(marked, document));
  for (const { shownButNotAllowed } of leaks) {
    expect(shownButNotAllowed).toEqual(expect.arrayContaining(['handoff.reason_text', 'handoff_item.evidence']));
  }
  const onlyTitle = { ...document, line: 'markOwnHandoffReasonTextZz' };
  const beside = await leaksOf(printer, client, onlyTitle);
  expect(beside.map(({ file, shownButNotAllowed }) => [file.split(', ').at(-1), shownButNotAllowed])).toEqual([
    ['pdf', ['handoff.reason_text']],
    ['docx', ['handoff.reason_text']],
    ['markdown', []],
    ['html', ['handoff.reason_text']],
  ]);
});
