import type { Migration } from './migration.ts';

/** Of an item of a handoff: the day somebody accepted it. */
export const stepsOfTheMonth: Migration = {
  version: 12,
  name: 'steps-of-the-month',
  sql: `
alter table handoff_item add column confirmed_on text;
`,
};
