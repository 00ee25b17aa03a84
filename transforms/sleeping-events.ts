import { callOf, isMember, memberName, parentOf, stringValue, wrapped, type Node } from './lib/ast.ts';
import { isForOneBrowser } from './lib/browser-global.ts';
import { define } from './lib/define.ts';
import { backgroundScripts, usesIn } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { isGuarded } from './lib/guarded.ts';
import type { Realm } from './lib/realms.ts';
import { isTried, type Script } from './lib/script.ts';
import { turnsOf } from './lib/turns.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'sleeping-events',
  summary: 'Events for which no browser wakes a background that is unloaded, such as `online`',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Background_scripts',
  names: ['onZoomChange', 'addEventListener', 'online', 'offline', 'ononline', 'onoffline', 'BroadcastChannel', 'matchMedia', 'connection'],
  messages: {
    'not-waking': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: Firefox does not wake a suspended event page for `{event}`',
      advice: '{instead}',
    },
    'asleep': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: an unloaded background is not woken for `{event}`, and misses it',
      advice: '{instead}',
    },
    'late-in-worker': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: Chrome asks for a worker\'s `{event}` listeners while it starts, and takes none later',
      advice: 'Add it at the top level, and decide in it what to do.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events',
    },
    'none-in-worker': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker gets no `{event}` events',
      advice: '{instead}',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    for (const script of backgroundScripts(realm, /\b(onZoomChange|addEventListener|online|offline|ononline|onoffline|BroadcastChannel|matchMedia|connection)\b/)) {
      if (!script.file.editable) continue;
      if (extension.hasFirefox) yield* ofApis(script);
      yield* ofNetwork(realm, script, extension);
      if (extension.hasWorker) yield* ofWorker(realm, script, extension);
      for (const { name, node } of usesIn(realm, script, ['BroadcastChannel', 'matchMedia', 'navigator'])) {
        if (name === 'matchMedia' && extension.hasWorker) continue;
        const { event, instead } = SOURCES[name]!;
        const source = name === 'navigator' ? memberOf(node, 'connection') : callOf(node);
        for (const heard of source === undefined ? [] : hearers(script, source, event)) {
          yield { message: 'asleep' as const, at: script.at(heard), data: { code: snippet(script, heard), event, instead } };
        }
      }
    }
  },
});

// ---- events of extension APIs

/** Zoom, as Firefox 153 has it. What goes wrong with a proxy comes while the proxy's own event has the background awake. */
function* ofApis(script: Script) {
  const event = 'tabs.onZoomChange';
  for (const { reference, call } of script.calls(`${event}.addListener`)) {
    if (isGuarded(script, reference) || isTried(call) || isForOneBrowser(script, call)) continue;
    const instead = 'Listen to it in a page of the extension that is open, or read the zoom with `tabs.getZoom` when it is needed.';
    yield { message: 'not-waking' as const, at: script.at(call), data: { code: snippet(script, call.callee), event, instead } };
  }
}

// ---- events of the page

const RETRY = 'Try again from an alarm (`alarms.create` with `periodInMinutes`), and test `navigator.onLine` there.';

/** `online` and `offline`. What is reached through `window` in a worker fails as such. */
function* ofNetwork(realm: Realm, script: Script, { hasWorker }: Extension) {
  const message = hasWorker ? 'none-in-worker' as const : 'asleep' as const;
  for (const { name, node } of usesIn(realm, script, ['addEventListener', 'ononline', 'onoffline'])) {
    const call = callOf(node);
    const event = name === 'addEventListener' ? stringValue(call?.arguments[0]) : name.slice('on'.length);
    if ((event !== 'online' && event !== 'offline') || (hasWorker && (name !== 'addEventListener' || isOfWindow(node)))) continue;
    if (name === 'addEventListener' ? call !== undefined : isAssigned(node)) yield { message, at: script.at(call ?? node), data: { code: snippet(script, call ?? node), event, instead: RETRY } };
  }
}

// ---- events of the worker

const WORKER_EVENTS = /^(push|pushsubscriptionchange|notificationclick|notificationclose|sync|periodicsync|fetch|install|activate)$/;

/** What a worker hears itself has to be listened to when it starts; what windows send to a page does not come to it. */
function* ofWorker(realm: Realm, script: Script, { originalManifest }: Extension) {
  for (const { node } of usesIn(realm, script, ['addEventListener'])) {
    const call = callOf(node);
    const event = stringValue(call?.arguments[0]);
    if (call === undefined || event === undefined || isOfWindow(node)) continue;
    const data = { code: snippet(script, call), event };
    if (event === 'message' && originalManifest.version === 2) yield { message: 'none-in-worker' as const, at: script.at(call), data: { ...data, instead: 'Send what the background has to hear with `runtime.sendMessage`.' } };
    else if (WORKER_EVENTS.test(event) && !turnsOf(realm).runsAtStart(call)) yield { message: 'late-in-worker' as const, at: script.at(call), data };
  }
}

function isOfWindow(node: Node): boolean {
  return isMember(node) && node.object.type === 'Identifier' && node.object.name === 'window';
}

function isAssigned(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return parent?.type === 'AssignmentExpression' && parent.left === wrapped(node);
}

// ---- events of objects

const SOURCES: Readonly<Record<string, { readonly event: string; readonly instead: string }>> = {
  BroadcastChannel: { event: 'message', instead: 'Send what the background has to hear with `runtime.sendMessage`, which wakes it.' },
  matchMedia: { event: 'change', instead: 'Firefox chooses icons by the theme itself: list them in `theme_icons` of the manifest\'s action. Else ask when it is needed, or listen in a page and send a message.' },
  navigator: { event: 'change', instead: 'Read `navigator.connection` when it is needed, or from an alarm.' },
};

function memberOf(node: Node, name: string): Node | undefined {
  const member = parentOf(wrapped(node));
  return isMember(member) && member.object === wrapped(node) && memberName(member) === name ? member : undefined;
}

/** Where an object's event is listened to: on what an expression yields, or on the variable that keeps it. What a function closes again waits for an answer. */
function* hearers(script: Script, source: Node, event: string): Generator<Node> {
  const declarator = parentOf(wrapped(source));
  const binding = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? script.binding(declarator.id) : undefined;
  if (binding?.scope.parent !== undefined && binding.references.some(({ node }) => memberOf(node, 'close') !== undefined)) return;
  for (const object of binding === undefined ? [source] : binding.references.map(({ node }) => node)) {
    const assigned = memberOf(object, `on${event}`);
    if (assigned !== undefined && isAssigned(assigned)) yield assigned;
    const added = memberOf(object, 'addEventListener') ?? memberOf(object, 'addListener');
    const call = added && callOf(added);
    if (call !== undefined && isMember(added) && (memberName(added) === 'addListener' || stringValue(call.arguments[0]) === event)) yield call;
  }
}
