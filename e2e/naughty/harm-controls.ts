import type { Browser, Page } from '@playwright/test';
import type { Program } from '../program.ts';
import { type Detector, Harm, type Harmed, scriptMark } from './harm.ts';
import { type Cell, compareOnPaper, compareShown, tagged } from './tagged.ts';
import { textsOf } from './walk.ts';

/** Each detector has a text of its own that does just what it is there for, once put in as markup. */
interface Control {
  readonly detector: Detector;
  /** In the program's own page, under its policy, or in a page without one, as a document has. */
  readonly place: 'program' | 'document';
  readonly markup: string;
}

const address = 'https://harm.example/';

const controls: readonly Control[] = [
  { detector: 'dialog', place: 'document', markup: '<img src="data:," onerror="alert(1)">' },
  { detector: 'request', place: 'document', markup: `<img src="${address}pixel.gif">` },
  { detector: 'policy', place: 'program', markup: `<img src="${address}pixel.gif">` },
  { detector: 'window', place: 'document', markup: `<script>open('about:blank')</script>` },
  { detector: 'navigation', place: 'document', markup: `<meta http-equiv="refresh" content="0;url=about:blank?harm">` },
  { detector: 'script', place: 'document', markup: `<script>${scriptMark} = 'control'</script>` },
  { detector: 'element', place: 'program', markup: `<form action="${address}"></form>` },
];

/** Of every detector whether it noticed its own control; `quiet` says that it notices nothing in harmless text. */
export type Awake = Readonly<Record<Detector | 'text' | 'paper' | 'swallowed' | 'cut' | 'quiet', boolean>>;

export async function controlsOf(app: Program, browser: Browser): Promise<Awake> {
  const noticed: Partial<Record<Detector, boolean>> = {};
  for (const { detector, place, markup } of controls)
    noticed[detector] = (await detectorsOf(app, { browser, place, markup, awaited: detector })).includes(detector);
  const { opened, problem } = await inMain(app);
  const { dialog, request, policy, window, navigation, script, element } = noticed;
  app.forgetProblems();
  return {
    dialog: dialog === true,
    request: request === true,
    policy: policy === true,
    window: window === true,
    navigation: navigation === true,
    script: script === true,
    element: element === true,
    opened,
    problem,
    ...(await textControls(app.page)),
    quiet: (await detectorsOf(app, { browser, place: 'program', markup: '<p>words</p>' })).length === 0,
  };
}

async function detectorsOf(
  app: Program,
  { browser, place, markup, awaited }: Pick<Control, 'place' | 'markup'> & { browser: Browser; awaited?: Detector },
): Promise<readonly Detector[]> {
  const harm = new Harm(app);
  const page = place === 'program' ? app.page : await browser.newPage();
  if (place === 'program') await putIn(page, markup);
  else {
    harm.watch(page);
    // What it does may end the page before all of it is there.
    await page.setContent(markup, { waitUntil: 'commit' }).catch(() => undefined);
  }
  const taken: Harmed[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await page.waitForTimeout(500);
    // A page that is just being left answers no question.
    taken.push(...(await harm.take('control', page).catch(() => [])));
    if (awaited === undefined || taken.some(({ detector }) => detector === awaited)) break;
  }
  await (place === 'program' ? takeOut(page) : page.close());
  return taken.map(({ detector }) => detector);
}

/** Of half a second, until a control that must be noticed counts as missed. */
const turns = 60;

const placeName = 'control-of-harm';

function putIn(page: Page, markup: string): Promise<void> {
  return page.evaluate(
    ([id, html]) => {
      const place = document.createElement('div');
      place.id = id;
      document.body.append(place);
      place.insertAdjacentHTML('beforeend', html);
    },
    [placeName, markup] as const,
  );
}

function takeOut(page: Page): Promise<void> {
  return page.evaluate((id) => document.getElementById(id)?.remove(), placeName);
}

async function inMain(app: Program): Promise<{ readonly opened: boolean; readonly problem: boolean }> {
  const harm = new Harm(app);
  await app.call('settings.openLink', { address });
  await app.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('harm');
    }, 0);
  });
  await app.page.waitForTimeout(500);
  const taken = await harm.take('control', app.page);
  const has = (detector: Detector) => taken.some((each) => each.detector === detector);
  return { opened: has('opened'), problem: has('problem') };
}

/** One text, shown as something else than was typed. */
async function textControls(page: Page) {
  const text = '<b>bold</b> & more';
  const cells = new Map<number, Cell>([[1, { column: 'client_signal.evidence', text }]]);
  const isNoticed = async (markup: string) => {
    await putIn(page, `<p>${markup}</p>`);
    const { differences, whole, cut } = compareShown(await textsOf(page), cells);
    await takeOut(page);
    return differences.length > 0 && whole.size + cut.size === 0;
  };
  return {
    text: await isNoticed(tagged(1, text)),
    swallowed: await isNoticed('zq1a <b title="'),
    cut: await isNoticed('zq1a &lt;b&gt;bold&lt;/b&gt;'),
    paper: compareOnPaper([tagged(1, 'bold & more')], cells).differences.length > 0,
  };
}
