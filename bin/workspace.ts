import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Extension, inferTarget, type InputProblem } from '../transforms/lib/extension.ts';
import { Manifest, type Json } from '../transforms/lib/manifest.ts';
import { roleOfPath } from '../transforms/lib/roles.ts';
import { SourceFile } from '../transforms/lib/source.ts';
import type { Target } from '../transforms/lib/types.ts';
import { findSources } from './sources.ts';
import { uncommitted } from './git.ts';

/** Bad usage or bad input: one line for the user, no stack trace. */
export class InputError extends Error {
  override name = 'InputError';
}

/** An extension's place on disk. */
export interface Root {
  /** Absolute. */
  readonly folder: string;
  /** As the user knows it: relative to the working directory. */
  readonly name: string;
  /** The manifest, relative to `folder`; package.json for a project whose framework writes the manifest. */
  readonly manifest: string;
}

/** An opened extension, with what is needed to write it back. */
export interface Opened {
  readonly root: Root;
  readonly extension: Extension;
  readonly targetSource: string;
  /** By path: what the file was when it was read. */
  readonly digests: ReadonlyMap<string, string>;
  readonly boms: ReadonlySet<string>;
}

const SKIPPED = new Set(['node_modules', 'bower_components', '.git', '.hg', '.svn']);
const BUILT = new Set(['dist', 'build', 'out', 'release', '.output', 'web-ext-artifacts', 'coverage']);
const TEXT = /\.([mc]?[jt]s|[jt]sx|x?html?|vue|svelte)$/i;
const MANIFEST_KEYS = ['background', 'browser_action', 'page_action', 'action', 'content_scripts', 'permissions', 'options_ui', 'options_page', 'devtools_page', 'chrome_url_overrides', 'theme'];

/**
 * The extensions that a path names: an extension's folder, its manifest, or a folder with extensions below it.
 * @throws InputError if there is none
 */
export function discover(path: string): Root[] {
  const absolute = resolve(path);
  let isFolder: boolean;
  try {
    isFolder = statSync(absolute).isDirectory();
  } catch (error) {
    throw new InputError(`${path}: ${reasonOf(error)}`);
  }
  if (!isFolder) {
    if (!/\.json$/.test(absolute)) throw new InputError(`${path}: neither a folder nor a manifest.json`);
    return [rootOf(dirname(absolute), basename(absolute))];
  }
  const roots: Root[] = [];
  const visit = (folder: string, depth: number): void => {
    const entries = list(folder);
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
    for (const entry of entries) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.') && (depth === 0 || !BUILT.has(entry.name))) visit(join(folder, entry.name), depth + 1);
    }
  };
  visit(absolute, 0);
  if (roots.length === 0) throw new InputError(`${path}: no manifest.json here or below${hintOf(absolute)}`);
  return roots;
}

/** The folder of a manifest, or the project's folder where the manifest's scripts are sources beside it (`public/manifest.json`, `src/background.ts`). */
function rootOf(folder: string, manifest: string): Root {
  const own = { folder, name: nameOf(folder), manifest };
  const parent = dirname(folder);
  if (!/^(public|static|app|src|assets|extension)$/.test(basename(folder)) || !list(parent).some((entry) => entry.name === 'package.json')) return own;
  const parsed = tryManifest(join(folder, manifest));
  const listed = parsed ? [...parsed.strings(['background', 'scripts']), parsed.string(['background', 'page']) ?? [], parsed.string(['background', 'service_worker']) ?? []].flat() : [];
  const missing = listed.some((path) => !fileExists(join(folder, path)));
  return missing ? { folder: parent, name: nameOf(parent), manifest: `${basename(folder)}/${manifest}` } : own;
}

function nameOf(folder: string): string {
  return (relative(process.cwd(), folder) || '.').replaceAll('\\', '/');
}

