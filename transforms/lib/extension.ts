import type * as t from '@babel/types';
import { exportedApi, givenGlobals, packageApi, type ApiValue } from './api.ts';
import { stringValue, unwrap, walk } from './ast.ts';
import { aliasedPaths, type ImportAlias } from './import-aliases.ts';
import { isAnalysed } from './input.ts';
import { Manifest, type Json, type JsonPath } from './manifest.ts';
import { folderOf, normalise, Page, resolveUrl } from './page.ts';
import type { Syntax } from './parse.ts';
import { declaredRealms, moduleEntries, startedRealms, type Realm } from './realms.ts';
import { Script } from './script.ts';
import type { Binding } from './scope.ts';
import { once, SourceFile } from './source.ts';
import { importedNames, importedValues, isCompilerSettings, keepsTypeImports } from './type-imports.ts';
import type { Edit, Target } from './types.ts';

/** A file that could not be read as text. */
export interface InputProblem {
  readonly file: string;
  readonly message: 'unreadable' | 'unreadable-folder' | 'not-utf8';
  readonly data: Readonly<Record<string, string>>;
}

/** What an extension is made from. Paths are relative to its root, with forward slashes. */
export interface ExtensionInput {
  readonly target: Target;
  /** Scripts, pages, the manifest: every file whose text matters. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Files whose text does not matter, but that exist: images, style sheets, data. */
  readonly assets?: ReadonlySet<string>;
  readonly manifest: {
    readonly path: string;
    /** The keys that lead to the manifest in a package.json. */
    readonly base?: JsonPath;
    /** What a framework adds to the manifest by convention. */
    readonly conventions?: { readonly [key: string]: Json };
    /** The manifest as it was before the migration; default: as it is. */
    readonly original?: Manifest;
    /** The manifest, where its text has been read already. */
    readonly known?: Manifest;
  };
  /** Files that could not be read, with what to say of them. */
  readonly problems?: readonly InputProblem[];
  /** The background's own source files, where the manifest names what is built from them. */
  readonly backgroundSources?: readonly string[];
  /** Where state is kept; default: session. */
  readonly stateArea?: StateArea;
  /** The names that the project's settings give to its files, for imports. */
  readonly importAliases?: readonly ImportAlias[];
  /** Whether the project's settings have TypeScript keep imports of which only types are used; default: what those among the files say. */
  readonly keepsTypeImports?: boolean;
  /** Whether a bundler of the project around the extension's folder makes what is loaded. */
  readonly isBundled?: boolean;
  /** The packages that the project installs, and those that it holds itself, outside of the extension's folder; default: not known. */
  readonly packages?: Packages;
  /** Other manifests that the same run migrates, too. */
  readonly alsoMigrated?: ReadonlySet<string>;
}

