import type { Writer } from './schema.ts';

/** What this computer remembers, inside a transaction. */
export async function putSetting(writer: Writer, name: string, value: string): Promise<void> {
  await writer
    .insertInto('local_setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function dropSetting(writer: Writer, name: string): Promise<void> {
  await writer.deleteFrom('local_setting').where('name', '=', name).execute();
}
