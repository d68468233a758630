import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Chromium has errands of its own: it asks its maker for parts of itself, for accounts, and what the fields of a page are
// called. That no name is ever resolved cuts them off late: at each try a socket is opened to see whether the network
// knows IPv6. So the profile of a window is told to lead nowhere, and not to begin at all where it can be told so.

/** The errand that no preference ends: with an address that is none, nothing is asked. */
export const quietArgs = ['--component-updater=url-source=about:blank'] as const;

/** Every request waits for a script that is broken, and is given up before a name is looked up. */
const nowhere = {
  proxy: { mode: 'pac_script', pac_url: 'data:application/x-ns-proxy-autoconfig,', pac_mandatory: true },
};

/** What an earlier run without a server wrote would stay. */
const wayOut = { proxy: { mode: 'direct' } };

const noErrands = {
  // Chromium's number for "never" connect ahead.
  net: { network_prediction_options: 2 },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
};

function read(file: string): object {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    // A new profile has none, and a broken one Chromium itself begins anew.
    return {};
  }
}

function change(file: string, told: object): void {
  const kept = read(file);
  const groups = Object.entries(told).map(([name, value]): readonly [string, unknown] => {
    const before: unknown = Reflect.get(kept, name);
    const isGroup = typeof value === 'object' && typeof before === 'object';
    return [name, isGroup ? { ...before, ...value } : value];
  });
  writeFileSync(file, JSON.stringify({ ...kept, ...Object.fromEntries(groups) }), { mode: 0o600 });
}

/** For a profile that no Chromium has open. With a server of this computer the way there stays open. */
export function keepQuiet(profile: string, devServer: string | null): void {
  const folder = path.join(profile, 'Default');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const away = devServer === null ? nowhere : wayOut;
  change(path.join(folder, 'Preferences'), { ...noErrands, ...away });
  change(path.join(profile, 'Local State'), away);
}
