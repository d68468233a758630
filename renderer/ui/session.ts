import { create } from 'zustand';
import type { Partner, SettingsPage, TextSize, Theme } from '../../shared/contract/settings.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { isLanguage, type Language } from '../../shared/language.ts';
import { recall, remember } from './remembered.ts';
import { showTextSize, textSizeOfPage } from './text-size.ts';
import { showTheme } from './theme.ts';
import { speak } from './words.ts';

/** Facts about this agency, this computer and this file that every area may read. */
export interface Session {
  readonly status: 'starting' | 'ready' | 'refused';
  /** Why the data file could not be opened, when `status` is `refused`. */
  readonly refusal: ErrorCode | null;
  readonly language: Language;
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly settings: SettingsPage | null;
  /** Only this partner's clients are shown; null shows all. */
  readonly partnerFilter: string | null;
  /** Numbers beside the destinations; null while not known. */
  readonly counts: SessionCounts;
  readonly areSingleKeysOn: boolean;
  /** The side bar as chosen by hand; `auto` goes by the width of the window. */
  readonly sideBar: 'auto' | 'wide' | 'rail';
}

export interface SessionCounts {
  readonly clients: number | null;
  readonly attention: number | null;
  readonly handoffs: number | null;
  readonly archive: number | null;
}

const noCounts: SessionCounts = { clients: null, attention: null, handoffs: null, archive: null };

export const useSession = create<Session>(() => ({
  status: 'starting',
  refusal: null,
  language: pageLanguage(),
  theme: 'system',
  textSize: textSizeOfPage(),
  settings: null,
  partnerFilter: null,
  counts: noCounts,
  areSingleKeysOn: recall('single-keys') !== 'off',
  sideBar: sideBarFrom(recall('side-bar')),
}));

function pageLanguage(): Language {
  const language = document.documentElement.lang;
  return isLanguage(language) ? language : 'en';
}

function sideBarFrom(value: string | null): Session['sideBar'] {
  return value === 'wide' || value === 'rail' ? value : 'auto';
}

/** Takes over what `settings.*` replied: language, theme and text size change at once. */
export function applySettings(settings: SettingsPage): void {
  speak(settings.language);
  showTheme(settings.theme);
  showTextSize(settings.textSize);
  useSession.setState((session) => ({
    status: 'ready',
    refusal: null,
    settings: { ...settings, stages: keepStages(session.settings?.stages, settings.stages) },
    language: settings.language,
    theme: settings.theme,
    textSize: settings.textSize,
    partnerFilter: keepFilter(session.partnerFilter, settings.partners),
  }));
}

type Stages = SettingsPage['stages'];

/** Settings are read anew after many a change; whoever shows stages is drawn anew only for news of stages. */
function keepStages(before: Stages | undefined, now: Stages): Stages {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

let lastAsked = 0;
let lastTaken = 0;

/** Asks for the settings and takes over the reply, unless one that was asked for later came first. */
export async function takeSettings(ask: () => Promise<{ readonly settings: SettingsPage }>): Promise<void> {
  lastAsked += 1;
  const turn = lastAsked;
  const { settings } = await ask();
  if (turn < lastTaken) return;
  lastTaken = turn;
  applySettings(settings);
}

function keepFilter(filter: string | null, partners: readonly Partner[]): string | null {
  return partners.some((partner) => partner.id === filter) ? filter : null;
}

export function refuseSession(refusal: ErrorCode): void {
  useSession.setState({ status: 'refused', refusal });
}

/** The refusal and first-run screens may be read in the other language before settings can be stored. */
export function previewLanguage(language: Language): void {
  speak(language);
  useSession.setState({ language });
}

/** Painted before it is saved; on a refusal screen it holds until the window closes. */
export function previewTextSize(textSize: TextSize): void {
  showTextSize(textSize);
  useSession.setState({ textSize });
}

export function filterByPartner(partnerId: string | null): void {
  useSession.setState({ partnerFilter: partnerId });
}

export function updateCounts(counts: Partial<SessionCounts>): void {
  useSession.setState((session) => ({ counts: { ...session.counts, ...counts } }));
}

export function turnSingleKeys(on: boolean): void {
  remember('single-keys', on ? 'on' : 'off');
  useSession.setState({ areSingleKeysOn: on });
}

export function chooseSideBar(sideBar: Session['sideBar']): void {
  remember('side-bar', sideBar);
  useSession.setState({ sideBar });
}

const noPartners: readonly Partner[] = [];

export function usePartners(): readonly Partner[] {
  return useSession((session) => session.settings?.partners ?? noPartners);
}

type FormerPartner = SettingsPage['formerPartners'][number];

const noFormerPartners: readonly FormerPartner[] = [];

/** Removed since, for what they were part of. */
export function useFormerPartners(): readonly FormerPartner[] {
  return useSession((session) => session.settings?.formerPartners ?? noFormerPartners);
}

export function usePartner(partnerId: string | null): Partner | null {
  return useSession((session) => session.settings?.partners.find((partner) => partner.id === partnerId) ?? null);
}

/** The partner who works on this computer. */
export function useMe(): Partner | null {
  return useSession(({ settings }) => settings?.partners.find(({ id }) => id === settings.mePartnerId) ?? null);
}

export function useLanguage(): Language {
  return useSession((session) => session.language);
}
