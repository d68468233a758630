import {
  auditTopics,
  insightKinds,
  insightStates,
  planAnswers,
  requestResults,
  verdicts,
  verdictSides,
} from '../../../shared/contract/client-playbook.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import { ofClient, ofLiving, taskFields } from './records-in-test.ts';
import type { CasesOf, Scene } from './scene-in-test.ts';

type Playbook = Extract<
  CallName,
  | `clients.${string}${'Trial' | 'TrialTask' | 'IntentCheck' | 'Request' | 'RequestOption' | 'Insight'}`
  | `clients.${'answer' | 'editImpression' | 'editFirstLever' | 'editAuditTopic' | 'giveVerdict' | 'playbook'}`
>;

const ofRequest = `request_id in (select id from request where deleted_at is null and ${ofLiving})`;
const oneTrial = (scene: Scene) => ({ ...scene.command(), trialId: scene.one('trial', ofLiving) });

export const playbookCases: Pick<CasesOf<'clients'>, Playbook> = {
  'clients.answer': (scene) => ({
    ...ofClient(scene),
    code: scene.any('STA-1', 'STA-2'),
    answer: scene.maybe(scene.words()),
    isDone: scene.maybe(scene.flag()),
    answeredOn: scene.maybe(scene.today),
  }),
  'clients.editImpression': (scene) => ({
    ...ofClient(scene),
    words: scene.words(),
    writtenOn: scene.maybe(scene.day(-3)),
  }),
  'clients.editFirstLever': (scene) => ({ ...ofClient(scene), words: scene.words() }),
  'clients.editAuditTopic': (scene) => ({
    ...ofClient(scene),
    topic: scene.any(...auditTopics),
    score: scene.maybe(scene.any(2, 5, null)),
    evidence: scene.words(),
    openQuestion: scene.maybe(scene.words()),
  }),
  'clients.addTrial': (scene) => ({
    ...ofClient(scene),
    startedOn: scene.today,
    endsOn: scene.any(scene.day(14), null),
    successSign: scene.words(),
  }),
  'clients.editTrial': (scene) => ({
    ...oneTrial(scene),
    endsOn: scene.maybe(scene.day(10, 20)),
    successSign: scene.maybe(scene.words()),
  }),
  'clients.giveVerdict': (scene) => ({
    ...oneTrial(scene),
    side: scene.any(...verdictSides),
    verdict: scene.any(...verdicts, null),
    words: scene.maybe(scene.words()),
  }),
  'clients.addTrialTask': (scene) => ({ ...oneTrial(scene), ...taskFields(scene) }),
  'clients.addIntentCheck': (scene) => ({
    ...ofClient(scene),
    checkedOn: scene.day(0, -10),
    hasPlan: scene.any(...planAnswers),
    saidBy: 'Marina',
    words: scene.words(),
  }),
  'clients.editIntentCheck': (scene) => ({
    ...scene.command(),
    checkId: scene.one('intent_check', ofLiving),
    hasPlan: scene.any(...planAnswers),
    words: scene.maybe(scene.words()),
  }),
  'clients.addRequest': (scene) => ({
    ...ofClient(scene),
    askedOn: scene.today,
    wish: scene.words(),
    limits: scene.words(),
  }),
  'clients.addRequestOption': (scene) => ({
    ...scene.command(),
    requestId: scene.one('request', ofLiving),
    title: scene.line(),
  }),
  'clients.editRequestOption': (scene) => ({
    ...scene.command(),
    optionId: scene.one('request_option', ofRequest),
    title: scene.maybe(scene.line()),
    isChosen: scene.maybe(scene.flag()),
  }),
  'clients.editRequest': (scene) => ({
    ...scene.command(),
    requestId: scene.one('request', ofLiving),
    wish: scene.maybe(scene.words()),
    result: scene.maybe(scene.any(...requestResults, null)),
    resultWords: scene.maybe(scene.words()),
  }),
  'clients.addInsight': (scene) => ({
    ...ofClient(scene),
    kind: scene.any(...insightKinds),
    title: scene.line(),
    toldOn: scene.day(0, -100),
    isBeyondContract: scene.flag(),
  }),
  'clients.editInsight': (scene) => ({
    ...scene.command(),
    insightId: scene.one('insight', ofLiving),
    state: scene.any(...insightStates),
    title: scene.maybe(scene.line()),
  }),
  'clients.playbook': (scene) => ({ clientId: scene.one('client') }),
  'clients.deleteRequestOption': (scene) => ({
    ...scene.command(),
    optionId: scene.one('request_option', ofRequest),
  }),
  'clients.deleteRequest': (scene) => ({ ...scene.command(), requestId: scene.one('request', ofLiving) }),
  'clients.deleteIntentCheck': (scene) => ({ ...scene.command(), checkId: scene.one('intent_check', ofLiving) }),
  'clients.deleteInsight': (scene) => ({ ...scene.command(), insightId: scene.one('insight', ofLiving) }),
  'clients.deleteTrial': (scene) => oneTrial(scene),
};
