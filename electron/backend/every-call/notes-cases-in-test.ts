import type { CallName } from '../../../shared/contract/contract.ts';
import { noteKinds } from '../../../shared/contract/notes.ts';
import { living, ofLiving } from './records-in-test.ts';
import { type CasesOf, NothingFits, type Scene } from './scene-in-test.ts';

type Templates = Extract<CallName, `notes.${string}${'Template' | 'templates'}`>;

function attendees(scene: Scene, clientId: string) {
  const personId = scene.oneOrNull('contact', `client_id = '${clientId}'`);
  return personId !== null && scene.flag() ? [{ side: 'client' as const, personId }] : [];
}

/** What a session of writing tells of a note besides its words. */
function session(scene: Scene, clientId: string) {
  return {
    ...scene.command(),
    clientId,
    kind: scene.any(...noteKinds),
    happenedAt: `${scene.day(-1, -9)}T07:00:00.000Z`,
    initiatedBy: scene.any('agency', 'client', null),
    attendees: attendees(scene, clientId),
  };
}

const oneNote = (scene: Scene, where = 'true') => scene.one('note', `${ofLiving} and (${where})`);

async function writing(scene: Scene) {
  const noteId = oneNote(scene);
  const { note } = await scene.ask('notes.open', { noteId });
  return { note, session: { ...session(scene, note.clientId), noteId } };
}

/** What is typed at the beginning. */
const typed = (scene: Scene) => ({ from: 0, to: 0, insert: `${scene.line()} ` });

async function writtenNow(scene: Scene, finished: boolean): Promise<string> {
  const told = session(scene, scene.one('client', living));
  return (await scene.ask('notes.write', { ...told, noteId: null, body: scene.words(), finished })).note.id;
}

async function taskLine(scene: Scene) {
  const noteId = oneNote(scene, `body like '%[ ] %'`);
  const { note } = await scene.ask('notes.open', { noteId });
  const line = note.body.split('\n').find((text) => /^(?:[-*] )?\[ \] /.test(text));
  if (line === undefined) throw new NothingFits('no open task in the note');
  return { noteId, line };
}

async function earlierText(scene: Scene) {
  const noteId = oneNote(scene);
  const { versions } = await scene.ask('notes.versions', { noteId });
  return { noteId, seq: scene.any(...versions.map(({ seq }) => seq).toReversed()) };
}

async function oneTemplate(scene: Scene): Promise<string> {
  const { templates } = await scene.ask('notes.templates', {});
  return scene.any(...templates.map(({ id }) => id));
}

const templateCases: Pick<CasesOf<'notes'>, Templates> = {
  'notes.templates': () => ({}),
  'notes.addTemplate': (scene) => ({
    ...scene.command(),
    kind: scene.any(...noteKinds),
    language: scene.any('en', 'ru'),
    title: scene.line(),
  }),
  'notes.editTemplate': async (scene) => ({
    ...scene.command(),
    templateId: await oneTemplate(scene),
    kind: scene.maybe(scene.any(...noteKinds)),
    title: scene.maybe({ en: scene.line() }),
    text: { en: scene.words(), ru: scene.words() },
  }),
  'notes.resetTemplate': async (scene) => {
    const { templates } = await scene.ask('notes.templates', {});
    const changed = templates.filter(({ isChanged }) => isChanged).map(({ id }) => id);
    return { ...scene.command(), templateId: scene.any(...changed) };
  },
  'notes.removeTemplate': async (scene) => ({ ...scene.command(), templateId: await oneTemplate(scene) }),
  'notes.returnTemplate': async (scene) => {
    const { removed } = await scene.ask('notes.templates', {});
    return { ...scene.command(), templateId: scene.any(...removed.map(({ id }) => id)) };
  },
};

const writingCases: Omit<CasesOf<'notes'>, Templates> = {
  'notes.write': (scene) => {
    const noteId = scene.any(null, scene.oneOrNull('note', `${ofLiving} and finished_at is not null`));
    const clientId = scene.one('client', living);
    return { ...session(scene, clientId), noteId, body: scene.words(), finished: scene.any(true, true, false) };
  },
  'notes.open': (scene) => ({ noteId: oneNote(scene) }),
  'notes.facts': (scene) => ({ noteId: oneNote(scene) }),
  'notes.tickLine': async (scene) => ({ ...scene.command(), ...(await taskLine(scene)), nth: 0, done: true }),
  'notes.revise': async (scene) => {
    const { note, session: told } = await writing(scene);
    return {
      ...told,
      basedOn: note.updatedAt,
      edit: typed(scene),
      finished: true,
      seen: scene.maybe(note.fingerprint),
    };
  },
  'notes.keep': async (scene) => {
    const { note, session: told } = await writing(scene);
    return { ...told, basedOn: note.updatedAt, edit: typed(scene), keepText: scene.maybe(scene.words()) };
  },
  'notes.setAside': async (scene) => ({ ...(await writing(scene)).session, body: scene.words() }),
  'notes.keepAside': async (scene) => {
    const { session: told } = await writing(scene);
    const { savedAt } = await scene.ask('notes.setAside', { ...told, body: scene.words() });
    return { ...told, basedOn: savedAt, edit: typed(scene) };
  },
  'notes.dropAside': (scene) => ({ noteId: oneNote(scene), sessions: scene.maybe([scene.newId()]) }),
  'notes.keepText': (scene) => ({ body: scene.words() }),
  'notes.keptText': () => ({}),
  'notes.endEdit': (scene) => ({ noteId: oneNote(scene) }),
  'notes.versions': (scene) => ({ noteId: oneNote(scene) }),
  'notes.version': (scene) => earlierText(scene),
  'notes.restoreVersion': async (scene) => ({ ...scene.command(), ...(await earlierText(scene)) }),
  'notes.discard': async (scene) => {
    const noteId = scene.oneOrNull('note', `${ofLiving} and finished_at is null`) ?? (await writtenNow(scene, false));
    return { ...scene.command(), noteId };
  },
  'notes.delete': async (scene) => {
    const isNotFirst = 'exists (select 1 from note as other where other.deleted_at is null and other.id < note.id)';
    const noteId = scene.oneOrNull('note', `${ofLiving} and ${isNotFirst}`) ?? (await writtenNow(scene, true));
    return { ...scene.command(), noteId };
  },
};

export const notesCases: CasesOf<'notes'> = { ...writingCases, ...templateCases };

export const searchCases: CasesOf<'search'> = {
  'search.find': (scene) => ({ text: scene.any('figures', 'ольхи', 'Alder'), limit: 10, group: scene.maybe('notes') }),
  'search.place': (scene) => ({ noteId: oneNote(scene), text: scene.any('export', 'figures') }),
  'search.remember': (scene) => ({ text: scene.any('reports', 'ольха') }),
  'search.recent': () => ({}),
  'search.forget': () => ({}),
};
