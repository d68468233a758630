import type { Excerpt, SearchHit } from '../../shared/contract/search.ts';
import type { Stage } from '../../shared/stage.ts';
import type { IconName } from '../ui/icon-shapes.tsx';

export type GroupId = 'notes' | 'clients' | 'handoffs' | 'commands';

/** One line of the palette, whatever it leads to. */
export interface Row {
  readonly id: string;
  readonly icon?: IconName;
  readonly stage?: Stage;
  readonly title: Excerpt;
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

export interface RowGroup {
  readonly id: GroupId;
  readonly label: string;
  /** All that was found, when not all of it is shown. */
  readonly total?: number;
  readonly rows: readonly Row[];
}

/** The row whose keys work while it is offered: what is typed becomes a note. */
export const newNoteId = 'new note';

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

/** Every word that was typed begins a word of the label. */
export function labelFits(label: string, typed: string): boolean {
  const parts = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const words = parts(label);
  const wanted = parts(typed);
  return wanted.length > 0 && wanted.every((each) => words.some((word) => word.startsWith(each)));
}

/** One group alone, or all that have something to show. */
export function visibleGroups(groups: readonly RowGroup[], only: GroupId | null): readonly RowGroup[] {
  return groups.filter((group) => group.rows.length > 0 && (only === null || group.id === only));
}

/** The element's id of a row, for `aria-activedescendant`. */
export function optionId(listId: string, row: Row): string {
  return `${listId} ${row.id}`.replaceAll(' ', '-');
}
