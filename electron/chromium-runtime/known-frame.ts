import { setTimeout as wait } from 'node:timers/promises';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page hears of its window's new size a moment later: so often it is asked again, and so long after. */
const asks = 40;
const askAgainAfter = 50;

export const isSame = (one: Size, other: Size): boolean => one.width === other.width && one.height === other.height;

/** Of a window, as the system and as its page know it. */
export interface BothSizes {
  readonly window: Size;
  readonly page: Size;
}

/** Waits for a page that does not know yet how large its window is. */
export class KnownFrame {
  /** How much more the system counts than the page does: some desktops count a frame or a shadow, which comes to light once. */
  #difference: Size = { width: 0, height: 0 };

  async settle(
    look: () => Promise<BothSizes>,
    pause: () => Promise<unknown> = () => wait(askAgainAfter),
  ): Promise<void> {
    let difference = this.#difference;
    for (let left = asks; left > 0; left -= 1) {
      const { window, page } = await look();
      difference = { width: window.width - page.width, height: window.height - page.height };
      if (isSame(difference, this.#difference)) return;
      await pause();
    }
    this.#difference = difference;
  }
}
