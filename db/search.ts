import type { ChangedRow } from './storage.ts';
import type { Writer } from './schema.ts';

export async function refreshSearch(_writer: Writer, _rows: readonly ChangedRow[]): Promise<void> {}
