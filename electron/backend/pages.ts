import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../shared/language.ts';

/** Scheme and host of every page of the program. */
const pageOrigin = { protocol: 'app:', host: 'rapport' } as const;
export const pageAddress = 'app://rapport/index.html';

export interface PagesOptions {
  /** Folder of the renderer build. */
  readonly root: string;
  /** HTML of a document page; null = there is none. */
  readonly document: (address: URL) => Promise<string | null>;
  /** What the page must know before its first paint; "system" is already one of the two themes. */
  readonly appearance: () => {
    readonly language: Language;
    readonly theme: 'light' | 'dark';
    readonly textSize: number;
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

const alwaysRefused = [`default-src 'none'`, `connect-src 'none'`, `base-uri 'none'`, `form-action 'none'`] as const;

function policy(directives: readonly string[]): string {
  return [...alwaysRefused, ...directives].join('; ');
}

function programPolicy(nonce: string): string {
  return policy([
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self' data:`,
    `frame-src 'self'`,
    `frame-ancestors 'none'`,
  ]);
}

function documentPolicy(nonce: string): string {
  return policy([
    `script-src 'none'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self' data:`,
    `frame-ancestors 'self'`,
  ]);
}

function respond(status: number, type: string, contentPolicy: string, body: string | Buffer<ArrayBuffer>): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

function html(contentPolicy: string, body: string): Response {
  return respond(200, 'text/html; charset=utf-8', contentPolicy, body);
}

function notFound(): Response {
  return respond(404, 'text/plain; charset=utf-8', policy([]), 'Not found');
}

/** Only the program's own page may call the main process: exactly this address, in the top frame. */
export function isProgramPage(address: string): boolean {
  const url = URL.parse(address);
  // `URL.origin` of a custom scheme is "null" in Node, so protocol and host are compared one by one.
  return (
    url !== null &&
    url.protocol === pageOrigin.protocol &&
    url.host === pageOrigin.host &&
    url.pathname === '/index.html'
  );
}

/** Absolute path of a file of the renderer build, or null when the address leaves the build or names nothing in it. */
export function fileOfBuild(root: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (!/^\/[\w@.\-/]+$/.test(name) || name.includes('..') || name.includes('/.')) return null;
  const file = path.join(root, name);
  return file.startsWith(root + path.sep) ? file : null;
}

/** Serves the renderer build and the document pages; nothing else has an address. */
export function createPages(options: PagesOptions): (request: Request) => Promise<Response> {
  const root = path.resolve(options.root);

  async function programPage(): Promise<Response> {
    const nonce = randomBytes(16).toString('base64');
    const { language, theme, textSize } = options.appearance();
    const built = await readFile(path.join(root, 'index.html'), 'utf8');
    return html(
      programPolicy(nonce),
      built
        .replaceAll('%LANGUAGE%', language)
        .replaceAll('%THEME%', theme)
        .replaceAll('%TEXT_SIZE%', String(textSize))
        .replaceAll('%NONCE%', nonce),
    );
  }

  async function documentPage(address: URL): Promise<Response> {
    const nonce = randomBytes(16).toString('base64');
    const page = await options.document(address);
    // Only the first style element is ours: it stands in the head, before any text of a partner.
    return page === null
      ? notFound()
      : html(documentPolicy(nonce), page.replace('<style>', `<style nonce="${nonce}">`));
  }

  async function file(pathname: string): Promise<Response> {
    const found = fileOfBuild(root, pathname);
    const type = found === null ? undefined : contentTypes[path.extname(found)];
    if (found === null || type === undefined) return notFound();
    try {
      return respond(200, type, policy([]), await readFile(found));
    } catch {
      return notFound();
    }
  }

  return async (request) => {
    const address = new URL(request.url);
    if (request.method !== 'GET' || address.protocol !== pageOrigin.protocol || address.host !== pageOrigin.host) {
      return notFound();
    }
    if (address.pathname === '/index.html') return programPage();
    if (address.pathname.startsWith('/document/')) return documentPage(address);
    return file(address.pathname);
  };
}
