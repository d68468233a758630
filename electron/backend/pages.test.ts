import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages, isProgramPage, pageAddress } from './pages.ts';

let folder = '';
let pages: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-pages-'));
  const root = path.join(folder, 'renderer');
  mkdirSync(path.join(root, 'fonts'), { recursive: true });
  writeFileSync(
    path.join(root, 'index.html'),
    '<html lang="%LANGUAGE%" data-theme="%THEME%" data-text-size="%TEXT_SIZE%"><i nonce="%NONCE%"></i></html>',
  );
  writeFileSync(path.join(root, 'main.js'), 'let x;');
  writeFileSync(path.join(root, 'notes.unknown'), 'x');
  writeFileSync(path.join(root, 'fonts/golos.woff2'), 'font');
  writeFileSync(path.join(folder, 'secret.js'), 'secret');
  pages = createPages({
    root,
    document: async ({ pathname }) =>
      pathname === '/document/1' ? '<html><head><style>p{}</style></head><body>&lt;style></body></html>' : null,
    appearance: () => ({ language: 'ru', theme: 'dark', textSize: 115 }),
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function ask(address: string, method = 'GET'): Promise<Response> {
  return pages(new Request(address, { method }));
}

describe('the page', () => {
  it('knows language, theme and nonce before its first paint', async () => {
    const response = await ask(pageAddress);
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    expect(await response.text()).toBe(
      `<html lang="ru" data-theme="dark" data-text-size="115"><i nonce="${nonce}"></i></html>`,
    );
  });

  it('is told from every other address', () => {
    expect(isProgramPage('app://rapport/index.html?x#y')).toBe(true);
    for (const address of [
      'app://rapport/',
      'app://rapport/document/1',
      'app://rapport.evil/index.html',
      'app://user@rapport:1/index.html',
      'https://rapport/index.html',
      '',
    ]) {
      expect(isProgramPage(address), address).toBe(false);
    }
  });
});

describe('a document page', () => {
  it('may style itself and run nothing', async () => {
    const response = await ask('app://rapport/document/1?language=ru');
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain(`script-src 'none'`);
    expect(await response.text()).toContain(`<style nonce="${nonce}">p{}</style>`);
  });

  it('is not found when the program has none', async () => {
    expect((await ask('app://rapport/document/2')).status).toBe(404);
  });
});

describe('a file', () => {
  it('comes with its type', async () => {
    const response = await ask('app://rapport/fonts/golos.woff2');
    expect(response.headers.get('content-type')).toBe('font/woff2');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('font');
  });

  it.each([
    'app://rapport/',
    'app://rapport/fonts',
    'app://rapport/missing.js',
    'app://rapport/notes.unknown',
    'app://rapport/..%2fsecret.js',
    'app://rapport/%2e%2e/secret.js',
    'app://rapport/..%5csecret.js',
    'app://rapport/%00.js',
    'app://rapport/%zz.js',
    'app://other/main.js',
    'https://rapport/main.js',
  ])('is not found at %s', async (address) => {
    expect((await ask(address)).status).toBe(404);
  });

  it('is only read', async () => {
    expect((await ask('app://rapport/main.js')).status).toBe(200);
    expect((await ask('app://rapport/main.js', 'POST')).status).toBe(404);
  });
});
