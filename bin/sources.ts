import { keyName, propertyValue, stringValue, unwrap, walk, type Node } from '../transforms/lib/ast.ts';
import { rootOfPaths } from '../transforms/lib/extension.ts';
import type { Manifest } from '../transforms/lib/manifest.ts';
import { resolveUrl } from '../transforms/lib/page.ts';
import { parseScript } from '../transforms/lib/parse.ts';
import type { SourceFile } from '../transforms/lib/source.ts';

const SOURCE_EXTENSIONS = ['ts', 'tsx', 'js', 'mjs', 'jsx'];
const CONFIG = /^(webpack|rollup|vite|esbuild|tsup|rspack)(\.\w+)?\.config\.[mc]?[jt]s$|^(webpack|rollup|esbuild|build)(\.\w+)?\.[mc]?js$/;
/** What bundlers call the chunks of their own code, of libraries and of what several entries import: the entry is the source of all that. */
const CHUNK = /^(manifest|runtime|vendors?|commons?)$/;

/**
 * The files that the background's scripts are built from, where they can be told with certainty: exactly one source has the name of
 * a built file under `src`, or a bundler's configuration names its entry. Scripts that are sources, or libraries, stand for themselves.
 * Undefined where nothing is built, or a source is not found.
 */
export function findSources(manifest: Manifest, files: ReadonlyMap<string, SourceFile>): string[] | undefined {
  const sources: string[] = [];
  const scripts = backgroundScripts(manifest, files);
  for (const path of scripts) {
    const file = files.get(path);
    const source = file?.role === 'source' ? path : sourceNamed(path, files) ?? bundlerEntry(path, files);
    if (source !== undefined || (file !== undefined && file.role !== 'built')) sources.push(source ?? path);
    else if (file !== undefined || !CHUNK.test(stemOf(path))) return undefined;
  }
  return sources.some((path, index) => path !== scripts[index]) ? sources : undefined;
}

/** The files that the background consists of: those that the manifest lists, or its page. */
function backgroundScripts(manifest: Manifest, files: ReadonlyMap<string, SourceFile>): string[] {
  const root = rootOfPaths(manifest, files);
  const fromRoot = (url: string): string | undefined => resolveUrl(root, url.replace(/^\/(?!\/)/, ''));
  const listed = [...manifest.strings(['background', 'scripts']), manifest.string(['background', 'service_worker']) ?? []].flat();
  if (listed.length > 0) return listed.flatMap((path) => fromRoot(path) ?? []);
  const page = files.get(fromRoot(manifest.string(['background', 'page']) ?? '') ?? '');
  const sources = page?.text.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']([^"']+)["']/gi) ?? [];
  return [...sources].flatMap(([, src]) => (src!.startsWith('/') ? fromRoot(src!) : resolveUrl(page!.path, src!)) ?? []);
}

function sourceNamed(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = stemOf(path);
  const names = ['src', 'source', 'app', 'src/js', 'src/scripts', `src/${stem}`, stem, ''].flatMap((folder) =>
    SOURCE_EXTENSIONS.flatMap((extension) => [folder ? `${folder}/${stem}.${extension}` : `${stem}.${extension}`, ...(folder.endsWith(stem) ? [`${folder}/index.${extension}`] : [])]));
  const found = [...new Set(names)].filter((name) => name !== path && files.get(name)?.role === 'source');
  return found.length === 1 ? found[0] : undefined;
}

/** The entry of a bundler's configuration whose output is a built file, or has its name; read, never run. */
function bundlerEntry(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = stemOf(path);
  const placed = new Set<string>();
  const named = new Set<string>();
  for (const file of files.values()) {
    if (!CONFIG.test(file.path)) continue;
    const syntax = parseScript(file.text, file.path);
    if (!('program' in syntax)) continue;
    const templates = new Set<string>();
    const entries: { readonly name: string; readonly sources: readonly string[] }[] = [];
    walk(syntax.program, (node) => {
      // `{ output: { filename: '[name]/script.js' } }`
      const text = stringValue(node);
      if (text?.includes('[name]')) templates.add(text);
      // `{ entry: { background: './src/bg/main.ts' } }`
      const key = node.type === 'ObjectProperty' ? keyName(node) : undefined;
      if (key !== undefined && node.type === 'ObjectProperty') entries.push({ name: key, sources: sourcesOf(node.value) });
      // `{ input: 'src/bg/main.ts', output: { file: 'dist/background.js' } }`
      const output = pathOf(firstOf(firstOf(node, ['output']) ?? node, ['file', 'filename', 'outfile']));
      if (output !== undefined && stemOf(output) === stem) sourcesOf(firstOf(node, ['input', 'entry', 'entryPoints'])).forEach((source) => named.add(source));
    });
    for (const { name, sources } of entries) {
      if (stemOf(name) === stem) sources.forEach((source) => named.add(source));
      if ([...templates].some((template) => `/${path}`.endsWith(`/${template.replaceAll('[name]', name)}`))) sources.forEach((source) => placed.add(source));
    }
  }
  const found = placed.size > 0 ? placed : named;
  return found.size === 1 ? [...found][0] : undefined;

  function sourcesOf(value: Node | undefined): string[] {
    const entry = pathOf(value)?.replace(/^\.\//, '');
    const candidates = entry === undefined ? [] : [entry, ...SOURCE_EXTENSIONS.map((extension) => `${entry}.${extension}`)];
    return candidates.filter((candidate) => files.get(candidate)?.role === 'source');
  }
}

/** The value of the first of some keys that an object literal has; of a list the last item. */
function firstOf(object: Node | undefined, keys: readonly string[]): Node | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  const value = keys.map((key) => propertyValue(object, key)).find(Boolean);
  return value?.type === 'ArrayExpression' ? value.elements.at(-1) ?? undefined : value;
}

/** `'./src/background.ts'`, `['./src/background.ts']`, `path.join(__dirname, 'src', 'background.ts')` */
function pathOf(value: Node | undefined): string | undefined {
  const node = value && unwrap(value);
  if (node?.type === 'ArrayExpression') return stringValue(node.elements.at(-1));
  if (node?.type !== 'CallExpression') return stringValue(node);
  const parts = node.arguments.flatMap((argument) => stringValue(argument) ?? []);
  return parts.length === 0 ? undefined : parts.map((part) => part.replace(/^\.?\/|\/$/g, '')).join('/');
}

/** `background` of `dist/background.bundle.js` */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(\.(min|bundle|chunk))?\.[mc]?js$/, '');
}
