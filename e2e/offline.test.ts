import { describe, expect, test } from 'vitest';
import { sort } from './offline/allowed.ts';
import { canLeaveNetwork } from './offline/namespace.ts';
import { followSession, shortOfSilence } from './offline/session.ts';
import { inWords } from './offline/strace.ts';

describe.skipIf(!canLeaveNetwork('blind'))('the program in surroundings that look like a network', () => {
  test('asks nobody, listens to nobody and sends nothing, and a program that talks is noticed', async () => {
    expect(shortOfSilence(await followSession({ sends: false, idle: 2 }))).toEqual([]);
  }, 600_000);
});

test.each([
  ['7 connect(25<UNIX-STREAM:[3]>, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 9) = 0', 'connect UNIX-STREAM unix /tmp/x'],
  ['7 connect(25<UNIX-STREAM:[3]>, {sa_family=AF_UNIX, sun_path=@"x"}, 9) = 0', 'connect UNIX-STREAM unix @x'],
  [
    '7 connect(5<TCP:[3]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.7")}, 16 <unfinished ...>',
    'connect TCP 192.0.2.7:53',
  ],
  [
    '7 connect(5<UDPv6:[3]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::8", &sin6_addr), sin6_scope_id=0}, 28) = 0',
    'connect UDPv6 [2001:db8::8]:443',
  ],
  ['7 sendto(5<UDP:[192.0.2.2:4->192.0.2.7:53]>, ""..., 29, MSG_NOSIGNAL, NULL, 0) = 29', 'sendto UDP'],
  ['7 listen(17<UNIX-STREAM:[3,"/tmp/y"]>, 5) = 0', 'listen UNIX-STREAM unix /tmp/y'],
  ['7 listen(18<TCP:[127.0.0.1:4000]>, 511) = 0', 'listen TCP'],
])('what strace says is put in words: %s', (line, words) => {
  expect(inWords(line)).toBe(words);
});

test('between the processes of the program nothing is counted', () => {
  expect(inWords('7 sendto(5<UNIX-STREAM:[3->4]>, ""..., 29, MSG_NOSIGNAL, NULL, 0) = 29')).toBeNull();
});

test('what stands in no allowance is strange', () => {
  const strange = [
    'connect TCP 192.0.2.7:443',
    'connect UDPv6 [2001:4860:4860::8888]:53',
    'listen TCP',
    'bind NETLINK',
  ];
  expect(sort(strange)).toEqual({ allowed: {}, strange });
});
