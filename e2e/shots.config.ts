import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run shots`: pictures of every screen into `shots/`. */
export default defineConfig({ ...config, testMatch: 'screens.shots.ts', timeout: 480_000 });
