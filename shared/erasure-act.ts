import type { Day } from './calendar.ts';
import type { Erasure } from './contract/erasing.ts';
import { fullDate } from './handoff/document-dates.ts';
import type { Language, Words } from './language.ts';
import { monogramOf } from './monogram.ts';
import type { Paper } from './paper.ts';
import { tableWords } from './record-words.ts';

export interface ActSource {
  readonly erasure: Erasure;
  /** Known only to who erased it: the database does not hold it any more. Empty: to be filled in by hand. */
  readonly clientName: string;
  readonly erasedOn: Day;
  readonly erasedBy: string;
  readonly agency: { readonly name: string; readonly monogram: string };
  /** Names of the copies that still hold the client. */
  readonly copies: readonly string[];
  /** Names of the folders that could not be looked at. */
  readonly unseenFolders: readonly string[];
  /** False where the disk did not let it; the log is emptied when the program ends. */
  readonly isWrittenAnew: boolean;
  readonly madeOn: Day;
}

const words = {
  title: { en: 'Act of erasure', ru: 'Акт об удалении' },
  agency: { en: 'Agency', ru: 'Агентство' },
  blank: { en: '________________', ru: '________________' },
  erased: {
    en: 'All data about this client was erased from the program for ever. It cannot be restored from the data file.',
    ru: 'Все данные об этом клиенте удалены из программы насовсем. Восстановить их из файла данных нельзя.',
  },
  whose: { en: 'Whose data', ru: 'Чьи данные' },
  when: { en: 'When', ru: 'Когда' },
  who: { en: 'By whom', ru: 'Кто удалил' },
  nobody: { en: 'not noted', ru: 'не отмечено' },
  why: { en: 'Why', ru: 'Почему' },
  what: { en: 'What was erased', ru: 'Что удалено' },
  record: { en: 'Kind of record', ru: 'Вид записей' },
  rows: { en: 'Records', ru: 'Записей' },
  how: { en: 'How', ru: 'Как' },
  copies: { en: 'Copies', ru: 'Копии' },
  noCopies: {
    en: 'On the day of this act no copy of the data known to the program holds the client.',
    ru: 'На день этого акта ни одна копия данных, известная программе, клиента не содержит.',
  },
  noneSeen: {
    en: 'On the day of this act no copy of the data that the program could look at holds the client.',
    ru: 'На день этого акта ни одна копия данных, которую программа смогла проверить, клиента не содержит.',
  },
  unseen: {
    en: 'These folders could not be looked at, because their disk is not connected or they were taken away. Copies in them may still hold the client and have to be looked at, rewritten or destroyed:',
    ru: 'Эти папки проверить не удалось: их диск не подключён или они удалены. Копии в них могут ещё содержать клиента, их нужно проверить, переписать или уничтожить:',
  },
  someCopies: {
    en: 'On the day of this act these copies still hold the client and have to be rewritten or destroyed:',
    ru: 'На день этого акта клиента ещё содержат эти копии, их нужно переписать или уничтожить:',
  },
  number: { en: 'Number of the record', ru: 'Номер записи' },
} as const satisfies Readonly<Record<string, Words>>;

const writtenAnew = {
  en: 'The write-ahead log was emptied and the data file was written anew.',
  ru: 'Журнал записи опустошён, файл данных записан заново.',
};

/** A full disk, or somebody who reads the log. */
const notWrittenAnew = {
  en: 'The disk did not let the data file be written anew; the program tries it again. Until then its write-ahead log may hold older pages.',
  ru: 'Диск не дал записать файл данных заново, программа попробует ещё раз. До этого в журнале записи могут оставаться прежние страницы.',
};

const stepsOf = (isWrittenAnew: boolean, language: Language): readonly string[] =>
  [
    {
      en: 'Before it, a verified backup of all data was made.',
      ru: 'Перед удалением сделана проверенная копия всех данных.',
    },
    {
      en: 'The records and their history were deleted, and the places in the file where they stood were overwritten with zeros.',
      ru: 'Записи и их история удалены, места в файле, где они лежали, перезаписаны нулями.',
    },
    {
      en: 'The search index, unsaved drafts, recent searches and other traces on this computer were cleared.',
      ru: 'Очищены поисковый указатель, несохранённые черновики, недавние запросы и другие следы на этом компьютере.',
    },
    isWrittenAnew ? writtenAnew : notWrittenAnew,
    {
      en: 'What is left is a record without names: when, by whom, why, and how many records of each kind.',
      ru: 'Осталась запись без имён: когда, кто, почему и сколько записей каждого вида.',
    },
  ].map((step) => step[language]);

/** What, whose, when, by whom, why, how. The act may hold the name; it is kept outside the database. */
export function erasureAct(source: ActSource, language: Language): Paper {
  const { erasure, clientName, agency, madeOn, isWrittenAnew } = source;
  const say = (text: Words) => text[language];
  const agencyName = agency.name || say(words.agency);
  const version = fullDate(madeOn, language);
  const title = say(words.title);
  const whose = clientName || say(words.blank);
  return {
    language,
    madeOn,
    title,
    clientName: whose,
    agencyName,
    monogram: agency.monogram || monogramOf(agencyName),
    version,
    line: `${title}: ${whose}, ${version}`,
    letter: [say(words.erased)],
    facts: [
      { label: say(words.when), value: fullDate(source.erasedOn, language) },
      { label: say(words.who), value: source.erasedBy || say(words.nobody) },
      { label: say(words.number), value: erasure.id.slice(0, 8) },
    ],
    sections: [
      { heading: say(words.whose), lead: '', blocks: [{ kind: 'text', text: whose }] },
      { heading: say(words.why), lead: '', blocks: [{ kind: 'text', text: erasure.why || say(words.nobody) }] },
      { heading: say(words.what), lead: '', blocks: [countTable(erasure, language)] },
      { heading: say(words.how), lead: '', blocks: [{ kind: 'list', lines: stepsOf(isWrittenAnew, language) }] },
      copiesSection(source, language),
    ],
  };
}

function copiesSection({ copies, unseenFolders }: ActSource, language: Language): Paper['sections'][number] {
  const none = unseenFolders.length === 0 ? words.noCopies : words.noneSeen;
  return {
    heading: words.copies[language],
    lead: (copies.length === 0 ? none : words.someCopies)[language],
    blocks: [
      ...(copies.length === 0 ? [] : [{ kind: 'list' as const, lines: copies }]),
      ...(unseenFolders.length === 0
        ? []
        : [
            { kind: 'text' as const, text: words.unseen[language] },
            { kind: 'list' as const, lines: unseenFolders },
          ]),
    ],
  };
}

function countTable({ counts }: Erasure, language: Language): Paper['sections'][number]['blocks'][number] {
  return {
    kind: 'table',
    columns: [words.record[language], words.rows[language]],
    widths: [70, 30],
    rows: counts.map(({ table, rows }) => [tableWords[table]?.[language] ?? table, String(rows)]),
  };
}
