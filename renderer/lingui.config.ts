import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** One catalogue per area, so that a change of words stays inside the area it belongs to. */
const areas = ['board', 'clients', 'notes', 'health', 'handoff', 'safety', 'settings', 'palette', 'search'];

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru'],
  fallbackLocales: false,
  catalogs: [
    {
      path: '<rootDir>/locales/{locale}/ui',
      include: ['<rootDir>/ui', '<rootDir>/app.tsx', '<rootDir>/main.tsx'],
      exclude: ['**/*.test.*'],
    },
    ...areas.map((area) => ({
      path: `<rootDir>/locales/{locale}/${area}`,
      include: [`<rootDir>/${area}`],
      exclude: ['**/*.test.*'],
    })),
  ],
  format: formatter({ lineNumbers: false }),
});
