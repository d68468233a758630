import type { Scene } from './scene-in-test.ts';

export const running = `state = 'running' and deleted_at is null`;

/** Of a client with whom no handoff runs; one whose start was undone is only deleted. */
export const withoutHandoff = `id not in (select client_id from handoff where ${running})`;

/** A handoff that runs, of a client that lives. */
export function runningId(scene: Scene, where = 'true'): string {
  return scene.one(
    'handoff',
    `${running} and client_id in (select id from client where deleted_at is null) and (${where})`,
  );
}
