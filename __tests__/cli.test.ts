import { execFileSync, spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, closeSync, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, readlinkSync, realpathSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { define } from '../transforms/lib/define.ts';
import { migrate, type Migration } from '../transforms/lib/migrate.ts';
import { transforms } from '../transforms/index.ts';
import type { Report } from '../transforms/lib/types.ts';
import { discover } from '../bin/discover.ts';
import { open, writeInPlace } from '../bin/workspace.ts';

const CLI = new URL('../dist/bin/mv3-codemod.js', import.meta.url).pathname;
const SCHEMA = JSON.parse(readFileSync(new URL('../bin/report.schema.json', import.meta.url), 'utf8')) as object;
const all = realpathSync(mkdtempSync(join(tmpdir(), 'mv3-codemod-')));
let folder = all;

beforeEach(() => {
  folder = mkdtempSync(join(all, 'case-'));
});
afterAll(() => rmSync(all, { recursive: true, force: true }), 60_000);

type Files = Readonly<Record<string, string | Uint8Array>>;

function write(files: Files, root = folder): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function run(args: readonly string[], options: { cwd?: string; env?: Record<string, string>; uid?: number } = {}): SpawnSyncReturns<string> {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  return spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8', cwd: options.cwd ?? folder, env: { ...env, ...options.env }, ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const report = (result: SpawnSyncReturns<string>): Report => JSON.parse(result.stdout) as Report;

const MANIFEST = `{
  "manifest_version": 2,
  "name": "Test",
  "version": "1.0",
  "browser_action": { "default_title": "Test" },
  "background": {
    "scripts": ["background.js"],
    "persistent": true
  }
}
`;
const SCRIPT = "chrome.browserAction.onClicked.addListener(() => console.log('clicked'));\n";
const SIMPLE: Files = { 'manifest.json': MANIFEST, 'background.js': SCRIPT };
/** What no transform can change in a worker: an error, and at a place that is easily found. */
const DIALOG = "chrome.tabs.onCreated.addListener(() => console.log(confirm('Again?')));\n";

describe('a run in place', () => {
  it('migrates, and a second run changes nothing', () => {
    write(SIMPLE);
    const first = run([]);
    expect(first.status).toBe(0);
    expect(first.stderr).toBe('');
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ manifest_version: 3, background: { service_worker: 'background.js' } });
    expect(read('background.js')).toContain('chrome.action.onClicked');
    const [manifest, script] = [read('manifest.json'), read('background.js')];
    expect(run([]).status).toBe(0);
    expect([read('manifest.json'), read('background.js')]).toEqual([manifest, script]);
  });

  it('keeps the byte order mark, the line ends and the mode of a file', () => {
    write({ 'manifest.json': `\uFEFF${MANIFEST.replaceAll('\n', '\r\n')}`, 'background.js': SCRIPT });
    chmodSync(join(folder, 'manifest.json'), 0o640);
    expect(run([]).status).toBe(0);
    expect(read('manifest.json')).toMatch(/^\uFEFF\{\r\n {2}"manifest_version": 3,\r\n/);
    expect(read('manifest.json').replaceAll('\r\n', '')).not.toContain('\n');
    expect(statSync(join(folder, 'manifest.json')).mode & 0o777).toBe(0o640);
  });

  it('leaves no temporary file behind', () => {
    write(SIMPLE);
    run([]);
    expect(readdirSync(folder).sort()).toEqual(['background.js', 'manifest.json']);
  });

  it('takes a manifest, a folder of extensions, and several paths', () => {
    for (const name of ['one', 'two', 'nested/three']) write(SIMPLE, join(folder, name));
    write({ 'manifest.json': '{ "name": "A web app", "start_url": "/" }' }, join(folder, 'webapp'));
    expect(report(run(['--dry-run', '--reporter', 'json', 'one/manifest.json'])).extensions.map(({ root }) => root)).toEqual(['one']);
    expect(report(run(['--dry-run', '--reporter', 'json'])).extensions.map(({ root }) => root)).toEqual(['nested/three', 'one', 'two']);
    expect(report(run(['--dry-run', '--reporter', 'json', 'one', 'two', 'one'])).extensions.map(({ root }) => root)).toEqual(['one', 'two']);
  });

  it('runs some transforms only', () => {
    write(SIMPLE);
    const changed = (args: readonly string[]): string[] => report(run(['--dry-run', '--reporter', 'json', ...args])).extensions[0]!.changes.map(({ file }) => file);
    expect(changed(['--only', 'action-api'])).toEqual(['background.js']);
    expect(changed(['--skip', 'action-api'])).toEqual(['manifest.json']);
    expect(changed(['--only=action-api,background-entry'])).toEqual(['background.js', 'manifest.json']);
    expect(changed(['--only', 'action-api', '--', '.'])).toEqual(['background.js']);
    expect(run(['--only', 'nothing']).stderr).toContain('--only nothing: no such transform; see');
    expect(run(['--only', 'action-apis']).stderr).toContain('--only action-apis: no such transform (did you mean action-api?); see');
  });

  it('reads the target from the manifest, and says so', () => {
    const target = (extra: string): string => {
      write({ 'manifest.json': MANIFEST.replace('"version": "1.0",', `"version": "1.0", ${extra}`) });
      const { stdout } = run(['--dry-run']);
      return /-> ([\w-]+) \((.*)\)/.exec(stdout)!.slice(1).join(': ');
    };
    write(SIMPLE);
    expect(target('"author": "me",')).toMatch(/^chrome: /);
    expect(target('"applications": { "gecko": { "id": "a@b" } },')).toMatch(/^firefox: /);
    expect(target('"applications": { "gecko": { "id": "a@b" } }, "minimum_chrome_version": "80",')).toMatch(/^cross-browser: /);
  });
});

describe('manifests of other names', () => {
  const firefox = MANIFEST.replace('"version": "1.0",', '"version": "1.0", "applications": { "gecko": { "id": "a@b" } },');
  const SEVERAL = { 'src/manifest.chrome.json': MANIFEST, 'src/manifest.firefox.json': firefox, 'src/background.js': SCRIPT, 'src/other.js': '' };
  const BOTH = ['src/manifest.chrome.json', 'src/manifest.firefox.json'];
  const texts = (root: string): string[] => readdirSync(root).sort().map((name) => `${name}: ${readFileSync(join(root, name), 'utf8')}`);
  const git = (...args: string[]): void => void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder, stdio: 'ignore' });
  const commit = (): void => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'all');
  };

  it('are migrated when they are named, and the report says which one it is about', () => {
    write(SEVERAL);
    commit();
    const [one] = report(run(['--dry-run', '--reporter', 'json', BOTH[1]!])).extensions;
    expect([one!.root, one!.manifest, one!.target]).toEqual(['src', 'manifest.firefox.json', 'firefox']);
    expect(one!.findings.find(({ message }) => message === 'other-manifest')?.text).toContain('`manifest.chrome.json`');
    expect(run(['--dry-run', BOTH[1]!]).stdout).toContain('\nsrc/manifest.firefox.json -> firefox (');
    expect(run(['--check', BOTH[1]!]).status).toBe(1);
    expect(run([BOTH[1]!]).status).toBe(0);
    expect(JSON.parse(read('src/manifest.firefox.json'))).toMatchObject({ manifest_version: 3, background: { scripts: ['background.js'] } });
    expect(read('src/manifest.chrome.json')).toBe(MANIFEST);
    write({ 'src/manifest.chrome.json': MANIFEST.replace('1.0', '1.1') });
    expect(run([BOTH[0]!]).stderr).toContain('src/manifest.chrome.json: uncommitted changes');
  });

  it('are migrated together: what a run has written is no uncommitted change', () => {
    write(SEVERAL);
    commit();
    const { stdout, status, stderr } = run(BOTH);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2 extensions, ');
    expect(BOTH.map((path) => (JSON.parse(read(path)) as { background: object }).background)).toEqual([{ service_worker: 'background.js' }, { scripts: ['background.js'] }]);
    expect(stdout).not.toContain('also for `manifest.');
    expect(run(['--check', ...BOTH]).status).toBe(0);
  });

  it('come to the same in place, as a diff and as a copy', () => {
    const scripts = { 'src/background.js': `${SCRIPT}importScripts;\n`, 'src/second.js': DIALOG };
    const two = Object.fromEntries(Object.entries(SEVERAL).map(([path, text]) => [path, text.replace('["background.js"]', '["background.js", "second.js"]')]));
    write({ ...two, ...scripts });
    const { stdout } = run(['--dry-run', ...BOTH]);
    expect(run([...BOTH, '--out-dir', 'copy']).status).toBe(0);
    execFileSync('patch', ['-p1', '-s'], { cwd: folder, input: stdout, stdio: ['pipe', 'ignore', 'ignore'] });
    expect(texts(join(folder, 'src'))).toEqual(texts(join(folder, 'copy')));
    write({ ...two, ...scripts });
    rmSync(join(folder, 'src/service_worker.js'));
    expect(run(BOTH).status).toBe(0);
    expect(texts(join(folder, 'src'))).toEqual(texts(join(folder, 'copy')));
  });

  it('are named where others are migrated beside them', () => {
    write({ ...SEVERAL, 'helper/manifest.json': MANIFEST, 'helper/background.js': SCRIPT, 'src/manifest.chrome.json': '{ "manifest_version": 3 }' });
    const { stderr, status } = run(['--dry-run']);
    expect([status, stderr]).toEqual([0, 'mv3-codemod: not migrated, because not named: src/manifest.firefox.json\n']);
    expect(run(['--dry-run', '.', 'src/manifest.firefox.json']).stderr).toBe('');
  });
});

describe('ignore comments', () => {
  const names = (comment: string): string[] => {
    write({ ...SIMPLE, 'background.js': `${comment}\nalert('now');\n` });
    return report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!.findings.filter(({ file }) => file === 'background.js').map(({ transform, message, text }) => `${transform}/${message}${transform === 'input' ? `: ${text}` : ''}`);
  };

  it.each([
    ['// mv3-codemod-ignore dialogs: shown by the page', []],
    ['// mv3-codemod-ignore dialogs -- shown by the page', []],
    ['// mv3-codemod-ignore dialog: shown by the page', ['input/unknown-ignore: this comment names `dialog`, which no transform is called (did you mean `dialogs`?)', 'dialogs/alert']],
    ['// mv3-codemod-ignore dialogs shown', ['input/unknown-ignore: this comment names `shown`, which no transform is called']],
    ['// mv3-codemod-ignore timers: none', ['input/unused-ignore: this comment ignores nothing: timers', 'dialogs/alert']],
    ['// mv3-codemod-ignore', ['input/unused-ignore: this comment ignores nothing: it names no transform', 'dialogs/alert']],
    ['const text = `\n// mv3-codemod-ignore dialogs: no comment`;', ['dialogs/alert']],
  ])('%j', (comment, expected) => expect(names(comment)).toEqual(expected));
});

