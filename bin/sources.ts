import { keyName, propertyValue, walk, type Node } from '../transforms/lib/ast.ts';
import { rootOfPaths } from '../transforms/lib/extension.ts';
import type { Manifest } from '../transforms/lib/manifest.ts';
import { folderOf, normalise, resolveUrl } from '../transforms/lib/page.ts';
import { isLibraryName, isTestPath } from '../transforms/lib/roles.ts';
import type { SourceFile } from '../transforms/lib/source.ts';
import { firstOf, isBundlerConfig, pathOf, readConfig, type Config } from './bundler-config.ts';

const SOURCE_EXTENSIONS = ['ts', 'tsx', 'js', 'mjs', 'jsx', 'mts', 'cts', 'cjs'];
const ENTRIES = /^(entry|entries|entryPoints|input)$/;
/** Names that say nothing of what a script does: its folder does. */
const GENERIC = /^(index|main|script|bundle)$/;
const BUILD_FOLDER = /^(dist|build|built|out|output|js|scripts?|lib|bundles?|public|static|extension|addon|app|src)$/;
/** What bundlers call the chunks of their own code, of libraries and of what several entries import: the entry is the source of all that. */
const CHUNK = /^(manifest|runtime|vendors?|commons?)([-~.].*)?$/;

/**
 * The files that the background's scripts are built from, where they can be told with certainty: a source stands in the place of a
 * built file, exactly one has its name under `src`, or a bundler's configuration names its entry. Other scripts stand for themselves;
 * what does not exist and is a library, or a chunk that a bundler makes beside an entry, has no source.
 * Undefined where nothing is built, or no source is found.
 * @param commands those of the package's scripts
 */
export function findSources(manifest: Manifest, files: ReadonlyMap<string, SourceFile>, commands: readonly string[] = []): string[] | undefined {
  const sources: string[] = [];
  const scripts = backgroundScripts(manifest, files);
  let isCertain = true;
  let isInPlace = true;
  for (const path of scripts) {
    const file = files.get(path);
    const source = file?.role === 'source' && !path.endsWith('.html') ? path : sourceNamed(path, files, folderOf(manifest.path)) ?? bundlerEntry(path, files) ?? commandEntry(path, files, commands) ?? onlyNamed(path, files);
    if (source !== undefined && withoutExtension(source) !== withoutExtension(path)) isInPlace = false;
    if (source === undefined && file === undefined) {
      if (CHUNK.test(stemOf(path)) || isLibraryName(path)) continue;
      isCertain = false;
    }
    sources.push(source ?? path);
  }
  // What stands beside a source in the place of its built file is missing, and is told.
  return (isCertain || isInPlace) && sources.some((path) => files.has(path) && !scripts.includes(path)) ? sources : undefined;
}

/** The files that the background consists of: those that the manifest lists, those of its page, or a page that a build makes or puts its scripts into. */
function backgroundScripts(manifest: Manifest, files: ReadonlyMap<string, SourceFile>): string[] {
  const root = rootOfPaths(manifest, files);
  const fromRoot = (url: string): string | undefined => resolveUrl(root, url.replace(/^\/(?!\/)/, ''));
  const listed = [...manifest.strings(['background', 'scripts']), manifest.string(['background', 'service_worker']) ?? []].flat();
  if (listed.length > 0) return listed.flatMap((path) => fromRoot(path) ?? []);
  const path = fromRoot(manifest.string(['background', 'page']) ?? '');
  const page = path === undefined ? undefined : files.get(path);
  if (page === undefined || !/<script\b/i.test(page.text)) return path === undefined ? [] : [path];
  const sources = page.text.replace(/<!--.*?-->/gs, '').matchAll(/<script\b[^>]*\bsrc\s*=\s*["']([^"']+)["']/gi);
  return [...sources].flatMap(([, src]) => (src!.startsWith('/') ? fromRoot(src!) : resolveUrl(page.path, src!)) ?? []);
}

