// Installs what is missing before `npm start` and `npm test`: the packages of package-lock.json, and with --browser
// Debian's Chromium, which the tests drive. Uses nothing but Node, as nothing else may be there yet.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const root = import.meta.dirname;
const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';

if (Number(process.versions.node.split('.')[0]) < 20) stop('This needs Node 20 or later.');

const installed = `${root}/node_modules/.package-lock.json`;
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(`${root}/package-lock.json`).mtimeMs) {
  console.log('Installing the packages; this takes about a minute…');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'The packages could not be installed: see above.');
}

if (process.argv.includes('--browser') && !existsSync(browser)) {
  const help =
    'The tests need Chromium: install it (on Debian: sudo apt-get install chromium), or say where it is with CHROMIUM=/path/to/chromium.';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) stop(help);
  console.log('Installing Chromium…');
  run('apt-get', ['update', '-qq'], help);
  run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation'], help);
}

function run(command, args, help) {
  try {
    execFileSync(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    stop(help);
  }
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
