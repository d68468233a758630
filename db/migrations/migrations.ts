import { foundation } from './0001-foundation.ts';
import { relationship } from './0002-relationship.ts';
import { searchByTime } from './0003-search-by-time.ts';
import { noteTemplatesStep } from './0004-note-templates.ts';
import { stageWordsStep } from './0005-stage-words.ts';
import { clientThresholdStep } from './0006-client-threshold.ts';
import { partingStep } from './0007-parting.ts';
import { candidatesStep } from './0008-candidates.ts';
import { workCalendarsStep } from './0009-work-calendars.ts';
import { issuedContentStep } from './0010-issued-content.ts';
import { handoffTemplatesStep } from './0011-handoff-templates.ts';
import { stepsOfTheMonth } from './0012-steps-of-the-month.ts';
import { erasureStep } from './0013-erasure.ts';
import { signatureStep } from './0014-signature.ts';
import type { Migration } from './migration.ts';

/** In order and without gaps; the last version is the newest file this program understands. */
export const migrations: readonly Migration[] = [
  foundation,
  relationship,
  searchByTime,
  noteTemplatesStep,
  stageWordsStep,
  clientThresholdStep,
  partingStep,
  candidatesStep,
  workCalendarsStep,
  issuedContentStep,
  handoffTemplatesStep,
  stepsOfTheMonth,
  erasureStep,
  signatureStep,
];

export const newestVersion = migrations.length;
