import { readTreePage, type TreePage, type TreeRecord } from './cells.ts';
import type { Pages } from './pages.ts';

/** Which table or index a page belongs to, by the schema on the first page; nothing for pages that no tree leads to. */
export interface Trees {
  readonly ownerOf: (page: number) => string | undefined;
  /** Of all tables and indexes that the schema names. */
  readonly names: ReadonlySet<string>;
  /** Tables and indexes of which some page cannot be read: what it held is not known from there. */
  readonly torn: ReadonlySet<string>;
  /** Pages of trees that cannot be read. */
  readonly unreadable: number;
}

interface Root {
  readonly name: string;
  readonly page: number;
}

const schemaName = 'sqlite_schema';

export function findTrees(pages: Pages): Trees {
  const owners = new Map<number, string>();
  const torn = new Set<string>();
  const lost = new Set<number>();

  function walk({ name, page: root }: Root): readonly TreeRecord[] {
    const records: TreeRecord[] = [];
    const waiting = [root];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const page = owners.has(number) ? null : readTreePage(pages, number);
      if (page === null) {
        torn.add(name);
        lost.add(number);
        continue;
      }
      owners.set(number, name);
      if (page.broken > 0) torn.add(name);
      if (name === schemaName) records.push(...page.records);
      waiting.push(...page.children);
    }
    return records;
  }

  const roots = walk({ name: schemaName, page: 1 }).flatMap(({ values: [, name, , page] }): readonly Root[] =>
    typeof name === 'string' && typeof page === 'number' && page > 0 ? [{ name, page }] : [],
  );
  for (const root of roots) walk(root);
  return {
    ownerOf: (page) => owners.get(page),
    names: new Set(roots.map(({ name }) => name)),
    torn,
    unreadable: lost.size,
  };
}

/** Every page that is one of a tree, wherever it belongs. */
export function* treePages(pages: Pages): Generator<{ readonly number: number; readonly page: TreePage }> {
  for (let number = 1; number <= pages.count; number += 1) {
    const page = readTreePage(pages, number);
    if (page !== null) yield { number, page };
  }
}
