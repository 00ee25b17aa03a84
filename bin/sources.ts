import { stringValue, unwrap, walk } from '../transforms/lib/ast.ts';
import type { Manifest } from '../transforms/lib/manifest.ts';
import { parseScript } from '../transforms/lib/parse.ts';
import type { SourceFile } from '../transforms/lib/source.ts';

const SOURCE_EXTENSIONS = ['ts', 'tsx', 'js', 'mjs', 'jsx'];
const CONFIG = /^(webpack|rollup|vite|esbuild|tsup|rspack)(\.\w+)?\.config\.[mc]?[jt]s$|^(webpack|rollup|esbuild|build)(\.\w+)?\.[mc]?js$/;

/**
 * The files that the manifest's background scripts are built from, where they can be told with certainty: every named file is
 * missing or a build's output, and exactly one source has its name under `src`, or a bundler's configuration names its entry.
 * Undefined where the manifest names sources itself.
 */
export function findSources(manifest: Manifest, files: ReadonlyMap<string, SourceFile>, manifestPath: string): string[] | undefined {
  const folder = manifestPath.includes('/') ? manifestPath.slice(0, manifestPath.lastIndexOf('/') + 1) : '';
  const listed = [...manifest.strings(['background', 'scripts']), manifest.string(['background', 'service_worker']) ?? []].flat();
  if (listed.length === 0) return undefined;
  const sources: string[] = [];
  for (const path of listed) {
    const full = folder + path.replace(/^\.?\//, '');
    const file = files.get(full);
    if (file !== undefined && file.role === 'source') return undefined;
    const source = sourceNamed(full, files) ?? bundlerEntry(full, files);
    if (source !== undefined) sources.push(source);
    else if (file === undefined || file.role === 'built') return undefined;
    else sources.push(full);
  }
  return sources.some((path) => files.get(path)?.role === 'source') ? sources : undefined;
}

function sourceNamed(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/(\.(min|bundle|chunk))?\.[mc]?js$/, '');
  const names = ['src', 'source', 'app', 'src/js', 'src/scripts', `src/${stem}`, stem, ''].flatMap((folder) =>
    SOURCE_EXTENSIONS.flatMap((extension) => [folder ? `${folder}/${stem}.${extension}` : `${stem}.${extension}`, ...(folder.endsWith(stem) ? [`${folder}/index.${extension}`] : [])]));
  const found = [...new Set(names)].filter((name) => name !== path && files.get(name)?.role === 'source');
  return found.length === 1 ? found[0] : undefined;
}

/** The entry of a bundler's configuration whose output has the name of a built file; read, never run. */
function bundlerEntry(path: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/(\.(min|bundle|chunk))?\.[mc]?js$/, '');
  const found = new Set<string>();
  for (const file of files.values()) {
    if (!CONFIG.test(file.path)) continue;
    const syntax = parseScript(file.text, file.path);
    if (!('program' in syntax)) continue;
    walk(syntax.program, (node) => {
      if (node.type !== 'ObjectProperty') return;
      const key = node.key.type === 'Identifier' ? node.key.name : node.key.type === 'StringLiteral' ? node.key.value : '';
      if (key.slice(key.lastIndexOf('/') + 1) !== stem) return;
      const value = unwrap(node.value);
      const entry = stringValue(value) ?? (value.type === 'ArrayExpression' ? stringValue(value.elements.at(-1)) : lastArgument(value));
      const name = entry?.replace(/^\.\//, '');
      for (const candidate of name === undefined ? [] : [name, ...SOURCE_EXTENSIONS.map((extension) => `${name}.${extension}`)]) {
        if (files.get(candidate)?.role === 'source') found.add(candidate);
      }
    });
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The last literal of `path.join(__dirname, 'src', 'background.ts')`, joined. */
function lastArgument(node: ReturnType<typeof unwrap>): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const parts = node.arguments.flatMap((argument) => stringValue(argument) ?? []);
  return parts.length === 0 ? undefined : parts.map((part) => part.replace(/^\.?\/|\/$/g, '')).join('/');
}
