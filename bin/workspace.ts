import { isUtf8 } from 'node:buffer';
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Extension, inferTarget, type ExtensionInput, type InputProblem, type Packages, type StateArea } from '../transforms/lib/extension.ts';
import { Manifest, type Json } from '../transforms/lib/manifest.ts';
import { namedFiles } from '../transforms/lib/manifest-parts.ts';
import { folderOf, resolveUrl } from '../transforms/lib/page.ts';
import type { ImportAlias } from '../transforms/lib/import-aliases.ts';
import { isDocumentationPath, isManifestName, isTestPath, isText, roleOfPath } from '../transforms/lib/roles.ts';
import { SourceFile } from '../transforms/lib/source.ts';
import { keepsTypeImports } from '../transforms/lib/type-imports.ts';
import type { Target } from '../transforms/lib/types.ts';
import { uncommitted } from './git.ts';
import { packageIn, packagesOf } from './packages.ts';
import { isForBrowsers, isPart, listed, quoted, remedy, tryManifest } from './manifests.ts';
import { findImportAliases, isSettings, saysImports } from './import-aliases.ts';
import { findSources } from './sources.ts';

/** Bad usage or bad input: one line for the user, no stack trace. */
export class InputError extends Error {
  override name = 'InputError';
}

/** The user stopped the run: nothing more is to be done. */
export class Interrupted extends InputError {}

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
  readonly boms: ReadonlySet<string>;
}

/** Folders that hold no code of the extension's author. */
export const SKIPPED = new Set(['node_modules', 'bower_components', '.git', '.hg', '.svn']);

/** A folder as the user knows it. */
export function nameOf(folder: string): string {
  return (relative(process.cwd(), folder) || '.').replaceAll('\\', '/');
}

function manifestName({ name, manifest }: Root): string {
  return name === '.' ? manifest : `${name}/${manifest}`;
}

