import { stringValue, unwrap, type AnyCall } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isHostPermission } from './lib/match-patterns.ts';
import type { Json, JsonPath, Manifest } from './lib/manifest.ts';
import { browsersOf, isPermissionOf, type Browser } from './lib/platform.ts';
import { hasToolsMenu } from './lib/tools-menu.ts';
import type { Match } from './lib/types.ts';

type Id = 'menus' | 'unused-blocking' | 'only-credentials' | 'blocking' | 'blocking-in-firefox' | 'unknown' | 'given-up' | 'unheard-of' | 'unknown-in-one' | 'not-optional' | 'only-optional' | 'background';

export default define<Id>({
  id: 'permission-names',
  summary: 'Permissions that the target does not know, or no longer grants',
  url: 'https://developer.chrome.com/docs/extensions/reference/permissions-list',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'menus': {
      outcome: 'changed', severity: 'error',
      text: 'the permission `menus` is now `contextMenus`, the name that both browsers know',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus',
    },
    'unused-blocking': {
      outcome: 'changed', severity: 'warning',
      text: '`webRequestBlocking` is removed: Chrome grants it to policy-installed extensions only, and no listener is blocking',
    },
    'only-credentials': {
      outcome: 'changed', severity: 'warning',
      text: '`webRequestBlocking` is removed: Chrome grants it to policy-installed extensions only, and `webRequest.onAuthRequired` needs `webRequestAuthProvider` instead',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onAuthRequired',
    },
    'blocking': {
      outcome: 'manual', severity: 'warning',
      text: 'Chrome grants `webRequestBlocking` to policy-installed extensions only: for all others, blocking listeners do nothing',
      advice: 'Replace the blocking listeners by `declarativeNetRequest` rules, then remove the permission.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/blocking-web-requests',
    },
    'blocking-in-firefox': {
      outcome: 'manual', severity: 'warning',
      text: 'Chrome grants `webRequestBlocking` to policy-installed extensions only: there blocking listeners do nothing',
      advice: 'Keep it for Firefox, and add `declarativeNetRequest` rules for Chrome.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/blocking-web-requests',
    },
    'unknown': {
      outcome: 'changed', severity: 'info',
      text: 'the permission `{name}` is removed: only {other} knows it', advice: 'With the target `cross-browser` it stays: one package for both browsers.',
    },
    'given-up': { outcome: 'changed', severity: 'info', text: 'the permission `{name}` is removed: no browser knows it any more' },
    'unheard-of': {
      outcome: 'manual', severity: 'info',
      text: 'the permission `{name}` is unknown to {browser}, and ignored with a warning',
      advice: 'Check its spelling, or remove it.',
    },
    'unknown-in-one': {
      outcome: 'manual', severity: 'info',
      text: 'the permission `{name}` is unknown to {browser}, which ignores it with a warning',
      advice: 'If the other browser needs it, this is harmless.',
    },
    'not-optional': {
      outcome: 'manual', severity: 'warning',
      text: '{browser} ignores `{name}` among the optional permissions',
      advice: 'Move it to `permissions`, if it is needed.',
    },
    'only-optional': {
      outcome: 'manual', severity: 'error',
      text: 'Firefox grants `{name}` as an optional permission only',
      advice: 'List it in `optional_permissions`, and ask for it with `permissions.request` in a click.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/userScripts',
    },
    'background': {
      outcome: 'manual', severity: 'info',
      text: 'the permission `background` keeps Chrome running, not the service worker',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle',
    },
  },

  *manifest(manifest, extension) {
    const browsers = browsersOf(extension.target);
    for (const key of ['permissions', 'optional_permissions']) {
      const list = manifest.value([key]);
      if (!Array.isArray(list)) continue;
      for (const [index, item] of list.entries()) {
        const name = nameOf(item);
        if (name !== undefined && !isHostPermission(name) && !/^chrome:\/\/favicon/.test(name)) yield* check(manifest, extension, browsers, [key, index], name);
      }
    }
  },
});

/** A permission's name; apps write some with details: `{ "usbDevices": [...] }`. */
function nameOf(item: Json): string | undefined {
  if (typeof item === 'string') return item;
  const keys = item !== null && typeof item === 'object' && !Array.isArray(item) ? Object.keys(item) : [];
  return keys.length === 1 ? keys[0] : undefined;
}

const NAMES = { chrome: 'Chrome', firefox: 'Firefox' } as const;

