import { addAsset } from '../../../db/assets.ts';
import { newRow } from '../../../db/rows.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { placesBetween } from '../../../shared/place.ts';
import type { Filling } from './filling.ts';
import type { SampleClient } from './sample-client.ts';

export async function fillDossier(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  client: SampleClient,
): Promise<void> {
  const lines = client.dossier ?? [];
  const places = placesBetween(null, null, lines.length);
  for (const [index, { kind, text, ago }] of lines.entries()) {
    await writer
      .insertInto('dossier_line')
      .values({
        ...newRow(stamp),
        client_id: clientId,
        kind,
        text: say(text),
        decided_on: ago ? dayAgo(ago) : null,
        place: places[index] ?? '',
      })
      .execute();
  }
}

export async function fillAssets(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  client: SampleClient,
): Promise<void> {
  for (const { name, owner, admin, payer, renewsInDays, whereKept } of client.assets ?? [])
    await addAsset(writer, stamp, {
      clientId,
      name: say(name),
      owner: say(owner),
      admin: say(admin),
      payer: say(payer),
      whereKept: say(whereKept),
      renewalOn: renewsInDays === null ? null : dayAgo({ days: -renewsInDays }),
    });
}
