import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// Every pair of colours that meets on the screen, as 8-bit sRGB, against WCAG 2.2: 4.5 for text, 3 for graphics and
// edges of controls. Stage colours must also stay apart for eyes that see fewer colours.

type Triple = readonly [number, number, number];
type Theme = Readonly<Record<string, Triple>>;

const source = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const darkAt = source.search(/^\[data-theme=.dark.\]/m);
const light = colours(source.slice(0, darkAt));
const dark = { ...light, ...colours(source.slice(darkAt)) };

function colours(css: string): Theme {
  const found = css.matchAll(/--([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return Object.fromEntries([...found].map(([, name, l, c, h]) => [name, [Number(l), Number(c), Number(h)]]));
}

function cube(value: number): number {
  return value ** 3;
}

/** Björn Ottosson's OKLab to linear sRGB. */
function linear([lightness, chroma, hue]: Triple): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function lab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function each(triple: Triple, change: (value: number) => number): Triple {
  return [change(triple[0]), change(triple[1]), change(triple[2])];
}

const clip = (value: number) => Math.min(1, Math.max(0, value));
const encode = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
const decode = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const onScreen = (value: number) => decode(Math.round(encode(clip(value)) * 255) / 255);

function luminance(colour: Triple): number {
  const [r, g, b] = each(linear(colour), onScreen);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Triple, other: Triple): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function colour(theme: Theme, name: string): Triple {
  const found = theme[name];
  if (found === undefined) throw new Error(`No colour --${name} in tokens.css`);
  return found;
}

type Pair = readonly [foreground: string, background: string, least: number];

const surfaces = ['paper', 'sidebar', 'surface', 'surface-hover', 'sunken'];
const meanings = ['danger', 'warn', 'ok'];
const stageNames = ['st0', 'st1', 'st2', 'st3', 'st4', 'st5'];

function pairs(): readonly Pair[] {
  const onSurfaces = surfaces.flatMap((surface): Pair[] => [
    ['ink', surface, 7],
    ['ink-2', surface, 4.5],
    ['ink-3', surface, 4.5],
    ['accent', surface, 4.5],
    ['focus', surface, 3],
    ['line-control', surface, 3],
    ...meanings.flatMap((meaning): Pair[] => [
      [meaning, surface, 4.5],
      [`${meaning}-line`, surface, 3],
    ]),
  ]);
  const onSoft = [...meanings, 'accent'].flatMap((meaning): Pair[] => [
    [meaning, `${meaning}-soft`, 4.5],
    [`${meaning}-line`, `${meaning}-soft`, 3],
    ['ink', `${meaning}-soft`, 7],
    ['ink-2', `${meaning}-soft`, 4.5],
    ['ink-3', `${meaning}-soft`, 4.5],
  ]);
  const onStages = stageNames.flatMap((stage): Pair[] => [
    ...['paper', 'surface', 'sidebar', `${stage}-soft`, `${stage}-wash`].flatMap((ground): Pair[] => [
      [`${stage}-ink`, ground, 4.5],
      [`${stage}-line`, ground, 3],
    ]),
    ...['ink', 'ink-2', 'ink-3'].map((ink): Pair => [ink, `${stage}-wash`, 4.5]),
    ['ink', `${stage}-soft`, 7],
    ['focus', `${stage}-wash`, 3],
  ]);
  const onPlates: readonly Pair[] = [
    ['on-primary', 'primary', 7],
    ['on-primary', 'primary-hover', 7],
    ['ink-inverse', 'ink', 7],
    ['danger-plate', 'ink', 3],
    ['warn-line', 'sidebar', 3],
    ['ink-2', 'st0-soft', 4.5],
    ['paper', 'ink-2', 4.5],
    ['on-accent', 'accent', 4.5],
    ['on-accent', 'accent-strong', 4.5],
    ['on-accent', 'check', 4.5],
    ['on-danger', 'danger', 4.5],
    ['on-mark', 'mark', 4.5],
    ['primary', 'paper', 3],
    ['check', 'paper', 3],
    ['check', 'surface', 3],
  ];
  return [...onSurfaces, ...onSoft, ...onStages, ...onPlates];
}

/** Machado, Oliveira and Fernandes 2009, severity 1: what the colours become. */
const sights: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(sight: string, [r, g, b]: Triple): Triple {
  const rows = sights[sight];
  if (rows === undefined) return [r, g, b];
  const row = ([x, y, z]: Triple) => x * r + y * g + z * b;
  return [row(rows[0]), row(rows[1]), row(rows[2])];
}

function distance(theme: Theme, sight: string, one: string, other: string): number {
  const seen = (name: string) => lab(each(seenBy(sight, each(linear(colour(theme, `${name}-line`)), clip)), clip));
  const [a, b] = [seen(one), seen(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, theme) => {
  test('every pair of colours has contrast enough', () => {
    const checked = pairs();
    const tooWeak = checked
      .map(([front, ground, least]) => ({
        front,
        ground,
        least,
        is: contrast(colour(theme, front), colour(theme, ground)),
      }))
      .filter(({ is, least }) => is < least)
      .map(({ front, ground, least, is }) => `${front} on ${ground}: ${is.toFixed(2)}, needs ${least}`);
    expect(checked.length).toBeGreaterThan(180);
    expect(tooWeak).toEqual([]);
  });

  test.each(['all colours', 'protan', 'deutan', 'tritan'])('stages stay apart for eyes that see %s', (sight) => {
    const couples = stageNames.flatMap((one, index) =>
      stageNames.slice(index + 1).map((other) => [one, other] as const),
    );
    const nearest = Math.min(...couples.map(([one, other]) => distance(theme, sight, one, other)));
    expect(nearest).toBeGreaterThan(sight === 'all colours' ? 11 : 7);
  });
});

test('the check sees what is too weak', () => {
  expect(contrast(colour(light, 'ink-disabled'), colour(light, 'paper'))).toBeLessThan(4.5);
  expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 5);
});
