import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import type { Page } from './session-acts.ts';

// What a program that talks would do. Nobody is there, so each ends with a failure, which says nothing here.

export const stranger = '192.0.2.77';

/** The page asks by every way that a page has; the policy reports each. */
export const pageTries = {
  'connect-src fetch': `fetch('https://example.com/fetch')`,
  'connect-src WebSocket': `new WebSocket('wss://example.com/socket')`,
  'connect-src beacon': `navigator.sendBeacon('https://example.com/beacon', 'words')`,
  'img-src image': `new Image().src = 'https://example.com/image.png'`,
} as const;

/** What the policy refused of each. */
export async function tryInPage(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: [string, readonly string[]][] = [];
  for (const [name, code] of Object.entries(pageTries)) found.push([name, await refusedBy(page, code)]);
  return Object.fromEntries(found);
}

async function refusedBy(page: Page, code: string): Promise<readonly string[]> {
  // From a timeout: what the driver runs itself stands above the policy.
  const refused: unknown = await page.executeJavaScript(`new Promise((resolve) => {
    const refused = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective), { once: true });
    setTimeout(() => { try { Promise.resolve(${code}).catch(() => {}); } catch {} }, 0);
    setTimeout(() => resolve(refused), 300);
  })`);
  return Array.isArray(refused) ? refused.map(String) : [];
}

/** The main process connects, looks a name up and sends a datagram. */
export async function tryInMain(): Promise<void> {
  const socket = connect(9, stranger).on('error', () => undefined);
  const datagram = createSocket('udp4');
  const sent = once(datagram, 'close');
  datagram.send('words', 9, stranger, () => datagram.close());
  // The system's own way to look a name up would hold the program's end back for as long as nobody answers.
  await new Resolver({ timeout: 200, tries: 1 }).resolve4('example.com').catch(() => undefined);
  await sent;
  socket.destroy();
}

/** It listens while it is looked at. */
export async function listenDuring<Seen>(look: () => Seen): Promise<Seen> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const seen = look();
  server.close();
  return seen;
}
