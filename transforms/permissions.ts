import type { ApiReference } from './lib/api.ts';
import { failsAtStart } from './lib/environment.ts';
import { hasAlternative, isGuarded, isTest } from './lib/guarded.ts';
import { ancestors, isFunction, isWithin, keyName, propertyValue, stringValue, unwrap, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Manifest } from './lib/manifest.ts';
import { partsBeside } from './lib/manifest-parts.ts';
import { covers, isHostPermission } from './lib/match-patterns.ts';
import { exportedNames, isExport } from './lib/modules.ts';
import { wordOf } from './lib/named-by-pages.ts';
import { isPermissionOf, permissionsOf, SILENT_PERMISSIONS, since, type Browser } from './lib/platform.ts';
import { spelled } from './lib/rename.ts';
import { isTried, type Script } from './lib/script.ts';
import { hasToolsMenu } from './lib/tools-menu.ts';
import type { Edit, Match } from './lib/types.ts';
import { bindingOfFunction } from './lib/uses.ts';

const LIST = 'https://developer.chrome.com/docs/extensions/reference/permissions-list';
const WARNINGS = 'https://developer.chrome.com/docs/extensions/develop/concepts/permission-warnings';
const REQUEST = 'https://developer.chrome.com/docs/extensions/reference/api/permissions';

const messages = {
  'added': {
    outcome: 'changed', severity: 'error',
    text: '`{code}` ({file}) needs the permission `{permission}`, which the manifest has now; it adds no warning for users',
  },
  'missing': {
    outcome: 'manual', severity: 'error', url: WARNINGS,
    text: '`{code}` ({file}) needs the permission `{permission}`, which the manifest lacks: the API is undefined',
    advice: 'List it in `permissions`: an update stays disabled until the user agrees to the new warning. Or list it in `optional_permissions`, ask for it with `permissions.request` in a click, and test for the API before each use.',
  },
  'only-optional': {
    outcome: 'manual', severity: 'error', url: 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/userScripts',
    text: '`{code}` ({file}) needs the permission `{permission}`, which Firefox grants as an optional permission only',
    advice: 'List it in `optional_permissions`, ask for it with `permissions.request` in a click, and test for the API before each use.',
  },
  'not-granted-yet': {
    outcome: 'manual', severity: 'error', url: REQUEST,
    text: '`{code}` is undefined until the user grants `{permission}`: this throws as the background starts, and what comes after it does not run{worker}',
    advice: 'Write `{namespace}?.{rest}`, and add the listener again in `permissions.onAdded`.',
  },
  'no-hosts': {
    outcome: 'manual', severity: 'warning', url: 'https://developer.chrome.com/docs/extensions/develop/concepts/declare-permissions#host-permissions',
    text: '`{code}` ({file}) can reach no page: the manifest has neither `activeTab` nor any host',
    advice: 'List `activeTab` in `permissions` where injection follows a click, which adds no warning, or the pages in `host_permissions`.',
  },
  'hosts-among-permissions': {
    outcome: 'changed', severity: 'error', url: REQUEST,
    text: '`{code}` takes hosts as `origins`, not among `permissions`',
  },
  'undeclared-origin': {
    outcome: 'manual', severity: 'error', url: REQUEST,
    text: '`{code}` asks for `{origin}`, which the manifest declares nowhere, and is refused',
    advice: 'List it in `optional_host_permissions`.',
  },
  'no-origins-declared': {
    outcome: 'manual', severity: 'warning', url: REQUEST,
    text: '`{code}` asks for hosts, and the manifest declares none that could be granted',
    advice: 'List in `optional_host_permissions` all that it may ask for.',
  },
} as const;

type Message = keyof typeof messages;

export default define<Message>({
  id: 'permissions',
  summary: 'Permissions that the code needs now and the manifest lacks',
  url: LIST,
  names: ['permissions'],
  apiOnly: true,
  messages,

  *manifest(manifest, extension) {
    // Where Chrome runs, `menus` becomes `contextMenus`, but for the Tools menu.
    const listed = new Set(stringsOf(extension, ['permissions', 'optional_permissions']).map((name) => (name === 'menus' && extension.hasWorker && !hasToolsMenu(extension) ? 'contextMenus' : name)));
    for (const need of needsOf(extension)) {
      if (need.permissions.some((permission) => listed.has(permission))) continue;
      const match = supply(manifest, extension, need);
      if (match) yield match;
    }
    yield* injectionWithoutHosts(manifest, extension);
  },

  result: (_manifest, extension) => ungranted(extension),

  *script(script: Script, extension: Extension) {
    for (const method of ['request', 'contains', 'remove']) {
      for (const { reference, call } of script.calls(`permissions.${method}`)) {
        const details = call.arguments[0] && unwrap(call.arguments[0]);
        if (details?.type !== 'ObjectExpression') continue;
        const code = spelled(script, reference);
        const moved = hostsAmongPermissions(script, details);
        if (moved) yield { message: 'hosts-among-permissions', at: script.at(reference.node), edits: moved, data: { code } };
        const origins = propertyValue(details, 'origins');
        if (method !== 'request' || origins === undefined || !extension.manifest.has(['manifest_version'])) continue;
        const elements = origins.type === 'ArrayExpression' ? origins.elements : [origins];
        if (!elements.every((element) => stringValue(element) !== undefined) && hostsOf(extension).length === 0) {
          yield { message: 'no-origins-declared', at: script.at(origins), data: { code } };
        }
        for (const element of elements) {
          const origin = stringValue(element);
          if (origin !== undefined && !isDeclared(extension, origin)) yield { message: 'undeclared-origin', at: script.at(element!), data: { code, origin } };
        }
      }
    }
  },
});