function tryManifest(path: string): Manifest | undefined {
  try {
    return new Manifest(new SourceFile(path, readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

function isExtensionManifest(path: string): boolean {
  const manifest = tryManifest(path);
  if (manifest === undefined) return false;
  return manifest.has(['manifest_version']) || (MANIFEST_KEYS.some((key) => manifest.has([key])) && !manifest.has(['start_url'])) || manifest.problems.some(({ kind }) => kind === 'syntax');
}

function isPlasmo(folder: string): boolean {
  try {
    const info = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies?: object; devDependencies?: object };
    return 'plasmo' in { ...info.dependencies, ...info.devDependencies };
  } catch {
    return false;
  }
}

function hintOf(folder: string): string {
  const names = list(folder).map((entry) => entry.name);
  const config = names.find((name) => /^(wxt|vite|manifest|extension)\.config\.[mc]?[jt]s$|^manifest\.[mc]?[jt]s$/.test(name));
  if (config !== undefined) return ` (${config} may write it: name the folder that it is written to, or migrate its literal by hand)`;
  const several = names.filter((name) => /^manifest[.-]\w+\.json$/.test(name));
  return several.length > 0 ? ` (name one of ${several.join(', ')})` : '';
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new InputError(`${nameOf(folder)}: ${reasonOf(error)}`);
  }
}

function fileExists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What went wrong with a file, in words. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT': return 'no such file or folder';
    case 'EACCES':
    case 'EPERM': return 'permission denied';
    case 'ENOSPC': return 'no space left on the disk';
    case 'EROFS': return 'the file system is read-only';
    case 'EISDIR': return 'is a folder';
    case 'EMFILE':
    case 'ENFILE': return 'too many open files';
    default: return error instanceof Error ? error.message : String(error);
  }
}

export interface OpenOptions {
  /** Default: read from the manifest. */
  readonly target?: Target;
  /** The background's source, where the manifest names a built file; relative to the working directory. */
  readonly background?: string;
}

/**
 * Reads an extension. Texts are read when they are first asked for; nothing is executed.
 * @throws InputError for a manifest that cannot be migrated
 */
export function open(root: Root, options: OpenOptions = {}): Opened {
  const digests = new Map<string, string>();
  const boms = new Set<string>();
  const problems: InputProblem[] = [];
  const files = new Map<string, SourceFile>();
  const assets = new Set<string>();
  const real = realpathSync(root.folder);

  const read = (path: string): string => {
    try {
      const bytes = readFileSync(join(root.folder, path));
      digests.set(path, digest(bytes));
      return decode(path, bytes);
    } catch (error) {
      problems.push({ file: path, message: 'unreadable', data: { error: reasonOf(error) } });
      return '';
    }
  };
  const decode = (path: string, bytes: Uint8Array): string => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      if (!text.startsWith('\uFEFF')) return text;
      boms.add(path);
      return text.slice(1);
    } catch {
      problems.push({ file: path, message: 'not-utf8', data: { offset: String(invalidByte(bytes)) } });
      return '';
    }
  };
  const add = (path: string, linked: boolean): void => {
    if (TEXT.test(path) || path === root.manifest) files.set(path, new SourceFile(path, () => read(path), linked ? 'linked' : roleOfPath(path)));
    else assets.add(path);
  };
  const walk = (folder: string): void => {
    for (const entry of list(join(root.folder, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !(entry.name.startsWith('.') && entry.name !== '.output')) walk(path);
      } else if (entry.isFile()) {
        add(path, false);
      } else if (entry.isSymbolicLink() && isInside(join(root.folder, path), real)) {
        add(path, true);
      }
    }
  };
  walk('');

  if (!files.has(root.manifest)) throw new InputError(`${root.name}: no ${root.manifest}`);
  const manifest = openManifest(root, files);
  const problem = problems.find(({ file }) => file === root.manifest);
  if (problem) {
    const where = `${root.name === '.' ? '' : `${root.name}/`}${root.manifest}`;
    throw new InputError(problem.message === 'not-utf8' ? `${where}: not UTF-8 text (byte ${problem.data['offset']})` : `${where}: ${problem.data['error']}`);
  }
  checkManifest(root, manifest, options.target);
  // A manifest may name files of folders that are passed over otherwise.
  for (const path of namedScripts(manifest)) {
    if (!files.has(path) && isInside(join(root.folder, path), real) && fileExists(join(root.folder, path))) add(path, false);
  }
  const inferred = inferTarget(manifest);
  const target = options.target ?? inferred.target;
  const background = options.background === undefined ? undefined : sourceOf(root, options.background, files);
  const backgroundSources = background !== undefined ? [background] : findSources(manifest, files, root.manifest);
  const extension = new Extension({
    target, files, assets, problems,
    manifest: {
      path: root.manifest,
      ...(manifest.base.length > 0 ? { base: manifest.base } : {}),
      ...(manifest.conventions ? { conventions: manifest.conventions } : {}),
    },
    ...(backgroundSources === undefined ? {} : { backgroundSources }),
  });
  return { root, extension, targetSource: options.target === undefined ? inferred.reason : 'asked for', digests, boms };
}

