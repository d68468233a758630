import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readHandoffPage } from '../../db/handoff-page.ts';
import { briefDocx } from '../../electron/backend/documents/brief-docx.ts';
import { briefHtml } from '../../electron/backend/documents/brief-html.ts';
import {
  type BriefLeakCase,
  briefLeakCases,
  briefOf,
  openMarkedForBrief,
} from '../../electron/backend/documents/brief-leak-in-test.ts';
import { briefMarkdown } from '../../electron/backend/documents/brief-markdown.ts';
import { documentDocx } from '../../electron/backend/documents/docx.ts';
import { servedFont } from '../../electron/backend/documents/fonts.ts';
import { checklistHtml, documentHtml } from '../../electron/backend/documents/html.ts';
import {
  allowedInPlan,
  found,
  type LeakCase,
  leakCases,
  MarkedFile,
} from '../../electron/backend/documents/leak-in-test.ts';
import { documentMarkdown } from '../../electron/backend/documents/markdown.ts';
import { documentFormats, type DocumentFormat } from '../../shared/contract/handoff.ts';
import type { BriefDocument } from '../../shared/handoff/brief.ts';
import type { HandoffDocument } from '../../shared/handoff/document.ts';
import {
  badDetectors,
  leastRecall,
  measure,
  type Measured,
  mostFalseAlarms,
} from '../../shared/handoff/secret-measure-in-test.ts';
import { findSecrets } from '../../shared/handoff/secrets.ts';
import { languages } from '../../shared/language.ts';
import { Printer } from '../pdf/printer.ts';
import { type Proven, unmet } from '../report.ts';
import { textOfDocx, textOfPdf } from './texts.ts';

/** A column that stands in a file where it may not, or does not where it should. */
export interface Leak {
  readonly file: string;
  readonly shownButNotAllowed: readonly string[];
  readonly allowedButNotShown: readonly string[];
}

/** Of a document in every format, what is in each file that should not be, and the other way round. */
export async function leaksOf(
  printer: Printer,
  { name, options, allowed }: LeakCase,
  document: HandoffDocument,
): Promise<readonly Leak[]> {
  return leaksIn(
    { name: `${name}, ${options.language}`, allowed },
    {
      pdf: textOfPdf(await printer.print('leak', document)),
      docx: textOfDocx(await documentDocx(document)),
      markdown: documentMarkdown(document),
      html: documentHtml(document, { fonts: servedFont, fitsPhones: true }),
    },
  );
}

/** The same of a brief for candidates. */
export async function leaksOfBrief(
  printer: Printer,
  { name, options, allowed }: BriefLeakCase,
  brief: BriefDocument,
): Promise<readonly Leak[]> {
  const printed = await printer.printAs('leak', brief, (fonts) => briefHtml(brief, { fonts, fitsPhones: false }));
  return leaksIn(
    { name: `${name}, ${options.language}`, allowed },
    {
      pdf: textOfPdf(printed),
      docx: textOfDocx(await briefDocx(brief)),
      markdown: briefMarkdown(brief),
      html: briefHtml(brief, { fonts: servedFont, fitsPhones: true }),
    },
  );
}

/** The same of the plan in files of its own: for a calendar, and printed for the table. */
export async function leaksOfPlan(
  printer: Printer,
  { calendar, table }: Awaited<ReturnType<MarkedFile['planFor']>>,
): Promise<readonly Leak[]> {
  const printed = await printer.printAs('leak', table, (fonts) => checklistHtml(table, { fonts, fitsPhones: false }));
  const { language } = table;
  return [
    leakIn(`plan, ${language}, ics`, calendar, allowedInPlan.calendar),
    leakIn(`plan, ${language}, pdf`, textOfPdf(printed), allowedInPlan.checklist),
  ];
}

function leaksIn(
  { name, allowed }: Pick<LeakCase, 'name' | 'allowed'>,
  texts: Readonly<Record<DocumentFormat, string>>,
): readonly Leak[] {
  return documentFormats.map((format) => {
    // The monogram is drawn on the cover of the page only, and one as long as a mark lies under the name beside it.
    const expected = allowed.filter((column) => format === 'html' || column !== 'agency.monogram');
    return leakIn(`${name}, ${format}`, texts[format], expected);
  });
}

