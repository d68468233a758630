/** One thing that the program does with sockets and that reaches nobody outside of this computer. */
interface Allowance {
  readonly what: string;
  readonly call: RegExp;
}

/** In the words of strace.ts; what stands in no line of it is strange. */
export const allowed: readonly Allowance[] = [
  {
    what: 'Chromium marks its profile as open by a socket in a folder of its own',
    call: /^(?:bind|listen) UNIX\S* unix \/\S*\/org\.chromium\.Chromium\.\w+\/SingletonSocket$/,
  },
  {
    what: 'Chromium asks the system bus about the battery and the like',
    call: /^connect UNIX\S* unix (?:\/var)?\/run\/dbus\/system_bus_socket$/,
  },
  {
    what: 'Chromium asks the bus of the person who is logged in',
    call: /^connect UNIX\S* unix @?\/(?:run\/user\/\d+\/bus|tmp\/dbus-\S*)$/,
  },
  {
    what: 'Chromium hears from the kernel which interfaces and devices there are',
    call: /^(?:bind|sendto|sendmsg) NETLINK netlink$/,
  },
  {
    what: 'the C library looks for a cache of names, which lives on this computer',
    call: /^connect UNIX\S* unix (?:\/var)?\/run\/nscd\/socket$/,
  },
  {
    what: 'Chromium chooses the address that it would use towards IPv6: nothing is sent on that socket',
    call: /^connect UDPv6 \[2001:4860:4860::8888\]:443$/,
  },
  { what: 'a window is opened on the display', call: /^connect UNIX\S* unix @?\/tmp\/\.X11-unix\/X\d+$/ },
];

export interface Sorted {
  /** How often each allowance was needed. */
  readonly allowed: Readonly<Record<string, number>>;
  readonly strange: readonly string[];
}

export function sort(calls: readonly string[]): Sorted {
  const counts = new Map<string, number>();
  const strange: string[] = [];
  for (const call of calls) {
    const known = allowed.find((each) => each.call.test(call));
    if (known === undefined) strange.push(call);
    else counts.set(known.what, (counts.get(known.what) ?? 0) + 1);
  }
  return { allowed: Object.fromEntries(counts), strange };
}

/** Questions to a server of names. */
export function nameQuestions(calls: readonly string[]): readonly string[] {
  return calls.filter((call) => /[\]\d]:(?:53|853|5353)$/.test(call));
}
