import { setImmediate as breath } from 'node:timers/promises';
import type { Day, Id } from '../shared/contract/call.ts';
import type { CallOutput } from '../shared/contract/contract.ts';
import { shownNote } from '../shared/note-shown.ts';
import { parseSearch } from '../shared/search-query.ts';
import { hitsIn, type Wanted } from '../shared/search-words.ts';
import type { Reader } from './schema.ts';
import { shortened } from './search-query.ts';
import { keysOf } from './word-keys.ts';

type Place = CallOutput<'search.place'>['place'];

/** Characters that are looked through at once: a note may be as long as a book, and others get their turn. */
const atOnce = 20_000;
/** Words so far behind the first one are named as well. */
const around = 200;

/** Where the text under the title of a note has the first of the words; cut short, as the search does, where none is. */
export async function placeInNote(reader: Reader, noteId: Id, text: string, today: Day): Promise<Place> {
  const note = await reader.selectFrom('note').select('body').where('id', '=', noteId).executeTakeFirst();
  if (note === undefined) return null;
  const { body } = shownNote(note.body);
  const query = parseSearch(text, today);
  const found = await firstIn(body, query);
  if (found !== null) return found;
  const shorter = shortened(query);
  return shorter === null ? null : firstIn(body, shorter);
}

async function firstIn(body: string, query: Wanted): Promise<Place> {
  if (query.words.length + query.phrases.length === 0) return null;
  for (let from = 0; from < body.length;) {
    const to = endOfPart(body, from);
    const part = body.slice(from, to);
    const hits = hitsIn(part, query, keysOf);
    const [first] = hits;
    if (first !== undefined) {
      const near = hits.filter(([start]) => start <= first[0] + around);
      const words = near.flatMap(([start, end]) => part.slice(start, end).toLowerCase().split(/\s+/));
      return { at: from + first[0], words: [...new Set(words)].join(' ') };
    }
    from = to;
    await breath();
  }
  return null;
}

/** Between two lines, else between two words. */
function endOfPart(body: string, from: number): number {
  const last = from + atOnce;
  if (last >= body.length) return body.length;
  const line = body.lastIndexOf('\n', last);
  if (line >= from) return line + 1;
  const space = body.lastIndexOf(' ', last);
  return space >= from ? space + 1 : last;
}
