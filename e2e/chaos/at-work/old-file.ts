import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { applicationId, migrate } from '../../../db/migrate.ts';
import { migrations } from '../../../db/migrations/migrations.ts';
import { fileOf } from '../real-backend.ts';

/** How many clients, each with as many notes: enough for a migration to last a while. */
export interface OldFile {
  readonly clients: number;
  readonly notesOfEach: number;
}

/** A file as a released version left it in the folder of the data, made by the migrations up to that version. */
export function makeOldFile(data: string, version: number, { clients, notesOfEach }: OldFile): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = new Database(path.join(data, 'rapport.db'));
  file.pragma(`application_id = ${applicationId}`);
  file.pragma('journal_mode = wal');
  migrate(file, migrations.slice(0, version));
  file.exec(`insert into local_command (seq, id, name, kind, state, made_at)
      values (1, 'first', 'board.createClient', 'do', 'done', '2026-01-01T00:00:00.000Z');
    update local_context set command_seq = 1`);
  const client = file.prepare(`insert into client (id, name, stage, place) values (?, ?, 'stable', 'a0')`);
  const note = file.prepare(`insert into note (id, client_id, body, kind, happened_at)
    values (?, ?, ?, 'call', '2026-01-02T00:00:00.000Z')`);
  file.transaction(() => {
    for (let one = 0; one < clients; one += 1) {
      client.run(`client-${one}`, `Client ${one}`);
      for (let two = 0; two < notesOfEach; two += 1)
        note.run(
          `note-${one}-${two}`,
          `client-${one}`,
          `Said ${two}: ${'they asked for the shop window again. '.repeat(8)}`,
        );
    }
  })();
  file.exec('update local_context set command_seq = null');
  file.close();
}

/** The words that were there before: whatever happens, they stay. */
export function wordsIn(folder: string): readonly string[] {
  const file = new Database(fileOf(folder), { readonly: true });
  try {
    return file
      .prepare<[], string>(
        `select 'client ' || id || ' ' || name from client where deleted_at is null
         union all select 'note ' || id || ' ' || body from note where deleted_at is null order by 1`,
      )
      .pluck()
      .all();
  } finally {
    file.close();
  }
}

export function versionIn(folder: string): number {
  const file = new Database(fileOf(folder), { readonly: true });
  try {
    return Number(file.pragma('user_version', { simple: true }));
  } finally {
    file.close();
  }
}
