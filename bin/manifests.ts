import { readFileSync } from 'node:fs';
import { Manifest } from '../transforms/lib/manifest.ts';
import { SourceFile } from '../transforms/lib/source.ts';

/** Keys that only the manifest of an extension has, or a part of one. */
const MANIFEST_KEYS = ['background', 'browser_action', 'page_action', 'action', 'content_scripts', 'permissions', 'options_ui', 'options_page', 'devtools_page', 'chrome_url_overrides', 'theme'];
/** `__chrome__manifest_version`, `{{firefox}}.manifest_version`: the build takes those of one browser. */
const OF_A_BROWSER = /"(?:__[\w|]+__|\{\{[^{}]+\}\}\.)manifest_version"/;

/** A manifest on disk; undefined where none can be read. */
export function tryManifest(path: string): Manifest | undefined {
  try {
    return new Manifest(new SourceFile(path, readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

/** Whether a manifest has a version for each of several browsers, of which a build takes one. */
export function isForBrowsers({ text }: Manifest): boolean {
  return OF_A_BROWSER.test(text);
}

/** Whether a manifest without a version is one that a build completes. */
export function isPart(manifest: Manifest): boolean {
  return isForBrowsers(manifest) || (MANIFEST_KEYS.some((key) => manifest.has([key])) && !manifest.has(['start_url']));
}

/** How to migrate the sources of an extension whose manifest a build makes from `source` in a folder. A folder of manifests holds no scripts. */
export function remedy(folder: string, source: string): string {
  const home = folder.replace(/(^|\/)manifests?$/, '') || '.';
  const copy = home === '.' ? 'manifest.built.json' : `${home}/manifest.built.json`;
  return `build, copy the built manifest to ${copy}, run mv3-codemod ${quoted(copy)} --background SOURCE, and do in ${source} what the run does in the copy`;
}

/** `a, b and c`, the first of many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** A path as a shell takes it. */
export function quoted(path: string): string {
  return /^[\w./@%+:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
