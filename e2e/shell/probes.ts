import type { BrowserWindow } from '../../electron/chromium-runtime/electron.ts';
import { invokeEvent } from '../../electron/chromium-runtime/page-binding.ts';
import { registrations } from '../../electron/chromium-runtime/registrations.ts';
import { RuntimeEvent } from '../../electron/chromium-runtime/runtime-event.ts';

export type Window = BrowserWindow;

/** One promise of the shell; numbers are those of Electron's security checklist. */
export interface Check {
  readonly promise: string;
  readonly holds: (window: Window, folder: string) => boolean | Promise<boolean>;
}

export const page = 'app://rapport/index.html';
export const foreign = [
  'https://example.com/',
  'http://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'app://other/index.html',
];

export function preferences({ options }: Window): Electron.WebPreferences {
  return options.webPreferences ?? {};
}

export async function inPage(window: Window, code: string): Promise<unknown> {
  // From a timeout: what the driver evaluates itself stands above the content security policy.
  return window.webContents.executeJavaScript(
    `new Promise((resolve) => setTimeout(async () => { try { resolve(await (async () => ${code})()); } catch (problem) { resolve('refused: ' + problem.name); } }, 0))`,
  );
}

export async function served(address: string): Promise<Response> {
  const handler = registrations.protocolHandlers.get('app');
  if (!handler) throw new Error('No handler of app:');
  return handler(new Request(address));
}

export async function policyOf(address: string): Promise<readonly string[]> {
  return ((await served(address)).headers.get('content-security-policy') ?? '').split('; ');
}

/** Makes a call of the one handler with a forged sender. */
export async function callFrom(
  sender: object,
  frame: Parameters<typeof invokeEvent>[1],
  name = 'settings.ping',
  input: object = {},
): Promise<'answered' | 'refused'> {
  const handler = registrations.ipcHandlers.get('call');
  if (!handler) return 'refused';
  try {
    const reply: unknown = await Reflect.apply(handler, undefined, [invokeEvent(sender, frame), name, input]);
    return typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true ? 'answered' : 'refused';
  } catch {
    return 'refused';
  }
}

export function isPrevented(window: Window, event: string, details: object): boolean {
  const forged = Object.assign(new RuntimeEvent(), details);
  window.webContents.emit(event, forged, 'url' in details ? details.url : '');
  return forged.defaultPrevented;
}

export async function isCutOff(url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const details = {
    id: 0,
    url,
    method: 'GET',
    resourceType: 'other',
    referrer: '',
    timestamp: 0,
  } as const;
  if (registrations.requestFilter === null) return false;
  registrations.requestFilter({ ...details, uploadData: [] }, ({ cancel }) => resolve(cancel === true));
  return promise;
}

export async function all<Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean | Promise<boolean>,
): Promise<boolean> {
  const results = await Promise.all(items.map(async (item) => holds(item)));
  return results.every(Boolean);
}

export function isRequestDenied(window: Window, permission: string): boolean {
  const answers: boolean[] = [];
  const decide = (granted: boolean): void => {
    answers.push(granted);
  };
  if (registrations.permissionRequest === null) return false;
  Reflect.apply(registrations.permissionRequest, undefined, [window.webContents, permission, decide, {}]);
  return answers.length === 1 && answers[0] === false;
}

export function isCheckDenied(window: Window, permission: string): boolean {
  if (registrations.permissionCheck === null) return false;
  return Reflect.apply(registrations.permissionCheck, undefined, [window.webContents, permission, page, {}]) === false;
}

export function menuItems(
  items: readonly Electron.MenuItemConstructorOptions[],
): readonly Electron.MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? menuItems(item.submenu) : [])]);
}
