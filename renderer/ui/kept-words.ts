import { create } from 'zustand';
import { call } from '../api.ts';
import { whenOpenedAnew } from './opened-anew.ts';

/** Where a field stands. */
export interface FieldPlace {
  /** The title of the page. */
  readonly place: string;
  /** Whose field it is, since labels repeat on a page; null when it is not known. */
  readonly record: string | null;
}

/** What was typed in a field that is gone from the page and could not be saved. */
export interface LostField extends FieldPlace {
  readonly label: string;
  readonly words: string;
  /** Why the words cannot be saved as they are; then there is no use in trying again. */
  readonly problem: string | undefined;
  /** Sends them again; false when they are refused. */
  readonly save: () => Promise<boolean>;
}

export interface KeptWords extends Omit<LostField, 'save'> {
  readonly id: string;
  /** Null for those of an earlier run of the program: their field is not known any more. */
  readonly save: LostField['save'] | null;
  /** Over a new start too. */
  readonly isOnDisk: boolean;
}

export const useKeptWords = create<{ readonly kept: readonly KeptWords[] }>(() => ({ kept: [] }));

/** They stay in sight until they are saved or the partner lets them go. */
export function keepWords(field: LostField): void {
  const fresh = { ...field, id: crypto.randomUUID(), isOnDisk: false };
  drop((each) => each.place === field.place && isOf(field)(each) && each.words === field.words);
  useKeptWords.setState(({ kept }) => ({ kept: [...kept, fresh] }));
  void toDisk(fresh);
}

/** True when they come back after a new start. */
async function toDisk({ id, place, record, label, words, problem }: KeptWords): Promise<boolean> {
  try {
    await call('safety.keepWords', { id, place, record, label, words, problem: problem ?? null });
  } catch {
    return false;
  }
  useKeptWords.setState(({ kept }) => ({
    kept: kept.map((each) => (each.id === id ? { ...each, isOnDisk: true } : each)),
  }));
  return true;
}

/** What an earlier run of the program left comes into sight again. */
export async function recallKeptWords(): Promise<void> {
  const { kept } = await call('safety.keptWords', {});
  useKeptWords.setState(({ kept: known }) => ({
    kept: [
      ...kept
        .filter(({ id }) => !known.some((each) => each.id === id))
        .map((left) => ({
          ...left,
          record: left.record ?? null,
          problem: left.problem ?? undefined,
          save: null,
          isOnDisk: true,
        })),
      ...known,
    ],
  }));
}

type Named = Pick<LostField, 'record' | 'label'>;

function isOf(field: Named): (each: Named) => boolean {
  return (each) => each.record === field.record && each.label === field.label;
}

/**
 * Newer words of the same field are saved: what was refused before is not wanted any more. Where the record is not known,
 * they may be those of another one, and stay.
 */
export function letGoOlder(field: Named): void {
  if (field.record !== null) drop(isOf(field));
}

whenOpenedAnew(() => {
  useKeptWords.setState(({ kept }) => ({ kept: kept.map((each) => ({ ...each, isOnDisk: false })) }));
});

export function letGo(id: string): void {
  drop((each) => each.id === id);
}

function drop(isGone: (words: KeptWords) => boolean): void {
  const { kept } = useKeptWords.getState();
  const ids = kept.filter(isGone).map(({ id }) => id);
  if (ids.length === 0) return;
  useKeptWords.setState({ kept: kept.filter((each) => !isGone(each)) });
  // What the disk does not forget comes back with the next start, and is let go then.
  call('safety.forgetWords', { ids }).catch(() => undefined);
}

/** Tells whether they are saved now. */
export async function saveKeptWords({ id, problem, save }: KeptWords): Promise<boolean> {
  const isSaved = problem === undefined && save !== null && (await save());
  if (isSaved) letGo(id);
  return isSaved;
}

/** True when nothing of them goes with the window. */
export async function saveOrKeep(words: KeptWords): Promise<boolean> {
  return (await saveKeptWords(words)) || words.isOnDisk || toDisk(words);
}
