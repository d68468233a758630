import type { Day } from './calendar.ts';
import type { Id } from './contract/call.ts';
import { stageContents } from './content/stages.ts';
import { fullDate } from './handoff/document-dates.ts';
import { documentWords } from './handoff/document-words.ts';
import type { Language, Words } from './language.ts';
import { monogramOf } from './monogram.ts';
import type { Paper } from './paper.ts';
import { columnWords, tableWords } from './record-words.ts';
import { shortLine } from './short-line.ts';
import { isStage } from './stage.ts';

export type DataRow = Readonly<Record<string, string | number | null>>;

/** The rows of every table that hang on one client, the deleted ones among them. */
export interface ClientData {
  readonly name: string;
  readonly tables: Readonly<Record<string, readonly DataRow[]>>;
  readonly partners: readonly { readonly id: Id; readonly name: string }[];
}

/** For programs: every cell as it is kept. */
export function clientDataJson(data: ClientData, madeOn: Day): string {
  const { name, partners, tables } = data;
  const known = new Set(Object.values(tables).flatMap((rows) => rows.flatMap((row) => Object.values(row))));
  const named = partners.filter(({ id }) => known.has(id));
  return `${JSON.stringify({ format: 'rapport-client', version: 1, madeOn, client: name, partners: named, tables }, null, 2)}\n`;
}

const words = {
  title: { en: 'Data about the client', ru: 'Данные о клиенте' },
  lead: {
    en: 'All that the agency keeps about this client, record by record. What lies in the trash is not shown here; it is in the JSON file.',
    ru: 'Всё, что агентство хранит об этом клиенте, запись за записью. Того, что лежит в корзине, здесь нет, оно есть в файле JSON.',
  },
  made: { en: 'Made on', ru: 'Составлено' },
  records: { en: 'Records', ru: 'Записей' },
  inTrash: { en: 'In the trash', ru: 'В корзине' },
  record: { en: 'Record', ru: 'Запись' },
  yes: { en: 'yes', ru: 'да' },
} as const satisfies Readonly<Record<string, Words>>;

interface Agency {
  readonly name: string;
  readonly monogram: string;
}

/** For people: one page, a section for each kind of record. */
export function clientDataPaper(data: ClientData, agency: Agency, made: { language: Language; on: Day }): Paper {
  const { language, on } = made;
  const say = (text: Words) => text[language];
  const all = Object.values(data.tables).flat();
  const isLiving = (row: DataRow) => row['deleted_at'] === null;
  const agencyName = agency.name || say(documentWords.agency);
  const version = fullDate(on, language);
  const title = say(words.title);
  const nameOf = namesIn(data);
  return {
    language,
    madeOn: on,
    title,
    clientName: data.name,
    agencyName,
    monogram: agency.monogram || monogramOf(agencyName),
    version,
    line: `${title}: ${data.name}, ${version}`,
    letter: [say(words.lead)],
    facts: [
      { label: say(words.made), value: version },
      { label: say(words.records), value: String(all.filter(isLiving).length) },
      { label: say(words.inTrash), value: String(all.filter((row) => !isLiving(row)).length) },
    ],
    sections: Object.entries(tableWords).flatMap(([table, heading]) => {
      const rows = (data.tables[table] ?? []).filter(isLiving);
      const shown = rows.map((row) => linesOf(row, nameOf, language)).filter((lines) => lines.length > 0);
      if (shown.length === 0) return [];
      const blocks = shown.map((lines, index) => ({
        kind: 'table' as const,
        columns: [`${say(words.record)} ${index + 1}`, ''],
        widths: [28, 72],
        rows: lines,
      }));
      return [{ heading: say(heading), lead: '', blocks }];
    }),
  };
}

/** Of a row, where another one names it. */
const longestName = 120;

