import { isAssigned } from './api.ts';
import { callOf, isCall, isMember, keyName, memberName, parentOf, stringValue, unwrap, wrapped, type AnyMember, type Node } from './ast.ts';
import type { Script } from './script.ts';
import { MISSING_IN_WORKER } from './worker-globals.ts';

/** What a use of the page's globals is for; each kind has its own way out of a service worker. */
export type DomKind =
  | 'document' | 'element' | 'link' | 'parser' | 'clipboard' | 'audio' | 'image' | 'iframe' | 'script-loader' | 'ready'
  | 'blob-url' | 'window-open' | 'reload' | 'navigation' | 'location' | 'match-media' | 'geolocation' | 'media-capture' | 'speech' | 'webrtc'
  | 'web-worker' | 'notification' | 'screen' | 'beacon' | 'battery' | 'navigator' | 'window-message' | 'window-event' | 'window' | 'missing-global';

/** Names that other transforms report: storage, dialogs, requests, timers, suspension. */
const ELSEWHERE = new Set([
  'localStorage', 'sessionStorage', 'webkitRequestFileSystem', 'TEMPORARY', 'PERSISTENT', 'openDatabase',
  'XMLHttpRequest', 'alert', 'confirm', 'prompt', 'eval', 'onunload', 'onbeforeunload', 'onpagehide', 'onstorage', 'onsuspend',
  'requestAnimationFrame', 'requestIdleCallback',
]);

/** Global names that workers have, with members that they lack. */
export const PARTLY_MISSING: readonly string[] = ['URL', 'navigator', 'location', 'Notification', '$', 'jQuery', 'require', 'requirejs', 'window'];

const KIND_OF_NAME: readonly (readonly [pattern: RegExp, kind: DomKind])[] = [
  [/^(Audio|.*AudioContext|HTML(Audio|Video|Media)Element|AudioWorklet.*)$/, 'audio'],
  [/^(Image|HTML(Image|Canvas)Element|CanvasRenderingContext2D)$/, 'image'],
  [/^(DOMParser|DOMImplementation)$/, 'parser'],
  [/^(HTML|SVG|CSS|XPath)|^(Element|Node|NodeList|NodeFilter|Text|Comment|Attr|Document|DocumentFragment|Range|Selection|getSelection|getComputedStyle|customElements|.*Observer|XMLSerializer|XSLTProcessor|XMLDocument|ShadowRoot|Option|StyleSheet.*|TreeWalker)$/, 'document'],
  [/^matchMedia$/, 'match-media'],
  [/[sS]peech/, 'speech'],
  [/RTC/, 'webrtc'],
  [/^(Worker|SharedWorker)$/, 'web-worker'],
  [/^(Media(Recorder|Stream.*|Devices)|ImageCapture)$/, 'media-capture'],
  [/^open$/, 'window-open'],
  [/^(screen|devicePixelRatio|(inner|outer)(Width|Height)|screen(X|Y|Left|Top))$/, 'screen'],
  [/^postMessage$/, 'window-message'],
  [/^onmessage$/, 'window-message'],
  [/^on(load|pageshow)$/, 'ready'],
  [/^on[a-z]+$/, 'window-event'],
  [/^webkitURL$/, 'blob-url'],
  [/^Clipboard/, 'clipboard'],
];

/** The kind of a use of a global name; undefined where a worker can do the same, or another transform speaks of it. */
export function kindOf(script: Script, name: string, node: Node): DomKind | undefined {
  if (ELSEWHERE.has(name)) return undefined;
  const member = memberOn(node);
  const next = member && memberName(member);
  switch (name) {
    case 'document':
      return documentKind(script, next, member);
    case 'URL':
      return next === 'createObjectURL' ? 'blob-url' : undefined;
    case 'Notification':
      return callOf(node)?.type === 'NewExpression' || next === 'requestPermission' ? 'notification' : undefined;
    case 'navigator':
      return navigatorKind(next) ?? taken(node).map(navigatorKind).find((kind) => kind !== undefined);
    case 'location':
      return locationKind(node);
    case '$':
    case 'jQuery':
      return next === 'getScript' ? 'script-loader' : undefined;
    case 'require':
    case 'requirejs':
      return next === 'config' ? 'script-loader' : undefined;
    case 'window':
      return windowKind(member, next);
    default:
      return MISSING_IN_WORKER.has(name) ? (KIND_OF_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'missing-global') : undefined;
  }
}

