import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { BrowserWindow } from '../../electron/chromium-runtime/electron.ts';
import type { CallInput, CallName } from '../../shared/contract/contract.ts';

export type Page = BrowserWindow['webContents'];

export async function openedPage(): Promise<Page> {
  const drawn = `Boolean(document.getElementById('root')?.childElementCount)`;
  for (;;) {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    // A page that is just being left answers no question any more.
    const answer = page?.executeJavaScript(drawn).catch(() => false);
    if (page && (await Promise.race([answer, wait(1000)])) === true) return page;
    await wait(50);
  }
}

const replied = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string() }),
]);
const created = z.object({ card: z.object({ id: z.string() }) });
const ended = z.object({ handoffId: z.string() });

/** A day of a partner through the page's own door: there is no second driver, which would need a way in. */
export class Session {
  readonly #page: Page;
  readonly #folder: string;
  #answers = 0;

  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = folder;
  }

  async #call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<unknown> {
    const asked = `window.rapport.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
    const reply = replied.parse(await this.#page.executeJavaScript(asked));
    if (reply.ok) return reply.value;
    throw new Error(`${name} was refused: ${reply.code}`);
  }

  /** The next dialog of the system answers with this name beside the data. */
  #answer(name: string): void {
    this.#answers += 1;
    const file = path.join(this.#folder, name);
    writeFileSync(path.join(this.#folder, 'desk', `answer-${this.#answers}.json`), JSON.stringify(file));
  }

  async play(): Promise<void> {
    const command = () => ({ commandId: randomUUID() });
    const language = 'en';
    await this.#call('settings.finishFirstRun', { ...command(), agencyName: 'Quarta', partners: ['Vera'], language });
    const client = await this.#call('board.createClient', { ...command(), name: 'Alder', stage: 'stable' });
    const clientId = created.parse(client).card.id;
    const body = 'Two contracts\n\n![](https://example.com/picture.png) and [a link](https://example.com/)';
    await this.#call('notes.write', {
      ...command(),
      noteId: null,
      clientId,
      body,
      kind: 'call',
      happenedAt: '2026-11-20T09:00:00.000Z',
      initiatedBy: null,
      attendees: [],
      finished: true,
    });
    await this.#call('search.find', { text: 'contract', limit: 10 });
    await this.#call('settings.openLink', { address: 'https://example.com/' });
    const ending = await this.#call('handoff.end', {
      ...command(),
      clientId,
      choice: 'handoff',
      startOn: '2026-11-23',
      successor: 'contractor',
      extended: [],
      reasons: ['budget'],
      reasonText: '',
    });
    const { handoffId } = ended.parse(ending);
    await this.#export(handoffId, 'pdf');
    await this.#export(handoffId, 'docx');
    this.#answer('exports');
    await this.#call('transfer.exportWhole', { jobId: randomUUID(), form: 'folder' });
    this.#answer('second');
    await this.#call('safety.chooseSecondFolder', {});
    await this.#call('safety.backUpNow', {});
    // The page shows the client with the note, whose picture is not fetched.
    await this.#page.executeJavaScript(`location.hash = ${JSON.stringify(`#/clients/${clientId}`)}`);
    await wait(500);
  }

  async #export(handoffId: string, format: 'pdf' | 'docx'): Promise<void> {
    this.#answer(`handoff.${format}`);
    await this.#call('handoff.export', {
      commandId: randomUUID(),
      handoffId,
      format,
      options: { language: 'en', audience: 'client', includeAssets: true, includeDone: true, includeReasons: false },
    });
  }
}
