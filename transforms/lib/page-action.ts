import type { Extension } from './extension.ts';

/**
 * Whether the page action becomes the target's one `action`, disabled at first: on Chrome, where no other action has that place.
 * Firefox keeps page actions in Manifest V3; Chrome never allowed both kinds in one extension.
 */
export function isPageActionReplaced({ target, originalManifest: manifest }: Extension): boolean {
  const taken = manifest.has(['browser_action']) || (manifest.has(['action']) && manifest.string(['action', 'default_state']) !== 'disabled');
  return target === 'chrome' && !taken;
}
