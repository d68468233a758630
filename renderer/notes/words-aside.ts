import type { CallInput } from '../../shared/contract/contract.ts';
import { editBetween } from '../../shared/text-edit.ts';
import { ApiError } from '../api.ts';
import type { NoteDisk } from './note-disk.ts';
import { longText, type NoteText } from './note-text.ts';

type Session = Omit<CallInput<'notes.setAside'>, 'body'>;

/**
 * Keeps a text beside its note, again and again while somebody has to choose: whole at first, and of a long one then what
 * has changed since.
 */
export function wordsAside(
  disk: Pick<NoteDisk, 'setAside' | 'keepAside'>,
): (session: Session, text: NoteText) => Promise<void> {
  let whole: { readonly lines: readonly string[]; readonly at: string } | null = null;

  async function keepFurther(session: Session, text: NoteText): Promise<boolean> {
    if (whole === null || text.length <= longText) return false;
    const edit = editBetween(whole.lines, text.lines());
    if (edit.insert.length > longText) return false;
    try {
      await disk.keepAside({ ...session, basedOn: whole.at, edit });
      return true;
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'conflict') return false;
      throw problem;
    }
  }

  return async (session, text) => {
    if (await keepFurther(session, text)) return;
    const lines = text.lines();
    const { savedAt } = await disk.setAside({ ...session, body: lines.join('\n') });
    whole = { lines, at: savedAt };
  };
}
