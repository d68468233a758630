import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

export type SystemFolder = 'home' | 'temp' | 'appData' | 'downloads' | 'documents';

function appData(): string {
  switch (process.platform) {
    case 'win32':
      return process.env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return path.join(homedir(), 'Library', 'Application Support');
    default:
      return process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
  }
}

export function systemFolder(name: SystemFolder): string {
  switch (name) {
    case 'home':
      return homedir();
    case 'temp':
      return tmpdir();
    case 'appData':
      return appData();
    case 'downloads':
      return process.env['XDG_DOWNLOAD_DIR'] ?? path.join(homedir(), 'Downloads');
    case 'documents':
      return process.env['XDG_DOCUMENTS_DIR'] ?? path.join(homedir(), 'Documents');
  }
}
