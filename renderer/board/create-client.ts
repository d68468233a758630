import { msg } from '@lingui/core/macro';
import { type BoardStage, isBoardStage } from '../../shared/stage.ts';
import { call, newCommandId } from '../api.ts';
import { filterByPartner, useSession } from '../ui/session.ts';
import { showToast } from '../ui/toast.ts';
import { undo } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { takeCard, useBoard } from './board-store.ts';
import { focusCard, markLanded } from './carry-store.ts';
import { nowIn } from './sentences.ts';

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
  const { partnerFilter } = useSession.getState();
  if (partnerFilter !== null && partnerFilter !== client.partnerId) filterByPartner(null);
  focusCard(reply.card.id);
  markLanded(reply.card.id);
  showToast({
    text: [nowIn(reply.card.name, client.stage), ...partnerLimitSentence(client.partnerId)].join('. '),
    actions: [{ label: i18n.t(msg`Undo`), keys: 'Mod+KeyZ', run: () => void undo(commandId) }],
  });
}

/** More clients than a partner should lead: said in words, never forbidden. */
function partnerLimitSentence(partnerId: string | null): readonly string[] {
  const { settings } = useSession.getState();
  const partner = settings?.partners.find(({ id }) => id === partnerId);
  if (partner === undefined || settings === null) return [];
  const { cards } = useBoard.getState();
  const count = Object.values(cards).filter((card) => card.partnerId === partnerId && isBoardStage(card.stage)).length;
  const allowed = settings.clientsPerPartner;
  const { name } = partner;
  return count > allowed ? [i18n.t(msg`${name} leads ${count} clients now, and the limit is ${allowed}`)] : [];
}
