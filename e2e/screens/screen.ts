import type { Page } from '@playwright/test';
import type { Program } from '../program.ts';
import type { Names } from './names.ts';

export const files = ['sample', 'empty', 'bare', 'new', 'broken'] as const;

export interface Screen {
  readonly name: string;
  /** The file it is seen on: made-up clients, one's own empty file, one with a bare client, one that was never set up, or one that is broken. */
  readonly file: (typeof files)[number];
  readonly show: (page: Page, names: Names, app: Program) => Promise<void>;
  /** Takes away what the next pictures must not show. */
  readonly leave?: (page: Page, app: Program) => Promise<void>;
}

/** A screen of the made-up clients. */
export function onSample(name: string, show: Screen['show']): Screen {
  return { name, file: 'sample', show };
}

/**
 * Side bar items show their number beside the name, so the name is only where theirs begins. The side bar comes before
 * the page, which may name the same place as its way back.
 */
export async function goTo(page: Page, destination: string): Promise<void> {
  const item = page.getByRole('button', { name: new RegExp(`^${destination}( ?\\d+)?$`) });
  await item.first().click();
  await page.getByRole('heading', { level: 1, name: destination }).waitFor();
}

export async function openClient(page: Page, name: string): Promise<void> {
  await page.getByRole('article', { name }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
