import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import type { Page } from 'playwright-core';

type Implemented = Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;

class RuntimeTheme extends EventEmitter implements Implemented {
  #source: NativeTheme['themeSource'] = 'system';
  #isSystemDark = false;
  #page: Page | null = null;

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    this.#source = source;
    void this.#paint().catch(() => undefined);
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#isSystemDark : this.#source === 'dark';
  }

  /** The runtime's own: the window from which the system's theme is read, and which follows the program's. */
  async follow(page: Page): Promise<void> {
    this.#page = page;
    this.#isSystemDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await this.#paint();
  }

  async #paint(): Promise<void> {
    await this.#page?.emulateMedia({ colorScheme: this.#source === 'system' ? null : this.#source });
  }
}

export const nativeTheme = new RuntimeTheme();
