export type SecretKind =
  | 'password'
  | 'token'
  | 'api_key'
  | 'jwt'
  | 'private_key'
  | 'auth_info'
  | 'bank_card'
  | 'connection_string'
  | 'recovery_code'
  | 'licence_key'
  | 'high_entropy';

/** Where a secret stands in a text: characters from `start` up to, not including, `end`. */
export interface SecretSpan {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

export interface SecretRule {
  readonly kind: SecretKind;
  /** Global, and the group `value`, when there is one, ends the match. */
  readonly pattern: RegExp;
  readonly accepts?: (value: string) => boolean;
}

export function spansOfRule({ kind, pattern, accepts }: SecretRule, text: string): readonly SecretSpan[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const value = match.groups?.['value'] ?? match[0];
    if (value === '' || accepts?.(value) === false) return [];
    const end = match.index + match[0].length;
    return [{ kind, start: end - value.length, end }];
  });
}
