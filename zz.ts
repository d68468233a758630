import { openBrowser } from './e2e/naughty/naughty.ts';
import { naughtyStrings } from './e2e/naughty/naughty-strings.ts';
const b = await openBrowser();
const p = await b.newPage();
const said: string[] = [];
p.on('console', (m) => said.push(m.text().slice(0, 120)));
await p.route('https://rapport.invalid/**', (r) => r.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': "default-src 'none'; script-src 'self'" }, body: '<p>x' }));
await p.goto('https://rapport.invalid/');
for (const s of naughtyStrings().slice(0, 60)) {
  for (const how of ['parser', 'htmldoc', 'template']) {
  said.length = 0;
  await p.evaluate(([html, how]) => {
    if (how === 'parser') new DOMParser().parseFromString(html!, 'text/html');
    if (how === 'htmldoc') { const d = document.implementation.createHTMLDocument(''); d.body.innerHTML = html!; }
    if (how === 'template') { const t = document.createElement('template'); t.innerHTML = html!; }
  }, [s, how]);
  await p.waitForTimeout(20);
  if (said.length) console.log(how, JSON.stringify(s.slice(0, 70)), said);
  }
}
await b.close();
