declare module 'az' {
  interface Parse {
    readonly score: number;
    /** The same word in its dictionary form. */
    readonly normalize: () => { readonly word: string } | false;
  }
  interface Morph {
    (word: string, config: { readonly parsers: readonly string[] }): readonly Parse[];
    readonly init: (folder: string, done: (problem: Error | null) => void) => void;
  }
  const Az: {
    readonly Morph: Morph;
    load: (path: string, type: 'json' | 'arraybuffer', done: (problem: Error | null, data?: unknown) => void) => void;
  };
  export default Az;
}
