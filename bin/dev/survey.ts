// Migrates every extension below a folder into a scratch copy, loads the copies in real browsers, and prints a row for each.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { InstallError, inTime, type BrowserKind, type TestBrowser } from '../../__tests__/browser/browser.ts';
import { chromium } from '../../__tests__/browser/chromium.ts';
import { firefox } from '../../__tests__/browser/firefox.ts';
import { transforms } from '../../transforms/index.ts';
import { hasAlternative } from '../../transforms/lib/api.ts';
import type { Extension } from '../../transforms/lib/extension.ts';
import { isAnalysed } from '../../transforms/lib/input.ts';
import { migrate } from '../../transforms/lib/migrate.ts';
import type { Script } from '../../transforms/lib/script.ts';
import type { SourceFile } from '../../transforms/lib/source.ts';
import { TARGETS, type Finding, type Outcome, type Severity, type Target } from '../../transforms/lib/types.ts';
import { discover, InputError, open, writeCopy, type Root } from '../workspace.ts';

interface Row {
  readonly name: string;
  /** Why nothing was done, where the input is refused. */
  readonly refused?: string;
  /** What stopped the tool: a bug. */
  readonly crash?: string;
  readonly migrated?: Migrated;
  readonly browsers: Readonly<Record<string, Load>>;
}

interface Migrated {
  readonly target: Target;
  readonly files: number;
  readonly changed: number;
  readonly edits: number;
  readonly findings: Readonly<Record<Outcome | Severity, number>>;
  /** Findings of severity error that a person must act on, in words. */
  readonly errors: readonly string[];
  /** Files that parsed before and do not parse now. */
  readonly broken: readonly string[];
  /** Files that a second run changes. */
  readonly again: readonly string[];
  /** Lines, as `file:line` of the original, that no edit touched and that are not what they were, byte for byte. */
  readonly altered: readonly string[];
  readonly actions: Renames;
  readonly actionKeys: Renames;
  readonly injections: Renames;
}

/** What became of the uses of an API. */
interface Renames {
  readonly before: number;
  readonly after: number;
  /** Uses that are left without a word, as `file:line`. */
  readonly silent: readonly string[];
}

