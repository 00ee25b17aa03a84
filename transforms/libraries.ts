import type * as t from '@babel/types';
import { callOf, isMember, memberName, parentOf, stringValue, wrapped } from './lib/ast.ts';
import { evaluate } from './lib/constants.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isAnalysed } from './lib/input.ts';
import { IDLE_LIMIT, minimumVersion } from './lib/platform.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import type { Place } from './lib/types.ts';

type Kind = 'needs-document' | 'needs-window' | 'keeps-store' | 'keeps-connection' | 'keeps-time' | 'polyfill';

/** Libraries by the names of their files and packages; `members` where only those functions matter, called with half a minute or more, or with what is not known. */
const LIBRARIES: readonly { readonly name: string; readonly file?: RegExp; readonly specifier?: RegExp; readonly members?: RegExp; readonly kind: Kind }[] = [
  { name: 'jQuery', file: /^jquery([-.](\d[\w.]*|slim|min|pack|dev|compat|git))*\.js$/i, specifier: /^jquery(\/|$)/, kind: 'needs-document' },
  { name: 'Zepto', file: /^zepto([-.](\d[\w.]*|min))*\.js$/i, specifier: /^zepto(-modules)?(\/|$)/, kind: 'needs-document' },
  { name: 'MooTools', file: /^mootools[\w.-]*\.js$/i, kind: 'needs-document' },
  { name: 'Prototype', file: /^prototype([-.](\d[\w.]*|min))*\.js$/i, kind: 'needs-document' },
  { name: 'Bootstrap', file: /^bootstrap([-.](\d[\w.]*|min|bundle))*\.js$/i, specifier: /^bootstrap$/, kind: 'needs-document' },
  { name: 'html2canvas', file: /^html2canvas[\w.-]*\.js$/i, specifier: /^html2canvas$/, kind: 'needs-window' },
  { name: 'jsPDF', file: /^jspdf[\w.-]*\.js$/i, specifier: /^jspdf$/, kind: 'needs-window' },
  { name: 'DOMPurify', file: /^(dom)?purify([-.](\d[\w.]*|min))*\.js$/i, specifier: /^dompurify$/, kind: 'needs-window' },
  { name: 'webext-redux', specifier: /^(webext-redux|react-chrome-redux)$/, kind: 'keeps-store' },
  { name: 'webext-bridge', specifier: /^(webext-bridge|crx-bridge)(\/|$)/, kind: 'keeps-store' },
  { name: 'vuex-webextensions', specifier: /^vuex-webextensions$/, kind: 'keeps-store' },
  { name: 'comlink', specifier: /^(comlink|comlink-extension)$/, kind: 'keeps-store' },
  { name: 'penpal', specifier: /^penpal$/, kind: 'keeps-store' },
  { name: 'Socket.IO', file: /^socket\.io([-.](\w+))*\.js$/i, specifier: /^socket\.io-client(\/|$)/, kind: 'keeps-connection' },
  { name: 'SockJS', file: /^sockjs([-.](\d[\w.]*|min|client))*\.js$/i, specifier: /^sockjs-client(\/|$)/, kind: 'keeps-connection' },
  { name: 'SignalR', file: /^(jquery\.)?signalr[\w.-]*\.js$/i, specifier: /^@(microsoft|aspnet)\/signalr$/, kind: 'keeps-connection' },
  { name: 'MQTT.js', file: /^mqtt([-.](\w+))*\.js$/i, specifier: /^mqtt(\/|$)/, kind: 'keeps-connection' },
  { name: 'Pusher', file: /^pusher([-.](\d[\w.]*|min))*\.js$/i, specifier: /^pusher-js(\/|$)/, kind: 'keeps-connection' },
  { name: 'STOMP', file: /^stomp(\.umd|[-.](\d[\w.]*|min))*\.js$/i, specifier: /^(@stomp\/stompjs|stompjs|webstomp-client)$/, kind: 'keeps-connection' },
  { name: 'reconnecting-websocket', file: /^reconnecting-websocket[\w.-]*\.js$/i, specifier: /^(reconnecting-websocket|reconnectingwebsocket)$/, kind: 'keeps-connection' },
  { name: 'node-cron', specifier: /^node-cron$/, kind: 'keeps-time' },
  { name: 'cron', specifier: /^cron$/, kind: 'keeps-time' },
  { name: 'Croner', file: /^croner([-.](\w+))*\.js$/i, specifier: /^croner$/, kind: 'keeps-time' },
  { name: 'Later', specifier: /^(later|@breejs\/later)$/, kind: 'keeps-time' },
  { name: 'node-schedule', specifier: /^node-schedule$/, kind: 'keeps-time' },
  { name: 'toad-scheduler', specifier: /^toad-scheduler$/, kind: 'keeps-time' },
  { name: 'RxJS', specifier: /^rxjs(\/|$)/, members: /^(interval|timer)$/, kind: 'keeps-time' },
  { name: 'Lodash', specifier: /^(lodash(-es)?|underscore)([./](debounce|throttle))?$/, members: /^(debounce|throttle)$/, kind: 'keeps-time' },
  { name: 'delay', specifier: /^delay$/, members: /^(rangeDelay|createDelay)$/, kind: 'keeps-time' },
  { name: '`timers/promises`', specifier: /^(node:)?timers\/promises$/, members: /^(setTimeout|setInterval)$/, kind: 'keeps-time' },
  { name: 'worker-timers', specifier: /^worker-timers$/, kind: 'keeps-time' },
  { name: 'webextension-polyfill', file: /^browser-polyfill([-.]min)?\.js$/i, specifier: /^webextension-polyfill(-ts)?(\/|$)/, kind: 'polyfill' },
];

