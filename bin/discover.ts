import { readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isManifestName } from '../transforms/lib/roles.ts';
import { isPart, listed, quoted, remedy, tryManifest } from './manifests.ts';
import { dependenciesOf, fileExists, InputError, list, nameOf, realFolder, reasonOf, SKIPPED, type Root } from './workspace.ts';

const BUILT = new Set(['dist', 'build', 'out', 'release', '.output', 'web-ext-artifacts', 'coverage']);
const CODE = /\.[mc]?[jt]sx?$/;
const CONFIG = /^(wxt|manifest|extension)\.config\.[mc]?[jt]s$|manifest[\w.-]*\.([mc]?[jt]sx?|ya?ml|toml|json5|jsonc|hjson|ejs|hbs|tmpl|tpl|template)$|manifest\.json\.\w+$/i;
const RELATIVE_IMPORT = /\b(?:from|import|require)\b\s*\(?\s*["'](\.[^"'\n]+)["']|<script\b[^>]*\ssrc\s*=\s*["']([^"'\n]+)["']/g;
const MODULE_ENDINGS = ['', '.ts', '.tsx', '.js', '.mjs', '.jsx', '.mts', '/index.ts', '/index.tsx', '/index.js'];
/** Folders that are a part of a project: what a build copies, or what is for one browser. */
const PART = /^(public|static|app|src|assets|addon|ext|(web-?)?extension|manifests?|browsers?|platforms?|shells?|targets?|chrome|chromium|firefox|gecko|edge|opera|safari)(-mv2|-manifest-v2)?$/;
const BUILDER = /^(vite|webpack|rspack|rollup|esbuild|gulpfile|gruntfile|build)[\w.-]*\.[mc]?[jt]s$/i;

/** What a search for extensions comes to. */
export interface Search {
  readonly roots: readonly Root[];
  /** Manifests of Version 2 with other names, relative to the working directory, in folders that have no manifest.json: to be named one by one. */
  readonly others: readonly string[];
  /** Folders that could not be searched, each with the reason. */
  readonly unread: readonly string[];
}

/**
 * The extensions that a path names: an extension's folder, its manifest, or a folder with extensions below it.
 * @throws InputError if there is none
 */
export function discover(path: string): Search {
  if (path === '') throw new InputError('an empty path: write . for the current folder');
  const absolute = resolve(path);
  let isFolder: boolean;
  try {
    isFolder = statSync(absolute).isDirectory();
  } catch (error) {
    throw new InputError(`${path}: ${reasonOf(error)}`);
  }
  return isFolder ? discoverBelow(path, absolute) : { roots: [named(path, absolute)], others: [], unread: [] };
}

/** The extension of a manifest that is named itself, whatever it is called. */
function named(path: string, absolute: string): Root {
  const [folder, file] = [dirname(absolute), basename(absolute)];
  if (file === 'package.json' && isPlasmo(folder)) return { folder, name: nameOf(folder), manifest: file };
  if (CONFIG.test(file) || BUILDER.test(file)) throw new InputError(`${path}: a manifest that ${CODE.test(file) ? 'is code' : 'is not JSON'} is not read; ${remedy(nameOf(folder), file)}`);
  const known = isManifestName(file) || (/\.json$/.test(file) && tryManifest(absolute)?.has(['manifest_version']) === true);
  if (/\.(zip|crx|xpi)$/i.test(file)) throw new InputError(`${path}: a packed extension; unpack it, and name the folder`);
  if (!known) throw new InputError(`${path}: neither a folder nor a manifest`);
  return rootOf(folder, file);
}

function discoverBelow(path: string, absolute: string): Search {
  const roots: Root[] = [];
  const built: string[] = [];
  const found: Candidates = { whole: [], parts: [], configs: [] };
  const unread: string[] = [];
  const listBelow = (folder: string, depth: number): readonly Dirent[] => {
    try {
      return list(folder);
    } catch (error) {
      if (depth === 0 || !(error instanceof InputError)) throw error;
      unread.push(error.message);
      return [];
    }
  };
  const visit = (folder: string, depth: number): void => {
    const entries = listBelow(folder, depth);
    const names = new Set(entries.map((entry) => entry.name));
    if (names.has('manifest.json') && (depth === 0 || isExtensionManifest(join(folder, 'manifest.json')))) {
      if (depth > 0 || isExtensionManifest(join(folder, 'manifest.json')) || !entries.some((entry) => entry.isDirectory())) {
        roots.push(rootOf(folder, 'manifest.json'));
        return;
      }
    }
    if (names.has('package.json') && isPlasmo(folder)) {
      roots.push({ folder, name: nameOf(folder), manifest: 'package.json' });
      return;
    }
    collect(folder, entries, found);
    for (const entry of entries) {
      if (!entry.isDirectory() || SKIPPED.has(entry.name) || entry.name.startsWith('.')) continue;
      if (!BUILT.has(entry.name)) visit(join(folder, entry.name), depth + 1);
      else if (depth === 0) built.push(join(folder, entry.name));
    }
  };
  visit(absolute, 0);
  // What a build wrote is an extension of its own only where there is no other.
  if (roots.length === 0) for (const folder of built) visit(folder, 1);
  if (roots.length === 0) throw new InputError([`${path}: no manifest.json here or below${hintOf(nameOf(absolute), found)}`, ...unread.map((reason) => `not searched: ${reason}`)].join('; '));
  return { roots, others: found.whole.filter(({ version }) => version === 2).map(({ name }) => name), unread };
}

/** What may be a manifest, or make one, where there is no manifest.json. Names are relative to the working directory. */
interface Candidates {
  readonly whole: { readonly name: string; readonly version: number | undefined }[];
  readonly parts: string[];
  readonly configs: string[];
}

function collect(folder: string, entries: readonly Dirent[], { whole, parts, configs }: Candidates): void {
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(folder, entry.name);
    const name = nameOf(path);
    if (isManifestName(entry.name)) {
      const manifest = tryManifest(path);
      if (manifest?.has(['manifest_version'])) whole.push({ name, version: manifest.version });
      else if (manifest !== undefined && isPart(manifest)) parts.push(name);
    } else if (CONFIG.test(entry.name) || (BUILDER.test(entry.name) && writesManifest(path))) {
      configs.push(name);
    }
  }
}

