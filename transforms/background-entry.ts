import { callOf, isFunction, parentOf, property, stringValue, topLevelAwait, unwrap, walk, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Manifest } from './lib/manifest.ts';
import { movedText } from './lib/layout.ts';
import { folderOf, resolveUrl, type Page } from './lib/page.ts';
import { backgroundEntry, type BackgroundEntry, type Realm } from './lib/realms.ts';
import { roleOfPath } from './lib/roles.ts';
import { initOfConstant } from './lib/scope.ts';
import type { Script } from './lib/script.ts';
import type { Edit, Match } from './lib/types.ts';
import { listed } from './lib/words.ts';

type Id =
  | 'event-page' | 'persistent-removed' | 'to-be-copied' | 'built-page' | 'service-worker' | 'service-worker-created' | 'both' | 'both-created' | 'page-scripts' | 'scripts-for-firefox'
  | 'malformed' | 'page-base' | 'page-content' | 'page-inline-script' | 'mixed-modules' | 'missing-script' | 'missing-page' | 'script-left-out' | 'top-level-await' | 'bare-import' | 'computed-imports' | 'built-background' | 'unread-code' | 'remote-script' | 'module-as-script';

const DOCUMENT = 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers';
const FIREFOX = 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/manifest.json/background';

export default define<Id>({
  id: 'background-entry',
  summary: 'What the manifest starts as the background: a persistent page, an event page, a service worker, or both',
  url: DOCUMENT,
  messages: {
    'event-page': {
      outcome: 'changed', severity: 'error',
      text: 'the background page is now unloaded when it is idle: `"persistent": false`',
      url: 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Background_scripts#convert_to_non-persistent',
    },
    'persistent-removed': { outcome: 'changed', severity: 'warning', text: '`persistent` has no meaning in Manifest V3' },
    'service-worker': { outcome: 'changed', severity: 'error', text: '`background.{key}` is now `service_worker`: `{worker}`' },
    'service-worker-created': { outcome: 'changed', severity: 'error', text: '`background.{key}` is now `service_worker`: `{worker}` loads its scripts in the same order' },
    'both': { outcome: 'changed', severity: 'error', text: 'the background is now a service worker in Chrome (`{worker}`) and an event page in Firefox', url: FIREFOX },
    'both-created': {
      outcome: 'changed', severity: 'error',
      text: 'the background is now a service worker in Chrome (`{worker}` loads the scripts in the same order) and an event page in Firefox', url: FIREFOX,
    },
    'to-be-copied': {
      outcome: 'manual', severity: 'info',
      text: '`{worker}` is new, and Chrome refuses the extension without it',
      advice: 'Where a build puts the extension together, have it copy that file, too.',
    },
    'page-scripts': { outcome: 'changed', severity: 'error', text: '`background.page` is now the list of its scripts', url: FIREFOX },
    'scripts-for-firefox': { outcome: 'changed', severity: 'error', text: 'Firefox has no service workers: `{worker}` runs as an event page', url: FIREFOX },
    'malformed': {
      outcome: 'manual', severity: 'error',
      text: '`{key}` is not of the kind that browsers take: no background was found',
      advice: 'Write a list of paths in `scripts`, or one path in `page`, and run again.', url: FIREFOX,
    },
    'page-base': {
      outcome: 'manual', severity: 'error',
      text: 'the background page has a `<base>`, which gives its scripts other addresses: they were not followed',
      advice: 'Write the paths of its scripts as they are without it, remove it, and run again.',
    },
    'page-content': {
      outcome: 'manual', severity: 'warning',
      text: '`<{tag}>` of the background page does not exist in a service worker',
      advice: 'Move what its scripts do with it into an offscreen document or a page of the extension.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/offscreen',
    },
    'page-inline-script': {
      outcome: 'manual', severity: 'error',
      text: 'an inline script of the background page cannot be loaded by a service worker',
      advice: 'Move it into a file and list that file among the page\'s scripts.',
    },
    'mixed-modules': {
      outcome: 'manual', severity: 'error',
      text: 'the background page loads classic scripts and modules; a service worker is either of them',
      advice: 'Make all of them modules, or bundle them into one script.',
    },
    'missing-script': {
      outcome: 'manual', severity: 'error',
      text: '{files} {do} not exist: a service worker that loads {them} does not start',
      advice: 'Build, or correct the path. If the source was not found, name that with --background.',
    },
    'missing-page': {
      outcome: 'manual', severity: 'error',
      text: '`{path}` does not exist in the extension: its scripts are not known, and are not migrated',
      advice: 'Name the source of its script with --background, or correct the path.',
    },
    'built-page': {
      outcome: 'manual', severity: 'error',
      text: '`{path}` is made by a build: Chrome has no background pages in Manifest V3',
      advice: 'Have the build make a single script, and name that in `service_worker`; for Firefox, list it in `scripts` too.',
    },
    'script-left-out': {
      outcome: 'manual', severity: 'error',
      text: '{files} {do} not exist, and {are} left out, because a service worker that loads {them} does not start',
      advice: 'A page ignores a missing script, a service worker does not. Remove it from your sources, or add the file.',
    },
    'remote-script': {
      outcome: 'manual', severity: 'error',
      text: '`{path}` is code from elsewhere, which Manifest V3 forbids',
      advice: 'Put the file into the extension, and list it by its path.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#remove-remote-code',
    },
    'module-as-script': {
      outcome: 'manual', severity: 'error',
      text: '`{path}` is a module, and loaded as a script: a page goes on without it, a service worker does not start',
      advice: 'If all scripts of the background can be modules, add `"type": "module"` to `background`; otherwise bundle it.',
      url: FIREFOX,
    },
    'top-level-await': {
      outcome: 'manual', severity: 'error',
      text: 'top-level `await`: {consequence}',
      advice: 'Keep the promise in a constant, and await it in the functions that need it.',
    },
    'bare-import': {
      outcome: 'manual', severity: 'error',
      text: '`{source}` is not a path: without a bundler the background does not start',
      advice: 'Import a file of the extension by its relative path, or bundle the background.',
    },
    'computed-imports': {
      outcome: 'manual', severity: 'error',
      text: '`importScripts` with computed names, or not at each start: the files that Firefox has to load are not known',
      advice: 'List them in `background.scripts`, and call `importScripts` only where it exists.', url: FIREFOX,
    },
    'built-background': {
      outcome: 'manual', severity: 'warning',
      text: '`{path}` is built from sources that were not found: the background\'s code is not migrated',
      advice: 'Name its source with --background.',
    },
    'unread-code': {
      outcome: 'manual', severity: 'warning',
      text: '`{source}` is not in the extension\'s folder: what the background has there is neither read nor migrated',
      advice: 'Look there for what an unload ends: variables that events change, timers, listeners that come late; and for names that are gone.',
    },
  },

  *manifest(manifest, extension) {
    if (manifest.conventions !== undefined || !manifest.has(['background'])) return;
    const entry = backgroundEntry(extension);
    if (entry.kind === 'none' && extension.backgroundSources === undefined) {
      const key = malformed(manifest);
      if (key !== undefined) yield { message: 'malformed', at: manifest.at(key), data: { key: key.join('.') } };
    }
    if (entry.page !== undefined && isMoved(entry.page)) yield { message: 'page-base', at: manifest.at(['background', 'page']) };
    if (entry.kind === 'page' && entry.page === undefined && (extension.backgroundSources === undefined || extension.hasWorker)) {
      yield { message: extension.backgroundSources === undefined ? 'missing-page' : 'built-page', at: manifest.at(['background', 'page']), data: { path: entry.listed[0]! } };
    }
    if (!extension.isV3) {
      if (manifest.value(['background', 'persistent']) === false || entry.kind === 'none') return;
      const edits = manifest.set(['background', 'persistent'], false, KEY[entry.kind]);
      yield { message: 'event-page', at: manifest.at(['background']), edits };
      return;
    }
    if (manifest.has(['background', 'persistent'])) {
      yield { message: 'persistent-removed', at: manifest.at(['background', 'persistent']), edits: manifest.remove(['background', 'persistent']) };
    }
    yield* entryMatches(manifest, extension, entry);
  },

  *realm(realm, extension) {
    if (realm.kind !== 'background') return;
    yield* reports(realm, extension);
  },
});

