import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { searchCountLimit } from '../../shared/contract/search.ts';
import { searchAll } from '../../db/search-query.ts';
import { corpus } from '../../db/search-truth/corpus.ts';
import { englishWords } from '../../db/search-truth/english-words.ts';
import { fillWithCorpus } from '../../db/search-truth/measure.ts';
import type { Paradigm } from '../../db/search-truth/paradigm.ts';
import { homonyms, russianWords } from '../../db/search-truth/russian-words.ts';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import { type Joplin, startJoplin } from './joplin.ts';
import { rounded } from './page-cost.ts';
import { percentiles } from './percentiles.ts';

// The same notes and the same questions put to tools that partners use instead. A tool that is not there is skipped in
// words. Each answers with how many notes it found; what it should have found is known from how the notes were made.

const notes = Number(process.env['NOTES'] ?? 5000);

interface Question {
  readonly form: string;
  readonly word: string;
}

interface Peer {
  readonly name: string;
  /** How many notes hold the form, as this tool sees it. */
  readonly ask: (form: string) => number | Promise<number>;
}

function questions(words: readonly Paradigm[]): readonly Question[] {
  return words
    .filter((_, index) => index % 6 === 0)
    .flatMap(({ word, forms }) => {
      const form = forms[Math.floor(forms.length / 2)] ?? word;
      return homonyms.includes(form) ? [] : [{ form, word }];
    });
}

function ripgrepOver(folder: string): Peer {
  return {
    name: 'ripgrep over Markdown files',
    ask: (form) => {
      const { stdout } = spawnSync('rg', ['-i', '-l', '-w', '-F', '--', form, folder], { encoding: 'utf8' });
      return stdout.split('\n').filter(Boolean).length;
    },
  };
}

function joplinWith(joplin: Joplin): Peer {
  return { name: 'Joplin', ask: (form) => joplin.count(form, searchCountLimit) };
}

function rapportOn(storage: TestStorage): Peer {
  return {
    name: 'Rapport',
    ask: async (form) => (await searchAll(storage, { text: `${form} `, limit: 1, today: '2026-11-23' })).total.notes,
  };
}

/** Of no language, so that no question meets it. */
const inEach = 'qzxqzx';

const isThere = (program: string, question = '--version'): boolean => spawnSync(program, [question]).status === 0;

async function measure(peer: Peer, asked: readonly Question[], held: (word: string) => number) {
  const times: number[] = [];
  let [found, wanted] = [0, 0];
  for (const { form, word } of asked) {
    const from = performance.now();
    const count = await peer.ask(form);
    times.push(performance.now() - from);
    // The program counts up to its limit; a count says nothing about wrong hits, so none is credited for them.
    found += Math.min(count, held(word), searchCountLimit);
    wanted += Math.min(held(word), searchCountLimit);
  }
  return {
    name: peer.name,
    questions: asked.length,
    foundOfWanted: rounded(found / wanted, 3),
    ms: percentiles(times),
  };
}

/** Prints one line of JSON. */
export async function benchPeers(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-peers-'));
  const storage = openTestStorage();
  let joplin: Joplin | null = null;
  try {
    const files = path.join(folder, 'notes');
    mkdirSync(files);
    const words = { ru: russianWords, en: englishWords };
    let number = 0;
    for (const { body } of corpus({ count: notes, seed: 1, words })) {
      number += 1;
      writeFileSync(path.join(files, `${number}.md`), `${body}\n\n${inEach}\n`);
    }
    const truth = await fillWithCorpus(storage, notes);
    const peers = [rapportOn(storage)];
    const skipped: string[] = [];
    if (isThere('rg')) peers.push(ripgrepOver(files));
    else skipped.push('ripgrep is not installed');
    if (isThere('joplin', 'version')) {
      joplin = await startJoplin(files, path.join(folder, 'joplin'), { word: inEach, notes });
      peers.push(joplinWith(joplin));
    } else skipped.push('joplin is not installed');
    const done = [];
    for (const peer of peers) {
      const [ru, en] = [questions(russianWords), questions(englishWords)];
      done.push({ ru: await measure(peer, ru, truth.count), en: await measure(peer, en, truth.count) });
    }
    process.stdout.write(`${JSON.stringify({ notes, peers: done, skipped })}\n`);
  } finally {
    await joplin?.stop();
    await storage.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
