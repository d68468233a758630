import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHandoffPage } from '../../../db/handoff-page.ts';
import { briefDocx } from './brief-docx.ts';
import { briefHtml } from './brief-html.ts';
import { briefLeakCases, briefOf, openMarkedForBrief } from './brief-leak-in-test.ts';
import { briefMarkdown } from './brief-markdown.ts';
import { servedFont } from './fonts.ts';
import { found, type MarkedFile, wordOf } from './leak-in-test.ts';
import { testOnlyAllowed, textIn, type Written } from './only-allowed-in-test.ts';

let marked: MarkedFile;
beforeAll(async () => {
  marked = await openMarkedForBrief();
});
afterAll(() => marked.storage.remove());

type Options = (typeof briefLeakCases)[number]['options'];

async function texts(options: Options): Promise<Written> {
  const brief = await briefOf(marked, options);
  return {
    html: briefHtml(brief, { fonts: servedFont, fitsPhones: true }),
    markdown: briefMarkdown(brief),
    docx: textIn(await briefDocx(brief)),
  };
}

describe.each(briefLeakCases)('a $name for candidates', ({ options, allowed }) => {
  testOnlyAllowed({ marked: () => marked, texts: () => texts(options), allowed });
});

test('a figure in money stays out, goals or not', async () => {
  await marked.storage.write({ id: v7(), name: 'clients.editKpi' }, async (writer) => {
    await writer.updateTable('kpi').set({ unit: '₽' }).where('id', '=', marked.idOf('own kpi')).execute();
  });
  for (const text of Object.values(await texts({ language: 'ru', includeGoals: true }))) {
    expect(text).not.toContain(wordOf('own', 'kpi', 'name'));
    expect(text).not.toContain(wordOf('own', 'kpi_reading', 'value'));
    expect(text).toContain(wordOf('own', 'client', 'their_goal'));
  }
});

test('lines of the dossier that are no facts of the project stay with us', async () => {
  const text = (kind: string) => `mark${kind}StaysZz`;
  await marked.storage.write({ id: v7(), name: 'clients.addDossierLine' }, async (writer) => {
    for (const kind of ['decision', 'agreement', 'open_question', 'how_it_works'])
      await writer
        .insertInto('dossier_line')
        .values({ id: v7(), client_id: marked.idOf('own client'), kind, text: text(kind), place: 'a1' })
        .execute();
  });
  for (const written of Object.values(await texts({ language: 'en', includeGoals: true }))) {
    expect(written).toContain(text('how_it_works'));
    for (const kind of ['decision', 'agreement', 'open_question']) expect(written).not.toContain(text(kind));
  }
});

test('control: what the partners see on the screen would fail', async () => {
  const page = await readHandoffPage(marked.storage.read, marked.idOf('own handoff'), 'en');
  expect(found(JSON.stringify(page))).toEqual(
    expect.arrayContaining(['handoff.reason_text', 'asset.where_kept', 'contact.name', 'candidate.name']),
  );
});
