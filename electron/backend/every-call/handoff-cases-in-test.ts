import { sides } from '../../../shared/contract/clients.ts';
import {
  assetStates,
  assetTargets,
  candidateQuestions,
  candidateStates,
  itemStates,
  partingReasons,
  successorModes,
  wouldReturns,
} from '../../../shared/contract/handoff.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import { documentCases } from './document-cases-in-test.ts';
import { templateCases } from './handoff-template-cases-in-test.ts';
import { living } from './records-in-test.ts';
import { running, runningId, withoutHandoff } from './running-in-test.ts';
import type { CasesOf, Scene } from './scene-in-test.ts';

type Elsewhere = keyof typeof documentCases | keyof typeof templateCases;
type Over = Extract<
  CallName,
  `handoff.${'extend' | 'close' | 'editRetrospective' | 'archive' | 'comeBack' | 'cancel' | 'deleteCandidate' | 'deleteAsset'}`
>;

const ofRunning = `handoff_id in (select id from handoff where ${running})`;
const itemOfRunning = (scene: Scene, where = 'true') => scene.one('handoff_item', `${ofRunning} and (${where})`);

async function assetOfRunning(scene: Scene) {
  const handoffId = runningId(scene);
  const { page } = await scene.ask('handoff.open', { handoffId });
  return { ...scene.command(), handoffId, assetId: scene.any(...page.assets.map(({ id }) => id).toReversed()) };
}

const planCases: Omit<CasesOf<'handoff'>, Elsewhere | Over> = {
  'handoff.fireDrill': (scene) => ({
    clientId: scene.one('client', `${living} and ${withoutHandoff}`),
    successor: scene.any(...successorModes),
  }),
  'handoff.startFacts': (scene) => ({ clientId: scene.one('client') }),
  'handoff.end': (scene) => ({
    ...scene.command(),
    clientId: scene.one('client', `${living} and ${withoutHandoff}`),
    choice: scene.any('handoff', 'handoff', 'without'),
    startOn: scene.day(-40, 0),
    successor: scene.any(...successorModes),
    extended: [],
    reasons: [scene.any(...partingReasons)],
    reasonText: scene.words(),
  }),
  'handoff.list': () => ({}),
  'handoff.open': (scene) => ({ handoffId: scene.one('handoff') }),
  'handoff.edit': (scene) => ({
    ...scene.command(),
    handoffId: runningId(scene),
    letter: scene.words(),
    leadPartnerId: scene.maybe(scene.oneOrNull('partner')),
    reasons: [scene.any(...partingReasons)],
    reasonText: scene.words(),
  }),
  'handoff.addItem': (scene) => ({
    ...scene.command(),
    handoffId: runningId(scene),
    title: scene.line(),
    side: scene.any(...sides),
    person: scene.any('', 'Vera'),
    dueOn: String(scene.query(`select end_on from handoff where id = '${runningId(scene)}'`)[0]),
  }),
  'handoff.editItem': (scene) => ({
    ...scene.command(),
    itemId: itemOfRunning(scene),
    state: scene.any(...itemStates),
    stateReason: scene.words(),
    evidence: scene.words(),
    person: scene.maybe(scene.line()),
  }),
  'handoff.previewSuccessor': (scene) => ({ handoffId: runningId(scene), successor: scene.any(...successorModes) }),
  'handoff.switchSuccessor': (scene) => ({
    ...scene.command(),
    handoffId: runningId(scene),
    successor: scene.any('in_house', ...successorModes),
  }),
  'handoff.deleteItem': (scene) => ({ ...scene.command(), itemId: itemOfRunning(scene, `code = ''`) }),
  'handoff.addAsset': (scene) => ({
    ...scene.command(),
    handoffId: runningId(scene),
    name: scene.any('Hosting', 'Почта'),
    whereKept: 'the vault',
    heldBy: scene.any('Vera', ''),
    goesTo: scene.any(...assetTargets),
  }),
  'handoff.editAsset': async (scene) => ({
    ...(await assetOfRunning(scene)),
    state: scene.any('revoked', ...assetStates),
    heldBy: scene.maybe(scene.line()),
    stateOn: scene.maybe(scene.today),
  }),
  'handoff.addCandidate': (scene) => ({
    ...scene.command(),
    handoffId: runningId(scene),
    name: scene.any('Code Depot', 'Студия Север'),
    fits: scene.line(),
    consider: '',
  }),
  'handoff.editCandidate': (scene) => ({
    ...scene.command(),
    candidateId: scene.one('candidate', ofRunning),
    state: scene.any(...candidateStates),
    load: scene.maybe(scene.line()),
  }),
  'handoff.answerQuestion': (scene) => ({
    ...scene.command(),
    candidateId: scene.one('candidate', ofRunning),
    question: scene.any(...candidateQuestions),
    answer: scene.any('Monthly, with figures', ''),
  }),
};

/** What takes away and what ends a handoff comes after all that needs one. */
const overCases: Pick<CasesOf<'handoff'>, Over> = {
  'handoff.deleteCandidate': (scene) => ({ ...scene.command(), candidateId: scene.one('candidate', ofRunning) }),
  'handoff.deleteAsset': async (scene) => assetOfRunning(scene),
  'handoff.extend': (scene) => ({
    ...scene.command(),
    handoffId: runningId(scene, `end_on <= '${scene.today}'`),
    reason: scene.words(),
  }),
  'handoff.close': (scene) => ({ ...scene.command(), handoffId: runningId(scene) }),
  'handoff.editRetrospective': (scene) => ({
    ...scene.command(),
    handoffId: scene.one('handoff', `state = 'closed'`),
    wouldReturn: scene.any(...wouldReturns, ''),
    lesson: scene.maybe(scene.words()),
  }),
  'handoff.archive': () => ({}),
  'handoff.comeBack': (scene) => ({ ...scene.command(), clientId: scene.one('client', `stage = 'ended'`) }),
  'handoff.cancel': async (scene) => {
    const open = scene.oneOrNull('handoff', running);
    if (open !== null) return { ...scene.command(), handoffId: open, reason: scene.words() };
    const { handoffId } = await scene.ask('handoff.end', await planCases['handoff.end'](scene));
    return { ...scene.command(), handoffId: handoffId ?? '', reason: scene.words() };
  },
};

export const handoffCases: CasesOf<'handoff'> = { ...templateCases, ...planCases, ...documentCases, ...overCases };
