import { plural } from '@lingui/core/macro';
import type { BackupEntry } from '../../../shared/contract/backups.ts';

/** «16 клиентов, 300 заметок». */
export function heldIn({ clients, notes }: Pick<BackupEntry, 'clients' | 'notes'>): string {
  const held = plural(clients, { one: '#\u00a0client', other: '#\u00a0clients' });
  return notes === null ? held : `${held}, ${plural(notes, { one: '#\u00a0note', other: '#\u00a0notes' })}`;
}
