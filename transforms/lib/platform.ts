import { CHROME_PERMISSIONS, DEPRECATED, FIREFOX_PERMISSIONS, NAMESPACES, NOT_IN_WORKER, PERMISSIONS, PROMISE_SINCE, SUPPORT, V2_ONLY, type Since } from './platform-data.ts';
import type { Manifest } from './manifest.ts';
import type { Target } from './types.ts';

export type { Since } from './platform-data.ts';

/** A browser whose versions a manifest can bound. */
export type Browser = 'chrome' | 'firefox';

export const BROWSER_NAMES: Readonly<Record<Browser, string>> = { chrome: 'Chrome', firefox: 'Firefox' };

/** The browsers that a target is for. */
export function browsersOf(target: Target): readonly Browser[] {
  return target === 'cross-browser' ? ['chrome', 'firefox'] : [target === 'chrome' ? 'chrome' : 'firefox'];
}

/** Milliseconds without work after which a background is unloaded: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle#idle-shutdown */
export const IDLE_LIMIT = 30_000;

/** The newest version of each browser that users have: no manifest may ask for more. */
export const RELEASED: Readonly<Record<Browser, number>> = { chrome: 156, firefox: 153 };

/**
 * Since when a browser has an API: a version, 0 where the question does not arise (Chrome 88, Firefox 106 and older),
 * false where it never had it. What is not in the tables counts as there.
 */
export function since(browser: Browser, api: string): Since {
  for (let end = api.length; end > 0; end = api.lastIndexOf('.', end - 1)) {
    const entry = lookUp(SUPPORT, api.slice(0, end));
    if (entry !== undefined) return entry[browser === 'chrome' ? 0 : 1];
  }
  return 0;
}

/** The permissions of which an API needs one; none for an API that everybody has. */
export function permissionsOf(api: string): readonly string[] {
  const [namespace = '', member = ''] = api.split('.');
  if (namespace === 'management' && (member === '' || FREE_MANAGEMENT.has(member))) return [];
  const names = [`${namespace}.${member}`, namespace];
  for (const table of [PERMISSIONS, EXTRA_PERMISSIONS]) {
    for (const name of names) {
      const found = lookUp(table, name);
      if (found !== undefined) return found;
    }
  }
  return [];
}

/** What a table holds; not what every object has: `chrome.hasOwnProperty`. */
function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What every extension may ask about itself. */
const FREE_MANAGEMENT = new Set(['getPermissionWarningsByManifest', 'getSelf', 'uninstallSelf']);

/** What the packages do not say: namespaces that only Firefox documents, and nested ones. */
const EXTRA_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'system.cpu': ['system.cpu'],
  'system.display': ['system.display'],
  'system.memory': ['system.memory'],
  'system.storage': ['system.storage'],
  menus: ['menus'],
  find: ['find'],
  browserSettings: ['browserSettings'],
  contextualIdentities: ['contextualIdentities'],
  captivePortal: ['captivePortal'],
  pkcs11: ['pkcs11'],
};

/** Permissions that both browsers grant without a word to the user; any other new one can disable the extension until it is approved. As Chromium 156 and Firefox 153 have it. */
export const SILENT_PERMISSIONS: ReadonlySet<string> = new Set([
  'activeTab', 'alarms', 'contextMenus', 'contextualIdentities', 'cookies', 'declarativeContent', 'declarativeNetRequestWithHostAccess', 'dns', 'downloads.ui', 'fontSettings', 'gcm',
  'identity', 'idle', 'menus', 'menus.overrideContext', 'offscreen', 'power', 'scripting', 'search', 'sidePanel', 'storage', 'system.cpu', 'system.display', 'system.memory', 'theme', 'tts',
  'unlimitedStorage', 'webRequest', 'webRequestAuthProvider', 'webRequestFilterResponse',
]);

/** Whether Chrome offered an API, or the namespace that holds it, to Manifest V2 only. */
export function isV2Only(api: string): boolean {
  return V2_ONLY.some((name) => api === name || api.startsWith(`${name}.`));
}

/** Whether Chrome leaves an API out of service workers. */
export function isMissingInWorker(api: string): boolean {
  return NOT_IN_WORKER.some((name) => api === name || api.startsWith(`${name}.`));
}

