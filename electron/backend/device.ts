import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const device = z.object({
  /** Tells this computer from the others; it lies outside the data so that a copied file does not copy it. */
  deviceId: z.uuid(),
  /** Where the partner wants the data. */
  dataFolder: z.string().optional(),
  /** Files that held data when they were open last: one that is gone or empty now is missing, not new. */
  filled: z.array(z.string()).default([]),
});

export type Device = Readonly<z.infer<typeof device>>;

function fileOf(userData: string): string {
  return join(userData, 'device.json');
}

/** What this computer knows about itself; made at the first start and when it cannot be read. */
export function readDevice(userData: string): Device {
  try {
    return device.parse(JSON.parse(readFileSync(fileOf(userData), 'utf8')));
  } catch {
    return saveDevice(userData, { deviceId: v4(), filled: [] });
  }
}

export function changeDevice(userData: string, change: Partial<Device>): Device {
  return saveDevice(userData, { ...readDevice(userData), ...change });
}

function saveDevice(userData: string, value: Device): Device {
  mkdirSync(userData, { recursive: true });
  writeFileAtomic.sync(fileOf(userData), `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fileOf(userData), 0o600);
  return value;
}
