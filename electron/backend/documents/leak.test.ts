import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHandoffPage } from '../../../db/handoff-page.ts';
import type { DocumentOptions } from '../../../shared/contract/handoff.ts';
import { languages } from '../../../shared/language.ts';
import { documentDocx } from './docx.ts';
import { servedFont } from './fonts.ts';
import { checklistHtml, documentHtml } from './html.ts';
import { allowedInPlan, found, leakCases, MarkedFile, usualOptions, wordOf } from './leak-in-test.ts';
import { documentMarkdown } from './markdown.ts';
import { testOnlyAllowed, textIn, type Written } from './only-allowed-in-test.ts';
import { readDocumentSource } from './source.ts';

let marked: MarkedFile;
beforeAll(async () => {
  marked = await MarkedFile.open();
});
afterAll(() => marked.storage.remove());

async function texts(options: DocumentOptions): Promise<Written> {
  const document = await marked.documentFor(options);
  return {
    html: documentHtml(document, { fonts: servedFont, fitsPhones: true }),
    markdown: documentMarkdown(document),
    docx: textIn(await documentDocx(document)),
  };
}

describe.each(leakCases)('a document for the $name', ({ options, allowed }) => {
  testOnlyAllowed({ marked: () => marked, texts: () => texts(options), allowed });
});

describe.each(languages)('the plan in files of its own, in %s', (language) => {
  const plans = async () => {
    const { calendar, table } = await marked.planFor(language);
    return { calendar, checklist: checklistHtml(table, { fonts: servedFont, fitsPhones: false }) };
  };

  test.each(['calendar', 'checklist'] as const)('as a %s shows nothing but what is on its list', async (name) => {
    expect(found((await plans())[name]).toSorted()).toEqual([...allowedInPlan[name]].toSorted());
  });

  test('holds no id of any record', async () => {
    for (const text of Object.values(await plans()))
      for (const id of marked.ids.values()) expect(text).not.toContain(id);
  });
});

test('a source for anybody but us has no place for reasons', async () => {
  const read = (audience: DocumentOptions['audience']) =>
    readDocumentSource(marked.storage.read, {
      handoffId: marked.idOf('own handoff'),
      today: '2026-11-23',
      options: { ...usualOptions, audience, includeReasons: true },
    });
  expect(await read('client')).not.toHaveProperty('reasons');
  expect(await read('successor')).not.toHaveProperty('reasons');
  expect(await read('agency')).toHaveProperty('reasons.text', wordOf('own', 'handoff', 'reason_text'));
});

describe('lines of the dossier that stay with us', () => {
  const text = (kind: string) => `mark${kind}StaysZz`;
  beforeAll(() =>
    marked.storage.write({ id: v7(), name: 'clients.addDossierLine' }, async (writer) => {
      for (const kind of ['decision', 'agreement', 'watch'])
        await writer
          .insertInto('dossier_line')
          .values({ id: v7(), client_id: marked.idOf('own client'), kind, text: text(kind), place: 'a1' })
          .execute();
    }),
  );

  test.each(leakCases)('reach no document for the $name', async ({ options }) => {
    for (const document of Object.values(await texts(options))) {
      expect(document).not.toContain(text('decision'));
      expect(document).not.toContain(text('agreement'));
    }
  });

  test('control: a line of another kind does', async () => {
    expect((await texts({ ...usualOptions, audience: 'client' })).html).toContain(text('watch'));
  });
});

describe('an account kept in the dossier alone', () => {
  const words = { admin: 'markAdminAloneZz', owner: 'markOwnerAloneZz', payer: 'markPayerAloneZz' };
  beforeAll(() =>
    marked.storage.write({ id: v7(), name: 'clients.addAsset' }, async (writer) => {
      await writer
        .insertInto('asset')
        .values({
          id: v7(),
          client_id: marked.idOf('own client'),
          name: 'Domain',
          goes_to: 'client',
          ...words,
          place: 'a1',
        })
        .execute();
    }),
  );

  test.each(leakCases)('names for the $name nobody but who holds it', async ({ options }) => {
    for (const document of Object.values(await texts(options))) {
      expect(document.includes(words.admin)).toBe(options.includeAssets);
      expect(document).not.toContain(words.owner);
      expect(document).not.toContain(words.payer);
    }
  });

  test('control: the page of the handoff knows them all', async () => {
    const page = JSON.stringify(await readHandoffPage(marked.storage.read, marked.idOf('own handoff'), 'en'));
    for (const word of Object.values(words)) expect(page).toContain(word);
  });
});

test('control: what the partners see on the screen would fail', async () => {
  const page = await readHandoffPage(marked.storage.read, marked.idOf('own handoff'), 'en');
  const leaked = found(JSON.stringify(page));
  expect(leaked).toEqual(
    expect.arrayContaining(['handoff.reason_text', 'candidate_answer.answer', 'handoff_item.evidence']),
  );
});