/** The part of the manifest that should name the background, where it is of another kind. */
function malformed(manifest: Manifest): string[] | undefined {
  if (manifest.node(['background'])?.type !== 'object') return ['background'];
  const kinds = { scripts: 'array', page: 'string', service_worker: 'string' } as const;
  const wrong = Object.entries(kinds).find(([key, kind]) => manifest.has(['background', key]) && manifest.node(['background', key])?.type !== kind);
  const isFilled = manifest.has(['background', 'scripts', 0]);
  return wrong !== undefined ? ['background', wrong[0]] : isFilled ? ['background', 'scripts'] : undefined;
}

const KEY = { scripts: 'scripts', page: 'page', service_worker: 'service_worker', none: '' } as const;

function* entryMatches(manifest: Manifest, extension: Extension, entry: BackgroundEntry): Generator<Match<Id>> {
  const hasWorkerKey = manifest.has(['background', 'service_worker']);
  if (entry.kind === 'service_worker') {
    if (extension.hasFirefox) yield* forFirefox(manifest, extension, entry);
    return;
  }
  if (entry.kind === 'none' || !extension.hasWorker || hasWorkerKey) return;
  const plan = planWorker(extension, entry);
  if (plan === undefined) return;
  const key = KEY[entry.kind];
  const data = { key, worker: extension.toManifest(plan.worker) };
  const at = manifest.at(['background', key]);
  const created = plan.text === undefined ? [] : [{ file: plan.worker, start: 0, end: 0, text: plan.text }];
  const type = plan.module && !entry.module ? manifest.set(['background', 'type'], 'module', key) : [];
  if (extension.target === 'chrome') {
    const edits = [...manifest.renameKey(['background', key], 'service_worker'), ...manifest.set(['background', key], data.worker)];
    yield { message: plan.text === undefined ? 'service-worker' : 'service-worker-created', at, edits: [...edits, ...type, ...created], data };
    return;
  }
  if (entry.kind === 'page' && plan.scripts !== undefined && !hasContent(entry)) {
    // First the page becomes its scripts; the worker follows in the next round.
    const value = manifest.node(['background', 'page'])!;
    const edits = [...manifest.renameKey(['background', 'page'], 'scripts'), { file: manifest.path, start: value.offset, end: value.offset + value.length, text: JSON.stringify(plan.scripts.map((path) => extension.toManifest(path))).replaceAll('","', '", "') }];
    if (plan.base === '') yield { message: 'page-scripts', at, edits: [...edits, ...type], data };
    if (plan.base === '') return;
  }
  yield { message: plan.text === undefined ? 'both' : 'both-created', at, edits: [...manifest.set(['background', 'service_worker'], data.worker, key), ...type, ...created], data };
}

