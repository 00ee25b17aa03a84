import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { transforms } from '../../transforms/index.ts';
import { discover } from '../discover.ts';
import { open } from '../workspace.ts';

/*
 * npm run bench [-- DIR]   compares the CPU time of whole processes, in turns, and prints the medians of the ratios.
 * DIR: a folder of extensions (default: the inputs of the fixtures).
 */

const root = new URL('../../../', import.meta.url).pathname;
const cli = join(root, 'dist/bin/mv3-codemod.js');
const scratch = mkdtempSync(join(tmpdir(), 'mv3-codemod-bench-'));
const usage = join(scratch, 'usage');
/** Every process of a command, workers included, notes its CPU time as it ends. Milliseconds. */
const NOTE = `data:text/javascript,${encodeURIComponent(`import{appendFileSync}from'node:fs';process.on('exit',()=>{const{user,system}=process.cpuUsage();appendFileSync(${JSON.stringify(usage)},(user+system)/1000+'\\n')})`)}`;

interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

function measure(args: readonly string[], { keepsCode = true } = {}): Cost {
  writeFileSync(usage, '');
  const env = { ...process.env, NODE_OPTIONS: `--import=${NOTE}`, XDG_CACHE_HOME: scratch, NODE_DISABLE_COMPILE_CACHE: keepsCode ? '' : '1' };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: scratch, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0 && status !== 2) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-500)}`);
  const cpu = readFileSync(usage, 'utf8').split('\n').reduce((sum, line) => sum + Number(line), 0);
  return { cpu, wall };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/**
 * Runs two commands in turns, after one that does not count, and prints what the first costs beside the second.
 * @param keepsCode whether the command line finds what was compiled in that first run
 */
function compare(name: string, first: readonly string[], second: readonly string[], goal: string, { runs = 9, keepsCode = true } = {}): void {
  const ratios: number[] = [];
  const walls: number[] = [];
  measure(first, { keepsCode });
  measure(second, { keepsCode });
  for (let index = 0; index < runs; index++) {
    const [a, b] = [measure(first, { keepsCode }), measure(second, { keepsCode })];
    ratios.push(a.cpu / b.cpu);
    walls.push(a.wall / b.wall);
  }
  row(name, `${median(ratios).toFixed(2)} CPU, ${median(walls).toFixed(2)} wall`, goal);
}

function row(name: string, result: string, goal: string): void {
  process.stdout.write(`${name.padEnd(66)} ${result.padEnd(24)} goal: ${goal}\n`);
}

/** A copy of the corpus that no run changes. */
function corpusOf(folder: string | undefined): string {
  const corpus = join(scratch, 'corpus');
  if (folder !== undefined) {
    cpSync(folder, corpus, { recursive: true });
    return corpus;
  }
  const fixtures = join(root, '__testfixtures__');
  for (const id of readdirSync(fixtures)) {
    for (const name of readdirSync(join(fixtures, id))) {
      const match = /^(.*)\.input(\.[jt]sx?)?$/.exec(name);
      if (match === null) continue;
      const target = join(corpus, id, match[1]!);
      mkdirSync(target, { recursive: true });
      if (match[2] === undefined) cpSync(join(fixtures, id, name), target, { recursive: true });
      else {
        cpSync(join(fixtures, id, name), join(target, `background${match[2]}`));
        writeFileSync(join(target, 'manifest.json'), JSON.stringify({ manifest_version: 2, name: 'x', version: '1', background: { scripts: [`background${match[2]}`] } }));
      }
    }
  }
  return corpus;
}

/** Names that matter: a script that holds none of them, and is no background, hides nothing that an unload can break. */
const MATTER = /\b(chrome|browser|setTimeout|setInterval|localStorage|sessionStorage|XMLHttpRequest)\b/;

/** A program that reads the files of all extensions, and only parses the scripts that matter: those in the background, and those that hold a name that matters. */
function floorProgram(corpus: string): string {
  const files: [path: string, inBackground: boolean][] = [];
  for (const one of discover(corpus).roots) {
    try {
      const { extension } = open(one);
      const background = new Set(extension.scripts.filter((script) => !script.inline && script.runsIn('background')).map(({ path }) => path));
      for (const { path, role } of extension.files.values()) if (role !== 'minified') files.push([join(one.folder, path), background.has(path)]);
    } catch {
      // A manifest that nobody can migrate costs nobody a parse.
    }
  }
  const program = join(scratch, 'floor.mjs');
  writeFileSync(join(scratch, 'files.json'), JSON.stringify(files));
  writeFileSync(program, `
