import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, memberName, parentOf, siblings, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { useOf } from '../callbacks.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** Extension APIs that tell nothing of what the background does. */
const CONSTANT_APIS = /^(i18n\.(getMessage|getUILanguage)|(runtime|extension)\.(getURL|getManifest|getBackgroundPage|id)|runtime|extension|)$/;
/** Names of globals and members by which a page leaves, stores, asks a server, or sets off events of its own. */
const SENSITIVE = /^(close|location|localStorage|sessionStorage|indexedDB|caches|cookie|fetch|XMLHttpRequest|XDomainRequest|open|history|submit|requestSubmit|reload|assign|click|trigger|triggerHandler|dispatchEvent|ajax|get|post|getJSON|load|getScript|sendBeacon|WebSocket|EventSource|BroadcastChannel|postMessage|Worker|SharedWorker|opener|parent|top|execCommand|eval|Function|alert|confirm|prompt)$/;
/** Members that take a page away. */
const LEAVING = /^(close|location|reload|submit|requestSubmit|history)$/;
/** Events in which a page goes, or may go. */
const GOING = /^(unload|beforeunload|pagehide|blur|visibilitychange|freeze)$/;

/** The names of the events that a function expression listens to, as far as they are written there. */
function eventsOf(fn: FunctionNode): string[] {
  const outer = wrapped(fn);
  const parent = parentOf(outer);
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left)) return [(memberName(parent.left) ?? '').replace(/^on/, '')];
  return isCall(parent) ? parent.arguments.flatMap((argument) => stringValue(argument)?.split(/[\s.]+/) ?? []).concat(isMember(parent.callee) ? (memberName(parent.callee) ?? '') : '') : [];
}

/** What may run after a place in the same turn: statements and expressions, those of the callers too; undefined where a caller is out of sight. */
export function restOfTurn(place: Node, turns: Turns): readonly Node[] {
  const rest: Node[] = [];
  const seen = new Set<Node>();
  const follow = (from: Node): void => {
    let inner: Node = from;
    for (const up of ancestors(from)) {
      if (isFunction(up)) {
        if (seen.has(up)) return;
        seen.add(up);
        const own = immediateCall(up);
        if (own !== undefined) return follow(own.node);
        const call = parentOf(wrapped(up));
        if (isCall(call) && call.callee !== wrapped(up) && useOf(turns.scriptOf(up), up) === 'now') {
          rest.push(up.body);
          return follow(call);
        }
        for (const caller of turns.callersOf(up)) follow(caller);
        return;
      }
      const list = siblings(inner);
      if (list !== undefined) rest.push(...list.slice(list.indexOf(inner as never) + 1));
      if (/^(For|ForIn|ForOf|While|DoWhile|Switch)Statement$/.test(up.type)) rest.push(up);
      if (up.type === 'TryStatement' && up.finalizer && up.finalizer !== inner) rest.push(up.finalizer);
      if (up.type === 'SequenceExpression') rest.push(...up.expressions.slice(up.expressions.indexOf(inner as never) + 1));
      if (isCall(up) && up.callee !== inner) rest.push(up);
      inner = up;
    }
  };
  follow(place);
  return rest;
}

/** What some code may do. */
interface Deeds {
  readonly api: (path: string) => boolean;
  /** Names of globals, and of members. */
  readonly names: RegExp;
}

/** The first of some deeds that some code may do, and the functions of the page that it calls; what calls a function that is not found may do any. */
function firstIn(roots: readonly Node[], turns: Turns, { api: isApi, names }: Deeds): string | undefined {
  const seen = new Set<Node>();
  let found: string | undefined;
  const visit = (root: Node): void => {
    if (found !== undefined || seen.has(root) || !turns.has(root)) return;
    seen.add(root);
    const script = turns.scriptOf(root);
    // Libraries know nothing of the extension.
    if (!script.file.editable) return;
    walk(root, (node) => {
      if (found !== undefined) return false;
      const api = isMember(node) ? script.api(node) : undefined;
      if (api !== undefined) {
        const path = api.names.join('.');
        if (isApi(path)) found = path;
      } else if (isMember(node)) {
        const name = memberName(node) ?? '';
        if (names.test(name) && (!/^(location|history|parent|top)$/.test(name) || mayBeOfWindow(script, node.object))) found = name;
      } else if (node.type === 'Identifier' && !isKey(node) && names.test(node.name) && script.binding(node) === undefined) found = node.name;
      if (isCall(node) || node.type === 'NewExpression') {
        const targets = turns.targetsOf(node);
        for (const target of targets) visit(target);
        if (api === undefined && targets.length === 0 && isOwnCallee(script, unwrap(node.callee as Node))) found ??= script.textOf(node.callee);
      }
      return true;
    });
  };
  for (const root of roots) visit(root);
  return found;
}

/** Whether what is called is of the page's own making: a parameter, a variable, an element of a list. */
function isOwnCallee(script: Script, callee: Node): boolean {
  if (callee.type === 'Identifier') return !/^(function|import)$/.test(script.binding(callee)?.kind ?? 'function');
  let inner: Node = callee;
  while (isMember(inner)) {
    if (memberName(inner) === undefined) return true;
    inner = unwrap(inner.object);
  }
  return false;
}

/** Whether what a member like `location` is taken of may be the window, or another part of the page. */
function mayBeOfWindow(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  return isMember(inner) || (inner.type === 'Identifier' && /^(window|self|globalThis|document|top|parent|opener|frames)$/.test(inner.name) && script.binding(inner) === undefined);
}

function isKey(id: Node): boolean {
  const parent = parentOf(id);
  return (isMember(parent) && parent.property === id && !parent.computed) || (parent?.type === 'ObjectProperty' && parent.key === id && !parent.computed && !parent.shorthand);
}

/** What some code does by which it could tell whether the background has done something before: an extension API, storage, a request, or that it closes the page. */
export function reliesOn(rest: readonly Node[], turns: Turns): string | undefined {
  return firstIn(rest, turns, { api: (path) => !CONSTANT_APIS.test(path), names: SENSITIVE });
}

/** Why a message from a place may not arrive: the page may be on its way out. */
export function whyLeaving(place: Node, turns: Turns): string | undefined {
  const seen = new Set<Node>();
  const isGoing = (node: Node): string | undefined => {
    const fn = functionOf(node);
    if (fn === undefined || seen.has(fn)) return undefined;
    seen.add(fn);
    const event = eventsOf(fn).find((name) => GOING.test(name));
    if (event !== undefined) return `\`${event}\` comes as the page goes, and a worker that has to start first does not get its message`;
    for (const caller of turns.callersOf(fn)) {
      const why = isGoing(caller);
      if (why !== undefined) return why;
    }
    return undefined;
  };
  const going = isGoing(place);
  if (going !== undefined) return going;
  const earlier: Node[] = [];
  let inner = place;
  for (const up of ancestors(place)) {
    const list = siblings(inner);
    if (list !== undefined) earlier.push(...list.slice(0, list.indexOf(inner as never)).filter(({ type }) => type !== 'FunctionDeclaration'));
    if (isFunction(up)) break;
    inner = up;
  }
  const leaves = functionOf(place) === undefined ? undefined : firstIn(earlier, turns, { api: () => false, names: LEAVING });
  return leaves === undefined ? undefined : `\`${leaves}\` may take the page away before it, and a worker that has to start first does not get its message`;
}