/** How the service worker of an extension is made. */
interface WorkerPlan {
  /** The worker's file. */
  readonly worker: string;
  /** Its text, where it has to be created. */
  readonly text: string | undefined;
  readonly module: boolean;
  /** The scripts that it loads. */
  readonly scripts: readonly string[] | undefined;
  /** The folder that relative URLs in the background have been relative to. */
  readonly base: string;
}

/** Whether a `<base>` gives the URLs of a page other addresses. */
function isMoved({ base, path }: Page): boolean {
  return base !== undefined && resolveUrl(path, `${base.replace(/[^/]*$/, '')}x`) !== resolveUrl(path, 'x');
}

function planWorker(extension: Extension, entry: BackgroundEntry): WorkerPlan | undefined {
  const { page } = entry;
  if (entry.kind === 'page') {
    if (page === undefined || isMoved(page)) return undefined;
    const kinds = new Set(page.scripts.map(({ kind }) => kind));
    if (kinds.size !== 1 || page.scripts.some(({ inline }) => inline !== undefined)) return undefined;
  }
  const listed = page === undefined
    ? entry.listed.map((path) => extension.fromManifest(path) ?? path)
    : page.scriptsInOrder.flatMap(({ path }) => path ?? []);
  const scripts = listed.filter((path) => !isRemote(path) && (listed.length === 1 || extension.exists(path) || mayBeMade(extension, path)));
  const [only] = scripts;
  if (only === undefined) return undefined;
  const sources = scripts.flatMap((path) => (page === undefined && isCompiled(extension, path) ? extension.script(path)! : []));
  const module = page === undefined ? entry.module || (sources.length === scripts.length && sources.some(({ isModule }) => isModule)) : page.scripts[0]!.kind === 'module';
  const base = page === undefined ? extension.root : folderOf(page.path);
  // Where a build puts what it makes of a source, and with what URLs, it says itself.
  if (scripts.length === 1 && sources.length === 1) return { worker: only, text: undefined, module, scripts, base };
  const relative = extension.background?.scripts.some((script) => script.file.editable && usesRelativeUrls(script)) ?? false;
  if (scripts.length === 1 && (folderOf(only) === base || !relative)) return { worker: only, text: undefined, module, scripts, base };
  const folder = relative ? base : extension.root;
  const worker = freeName(extension, folder);
  return { worker, text: loader(extension, scripts.map((path) => relativePath(folder, path)), module), module, scripts, base };
}