function leakIn(file: string, text: string, allowed: readonly string[]): Leak {
  const shown = found(text);
  return {
    file,
    shownButNotAllowed: shown.filter((column) => !allowed.includes(column)),
    allowedButNotShown: allowed.filter((column) => !shown.includes(column)),
  };
}

export function isFaulty({ shownButNotAllowed, allowedButNotShown }: Leak): boolean {
  return shownButNotAllowed.length + allowedButNotShown.length > 0;
}

/** A document for the client in whose text, and in whose title, stands all that the partners see. */
export async function leakyDocument(marked: MarkedFile, document: HandoffDocument): Promise<HandoffDocument> {
  const page = await readHandoffPage(marked.storage.read, marked.idOf('own handoff'), 'en');
  const marks = JSON.stringify(page).match(/mark\w+Zz/g) ?? [];
  return { ...document, line: `${document.line} ${page.reasonText}`, letter: marks };
}

/** A plan in whose files stands what the partners alone know. */
export async function leakyPlanOf(marked: MarkedFile): ReturnType<MarkedFile['planFor']> {
  const { calendar, table } = await marked.planFor('en');
  const evidence = 'markOwnHandoffItemEvidenceZz';
  return { calendar: calendar.replace('SUMMARY:', `SUMMARY:${evidence} `), table: { ...table, line: evidence } };
}

const figuresOf = ({ recall, falseAlarms }: Measured) => ({
  recall: Number(recall.toFixed(4)),
  falseAlarms: Number(falseAlarms.toFixed(4)),
});

export async function secLeak(): Promise<Proven> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-leak-'));
  const marked = await MarkedFile.open();
  const markedForBrief = await openMarkedForBrief();
  const printer = await Printer.open(folder);
  try {
    const leaks: Leak[] = [];
    for (const language of languages) {
      for (const each of leakCases) {
        const options = { ...each.options, language };
        leaks.push(...(await leaksOf(printer, { ...each, options }, await marked.documentFor(options))));
      }
      for (const each of briefLeakCases) {
        const options = { ...each.options, language };
        leaks.push(...(await leaksOfBrief(printer, { ...each, options }, await briefOf(markedForBrief, options))));
      }
      leaks.push(...(await leaksOfPlan(printer, await marked.planFor(language))));
    }
    const faulty = leaks.filter(isFaulty);
    for (const leak of faulty) console.error(JSON.stringify(leak));
    const [client] = leakCases;
    if (client === undefined) throw new Error('no audience');
    const leaky = await leakyDocument(marked, await marked.documentFor(client.options));
    const leakyPlan = await leakyPlanOf(marked);
    const said = [...(await leaksOf(printer, client, leaky)), ...(await leaksOfPlan(printer, leakyPlan))];
    const caught = said.filter((leak) => leak.shownButNotAllowed.length > 0).length;
    const secrets = measure(findSecrets);
    const nothing = measure(badDetectors.findsNothing);
    const everything = measure(badDetectors.findsEverything);
    return {
      figures: {
        files: leaks.length,
        leaking: faulty.length,
        secrets: figuresOf(secrets),
        control: {
          leaky: said.length,
          caught,
          findsNothing: figuresOf(nothing),
          findsEverything: figuresOf(everything),
        },
      },
      short: unmet({
        'a file says too much or too little': faulty.length === 0,
        'too few secrets are found': secrets.recall >= leastRecall,
        'too many alarms are false': secrets.falseAlarms <= mostFalseAlarms,
        'control: a document that says too much is not caught': caught === said.length,
        'control: a detector that finds nothing is not caught': nothing.recall < leastRecall,
        'control: a detector that finds everything is not caught': everything.falseAlarms > mostFalseAlarms,
      }),
    };
  } finally {
    await printer.close();
    await marked.storage.remove();
    await markedForBrief.storage.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