/** The source whose place or name is that of a built file: below the manifest's folder before others. */
function sourceNamed(path: string, files: ReadonlyMap<string, SourceFile>, base: string): string | undefined {
  const isSource = (name: string): boolean => name !== path && files.get(name)?.role === 'source';
  const inPlace = SOURCE_EXTENSIONS.map((extension) => path.replace(/\.\w+$/, `.${extension}`)).filter(isSource);
  if (inPlace.length === 1 && !files.has(path)) return inPlace[0];
  const stem = stemOf(path);
  const parent = path.split('/').at(-2);
  if (GENERIC.test(stem) && parent !== undefined && !BUILD_FOLDER.test(parent)) return undefined;
  const names = ['src', 'source', 'app', 'src/js', 'src/scripts', `src/${stem}`, stem, ...(GENERIC.test(stem) ? [] : [''])].flatMap((folder) =>
    SOURCE_EXTENSIONS.flatMap((extension) => [folder ? `${folder}/${stem}.${extension}` : `${stem}.${extension}`, ...(folder.endsWith(stem) ? [`${folder}/index.${extension}`] : [])]));
  for (const folder of new Set([base, ''])) {
    const found = [...new Set(names)].map((name) => folder + name).filter(isSource);
    if (found.length === 1) return found[0];
  }
  return undefined;
}

/** The only source of the project that has a built file's name, where no configuration speaks of that. */
function onlyNamed(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = stemOf(path);
  if (GENERIC.test(stem) || files.has(path)) return undefined;
  const all = [...files.values()];
  if (all.some((file) => isBundlerConfig(file.path) && file.text.includes(stem))) return undefined;
  const named = all.filter((file) => SOURCE_EXTENSIONS.some((extension) => `/${file.path}`.endsWith(`/${stem}.${extension}`)) && !isTestPath(file.path) && file.role === 'source');
  return named.length === 1 ? named[0]!.path : undefined;
}

