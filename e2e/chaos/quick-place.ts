import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Memory where there is some for files: for what asks nothing of a disk. */
export const quickPlace = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
