import { isFunction, isMember, memberName, unwrap, type Node } from './ast.ts';
import type { Script } from './script.ts';

/** What a value is, as far as storage cares. `json` survives as it is; `map`, `set`, `date`, `regexp` when converted; the rest does not. */
export type Shape =
  | 'json' | 'map' | 'set' | 'date' | 'regexp' | 'timer' | 'port' | 'socket' | 'request' | 'registration' | 'window' | 'audio' | 'notification' | 'dom' | 'promise' | 'function' | 'instance' | 'controller' | 'weak' | 'generator' | 'filter'
  | 'binary' | 'bigint' | 'nothing' | 'unknown';

const CONSTRUCTED: Readonly<Record<string, Shape>> = {
  Map: 'map', Set: 'set', Date: 'date', RegExp: 'regexp', Array: 'json', Object: 'json', String: 'json', Number: 'json', Boolean: 'json',
  WebSocket: 'socket', EventSource: 'socket', RTCPeerConnection: 'socket', XMLHttpRequest: 'request', BroadcastChannel: 'socket', MessageChannel: 'socket',
  Audio: 'audio', Image: 'dom', AudioContext: 'audio', webkitAudioContext: 'audio', Notification: 'notification', DOMParser: 'dom', OffscreenCanvas: 'dom', MutationObserver: 'dom', Worker: 'socket',
  WeakMap: 'weak', WeakSet: 'weak', WeakRef: 'weak', Promise: 'promise', AbortController: 'controller', Function: 'function', Proxy: 'instance',
  ArrayBuffer: 'binary', DataView: 'binary', Blob: 'binary', File: 'binary', Uint8Array: 'binary', Int8Array: 'binary', Uint16Array: 'binary', Int16Array: 'binary',
  Uint32Array: 'binary', Int32Array: 'binary', Float32Array: 'binary', Float64Array: 'binary', Uint8ClampedArray: 'binary', Error: 'instance', URL: 'instance', URLSearchParams: 'instance',
};
const TIMER_CALLS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback']);
const DOM_CALLS = /^(createElement(NS)?|getElementById|querySelector(All)?|getElementsBy\w+|getContext|cloneNode|appendChild|createTextNode|createDocumentFragment)$/;
const JSON_CALLS = new Set(['parse', 'stringify', 'toString', 'join', 'split', 'slice', 'concat', 'filter', 'map', 'keys', 'values', 'entries', 'trim', 'toLowerCase', 'toUpperCase', 'replace', 'substring', 'substr', 'indexOf', 'now', 'random', 'floor', 'round', 'ceil', 'getTime', 'getMessage', 'getURL', 'charAt', 'includes', 'randomUUID', 'min', 'max', 'fromEntries', 'match', 'sort', 'reverse', 'flat']);

/**
 * The shape of an expression's value.
 * @param follow says what a part is whose text does not show it
 */
