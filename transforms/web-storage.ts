import { callOf, isFunction, isMember, isWithin, memberName, parentOf, stringValue, wrapped, type AnyMember, type Node } from './lib/ast.ts';
import { isForOneBrowser } from './lib/browser-global.ts';
import { define } from './lib/define.ts';
import { useAround } from './lib/dom-kinds.ts';
import { AT_START, backgroundScripts, byUnit, isAware, places, usesOf } from './lib/environment.ts';
import { eventsAt } from './lib/event-turns.ts';
import type { Extension } from './lib/extension.ts';
import { isGuarded } from './lib/guarded.ts';
import { isAnalysed } from './lib/input.ts';
import { COMPUTED, keyAt, NONE } from './lib/item-keys.ts';
import type { Realm } from './lib/realms.ts';
import { isTried, type Script } from './lib/script.ts';
import { turnsOf } from './lib/turns.ts';
import { snippet } from './lib/words.ts';

const CONVERT = 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#convert-localstorage';
const STORAGE = 'https://developer.chrome.com/docs/extensions/reference/api/storage';

export default define({
  id: 'web-storage',
  summary: '`localStorage`, `sessionStorage` and other storage of pages that a background cannot use, or cannot rely on',
  url: CONVERT,
  messages: {
    'local-storage': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no `localStorage`{more}{start}',
      advice: 'Use `storage.local` (permission `storage`), which answers later. What users have stored stays in `localStorage`: copy it once, from a page of the extension or an offscreen document (reason `LOCAL_STORAGE`).',
    },
    'shared-local-storage': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: the background uses `{key}`, too, and can no longer do so{more}',
      advice: 'Move both sides to `storage.local` together: otherwise each keeps a value of its own.',
    },
    'perhaps-shared': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: the background uses `localStorage` under names that are computed, perhaps this one, and can no longer do so',
      advice: 'Move what both sides use to `storage.local` together.',
    },
    'session-storage': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no `sessionStorage`{more}{start}',
      advice: 'Use `storage.session` (permission `storage`), which answers later.',
      url: STORAGE,
    },
    'session-storage-lost': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: an event page\'s `sessionStorage` is lost when the page is suspended',
      advice: 'Use `storage.session` (permission `storage`, Firefox 115), or `localStorage`.',
      url: STORAGE,
    },
    'storage-event': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker gets no `storage` events',
      advice: 'Listen to `storage.onChanged`, at top level.',
      url: STORAGE,
    },
    'storage-event-asleep': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: a `storage` event does not wake a suspended event page',
      advice: 'Keep what it should react to in `storage.local`, and listen to `storage.onChanged` at top level.',
      url: STORAGE,
    },
    'storage-event-in-page': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: the background can no longer use `localStorage`, so its changes no longer come as `storage` events',
      advice: 'Listen to `storage.onChanged`.',
      url: STORAGE,
    },
    'web-sql': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: browsers have removed Web SQL',
      advice: 'Use IndexedDB.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies',
    },
    'file-system': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker does not have this file system{start}',
      advice: 'Use IndexedDB, or the origin private file system (`navigator.storage.getDirectory`).',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies',
    },
    'document-cookie': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no `document.cookie`{start}',
      advice: 'Use the `cookies` API (permission `cookies` and the host), or `storage.local` for what is the extension\'s own.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/cookies',
    },
    'session-in-content-script': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: content scripts have no access to `storage.session`{where}',
      advice: 'Ask the background for it with a message. In Chrome, `storage.session.setAccessLevel({ accessLevel: "TRUSTED_AND_UNTRUSTED_CONTEXTS" })` as the background starts gives all content scripts access to all of it.',
      url: `${STORAGE}#property-session`,
    },
    'database-handle': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` keeps an open database: after each start of the background, code can run before it is there',
      advice: 'Open the database in a function that keeps the promise, and await that wherever it is used.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies',
    },
    'sync-write-rate': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` writes to `storage.sync` at each `{event}`: more than 120 writes a minute fail',
      advice: 'Write what changes often to `storage.local` or `storage.session`, and to `storage.sync` now and then.',
      url: `${STORAGE}#property-sync`,
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind === 'background') {
      yield* inBackground(realm, extension);
      yield* databaseHandles(realm);
      yield* syncWrites(realm);
    } else if (extension.hasWorker && extension.background && (realm.kind === 'page' || realm.kind === 'devtools')) {
      yield* inPage(realm, extension.background);
    }
    if (realm.kind === 'content') yield* sessionInContentScripts(realm, extension);
    if (realm.kind !== 'content' && realm.kind !== 'sandbox') yield* webSql(realm);
  },
});

