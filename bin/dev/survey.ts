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
import { hasAlternative } from '../../transforms/lib/guarded.ts';
import type { Extension } from '../../transforms/lib/extension.ts';
import { isAnalysed } from '../../transforms/lib/input.ts';
import { Manifest } from '../../transforms/lib/manifest.ts';
import { migrate } from '../../transforms/lib/migrate.ts';
import type { Script } from '../../transforms/lib/script.ts';
import { SourceFile } from '../../transforms/lib/source.ts';
import { TARGETS, type Finding, type Outcome, type Severity, type Target } from '../../transforms/lib/types.ts';
import { discover } from '../discover.ts';
import { InputError, open, writeCopy, type Root } from '../workspace.ts';

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
  /** What is left to a person and says that a browser refuses the extension. */
  readonly refusals: readonly string[];
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
  readonly errors: readonly Failure[];
}

/** An error in the background as it starts. */
interface Failure {
  readonly text: string;
  /** What was said of it: the finding that names the place or the name. */
  readonly announced?: string;
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
  process.stdout.write(header(argv.target));
  try {
    for (const root of discover(folder).roots) {
      const row = await survey(root, relative(folder, root.folder) || '.', scratch, argv.target, argv.browser ? browsers : undefined);
      process.stdout.write(`${line(row, argv.target)}\n`);
      rows.push(row);
    }
  } finally {
    await browsers.close();
    if (argv.outDir === undefined) rmSync(scratch, { recursive: true, force: true });
  }
  process.stdout.write(`\n${totals(rows)}\n${details(rows)}`);
  if (argv.json !== undefined) writeFileSync(argv.json, `${JSON.stringify(rows, undefined, 2)}\n`);
}

