/** Until a running handoff is closed its client stays in its stage; its place within the column is free. */
export function isHeldByHandoff(stage: string, wanted: string, isHandoffRunning: boolean): boolean {
  return isHandoffRunning && wanted !== stage;
}
