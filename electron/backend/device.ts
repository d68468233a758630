import { chmodSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { z } from 'zod';
import { sealKey } from '../../db/backup-seal.ts';
import { keepName, makeFolder } from '../../db/folder.ts';
import { writeOwnFile } from '../../db/own-file.ts';
import { storageError } from '../../db/storage-error.ts';
import { AppError } from '../../shared/errors.ts';
import { systemShortcuts } from '../../shared/system-shortcut.ts';

const device = z.object({
  /** Tells this computer from the others; it lies outside the data so that a copied file does not copy it. */
  deviceId: z.uuid(),
  /** Where the partner wants the data. */
  dataFolder: z.string().optional(),
  /** Files that held data when they were open last: one that is gone or empty now is missing, not new. */
  filled: z.array(z.string()).default([]),
  /** Files in which something could not be read while they were open: they are looked through at the next start. */
  doubted: z.array(z.string()).default([]),
  /** Where every backup is copied to. */
  secondFolder: z.string().nullable().optional(),
  /** What new backups are sealed by; null: they are not. Where it is not known, the newest backup tells. */
  seal: sealKey.nullable().optional(),
  /** By which the quick note opens from any program. Keys that another version offered are none, and no broken file. */
  systemShortcut: z.enum(systemShortcuts).nullable().optional().catch(null),
  /** The last backup that took the place of the data, and the one that leads back. */
  restored: z.object({ path: z.string(), at: z.string(), madeAt: z.string(), wayBack: z.string() }).optional(),
});

export type Device = Readonly<z.infer<typeof device>>;

function fileOf(userData: string): string {
  return join(userData, 'device.json');
}

function brokenOf(userData: string): string {
  return `${fileOf(userData)}.broken`;
}

/**
 * What this computer knows about itself; made at the first start. A file that cannot be understood named the data
 * folder: it is set aside and refused until a folder is chosen, so that no empty file begins elsewhere.
 */
export function readDevice(userData: string): Device {
  const text = readText(userData);
  if (text === null) {
    if (existsSync(brokenOf(userData))) throw new AppError('device_unreadable', 'set aside before');
    return saveDevice(userData, newDevice());
  }
  const known = parsed(text);
  if (known) return known;
  try {
    renameSync(fileOf(userData), brokenOf(userData));
  } catch (error) {
    throw storageError(error);
  }
  throw new AppError('device_unreadable', 'device.json is set aside');
}

/** For what is not vital: null where it cannot be read. */
export function deviceIfKnown(userData: string): Device | null {
  try {
    return readDevice(userData);
  } catch {
    return null;
  }
}

export function changeDevice(userData: string, change: Partial<Device>): Device {
  return saveDevice(userData, { ...readDevice(userData), ...change });
}

/** As `readDevice`, but begins anew where nothing could be understood: the partner has chosen a folder by hand. */
export function readOrRenewDevice(userData: string): Device {
  try {
    return readDevice(userData);
  } catch (error) {
    if (error instanceof AppError && error.code === 'device_unreadable') return saveDevice(userData, newDevice());
    throw error;
  }
}

function newDevice(): Device {
  return { deviceId: v4(), filled: [], doubted: [] };
}

function readText(userData: string): string | null {
  try {
    return readFileSync(fileOf(userData), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new AppError('device_unreadable', 'device.json cannot be read');
  }
}

function parsed(text: string): Device | null {
  try {
    return device.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function saveDevice(userData: string, value: Device): Device {
  try {
    const isFirst = !existsSync(fileOf(userData));
    makeFolder(userData);
    // It may have been there already.
    chmodSync(userData, 0o700);
    if (isFirst) keepName(userData);
    writeOwnFile(fileOf(userData), `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    throw storageError(error);
  }
  return value;
}
