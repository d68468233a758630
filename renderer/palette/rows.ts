import type { RowGroup } from '../ui/search/rows.ts';

export type GroupId = 'values' | 'notes' | 'clients' | 'handoffs' | 'searches' | 'commands';

/** The groups that can be shown alone. */
export type LimitId = Exclude<GroupId, 'values' | 'searches'>;

export type PaletteGroup = RowGroup<GroupId>;

/** The rows whose keys work while they are offered: what is typed becomes a note, or is looked for on the page. */
export const newNoteId = 'new note';
export const allResultsId = 'all results';

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
export function visibleGroups(groups: readonly PaletteGroup[], only: LimitId | null): readonly PaletteGroup[] {
  return groups.filter(({ id, rows }) => rows.length > 0 && (only === null || id === only || id === 'values'));
}

export function limitOf(group: PaletteGroup | undefined): LimitId | null {
  return group === undefined || group.id === 'values' || group.id === 'searches' ? null : group.id;
}