async function survey(root: Root, name: string, scratch: string, target: Target | undefined, browsers: Browsers | undefined): Promise<Row> {
  const copy = join(scratch, name);
  try {
    const { migrated, announcement } = await migrateInto(root, copy, target);
    const manifest = join(copy, root.manifest);
    const loads: Record<string, Load> = {};
    if (browsers !== undefined && root.manifest !== 'package.json') {
      for (const kind of BROWSERS[migrated.target]) loads[kind.name] = await browsers.load(kind, dirname(manifest), announcement);
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

/** Finds what was said of an error that a browser tells; undefined if nothing was. */
type Announcement = (error: string) => string | undefined;

async function migrateInto(root: Root, copy: string, asked: Target | undefined): Promise<{ readonly migrated: Migrated; readonly announcement: Announcement }> {
  const options = asked === undefined ? {} : { target: asked };
  const opened = open(root, options);
  const { target } = opened.extension;
  const { extension, findings, changes } = migrate(opened.extension, transforms);
  await writeCopy(opened, extension, copy);
  // The copy is read again from the disk: what was written counts, not what was meant.
  const written = open({ ...root, folder: copy }, { target }).extension;
  const manual = findings.filter(({ outcome }) => outcome === 'manual');
  const migrated: Migrated = {
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
    refusals: manual.filter(({ text }) => REFUSAL.test(text)).map(inWords),
    broken: changes.map(({ file }) => file).filter((file) => parses(opened.extension, file) && !parses(written, file)),
    again: migrate(written, transforms).changes.map(({ file }) => file),
    altered: changes.flatMap(({ file }) => alteredLines(extension.files.get(file)!, root.folder, copy)),
    actions: renames(opened.extension, extension, findings, OLD_ACTIONS[target], []),
    actionKeys: renames(opened.extension, extension, findings, [], OLD_ACTIONS[target].map((api) => api.replace('A', '_a'))),
    injections: renames(opened.extension, extension, findings, target === 'event-page' ? [] : ['tabs.executeScript', 'tabs.insertCSS', 'tabs.removeCSS'], []),
  };
  return { migrated, announcement: (error) => announcementOf(error, extension, manual) };
}

/** How findings word that an extension is not installed. */
const REFUSAL = /\brefuses?\b|does not exist(:|;)|have no Manifest V3/;

/** What a browser says that is older than the extension asks for. */
const TOO_OLD = /requires \w+ version [\d.]+ or greater/;

function isExplained({ refusal = '' }: Load, { refusals }: Migrated): boolean {
  return refusals.length > 0 || TOO_OLD.test(refusal);
}

function inWords({ file, line, severity, text }: Finding): string {
  return `${severity} at ${file}:${line}: ${text}`;
}

/** The finding at the line where an error was thrown; for an error without a place, one that names what is missing. */
function announcementOf(error: string, extension: Extension, findings: readonly Finding[]): string | undefined {
  const [, path = '', line] = /\((\S+):(\d+)\)$/.exec(error) ?? /chrome-extension:\/\/\w+\/(\S+?):(\d+)/.exec(error) ?? [];
  const file = extension.files.get(extension.fromManifest(path) ?? path);
  const name = /(\w+) is not (?:defined|a function|a constructor)|reading '(\w+)'/.exec(error)?.slice(1).find((one) => one !== undefined);
  const origin = file && line !== undefined ? file.origin(lineStart(file.text, Number(line))).line : undefined;
  const found = origin !== undefined
    ? findings.find((finding) => finding.file === file!.path && finding.line === origin)
    : findings.find(({ text }) => (name !== undefined && text.includes(`\`${name}\``)) || [...text.matchAll(/without (?:an )?`(\w+)`/g)].some(([, missing]) => new RegExp(`\\b${missing}\\b`).test(error)));
  return found && inWords(found);
}

function lineStart(text: string, line: number): number {
  let at = 0;
  for (let left = line; left > 1 && at !== -1; left--) at = text.indexOf('\n', at) + 1;
  return at;
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

/** What only follows from an error that is told, too. */
const CONSEQUENCE = /^Service worker registration failed. Status code: 15/;

/** One process of each browser, started when it is first needed, and again after one that failed. */
class Browsers {
  readonly #running = new Map<BrowserKind, TestBrowser>();

  async load(kind: BrowserKind, folder: string, announcement: Announcement): Promise<Load> {
    try {
      const browser = await this.#start(kind);
      const extension = await inTime('installing', kind === firefox ? withId(folder, () => browser.install(folder)) : browser.install(folder), 30_000);
      const errors = (await extension.errors().catch((error: Error) => [error.message])).filter((text) => !CONSEQUENCE.test(text)).map((text): Failure => {
        const announced = announcement(text);
        return announced === undefined ? { text } : { text, announced };
      });
      const load = { installed: true, warnings: extension.warnings, errors };
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

/** Firefox gives an extension that it signs an id; without one, its storage does not work. */
async function withId<T>(folder: string, install: () => Promise<T>): Promise<T> {
  const path = join(folder, 'manifest.json');
  const text = readFileSync(path, 'utf8');
  const manifest = new Manifest(new SourceFile(path, text.replace(/^\uFEFF/, '')));
  if (['applications', 'browser_specific_settings'].some((key) => manifest.has([key, 'gecko', 'id']))) return install();
  writeFileSync(path, manifest.file.apply(manifest.set(['browser_specific_settings', 'gecko', 'id'], 'survey@example.org')).text);
  try {
    return await install();
  } finally {
    writeFileSync(path, text);
  }
}

// ---- printing: tables in Markdown

const COLUMNS = ['extension', 'files', 'edits', 'changed', 'review', 'error', 'warning', 'info', 'parses', 'again', 'lines'] as const;

function header(target: Target | undefined): string {
  const columns = [...COLUMNS, ...(target === undefined ? [chromium, firefox] : BROWSERS[target]).map(({ name }) => name)];
  return `| ${columns.join(' | ')} |\n|${columns.map((_, index) => (index > 0 && index < 8 ? '--:|' : '---|')).join('')}\n`;
}

function line({ name, refused, crash, migrated, browsers }: Row, target: Target | undefined): string {
  const shown = `\`${name}\``;
  if (crash !== undefined) return `| ${shown} | CRASH |`;
  if (refused !== undefined || migrated === undefined) return `| ${shown} | refused |`;
  const { files, changed, edits, findings, broken, again, altered } = migrated;
  const holds = (list: readonly string[]): string => (list.length === 0 ? 'yes' : 'NO');
  const kinds = target === undefined ? [chromium, firefox] : BROWSERS[target];
  return `| ${[
    shown, `${changed}/${files}`, edits, findings.changed, findings.review, findings.error, findings.warning, findings.info,
    holds(broken), holds(again), holds(altered), ...kinds.map((kind) => loadInShort(browsers[kind.name], migrated)),
  ].join(' | ')} |`;
}

function loadInShort(load: Load | undefined, migrated: Migrated): string {
  if (load === undefined) return '';
  const { installed, warnings, errors } = load;
  if (!installed) return `refused, ${TOO_OLD.test(load.refusal ?? '') ? 'too old' : isExplained(load, migrated) ? 'reported' : 'NOT REPORTED'}`;
  const told = (list: readonly unknown[], what: string): string[] => (list.length === 0 ? [] : [`${list.length} ${what}${list.length === 1 ? '' : 's'}`]);
  const verdict = errors.length === 0 ? [] : [!failsUnannounced(load) ? 'reported' : isForOtherSystem(load) ? 'for another system' : 'NOT REPORTED'];
  return ['installs', ...told(warnings, 'warning'), ...told(errors, 'error'), ...verdict].join(', ');
}

/** Whether the browser lacks an API of the extension on this system only, as Chrome does those of ChromeOS. */
function isForOtherSystem({ warnings }: Load): boolean {
  return warnings.some((text) => /is not allowed for specified platform|^Permission '.*' is unknown/.test(text));
}

/** Whether a background fails as it starts, and nothing was said of any of its errors. */
function failsUnannounced({ errors }: Load): boolean {
  return errors.length > 0 && errors.every(({ announced }) => announced === undefined);
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
      ...Object.entries(browsers).flatMap(([browser, load]) => [
        ...(load.refusal === undefined ? [] : [`${browser} refuses: ${load.refusal}`, ...(isExplained(load, migrated!) ? migrated!.refusals.map((text) => `  ${text}`) : ['  NOT REPORTED'])]),
        ...load.warnings.map((text) => `${browser} warns: ${text}`),
        ...load.errors.flatMap(({ text, announced }) => [`${browser}, background: ${text.replaceAll(/\s*\n\s*/g, ' ')}`, `  ${announced ?? 'NOT REPORTED'}`]),
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
  const uses = (list: readonly Renames[], of: (one: Renames) => number): number => list.reduce((total, one) => total + of(one), 0);
  const became = (list: readonly Renames[]): string => {
    const silent = uses(list, (one) => one.silent.length);
    return `${list.length} users; ${uses(list, ({ before }) => before)} uses: ${uses(list, ({ before, after }) => before - after)} rewritten, ${uses(list, ({ after }) => after) - silent} reported, ${silent} without a word`;
  };
  const findings = (kinds: readonly (Outcome | Severity)[]): string => kinds.map((kind) => `${sum((one) => one.findings[kind])} ${kind}`).join(', ');
  const lines = [
    ['extensions', `${rows.length}, of these ${count(rows, ({ refused }) => refused !== undefined)} refused as input; ${count(rows, ({ crash }) => crash !== undefined)} crashes`],
    ['files changed', `${sum((one) => one.changed)} of ${sum((one) => one.files)}, with ${sum((one) => one.edits)} edits`],
    ['findings', findings(['changed', 'review', 'manual'])],
    ['left to a person', findings(['error', 'warning', 'info'])],
    ['outputs parse', share(count(done, ({ broken }) => broken.length === 0), done.length)],
    ['a second run changes nothing', share(count(done, ({ again }) => again.length === 0), done.length)],
    ['untouched lines byte-identical', share(count(done, ({ altered }) => altered.length === 0), done.length)],
    ['`browserAction`, `pageAction` in code', became(users((one) => one.actions))],
    ['`browser_action`, `page_action` in manifests', became(users((one) => one.actionKeys))],
    ['`executeScript`, `insertCSS`, `removeCSS`', became(users((one) => one.injections))],
    ...[chromium, firefox].flatMap(({ name }) => {
      const loads = rows.flatMap((row) => (row.browsers[name] ? [{ ...row.browsers[name], explained: isExplained(row.browsers[name], row.migrated!) }] : []));
      const installed = loads.filter((one) => one.installed);
      const failing = installed.filter(({ errors }) => errors.length > 0);
      return loads.length === 0 ? [] : [
        [`installs in ${name}`, share(installed.length, loads.length)],
        ['installs, or the report says why not', share(count(loads, (one) => one.installed || one.explained), loads.length)],
        ['installs without a warning', share(count(installed, ({ warnings }) => warnings.length === 0), loads.length)],
        ['background starts without an error', share(installed.length - failing.length, installed.length)],
        ['of the others, the report says where it fails', share(count(failing, (one) => !failsUnannounced(one)), failing.length)],
        ['of the rest, made for another system', share(count(failing, (one) => failsUnannounced(one) && isForOtherSystem(one)), count(failing, failsUnannounced))],
      ];
    }),
  ];
  return `| what | result |\n|---|---|\n${lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`survey: ${error instanceof InputError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
