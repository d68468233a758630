import type { Migration } from './migration.ts';

/** How to reach a candidate, and how much time they have. */
export const candidatesStep: Migration = {
  version: 8,
  name: 'candidates',
  sql: `
alter table candidate add column contact text;
alter table candidate add column load text;
`,
};
