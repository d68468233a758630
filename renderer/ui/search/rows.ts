import type { Excerpt, SearchHit } from '../../../shared/contract/search.ts';
import type { Stage } from '../../../shared/stage.ts';
import type { IconName } from '../icon-shapes.tsx';

/** One line of a list that is searched, whatever it leads to. */
export interface Row {
  readonly id: string;
  readonly icon?: IconName;
  readonly stage?: Stage;
  readonly title: Excerpt;
  /** Done, closed or gone: shown quietly. */
  readonly isOver?: boolean;
  /** Whose it is, under the title, where the title does not tell. */
  readonly owner?: { readonly name: string; readonly stage?: Stage; readonly detail: string };
  readonly snippet?: Excerpt;
  /** Before the snippet: "Next step". */
  readonly snippetLabel?: string;
  /** A quiet word at the right: a date, a partner. */
  readonly aside?: string;
  readonly keys?: string;
  /** Whom a quick note from this row is about. */
  readonly clientId?: string;
  readonly run: () => void;
}

export interface RowGroup<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** All that was found, when not all of it is shown. */
  readonly total?: string;
  readonly rows: readonly Row[];
}

export function plain(text: string): Excerpt {
  return { text, hits: [] };
}

/** The words that were found, in the form they stand in: the page marks them again. */
export function wordsOf({ title, snippet }: Pick<SearchHit, 'title' | 'snippet'>): string {
  const words = [title, snippet].flatMap(({ text, hits }) =>
    hits.map(([from, to]) => text.slice(from, to).toLowerCase()),
  );
  return [...new Set(words.flatMap((word) => word.split(/\s+/)))].join(' ');
}

/** The element's id of a row, for `aria-activedescendant`. */
export function optionId(listId: string, row: Row): string {
  return `${listId} ${row.id}`.replaceAll(' ', '-');
}

/** The row so many steps on, round the ends. */
export function rowAfter(rows: readonly Row[], active: Row | undefined, by: number): Row | undefined {
  const index = active === undefined ? -1 : rows.indexOf(active);
  return rows[(index + by + rows.length) % rows.length];
}
