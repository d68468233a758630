import { forgetSearches, recentSearches, rememberSearch } from '../../db/recent-searches.ts';
import { placeInNote } from '../../db/search-place.ts';
import { searchAll } from '../../db/search-query.ts';
import type { Context, HandlersOf } from './context.ts';

export function searchHandlers({ storage, clock, indexed }: Context): HandlersOf<'search'> {
  return {
    'search.find': async ({ text, limit, group }) => {
      const groups = group === undefined ? {} : { groups: [group] };
      const found = await searchAll(storage, { text, limit, today: clock.today(), ...groups });
      return { ...found, indexed: indexed() };
    },
    'search.place': async ({ noteId, text }) => ({
      place: await placeInNote(storage.read, noteId, text, clock.today()),
    }),
    'search.recent': async () => ({ texts: [...(await recentSearches(storage.read))] }),
    'search.remember': async ({ text }) => {
      await rememberSearch(storage, text);
      return {};
    },
    'search.forget': async () => {
      await forgetSearches(storage);
      return {};
    },
  };
}