/** What a folder holds, by name. @throws InputError if it cannot be read */
export function list(folder: string): Dirent[] {
  try {
    return entriesOf(folder);
  } catch (error) {
    throw new InputError(`${nameOf(folder)}: ${reasonOf(error)}`);
  }
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function fileExists(path: string): boolean {
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
    case 'ENOTDIR': return 'not a folder';
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
  readonly stateArea?: StateArea;
  /** What files hold by now, by absolute path, although it is not written: of an extension that shares them. */
  readonly unwritten?: ReadonlyMap<string, Buffer>;
  /** The manifests of the run, by absolute path. */
  readonly manifests?: readonly string[];
}

/**
 * Reads an extension. Texts are read when they are first asked for; nothing is executed.
 * @throws InputError for a manifest that cannot be migrated
 */
export function open(root: Root, options: OpenOptions = {}): Opened {
  const boms = new Set<string>();
  const problems: InputProblem[] = [];
  const files = new Map<string, SourceFile>();
  const assets = new Set<string>();
  const settings = new Map<string, SourceFile>();
  const real = realpathSync(root.folder);

  const report = (problem: InputProblem): void => {
    const { file } = problem;
    // Settings of what is no part of the extension say nothing of it.
    if (!(isSettings(file) && (isTestPath(file) || isDocumentationPath(file) || roleOfPath(file) !== undefined))) problems.push(problem);
  };
  const read = (path: string): string => {
    try {
      const bytes = options.unwritten?.get(join(root.folder, path)) ?? readFileSync(join(root.folder, path));
      return decode(path, bytes);
    } catch (error) {
      report({ file: path, message: 'unreadable', data: { error: reasonOf(error) } });
      return '';
    }
  };
  const decode = (path: string, bytes: Buffer): string => {
    if (!isUtf8(bytes)) {
      report({ file: path, message: 'not-utf8', data: { offset: String(invalidByte(bytes)) } });
      return '';
    }
    const text = bytes.toString();
    if (!text.startsWith('\uFEFF')) return text;
    boms.add(path);
    return text.slice(1);
  };
  const add = (path: string, linked: boolean): void => {
    if (isText(path) || path === root.manifest) files.set(path, new SourceFile(path, () => read(path), linked ? 'linked' : roleOfPath(path)));
    else {
      assets.add(path);
      if (path.endsWith('.json')) settings.set(path, new SourceFile(path, () => read(path)));
    }
  };
  const readFolder = (folder: string): readonly Dirent[] => {
    try {
      return entriesOf(join(root.folder, folder));
    } catch (error) {
      problems.push({ file: folder, message: 'unreadable-folder', data: { error: reasonOf(error) } });
      return [];
    }
  };
  const walk = (folder: string): void => {
    for (const entry of readFolder(folder)) {
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
  for (const path of options.unwritten?.keys() ?? []) if (isBelow(path, root.folder) && !fileExists(path)) add(relative(root.folder, path).split(sep).join('/'), false);

  const where = manifestName(root);
  if (files.get(root.manifest)?.role !== 'source') {
    throw new InputError(statSync(join(root.folder, root.manifest), { throwIfNoEntry: false }) ? `${where}: a symbolic link, which is not edited; name the file that it points to: ${nameOf(realFolder(join(root.folder, root.manifest)))}` : `${where}: no such file`);
  }
  const manifest = openManifest(root, files);
  const problem = problems.find(({ file }) => file === root.manifest);
  if (problem) throw new InputError(problem.message === 'not-utf8' ? `${where}: not UTF-8 text (byte ${problem.data['offset']})` : `${where}: ${problem.data['error']}`);
  checkManifest(root, manifest, files, options.target);
  // The manifest and pages may name files of folders that are passed over otherwise.
  for (const path of namedLibraries([...files.values()], manifest)) {
    if (isInside(join(root.folder, path), real) && fileExists(join(root.folder, path))) add(path, false);
  }
  const inferred = inferTarget(manifest);
  const target = options.target ?? inferred.target;
  const background = options.background === undefined ? undefined : sourceOf(root, options.background, files);
  const backgroundSources = background !== undefined ? [background] : manifest.conventions !== undefined ? plasmoBackground(files) : findSources(manifest, files, commandsOf(root.folder));
  const own = new Map([...settings, ...files]);
  const around = settingsAround(root.folder);
  const prefix = `${basename(root.folder)}/`;
  const input: ExtensionInput = {
    target, files, assets, problems,
    manifest: {
      path: root.manifest,
      known: manifest,
      ...(manifest.base.length > 0 ? { base: manifest.base } : {}),
      ...(manifest.conventions ? { conventions: manifest.conventions } : {}),
    },
    ...(backgroundSources === undefined ? {} : { backgroundSources }),
    importAliases: [...findImportAliases(own), ...aliasesInside(around, prefix)],
    keepsTypeImports: keepsTypeImports(new Map([...around, ...[...own].map(([path, file]) => [prefix + path, file] as const)]), (path) => saysImports(path.startsWith(prefix) ? path.slice(prefix.length) : path)),
    isBundled: dependenciesOf(dirname(root.folder)).some((name) => BUNDLER.test(name)) || commandsOf(dirname(root.folder)).some((command) => BUNDLES.test(command)),
    ...packagesAround(root.folder),
    ...(options.stateArea === undefined ? {} : { stateArea: options.stateArea }),
    alsoMigrated: new Set(options.manifests?.filter((path) => isBelow(path, root.folder)).map((path) => relative(root.folder, path).split(sep).join('/'))),
  };
  const extension = withoutOthers(new Extension(input), input, root.folder);
  return { root, extension, targetSource: options.target === undefined ? inferred.reason : 'asked for', boms };
}

/** An extension without the files of other extensions in the same project, beside its manifest's folder: those that it does not load itself are theirs alone. */
function withoutOthers(extension: Extension, input: ExtensionInput, root: string): Extension {
  const { manifest } = extension;
  const own = folderOf(manifest.path);
  if (own === '') return extension;
  const others = [...extension.files.values()].flatMap((file) => {
    const folder = folderOf(file.path);
    return basename(file.path) === 'manifest.json' && folder !== '' && !own.startsWith(folder) && !folder.startsWith(own) && tryManifest(join(root, file.path))?.has(['manifest_version']) ? [folder] : [];
  });
  const isOfOther = (path: string): boolean => others.some((folder) => path.startsWith(folder));
  if (others.length === 0) return extension;
  const named = new Set([...namedFiles(manifest)].map((path) => extension.fromManifest(path)));
  const isLoaded = (name: string): boolean => !isOfOther(name) || named.has(name);
  const used = new Set([...named, ...extension.realms.flatMap(({ name, scripts }) => (isLoaded(name) ? scripts.map(({ path }) => path) : []))]);
  const isOwn = (path: string): boolean => !isOfOther(path) || used.has(path) || basename(path) === 'manifest.json';
  const [files, assets] = [new Map([...extension.files].filter(([path]) => isOwn(path))), new Set([...extension.assets, ...[...extension.files.keys()].filter((path) => !isOwn(path))])];
  return new Extension({ ...input, files, assets });
}

/** The settings of the package that an extension's folder is a part of: `src/manifest.json`, and a tsconfig.json beside `src`. */
function settingsAround(folder: string): Map<string, SourceFile> {
  const project = dirname(folder);
  if (!fileExists(join(project, 'package.json'))) return new Map();
  const paths = entriesOf(project).flatMap((entry) => (entry.isFile() && (entry.name.endsWith('.json') || saysImports(entry.name)) ? [entry.name] : []));
  const read = (path: string): string => {
    try {
      return readFileSync(join(project, path), 'utf8');
    } catch {
      // It is not a part of the extension: what it says is not needed.
      return '';
    }
  };
  return new Map(paths.map((path) => [path, new SourceFile(path, () => read(path))]));
}

/** The import aliases of settings around an extension's folder, as far as they lead into it. */
function aliasesInside(around: ReadonlyMap<string, SourceFile>, prefix: string): ImportAlias[] {
  return findImportAliases(around).map((alias) => ({
    ...alias, paths: alias.paths.flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])),
  }));
}

