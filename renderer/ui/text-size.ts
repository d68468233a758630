import { type TextSize, textSize, textSizes } from '../../shared/contract/settings.ts';
import { zoomPage } from '../api.ts';

/** As the program wrote it into the page. */
export function textSizeOfPage(): TextSize {
  return textSize.safeParse(Number(document.documentElement.dataset['textSize'])).data ?? 100;
}

let shown = textSizeOfPage();

/** Before the first paint; a page that is loaded anew may still be as large as the one before it. */
export function beginTextSize(): void {
  zoomPage(shown / 100);
}

export function showTextSize(size: TextSize): void {
  if (size === shown) return;
  shown = size;
  zoomPage(size / 100);
}

/** The next one in this direction; the largest and the smallest stay. */
export function stepOfTextSize(from: TextSize, by: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(from) + by] ?? from;
}
