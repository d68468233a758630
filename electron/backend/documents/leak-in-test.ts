import { v7 } from 'uuid';
import { sharedTables } from '../../../db/schema.ts';
import { writeAgency } from '../../../db/settings.ts';
import { openTestStorage, type TestStorage } from '../../../db/testing.ts';
import type { DocumentOptions } from '../../../shared/contract/handoff.ts';
import type { Language } from '../../../shared/language.ts';
import { type HandoffDocument, makeDocument } from '../../../shared/handoff/document.ts';
import { forEverybody, readCalendarPlan } from '../handoff/plan-file.ts';
import { planIcs } from './plan-ics.ts';
import { readDocumentSource } from './source.ts';

/*
 * Every column of every table holds a word or a number of its own, in the rows of the handoff's client and in those of
 * another one. Only those on the list of an audience may stand in its document. What is not free text (ids, states,
 * dates, yes and no) holds real values, so that every row is shown that can be shown.
 */

type Owner = 'own' | 'other';

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
  handoff_item: { due_on: '2026-11-12', side: 'agency', state: 'done', confirmed_on: '2026-11-17' },
  kpi_reading: { measured_on: '2026-11-01' },
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
  erasure_id: 'erasure',
  trial_id: 'trial',
  kpi_id: 'kpi',
  report_id: 'report',
  request_id: 'request',
};

/** Yes or no: only these two can be told from each other on a page. */
const flags = /^(?:is|works|includes|sets|accepts)_|^(?:decides|pays)$/;

/** Tables of this computer that are not made from the others. */
const localTables = ['local_setting', 'local_kept_text'] as const;

type Cell = readonly [column: string, value: string | number | null];

function insert({ file }: TestStorage, table: string, cells: readonly Cell[]): void {
  const columns = cells.map(([column]) => column).join();
  const values = cells.map(([, value]) => value);
  file.prepare(`insert into ${table} (${columns}) values (${cells.map(() => '?').join()})`).run(...values);
}

type Marked = readonly [table: string, column: string, mark: string | number];

export class MarkedFile {
  readonly storage: TestStorage;
  readonly ids = new Map<string, string>();

  constructor(storage: TestStorage) {
    this.storage = storage;
  }

  static async open(): Promise<MarkedFile> {
    const storage = openTestStorage();
    const file = new MarkedFile(storage);
    await storage.write({ id: v7(), name: 'settings.editAgency' }, async (writer, stamp) => {
      const words = ['name', 'monogram', 'contact', 'signature'].map((column) => [
        column,
        wordOf('own', 'agency', column),
      ]);
      await writeAgency(writer, Object.fromEntries(words), stamp);
    });
    await file.#fill('own');
    await file.#fill('other');
    await file.#addAccountStep();
    file.#fillLocalTables();
    return file;
  }

  idOf(name: string): string {
    const known = this.ids.get(name) ?? v7();
    this.ids.set(name, known);
    return known;
  }

  async documentFor(options: DocumentOptions): Promise<HandoffDocument> {
    const handoffId = this.idOf('own handoff');
    const source = await readDocumentSource(this.storage.read, { handoffId, today: '2026-11-23', options });
    return makeDocument(source, options);
  }

  /** The calendar file, and the document whose plan is printed for the table. */
  async planFor(language: Language): Promise<{ readonly calendar: string; readonly table: HandoffDocument }> {
    const plan = await readCalendarPlan(this.storage.read, { handoffId: this.idOf('own handoff'), language });
    // A calendar reads moments only.
    const items = plan.items.map((item) => ({ ...item, changedAt: '2026-11-20T09:00:00.000Z' }));
    return {
      calendar: unfolded(planIcs({ ...plan, items })),
      table: await this.documentFor({ ...forEverybody, language }),
    };
  }