/** What the scripts of the package in a folder run. */
function commandsOf(folder: string): readonly string[] {
  const scripts = packageIn(folder)?.scripts;
  return typeof scripts === 'object' && scripts !== null ? Object.values(scripts).filter((command) => typeof command === 'string') : [];
}

/** The packages that the package in a folder names, for its users or for its developers; none where there is no package. */
export function dependenciesOf(folder: string): readonly string[] {
  const info = packageIn(folder);
  return Object.keys({ ...info?.dependencies, ...info?.devDependencies });
}

/** The packages that an extension's modules may import, where the folder or one around it says. */
function packagesAround(folder: string): { readonly packages?: Packages } {
  const packages = packagesOf(folder);
  return packages === undefined ? {} : { packages };
}

const BUNDLES = /(^|[\s/;&])(webpack|rollup|vite|parcel|esbuild|browserify|rspack|rolldown|tsup)(\s|$)/;
const BUNDLER = /^(webpack|rollup|vite|parcel|esbuild|browserify|@crxjs\/vite-plugin|@parcel\/core|@rspack\/core|rolldown|tsup)$/;

function openManifest(root: Root, files: ReadonlyMap<string, SourceFile>): Manifest {
  const file = files.get(root.manifest)!;
  if (root.manifest !== 'package.json') {
    try {
      return new Manifest(file);
    } catch (error) {
      if (error instanceof RangeError) throw new InputError(`${manifestName(root)}: nested too deeply`);
      throw error;
    }
  }
  const [background] = plasmoBackground(files);
  const conventions: { [key: string]: Json } = {
    manifest_version: 3,
    // Plasmo makes one of the icon and the popup; a key in package.json would replace it.
    action: {},
    ...(background === undefined ? {} : { background: { service_worker: background, type: 'module' } }),
  };
  return new Manifest(file, ['manifest'], conventions);
}

/** The scripts of a Plasmo project's background: the one that the project has, and the handlers of messages and ports that Plasmo adds to it. */
function plasmoBackground(files: ReadonlyMap<string, SourceFile>): string[] {
  const own = ['background.ts', 'background.js', 'src/background.ts', 'src/background.js', 'background/index.ts', 'background/index.js', 'src/background/index.ts', 'src/background/index.js'].find((path) => files.has(path));
  const handlers = [...files.keys()].filter((path) => /^(src\/)?background\/(messages|ports)\/.+\.[jt]sx?$/.test(path)).sort();
  return [...(own === undefined ? [] : [own]), ...handlers];
}

