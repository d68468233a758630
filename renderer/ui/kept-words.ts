import { create } from 'zustand';

/** What was typed in a field that is gone from the page and could not be saved. */
export interface LostField {
  /** The title of the page on which the field stood. */
  readonly place: string;
  readonly label: string;
  readonly words: string;
  /** Why the words cannot be saved as they are; then there is no use in trying again. */
  readonly problem: string | undefined;
  /** Sends them again; false when they are refused. */
  readonly save: () => Promise<boolean>;
}

export interface KeptWords extends LostField {
  readonly id: number;
}

export const useKeptWords = create<{ readonly kept: readonly KeptWords[] }>(() => ({ kept: [] }));

let lastId = 0;

/** They stay in sight until they are saved or the partner lets them go. */
export function keepWords(field: LostField): void {
  lastId += 1;
  const fresh = { ...field, id: lastId };
  const isSame = ({ place, label, words }: KeptWords) =>
    place === field.place && label === field.label && words === field.words;
  useKeptWords.setState(({ kept }) => ({ kept: [...kept.filter((each) => !isSame(each)), fresh] }));
}

/** Newer words of the same field are saved: what was refused before is not wanted any more. */
export function letGoOlder({ place, label }: Pick<LostField, 'place' | 'label'>): void {
  useKeptWords.setState(({ kept }) => ({
    kept: kept.filter((each) => each.place !== place || each.label !== label),
  }));
}

export function letGo(id: number): void {
  useKeptWords.setState(({ kept }) => ({ kept: kept.filter((each) => each.id !== id) }));
}

/** Tells whether they are saved now. */
export async function saveKeptWords({ id, problem, save }: KeptWords): Promise<boolean> {
  const isSaved = problem === undefined && (await save());
  if (isSaved) letGo(id);
  return isSaved;
}
