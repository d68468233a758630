import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const filters = { pdf: 'pdf', txt: 'txt:Text (encoded):UTF8' } as const;

/** Opens each file in LibreOffice and saves it beside itself as a PDF or as plain text; answers the new paths. */
export function convertedBySoffice(files: readonly string[], format: keyof typeof filters): readonly string[] {
  // A profile of its own: two that share one wait for each other.
  const profile = mkdtempSync(path.join(tmpdir(), 'rapport-libreoffice-'));
  try {
    const folder = path.dirname(files[0] ?? '');
    const settings = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless'];
    const asked = ['--convert-to', filters[format], '--outdir', folder, ...files];
    execFileSync('soffice', [...settings, ...asked], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 });
    return files.map((file) => path.join(folder, `${path.parse(file).name}.${format}`));
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
