import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isManifestKeyRead, isPlaceholder } from './lib/manifest-uses.ts';
import type { JsonPath, Manifest } from './lib/manifest.ts';
import type { Browser } from './lib/platform.ts';
import type { Match } from './lib/types.ts';

type Id =
  | 'meaningless' | 'unknown' | 'one-browser' | 'required' | 'wrong-type' | 'packaged-app' | 'plug-ins' | 'shared-module' | 'user-scripts' | 'sidebar' | 'side-panel' | 'incognito-split'
  | 'search-icon' | 'key' | 'several-overrides' | 'override' | 'messages-of-pages' | 'managed-storage' | 'sandbox';

const CHROME = 'https://developer.chrome.com/docs/extensions/reference/manifest';
const MDN = 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json';

export default define<Id>({
  id: 'manifest-keys',
  summary: 'Keys of the manifest that the target ignores or refuses',
  url: CHROME,
  messages: {
    'meaningless': { outcome: 'changed', severity: 'info', text: '`{key}` means nothing to {browser}, which ignores it with a warning' },
    'unknown': { outcome: 'manual', severity: 'info', text: '{browser} does not know `{key}`, and ignores it with a warning', advice: 'Remove it, if nothing of yours reads it.' },
    'one-browser': { outcome: 'manual', severity: 'info', text: '`{key}` is known to {other} only: {browser} ignores it with a warning' },
    'required': { outcome: 'manual', severity: 'error', text: 'the manifest has no `{key}`: browsers refuse the extension', advice: 'Add it.' },
    'wrong-type': { outcome: 'manual', severity: 'error', text: '`{key}` must be {type}: {browser} refuses the extension', advice: 'Write {type}, or remove the key.' },
    'packaged-app': {
      outcome: 'manual', severity: 'error',
      text: '`app` makes this a Chrome app, and those have no Manifest V3',
      advice: 'Make it an extension or a web app.',
      url: 'https://developer.chrome.com/docs/apps/migration',
    },
    'plug-ins': { outcome: 'changed', severity: 'error', text: 'Chrome refuses an extension that asks for plug-ins: `requirements.plugins`' },
    'shared-module': { outcome: 'manual', severity: 'error', text: 'Chrome refuses `import` beside `export`', advice: 'Keep `export` if this is a shared module, `import` if it uses one.' },
    'user-scripts': {
      outcome: 'manual', severity: 'error',
      text: 'Manifest V3 has no `user_scripts`: the API of the user scripts is not injected',
      advice: 'Use the `userScripts` API of Manifest V3, with the permission `userScripts` (optional in Firefox).',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/userScripts',
    },
    'sidebar': {
      outcome: 'manual', severity: 'warning',
      text: 'Chrome has no `sidebar_action`: there the extension has no sidebar',
      advice: 'The nearest is a side panel (Chrome 114): `"side_panel": { "default_path": "{panel}" }` and the permission `sidePanel`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/sidePanel',
    },
    'side-panel': {
      outcome: 'manual', severity: 'info',
      text: 'Firefox has no `side_panel`: there the extension has no sidebar',
      advice: 'The nearest is `"sidebar_action": { "default_panel": "{panel}" }`.',
      url: `${MDN}/sidebar_action`,
    },
    'incognito-split': {
      outcome: 'manual', severity: 'warning',
      text: 'Firefox does not know `"incognito": "split"`: there the extension is kept out of private windows',
      advice: 'Use `"spanning"`, if the background may see both kinds of windows.',
      url: `${MDN}/incognito`,
    },
    'search-icon': {
      outcome: 'manual', severity: 'error',
      text: 'Firefox refuses a search provider whose `favicon_url` is not a file of the extension',
      advice: 'Put the icon into the extension and write its path. Chrome wants a URL: the two browsers need different manifests.',
      url: `${MDN}/chrome_settings_overrides`,
    },
    'key': {
      outcome: 'manual', severity: 'error',
      text: '`key` is not in base64: Chrome refuses the extension', advice: 'Copy it from the developer dashboard, or remove it.', url: `${CHROME}/key`,
    },
    'several-overrides': { outcome: 'manual', severity: 'error', text: 'Chrome refuses an extension that overrides several pages: {pages}', advice: 'Keep one of them.' },
    'override': {
      outcome: 'manual', severity: 'error',
      text: 'Firefox refuses an extension that overrides the page `{page}`', advice: 'It knows `newtab` only.', url: `${MDN}/chrome_url_overrides`,
    },
    'messages-of-pages': {
      outcome: 'manual', severity: 'warning',
      text: 'Firefox ignores `externally_connectable`: there web pages cannot send messages to the extension',
      advice: 'Let a content script pass the messages on: `window.postMessage` in the page, `runtime.sendMessage` in the script.',
      url: `${MDN}/externally_connectable`,
    },
    'managed-storage': {
      outcome: 'manual', severity: 'info',
      text: 'Firefox ignores `storage.managed_schema`: it reads `storage.managed` from a file that an administrator installs',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed',
    },
    'sandbox': {
      outcome: 'manual', severity: 'warning',
      text: 'Firefox before 154 ignores `sandbox`: there these pages are not sandboxed, and may not use `eval`',
      url: `${MDN}/sandbox`,
    },
  },

  *manifest(manifest, extension) {
    if (extension.hasFirefox) yield* refusedByFirefox(manifest, extension);
    if (extension.target === 'event-page') return;
    yield* required(manifest, extension);
    if (manifest.isStatic) return;
    if (manifest.node(['app'])?.type === 'object') {
      yield { message: 'packaged-app', at: manifest.at(['app']) };
      return;
    }
    if (extension.hasFirefox) yield* inFirefox(manifest);
    if (extension.hasWorker) yield* inChrome(manifest);
    if (manifest.has(['user_scripts'])) yield { message: 'user-scripts', at: manifest.at(['user_scripts']) };
    yield* wrongTypes(manifest, extension);
    for (const key of manifest.keys([])) yield* ignored(manifest, extension, [key]);
    for (const action of extension.target === 'firefox' ? ['action', 'page_action'] : []) {
      for (const key of manifest.keys([action])) if (ACTION_KEYS.has(key)) yield* ignored(manifest, extension, [action, key]);
    }
  },
});

