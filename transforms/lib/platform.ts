import { CHROME_PERMISSIONS, DEPRECATED, FIREFOX_PERMISSIONS, NOT_IN_WORKER, PERMISSIONS, PROMISE_SINCE, SUPPORT, V2_ONLY, type Since } from './platform-data.ts';
import type { Manifest } from './manifest.ts';

export type { Since } from './platform-data.ts';

/** A browser whose versions a manifest can bound. */
export type Browser = 'chrome' | 'firefox';

/**
 * Since when a browser has an API: a version, 0 where the question does not arise (Chrome 88, Firefox 106 and older),
 * false where it never had it. What is not in the tables counts as there.
 */
export function since(browser: Browser, api: string): Since {
  const index = browser === 'chrome' ? 0 : 1;
  const parts = api.split('.');
  for (let length = parts.length; length > 0; length--) {
    const entry = SUPPORT[parts.slice(0, length).join('.')];
    if (entry !== undefined) return entry[index];
  }
  return 0;
}

/** The permissions of which an API needs one; none for an API that everybody has. */
export function permissionsOf(api: string): readonly string[] {
  const [namespace = '', member = ''] = api.split('.');
  return PERMISSIONS[`${namespace}.${member}`] ?? PERMISSIONS[namespace] ?? EXTRA_PERMISSIONS[namespace] ?? [];
}

/** Namespaces that only Firefox documents. */
const EXTRA_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  menus: ['menus', 'contextMenus'],
  contextMenus: ['contextMenus', 'menus'],
  find: ['find'],
  browserSettings: ['browserSettings'],
  contextualIdentities: ['contextualIdentities'],
  captivePortal: ['captivePortal'],
  pkcs11: ['pkcs11'],
};

/** Permissions that browsers grant without a word to the user; any other new one can disable the extension until it is approved. */
export const SILENT_PERMISSIONS: ReadonlySet<string> = new Set([
  'activeTab', 'alarms', 'contextMenus', 'declarativeContent', 'declarativeNetRequestWithHostAccess', 'favicon', 'gcm', 'idle', 'menus',
  'offscreen', 'power', 'scripting', 'search', 'sidePanel', 'storage', 'unlimitedStorage', 'webRequest', 'webRequestAuthProvider',
  'cookies', 'system.cpu', 'system.display', 'system.memory', 'userScripts',
]);

/** Whether Chrome offered an API, or the namespace that holds it, to Manifest V2 only. */
export function isV2Only(api: string): boolean {
  return V2_ONLY.some((name) => api === name || api.startsWith(`${name}.`));
}

/** Whether Chrome leaves an API out of service workers. */
export function isMissingInWorker(api: string): boolean {
  return NOT_IN_WORKER.some((name) => api === name || api.startsWith(`${name}.`));
}

export function isDeprecated(api: string): boolean {
  return DEPRECATED.includes(api);
}

/** The Chrome version since which a function returns a promise when it gets no callback; 0 for Manifest V3 from its start. */
export function promiseSince(api: string): number {
  return PROMISE_SINCE[api] ?? 0;
}

export function isPermissionOf(browser: Browser, permission: string): boolean {
  const known = browser === 'chrome' ? CHROME_KNOWN : FIREFOX_KNOWN;
  return known.has(permission);
}

const CHROME_KNOWN = new Set([
  ...CHROME_PERMISSIONS, 'activeTab', 'background', 'clipboardRead', 'clipboardWrite', 'debugger', 'favicon', 'geolocation', 'nativeMessaging',
  'scripting', 'tabs', 'unlimitedStorage', 'webRequestAuthProvider', 'sidePanel', 'search', 'sessions', 'topSites', 'webNavigation', 'webRequest',
  'storage', 'tts', 'ttsEngine', 'userScripts', 'vpnProvider', 'wallpaper', 'system.storage', 'tabGroups', 'tabCapture', 'readingList', 'proxy',
]);
const FIREFOX_KNOWN = new Set([...FIREFOX_PERMISSIONS, 'contextMenus', 'menus', 'theme', 'webRequestAuthProvider', 'webRequestFilterResponse', 'webRequestFilterResponse.serviceWorkerScript']);

/** The lowest version of a browser that a manifest admits; 0 where it sets no bound. */
export function minimumVersion(manifest: Manifest, browser: Browser): number {
  const text = browser === 'chrome'
    ? manifest.string(['minimum_chrome_version'])
    : (manifest.string(['browser_specific_settings', 'gecko', 'strict_min_version']) ?? manifest.string(['applications', 'gecko', 'strict_min_version']));
  const version = Number.parseInt(text ?? '', 10);
  return Number.isNaN(version) ? 0 : version;
}
