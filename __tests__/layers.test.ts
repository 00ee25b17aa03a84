import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = ['transforms', 'bin'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => join(folder, path)));

/** What each file imports; types, which are gone at run time, too. */
const imports = new Map(files.map((file) => [file, [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export) (type )?([^;'"]*?)from '([^']+)';/gm)].map(([, type, names, from]) => ({
  from: from!.startsWith('.') ? join(dirname(file), from!) : from!,
  isType: type !== undefined || /^\{ (type [^,]+(, )?)+ \} $/.test(names!),
}))]));

test('what transforms stand on knows no transform, and a transform no command', () => {
  const layers = [/^bin\//, /^transforms\/[^/]+$/, /^transforms\/lib\//];
  const layerOf = (path: string): number => layers.findIndex((layer) => layer.test(path));
  const upward = [...imports].flatMap(([file, all]) => all.filter(({ from }) => layerOf(from) !== -1 && layerOf(from) < layerOf(file)).map(({ from }) => `${file} imports ${from}`));
  expect(upward).toEqual([]);
});

test('transforms reach for nothing of Node', () => {
  expect([...imports].filter(([file]) => file.startsWith('transforms/')).flatMap(([file, all]) => all.filter(({ from }) => from.startsWith('node:')).map(({ from }) => `${file} imports ${from}`))).toEqual([]);
});

test('no file imports, at run time, one that imports it', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (done.has(file) || path.includes(file)) return;
    for (const { from, isType } of imports.get(file) ?? []) if (!isType) visit(from, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
