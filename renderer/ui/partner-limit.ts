import { msg } from '@lingui/core/macro';
import { useSession } from './session.ts';
import { i18n } from './words.ts';

/** More clients than a partner should lead: said in words, never forbidden. `count` is how many they lead now. */
export function partnerLimitSentence(partnerId: string | null, count: number): string | null {
  const { settings } = useSession.getState();
  const partner = settings?.partners.find(({ id }) => id === partnerId);
  if (partner === undefined || settings === null || count <= settings.clientsPerPartner) return null;
  const { name } = partner;
  const allowed = settings.clientsPerPartner;
  return i18n.t(msg`${name} leads ${count} clients now, and the limit is ${allowed}`);
}

/** The same when one more client has just been given to the partner and the number beside the name is not read anew. */
export function limitWithOneMore(partnerId: string | null): string | null {
  const { settings } = useSession.getState();
  const partner = settings?.partners.find(({ id }) => id === partnerId);
  return partner === undefined ? null : partnerLimitSentence(partnerId, partner.clients + 1);
}
