import { keyName, propertyValue, unwrap, walk, type Node } from '../transforms/lib/ast.ts';
import type { ImportAlias } from '../transforms/lib/import-aliases.ts';
import { folderOf, normalise } from '../transforms/lib/page.ts';
import { isTestPath } from '../transforms/lib/roles.ts';
import type { SourceFile } from '../transforms/lib/source.ts';
import { extendedPath, readSettings } from '../transforms/lib/type-imports.ts';
import { constantOf, isBundlerConfig, pathOf, readConfig, type Config } from './bundler-config.ts';

const COMPILER = /(^|\/)[jt]sconfig\.json$/;
const OTHERS = /^(babel|vue|wxt|craco|snowpack)\.config\.[mc]?[jt]s$|^\.babelrc\.c?js$/;
type Settings = { readonly [key: string]: unknown };

/** Whether a file that is no script says how a project's imports are read: of TypeScript, Node, Parcel and Babel. */
export function isSettings(path: string): boolean {
  return /(^|\/)[jt]sconfig[\w.-]*\.json$/.test(path) || /^(package|babel\.config)\.json$|^\.babelrc(\.json)?$/.test(path);
}

/** Whether a file may say how a project's imports are read. */
export function saysImports(path: string): boolean {
  return isSettings(path) || isBundlerConfig(path) || OTHERS.test(path);
}

/**
 * The names that a project gives to its files, for imports: by `paths` and `baseUrl` of a tsconfig.json or jsconfig.json, `imports` and `alias` of the package.json,
 * and `alias` of the configurations of bundlers and of Babel. These are read, never run; what is computed there is passed over.
 */
export function findImportAliases(files: ReadonlyMap<string, SourceFile>): ImportAlias[] {
  const found: ImportAlias[] = [];
  for (const file of files.values()) {
    const { path } = file;
    if (COMPILER.test(path)) found.push(...compilerAliases(path, folderOf(path), files));
    else if (isSettings(path) && folderOf(path) === '') found.push(...packageAliases(settingsOf(file)));
    else if (isBundlerConfig(path) || OTHERS.test(path)) found.push(...configAliases(file));
  }
  return found;
}

function settingsOf(file: SourceFile | undefined): Settings {
  return file ? readSettings(file.text) : {};
}

interface CompilerOptions {
  /** The folder that names which are no paths may lie in, with a slash at its end. */
  readonly base?: string;
  /** The folder of the file that has the `paths`. */
  readonly folder?: string;
  readonly paths?: Settings;
}

/** @see https://www.typescriptlang.org/tsconfig/#paths */
function compilerAliases(path: string, within: string, files: ReadonlyMap<string, SourceFile>, seen = new Set<string>()): ImportAlias[] {
  if (seen.has(path) || seen.size > LONGEST_CHAIN) return [];
  seen.add(path);
  const { base, folder = '', paths } = compilerOptions(path, folderOf(path), files);
  const aliases = Object.entries(paths ?? {}).flatMap(([name, targets]) => aliasOf(within, name, textsOf(targets).map((target) => (target.startsWith(CONFIG_FOLDER) ? folderOf(path) + target.slice(CONFIG_FOLDER.length) : (base ?? folder) + target))));
  if (base !== undefined) aliases.push(...aliasOf(within, '*', [`${base}*`]));
  const { references } = settingsOf(files.get(path));
  const others = (Array.isArray(references) ? references : []).flatMap((one) => (isObject(one) && typeof one['path'] === 'string' ? extendedPath(path, one['path'], files) ?? [] : []));
  return [...aliases, ...others.filter((other) => !isOfTests(other)).flatMap((other) => compilerAliases(other, within, files, seen))];
}

/** What stands in a path for the folder of the settings that extend others. */
const CONFIG_FOLDER = '${configDir}/';
/** Of settings that extend others, or refer to them: nobody writes more. */
const LONGEST_CHAIN = 100;

/** The options of settings, over those of what they extend: of several of these the last wins. @param root the folder of the settings that extend all others */
function compilerOptions(path: string, root: string, files: ReadonlyMap<string, SourceFile>, known = new Map<string, CompilerOptions>()): CompilerOptions {
  if (known.has(path) || known.size > LONGEST_CHAIN) return known.get(path) ?? {};
  known.set(path, {});
  const settings = settingsOf(files.get(path));
  const folder = folderOf(path);
  const own = isObject(settings['compilerOptions']) ? settings['compilerOptions'] : {};
  const extended = [settings['extends']].flat().flatMap((name) => (typeof name === 'string' ? extendedPath(path, name, files) ?? [] : []));
  const base = own['baseUrl'];
  const options = Object.assign(
    {}, ...extended.map((other) => compilerOptions(other, root, files, known)),
    typeof base === 'string' ? { base: base.startsWith(CONFIG_FOLDER) ? `${root}${base.slice(CONFIG_FOLDER.length)}/` : `${folder}${base}/` } : {},
    isObject(own['paths']) ? { paths: own['paths'], folder } : {},
  ) as CompilerOptions;
  known.set(path, options);
  return options;
}

/** Whether a name says that settings are those of tests: what they give names to stands in for the extension's code. */
function isOfTests(path: string): boolean {
  return isTestPath(path) || /(^|[./-])(vitest|jest|tests?|spec|e2e)[./-]/.test(path);
}

