import type {
  CustomScheme,
  IpcMain,
  OnBeforeRequestListenerDetails,
  CallbackResponse,
  Protocol,
  Session,
} from 'electron';

export type IpcHandler = Parameters<IpcMain['handle']>[1];
export type ProtocolHandler = Parameters<Protocol['handle']>[1];
export type RequestFilter = (
  details: OnBeforeRequestListenerDetails,
  decide: (response: CallbackResponse) => void,
) => void;

/** Everything the program told the runtime; the runtime acts on it, and the shell's tests read it. */
interface Registrations {
  isReady: boolean;
  isSandboxed: boolean;
  readonly schemes: Map<string, NonNullable<CustomScheme['privileges']>>;
  readonly protocolHandlers: Map<string, ProtocolHandler>;
  readonly ipcHandlers: Map<string, IpcHandler>;
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0];
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0];
  devicePermission: Parameters<Session['setDevicePermissionHandler']>[0];
  requestFilter: RequestFilter | null;
}

export const registrations: Registrations = {
  isReady: false,
  isSandboxed: false,
  schemes: new Map(),
  protocolHandlers: new Map(),
  ipcHandlers: new Map(),
  permissionRequest: null,
  permissionCheck: null,
  devicePermission: null,
  requestFilter: null,
};
