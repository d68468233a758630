import { onSample, type Screen } from './screen.ts';

/** The board, and what is opened from it. */
export const boardScreens: readonly Screen[] = [
  onSample('board', async () => {}),
  onSample('board-carrying', async (page, { kitewell }) => {
    await page.getByRole('article', { name: kitewell }).getByRole('link', { name: kitewell }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
  }),
  onSample('board-refused', async (page, { spindle }) => {
    await page.getByRole('article', { name: spindle }).getByRole('link', { name: spindle }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
  }),
  onSample('board-past', async (page) => {
    await page.keyboard.press('h');
    const slider = page.getByRole('slider');
    await slider.waitFor();
    for (let months = 0; months < 6; months += 1) await slider.press('PageDown');
    await page.getByText((await slider.getAttribute('aria-valuetext')) ?? '', { exact: true }).waitFor();
  }),
  onSample('board-menu', async (page, { alder }) => {
    await page.getByRole('article', { name: alder }).getByRole('link', { name: alder }).focus();
    await page.keyboard.press('m');
    await page.getByRole('menu').waitFor();
  }),
  onSample('end-client', async (page, { kitewell }) => {
    await page.getByRole('article', { name: kitewell }).getByRole('link', { name: kitewell }).focus();
    await page.keyboard.press('m');
    await page
      .getByRole('menuitem')
      .filter({ hasText: /End|Заверш/ })
      .click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('quick-note', async (page) => {
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
  }),
  onSample('search', async (page, { search }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(search);
    await page.getByRole('option').locator('mark').first().waitFor();
  }),
  onSample('board-toast', async (page, { kestrel }) => {
    await page.getByRole('link', { name: kestrel, exact: true }).focus();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.getByRole('group', { name: kestrel }).waitFor();
    // Back again, so that the pictures after this one show the same board.
    await page.keyboard.press('Alt+Shift+ArrowLeft');
  }),
  // Back and forth, so that the pictures after this one show the same board.
  onSample('board-exit-lines', async (page, { harbour }) => {
    await page.getByRole('link', { name: harbour, exact: true }).focus();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await page.getByRole('group', { name: harbour }).waitFor();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.getByRole('group', { name: /Not marked yet: Two|Ещё не отмечено: Два/ }).waitFor();
  }),
  onSample('board-filter', async (page) => {
    await page.keyboard.press('f');
    await page.getByRole('dialog').waitFor();
  }),
  onSample('board-filtered', async (page, { flagged }) => {
    await page.keyboard.press('f');
    await page.keyboard.type('k');
    await page.getByRole('checkbox', { name: flagged }).press('Space');
    await page.keyboard.press('Escape');
  }),
  onSample('board-sorted', async (page, { tenure }) => {
    await page.keyboard.press('f');
    await page.getByRole('radio', { name: tenure }).press('Space');
    await page.keyboard.press('Escape');
  }),
  onSample('board-shelf', async (page, { shelf }) => {
    await page.keyboard.press('0');
    await page
      .getByRole('button', { name: shelf })
      .getByText(/Open the archive|Открыть архив/)
      .waitFor();
  }),
];
