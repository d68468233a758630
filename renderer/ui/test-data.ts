import { firstLimits } from '../../shared/agency-limits.ts';
import { russiaCalendar } from '../../shared/content/calendars.ts';
import type { Card } from '../../shared/contract/board.ts';
import type { Playbook } from '../../shared/contract/client-playbook.ts';
import type { ClientHealth, Receipt } from '../../shared/contract/client-health.ts';
import type { ClientWork } from '../../shared/contract/client-work.ts';
import type { ClientPage, Contact } from '../../shared/contract/clients.ts';
import type { Note } from '../../shared/contract/notes.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import type { SettingsPage } from '../../shared/contract/settings.ts';
import type { OwnStage } from '../../shared/stage-words.ts';

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
    addedOn: null,
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
    stageChanges: [],
    language: null,
    contacts: [],
    engagements: [],
    tasks: [],
    hasEarlierTasks: false,
    dossier: [],
    draftNoteId: null,
    drafts: [],
    runningHandoffId: null,
    lastHandoffId: null,
    ...more,
  };
}

/** Somebody of a client's marketing who does nothing for the work with us yet. */
export function contactWith(name: string, more: Partial<Contact> = {}): Contact {
  return {
    id: name,
    name,
    role: 'marketing',
    roleNote: '',
    email: '',
    phone: '',
    decides: false,
    setsTasks: false,
    acceptsResults: false,
    pays: false,
    isTechnical: false,
    leftOn: null,
    ...more,
  };
}

/** A client about whom nothing was asked yet. */
export function playbookWith(more: Partial<Playbook> = {}): Playbook {
  return {
    answers: [],
    firstImpression: '',
    firstImpressionOn: null,
    firstLever: '',
    trials: [],
    audit: [],
    intentChecks: [],
    requests: [],
    insights: [],
    reports: [],
    kpis: [],
    ...more,
  };
}

/** What is under way with the client of `cardWith({})`: nothing yet. */
export function clientWorkWith(more: Partial<ClientWork> = {}): ClientWork {
  return {
    ourGoal: '',
    theirGoal: '',
    ourHorizon: '',
    theirHorizon: '',
    goalsMatch: '',
    engagements: [],
    kpis: [],
    reportDay: null,
    reviewsQuarter: false,
    reportsAgreedOn: null,
    reviewsAgreedOn: null,
    reports: [],
    ...more,
  };
}

/** An agency of two, set up, in English. */
export function settingsWith(more: Partial<SettingsPage>): SettingsPage {
  return {
    language: 'en',
    theme: 'light',
    isSetUp: true,
    isSample: false,
    agency: { name: 'Quarta Bureau', monogram: '', contact: '', signature: '' },
    partners: [
      { id: '1', name: 'Vera L.', monogram: 'V', clients: 5 },
      { id: '2', name: 'Gleb O.', monogram: 'G', clients: 6 },
    ],
    formerPartners: [],
    mePartnerId: '1',
    dataFolder: '/data',
    lastBackupAt: null,
    unsavedSince: null,
    isBackupFailing: false,
    secondFolder: null,
    ...firstLimits,
    calendar: russiaCalendar,
    stages: [],
    reminder: { isOn: true, at: '09:30', quietFrom: '20:00', quietTo: '08:00', isAtWeekends: false },
    systemShortcut: { keys: null, isGiven: true },
    textSize: 100,
    appVersion: '0.1.0',
    ...more,
  };
}

/** A stage of which the partners changed just this. */
export function ownStageWith(more: Pick<OwnStage, 'stage'> & Partial<OwnStage>): OwnStage {
  return {
    label: { en: '', ru: '' },
    hint: { en: '', ru: '' },
    contactNormDays: null,
    offered: [],
    withheld: [],
    ...more,
  };
}

/** Half a thought about the client of `clientPageWith()`, not finished. */
export function draftWith(more: Partial<Note> = {}): Note {
  return {
    id: '00000000-0000-4000-8000-000000000002',
    clientId: clientPageWith().card.id,
    kind: 'call',
    happenedAt: '2026-11-23T08:00:00.000Z',
    initiatedBy: null,
    body: 'Half a thought',
    attendees: [],
    finishedAt: null,
    updatedAt: '2026-11-23T08:00:00.000Z',
    fingerprint: 'half a thought',
    kept: null,
    edit: null,
    ...more,
  };
}

/** A hit at the client Alder whose found words are hits[from, to) of its snippet. */
export function searchHitWith(
  more: Pick<SearchHit, 'id' | 'group' | 'clientId' | 'title' | 'snippet'> & Partial<SearchHit>,
): SearchHit {
  const isNote = more.group === 'notes';
  return {
    clientName: 'Alder',
    stage: 'stable',
    kind: isNote ? 'call' : '',
    isNextStep: false,
    noteId: null,
    itemId: null,
    isOver: false,
    partnerId: null,
    happenedAt: isNote ? '2026-11-12T08:00:00.000Z' : null,
    ...more,
  };
}

/** A client in good order of whom enough is known; nothing is changed, put off or to be done. */
export function healthWith(receipt: Partial<Receipt>, more: Partial<ClientHealth> = {}): ClientHealth {
  return {
    receipt: {
      verdict: 'good',
      score: 80,
      cap: null,
      confidence: 1,
      lines: [],
      flags: [],
      hints: [],
      ...receipt,
    },
    lastTouchId: null,
    changes: [],
    acts: [],
    thresholds: [],
    snoozes: [],
    ...more,
  };
}
