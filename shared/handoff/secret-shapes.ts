// What a word looks like: a password, or one of the many things that only look like one.

export function hasLettersAndDigits(value: string): boolean {
  return /\p{L}/u.test(value) && /\d/.test(value);
}

/** Letters with digits or signs among them, as in `hunter2` or `Ёлка!`. */
export function isMixed(value: string): boolean {
  return value.length >= 4 && /\p{L}/u.test(value) && /[\d!@#$%^&*?+=~]/.test(value) && !isHarmless(value);
}

/** So unlike a word that it needs no label right before it. */
export function isStrong(value: string): boolean {
  if (value.length < 8 || !hasLettersAndDigits(value) || isHarmless(value)) return false;
  const hasSigns = /[!@#$%^&*?+=~]/.test(value);
  // `backup-2026-11` is made of words and numbers; in `qwe123rty` they are grown together.
  if (!hasSigns && value.split(/[^\p{L}\d]+/u).every((part) => !hasLettersAndDigits(part))) return false;
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d]/u].filter((each) => each.test(value)).length;
  return classes >= 3 || (value.match(/\d/g) ?? []).length >= 3;
}

const harmless: readonly RegExp[] = [
  /^(?:[<[{$%(]|\*{2}|•)/, // a place to fill in, a variable, something already hidden
  /^[*•.…xх_-]+$/iu,
  /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?$/, // a date
  /^\d{4}-\d{2}-\d{2}T/,
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
  /^\+\d[\d()-]{6,}$/, // a phone number
  /^v?\d+(?:\.\d+){1,3}(?:-[a-z]+\d*)?$/i, // a version or an address
  /:\/\/|^www\./i,
  /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u,
  /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/.*)?$/u, // a domain or a file name
  /^[.~]?\/|\\/, // a path
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  /^(?:server|srv|web|db|node|host|site|shop|crm|test|dev|stage|staging|prod|user|admin|vps)-?\d{1,2}$/i,
  /^(?:1[сc](?:[-:].*)?|1password|битрикс24|bitrix24|crm24|(?:office|microsoft)\d*|oauth2|wpa[23]|2fa|s3|b2b|b2c)$/iu,
  /^(?:utf|sha|md|aes|tls|rsa|http|php|mysql|win|windows|ios|ipv|es|vue|iso)-?\d[\d.-]*(?:-?(?:gcm|cbc|bit))?$/i,
];

/** Beginnings of words that say where a password is or what became of it, instead of the password. */
const tellingBeginnings =
  'хран леж перед перевып выпу смен измен отозв извест неизвест знае знаю нет есть клиент сейф менедж сброс забы удал ' +
  'отправ обнов запрос скры установ спрос прежн стар общ один отсутств прислан будет получ действ вход выда только через ' +
  'vault safe bitwarden keepass lastpass passbolt passwork dashlane keychain psono chang rotat revok reset stor kept known ' +
  'unknown none null true false requir optional hidden sent given transfer expir same client empty missing valid active';
const telling = new RegExp(`^(?:${tellingBeginnings.split(' ').join('|')})`, 'iu');

export function isHarmless(value: string): boolean {
  return isTelling(value) || harmless.some((each) => each.test(value));
}

export function isTelling(word: string): boolean {
  return telling.test(word) && !/\d{3}/.test(word);
}