function openManifest(root: Root, files: ReadonlyMap<string, SourceFile>): Manifest {
  const file = files.get(root.manifest)!;
  if (root.manifest !== 'package.json') return new Manifest(file);
  const background = ['background.ts', 'background.js', 'src/background.ts', 'src/background.js', 'background/index.ts', 'background/index.js', 'src/background/index.ts', 'src/background/index.js'].find((path) => files.has(path));
  const conventions: { [key: string]: Json } = {
    manifest_version: 3,
    ...(background === undefined ? {} : { background: { service_worker: background, type: 'module' } }),
  };
  return new Manifest(file, ['manifest'], conventions);
}

/** @throws InputError naming file, line and column */
function checkManifest(root: Root, manifest: Manifest, target: Target | undefined): void {
  const at = (offset: number): string => {
    const { line, column } = manifest.file.position(offset);
    return `${root.name === '.' ? '' : `${root.name}/`}${root.manifest}:${line}:${column}`;
  };
  const syntax = manifest.problems.find(({ kind }) => kind === 'syntax');
  if (syntax) throw new InputError(`${at(syntax.offset)}: ${syntax.text}`);
  if (manifest.root?.type !== 'object') throw new InputError(`${at(0)}: a manifest is a JSON object`);
  if (manifest.conventions !== undefined) {
    if (target === 'event-page') throw new InputError(`${at(0)}: this project builds Manifest V3, which the target event-page cannot use`);
    return;
  }
  const node = manifest.node(['manifest_version']);
  if (node === undefined) {
    if (!MANIFEST_KEYS.some((key) => manifest.has([key]))) throw new InputError(`${at(0)}: no manifest_version`);
    throw new InputError(`${at(0)}: no manifest_version: set it to 2 if this is a Manifest V2 extension`);
  }
  if (Number.isNaN(manifest.version)) throw new InputError(`${at(node.offset)}: manifest_version ${JSON.stringify(node.value)} cannot be migrated: only 2 can`);
  if (manifest.version === 3 && target === 'event-page') throw new InputError(`${at(node.offset)}: the target event-page is Manifest V2, and this manifest is version 3 already`);
}

function namedScripts(manifest: Manifest): string[] {
  const folder = manifest.base.length === 0 && manifest.path.includes('/') ? `${dirname(manifest.path)}/` : '';
  const content = manifest.value(['content_scripts']);
  const listed = [
    ...manifest.strings(['background', 'scripts']), manifest.string(['background', 'page']) ?? [], manifest.string(['background', 'service_worker']) ?? [],
    ...(Array.isArray(content) ? [...content.keys()].flatMap((index) => manifest.strings(['content_scripts', index, 'js'])) : []),
  ].flat();
  return listed.map((path) => folder + path.replace(/^\.?\//, ''));
}

function sourceOf(root: Root, path: string, files: ReadonlyMap<string, SourceFile>): string {
  const inside = relative(root.folder, resolve(path)).split(sep).join('/');
  if (files.has(inside)) return inside;
  if (files.has(path)) return path;
  throw new InputError(`--background ${path}: no such script in ${root.name}`);
}

/** Whether a path, its links resolved, stays below a folder. */
function isInside(path: string, folder: string): boolean {
  try {
    const target = realpathSync(path);
    return target.startsWith(folder + sep);
  } catch {
    return false;
  }
}

function invalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // The longest prefix that decodes; a cut character at its end is no error while streaming.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  // Back to where the character begins that does not go on as it should.
  for (let length = low; length > low - 4; length--) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
      return length;
    } catch {
      // One byte less.
    }
  }
  return low;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

