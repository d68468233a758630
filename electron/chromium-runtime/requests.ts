import type { Page, Request as PageRequest, Route } from 'playwright-core';
import { isProgramScheme, toProgram } from './addresses.ts';
import { developmentResponse } from './development.ts';
import { Refusal, stopProgram } from './refusal.ts';
import { registrations } from './registrations.ts';
import type { RuntimeContents } from './web-contents.ts';

function pageOf(request: PageRequest): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}

/** True when the program's request filter cuts the request off. */
async function isCutOff(request: PageRequest, url: string): Promise<boolean> {
  const filter = registrations.requestFilter;
  if (filter === null) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const details = {
    id: 0,
    url,
    method: request.method(),
    resourceType: 'other',
    referrer: '',
    timestamp: Date.now(),
  } as const;
  filter({ ...details, uploadData: [] }, ({ cancel }) => resolve(cancel === true));
  return promise;
}

function checkPolicy(response: Response, url: string): void {
  if (!(response.headers.get('content-type') ?? '').includes('html')) return;
  const policy = response.headers.get('content-security-policy');
  if (policy === null) throw new Refusal(`no content security policy on ${url}`);
  if (policy.includes("'unsafe-")) throw new Refusal(`an unsafe content security policy on ${url}: ${policy}`);
}

async function respond(route: Route, url: string): Promise<void> {
  const handler = registrations.protocolHandlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return route.abort('addressunreachable');
  const { method, headers } = { method: route.request().method(), headers: route.request().headers() };
  const asked = new Request(url, { method, headers });
  const response = (await developmentResponse(asked)) ?? (await handler(asked));
  checkPolicy(response, url);
  const body = Buffer.from(await response.arrayBuffer());
  return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
}

async function refuseWindow(opened: Page, url: string, contents: RuntimeContents): Promise<void> {
  if (contents.askToOpen(url).action === 'allow') throw new Refusal(`a second window for ${url}`);
  await opened.close();
}

async function decide(route: Route, page: Page, contents: RuntimeContents, isLoading: () => boolean): Promise<void> {
  const request = route.request();
  const url = toProgram(request.url());
  const asking = pageOf(request);
  if (asking !== null && asking !== page) {
    await route.abort('aborted');
    return refuseWindow(asking, url, contents);
  }
  if (
    request.isNavigationRequest() &&
    request.frame() === page.mainFrame() &&
    !isLoading() &&
    !contents.askToNavigate(url)
  ) {
    return route.abort('aborted');
  }
  if ((await isCutOff(request, url)) || !isProgramScheme(url)) return route.abort('internetdisconnected');
  return respond(route, url);
}

/** What waits for Chromium and not for the program: the page or the browser may have gone away meanwhile. */
async function unlessGone(work: () => Promise<void>, otherwise: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (problem) {
    if (problem instanceof Refusal) stopProgram(problem);
    await otherwise().catch(() => undefined);
  }
}

/** Every request of the page ends here: answered by the program, or cut off. None reaches a network. */
export async function answerRequests(page: Page, contents: RuntimeContents, isLoading: () => boolean): Promise<void> {
  await page.context().route('**/*', (route) =>
    unlessGone(
      () => decide(route, page, contents, isLoading),
      () => route.abort('failed'),
    ),
  );
}

/** Windows that need no request (an empty address, about:, blob:, data:) are asked for here. */
export function answerNewWindows(page: Page, contents: RuntimeContents): void {
  page.context().on('page', (opened) => {
    void unlessGone(
      () => refuseWindow(opened, toProgram(opened.url()), contents),
      () => opened.close(),
    );
  });
}

/** A page that left without a request (to blob:, say) shows only when it is there: then the program takes it back. */
export function answerLeaving(
  page: Page,
  contents: RuntimeContents,
  isLoading: () => boolean,
  takeBack: () => void,
): void {
  page.on('framenavigated', (frame) => {
    const address = toProgram(frame.url());
    if (frame !== page.mainFrame() || isLoading() || isProgramScheme(address)) return;
    void unlessGone(
      async () => {
        if (!contents.askToNavigate(address)) takeBack();
      },
      () => page.close(),
    );
  });
}
