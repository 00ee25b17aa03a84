import { ancestors, isCall, isFunction, isMember, memberName, parentOf, stringValue, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { useAround } from './lib/dom-kinds.ts';
import { usesIn, backgroundScripts } from './lib/environment.ts';
import type { Realm } from './lib/realms.ts';
import { ONLY_IN_WORKER } from './lib/worker-globals.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'worker-only-names',
  summary: 'Names that only a service worker has, in a background that Firefox runs as an event page',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/background',
  targets: ['firefox', 'cross-browser', 'event-page'],
  messages: {
    'import-scripts': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: an event page has no `importScripts`',
      advice: 'List the files in `background.scripts`, before this one, and call it only where `typeof importScripts === "function"`.',
    },
    'worker-only': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: an event page has no `{name}`',
      advice: 'Use it only where `typeof {name} !== "undefined"`; an event page needs neither `skipWaiting` nor `clients.claim`.',
    },
  },
  *realm(realm: Realm) {
    for (const script of backgroundScripts(realm, /./)) {
      const names = [...script.freeNames.keys(), 'skipWaiting', 'clients', 'registration'].filter((name) => ONLY_IN_WORKER.has(name) && !/^(fonts|on[a-z]+)$/.test(name));
      for (const { name, node } of usesIn(realm, script, new Set(names))) {
        if (isInWorkerEvent(node)) continue;
        yield { message: name === 'importScripts' ? 'import-scripts' : 'worker-only', at: script.at(node), data: { name, code: snippet(script, useAround(node)) } };
      }
    }
  },
});

const WORKER_EVENTS = new Set(['install', 'activate', 'fetch', 'push', 'sync', 'notificationclick', 'message']);

/** What waits for an event that only workers get does no harm elsewhere: `self.addEventListener('install', () => self.skipWaiting())`. */
function isInWorkerEvent(node: Node): boolean {
  for (const up of ancestors(node)) {
    const parent = isFunction(up) ? parentOf(wrapped(up)) : undefined;
    if (isCall(parent) && nameOf(parent.callee) === 'addEventListener' && WORKER_EVENTS.has(stringValue(parent.arguments[0]) ?? '')) return true;
    if (parent?.type === 'AssignmentExpression' && parent.right === wrapped(up) && WORKER_EVENTS.has(nameOf(parent.left)?.replace(/^on/, '') ?? '')) return true;
  }
  return false;
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : isMember(node) ? memberName(node) : undefined;
}