/** Names of packages. */
export interface Packages {
  readonly installed: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

/** The storage that holds what memory held: `session` until the browser ends, as memory did; `local` beyond that. */
export type StateArea = 'session' | 'local';

const SCRIPT = /\.([mc]?[jt]s|[jt]sx)$/;
const TYPED = /\.([mc]?ts|tsx)$/;
/** Of a module whose code is elsewhere. */
const DECLARATIONS = /\.d\.[mc]?ts$/;
const PAGE = /\.x?html?$/;
/** What a bundler makes modules of that are no code of the background: styles, pictures, data. */
const ASSET = /\.(css|s[ac]ss|less|styl|svg|png|jpe?g|gif|webp|ico|json[5c]?|wasm|html?|txt|md|ya?ml|toml|graphql|gql|woff2?|[ot]tf|mp3|ogg|wav|mp4|xml|csv|glsl|proto|pem|node)$/;
/** The package of an import: `@scope/name`, `name`. */
const PACKAGE = /^(?:@[\w.-]+\/)?[\w.-]+/;

/** What every way to load another script as one starts looks like. */
const IMPORTS = /(?:^|[;}]|\*\/)\s*import(?:\s*['"{*]|\s+[\w$])|\bexport\b[^;'"]*\bfrom\s*['"]|\brequire\s*\(|\bimportScripts\b/m;

/** What a bundler makes a module of, although it is none. */
const isCommonJs = once((file: SourceFile) => /\bmodule\.exports\b|\bexports\.\w|\brequire\s*\(/.test(file.text));

/** Finds the names that a text gives to an extension API, or may: what stands before `= ... chrome`. */
const aliasesIn = once((file: SourceFile): RegExp | undefined => {
  const names: string[] = [];
  for (const { index } of file.text.matchAll(/=[^;=]*\b(?:chrome|browser)\b/g)) {
    const target = /(?:[\w$]+|\{[^{}]*\})\s*$/.exec(file.text.slice(Math.max(0, index - 200), index));
    if (target) names.push(...target[0].match(/[\w$]+/g)!);
  }
  return names.length === 0 ? undefined : new RegExp(`(?<![\\w$])(?:${names.join('|').replaceAll('$', '\\$')})(?![\\w$])`);
});

const mentionsApi = once((file: SourceFile) => /\b(chrome|browser|webkitNotifications)\b/.test(file.text));
const mentionsImports = once((file: SourceFile) => IMPORTS.test(file.text));
const mentionsLoaders = once((file: SourceFile) => /\brequire\b|\bimportScripts\b/.test(file.text));

/** The literal arguments of `require` and `importScripts` in a script. */
const loadedNames = once(({ program }: Syntax): readonly { readonly by: 'require' | 'importScripts'; readonly name: string }[] => {
  const found: { by: 'require' | 'importScripts'; name: string }[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = unwrap(node.callee);
    const by = callee.type === 'Identifier' ? callee.name
      : callee.type === 'MemberExpression' && unwrap(callee.object).type === 'Identifier' && /^(self|globalThis)$/.test((unwrap(callee.object) as t.Identifier).name) && callee.property.type === 'Identifier' ? callee.property.name : '';
    if (by !== 'require' && by !== 'importScripts') return;
    for (const argument of node.arguments) {
      const name = stringValue(argument);
      if (name !== undefined) found.push({ by, name });
    }
  });
  return found;
});

/** A variable, function, class or import, and the script that declares it. */
export interface Declared {
  readonly owner: Script;
  readonly binding: Binding;
}

/** A browser extension in memory. Immutable: applying edits yields the next one, which shares every untouched file. */
export class Extension {
  readonly target: Target;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly assets: ReadonlySet<string>;
  readonly manifest: Manifest;
  /** The manifest as the run found it. */
  readonly originalManifest: Manifest;
  readonly backgroundSources: readonly string[] | undefined;
  readonly stateArea: StateArea;
  readonly alsoMigrated: ReadonlySet<string>;
  readonly problems: readonly InputProblem[];
  readonly #input: ExtensionInput;
  readonly #scripts = new Map<string, Script>();
  readonly #pages = new Map<string, Page>();
  readonly #imports = new Map<Script, readonly string[]>();
  #all: readonly Script[] | undefined;
  #declared: readonly Realm[] | undefined;
  #realms: readonly Realm[] | undefined;
  #byScript: Map<Script, Realm[]> | undefined;
  #modules: Set<Script> | undefined;
  #apiScripts: readonly Script[] | undefined;
  readonly #holdersOf = new Map<string, Map<string, readonly Script[]>>();
  readonly #holdersBeside = new Map<Script, ReadonlyMap<string, readonly Script[]>>();
  readonly #mayUseApi = new Map<Script, boolean>();
  readonly #neighboursOf = new Map<Script, readonly Script[]>();
  readonly #topLevel = new Map<Realm, ReadonlyMap<string, Script>>();

  /** @throws Error if `files` lacks the manifest */
  constructor(input: ExtensionInput) {
    this.#input = input;
    this.target = input.target;
    this.files = input.files;
    this.assets = input.assets ?? new Set();
    const file = input.files.get(input.manifest.path);
    if (file === undefined) throw new Error(`no such file: ${input.manifest.path}`);
    const { base, conventions, known } = input.manifest;
    this.manifest = known?.file === file ? known : new Manifest(file, base, conventions);
    this.originalManifest = input.manifest.original ?? this.manifest;
    this.backgroundSources = input.backgroundSources;
    this.stateArea = input.stateArea ?? 'session';
    this.alsoMigrated = input.alsoMigrated ?? new Set();
    this.problems = input.problems ?? [];
  }

  /** Manifest V3 is what this target runs. */
  get isV3(): boolean {
    return this.target !== 'event-page';
  }

  /** The background of this target is a service worker, at least in one browser. */
  get hasWorker(): boolean {
    return this.target === 'chrome' || this.target === 'cross-browser';
  }

  /** Its background stayed for as long as the browser, before the migration. */
  get wasPersistent(): boolean {
    return this.originalManifest.version === 2 && this.originalManifest.value(['background', 'persistent']) !== false;
  }

  /** Firefox is among the browsers of this target. */
  get hasFirefox(): boolean {
    return this.target !== 'chrome';
  }

  /** Whether a file exists, of whatever kind. */
  exists(path: string): boolean {
    return this.files.has(path) || this.assets.has(path);
  }

  /** Whether a build may make what the browser loads: the extension, or what it stands in, is a package. */
  get isBuilt(): boolean {
    return this.exists('package.json') || this.#input.isBundled === true;
  }

  /** The file that a path in the manifest or in an API call means: those are relative to the manifest's folder. */
  fromManifest(url: string): string | undefined {
    return resolveUrl(this.root, url.replace(/^\/(?!\/)/, ''));
  }

  /** A path as the manifest writes it. */
  toManifest(path: string): string {
    return path.startsWith(this.root) ? path.slice(this.root.length) : path;
  }

  /** The folder that the browser takes for the extension's root, with a slash at its end, or ''. */
  get root(): string {
    this.#root ??= rootOfPaths(this.originalManifest, this.files);
    return this.#root;
  }

  #root: string | undefined;

  script(path: string): Script | undefined {
    const known = this.#scripts.get(path);
    if (known !== undefined) return known;
    const file = this.files.get(path);
    if (file === undefined || !SCRIPT.test(path) || path.endsWith('.d.ts')) return undefined;
    const script = new Script({ file }, this);
    this.#scripts.set(path, script);
    return script;
  }

  inlineScript(page: Page, inline: { readonly start: number; readonly end: number }): Script {
    const key = `${page.path}\0${inline.start}`;
    let script = this.#scripts.get(key);
    if (script === undefined) this.#scripts.set(key, (script = new Script({ file: page.file, inline }, this)));
    return script;
  }

  page(path: string): Page | undefined {
    const known = this.#pages.get(path);
    if (known !== undefined) return known;
    const file = this.files.get(path);
    if (file === undefined || !PAGE.test(path)) return undefined;
    const page = new Page(file, this);
    this.#pages.set(path, page);
    return page;
  }

  get pages(): readonly Page[] {
    return [...this.files.keys()].flatMap((path) => this.page(path) ?? []);
  }

  /** Every script: files first, then those inside pages. */
  get scripts(): readonly Script[] {
    this.#all ??= [
      ...[...this.files.keys()].flatMap((path) => this.script(path) ?? []),
      ...this.pages.flatMap((page) => page.scripts.flatMap(({ inline }) => (inline === undefined ? [] : this.inlineScript(page, inline)))),
    ];
    return this.#all;
  }

  /** Whether everything that is known to load a script loads it as a module, whatever its text says. */
  loadsAsModule(script: Script): boolean {
    if (this.#modules === undefined) {
      this.#modules = new Set();
      for (const module of moduleEntries(this)) this.#addModule(module);
    }
    return this.#modules.has(script);
  }

  /** Adds a module and what it imports. It is known as one before it is parsed for that. */
  #addModule(module: Script): void {
    if (this.#modules!.has(module)) return;
    this.#modules!.add(module);
    for (const path of this.importsOf(module)) {
      const imported = this.script(path);
      if (imported !== undefined && !isCommonJs(imported.file)) this.#addModule(imported);
    }
  }

  /** The contexts of the manifest and of the pages, without those that code starts. */
  get declaredRealms(): readonly Realm[] {
    this.#declared ??= declaredRealms(this);
    return this.#declared;
  }

  get realms(): readonly Realm[] {
    this.#realms ??= [...this.declaredRealms, ...startedRealms(this)];
    return this.#realms;
  }

  get background(): Realm | undefined {
    return this.declaredRealms.find(({ kind }) => kind === 'background');
  }

  realmsOf(script: Script): readonly Realm[] {
    if (this.#byScript === undefined) {
      this.#byScript = new Map();
      for (const realm of this.realms) {
        for (const member of realm.scripts) {
          const list = this.#byScript.get(member);
          if (list === undefined) this.#byScript.set(member, [realm]);
          else list.push(realm);
        }
      }
    }
    return this.#byScript.get(script) ?? [];
  }

  /** The scripts that declare the top-level names of a realm's shared scope, by name; modules share nothing. */
  topLevel(realm: Realm): ReadonlyMap<string, Script> {
    let names = this.#topLevel.get(realm);
    if (names === undefined) {
      const found = new Map<string, Script>();
      for (const script of realm.scripts) {
        if (script.isModule) continue;
        for (const name of script.scopes?.program.bindings.keys() ?? []) if (!found.has(name)) found.set(name, script);
      }
      this.#topLevel.set(realm, (names = found));
    }
    return names;
  }

  /** What a top-level name of a realm's shared scope is. */
  topLevelName(realm: Realm, name: string): Declared | undefined {
    const owner = this.topLevel(realm).get(name);
    const binding = owner?.scopes?.program.bindings.get(name);
    return owner && binding && { owner, binding };
  }

  /** What a name in a script is: its own, or that of another classic script of the realm. */
  declared(script: Script, id: t.Identifier, realm: Realm): Declared | undefined {
    const binding = script.binding(id);
    return binding === undefined ? this.topLevelName(realm, id.name) : { owner: script, binding };
  }

  /** The API that another classic script of the same realm keeps in a top-level name or a property of the global object. */
  sharedAlias(script: Script, name: string): ApiValue | undefined {
    for (const owner of this.#holders(script).get(name) ?? []) {
      const value = owner === script ? undefined : owner.api(owner.scopes!.program.bindings.get(name)?.declarations[0]!.id ?? givenGlobals(owner.syntax!).get(name)![0]!.left);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The scripts that may mention an extension API, and that are worth a parse. */
  get apiScripts(): readonly Script[] {
    this.#apiScripts ??= this.scripts.filter((script) => this.mayUseApi(script) && isAnalysed(script));
    return this.#apiScripts;
  }

  /** Whether a script's text can mention an extension API: by its own name, by an import, or by a name that a script beside it gave it. */
  mayUseApi(script: Script): boolean {
    let known = this.#mayUseApi.get(script);
    if (known === undefined) this.#mayUseApi.set(script, (known = this.#findMayUseApi(script)));
    return known;
  }

  #findMayUseApi(script: Script): boolean {
    const { text } = script;
    if (mentionsApi(script.file) || mentionsImports(script.file)) return true;
    return this.#neighbours(script).some((other) => mentionsApi(other.file) && aliasesIn(other.file)?.test(text) === true);
  }

  /** The classic scripts around a script that make a global of a name and mention an extension API, by name. Others cannot hand one on, and are not parsed to know. */
  #holders(script: Script): ReadonlyMap<string, readonly Script[]> {
    const known = this.#holdersBeside.get(script);
    if (known !== undefined) return known;
    const realms = this.declaredRealms.filter(({ scripts }) => scripts.length > 1 && scripts.includes(script));
    const key = realms.map(({ name, kind }) => `${kind} ${name}`).join('\0');
    let holders = this.#holdersOf.get(key);
    if (holders === undefined) {
      this.#holdersOf.set(key, (holders = new Map()));
      for (const owner of new Set(realms.flatMap(({ scripts }) => scripts))) {
        if (!mentionsApi(owner.file) || owner.isModule) continue;
        if (owner.syntax === undefined) continue;
        for (const own of new Set([...owner.scopes!.program.bindings.keys(), ...givenGlobals(owner.syntax).keys()])) holders.set(own, [...(holders.get(own) ?? []), owner]);
      }
    }
    this.#holdersBeside.set(script, holders);
    return holders;
  }

  /** Whether another classic script of the same realm declares a name at its top level. */
  isDeclaredElsewhere(script: Script, name: string): boolean {
    const declaration = new RegExp(`\\b(?:function|var|let|const|class)\\s+${name.replaceAll('$', '\\$')}(?![\\w$])|[,{]\\s*${name.replaceAll('$', '\\$')}\\s*[,=}]`);
    return this.#neighbours(script).some((owner) => declaration.test(owner.text) && !owner.isModule && owner.scopes?.program.bindings.has(name) === true);
  }

  /** The other classic scripts that share a script's global scope. */
  #neighbours(script: Script): readonly Script[] {
    let neighbours = this.#neighboursOf.get(script);
    if (neighbours === undefined) {
      const found = new Set<Script>();
      for (const realm of this.declaredRealms) {
        if (realm.scripts.length > 1 && realm.scripts.includes(script)) for (const other of realm.scripts) if (other !== script) found.add(other);
      }
      this.#neighboursOf.set(script, (neighbours = [...found]));
    }
    return neighbours;
  }

  /** The API that a module gets by importing a name: from a polyfill package, or from a module that hands one on. */
  importedApi(script: Script, source: string, name: string): ApiValue | undefined {
    const known = packageApi(source, name);
    if (known !== undefined) return known;
    const path = this.resolveImport(script.path, source);
    const imported = path === undefined ? undefined : this.script(path);
    const question = `${path}\0${name}`;
    if (imported === undefined || this.#asked.has(question)) return undefined;
    this.#asked.add(question);
    const value = exportedApi(imported, name);
    this.#asked.delete(question);
    return value;
  }

  /** What is being looked for, so that circular imports end. */
  readonly #asked = new Set<string>();

  /** The file that an import specifier means: relative and root-absolute ones, aliases of the project's settings, `@/`, `~/` and paths of a built project's folder, with the extensions that bundlers add. */
  resolveImport(from: string, specifier: string): string | undefined {
    const question = `${from}\0${specifier}`;
    if (!this.#resolved.has(question)) this.#resolved.set(question, this.#findImport(from, specifier));
    return this.#resolved.get(question);
  }

  readonly #resolved = new Map<string, string | undefined>();

  #findImport(from: string, specifier: string): string | undefined {
    // What a bundler makes of a file, its address for instance, is no import of its code.
    if (/\?(script|iife|url|raw|worker|sharedworker)\b/.test(specifier)) return undefined;
    const candidates: (string | undefined)[] = /^\.{1,2}(\/|$)/.test(specifier) ? [] : aliasedPaths(this.#input.importAliases ?? [], from, specifier);
    if (/^\.{0,2}\/|^\.{1,2}$/.test(specifier)) candidates.push(resolveUrl(from, specifier));
    else if (/^[@~]\//.test(specifier)) candidates.push(`src/${specifier.slice(2)}`, specifier.slice(2));
    else if (specifier.startsWith('~')) candidates.push(specifier.slice(1), `src/${specifier.slice(1)}`);
    else if (this.isBuilt && specifier.includes('/') && !specifier.startsWith('@')) candidates.push(specifier, specifier.startsWith('src/') ? specifier.slice(4) : `src/${specifier}`);
    for (const candidate of candidates) {
      const base = candidate === undefined ? undefined : normalise(candidate);
      if (base === undefined) continue;
      const found = [
        base, ...['.ts', '.tsx', '.js', '.mjs', '.jsx', '.mts', '.cjs', '.cts'].map((extension) => base + extension),
        ...(/\.[mc]?jsx?$/.test(base) ? [base.replace(/js(x?)$/, 'ts$1'), base.replace(/\.jsx?$/, '.tsx')] : []),
        ...['index.ts', 'index.tsx', 'index.js', 'index.mjs'].map((index) => `${base}/${index}`),
      ].find((path) => this.files.has(path) && !DECLARATIONS.test(path));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The files that a script loads as it starts: static imports, re-exports, requires and `importScripts` with literal names. */
  importsOf(script: Script): readonly string[] {
    let paths = this.#imports.get(script);
    if (paths === undefined) this.#imports.set(script, (paths = [...this.#findImports(script)]));
    return paths;
  }

  /** What a script imports that is neither among the extension's files nor of a library, as it is written: code that nobody has read. */
  unreadImportsOf(script: Script): readonly string[] {
    if (!script.file.editable) return [];
    const names = [...this.#moduleNames(script), ...(mentionsLoaders(script.file) && script.syntax !== undefined ? loadedNames(script.syntax) : []).flatMap(({ by, name }) => (by === 'require' ? [name] : []))];
    return [...new Set(names)].filter((name) => !ASSET.test(name) && this.resolveImport(script.path, name) === undefined && this.#isUnread(script, name));
  }

  #isUnread(script: Script, name: string): boolean {
    if (/[?!]|^[\w-]+:|^#/.test(name)) return false;
    if (/^\.{0,2}(\/|$)/.test(name)) {
      const path = resolveUrl(script.path, name);
      return path === undefined || !['', '.d.ts', '.d.mts', '/index.d.ts'].some((end) => this.exists(path + end) || this.exists(path.replace(/\.[cm]?jsx?$/, '') + end));
    }
    const { packages } = this.#input;
    const of = PACKAGE.exec(name)?.[0];
    if (of === undefined) return /^[@~]/.test(name) && !/^~icons\//.test(name);
    // Names in a scope that no package.json lists are aliases, as `@shared/state`; others may come with another package.
    return packages !== undefined && (packages.own.has(of) || (of.startsWith('@') && !packages.installed.has(of)));
  }

  /** What a module imports and hands on, as it is written. */
  #moduleNames(script: Script): readonly string[] {
    if (!mentionsImports(script.file) || script.file.role === 'minified' || script.text.length > 1_000_000) return [];
    const { syntax } = script;
    if (syntax === undefined) return [];
    return TYPED.test(script.path) && !this.#keepsTypeImports ? importedValues(syntax, script.file) : importedNames(syntax);
  }

  *#findImports(script: Script): Generator<string> {
    if (!mentionsImports(script.file) || script.file.role === 'minified' || script.text.length > 1_000_000) return;
    const { syntax } = script;
    if (syntax === undefined) return;
    const found = this.#moduleNames(script).map((name) => this.resolveImport(script.path, name));
    for (const { by, name } of mentionsLoaders(script.file) ? loadedNames(syntax) : []) {
      if (by === 'require') found.push(this.resolveImport(script.path, name));
      else found.push(resolveUrl(name.startsWith('/') ? this.manifest.path : script.path, name.replace(/^\//, '')));
    }
    for (const path of found) if (path !== undefined && this.files.has(path)) yield path;
  }

  /** Whether the project has TypeScript keep imports of which only types are used. */
  get #keepsTypeImports(): boolean {
    this.#keepsTypes ??= this.#input.keepsTypeImports ?? keepsTypeImports(this.files, isCompilerSettings);
    return this.#keepsTypes;
  }

  #keepsTypes: boolean | undefined;

  /** The extension after some edits. A file that does not exist is created, with the manifest's line ends. */
  apply(edits: readonly Edit[]): Extension {
    const byFile = new Map<string, Edit[]>();
    for (const edit of edits) {
      const list = byFile.get(edit.file);
      if (list === undefined) byFile.set(edit.file, [edit]);
      else list.push(edit);
    }
    const files = new Map(this.files);
    for (const [path, own] of byFile) {
      const file = files.get(path);
      const created = (): string => own.map(({ text }) => text).join('').replace(/\r?\n/g, this.manifest.file.eol);
      files.set(path, file === undefined ? SourceFile.create(path, created()) : file.apply(own));
    }
    return this.withFiles(files);
  }

  /** The same extension, as one that keeps state in an area of storage. */
  keeping(stateArea: StateArea): Extension {
    return new Extension({ ...this.#input, files: this.files, stateArea, manifest: { ...this.#input.manifest, original: this.originalManifest, known: this.manifest } });
  }

  /** The same extension with other texts. */
  withFiles(files: ReadonlyMap<string, SourceFile>): Extension {
    return new Extension({ ...this.#input, files, manifest: { ...this.#input.manifest, original: this.originalManifest, known: this.manifest } });
  }
}

/** A target read from the manifest, and the words that say why. */
export interface InferredTarget {
  readonly target: Target;
  readonly reason: string;
}

/** The folder that a manifest's paths are relative to, with a slash at its end, or '': its own, or the root where a build copies the manifest there. */
export function rootOfPaths(manifest: Manifest, files: ReadonlyMap<string, unknown>): string {
  const folder = manifest.base.length === 0 ? folderOf(manifest.path) : '';
  const named = ['page', 'service_worker'].flatMap((key) => manifest.string(['background', key]) ?? []).concat(manifest.strings(['background', 'scripts']));
  const paths = named.map((file) => normalise(file.replace(/^\//, '')) ?? '');
  return paths.some((file) => file.startsWith(folder) && files.has(file)) && !paths.some((file) => files.has(folder + file)) ? '' : folder;
}

/** The target that a manifest speaks of: a gecko id only is Firefox, a gecko id and a minimum Chrome version both, anything else Chrome. */
export function inferTarget(manifest: Manifest): InferredTarget {
  const gecko = manifest.has(['browser_specific_settings', 'gecko']) || manifest.has(['applications', 'gecko']);
  const chrome = manifest.has(['minimum_chrome_version']) || manifest.has(['background', 'service_worker']);
  if (gecko && chrome) return { target: 'cross-browser', reason: manifest.conventions ? 'the project is built for Chrome, and its manifest has settings for Firefox' : 'the manifest has settings for Firefox and for Chrome' };
  if (gecko) return { target: 'firefox', reason: 'the manifest has settings for Firefox only' };
  return { target: 'chrome', reason: 'the manifest has no settings for Firefox' };
}
