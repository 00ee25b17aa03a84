import { inferTarget, type Extension } from './extension.ts';
import type { Manifest } from './manifest.ts';
import { manifestsBeside, namedFiles } from './manifest-parts.ts';

/**
 * Whether the page action becomes the target's one `action`, disabled at first: on Chrome, where no other action has that place.
 * Firefox keeps page actions in Manifest V3; Chrome never allowed both kinds in one extension.
 */
export function isPageActionReplaced({ target, originalManifest: manifest }: Extension): boolean {
  const taken = manifest.has(['browser_action']) || (manifest.has(['action']) && manifest.string(['action', 'default_state']) !== 'disabled');
  return target === 'chrome' && !taken;
}

/** A manifest for Firefox beside that of the extension which has a page action, and the same files: what they call stays for it. */
export function pageActionBeside({ manifest, files }: Extension): Manifest | undefined {
  return manifestsBeside(manifest, files).find((other) => other.has(['page_action']) && inferTarget(other).target !== 'chrome' && [...namedFiles(other)].some((path) => files.has(path)));
}
