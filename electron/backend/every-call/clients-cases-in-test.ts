import { contactRoles, dossierKinds } from '../../../shared/contract/clients.ts';
import { signalSides } from '../../../shared/contract/client-dossier.ts';
import { living, ofClient, ofLiving, taskFields } from './records-in-test.ts';
import type { CasesOf, Scene } from './scene-in-test.ts';
import { playbookCases } from './playbook-cases-in-test.ts';
import { workCases } from './work-cases-in-test.ts';

const contactFields = (scene: Scene) => ({
  roleNote: scene.maybe(scene.line()),
  email: scene.maybe('marina@alder.example'),
  phone: scene.maybe('+7 900 000-00-00'),
  decides: scene.maybe(scene.flag()),
  setsTasks: scene.maybe(true),
  leftOn: scene.maybe(scene.any(null, scene.today)),
});

const assetFields = (scene: Scene) => ({
  whereKept: scene.maybe('in the vault'),
  owner: scene.maybe(scene.line()),
  admin: scene.maybe('Vera'),
  payer: scene.maybe('Olga'),
  renewalOn: scene.maybe(scene.day(12, 90)),
});

type WorkAndPlaybook = keyof typeof workCases | keyof typeof playbookCases;

const dossierCases: Omit<CasesOf<'clients'>, WorkAndPlaybook> = {
  'clients.edit': (scene) => ({
    ...ofClient(scene),
    name: scene.maybe(scene.line()),
    contactNormDays: scene.maybe(scene.any(21, null)),
    partnerId: scene.maybe(scene.oneOrNull('partner')),
    language: scene.maybe(scene.any('ru', 'en', null)),
    sinceOn: scene.maybe(scene.day(-800, -50)),
  }),
  'clients.addContact': (scene) => ({
    ...ofClient(scene),
    name: scene.any('Marina', 'Марина П.'),
    role: scene.any(...contactRoles),
    ...contactFields(scene),
  }),
  'clients.editContact': (scene) => ({
    ...scene.command(),
    contactId: scene.one('contact', ofLiving),
    ...contactFields(scene),
  }),
  'clients.addTask': (scene) => ({ ...ofClient(scene), ...taskFields(scene) }),
  'clients.task': (scene) => ({ taskId: scene.one('task', ofLiving) }),
  'clients.editTask': (scene) => ({
    ...scene.command(),
    taskId: scene.one('task', ofLiving),
    title: scene.maybe(scene.line()),
    dueOn: scene.maybe(scene.day(1, 9)),
    done: scene.maybe(scene.flag()),
  }),
  'clients.addDossierLine': (scene) => ({
    ...ofClient(scene),
    kind: scene.any(...dossierKinds),
    text: scene.words(),
    decidedOn: scene.maybe(scene.today),
  }),
  'clients.editDossierLine': (scene) => ({
    ...scene.command(),
    lineId: scene.one('dossier_line', ofLiving),
    text: scene.words(),
  }),
  'clients.moveDossierLine': (scene) => ({
    ...scene.command(),
    lineId: scene.one('dossier_line', ofLiving),
    after: null,
  }),
  'clients.markSignal': (scene) => ({
    ...ofClient(scene),
    code: scene.any('S-QUIET', 'U-PAY', 'R-SLOW', 'G-FIT'),
    side: scene.any(...signalSides),
    markedOn: scene.day(0, -30),
    evidence: scene.words(),
  }),
  'clients.signals': (scene) => ({ clientId: scene.one('client') }),
  'clients.editSignal': (scene) => ({
    ...scene.command(),
    markId: scene.one('signal_mark', `ended_on is null and ${ofLiving}`),
    evidence: scene.words(),
    markedOn: scene.maybe(scene.today),
  }),
  'clients.dismissSuggestion': (scene) => ({ ...ofClient(scene), code: scene.any('F-OWNER', 'S-QUIET') }),
  'clients.addAsset': (scene) => ({ ...ofClient(scene), name: scene.any('Domain', 'Хостинг'), ...assetFields(scene) }),
  'clients.assets': (scene) => ({ clientId: scene.one('client') }),
  'clients.editAsset': (scene) => ({
    ...scene.command(),
    assetId: scene.one('asset', ofLiving),
    name: scene.maybe(scene.line()),
    ...assetFields(scene),
  }),
  'clients.open': (scene) => ({ clientId: scene.one('client') }),
  'clients.names': () => ({}),
  'clients.timeline': (scene) => ({
    clientId: scene.one('client'),
    filter: scene.any('all', 'notes', 'stages', 'figures'),
    before: scene.any({ happenedAt: `${scene.day(30)}T08:00:00.000Z`, id: scene.newId() }, null),
    until: scene.maybe({ happenedAt: `${scene.day(-30)}T08:00:00.000Z`, id: scene.newId() }),
    limit: 50,
  }),
  'clients.endSignal': (scene) => ({
    ...scene.command(),
    markId: scene.one('signal_mark', `ended_on is null and ${ofLiving}`),
  }),
  'clients.deleteSignal': (scene) => ({ ...scene.command(), markId: scene.one('signal_mark', ofLiving) }),
  'clients.deleteDossierLine': (scene) => ({ ...scene.command(), lineId: scene.one('dossier_line', ofLiving) }),
  'clients.deleteAsset': (scene) => ({ ...scene.command(), assetId: scene.one('asset', ofLiving) }),
  'clients.deleteTask': (scene) => ({ ...scene.command(), taskId: scene.one('task', ofLiving) }),
  'clients.deleteContact': (scene) => ({ ...scene.command(), contactId: scene.one('contact', ofLiving) }),
  'clients.delete': async (scene) => {
    const isNotFirst = 'exists (select 1 from client as other where other.deleted_at is null and other.id < client.id)';
    const clientId = scene.oneOrNull('client', `${living} and ${isNotFirst}`);
    if (clientId !== null) return { ...scene.command(), clientId };
    const { card } = await scene.ask('board.createClient', { ...scene.command(), name: 'Kestrel', stage: 'stable' });
    return { ...scene.command(), clientId: card.id };
  },
};

export const clientsCases: CasesOf<'clients'> = { ...workCases, ...playbookCases, ...dossierCases };
