import { hasLettersAndDigits, isHarmless, isMixed, isStrong, isTelling } from './secret-shapes.ts';
import { spansOfRule, type SecretKind, type SecretRule, type SecretSpan } from './secret-spans.ts';

// Secrets that are known by the word before them: “password: …”, «пароль от админки …», DB_PASSWORD=….

/** A word that may be the secret, seen from its label. */
interface Candidate {
  readonly value: string;
  readonly start: number;
  /** Words between the label and the value. */
  readonly distance: number;
  /** What stands right before the value. */
  readonly joint: 'sign' | 'dash' | 'quote' | 'none';
  /** Nothing else follows up to the end of the clause. */
  readonly isAlone: boolean;
}

interface Label {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly accepts: (candidate: Candidate) => boolean;
}

function label(kind: SecretKind, words: string, accepts: Label['accepts']): Label {
  return { kind, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}_])`, 'giu'), accepts };
}

const labels: readonly Label[] = [
  label(
    'password',
    'парол(?:ь|я|ю|ем|и|ями|ьчик\\p{L}*)|пасс|pass(?:word|wd|code)?s?|passwort|pwd?|(?:кодов|секретн)ое слово' +
      '|[a-z0-9_]{1,40}_(?:password|passwd|pass|pwd)',
    isPassword,
  ),
  label(
    'password',
    'пин(?:-?код)?|pin(?:[- ]?code)?',
    ({ value, distance, joint }) => (distance <= 2 || joint === 'sign') && /^\d{4,8}$/.test(value),
  ),
  label(
    'auth_info',
    'auth[- ]?info|epp(?:[- ]?(?:код|code))?|auth[- ]?(?:code|код)' +
      '|код[а-я]{0,2} (?:authinfo|(?:для )?переноса(?: домена)?|авторизации домена)',
    ({ value }) => value.length >= 6 && hasLettersAndDigits(value) && !isHarmless(value),
  ),
  label(
    'token',
    '(?:[a-z0-9]{1,20}[_ -]){0,3}(?:secret(?:[_ -]?(?:access[_ -]?)?key)?|token|api[_ -]?key|access[_ -]?key|app_key|private_key)(?:_id)?' +
      '|секрет(?:ный ключ)?|(?:[a-z]{1,20}-)?токен[а-я]{0,2}|ключ[а-я]{0,2} (?:api|доступа|шифрования)|api-?ключ[а-я]{0,2}',
    isKey,
  ),
  label(
    'licence_key',
    'лиценз\\p{L}+(?: ключ\\p{L}*)?|licen[cs]e(?: key)?',
    ({ value }) => value.length >= 12 && /^[A-Z0-9-]+$/.test(value) && isStrong(value),
  ),
];

const commandRules: readonly SecretRule[] = [
  { kind: 'password', pattern: /(?<![\w])mysql(?:dump)?[^\n]{0,80}?\s-p(?<value>[^\s'"]{4,80})/g },
  { kind: 'password', pattern: /(?<![\w])sshpass\s+-p\s*["']?(?<value>[^\s'"]{3,80})/g },
  { kind: 'token', pattern: /(?<![\w])bearer\s+(?<value>[\w.~+/-]{16,}=*)/gi, accepts: hasLettersAndDigits },
  { kind: 'password', pattern: /authorization:\s*basic\s+(?<value>[A-Za-z0-9+/]{8,}={0,2})/gi },
  {
    kind: 'password',
    pattern:
      /(?<![\p{L}\p{N}])(?:логин|login|user(?:name)?|доступ\p{L}{0,4}|вход\p{L}?|admin\p{L}{0,8}|root|credentials?|basic auth|учётн\p{L}{2,3} данн\p{L}{2,3})[^\n:=]{0,24}[:=—–-]\s{0,4}[^\s/|]{2,40}\s{0,4}[/|]\s{0,4}(?<value>[^\s/|]{6,80})/giu,
    accepts: isMixed,
  },
  {
    kind: 'password',
    pattern: /(?<![\p{L}\p{N}])(?:admin|administrator|root|user|deploy|manager):(?<value>[^\s:/@]{6,80})(?=\s|$)/giu,
    accepts: isMixed,
  },
  {
    kind: 'password',
    pattern: /[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}:(?<value>[^\s:/]{6,80})(?=\s|$)/g,
    accepts: isMixed,
  },
  {
    kind: 'password',
    pattern: /(?<!\p{L})(?:парольная фраза|pass ?phrase)\s{0,4}[:=—–]\s{0,4}(?<value>[^\n.,;]{8,80})/giu,
    accepts: (value) => !value.split(/\s+/).some((word) => word.length < 3 || isTelling(word)),
  },
];

/** Names that follow “password” and make the line one about passwords in general. */
const general = /^[ -](?:manager|policy|reset|vault|hash|protected|менеджер)/i;
const lookAhead = 160;
const jointSign = /^["'`”»)]{0,2}\s{0,8}(?:(?<sign>=>|[:=→]|->|,(?=\s{0,8}["'`]))|(?<dash>[—–-](?=\s)))\s{0,8}/u;

export function labelledSpans(text: string): readonly SecretSpan[] {
  return [
    ...commandRules.flatMap((rule) => spansOfRule(rule, text)),
    ...labels.flatMap((each) => spansOfLabel(each, text)),
  ];
}

function spansOfLabel({ kind, pattern, accepts }: Label, text: string): readonly SecretSpan[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const after = match.index + match[0].length;
    const line = lineAfter(text, after);
    if (general.test(line)) return [];
    const found = candidatesIn(line).find(accepts);
    if (found === undefined) return [];
    const start = after + found.start;
    return [{ kind, start, end: start + found.value.length }];
  });
}

/** The rest of the line; a label alone on its line speaks of the next one. */
function lineAfter(text: string, from: number): string {
  const ahead = text.slice(from, from + lookAhead);
  const joined = ahead.replace(/^([^\S\n]*)[:=]?([^\S\n]*)\n/, (all) => ' '.repeat(all.length));
  return joined.split('\n')[0] ?? '';
}

/** The first words behind a label; what follows a sign like `:` is the last of them. */
function candidatesIn(line: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let position = 0;
  // After «пароль сменён …» only a sign can still announce the password itself.
  let isTold = false;
  for (let distance = 0; distance < 9; distance += 1) {
    const joint = jointSign.exec(line.slice(position));
    const candidate = candidateAt(line, position + (joint?.[0].length ?? 0), distance, jointOf(joint));
    if (candidate === null) break;
    if (!isTold || candidate.joint === 'sign') candidates.push(candidate);
    isTold ||= isTelling(candidate.value);
    position = candidate.start + candidate.value.length;
    if (candidate.joint === 'sign' || /^["'`”»]?[.;!?](?:\s|$)/.test(line.slice(position))) break;
  }
  return candidates;
}

function jointOf(match: RegExpExecArray | null): Candidate['joint'] {
  if (match?.groups?.['sign'] !== undefined) return 'sign';
  return match?.groups?.['dash'] !== undefined ? 'dash' : 'none';
}

function candidateAt(line: string, from: number, distance: number, joint: Candidate['joint']): Candidate | null {
  const match = /^[\s,]*(?:["'`«“](?<quoted>[^"'`»”\n]{2,80})(?=["'`»”])|[("'`«“]{0,3}(?<word>[^\s"'`«»“”]+))/u.exec(
    line.slice(from),
  );
  const found = match?.groups?.['quoted'] ?? match?.groups?.['word'] ?? '';
  const value = found.replace(/(?<=.)(?:[,;:.)\]]+|->|=)$/u, '');
  if (match === null || value === '') return null;
  const start = from + match[0].length - found.length;
  const rest = line.slice(start + value.length);
  const isAlone = /^["'`»”)\]]{0,3}\s*(?:$|[,;.!?)]|\p{Lu})/u.test(rest);
  const isQuoted = match.groups?.['quoted'] !== undefined && joint === 'none';
  return { value, start, distance, joint: isQuoted ? 'quote' : joint, isAlone };
}

function isPassword({ value, distance, joint, isAlone }: Candidate): boolean {
  if (isHarmless(value)) return false;
  if (joint === 'none') {
    return distance === 0 ? value.length >= 5 && hasLettersAndDigits(value) : distance <= 4 && isStrong(value);
  }
  if (isMixed(value) || /^\d{4,16}$/.test(value)) return true;
  return joint === 'sign' && isAlone && /^[\p{L}-]{5,}$/u.test(value);
}

function isKey({ value, joint }: Candidate): boolean {
  if (joint === 'none') return value.length >= 16 && isStrong(value);
  return value.length >= 8 && hasLettersAndDigits(value) && !isHarmless(value);
}
