import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scriptMark } from './harm.ts';

const listFile = fileURLToPath(import.meta.resolve('big-list-of-naughty-strings/blns.json'));

/** What a mail, a web page or a clever client may bring into a note; each would do something if it were not text. */
const payloads = [
  '<script>alert("harm")</script>',
  '</p></li></title></style></textarea></script><script>alert("harm")</script>',
  '<img src=x onerror=alert("harm")>',
  '<img src="https://harm.example/pixel.gif">',
  '![pixel](https://harm.example/pixel.gif)',
  '![pixel][remote]\n\n[remote]: https://harm.example/pixel.gif',
  '<svg onload=alert("harm")></svg>',
  '<svg><animate onbegin=alert("harm") attributeName=x dur=1s></svg>',
  '<math><mtext></table><mglyph><style><img src=x onerror=alert("harm")>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<iframe src="https://harm.example/"></iframe>',
  '<object data="https://harm.example/"></object><embed src="https://harm.example/">',
  '<form action="https://harm.example/"><button>Send</button><input autofocus onfocus=alert("harm")></form>',
  '<meta http-equiv="refresh" content="0;url=https://harm.example/">',
  '<base href="https://harm.example/">',
  '<link rel=stylesheet href="https://harm.example/harm.css">',
  '<style>@import "https://harm.example/harm.css"; * { display: none !important }</style>',
  '<body onload=alert("harm")><details open ontoggle=alert("harm")>',
  '<video><source onerror=alert("harm")></video><audio src=x onerror=alert("harm")></audio>',
  '<a href="javascript:alert(1)">press</a>',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt:alert(1))',
  '[press](java\tscript:alert(1))',
  '[press](&#106;avascript:alert(1))',
  '[press](javascript&colon;alert(1))',
  '[press](&#x6A;&#x61;vascript:alert(1))',
  '[press](\u0001javascript:alert(1))',
  '[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[press](vbscript:msgbox(1))',
  '[press](file:///etc/passwd)',
  '[press](http://harm.example/)',
  '[press][link]\n\n[link]: javascript:alert(1)',
  '<javascript:alert(1)> <data:text/html,harm>',
  '[a](https://good.example "title\'" onmouseover="alert(1)")',
  '`<script>alert("harm")</script>`',
  '```html\n<script>alert("harm")</script>\n```',
  '- [ ] <img src=x onerror=alert("harm")> @Vera by Friday',
  '| a | b |\n| --- | --- |\n| <script>alert("harm")</script> | ![x](https://harm.example/x.png) |',
  '[^note]\n\n[^note]: <script>alert("harm")</script>',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= alert(1) %>',
  '__proto__ constructor toString hasOwnProperty',
  '\u202Eevil\u202C right to left \u2066isolated\u2069',
  'zero\u200Bwidth\u200Djoin\uFEFFmark\u00ADsoft\u2060word',
  'line\u2028separator\u2029paragraph\u0085next',
  'lone \uD83D half and \uDE00 half',
  `a${'\u0301'.repeat(10_000)} marks`,
  `${'W'.repeat(300)} long word`,
  'ﷺ'.repeat(60),
  '=cmd|"/c calc"!A0',
  "'; drop table note; --",
  `<script>${scriptMark} = 'element'</script>`,
  `<img src="data:," onerror="${scriptMark} = 'attribute'">`,
  `[press](javascript:${scriptMark}='link')`,
] as const;

/** Characters that no text of the program may hold. */
export const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const asText = (text: string): string => text.replaceAll(controls, '').replaceAll(/\r\n?/g, '\n').toWellFormed();

/** The payloads first, then the public list; as texts that the program takes. */
export function naughtyStrings(): readonly string[] {
  const list: readonly string[] = JSON.parse(readFileSync(listFile, 'utf8'));
  const texts = [...payloads, ...list].map(asText).filter((text) => text.trim() !== '');
  return [...new Set(texts)];
}

/** One line that a name or a title may be. */
export function asLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200).toWellFormed();
}
