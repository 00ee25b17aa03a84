import { isGuarded } from './lib/guarded.ts';
import { define } from './lib/define.ts';
import { backgroundScripts, failsAtStart } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import type { Manifest } from './lib/manifest.ts';
import type { Realm } from './lib/realms.ts';
import { snippet } from './lib/words.ts';

/** Namespaces that Firefox for Android does not have (browser-compat-data 8.1.9). */
const NOT_ON_ANDROID = [
  'bookmarks', 'captivePortal', 'commands', 'contextMenus', 'contextualIdentities', 'find', 'history', 'identity', 'menus', 'omnibox', 'pkcs11', 'search', 'sessions', 'sidebarAction',
  'tabGroups', 'theme', 'windows',
];

export default define({
  id: 'other-browsers',
  summary: 'What Firefox for Android and Safari lack, where the manifest names them',
  url: 'https://extensionworkshop.com/documentation/develop/developing-extensions-for-firefox-for-android/',
  messages: {
    'missing-on-android': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is part of the start-up, and Firefox for Android has no `{namespace}`: the exception ends this script there',
      advice: 'Use it only where it exists: `if ({namespace}) ...`, or `?.`.',
    },
    'safari': {
      outcome: 'manual', severity: 'info',
      text: 'Safari runs this background as a non-persistent page: it fires no `runtime.onSuspend`, and has neither `offscreen` nor `notifications`',
      advice: 'On iOS a persistent background is refused. `storage.session` and `scripting.registerContentScripts` need Safari 16.4.',
      url: 'https://developer.apple.com/documentation/safariservices/safari_web_extensions',
    },
  },
  *manifest(manifest: Manifest, { hasFirefox }: Extension) {
    if (hasFirefox && manifest.has(['browser_specific_settings', 'safari']) && manifest.has(['background'])) yield { message: 'safari', at: manifest.at(['browser_specific_settings', 'safari']) };
  },
  *realm(realm: Realm, { hasFirefox, manifest }: Extension) {
    if (!hasFirefox || !manifest.has(['browser_specific_settings', 'gecko_android'])) return;
    for (const script of backgroundScripts(realm, new RegExp(`\\b(${NOT_ON_ANDROID.join('|')})\\b`))) {
      if (!script.file.editable) continue;
      for (const namespace of NOT_ON_ANDROID) {
        for (const reference of script.references(namespace)) {
          if (reference.names.length < 2 || reference.choice || isGuarded(script, reference) || !failsAtStart(realm, script, reference.node)) continue;
          yield { message: 'missing-on-android', at: script.at(reference.node), data: { namespace, code: snippet(script, reference.node) } };
        }
      }
    }
  },
});
