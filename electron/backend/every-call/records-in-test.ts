import { sides } from '../../../shared/contract/clients.ts';
import type { Scene } from './scene-in-test.ts';

/** On the board. */
export const living = `stage <> 'ended'`;

/** Of a client that lives: its records lie in the trash with it. */
export const ofLiving = 'client_id in (select id from client where deleted_at is null)';

export const ofClient = (scene: Scene) => ({ ...scene.command(), clientId: scene.one('client') });

export const taskFields = (scene: Scene) => ({
  title: scene.line(),
  side: scene.any(...sides),
  person: scene.any('Vera', ''),
  dueOn: scene.any(scene.day(-20, 4), null),
});
