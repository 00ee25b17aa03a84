import { keyName, propertyValue, stringValue, unwrap, walk, type Node } from '../transforms/lib/ast.ts';
import type { Manifest } from '../transforms/lib/manifest.ts';
import { resolveUrl } from '../transforms/lib/page.ts';
import { parseScript } from '../transforms/lib/parse.ts';
import type { SourceFile } from '../transforms/lib/source.ts';

const SOURCE_EXTENSIONS = ['ts', 'tsx', 'js', 'mjs', 'jsx'];
const CONFIG = /^(webpack|rollup|vite|esbuild|tsup|rspack)(\.\w+)?\.config\.[mc]?[jt]s$|^(webpack|rollup|esbuild|build)(\.\w+)?\.[mc]?js$/;

/**
 * The files that the background's scripts are built from, where they can be told with certainty: exactly one source has the name of
 * a built file under `src`, or a bundler's configuration names its entry. Scripts that are sources, or libraries, stand for themselves.
 * Undefined where nothing is built, or a source is not found.
 */
export function findSources(manifest: Manifest, files: ReadonlyMap<string, SourceFile>, manifestPath: string): string[] | undefined {
  const sources: string[] = [];
  const scripts = backgroundScripts(manifest, files, manifestPath);
  for (const path of scripts) {
    const file = files.get(path);
    const source = file?.role === 'source' ? path : sourceNamed(path, files) ?? bundlerEntry(path, files);
    if (source === undefined && (file === undefined || file.role === 'built')) return undefined;
    sources.push(source ?? path);
  }
  return sources.some((path, index) => path !== scripts[index]) ? sources : undefined;
}

/** The files that the background consists of: those that the manifest lists, or its page. */
function backgroundScripts(manifest: Manifest, files: ReadonlyMap<string, SourceFile>, manifestPath: string): string[] {
  const listed = [...manifest.strings(['background', 'scripts']), manifest.string(['background', 'service_worker']) ?? []].flat();
  if (listed.length > 0) return listed.flatMap((path) => resolveUrl(manifestPath, path.replace(/^\//, '')) ?? []);
  const page = files.get(resolveUrl(manifestPath, (manifest.string(['background', 'page']) ?? '').replace(/^\//, '')) ?? '');
  const sources = page?.text.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']([^"']+)["']/gi) ?? [];
  return [...sources].flatMap(([, src]) => resolveUrl(src!.startsWith('/') ? manifestPath : page!.path, src!.replace(/^\//, '')) ?? []);
}

function sourceNamed(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = stemOf(path);
  const names = ['src', 'source', 'app', 'src/js', 'src/scripts', `src/${stem}`, stem, ''].flatMap((folder) =>
    SOURCE_EXTENSIONS.flatMap((extension) => [folder ? `${folder}/${stem}.${extension}` : `${stem}.${extension}`, ...(folder.endsWith(stem) ? [`${folder}/index.${extension}`] : [])]));
  const found = [...new Set(names)].filter((name) => name !== path && files.get(name)?.role === 'source');
  return found.length === 1 ? found[0] : undefined;
}

/** The entry of a bundler's configuration whose output has the name of a built file; read, never run. */
function bundlerEntry(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = stemOf(path);
  const found = new Set<string>();
  for (const file of files.values()) {
    if (!CONFIG.test(file.path)) continue;
    const syntax = parseScript(file.text, file.path);
    if (!('program' in syntax)) continue;
    walk(syntax.program, (node) => {
      // `{ entry: { background: './src/bg/main.ts' } }`
      if (node.type === 'ObjectProperty' && stemOf(keyName(node) ?? '') === stem) add(node.value);
      // `{ input: 'src/bg/main.ts', output: { file: 'dist/background.js' } }`
      const name = pathOf(firstOf(firstOf(node, ['output']) ?? node, ['file', 'filename', 'outfile']));
      if (name !== undefined && stemOf(name) === stem) add(firstOf(node, ['input', 'entry', 'entryPoints']));
    });
  }
  return found.size === 1 ? [...found][0] : undefined;

  function add(value: Node | undefined): void {
    const entry = pathOf(value)?.replace(/^\.\//, '');
    for (const candidate of entry === undefined ? [] : [entry, ...SOURCE_EXTENSIONS.map((extension) => `${entry}.${extension}`)]) {
      if (files.get(candidate)?.role === 'source') found.add(candidate);
    }
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
