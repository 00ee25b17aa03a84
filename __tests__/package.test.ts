import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';

const ROOT = new URL('../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'mv3-codemod-package-'));
const unpacked = join(folder, 'package');
let files: readonly string[] = [];
let size = 0;

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [info] = JSON.parse(packed) as [{ filename: string; size: number; files: { path: string }[] }];
  files = info.files.map(({ path }) => path);
  size = info.size;
  execFileSync('tar', ['-xzf', join(folder, info.filename), '-C', folder]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds what users need, and nothing else', () => {
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/report.schema.json', 'dist/bin/THIRD-PARTY-LICENSES.txt', ...transforms.map(({ id }) => `dist/transforms/${id}.js`)]));
  expect(files.filter((path) => !/^(dist\/|__testfixtures__\/[\w-]+\/example\.|(LICENSE|README\.md|CHANGELOG\.md|package\.json)$)/.test(path))).toEqual([]);
  expect(size).toBeLessThan(1_600_000);
});

it('runs without any other package', () => {
  const run = (...args: string[]): string => execFileSync(process.execPath, [join(unpacked, 'dist/bin/mv3-codemod.js'), ...args], { cwd: folder, encoding: 'utf8' });
  for (const { id } of transforms) expect(files.some((path) => path.startsWith(`__testfixtures__/${id}/example.`) && path.includes('.input')), `the example of ${id}`).toBe(true);
  expect(run('explain', 'permissions')).toMatch(/\nBefore:\n[^]*\nAfter this transform alone:\n[^]*\nReport:\n/);
  expect(run(join(ROOT, '__testfixtures__/extensions/reading-list.input'), '--dry-run')).toContain('+importScripts("list.js", "background.js");');
});

it('holds transforms that plain jscodeshift runs', () => {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const script = join(ROOT, '__testfixtures__/scripting/example.input.js');
  const printed = execFileSync(process.execPath, [join(ROOT, 'node_modules/jscodeshift/bin/jscodeshift.js'), '-t', join(unpacked, 'dist/transforms/scripting.js'), script, '--no-babel', '--dry', '--print', '--run-in-band'], { encoding: 'utf8' });
  expect(printed).toContain("files: ['highlight.js']");
}, 60_000);
