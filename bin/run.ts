import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import type { Definition, ExtensionReport, Severity, Target } from '../transforms/lib/types.ts';
import { hasColors, painter } from './colors.ts';
import { changedFiles, discover, InputError, open, writeCopy, writeInPlace, type Opened, type Root } from './workspace.ts';
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
  readonly reporter: 'pretty' | 'json';
  readonly failOn: Severity;
  readonly force: boolean;
}

/** Migrates what the paths name and prints the report. Returns the exit code: 0 done, 1 `check` found something, 2 bad usage, bad input or failure. */
export async function run(options: RunOptions): Promise<number> {
  const definitions = select(options.only, options.skip);
  const roots = unique(options.paths.flatMap(discover));
  if (options.background !== undefined && roots.length > 1) throw new InputError('--background: names one extension\'s background, and there are several extensions');
  const reports: ExtensionReport[] = [];
  const diffs: string[] = [];
  let failed = false;
  const progress = progressOf(roots.length);
  for (const root of roots) {
    progress(root);
    try {
      const { opened, report, after } = migrateRoot(root, definitions, options);
      if (options.dryRun && options.reporter === 'pretty') diffs.push(await diffOf(opened, after, roots.length > 1));
      if (!options.dryRun && !options.check) {
        if (options.outDir === undefined) await writeInPlace(opened, after, options);
        else await writeCopy(opened, after, roots.length > 1 ? `${options.outDir}/${root.name}` : options.outDir, options);
      }
      reports.push(report);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      progress(undefined);
      process.stderr.write(`mv3-codemod: ${error.message}\n`);
      failed = true;
    }
  }
  progress(undefined);
  const report = { version: 1, extensions: reports } as const;
  if (options.reporter === 'json') process.stdout.write(json(report));
  else process.stdout.write(diffs.join('') + pretty(report, { colors: hasColors(process.stdout), dryRun: options.dryRun || options.check }));
  if (failed) return 2;
  return options.check && reports.some((one) => fails(one, options.failOn)) ? 1 : 0;
}

function migrateRoot(root: Root, definitions: readonly Definition[], options: RunOptions): { opened: Opened; report: ExtensionReport; after: Opened['extension'] } {
  const opened = open(root, {
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(options.background === undefined ? {} : { background: options.background }),
  });
  const { extension: after, findings, changes } = migrate(opened.extension, definitions);
  return { opened, after, report: { root: root.name, target: opened.extension.target, targetSource: opened.targetSource, findings, changes } };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function fails({ findings }: ExtensionReport, failOn: Severity): boolean {
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn));
}

/** The transforms to run, in order. @throws InputError for an id that none has */
function select(only: readonly string[] = [], skip: readonly string[] = []): readonly Definition[] {
  for (const [option, ids] of [['--only', only], ['--skip', skip]] as const) {
    for (const id of ids) if (!transforms.some((transform) => transform.id === id)) throw new InputError(`${option} ${id}: no such transform; see mv3-codemod list`);
  }
  return transforms.filter(({ id }) => (only.length === 0 || only.includes(id)) && !skip.includes(id));
}

function unique(roots: readonly Root[]): Root[] {
  return [...new Map(roots.map((root) => [`${root.folder}\0${root.manifest}`, root])).values()];
}

async function diffOf(opened: Opened, after: Opened['extension'], named: boolean): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const paint = painter(hasColors(process.stdout));
  const prefix = named ? `${opened.root.name}/` : '';
  const patches = changedFiles(opened, after).map(({ path, before, text }) => {
    const [a, b] = [before === undefined ? '/dev/null' : `a/${prefix}${path}`, `b/${prefix}${path}`];
    return createTwoFilesPatch(a, b, before ?? '', text, undefined, undefined, { context: 3 }).replace(/^={3,}\n/, '');
  });
  return patches.join('').split('\n').map((line) => {
    if (/^(\+\+\+|---) /.test(line)) return paint('bold', line);
    return line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line.startsWith('@@') ? paint('cyan', line) : line;
  }).join('\n');
}

/** Says on a terminal which extension is at work; silent in pipes, and where there is only one. */
function progressOf(count: number): (root: Root | undefined) => void {
  if (!process.stderr.isTTY || count < 2) return () => {};
  let done = 0;
  return (root) => {
    process.stderr.write(root === undefined ? '\r\u001B[K' : `\r\u001B[K${++done}/${count} ${root.name}`);
  };
}
