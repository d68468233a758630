import { boardStages } from '../../../shared/stage.ts';
import { living } from './records-in-test.ts';
import type { CasesOf } from './scene-in-test.ts';

export const boardCases: CasesOf<'board'> = {
  'board.createClient': (scene) => ({
    ...scene.command(),
    name: scene.line(),
    stage: scene.any(...boardStages),
    partnerId: scene.maybe(scene.oneOrNull('partner')),
    sinceOn: scene.maybe(scene.day(-400, -40, 0)),
  }),
  'board.moveClient': (scene) => ({
    ...scene.command(),
    clientId: scene.one('client', living),
    stage: scene.any('stagnation', ...boardStages),
    after: null,
    reason: scene.maybe(scene.words()),
  }),
  'board.explainMove': (scene) => ({
    ...scene.command(),
    stageChangeId: scene.one('stage_change', 'client_id in (select id from client where deleted_at is null)'),
    reason: scene.words(),
  }),
  'board.load': () => ({}),
  'board.keepView': (scene) => ({
    view: {
      partnerId: scene.oneOrNull('partner'),
      text: scene.line(),
      onlyFlagged: scene.flag(),
      onlyOverdue: scene.flag(),
      onlyDoubtful: scene.flag(),
      signal: scene.any('R-SLOW', null),
      sorting: scene.any('tenure', 'own', 'unseen'),
    },
  }),
  'board.view': () => ({}),
  'board.marks': () => ({}),
  'board.days': () => ({}),
  'board.past': (scene) => ({ day: scene.day(-1, -2), seen: null }),
};
