/** Every window of the program that is not destroyed, hidden ones too. */
export const openWindows = new Set<{ close(): void; destroy(): void }>();
