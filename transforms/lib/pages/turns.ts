import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, memberName, parentOf, siblings, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { useOf } from '../callbacks.ts';
import { GLOBAL_OBJECTS, isFreeName } from '../global-names.ts';
import { isTried, type Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { bindingOfFunction } from '../uses.ts';
import { isJqueryListener } from './jquery.ts';
import { mayLeavePage } from './leaving.ts';
import { isCapturing, otherListeners, type ListenedTo } from './same-event.ts';

/** Extension APIs that tell nothing of what the background does. */
const CONSTANT_APIS = /^(i18n\.(getMessage|getUILanguage)|(runtime|extension)\.(getURL|getManifest|getBackgroundPage|id)|runtime|extension|)$/;
/** Names of globals and members by which a page leaves, stores, asks a server, or sets off events of its own. */
const SENSITIVE = /^(close|location|localStorage|sessionStorage|indexedDB|caches|cookie|fetch|XMLHttpRequest|XDomainRequest|open|history|submit|requestSubmit|reload|assign|click|trigger|triggerHandler|dispatchEvent|ajax|get|post|getJSON|load|getScript|sendBeacon|WebSocket|EventSource|BroadcastChannel|postMessage|Worker|SharedWorker|opener|parent|top|execCommand|eval|Function|alert|confirm|prompt)$/;
/** Members that take a page away. */
const LEAVING = /^(close|location|reload|submit|requestSubmit|history)$/;
/** What becomes of a message of a page that goes. */
const UNHEARD = 'and a worker that has to start first does not get its message';
/** Events in which a page goes, or may go. */
const GOING = /^(unload|beforeunload|pagehide|blur|visibilitychange|freeze)$/;

/** What a function is registered for: on what, and the names of the events, as far as they are written there. */
interface Registration extends ListenedTo {
  readonly events: readonly string[];
}

/** Where a function, or its name, is registered for events. */
function registrationsOf(script: Script, fn: FunctionNode): Registration[] {
  const uses = bindingOfFunction(script, fn)?.references.map(({ node }) => node) ?? [];
  return [fn, ...uses].flatMap((place) => registrationAt(script, place) ?? []);
}

function registrationAt(script: Script, place: Node): Registration | undefined {
  const outer = wrapped(place);
  const parent = parentOf(outer);
  if (parent?.type === 'AssignmentExpression' && parent.right === outer && isMember(parent.left)) return registration(parent.left.object, [(memberName(parent.left) ?? '').replace(/^on/, '')]);
  if (!isCall(parent) || parent.callee === outer || script.api(unwrap(parent.callee as Node)) !== undefined) return undefined;
  const callee = isMember(parent.callee) ? parent.callee : undefined;
  // $(list).on('click', '.one', act)
  const isDelegated = callee !== undefined && memberName(callee) !== 'addEventListener' && parent.arguments.length > 2;
  const events = parent.arguments.flatMap((argument) => stringValue(argument)?.split(/[\s.]+/) ?? []).concat(callee ? (memberName(callee) ?? '') : '').filter((event) => !/^(addEventListener|on|one|bind)$/.test(event));
  return registration(isDelegated ? undefined : callee?.object, events, isCapturing(parent));
}

function registration(target: Node | undefined, events: readonly string[], capturing = false): Registration {
  return { target, events, types: events.join(' '), isCapturing: capturing };
}

/** Whether a function, or its name, is registered for what the user does. */
export function registersAt(script: Script, place: Node): boolean {
  const parent = parentOf(wrapped(place));
  if (parent?.type === 'AssignmentExpression') return parent.right === wrapped(place) && isMember(parent.left) && /^on[a-z]+$/.test(memberName(parent.left) ?? '');
  return isJqueryListener(script, place) || (isCall(parent) && isMember(parent.callee) && memberName(parent.callee) === 'addEventListener');
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
      // save().then(load)
      if (isMember(up) && up.object === inner && isCall(parentOf(wrapped(up)))) rest.push(parentOf(wrapped(up))!);
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
  /** Places that count as deeds by themselves. */
  readonly places?: ReadonlySet<Node>;
  /** Whether what listeners to the document's events do, which it only adds, is left out. */
  readonly isNow?: boolean;
}

/** The first of some deeds that some code may do, and the functions of the page that it calls; what calls a function that is not found may do any. */
function firstIn(roots: readonly Node[], turns: Turns, { api: isApi, names, places, isNow = false }: Deeds): string | undefined {
  const seen = new Set<Node>();
  let found: string | undefined;
  const visit = (root: Node): void => {
    if (found !== undefined || seen.has(root) || !turns.has(root)) return;
    seen.add(root);
    const script = turns.scriptOf(root);
    // Libraries know nothing of the extension.
    if (!script.file.editable) return;
    walk(root, (node) => {
      if (found !== undefined || (isNow && isFunction(node) && registersAt(script, node))) return false;
      if (places?.has(node)) found = script.textOf(node);
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
        // What is given may be called.
        for (const argument of node.arguments) {
          const own = argument.type === 'Identifier' && !(isNow && registersAt(script, argument)) ? script.binding(argument)?.declarations[0] : undefined;
          const fn = own === undefined ? undefined : isFunction(own.node) && own.node.type === 'FunctionDeclaration' ? own.node : own.init && unwrap(own.init);
          if (isFunction(fn)) visit(fn);
        }
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

/** What a member like `location` may be taken of where it is that of the page. */
const OF_WINDOW: ReadonlySet<string> = new Set([...GLOBAL_OBJECTS, 'document', 'top', 'parent', 'opener', 'frames']);

/** Whether what a member like `location` is taken of may be the window, or another part of the page. */
function mayBeOfWindow(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  return isMember(inner) || isFreeName(script, inner, OF_WINDOW);
}

function isKey(id: Node): boolean {
  const parent = parentOf(id);
  return (isMember(parent) && parent.property === id && !parent.computed) || (parent?.type === 'ObjectProperty' && parent.key === id && !parent.computed && !parent.shorthand);
}

/** What some code does by which it could tell whether the background has done something before: an extension API, storage, a request, that it closes the page, or one of some places. */
export function reliesOn(rest: readonly Node[], turns: Turns, places: ReadonlySet<Node> = new Set()): string | undefined {
  return firstIn(rest, turns, { api: (path) => !CONSTANT_APIS.test(path), names: SENSITIVE, places });
}

/** The first message that some code may send, or the first of some places that become messages. */
export function sends(rest: readonly Node[], turns: Turns, places: ReadonlySet<Node>): string | undefined {
  return firstIn(rest, turns, { api: (path) => /^(runtime|extension)\.send(Message|Request)$/.test(path), names: /(?!)/, places });
}

/** Why a message from a place may not arrive: the page may be on its way out. */
export function whyLeaving(place: Node, turns: Turns): string | undefined {
  for (const { script, fn, events, ...event } of registrationsAround(place, turns)) {
    const going = events.find((name) => GOING.test(name));
    if (going !== undefined) return `\`${going}\` comes as the page goes, ${UNHEARD}`;
    if (mayLeavePage(script, event.target, event.types, fn)) return `the browser may leave the page after it, ${UNHEARD}`;
    const others = otherListeners(script, event, fn).flatMap((listener) => [listener, ...turns.functionsOf(listener)]);
    const leaves = firstIn(others, turns, { api: () => false, names: LEAVING });
    if (leaves !== undefined) return `\`${leaves}\` in another listener of the same event may take the page away, ${UNHEARD}`;
  }
  const leaves = firstIn(earlierInTurn(place, turns), turns, { api: () => false, names: LEAVING, isNow: true });
  return leaves === undefined ? undefined : `\`${leaves}\` may take the page away before it, ${UNHEARD}`;
}

/** Whether other listeners of the event that a place runs for would run while it waits. */
export function hasOtherListeners(place: Node, turns: Turns): boolean {
  return registrationsAround(place, turns).some(({ script, fn, ...event }) => otherListeners(script, event, fn).length > 0);
}

/** Where the functions that a place stands in, or that call these, are made listeners. */
function registrationsAround(place: Node, turns: Turns, seen = new Set<Node>()): readonly (Registration & { readonly script: Script; readonly fn: FunctionNode })[] {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return [];
  seen.add(fn);
  const script = turns.scriptOf(fn);
  return [...registrationsOf(script, fn).map((one) => ({ ...one, script, fn })), ...turns.callersOf(fn).flatMap((caller) => registrationsAround(caller, turns, seen))];
}

/** What functions of a page have done before a place in the same turn, without what they have listeners do. */
function earlierInTurn(place: Node, turns: Turns, seen = new Set<Node>()): readonly Node[] {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return [];
  seen.add(fn);
  const earlier: Node[] = [];
  let inner = place;
  for (const up of ancestors(place)) {
    const list = siblings(inner);
    if (list !== undefined) earlier.push(...list.slice(0, list.indexOf(inner as never)).filter(({ type }) => type !== 'FunctionDeclaration'));
    if (up === fn) break;
    inner = up;
  }
  for (const caller of [immediateCall(fn)?.node ?? [], turns.callersOf(fn)].flat()) earlier.push(...earlierInTurn(caller, turns, seen));
  return earlier;
}

/** Whether an exception of a place is caught, in its function or by a caller. */
export function isCaught(place: Node, turns: Turns, seen = new Set<Node>()): boolean {
  if (isTried(place)) return true;
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return false;
  seen.add(fn);
  return turns.callersOf(fn).some((caller) => isCaught(caller, turns, seen));
}