/** What a row is called where another one names it. */
function namesIn({ tables, partners }: ClientData): (id: string) => string | null {
  const called = (row: DataRow) =>
    ['name', 'title', 'wish', 'body', 'period'].map((column) => row[column]).find(Boolean);
  const names = new Map<string, string>(partners.map(({ id, name }) => [id, name]));
  for (const row of Object.values(tables).flat()) {
    const id = row['id'];
    if (typeof id === 'string') names.set(id, shortLine(String(called(row) ?? '').split('\n')[0] ?? '', longestName));
  }
  return (id) => names.get(id) ?? null;
}

/** Only cells that say something: the program’s own columns and empty cells are left out. */
function linesOf(row: DataRow, nameOf: (id: string) => string | null, language: Language): readonly string[][] {
  return Object.entries(row).flatMap(([column, value]) => {
    const label = columnWords[column]?.[language];
    if (value === null || value === '') return [];
    if (column.startsWith('is_') || flags.has(column)) {
      const said = flagWords[column]?.[language];
      return value === 1 && said !== undefined ? [[said, words.yes[language]]] : [];
    }
    if (label === undefined) return [];
    return [[label, cellOf(column, String(value), nameOf, language)]];
  });
}

const flags = new Set(['decides', 'sets_tasks', 'accepts_results', 'pays', 'reviews_quarter']);

const flagWords: Readonly<Record<string, Words>> = {
  decides: { en: 'Decides', ru: 'Принимает решения' },
  sets_tasks: { en: 'Sets tasks', ru: 'Ставит задачи' },
  accepts_results: { en: 'Accepts results', ru: 'Принимает работу' },
  pays: { en: 'Pays', ru: 'Платит' },
  reviews_quarter: { en: 'Quarterly reviews', ru: 'Квартальные обзоры' },
  is_technical: { en: 'Technical', ru: 'Технический человек' },
  is_done: { en: 'Done', ru: 'Сделано' },
  is_chosen: { en: 'Chosen', ru: 'Выбран' },
  is_mandatory: { en: 'Mandatory', ru: 'Обязательный' },
  is_beyond_contract: { en: 'Beyond the contract', ru: 'Сверх договора' },
};

function cellOf(column: string, value: string, nameOf: (id: string) => string | null, language: Language): string {
  if (column.endsWith('_id')) return nameOf(value) ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return fullDate(value, language);
  if (column.endsWith('_at') && /^\d{4}-\d{2}-\d{2}T/.test(value))
    return `${fullDate(value.slice(0, 10), language)}, ${value.slice(11, 16)} UTC`;
  if (column.endsWith('stage') && isStage(value)) return stageContents[value].label[language];
  return codeWords[value]?.[language] ?? value;
}

const codeWords: Readonly<Record<string, Words>> = {
  meeting: { en: 'Meeting', ru: 'Встреча' },
  call: { en: 'Call', ru: 'Созвон' },
  letter: { en: 'Email', ru: 'Письмо' },
  chat: { en: 'Chat', ru: 'Чат' },
  observation: { en: 'Observation', ru: 'Наблюдение' },
  agency: { en: 'Us', ru: 'Мы' },
  client: { en: 'Client', ru: 'Клиент' },
  successor: { en: 'Successor', ru: 'Преемник' },
  us: { en: 'Us', ru: 'Мы' },
  both: { en: 'Both', ru: 'Обе стороны' },
  yes: { en: 'Yes', ru: 'Да' },
  no: { en: 'No', ru: 'Нет' },
  unknown: { en: 'Unknown', ru: 'Неизвестно' },
  met: { en: 'Met', ru: 'Выполнено' },
  partly: { en: 'Partly', ru: 'Частично' },
  todo: { en: 'To do', ru: 'Предстоит' },
  doing: { en: 'In progress', ru: 'В работе' },
  blocked: { en: 'Blocked', ru: 'Стоит' },
  done: { en: 'Done', ru: 'Сделано' },
  not_applicable: { en: 'Does not apply', ru: 'Не подходит' },
  running: { en: 'Running', ru: 'Идёт' },
  closed: { en: 'Closed', ru: 'Закрыта' },
  cancelled: { en: 'Cancelled', ru: 'Отменена' },
};
