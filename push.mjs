// Checks, builds and pushes to Apps Script with clasp, and tells the truth about it: clasp exits 0 on several failures.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const steps = [
  ['npm', ['run', '--silent', 'check']],
  ['npm', ['run', '--silent', 'build']],
];
for (const [command, args] of steps) {
  if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0)
    stop('Not pushed: put right what is said above first.');
}
if (JSON.parse(readFileSync('.clasp.json', 'utf8')).scriptId.startsWith('put-')) {
  stop('Not pushed: .clasp.json does not have the id of your script yet. README.md says where to find it.');
}
const push = spawnSync('npx', ['clasp', 'push', '--force'], { encoding: 'utf8' });
const said = `${push.stdout ?? ''}${push.stderr ?? ''}`;
process.stdout.write(said);
const pushed = ['Code.js', 'Sidebar.html', 'More.html', 'appsscript.json'].every((file) => said.includes(file));
if (push.status === 0 && /^Pushed \d+ files/m.test(said) && pushed) console.log('Pushed. Reload the sheet to use it.');
else if (push.status === 0 && /already up to date/i.test(said))
  console.log('Nothing to push: Apps Script has this version already.');
else stop('Not pushed: clasp says why above. “No credentials found” means: run `npx clasp login` first.');

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