/** The part of an API's path that Chrome advises against. */
export function deprecatedPart(api: string): string | undefined {
  return [...DEPRECATED, 'csi', 'loadTimes'].find((name) => api === name || api.startsWith(`${name}.`));
}

/** The Chrome version since which a function returns a promise when it gets no callback; 0 for Manifest V3 from its start. */
export function promiseSince(api: string): number {
  return lookUp(PROMISE_SINCE, api) ?? 0;
}

/** Whether a browser knows a permission, as required or, if so asked, as optional. Chrome's permissions for ChromeOS count; those for packaged apps do not. */
export function isPermissionOf(browser: Browser, permission: string, optional = false): boolean {
  if (browser === 'chrome') return (CHROME_KNOWN.has(permission) || /^enterprise\.|Private$/.test(permission)) && !(optional && CHROME_NOT_OPTIONAL.has(permission));
  if (permission === 'userScripts' || permission === 'trialML') return optional;
  return FIREFOX_KNOWN.has(permission) && !(optional && FIREFOX_NOT_OPTIONAL.has(permission));
}

// What Chromium 156 and Firefox 153 said of each name, where the packages are silent or wrong.
const PACKAGED_APPS = new Set(['diagnostics', 'fileSystem', 'hid', 'mediaGalleries', 'socket', 'syncFileSystem']);
const CHROME_KNOWN = new Set([
  ...CHROME_PERMISSIONS.filter((name) => !PACKAGED_APPS.has(name)),
  'activeTab', 'app', 'background', 'commands', 'debugger', 'downloads.open', 'downloads.shelf', 'downloads.ui', 'experimental', 'favicon', 'geolocation', 'identity.email', 'input',
  'omnibox', 'system.cpu', 'system.display', 'system.memory', 'system.network', 'system.storage', 'tabs', 'transientBackground', 'unlimitedStorage', 'unlimited_storage', 'webRequestAuthProvider', 'windows',
]);
const CHROME_NOT_OPTIONAL = new Set(['debugger', 'declarativeNetRequest', 'fontSettings', 'geolocation', 'proxy', 'transientBackground', 'tts', 'ttsEngine', 'unlimitedStorage', 'webAuthenticationProxy']);
/** For Mozilla's own extensions. */
const PRIVILEGED = ['activityLog', 'geckoProfiler', 'mozillaAddons', 'networkStatus', 'normandyAddonStudy', 'telemetry'];
const FIREFOX_KNOWN = new Set([...FIREFOX_PERMISSIONS.map((name) => name.replace('_', '.')), ...PRIVILEGED, 'menus.overrideContext']);
const FIREFOX_NOT_OPTIONAL = new Set([
  ...PRIVILEGED,
  'alarms', 'captivePortal', 'contextMenus', 'contextualIdentities', 'declarativeNetRequest', 'declarativeNetRequestWithHostAccess', 'dns', 'identity', 'menus', 'storage', 'theme',
  'unlimitedStorage',
]);

/** The lowest version of a browser that a manifest admits; 0 where it sets no bound. */
export function minimumVersion(manifest: Manifest, browser: Browser): number {
  const value = browser === 'chrome'
    ? manifest.value(['minimum_chrome_version'])
    : (manifest.value(['browser_specific_settings', 'gecko', 'strict_min_version']) ?? manifest.value(['applications', 'gecko', 'strict_min_version']));
  const version = Number.parseInt(String(value), 10);
  return Number.isNaN(version) ? 0 : version;
}

/** Whether anybody has documented a namespace, of whatever browser and age. */
export function isKnownNamespace(namespace: string): boolean {
  return KNOWN_NAMESPACES.has(namespace);
}

const KNOWN_NAMESPACES = new Set(NAMESPACES);

/** The shortest part of an API's path that a browser lacks: `chrome.sidePanel.open` in Firefox is `sidePanel`. Undefined where the browser has it all. */
export function missingPart(browser: Browser, api: string): string | undefined {
  const parts = api.split('.');
  for (let length = 1; length <= parts.length; length++) {
    const part = parts.slice(0, length).join('.');
    if (since(browser, part) === false) return part;
  }
  return undefined;
}
