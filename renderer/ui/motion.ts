/** Milliseconds of a duration token; 0 when the partner wants no motion. */
export function duration(token: '--d-base' | '--d-slow'): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token)) || 0;
}

export function easing(token: '--ease-out' | '--ease-drop'): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim() || 'ease-out';
}

export function isMotionUnwanted(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