describe('--dry-run', () => {
  it('prints a diff and writes nothing', () => {
    write(SIMPLE);
    const { stdout, status } = run(['--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toContain('--- a/background.js\n+++ b/background.js\n');
    expect(stdout).toContain("+chrome.action.onClicked.addListener(() => console.log('clicked'));");
    expect([read('manifest.json'), read('background.js')]).toEqual([MANIFEST, SCRIPT]);
  });

  describe.each([
    ['plain', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no final line end', (text: string) => text.trimEnd()],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('can be piped into git apply and patch, report and all: %s', (_, vary) => {
    const scripts = { 'background.js': SCRIPT, 'my tools.js': SCRIPT };
    const manifest = MANIFEST.replace('["background.js"]', '["background.js", "my tools.js"]');
    const input = Object.fromEntries(Object.entries({ ...scripts, 'manifest.json': manifest }).map(([path, text]) => [path, vary(text)]));
    const texts = (root: string): string[] => readdirSync(root).filter((name) => name !== '.git').sort().map((name) => `${name}: ${readFileSync(join(root, name), 'utf8')}`);

    it.each([
      ['git', ['apply', '-'], 'an extension'],
      ['patch', ['-p1', '--binary', '-s'], 'an extension'],
      ['git', ['apply', '-'], '.'],
    ])('%s %j, of %s', (command, args, path) => {
      const [expected, root] = [write(input, join(folder, 'expected')), write(input, join(folder, 'work', path))];
      // In a folder of a repository, paths are the folder's.
      execFileSync('git', ['init', '-q'], { cwd: folder });
      run(['expected', '--force']);
      const { stdout } = run([path, '--dry-run'], { cwd: join(folder, 'work') });
      execFileSync(command, args, { cwd: join(folder, 'work'), input: stdout, stdio: ['pipe', 'ignore', 'ignore'] });
      expect(texts(root)).toEqual(texts(expected));
      expect(readdirSync(root)).toContain('service_worker.js');
    });
  });

  it('names files of an extension elsewhere as below what the extensions share', () => {
    for (const name of ['one', 'two']) write(SIMPLE, join(folder, 'repository', name));
    mkdirSync(join(folder, 'here'));
    const names = (args: readonly string[]): string[] => [...run(['--dry-run', ...args], { cwd: join(folder, 'here') }).stdout.matchAll(/^\+\+\+ (.*)/gm)].map(([, name]) => name!);
    expect(names(['../repository/one'])).toEqual(['b/background.js', 'b/manifest.json']);
    expect(names(['../repository'])).toEqual(['b/one/background.js', 'b/one/manifest.json', 'b/two/background.js', 'b/two/manifest.json']);
  });

  it('has colours when they are asked for, and none in a pipe', () => {
    write(SIMPLE);
    expect(run(['--dry-run']).stdout).not.toContain('\u001B[');
    expect(run(['--dry-run'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001B[32m+');
    expect(run(['--dry-run'], { env: { NO_COLOR: '1' } }).stdout).not.toContain('\u001B[');
  });
});

describe('the report for people', () => {
  it('tells what is said of several pieces of code once, with their places', () => {
    const lines = ['opened', 'closed', 'opened', 'moved', 'moved'].map((key, index) => `chrome.tabs.onCreated.addListener(() => console.log(localStorage.${key}, ${index}));\n`);
    write({ ...SIMPLE, 'background.js': lines.join('') });
    const { stdout } = run(['--dry-run', '--target', 'chrome', '--only', 'web-storage']);
    expect(stdout).toMatch(/1:\d+ +error +`localStorage\.opened`.*\n +The same in line 3, and for `localStorage\.closed` \(line 2\), `localStorage\.moved` \(lines 4 and 5\)\.\n/);
    expect(stdout).toContain('5 left to you: 5 errors');
  });

  it('tells a reason once to several findings in a row', () => {
    write({ ...SIMPLE, 'background.js': 'const [first, second] = [new Map(), new Map()];\nchrome.tabs.onCreated.addListener((tab) => {\n  first.set(tab.id, tab);\n  second.set(tab.id, tab);\n  console.log(first.size, second.size, library(first, second));\n});\n' });
    const { stdout } = run(['--dry-run', '--target', 'chrome', '--only', 'global-state']);
    expect(stdout).toMatch(/`first` is changed .*\(not changed here: .*\)\D*\n.*`second` is changed .*\(not changed here for the same reason\)/);
  });

  it('tells what several lines of a file have in common once, and the JSON report each', () => {
    const line = 'chrome.tabs.onCreated.addListener(() => console.log(confirm("Again?")));\n';
    write({ ...SIMPLE, 'background.js': `${line}${line}${line}console.log(1);\n`, 'other.js': line, 'manifest.json': MANIFEST.replace('"background.js"', '"background.js", "other.js"') });
    const { stdout } = run(['--dry-run', '--target', 'chrome', '--only', 'dialogs']);
    expect(stdout.split('\n').filter((one) => /confirm|The same/.test(one) && !/^[-+ ]?chrome/.test(one)).map((one) => one.trim().replace(/ `.*/, ''))).toEqual([
      expect.stringMatching(/^1:\d+ +error/), 'The same in lines 2 and 3.', expect.stringMatching(/^1:\d+ +error/),
    ]);
    expect(stdout).toContain('4 left to you: 4 errors');
    expect(report(run(['--dry-run', '--target', 'chrome', '--only', 'dialogs', '--reporter', 'json'])).extensions[0]!.findings.map(({ line: at }) => at)).toEqual([1, 2, 3, 1]);
  });
});

describe('--check', () => {
  it('fails while something is left to migrate, and passes afterwards', () => {
    write(SIMPLE);
    expect(run(['--check']).status).toBe(1);
    expect([read('manifest.json'), read('background.js')]).toEqual([MANIFEST, SCRIPT]);
    run([]);
    expect(run(['--check']).status).toBe(0);
  });

  it('fails on what --fail-on says', () => {
    write({ ...SIMPLE, 'background.js': DIALOG });
    run([]);
    expect(run(['--check', '--fail-on', 'error']).status).toBe(1);
    write({ 'background.js': 'chrome.tabs.onCreated.addListener((tab) => setTimeout(f, tab.index));\nfunction f() {}\n' });
    expect(run(['--check', '--fail-on', 'error']).status).toBe(0);
    expect(run(['--check']).status).toBe(1);
  });

  it('annotates lines in GitHub Actions', () => {
    write({ 'app/manifest.json': SIMPLE['manifest.json']!, 'app/background.js': 'function ask() {\n  alert("100%: yes, or\\n no");\n}\nchrome.tabs.onCreated.addListener(ask);\nchrome.browserAction.disable();\n' });
    const lines = run(['--check', '--reporter', 'github', 'app']).stdout.split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^::error file=app\/background.js,line=2,col=3,title=dialogs::`alert\("100%25: yes, or.*%0A.+$/));
    expect(lines.some((line) => line.includes('title=action-api'))).toBe(true);
    expect(lines.filter((line) => line !== '' && !/^::(error|warning|notice) file=/.test(line))).toEqual([]);
    const left = run(['--reporter', 'github', 'app']).stdout;
    expect(left).toContain('title=dialogs');
    expect(left).not.toContain('title=action-api');
  });
});

describe('--state-area', () => {
  const STATE = { ...SIMPLE, 'background.js': 'let count = 0;\nchrome.tabs.onCreated.addListener(() => {\n  count++;\n  console.log(count);\n});\n' };

  it('keeps state where it is asked to, and a second run changes nothing', () => {
    write(STATE);
    expect(run(['--state-area', 'local']).status).toBe(0);
    expect(read('background.js')).toContain('chrome.storage.local.set({ "state.count": count })');
    expect(read('background.js')).not.toContain('session');
    const migrated = read('background.js');
    expect(run(['--force']).status).toBe(0);
    expect(read('background.js')).toBe(migrated);
  });

  it.each([
    [['10 MB (5 MB before Chrome 114) without the permission `unlimitedStorage`'], []],
    [[], ['unlimitedStorage']],
  ])('says how much the area holds of what grows without end: %j', (quotas, permissions) => {
    write({ ...STATE, 'manifest.json': JSON.stringify({ ...JSON.parse(MANIFEST), permissions }), 'background.js': 'const ids = [];\nchrome.tabs.onCreated.addListener(({ id }) => {\n  ids.push(id);\n  console.log(ids);\n});\n' });
    const { extensions: [extension] } = report(run(['--state-area', 'local', '--dry-run', '--reporter', 'json']));
    expect(extension!.findings.filter(({ message }) => message === 'growing').map(({ text }) => /10 MB.*`(?= in all)/.exec(text)?.[0])).toEqual(quotas);
  });

  it.each([
    ['all of the area is read', 'chrome.storage.local.get((items) => console.log(items));'],
    ['all of the area is cleared', 'chrome.storage.local.clear();'],
    ['the area has another name', 'const area = chrome.storage.local;\narea.clear();'],
    ['a listener looks at every change of the area', "chrome.storage.onChanged.addListener((changes, area) => area === 'local' && console.log(Object.keys(changes)));"],
  ])('refuses where %s', (_case, line) => {
    write({ ...STATE, 'background.js': `${STATE['background.js']}${line}\n` });
    const { extensions: [extension] } = report(run(['--state-area', 'local', '--dry-run', '--reporter', 'json']));
    expect(extension!.findings.filter(({ transform }) => transform === 'global-state').map(({ message }) => message)).toEqual(['state']);
  });
});

describe('what one transform writes and another looks at', () => {
  const manifest = (more: object): string => JSON.stringify({ manifest_version: 2, name: 'n', version: '1', background: { scripts: ['background.js'] }, ...more });

  it('raises the lowest version for an API that the run writes, whatever words the file had', () => {
    write({
      'manifest.json': manifest({ permissions: ['sessions', 'storage'], applications: { gecko: { id: 'n@example.com', strict_min_version: '60.0' } } }),
      'background.js': 'let count = 0;\nbrowser.tabs.onRemoved.addListener(async () => {\n  const [session] = await browser.sessions.getRecentlyClosed();\n  console.log(++count, session);\n});\n',
    });
    expect(run([]).status).toBe(0);
    expect(read('background.js')).toContain('browser.storage.session.get({ count })');
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ browser_specific_settings: { gecko: { strict_min_version: '115.0' } } });
  });

  it('adds the permission for an API that the run writes into a `try`', () => {
    write({
      'manifest.json': manifest({ permissions: ['activeTab'] }),
      'background.js': "chrome.browserAction.onClicked.addListener(({ id }) => {\n  try {\n    chrome.tabs.executeScript(id, { file: 'a.js' });\n  } catch (error) {\n    console.log(error);\n  }\n});\n",
    });
    expect(run([]).status).toBe(0);
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ permissions: ['activeTab', 'scripting'] });
  });
});

describe('--out-dir', () => {
  it('writes a copy and leaves the input alone', () => {
    write({ ...SIMPLE, 'icons/a.png': new Uint8Array([137, 80, 78, 71, 0, 255]), 'node_modules/x/index.js': '' }, join(folder, 'in'));
    expect(run(['in', '--out-dir', 'out']).status).toBe(0);
    expect(read('in/manifest.json')).toBe(MANIFEST);
    expect(JSON.parse(read('out/manifest.json'))).toMatchObject({ manifest_version: 3 });
    expect([...readFileSync(join(folder, 'out/icons/a.png'))]).toEqual([137, 80, 78, 71, 0, 255]);
    expect(existsSync(join(folder, 'out/node_modules'))).toBe(false);
  });

  it('refuses a folder that is not empty, lies in the extension, or holds it', () => {
    write(SIMPLE, join(folder, 'in'));
    write({ 'mine.txt': 'mine' }, join(folder, 'out'));
    symlinkSync('in', join(folder, 'link'));
    const refused = (...args: string[]): string => {
      const { status, stderr } = run(args);
      expect(status).toBe(2);
      return stderr;
    };
    expect(refused('in', '--out-dir', 'out')).toContain('not empty; use --force to overwrite');
    for (const inside of ['in/out', 'in', 'link', 'link/out']) expect(refused('in', '--out-dir', inside, '--force')).toContain(`--out-dir ${inside}: lies inside the extension in`);
    expect(refused('link', '--out-dir', 'in', '--force')).toContain('lies inside the extension link');
    expect(refused('in', '--out-dir', '.', '--force')).toContain('holds the extension in');
    expect(refused('in', '--out-dir', 'out/mine.txt')).toContain('not a folder');
    expect(read('in/manifest.json')).toBe(MANIFEST);
    expect(run(['in', '--out-dir', 'out', '--force']).status).toBe(0);
    expect(read('out/mine.txt')).toBe('mine');
  });

  it('names several copies as below the folder that the extensions share, and never leaves the folder', () => {
    for (const name of ['one', 'nested/two']) write(SIMPLE, join(folder, 'repository', name));
    write(SIMPLE, join(folder, 'other'));
    const cwd = join(folder, 'here');
    mkdirSync(cwd);
    const manifests = (out: string): string[] => readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('manifest.json')).sort();
    expect(run(['../repository', '--out-dir', '../out/a'], { cwd }).status).toBe(0);
    expect(manifests('out')).toEqual(['a/nested/two/manifest.json', 'a/one/manifest.json']);
    expect(run(['../repository/one', '../other', '--out-dir', 'b'], { cwd }).status).toBe(0);
    expect(manifests('here')).toEqual(['b/other/manifest.json', 'b/repository/one/manifest.json']);
    for (const path of ['repository/one', 'repository/nested/two', 'other']) expect(read(`${path}/manifest.json`)).toBe(MANIFEST);
  });

  it('does not take its own copies for input in a second run', () => {
    for (const name of ['one', 'two']) write(SIMPLE, join(folder, name));
    for (const force of [[], ['--force']]) {
      const result = run(['.', '--out-dir', 'migrated', '--reporter', 'json', ...force]);
      expect(report(result).extensions.map(({ root }) => root)).toEqual(['one', 'two']);
    }
    expect(readdirSync(join(folder, 'migrated')).sort()).toEqual(['one', 'two']);
  });

  it('copies all that the extension needs: libraries that a page names, links, hidden files; no repository', () => {
    const root = write({
      ...SIMPLE, 'popup.html': '<script src="node_modules/polyfill/index.js"></script>', 'node_modules/polyfill/index.js': '', '.well-known/a.txt': 'a', '.git/HEAD': '', 'lib/x.js': SCRIPT,
      'manifest.json': MANIFEST.replace('"default_title"', '"default_popup": "popup.html", "default_title"'),
    }, join(folder, 'in'));
    write({ 'secret.js': '' });
    symlinkSync('../background.js', join(root, 'lib/link.js'));
    symlinkSync(join(root, 'lib'), join(root, 'absolute'));
    symlinkSync('..', join(root, 'lib/loop'));
    symlinkSync('../secret.js', join(root, 'leaves.js'));
    expect(run(['in', '--out-dir', 'out'])).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.well-known', 'absolute', 'background.js', 'lib', 'manifest.json', 'node_modules', 'popup.html']);
    expect(readdirSync(join(folder, 'out/lib')).sort()).toEqual(['link.js', 'x.js']);
    expect(readlinkSync(join(folder, 'out/absolute'))).toBe('lib');
    expect(read('out/lib/link.js')).toContain('chrome.action');
    expect(existsSync(join(folder, 'out/node_modules/polyfill/index.js'))).toBe(true);
  });
});

describe('the JSON report', () => {
  it('is alone on stdout and follows its schema', () => {
    write({ ...SIMPLE, 'popup.js': 'alert(' });
    const result = run(['--dry-run', '--reporter', 'json']);
    const validate = new Ajv2020({ strict: true, formats: { uri: (text: string) => URL.canParse(text) } }).compile(SCHEMA);
    expect(validate(report(result)), JSON.stringify(validate.errors)).toBe(true);
    expect(report(result).extensions[0]!.findings.length).toBeGreaterThan(0);
  });

  it('gives places in the file as it was', () => {
    write({ ...SIMPLE, 'background.js': `chrome.browserAction.setTitle({ title: 'a' }); chrome.browserAction.setPopup({ popup: 'b' });\n${SCRIPT}` });
    const places = report(run(['--reporter', 'json'])).extensions[0]!.findings.filter(({ transform }) => transform === 'action-api').map(({ line, column }) => `${line}:${column}`);
    expect(places).toEqual(['1:8', '1:55', '2:8']);
  });
});

describe('uncommitted changes', () => {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder, stdio: 'ignore' });
  };

  it('are never overwritten unless forced', () => {
    write(SIMPLE);
    git('init', '-q');
    expect(run([])).toMatchObject({ status: 2, stderr: expect.stringMatching(/background\.js: uncommitted changes \(and 1 more\); commit them, or use --force/) as string });
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
    write({ 'notes.txt': 'not touched by the migration' });
    expect(run([]).status).toBe(0);
    write({ 'background.js': `${SCRIPT}// mine\n` });
    expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('background.js: uncommitted changes;') as string });
    expect(read('background.js')).toBe(`${SCRIPT}// mine\n`);
    expect(run(['--dry-run']).status).toBe(0);
    expect(run(['--force']).status).toBe(0);
    expect(read('background.js')).toContain('chrome.action');
  });

  it('are seen through a link to the repository', () => {
    write(SIMPLE, join(folder, 'repository'));
    execFileSync('git', ['init', '-q', 'repository'], { cwd: folder });
    symlinkSync('repository', join(folder, 'link'));
    expect(run(['link'])).toMatchObject({ status: 2, stderr: expect.stringContaining('link/background.js: uncommitted changes') as string });
  });

  it('are seen in a submodule', () => {
    write({ 'tools.js': SCRIPT }, join(folder, 'tools'));
    write(SIMPLE, join(folder, 'extension'));
    const inFolder = (path: string, ...args: string[]): void => git('-C', path, '-c', 'protocol.file.allow=always', ...args);
    for (const [path, ...add] of [['tools', 'add', '-A'], ['extension', 'submodule', 'add', '-q', '../tools', 'tools']] as const) {
      inFolder(path, 'init', '-q');
      inFolder(path, ...add);
      inFolder(path, 'add', '-A');
      inFolder(path, 'commit', '-q', '-m', 'x');
    }
    write({ 'extension/tools/tools.js': `${SCRIPT}// mine\n` });
    expect(run(['extension'])).toMatchObject({ status: 2, stderr: expect.stringContaining('extension/tools/tools.js: uncommitted changes;') as string });
    write({ 'extension/tools/tools.js': SCRIPT });
    expect(run(['extension']).status).toBe(0);
  });

  it('are not ruled out where git does not say', () => {
    write({ ...SIMPLE, 'bin/git': '#!/bin/sh\necho "fatal: detected dubious ownership" >&2\nexit 128\n' });
    chmodSync(join(folder, 'bin/git'), 0o755);
    const env = { PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}` };
    expect(run([], { env })).toMatchObject({ status: 2, stderr: expect.stringMatching(/git does not say what is uncommitted \(fatal: detected dubious ownership\); use --force/) as string });
    expect(read('background.js')).toBe(SCRIPT);
    expect(run(['--force'], { env }).status).toBe(0);
  });
});

describe('bad input', () => {
  const fails = (files: Files, args: readonly string[] = []): string => {
    write(files);
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    return stderr;
  };

  it('no manifest', () => expect(fails({ 'a.js': '' })).toContain('no manifest.json here or below'));
  it('a manifest that code writes', () => {
    expect(fails({ 'src/manifest.ts': 'export default { manifest_version: 2 };' })).toContain('no manifest.json here or below: it seems to be made from src/manifest.ts by a build; build, copy the built manifest to manifest.built.json, run');
    expect(fails({ 'wxt.config.ts': 'export default {};', 'vite.config.ts': 'export default {};' })).toContain('made from wxt.config.ts and src/manifest.ts by a build; build,');
    expect(fails({}, ['wxt.config.ts'])).toContain('wxt.config.ts: a manifest that is code is not read; build, copy the built manifest to manifest.built.json, run mv3-codemod manifest.built.json --background SOURCE, and do in wxt.config.ts');
    expect(fails({ 'manifest.yml': 'name: x' }, ['manifest.yml'])).toContain('manifest.yml: a manifest that is not JSON is not read');
  });
  it('a manifest that a bundler\'s configuration writes', () => expect(fails({ 'webpack.config.js': 'write({ manifest_version: 2 });', 'rollup.config.js': '' })).toContain('made from webpack.config.js by a build'));
  it('a manifest of another name', () => expect(fails({ 'app/firefox manifest.json': MANIFEST, 'app/site-manifest.json': '{ "permissions": [], "start_url": "/" }' })).toContain("no manifest.json here or below, but app/firefox manifest.json: run mv3-codemod 'app/firefox manifest.json'"));
  it('manifests of other names', () => expect(fails({ 'src/manifest-chrome.json': '{ "manifest_version": 3 }', 'src/manifest-firefox.json': MANIFEST })).toContain('but src/manifest-chrome.json and src/manifest-firefox.json: name one, as in mv3-codemod src/manifest-firefox.json'));
  it('a manifest in parts', () => {
    expect(fails({ 'manifest/manifest.json': '{ "permissions": [] }', 'manifest/firefox-extra.manifest.json': '{ "background": { "persistent": false } }' })).toContain('manifest/manifest.json:1:1: no manifest_version: a build seems to merge this file with firefox-extra.manifest.json; build, copy the built manifest to manifest.built.json, run');
    expect(fails({ 'other/manifest.json': MANIFEST, 'other/manifest.firefox.json': '{ "permissions": [] }' }, ['other/manifest.firefox.json'])).toContain('merge this file with manifest.json; run mv3-codemod other/manifest.json, and do here by hand what that does there');
  });
  it('a manifest that is a template for several browsers', () => {
    expect(fails({ 'manifest.json': '{ "__chrome__manifest_version": 3, "__firefox__manifest_version": 2, "background": { "scripts": [] } }' })).toContain('manifest.json:1:1: manifest_version depends on the browser, and a build chooses; build,');
    expect(fails({ 'manifest.json': '{ "{{firefox}}.manifest_version": 2, "action": {} }' })).toContain('manifest_version depends on the browser');
  });
  it('no such path', () => expect(fails({}, ['gone'])).toContain('gone: no such file or folder'));
  it('not a manifest', () => expect(fails({ 'a.txt': '' }, ['a.txt'])).toContain('neither a folder nor a manifest'));
  it('a packed extension', () => expect(fails({ 'a.crx': 'Cr24' }, ['a.crx'])).toContain('a.crx: a packed extension; unpack it'));
  it('a path among transforms', () => expect(fails(SIMPLE, ['--only', 'timers', '.'])).toContain('--only .: no such transform; write paths before --only, or after --'));
  it('no transform that is left', () => expect(fails(SIMPLE, ['--only', 'timers', '--skip', 'timers'])).toContain('no transform is left'));
  it('a package.json of no framework', () => expect(fails({ ...SIMPLE, 'package.json': '{ "name": "x" }' }, ['package.json'])).toContain('package.json: neither a folder nor a manifest'));
  it('a manifest that is a link', () => {
    symlinkSync('manifest-chrome.json', join(folder, 'manifest.json'));
    expect(fails({ 'manifest-chrome.json': MANIFEST, 'background.js': SCRIPT })).toContain('manifest.json: a symbolic link, which is not edited; name the file that it points to: manifest-chrome.json');
    expect(run(['manifest-chrome.json']).status).toBe(0);
    expect(lstatSync(join(folder, 'manifest.json')).isSymbolicLink()).toBe(true);
  });
  it('a manifest that is nested too deeply', () => expect(fails({ 'manifest.json': `{ "manifest_version": 2, "x": ${'['.repeat(50_000)}${']'.repeat(50_000)} }` })).toContain('manifest.json: nested too deeply'));
  it('manifest version 1', () => expect(fails({ 'manifest.json': '{\n  "manifest_version": 1,\n  "background": {}\n}' })).toContain('manifest.json:2:23: manifest_version 1 cannot be migrated'));
  it('a manifest version that is no number', () => expect(fails({ 'manifest.json': '{ "manifest_version": [2] }' })).toContain('manifest_version [2] cannot be migrated: only 2 can'));
  it('manifest version missing', () => expect(fails({ 'manifest.json': '{ "background": {} }' })).toContain('manifest.json:1:1: no manifest_version'));
  it('manifest version 3 for an event page', () => expect(fails({ 'manifest.json': '{ "manifest_version": 3 }' }, ['--target', 'event-page'])).toContain('manifest.json:1:23: the target event-page is Manifest V2'));
  it('broken JSON', () => expect(fails({ 'manifest.json': '{\n  "manifest_version" 2\n}' })).toMatch(/manifest\.json:2:22: colon expected/));
  it('not an object', () => expect(fails({ 'manifest.json': '[]' })).toContain('manifest.json:1:1: '));
  it('an empty manifest', () => expect(fails({ 'manifest.json': '' })).toContain('manifest.json:1:1: '));
  it('a manifest that is not UTF-8', () => expect(fails({ 'manifest.json': Buffer.from('{ "name": "\u00e9" }', 'latin1') })).toContain('manifest.json: not UTF-8 text (byte 11)'));
  it('an unknown option', () => expect(fails({}, ['--frobnicate'])).toContain('Unknown argument: frobnicate; see mv3-codemod --help'));
  it('a misspelled option', () => expect(fails({}, ['--outdir', 'x'])).toContain('Unknown argument: outdir (did you mean --out-dir?)'));
  it('an empty path', () => expect(fails(SIMPLE, [''])).toContain('an empty path'));
  it('no transform to run', () => expect(fails(SIMPLE, ['--only', ''])).toContain('--only: name a transform'));
  it('a file on the way to the copy', () => expect(fails({ ...SIMPLE, 'a.txt': '' }, ['--out-dir', 'a.txt/copy'])).toContain('a.txt/copy: not a folder'));
  it('an option without its value', () => expect(fails({}, ['--out-dir'])).toContain('Not enough arguments following: out-dir'));
  it('an option twice', () => expect(fails(SIMPLE, ['--target', 'chrome', '--target', 'firefox'])).toContain('--target is given twice'));
  it('an option of another command', () => expect(fails({}, ['list', '--force'])).toContain('Unknown argument: force'));
  it('an unknown target', () => expect(fails({}, ['--target', 'safari'])).toContain('safari'));
  it('options that exclude each other', () => expect(fails({}, ['--check', '--dry-run'])).toContain('mutually exclusive'));
  it('an unknown transform', () => expect(fails({}, ['explain', 'global-sate'])).toContain('explain global-sate: no such transform (did you mean global-state?)'));
  it('no transform', () => expect(fails({}, ['explain'])).toContain('explain: name a transform'));
  it('a background that does not exist', () => expect(fails(SIMPLE, ['--background', 'src/gone.ts'])).toContain('--background src/gone.ts: no such script'));

  it('one bad extension among others costs only itself', () => {
    write(SIMPLE, join(folder, 'good'));
    write({ 'manifest.json': '{ "manifest_version": 2, }}' }, join(folder, 'bad'));
    const { status, stderr } = run([]);
    expect(status).toBe(2);
    expect(stderr).toContain('bad/manifest.json:1:');
    expect(JSON.parse(read('good/manifest.json'))).toMatchObject({ manifest_version: 3 });
  });

  it('takes comments and trailing commas, and keeps the comments', () => {
    write({ ...SIMPLE, 'manifest.json': MANIFEST.replace('"version": "1.0",', '"version": "1.0", // the first').replace('"persistent": true\n', '"persistent": true,\n') });
    expect(run([]).status).toBe(0);
    expect(read('manifest.json')).toContain('// the first');
    expect(read('manifest.json')).not.toMatch(/,\s*\}/);
  });

  it('reports what it cannot read, and goes on', () => {
    write({ ...SIMPLE, 'broken.js': 'chrome.tabs.query(', 'latin1.js': Buffer.from('chrome.tabs.query("\u00e9")', 'latin1'), 'view.vue': '<script>\nchrome.tabs.query({});\n</script>', 'z.vue': 'chrome.tabs' });
    const { findings } = report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!;
    const input = findings.filter(({ transform }) => transform === 'input').map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
    expect(input).toEqual(['broken.js:1:19 does-not-parse', 'latin1.js:1:1 not-utf8', 'view.vue:2:1 not-analysed']);
  });

  it('never follows a link or a path out of the extension', () => {
    write({ 'secret.js': SCRIPT });
    const root = write({ 'manifest.json': MANIFEST.replace('"background.js"', '"background.js", "../secret.js", "link.js"'), 'background.js': SCRIPT }, join(folder, 'extension'));
    symlinkSync(join(folder, 'secret.js'), join(root, 'link.js'));
    symlinkSync(folder, join(root, 'up'));
    run(['extension']);
    expect(read('secret.js')).toBe(SCRIPT);
    expect(statSync(join(root, 'link.js')).isFile()).toBe(true);
  });

  it('does not edit through a link inside the extension', () => {
    write(SIMPLE);
    symlinkSync('background.js', join(folder, 'linked.js'));
    const { findings } = report(run(['--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ file }) => file === 'linked.js')).toEqual([]);
    expect(lstatSync(join(folder, 'linked.js')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'linked.js'), 'utf8')).toBe(read('background.js'));
  });

  it('says that a background which is a link is not migrated as one', () => {
    write({ 'manifest.json': MANIFEST, 'lib/background.js': SCRIPT });
    symlinkSync('lib/background.js', join(folder, 'background.js'));
    const { findings } = report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'input')).toMatchObject([{ file: 'background.js', line: 1, message: 'linked', severity: 'error' }]);
  });
});

describe('a disk that fails', () => {
  const nobody = process.getuid?.() === 0 ? 65_534 : undefined;

  it('a folder that cannot be written: nothing is half-written, and a second run finishes the job', () => {
    write({ ...SIMPLE, 'manifest.json': MANIFEST.replace('["background.js"]', '["background.js", "locked/other.js"]'), 'locked/other.js': SCRIPT });
    if (nobody !== undefined) execFileSync('chown', ['-R', String(nobody), all]);
    chmodSync(join(folder, 'locked'), 0o555);
    const first = run([], nobody === undefined ? {} : { uid: nobody });
    expect(first.status).toBe(2);
    expect(first.stderr).toMatch(/locked\/other\.js: permission denied; 1 of \d files were written, each whole; run again to finish\n$/);
    expect(read('background.js')).toContain('chrome.action');
    expect([read('manifest.json'), read('locked/other.js')].join('')).not.toContain('chrome.action');
    chmodSync(join(folder, 'locked'), 0o755);
    expect(run([], nobody === undefined ? {} : { uid: nobody }).status).toBe(0);
    expect(read('locked/other.js')).toContain('chrome.action');
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ manifest_version: 3 });
  });

  it('a file that cannot be read is reported', () => {
    write({ ...SIMPLE, 'secret.js': SCRIPT });
    if (nobody !== undefined) execFileSync('chown', ['-R', String(nobody), all]);
    chmodSync(join(folder, 'secret.js'), 0o000);
    const result = run(['--dry-run', '--reporter', 'json'], nobody === undefined ? {} : { uid: nobody });
    expect(report(result).extensions[0]!.findings).toContainEqual(expect.objectContaining({ file: 'secret.js', message: 'unreadable', text: 'this file cannot be read: permission denied' }));
  });

  it('a folder that cannot be read is reported, and the rest is migrated', () => {
    write({ ...SIMPLE, 'secret/other.js': SCRIPT });
    if (nobody !== undefined) execFileSync('chown', ['-R', String(nobody), all]);
    chmodSync(join(folder, 'secret'), 0o000);
    const result = run(['--reporter', 'json'], nobody === undefined ? {} : { uid: nobody });
    chmodSync(join(folder, 'secret'), 0o755);
    expect(report(result).extensions[0]!.findings).toContainEqual(expect.objectContaining({ file: 'secret', message: 'unreadable-folder', text: 'this folder cannot be read: permission denied' }));
    expect(read('background.js')).toContain('chrome.action');
  });

  it('a repository with a folder that cannot be searched: the others are migrated, and the run fails', () => {
    write(Object.fromEntries(Object.entries(SIMPLE).map(([name, text]) => [`one/${name}`, text])));
    mkdirSync(join(folder, 'secret'));
    if (nobody !== undefined) execFileSync('chown', ['-R', String(nobody), all]);
    chmodSync(join(folder, 'secret'), 0o000);
    const result = run([], nobody === undefined ? {} : { uid: nobody });
    chmodSync(join(folder, 'secret'), 0o755);
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(/^mv3-codemod: not searched: (.*\/)?secret: permission denied$/m);
    expect(read('one/background.js')).toContain('chrome.action');
  });

  it('a full disk: files stay whole', (context) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      context.skip('needs the right to mount a small file system');
    }
    try {
      write({ ...SIMPLE, 'background.js': `${SCRIPT}// ${'x'.repeat(40_000)}\n` }, disk);
      const { status, stderr } = run(['disk']);
      expect(status).toBe(2);
      expect(stderr).toContain('no space left on the disk; nothing was written');
      expect(readFileSync(join(disk, 'manifest.json'), 'utf8')).toBe(MANIFEST);
      expect(readdirSync(disk).sort()).toEqual(['background.js', 'manifest.json']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('a file that changed while the migration ran is not overwritten', async () => {
    write(SIMPLE);
    const opened = open(discover(folder).roots[0]!);
    const { extension } = migrate(opened.extension, transforms);
    write({ 'background.js': '// edited meanwhile\n' });
    await expect(writeInPlace(opened, extension)).rejects.toThrow(/background\.js: changed while the migration ran; nothing was written, run again/);
    expect([read('manifest.json'), read('background.js')]).toEqual([MANIFEST, '// edited meanwhile\n']);
  });
});

describe('a run that is cut short', () => {
  it('leaves each file whole, and a second run finishes the job', async () => {
    const files: Record<string, string | Uint8Array> = { ...SIMPLE };
    for (let index = 0; index < 2000; index++) files[`file${index}.js`] = SCRIPT;
    write(files);
    const child = spawn(process.execPath, [CLI], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = new Promise<number | null>((resolve) => void child.on('exit', resolve));
    while (read('background.js') === SCRIPT) await new Promise((resolve) => void setTimeout(resolve, 1));
    child.kill('SIGINT');
    expect(await ended).toBe(2);
    expect(stderr).toMatch(/^mv3-codemod: \.: interrupted; \d+ of 2002 files were written, each whole; run again to finish\n$/);
    expect(readdirSync(folder).length).toBe(2002);
    expect(read('manifest.json')).toBe(MANIFEST);
    const migrated = SCRIPT.replace('browserAction', 'action');
    for (const path of Object.keys(files)) if (path !== 'manifest.json') expect([SCRIPT, migrated]).toContain(read(path));
    expect(run([]).status).toBe(0);
    for (const path of Object.keys(files)) if (path !== 'manifest.json') expect(read(path)).toBe(migrated);
  });

  it('does not mind a reader that stops', () => {
    const files: Record<string, string | Uint8Array> = { ...SIMPLE };
    for (let index = 0; index < 1000; index++) files[`file${index}.js`] = SCRIPT;
    write(files);
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', `"${process.execPath}" "${CLI}" --dry-run | head -n 1`], { encoding: 'utf8', cwd: folder });
    expect(stderr).toBe('');
    expect(stdout).toBe('--- a/background.js\n');
  });

  it('says that the report cannot be written', (context) => {
    if (!existsSync('/dev/full')) context.skip('needs /dev/full');
    write(SIMPLE);
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [CLI, '--dry-run'], { encoding: 'utf8', cwd: folder, stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^mv3-codemod: the report cannot be written: .*\n$/);
  });
});

describe('a background of many functions', () => {
  it('is followed through a chain of 1,500 calls', () => {
    const chain = Array.from({ length: 1500 }, (_, index) => `function step${index}(value) {\n  ${index === 1499 ? 'total += value' : `step${index + 1}(value)`};\n}\n`).join('');
    write({ ...SIMPLE, 'background.js': `let total = 0;\n${chain}chrome.tabs.onUpdated.addListener((id) => step0(id));\nchrome.runtime.onMessage.addListener((message, sender, respond) => respond(total));\n` });
    const { stdout } = run(['--dry-run', '--reporter', 'json']);
    expect(stdout).toContain('"message": "state"');
    expect(stdout).not.toContain('transform-failed');
  });
});

describe('a round', () => {
  /** Runs transforms that each put a text in place of a word, or before it, and counts how often the first one is asked. */
  const roundsOf = (...edits: readonly (readonly [word: string, text: string, how: 'for' | 'before'])[]): { rounds: number; text: string } => {
    write({ ...SIMPLE, 'background.js': 'show("left"+"right");\n' });
    let rounds = 0;
    const { extension } = migrate(open(discover(folder).roots[0]!).extension, edits.map(([word, text, how], index) => define({
      id: `edit-${index}`, summary: '', url: 'https://example.com/', messages: { found: { outcome: 'changed', severity: 'info', text: 'found' } },
      *script(script) {
        if (index === 0) rounds += 1;
        const start = script.text.indexOf(word);
        if (start !== -1) yield { message: 'found', at: script.place, edits: [{ file: script.path, start, end: how === 'for' ? start + word.length : start, text }] };
      },
    })));
    return { rounds, text: extension.files.get('background.js')!.text };
  };

  it('replaces texts that stand beside each other', () => {
    expect(roundsOf(['"left"', '"one"', 'for'], ['+"right"', '+"two"', 'for'])).toEqual({ rounds: 2, text: 'show("one"+"two");\n' });
  });

  it('adds nothing where another edit begins', () => {
    expect(roundsOf(['"right"', '"two"', 'for'], ['"right"', '"new"+', 'before'])).toEqual({ rounds: 2, text: 'show("left"+"two");\n' });
  });
});

describe('a transform with a bug', () => {
  const url = 'https://example.com/';
  const messages = { found: { outcome: 'changed', severity: 'error', text: 'found' } } as const;
  const input = (): Migration => {
    write(SIMPLE);
    return migrate(open(discover(folder).roots[0]!).extension, [
      define({ id: 'throws', summary: '', url, messages, *script(script) { yield { message: 'found', at: script.place, edits: [script.insert(0, '// x\n')] }; throw new Error('on purpose'); } }),
      define({ id: 'overlaps', summary: '', url, messages, *manifest(manifest) { yield { message: 'found', at: manifest.at([]), edits: [{ file: manifest.path, start: 0, end: 9, text: '' }, { file: manifest.path, start: 5, end: 7, text: '' }] }; } }),
      ...transforms,
    ]);
  };

  it('costs only its own findings, and is reported by its name', () => {
    const { findings, extension } = input();
    expect(findings.filter(({ message }) => message === 'transform-failed').map(({ file, text }) => `${file} ${text}`)).toEqual([
      'background.js the transform throws failed here: on purpose',
      'manifest.json the transform overlaps failed here: an edit of manifest.json from 5 to 7 cannot be made',
    ]);
    expect(findings.map(({ transform }) => transform)).not.toContain('throws');
    expect(extension.files.get('background.js')!.text).toBe(SCRIPT.replace('browserAction', 'action'));
    expect(extension.manifest.version).toBe(3);
  });

  it('that finds its own work again costs only its own findings, too', () => {
    write(SIMPLE);
    const { findings, extension } = migrate(open(discover(folder).roots[0]!).extension, [
      define({ id: 'endless', summary: '', url, messages, *script(script) { yield { message: 'found', at: script.place, edits: [script.insert(0, '// x\n')] }; } }),
      ...transforms,
    ]);
    expect(findings.filter(({ transform }) => transform === 'input').map(({ file, text }) => `${file} ${text}`)).toEqual(['manifest.json the transform endless failed here: it comes to no end']);
    expect(findings.map(({ transform }) => transform)).not.toContain('endless');
    expect(extension.files.get('background.js')!.text).toBe(SCRIPT.replace('browserAction', 'action'));
  });
});

describe('large input', () => {
  it('scripts and pages that are nested too deeply', () => {
    write({ ...SIMPLE, 'deep.js': `x = ${'['.repeat(20_000)}${']'.repeat(20_000)};\n${SCRIPT}`, 'deep.html': `${'<div>'.repeat(5000)}<script>${SCRIPT}</script>` });
    const { findings, changes } = report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'input').map(({ file, text }) => `${file} ${text}`)).toEqual(['deep.js this script does not parse: nested too deeply']);
    expect(changes.map(({ file }) => file)).toEqual(['background.js', 'deep.html', 'manifest.json']);
  });

  it('a 20 MB bundle is named and not parsed', () => {
    write({ ...SIMPLE, 'manifest.json': MANIFEST.replace('["background.js"]', '["bundle.js", "background.js"]'), 'bundle.js': `${'function f(){chrome.tabs.query({},function(){})};'.repeat(420_000)}` });
    const { findings } = report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ file }) => file === 'bundle.js').map(({ message, text }) => [message, text])).toEqual([['too-large', 'a file of 20.6 MB is not analysed']]);
  });

  it('10,000 files', () => {
    const files: Record<string, string | Uint8Array> = { ...SIMPLE };
    for (let index = 0; index < 10_000; index++) files[`src/part${index % 100}/file${index}.js`] = index % 100 === 0 ? SCRIPT : `export const value${index} = ${index};\n`;
    write(files);
    const { changes } = report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!;
    expect(changes.length).toBe(102);
  });
});

describe('projects that are built', () => {
  it('migrates the source of a built background', () => {
    write({ 'manifest.json': MANIFEST.replace('background.js', 'dist/background.js'), 'dist/background.js': SCRIPT, 'src/background.ts': SCRIPT });
    expect(report(run(['--reporter', 'json'])).extensions[0]!.changes.map(({ file }) => file)).toEqual(['manifest.json', 'src/background.ts']);
    expect(read('dist/background.js')).toBe(SCRIPT);
  });

  it.each(['mts', 'cts'])('finds a source in .%s', (extension) => {
    write({ 'manifest.json': MANIFEST.replace('background.js', 'dist/background.js'), [`src/background.${extension}`]: SCRIPT });
    expect(report(run(['--reporter', 'json'])).extensions[0]!.changes.map(({ file }) => file)).toEqual(['manifest.json', `src/background.${extension}`]);
  });

  it('migrates what a build wrote only where there is no other extension', () => {
    write({ 'package.json': '{}', 'public/manifest.json': MANIFEST, 'src/background.ts': SCRIPT, 'dist/manifest.json': MANIFEST, 'dist/background.js': SCRIPT });
    expect(report(run(['--reporter', 'json'])).extensions.map(({ manifest }) => manifest)).toEqual(['public/manifest.json']);
    expect(read('dist/manifest.json')).toBe(MANIFEST);
  });

  it('a manifest in `src` that a build copies to the root, whose paths it names', () => {
    write({
      'package.json': '{}', 'src/manifest.json': MANIFEST.replace('"scripts": ["background.js"],', '"page": "src/background/index.html",'),
      'src/background/index.html': '<script src="main.js"></script>', 'src/background/main.js': DIALOG + SCRIPT,
    });
    const [{ findings, changes } = {} as never] = report(run(['src', '--reporter', 'json'])).extensions;
    expect(findings.map(({ message }) => message)).toContain('question');
    expect(changes.map(({ file }) => file)).toEqual(expect.arrayContaining(['src/background/main.js', 'src/manifest.json']));
    expect(JSON.parse(read('src/manifest.json'))).toMatchObject({ background: { service_worker: 'src/background/main.js' } });
  });

  it('a manifest in `src` whose own folder has the file that it names', () => {
    write({
      'package.json': '{}', 'src/manifest.json': MANIFEST.replace('"background.js"', '"src/background.js", "src/built.js"'),
      'src/src/background.js': DIALOG, 'src/background.js': SCRIPT,
    });
    const [{ findings } = {} as never] = report(run(['src', '--dry-run', '--reporter', 'json'])).extensions;
    expect(findings.filter(({ message }) => message === 'question').map(({ file }) => file)).toEqual(['src/src/background.js']);
  });

  it('manifests for each browser beside the sources, of which a configuration names the entry', () => {
    write({
      'package.json': '{}', 'chrome/manifest.json': MANIFEST.replace('background.js', 'background.entry.js'), 'firefox/manifest.json': MANIFEST.replace('background.js', 'background.entry.js'),
      'build.js': "require('esbuild').build({ entryPoints: { 'popup.entry': './lib/popup.js', 'background.entry': './lib/events.js' }, outdir: 'dist' });\n",
      'lib/events.js': DIALOG, 'lib/popup.js': '',
    });
    const { extensions } = report(run(['--dry-run', '--reporter', 'json']));
    expect(extensions.map(({ manifest }) => manifest)).toEqual(['chrome/manifest.json', 'firefox/manifest.json']);
    for (const { findings } of extensions) expect(findings.filter(({ message }) => message === 'question').map(({ file }) => file)).toEqual(['lib/events.js']);
  });

  it('an extension whose scripts import files of the project around its folder', () => {
    const files = {
      'src/ext/manifest.json': MANIFEST, 'src/ext/background.js': "import { ask } from './ask';\nask();\n",
      'src/ext/ask.js': "export { ask } from '../shared';\n", 'src/shared/index.ts': DIALOG.replace('chrome', 'export const ask = () => chrome'), 'package.json': '{}',
    };
    const found = (): unknown[] => report(run(['src/ext', '--dry-run', '--reporter', 'json'])).extensions.map(({ root, findings }) => [root, ...findings.filter(({ message }) => message === 'question').map(({ file }) => file)]);
    write(files);
    expect(found()).toEqual([['.', 'src/shared/index.ts']]);
    write({ 'src/ext/ask.js': "export const ask = () => {};\n" });
    expect(found()).toEqual([['src/ext']]);
  });

  it('an extension whose page or TypeScript imports files of the project around its folder', () => {
    const found = (): unknown[] => report(run(['chrome', '--dry-run', '--reporter', 'json'])).extensions.map(({ root }) => root);
    write({ 'package.json': '{}', 'chrome/manifest.json': MANIFEST, 'chrome/background.js': "import '../lib/state.js';\n", 'lib/state.ts': SCRIPT });
    expect(found()).toEqual(['.']);
    write({ 'chrome/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "background.html"'), 'chrome/background.html': '<script type="module" src="js/main.js"></script>', 'chrome/js/main.js': "import '../../lib/state';\n" });
    expect(found()).toEqual(['.']);
  });

  it('leaves what other extensions of the project have for themselves', () => {
    write({
      'package.json': '{}', 'chrome/manifest.json': MANIFEST, 'chrome/background.js': "import '../lib/badge.js';\nimport '../firefox/shared.js';\n", 'lib/badge.js': SCRIPT,
      'firefox/manifest.json': MANIFEST, 'firefox/background.js': SCRIPT, 'firefox/shared.js': SCRIPT, 'firefox/popup.html': '<script src="popup.js"></script>', 'firefox/popup.js': SCRIPT,
    });
    expect(report(run(['chrome', '--reporter', 'json'])).extensions[0]!.changes.map(({ file }) => file)).toEqual(['chrome/manifest.json', 'firefox/shared.js', 'lib/badge.js']);
    expect(read('firefox/background.js')).toBe(SCRIPT);
  });

  it('the source below the manifest\'s folder, before one of the project with the same name', () => {
    write({ 'package.json': '{}', 'src/background.js': SCRIPT, 'src/browser/extension/manifest.json': MANIFEST, 'src/browser/extension/background/index.js': DIALOG });
    expect(report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!.findings.filter(({ message }) => message === 'question').map(({ file }) => file)).toEqual(['src/browser/extension/background/index.js']);
  });

  it('an extension whose folder is a link in a project', () => {
    write({ 'project/package.json': '{}', 'elsewhere/manifest.json': MANIFEST });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'project/chrome'));
    expect(report(run(['project/chrome', '--dry-run', '--reporter', 'json'])).extensions.map(({ root }) => root)).toEqual(['project/chrome']);
  });

  it('a folder whose project has a bundler: bare imports are its business, and the project\'s own paths are followed', () => {
    const files = {
      'src/manifest.json': MANIFEST.replace('"background.js"', '"background/main.js"'),
      'src/background/main.js': "import log from 'loglevel';\nimport { ask } from 'src/ask';\nask();\nlog.info('ready');\n",
      'src/ask.js': DIALOG.replace('chrome', 'export const ask = () => chrome'),
    };
    const found = (): string[] => report(run(['src', '--dry-run', '--reporter', 'json'])).extensions[0]!.findings.map(({ message }) => message);
    write(files);
    expect(found()).toContain('bare-import');
    expect(found()).not.toContain('question');
    write({ 'package.json': '{ "devDependencies": { "eslint": "9" } }' });
    expect(found()).toContain('bare-import');
    write({ 'package.json': '{ "devDependencies": { "webpack": "5" } }' });
    expect(found()).not.toContain('bare-import');
    expect(found()).toContain('question');
    // As with `resolve.modules: ['src']`.
    write({ 'src/background/main.js': "import { ask } from 'lib/ask';\nask();\n", 'src/lib/ask.js': DIALOG.replace('chrome', 'export const ask = () => chrome') });
    expect(found()).toContain('question');
  });

  it('a background with code of another package of the repository, which nobody reads', () => {
    write({
      'package.json': '{ "workspaces": ["packages/*"], "devDependencies": { "vite": "5" } }',
      'packages/state/package.json': '{ "name": "@app/state" }', 'packages/state/index.js': 'export let state = 0;',
      'packages/extension/package.json': '{ "dependencies": { "@app/state": "*", "@app/linked": "link:../../../linked", "mitt": "3", "@scope/library": "1" } }',
      'packages/extension/manifest.json': MANIFEST.replace('"background.js"', '"background.ts"'),
      'packages/extension/background.ts': "import { state } from '@app/state';\nimport linked from '@app/linked/deep';\nimport mitt from 'mitt';\nimport library from '@scope/library';\nimport { alias } from '@shared/alias';\nimport 'events';\nmitt(state, library, alias, linked);\n",
    });
    const unread = (): string[] => report(run(['packages/extension', '--dry-run', '--reporter', 'json'])).extensions[0]!.findings.filter(({ message }) => message === 'unread-code').map(({ text }) => text.split('`')[1]!);
    expect(unread()).toEqual(['@app/state', '@app/linked/deep', '@shared/alias']);
    write({ 'package.json': '{ "devDependencies": { "vite": "5" } }', 'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n" });
    expect(unread()).toEqual(['@app/state', '@app/linked/deep', '@shared/alias']);
    write({ 'pnpm-workspace.yaml': 'packages: []\n' });
    expect(unread()).toEqual(['@app/linked/deep', '@shared/alias']);
  });

  it('a folder whose project builds by a command, of a bundler that it installs by the way', () => {
    write({
      'package.json': '{ "scripts": { "build": "tsc && rollup -c" } }', 'src/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "background.html"'),
      'src/background.html': '<script src="background.js" type="module"></script>', 'src/background.ts': "import mitt from 'mitt';\nmitt();\n",
    });
    const found = (): string[] => report(run(['src', '--dry-run', '--reporter', 'json'])).extensions[0]!.findings.map(({ message }) => message);
    expect(found()).not.toContain('bare-import');
    write({ 'package.json': '{ "scripts": { "build": "tsc" } }' });
    expect(found()).toContain('bare-import');
  });

  it('migrates an extension in a folder that is called as one of a build', () => {
    write({ 'package.json': '{}', 'dist/manifest.json': MANIFEST, 'dist/background.js': SCRIPT });
    expect(report(run(['--reporter', 'json'])).extensions.map(({ root }) => root)).toEqual(['dist']);
  });

  it('reads the entry of a bundler\'s configuration', () => {
    write({
      'manifest.json': MANIFEST.replace('background.js', 'build/bg.js'), 'build/bg.js': SCRIPT, 'app/main.js': DIALOG,
      // Read, and never run.
      'webpack.config.js': "process.exit(7);\nmodule.exports = { entry: { bg: './app/main.js' } };\n",
    });
    const { findings } = report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!;
    expect(findings).toContainEqual(expect.objectContaining({ transform: 'dialogs', file: 'app/main.js' }));
  });

  it.each([
    ['rollup.config.mjs', "export default [{ input: 'app/main.js', output: { file: 'build/bg.js' } }, { input: 'app/popup.js', output: [{ file: 'build/popup.js' }] }];\n"],
    ['vite.config.ts', "export default { build: { rollupOptions: { input: { bg: resolve(__dirname, 'app/main.js'), popup: 'popup.html' } } } };\n"],
    ['esbuild.js', "require('esbuild').build({ entryPoints: ['./app/main.js'], outfile: 'build/bg.js' });\n"],
    ['webpack.config.js', "module.exports = { entry: './app/main', output: { filename: 'bg.js' } };\n"],
  ])('reads %s', (config, text) => {
    write({ 'manifest.json': MANIFEST.replace('background.js', 'build/bg.js'), 'app/main.js': DIALOG, 'app/popup.js': DIALOG, 'package.json': '{}', [config]: text });
    const { findings } = report(run(['--dry-run', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file)).toEqual(['app/main.js']);
  });

  it('finds the sources of a background page\'s scripts, beside a library and a script that is no build', () => {
    const page = '<script src="/lib/jquery.min.js"></script><script src="own.js"></script><script src="../build/bg.js"></script>';
    write({
      'manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "bg/page.html"'), 'bg/page.html': page, 'bg/own.js': SCRIPT, 'lib/jquery.min.js': '', 'build/bg.js': SCRIPT,
      'app/main.js': DIALOG, 'rollup.config.js': "export default { input: 'app/main.js', output: { file: 'build/bg.js' } };\n",
    });
    const [extension] = report(run(['--dry-run', '--reporter', 'json'])).extensions;
    expect(extension!.findings).toContainEqual(expect.objectContaining({ transform: 'dialogs', file: 'app/main.js' }));
    expect(extension!.changes.map(({ file }) => file)).toContain('bg/own.js');
  });

  it.each([
    ["filename: '[name]/script.js'"],
    ["filename: (data) => data.chunk.name === 'page' ? 'pages/[name].js' : '[name]/script.js'"],
    ["chunkFilename: '[name]/script.js'"],
  ])('finds a source by the names that a bundler gives its outputs: %s', (output) => {
    write({
      'package.json': '{ "devDependencies": { "webpack": "5" } }',
      'src/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "src/background/index.html"'),
      // `manifest` is what webpack calls its own code here: it has no source.
      'src/background/index.html': '<script src="/src/manifest.js"></script><script src="script.js"></script>',
      'src/background/main.js': DIALOG, 'src/page/main.js': DIALOG,
      'webpack.config.js': `module.exports = { entry: { page: './src/page/main.js', background: './src/background/main.js' }, output: { path: path.resolve('dist', 'src'), ${output} } };\n`,
    });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file)).toEqual(['src/background/main.js']);
    expect(findings.map(({ message }) => message)).toContain('to-be-copied');
    expect(findings.map(({ message }) => message)).not.toContain('missing-script');
  });

  it.each([
    ['a folder of the configuration', { 'config/webpack.config.js': "const src = '../app/';\nmodule.exports = { entry: { background: path.join(__dirname, src + 'main.js') } };\n" }],
    ['a template', { 'webpack.config.js': 'module.exports = { entry: { background: `${__dirname}/app/main.js` }, output: { filename: `[name].js` } };\n' }],
    ['a context', { 'webpack.config.js': "module.exports = { context: path.resolve(__dirname, './app'), entry: { background: './main.js' } };\n" }],
    ['a URL', { 'vite.config.js': "export default { build: { rollupOptions: { input: { background: fileURLToPath(new URL('./app/main.js', import.meta.url)) } } } };\n" }],
    ['an entry with options', { 'webpack.config.js': "module.exports = { entry: { background: { import: './app/main' } } };\n" }],
    ['outputs of one name in several folders', { 'app/other.js': DIALOG, 'rollup.config.js': "export default [{ input: 'app/other.js', output: { file: 'extension/popup/background.js' } }, { input: 'app/main.js', output: { file: 'extension/js/background.js' } }];\n" }],
    ['libraries and chunks that a build adds', { 'extension/manifest.json': MANIFEST.replace('"background.js"', '"lib/browser-polyfill.js", "js/common-background.js", "js/background.js"'), 'webpack.config.js': "module.exports = { entry: { background: './app/main.js' } };\n" }],
    ['a page that a build makes', { 'extension/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "background.html"'), 'webpack.config.js': "module.exports = { entry: { background: './app/main.js' } };\n" }],
    ['the name without the word of a build', { 'extension/manifest.json': MANIFEST.replace('background.js', 'js/main.dist.js') }],
    ['a page that a build puts its scripts into', { 'extension/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "background.html"'), 'extension/background.html': '<!doctype html><title>Background</title>', 'webpack.config.js': "module.exports = { entry: { background: './app/main.js' }, plugins: [new Html({ template: './extension/background.html', filename: 'background.html', chunks: ['vendor', 'background'] })] };\n" }],
    ['its name, which no other source has', { 'app/code/background.ts': "import '../main.js';\n", 'test/background.ts': '' }],
    ['a command of the package', { 'package.json': '{ "scripts": { "build": "rm -rf dist && esbuild \\"app/main.js\\" --bundle --outfile=dist/js/background.js && esbuild app/popup.js --outfile=dist/popup.js" } }', 'app/popup.js': '' }],
    ['another command of the package', { 'package.json': '{ "scripts": { "build": "browserify ./app/main.js -t babelify -o extension/js/background.js" } }' }],
    ['a source in place of a page', { 'extension/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "bg/index.html"'), 'extension/bg/index.ts': "import '../../app/main.js';\n" }],
  ])('finds the source of a built background by %s', (_, files: Record<string, string>) => {
    write({ 'package.json': '{}', 'extension/manifest.json': MANIFEST.replace('background.js', 'js/background.js'), 'app/main.js': DIALOG, ...files });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file)).toEqual(['app/main.js']);
    expect(findings.some(({ message }) => message === 'built-page')).toBe(JSON.stringify(files).includes('html'));
  });

  it.each([
    ['an alias', { 'webpack.config.js': "module.exports = { entry: { bg: './app/main.js' }, resolve: { alias: { background: './app/other.js' } } };\n" }],
    ['an external', { 'webpack.config.js': "module.exports = { externals: { background: './app/other.js' } };\n" }],
    ['one of several sources', { 'webpack.config.js': "module.exports = { entry: { background: ['./app/other.js', './app/main.js'] } };\n" }],
    ['a test', { 'webpack.test.js': "module.exports = { entry: { background: './app/other.js' } };\n" }],
    ['one of two constants', { 'webpack.config.js': "function a() { const path = './app/other.js'; }\nfunction b() { const path = './app/main.js'; return { entry: { background: path } }; }\n" }],
    ['one of two configurations', { 'webpack.dev.js': "module.exports = { entry: { background: './app/other.js' } };\n", 'webpack.prod.js': 'module.exports = { entry: { background: find() } };\n' }],
    ['one of two configurations, of which one is not read', { 'webpack.dev.js': "module.exports = { entry: { background: './app/other.js' } };\n", 'webpack.prod.js': 'module.exports = { entry: { background: ' }],
    ['an entry that a page does not load', { 'extension/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "background.html"'), 'webpack.config.js': "module.exports = { entry: { background: './app/other.js', bg: './app/main.js' }, plugins: [new Html({ filename: 'background.html', chunks: ['bg'] })] };\n" }],
    ['a file of another folder with a common name', { 'extension/manifest.json': MANIFEST.replace('background.js', 'background/index.js'), 'src/index.js': DIALOG }],
    ['one of two sources of its name', { 'app/a/background.js': DIALOG, 'app/b/background.js': DIALOG }],
    ['a source of its name where a configuration speaks of it', { 'app/a/background.js': DIALOG, 'webpack.config.js': 'module.exports = { entry: { background: find() } };\n' }],
    ['one of two sources that a command names', { 'package.json': '{ "scripts": { "build": "cat app/main.js app/other.js | uglifyjs -o js/background.js; esbuild app/main.js app/other.js -o js/background.js" } }' }],
    ['constants that grow', { 'webpack.config.js': `${Array.from({ length: 40 }, (_, index) => `const v${index} = v${index + 1} + v${index + 1};\n`).join('')}const v40 = 'x';\nmodule.exports = { entry: { background: v0 } };\n` }],
    ['constants that mean each other', { 'webpack.config.js': 'const a = b;\nconst b = a;\nmodule.exports = { entry: { background: a } };\n' }],
  ])('takes no %s for the source of a built background', (_, files: Record<string, string>) => {
    write({ 'package.json': '{}', 'extension/manifest.json': MANIFEST.replace('background.js', 'js/background.js'), 'app/main.js': DIALOG, 'app/other.js': DIALOG, ...files });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'dialogs')).toEqual([]);
    expect(findings.some(({ message }) => /^missing-(script|page)$/.test(message))).toBe(true);
  });

  it('asks for --background where a script beside the built one has no source', () => {
    write({
      'manifest.json': MANIFEST.replace('"background.js"', '"common/other.js", "background/script.js"'), 'src/background/main.js': DIALOG,
      'webpack.config.js': "module.exports = { entry: { background: './src/background/main.js' }, output: { filename: '[name]/script.js' } };\n",
    });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.map(({ message }) => message)).toContain('missing-script');
    expect(findings.filter(({ transform }) => transform === 'dialogs')).toEqual([]);
  });

  it.each([
    ['paths of a tsconfig.json', { 'tsconfig.json': '{\n  // Of every module.\n  "compilerOptions": { "paths": { "@code/*": ["./code/*"], }, },\n}\n' }],
    ['paths below a base', { 'jsconfig.json': '{ "compilerOptions": { "baseUrl": "./code", "paths": { "@code/*": ["nowhere/*", "*"] } } }' }],
    ['settings that extend others', { 'tsconfig.json': '{ "extends": "./config/tsconfig.base" }', 'config/tsconfig.base.json': '{ "extends": "../tsconfig.json", "compilerOptions": { "paths": { "@code/*": ["../code/*"] } } }' }],
    ['referenced settings', { 'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }', 'tsconfig.app.json': '{ "compilerOptions": { "paths": { "@code/*": ["code/*"] } } }' }],
    ['the nearest settings', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@code/*": ["other/*"] } } }', 'src/tsconfig.json': '{ "compilerOptions": { "paths": { "@code/*": ["../code/*"] } } }' }],
    ['the longest beginning', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@*": ["other/*"], "@code/*": ["code/*"] } } }' }],
    ['a base folder', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./code" } }', 'src/background.js': "import 'work';\n" }],
    ['imports of the package', { 'package.json': '{ "imports": { "#code/*": { "node": "./nowhere/*", "default": "./code/*" } } }', 'src/background.js': "import '#code/work.js';\n" }],
    ['an alias of Parcel', { 'package.json': '{ "alias": { "@code": "./code" } }' }],
    ['an alias of webpack', { 'config/webpack.config.js': "module.exports = { resolve: { alias: { '@code': path.resolve(__dirname, '../code') } } };\n" }],
    ['an alias of webpack for a file', { 'webpack.config.js': "const alias = { 'work$': path.resolve('code/work.js') };\nmodule.exports = { resolve: { alias } };\n", 'src/background.js': "import 'work';\n" }],
    ['aliases of Vite', { 'vite.config.ts': "export default { resolve: { alias: [{ find: '@code', replacement: fileURLToPath(new URL('./code', import.meta.url)) }] } };\n" }],
    ['an alias of Vite by an expression', { 'vite.config.ts': "export default { resolve: { alias: [{ find: /^#\\//, replacement: './code/' }] } };\n", 'src/background.js': "import '#/work';\n" }],
    ['a plugin of Rollup', { 'rollup.config.js': "export default { plugins: [alias({ entries: { '@code': './code' } })] };\n" }],
    ['a plugin of Babel', { 'babel.config.json': '{ "plugins": [["module-resolver", { "alias": { "@code": "./code" } }]] }' }],
    ['paths over those of extended settings', { 'tsconfig.json': '{ "extends": ["./a.json", "./config/b"], "compilerOptions": { "paths": { "@code/*": ["work/../code/*"] } } }', 'a.json': '{ "compilerOptions": { "baseUrl": "./other" } }', 'config/b.json': '{ "extends": "../a", "compilerOptions": { "baseUrl": "..", "paths": { "@code/work": ["other/work"] } } }' }],
    ['paths from the folder of the settings that extend', { 'tsconfig.json': '{ "extends": "./config/base" }', 'config/base.json': '{ "compilerOptions": { "paths": { "@code/*": ["${configDir}/code/*"] } } }' }],
    ['references but for tests', { 'tsconfig.json': '{ "references": [{ "path": "./tsconfig.test.json" }, { "path": "./tsconfig.app.json" }] }', 'tsconfig.test.json': '{ "compilerOptions": { "paths": { "@code/*": ["other/*"] } } }', 'tsconfig.app.json': '{ "compilerOptions": { "paths": { "@code/*": ["code/*"] } } }' }],
    ['aliases but for Vitest', { 'vite.config.ts': "export default { test: { alias: { '@code': '/other' } }, resolve: { alias: [{ find: /^@code/, replacement: '/code' }] } };\n" }],
    ['aliases but for tests', { 'package.json': '{ "babel": { "env": { "test": { "plugins": [["module-resolver", { "alias": { "@code": "./other" } }]] } } }, "alias": { "@code": "./code" } }' }],
    ['imports for a browser', { 'package.json': '{ "imports": { "#work": { "types": "./work.d.ts", "node": "./other/work.js", "default": "./code/work.js" } } }', 'work.d.ts': 'export {};\n', 'src/background.js': "import '#work';\n" }],
    ['paths to declarations first', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@code/*": ["types/*.d.ts", "code/*"] } } }', 'types/work.d.ts': 'export {};\n' }],
    ['folders of modules', { 'webpack.config.js': "module.exports = { resolve: { modules: [path.resolve(__dirname, 'code'), 'node_modules'] } };\n", 'src/background.js': "import 'work';\n" }],
  ])('follows imports by %s', (_, files: Record<string, string>) => {
    write({
      'package.json': '{}', 'manifest.json': MANIFEST.replace('background.js', 'build/background.js'),
      'src/background.js': "import '@code/work';\n", 'code/work.js': DIALOG, 'other/work.js': DIALOG, ...files,
    });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform, file }) => transform === 'dialogs' && file !== 'other/work.js').map(({ file }) => file)).toEqual(['code/work.js']);
  });

  it('follows imports by the settings of the project around the extension\'s folder', () => {
    write({
      'package.json': '{}', 'tsconfig.json': '{ "compilerOptions": { "paths": { "@code/*": ["./extension/code/*"] } } }',
      'extension/manifest.json': MANIFEST, 'extension/background.js': "import '@code/work';\n", 'extension/code/work.js': DIALOG,
    });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file)).toEqual(['code/work.js']);
  });

  it.each([
    ['TypeScript', { 'tsconfig.json': '{ "compilerOptions": { /* Each. */ "verbatimModuleSyntax" /* of them */ : true } }' }],
    ['settings that extend others', { 'extension/tsconfig.json': '{ "extends": "../config/base" }', 'config/base.json': '{ "compilerOptions": { "verbatimModuleSyntax": true } }' }],
    ['settings that are extended', { 'extension/tsconfig.json': '{ "extends": "./settings/base" }', 'extension/settings/base.json': '{ "compilerOptions": { "importsNotUsedAsValues": "Preserve" } }' }],
    ['Babel', { 'extension/babel.config.json': '{ "presets": [["@babel/preset-typescript", { "onlyRemoveTypeImports": true }]] }' }],
    ['esbuild', { 'extension/build.js': "build({ tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: !0 } } });\n" }],
  ])('follows imports of types that %s keep', (_, files: Record<string, string>) => {
    const types = { 'package.json': '{}', 'extension/manifest.json': MANIFEST.replace('.js', '.ts'), 'extension/background.ts': "import { Page } from './page';\nexport let page: Page;\n", 'extension/page.ts': `export class Page {}\n${DIALOG}` };
    const dialogs = (): string[] => report(run(['extension', '--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!.findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file);
    write({ ...types, 'extension/tsconfig.json': '{ "extends": "../tsconfig.base.json" }', 'tsconfig.base.json': '{}' });
    expect(dialogs()).toEqual([]);
    write(files);
    expect(dialogs()).toEqual(['page.ts']);
  });

  it.each([
    ['settings that do not parse', { 'tsconfig.json': '{ "compilerOptions": [', 'webpack.config.js': 'module.exports = {' }],
    ['settings of other kinds', { 'tsconfig.json': '[1]', 'package.json': '{ "imports": ["#code"], "alias": { "@code": 1 } }', 'babel.config.json': 'null' }],
    ['paths of other kinds', { 'tsconfig.json': '{ "extends": 7, "references": {}, "compilerOptions": { "baseUrl": 1, "paths": { "@code/*": 5, "@code/*/*": ["code/*"] } } }' }],
    ['what is computed', { 'webpack.config.js': "module.exports = { resolve: { alias: { ['@code']: './code', ...find(), get '@code'() { return './code'; } } } };\n" }],
    ['folders outside', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@code/*": ["../../code/*"] } } }', 'webpack.config.js': "module.exports = { resolve: { modules: ['node_modules'], alias: { '@code': path.resolve(__dirname, '..') } } };\n" }],
    ['settings that nest deeply', { 'tsconfig.json': '{ "a": '.repeat(5000), 'package.json': `{ "imports": ${'['.repeat(5000)}` }],
    ['long chains of settings', Object.fromEntries(Array.from({ length: 5000 }, (_unused, index) => [`tsconfig${index > 0 ? `.${index}` : ''}.json`, `{ "extends": "./tsconfig.${index + 1}.json", "references": [{ "path": "./tsconfig.${index + 1}.json" }] }`]))],
    ['aliases that hold themselves', { 'vite.config.ts': 'const alias = { ...alias, ...others }, others = { ...alias };\nexport default { resolve: { alias } };\n' }],
    ['settings that extend themselves', { 'tsconfig.json': '{ "extends": ["./tsconfig.json", "./tsconfig.json"] }' }],
  ])('goes on with %s', (_, files: Record<string, string>) => {
    write({ 'package.json': '{}', 'manifest.json': MANIFEST.replace('background.js', 'build/background.js'), 'src/background.js': `import '@code/work';\n${DIALOG}`, 'code/work.js': 'work();\n', ...files });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file)).toEqual(['src/background.js']);
  });

  it('asks for the permission of what it renames in the source of a script that a build makes', () => {
    const added = (files: Record<string, string>): string[] => {
      write({ 'manifest.json': MANIFEST, 'background.js': SCRIPT, 'src/popup/index.js': "chrome.tabs.executeScript(7, { file: 'a.js' });\n", 'test/popup.js': "chrome.tabs.executeScript(7, { file: 'a.js' });\n", ...files });
      const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
      return findings.filter(({ transform, message }) => transform === 'permissions' && message === 'added').map(({ text }) => text);
    };
    expect(added({})).toEqual([]);
    expect(added({ 'package.json': '{}' })).toEqual([expect.stringContaining('`scripting`')]);
  });

  it('takes what stands in the place of a page\'s built script, beside one that is missing', () => {
    write({
      'package.json': '{}', 'src/manifest.json': MANIFEST.replace('"scripts": ["background.js"]', '"page": "bg/page.html"'),
      'src/bg/page.html': '<script type="module" src="../words.js"></script><script type="module" src="background.js"></script>', 'src/bg/background.ts': DIALOG,
    });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file)).toEqual([expect.stringContaining('bg/background.ts')]);
    expect(findings.filter(({ text }) => text.includes('words.js')).length).toBeGreaterThan(0);
  });

  it('says nothing of settings of tests and built files that are no text', () => {
    const settings = Uint8Array.of(0xff);
    write({ 'package.json': '{}', 'manifest.json': MANIFEST, 'background.js': DIALOG, 'tests/tsconfig.json': settings, 'dist/tsconfig.json': settings, 'tsconfig.json': settings });
    const { findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(findings.filter(({ message }) => message === 'not-utf8').map(({ file }) => file)).toEqual(['tsconfig.json']);
  });

  it('finds the project of a manifest that lies two folders below it', () => {
    write({ 'package.json': '{}', 'src/manifest/manifest.json': MANIFEST, 'src/background/index.ts': DIALOG });
    const { root, findings } = report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!;
    expect(root).toBe('.');
    expect(findings.filter(({ transform }) => transform === 'dialogs').map(({ file }) => file)).toEqual(['src/background/index.ts']);
  });

  it('says that a library is missing where nothing is built', () => {
    write({ 'package.json': '{}', 'manifest.json': MANIFEST.replace('"background.js"', '"vendor/jose.js", "background.js"'), 'background.js': SCRIPT });
    expect(report(run(['--dry-run', '--target', 'chrome', '--reporter', 'json'])).extensions[0]!.findings.map(({ message }) => message)).toContain('missing-script');
  });

  it('asks for --background where the source is not certain', () => {
    write({ 'manifest.json': MANIFEST.replace('background.js', 'dist/background.js'), 'dist/background.js': SCRIPT, 'lib/one.js': DIALOG });
    const findings = (args: readonly string[]): string[] => report(run(['--dry-run', '--reporter', 'json', ...args])).extensions[0]!.findings.map(({ message, file }) => `${file} ${message}`);
    expect(findings([])).toContain('manifest.json built-background');
    expect(findings(['--background', 'lib/one.js'])).toContain('lib/one.js question');
  });

  it('leaves the action of a Plasmo project to Plasmo', () => {
    write({ 'package.json': '{ "name": "p", "dependencies": { "plasmo": "1" } }\n', 'background.ts': "chrome.action.setTitle({ title: 'Ready' });\n", 'popup.tsx': 'export default () => <p>Hello</p>;\n' });
    expect(run([]).status).toBe(0);
    expect(read('package.json')).not.toContain('action');
  });

  it('reads the handlers of messages that Plasmo adds to the background', () => {
    const handler = 'const cache: Record<string, string> = {};\n\nexport default async (req, res) => {\n  cache[req.body.url] = await read(req.body.url);\n  res.send(cache);\n};\n\nasync function read(url: string) {\n  return (await fetch(url)).text();\n}\n';
    write({ 'package.json': '{ "name": "p", "dependencies": { "plasmo": "1" }, "manifest": { "browser_specific_settings": { "gecko": { "id": "p@example.org" } } } }\n', 'src/background/index.ts': "chrome.action.setTitle({ title: 'Ready' });\n", 'src/background/messages/page.ts': handler });
    const { stdout } = run(['--dry-run']);
    expect(stdout).toContain('. -> cross-browser (the project is built for Chrome, and its manifest has settings for Firefox)');
    expect(stdout).toContain('`cache` is changed in a function whose caller was not found');
  });

  it('takes a Plasmo project, which has no manifest file', () => {
    write({ 'package.json': '{\n  "name": "p",\n  "dependencies": { "plasmo": "1" },\n  "manifest": { "permissions": [] }\n}\n', 'background.ts': DIALOG });
    for (const path of ['.', 'package.json']) {
      expect(report(run([path, '--dry-run', '--reporter', 'json'])).extensions[0]!.findings).toContainEqual(expect.objectContaining({ transform: 'dialogs', file: 'background.ts' }));
    }
  });
});

describe('help', () => {
  it('fits a screen', () => {
    const { stdout, status } = run(['--help']);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').length).toBeLessThan(24);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('lists and explains every transform', () => {
    const { stdout } = run(['list']);
    expect(stdout.trimEnd().split('\n').map((line) => line.split(' ')[0])).toEqual(transforms.map(({ id }) => id));
    for (const { id } of transforms.slice(0, 3)) expect(run(['explain', id]).stdout).toMatch(new RegExp(`^${id}: [\\s\\S]*\nBefore:\n`));
  });
});
