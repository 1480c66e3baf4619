// Installs the browser libraries of package-lock.json (only when it changed) and copies the files
// that pages load to the folder given as argument. Called by Maven; needs no bundler.
import { execSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const target = process.argv[2];
const lock = readFileSync('package-lock.json', 'utf8');
const stamp = 'node_modules/.installed-lock.json';

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  execSync('npm ci --no-audit --no-fund --ignore-scripts', { stdio: 'inherit' });
  writeFileSync(stamp, lock);
}

const files = {
  'htmx.org/dist/htmx.min.js': 'htmx.min.js',
  '@tabler/core/dist/css/tabler.min.css': 'tabler.min.css',
  '@tabler/core/dist/js/tabler.min.js': 'tabler.min.js',
  '@bpmn-io/form-js/dist/form-viewer.umd.js': 'form-js/form-viewer.umd.js',
  '@bpmn-io/form-js/dist/assets': 'form-js/assets',
  'bpmn-js/dist/bpmn-navigated-viewer.production.min.js': 'bpmn-js/bpmn-viewer.min.js',
  'bpmn-js/dist/assets': 'bpmn-js/assets',
};
for (const [from, to] of Object.entries(files)) {
  const destination = join(target, to);
  mkdirSync(dirname(destination), { recursive: true });
  cpSync(join('node_modules', from), destination, { recursive: true });
}
