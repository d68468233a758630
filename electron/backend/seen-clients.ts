import type { Storage } from '../../db/storage.ts';
import type { Id } from '../../shared/contract/call.ts';

const settingName = 'seen_clients';
const longest = 30;

/** Clients whose pages were opened on this computer, the last one first. */
export async function seenClients(storage: Storage): Promise<readonly Id[]> {
  return (await storage.setting(settingName))?.split(' ').filter(Boolean) ?? [];
}

/** A habit of this computer: nobody waits for it, and where it cannot be kept, only the order of a list is lost. */
export function rememberSeen(storage: Storage, clientId: Id): void {
  const save = async () => {
    const seen = await seenClients(storage);
    if (seen[0] === clientId) return;
    const next = [clientId, ...seen.filter((id) => id !== clientId)].slice(0, longest);
    await storage.saveSetting(settingName, next.join(' '));
  };
  save().catch(() => undefined);
}