/** How an extension loads. */
interface Load {
  readonly installed: boolean;
  readonly refusal?: string;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

const BROWSERS: Readonly<Record<Target, readonly BrowserKind[]>> = { 'chrome': [chromium], 'firefox': [firefox], 'cross-browser': [chromium, firefox], 'event-page': [firefox] };

async function main(): Promise<void> {
  const argv = await yargs(hideBin(process.argv))
    .scriptName('npm run survey --')
    .command('$0 <folder>', 'migrates every extension below a folder into a scratch copy', (command) => command.positional('folder', { type: 'string', demandOption: true }))
    .option('target', { choices: TARGETS, describe: 'default: read from each manifest' })
    .option('json', { type: 'string', requiresArg: true, describe: 'write all results to this file' })
    .option('out-dir', { type: 'string', requiresArg: true, describe: 'keep the copies there' })
    .option('browser', { type: 'boolean', default: true, describe: 'load the copies in the browsers of their target' })
    .strict().parseAsync();
  const folder = String(argv['folder']);
  const scratch = resolve(argv.outDir ?? mkdtempSync(join(tmpdir(), 'mv3-codemod-survey-')));
  const browsers = new Browsers();
  const rows: Row[] = [];
  try {
    for (const root of discover(folder)) {
      const row = await survey(root, relative(folder, root.folder) || '.', scratch, argv.target, argv.browser ? browsers : undefined);
      process.stdout.write(`${line(row)}\n`);
      rows.push(row);
    }
  } finally {
    await browsers.close();
    if (argv.outDir === undefined) rmSync(scratch, { recursive: true, force: true });
  }
  process.stdout.write(`\n${details(rows)}\n${totals(rows)}`);
  if (argv.json !== undefined) writeFileSync(argv.json, `${JSON.stringify(rows, undefined, 2)}\n`);
}

async function survey(root: Root, name: string, scratch: string, target: Target | undefined, browsers: Browsers | undefined): Promise<Row> {
  const copy = join(scratch, name);
  try {
    const migrated = await migrateInto(root, copy, target);
    const manifest = join(copy, root.manifest);
    const loads: Record<string, Load> = {};
    if (browsers !== undefined && root.manifest !== 'package.json') {
      for (const kind of BROWSERS[migrated.target]) loads[kind.name] = await browsers.load(kind, dirname(manifest));
    }
    return { name, migrated, browsers: loads };
  } catch (error) {
    if (error instanceof InputError) return { name, refused: error.message, browsers: {} };
    return { name, crash: error instanceof Error ? (error.stack ?? error.message) : String(error), browsers: {} };
  }
}

// ---- migrating

/** The toolbar buttons that a target does not have any more. */
const OLD_ACTIONS: Readonly<Record<Target, readonly string[]>> = {
  'chrome': ['browserAction', 'pageAction'], 'cross-browser': ['browserAction', 'pageAction'], 'firefox': ['browserAction'], 'event-page': [],
};

async function migrateInto(root: Root, copy: string, asked: Target | undefined): Promise<Migrated> {
  const options = asked === undefined ? {} : { target: asked };
  const opened = open(root, options);
  const { target } = opened.extension;
  const { extension, findings, changes } = migrate(opened.extension, transforms);
  await writeCopy(opened, extension, copy);
  // The copy is read again from the disk: what was written counts, not what was meant.
  const written = open({ ...root, folder: copy }, { target }).extension;
  const manual = findings.filter(({ outcome }) => outcome === 'manual');
  return {
    target,
    files: extension.files.size,
    changed: changes.length,
    edits: changes.reduce((sum, { file }) => sum + stepsOf(extension.files.get(file)!).reduce((count, { edits }) => count + edits.length, 0), 0),
    findings: {
      changed: count(findings, ({ outcome }) => outcome === 'changed'),
      review: count(findings, ({ outcome }) => outcome === 'review'),
      manual: manual.length,
      error: count(manual, ({ severity }) => severity === 'error'),
      warning: count(manual, ({ severity }) => severity === 'warning'),
      info: count(manual, ({ severity }) => severity === 'info'),
    },
    errors: manual.filter(({ severity }) => severity === 'error').map(({ file, line, text }) => `${file}:${line} ${text}`),
    broken: changes.map(({ file }) => file).filter((file) => parses(opened.extension, file) && !parses(written, file)),
    again: migrate(written, transforms).changes.map(({ file }) => file),
    altered: changes.flatMap(({ file }) => alteredLines(extension.files.get(file)!, root.folder, copy)),
    actions: renames(opened.extension, extension, findings, OLD_ACTIONS[target], []),
    actionKeys: renames(opened.extension, extension, findings, [], OLD_ACTIONS[target].map((api) => api.replace('A', '_a'))),
    injections: renames(opened.extension, extension, findings, target === 'event-page' ? [] : ['tabs.executeScript', 'tabs.insertCSS', 'tabs.removeCSS'], []),
  };
}

function count<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length;
}

function parses(extension: Extension, file: string): boolean {
  if (file === extension.manifest.path) return !extension.manifest.problems.some(({ kind }) => kind === 'syntax');
  const page = extension.page(file);
  const scripts = page ? page.scripts.flatMap(({ inline }) => (inline ? [extension.inlineScript(page, inline)] : [])) : [extension.script(file)];
  return scripts.every((script) => script?.problem === undefined);
}

/** The rounds of edits that made a file, the last one first. */
function stepsOf(file: SourceFile): NonNullable<SourceFile['derivation']>[] {
  const steps = [];
  for (let step = file.derivation; step !== undefined; step = step.before.derivation) steps.push(step);
  return steps;
}

/** Compares what is on the disk: every line of the original that no edit reaches must be in the copy, in order, with the same bytes. */
function alteredLines(file: SourceFile, folder: string, copy: string): string[] {
  const touched = new Set<number>();
  for (const { before, edits } of stepsOf(file)) {
    for (const { start, end } of edits) {
      const [first, last] = [before.origin(start).line, before.origin(end).line];
      for (let line = first; line <= last; line++) touched.add(line);
    }
  }
  const lines = (path: string): string[] => readFileSync(path, 'latin1').split(/(?<=\n)/);
  const after = lines(join(copy, file.path));
  let at = 0;
  return file.derivation === undefined ? [] : lines(join(folder, file.path)).flatMap((text, index) => {
    if (touched.has(index + 1)) return [];
    const found = after.indexOf(text, at);
    if (found === -1) return [`${file.path}:${index + 1}`];
    at = found + 1;
    return [];
  });
}