/** @throws InputError naming file, line and column */
function checkManifest(root: Root, manifest: Manifest, files: ReadonlyMap<string, SourceFile>, target: Target | undefined): void {
  const at = (offset: number): string => {
    const { line, column } = manifest.file.position(offset);
    return `${manifestName(root)}:${line}:${column}`;
  };
  const syntax = manifest.problems.find(({ kind }) => kind === 'syntax');
  if (syntax) throw new InputError(`${at(syntax.offset)}: ${syntax.text}`);
  if (manifest.root?.type !== 'object') throw new InputError(`${at(0)}: a manifest is a JSON object`);
  if (manifest.conventions !== undefined) {
    if (target === 'event-page') throw new InputError(`${at(0)}: the target event-page is Manifest V2, and a Plasmo project is migrated to Manifest V3 only`);
    return;
  }
  const node = manifest.node(['manifest_version']);
  if (node === undefined) {
    const siblings = [...files.values()].filter(({ path }) => isManifestName(path) && path !== root.manifest && dirname(path) === dirname(root.manifest));
    const whole = siblings.find((file) => new Manifest(file).has(['manifest_version']));
    const next = whole === undefined ? remedy(root.name, 'the parts') : `run mv3-codemod ${quoted(manifestName({ ...root, manifest: whole.path }))}, and do here by hand what that does there`;
    if (siblings.length > 0) throw new InputError(`${at(0)}: no manifest_version: a build seems to merge this file with ${listed(whole ? [basename(whole.path)] : siblings.map(({ path }) => basename(path)))}; ${next}`);
    if (isForBrowsers(manifest)) throw new InputError(`${at(0)}: manifest_version depends on the browser, and a build chooses; ${remedy(root.name, basename(root.manifest))}`);
    throw new InputError(`${at(0)}: no manifest_version${isPart(manifest) ? ': set it to 2 if this is a Manifest V2 extension' : ''}`);
  }
  if (Number.isNaN(manifest.version)) throw new InputError(`${at(node.offset)}: manifest_version ${manifest.text.slice(node.offset, node.offset + node.length)} cannot be migrated: only 2 can`);
  if (manifest.version === 3 && target === 'event-page') throw new InputError(`${at(node.offset)}: the target event-page is Manifest V2, and this manifest is version 3 already`);
}

