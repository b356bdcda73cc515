import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './run-program.mjs';
import { step } from './say.mjs';

/**
 * Where browsers stand that still load an unpacked extension from the command line.
 * Branded Chrome does not since version 137, so it is not in the list.
 */
const CHROMIUM_PLACES = [
  process.env.OVERTURN_CHROMIUM,
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium', '/snap/bin/chromium',
  '/usr/bin/microsoft-edge', '/usr/bin/microsoft-edge-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  `${process.env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)'}\\Microsoft\\Edge\\Application\\msedge.exe`,
  `${process.env.LOCALAPPDATA ?? ''}\\Chromium\\Application\\chrome.exe`,
];
const FIREFOX_PLACES = [
  process.env.OVERTURN_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox', `${process.env.ProgramFiles ?? 'C:\\Program Files'}\\Mozilla Firefox\\firefox.exe`,
];

const onPath = (name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
const firstThere = (places) => places.find((place) => place && existsSync(place)) ?? null;

export function findChromium() {
  return firstThere([...CHROMIUM_PLACES, ...['chromium', 'chromium-browser', 'chrome-for-testing', 'microsoft-edge'].flatMap(onPath)]);
}

export function findFirefox() {
  return firstThere([...FIREFOX_PLACES, ...['firefox-esr', 'firefox'].flatMap(onPath)]);
}

async function installFromDebian(name) {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return;
  await step(`Installing ${name} from the system's packages`, async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update', '-qq'], { env, capture: true });
    await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, capture: true });
  });
}

/** Path of a Chromium that loads extensions; installs Debian's where it may. Throws with one line on what to install. */
export async function needChromium() {
  if (findChromium() === null) await installFromDebian('chromium');
  const found = findChromium();
  if (found === null) throw new Error('No Chromium, Chrome for Testing or Edge found: install Chromium ("sudo apt install chromium", "brew install --cask chromium"), or set OVERTURN_CHROMIUM to its path.');
  return found;
}

/** Path of a Firefox 140 or newer; installs Debian's firefox-esr where it may. Throws with one line on what to install. */
export async function needFirefox() {
  if (findFirefox() === null) await installFromDebian('firefox-esr');
  const found = findFirefox();
  if (found === null) throw new Error('No Firefox found: install Firefox 140 or newer ("sudo apt install firefox-esr"), or set OVERTURN_FIREFOX to its path.');
  return found;
}
