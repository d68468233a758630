import type { Language } from '../../../shared/language.ts';

const words: Readonly<Record<Language, string>> = {
  en: `# Everything from Rapport

- \`data/\`: every record, its earlier versions and what lies in the trash, as JSON. This is what Rapport reads when the export is brought into an empty data file.
- \`tables/\`: the same records without the trash as CSV, for spreadsheets.
- \`notes/\`: the notes as Markdown, a folder for each client.
- \`manifest.json\`: the list of all files with their sizes and SHA-256 checksums. An export in which a file was changed is not read back.

Nothing here is encrypted. Keep it where your data may lie.
`,
  ru: `# Всё из Rapport

- \`data/\`: все записи, их прежние версии и корзина в JSON. Это читает Rapport, когда выгрузку загружают в пустой файл данных.
- \`tables/\`: те же записи без корзины в CSV, для таблиц.
- \`notes/\`: заметки в Markdown, по папке на клиента.
- \`manifest.json\`: список всех файлов с размерами и контрольными суммами SHA-256. Выгрузка, в которой изменён хотя бы один файл, назад не читается.

Ничего здесь не зашифровано. Храните выгрузку там, где вашим данным можно лежать.
`,
};

/** What lies where, for whoever opens the export years later. */
export function readmeOf(language: Language): string {
  return words[language];
}
