import type { ApiReference } from './api.ts';
import { isGuarded } from './guarded.ts';
import { isFunction, isMember, isUnused, memberName, parentOf, propertyValue, stringValue, unwrap, wrapped, type AnyCall, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import type { Manifest } from './manifest.ts';
import { promiseSince, since, type Browser } from './platform.ts';
import type { Target } from './types.ts';
import type { Script } from './script.ts';

/** Something that works only from a version of a browser on. */
export interface Need {
  readonly version: number;
  /** As a report names it. */
  readonly what: string;
  /** Whether it came with Manifest V3: written by this run, or of no use to the Manifest V2 that the run found. */
  readonly isNew: boolean;
}

/** What the extension uses that is younger than `floor`: keys of its manifest, and APIs that its own code does not ask for first. */
export function* neededVersions(extension: Extension, browser: Browser, floor: number): Generator<Need> {
  const old = new Set([...ofManifest(extension.originalManifest, extension.target, browser)].map(({ what }) => what));
  const hadV2 = extension.isV3 && extension.originalManifest.version === 2;
  for (const { version, what, ofV3 } of ofManifest(extension.manifest, extension.target, browser)) {
    if (version > floor) yield { version, what, isNew: !old.has(what) || (hadV2 && ofV3 === true) };
  }
  for (const script of extension.apiScripts) {
    if (!script.file.editable || script.realms.length === 0) continue;
    for (const { version, what, word, ofV3 } of ofScript(script, browser, floor)) {
      if (version > floor) yield { version, what, isNew: script.file.adds(word) || (hadV2 && ofV3) };
    }
  }
}

// ---- the manifest

interface KeyNeed {
  readonly version: number;
  readonly what: string;
  /** Manifest V2 has no such key. */
  readonly ofV3?: boolean;
}

function* ofManifest(manifest: Manifest, target: Target, browser: Browser): Generator<KeyNeed> {
  const need = (chrome: number, firefox: number, what: string, ofV3 = false): KeyNeed => ({ version: browser === 'chrome' ? chrome : firefox, what, ofV3 });
  const module = manifest.value(['background', 'type']) === 'module';
  const hasWorker = manifest.has(['background', 'service_worker']);
  const hasPage = manifest.has(['background', 'scripts']) || manifest.has(['background', 'page']);
  if (hasWorker && hasPage && target === 'cross-browser') yield need(121, 121, '`service_worker` beside `scripts`', true);
  if (module) yield need(hasWorker ? 92 : 0, hasPage ? 112 : 0, '`"type": "module"`', hasWorker);
  const optional = manifest.strings(['optional_host_permissions']);
  const copied = optional.every((host) => manifest.strings(['optional_permissions']).includes(host));
  if (optional.length > 0) yield need(102, copied ? 0 : 128, '`optional_host_permissions`', true);
  if (/'wasm-unsafe-eval'/.test(manifest.string(['content_security_policy', 'extension_pages']) ?? '')) yield need(103, 102, "`'wasm-unsafe-eval'`", true);
  if (manifest.has(['side_panel'])) yield need(114, 0, '`side_panel`', true);
  if (manifest.has(['declarative_net_request'])) yield need(84, 113, '`declarative_net_request`');
  if (manifest.value(['incognito']) === 'split' && target !== 'event-page') yield need(0, 127, '`"incognito": "split"`');
  for (const [name, chrome, firefox] of [['favicon', 104, 0], ['webRequestAuthProvider', 108, 126]] as const) {
    if (manifest.strings(['permissions']).includes(name)) yield need(chrome, firefox, `the permission \`${name}\``, true);
  }
  const scripts = manifest.value(['content_scripts']);
  for (const index of Array.isArray(scripts) ? scripts.keys() : []) {
    if (manifest.value(['content_scripts', index, 'world']) === 'MAIN') yield need(111, 128, '`"world": "MAIN"`');
    if (manifest.has(['content_scripts', index, 'match_origin_as_fallback'])) yield need(99, 128, '`match_origin_as_fallback`');
  }
}

// ---- code

interface CodeNeed {
  readonly version: number;
  readonly what: string;
  /** The youngest word of it: where the run adds none, the file had the need before. */
  readonly word: string;
  /** Manifest V2 has no such API. */
  readonly ofV3: boolean;
}

const V3_APIS = { chrome: /^(action|offscreen|scripting|sidePanel|storage\.session|userScripts)\b/, firefox: /^(action|userScripts)\b/ } as const;

const needsOf = new WeakMap<readonly ApiReference[], Map<string, readonly CodeNeed[]>>();

/** The needs of a script's API mentions, kept as long as those are. */
function ofScript(script: Script, browser: Browser, floor: number): readonly CodeNeed[] {
  const { manifest, isV3 } = script.extension;
  const key = `${browser} ${floor} ${isV3} ${manifest.has(['user_scripts'])}`;
  const known = needsOf.get(script.apiReferences) ?? new Map<string, readonly CodeNeed[]>();
  needsOf.set(script.apiReferences, known);
  let needs = known.get(key);
  if (needs === undefined) known.set(key, (needs = [...findNeeds(script, browser, floor)]));
  return needs;
}

function* findNeeds(script: Script, browser: Browser, floor: number): Generator<CodeNeed> {
  const { manifest, isV3 } = script.extension;
  for (const reference of script.apiReferences) {
    const { path, names, call, choice, root } = reference;
    // In Manifest V2 there is no `action`, and `userScripts` is another, older API.
    if (choice !== undefined || (!isV3 && V3_APIS.firefox.test(path)) || (names[0] === 'userScripts' && manifest.has(['user_scripts']))) continue;
    const needs: CodeNeed[] = [];
    const ofV3 = V3_APIS[browser].test(path);
    const version = since(browser, path);
    const api = shortest(browser, path);
    if (version !== false) needs.push({ version, what: `\`${api}\``, word: api.split('.').at(-1)!, ofV3 });
    if (call !== undefined) {
      for (const [method, option, value, chrome, firefox] of OPTIONS) {
        if (path === method && hasOption(call, option, value)) needs.push({ version: browser === 'chrome' ? chrome : firefox, what: `\`${option}\` of \`${method}\``, word: option, ofV3 });
      }
      if (browser === 'chrome' && root === 'chrome' && usesPromise(call)) needs.push({ version: promiseSince(path), what: `the promise of \`${path}\``, word: names.at(-1)!, ofV3: true });
    }
    if (needs.some((need) => need.version > floor) && !isGuarded(script, reference)) yield* needs;
  }
  for (const [global, method, chrome, firefox] of METHODS) {
    const version = browser === 'chrome' ? chrome : firefox;
    if (version > floor && asksForNothing(script, global, method)) yield { version, what: `\`${global}.${method}\``, word: global, ofV3: false };
  }
}

/** Methods of global objects that came later than those. */
const METHODS = [['crypto', 'randomUUID', 92, 95], ['AbortSignal', 'timeout', 103, 100]] as const;

/** Whether a script calls a method of a global object wherever it names it, and so never asks for it. */
function asksForNothing(script: Script, global: string, method: string): boolean {
  const members = script.globals(global).map((node) => parentOf(wrapped(node))).filter((parent) => isMember(parent) && memberName(parent) === method);
  return members.length > 0 && members.every((member) => {
    const call = parentOf(member!);
    return call?.type === 'CallExpression' && call.callee === member && member!.type === 'MemberExpression';
  });
}

/** The part of an API's path that is as young as the whole. */
function shortest(browser: Browser, path: string): string {
  const names = path.split('.');
  const length = names.findIndex((_, index) => since(browser, names.slice(0, index + 1).join('.')) === since(browser, path)) + 1;
  return names.slice(0, length).join('.');
}

/** Members of an argument that came later than their function. */
const OPTIONS: readonly (readonly [api: string, option: string, value: string | undefined, chrome: number, firefox: number])[] = [
  ['scripting.executeScript', 'func', undefined, 92, 0],
  ['scripting.executeScript', 'world', 'MAIN', 95, 128],
  ['scripting.executeScript', 'injectImmediately', undefined, 102, 0],
  ['scripting.registerContentScripts', 'world', 'MAIN', 102, 128],
  ['scripting.registerContentScripts', 'matchOriginAsFallback', undefined, 119, 128],
];

function hasOption(call: AnyCall, option: string, value: string | undefined): boolean {
  const [first] = call.arguments;
  const inner = first && unwrap(first);
  const objects: (Node | null | undefined)[] = inner?.type === 'ArrayExpression' ? inner.elements : [inner];
  return objects.some((object) => {
    const found = object?.type === 'ObjectExpression' ? propertyValue(object, option) : undefined;
    return found !== undefined && (value === undefined || stringValue(found) === value);
  });
}

/** Whether something is done with the result of a call as a promise. Who awaits it and forgets it does without, as before. */
function usesPromise(call: AnyCall): boolean {
  const last = call.arguments.at(-1);
  if (last !== undefined && isFunction(unwrap(last))) return false;
  const parent = parentOf(wrapped(call));
  return (parent?.type === 'AwaitExpression' && !isUnused(parent)) || (isMember(parent) && /^(then|catch|finally)$/.test(memberName(parent) ?? ''));
}
