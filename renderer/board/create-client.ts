import type { BoardStage } from '../../shared/stage.ts';
import { call, newCommandId } from '../api.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { takeCard } from './board-store.ts';
import { focusCard, markLanded } from './carry-store.ts';
import { spotOf } from './columns.ts';
import { limitDetail } from './partner-load.ts';
import { nowIn, overLimit } from './sentences.ts';
import { shownColumns } from './shown.ts';
import { clearFilters } from './view-store.ts';

export interface NewClient {
  readonly name: string;
  readonly stage: BoardStage;
  readonly partnerId: string | null;
  readonly sinceOn: string | null;
}

/** Puts a new card on top of its column and into sight; throws when it is refused. */
export async function createClient({ sinceOn, ...client }: NewClient): Promise<void> {
  const commandId = newCommandId();
  const reply = await call('board.createClient', { commandId, ...client, ...(sinceOn === null ? {} : { sinceOn }) });
  takeCard(reply);
  if (spotOf(shownColumns(), reply.card.id) === null) clearFilters();
  focusCard(reply.card.id);
  markLanded(reply.card.id);
  const load = limitDetail(client.partnerId);
  const news = [...overLimit(reply.overLimit), ...(load === undefined ? [] : [load])];
  showToast({
    text: nowIn(reply.card.name, client.stage),
    detail: news.length === 0 ? undefined : news.join('\n'),
    actions: [undoAction(commandId)],
  });
}