/** The source that a command of the package makes a built file from: `esbuild src/bg/main.ts --bundle --outfile=dist/background.js`. */
function commandEntry(path: string, files: ReadonlyMap<string, SourceFile>, commands: readonly string[]): string | undefined {
  const found = new Set<string>();
  for (const command of commands.flatMap((text) => text.split(/&&?|\|\|?|;/))) {
    const output = /(?:--(?:outfile|output|file|output-file)[= ]|\s-o\s+)["']?([^\s"']+)/.exec(command)?.[1];
    if (output === undefined || stemOf(output) !== stemOf(path)) continue;
    const inputs = command.split(/[\s=]+/).flatMap((word) => normalise(word.replace(/^["']|["']$/g, '')) ?? []).filter((word) => word !== output && files.get(word)?.role === 'source');
    for (const input of new Set(inputs)) if (!isBundlerConfig(input)) found.add(input);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function withoutExtension(path: string): string {
  return path.replace(/\.\w+$/, '');
}

/** The entry of a bundler's configuration whose output is a built file, or has its name; read, never run. */
function bundlerEntry(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = stemOf(path);
  const placed = new Set<string>();
  const named = new Set<string>();
  const isPlaced = (output: string): boolean => `/${path}`.endsWith(`/${output.replace(/^[./]*/, '')}`);
  for (const file of files.values()) {
    if (!isBundlerConfig(file.path)) continue;
    const config = readConfig(file);
    if (config === undefined) {
      if (file.text.includes(stem)) return undefined;
      continue;
    }
    const templates = new Set<string>();
    const entries: { readonly name: string; readonly sources: readonly string[] }[] = [];
    const maps = entryMaps(config);
    let isUnclear = false;
    walk(config.program, (node) => {
      // `new HtmlWebpackPlugin({ filename: 'background.html', chunks: ['bg'] })`
      const chunks = node.type === 'ObjectExpression' ? propertyValue(node, 'chunks') : undefined;
      if (chunks && path.endsWith('.html') && stemOf(pathOf(firstOf(node, ['filename']), config) ?? '') === stem) {
        isUnclear ||= chunks.type !== 'ArrayExpression' || !chunks.elements.some((chunk) => chunk?.type === 'StringLiteral' && chunk.value === stem);
      }
      // `{ output: { filename: '[name]/script.js' } }`
      const text = node.type === 'StringLiteral' || node.type === 'TemplateLiteral' ? pathOf(node, config) : undefined;
      if (text?.includes('[name]')) templates.add(text);
      // `{ entry: { background: './src/bg/main.ts' } }`
      for (const property of node.type === 'ObjectExpression' && maps.has(node) ? node.properties : []) {
        if (property.type !== 'ObjectProperty' || keyName(property) === undefined) continue;
        const name = keyName(property)!;
        const sources = sourcesOf(property.value, config);
        entries.push({ name, sources });
        isUnclear ||= sources.length === 0 && stemOfEntry(name) === stem;
      }
      // `{ input: 'src/bg/main.ts', output: { file: 'dist/background.js' } }`
      const output = pathOf(firstOf(firstOf(node, ['output']) ?? node, ['file', 'filename', 'outfile']), config);
      if (output === undefined || stemOf(output) !== stem) return;
      for (const source of ['input', 'entry', 'entryPoints'].flatMap((key) => sourcesOf(node.type === 'ObjectExpression' ? propertyValue(node, key) : undefined, config))) (isPlaced(output) ? placed : named).add(source);
    });
    if (isUnclear) return undefined;
    for (const { name, sources } of entries) {
      if (stemOfEntry(name) === stem && !(GENERIC.test(stem) && name.includes('/'))) sources.forEach((source) => named.add(source));
      if ([...templates].some((template) => isPlaced(template.replaceAll('[name]', name)))) sources.forEach((source) => placed.add(source));
    }
  }
  const found = placed.size > 0 ? placed : named;
  return found.size === 1 ? [...found][0] : undefined;

  function sourcesOf(value: Node | undefined, config: Config): string[] {
    const list = value?.type === 'ObjectExpression' ? propertyValue(value, 'import') : value;
    if (list?.type === 'ArrayExpression') {
      const isKnown = list.elements.every((item) => item && pathOf(item, config) !== undefined);
      return isKnown ? list.elements.flatMap((item) => sourcesOf(item ?? undefined, config)) : [];
    }
    const entry = pathOf(value, config);
    if (entry === undefined) return [];
    const bases = entry.startsWith('/') ? [''] : ['', ...config.contexts, config.folder];
    const paths = bases.flatMap((base) => normalise(`${base}/${entry}`) ?? []);
    const candidates = paths.flatMap((candidate) => [candidate, ...SOURCE_EXTENSIONS.map((extension) => `${candidate}.${extension}`)]);
    return [...new Set(candidates)].filter((candidate) => SOURCE_EXTENSIONS.some((extension) => candidate.endsWith(`.${extension}`)) && files.get(candidate)?.role === 'source').slice(0, 1);
  }
}

/** The object literals that a configuration gives as its entries, or that a constant holds which it gives. */
function entryMaps({ program, constants }: Config): ReadonlySet<Node> {
  const maps = new Set<Node>();
  const seen = new Set<Node>();
  const add = (value: Node): void => {
    if (seen.has(value)) return;
    seen.add(value);
    walk(value, (node) => {
      if (node.type === 'ObjectExpression') maps.add(node);
      const constant = node.type === 'Identifier' ? constants.get(node.name) : undefined;
      if (constant) add(constant);
    });
  };
  walk(program, (node) => {
    if ((node.type === 'ObjectProperty' || node.type === 'ObjectMethod') && ENTRIES.test(keyName(node) ?? '')) add(node.type === 'ObjectProperty' ? node.value : node.body);
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init && ENTRIES.test(node.id.name)) add(node.init);
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier' && ENTRIES.test(node.left.property.name)) add(node.right);
  });
  return maps;
}

/** `background` of an entry called `background`, `background.entry` or `js/background.js` */
function stemOfEntry(name: string): string {
  return stemOf(/\.[mc]?js$/.test(name) ? name : `${name}.js`);
}

/** `background` of `dist/background.bundle.js` and of `background/index.html` */
function stemOf(path: string): string {
  return path.replace(/\/index\.html$/, '').replace(/^.*\//, '').replace(/\.html$|(\.(min|bundle|chunk|dist|entry))?\.[mc]?js$/, '');
}