/** Whether a script that the manifest names is a source, which a bundler that reads the manifest compiles: browsers load neither TypeScript nor modules there. */
function isCompiled(extension: Extension, path: string): boolean {
  if (!extension.isBuilt || extension.backgroundSources !== undefined) return false;
  const script = extension.script(path);
  return script !== undefined && (script.isModule || /\.([cm]?tsx?|jsx)$/.test(path));
}

function isRemote(path: string): boolean {
  return /^([a-z]+:|\/\/)/i.test(path);
}

/** From `a/b/` to `a/c.js`: `../c.js`. */
function relativePath(folder: string, path: string): string {
  const from = folder.split('/').slice(0, -1);
  const to = path.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}

function freeName(extension: Extension, folder: string): string {
  const isFree = (path: string): boolean => !extension.exists(path) && ![...extension.files.keys(), ...extension.assets].some((other) => other.startsWith(`${path}/`));
  for (const name of ['service_worker', 'background_worker', 'extension_service_worker']) if (isFree(`${folder}${name}.js`)) return `${folder}${name}.js`;
  let number = 2;
  while (!isFree(`${folder}service_worker_${number}.js`)) number += 1;
  return `${folder}service_worker_${number}.js`;
}

/** The text of a worker that only loads the background's scripts, in their order, written as they are. */
function loader(extension: Extension, paths: readonly string[], module: boolean): string {
  const own = extension.background?.entries.find((script) => script.file.editable);
  const { indent, semicolon } = own?.style ?? { indent: extension.manifest.indent, semicolon: ';' };
  const quote = (text: string): string => own?.quote(text) ?? JSON.stringify(text);
  if (module) return paths.map((path) => `import ${quote(path.startsWith('.') ? path : `./${path}`)}${semicolon}\n`).join('');
  const line = `importScripts(${paths.map(quote).join(', ')})${semicolon}\n`;
  return line.length <= 80 ? line : `importScripts(\n${paths.map((path) => `${indent}${quote(path)}`).join(',\n')}\n)${semicolon}\n`;
}

/** Whether a script gives an API a URL that is relative to its page; a worker would resolve it against its own folder. */
function usesRelativeUrls(script: Script): boolean {
  const arguments_: (Node | undefined)[] = [];
  for (const name of ['fetch', 'Request', 'Worker', 'importScripts', 'createImageBitmap']) for (const node of script.globals(name)) arguments_.push(callOf(node)?.arguments[0]);
  if (script.globals('XMLHttpRequest').length > 0 && script.program) {
    walk(script.program, (node) => {
      if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && node.callee.property.name === 'open') arguments_.push(node.arguments[1]);
    });
  }
  for (const api of ['browserAction', 'pageAction', 'action']) for (const { call } of script.calls(`${api}.setIcon`)) arguments_.push(...iconPaths(call.arguments[0], ['path']));
  for (const api of ['notifications.create', 'notifications.update']) {
    for (const { call } of script.calls(api)) for (const argument of call.arguments) arguments_.push(...iconPaths(argument, ['iconUrl', 'imageUrl', 'appIconMaskUrl']));
  }
  return arguments_.some((node) => node !== undefined && mayBeRelative(script, node));
}

