import type { ReadinessFacts } from './readiness.ts';

const nobody = {
  decides: false,
  setsTasks: false,
  acceptsResults: false,
  pays: false,
  isTechnical: false,
  leftOn: null,
};

/** A client of whom all is known but its accounts. */
export const wellKnown: Omit<ReadinessFacts, 'assets'> = {
  contacts: [
    { ...nobody, setsTasks: true, isTechnical: true },
    { ...nobody, acceptsResults: true },
  ],
  dossier: ['how_it_works', 'agreement', 'decision', 'watch'].map((kind) => ({ kind })),
  agency: 'Quarta Bureau',
  partners: ['Vera L.'],
};
