import { hasLettersAndDigits } from './secret-shapes.ts';
import type { SecretRule } from './secret-spans.ts';

// Secrets that are known by their own shape, wherever they stand.

/** A key with a maker's prefix, standing alone: nothing that could belong to it on either side. */
function key(pattern: string): SecretRule {
  return { kind: 'api_key', pattern: new RegExp(`(?<![A-Za-z0-9_])(?:${pattern})(?![A-Za-z0-9])`, 'g') };
}

const keyRules: readonly SecretRule[] = [
  key('(?:AKIA|ASIA)[0-9A-Z]{16}'), // Amazon
  key('gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{20,}|gl(?:pat|dt|rt)-[A-Za-z0-9_-]{16,}'),
  key('xox[abeprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{20,}'), // Slack
  key('[sr]k_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{16,}'), // Stripe
  key('AIza[0-9A-Za-z_-]{30,}|GOCSPX-[A-Za-z0-9_-]{20,}|ya29\\.[A-Za-z0-9_-]{20,}'), // Google
  key('sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,}'), // OpenAI, Anthropic
  key(
    'y[0-3]_[A-Za-z0-9_-]{30,}|AQVN[A-Za-z0-9_-]{30,}|AQAAAA[A-Za-z0-9_-]{28,}|t1\\.[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{40,}',
  ), // Yandex
  key('(?:live|test)_[A-Za-z0-9_-]{30,}'), // YooKassa
  key('vk1\\.a\\.[A-Za-z0-9_-]{30,}|EAA[A-Za-z0-9]{30,}'), // VK, Meta
  key('npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_-]{30,}|hf_[A-Za-z0-9]{30,}|hvs\\.[A-Za-z0-9_-]{20,}'),
  key('SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|key-[0-9a-z]{32}|[0-9a-f]{32}-us\\d{1,2}'), // mail senders
  key('do[opr]_v1_[a-f0-9]{40,}|shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{30,}|sq0(?:atp|csp)-[A-Za-z0-9_-]{20,}|SK[0-9a-f]{32}'),
  key('lin_api_[A-Za-z0-9]{30,}|(?:secret|ntn)_[A-Za-z0-9]{30,}|AGE-SECRET-KEY-1[0-9A-Z]{30,}'),
  { kind: 'token', pattern: /(?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9])/g }, // Telegram bot
];

/** Addresses whose path or query is itself the key. */
const addressRules: readonly SecretRule[] = [
  { kind: 'token', pattern: /hooks\.slack\.com\/services\/(?<value>[A-Z0-9]+\/[A-Z0-9]+\/[A-Za-z0-9]{12,})/g },
  { kind: 'token', pattern: /discord(?:app)?\.com\/api\/webhooks\/\d+\/(?<value>[\w-]{20,})/g },
  { kind: 'token', pattern: /\/rest\/\d+\/(?<value>[a-z0-9]{12,})(?=\/|\s|$)/g, accepts: hasLettersAndDigits }, // Bitrix24
  {
    kind: 'token',
    pattern: /[?&;](?:[a-z_]*token|api_?key|key|secret|password|pass|sig|signature|auth)=(?<value>[^&\s#"'<>]{6,})/gi,
    accepts: hasLettersAndDigits,
  },
  {
    kind: 'connection_string',
    pattern: /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"']{0,80}:(?<value>[^\s/@"'<>$*]{3,80})(?=@[^\s])/gi,
  },
  { kind: 'connection_string', pattern: /(?:AccountKey|SharedAccessKey)=(?<value>[A-Za-z0-9+/]{16,}={0,2})/g },
];

const blockRules: readonly SecretRule[] = [
  {
    kind: 'private_key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[\s\S]){0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
  },
  { kind: 'private_key', pattern: /PuTTY-User-Key-File-\d:[^\n]*(?:\n[^\n]+){0,80}/g },
  { kind: 'jwt', pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g },
  { kind: 'recovery_code', pattern: /otpauth:\/\/[^\s]+/gi },
];

const cardRules: readonly SecretRule[] = [
  {
    kind: 'bank_card',
    pattern:
      /(?<![\d.,/-])(?:\d{4}([ \u00a0-]?)\d{4}\1\d{4}\1\d{4}|\d{4}([ \u00a0-]?)\d{6}\2\d{5}|\d{18,19})(?![\d]|[.,/-]\d)/g,
    accepts: isBankCard,
  },
  { kind: 'bank_card', pattern: /(?<![\p{L}\p{N}])(?:CVV2?|CVC2?)\s*[:=—-]?\s*(?<value>\d{3,4})(?!\d)/giu },
];

const recoveryLabel =
  '(?:2fa|2фа|totp|двухфактор\\p{L}*|аутентификатор\\p{L}*|authenticator|резервн\\p{L}+ код\\p{L}*|код\\p{L}* восстановления' +
  '|(?:recovery|backup) codes?)';
const codeGroup = '(?=[a-z]*\\d)[a-z0-9]{4,8}';
const codeGroups = `(?:${codeGroup}[- ,]{1,2}){1,11}${codeGroup}|(?:[a-z2-7]{4}[- ]){3,15}[a-z2-7]{4}|[a-z2-7]{16,64}|\\d{8,12}`;

const recoveryRules: readonly SecretRule[] = [
  {
    kind: 'recovery_code',
    pattern: new RegExp(
      `(?<!\\p{L})${recoveryLabel}[^\\n]{0,30}?(?<![a-z0-9])(?<value>${codeGroups})(?![a-z0-9])`,
      'giu',
    ),
    accepts: looksLikeCodes,
  },
  {
    kind: 'recovery_code',
    pattern: /(?:seed|recovery|mnemonic|secret) phrase\P{L}{1,4}(?<value>[a-z]{3,9}(?: [a-z]{3,9}){10,24})(?![a-z])/giu,
  },
  {
    kind: 'recovery_code',
    pattern: /(?:сид-фраз|мнемоник)\p{L}*\P{L}{1,4}(?<value>\p{L}{3,9}(?: \p{L}{3,9}){10,24})/giu,
  },
];

const licenceRules: readonly SecretRule[] = [
  {
    kind: 'licence_key',
    pattern: /(?<![A-Z0-9-])(?:[A-Z0-9]{5}-){3,5}[A-Z0-9]{5}(?![A-Z0-9-])/g,
    accepts: hasLettersAndDigits,
  },
  { kind: 'licence_key', pattern: /(?<![A-Z0-9-])(?:NFR|[A-Z]\d{2})-[A-Z0-9]{2}-(?<value>[A-Z0-9]{12,})/g }, // 1C-Bitrix
];

export const formatRules: readonly SecretRule[] = [
  ...blockRules,
  ...addressRules,
  ...keyRules,
  ...cardRules,
  ...recoveryRules,
  ...licenceRules,
];

// Mir, Mastercard, Visa, American Express, Maestro, UnionPay, Discover. Account and tax numbers begin otherwise.
const cardBeginnings = /^(?:220[0-4]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|4|5[0-8]|3[47]|6[0-9])/;

function isBankCard(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  return cardBeginnings.test(digits) && passesLuhn(digits) && new Set(digits).size > 1;
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0)))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}

/** Several digits, or the capitals of a seed; plain words are neither. */
function looksLikeCodes(value: string): boolean {
  const digits = (value.match(/\d/g) ?? []).length;
  return digits >= 3 || (digits >= 1 && value === value.toUpperCase());
}