function iconPaths(node: Node | undefined, keys: readonly string[]): Node[] {
  const object = node && unwrap(node);
  if (object === undefined || object.type !== 'ObjectExpression') return object === undefined || isFunction(object) || object.type === 'StringLiteral' ? [] : [object];
  return keys.flatMap((key) => {
    const member = property(object, key);
    if (member?.type !== 'ObjectProperty') return [];
    const value = unwrap(member.value);
    return value.type === 'ObjectExpression' ? value.properties.flatMap((size) => (size.type === 'ObjectProperty' ? [size.value as Node] : [])) : [value];
  });
}

function mayBeRelative(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  const literal = inner.type === 'TemplateLiteral' ? inner.quasis[0]?.value.cooked : stringValue(inner);
  if (literal !== undefined && literal !== null && (literal !== '' || inner.type !== 'TemplateLiteral')) return !/^(\/|[a-z][a-z0-9+.-]*:)/i.test(literal);
  if (inner.type === 'BinaryExpression' && inner.operator === '+') return mayBeRelative(script, inner.left as Node);
  if (inner.type === 'CallExpression' && /\.getURL$/.test(script.api(inner.callee)?.names.join('.') ?? '')) return false;
  if (inner.type === 'ConditionalExpression') return mayBeRelative(script, inner.consequent) || mayBeRelative(script, inner.alternate);
  if (inner.type === 'Identifier') {
    const init = initOfConstant(script.binding(inner));
    if (init !== undefined) return mayBeRelative(script, init);
  }
  return true;
}

/** A Manifest V3 service worker that Firefox shall run too: as the last of the scripts of an event page. */
function* forFirefox(manifest: Manifest, extension: Extension, entry: BackgroundEntry): Generator<Match<Id>> {
  const path = extension.fromManifest(entry.listed[0]!);
  const worker = path === undefined ? undefined : extension.script(path);
  if (worker === undefined || !worker.file.editable) return;
  const imports = importScriptsCalls(worker);
  if (imports === undefined) return;
  const scripts = [...imports.flatMap(({ paths }) => paths.map((one) => extension.toManifest(resolveUrl(worker.path, one) ?? one))), entry.listed[0]!];
  const guards = imports.filter(({ isGuarded }) => !isGuarded).map(({ statement }): Edit => {
    const indent = worker.indentAt(statement.start!);
    const { style } = worker;
    const body = movedText(worker, statement, indent + style.indent);
    return worker.replace(statement, `if (typeof importScripts === ${worker.quote('function')}) {\n${indent}${style.indent}${body}\n${indent}}`);
  });
  const data = { worker: entry.listed[0]! };
  const at = manifest.at(['background', 'service_worker']);
  const value = manifest.node(['background', 'service_worker'])!;
  const edits = extension.target === 'cross-browser'
    ? manifest.set(['background', 'scripts'], scripts, 'service_worker')
    : [...manifest.renameKey(['background', 'service_worker'], 'scripts'), { file: manifest.path, start: value.offset, end: value.offset + value.length, text: `[${scripts.map((one) => JSON.stringify(one)).join(', ')}]` }];
  yield { message: extension.target === 'cross-browser' ? 'both' : 'scripts-for-firefox', at, edits: [...edits, ...guards], data };
}

interface ScriptImports {
  readonly statement: Node;
  readonly paths: readonly string[];
  /** Whether code asks first whether it runs in a worker. */
  readonly isGuarded: boolean;
}

/** The calls of importScripts that run as a script starts, with literal names; undefined where one is anything else. */
function importScriptsCalls(script: Script): readonly ScriptImports[] | undefined {
  const calls: ScriptImports[] = [];
  for (const node of script.globals('importScripts')) {
    const call = callOf(node);
    const parent = parentOf(node);
    if (parent?.type === 'UnaryExpression' || parent?.type === 'BinaryExpression') continue;
    const paths = call?.arguments.map((argument) => stringValue(argument));
    const statement = call && parentOf(wrapped(call));
    if (statement?.type !== 'ExpressionStatement' || paths === undefined || paths.some((path) => path === undefined)) return undefined;
    const isGuarded = isGuardedImport(script, statement);
    if (isGuarded === undefined) return undefined;
    calls.push({ statement, paths: paths as string[], isGuarded });
  }
  return calls;
}

