import { sql } from 'kysely';
import { strFromU8, unzipSync } from 'fflate';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedTables } from '../../../db/schema.ts';
import { writeAgency } from '../../../db/settings.ts';
import { openTestStorage, type TestStorage } from '../../../db/testing.ts';
import { readHandoffPage } from '../../../db/handoff-page.ts';
import type { DocumentOptions } from '../../../shared/contract/handoff.ts';
import { makeDocument } from '../../../shared/handoff/document.ts';
import { documentDocx } from './docx.ts';
import { servedFont } from './fonts.ts';
import { documentHtml } from './html.ts';
import { documentMarkdown } from './markdown.ts';
import { readDocumentSource } from './source.ts';

/*
 * Every text column of every table holds a word of its own, in the rows of the handoff's client and in those of another
 * one. Only the words on the list of an audience may stand in its document. What is not free text (ids, states, dates)
 * holds real values, so that every row is shown that can be shown.
 */

let storage: TestStorage;
const ids = new Map<string, string>();

const idOf = (name: string) => {
  const known = ids.get(name) ?? v7();
  ids.set(name, known);
  return known;
};

function marker(owner: 'own' | 'other', table: string, column: string): string {
  const words = `${owner}_${table}_${column}`.split('_');
  return `mark${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Zz`;
}

const real: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  client: { stage: 'stagnation', place: 'a0', language: 'en' },
  contact: { role: 'other', left_on: null },
  engagement: { start_on: '2020-10-20', end_on: null },
  asset: { goes_to: 'successor', state: 'transferred', state_on: '2026-11-18' },
  handoff: {
    start_on: '2026-11-09',
    end_on: '2026-12-09',
    care_until_on: '2027-01-31',
    state: 'running',
    successor: 'contractor',
  },
  handoff_item: { due_on: '2026-11-12', side: 'agency', state: 'done', confirmed_on: '2026-11-13' },
  dossier_line: { kind: 'watch' },
  candidate: { state: 'leaning' },
  candidate_answer: { question: 'shows_reports' },
};

const references: Readonly<Record<string, string>> = {
  partner_id: 'partner',
  lead_partner_id: 'partner',
  client_id: 'client',
  note_id: 'note',
  contact_id: 'contact',
  engagement_id: 'engagement',
  handoff_id: 'handoff',
  item_id: 'handoff_item',
  after_item_id: 'handoff_item',
  asset_id: 'asset',
  candidate_id: 'candidate',
  trial_id: 'trial',
  kpi_id: 'kpi',
  report_id: 'report',
  request_id: 'request',
};

async function fill(owner: 'own' | 'other'): Promise<void> {
  await storage.write({ id: v7(), name: 'clients.edit' }, async (writer) => {
    for (const [table, columns] of Object.entries(sharedTables)) {
      const row = Object.entries(columns).map(([column, type]): [string, string | number | null] => {
        if (column === 'id') return [column, idOf(`${owner} ${table}`)];
        if (column === 'deleted_at') return [column, null];
        const target = references[column];
        if (target !== undefined) return [column, idOf(`${owner} ${target}`)];
        const given = real[table]?.[column];
        if (given !== undefined) return [column, given];
        return [column, type.startsWith('integer') ? 1 : marker(owner, table, column)];
      });
      await sql`insert into ${sql.table(table)} (${sql.join(row.map(([column]) => sql.ref(column)))})
        values (${sql.join(row.map(([, value]) => value))})`.execute(writer);
    }
  });
}

beforeAll(async () => {
  storage = openTestStorage();
  await storage.write({ id: v7(), name: 'settings.editAgency' }, async (writer, stamp) => {
    const words = ['name', 'monogram', 'contact'].map((column) => [column, marker('own', 'agency', column)]);
    await writeAgency(writer, Object.fromEntries(words), stamp);
  });
  await fill('own');
  await fill('other');
});
afterAll(() => storage.remove());

const everywhere = [
  'agency.name',
  'agency.monogram',
  'agency.contact',
  'client.name',
  'partner.name',
  'contact.name',
  'contact.role_note',
  'contact.phone',
  'contact.email',
  'asset.name',
  'asset.where_kept',
  'asset.held_by',
  'dossier_line.text',
  'handoff_item.title',
  'handoff_item.person',
];
const candidates = ['candidate.name', 'candidate.fits', 'candidate.consider', 'candidate.disclosure'];
const proof = ['handoff_item.evidence', 'handoff_item.confirmed_by'];
const reasons = ['handoff.reason_text', 'parting_reason.code'];

const base: Omit<DocumentOptions, 'audience'> = {
  language: 'en',
  includeAssets: true,
  includeDone: true,
  includeReasons: false,
};

