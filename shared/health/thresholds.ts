/** The rules whose days can be others for one client. */
export const healthRules = ['rhythm', 'report', 'ideas', 'intent'] as const;

export type HealthRule = (typeof healthRules)[number];

/** In days. The norm of touches is that of the client or of its stage and so has no default here. */
export const defaultThresholds = { report: 35, ideas: 90, intent: 180 } as const satisfies Partial<
  Record<HealthRule, number>
>;

export type Thresholds = Readonly<Record<HealthRule, number>>;

export const longestThreshold = 365;

export function isHealthRule(value: string): value is HealthRule {
  return healthRules.some((rule) => rule === value);
}
