import type { Protocol } from 'electron';
import { Refusal } from './refusal.ts';
import { registrations } from './registrations.ts';

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    if (registrations.isReady)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) registrations.schemes.set(scheme, privileges ?? {});
  },
  handle(scheme, handler) {
    if (!registrations.isReady) throw new Error('protocol.handle is called before app is ready');
    if (registrations.protocolHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    const privileges = registrations.schemes.get(scheme);
    if (privileges?.standard !== true || privileges.secure !== true) {
      throw new Refusal(`the scheme "${scheme}" is not registered as standard and secure`);
    }
    if (privileges.bypassCSP === true) throw new Refusal(`the scheme "${scheme}" bypasses the content security policy`);
    registrations.protocolHandlers.set(scheme, handler);
  },
  unhandle(scheme) {
    registrations.protocolHandlers.delete(scheme);
  },
  isProtocolHandled: (scheme) => registrations.protocolHandlers.has(scheme),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;
