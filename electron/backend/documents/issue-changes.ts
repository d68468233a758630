import { createHash } from 'node:crypto';
import { type IssuedContent, readIssuedContents } from '../../../db/documents.ts';
import type { Reader } from '../../../db/schema.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { audiences, type DocumentOptions } from '../../../shared/contract/handoff.ts';
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
import { readDocumentSource } from './source.ts';

/** What a document says; the same on another day as long as the data are the same. */
export function digestsOf(source: DocumentSource, options: DocumentOptions): ByPart<string> {
  const texts = textOfParts(makeDocument(source, options));
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
  const options = optionsOf(issue);
  if (madeOn === null || options === null) return null;
  // Made on the day of the file: that a month has passed is no change of what was agreed.
  const source = await readDocumentSource(reader, { handoffId, today: madeOn, options });
  const now = digestsOf(source, options);
  return documentParts.filter((part) => digests[part] !== now[part]);
}

/** Null for an audience or a language that this version does not know. */
function optionsOf({ audience: reader, language, ...includes }: IssuedContent): DocumentOptions | null {
  const audience = audiences.find((each) => each === reader);
  if (audience === undefined || !isLanguage(language)) return null;
  const { includeAssets, includeDone, includeReasons } = includes;
  return { audience, language, includeAssets, includeDone, includeReasons };
}
