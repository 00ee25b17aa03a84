import type * as t from '@babel/types';
import { propertyValue, stringValue, unwrap, walk } from './ast.ts';
import type { Extension } from './extension.ts';
import type { Page, PageScript } from './page.ts';
import { mayBeOpened } from './page-names.ts';
import type { Syntax } from './parse.ts';
import { isTestPath } from './roles.ts';
import type { Script } from './script.ts';
import { once, type SourceFile } from './source.ts';

export type RealmKind = 'background' | 'content' | 'page' | 'devtools' | 'sandbox' | 'worker';

/** Scripts that share one global scope, in the order in which they run. Modules among them keep scopes of their own. */
export interface Realm {
  readonly kind: RealmKind;
  /** The page's path, the manifest's key, or the script that started it. */
  readonly name: string;
  readonly scripts: readonly Script[];
  /** The scripts that the manifest, a page or an API call names; the rest came by import. */
  readonly entries: readonly Script[];
  /** Names that the manifest or a page lists but the extension does not have. */
  readonly missing: readonly string[];
}

/** What loads the background: the manifest's own words, resolved to files. */
export interface BackgroundEntry {
  readonly kind: 'scripts' | 'page' | 'service_worker' | 'none';
  /** As the manifest lists them. */
  readonly listed: readonly string[];
  readonly page: Page | undefined;
  readonly module: boolean;
}

/** The parts of the manifest's `background` key. Where several are given, the one that browsers of that version run. */
export function backgroundEntry(extension: Extension): BackgroundEntry {
  const { manifest } = extension;
  const module = manifest.value(['background', 'type']) === 'module';
  const scripts = manifest.strings(['background', 'scripts']);
  const page = manifest.string(['background', 'page']);
  const worker = manifest.string(['background', 'service_worker']);
  if (scripts.length > 0) return { kind: 'scripts', listed: scripts, page: undefined, module };
  if (page !== undefined) {
    const found = extension.page(extension.fromManifest(page) ?? page);
    // A build puts the scripts into a page that has none.
    const isTemplate = extension.backgroundSources !== undefined && found?.scriptsInOrder.length === 0;
    return { kind: 'page', listed: [page], page: isTemplate ? undefined : found, module };
  }
  if (worker !== undefined) return { kind: 'service_worker', listed: [worker], page: undefined, module };
  return { kind: 'none', listed: [], page: undefined, module };
}

/** The contexts that the manifest and the pages define. */
export function declaredRealms(extension: Extension): Realm[] {
  const { manifest } = extension;
  const realms: Realm[] = [];
  const background = backgroundEntry(extension);
  const overridden = extension.backgroundSources;
  if (overridden !== undefined) {
    realms.push(realmOf(extension, 'background', 'background', overridden));
  } else if (background.kind === 'page' && background.page !== undefined) {
    realms.push(pageRealm(extension, 'background', background.page));
  } else if (background.kind !== 'none') {
    realms.push(realmOf(extension, 'background', 'background', background.listed.map((path) => extension.fromManifest(path) ?? path)));
  }

  const contentScripts = manifest.value(['content_scripts']);
  if (Array.isArray(contentScripts)) {
    for (const index of contentScripts.keys()) {
      const listed = manifest.strings(['content_scripts', index, 'js']).map((path) => extension.fromManifest(path) ?? path);
      if (listed.length > 0) realms.push(realmOf(extension, 'content', `content_scripts[${index}]`, listed));
    }
  }

  const devtools = manifest.string(['devtools_page']);
  const devtoolsPath = devtools && extension.fromManifest(devtools);
  const sandboxed = new Set(manifest.strings(['sandbox', 'pages']).map((path) => extension.fromManifest(path)));
  for (const page of extension.pages) {
    if (page.path === background.page?.path || isAbandoned(extension, realms[0], page)) continue;
    const kind = page.path === devtoolsPath ? 'devtools' : sandboxed.has(page.path) ? 'sandbox' : 'page';
    realms.push(pageRealm(extension, kind, page));
  }
  return realms;
}

/** Whether a page was the background before a migration: it loads nothing but scripts of the background, and nothing opens it. */
function isAbandoned(extension: Extension, background: Realm | undefined, page: Page): boolean {
  const loaded = page.scriptsInOrder.map((script) => loadedBy(extension, page, script));
  if (background?.kind !== 'background' || loaded.length === 0 || !loaded.every((script) => script !== undefined && background.scripts.includes(script))) return false;
  return !mayBeOpened(extension, page);
}

/** The contexts besides the background that load a script and that users may meet: not a page of tests that nothing opens. */
export function otherRealmsOf({ realms }: Script): Realm[] {
  return realms.filter((realm) => realm.kind !== 'background' && !isOfTests(realm));
}

const isOfTests = once(({ kind, name, scripts: [script] }: Realm): boolean => {
  const page = kind === 'page' && isTestPath(name) ? script?.extension.page(name) : undefined;
  return page !== undefined && !mayBeOpened(script!.extension, page, ({ path }) => isTestPath(path));
});

