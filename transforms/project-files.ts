import { isCall, keyName, parentOf, stringValue, unwrap, walk, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { mainOf } from './lib/frameworks.ts';
import { isAnalysed, isTest } from './lib/input.ts';
import type { Manifest } from './lib/manifest.ts';
import { manifestsBeside, namedFiles, partsBeside } from './lib/manifest-parts.ts';
import type { Script } from './lib/script.ts';
import { listed, snippet } from './lib/words.ts';

const CONFIGURATION = /(^|\/)(webpack|rspack|vite|rollup)[\w.-]*\.[mc]?[jt]s$/;
const MOCKS = new Set(['sinon-chrome', 'jest-webextension-mock', 'vitest-chrome', 'jest-chrome', 'webextensions-api-mock']);
/** `__firefox__applications`, `{{chrome}}.minimum_chrome_version`, `$firefox:background`: what templates of build tools look like. */
const BUILD_KEY = /^(__[\w|]+__|\{\{[^{}]+\}\}\.|\$[\w|]+:)\w/;
const OLD_NAME = /\b(browserAction|pageAction|extension\.getURL|tabs\.(executeScript|insertCSS|removeCSS|getSelected)|getBackgroundPage)\b/;

export default define({
  id: 'project-files',
  summary: 'Build configuration, tests and frameworks that expect a background page',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/basics',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: ['defineBackground'],
  messages: {
    'other-manifest': {
      outcome: 'manual', severity: 'warning',
      text: 'the scripts are those of Manifest V3 now, also for {files}',
      advice: 'Migrate each manifest that names them: `mv3-codemod path/to/manifest.firefox.json`.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/manifest',
    },
    'second-version-build': {
      outcome: 'manual', severity: 'error',
      text: 'a script builds Manifest V2 (`{build}`): there {lacks}',
      advice: 'Build with `--target={browser}-mv3`.',
      url: 'https://docs.plasmo.com/framework/workflows/build#with-specific-target',
    },
    'manifest-parts': {
      outcome: 'manual', severity: 'warning',
      text: '{files} beside this manifest {are} no manifest alone: what a build adds from there is not known and not migrated',
      advice: 'Do there by hand what the run does here to the same keys, and look for what it adds here and they have already.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/manifest',
    },
    'build-keys': {
      outcome: 'manual', severity: 'warning',
      text: '`{key}`{more} is written for a build that makes another key of it: it is not migrated',
      advice: 'Migrate it by hand, or build, and see what the built manifest needs.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/manifest',
    },
    'split-background': {
      outcome: 'manual', severity: 'info',
      text: '`{name}` may put code of the background into chunks of its own, which a service worker does not load',
      advice: 'Keep the background\'s entry in one file: leave it out of `{name}`.',
    },
    'background-page-test': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` looks for a background page, and there is a service worker',
      advice: 'In Puppeteer the target type is `service_worker`; in Playwright, use `context.serviceWorkers()`.',
      url: 'https://developer.chrome.com/docs/extensions/how-to/test/end-to-end-testing',
    },
    'mocked-api': {
      outcome: 'manual', severity: 'info',
      text: '{name} stands in for the extension APIs in tests: it needs the new names, too',
      advice: 'Check that it knows `action` and `scripting`, or add them.',
      url: 'https://developer.chrome.com/docs/extensions/how-to/test/unit-testing',
    },
    'tests': {
      outcome: 'manual', severity: 'info',
      text: 'tests are left as they are: {files} {use} names that Manifest V3 does not have',
      advice: 'Run them after the migration: what they expect, and what they put in place of the browser, needs the new names.',
      url: 'https://developer.chrome.com/docs/extensions/how-to/test/unit-testing',
    },
    'asynchronous-background': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: the background\'s main function must not be `async`: what it does after an `await` is too late',
      advice: 'Make it a plain function that registers all listeners at once, and start what is asynchronous from there.',
      url: 'https://wxt.dev/guide/essentials/entrypoints.html#background',
    },
  },
  *manifest(manifest: Manifest, extension: Extension) {
    const { scripts, hasWorker, originalManifest } = extension;
    if (manifest.conventions !== undefined) yield* secondVersionBuilds(manifest);
    if (originalManifest.version === 2) yield* otherManifests(manifest, extension);
    const built = manifest.keys([]).filter((key) => BUILD_KEY.test(key));
    if (built.length > 0) yield { message: 'build-keys' as const, at: manifest.at([built[0]!]), data: { key: built[0]!, more: built.length > 1 ? ` (and ${built.length - 1} more)` : '' } };
    if (originalManifest.version === 2) yield* unmigratedTests(scripts);
    // One place each is enough: whoever looks there finds the others.
    if (hasWorker) yield* first(scripts, (script) => CONFIGURATION.test(script.path) && /\b(splitChunks|manualChunks)\b/.test(script.text), splitting);
    if (hasWorker) yield* first(scripts, (script) => /\bbackground_page\b|\bbackgroundPages\b/.test(script.text), tests);
    yield* first(scripts, (script) => [...MOCKS].some((name) => script.text.includes(name)), mocks);
  },
  *script(script: Script) {
    if (!script.file.editable) return;
    for (const { node } of script.freeNames.get('defineBackground') ?? []) yield* asynchronousMain(script, node);
    const imported = script.scopes?.program.bindings.get('defineBackground');
    for (const { node } of imported?.references ?? []) yield* asynchronousMain(script, node);
  },
});

/** Plasmo: `plasmo build --target=chrome-mv2` */
function* secondVersionBuilds(manifest: Manifest) {
  const browsers = new Set([...manifest.text.matchAll(/--target[= ]["']?(\w+)-mv2\b/g)].map(([, browser]) => browser!));
  for (const browser of browsers) {
    const lacks = browser === 'firefox' ? '`chrome` gives no promises, and `action` and `scripting` are missing or different' : 'the background is a page that stays, and `action` and `scripting` are missing';
    yield { message: 'second-version-build' as const, at: manifest.at([]), data: { build: `${browser}-mv2`, browser, lacks } };
  }
}

/** Other manifests in the folder of this one: those of Version 2 that name the same files, and parts that a build may merge with it. */
function* otherManifests(manifest: Manifest, { files, alsoMigrated }: Extension) {
  const own = namedFiles(manifest);
  const others = manifestsBeside(manifest, files).filter((other) => other.version === 2 && !alsoMigrated.has(other.path) && [...namedFiles(other)].some((name) => own.has(name)));
  const parts = partsBeside(manifest, files).filter(({ path }) => !alsoMigrated.has(path));
  const list = (some: readonly Manifest[]): string => listed(some.map(({ path }) => path));
  const at = manifest.at(['manifest_version']);
  if (others.length > 0) yield { message: 'other-manifest' as const, at, data: { files: list(others) } };
  if (parts.length > 0) yield { message: 'manifest-parts' as const, at, data: { files: list(parts), are: parts.length > 1 ? 'are' : 'is' } };
}

function* unmigratedTests(scripts: readonly Script[]) {
  const [first, ...others] = scripts.filter((script) => script.file.editable && isTest(script) && OLD_NAME.test(script.text));
  if (first === undefined) return;
  const start = first.text.search(OLD_NAME);
  const paths = [first, ...others].map(({ path }) => path);
  yield { message: 'tests' as const, at: { file: first.path, start, end: start }, data: { files: listed(paths), use: paths.length === 1 ? 'uses' : 'use' } };
}

function* first<M>(scripts: readonly Script[], holds: (script: Script) => boolean, find: (script: Script) => Iterable<M>): Generator<M> {
  for (const script of scripts) {
    if (script.realms.length > 0 || !holds(script) || !(isAnalysed(script) || (isTest(script) && script.program)) || !script.file.editable) continue;
    for (const match of find(script)) {
      yield match;
      return;
    }
  }
}

function* splitting(script: Script) {
  const found: { readonly node: Node; readonly name: string }[] = [];
  walk(script.program!, (node) => {
    if (node.type !== 'ObjectProperty') return;
    const name = keyName(node);
    if ((name === 'splitChunks' && unwrap(node.value).type !== 'BooleanLiteral') || name === 'manualChunks') found.push({ node, name });
  });
  for (const { node, name } of found) yield { message: 'split-background' as const, at: script.at(node), data: { name } };
}

/** `target.type() === 'background_page'`, `context.backgroundPages()` */
function* tests(script: Script) {
  const found: Node[] = [];
  walk(script.program!, (node) => {
    if (stringValue(node) === 'background_page' && (node.type === 'StringLiteral' || node.type === 'TemplateLiteral')) found.push(parentOf(node)?.type === 'BinaryExpression' ? parentOf(node)! : node);
    if (isCall(node) && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && node.callee.property.name === 'backgroundPages') found.push(node);
  });
  for (const node of found) yield { message: 'background-page-test' as const, at: script.at(node), data: { code: snippet(script, node) } };
}

function* mocks(script: Script) {
  for (const statement of script.program!.body) {
    if (statement.type === 'ImportDeclaration' && MOCKS.has(statement.source.value)) yield { message: 'mocked-api' as const, at: script.at(statement), data: { name: statement.source.value } };
  }
  for (const { node } of script.freeNames.get('require') ?? []) {
    const call = parentOf(node);
    const source = isCall(call) ? stringValue(call.arguments[0]) : undefined;
    if (source !== undefined && MOCKS.has(source)) yield { message: 'mocked-api' as const, at: script.at(call!), data: { name: source } };
  }
}

/** WXT: `defineBackground(async () => { ... })`, `defineBackground({ async main() { ... } })` */
function* asynchronousMain(script: Script, node: Node) {
  const call = parentOf(node);
  const fn = isCall(call) && call.callee === node ? mainOf(call) : undefined;
  if (fn && 'async' in fn && fn.async) yield { message: 'asynchronous-background' as const, at: script.at(call!), data: { code: snippet(script, call!) } };
}
