import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';

// The terminal app searches only inside its own screen. Its service on the loopback answers the same questions by the
// same index.

const answer = z.object({ items: z.array(z.object({ id: z.string() })), has_more: z.boolean() });

const longestIndexing = 20 * 60_000;

export interface Joplin {
  /** How many notes it finds, as far as they are counted. */
  readonly count: (words: string, most: number) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** A word that every note holds, and how many there are: when it is found in all of them, they are indexed. */
export interface Mark {
  readonly word: string;
  readonly notes: number;
}

/** Brings a folder of Markdown into a new profile and waits until the service of the terminal app has indexed it. */
export async function startJoplin(folder: string, profile: string, { word, notes }: Mark): Promise<Joplin> {
  const own = ['--profile', profile];
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('joplin', [...own, ...args], { encoding: 'utf8', timeout: 1_800_000 });
    if (status !== 0) throw new Error(`joplin ${args[0]}: ${stderr}`);
    return stdout;
  };
  run('import', '--format', 'md', folder);
  const token = /= *(\w+)\s*$/.exec(run('config', 'api.token'))?.[1] ?? '';
  const service = spawn('joplin', [...own, 'server', 'start'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const port = await portOf(service.stdout);
  const joplin: Joplin = {
    count: async (words, most) => {
      let found = 0;
      for (let page = 1; found < most; page += 1) {
        const asked = new URLSearchParams({ query: words, fields: 'id', limit: '100', page: String(page), token });
        const reply = await fetch(`http://127.0.0.1:${port}/search?${asked}`);
        const { items, has_more: hasMore } = answer.parse(await reply.json());
        found += items.length;
        if (!hasMore) break;
      }
      return Math.min(found, most);
    },
    stop: async () => {
      if (service.exitCode !== null || service.signalCode !== null) return;
      service.kill();
      await once(service, 'exit');
    },
  };
  try {
    const over = Date.now() + longestIndexing;
    while ((await joplin.count(word, notes)) < notes) {
      if (Date.now() > over) throw new Error(`joplin did not index all of ${notes} notes`);
      await setTimeout(1000);
    }
    return joplin;
  } catch (problem) {
    await joplin.stop();
    throw problem;
  }
}

/** Goes on reading what the service says: it ends when nobody listens. */
function portOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface(output);
    lines.on('line', (line) => {
      const port = /on port (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(port);
    });
    lines.on('close', () => reject(new Error('joplin started no service')));
  });
}
