import { createHash } from 'node:crypto';
import { type IssuedContent, readIssuedContents } from '../../../db/documents.ts';
import type { Reader } from '../../../db/schema.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import { audiences, type DocumentOptions } from '../../../shared/contract/handoff.ts';
import { briefOptionsOf, textOfBrief } from '../../../shared/handoff/brief-issue.ts';
import type { BriefOptions, BriefSource } from '../../../shared/handoff/brief-source.ts';
import { makeBrief } from '../../../shared/handoff/brief.ts';
import { makeDocument } from '../../../shared/handoff/document.ts';
import {
  type ByPart,
  type DocumentPart,
  documentParts,
  firstOfEachKind,
  textOfParts,
} from '../../../shared/handoff/document-parts.ts';
import type { DocumentSource } from '../../../shared/handoff/document-source.ts';
import { isLanguage } from '../../../shared/language.ts';
import { readBriefSource } from './brief-source.ts';
import { readDocumentSource } from './source.ts';

/** What a document says; the same on another day as long as the data are the same. */
export function digestsOf(source: DocumentSource, options: DocumentOptions): ByPart<string> {
  return digestsOfTexts(textOfParts(makeDocument(source, options)));
}

export function briefDigests(source: BriefSource, options: BriefOptions): ByPart<string> {
  return digestsOfTexts(textOfBrief(makeBrief(source, options)));
}

function digestsOfTexts(texts: ByPart<string>): ByPart<string> {
  const digest = (part: DocumentPart) => createHash('sha256').update(texts[part]).digest('hex');
  return {
    cover: digest('cover'),
    people: digest('people'),
    plan: digest('plan'),
    assets: digest('assets'),
    knowledge: digest('knowledge'),
    candidates: digest('candidates'),
    reasons: digest('reasons'),
    after: digest('after'),
  };
}

interface IssueChanges {
  readonly issueId: Id;
  readonly changed: DocumentPart[] | null;
}

/** Of the last file of each kind, what another one made today would say otherwise; null where nobody wrote down what it said. */
export async function readIssueChanges(reader: Reader, handoffId: Id): Promise<IssueChanges[]> {
  const changes: IssueChanges[] = [];
  for (const issue of firstOfEachKind(await readIssuedContents(reader, handoffId))) {
    changes.push({ issueId: issue.id, changed: await changedSince(reader, handoffId, issue) });
  }
  return changes;
}

async function changedSince(reader: Reader, handoffId: Id, issue: IssuedContent): Promise<DocumentPart[] | null> {
  const { madeOn, digests } = issue;
  // Made on the day of the file: that a month has passed is no change of what was agreed.
  const now = madeOn === null ? null : await digestsOn(reader, { handoffId, today: madeOn }, issue);
  if (now === null) return null;
  return documentParts.filter((part) => digests[part] !== now[part]);
}

interface Made {
  readonly handoffId: Id;
  readonly today: Day;
}

/** Null for an audience or a language that this version does not know. */
async function digestsOn(reader: Reader, made: Made, issue: IssuedContent): Promise<ByPart<string> | null> {
  const brief = isLanguage(issue.language) ? briefOptionsOf(issue.audience, issue.language) : null;
  if (brief !== null) {
    return briefDigests(await readBriefSource(reader, { ...made, options: brief }), brief);
  }
  const options = optionsOf(issue);
  return options && digestsOf(await readDocumentSource(reader, { ...made, options }), options);
}

function optionsOf({ audience: reader, language, ...includes }: IssuedContent): DocumentOptions | null {
  const audience = audiences.find((each) => each === reader);
  if (audience === undefined || !isLanguage(language)) return null;
  const { includeAssets, includeDone, includeReasons } = includes;
  return { audience, language, includeAssets, includeDone, includeReasons };
}