function* check(manifest: Manifest, extension: Extension, browsers: readonly Browser[], path: JsonPath, name: string): Generator<Match<Id>> {
  const at = manifest.at(path);
  const inChrome = browsers.includes('chrome');
  if (name === 'menus' && inChrome && !hasToolsMenu(extension)) {
    const present = manifest.strings(path.slice(0, -1)).includes('contextMenus');
    const edits = present ? manifest.removeElement(path) : [{ ...manifest.atValue(path), text: '"contextMenus"' }];
    yield { message: 'menus', at, edits };
    return;
  }
  if (name === 'webRequestBlocking' && inChrome) {
    if (extension.target === 'chrome' && asksForCredentialsOnly(extension)) yield { message: 'only-credentials', at, edits: manifest.removeElement(path) };
    else if (blocks(extension)) yield { message: browsers.includes('firefox') ? 'blocking-in-firefox' : 'blocking', at };
    else if (extension.target === 'chrome') yield { message: 'unused-blocking', at, edits: manifest.removeElement(path) };
    else yield { message: 'unknown-in-one', at, data: { browser: 'Chrome', name } };
    return;
  }
  if (name === 'background' && inChrome) {
    yield { message: 'background', at };
    return;
  }
  const optional = path[0] === 'optional_permissions';
  const unknown = browsers.filter((browser) => !isPermissionOf(browser, name) && !(optional && isPermissionOf(browser, name, true)));
  const [browser] = unknown;
  if (browser === undefined) {
    for (const one of browsers) {
      if (optional && !isPermissionOf(one, name, true)) yield { message: 'not-optional', at, data: { browser: NAMES[one], name } };
    }
    return;
  }
  const other = (['chrome', 'firefox'] as const).find((one) => isPermissionOf(one, name) || isPermissionOf(one, name, true));
  const data = { browser: unknown.map((one) => NAMES[one]).join(' and '), name };
  if (browser === 'firefox' && isPermissionOf('firefox', name, true)) yield { message: 'only-optional', at, data };
  else if (unknown.length < browsers.length) yield { message: 'unknown-in-one', at, data };
  else if (other !== undefined) yield { message: 'unknown', at, edits: manifest.removeElement(path), data: { name, other: NAMES[other] } };
  else if (FORMER.has(name)) yield { message: 'given-up', at, edits: manifest.removeElement(path), data };
  else yield { message: 'unheard-of', at, data };
}

/** Permissions of packaged apps, and those that Chrome once had. */
const FORMER = new Set([
  'alwaysOnTopWindows', 'audioCapture', 'bluetooth', 'copresence', 'declarativeWebRequest', 'diagnostics', 'displaySource', 'fileSystem', 'fullscreen', 'hid', 'mediaGalleries', 'networking.config',
  'notificationProvider', 'plugin', 'pointerLock', 'pushMessaging', 'serial', 'signedInDevices', 'socket', 'sockets', 'syncFileSystem', 'usb', 'usbDevices', 'videoCapture', 'webview',
]);

/** Whether some code may register a blocking listener. */
function blocks(extension: Extension): boolean {
  if (extension.realms.some(({ missing }) => missing.length > 0)) return true;
  return [/\bwebRequest\b/, /(['"`])(blocking|asyncBlocking)\1/].every((words) => extension.scripts.some(({ text }) => words.test(text)));
}

/** Whether `webRequest.onAuthRequired` is heard, and no other listener of `webRequest` blocks. */
function asksForCredentialsOnly(extension: Extension): boolean {
  if (extension.realms.some(({ missing }) => missing.length > 0)) return false;
  const scripts = extension.scripts.filter(({ text }) => /\bwebRequest\b/.test(text));
  const references = scripts.flatMap((script) => script.apiReferences.filter(({ names }) => names[0] === 'webRequest'));
  return scripts.every(({ file }) => file.editable) && references.some(({ path }) => path === CREDENTIALS) && references.every(({ path, call }) => path === CREDENTIALS ? call !== undefined : !/^webRequest(\.on\w+(\.addListener)?)?$/.test(path) || (call !== undefined && !mayBlock(call)));
}

const CREDENTIALS = 'webRequest.onAuthRequired.addListener';

function mayBlock({ arguments: [, , options] }: AnyCall): boolean {
  const list = options && unwrap(options);
  return list !== undefined && !(list.type === 'ArrayExpression' && list.elements.every((one) => one !== null && /^(?!blocking$|asyncBlocking$)/.test(stringValue(one) ?? 'blocking')));
}
