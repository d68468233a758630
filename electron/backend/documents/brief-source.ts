import { readAssets } from '../../../db/assets.ts';
import { readCard } from '../../../db/card.ts';
import { readClientWork } from '../../../db/client-work.ts';
import { readContacts, readDossier } from '../../../db/clients.ts';
import { readItems } from '../../../db/handoff-items.ts';
import { readHandoff } from '../../../db/handoff.ts';
import type { Reader } from '../../../db/schema.ts';
import { agencyOf, partnersOf } from '../../../db/settings.ts';
import type { ClientWork, Kpi } from '../../../shared/contract/client-work.ts';
import type { Contact } from '../../../shared/contract/clients.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import type { Asset, HandoffItem } from '../../../shared/contract/handoff.ts';
import { lastFigure } from '../../../shared/figures.ts';
import type {
  BriefOptions,
  BriefSource,
  FigureSource,
  RoleSource,
  SystemSource,
} from '../../../shared/handoff/brief-source.ts';
import { assetProgress } from '../../../shared/handoff/document-assets.ts';
import { isOpen } from '../../../shared/handoff/items.ts';
import { saysMoney } from '../../../shared/handoff/money.ts';
import { shortName } from '../../../shared/handoff/short-name.ts';
import type { OurNames } from '../../../shared/handoff/transfer-items.ts';
import { isOurs } from '../../../shared/our-accounts.ts';
import { isPresent } from '../../../shared/people.ts';

export interface BriefRecords {
  readonly handoff: Awaited<ReturnType<typeof readHandoff>>;
  readonly client: { readonly id: Id; readonly name: string; readonly sinceOn: Day };
  readonly agency: Awaited<ReturnType<typeof agencyOf>>;
  readonly lead: { readonly id: Id; readonly name: string } | undefined;
  readonly partners: readonly string[];
  readonly work: Pick<ClientWork, 'theirGoal' | 'theirHorizon' | 'engagements'>;
  /** Those that are not in money. */
  readonly figures: readonly Kpi[];
  readonly map: readonly Line[];
  readonly defects: readonly Line[];
  readonly assets: readonly Asset[];
  /** Who is still there when the month begins. */
  readonly contacts: readonly Contact[];
  readonly steps: readonly HandoffItem[];
  readonly items: readonly HandoffItem[];
}

interface Line {
  readonly id: Id;
  readonly text: string;
}

interface Asked {
  readonly handoffId: Id;
  readonly today: Day;
  readonly options: BriefOptions;
}

/** The records that a brief takes its words from, and no others. */
export async function readBriefRecords(reader: Reader, { handoffId, options }: Asked): Promise<BriefRecords> {
  const handoff = await readHandoff(reader, handoffId);
  const { id, name, sinceOn } = await readCard(reader, handoff.client_id);
  const partners = await partnersOf(reader);
  const work = await readClientWork(reader, id);
  const dossier = await readDossier(reader, id);
  const contacts = await readContacts(reader, id);
  const items = await readItems(reader, handoffId, options.language);
  return {
    handoff,
    client: { id, name, sinceOn },
    agency: await agencyOf(reader),
    lead: partners.find((partner) => partner.id === handoff.lead_partner_id),
    partners: partners.map((partner) => partner.name),
    work,
    figures: work.kpis.filter(({ unit, name: figure }) => !saysMoney(unit) && !saysMoney(figure)),
    map: dossier.filter(({ kind }) => kind === 'how_it_works'),
    defects: dossier.filter(({ kind }) => kind === 'watch'),
    assets: await readAssets(reader, id),
    contacts: contacts.filter((contact) => isPresent(contact, handoff.start_on)),
    steps: items.filter(({ side, state }) => side === 'successor' && state !== 'not_applicable'),
    items,
  };
}

/** Picks, field by field, what may reach a brief. */
export async function readBriefSource(reader: Reader, asked: Asked): Promise<BriefSource> {
  return briefSourceOf(await readBriefRecords(reader, asked), asked);
}

function briefSourceOf(records: BriefRecords, { today, options }: Asked): BriefSource {
  const { handoff, client, agency, lead, partners, work, figures, map, defects, assets, contacts, steps } = records;
  const ours = { agency: agency?.name ?? '', partners };
  const theirs = { client: client.name, people: contacts.map(({ name }) => name) };
  return {
    madeOn: today,
    agency: { name: ours.agency, monogram: agency?.monogram ?? '', contact: agency?.contact ?? '' },
    leadName: lead?.name ?? '',
    client: { name: client.name, sinceOn: client.sinceOn },
    startOn: handoff.start_on,
    endOn: handoff.end_on,
    answerOn: answerDay(records, today),
    work: work.engagements.filter(({ endOn }) => endOn === null || endOn > today).map(({ kind }) => kind),
    map: map.map(({ text }) => text.trim()),
    defects: defects.map(({ text }) => text.trim()),
    systems: assets.map((asset) => systemOf(asset, ours, theirs)),
    roles: contacts.map(roleOf),
    steps: steps.map(({ title, dueOn }) => ({ title, dueOn })),
    goals: options.includeGoals
      ? { goal: work.theirGoal.trim(), horizon: work.theirHorizon, figures: figures.map(figureOf) }
      : null,
  };
}

/** The client meets the candidates, or chooses one, on these days of the plan. */
const meetings: readonly string[] = ['C4', 'C5'];

function answerDay({ items }: BriefRecords, today: Day): Day | null {
  const open = items.filter((item) => meetings.includes(item.code) && isOpen(item) && item.dueOn >= today);
  return open.map(({ dueOn }) => dueOn).toSorted()[0] ?? null;
}

/** “With the client” is said only of what is known to be there: a former contractor is none of the client's people. */
function systemOf(
  { name, owner, admin, heldBy, goesTo, state }: Asset,
  ours: OurNames,
  theirs: TheirNames,
): SystemSource {
  if (assetProgress(state) === 'settled' && goesTo === 'client') return { name, side: 'client', goesTo };
  const who = [owner, admin, heldBy].filter((each) => each.trim() !== '');
  if (who.some((each) => isOurs(each, ours.agency, ours.partners))) return { name, side: 'agency', goesTo };
  const holders = heldBy.trim() === '' ? who : [heldBy];
  const isWithClient = holders.length > 0 && holders.every((each) => isTheirs(each, theirs));
  return { name, side: isWithClient ? 'client' : 'unknown', goesTo };
}

interface TheirNames {
  readonly client: string;
  readonly people: readonly string[];
}

const clientWords = /(?<!\p{L})(?:клиент(?:а|у|ом|е)?|заказчик(?:а|у|ом|е)?|client|customer)(?!\p{L})/iu;

/** Names of theirs are written as ours are; what says “we” was found to be ours before. */
function isTheirs(text: string, { client, people }: TheirNames): boolean {
  return clientWords.test(text) || isOurs(text, shortName(client), people);
}

function roleOf(contact: Contact): RoleSource {
  const { role, roleNote, decides, setsTasks, acceptsResults, pays, isTechnical } = contact;
  return { role, roleNote, decides, setsTasks, acceptsResults, pays, isTechnical };
}

function figureOf({ name, unit, target, businessGoal, readings }: Kpi): FigureSource {
  const last = lastFigure(readings);
  return { name, unit, value: last?.value ?? '', measuredOn: last?.measuredOn ?? null, target, serves: businessGoal };
}