export default define({
  id: 'libraries',
  summary: 'Libraries in the background that need a page, or a background that is never unloaded',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers',
  messages: {
    'needs-document': {
      outcome: 'manual', severity: 'error',
      text: '{library} needs a document: in a service worker it throws{used}',
      advice: 'Take it out of the background. `$.ajax` is `fetch`, `$.extend` is `Object.assign`, `$.each` is a loop; move what touches elements into a page or an offscreen document.',
    },
    'needs-window': {
      outcome: 'manual', severity: 'error',
      text: '{library} does its work with a document, which a service worker does not have',
      advice: 'Use it in an offscreen document or in a page of the extension, and send it the work as a message.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/offscreen',
    },
    'keeps-store': {
      outcome: 'manual', severity: 'warning',
      text: '{library} keeps its state or its connections in the background, which are lost when that is unloaded',
      advice: 'Use a version that is made for Manifest V3, and restore its state from storage before it answers the first message.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging',
    },
    'keeps-connection': {
      outcome: 'manual', severity: 'error',
      text: '{library} keeps a connection open: it ends when the background is unloaded{transport}',
      advice: 'Connect when something is to be sent, and fetch what was missed from an alarm. In Chrome 116 and later, messages over a WebSocket keep the worker alive.',
      url: 'https://developer.chrome.com/docs/extensions/how-to/web-platform/websockets',
    },
    'keeps-time': {
      outcome: 'manual', severity: 'warning',
      text: '{library} keeps time with timers: what is due in half a minute or later does not come once the background is unloaded',
      advice: 'Create an alarm for each job (`alarms.create` with `when` or `periodInMinutes`), and run the job in an `alarms.onAlarm` listener at top level.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'polyfill': {
      outcome: 'manual', severity: 'info',
      text: '{library} does nothing in Chrome 148 and later, which have `browser` themselves',
      advice: 'Keep it for as long as older versions matter; a promise returned by an `onMessage` listener is an answer either way. Load it before everything else.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background') return;
    const reported = new Set<string>();
    for (const script of realm.scripts) {
      for (const { library: { name, kind }, at } of librariesIn(script)) {
        if (reported.has(name) || !matters(kind, extension)) continue;
        reported.add(name);
        const members = name === 'jQuery' || name === 'Zepto' ? usedMembers(realm) : [];
        yield {
          message: kind, at,
          data: { library: name, used: members.length > 0 ? ` (the background uses ${members.join(', ')})` : '', transport: extension.hasWorker && (name === 'Socket.IO' || name === 'SockJS') ? '; where it falls back to `XMLHttpRequest` it fails' : '' },
        };
      }
    }
  },
});