const isNewName = (names: readonly string[]): boolean => names[0] === 'action' || names[0] === 'scripting';

/** The uses of some APIs and manifest keys before and after, and those left that no finding names; code that chooses between old and new is no use. */
function renames(before: Extension, after: Extension, findings: readonly Finding[], apis: readonly string[], keys: readonly string[]): Renames {
  const words = new RegExp([...apis.map((api) => api.slice(api.lastIndexOf('.') + 1)), ...keys].join('|'));
  const isNamed = (file: SourceFile, line: number): boolean =>
    findings.some((finding) => finding.file === file.path && (finding.line === line || !file.editable) && words.test(`${finding.text} ${finding.advice}`));
  const uses = (extension: Extension): { file: SourceFile; line: number }[] => [
    ...keys.flatMap((key) => {
      const node = extension.manifest.node([key]);
      return node ? [{ file: extension.manifest.file, line: extension.manifest.file.origin(node.offset).line }] : [];
    }),
    ...extension.scripts.filter(isAnalysed).flatMap((script: Script) =>
      apis.flatMap((api) => script.references(api)).filter((reference) => !hasAlternative(script, reference, isNewName)).map(({ node }) => ({ file: script.file, line: script.file.origin(node.start!).line }))),
  ];
  const left = uses(after);
  return { before: uses(before).length, after: left.length, silent: left.filter(({ file, line }) => !isNamed(file, line)).map(({ file, line }) => `${file.path}:${line}`) };
}

// ---- loading

/** One process of each browser, started when it is first needed, and again after one that failed. */
class Browsers {
  readonly #running = new Map<BrowserKind, TestBrowser>();

  async load(kind: BrowserKind, folder: string): Promise<Load> {
    try {
      const browser = await this.#start(kind);
      const extension = await inTime('installing', browser.install(folder), 30_000);
      const load = { installed: true, warnings: extension.warnings, errors: await extension.errors() };
      await inTime('uninstalling', extension.uninstall(), 30_000);
      return load;
    } catch (error) {
      if (!(error instanceof InstallError)) {
        await this.#running.get(kind)?.close();
        this.#running.delete(kind);
      }
      return { installed: false, refusal: (error as Error).message, warnings: [], errors: [] };
    }
  }

  async #start(kind: BrowserKind): Promise<TestBrowser> {
    let browser = this.#running.get(kind);
    if (browser === undefined) {
      const found = kind.find();
      if ('missing' in found) throw new InputError(`no ${kind.name}: ${found.missing}; or use --no-browser`);
      this.#running.set(kind, (browser = await kind.launch(found.path)));
    }
    return browser;
  }

  async close(): Promise<void> {
    for (const browser of this.#running.values()) await browser.close();
  }
}

// ---- printing

function line({ name, refused, crash, migrated, browsers }: Row): string {
  if (crash !== undefined) return `${name}  CRASH`;
  if (refused !== undefined || migrated === undefined) return `${name}  refused`;
  const { files, changed, edits, findings, broken, again, altered } = migrated;
  const loads = Object.entries(browsers).map(([browser, { installed, warnings, errors }]) =>
    `${browser}: ${installed ? `installed, ${warnings.length} warnings, ${errors.length} errors` : 'NOT INSTALLED'}`);
  return [
    name.padEnd(48), `${changed}/${files} files, ${edits} edits`.padEnd(24),
    `${findings.changed} changed, ${findings.review} review, ${findings.manual} manual (${findings.error}/${findings.warning}/${findings.info})`.padEnd(44),
    broken.length === 0 ? 'parses' : 'BROKEN', again.length === 0 ? 'stable' : 'NOT STABLE', altered.length === 0 ? 'lines kept' : 'LINES ALTERED', ...loads,
  ].join('  ');
}