function* refusedByFirefox(manifest: Manifest, { isV3 }: Extension): Generator<Match<Id>> {
  if (manifest.isStatic || manifest.node(['app'])?.type === 'object') return;
  const icon = ['chrome_settings_overrides', 'search_provider', 'favicon_url'];
  if (isV3 && /^[a-z]+:/i.test(manifest.string(icon) ?? '')) yield { message: 'search-icon', at: manifest.at(icon) };
  for (const page of manifest.keys(['chrome_url_overrides'])) if (page !== 'newtab') yield { message: 'override', at: manifest.at(['chrome_url_overrides', page]), data: { page } };
}

function* inFirefox(manifest: Manifest): Generator<Match<Id>> {
  const panel = manifest.string(['side_panel', 'default_path']);
  if (panel !== undefined && !manifest.has(['sidebar_action'])) yield { message: 'side-panel', at: manifest.at(['side_panel']), data: { panel } };
  if (manifest.value(['incognito']) === 'split') yield { message: 'incognito-split', at: manifest.at(['incognito']) };
  if (manifest.has(['externally_connectable', 'matches', 0])) yield { message: 'messages-of-pages', at: manifest.at(['externally_connectable']) };
  if (manifest.has(['storage', 'managed_schema'])) yield { message: 'managed-storage', at: manifest.at(['storage']) };
  if (manifest.has(['sandbox', 'pages'])) yield { message: 'sandbox', at: manifest.at(['sandbox']) };
}

function* inChrome(manifest: Manifest): Generator<Match<Id>> {
  const panel = manifest.string(['sidebar_action', 'default_panel']);
  if (manifest.has(['sidebar_action']) && !manifest.has(['side_panel'])) yield { message: 'sidebar', at: manifest.at(['sidebar_action']), data: { panel: panel ?? 'panel.html' } };
  const pages = manifest.keys(['chrome_url_overrides']);
  if (pages.length > 1) yield { message: 'several-overrides', at: manifest.at(['chrome_url_overrides']), data: { pages: pages.map((page) => `\`${page}\``).join(', ') } };
  if (manifest.has(['import']) && manifest.has(['export'])) yield { message: 'shared-module', at: manifest.at(['import']) };
  const key = manifest.string(['key']);
  if (key !== undefined && !isPlaceholder(key) && !isBase64(key.replace(/^-----BEGIN[^]*?KEY-----([^]*)-----END[^]*$/, (_, lines: string) => lines.replace(/\s/g, '')))) yield { message: 'key', at: manifest.at(['key']) };
  const plugins = ['requirements', 'plugins'];
  if (manifest.has(plugins)) yield { message: 'plug-ins', at: manifest.at(plugins), edits: manifest.remove(manifest.keys(['requirements']).length === 1 ? ['requirements'] : plugins) };
}

// ---- types

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** The types of keys, and the browsers that insist on them. */
const TYPES: readonly (readonly [type: string, inWords: string, browsers: readonly Browser[], keys: ReadonlySet<string>])[] = [
  ['array', 'a list', ['chrome', 'firefox'], words('permissions optional_permissions host_permissions optional_host_permissions content_scripts web_accessible_resources')],
  ['object', 'an object', ['chrome', 'firefox'], words('action commands icons chrome_url_overrides declarative_net_request omnibox')],
  ['object', 'an object', ['chrome'], words('content_security_policy externally_connectable oauth2 requirements side_panel')],
  ['object', 'an object', ['firefox'], words('background browser_specific_settings browser_specific_settings.gecko options_ui')],
  ['string', 'a text', ['chrome', 'firefox'], words(`
    name description short_name homepage_url minimum_chrome_version default_locale devtools_page options_page
    action.default_title action.default_popup chrome_url_overrides.newtab`)],
  ['string', 'a text', ['chrome'], words('key update_url version_name content_security_policy.extension_pages content_security_policy.sandbox')],
  ['string', 'a text', ['firefox'], words('browser_specific_settings.gecko.id browser_specific_settings.gecko.strict_min_version options_ui.page')],
];

