import { parse } from 'jsonc-parser';
import { keyName, propertyValue, unwrap, walk, type Node } from '../transforms/lib/ast.ts';
import type { ImportAlias } from '../transforms/lib/import-aliases.ts';
import { folderOf, normalise } from '../transforms/lib/page.ts';
import type { SourceFile } from '../transforms/lib/source.ts';
import { extendedPath } from '../transforms/lib/type-imports.ts';
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
  const value: unknown = file && parse(file.text, [], { allowTrailingComma: true });
  return isObject(value) ? value : {};
}

/** @see https://www.typescriptlang.org/tsconfig/#paths */
function compilerAliases(path: string, within: string, files: ReadonlyMap<string, SourceFile>, seen = new Set<string>()): ImportAlias[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const settings = settingsOf(files.get(path));
  const folder = folderOf(path);
  const own = isObject(settings['compilerOptions']) ? settings['compilerOptions'] : {};
  const base = typeof own['baseUrl'] === 'string' ? `${folder}${own['baseUrl']}/` : undefined;
  const aliases: ImportAlias[] = [];
  if (isObject(own['paths'])) {
    for (const [name, targets] of Object.entries(own['paths'])) aliases.push(...aliasOf(within, name, textsOf(targets).map((target) => (base ?? folder) + target)));
  }
  if (base !== undefined) aliases.push(...aliasOf(within, '*', [`${base}*`]));
  const next = [...textsOf(settings['extends']), ...textsOf(Array.isArray(settings['references']) ? settings['references'].flatMap((one) => (isObject(one) ? one['path'] : [])) : [])];
  for (const name of next) {
    const file = extendedPath(path, name, files);
    if (file !== undefined) aliases.push(...compilerAliases(file, within, files, seen));
  }
  return aliases;
}

/**
 * Of a package.json, or of Babel's settings.
 * @see https://nodejs.org/api/packages.html#imports https://parceljs.org/features/dependency-resolution/#aliases
 */
function packageAliases(settings: Settings): ImportAlias[] {
  const imports = isObject(settings['imports']) ? Object.entries(settings['imports']) : [];
  return [
    ...imports.flatMap(([name, target]) => aliasOf('', name, textsOf(target))),
    ...[...objectsAt(settings, 'alias')].flatMap((alias) => Object.entries(alias).flatMap(([name, target]) => (typeof target === 'string' ? folderAliases(name, [target]) : []))),
  ];
}

function* objectsAt(value: unknown, key: string): Generator<Settings> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
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
  const addAll = (given: Node | undefined): void => {
    const value = constantOf(given, config);
    if (value?.type === 'ObjectExpression') {
      for (const property of value.properties) {
        if (property.type === 'ObjectProperty') add(keyName(property), property.value);
        else if (property.type === 'SpreadElement') addAll(property.argument);
      }
    }
    // [{ find: '@', replacement: '/src' }]
    for (const item of value?.type === 'ArrayExpression' ? value.elements : []) {
      if (item?.type !== 'ObjectExpression') continue;
      const find = propertyValue(item, 'find');
      add(find?.type === 'StringLiteral' ? find.value : find?.type === 'RegExpLiteral' ? /^\^(@|~|#)\\\/$/.exec(find.pattern)?.[1] : undefined, propertyValue(item, 'replacement'));
    }
  };
  walk(config.program, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'alias') addAll(node.arguments[0]?.type === 'ObjectExpression' ? propertyValue(node.arguments[0], 'entries') : undefined);
    if (node.type !== 'ObjectExpression') return;
    addAll(propertyValue(node, 'alias'));
    const resolve = propertyValue(node, 'resolve');
    const folders = resolve?.type === 'ObjectExpression' ? propertyValue(resolve, 'modules') : undefined;
    for (const folder of folders?.type === 'ArrayExpression' ? folders.elements : []) aliases.push(...aliasOf('', '*', pathsOf(folder ?? undefined, config).map((path) => `${path}/*`)));
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

/** The strings of a value that is one, a list of them, or what holds one for each condition. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function isObject(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