/** The contexts that code starts with literal file names: injected content scripts and workers. */
export function startedRealms(extension: Extension): Realm[] {
  const realms: Realm[] = [];
  const seen = new Set<string>();
  const start = (kind: RealmKind, path: string | undefined): void => {
    if (path === undefined || seen.has(`${kind}\0${path}`) || !extension.files.has(path)) return;
    seen.add(`${kind}\0${path}`);
    realms.push(realmOf(extension, kind, path, [path]));
  };
  for (const script of extension.scripts) {
    if (mentionsInjection(script.file) && script.file.role !== 'minified') {
      for (const path of injectedFiles(script)) start('content', extension.fromManifest(path));
    }
    if (mentionsWorkers(script.file) && script.file.editable && script.syntax) {
      for (const url of workersOf(script.syntax)) start('worker', extension.fromManifest(url));
    }
  }
  return realms;
}

const mentionsInjection = once((file: SourceFile) => /executeScript|registerContentScripts|contentScripts/.test(file.text));
const mentionsWorkers = once((file: SourceFile) => /\bnew (Shared)?Worker\s*\(/.test(file.text));

/** The literal addresses of the workers that a script starts. */
const workersOf = once(({ program }: Syntax): readonly string[] => {
  const urls: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || !/^(Shared)?Worker$/.test(node.callee.name)) return;
    const url = stringValue(node.arguments[0]);
    if (url !== undefined) urls.push(url);
  });
  return urls;
});

/** The files that a script injects under literal names. */
function* injectedFiles(script: Script): Generator<string> {
  for (const api of ['tabs.executeScript', 'scripting.executeScript', 'scripting.registerContentScripts', 'contentScripts.register']) {
    for (const { call } of script.calls(api)) {
      for (const argument of call.arguments) {
        const options = unwrap(argument);
        for (const object of options.type === 'ArrayExpression' ? options.elements : [options]) {
          if (object?.type === 'ObjectExpression') yield* filesOf(object);
        }
      }
    }
  }
}

function* filesOf(options: t.ObjectExpression): Generator<string> {
  for (const key of ['file', 'files', 'js']) {
    const value = propertyValue(options, key);
    for (const item of value?.type === 'ArrayExpression' ? value.elements : [value]) {
      const name = stringValue(item) ?? (item?.type === 'ObjectExpression' ? stringValue(propertyValue(item, 'file')) : undefined);
      if (name !== undefined) yield name;
    }
  }
}

function pageRealm(extension: Extension, kind: RealmKind, page: Page): Realm {
  const entries: Script[] = [];
  const missing: string[] = [];
  for (const script of page.scriptsInOrder) {
    const found = loadedBy(extension, page, script);
    if (found !== undefined) entries.push(found);
    else if (script.path !== undefined) missing.push(script.src!);
  }
  return { kind, name: page.path, entries, missing, scripts: withImports(extension, entries) };
}

function loadedBy(extension: Extension, page: Page, { inline, path, src }: PageScript): Script | undefined {
  if (inline !== undefined) return extension.inlineScript(page, inline);
  return path === undefined ? undefined : extension.script(path) ?? extension.script(extension.fromManifest(src!) ?? '');
}

/** The scripts that the manifest and the pages load as modules, and as nothing else. */
export function moduleEntries(extension: Extension): Script[] {
  const [modules, classic] = [new Set<Script>(), new Set<Script>()];
  const add = (script: Script | undefined, isModule: boolean): void => {
    if (script !== undefined) (isModule ? modules : classic).add(script);
  };
  const { kind, listed, module } = backgroundEntry(extension);
  for (const path of kind === 'page' ? [] : listed) add(extension.script(extension.fromManifest(path) ?? path), module);
  const contentScripts = extension.manifest.value(['content_scripts']);
  for (const index of Array.isArray(contentScripts) ? contentScripts.keys() : []) {
    for (const path of extension.manifest.strings(['content_scripts', index, 'js'])) add(extension.script(extension.fromManifest(path) ?? path), false);
  }
  for (const page of extension.pages) for (const script of page.scripts) add(loadedBy(extension, page, script), script.kind === 'module');
  return [...modules].filter((script) => !classic.has(script));
}

function realmOf(extension: Extension, kind: RealmKind, name: string, paths: readonly string[]): Realm {
  const entries: Script[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const script = extension.script(path);
    if (script !== undefined) entries.push(script);
    else missing.push(path);
  }
  return { kind, name, entries, missing, scripts: withImports(extension, entries) };
}

/** The scripts with what they import, each before who imports it, as they run. */
function withImports(extension: Extension, entries: readonly Script[]): Script[] {
  const ordered: Script[] = [];
  const seen = new Set<string>();
  const visit = (script: Script): void => {
    const key = `${script.path}:${script.place.start}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const path of extension.importsOf(script)) {
      const imported = extension.script(path);
      if (imported !== undefined) visit(imported);
    }
    ordered.push(script);
  };
  for (const entry of entries) visit(entry);
  return ordered;
}
