import type { UpdateResult } from 'kysely';
import type { Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import type { Stamp } from './storage.ts';

interface NewRow {
  readonly id: Id;
  readonly created_at: string;
  readonly updated_at: string;
  readonly created_by: Id | null;
  readonly updated_by: Id | null;
}

/** The columns that every new row of a shared table begins with. */
export function newRow(stamp: Stamp): NewRow {
  const { now, by } = stamp;
  return { id: stamp.newId(), created_at: now, updated_at: now, created_by: by, updated_by: by };
}

/** Who changed a row and when. */
export function touched(stamp: Stamp): { readonly updated_at: string; readonly updated_by: Id | null } {
  return { updated_at: stamp.now, updated_by: stamp.by };
}

/** An update that found no row was asked for a record that is gone. */
export function expectOne(result: UpdateResult): void {
  if (result.numUpdatedRows !== 1n) throw new AppError('not_found', 'no such record');
}

export function flag(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
