// Readers of pages that are not ours: the Nu Html Checker, axe in a real Chromium, caniemail, and WordPress's own block editor.
//   node check.mjs vnu FILE …       what the checker says of each page, its guess at the language apart
//   node check.mjs axe FILE …       what axe finds at 320 and 1280 px, in light and dark; what runs over the side
//   node check.mjs email FILE …     what the clients of CLIENTS do not show
//   node check.mjs blocks SITE FILE …   what the editor's parser holds for invalid, with the scripts of the WordPress in folder SITE
// One finding a line, the file's name first; nothing else on standard output. Ends with 0 if the readers could read.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const CLIENTS = ['apple-mail.*', 'gmail.*', 'outlook.*', 'samsung-email.*', 'thunderbird.macos', 'yahoo.*'];
const say = (file, words) => console.log(`${path.basename(file)}: ${words}`);

function vnu(files) {
  const jar = require('vnu-jar').vnuJar ?? require('vnu-jar');
  const run = spawnSync('java', ['-jar', String(jar), '--no-langdetect', '--format', 'json', '--stdout', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error || !run.stdout.startsWith('{')) throw run.error ?? new Error(run.stderr + run.stdout);
  for (const each of JSON.parse(run.stdout).messages)
    say(decodeURIComponent(each.url), `${each.lastLine}: ${each.subType ?? each.type}: ${each.message}`);
}

async function browser() {
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--allow-file-access-from-files'],
  });
}

async function axe(files) {
  const script = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const chromium = await browser();
  try {
    for (const file of files)
      for (const width of [320, 1280])
        for (const scheme of ['light', 'dark']) {
          const page = await chromium.newPage();
          await page.setBypassCSP(true);
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.emulateVisionDeficiency('achromatopsia');
          await page.goto(pathToFileURL(path.resolve(file)).href);
          const over = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
          if (over > 0) say(file, `${width}/${scheme}: the page is ${over} px too wide`);
          await page.evaluate(script);
          const found = await page.evaluate(() => globalThis.axe.run(document));
          for (const each of found.violations)
            for (const node of each.nodes) say(file, `${width}/${scheme}: ${each.id}: ${each.help}: ${node.html.slice(0, 120)} ${node.any.map(a => a.message).join('; ')}`);
          await page.close();
        }
  } finally {
    await chromium.close();
  }
}

async function email(files) {
  const { caniemail } = await import('caniemail');
  for (const file of files) {
    const { issues } = caniemail({ clients: CLIENTS, html: readFileSync(file, 'utf8') });
    for (const [kind, map] of Object.entries(issues))
      for (const [client, list] of map)
        for (const issue of list) say(file, `${kind === 'errors' ? 'none' : 'part'}: ${issue.title}: ${client}`);
  }
}

async function blocks([site, ...files]) {
  const list = spawnSync('php', ['-r', `echo json_encode(include '${site}/wp-includes/assets/script-loader-packages.php');`], { encoding: 'utf8' });
  const packages = Object.fromEntries(Object.entries(JSON.parse(list.stdout)).map(([file, one]) => [`wp-${path.basename(file, '.js')}`, one.dependencies]));
  const order = [];
  const add = name => {
    if (order.includes(name)) return;
    (packages[name] ?? []).forEach(add);
    order.push(name);
  };
  ['wp-polyfill', 'react', 'react-dom', 'lodash', 'moment'].forEach(add);
  add('wp-block-library');
  const dist = `${site}/wp-includes/js/dist`;
  const chromium = await browser();
  try {
    const page = await chromium.newPage();
    await page.goto('about:blank');
    page.on('pageerror', fault => { throw fault; });
    for (const name of order) {
      const file = name in packages ? `${dist}/${name.slice(3)}.js` : `${dist}/vendor/${name}.js`;
      try { await page.addScriptTag({ content: readFileSync(file, 'utf8') }); } catch (fault) { if (fault.code !== 'ENOENT') throw fault; }
      // As WordPress's own loader does.
      if (name === 'lodash') await page.evaluate(() => { globalThis.lodash = globalThis._; });
    }
    await page.evaluate(() => globalThis.wp.blockLibrary.registerCoreBlocks());
    for (const file of files) {
      const bad = await page.evaluate(text => {
        const walk = all => all.flatMap(one => [...(one.isValid && one.name !== 'core/missing' && one.name !== 'core/freeform' ? [] : [`${one.name}: ${one.originalContent?.slice(0, 200)}`]), ...walk(one.innerBlocks ?? [])]);
        return walk(globalThis.wp.blocks.parse(text));
      }, readFileSync(file, 'utf8'));
      bad.forEach(words => say(file, words));
    }
  } finally {
    await chromium.close();
  }
}

const [kind, ...rest] = process.argv.slice(2);
await { vnu, axe, email, blocks }[kind](rest);
