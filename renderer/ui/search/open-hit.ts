import type { SearchHit } from '../../../shared/contract/search.ts';
import { navigate, type Route } from '../navigation.ts';
import { rememberSearch } from './recent-searches.ts';
import { wordsOf } from './rows.ts';

/** Leads to the very place of a hit; what found it is offered again. */
export function openHit(hit: SearchHit, text: string): void {
  rememberSearch(text);
  navigate(routeOf(hit, text));
}

/** A task that is done may no longer be listed: its note still has it. */
function routeOf(hit: SearchHit, text: string): Route {
  const { id, group, clientId, noteId, itemId, isOver } = hit;
  const words = wordsOf(hit);
  switch (group) {
    case 'notes':
      return { name: 'client', clientId, arrival: { noteId: id, words, text } };
    case 'tasks':
      return isOver && noteId !== null
        ? { name: 'client', clientId, arrival: { noteId, words, text } }
        : { name: 'client', clientId, spot: { record: 'task', id } };
    case 'contacts':
      return { name: 'client', clientId, spot: { record: 'contact', id } };
    case 'handoffs':
      return { name: 'handoff', handoffId: id, ...(itemId === null ? {} : { spot: { record: 'item', id: itemId } }) };
    case 'clients':
      return { name: 'client', clientId };
  }
}