// ---- writing

/** The files of a migrated extension that differ from those on disk; the manifest last, so that an interrupted run can be run again. */
export function changedFiles(opened: Opened, after: Extension): { readonly path: string; readonly before: string | undefined; readonly text: string }[] {
  const changed = [...after.files.values()].flatMap((file) => {
    const before = opened.extension.files.get(file.path);
    if (before === file || before?.text === file.text) return [];
    return [{ path: file.path, before: before?.text, text: file.text }];
  });
  const rank = (path: string): number => (path === after.manifest.path ? 1 : 0);
  return changed.sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}

/**
 * Writes a migrated extension over its source: each file as a whole, through a temporary file beside it.
 * @throws InputError before anything is written, if a file has uncommitted changes (unless forced) or changed since it was read
 * @throws InputError with the number of files that were written, if the disk fails in the middle
 */
export async function writeInPlace(opened: Opened, after: Extension, { force = false } = {}): Promise<string[]> {
  const changed = changedFiles(opened, after);
  const { folder, name } = opened.root;
  if (!force) {
    const dirty = uncommitted(folder, changed.filter(({ before }) => before !== undefined).map(({ path }) => join(folder, path)));
    if (dirty.length > 0) {
      const [first] = dirty;
      throw new InputError(`${nameOf(first!)}: uncommitted changes${dirty.length > 1 ? ` (and ${dirty.length - 1} more)` : ''}; commit them, or use --force`);
    }
  }
  for (const { path, before } of changed) {
    const now = before === undefined ? undefined : tryRead(join(folder, path));
    if (before === undefined ? fileExists(join(folder, path)) : now === undefined || digest(now) !== opened.digests.get(path)) {
      throw new InputError(`${join(name, path)}: changed while the migration ran; nothing was written, run again`);
    }
  }
  return writeAll(folder, name, changed, opened.boms);
}

/**
 * Writes the migrated copy of an extension to another folder; the input stays untouched.
 * @throws InputError if the folder is not empty (unless forced), or lies in the extension
 */
export async function writeCopy(opened: Opened, after: Extension, destination: string, { force = false } = {}): Promise<string[]> {
  const { folder } = opened.root;
  const target = resolve(destination);
  if (target === folder || target.startsWith(folder + sep)) throw new InputError(`--out-dir ${destination}: lies inside the extension ${opened.root.name}`);
  const present = await readdir(target).catch(() => []);
  if (present.length > 0 && !force) throw new InputError(`--out-dir ${destination}: not empty; use --force to overwrite`);
  const real = realpathSync(folder);
  try {
    await mkdir(target, { recursive: true });
    await cp(folder, target, {
      recursive: true, force: true, dereference: true,
      filter: async (source) => {
        if (SKIPPED.has(basename(source)) && source !== folder) return false;
        return !(await lstat(source)).isSymbolicLink() || isInside(source, real);
      },
    });
  } catch (error) {
    throw new InputError(`--out-dir ${destination}: ${reasonOf(error)}`);
  }
  return writeAll(target, nameOf(target), changedFiles(opened, after), opened.boms);
}

async function writeAll(folder: string, name: string, changed: readonly { path: string; text: string }[], boms: ReadonlySet<string>): Promise<string[]> {
  const written: string[] = [];
  for (const { path, text } of changed) {
    try {
      await writeWhole(join(folder, path), (boms.has(path) ? '\uFEFF' : '') + text);
      written.push(path);
    } catch (error) {
      const rest = written.length === 0 ? 'nothing was written' : `${written.length} of ${changed.length} files were written, each whole; run again to finish`;
      throw new InputError(`${join(name, path)}: ${reasonOf(error)}; ${rest}`);
    }
  }
  return written;
}

/** A file appears whole or not at all: a temporary file in the same folder, then a rename. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, text);
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) await chmod(temporary, mode & 0o7777);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function tryRead(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