export function shapeOf(script: Script, node: Node | null | undefined, follow: (node: Node) => Shape = () => 'unknown'): Shape {
  if (!node) return 'nothing';
  const shapeIn = (part: Node | null | undefined): Shape => shapeOf(script, part, follow);
  const inner = unwrap(node);
  if (isFunction(inner)) return 'function';
  switch (inner.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UpdateExpression':
      return 'json';
    case 'NullLiteral':
      return 'nothing';
    case 'BigIntLiteral':
      return 'bigint';
    case 'RegExpLiteral':
      return 'regexp';
    case 'ClassExpression':
      return 'function';
    case 'UnaryExpression':
      return inner.operator === 'void' ? 'nothing' : 'json';
    case 'Identifier':
      return inner.name === 'undefined' ? 'nothing' : inner.name === 'NaN' || inner.name === 'Infinity' ? 'json' : follow(inner);
    case 'ArrayExpression':
      return inner.elements.map((element) => shapeIn(element?.type === 'SpreadElement' ? undefined : element)).reduce(nest, 'json');
    case 'ObjectExpression':
      return inner.properties.map((member) => (member.type === 'ObjectProperty' ? shapeIn(member.value) : member.type === 'ObjectMethod' ? 'function' : 'json')).reduce(nest, 'json');
    case 'MemberExpression':
      return /^(storage\.)?\w+$/.test(script.api(inner)?.names.join('.') ?? '') ? 'instance' : follow(inner);
    case 'ConditionalExpression':
      return join(shapeIn(inner.consequent), shapeIn(inner.alternate));
    case 'LogicalExpression':
      return join(shapeIn(inner.left), shapeIn(inner.right));
    case 'AssignmentExpression':
      return shapeIn(inner.right);
    case 'AwaitExpression': {
      const awaited = shapeIn(inner.argument);
      return awaited === 'promise' || awaited === 'unknown' ? follow(inner) : awaited;
    }
    case 'SequenceExpression':
      return shapeIn(inner.expressions.at(-1));
    case 'NewExpression': {
      const callee = unwrap(inner.callee);
      const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) : undefined;
      const free = callee.type !== 'Identifier' || script.binding(callee) === undefined;
      return (name !== undefined && free ? CONSTRUCTED[name] : undefined) ?? 'instance';
    }
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const callee = unwrap(inner.callee as Node);
      const api = script.api(callee)?.names.join('.');
      if (api !== undefined) {
        if (/(^|\.)connect(Native)?$/.test(api)) return 'port';
        if (/^extension\.(getViews|getBackgroundPage)$/.test(api)) return 'window';
        if (api === 'webRequest.filterResponseData') return 'filter';
        return api === 'runtime.getURL' || api === 'i18n.getMessage' || api === 'extension.getURL' ? 'json' : 'promise';
      }
      if (makesGenerator(script, callee)) return 'generator';
      const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) : undefined;
      if (name === undefined) return 'unknown';
      if (TIMER_CALLS.has(name)) return 'timer';
      if (name === 'fetch' || name === 'then' || name === 'catch' || name === 'finally') return 'promise';
      if (isMember(callee)) {
        if (DOM_CALLS.test(name)) return 'dom';
        const object = unwrap(callee.object);
        if (object.type === 'Identifier' && object.name === 'window' && name === 'open' && script.binding(object) === undefined) return 'window';
        if (object.type === 'Identifier' && object.name === 'Object' && name === 'create') return 'json';
        if (object.type === 'Identifier' && object.name === 'Promise' && script.binding(object) === undefined && /^(resolve|reject|all|allSettled|any|race)$/.test(name)) return 'promise';
        if (JSON_CALLS.has(name)) return 'json';
      }
      if (callee.type === 'Identifier' && (name === 'String' || name === 'Number' || name === 'Boolean' || name === 'parseInt' || name === 'parseFloat')) return 'json';
      return follow(inner);
    }
    default:
      return 'unknown';
  }
}

function makesGenerator(script: Script, callee: Node): boolean {
  const [declaration, another] = (callee.type === 'Identifier' && script.binding(callee)?.declarations) || [];
  const fn = isFunction(callee) ? callee : another === undefined && declaration?.init ? unwrap(declaration.init) : declaration?.node;
  return isFunction(fn) && fn.type !== 'ArrowFunctionExpression' && fn.generator === true;
}

/** The shape of a variable that is given both values. */
export function join(a: Shape, b: Shape): Shape {
  if (a === b || b === 'nothing') return a;
  if (a === 'nothing') return b;
  if (a === 'unknown') return isHandle(b) ? b : 'unknown';
  if (b === 'unknown') return isHandle(a) ? a : 'unknown';
  return isHandle(a) ? a : isHandle(b) ? b : a === 'json' ? b : a;
}

/** The shape of a literal with such an element. */
function nest(outer: Shape, element: Shape): Shape {
  return element === 'nothing' ? outer : join(outer, element);
}

/** Whether storage cannot keep a value of this shape in any form. */
export function isHandle(shape: Shape): boolean {
  switch (shape) {
    case 'timer':
    case 'port':
    case 'socket':
    case 'request':
    case 'registration':
    case 'window':
    case 'audio':
    case 'notification':
    case 'dom':
    case 'promise':
    case 'function':
    case 'instance':
    case 'controller':
    case 'weak':
    case 'generator':
    case 'filter':
      return true;
    default:
      return false;
  }
}
