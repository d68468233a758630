import { fastFolder } from '../fast-folder.ts';

/** For what asks nothing of a disk. */
export const quickPlace = fastFolder();