/** The files of libraries' folders and hidden ones that the manifest and the pages name. */
function namedLibraries(files: readonly SourceFile[], manifest: Manifest): Set<string> {
  const named = new Set<string>();
  for (const file of files) {
    if (file !== manifest.file && !/\.x?html?$/i.test(file.path)) continue;
    for (const [, url] of file.text.matchAll(/["']((?:[^"'\s]*\/)?(?:node_modules|bower_components|\.\w[^"'\s/]*)\/[^"'\s]+)["']/g)) {
      const path = resolveUrl(file.path, url!);
      if (path !== undefined) named.add(path);
    }
  }
  return named;
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
    return isBelow(realpathSync(path), folder);
  } catch {
    return false;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
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

// ---- writing

/** The files of a migrated extension that differ from those on disk; the manifest last, so that an interrupted run can be run again. */
export function changedFiles(opened: Pick<Opened, 'extension'>, after: Extension): { readonly path: string; readonly before: string | undefined; readonly text: string }[] {
  const changed = [...after.files.values()].flatMap((file) => {
    const before = opened.extension.files.get(file.path);
    if (before === file || before?.text === file.text) return [];
    return [{ path: file.path, before: before?.text, text: file.text }];
  });
  const rank = (path: string): number => (path === after.manifest.path ? 1 : 0);
  return changed.sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}

/** The bytes that a migration leaves to be written, by absolute path. */
export function bytesOf(opened: Opened, after: Extension): [path: string, bytes: Buffer][] {
  return changedFiles(opened, after).map(({ path, text }) => [join(opened.root.folder, path), encode(opened, path, text)]);
}

/**
 * Writes a migrated extension over its source: each file as a whole, through a temporary file beside it.
 * @param written files that this run has written already, whose changes are its own
 * @throws InputError before anything is written, if a file has uncommitted changes (unless forced) or changed since it was read
 * @throws InputError with the number of files that were written, if the disk fails in the middle
 */
export async function writeInPlace(opened: Opened, after: Extension, { force = false, written = new Set<string>() }: { readonly force?: boolean; readonly written?: ReadonlySet<string> } = {}): Promise<void> {
  const changed = changedFiles(opened, after);
  const { folder, name } = opened.root;
  if (!force) {
    const dirty = dirtyOf(folder, changed.filter(({ before }) => before !== undefined).map(({ path }) => join(folder, path)).filter((path) => !written.has(path)));
    if (dirty.length > 0) {
      const [first] = dirty;
      throw new InputError(`${nameOf(first!)}: uncommitted changes${dirty.length > 1 ? ` (and ${dirty.length - 1} more)` : ''}; commit them, or use --force`);
    }
  }
  for (const { path, before } of changed) {
    const now = before === undefined ? undefined : tryRead(join(folder, path));
    if (before === undefined ? existsSync(join(folder, path)) : now?.equals(encode(opened, path, before)) !== true) {
      throw new InputError(`${join(name, path)}: changed while the migration ran; nothing was written, run again`);
    }
  }
  await writeAll(folder, name, changed, opened.boms);
}

function dirtyOf(folder: string, files: readonly string[]): string[] {
  try {
    return uncommitted(folder, files);
  } catch (error) {
    throw new InputError(`${nameOf(folder)}: git does not say what is uncommitted (${(error as Error).message}); use --force to go on`);
  }
}

/** The folder that all of some absolute paths share. */
export function commonFolder(paths: readonly string[]): string {
  const [first = sep, ...others] = paths;
  let folder = first;
  while (!others.every((path) => path === folder || isBelow(path, folder))) folder = dirname(folder);
  return folder;
}

/**
 * Where the copies of extensions go: one to the folder itself, several to folders below it that are named as below the folder that they share.
 * @throws InputError if the folder is not empty (unless forced), or if a copy would lie in an extension or hold one
 */
export function placeCopies(outDir: string, roots: readonly Root[], base: string, { force = false } = {}): string[] {
  const folder = realFolder(resolve(outDir));
  const entries = isThere(folder) ? list(folder) : [];
  const copies = roots.map((root) => {
    const copy = roots.length > 1 ? join(folder, relative(base, root.folder)) : folder;
    const own = realpathSync(root.folder);
    if (copy === own || isBelow(copy, own)) throw new InputError(`--out-dir ${outDir}: lies inside the extension ${root.name}`);
    if (isBelow(own, copy)) throw new InputError(`--out-dir ${outDir}: holds the extension ${root.name}`);
    return copy;
  });
  if (entries.length > 0 && !force) throw new InputError(`--out-dir ${outDir}: not empty; use --force to overwrite`);
  return copies;
}

function isThere(folder: string): boolean {
  try {
    return statSync(folder, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw new InputError(`${nameOf(folder)}: ${reasonOf(error)}`);
  }
}

/** A path with its links resolved, as far as it exists. */
export function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path === dirname(path) ? path : join(realFolder(dirname(path)), basename(path));
  }
}

/** Writes the migrated copy of an extension to another folder, or into a copy that is there already; the input stays untouched. */
export async function writeCopy(opened: Opened, after: Extension, destination: string, isThere = false): Promise<void> {
  const { folder } = opened.root;
  const { files, assets } = opened.extension;
  const used = new Set([...files.keys(), ...assets].flatMap((path) => path.split('/').slice(0, -1)));
  try {
    if (!isThere) await copyFolder(folder, destination, realpathSync(folder), (name) => SKIPPED.has(name) && !used.has(name));
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${nameOf(destination)}: ${reasonOf(error)}`);
  }
  await writeAll(destination, nameOf(destination), changedFiles(opened, after), opened.boms);
}

/** Copies a folder. Links stay links; those that leave the extension stay behind. */
async function copyFolder(from: string, to: string, root: string, isSkipped: (name: string) => boolean): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of list(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (!isSkipped(entry.name)) await copyFolder(source, target, root, isSkipped);
    } else if (entry.isFile()) {
      // What is there already may be a link, which must not be written through.
      await rm(target, { force: true });
      await copyFile(source, target);
    } else if (entry.isSymbolicLink() && isInside(source, root)) {
      await rm(target, { force: true });
      await symlink(relative(realpathSync(from), realpathSync(source)), target);
    }
  }
}

async function writeAll(folder: string, name: string, changed: readonly { path: string; text: string }[], boms: ReadonlySet<string>): Promise<void> {
  let written = 0;
  let stopped = false;
  const progress = (): string => (written === 0 ? 'nothing was written' : `${written} of ${changed.length} files were written, each whole; run again to finish`);
  const stop = (): void => void (stopped = true);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    for (const { path, text } of changed) {
      try {
        await writeWhole(join(folder, path), encode({ boms }, path, text));
        written += 1;
      } catch (error) {
        throw new InputError(`${join(name, path)}: ${reasonOf(error)}; ${progress()}`);
      }
      if (stopped) throw new Interrupted(`${name}: interrupted; ${progress()}`);
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** The bytes of a text that was read from a file, or is to be written to it. */
function encode({ boms }: Pick<Opened, 'boms'>, path: string, text: string): Buffer {
  return Buffer.from((boms.has(path) ? '\uFEFF' : '') + text);
}

/** A file appears whole or not at all: a temporary file in the same folder, then a rename. (`write-file-atomic` takes the short write of a full disk for a whole one.) */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, bytes);
    const old = statSync(path, { throwIfNoEntry: false });
    if (old !== undefined) {
      await chown(temporary, old.uid, old.gid).catch(() => {});
      await chmod(temporary, old.mode & 0o7777);
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function tryRead(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
