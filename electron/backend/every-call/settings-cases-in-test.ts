import { boardStages, stages } from '../../../shared/stage.ts';
import type { CalendarChange } from '../../../shared/contract/work-calendars.ts';
import type { CasesOf, Scene } from './scene-in-test.ts';

const holidays = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT\nEND:VCALENDAR\n';

type SettingsName = keyof CasesOf<'settings'>;
/** They open another file, or ask which one: the last ones of a story. */
export type FileName = Extract<SettingsName, `settings.${'openSample' | 'leaveSample' | 'chooseDataFolder'}`>;

async function calendarChange(scene: Scene): Promise<CalendarChange> {
  const { chosen: code, calendars } = await scene.ask('settings.calendars', {});
  const own = calendars.filter(({ isOwn }) => isOwn);
  return scene.any<CalendarChange>(
    {
      kind: 'days',
      code,
      days: [{ day: scene.day(3, 4, 10), isWorked: scene.any(false, true, null), title: scene.maybe(scene.line()) }],
    },
    { kind: 'weekday', code, weekday: scene.any(5, 6), isWorked: scene.flag() },
    { kind: 'copy', code, name: scene.line() },
    { kind: 'reset', code },
    ...(own.length > 0 ? changesOfOwn(scene.any(...own).code, scene.any(...calendars).code, scene.line()) : []),
  );
}

const changesOfOwn = (code: string, chosen: string, name: string): readonly CalendarChange[] => [
  { kind: 'choose', code: chosen },
  { kind: 'rename', code, name },
  { kind: 'remove', code },
];

export const settingsCases: Omit<CasesOf<'settings'>, FileName> = {
  'settings.ping': () => ({}),
  'settings.finishFirstRun': (scene) => ({
    ...scene.command(),
    agencyName: scene.any('Quarta Bureau', 'Кварта'),
    partners: ['Vera L.', 'Gleb O.'],
    language: scene.any('en', 'ru'),
  }),
  'settings.editAgency': (scene) => ({
    ...scene.command(),
    name: scene.maybe(scene.line()),
    contact: 'hello@quarta.example',
    signature: 'Nika Tarasova, partner',
    clientsInHoneymoon: scene.maybe(scene.any(3, 2)),
  }),
  'settings.addPartner': (scene) => ({ ...scene.command(), name: scene.line() }),
  'settings.editPartner': (scene) => ({
    ...scene.command(),
    partnerId: scene.one('partner'),
    name: scene.maybe(scene.line()),
    monogram: 'GO',
  }),
  'settings.removePartner': (scene) => ({
    ...scene.command(),
    partnerId: scene.one(
      'partner',
      `not exists (select 1 from client where client.partner_id = partner.id)
        and exists (select 1 from partner as other where other.deleted_at is null and other.id < partner.id)`,
    ),
  }),
  'settings.editStage': (scene) => ({
    ...scene.command(),
    stage: scene.any(...boardStages),
    label: scene.maybe({ en: scene.line() }),
    hint: scene.maybe({ ru: scene.line() }),
    contactNormDays: scene.maybe(scene.any(10, null)),
  }),
  'settings.offerSignal': (scene) => ({
    ...scene.command(),
    stage: scene.any(...boardStages),
    code: scene.any('F-OWNER', 'R-SLOW'),
    isOffered: scene.flag(),
  }),
  'settings.resetStage': (scene) => ({ ...scene.command(), stage: scene.any(...stages) }),
  'settings.setMe': (scene) => ({ partnerId: scene.any(scene.oneOrNull('partner'), null) }),
  'settings.setTheme': (scene) => ({ theme: scene.any('dark', 'light', 'system') }),
  'settings.setTextSize': (scene) => ({ textSize: scene.any(100, 130) }),
  'settings.setLanguage': (scene) => ({ language: scene.any('en', 'ru') }),
  'settings.setReminder': (scene) => ({ at: scene.any('10:00', '09:30'), isAtWeekends: scene.flag() }),
  'settings.setSystemShortcut': (scene) => ({ keys: scene.any('Mod+Shift+Space', 'Mod+Alt+KeyN', null) }),
  'settings.load': () => ({}),
  'settings.openLink': () => ({ address: 'https://example.com/brief' }),
  'settings.calendars': () => ({}),
  'settings.readCalendarFile': (scene) => {
    scene.answer(scene.file('holidays.ics', holidays));
    return {};
  },
  'settings.previewCalendar': async (scene) => ({ change: await calendarChange(scene) }),
  'settings.changeCalendar': async (scene) => ({
    ...scene.command(),
    change: await calendarChange(scene),
    movesItems: scene.flag(),
  }),
};

/** The page is loaded anew after the first two. */
export const fileCases: Pick<CasesOf<'settings'>, FileName> = {
  'settings.chooseDataFolder': (scene) => {
    scene.answer(null);
    return {};
  },
  'settings.openSample': () => ({}),
  'settings.leaveSample': () => ({}),
};