/**
 * Of a package.json, or of Babel's settings.
 * @see https://nodejs.org/api/packages.html#imports https://parceljs.org/features/dependency-resolution/#aliases
 */
function packageAliases(settings: Settings): ImportAlias[] {
  const imports = isObject(settings['imports']) ? Object.entries(settings['imports']) : [];
  return [
    ...imports.flatMap(([name, target]) => aliasOf('', name, textsOf(target, OTHER_CONDITIONS))),
    ...[...objectsAt(settings, 'alias')].flatMap((alias) => Object.entries(alias).flatMap(([name, target]) => (typeof target === 'string' ? folderAliases(name, [target]) : []))),
  ];
}

/** Conditions of `imports` that do not hold where code is built for a browser. */
const OTHER_CONDITIONS: ReadonlySet<string> = new Set(['types', 'node', 'node-addons', 'deno', 'bun', 'react-native', 'test']);

function* objectsAt(value: unknown, key: string): Generator<Settings> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'test') continue;
    if (name === key && isObject(inner)) yield inner;
    yield* objectsAt(inner, key);
  }
}

/**
 * @see https://webpack.js.org/configuration/resolve/#resolvealias https://vite.dev/config/shared-options.html#resolve-alias
 * https://github.com/tleunen/babel-plugin-module-resolver/blob/master/DOCS.md
 */
function configAliases(file: SourceFile): ImportAlias[] {
  const config = readConfig(file);
  if (config === undefined) return [];
  const aliases: ImportAlias[] = [];
  const add = (name: string | undefined, value: Node | undefined): void => {
    const paths = pathsOf(value, config);
    if (name !== undefined) aliases.push(...folderAliases(name, paths));
  };
  const addAll = (given: Node | undefined, around: readonly Node[] = []): void => {
    const value = constantOf(given, config);
    if (value === undefined || around.includes(value)) return;
    if (value.type === 'ObjectExpression') {
      for (const property of value.properties) {
        if (property.type === 'ObjectProperty') add(keyName(property), property.value);
        else if (property.type === 'SpreadElement') addAll(property.argument, [...around, value]);
      }
    }
    // [{ find: '@', replacement: '/src' }]
    for (const item of value.type === 'ArrayExpression' ? value.elements : []) {
      if (item?.type !== 'ObjectExpression') continue;
      const find = propertyValue(item, 'find');
      add(find?.type === 'StringLiteral' ? find.value : find?.type === 'RegExpLiteral' ? /^\^?([@~#]?[\w-]*)(?:\\\/)?$/.exec(find.pattern)?.[1] : undefined, propertyValue(item, 'replacement'));
    }
  };
  walk(config.program, (node) => {
    // `test: { alias: {...} }` is Vitest's.
    if (node.type === 'ObjectProperty' && keyName(node) === 'test' && node.value.type === 'ObjectExpression') return false;
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'alias') addAll(node.arguments[0]?.type === 'ObjectExpression' ? propertyValue(node.arguments[0], 'entries') : undefined);
    if (node.type !== 'ObjectExpression') return true;
    addAll(propertyValue(node, 'alias'));
    const resolve = propertyValue(node, 'resolve');
    const folders = resolve?.type === 'ObjectExpression' ? propertyValue(resolve, 'modules') : undefined;
    for (const folder of folders?.type === 'ArrayExpression' ? folders.elements : []) aliases.push(...aliasOf('', '*', pathsOf(folder ?? undefined, config).map((path) => `${path}/*`)));
    return true;
  });
  return aliases;
}

/** The paths from the project's root that a value may mean: a relative one may be meant from the folder of the configuration. */
function pathsOf(value: Node | undefined, config: Config): string[] {
  const path = value === undefined ? undefined : pathOf(unwrap(value), config);
  if (path === undefined || /(^|\/)node_modules(\/|$)/.test(path)) return [];
  return path.startsWith('/') || config.folder === '' ? [path] : [path, `${config.folder}/${path}`];
}

/** A bundler's alias stands for a folder or a file, and for what is below it; with a `$` at its end for itself alone. */
function folderAliases(name: string, paths: readonly string[]): ImportAlias[] {
  if (name.endsWith('$')) return aliasOf('', name.slice(0, -1), paths);
  if (name.includes('*')) return aliasOf('', name, paths.map((path) => path.replace('$1', '*')));
  const folder = name.endsWith('/') ? name : `${name}/`;
  return [...aliasOf('', name, paths), ...aliasOf('', `${folder}*`, paths.map((path) => `${path}/*`))];
}

/** Nothing where no path lies in the project. */
function aliasOf(within: string, name: string, paths: readonly string[]): ImportAlias[] {
  const inside = paths.flatMap((path) => normalise(path) ?? []).filter((path) => path !== '');
  return inside.length === 0 || name.split('*').length > 2 ? [] : [{ within, name, paths: inside }];
}

/** The strings of a value that is one, a list of them, or what holds one for each condition, but for some. */
function textsOf(value: unknown, without: ReadonlySet<string> = new Set()): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => (without.has(key) ? [] : textsOf(inner, without))) : [];
}

function isObject(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
