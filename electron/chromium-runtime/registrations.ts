import type { CustomScheme, IpcMain, OnBeforeRequestListenerDetails, CallbackResponse, Protocol, Session } from 'electron';

export type IpcHandler = Parameters<IpcMain['handle']>[1];
export type ProtocolHandler = Parameters<Protocol['handle']>[1];
export type RequestFilter = (
  details: OnBeforeRequestListenerDetails,
  decide: (response: CallbackResponse) => void,
) => void;

/** Everything the program told the runtime; the runtime acts on it, and the shell's tests read it. */
export const registrations = {
  isReady: false,
  isSandboxed: false,
  schemes: new Map<string, NonNullable<CustomScheme['privileges']>>(),
  protocolHandlers: new Map<string, ProtocolHandler>(),
  ipcHandlers: new Map<string, IpcHandler>(),
  permissionRequest: null as Parameters<Session['setPermissionRequestHandler']>[0],
  permissionCheck: null as Parameters<Session['setPermissionCheckHandler']>[0],
  devicePermission: null as Parameters<Session['setDevicePermissionHandler']>[0],
  requestFilter: null as RequestFilter | null,
};
