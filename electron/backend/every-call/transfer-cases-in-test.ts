import path from 'node:path';
import { living } from './records-in-test.ts';
import { type CasesOf, NothingFits, type Scene } from './scene-in-test.ts';

const header = 'client,date,text';

/** A table of notes is chosen in the dialog. */
async function chosenTable(scene: Scene): Promise<string> {
  const name = String(
    scene.query(`select name from client where deleted_at is null and ${living} limit 1`)[0] ?? 'Alder',
  );
  const rows = [
    `${JSON.stringify(scene.any('Kestrel', name)).replaceAll('\\"', '""')},2024-05-01,${scene.newId()} of a table`,
  ];
  scene.answer(scene.file('notes.csv', `${[header, ...rows].join('\n')}\n`));
  const { source } = await scene.ask('transfer.choose', { from: 'csv' });
  if (source === null) throw new NothingFits('nothing was chosen');
  return source.sourceId;
}

type Whole = 'transfer.exportWhole' | 'transfer.chooseWhole' | 'transfer.readWhole' | 'transfer.importWhole';

const wholeCases: Pick<CasesOf<'transfer'>, Whole | 'transfer.leaveWhole'> = {
  'transfer.exportWhole': (scene) => {
    scene.answer(scene.folder);
    return { jobId: scene.newId(), form: 'folder' };
  },
  // There are clients here: a whole export is not read over them.
  'transfer.chooseWhole': () => ({ form: 'folder' }),
  'transfer.readWhole': (scene) => ({ sourceId: scene.newId() }),
  'transfer.importWhole': (scene) => ({ sourceId: scene.newId() }),
  'transfer.leaveWhole': (scene) => ({ sourceId: scene.newId() }),
};

export const transferCases: CasesOf<'transfer'> = {
  'transfer.export': (scene) => {
    const clientId = scene.maybe(scene.oneOrNull('client')) ?? null;
    scene.answer(scene.folder);
    return { jobId: scene.newId(), clientId };
  },
  'transfer.exportClient': (scene) => {
    const clientId = scene.one('client');
    scene.answer(path.join(scene.folder, 'client.json'));
    return { jobId: scene.newId(), clientId, format: 'json', language: scene.any('en', 'ru') };
  },
  'transfer.reveal': (scene) => ({ jobId: scene.newId() }),
  'transfer.choose': (scene) => {
    scene.answer(scene.file('other.csv', `${header}\nKestrel,2024-04-01,A row of a table\n`));
    return { from: 'csv' };
  },
  'transfer.preview': async (scene) => ({ sourceId: await chosenTable(scene), clients: [] }),
  'transfer.progress': async (scene) => ({ jobId: await chosenTable(scene) }),
  'transfer.import': async (scene) => ({
    ...scene.command(),
    sourceId: await chosenTable(scene),
    clients: [{ name: 'Kestrel', choice: { to: 'new', stage: 'stable' } }],
  }),
  'transfer.cancel': async (scene) => ({ jobId: await chosenTable(scene) }),
  ...wholeCases,
};
