export interface Paradigm {
  /** The form a dictionary has. */
  readonly word: string;
  readonly forms: readonly string[];
}

/** The word itself is one of its forms; a form written twice counts once. */
export function paradigm(word: string, forms = ''): Paradigm {
  return { word, forms: [...new Set([word, ...forms.split(' ').filter(Boolean)])] };
}
