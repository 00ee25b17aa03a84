import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const CLI = new URL('../dist/bin/mv3-codemod.js', import.meta.url).pathname;
const EXTENSION = new URL('../__testfixtures__/extensions/reading-list.input', import.meta.url).pathname;

let caches: string;
beforeEach(() => {
  caches = mkdtempSync(join(tmpdir(), 'mv3-codemod-caches-'));
});
afterEach(() => rmSync(caches, { recursive: true, force: true }));

function run(env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(process.execPath, [CLI, EXTENSION, '--dry-run', '--reporter', 'json'], { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: caches, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** What a run kept. */
function kept(): string[] {
  return readdirSync(caches, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin')).map((name) => join(caches, name));
}

test('compiled code is kept for the next run, which says the same', () => {
  const first = run();
  const [file] = kept();
  const { ino } = statSync(file!);
  expect(run()).toBe(first);
  expect(kept()).toEqual([file]);
  expect(statSync(file!).ino).toBe(ino);
});

test('a kept file that is not as it was written, or that others can write, is not used and is made anew', () => {
  const first = run();
  const [file] = kept();
  const bytes = readFileSync(file!);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file!, bytes);
  expect(run()).toBe(first);
  expect(readFileSync(file!).equals(bytes)).toBe(false);

  chmodSync(file!, 0o666);
  expect(run()).toBe(first);
  expect(statSync(file!).mode & 0o777).toBe(0o600);

  writeFileSync(file!, '');
  expect(run()).toBe(first);
  expect(statSync(file!).size).toBeGreaterThan(0);
});

test('nothing is kept where nothing can be, or where the user wants nothing kept', () => {
  const first = run();
  const file = join(caches, 'file');
  writeFileSync(file, '');
  expect(run({ XDG_CACHE_HOME: file })).toBe(first);
  rmSync(kept()[0]!);
  expect(run({ NODE_DISABLE_COMPILE_CACHE: '1' })).toBe(first);
  expect(kept()).toEqual([]);
});
