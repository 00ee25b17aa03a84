import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { transforms } from '../transforms/index.ts';
import type { StateArea } from '../transforms/lib/extension.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import type { Definition, ExtensionReport, Severity, Target } from '../transforms/lib/types.ts';
import { hasColors, painter } from './colors.ts';
import { listed } from './manifests.ts';
import { discover, type Search } from './discover.ts';
import { unknownTransform } from './reference.ts';
import { bytesOf, changedFiles, commonFolder, InputError, Interrupted, open, placeCopies, realFolder, writeCopy, writeInPlace, type Opened, type OpenOptions, type Root } from './workspace.ts';
import { github } from './reporters/github.ts';
import { json } from './reporters/json.ts';
import { pretty } from './reporters/pretty.ts';

export interface RunOptions {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly check: boolean;
  readonly target?: Target;
  readonly outDir?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly background?: string;
  readonly stateArea?: StateArea;
  readonly reporter: 'pretty' | 'json' | 'github';
  readonly failOn: Severity;
  readonly force: boolean;
}

/** Migrates what the paths name and prints the report. Returns the exit code: 0 done, 1 `check` found something, 2 bad usage, bad input or failure. */
export async function run(options: RunOptions): Promise<number> {
  const definitions = select(options.only, options.skip);
  const { roots, others, unread } = search(options);
  if (options.background !== undefined && roots.length > 1) throw new InputError('--background: names one extension\'s background, and there are several extensions');
  const base = commonFolder([...options.paths.map((path) => resolve(path)), ...roots.map(({ folder }) => folder)]);
  const copies = options.outDir === undefined ? undefined : placeCopies(options.outDir, roots, base, options);
  const reports: ExtensionReport[] = [];
  const diffs: string[] = [];
  let failed = unread.length > 0;
  for (const reason of unread) process.stderr.write(`mv3-codemod: not searched: ${reason}\n`);
  // Several manifests may share scripts: each goes on from what the one before it made of them.
  const unwritten = new Below<Buffer>(roots);
  const manifests = new Below<Root>(roots);
  for (const root of roots) manifests.set(join(root.folder, root.manifest), root);
  const written = new Set<string>();
  const copied = new Set<string>();
  const progress = progressOf(roots.length);
  for (const [index, root] of roots.entries()) {
    progress(root);
    try {
      const { opened, report, after } = migrateRoot(root, definitions, options, { unwritten: unwritten.in(root), manifests: [...manifests.in(root).keys()] });
      if (options.dryRun && options.reporter === 'pretty') diffs.push(await diffOf(opened, after, base));
      const changed = bytesOf(opened, after);
      const copy = copies?.[index];
      if (copy !== undefined) await writeCopy(opened, after, copy, copied.has(copy));
      else if (!options.dryRun && !options.check) await writeInPlace(opened, after, { force: options.force, written });
      if (copy !== undefined) copied.add(copy);
      for (const [path, bytes] of changed) {
        written.add(path);
        if (copy !== undefined || options.dryRun || options.check) unwritten.set(path, bytes);
      }
      reports.push(report);
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      progress(undefined);
      const known = error instanceof InputError;
      process.stderr.write(`mv3-codemod: ${known ? error.message : `${root.name}: ${error instanceof Error ? error.stack : String(error)}`}\n`);
      failed = true;
    }
  }
  progress(undefined);
  if (others.length > 0) process.stderr.write(`mv3-codemod: not migrated, because not named: ${listed(others)}\n`);
  const report = { version: 1, extensions: reports } as const;
  const reporter = { pretty, json, github }[options.reporter];
  process.stdout.write(diffs.join('') + reporter(report, { colors: hasColors(process.stdout), dryRun: options.dryRun || options.check }));
  if (failed) return 2;
  return options.check && reports.some((one) => fails(one, options.failOn)) ? 1 : 0;
}

/** The extensions that the paths name, each once; copies of an earlier run are none of them. */
function search({ paths, outDir }: RunOptions): Search {
  const searches = paths.map(discover);
  const roots = [...new Map(searches.flatMap((one) => one.roots).map((root) => [`${root.folder}\0${root.manifest}`, root])).values()];
  const named = new Set(roots.map(({ folder, manifest }) => join(folder, manifest)));
  const others = searches.flatMap((one) => one.others).filter((name) => !named.has(resolve(name)));
  const unread = [...new Set(searches.flatMap((one) => one.unread))];
  if (outDir === undefined) return { roots, others, unread };
  const copies = realFolder(resolve(outDir)) + sep;
  const sources = roots.filter(({ folder }) => !folder.startsWith(copies));
  return { roots: sources.length > 0 ? sources : roots, others: others.filter((name) => !resolve(name).startsWith(copies)), unread };
}