/** Whether a statement at top level runs in workers only; undefined where it is not known to run as the worker starts. */
function isGuardedImport(script: Script, statement: Node): boolean | undefined {
  let isGuarded = false;
  let inner = statement;
  for (let up = parentOf(inner)!; up.type !== 'Program'; inner = up, up = parentOf(up)!) {
    if (up.type === 'BlockStatement' || (up.type === 'TryStatement' && up.block === inner)) continue;
    if (up.type !== 'IfStatement' || up.consequent !== inner || !/\b(importScripts|window|document|\w*WorkerGlobalScope)\b/.test(script.textOf(up.test))) return undefined;
    isGuarded = true;
  }
  return isGuarded;
}

// ---- what is left to a person

function* reports(realm: Realm, extension: Extension): Generator<Match<Id>> {
  const { manifest } = extension;
  const entry = backgroundEntry(extension);
  // What the page holds was judged before the manifest stopped naming it.
  const original = extension.originalManifest.string(['background', 'page']);
  const page = entry.page ?? (original === undefined ? undefined : extension.page(extension.fromManifest(original) ?? ''));
  if (extension.hasWorker && page !== undefined) yield* pageReports(page);
  if (extension.hasWorker) {
    for (const [message, paths] of Object.entries(missingScripts(extension)) as [Id, string[]][]) {
      const words = paths.length === 1 ? { do: 'does', them: 'it', are: 'is' } : { do: 'do', them: 'them', are: 'are' };
      if (paths.length > 0) yield { message, at: manifest.at(['background']), data: { files: listed(paths), ...words } };
    }
  }
  const worker = manifest.string(['background', 'service_worker']);
  if (worker !== undefined && extension.isBuilt && !extension.originalManifest.has(['background', 'service_worker']) && !originalScripts(extension).some(({ path }) => path === extension.fromManifest(worker))) {
    yield { message: 'to-be-copied', at: manifest.at(['background', 'service_worker']), data: { worker } };
  }
  if (extension.isV3) yield* listedReports(extension, manifest);
  const told = new Set<string>();
  for (const script of realm.scripts) {
    for (const source of extension.unreadImportsOf(script)) {
      const key = source.startsWith('.') ? `${script.path} ${source}` : source;
      const node = told.has(key) ? undefined : importOf(script, source);
      if (node !== undefined) yield { message: 'unread-code', at: script.at(node), data: { source } };
      told.add(key);
    }
    if (script.program === undefined || !script.isModule) continue;
    const wait = topLevelAwait(script.program);
    if (wait !== undefined && extension.isV3) {
      const consequence = extension.hasWorker ? 'a service worker with it does not start' : 'listeners after it do not wake the event page';
      yield { message: 'top-level-await', at: script.at(wait), data: { consequence } };
    }
    if (!extension.isBuilt) {
      for (const statement of script.program.body) {
        const source = statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration' || statement.type === 'ExportNamedDeclaration' ? statement.source : undefined;
        if (source && !/^(\.{0,2}\/|[a-z]+:)/.test(source.value)) yield { message: 'bare-import', at: script.at(source), data: { source: source.value } };
      }
    }
  }
  if (extension.hasFirefox && extension.isV3 && manifest.version === 3 && !manifest.has(['background', 'scripts'])) {
    for (const script of realm.entries) {
      const usesImports = script.program !== undefined && script.globals('importScripts').some((node) => callOf(node) !== undefined);
      if (usesImports && importScriptsCalls(script) === undefined) yield { message: 'computed-imports', at: script.at(script.globals('importScripts')[0]!) };
    }
  }
  if (extension.backgroundSources === undefined) {
    for (const script of realm.entries) {
      if (script.file.role === 'built' && realm.entries.length === 1) yield { message: 'built-background', at: manifest.at(['background']), data: { path: script.path } };
    }
  }
}

