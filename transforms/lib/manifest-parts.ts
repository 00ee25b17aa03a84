import type { Extension } from './extension.ts';
import { Manifest } from './manifest.ts';
import { folderOf } from './page.ts';
import { isManifestName } from './roles.ts';

const EXTENSION_KEYS = ['background', 'browser_action', 'page_action', 'action', 'content_scripts', 'permissions', 'options_ui', 'options_page', 'web_accessible_resources', 'applications', 'browser_specific_settings', 'minimum_chrome_version', 'content_security_policy'];

/** The other manifests in the folder of one. */
export function manifestsBeside({ path }: Manifest, files: Extension['files']): readonly Manifest[] {
  const folder = folderOf(path);
  return [...files.values()].filter((file) => isManifestName(file.path) && file.path !== path && folderOf(file.path) === folder).map((file) => new Manifest(file));
}

/** Those of them that are no manifest alone: a build merges them with one. */
export function partsBeside(manifest: Manifest, files: Extension['files']): readonly Manifest[] {
  return manifestsBeside(manifest, files).filter((other) => !other.has(['manifest_version']) && EXTENSION_KEYS.some((key) => other.has([key])));
}

/** The scripts and pages that a manifest names. */
export function namedFiles({ text }: Manifest): ReadonlySet<string> {
  return new Set([...text.matchAll(/"(?:\.?\/)?([^"*]+\.(?:[mc]?[jt]sx?|x?html?))"/g)].map(([, path]) => path!));
}
