import { findChromium, hasDisplay } from '../chromium-runtime/chromium.ts';

export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Says what to install where there is no browser engine. */
export function needChromium(): void {
  if (findChromium() === null) {
    stop(
      'This needs Chromium, Chrome or Edge, and none is installed here. On Debian and Ubuntu:\n' +
        '  sudo apt-get install chromium',
    );
  }
}

/** Says what to do where there is no display. */
export function needDisplay(): void {
  if (!hasDisplay()) {
    stop(
      'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty). Save a picture of the first screen instead:\n' +
        '  npm start -- --headless --picture FILE.png\n' +
        'or give the program a display of its own:\n  sudo apt-get install xvfb && xvfb-run npm start',
    );
  }
}
