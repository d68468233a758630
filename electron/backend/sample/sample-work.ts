import type { EngagementKind, horizons } from '../../../shared/contract/client-work.ts';
import type { KpiDirection } from '../../../shared/figures.ts';
import type { Words } from '../../../shared/language.ts';
import type { Ago } from './sample-client.ts';

export interface SampleKpi {
  readonly name: Words;
  readonly unit: Words;
  readonly target: string;
  readonly direction?: KpiDirection;
  readonly businessGoal: Words;
  /** By month, the last one that of the day the example is opened; null was not measured. */
  readonly values: readonly (string | null)[];
}

export interface SampleEngagement {
  readonly kind: EngagementKind;
  readonly title: Words;
  readonly ago: Ago;
  readonly ended?: { readonly ago: Ago; readonly reason: Words };
}

export interface SampleReport {
  /** So many months before the month the example is opened in. */
  readonly monthsAgo: number;
  /** Of the following month; not sent without one. */
  readonly sentOnDay: number | null;
  readonly summary: Words;
}

/** What is under way with a client of the example. */
export interface SampleWork {
  readonly ourGoal: Words;
  readonly theirGoal: Words;
  readonly ourHorizon: (typeof horizons)[number];
  readonly theirHorizon: (typeof horizons)[number];
  readonly goalsMatch: 'yes' | 'no' | '';
  /** The stretch of work that the tenure counts from. */
  readonly first: Omit<SampleEngagement, 'ago'>;
  readonly engagements?: readonly SampleEngagement[];
  readonly kpis: readonly SampleKpi[];
  readonly reportDay: number;
  readonly reports: readonly SampleReport[];
}