function* inBackground(realm: Realm, { hasWorker }: Extension) {
  for (const { script, name, node, atStart, count } of byUnit(usesOf(realm, ['localStorage', 'sessionStorage', 'webkitRequestFileSystem', 'requestFileSystem']))) {
    const at = script.at(node);
    const data = { code: snippet(script, useAround(node)), start: atStart ? AT_START : '', more: places(count) };
    if (hasWorker) yield { message: name === 'localStorage' ? 'local-storage' as const : name === 'sessionStorage' ? 'session-storage' as const : 'file-system' as const, at, data };
    else if (name === 'sessionStorage') yield { message: 'session-storage-lost' as const, at, data };
  }
  for (const { script, node, shown } of storageEvents(realm)) yield { message: hasWorker ? 'storage-event' as const : 'storage-event-asleep' as const, at: script.at(node), data: { code: snippet(script, shown) } };
  if (!hasWorker) return;
  for (const { script, node, atStart } of usesOf(realm, ['document'])) {
    const member = parentOf(wrapped(node));
    if (isMember(member) && member.object === wrapped(node) && memberName(member) === 'cookie') yield { message: 'document-cookie' as const, at: script.at(member), data: { code: snippet(script, member), start: atStart ? AT_START : '' } };
  }
}

/** Pages keep their localStorage; what the background shared with them cannot stay there. */
function* inPage(realm: Realm, background: Realm) {
  const shared = keysOf(background);
  if (shared.size === 0) return;
  for (const script of realm.scripts) {
    if (!/\blocalStorage\b/.test(script.text) || script.runsIn('background') || !isAnalysed(script) || !script.file.editable) continue;
    const byKey = new Map<string, Node[]>();
    for (const node of script.globals('localStorage')) {
      const key = keyAt(node) ?? COMPUTED;
      if (key !== NONE) byKey.set(key, [...(byKey.get(key) ?? []), node]);
    }
    for (const [key, [node, ...others]] of byKey) {
      if (key !== COMPUTED && shared.has(key)) yield { message: 'shared-local-storage' as const, at: script.at(node!), data: { code: snippet(script, useAround(node!)), key, more: places(others.length + 1) } };
    }
    const [unsure] = [...byKey].flatMap(([key, [node]]) => (shared.has(COMPUTED) && !shared.has(key) && node ? [node] : []));
    if (unsure) yield { message: 'perhaps-shared' as const, at: script.at(unsure), data: { code: snippet(script, useAround(unsure)) } };
  }
  for (const { script, node, shown } of storageEvents(realm)) if (!script.runsIn('background')) yield { message: 'storage-event-in-page' as const, at: script.at(node), data: { code: snippet(script, shown) } };
}

function keysOf(background: Realm): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const script of backgroundScripts(background, /\blocalStorage\b/)) {
    if (!script.file.editable) continue;
    for (const node of script.globals('localStorage')) if (!isAware(background, script, node, 'localStorage')) keys.add(keyAt(node) ?? COMPUTED);
  }
  keys.delete(NONE);
  return keys;
}