/** What is not as it should be, extension by extension. */
function details(rows: readonly Row[]): string {
  return rows.flatMap(({ name, refused, crash, migrated, browsers }) => {
    const remarks = [
      ...(refused === undefined ? [] : [`refused: ${refused}`]),
      ...(crash === undefined ? [] : [`crash: ${crash}`]),
      ...(migrated?.broken ?? []).map((file) => `does not parse any more: ${file}`),
      ...(migrated?.again ?? []).map((file) => `a second run changes ${file}`),
      ...(migrated?.altered ?? []).map((place) => `altered without an edit: ${place}`),
      ...[...(migrated?.actions.silent ?? []), ...(migrated?.actionKeys.silent ?? [])].map((place) => `browser or page action left without a word: ${place}`),
      ...(migrated?.injections.silent ?? []).map((place) => `executeScript or insertCSS left without a word: ${place}`),
      ...Object.entries(browsers).flatMap(([browser, { refusal, warnings, errors }]) => [
        ...(refusal === undefined ? [] : [`${browser} refuses: ${refusal}`, ...(migrated!.errors.length > 0 ? migrated!.errors.map((text) => `  reported: ${text}`) : ['  NOT REPORTED as an error'])]),
        ...warnings.map((text) => `${browser} warns: ${text}`),
        ...errors.map((text) => `${browser}, background: ${text}`),
      ]),
    ];
    return remarks.length === 0 ? [] : [`${name}\n${remarks.map((remark) => `  ${remark}\n`).join('')}`];
  }).join('');
}

function totals(rows: readonly Row[]): string {
  const done = rows.flatMap(({ migrated }) => migrated ?? []);
  const sum = (value: (one: Migrated) => number): number => done.reduce((total, one) => total + value(one), 0);
  const share = (part: number, whole: number): string => `${part} of ${whole}${whole > 0 ? ` (${((100 * part) / whole).toFixed(1)} %)` : ''}`;
  const users = (of: (one: Migrated) => Renames): Renames[] => done.map(of).filter(({ before }) => before > 0);
  const injections = users((one) => one.injections);
  const renamed = (what: string, renames: readonly Renames[]): string =>
    `${what}: ${renames.length} users, ${share(count(renames, ({ after }) => after === 0), renames.length)} renamed fully, ${count(renames, ({ silent }) => silent.length > 0)} with uses left without a word`;
  const lines = [
    `${rows.length} extensions: ${count(rows, ({ refused }) => refused !== undefined)} refused, ${count(rows, ({ crash }) => crash !== undefined)} crashes`,
    `${sum((one) => one.changed)} of ${sum((one) => one.files)} files changed, ${sum((one) => one.edits)} edits`,
    `findings: ${(['changed', 'review', 'manual'] as const).map((outcome) => `${sum(({ findings }) => findings[outcome])} ${outcome}`).join(', ')}; left to a person: ${(['error', 'warning', 'info'] as const).map((severity) => `${sum(({ findings }) => findings[severity])} ${severity}`).join(', ')}`,
    `outputs parse: ${share(count(done, ({ broken }) => broken.length === 0), done.length)}`,
    `second run changes nothing: ${share(count(done, ({ again }) => again.length === 0), done.length)}`,
    `untouched lines byte-identical: ${share(count(done, ({ altered }) => altered.length === 0), done.length)}`,
    renamed('browserAction or pageAction, old on the target, in code', users((one) => one.actions)),
    renamed('browser_action or page_action, old on the target, in the manifest', users((one) => one.actionKeys)),
    `executeScript, insertCSS, removeCSS: ${injections.length} users, ${injections.reduce((total, { before }) => total + before, 0)} uses, ${injections.reduce((total, { before, after }) => total + before - after, 0)} rewritten, ${injections.reduce((total, { after, silent }) => total + after - silent.length, 0)} reported, ${injections.reduce((total, { silent }) => total + silent.length, 0)} without a word`,
    ...[chromium, firefox].flatMap(({ name }) => {
      const loads = rows.flatMap((row) => (row.browsers[name] ? [{ ...row.browsers[name], reported: row.migrated!.errors.length > 0 }] : []));
      const [refused, failing] = [loads.filter(({ installed }) => !installed), loads.filter(({ errors }) => errors.length > 0)];
      const reported = (some: typeof loads): string => `an error is reported for ${share(count(some, (one) => one.reported), some.length)}`;
      return loads.length === 0 ? [] : [
        `${name}: installs ${share(loads.length - refused.length, loads.length)}; of the others ${reported(refused)}`,
        `${name}: ${share(count(loads, ({ installed, warnings }) => installed && warnings.length === 0), loads.length)} without a warning`,
        `${name}: ${failing.length} with errors in the background at start; of these ${reported(failing)}`,
      ];
    }),
  ];
  return lines.map((text) => `${text}\n`).join('');
}

main().catch((error: unknown) => {
  process.stderr.write(`survey: ${error instanceof InputError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