import { readFileSync } from 'node:fs';
import { parse } from ${JSON.stringify(join(root, 'node_modules/@babel/parser/lib/index.js'))};
let count = 0, size = 0;
for (const [file, inBackground] of JSON.parse(readFileSync(${JSON.stringify(join(scratch, 'files.json'))}, 'utf8'))) {
  const text = readFileSync(file, 'utf8');
  if (!/\\.([mc]?[jt]s|[jt]sx)$/.test(file) || text.length > 1_500_000 || !(inBackground || ${MATTER}.test(text))) continue;
  count += 1;
  size += text.length;
  const plugins = /\\.tsx$/.test(file) ? ['typescript', 'jsx', 'decorators-legacy'] : /ts$/.test(file) ? ['typescript', 'decorators-legacy'] : [];
  try { parse(text, { sourceType: 'unambiguous', plugins, allowReturnOutsideFunction: true, attachComment: false }); } catch {}
}
process.stdout.write(count + ' of ' + size + ' characters');`);
  row('files that matter', spawnSync(process.execPath, [program], { encoding: 'utf8' }).stdout, '-');
  return program;
}

function generated(count: number): string {
  const folder = join(scratch, `files-${count}`);
  const body = Array.from({ length: 20 }, (_, index) => `export function part${index}(value) {\n  return [value, ${index}].map((item) => item * 2);\n}\n`).join('\n');
  for (let index = 0; index < count; index++) {
    const path = join(folder, `src/${index % 50}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `file${index}.js`), index % 8 === 0 ? `chrome.browserAction.setTitle({ title: 'x' });\n${body}` : body);
  }
  writeFileSync(join(folder, 'background.js'), 'chrome.runtime.onMessage.addListener(() => {});\n');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 2, name: 'x', version: '1', background: { scripts: ['background.js'] } }));
  return folder;
}

try {
  const corpus = corpusOf(process.argv[2]);
  const empty = ['-e', '0'];
  const dryRun = (folder: string): string[] => [cli, folder, '--dry-run', '--reporter', 'json', '--target', 'chrome'];

  const small = dryRun(join(root, '__testfixtures__/extensions/reading-list.input'));
  const floor = [floorProgram(corpus)];
  compare('--help / node -e 0', [cli, '--help'], empty, 'at most 2.5 CPU', { runs: 15 });
  compare('a small extension, whole process / node -e 0', small, empty, 'at most 4 CPU', { runs: 15 });
  compare('the same, first run after an installation', small, empty, '-', { runs: 15, keepsCode: false });
  compare('all transforms / bare parse of the files that matter', dryRun(corpus), floor, 'at most 1.5 CPU');
  compare('the same, first run after an installation', dryRun(corpus), floor, '-', { keepsCode: false });

  const one = generated(1000);
  const ten = generated(10_000);
  compare('10,000 files / 1,000 files', dryRun(ten), dryRun(one), 'about 10 or less', { runs: 5 });

  const minified = join(scratch, 'minified');
  cpSync(join(root, '__testfixtures__/extensions/reading-list.input'), minified, { recursive: true });
  const line = Array.from({ length: 50 }, (_, index) => `function a${index}(b,c){return chrome.tabs.query({active:b},function(d){c(d[${index}])})};`).join('');
  writeFileSync(join(minified, 'bundle.min.js'), line.repeat(Math.ceil(5e6 / line.length)));
  compare('a small extension with a 5 MB minified file / without', dryRun(minified), small, 'no stall');

  // The same transforms on both sides: those that read scripts, as plain jscodeshift sees no manifest and no realm.
  const ids = transforms.filter((transform) => transform.script !== undefined).map(({ id }) => id);
  const same = [...dryRun(corpus), '--only', ids.join()];
  measure(same);
  const whole = [measure(same), measure(same), measure(same)];
  let [cpu, wall] = [0, 0];
  for (const id of ids) {
    const cost = measure([join(root, 'node_modules/jscodeshift/bin/jscodeshift.js'), '-t', join(root, `dist/transforms/${id}.js`), '--dry', '--silent', '--extensions=js,jsx,ts,tsx', relative(scratch, corpus)]);
    cpu += cost.cpu;
    wall += cost.wall;
  }
  row(`jscodeshift, ${ids.length} transforms one by one / mv3-codemod, the same at once`, `${(cpu / median(whole.map((cost) => cost.cpu))).toFixed(0)} CPU, ${(wall / median(whole.map((cost) => cost.wall))).toFixed(0)} wall`, 'at least 50 times');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
