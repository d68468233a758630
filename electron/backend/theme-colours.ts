/** The tokens --paper and --ink-3 of both themes as sRGB: window frames take no OKLCH. */
const colours = {
  light: { paper: '#faf7f3', symbols: '#6e665f' },
  dark: { paper: '#1a1613', symbols: '#a09a92' },
} as const;

export const titleBarHeight = 36;

export function windowColours(isDark: boolean): { readonly paper: string; readonly symbols: string } {
  return isDark ? colours.dark : colours.light;
}
