/** An element as it stands in a part of a Word file. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** What stands directly in it. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const reference = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi;
const tokens = new RegExp(String.raw`<(${name})((?:\s+${name}="[^"<]*")*)\s*(/?)>|</(${name})\s*>|([^<]+)`, 'y');
const pairs = new RegExp(String.raw`(${name})="([^"]*)"`, 'g');
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/;

/** Reads what Word would read and nothing more lenient: anything that is not well-formed throws. */
export function parseXml(text: string): Element {
  if (forbidden.test(text)) throw new Error('a sign that XML forbids');
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [root];
  const prefixes = new Set(['xml', 'xmlns']);
  tokens.lastIndex = /^<\?xml [^?]*\?>\s*/.exec(text)?.[0].length ?? 0;
  while (tokens.lastIndex < text.length) {
    const at = tokens.lastIndex;
    const found = tokens.exec(text);
    if (!found) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`);
    take(found, open, prefixes);
  }
  const [element, ...more] = root.children;
  if (!element || more.length > 0 || open.length > 1) throw new Error('not one whole element');
  return element;
}

function take(found: RegExpExecArray, open: Open[], prefixes: Set<string>): void {
  const [, started, pairsText = '', isEmpty, ended, words] = found;
  const parent = open.at(-1);
  if (!parent) throw new Error('something after the end');
  if (words !== undefined) parent.text += checkedText(words);
  if (started !== undefined) {
    const attributes = attributesOf(pairsText, prefixes);
    for (const each of [started, ...attributes.keys()]) {
      const [prefix = '', local] = each.split(':');
      if (local !== undefined && !prefixes.has(prefix)) throw new Error(`${each} has no namespace`);
    }
    const element: Open = { name: started, attributes, children: [], text: '' };
    parent.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  if (ended !== undefined && open.pop()?.name !== ended) throw new Error(`</${ended}> ends another element`);
}

function attributesOf(text: string, prefixes: Set<string>): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key = '', value = ''] of text.matchAll(pairs)) {
    if (attributes.has(key)) throw new Error(`${key} twice`);
    attributes.set(key, checkedText(value));
    if (key.startsWith('xmlns:')) prefixes.add(key.slice('xmlns:'.length));
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function checkedText(text: string): string {
  if (text.replace(reference, '').includes('&')) throw new Error('a bare &');
  return text.replace(reference, (whole) => entities[whole.slice(1, -1)] ?? whole);
}

/** The element and all below it, in order. */
export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
