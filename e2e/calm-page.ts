import type { Page } from '@playwright/test';

/** A notice stays for some seconds: over the pictures that come after its own. */
export async function closeNotice(page: Page): Promise<void> {
  const notice = page.getByRole('region', { name: /F6$/ }).getByRole('group');
  if ((await notice.count()) === 0) return;
  await page.keyboard.press('F6');
  await page.keyboard.press('Escape');
}

/** Until the page has been the same for a while. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((settled) => {
        const done = () => {
          changes.disconnect();
          settled();
        };
        let timer = setTimeout(done, 150);
        const changes = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 150);
        });
        changes.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
}
