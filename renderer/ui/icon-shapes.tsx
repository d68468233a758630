import type { ReactNode } from 'react';

/** Drawn for this project on a 16 x 16 grid: stroke 1.5, round caps and joins, the colour of the text. */
export const iconShapes = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  board: (
    <>
      <rect x="2" y="3" width="3.2" height="10" rx="1" />
      <rect x="6.4" y="3" width="3.2" height="6.5" rx="1" />
      <rect x="10.8" y="3" width="3.2" height="8.5" rx="1" />
    </>
  ),
  bell: (
    <>
      <path d="M8 2.2a3.8 3.8 0 0 0-3.8 3.8c0 3.4-1.4 4.4-1.4 4.9h10.4c0-.5-1.4-1.5-1.4-4.9A3.8 3.8 0 0 0 8 2.2Z" />
      <path d="M6.7 13.2a1.5 1.5 0 0 0 2.6 0" />
    </>
  ),
  handoff: (
    <>
      <path d="M2.5 8h9" />
      <path d="m8.5 4.8 3.2 3.2-3.2 3.2" />
      <path d="M13.8 3.5v9" />
    </>
  ),
  archive: (
    <>
      <rect x="2" y="3" width="12" height="3" rx="1" />
      <path d="M3 6v6a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V6M6.5 8.8h3" />
    </>
  ),
  trash: (
    <>
      <path d="M2.8 4.3h10.4M6.3 4.3V3a.8.8 0 0 1 .8-.8h1.8a.8.8 0 0 1 .8.8v1.3M4 4.3l.6 8.3a1 1 0 0 0 1 .9h4.8a1 1 0 0 0 1-.9l.6-8.3" />
    </>
  ),
  settings: (
    <>
      <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6" />
      <circle cx="10.2" cy="4.5" r="1.7" />
      <circle cx="5.8" cy="11.5" r="1.7" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3.2v9.6M3.2 8h9.6" />
    </>
  ),
  next: (
    <>
      <path d="M3 8h9M8.6 4.4 12.2 8l-3.6 3.6" />
    </>
  ),
  flag: (
    <>
      <path d="M3.8 14V2.8c3-1.6 5.4 1.6 8.6 0v6.4c-3.2 1.6-5.6-1.6-8.6 0" />
    </>
  ),
  more: (
    <>
      <circle cx="3.5" cy="8" r=".6" fill="currentColor" />
      <circle cx="8" cy="8" r=".6" fill="currentColor" />
      <circle cx="12.5" cy="8" r=".6" fill="currentColor" />
    </>
  ),
  watch: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor" stroke="none" />
    </>
  ),
  risk: (
    <>
      <path d="M8 2.6 14 13H2Z" />
      <path d="M8 6.6v3M8 11.3v.1" />
    </>
  ),
  check: (
    <>
      <path d="m3.2 8.4 3.1 3.1 6.5-7" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.2" y="3" width="11.6" height="10.6" rx="1.6" />
      <path d="M2.2 6.4h11.6M5.4 1.8V4M10.6 1.8V4" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.4" r="2.6" />
      <path d="M3 13.6c.5-2.8 2.4-4.2 5-4.2s4.5 1.4 5 4.2" />
    </>
  ),
  note: (
    <>
      <path d="M3 3.4a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v6.2L9.6 13H4a1 1 0 0 1-1-1Z" />
      <path d="M13 9.4H9.6V13M5.6 5.6h4.8M5.6 8h2.6" />
    </>
  ),
  call: (
    <>
      <path d="M5.4 2.6 3.6 3a1.2 1.2 0 0 0-1 1.3c.5 4.8 4.3 8.6 9.1 9.1a1.2 1.2 0 0 0 1.3-1l.4-1.8-2.8-1.5-1.3 1.3A8.4 8.4 0 0 1 5.6 6.7l1.3-1.3Z" />
    </>
  ),
  mail: (
    <>
      <rect x="2" y="3.4" width="12" height="9.2" rx="1.4" />
      <path d="m2.4 4.4 5.6 4.3 5.6-4.3" />
    </>
  ),
  chat: (
    <>
      <path d="M2.4 4.2a1.2 1.2 0 0 1 1.2-1.2h8.8a1.2 1.2 0 0 1 1.2 1.2v5.6a1.2 1.2 0 0 1-1.2 1.2H7.2L4.4 13.4V11h-.8a1.2 1.2 0 0 1-1.2-1.2Z" />
    </>
  ),
  eye: (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  down: (
    <>
      <path d="m4 6.2 4 4 4-4" />
    </>
  ),
  right: (
    <>
      <path d="m6.2 4 4 4-4 4" />
    </>
  ),
  left: (
    <>
      <path d="m9.8 4-4 4 4 4" />
    </>
  ),
  back: (
    <>
      <path d="M13 8H4M7.4 4.4 3.8 8l3.6 3.6" />
    </>
  ),
  close: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  key: (
    <>
      <circle cx="5.2" cy="10.4" r="2.8" />
      <path d="m7.2 8.4 5.6-5.6M10.4 5.2l2 2M12.8 2.8l.8.8" />
    </>
  ),
  document: (
    <>
      <path d="M4 2.2h5l3.4 3.4v7.2a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V3.2a1 1 0 0 1 1-1Z" />
      <path d="M9 2.2v3.6h3.4M5.4 8.6h4.4M5.4 11h3" />
    </>
  ),
  folder: (
    <>
      <path d="M2 4.2a1 1 0 0 1 1-1h3l1.4 1.6H13a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1Z" />
    </>
  ),
  idea: (
    <>
      <path d="M6.1 11.3c0-.7-.3-1.1-.8-1.6a4.1 4.1 0 1 1 5.4 0c-.5.5-.8.9-.8 1.6Z" />
      <path d="M6.6 13.6h2.8" />
    </>
  ),
  trend: (
    <>
      <path d="M2 11.5 5.5 8l2.4 2.2L14 4" />
    </>
  ),
  lock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.6" rx="1.4" />
      <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />
    </>
  ),
  shield: (
    <>
      <path d="M8 1.9 13 3.6v4.2c0 3-2.1 5.2-5 6.3-2.9-1.1-5-3.3-5-6.3V3.6Z" />
      <path d="m5.7 8 1.7 1.7 3-3.3" />
    </>
  ),
  at: (
    <>
      <circle cx="8" cy="8" r="2.6" />
      <path d="M10.6 5.4v3.4a1.7 1.7 0 0 0 3.2.6A6 6 0 1 0 11 13.1" />
    </>
  ),
  list: (
    <>
      <path d="M6 4h7.5M6 8h7.5M6 12h7.5" />
      <path d="m2 4 .8.8L4.2 3.4M2 8l.8.8 1.4-1.4M2 12l.8.8 1.4-1.4" />
    </>
  ),
  filter: (
    <>
      <path d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />
    </>
  ),
  upload: (
    <>
      <path d="M8 10.4V2.8M5 5.6l3-2.8 3 2.8M3 10.6v1.8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-1.8" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 4.8V8l2.2 1.4" />
    </>
  ),
  past: (
    <>
      <path d="M2.6 5.7A5.6 5.6 0 1 1 2.4 8M2.6 2.6v3.1h3.1" />
      <path d="M8 4.8V8l2.2 1.4" />
    </>
  ),
  undo: (
    <>
      <path d="M3 6h6.4a3.6 3.6 0 0 1 0 7.2H6M5.6 3.2 2.8 6l2.8 2.8" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof iconShapes;