/** Where a script names what it imports. */
function importOf({ program }: Script, source: string): Node | undefined {
  let found: Node | undefined;
  if (program) walk(program, (node) => {
    if (found === undefined && node.type === 'StringLiteral' && node.value === source && /^(Import|ExportAll|ExportNamed)Declaration$|^TSExternalModuleReference$|^CallExpression$/.test(parentOf(node)?.type ?? '')) found = node;
    return found === undefined;
  });
  return found;
}

/** What the manifest came with in its list of scripts, and what browsers do not take there. */
function* listedReports(extension: Extension, manifest: Manifest): Generator<Match<Id>> {
  const { originalManifest, backgroundSources } = extension;
  const scripts = extension.hasWorker && originalManifest.value(['background', 'type']) !== 'module' && backgroundSources === undefined && !extension.isBuilt;
  for (const path of originalManifest.strings(['background', 'scripts'])) {
    if (isRemote(path)) yield { message: 'remote-script', at: manifest.at(['background']), data: { path } };
    const script = scripts ? extension.script(extension.fromManifest(path) ?? path) : undefined;
    if (script?.isModule) yield { message: 'module-as-script', at: { ...script.place, end: script.place.start }, data: { path: script.path } };
  }
}

/** Elements that scripts of a background page make no use of. */
const INERT = new Set(['html', 'head', 'body', 'meta', 'title', 'script', 'link', 'base', 'style', 'noscript', 'br', 'hr', 'p', 'h1', 'h2', 'h3', 'center']);

function hasContent({ page }: BackgroundEntry): boolean {
  return page?.elements.some(({ tag, attributes }) => !INERT.has(tag) || attributes.has('id')) ?? false;
}

function* pageReports(page: NonNullable<BackgroundEntry['page']>): Generator<Match<Id>> {
  for (const script of page.scripts) if (script.inline !== undefined) yield { message: 'page-inline-script', at: script.place };
  if (new Set(page.scripts.map(({ kind }) => kind)).size > 1) yield { message: 'mixed-modules', at: page.scripts[0]!.place };
  for (const { tag, attributes, place } of page.elements) {
    if (INERT.has(tag) && !(attributes.has('id') && tag !== 'html' && tag !== 'body' && tag !== 'script' && tag !== 'style' && tag !== 'link')) continue;
    yield { message: 'page-content', at: place, data: { tag } };
  }
}

/** What the manifest and its page list that does not exist: the scripts that the worker loads all the same, and those that it does not. */
function missingScripts(extension: Extension): Record<'missing-script' | 'script-left-out', string[]> {
  const scripts = originalScripts(extension);
  const { backgroundSources } = extension;
  const missing = scripts.filter(({ path }) => !extension.exists(path) && !isRemote(path) && (backgroundSources === undefined || backgroundSources.includes(path)));
  const isKept = ({ path }: { path: string }): boolean => missing.length === scripts.length || mayBeMade(extension, path);
  const names = (paths: typeof missing): string[] => paths.map(({ name }) => name);
  return { 'missing-script': names(missing.filter(isKept)), 'script-left-out': names(missing.filter((script) => !isKept(script))) };
}

/** Whether a build, or what installs libraries, may make a file that does not exist. */
function mayBeMade(extension: Extension, path: string): boolean {
  const role = roleOfPath(path);
  return extension.isBuilt || extension.backgroundSources !== undefined || role === 'built' || role === 'vendored';
}

/** The scripts of the background that the run found, and how the manifest or its page writes them. */
function originalScripts(extension: Extension): { readonly path: string; readonly name: string }[] {
  const manifest = extension.originalManifest;
  const page = manifest.string(['background', 'page']);
  const listed = page === undefined ? [...manifest.strings(['background', 'scripts']), manifest.string(['background', 'service_worker']) ?? []].flat() : [];
  const own = page === undefined ? undefined : extension.page(extension.fromManifest(page) ?? '');
  return own?.scripts.flatMap(({ path, src }) => (path === undefined ? [] : [{ path, name: src! }])) ?? listed.map((name) => ({ path: extension.fromManifest(name) ?? name, name }));
}
