const guessedHeight = 132;
const gap = 8;
/** What lies this near to the visible part is drawn already. */
export const margin = 300;

export type Row =
  | { readonly kind: 'card'; readonly id: string; readonly index: number }
  | { readonly kind: 'space'; readonly key: string; readonly height: number };

/** The part of the column that is seen, in pixels. */
export interface View {
  readonly top: number;
  readonly height: number;
}

/** The cards that are near the visible part or must not go, and the space between; without a view all of them. */
export function rowsOf(
  ids: readonly string[],
  view: View | null,
  keep: readonly (string | null | undefined)[],
  heights: ReadonlyMap<string, number>,
): readonly Row[] {
  if (view === null) return ids.map((id, index) => ({ kind: 'card', id, index }));
  const kept = new Set(keep);
  const rows: Row[] = [];
  let top = 0;
  let space = 0;
  const closeSpace = (index: number) => {
    if (space > 0) rows.push({ kind: 'space', key: `space ${index}`, height: space - gap });
    space = 0;
  };
  ids.forEach((id, index) => {
    const height = (heights.get(id) ?? guessedHeight) + gap;
    const isNear = top + height > view.top - margin && top < view.top + view.height + margin;
    if (isNear || kept.has(id)) {
      closeSpace(index);
      rows.push({ kind: 'card', id, index });
    } else space += height;
    top += height;
  });
  closeSpace(ids.length);
  return rows;
}
