import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { actFormats } from '../../shared/contract/erasing.ts';
import { audiences, documentFormats } from '../../shared/contract/handoff.ts';
import { clientDataFormats } from '../../shared/contract/transfer.ts';
import { type Language, languages } from '../../shared/language.ts';
import type { Program } from '../program.ts';
import { compareManifest, compareNames, namesIn, notesOf } from './export-names.ts';
import type { Harm, Harmed } from './harm.ts';
import { readBack, type ReadBack, readBackFolder } from './read-back.ts';
import { type Cell, compareOnPaper, compareShown } from './tagged.ts';
import { textsOf } from './walk.ts';

const command = () => ({ commandId: randomUUID() });
const endings = { pdf: 'pdf', docx: 'docx', markdown: 'md', html: 'html', json: 'json' } as const;

export interface Exported {
  exports: number;
  readonly seen: Set<number>;
  readonly differences: string[];
  readonly harm: Harmed[];
}

/** Every file that the program writes, read back by other programs. */
export class Exports {
  readonly found: Exported = { exports: 0, seen: new Set(), differences: [], harm: [] };
  readonly #app: Program;
  readonly #browser: Browser;
  readonly #harm: Harm;
  readonly #cells: ReadonlyMap<number, Cell>;

  constructor(app: Program, parts: { browser: Browser; harm: Harm; cells: ReadonlyMap<number, Cell> }) {
    this.#app = app;
    this.#browser = parts.browser;
    this.#harm = parts.harm;
    this.#cells = parts.cells;
  }

  /** The document for everybody, the brief and the plan of each handoff that was not called off. */
  async handoffs(spoken: readonly Language[] = languages, readers: readonly (typeof audiences)[number][] = audiences) {
    const { handoffs } = await this.#app.call('handoff.list', {});
    for (const { id: handoffId } of handoffs.filter(({ state }) => state !== 'cancelled')) {
      await this.#clearSecrets(handoffId);
      for (const language of spoken) {
        for (const audience of readers)
          for (const format of documentFormats) await this.#document(handoffId, { language, audience, format });
        for (const format of documentFormats) await this.#brief(handoffId, { language, format });
        await this.#save('plan', 'ics', () => this.#app.call('handoff.exportPlan', { handoffId, language }));
        await this.#save('checklist', 'pdf', () => this.#app.call('handoff.exportChecklist', { handoffId, language }));
      }
    }
  }