// ---- what the code needs

interface Need {
  readonly reference: ApiReference;
  readonly script: Script;
  /** One of these. */
  readonly permissions: readonly string[];
}

const MENUS = ['menus', 'contextMenus'];

/** The permissions that some code needs without testing for the API, each with the first use of it. What the run itself wrote into a `try` tests for nothing. */
function needsOf(extension: Extension): Need[] {
  const needs = new Map<string, Need>();
  const browsers: Browser[] = [...(extension.hasWorker ? ['chrome' as const] : []), ...(extension.hasFirefox ? ['firefox' as const] : [])];
  for (const script of extension.apiScripts) {
    const isLoaded = isRun(script, extension);
    // What the run renamed is used, where a build makes a script of it that no page names.
    if (!isLoaded && (!extension.isBuilt || script.file.role !== 'source')) continue;
    for (const reference of script.apiReferences) {
      if (reference.names.length === 0 || reference.choice) continue;
      if (!isLoaded && !script.file.adds(reference.names[0]!)) continue;
      for (const permissions of permissionsFor(extension, script, reference)) {
        const key = permissions.join();
        // Where the manifest stays at version 2, code that had no permission goes on without it: it may ask for the API and do without.
        if (extension.target === 'event-page' && !script.file.adds(reference.names[0]!)) continue;
        if (wentWithout(extension, permissions) && !script.file.adds(reference.names[0]!)) continue;
        if (needs.has(key) || browsers.every((browser) => since(browser, reference.path) === false)) continue;
        if (!permissions.some((permission) => browsers.some((browser) => isPermissionOf(browser, permission) || isPermissionOf(browser, permission, true)))) continue;
        if (isTest(reference.node) || isGuarded(script, reference) || (isTried(reference.node) && !script.file.adds(reference.names[0]!))) continue;
        // menus || contextMenus: Firefox has both, each with its own permission.
        if (!extension.hasWorker && MENUS.some((own, index) => permissions.includes(own) && extension.manifest.strings(['permissions']).includes(MENUS[1 - index]!) && hasAlternative(script, reference, MENUS[1 - index]!))) continue;
        // A permission that warns users is not asked for what nobody calls.
        if (!permissions.some((permission) => SILENT_PERMISSIONS.has(permission)) && reference.node && isInUnusedExport(script, reference.node, extension)) continue;
        needs.set(key, { reference, script, permissions });
      }
    }
  }
  return [...needs.values()];
}

/**
 * Whether code of Manifest V2 for Firefox did without some permissions that Manifest V3 makes no more necessary, and that would change more than what is undefined:
 * `contextualIdentities` turns containers on for the user, and code that finds `declarativeNetRequest` may leave its blocking `webRequest`.
 */
function wentWithout({ originalManifest, target, hasFirefox }: Extension, permissions: readonly string[]): boolean {
  if (originalManifest.version !== 2) return false;
  return permissions.includes('contextualIdentities') ? hasFirefox : target === 'firefox' && permissions.some((permission) => permission.startsWith('declarativeNetRequest'));
}

/** Whether a place is in a function that a module exports, and that nothing in the extension names. */
function isInUnusedExport(script: Script, place: Node, extension: Extension, seen: ReadonlySet<Node> = new Set()): boolean {
  const fn = [...ancestors(place)].findLast(isFunction);
  const binding = script.isModule && isFunction(fn) && !seen.has(fn) ? bindingOfFunction(script, fn) : undefined;
  if (binding === undefined || exportedNames(script, binding).join() !== binding.name) return false;
  const name = wordOf(binding.name);
  const others = [...extension.files.values()].filter((file) => file !== script.file && extension.script(file.path)?.realms.length !== 0);
  const isOwn = (node: Node): boolean => isExport(node) || isWithin(node, fn!) || isInUnusedExport(script, node, extension, new Set([...seen, fn!]));
  return !others.some(({ text }) => name.test(text)) && binding.references.every(({ node }) => isOwn(node));
}

/** Whether a script is part of the extension: loaded by something known, or the author's own where a build makes what the manifest loads. */
function isRun(script: Script, extension: Extension): boolean {
  if (script.file.role === 'vendored') return false;
  if (script.realms.length > 0) return true;
  return extension.background === undefined ? extension.isBuilt : extension.background.missing.length > 0;
}

