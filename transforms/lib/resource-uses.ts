import { stringValue, unwrap, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import { isAnalysed } from './input.ts';
import { originPattern } from './match-patterns.ts';
import { normalise } from './page.ts';
import type { Script } from './script.ts';

/** Where code asks for the URL of the extension's files, so far as it shows. */
export interface ResourceUses {
  /** The origins of the declared content scripts that name a file, by its path. */
  readonly byPath: ReadonlyMap<string, ReadonlySet<string>>;
  /** The origins of the declared content scripts that compute names: they may mean any file. */
  readonly computed: ReadonlySet<string>;
  /** Files that other code names, which may hand their URL to any page. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether some code may hand the URL of any file to any page. */
  readonly anywhere: boolean;
}

/** Finds the uses of `runtime.getURL` and its kin. What it cannot read counts as a use of everything. */
export function resourceUses(extension: Extension): ResourceUses {
  const byPath = new Map<string, Set<string>>();
  const computed = new Set<string>();
  const elsewhere = new Set<string>();
  let anywhere = extension.manifest.has(['declarative_net_request']) || extension.realms.some(({ missing }) => missing.length > 0);
  const addAll = (to: Set<string>, origins: Iterable<string>): void => {
    for (const origin of origins) to.add(origin);
  };
  for (const script of extension.scripts) {
    if (/(chrome|moz)-extension:|@@extension_id|\binsertCSS\b/.test(script.text)) anywhere = true;
    const mentions = script.text.match(/\bgetURL\b/g)?.length ?? 0;
    if (mentions === 0) continue;
    const uses = isAnalysed(script) ? [...script.references('runtime.getURL'), ...script.references('extension.getURL')] : [];
    const origins = contentOrigins(script);
    if (uses.length < mentions) anywhere = true;
    for (const { call } of uses) {
      const name = fixedName(call?.arguments[0]);
      if (name === undefined) {
        if (origins === undefined) anywhere = true;
        else addAll(computed, origins);
        continue;
      }
      for (const path of withImports(extension, name)) {
        if (origins === undefined) elsewhere.add(path);
        else addAll(byPath.get(path) ?? byPath.set(path, new Set()).get(path)!, origins);
      }
    }
  }
  const entries = extension.manifest.value(['content_scripts']);
  // Style sheets of the manifest may mention any image or font.
  for (const index of Array.isArray(entries) ? entries.keys() : []) {
    if (extension.manifest.has(['content_scripts', index, 'css', 0])) addAll(computed, entryOrigins(extension, index));
  }
  return { byPath, computed, elsewhere, anywhere };
}

/** The file that a URL's argument names; undefined where it is computed, or names the root that something is appended to. */
function fixedName(node: Node | undefined): string | undefined {
  const text = node === undefined ? undefined : stringValue(unwrap(node));
  const path = text === undefined ? undefined : normalise(text.replace(/[?#].*$/s, ''));
  return path === '' ? undefined : path;
}

/** A file, and the modules that it imports. */
function withImports(extension: Extension, path: string): Set<string> {
  const found = new Set([path]);
  for (const one of found) {
    const script = extension.script(extension.fromManifest(one) ?? one);
    for (const imported of script === undefined ? [] : extension.importsOf(script)) found.add(extension.toManifest(imported));
  }
  return found;
}

/** The origins of the pages that a script runs in, if it is only a content script of the manifest. */
function contentOrigins(script: Script): Set<string> | undefined {
  const origins = new Set<string>();
  for (const { kind, name } of script.realms) {
    const index = /^content_scripts\[(\d+)\]$/.exec(name)?.[1];
    if (kind !== 'content' || index === undefined) return undefined;
    for (const origin of entryOrigins(script.extension, Number(index))) origins.add(origin);
  }
  return origins.size === 0 ? undefined : origins;
}

function entryOrigins({ manifest }: Extension, index: number): string[] {
  const entry = ['content_scripts', index] as const;
  // Frames without an origin of their own belong to no pattern.
  if (manifest.value([...entry, 'match_about_blank']) === true || manifest.value([...entry, 'match_origin_as_fallback']) === true) return ['<all_urls>'];
  return manifest.strings([...entry, 'matches']).map(originPattern);
}
