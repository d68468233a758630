import type { Migration } from './migration.ts';

/** Who signs documents for the agency. */
export const signatureStep: Migration = {
  version: 14,
  name: 'signature',
  sql: `
alter table agency add column signature text;
`,
};