const cases: readonly {
  readonly name: string;
  readonly options: DocumentOptions;
  readonly allowed: readonly string[];
}[] = [
  {
    name: 'client',
    options: { ...base, audience: 'client' },
    allowed: [...everywhere, ...candidates, 'handoff.letter'],
  },
  {
    name: 'client, though reasons are asked for',
    options: { ...base, audience: 'client', includeReasons: true },
    allowed: [...everywhere, ...candidates, 'handoff.letter'],
  },
  {
    name: 'client without accesses',
    options: { ...base, audience: 'client', includeAssets: false },
    allowed: [...everywhere.filter((word) => !word.startsWith('asset')), ...candidates, 'handoff.letter'],
  },
  { name: 'successor', options: { ...base, audience: 'successor', includeReasons: true }, allowed: everywhere },
  { name: 'agency', options: { ...base, audience: 'agency' }, allowed: [...everywhere, ...candidates, ...proof] },
  {
    name: 'agency with reasons',
    options: { ...base, audience: 'agency', includeReasons: true },
    allowed: [...everywhere, ...candidates, ...proof, ...reasons],
  },
];

async function texts(options: DocumentOptions): Promise<Readonly<Record<string, string>>> {
  const source = await readDocumentSource(storage.read, {
    handoffId: idOf('own handoff'),
    today: '2026-11-23',
    options,
  });
  const document = makeDocument(source, options);
  const parts = Object.values(unzipSync(await documentDocx(document))).map((part) => strFromU8(part));
  return {
    html: documentHtml(document, { fonts: servedFont, fitsPhones: true }),
    markdown: documentMarkdown(document),
    docx: parts.join('\n'),
  };
}

function found(text: string): readonly string[] {
  const known = (['own', 'other'] as const).flatMap((owner) =>
    Object.entries(sharedTables).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => ({
        word: marker(owner, table, column),
        name: `${owner === 'own' ? '' : 'other '}${table}.${column}`,
      })),
    ),
  );
  return known.filter(({ word }) => text.includes(word)).map(({ name }) => name);
}

describe.each(cases)('a document for the $name', ({ options, allowed }) => {
  test.each(['html', 'markdown', 'docx'])('as %s shows nothing but what is on its list', async (format) => {
    const text = (await texts(options))[format] ?? '';
    // The monogram is drawn on the cover of the page only.
    const expected = format === 'html' ? allowed : allowed.filter((word) => word !== 'agency.monogram');
    expect(found(text).toSorted()).toEqual([...expected].toSorted());
  });

  test('holds no id of any record', async () => {
    for (const text of Object.values(await texts(options))) {
      for (const id of ids.values()) expect(text).not.toContain(id);
    }
  });
});

test('a source for anybody but us has no place for reasons', async () => {
  const read = (audience: DocumentOptions['audience']) =>
    readDocumentSource(storage.read, {
      handoffId: idOf('own handoff'),
      today: '2026-11-23',
      options: { ...base, audience, includeReasons: true },
    });
  expect(await read('client')).not.toHaveProperty('reasons');
  expect(await read('successor')).not.toHaveProperty('reasons');
  expect(await read('agency')).toHaveProperty('reasons.text', marker('own', 'handoff', 'reason_text'));
});

describe('lines of the dossier that stay with us', () => {
  const text = (kind: string) => `mark${kind}StaysZz`;
  beforeAll(() =>
    storage.write({ id: v7(), name: 'clients.addDossierLine' }, async (writer) => {
      for (const kind of ['decision', 'agreement', 'watch'])
        await writer
          .insertInto('dossier_line')
          .values({ id: v7(), client_id: idOf('own client'), kind, text: text(kind), place: 'a1' })
          .execute();
    }),
  );

  test.each(cases)('reach no document for the $name', async ({ options }) => {
    for (const document of Object.values(await texts(options))) {
      expect(document).not.toContain(text('decision'));
      expect(document).not.toContain(text('agreement'));
    }
  });

  test('control: a line of another kind does', async () => {
    expect((await texts({ ...base, audience: 'client' }))['html']).toContain(text('watch'));
  });
});

describe('an account kept in the dossier alone', () => {
  const words = { admin: 'markAdminAloneZz', owner: 'markOwnerAloneZz', payer: 'markPayerAloneZz' };
  beforeAll(() =>
    storage.write({ id: v7(), name: 'clients.addAsset' }, async (writer) => {
      await writer
        .insertInto('asset')
        .values({ id: v7(), client_id: idOf('own client'), name: 'Domain', goes_to: 'client', ...words, place: 'a1' })
        .execute();
    }),
  );

  test.each(cases)('names for the $name nobody but who holds it', async ({ options }) => {
    for (const document of Object.values(await texts(options))) {
      expect(document.includes(words.admin)).toBe(options.includeAssets);
      expect(document).not.toContain(words.owner);
      expect(document).not.toContain(words.payer);
    }
  });

  test('control: the page of the handoff knows them all', async () => {
    const page = JSON.stringify(await readHandoffPage(storage.read, idOf('own handoff'), 'en'));
    for (const word of Object.values(words)) expect(page).toContain(word);
  });
});

test('control: what the partners see on the screen would fail', async () => {
  const page = await readHandoffPage(storage.read, idOf('own handoff'), 'en');
  const leaked = found(JSON.stringify(page));
  expect(leaked).toEqual(
    expect.arrayContaining(['handoff.reason_text', 'candidate_answer.answer', 'handoff_item.evidence']),
  );
});
