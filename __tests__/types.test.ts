import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { extensionOf, FIXTURES, fixturesOf, type Fixture } from './support.ts';

/*
 * What type-checks before the migration does so after it, with the types that extensions use. The fixtures say what they need of each
 * other only in part: errors that are there before count as well, so that only new ones are faults.
 */

const TYPES = new URL('../node_modules/@types/', import.meta.url).pathname;
const OPTIONS: ts.CompilerOptions = {
  strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, experimentalDecorators: true,
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.Preserve,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], typeRoots: [TYPES], types: ['chrome', 'firefox-webext-browser'],
  baseUrl: '/', paths: { 'webextension-polyfill': [join(TYPES, 'webextension-polyfill/index.d.ts')] },
};
/** A function that the page has, and that the string of code named out of sight of TypeScript. */
const KNOWN = new Set(["scripting/typescript: Cannot find name 'mark'."]);

interface Job extends Fixture {
  readonly after: ReadonlyMap<string, string>;
}

function jobOf(fixture: Fixture): Job | undefined {
  if (!Object.keys(fixture.input).some(isTypeScript)) return undefined;
  const { extension } = migrate(extensionOf(fixture.input, fixture.target), transforms);
  const after = new Map([...extension.files].map(([path, { text }]) => [path, text]));
  return [...after].some(([path, text]) => isTypeScript(path) && text !== fixture.input[path]) ? { ...fixture, after } : undefined;
}

function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path);
}

/** The errors of TypeScript files, as messages by the folder below which the files stand. */
function errorsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  const folders = new Set([...texts.keys()].flatMap((path) => path.split('/').map((_, index, parts) => parts.slice(0, index).join('/'))));
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path);
  host.getSourceFile = (path, version, ...rest) => (texts.has(path) ? ts.createSourceFile(path, texts.get(path)!, version) : getSourceFile(path, version, ...rest));
  const errors = new Map<string, string[]>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(ts.createProgram([...texts.keys()], OPTIONS, host))) {
    if (file === undefined || !texts.has(file.fileName)) continue;
    const folder = /^\/[^/]+\/[^/]+\/(before|after)\//.exec(file.fileName)![0];
    errors.set(folder, [...(errors.get(folder) ?? []), ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(folder, '')]);
  }
  return errors;
}

it('makes no type errors', () => {
  const jobs = readdirSync(FIXTURES).filter((id) => id !== 'extensions').flatMap((id) => fixturesOf(id)).flatMap((fixture) => jobOf(fixture) ?? []);
  const texts = new Map<string, string>();
  for (const { transform, name, input, after } of jobs) {
    // As a module, each has top-level names of its own.
    for (const [state, files] of [['before', Object.entries(input)], ['after', [...after]]] as const) {
      for (const [path, text] of files) if (isTypeScript(path)) texts.set(`/${transform}/${name}/${state}/${path}`, `${text}\nexport {};\n`);
    }
  }
  const errors = errorsOf(texts);
  const faults = jobs.flatMap(({ transform, name }) => {
    const before = [...(errors.get(`/${transform}/${name}/before/`) ?? [])];
    return (errors.get(`/${transform}/${name}/after/`) ?? []).flatMap((error) => {
      const index = before.indexOf(error);
      if (index >= 0) before.splice(index, 1);
      return index >= 0 ? [] : [`${transform}/${name}: ${error}`];
    });
  }).filter((fault) => !KNOWN.has(fault));
  expect(jobs.length).toBeGreaterThan(25);
  expect(faults).toEqual([]);
}, 120_000);