  async #document(
    handoffId: string,
    given: { language: Language; audience: (typeof audiences)[number]; format: (typeof documentFormats)[number] },
  ): Promise<void> {
    const { format, ...rest } = given;
    const options = { ...rest, includeAssets: true, includeDone: true, includeReasons: true };
    await this.#save(`document ${rest.audience} ${rest.language}`, endings[format], () =>
      this.#app.call('handoff.export', { ...command(), handoffId, format, options }),
    );
  }

  async #brief(
    handoffId: string,
    { language, format }: { language: Language; format: (typeof documentFormats)[number] },
  ) {
    const options = { language, includeGoals: true };
    const { findings } = await this.#app.call('handoff.checkBrief', { handoffId, options });
    await this.#clear(handoffId, findings);
    await this.#save(`brief ${language}`, endings[format], () =>
      this.#app.call('handoff.exportBrief', { ...command(), handoffId, format, options }),
    );
  }

  async #clearSecrets(handoffId: string): Promise<void> {
    const { findings } = await this.#app.call('handoff.findSecrets', { handoffId });
    await this.#clear(handoffId, findings);
  }

  async #clear(handoffId: string, findings: readonly { readonly fingerprint: string }[]): Promise<void> {
    for (const fingerprint of new Set(findings.map((each) => each.fingerprint)))
      await this.#app.call('handoff.clearSecret', {
        ...command(),
        handoffId,
        fingerprint,
        reason: 'only looks like one',
      });
  }

  /** What is kept of these clients, their notes, and a fire drill. */
  async clients(most = Infinity, spoken: readonly Language[] = languages): Promise<void> {
    const { clients } = await this.#app.call('clients.names', {});
    for (const { id: clientId } of clients.slice(0, most))
      for (const language of spoken)
        for (const format of clientDataFormats)
          await this.#save(`client ${language}`, endings[format], () =>
            this.#app.call('transfer.exportClient', { jobId: randomUUID(), clientId, format, language }),
          );
    for (const { id: clientId } of clients.slice(0, most)) {
      const drill = { clientId, successor: 'contractor', language: spoken[0] ?? 'en' } as const;
      await this.#save('drill', 'pdf', () => this.#app.call('handoff.exportDrill', drill).catch(asNotSaved));
    }
  }

  /** Notes as Markdown, the whole file as one folder, and the acts of what was erased. */
  async whole(): Promise<{ readonly folder: string }> {
    const notes = await this.#saveFolder('notes', async () => {
      const { saved } = await this.#app.call('transfer.export', { jobId: randomUUID(), clientId: null });
      return saved?.folder ?? '';
    });
    const all = await this.#saveFolder('all data', async () => {
      const { saved } = await this.#app.call('transfer.exportWhole', { jobId: randomUUID(), form: 'folder' });
      return saved?.name ?? '';
    });
    this.#note('names of the notes', compareNames(namesIn(notes), notesOf(all)));
    this.#note('list of the files', compareManifest(all));
    const { erasures } = await this.#app.call('erasing.erasures', {});
    for (const { id: erasureId } of erasures)
      for (const language of languages)
        for (const format of actFormats)
          await this.#save(`act ${language}`, endings[format], () =>
            this.#app.call('erasing.saveAct', {
              jobId: randomUUID(),
              erasureId,
              clientName: 'Sorrel',
              format,
              language,
            }),
          );
    return { folder: all };
  }

  #note(where: string, differences: readonly string[]): void {
    this.found.differences.push(...differences.map((each) => `${where}: ${each}`));
  }

  async #save(name: string, ending: string, act: () => Promise<{ readonly saved: unknown }>): Promise<void> {
    const file = this.#app.answerSaveDialog(`${name} ${this.found.exports}.${ending}`);
    const { saved } = await act();
    if (saved === null) return;
    this.found.exports += 1;
    if (ending === 'html') await this.#readPage(name, file);
    else this.#compare(`${name}.${ending}`, readBack(file), ending === 'pdf');
  }

  async #saveFolder(name: string, act: () => Promise<string>): Promise<string> {
    const folder = path.join(this.#app.exportFolder, name);
    mkdirSync(folder, { recursive: true });
    this.#app.answerFolderDialog(folder);
    const made = path.join(folder, path.basename(await act()));
    this.found.exports += 1;
    this.#compare(name, readBackFolder(folder), false);
    return made;
  }

  #compare(name: string, read: ReadBack, isPaper: boolean): void {
    const { whole, cut, differences } = isPaper
      ? compareOnPaper(read.texts, this.#cells)
      : compareShown(read.texts, this.#cells, name);
    for (const number of [...whole, ...cut]) this.found.seen.add(number);
    this.#note(name, differences);
    const alive: readonly Harmed[] = read.alive.map((what) => ({
      where: name,
      detector: 'element',
      what: what.slice(0, 120),
    }));
    this.found.harm.push(...alive);
  }

  /** In a browser, without any policy but its own. */
  async #readPage(name: string, file: string): Promise<void> {
    const page = await this.#browser.newPage();
    this.#harm.watch(page);
    await page.goto(pathToFileURL(file).href);
    this.#compare(name, { texts: await textsOf(page), alive: [] }, false);
    this.found.harm.push(...(await this.#harm.take(name, page)));
    await page.close();
  }
}

/** What looks like a secret is not printed; another client is. */
function asNotSaved(problem: unknown): { readonly saved: null } {
  if (String(problem).includes('secret_found')) return { saved: null };
  throw problem;
}
