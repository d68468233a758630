import type { Asset, Candidate, HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import type { Bridge } from '../api.ts';
import { cardWith } from '../ui/test-data.ts';

// One handoff for the tests of this area.

export const id = (last: number) => `0190a0b0-0000-7000-8000-00000000000${last}`;

export const card = cardWith({ id: id(1), name: 'Kitewell Toys', stage: 'stagnation', sinceOn: '2021-05-20' });

export const item: HandoffItem = {
  id: id(3),
  code: 'A1',
  section: 'A',
  title: 'Tell the client',
  side: 'agency',
  person: 'Nika',
  dueOn: '2026-11-11',
  state: 'todo',
  stateReason: '',
  isMandatory: true,
  evidence: '',
  evidenceHint: 'date of the letter',
  confirmedBy: '',
  confirmedOn: null,
  assetId: null,
  doneAt: null,
  place: 'a0',
  after: [id(4)],
};

export const asset: Asset = {
  id: id(5),
  name: 'Hosting',
  whereKept: 'password: Tr0ub4dor&3x',
  heldBy: 'Nika',
  goesTo: 'client',
  state: 'not_started',
  stateOn: '2026-11-25',
  owner: '',
  admin: '',
  payer: '',
  renewalOn: null,
  rotatedOn: null,
  place: 'a0',
};

export const candidate: Candidate = {
  id: id(6),
  name: 'Depot',
  fits: '',
  consider: '',
  disclosure: '',
  contact: '',
  load: '',
  state: 'listed',
  answers: [],
  place: 'a0',
};

export const handoff: HandoffPage = {
  id: id(2),
  client: card,
  leadPartnerId: null,
  startOn: '2026-11-09',
  endOn: '2026-12-09',
  state: 'running',
  successor: 'contractor',
  extensions: [],
  overOn: null,
  cancelReason: '',
  retrospective: { wouldReturn: '', wouldReturnWords: '', lesson: '', toldBy: '', moments: [] },
  careUntilOn: '2027-01-31',
  letter: '',
  reasons: [],
  reasonText: '',
  items: [item, { ...item, id: id(4), title: 'Agree on the words', after: [] }],
  assets: [asset],
  candidates: [],
  contacts: [],
  dossier: [],
  issued: [],
};

export function isCall(value: unknown): value is Bridge['call'] {
  return typeof value === 'function';
}