/** The expression around a global name that says what is done with it: `document.createElement('a')`. */
export function useAround(node: Node, members = 2): Node {
  let outer: Node = node;
  for (let step = 0; step < members; step++) {
    const member = memberOn(outer);
    if (member === undefined) break;
    outer = member;
  }
  return callOf(outer) ?? outer;
}

function memberOn(node: Node): AnyMember | undefined {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  return isMember(parent) && parent.object === outer ? parent : undefined;
}

// ---- document

const ELEMENT_KINDS: Readonly<Record<string, DomKind>> = {
  canvas: 'image', img: 'image', audio: 'audio', video: 'audio', iframe: 'iframe', frame: 'iframe', object: 'iframe', embed: 'iframe', script: 'script-loader',
};
const URL_PARTS = new Set(['hostname', 'host', 'pathname', 'protocol', 'search', 'hash', 'port', 'origin']);
const READY_EVENTS = new Set(['load', 'DOMContentLoaded', 'readystatechange', 'pageshow']);

function documentKind(script: Script, name: string | undefined, member: AnyMember | undefined): DomKind | undefined {
  const call = member && callOf(member);
  const argument = stringValue(call?.arguments[0]);
  switch (name) {
    case 'cookie':
      return undefined;
    case 'location': {
      const kind = locationKind(member!);
      return kind === 'reload' || kind === 'navigation' ? kind : 'document';
    }
    case 'execCommand':
      return /^(copy|cut|paste)$/i.test(argument ?? 'copy') ? 'clipboard' : 'document';
    case 'implementation':
      return 'parser';
    case 'readyState':
      return 'ready';
    case 'addEventListener':
    case 'removeEventListener':
      return READY_EVENTS.has(argument ?? '') ? 'ready' : 'window-event';
    case 'write':
    case 'writeln':
      return /<script/i.test(call ? script.textOf(call) : '') ? 'script-loader' : 'document';
    case 'createElement': {
      const known = ELEMENT_KINDS[argument?.toLowerCase() ?? ''];
      if (known !== undefined) return known;
      if (argument?.toLowerCase() === 'a' && membersUsed(script, call!).some((used) => URL_PARTS.has(used))) return 'link';
      return call ? (kindOfMembers(membersUsed(script, call)) ?? 'element') : 'element';
    }
    case 'getElementById':
    case 'querySelector':
      return (call && kindOfMembers(membersUsed(script, call))) ?? 'document';
    default:
      return 'document';
  }
}

function kindOfMembers(members: readonly string[]): DomKind | undefined {
  if (members.some((name) => /^(getContext|toDataURL|toBlob)$/.test(name))) return 'image';
  if (members.some((name) => /^(play|pause)$/.test(name))) return 'audio';
  if (members.includes('contentWindow') || members.includes('contentDocument')) return 'iframe';
  return undefined;
}

/** The members that are used of what a call yields, there or through the variable that keeps it. */
function membersUsed(script: Script, call: Node): string[] {
  const direct = memberOn(call);
  if (direct !== undefined) return [memberName(direct) ?? ''];
  const outer = wrapped(call);
  const parent = parentOf(outer);
  const id = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' && parent.right === outer ? unwrap(parent.left) : undefined;
  const binding = id?.type === 'Identifier' ? script.binding(id) : undefined;
  return binding?.references.flatMap(({ node }) => {
    const member = memberOn(node);
    return (member && memberName(member)) ?? taken(node);
  }) ?? [];
}

// ---- navigator, location, window

