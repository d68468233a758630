import type { Theme } from '../../shared/contract/settings.ts';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
let wanted: Theme = 'system';

function paint(): void {
  const isDark = wanted === 'dark' || (wanted === 'system' && systemIsDark.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** Paints the page; `system` follows the computer while the window is open. */
export function showTheme(theme: Theme): void {
  wanted = theme;
  paint();
}

systemIsDark.addEventListener('change', paint);