  async #fill(owner: Owner): Promise<void> {
    await this.storage.write({ id: v7(), name: 'clients.edit' }, () => {
      for (const [table, columns] of Object.entries(sharedTables)) {
        const row = Object.entries(columns).map(([column, type]): Cell => {
          if (column === 'id') return [column, this.idOf(`${owner} ${table}`)];
          if (column === 'deleted_at') return [column, null];
          const target = references[column];
          if (target !== undefined) return [column, this.idOf(`${owner} ${target}`)];
          const given = real[table]?.[column];
          if (given !== undefined) return [column, given];
          if (flags.test(column)) return [column, 1];
          return [column, type.startsWith('integer') ? numberOf(owner, table, column) : wordOf(owner, table, column)];
        });
        insert(this.storage, table, row);
      }
      return Promise.resolve();
    });
  }

  /** A step without words of its own is called by its account. */
  async #addAccountStep(): Promise<void> {
    await this.storage.write({ id: v7(), name: 'handoff.addItem' }, () => {
      insert(this.storage, 'handoff_item', [
        ['id', this.idOf('own account step')],
        ['handoff_id', this.idOf('own handoff')],
        ['asset_id', this.idOf('own asset')],
        ['title', ''],
        ['section', 'D'],
        ['side', 'agency'],
        ['due_on', '2026-11-12'],
        ['state', 'todo'],
        ['place', 'a9'],
      ]);
      return Promise.resolve();
    });
  }

  #fillLocalTables(): void {
    for (const table of localTables) {
      const columns = this.storage.file
        .prepare<[], string>(`select name from pragma_table_info('${table}')`)
        .pluck()
        .all();
      insert(
        this.storage,
        table,
        columns.map((column) => [column, wordOf('own', table, column)]),
      );
    }
  }
}

export function wordOf(owner: Owner, table: string, column: string): string {
  const words = `${owner}_${table}_${column}`.split('_');
  return `mark${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Zz`;
}

const places = Object.entries(sharedTables).flatMap(([table, columns]) =>
  Object.keys(columns).map((column) => `${table}.${column}`),
);

function numberOf(owner: Owner, table: string, column: string): number {
  return (owner === 'own' ? 817_000_000 : 829_000_000) + places.indexOf(`${table}.${column}`);
}

function marksOf(owner: Owner): readonly Marked[] {
  const shared = Object.entries(sharedTables).flatMap(([table, columns]) =>
    Object.keys(columns).flatMap((column): Marked[] => [
      [table, column, wordOf(owner, table, column)],
      [table, column, numberOf(owner, table, column)],
    ]),
  );
  if (owner === 'other') return shared;
  return [...shared, ...localTables.map((table): Marked => [table, 'value', wordOf('own', table, 'value')])];
}

/** Columns, of this client or of the other one, that can be read in a text. */
export function found(text: string): readonly string[] {
  const known = (['own', 'other'] as const).flatMap((owner) =>
    marksOf(owner).map(([table, column, mark]) => ({
      mark: String(mark),
      name: `${owner === 'own' ? '' : 'other '}${table}.${column}`,
    })),
  );
  return [...new Set(known.filter(({ mark }) => text.includes(mark)).map(({ name }) => name))];
}

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
/** Only those who sign the acceptance read who signs it for us. */
const signed = ['agency.signature'];
const proof = ['handoff_item.evidence', 'handoff_item.confirmed_by'];
const reasons = ['handoff.reason_text', 'parting_reason.code'];

const ofThePlan = ['client.name', 'handoff_item.title', 'handoff_item.person'];

/** In our own calendar a step without words of its own is called by its account; on the table no account is named. */
export const allowedInPlan: Readonly<Record<'calendar' | 'checklist', readonly string[]>> = {
  calendar: [...ofThePlan, 'asset.name'],
  checklist: [...ofThePlan, 'agency.name'],
};

/** Long lines of a calendar file are broken, in the middle of words too. */
function unfolded(calendar: string): string {
  return calendar.replaceAll('\r\n ', '');
}

export const usualOptions: Omit<DocumentOptions, 'audience'> = {
  language: 'en',
  includeAssets: true,
  includeDone: true,
  includeReasons: false,
};

export interface LeakCase {
  readonly name: string;
  readonly options: DocumentOptions;
  readonly allowed: readonly string[];
}

export const leakCases: readonly LeakCase[] = [
  {
    name: 'client',
    options: { ...usualOptions, audience: 'client' },
    allowed: [...everywhere, ...candidates, ...signed, 'handoff.letter'],
  },
  {
    name: 'client, though reasons are asked for',
    options: { ...usualOptions, audience: 'client', includeReasons: true },
    allowed: [...everywhere, ...candidates, ...signed, 'handoff.letter'],
  },
  {
    name: 'client without accesses',
    options: { ...usualOptions, audience: 'client', includeAssets: false },
    allowed: [...everywhere.filter((word) => !word.startsWith('asset')), ...candidates, ...signed, 'handoff.letter'],
  },
  {
    name: 'successor',
    options: { ...usualOptions, audience: 'successor', includeReasons: true },
    allowed: [...everywhere, ...signed],
  },
  {
    name: 'agency',
    options: { ...usualOptions, audience: 'agency' },
    allowed: [...everywhere, ...candidates, ...proof],
  },
  {
    name: 'agency with reasons',
    options: { ...usualOptions, audience: 'agency', includeReasons: true },
    allowed: [...everywhere, ...candidates, ...proof, ...reasons],
  },
];
