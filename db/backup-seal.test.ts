import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPassphraseOf, newSealKey, sealFile, sealKeyOf, unsealFile } from './backup-seal.ts';
import { sha256OfFile } from './file-digest.ts';

// One guess costs half a second by intent: most tests share a key.
const passphrase = 'ольха цветёт раньше листьев';
const key = newSealKey(passphrase);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-seal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
function sealed(content: Buffer): string {
  writeFileSync(at('plain'), content);
  rmSync(at('sealed'), { force: true });
  const sha256 = sealFile(at('plain'), at('sealed'), key);
  expect(sha256).toBe(sha256OfFile(at('sealed')));
  return at('sealed');
}
function opened(file: string, by = passphrase): Buffer {
  rmSync(at('opened'), { force: true });
  unsealFile(file, at('opened'), by);
  return readFileSync(at('opened'));
}
const megabyte = 1 << 20;

test.each([0, 1, megabyte - 1, megabyte, megabyte + 1, 2 * megabyte, 3 * megabyte + 17])(
  '%i bytes are sealed without the passphrase, and come back with it',
  (length) => {
    const content = Buffer.alloc(length, 'Ольха ');
    const file = sealed(content);
    expect(opened(file).equals(content)).toBe(true);
    expect(readFileSync(file).includes('Ольха')).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(at('opened')).mode & 0o777).toBe(0o600);
  },
);

test('another passphrase opens nothing; the same words in another form do', () => {
  const file = sealed(Buffer.from('Ольха'));
  expect(() => opened(file, 'ольха цветёт раньше листьев.')).toThrow(
    expect.objectContaining({ code: 'passphrase_wrong' }),
  );
  expect(isPassphraseOf(key, 'нет')).toBe(false);
  expect(isPassphraseOf(key, passphrase.normalize('NFD'))).toBe(true);
});

test('what this computer keeps does not hold the private key in the open', () => {
  const kept = JSON.stringify(key);
  expect(kept).not.toContain(passphrase);
  expect(Object.keys(key).toSorted()).toEqual(['N', 'box', 'nonce', 'p', 'publicKey', 'r', 'salt']);
  expect({ N: key.N, r: key.r, p: key.p }).toEqual({ N: 131_072, r: 8, p: 1 });
});

test('the head alone is enough to seal others alike', () => {
  expect(sealKeyOf(sealed(Buffer.from('Ольха')))).toEqual(key);
});

test('no two files are sealed alike', () => {
  const first = readFileSync(sealed(Buffer.from('Ольха')));
  expect(readFileSync(sealed(Buffer.from('Ольха'))).equals(first)).toBe(false);
});

test('any changed, missing, added or moved byte is refused', () => {
  const content = Buffer.concat([Buffer.alloc(megabyte, 'a'), Buffer.alloc(megabyte, 'b'), Buffer.from('c')]);
  const whole = readFileSync(sealed(content));
  const start = 21 + whole.readUInt32BE(17);
  const pieces = [0, 1].map((number) =>
    whole.subarray(start + number * (megabyte + 16), start + (number + 1) * (megabyte + 16)),
  );
  const last = whole.subarray(start + 2 * (megabyte + 16));
  const spoilt: readonly Buffer[] = [
    whole.subarray(0, -1),
    Buffer.concat([whole, Buffer.from('x')]),
    // Cut off between two pieces, and two pieces in each other's place.
    whole.subarray(0, start + 2 * (megabyte + 16)),
    Buffer.concat([whole.subarray(0, start), pieces[1] ?? last, pieces[0] ?? last, last]),
    whole.subarray(0, 10),
    Buffer.alloc(0),
  ];
  for (const bytes of spoilt) {
    writeFileSync(at('spoilt'), bytes);
    expect(() => opened(at('spoilt'))).toThrow(expect.objectContaining({ code: 'backup_damaged' }));
  }
  // The control: untouched, the same bytes open.
  writeFileSync(at('same'), whole);
  expect(opened(at('same')).equals(content)).toBe(true);
});

test('whatever bit is turned, the file does not open to something else', () => {
  const content = Buffer.from('Ольха цветёт раньше листьев');
  const whole = readFileSync(sealed(content));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 7 }), (byte, bit) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << bit), byte);
      writeFileSync(at('turned'), bytes);
      expect(() => opened(at('turned'))).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(backup_damaged|passphrase_wrong)$/) }),
      );
    }),
    { numRuns: 12 },
  );
});
