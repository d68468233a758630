import type { Card } from '../../shared/contract/board.ts';
import type { ClientPage } from '../../shared/contract/clients.ts';

// Records for component tests of every area.

/** A client with us since 2020 about whom nothing else is known. */
export function cardWith(more: Partial<Card>): Card {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Alder',
    stage: 'stable',
    place: 'a0',
    partnerId: null,
    sinceOn: '2020-01-15',
    lastTouchAt: null,
    contactNormDays: null,
    nextStep: null,
    openFlags: 0,
    handoff: null,
    isSample: false,
    ...more,
  };
}

/** The page of `cardWith({})`, with nothing on it yet. */
export function clientPageWith(more: Partial<ClientPage> = {}): ClientPage {
  return {
    card: cardWith({}),
    language: null,
    contacts: [],
    engagements: [],
    tasks: [],
    dossier: [],
    draftNoteId: null,
    drafts: [],
    runningHandoffId: null,
    lastHandoffId: null,
    ...more,
  };
}
