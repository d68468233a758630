declare module 'snowball-stemmers' {
  interface Stemmer {
    readonly stem: (word: string) => string;
  }
  const stemmers: { readonly newStemmer: (language: 'russian' | 'english') => Stemmer };
  export default stemmers;
}
