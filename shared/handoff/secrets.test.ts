import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handoffItems } from '../content/handoff-items.ts';
import { handoffTemplate } from '../content/handoff-template.ts';
import { practices } from '../content/practices.ts';
import { badDetectors, leastRecall, measure, mostFalseAlarms } from './secret-measure-in-test.ts';
import { harmlessSamples, secretSamples } from './secret-samples.ts';
import { findSecrets } from './secrets.ts';

const { missed, alarms, recall, falseAlarms } = measure(findSecrets);

describe('labelled samples', () => {
  test('are many, and none is both', () => {
    expect(secretSamples.length).toBeGreaterThan(200);
    expect(harmlessSamples.length).toBeGreaterThan(300);
    expect(new Set([...secretSamples, ...harmlessSamples]).size).toBe(secretSamples.length + harmlessSamples.length);
  });

  test('recall is high enough', () => {
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(leastRecall);
  });

  test('false alarms are few enough', () => {
    const shown = alarms.map((text) => `${text}  →  ${JSON.stringify(findSecrets(text))}`);
    expect(falseAlarms, shown.join('\n')).toBeLessThanOrEqual(mostFalseAlarms);
  });

  test('control: a detector that finds nothing has no recall, and one that finds everything is all alarms', () => {
    expect(measure(badDetectors.findsNothing)).toMatchObject({ recall: 0, falseAlarms: 0 });
    expect(measure(badDetectors.findsEverything)).toMatchObject({ recall: 1, falseAlarms: 1 });
  });

  test('the words of our own template raise no alarm', () => {
    const words = [
      ...handoffItems.flatMap((item) => [item.title, item.evidence]),
      ...handoffTemplate.never,
      ...practices.map((practice) => practice.label),
    ];
    expect(words.flatMap(({ en, ru }) => [en, ru]).filter((text) => findSecrets(text).length > 0)).toEqual([]);
  });
});

describe('findSecrets', () => {
  test.each([
    ['пароль от админки: Zima-2025!', 'password', 'Zima-2025!'],
    ['логин/пароль: admin / Vereteno77', 'password', 'Vereteno77'],
    ['Пароль:\nk8Rt55mmQ', 'password', 'k8Rt55mmQ'],
    ['Код AuthInfo домена olha.example: Xy7#pQ9k2L', 'auth_info', 'Xy7#pQ9k2L'],
    ['postgres://shop:Kq7pZx2m@db.example.ru/shop', 'connection_string', 'Kq7pZx2m'],
    ['карта 5555-5555-5555-4444, срок 11/28', 'bank_card', '5555-5555-5555-4444'],
    ['Ключ 2FA: JBSW Y3DP EHPK 3PXP', 'recovery_code', 'JBSW Y3DP EHPK 3PXP'],
    ['Ключ Windows VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'licence_key', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T'],
    ['сервер: admin xK9#mP2$vL', 'high_entropy', 'xK9#mP2$vL'],
  ])('%j holds a %s', (text, kind, value) => {
    const [secret, ...others] = findSecrets(text);
    expect(others).toEqual([]);
    expect(secret?.kind).toBe(kind);
    expect(text.slice(secret?.start, secret?.end)).toBe(value);
  });

  test('allows what a handoff is asked to write down', () => {
    expect(findSecrets('git.example.ru/olha/site, коммит 9fceb02d0ae598e95dc970b74767f19372d61af8')).toEqual([]);
    expect(findSecrets('sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')).toEqual([]);
    expect(findSecrets('4111 1111 1111 1112'), 'not a card: wrong check digit').toEqual([]);
  });

  test('shows a few words before, and never the secret', () => {
    expect(findSecrets('Пароль Wi-Fi: olha-guest-55')[0]?.excerptMasked).toBe('Пароль Wi-Fi: o•••');
    expect(findSecrets('ключ\nдоступа нет, токен: 3b9f0c17a2')[0]?.excerptMasked).toBe('доступа нет, токен: 3•••');
    const two = findSecrets('логин admin, пароль Olha#2026, пароль Zima#2027');
    expect(two.map((secret) => secret.excerptMasked)).toEqual(['логин admin, пароль O•••', ', пароль Z•••']);
    for (const text of secretSamples) {
      for (const { start, end, excerptMasked } of findSecrets(text)) {
        if (end - start > 3) expect(excerptMasked).not.toContain(text.slice(start, end));
      }
    }
  });

  test('gives ordered ranges inside the text that do not overlap, for any text', () => {
    const piece = fc.oneof(fc.constantFrom(...secretSamples, ...harmlessSamples), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(' ', '\n', ', '), (pieces, joint) => {
        const text = pieces.join(joint);
        let previousEnd = 0;
        for (const { start, end } of findSecrets(text)) {
          expect(start >= previousEnd && start < end && end <= text.length).toBe(true);
          previousEnd = end;
        }
      }),
    );
  });

  test('finds a secret in the middle of a long text', () => {
    const harmless = harmlessSamples.slice(0, 60).join('\n');
    fc.assert(
      fc.property(fc.constantFrom(...secretSamples.filter((text) => !missed.includes(text))), (secret) => {
        expect(findSecrets(`${harmless}\n\n${secret}\n\n${harmless}`).length).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    ['one endless word', 'a1'.repeat(50_000)],
    ['capitals and dashes', 'AB12-'.repeat(20_000)],
    ['labels without values', 'пароль от '.repeat(10_000)],
    ['digits', '4 '.repeat(50_000)],
    ['addresses', 'a://b:'.repeat(16_000)],
    ['recovery labels', 'recovery code '.repeat(8_000)],
    ['ordinary text', 'Марина просит показывать на первом экране то, что лежит на складе. '.repeat(1_500)],
  ])('takes no unreasonable time for 100,000 characters of %s', (_, text) => {
    const started = performance.now();
    findSecrets(text);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
