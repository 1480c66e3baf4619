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
  '@tabler/icons/icons/outline/user.svg': 'user.svg',
};
for (const [from, to] of Object.entries(files)) {
  const destination = join(target, to);
  mkdirSync(dirname(destination), { recursive: true });
  cpSync(join('node_modules', from), destination, { recursive: true });
}

// A character that shares its glyph with a radical (文 and ⽂) must be read back from a document as the character: the
// radicals (U+2E80 to U+2FDF) are taken out of the font's character map (cmap, format 12: groups of start, end, glyph).
function withoutRadicals(font) {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    if (font.toString('latin1', 12 + 16 * table, 16 + 16 * table) !== 'cmap') continue;
    const cmap = font.readUInt32BE(20 + 16 * table);
    for (let encoding = 0; encoding < font.readUInt16BE(cmap + 2); encoding++) {
      const map = cmap + font.readUInt32BE(cmap + 8 + 8 * encoding);
      if (font.readUInt16BE(map) !== 12) continue;
      for (let group = 0; group < font.readUInt32BE(map + 12); group++) {
        const at = map + 16 + 12 * group;
        const start = font.readUInt32BE(at);
        if (start < 0x2e80 || font.readUInt32BE(at + 4) > 0x2fdf) continue;
        font.writeUInt32BE(start, at + 4);
        font.writeUInt32BE(0, at + 8);
      }
    }
  }
  return font;
}

// Fonts of the official documents, for the server alone: beside the static site, not in it.
for (const [weight, folder] of [['regular', '400Regular/NotoSerifSC_400Regular'], ['bold', '700Bold/NotoSerifSC_700Bold']]) {
  const destination = join(target, '../../fonts', `official-${weight}.ttf`);
  mkdirSync(dirname(destination), { recursive: true });
  writeFileSync(destination, withoutRadicals(readFileSync(join('node_modules/@expo-google-fonts/noto-serif-sc', `${folder}.ttf`))));
}

// The icons that pages use, as one sprite: <svg class="icon"><use href="/lib/icons.svg#bell"></use></svg>
const icons = `
  activity alert-circle alert-triangle api arrow-back-up arrow-left arrow-right arrows-exchange ban bell book building
  building-bank calendar calendar-event certificate chart-bar check checklist chevron-down chevron-left chevron-right
  chevron-up circle-check clipboard-check clock cloud-check cloud-off cloud-upload copy dots download external-link eye
  eye-off file-text file-type-docx file-type-pdf file-type-xls files filter flag gavel hand-stop help-circle history home
  hourglass inbox info-circle key keyboard language list-check loader-2 lock logout mail map-pin maximize menu-2
  paperclip pencil photo plus point printer refresh route rubber-stamp school search send settings shield-lock
  sort-ascending sort-descending speakerphone trash upload user users users-group x zoom-in zoom-out
`
  .trim()
  .split(/\s+/);
const symbols = icons.map((name) => {
  const drawing = readFileSync(join('node_modules/@tabler/icons/icons/outline', `${name}.svg`), 'utf8');
  const paths = drawing.slice(drawing.indexOf('>') + 1, drawing.lastIndexOf('</svg>'));
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths.replace(/<path stroke="none"[^>]*>/, '').trim()}</symbol>`;
});
writeFileSync(
  join(target, 'icons.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>`,
);
