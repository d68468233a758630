import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ErrorCode } from '../../shared/errors.ts';
import { filesIn, readManifest, type ZipEntry, zipOf } from '../../electron/backend/bundle/bundle-in-test.ts';
import type { RealBackend } from '../chaos/real-backend.ts';
import type { Program } from '../program.ts';

// Whole exports that somebody has tampered with, each in an archive whose very name is hostile.

interface Case {
  readonly code: ErrorCode;
  readonly change: (entries: readonly ZipEntry[], folder: string) => readonly ZipEntry[];
}

const evil = 'evil.txt';
const content = Buffer.from('<script>alert("harm")</script>');
const replaced = (entries: readonly ZipEntry[], name: string, bytes: Buffer): readonly ZipEntry[] =>
  entries.map((entry) => (entry.name === name ? { ...entry, content: bytes } : entry));
const manifestWith = (folder: string, facts: object): Buffer =>
  Buffer.from(JSON.stringify({ ...readManifest(folder), ...facts }));

const cases: Readonly<Record<string, Case>> = {
  'leads up': { code: 'archive_unsafe', change: (all) => [...all, { name: `../${evil}`, content }] },
  absolute: { code: 'archive_unsafe', change: (all) => [...all, { name: `/tmp/${evil}`, content }] },
  link: {
    code: 'archive_unsafe',
    change: (all) => [...all, { name: 'data/link.json', content: Buffer.from('/etc/passwd'), mode: 0o120777 }],
  },
  bomb: { code: 'archive_unsafe', change: (all) => [...all, { name: 'bomb', content: Buffer.alloc(40_000_000) }] },
  'another text': {
    code: 'archive_damaged',
    change: (all, folder) => {
      const whole = readFileSync(path.join(folder, 'data/client.json'));
      whole[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 1;
      return replaced(all, 'data/client.json', whole);
    },
  },
  newer: {
    code: 'archive_newer',
    change: (all, folder) =>
      replaced(all, 'manifest.json', manifestWith(folder, { version: 99, appVersion: content.toString() })),
  },
  foreign: {
    code: 'archive_foreign',
    change: (all) => replaced(all, 'manifest.json', Buffer.from(JSON.stringify({ format: content.toString() }))),
  },
};

/** Where they are read: a program, or all of it but the window. */
export interface Computer extends Pick<RealBackend, 'call' | 'reply'> {
  readonly folder: string;
  /** The next dialog that asks for a file or folder answers with it. */
  readonly answer: (place: string) => void;
}

export const computerOf = (app: Program): Computer => ({
  folder: app.folder,
  answer: (place) => app.answerOpenDialog(place),
  call: (name, input) => app.call(name, input),
  reply: (name, input) => app.reply(name, input),
});

/** How many were tried, and what was not refused as it must be. */
export async function refuseArchives(
  computer: Computer,
  folder: string,
): Promise<{ readonly tried: number; readonly differences: readonly string[] }> {
  const entries: readonly ZipEntry[] = [...filesIn(folder)].map(([name, bytes]) => ({ name, content: bytes }));
  const differences: string[] = [];
  for (const [name, { code, change }] of Object.entries(cases)) {
    const archive = path.join(computer.folder, `${name} <img src=x onerror=alert(1)>.zip`);
    writeFileSync(archive, zipOf(change(entries, folder)));
    const given = await codeOf(computer, archive);
    if (given !== code) differences.push(`archive that is ${name}: ${given} instead of ${code}`);
  }
  const written = readdirSync(computer.folder, { recursive: true }).map(String);
  if (written.some((name) => path.basename(name) === evil) || existsSync(path.join('/tmp', evil)))
    differences.push('an archive wrote outside');
  return { tried: Object.keys(cases).length, differences };
}

async function codeOf({ answer, call, reply: ask }: Computer, archive: string): Promise<string> {
  answer(archive);
  const { source } = await call('transfer.chooseWhole', { form: 'archive' });
  const sourceId = source?.sourceId ?? '';
  const reply = await ask('transfer.readWhole', { sourceId });
  await call('transfer.leaveWhole', { sourceId });
  return reply.ok ? 'read' : reply.code;
}

/** On the first screen, where a partner would: the hostile name and the names in it are shown, and then all is opened. */
export async function openArchive(app: Program, archive: string): Promise<void> {
  const { page } = app;
  app.answerOpenDialog(archive);
  await page.getByRole('button', { name: /^(Everything lies in an export|Всё лежит в выгрузке)/ }).click();
  await page.getByRole('button', { name: /^(An archive|Архив)/ }).click();
  await page.getByRole('button', { name: /^(Open this data|Открыть эти данные)$/ }).waitFor();
}
