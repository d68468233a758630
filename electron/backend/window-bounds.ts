import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeOwnFile } from '../../db/own-file.ts';
import { faultOf, log } from './log.ts';

/** Place of the window on the desk, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 960, height: 640 } as const;
const firstWindow = { width: 1440, height: 900 } as const;

const side = z.number().int().min(-100_000).max(100_000);
const bounds = z.object({ x: side, y: side, width: side, height: side });

function boundsFile(userData: string): string {
  return path.join(userData, 'window.json');
}

/** Null on the first start and when the file cannot be read: the window then stands where the system puts it. */
export function rememberedBounds(userData: string): Bounds | null {
  try {
    return bounds.parse(JSON.parse(readFileSync(boundsFile(userData), 'utf8')));
  } catch {
    return null;
  }
}

/** Where it cannot be written down, the window closes all the same: what it still has to save is worth more. */
export function rememberBounds(userData: string, place: Bounds): void {
  try {
    writeOwnFile(boundsFile(userData), JSON.stringify(place));
  } catch (error) {
    log.warn('window', faultOf(error));
  }
}

/** Brings a remembered window back onto the desk: screens are unplugged, and resolutions change. */
export function boundsOnDesk(
  remembered: Bounds | null,
  desk: Bounds,
): Partial<Bounds> & Pick<Bounds, 'width' | 'height'> {
  const width = Math.max(smallestWindow.width, Math.min(remembered?.width ?? firstWindow.width, desk.width));
  const height = Math.max(smallestWindow.height, Math.min(remembered?.height ?? firstWindow.height, desk.height));
  if (remembered === null) return { width, height };
  return {
    width,
    height,
    x: Math.max(desk.x, Math.min(remembered.x, desk.x + desk.width - width)),
    y: Math.max(desk.y, Math.min(remembered.y, desk.y + desk.height - height)),
  };
}
