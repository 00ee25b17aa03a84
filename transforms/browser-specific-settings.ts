import { define } from './lib/define.ts';
import type { Json, JsonPath, Manifest } from './lib/manifest.ts';
import type { Match } from './lib/types.ts';

type Id = 'applications' | 'moved' | 'merged' | 'superfluous' | 'conflict' | 'no-id' | 'no-data-collection';

const OLD = 'applications';
const KEY = 'browser_specific_settings';

export default define<Id>({
  id: 'browser-specific-settings',
  summary: '`applications` is `browser_specific_settings`, and Firefox needs an id there',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/browser_specific_settings',
  messages: {
    'applications': { outcome: 'changed', severity: 'error', text: '`applications` is now `browser_specific_settings`' },
    'moved': { outcome: 'changed', severity: 'error', text: '`{key}` of `applications` is now in `browser_specific_settings`' },
    'merged': { outcome: 'review', severity: 'error', text: '`{key}` of `applications` is now in `browser_specific_settings`', advice: 'Firefox ignored it there. Check that it is still meant.' },
    'superfluous': { outcome: 'changed', severity: 'warning', text: '`applications` says nothing that `browser_specific_settings` does not say' },
    'conflict': {
      outcome: 'manual', severity: 'error',
      text: '`{key}` differs in `applications` and `browser_specific_settings`',
      advice: 'Firefox reads `browser_specific_settings` alone. Keep there what is meant, and remove `applications`.',
    },
    'no-id': {
      outcome: 'manual', severity: 'error',
      text: 'Firefox signs an extension of Manifest V3 only with an id: `browser_specific_settings.gecko.id` is missing',
      advice: 'Write the id that the extension has on addons.mozilla.org: with another one it is another extension, which its users do not get.',
      url: 'https://extensionworkshop.com/documentation/develop/extensions-and-the-add-on-id/#when-do-you-need-an-add-on-id',
    },
    'no-data-collection': {
      outcome: 'manual', severity: 'info',
      text: 'new extensions for Firefox must say which data they collect',
      advice: 'Add `data_collection_permissions` beside the id; `{ "required": ["none"] }` if there is none.',
      url: 'https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/',
    },
  },

  *manifest(manifest, extension) {
    if (manifest.node([OLD])?.type === 'object') yield* oldKey(manifest);
    if (!extension.isV3 || !extension.hasFirefox || manifest.isStatic) return;
    const gecko = [KEY, 'gecko'];
    const id = manifest.string([...gecko, 'id']) ?? manifest.string([OLD, 'gecko', 'id']);
    if (id === undefined) yield { message: 'no-id', at: manifest.at([...gecko, 'id']) };
    else if (manifest.has(gecko) && !manifest.has([...gecko, 'data_collection_permissions'])) yield { message: 'no-data-collection', at: manifest.at(gecko) };
  },
});

function* oldKey(manifest: Manifest): Generator<Match<Id>> {
  const at = manifest.at([OLD]);
  if (manifest.node([KEY])?.type !== 'object') {
    if (!manifest.has([KEY])) yield { message: 'applications', at, edits: manifest.renameKey([OLD], KEY) };
    return;
  }
  const missing: JsonPath[] = [];
  for (const browser of manifest.keys([OLD])) {
    if (!manifest.has([KEY, browser])) {
      missing.push([browser]);
      continue;
    }
    for (const key of manifest.keys([OLD, browser])) {
      const path = [browser, key];
      if (!manifest.has([KEY, ...path])) missing.push(path);
      else if (JSON.stringify(manifest.value([KEY, ...path])) !== JSON.stringify(manifest.value([OLD, ...path]))) {
        yield { message: 'conflict', at: manifest.at([OLD, ...path]), data: { key: path.join('.') } };
        return;
      }
    }
  }
  const [first] = missing;
  if (first === undefined) {
    yield { message: 'superfluous', at, edits: manifest.remove([OLD]) };
  } else {
    // One at a time: the next round takes the next.
    const edits = [...manifest.set([KEY, ...first], manifest.value([OLD, ...first]) as Json), ...manifest.remove(missing.length === 1 ? [OLD] : [OLD, ...first])];
    yield { message: first.length === 1 ? 'moved' : 'merged', at: manifest.at([OLD, ...first]), edits, data: { key: first.join('.') } };
  }
}
