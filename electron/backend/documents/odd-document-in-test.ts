import type { SourceForAgency } from '../../../shared/handoff/document-source.ts';
import { sourceForAgency } from './document-in-test.ts';

/** What people paste, and what breaks a page, a table or a program that reads it. */
export const oddTexts = {
  'long name': 'Очень длинное имя '.repeat(17).slice(0, 300).trim(),
  'long word': 'Донаудампфшиффартсгезелльшафт'.repeat(9),
  address: `https://example.com/${'a1b2c3d4/'.repeat(30)}?q=%D0%B9&x=1`,
  formula: '=HYPERLINK("http://evil.example","x")',
  path: String.raw`../../x\..\y`,
  markup: '<w:p>&amp;</w:p> <script>alert(1)</script> ]]>',
  emoji: 'Запуск 🚀 семья 👩‍👩‍👧‍👦 флаг 🇷🇺',
  'combining marks': 'Cafe\u0301 Zoe\u0308 и\u0306 е\u0308',
  'right to left': 'שלום עולם 123 מסמך',
  'both ways': 'Client مرحبا بالعالم and Привет',
} as const;

/** One text in every field that somebody fills. */
export function oddSource(text: string): SourceForAgency {
  const base = sourceForAgency({ items: 3, assets: 1 });
  return {
    ...base,
    agency: { name: text, monogram: '', contact: text, signature: text },
    client: { ...base.client, name: text },
    leadName: text,
    items: base.items.map((item) => ({
      ...item,
      title: text,
      person: text,
      evidence: text,
      confirmedBy: text,
    })),
    assets: base.assets.map((asset) => ({ ...asset, name: text, whereKept: text, heldBy: text })),
    candidates: base.candidates.map((candidate) => ({
      ...candidate,
      name: text,
      fits: text,
      consider: text,
      disclosure: text,
    })),
    contacts: base.contacts.map((contact) => ({ ...contact, name: text, roleNote: text, phone: text, email: text })),
    dossier: base.dossier.map(({ kind }) => ({ kind, text })),
    reasons: { codes: [], text },
  };
}
