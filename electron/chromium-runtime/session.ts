import { EventEmitter } from 'node:events';
import type { Session, WebRequest } from 'electron';
import { registrations } from './registrations.ts';
import type { RequestFilter } from './registrations.ts';

type Implemented = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

class RuntimeSession extends EventEmitter implements Implemented {
  readonly webRequest = {
    onBeforeRequest(listener: RequestFilter): void {
      registrations.requestFilter = listener;
    },
  } satisfies Partial<Record<keyof WebRequest, unknown>>;

  setPermissionRequestHandler(handler: typeof registrations.permissionRequest): void {
    registrations.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: typeof registrations.permissionCheck): void {
    registrations.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: typeof registrations.devicePermission): void {
    registrations.devicePermission = handler;
  }
}

const defaultSession = new RuntimeSession();

export const session = {
  get defaultSession(): RuntimeSession {
    if (!registrations.isReady) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
};
