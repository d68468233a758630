import { engagementKinds, horizons } from '../../../shared/contract/client-work.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import { ofClient, ofLiving } from './records-in-test.ts';
import type { CasesOf, Scene } from './scene-in-test.ts';

type Figures = Extract<
  CallName,
  `clients.${string}${'Kpi' | 'Reading' | 'Readings' | 'Report' | 'Reports' | 'Engagement' | 'Goals'}` | 'clients.work'
>;

const ofKpi = `kpi_id in (select id from kpi where deleted_at is null and ${ofLiving})`;
const oneKpi = (scene: Scene) => ({ ...scene.command(), kpiId: scene.one('kpi', ofLiving) });

/** What is under way with a client. */
export const workCases: Pick<CasesOf<'clients'>, Figures> = {
  'clients.editGoals': (scene) => ({
    ...ofClient(scene),
    ourGoal: scene.words(),
    theirGoal: scene.maybe(scene.words()),
    ourHorizon: scene.maybe(scene.any(...horizons, '')),
    goalsMatch: scene.maybe(scene.any('yes', 'no', '')),
  }),
  'clients.addEngagement': (scene) => ({
    ...ofClient(scene),
    kind: scene.any(...engagementKinds),
    title: scene.maybe(scene.line()),
    startOn: scene.day(-300, -30),
  }),
  'clients.editEngagement': (scene) => ({
    ...scene.command(),
    engagementId: scene.one('engagement', ofLiving),
    title: scene.maybe(scene.line()),
    startOn: scene.maybe(scene.day(-300, -30)),
    endOn: scene.maybe(scene.any(scene.day(-5), null)),
    endReason: scene.maybe(scene.words()),
  }),
  'clients.addKpi': (scene) => ({
    ...ofClient(scene),
    name: scene.any('Repeat orders', 'Заказы'),
    unit: scene.maybe('%'),
    target: scene.any('29', ''),
    businessGoal: scene.maybe(scene.line()),
  }),
  'clients.editKpi': (scene) => ({ ...oneKpi(scene), businessGoal: scene.line(), target: scene.maybe('30.5') }),
  'clients.moveKpi': (scene) => ({ ...oneKpi(scene), after: null }),
  'clients.addReadings': (scene) => ({
    ...oneKpi(scene),
    readings: [{ measuredOn: scene.day(-30, -60), value: scene.any('30.5', '-1'), remark: scene.any('', 'Акция') }],
  }),
  'clients.editReading': (scene) => ({
    ...scene.command(),
    readingId: scene.one('kpi_reading', ofKpi),
    value: scene.any('31', '32.25'),
    remark: scene.maybe(scene.line()),
  }),
  'clients.addReport': (scene) => ({
    ...ofClient(scene),
    kind: 'month',
    period: scene.any('2026-10', '2026-09', '2026-08'),
    sentOn: scene.any(null, scene.today),
    summary: scene.words(),
  }),
  'clients.editReport': (scene) => ({
    ...scene.command(),
    reportId: scene.one('report', ofLiving),
    ...scene.any({ kind: 'quarter', period: '2026-Q3' }, { kind: 'month', period: '2026-09' }, {}),
    sentOn: scene.maybe(scene.any(scene.day(-20), null)),
    summary: scene.words(),
  }),
  'clients.agreeReports': (scene) => ({
    ...ofClient(scene),
    reportDay: scene.maybe(scene.any(5, 10, null)),
    reviewsQuarter: scene.maybe(scene.flag()),
  }),
  'clients.work': (scene) => ({ clientId: scene.one('client') }),
  'clients.deleteReading': (scene) => ({ ...scene.command(), readingId: scene.one('kpi_reading', ofKpi) }),
  'clients.deleteReport': (scene) => ({ ...scene.command(), reportId: scene.one('report', ofLiving) }),
  'clients.deleteKpi': (scene) => oneKpi(scene),
  'clients.deleteEngagement': (scene) => ({ ...scene.command(), engagementId: scene.one('engagement', ofLiving) }),
};
