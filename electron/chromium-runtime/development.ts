import { runtimeOptions } from './runtime-options.ts';

/**
 * `npm run dev` only: files come from Vite's server with hot reload instead of the renderer build. The program itself
 * knows nothing of it, and Vite's inline script and socket are why this page has a policy of its own.
 */
const page = { language: 'en', theme: 'light', textSize: '100', nonce: 'development' } as const;

function policy(server: string): string {
  const socket = server.replace(/^http/, 'ws');
  return [
    `default-src 'self' data:`,
    `script-src 'self' 'nonce-${page.nonce}'`,
    `style-src 'self' 'nonce-${page.nonce}'`,
    `connect-src 'self' ${socket}`,
    `frame-src 'self'`,
  ].join('; ');
}

/** Null when the program itself answers. */
export async function developmentResponse(request: Request): Promise<Response | null> {
  const server = runtimeOptions().devServer;
  const { pathname, search } = new URL(request.url);
  if (server === null || pathname.startsWith('/document/')) return null;
  const response = await fetch(new URL(pathname + search, server));
  if (pathname !== '/index.html') return response;
  const html = (await response.text())
    .replaceAll('%LANGUAGE%', page.language)
    .replaceAll('%THEME%', page.theme)
    .replaceAll('%TEXT_SIZE%', page.textSize)
    .replaceAll('%NONCE%', page.nonce)
    .replaceAll('<script type="module">', `<script type="module" nonce="${page.nonce}">`);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(server) };
  return new Response(html, { status: response.status, headers });
}