function matters(kind: Kind, { hasWorker, manifest }: Extension): boolean {
  if (kind === 'polyfill') return hasWorker && minimumVersion(manifest, 'chrome') < 148;
  return hasWorker || kind.startsWith('keeps-');
}

function* librariesIn(script: Script): Generator<{ readonly library: (typeof LIBRARIES)[number]; readonly at: Place }> {
  const file = script.path.slice(script.path.lastIndexOf('/') + 1);
  const own = script.inline ? undefined : LIBRARIES.find((library) => library.file?.test(file));
  if (own !== undefined) yield { library: own, at: { ...script.place, end: script.place.start } };
  if (!script.file.editable || !/\bimport\b|\brequire\b/.test(script.text)) return;
  for (const statement of script.program?.body ?? []) {
    const source = statement.type === 'ImportDeclaration' && statement.importKind !== 'type' ? statement.source : undefined;
    const library = source && LIBRARIES.find(({ specifier }) => specifier?.test(source.value));
    if (library?.members) yield* longCalls(script, statement as t.ImportDeclaration, library);
    else if (library) yield { library, at: script.at(statement) };
  }
  for (const { node } of script.freeNames.get('require') ?? []) {
    const call = parentOf(node);
    const source = call?.type === 'CallExpression' && call.callee === node ? stringValue(call.arguments[0]) : undefined;
    const library = source === undefined ? undefined : LIBRARIES.find(({ specifier }) => specifier?.test(source));
    if (library && call && !library.members) yield { library, at: script.at(call) };
  }
}

/** The calls of an imported library's functions that wait for too long: `debounce(save, 60_000)`, `_.debounce(...)`, `interval(60_000)`. */
function* longCalls(script: Script, statement: t.ImportDeclaration, library: (typeof LIBRARIES)[number]): ReturnType<typeof librariesIn> {
  for (const { local, ...specifier } of statement.specifiers) {
    const isFunction = specifier.type === 'ImportSpecifier' ? library.members!.test(keyOf(specifier.imported)) : /\b(debounce|throttle|delay)$/.test(statement.source.value);
    for (const { node } of script.binding(local)?.references ?? []) {
      const member = parentOf(wrapped(node));
      const call = isFunction ? callOf(node) : isMember(member) && library.members!.test(memberName(member) ?? '') ? callOf(member) : undefined;
      const times = call?.arguments.map((argument) => evaluate(script, argument)?.value).filter((value) => typeof value === 'number') ?? [];
      if (call !== undefined && (times.length === 0 ? library.name === 'RxJS' : Math.max(...times) >= IDLE_LIMIT)) yield { library, at: script.at(call) };
    }
  }
}

function keyOf(name: t.Identifier | t.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

/** What the background's own scripts use of jQuery: `$.ajax`, `$(...)`. */
function usedMembers(realm: Realm): string[] {
  const found = new Set<string>();
  for (const script of realm.scripts) {
    if (!script.file.editable || !isAnalysed(script)) continue;
    for (const name of ['$', 'jQuery']) {
      for (const node of script.globals(name)) {
        const parent = parentOf(wrapped(node));
        const member = isMember(parent) ? memberName(parent) : undefined;
        if (member !== undefined) found.add(`\`$.${member}\``);
        else if (parent?.type === 'CallExpression' && parent.callee === node) found.add('`$(...)`');
      }
    }
  }
  return [...found].slice(0, 6);
}
