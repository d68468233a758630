import type { Migration } from './migration.ts';

/**
 * What a document said when it went out, so that it can be told whether it would say the same today: its own day, its
 * options, and a digest of each part of it. All are null in rows from before.
 */
export const issuedContentStep: Migration = {
  version: 10,
  name: 'issued-content',
  sql: `
alter table document_issue add column made_on text;
alter table document_issue add column includes_assets integer;
alter table document_issue add column includes_done integer;
alter table document_issue add column includes_reasons integer;
alter table document_issue add column cover_digest text;
alter table document_issue add column people_digest text;
alter table document_issue add column plan_digest text;
alter table document_issue add column assets_digest text;
alter table document_issue add column knowledge_digest text;
alter table document_issue add column candidates_digest text;
alter table document_issue add column reasons_digest text;
alter table document_issue add column after_digest text;
`,
};
