import path from 'node:path';
import { withoutHandoff } from './running-in-test.ts';
import { type CasesOf, NothingFits, type Scene } from './scene-in-test.ts';

async function trash(scene: Scene) {
  return (await scene.ask('safety.trash', {})).entries;
}

/** Each kind is as likely as the others, however much of it there is. */
function oneOf<Entry extends { readonly kind: string }>(scene: Scene, entries: readonly Entry[]): Entry {
  const byKind = Map.groupBy(entries, ({ kind }) => kind);
  return scene.any(...scene.any(...byKind.values()));
}

async function oneErasure(scene: Scene): Promise<string> {
  const { erasures } = await scene.ask('erasing.erasures', {});
  return scene.any(...erasures.map(({ id }) => id));
}

export const erasingCases: CasesOf<'erasing'> = {
  'erasing.deleteForGood': async (scene) => {
    const gone = (await trash(scene)).flatMap(({ kind, id }) =>
      kind === 'client' || kind === 'partner' ? [] : [{ kind, id }],
    );
    return { ...scene.command(), records: [oneOf(scene, gone)] };
  },
  'erasing.facts': (scene) => ({ clientId: scene.one('client', withoutHandoff) }),
  'erasing.eraseClient': async (scene) => {
    const clientId = scene.one(
      'client',
      `${withoutHandoff} and exists (select 1 from client as other
      where other.deleted_at is null and other.id < client.id)`,
    );
    const { name } = await scene.ask('erasing.facts', { clientId });
    return { ...scene.command(), clientId, typedName: name, why: 'Asked for by law' };
  },
  'erasing.erasures': () => ({}),
  'erasing.copies': async (scene) => ({ erasureId: await oneErasure(scene) }),
  'erasing.rewriteCopies': async (scene) => ({ erasureId: await oneErasure(scene) }),
  'erasing.saveAct': async (scene) => {
    const erasureId = await oneErasure(scene);
    scene.answer(path.join(scene.folder, 'act.md'));
    return { jobId: scene.newId(), erasureId, clientName: scene.line(), format: 'markdown', language: 'en' };
  },
};

async function newestBackup(scene: Scene): Promise<string> {
  const { backups } = await scene.ask('safety.backups', {});
  const name = backups[0]?.name;
  if (name === undefined) throw new NothingFits('no backup');
  return name;
}

/** In another place than the data. */
const words = (scene: Scene) => ({
  id: scene.newId(),
  place: 'Alder',
  record: null,
  label: 'Letter',
  words: scene.words(),
  problem: null,
});

/** They put another file in the place of the open one, or end the program: the last ones of a story. */
type LastName = `safety.${'restoreOver' | 'readyToClose'}`;

const backupCases = {
  'safety.backUpNow': () => ({}),
  'safety.backups': () => ({}),
  'safety.checkBackup': async (scene) => ({ name: await newestBackup(scene) }),
  'safety.compareBackup': async (scene) => ({ name: await newestBackup(scene) }),
  'safety.revealBackup': async (scene) => ({ name: await newestBackup(scene) }),
  'safety.chooseSecondFolder': (scene) => {
    scene.answer(scene.folder);
    return {};
  },
  'safety.fillSecondFolder': () => ({}),
  'safety.leaveSecondFolder': () => ({}),
  'safety.sealBackups': () => ({ passphrase: 'alders bloom before the leaves' }),
  'safety.sealEarlier': () => ({}),
  'safety.endSealing': () => ({}),
  // Only a file that is refused is replaced by a backup, or by what it still holds.
  'safety.restoreBackup': () => ({ name: 'rapport.db', passphrase: 'alders bloom before the leaves' }),
  'safety.salvage': () => ({}),
  'safety.salvageProgress': () => ({}),
  'safety.openSalvaged': () => ({}),
  'safety.openRescued': () => ({}),
} satisfies Partial<CasesOf<'safety'>>;

export const safetyCases: Omit<CasesOf<'safety'>, LastName> = {
  'safety.keepWords': (scene) => words(scene),
  'safety.keptWords': () => ({}),
  'safety.forgetWords': async (scene) => {
    const { kept } = await scene.ask('safety.keptWords', {});
    return { ids: kept.map(({ id }) => id) };
  },
  'safety.trash': () => ({}),
  'safety.restore': async (scene) => {
    const { kind, id } = oneOf(scene, await trash(scene));
    return { ...scene.command(), kind, id };
  },
  'safety.history': () => ({}),
  'safety.undo': (scene) => scene.command(),
  'safety.redo': (scene) => scene.command(),
  'safety.state': () => ({}),
  'safety.revealData': () => ({}),
  ...backupCases,
};

export const lastCases: Pick<CasesOf<'safety'>, LastName> = {
  'safety.restoreOver': async (scene) => ({ name: await newestBackup(scene) }),
  'safety.readyToClose': () => ({ ready: true }),
};
