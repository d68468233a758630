import writeFileAtomic from 'write-file-atomic';
import { AppError } from '../../../shared/errors.ts';

/** To a temporary name, onto the disk, then renamed: whoever looks never finds half a document. */
export async function writeFile(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(file, Buffer.from(bytes));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new AppError(code === 'ENOSPC' ? 'disk_full' : 'export_failed', 'the document was not written');
  }
}
