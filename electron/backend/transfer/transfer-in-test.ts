import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach } from 'vitest';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { noWholeFile, type TestContext, testContext } from '../testing.ts';
import { transferHandlers } from '../transfer.ts';

class Scene {
  context = testContext();
  readonly root = mkdtempSync(path.join(tmpdir(), 'rapport-transfer-'));
  folder = path.join(this.root, 'notes');

  /** Made anew for every call, as the program does. */
  get calls(): ReturnType<typeof transferHandlers> {
    return transferHandlers(this.context, noWholeFile);
  }
}

export let scene: Scene;

/** A fresh file, and a folder with notes beside it, for every test of what comes in and goes out. */
export function setScenes(): void {
  beforeEach(() => {
    scene = new Scene();
    mkdirSync(scene.folder);
  });
  afterEach(async () => {
    await scene.context.storage.remove();
    rmSync(scene.root, { recursive: true, force: true });
  });
}

export function put(name: string, content: string | Uint8Array): void {
  const file = path.join(scene.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

type Choices = Partial<Pick<CallRequest<'transfer.preview'>, 'clients' | 'clientFolder' | 'columns'>>;

export async function choose(from: 'folder' | 'csv' = 'folder', place = scene.folder): Promise<string> {
  scene.context.desktop.answers.push(place);
  const { source } = await scene.calls['transfer.choose']({ from });
  return source?.sourceId ?? '';
}

export async function preview(choices: Choices = {}) {
  return scene.calls['transfer.preview']({ sourceId: await choose(), clients: [], ...choices });
}

export async function bringIn(choices: Choices = {}, commandId = v4()) {
  const sourceId = await choose();
  return scene.calls['transfer.import']({ commandId, sourceId, clients: [], ...choices });
}

interface Stored {
  readonly id: string;
  readonly client: string;
  readonly kind: string;
  readonly happenedAt: string;
  readonly initiatedBy: string | null;
  readonly isDraft: number;
  readonly body: string;
  readonly people: string;
}

export function stored({ storage }: TestContext = scene.context): readonly Stored[] {
  return storage.file
    .prepare<[], Stored>(
      `select note.id, client.name as client, note.kind, note.happened_at as happenedAt,
         note.initiated_by as initiatedBy, note.finished_at is null as isDraft, note.body,
         (select coalesce(group_concat(name, '; ' order by name), '') from (
           select coalesce(contact.name, 'ours: ' || partner.name) as name from note_attendee
             left join contact on contact.id = contact_id left join partner on partner.id = partner_id
             where note_id = note.id and note_attendee.deleted_at is null)) as people
       from note join client on client.id = note.client_id
       where note.deleted_at is null and client.deleted_at is null order by happenedAt, note.id`,
    )
    .all();
}

export const bodies = () => stored().map(({ body }) => body);
