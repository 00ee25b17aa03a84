import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findSources } from '../bin/sources.ts';
import { Extension, type StateArea } from '../transforms/lib/extension.ts';
import { Manifest } from '../transforms/lib/manifest.ts';
import { isText } from '../transforms/lib/roles.ts';
import { SourceFile } from '../transforms/lib/source.ts';
import { TARGETS, type Finding, type Target } from '../transforms/lib/types.ts';

export const FIXTURES = new URL('../__testfixtures__/', import.meta.url).pathname;

/** An extension from texts by path. Without a manifest.json, one that loads every script in the background. */
export function extensionOf(texts: Readonly<Record<string, string>>, target: Target = 'chrome', stateArea: StateArea = 'session'): Extension {
  const files = new Map<string, SourceFile>();
  const assets = new Set<string>();
  for (const [path, text] of Object.entries(texts)) {
    if (isText(path) || path === 'manifest.json') files.set(path, new SourceFile(path, text));
    else assets.add(path);
  }
  const project = texts['package.json'];
  if (!files.has('manifest.json') && project !== undefined) {
    // A Plasmo project: the framework writes the manifest.
    files.set('package.json', new SourceFile('package.json', project));
    return new Extension({ target, files, assets, manifest: { path: 'package.json', base: ['manifest'], conventions: { manifest_version: 3, action: {} } } });
  }
  if (!files.has('manifest.json')) {
    const scripts = [...files.keys()].filter((path) => /\.[mc]?[jt]sx?$/.test(path));
    const manifest = { manifest_version: 2, name: 'fixture', version: '1', background: { scripts, persistent: true } };
    files.set('manifest.json', new SourceFile('manifest.json', JSON.stringify(manifest, undefined, 2)));
  }
  const input = { target, stateArea, files, assets, manifest: { path: 'manifest.json' } };
  const backgroundSources = findSources(new Extension(input).manifest, files);
  return new Extension({ ...input, ...(backgroundSources === undefined ? {} : { backgroundSources }) });
}

/** The files of a folder by path; images and other data as empty texts. */
export function readFolder(folder: string, prefix = ''): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) Object.assign(texts, readFolder(path, `${prefix}${name}/`));
    else texts[prefix + name] = isText(name) || /\.(json|txt)$/.test(name) ? readFileSync(path, 'utf8') : '';
  }
  return texts;
}

/** A manifest with the background scripts that it names, empty. */
function withScripts(text: string): Record<string, string> {
  const manifest = new Manifest(new SourceFile('manifest.json', text));
  return { 'manifest.json': text, ...Object.fromEntries(manifest.strings(['background', 'scripts']).map((path) => [path, ''])) };
}

/** One finding a line, as the fixtures hold them. */
export function formatFindings(findings: readonly Finding[]): string {
  return findings.map(({ file, line, column, severity, outcome, transform, message, text }) =>
    `${file}:${line}:${column} ${severity} ${outcome} ${transform}/${message}: ${text}\n`).join('');
}

/** A fixture: its name holds its target, `name.firefox.input.js`; chrome where it holds none. */
export interface Fixture {
  readonly transform: string;
  readonly name: string;
  readonly target: Target;
  /** The file name of a one-file fixture inside the extension; undefined for a folder. */
  readonly file: string | undefined;
  readonly input: Readonly<Record<string, string>>;
  /** The path of the output file or folder, whether or not it exists. */
  readonly output: string;
  readonly findings: string;
}

export function fixturesOf(transform: string): Fixture[] {
  const folder = join(FIXTURES, transform);
  return readdirSync(folder).flatMap((entry) => {
    const match = /^(.+)\.input(\.\w+)?$/.exec(entry);
    if (match === null) return [];
    const [, name = '', extension] = match;
    const target = TARGETS.find((one) => name.endsWith(`.${one}`)) ?? 'chrome';
    const file = extension === undefined ? undefined : extension === '.json' ? 'manifest.json' : extension === '.html' ? 'page.html' : `background${extension}`;
    const path = join(folder, entry);
    return [{
      transform, name, target, file,
      input: file === undefined ? readFolder(path) : file === 'manifest.json' ? withScripts(readFileSync(path, 'utf8')) : { [file]: readFileSync(path, 'utf8') },
      output: join(folder, `${name}.output${extension ?? ''}`),
      findings: join(folder, `${name}.findings.txt`),
    }];
  });
}
