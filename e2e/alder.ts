import { randomUUID } from 'node:crypto';
import type { BoardStage } from '../shared/stage.ts';
import type { Program } from './program.ts';

/** An agency of one partner with one client, Alder; gives the client's id. */
export async function addAlder(app: Program, stage: BoardStage, sinceOn?: string): Promise<string> {
  await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
  const { card } = await app.call('board.createClient', {
    commandId: randomUUID(),
    name: 'Alder',
    stage,
    ...(sinceOn === undefined ? {} : { sinceOn }),
  });
  return card.id;
}