const NAVIGATOR_KINDS: Readonly<Record<string, DomKind>> = {
  clipboard: 'clipboard', geolocation: 'geolocation', mediaDevices: 'media-capture', getUserMedia: 'media-capture', webkitGetUserMedia: 'media-capture', mozGetUserMedia: 'media-capture',
  sendBeacon: 'beacon', getBattery: 'battery',
};
const NAVIGATOR_MISSING = new Set([
  'serial', 'bluetooth', 'plugins', 'mimeTypes', 'vibrate', 'share', 'canShare', 'wakeLock', 'credentials', 'xr', 'keyboard', 'doNotTrack', 'cookieEnabled', 'maxTouchPoints', 'serviceWorker', 'vendor', 'vendorSub', 'productSub',
]);

function navigatorKind(name: string | undefined): DomKind | undefined {
  return NAVIGATOR_KINDS[name ?? ''] ?? (NAVIGATOR_MISSING.has(name ?? '') ? 'navigator' : undefined);
}

/** The members that a destructuring declaration takes of an object: `const { geolocation } = navigator`. */
function taken(node: Node): string[] {
  const declarator = parentOf(wrapped(node));
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== wrapped(node) || declarator.id.type !== 'ObjectPattern') return [];
  return declarator.id.properties.flatMap((member) => (member.type === 'ObjectProperty' ? keyName(member) ?? [] : []));
}

function locationKind(node: Node): DomKind | undefined {
  const member = memberOn(node);
  const name = member && memberName(member);
  if (name === 'reload') return 'reload';
  if (name === 'assign' || name === 'replace' || isAssigned(member ?? node)) return 'navigation';
  if (name !== undefined && !/^(href|pathname|search|hash|toString)$/.test(name)) return undefined;
  // Asking which page this is gives the right answer in a worker, too.
  if (member !== undefined && isCompared(member)) return undefined;
  return isMember(node) && !isOnSelf(node) ? 'window' : 'location';
}

function isOnSelf(member: AnyMember): boolean {
  const object = unwrap(member.object);
  return object.type === 'Identifier' && (object.name === 'self' || object.name === 'globalThis');
}

function isCompared(node: Node): boolean {
  const method = memberOn(node);
  if (method !== undefined) return /^(startsWith|endsWith|includes|indexOf|match)$/.test(memberName(method) ?? '');
  const parent = parentOf(wrapped(node));
  return parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator);
}

/** Events of the page that other transforms speak of. */
const EVENTS_ELSEWHERE = new Set(['unload', 'beforeunload', 'pagehide', 'storage']);

function windowKind(member: AnyMember | undefined, name: string | undefined): DomKind | undefined {
  if (member === undefined || name === undefined) return 'window';
  if (name === 'addEventListener' || name === 'removeEventListener') {
    const event = stringValue(callOf(member)?.arguments[0]) ?? '';
    if (EVENTS_ELSEWHERE.has(event)) return undefined;
    return event === 'message' ? 'window-message' : READY_EVENTS.has(event) ? 'ready' : 'window-event';
  }
  // Reported under their own names.
  if (ELSEWHERE.has(name) || MISSING_IN_WORKER.has(name) && name !== 'window') return undefined;
  if (name === 'location' || name === 'navigator' || name === 'URL' || name === 'Notification') return kindOfPartly(member, name) === undefined ? 'window' : undefined;
  return 'window';
}

function kindOfPartly(member: AnyMember, name: string): DomKind | undefined {
  const next = memberOn(member);
  const key = next && memberName(next);
  if (name === 'location') return locationKind(member);
  if (name === 'navigator') return navigatorKind(key);
  if (name === 'URL') return key === 'createObjectURL' ? 'blob-url' : undefined;
  return callOf(member)?.type === 'NewExpression' || key === 'requestPermission' ? 'notification' : undefined;
}

/** Whether a call loads code while the program runs: `import('./x.js')`. */
export function isDynamicImport(node: Node): boolean {
  return node.type === 'ImportExpression' || (isCall(node) && node.callee.type === 'Import');
}
