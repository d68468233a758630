import { v7 } from 'uuid';
import { type BriefDocument, makeBrief } from '../../../shared/handoff/brief.ts';
import type { BriefOptions } from '../../../shared/handoff/brief-source.ts';
import { readBriefSource } from './brief-source.ts';
import { MarkedFile } from './leak-in-test.ts';

const everywhere = [
  'agency.name',
  'agency.monogram',
  'agency.contact',
  'client.name',
  'partner.name',
  'contact.role_note',
  'asset.name',
  'dossier_line.text',
  'handoff_item.title',
];
const goals = ['client.their_goal', 'kpi.name', 'kpi.unit', 'kpi.target', 'kpi.business_goal', 'kpi_reading.value'];

export interface BriefLeakCase {
  readonly name: string;
  readonly options: BriefOptions;
  readonly allowed: readonly string[];
}

export const briefLeakCases: readonly BriefLeakCase[] = [
  { name: 'brief', options: { language: 'en', includeGoals: false }, allowed: everywhere },
  {
    name: 'brief with goals',
    options: { language: 'en', includeGoals: true },
    allowed: [...everywhere, ...goals],
  },
];

/** A file in which every word is marked and the steps of the plan are the new contractor's. */
export async function openMarkedForBrief(): Promise<MarkedFile> {
  const marked = await MarkedFile.open();
  await marked.storage.write({ id: v7(), name: 'handoff.editItem' }, async (writer) => {
    await writer.updateTable('handoff_item').set({ side: 'successor' }).execute();
  });
  return marked;
}

export async function briefOf(marked: MarkedFile, options: BriefOptions): Promise<BriefDocument> {
  const handoffId = marked.idOf('own handoff');
  const source = await readBriefSource(marked.storage.read, { handoffId, today: '2026-11-23', options });
  return makeBrief(source, options);
}
