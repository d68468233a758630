import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.ts';

/** What the page's side of the runtime says to the main process, through the one binding. */
export type PageMessage =
  | { readonly kind: 'invoke'; readonly channel: string; readonly values: readonly unknown[] }
  | { readonly kind: 'bounds'; readonly bounds: { x: number; y: number; width: number; height: number } }
  | { readonly kind: 'zoom'; readonly factor: number };

export type PageAnswer = { readonly value: unknown } | { readonly problem: string };

interface PageSide {
  /** Name of Playwright's binding; it is taken off the page before any script of the page runs. */
  readonly binding: string;
  /** Name under which the main process finds the receiver of its messages; made anew for every window. */
  readonly receiver: string;
  readonly platform: string;
  readonly isHeadless: boolean;
}

type Listener = (event: object, ...values: unknown[]) => void;
type Preload = (require: (name: string) => object, module: object, exports: object, process: object) => void;

/**
 * Runs in the page, before its scripts; so it may use nothing of this file. It gives the real preload what Electron
 * would: `contextBridge`, `ipcRenderer` and `webFrame`.
 */
function playPreload(side: PageSide, preload: Preload): void {
  const send: unknown = Reflect.get(globalThis, side.binding);
  Reflect.deleteProperty(globalThis, side.binding);
  if (window !== window.top || typeof send !== 'function') return;
  // As one text: Playwright would look at every value in it, which takes longer than the call itself.
  const post = async (message: PageMessage): Promise<PageAnswer> => JSON.parse(await send(JSON.stringify(message)));
  const listeners = new Map<string, Set<Listener>>();
  const receive = (channel: string, values: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...values);
  };
  Object.defineProperty(globalThis, side.receiver, { value: receive, enumerable: false });

  const ipcRenderer = {
    async invoke(channel: string, ...values: unknown[]): Promise<unknown> {
      const answer = await post({ kind: 'invoke', channel, values: structuredClone(values) });
      if ('problem' in answer) throw new Error(answer.problem);
      return answer.value;
    },
    on(channel: string, listener: Listener): void {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    removeListener(channel: string, listener: Listener): void {
      listeners.get(channel)?.delete(listener);
    },
  };

  const webFrame = {
    setZoomFactor(factor: number): void {
      if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
      void post({ kind: 'zoom', factor });
    },
  };

  // As Electron's bridge: functions stay functions, all else is copied and frozen.
  const bridged = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...values: unknown[]): unknown => {
        const copies = values.map((item) => (typeof item === 'function' ? item : structuredClone(item)));
        const result: unknown = Reflect.apply(value, undefined, copies);
        return result instanceof Promise ? result.then((item: unknown) => structuredClone(item)) : bridged(result);
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, item]) => [name, bridged(item)])));
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: object): void {
      if (name in globalThis) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(globalThis, name, { value: bridged(api), enumerable: true });
    },
  };
  const require = (name: string): object => {
    if (name === 'electron') return { contextBridge, ipcRenderer, webFrame };
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports, { platform: side.platform, versions: {}, env: {} });

  const reportBounds = (): void => {
    const bounds = { x: window.screenX, y: window.screenY, width: window.outerWidth, height: window.outerHeight };
    void post({ kind: 'bounds', bounds });
  };
  window.addEventListener('resize', () => {
    reportBounds();
    // The frame's size may follow that of the page by a moment.
    setTimeout(reportBounds, 300);
  });
  window.addEventListener('blur', reportBounds);
  if (side.isHeadless) return;
  // A closing window asks here first, so that the program may save; the runtime answers the question, not the partner.
  // A page that leaves asks the program with its request.
  let isLeaving = false;
  window.navigation.addEventListener('navigate', ({ destination, downloadRequest }) => {
    isLeaving = !destination.sameDocument && downloadRequest === null;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving) event.preventDefault();
    isLeaving = false;
  });
  // Keys of the browser that the program does not have; the page's own use of them comes first.
  const browserKeys = new Set(['KeyR', 'KeyP', 'KeyS', 'KeyU', 'KeyO', 'KeyJ', 'KeyH', 'KeyD', 'KeyN', 'KeyT']);
  window.addEventListener('keydown', (event) => {
    if (event.key === 'F5' || ((event.ctrlKey || event.metaKey) && browserKeys.has(event.code))) event.preventDefault();
  });
}

/** Electron loads a sandboxed preload as CommonJS and gives it no module but its own. */
function readPreload(file: string): string {
  if (!path.isAbsolute(file)) throw new Refusal(`the preload path is not absolute: ${file}`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Refusal(`there is no preload file ${file}`);
  }
  if (file.endsWith('.mjs') || /^\s*(?:import|export)\b/m.test(text))
    throw new Refusal('a sandboxed preload is CommonJS');
  const required = [...text.matchAll(/\brequire\(\s*(['"`])(.*?)\1\s*\)/g)].map((found) => found[2]);
  const stranger = required.find((name) => name !== 'electron');
  if (stranger !== undefined) throw new Refusal(`the preload requires "${stranger}"`);
  return text;
}

export function preloadScript(file: string, side: PageSide): string {
  return `(${playPreload.toString()})(${JSON.stringify(side)}, function (require, module, exports, process) {\n${readPreload(file)}\n});`;
}