function writesManifest(path: string): boolean {
  return /\bmanifest_version\b/.test(textOf(path));
}

/** What the user can do where there is no manifest.json. */
function hintOf(folder: string, { whole, parts, configs }: Candidates): string {
  if (whole.length > 0) {
    const names = whole.map(({ name }) => name);
    const [first] = [...whole.filter(({ version }) => version === 2).map(({ name }) => name), ...names];
    return names.length === 1 ? `, but ${first}: run mv3-codemod ${quoted(first!)}` : `, but ${listed(names)}: name one, as in mv3-codemod ${quoted(first!)}`;
  }
  const makers = [...configs, ...parts];
  if (makers.length === 0) return '';
  return `: it seems to be made from ${listed(makers)} by a build; ${remedy(folder, basename(configs[0] ?? 'the parts'))}`;
}

/**
 * The folder of a manifest, or the project's folder where the background's sources are not all in it: those of missing scripts
 * (`public/manifest.json`, `src/background.ts`), and what scripts import from around it (`src/ext/background.js`, `src/storage.js`).
 */
function rootOf(folder: string, manifest: string): Root {
  const own = { folder, name: nameOf(folder), manifest };
  const project = projectOf(folder);
  // A folder that is a link is not read as a part of what it stands in.
  if (project === undefined || !realFolder(folder).startsWith(realFolder(project) + sep)) return own;
  const parsed = tryManifest(join(folder, manifest));
  const scripts = parsed ? [...parsed.strings(['background', 'scripts']), parsed.string(['background', 'page']) ?? [], parsed.string(['background', 'service_worker']) ?? []].flat() : [];
  const paths = scripts.map((path) => join(folder, path));
  const isWithin = !paths.some((path) => !fileExists(path) || isTemplate(path)) && !importsFromAround(folder, project, paths);
  return isWithin ? own : { folder: project, name: nameOf(project), manifest: relative(project, join(folder, manifest)).split(sep).join('/') };
}

/** Whether scripts, or what they import, import files of the project that are not in a folder. */
function importsFromAround(folder: string, project: string, scripts: readonly string[]): boolean {
  const seen = new Set(scripts);
  for (const path of seen) {
    for (const [, url, src] of textOf(path).matchAll(RELATIVE_IMPORT)) {
      const target = src?.startsWith('/') ? join(folder, src) : resolve(dirname(path), url ?? src!);
      // In TypeScript, './state.js' is state.ts.
      const imported = [...MODULE_ENDINGS.map((ending) => target + ending), target.replace(/js(x?)$/, 'ts$1')].find(fileExists);
      if (imported === undefined || !imported.startsWith(project + sep)) continue;
      if (!imported.startsWith(folder + sep)) return true;
      if (CODE.test(imported)) seen.add(imported);
    }
  }
  return false;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whether a file is a page without scripts: a build puts them into it. */
function isTemplate(path: string): boolean {
  return path.endsWith('.html') && !/<script\b/i.test(textOf(path));
}

/** The folder of the package that a folder with the name of a part of it (`public`, `src/manifest`) belongs to. */
function projectOf(folder: string): string | undefined {
  const parent = dirname(folder);
  if (!PART.test(basename(folder))) return undefined;
  return fileExists(join(parent, 'package.json')) ? parent : projectOf(parent);
}

function isExtensionManifest(path: string): boolean {
  const manifest = tryManifest(path);
  if (manifest === undefined) return false;
  return manifest.has(['manifest_version']) || isPart(manifest) || manifest.problems.some(({ kind }) => kind === 'syntax');
}

function isPlasmo(folder: string): boolean {
  return dependenciesOf(folder).includes('plasmo');
}