/** The permissions that a mention needs: one of each list. */
function* permissionsFor(extension: Extension, script: Script, { path, node, call }: ApiReference): Generator<readonly string[]> {
  // Chrome has no `menus`: where it runs, the other name is needed.
  if (path.split('.', 1)[0] === 'menus' && extension.hasWorker) return;
  const own = permissionsOf(path);
  if (own.length > 0) yield own;
  if (path === 'webRequest.filterResponseData' && extension.isV3 && extension.hasFirefox) yield ['webRequestFilterResponse'];
  if (path === 'webRequest.onAuthRequired.addListener' && extension.hasWorker && call && /(['"`])asyncBlocking\1/.test(script.textOf(call)) && node) yield ['webRequestAuthProvider'];
}

function supply(manifest: Manifest, extension: Extension, { reference, script, permissions }: Need): Match<Message> | undefined {
  const permission = permissions.find((one) => SILENT_PERMISSIONS.has(one)) ?? permissions[0]!;
  const data = { code: spelled(script, reference, Math.min(2, reference.names.length)), file: script.path, permission };
  const at = manifest.at(['permissions']);
  if (permission === 'userScripts') return { message: extension.hasFirefox ? 'only-optional' : 'missing', at, data };
  if (SILENT_PERMISSIONS.has(permission)) return { message: 'added', at, edits: manifest.add(['permissions'], [permission], AFTER.findLast((key) => manifest.has([key]))), data };
  return { message: 'missing', at, data };
}

/** Keys that `permissions` may follow where the manifest has none. */
const AFTER = ['manifest_version', 'name', 'version', 'description', 'icons'];

/** Mentions of what is only there once an optional permission is granted, in the first turn and without a test. */
function* ungranted(extension: Extension): Generator<Match<Message>> {
  const { background, hasWorker } = extension;
  const required = stringsOf(extension, ['permissions']);
  const optional = stringsOf(extension, ['optional_permissions']);
  if (background === undefined || optional.length === 0) return;
  const told = new Set<string>();
  for (const script of background.scripts) {
    for (const reference of isRun(script, extension) ? script.apiReferences : []) {
      const [permission] = reference.names;
      if (permission === undefined || reference.names.length < 2 || reference.choice || told.has(permission) || !optional.includes(permission) || required.includes(permission)) continue;
      if (!permissionsOf(reference.path).includes(permission) || isTest(reference.node) || isGuarded(script, reference) || !failsAtStart(background, script, reference.node)) continue;
      told.add(permission);
      const code = spelled(script, reference, 1);
      const data = { code, permission, namespace: code, rest: reference.names.slice(1).join('.'), worker: hasWorker ? '; Chrome does not start a worker that throws' : '' };
      yield { message: 'not-granted-yet', at: script.at(reference.node), data };
    }
  }
}

// ---- hosts

const INJECTIONS = ['scripting.executeScript', 'scripting.insertCSS', 'tabs.executeScript', 'tabs.insertCSS'];

function* injectionWithoutHosts(manifest: Manifest, extension: Extension): Generator<Match<Message>> {
  const listed = stringsOf(extension, ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions']);
  if (!manifest.has(['manifest_version']) || listed.some((one) => one === 'activeTab' || isHostPermission(one))) return;
  for (const script of extension.apiScripts) {
    if (!isRun(script, extension)) continue;
    for (const api of INJECTIONS) {
      for (const { reference } of script.calls(api)) {
        yield { message: 'no-hosts', at: manifest.at(['permissions']), data: { code: spelled(script, reference), file: script.path } };
        return;
      }
    }
  }
}

function isDeclared(extension: Extension, origin: string): boolean {
  return hostsOf(extension).some((pattern) => covers(pattern, origin));
}

function hostsOf(extension: Extension): string[] {
  return stringsOf(extension, ['optional_host_permissions', 'optional_permissions', 'host_permissions', 'permissions']).filter(isHostPermission);
}

/** What the manifest lists under some keys, and what a build may add to them. */
function stringsOf({ manifest, files }: Extension, keys: readonly string[]): string[] {
  return [manifest, ...partsBeside(manifest, files)].flatMap((one) => keys.flatMap((key) => one.strings([key])));
}

/** `{ permissions: ['https://a.com/*'] }` becomes `{ origins: ['https://a.com/*'] }`, where the list holds nothing else. */
function hostsAmongPermissions(script: Script, details: Node & { type: 'ObjectExpression' }): Edit[] | undefined {
  const member = details.properties.find((one) => one.type === 'ObjectProperty' && keyName(one) === 'permissions');
  const list = member?.type === 'ObjectProperty' ? unwrap(member.value) : undefined;
  if (member?.type !== 'ObjectProperty' || list?.type !== 'ArrayExpression' || list.elements.length === 0 || propertyValue(details, 'origins')) return undefined;
  const all = list.elements.every((element) => isHostPermission(stringValue(element) ?? ''));
  return all && !member.computed ? [script.replace(member.key, 'origins')] : undefined;
}