/** What lies below the folders of extensions, by absolute path. One asks for its own only: of thousands of others it would take long to say that they are none of it. */
class Below<Value> {
  readonly #folders: ReadonlyMap<string, Map<string, Value>>;

  constructor(roots: readonly Root[]) {
    this.#folders = new Map(roots.map(({ folder }) => [folder, new Map<string, Value>()]));
  }

  set(path: string, value: Value): void {
    for (let [inner, folder] = [path, dirname(path)]; folder !== inner; [inner, folder] = [folder, dirname(folder)]) this.#folders.get(folder)?.set(path, value);
  }

  in({ folder }: Root): ReadonlyMap<string, Value> {
    return this.#folders.get(folder)!;
  }
}

function migrateRoot(root: Root, definitions: readonly Definition[], options: RunOptions, shared: Pick<OpenOptions, 'unwritten' | 'manifests'>): { opened: Opened; report: ExtensionReport; after: Opened['extension'] } {
  const opened = open(root, {
    ...shared,
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(options.background === undefined ? {} : { background: options.background }),
    ...(options.stateArea === undefined ? {} : { stateArea: options.stateArea }),
  });
  const { extension: after, findings, changes } = migrate(opened.extension, definitions, transforms.map(({ id }) => id));
  return { opened, after, report: { root: root.name, manifest: root.manifest, target: opened.extension.target, targetSource: opened.targetSource, findings, changes } };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function fails({ findings }: ExtensionReport, failOn: Severity): boolean {
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn));
}

/** The transforms to run, in order. @throws InputError for an id that none has */
function select(only?: readonly string[], skip: readonly string[] = []): readonly Definition[] {
  // An option from an empty variable must not mean all of them.
  if (only?.length === 0) throw new InputError('--only: name a transform; see mv3-codemod list');
  for (const [option, ids] of [['--only', only ?? []], ['--skip', skip]] as const) {
    for (const id of ids) {
      if (transforms.some((transform) => transform.id === id)) continue;
      if (existsSync(id)) throw new InputError(`${option} ${id}: no such transform; write paths before ${option}, or after --`);
      throw unknownTransform(`${option} ${id}`, id);
    }
  }
  const selected = transforms.filter(({ id }) => (only?.includes(id) ?? true) && !skip.includes(id));
  if (selected.length === 0) throw new InputError('--only, --skip: no transform is left');
  return selected;
}

/** A unified diff for `patch -p1` in the working directory; in the folder that all extensions share, where that is elsewhere. */
async function diffOf({ root, extension, boms }: Opened, after: Opened['extension'], base: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const paint = painter(hasColors(process.stdout));
  const here = process.cwd();
  const folder = relative(commonFolder([base, here]) === here ? here : base, root.folder).split(sep).join('/');
  const patches = changedFiles({ extension }, after).map(({ path, before, text }) => {
    const mark = boms.has(path) ? '\uFEFF' : '';
    const name = folder === '' ? path : `${folder}/${path}`;
    const [a, b] = [before === undefined ? '/dev/null' : `a/${name}`, `b/${name}`];
    const patch = createTwoFilesPatch(a, b, before === undefined ? '' : mark + before, mark + text, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
    // As git does it, a tab ends a name that has spaces.
    return patch.replace(/^(--- [^"].*)\n(\+\+\+ [^"].*)\n/, (header, old: string, now: string) => (name.includes(' ') ? `${old}\t\n${now}\t\n` : header));
  });
  return patches.join('').split('\n').map((line) => {
    if (/^(\+\+\+|---) /.test(line)) return paint.bold(line);
    return line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line.startsWith('@@') ? paint.cyan(line) : line;
  }).join('\n');
}

/** Says on a terminal which extension is at work; silent in pipes. */
function progressOf(count: number): (root: Root | undefined) => void {
  if (!process.stderr.isTTY) return () => {};
  let done = 0;
  return (root) => {
    process.stderr.write(root === undefined ? '\r\u001B[K' : `\r\u001B[K${++done}/${count} ${root.name}`);
  };
}
