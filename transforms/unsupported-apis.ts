import type { ApiReference } from './lib/api.ts';
import { isGuarded, isTest, isUnder } from './lib/guarded.ts';
import { isShimmed } from './lib/shims.ts';
import { ancestors, isFunction, isNothing, isWithin, parentOf, unwrap, type Node } from './lib/ast.ts';
import { isForOneBrowser } from './lib/browser-global.ts';
import { define } from './lib/define.ts';
import { failsAtStart, runsAtLoad } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { BROWSER_NAMES, browsersOf, deprecatedPart, isKnownNamespace, isMissingInWorker, isV2Only, missingPart, type Browser } from './lib/platform.ts';
import { spelled } from './lib/rename.ts';
import { isTried, type Script } from './lib/script.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'unsupported-apis',
  summary: 'APIs that a browser of the target does not have',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Browser_support_for_JavaScript_APIs',
  apiOnly: true,
  messages: {
    'throws-at-start': {
      outcome: 'manual', severity: 'error',
      text: '{browser} has no `{code}`: this throws as the script starts, and what comes after it does not run',
      advice: '{advice}',
    },
    'throws': {
      outcome: 'manual', severity: 'warning',
      text: '{browser} has no `{code}`: this throws there',
      advice: '{advice}',
    },
    'caught': {
      outcome: 'manual', severity: 'info',
      text: '{browser} has no `{code}`: this throws there, which is caught',
      advice: '{advice}',
    },
    'not-in-worker': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` does not exist in a service worker',
      advice: '{advice}',
    },
    'gone': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` does not exist in Manifest V3',
      advice: '{advice}',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-unsupported-apis',
    },
    'webkit-notifications': {
      outcome: 'manual', severity: 'error',
      text: '`webkitNotifications` is gone from all browsers',
      advice: 'Use `notifications.create(id, { type: "basic", iconUrl, title, message })`, with the permission `notifications`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/notifications',
    },
    'filter': {
      outcome: 'manual', severity: 'error',
      text: '`tabs.onUpdated` takes no filter in Chrome: `{code}` throws there{start}',
      advice: 'Test in the listener what the filter says. For both browsers, give the filter only where `runtime.getBrowserInfo` exists.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onUpdated',
    },
    'undocumented': {
      outcome: 'manual', severity: 'warning',
      text: 'no browser documents `{code}`: where it is missing, this throws',
      advice: 'It was an experiment or has been removed. Leave it out, or test first whether it exists.',
    },
    'undocumented-at-start': {
      outcome: 'manual', severity: 'error',
      text: 'no browser documents `{code}`: where it is missing, this throws as the script starts, and what comes after it does not run',
      advice: 'It was an experiment or has been removed. Leave it out, or test first whether it exists.',
    },
    'deprecated': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` still exists in Chrome, which advises against it',
      advice: '{advice}',
      url: 'https://developer.chrome.com/docs/extensions/reference/api',
    },
  },
  *script(script: Script, extension: Extension) {
    const browsers = browsersOf(extension.target);
    const told: { readonly missing: string; readonly block: Node }[] = [];
    for (const reference of script.apiReferences) {
      if (reference.names.length === 0 || reference.choice || isReportedElsewhere(reference.path, extension)) continue;
      const found = fault(script, reference, browsers, extension);
      if (found === undefined || isGuarded(script, reference) || isForOneBrowser(script, reference.node) || isFallback(script, reference.node, browsers)) continue;
      const { message, part, browser } = found;
      // Once in a block is enough: what follows is not reached.
      const missing = `${message} ${part}`;
      if (told.some((one) => one.missing === missing && isWithin(reference.node, one.block))) continue;
      told.push({ missing, block: blockOf(reference.node) });
      const length = part.split('.').length;
      const data = { code: reference.keys[length - 1] === undefined ? part : spelled(script, reference, length), browser: browser === undefined ? '' : BROWSER_NAMES[browser], advice: adviceFor(part) };
      const atStart = startsWith(script, reference.node);
      if (!script.file.editable && !atStart) continue;
      const thrown = isTried(reference.node) ? 'caught' : atStart ? 'throws-at-start' : 'throws';
      const unknown = atStart ? 'undocumented-at-start' : 'undocumented';
      yield { message: message === 'throws' ? thrown : message === 'undocumented' ? unknown : message, at: script.at(reference.node), data };
    }
    for (const { call } of browsers.includes('chrome') ? script.calls('tabs.onUpdated.addListener') : []) {
      const filter = call.arguments[1];
      if (filter === undefined || isNothing(unwrap(filter)) || isTried(call) || isForOneBrowser(script, call)) continue;
      yield { message: 'filter', at: script.at(filter), data: { code: snippet(script, call), start: startsWith(script, call) ? ' as the script starts, and what comes after it does not run' : '' } };
    }
    for (const node of script.globals('webkitNotifications')) {
      const isAsked = (test: Node): boolean => script.textOf(test).includes('webkitNotifications');
      if (!isTest(node) && !isUnder(node, isAsked)) yield { message: 'webkit-notifications', at: script.at(node) };
    }
  },
});

/** Namespaces and members that other transforms rename, rewrite or report. */
const ELSEWHERE = [
  'action', 'app', 'browserAction', 'pageAction', 'menus', 'contextMenus', 'webRequest.filterResponseData',
  'extension.getBackgroundPage', 'extension.getExtensionTabs', 'extension.getURL', 'extension.getViews', 'extension.lastError',
  'extension.onRequest', 'extension.onRequestExternal', 'extension.sendRequest', 'runtime.getBackgroundPage',
  'tabs.executeScript', 'tabs.getAllInWindow', 'tabs.getSelected', 'tabs.insertCSS', 'tabs.onActiveChanged', 'tabs.onHighlightChanged',
  'tabs.onSelectionChanged', 'tabs.removeCSS', 'tabs.sendRequest', 'contentScripts', 'userScripts.register', 'declarativeContent.ShowPageAction',
];

function isReportedElsewhere(path: string, { hasWorker }: Extension): boolean {
  return (hasWorker && path.startsWith('declarativeWebRequest')) || ELSEWHERE.some((api) => path === api || path.startsWith(`${api}.`));
}

interface Fault {
  readonly message: 'throws' | 'not-in-worker' | 'gone' | 'undocumented' | 'deprecated';
  /** The part of the path that is missing. */
  readonly part: string;
  readonly browser?: Browser;
}

function fault(script: Script, reference: ApiReference, browsers: readonly Browser[], extension: Extension): Fault | undefined {
  const { names, path } = reference;
  const [namespace = ''] = names;
  if (namespace in Object.prototype) return undefined;
  if (!isKnownNamespace(namespace)) {
    const isOwn = isShimmed(script, namespace) || extension.manifest.has(['experiment_apis']);
    return isOwn || !isReached(reference, namespace) ? undefined : { message: 'undocumented', part: namespace };
  }
  // `runtime.oninstalled`: all events of extension APIs have a capital after `on`.
  const member = names.slice(0, 2).join('.');
  if (/\.on[a-z]+$/.test(member)) return isReached(reference, member) && !isShimmed(script, member) ? { message: 'undocumented', part: member } : undefined;
  for (const browser of browsers) {
    const part = missingPart(browser, path);
    if (part !== undefined) return isReached(reference, part) && !isShimmed(script, part) ? { message: 'throws', part, browser } : undefined;
  }
  if (browsers.includes('chrome')) {
    const part = names.slice(0, 2).join('.');
    if (extension.isV3 && isV2Only(path)) return { message: 'gone', part };
    if (extension.hasWorker && isMissingInWorker(path) && script.runsIn('background') && isReached(reference, part)) return { message: 'not-in-worker', part };
    const old = deprecatedPart(path);
    if (old !== undefined) return { message: 'deprecated', part: old };
  }
  return undefined;
}

/** Whether code goes on from what is missing: calls it, or takes a member of it. To read it alone gives undefined. */
function isReached({ names, call, pattern, node }: ApiReference, part: string): boolean {
  const length = part.split('.').length;
  return names.length > length || (!pattern && (call !== undefined || parentOf(node)?.type === 'NewExpression'));
}

/** Whether code runs only where an API is missing that all browsers of the target have: `if (!chrome.cookies) ...`. */
function isFallback(script: Script, node: Node, browsers: readonly Browser[]): boolean {
  return isUnder(node, (test) => {
    const inner = unwrap(test);
    const api = inner.type === 'UnaryExpression' && inner.operator === '!' ? script.api(unwrap(inner.argument)) : undefined;
    const [namespace] = api?.names ?? [];
    return namespace !== undefined && isKnownNamespace(namespace) && browsers.every((browser) => missingPart(browser, api!.names.join('.')) === undefined);
  });
}

function blockOf(node: Node): Node {
  return [...ancestors(node)].find((up) => up.type === 'BlockStatement' || up.type === 'Program' || isFunction(up)) ?? node;
}

function startsWith(script: Script, node: Node): boolean {
  return script.realms.some((realm) => (realm.kind === 'background' ? failsAtStart(realm, script, node) : runsAtLoad(node) && !isTried(node) && !isInAsync(node)));
}

function isInAsync(node: Node): boolean {
  for (const up of ancestors(node)) if (isFunction(up) && up.async) return true;
  return false;
}

/** The nearest thing that the other side has, longest path first. */
const INSTEAD: Readonly<Record<string, string>> = {
  'contextualIdentities': 'Chrome has no containers.',
  'declarativeContent': 'In Firefox use `tabs.onUpdated`, or a page action with `show_matches`.',
  'desktopCapture': 'In Firefox a page can call `navigator.mediaDevices.getDisplayMedia`.',
  'devtools.panels.elements.onSelectionChanged': 'Ask `devtools.inspectedWindow.eval` for `$0`.',
  'downloads.onDeterminingFilename': 'In Firefox give `downloads.download` the `filename`.',
  'downloads.setShelfEnabled': 'Use `downloads.setUiOptions` (Chrome 105).',
  'find': 'In Chrome search the page in a content script.',
  'identity.getAuthToken': 'Use `identity.launchWebAuthFlow`, which both browsers have.',
  'offscreen': 'In Firefox the background is a page with a DOM of its own: use `offscreen` only where it exists.',
  'proxy.onError': 'Chrome has `proxy.onProxyError`.',
  'proxy.onProxyError': 'Firefox has `proxy.onError`.',
  'proxy.onRequest': 'In Chrome set a PAC script with `proxy.settings.set`.',
  'runtime.getBrowserInfo': 'To recognise Firefox, test its addresses: `runtime.getURL("").startsWith("moz-")`.',
  'runtime.getPackageDirectoryEntry': 'Fetch the files by name, `fetch(runtime.getURL(path))`, from a list that the build writes.',
  'runtime.onBrowserUpdateAvailable': 'Use `runtime.onRestartRequired`.',
  'search.get': 'Chrome searches with the default engine: `search.query`.',
  'search.search': 'Chrome has `search.query`, which uses the default engine.',
  'sidePanel': 'Firefox has `sidebarAction`.',
  'sidebarAction': 'Chrome has `sidePanel`.',
  'tabCapture.capture': 'Get an id with `tabCapture.getMediaStreamId`, and capture in an offscreen document.',
  'theme': 'Chrome cannot change its theme from an extension.',
  'tts': 'In Firefox a page has `speechSynthesis`.',
};

function adviceFor(part: string): string {
  const parts = part.split('.');
  for (let length = parts.length; length > 0; length--) {
    const advice = INSTEAD[parts.slice(0, length).join('.')];
    if (advice !== undefined) return advice;
  }
  return 'Leave it out there, or test first whether it exists.';
}