function* storageEvents(realm: Realm): Generator<{ readonly script: Script; readonly node: Node; readonly shown: Node }> {
  for (const script of realm.scripts) {
    if (!/\bstorage\b|\bonstorage\b/.test(script.text) || !isAnalysed(script) || !script.file.editable) continue;
    for (const node of script.globals('addEventListener')) {
      if (stringValue(callOf(node)?.arguments[0]) === 'storage') yield { script, node, shown: callOf(node)! };
    }
    for (const node of script.globals('onstorage')) if (parentOf(node)?.type === 'AssignmentExpression') yield { script, node, shown: node };
  }
}

/** What content scripts do with `storage.session`, which only Chrome opens for them. */
function* sessionInContentScripts(realm: Realm, { hasFirefox, apiScripts }: Extension) {
  const isOpened = [...apiScripts].some((script) => script.references('storage.session.setAccessLevel').length > 0);
  if (isOpened && !hasFirefox) return;
  for (const script of realm.scripts) {
    if (!/\bsession\b/.test(script.text) || !script.realms.every(({ kind }) => kind === 'content')) continue;
    for (const reference of script.apiReferences) {
      const { names, node, call } = reference;
      if (names[0] !== 'storage' || names[1] !== 'session' || call === undefined || isTried(node) || isGuarded(script, reference) || isForOneBrowser(script, node)) continue;
      yield { message: 'session-in-content-script' as const, at: script.at(node), data: { code: snippet(script, call.callee as Node), where: isOpened ? ' in Firefox' : '' } };
    }
  }
}

function* webSql(realm: Realm) {
  for (const script of realm.scripts) {
    if (!/\bopenDatabase\b/.test(script.text) || !isAnalysed(script) || !script.file.editable) continue;
    for (const node of script.globals('openDatabase')) {
      if (callOf(node) !== undefined && !isAware(realm, script, node, 'openDatabase')) yield { message: 'web-sql' as const, at: script.at(node), data: { code: snippet(script, callOf(node)!) } };
    }
  }
}

/** `let db; ... request.onsuccess = () => { db = request.result; }`, where `db` is used elsewhere. */
function* databaseHandles(realm: Realm) {
  for (const script of backgroundScripts(realm, /\bindexedDB\b/)) {
    if (!script.file.editable || script.globals('indexedDB').length === 0) continue;
    for (const binding of script.scopes!.program.bindings.values()) {
      const writes = binding.references.flatMap(({ node, writes: isWrite }) => {
        const parent = isWrite ? parentOf(node) : undefined;
        return parent?.type === 'AssignmentExpression' && isMember(parent.right) && memberName(parent.right) === 'result' ? [parent] : [];
      });
      const [write] = writes;
      if (write === undefined) continue;
      const usedElsewhere = binding.references.some(({ node, reads }) => reads && isMember(parentOf(node)) && !isWithin(node, functionAround(write)));
      if (usedElsewhere) yield { message: 'database-handle' as const, at: script.at(write), data: { code: snippet(script, write) } };
    }
  }
}

function functionAround(node: Node): Node {
  let up: Node = node;
  for (let parent = parentOf(up); parent !== undefined; parent = parentOf(up)) {
    up = parent;
    if (isFunction(up)) return up;
  }
  return up;
}

const BUSY_EVENTS = /^(tabs\.on(Updated|Moved)|webRequest\.|webNavigation\.|windows\.onBoundsChanged)/;

function* syncWrites(realm: Realm) {
  for (const script of backgroundScripts(realm, /\bsync\b/)) {
    for (const api of ['storage.sync.set', 'storage.sync.remove']) {
      for (const { call } of script.calls(api)) {
        const turn = eventsAt(turnsOf(realm), call).find(({ origin, delay }) => BUSY_EVENTS.test(origin) && delay !== 'timer');
        if (turn !== undefined) yield { message: 'sync-write-rate' as const, at: script.at(call), data: { code: snippet(script, (call.callee as AnyMember)), event: turn.origin } };
      }
    }
  }
}
