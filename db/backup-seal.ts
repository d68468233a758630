import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../shared/errors.ts';
import { piecesOf, sha256OfFile } from './file-digest.ts';

// Backups are made without asking, so sealing one may not need the passphrase: it needs a public key alone. Whoever opens
// one needs the private key, which lies in the head of every sealed file, itself sealed by the passphrase. Each file has a
// key of its own: X25519 of a pair that is forgotten at once with the public key, then HKDF-SHA-256. The bytes follow in
// pieces of a megabyte, each by AES-256-GCM with its number and whether it is the last, so that none can be left out,
// moved or cut off; the whole head is authenticated with each of them.

/** 128 MB and about half a second for every guess. */
const cost = { N: 131_072, r: 8, p: 1 } as const;
const memory = 256 * 1024 * 1024;

const base64 = z.base64().max(4096);

/** What this computer keeps: nothing of it opens a backup without the passphrase. */
export const sealKey = z.object({
  publicKey: base64,
  salt: base64,
  nonce: base64,
  /** The private key, by AES-256-GCM under scrypt of the passphrase. */
  box: base64,
  // Nobody can make a head that asks for more than this.
  N: z.literal(cost.N),
  r: z.literal(cost.r),
  p: z.literal(cost.p),
});

export type SealKey = Readonly<z.infer<typeof sealKey>>;

const head = z.object({ key: sealKey, once: base64 });

const magic = Buffer.from('RAPPORT SEALED 1\n', 'latin1');
const purpose = 'rapport sealed backup 1';
const longestHead = 16_384;
const piece = 1 << 20;
const tagLength = 16;

export function newSealKey(passphrase: string): SealKey {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const salt = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', passphraseKey(passphrase, salt), nonce);
  const inside = cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const box = Buffer.concat([inside, cipher.final(), cipher.getAuthTag()]);
  return { ...cost, publicKey: publicText(publicKey), salt: text(salt), nonce: text(nonce), box: text(box) };
}

/** Seals the file at `plain` into a new one. What was written is read again and opened before its key is forgotten. */
export function sealFile(plain: string, sealed: string, key: SealKey): string {
  const once = generateKeyPairSync('x25519');
  const words = Buffer.from(JSON.stringify({ key, once: publicText(once.publicKey) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const first = Buffer.concat([magic, length, words]);
  const secret = fileKey(once.privateKey, publicFrom(key.publicKey), first);
  const written = createHash('sha256').update(first);
  const held = createHash('sha256');
  const handle = openSync(sealed, 'wx', 0o600);
  try {
    writeWhole(handle, first);
    for (const { bytes, nonce } of numbered(plain)) {
      held.update(bytes);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(first);
      const out = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      written.update(out);
      writeWhole(handle, out);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  const sha256 = written.digest('hex');
  const opened = createHash('sha256');
  openPieces(sealed, first.length, secret, first, (bytes) => opened.update(bytes));
  if (opened.digest('hex') !== held.digest('hex') || sha256OfFile(sealed) !== sha256)
    throw new AppError('backup_failed', 'the sealed file does not hold what was sealed');
  return sha256;
}

/** Writes what is sealed into a new file; refuses a wrong passphrase and a file that was changed, each by its code. */
export function unsealFile(sealed: string, plain: string, passphrase: string): void {
  const { first, key, once } = headOf(sealed);
  const secret = fileKey(openBox(key, passphrase), publicFrom(once), first);
  const handle = openSync(plain, 'wx', 0o600);
  try {
    openPieces(sealed, first.length, secret, first, (bytes) => writeWhole(handle, bytes));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The key in the head of a sealed file: enough to seal others as it was. */
export function sealKeyOf(sealed: string): SealKey {
  return headOf(sealed).key;
}

export function isPassphraseOf(key: SealKey, passphrase: string): boolean {
  try {
    openBox(key, passphrase);
    return true;
  } catch {
    return false;
  }
}

function openBox(key: SealKey, passphrase: string): KeyObject {
  const box = Buffer.from(key.box, 'base64');
  const derived = passphraseKey(passphrase, Buffer.from(key.salt, 'base64'));
  try {
    const cipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(key.nonce, 'base64'));
    cipher.setAuthTag(box.subarray(-tagLength));
    const inside = Buffer.concat([cipher.update(box.subarray(0, -tagLength)), cipher.final()]);
    return createPrivateKey({ key: inside, type: 'pkcs8', format: 'der' });
  } catch {
    throw new AppError('passphrase_wrong', 'the private key does not open');
  }
}

/** The same words typed on another keyboard are the same passphrase. */
function passphraseKey(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, { ...cost, maxmem: memory });
}

function fileKey(privateKey: KeyObject, publicKey: KeyObject, first: Buffer): Buffer {
  const salt = createHash('sha256').update(first).digest();
  try {
    return Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), salt, purpose, 32));
  } catch {
    throw new AppError('backup_damaged', 'the keys do not go together');
  }
}

function headOf(sealed: string): z.infer<typeof head> & { readonly first: Buffer } {
  const start = Buffer.alloc(magic.length + 4 + longestHead);
  const handle = openSync(sealed, 'r');
  let got: number;
  try {
    got = readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  try {
    if (!start.subarray(0, magic.length).equals(magic)) throw new Error('not a sealed backup');
    const end = magic.length + 4 + start.readUInt32BE(magic.length);
    if (end > got) throw new Error('the head is cut off');
    const first = start.subarray(0, end);
    return { ...head.parse(JSON.parse(first.toString('utf8', magic.length + 4))), first };
  } catch {
    throw new AppError('backup_damaged', 'the head cannot be read');
  }
}

interface Piece {
  readonly bytes: Buffer;
  readonly nonce: Buffer;
}

/** One piece is held back, since only the end of the file tells which was the last. */
function* numbered(path: string, length = piece, skip = 0): Generator<Piece> {
  let held: Buffer | null = null;
  let number = 0;
  for (const bytes of piecesOf(path, length, skip)) {
    if (held !== null) yield { bytes: held, nonce: nonceOf(number++, false) };
    held = bytes;
  }
  yield { bytes: held ?? Buffer.alloc(0), nonce: nonceOf(number, true) };
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function openPieces(path: string, skip: number, secret: Buffer, first: Buffer, take: (bytes: Buffer) => unknown): void {
  for (const { bytes, nonce } of numbered(path, piece + tagLength, skip)) {
    if (bytes.length < tagLength) throw new AppError('backup_damaged', 'a piece is cut off');
    const cipher = createDecipheriv('aes-256-gcm', secret, nonce).setAAD(first);
    cipher.setAuthTag(bytes.subarray(-tagLength));
    let inside: Buffer;
    try {
      inside = Buffer.concat([cipher.update(bytes.subarray(0, -tagLength)), cipher.final()]);
    } catch {
      throw new AppError('backup_damaged', 'a piece does not open');
    }
    take(inside);
  }
}

function writeWhole(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
}

function text(bytes: Buffer): string {
  return bytes.toString('base64');
}

function publicText(key: KeyObject): string {
  return text(key.export({ type: 'spki', format: 'der' }));
}

function publicFrom(key: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
  } catch {
    throw new AppError('backup_damaged', 'the public key cannot be read');
  }
}