function* wrongTypes(manifest: Manifest, { hasWorker, hasFirefox }: Extension): Generator<Match<Id>> {
  for (const [wanted, type, browsers, keys] of TYPES) {
    for (const key of keys) {
      const path = key.split('.');
      const own = manifest.node(path)?.type;
      // A policy that is a text is on its way to be an object.
      if (own === undefined || own === wanted || (own === 'string' && key === 'content_security_policy')) continue;
      const inChrome = hasWorker && browsers.includes('chrome');
      // Firefox takes null for an absent key.
      const inFirefox = hasFirefox && browsers.includes('firefox') && (own !== 'null' || key === 'name' || key === 'options_ui.page');
      if (inChrome || inFirefox) yield { message: 'wrong-type', at: manifest.at(path), data: { key, type, browser: inChrome ? 'Chrome' : 'Firefox' } };
    }
  }
}

/** A build may add what is missing. */
function* required(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  if (manifest.base.length > 0 || manifest.conventions !== undefined || extension.isBuilt) return;
  for (const key of ['name', 'version']) if (!manifest.has([key])) yield { message: 'required', at: manifest.at([]), data: { key } };
}

function isBase64(text: string): boolean {
  return text !== '' && text.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(text);
}

// ---- keys that are ignored: what Chromium 156 and Firefox 153 said of each

const COMMON = words(`
  action author background browser_action browser_specific_settings chrome_settings_overrides chrome_url_overrides commands content_scripts content_security_policy
  declarative_net_request default_locale description devtools_page homepage_url host_permissions icons incognito manifest_version minimum_chrome_version name omnibox
  optional_host_permissions optional_permissions options_page options_ui page_action permissions protocol_handlers short_name theme version web_accessible_resources applications app`);
/** Of no use to anybody: what they spoke of is gone, or belongs to apps. */
const DEAD = words(`
  background_page bluetooth container kiosk kiosk_enabled kiosk_only nacl_modules plugins signature sockets system_indicator url_handlers usb_printers webview
  -ms-preload dark_theme edge_url_overrides strict_min_version minimum_opera_version`);
/** Chrome's, with no counterpart that a Firefox extension could miss. */
const CHROME_ONLY = words(`
  action_handlers automation converted_from_user_script current_locale event_rules file_system_provider_capabilities key message_serialization natively_connectable offline_enabled
  platforms replacement_web_app requirements trial_tokens update_url version_name`);
/** Chrome's, with a function that is missing in Firefox. */
const CHROME_FUNCTIONS = words(`
  content_capabilities cross_origin_embedder_policy cross_origin_opener_policy export externally_connectable file_browser_handlers file_handlers import input_components oauth2
  sandbox side_panel storage tts_engine`);
const FIREFOX_ONLY = words('developer experiment_apis hidden install_origins l10n_resources theme_experiment');
const FIREFOX_FUNCTIONS = words('dictionaries langpack_id languages sidebar_action sources user_scripts');
/** Of these the report says more. */
const SPOKEN_OF = words('externally_connectable sandbox side_panel sidebar_action storage user_scripts');
/** Members of actions that Firefox does not know. */
const ACTION_KEYS = words('default_name default_state icons name popup type');

function* ignored(manifest: Manifest, extension: Extension, path: JsonPath): Generator<Match<Id>> {
  const { target } = extension;
  const key = path.join('.');
  const isForExtensions = key === 'externally_connectable' && !manifest.has([key, 'matches', 0]);
  if (COMMON.has(key) || (SPOKEN_OF.has(key) && !isForExtensions) || (target === 'firefox' && key === 'minimum_opera_version')) return;
  const forChrome = CHROME_ONLY.has(key) || CHROME_FUNCTIONS.has(key) || path.length > 1;
  const forFirefox = FIREFOX_ONLY.has(key) || FIREFOX_FUNCTIONS.has(key);
  if (target === 'chrome' ? forChrome : target === 'firefox' && forFirefox) return;
  const at = manifest.at(path);
  const browser = target === 'cross-browser' ? (forFirefox ? 'Chrome' : 'Firefox') : target === 'chrome' ? 'Chrome' : 'Firefox';
  const removable = DEAD.has(key) || (target === 'chrome' && FIREFOX_ONLY.has(key)) || (target === 'firefox' && (CHROME_ONLY.has(key) || isForExtensions || path.length > 1));
  if (removable && !isManifestKeyRead(extension, String(path.at(-1)))) {
    yield { message: 'meaningless', at, edits: manifest.remove(path), data: { key, browser: target === 'cross-browser' ? 'either browser' : browser } };
  } else if (forChrome || forFirefox) {
    yield { message: 'one-browser', at, data: { key, browser, other: forChrome ? 'Chrome' : 'Firefox' } };
  } else if (!/^([/_#$@-]|comment)/.test(key)) {
    yield { message: 'unknown', at, data: { key, browser } };
  }
}
