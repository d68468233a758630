import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundsOnDesk, rememberBounds, rememberedBounds } from './window-bounds.ts';

const desk = { x: 0, y: 0, width: 1920, height: 1040 };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapport-bounds-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('window bounds', () => {
  it('are remembered', () => {
    expect(rememberedBounds(folder)).toBeNull();
    const place = { x: 10, y: 20, width: 1200, height: 800 };
    rememberBounds(folder, place);
    expect(rememberedBounds(folder)).toEqual(place);
  });

  it('hold up nobody where they cannot be written down', () => {
    mkdirSync(path.join(folder, 'window.json', 'in the way'), { recursive: true });
    expect(() => rememberBounds(folder, { x: 10, y: 20, width: 1200, height: 800 })).not.toThrow();
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it.each(['', '{}', '{"x":1e99,"y":0,"width":1,"height":1}', '[1,2,3,4]'])(
    'are forgotten when the file says %j',
    (text) => {
      writeFileSync(path.join(folder, 'window.json'), text);
      expect(rememberedBounds(folder)).toBeNull();
    },
  );

  it('are left to the system the first time', () => {
    expect(boundsOnDesk(null, desk)).toEqual({ width: 1440, height: 900 });
  });

  it('come back from a screen that is gone', () => {
    expect(boundsOnDesk({ x: 3000, y: -500, width: 1200, height: 800 }, desk)).toEqual({
      x: 720,
      y: 0,
      width: 1200,
      height: 800,
    });
  });

  it('shrink to a smaller screen, but never below the least size', () => {
    expect(boundsOnDesk({ x: 0, y: 0, width: 3000, height: 2000 }, desk)).toMatchObject({ width: 1920, height: 1040 });
    expect(boundsOnDesk({ x: 0, y: 0, width: 100, height: 100 }, desk)).toMatchObject({ width: 960, height: 640 });
  });
});
