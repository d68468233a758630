import { v4, v5 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agencyId } from '../../db/settings.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { Context } from './context.ts';
import { type DataFile, openDataFile } from './data-file.ts';
import { settingsHandlers } from './settings.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let dataFile: DataFile;
let context: Context;
beforeEach(async () => {
  parts = testParts();
  dataFile = await openDataFile(parts, 'own');
  if (!dataFile.context) throw new Error('refused');
  context = dataFile.context;
});
afterEach(async () => {
  await dataFile.close();
  parts.remove();
});

const calls = () => settingsHandlers(context, dataFile, parts, () => Promise.resolve());
const command = () => ({ commandId: v4() });
const undo = () => context.storage.undo(v4());
const redo = () => context.storage.redo(v4());
const rows = () => context.storage.read.selectFrom('stage').selectAll().where('deleted_at', 'is', null).execute();
async function own() {
  const reply = await calls()['settings.load']({});
  return contract['settings.load'].output.parse(reply).settings.stages;
}
const asShipped = { label: { en: '', ru: '' }, hint: { en: '', ru: '' }, contactNormDays: null };
const unchanged = { ...asShipped, offered: [], withheld: [] };

describe('a stage', () => {
  test('is as it ships until somebody changes it, and no row is there', async () => {
    expect(await own()).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  test('holds only what was changed, under the same id on every computer', async () => {
    await calls()['settings.editStage']({ ...command(), stage: 'stable', label: { ru: 'Любимые' } });
    await calls()['settings.editStage']({ ...command(), stage: 'stable', contactNormDays: 30 });
    expect(await rows()).toMatchObject([
      { id: v5('stage stable', agencyId), code: 'stable', label_ru: 'Любимые', label_en: null, contact_norm_days: 30 },
    ]);
    expect(await own()).toEqual([
      { ...unchanged, stage: 'stable', label: { en: '', ru: 'Любимые' }, contactNormDays: 30 },
    ]);
  });

  test('is changed by one command that can be undone and redone by itself', async () => {
    await calls()['settings.editStage']({ ...command(), stage: 'stable', label: { en: 'Favourites' } });
    await calls()['settings.editStage']({ ...command(), stage: 'stable', hint: { en: 'calm work' } });
    await undo();
    expect(await own()).toMatchObject([{ label: { en: 'Favourites' }, hint: { en: '' } }]);
    await undo();
    expect(await own()).toEqual([]);
    await redo();
    await redo();
    expect(await own()).toMatchObject([{ label: { en: 'Favourites' }, hint: { en: 'calm work' } }]);
  });

  test('begins anew after the first change was undone', async () => {
    await calls()['settings.editStage']({ ...command(), stage: 'stable', label: { en: 'Favourites' } });
    await undo();
    await calls()['settings.editStage']({ ...command(), stage: 'stable', contactNormDays: 30 });
    expect(await own()).toEqual([{ ...unchanged, stage: 'stable', contactNormDays: 30 }]);
  });

  test('is not changed any more when it says again what ships, or nothing', async () => {
    const stage = 'stable' as const;
    await calls()['settings.editStage']({
      ...command(),
      stage,
      label: { en: 'Favourites', ru: 'Любимые' },
      contactNormDays: 30,
    });
    await calls()['settings.editStage']({ ...command(), stage, label: { en: 'Steady', ru: '' }, contactNormDays: 14 });
    expect(await own()).toEqual([]);
  });

  test.each(['', '   '])('takes no label of “%s” for one', (label) => {
    const input = { ...command(), stage: 'stable', label: { en: label } };
    expect(contract['settings.editStage'].input.parse(input).label?.en).toBe('');
  });

  test.each([
    { label: { ru: 'я'.repeat(41) } },
    { label: { en: 'two\nlines' } },
    { hint: { en: 'w'.repeat(61) } },
    { contactNormDays: 0 },
    { contactNormDays: 366 },
    { contactNormDays: 1.5 },
    { stage: 'plateau' },
  ])('refuses %o', (change) => {
    const input = { ...command(), stage: 'stable', ...change };
    expect(contract['settings.editStage'].input.safeParse(input).success).toBe(false);
  });

  test('that has ended counts no days', async () => {
    const change = calls()['settings.editStage']({ ...command(), stage: 'ended', contactNormDays: 30 });
    await expect(change).rejects.toMatchObject({ code: 'bad_input' });
    await calls()['settings.editStage']({ ...command(), stage: 'ended', label: { en: 'Alumni' } });
    expect(await own()).toMatchObject([{ stage: 'ended', label: { en: 'Alumni' } }]);
  });
});

describe('signals offered first', () => {
  const offer = (code: string, isOffered: boolean) =>
    calls()['settings.offerSignal']({ ...command(), stage: 'acquaintance', code, isOffered });

  test('stand as rows only where the list differs from the one that ships', async () => {
    await offer('U-PAY', true);
    await offer('F-OWNER', false);
    expect(await own()).toEqual([{ ...unchanged, stage: 'acquaintance', offered: ['U-PAY'], withheld: ['F-OWNER'] }]);
    await offer('F-OWNER', true);
    await offer('U-PAY', false);
    await offer('U-PAY', false);
    expect(await own()).toEqual([]);
    await undo();
    await undo();
    expect(await own()).toMatchObject([{ offered: ['U-PAY'], withheld: [] }]);
  });

  test('are those of the catalogue', async () => {
    await expect(offer('X-NEW', true)).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('a stage comes back to what ships in one command, and from there too', async () => {
  await calls()['settings.editStage']({ ...command(), stage: 'stable', label: { en: 'Favourites' } });
  await calls()['settings.offerSignal']({ ...command(), stage: 'stable', code: 'F-OWNER', isOffered: true });
  await calls()['settings.editStage']({ ...command(), stage: 'stagnation', label: { en: 'Dusk' } });
  const before = await own();
  await calls()['settings.resetStage']({ ...command(), stage: 'stable' });
  expect(await own()).toEqual([{ ...unchanged, stage: 'stagnation', label: { en: 'Dusk', ru: '' } }]);
  await undo();
  expect(await own()).toEqual(before);
  await redo();
  await calls()['settings.editStage']({ ...command(), stage: 'stable', hint: { en: 'calm work' } });
  expect(await own()).toMatchObject([
    { label: { en: '' }, hint: { en: 'calm work' }, offered: [] },
    { stage: 'stagnation' },
  ]);
});
