import type * as t from '@babel/types';
import { immediateCall, type ApiRoot } from './api.ts';
import { ancestors, callOf, children, functionOf, isCall, isFunction, isMember, isNewPromise, isWithin, memberName, parentOf, siblings, unwrap, waits, wrapped, type AnyCall, type FunctionNode, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import type { Realm } from './realms.ts';
import type { Script } from './script.ts';
import { turnsOf } from './turns.ts';
import { returnsOf } from './values/returns.ts';

/** A listener for messages, and the function that it is. */
export interface MessageListener {
  /** Where it is registered, and for which event. */
  readonly registration: { readonly script: Script; readonly call: AnyCall; readonly event: string };
  /** The script that holds the function. */
  readonly script: Script;
  readonly fn: FunctionNode;
  readonly root: ApiRoot;
  /** The uses of its third parameter, `sendResponse`. */
  readonly replies: readonly Reply[];
  /** What its own `return` statements (or its body, where that is an expression) give. */
  readonly returns: readonly Node[];
}

/** A use of `sendResponse`. */
export interface Reply {
  readonly node: t.Identifier;
  /** now: in the listener's own turn; later: certainly in another one; kept: stored for somebody else; unknown: handed to a function that may do either. */
  readonly when: 'now' | 'later' | 'kept' | 'unknown';
}

/** The events of messages, by their paths. */
export const EVENT = /^(runtime|extension)\.on(Message|MessageExternal|UserScriptMessage)$/;

/** The message listeners that a script registers. */
export function messageListeners(script: Script): MessageListener[] {
  if (!/\bon(Message|MessageExternal|UserScriptMessage)\b/.test(script.text)) return [];
  return [...script.references('runtime'), ...script.references('extension')].flatMap(({ path, call, root }) => {
    const event = /^(.*)\.addListener$/.exec(path)?.[1];
    const argument = call?.arguments[0];
    if (call === undefined || argument === undefined || event === undefined || !EVENT.test(event)) return [];
    return functionsOf(script, argument).map(({ owner, fn }) => ({ registration: { script, call, event }, script: owner, fn, root, replies: repliesOf(owner, fn), returns: returnsOf(fn).map(unwrap) }));
  });
}

/** The functions that an expression may be: those that it names in its own script, in the background also those of other scripts. */
export function functionsOf(script: Script, node: Node): { readonly owner: Script; readonly fn: FunctionNode }[] {
  const value = unwrap(node);
  if (isFunction(value)) return [{ owner: script, fn: value }];
  const [declaration] = (value.type === 'Identifier' ? script.binding(value)?.declarations : undefined) ?? [];
  const init = declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : undefined;
  if (isFunction(init)) return [{ owner: script, fn: init }];
  const background = script.realms.find(({ kind }) => kind === 'background');
  if (background === undefined) return [];
  const turns = turnsOf(background);
  return turns.functionsOf(value).map((fn) => ({ owner: turns.scriptOf(fn), fn }));
}

const audiences = new WeakMap<Extension, readonly { readonly realm: Realm; readonly listener: MessageListener }[]>();

/** The other listeners that hear what a listener hears, and answer some of it: those of the extension's own contexts, or those of the same content scripts. */
export function rivalsOf(extension: Extension, script: Script, { fn, registration }: MessageListener): MessageListener[] {
  let all = audiences.get(extension);
  if (all === undefined) {
    all = extension.realms.flatMap((realm) => realm.scripts.flatMap((one) => (one.program && one.realms[0] === realm ? messageListeners(one).map((listener) => ({ realm, listener })) : [])));
    audiences.set(extension, all);
  }
  // A message does not come back to the context that sends it: two contexts hear the same one from a third.
  const hears = (realm: Realm): boolean => script.realms.some((own) => own === realm || (own.kind !== 'content' && realm.kind !== 'content' && extension.realms.some((third) => third !== own && third !== realm && sends(third))));
  return all.filter(({ realm, listener }) => listener.fn !== fn && listener.registration.event === registration.event && hears(realm) && answers(listener)).map(({ listener }) => listener);
}

const senders = new WeakMap<Realm, boolean>();

function sends(realm: Realm): boolean {
  let known = senders.get(realm);
  if (known === undefined) senders.set(realm, (known = realm.scripts.some((script) => script.program && [...script.references('runtime'), ...script.references('extension')].some(({ path }) => path.endsWith('.sendMessage')))));
  return known;
}

/** Whether a listener answers anything. */
function answers({ fn, replies, returns }: MessageListener): boolean {
  return replies.length > 0 || returns.some((value) => isPromise(value) || (fn.async && !isNoAnswer(value)));
}

// ---- replies

function repliesOf(script: Script, fn: FunctionNode): Reply[] {
  const param = fn.params[2];
  const binding = param?.type === 'Identifier' ? script.binding(param) : undefined;
  return binding?.references.flatMap(({ node, reads }) => (reads && node.type === 'Identifier' ? [{ node, when: whenOf(script, node, fn) }] : [])) ?? [];
}

const SYNCHRONOUS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'reduce', 'sort', 'flatMap', 'replace', 'each']);
const DEFERRING = new Set(['then', 'catch', 'finally', 'addEventListener', 'addListener']);
const TIMERS = new Set(['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']);

function whenOf(script: Script, node: t.Identifier, fn: FunctionNode): Reply['when'] {
  const parent = parentOf(node);
  let when: Reply['when'] = 'now';
  if (parent !== undefined && callOf(node) === undefined) {
    if (isKept(script, node, fn)) return 'kept';
    when = isCall(parent) || parent.type === 'NewExpression' ? whenGiven(script, node, parent) : isTested(node) ? 'now' : 'unknown';
  }
  for (let inner = functionOf(node); inner !== undefined && inner !== fn; inner = functionOf(inner)) {
    const own = immediateCall(inner) !== undefined ? (inner.async && comesAfterAwait(node, inner) ? 'later' : 'now') : whenFunctionRuns(script, inner);
    if (own === 'later') return 'later';
    if (own === 'unknown') when = 'unknown';
  }
  return when === 'now' && fn.async && comesAfterAwait(node, fn) ? 'later' : when;
}

function isTested(node: Node): boolean {
  const parent = parentOf(node);
  return parent?.type === 'IfStatement' || parent?.type === 'LogicalExpression' || parent?.type === 'UnaryExpression' || (parent?.type === 'ConditionalExpression' && parent.test === node);
}

/** Whether a function is stored outside of the listener, for another event to call. */
function isKept(script: Script, node: Node, fn: FunctionNode): boolean {
  let value = wrapped(node);
  let parent = parentOf(value);
  while (parent?.type === 'ObjectProperty' || parent?.type === 'ObjectExpression' || parent?.type === 'ArrayExpression') {
    value = parent;
    parent = parentOf(value);
  }
  const target = parent?.type === 'AssignmentExpression' && parent.right === value ? unwrap(parent.left)
    : isCall(parent) && parent.callee !== value && isMember(parent.callee) && /^(push|add|set|unshift)$/.test(memberName(parent.callee) ?? '') && script.api(parent.callee) === undefined ? parent.callee.object : undefined;
  if (target === undefined) return false;
  let base: Node = unwrap(target);
  while (isMember(base)) base = unwrap(base.object);
  if (base.type === 'ThisExpression') return true;
  const binding = base.type === 'Identifier' ? script.binding(base) : undefined;
  return base.type === 'Identifier' && (binding === undefined || !isWithin(binding.scope.node, fn));
}

function whenFunctionRuns(script: Script, fn: FunctionNode): Reply['when'] {
  const outer = wrapped(fn);
  const parent = parentOf(outer);
  if (isCall(parent) || parent?.type === 'NewExpression') return whenGiven(script, outer, parent);
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left) && /^on[a-z]+$/.test(memberName(parent.left) ?? '')) return 'later';
  return 'unknown';
}

/** When a call runs a function that it is given. */
function whenGiven(script: Script, argument: Node, call: t.CallExpression | t.OptionalCallExpression | t.NewExpression): Reply['when'] {
  const callee = unwrap(call.callee as Node);
  if (callee === argument) return 'now';
  const api = script.api(callee);
  if (api !== undefined && api.names.length > 0) return 'later';
  if (callee.type === 'Identifier') return TIMERS.has(callee.name) ? 'later' : callee.name === 'Promise' ? 'now' : 'unknown';
  const name = isMember(callee) ? (memberName(callee) ?? '') : '';
  return DEFERRING.has(name) || TIMERS.has(name) ? 'later' : SYNCHRONOUS.has(name) ? 'now' : 'unknown';
}

function comesAfterAwait(node: Node, fn: FunctionNode): boolean {
  let found = false;
  const visit = (one: Node): void => {
    if (found || (isFunction(one) && one !== fn)) return;
    if (one.type === 'AwaitExpression' && one.end! <= node.start!) found = true;
    for (const child of children(one)) visit(child);
  };
  visit(fn);
  // `reply(await load())`
  return found || [...ancestors(node)].some((up) => isCall(up) && functionOf(up) === fn && up.arguments.some(waits));
}

/** What keeps no channel open and is no answer: nothing, or `false`. */
export function isNoAnswer(node: Node): boolean {
  return node.type === 'NullLiteral' || (node.type === 'BooleanLiteral' && !node.value) || (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'UnaryExpression' && node.operator === 'void');
}

/** Whether an expression is certainly a promise. */
export function isPromise(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'NewExpression') return isNewPromise(inner);
  if (!isCall(inner)) return false;
  const callee = unwrap(inner.callee as Node);
  if (isFunction(callee)) return callee.async === true;
  if (!isMember(callee)) return false;
  const name = memberName(callee);
  const object = unwrap(callee.object);
  return name === 'then' || name === 'catch' || name === 'finally' || (object.type === 'Identifier' && object.name === 'Promise');
}

/** The call of an `async` function whose promise a plain listener returns for every message: `(message, sender, sendResponse) => answer(message, sendResponse)`. */
export function answersAll({ script, fn, returns }: MessageListener): t.CallExpression | t.OptionalCallExpression | undefined {
  const value = returns.length === 1 ? returns[0]! : undefined;
  if (!isCall(value) || (fn.body.type === 'BlockStatement' && fn.body.body.at(-1) !== parentOf(wrapped(value)))) return undefined;
  const mayLeave = fn.body.type === 'BlockStatement' && fn.body.body.slice(0, -1).some(({ type }) => type !== 'ExpressionStatement' && type !== 'VariableDeclaration');
  const targets = functionsOf(script, value.callee as Node);
  return !mayLeave && targets.length > 0 && targets.every((target) => target.fn.async) ? value : undefined;
}

/** Whether the `async` function that a call starts answers after an `await`. */
export function isAnsweredLater({ script }: MessageListener, call: t.CallExpression | t.OptionalCallExpression, reply: t.Identifier): boolean {
  const index = call.arguments.indexOf(reply);
  return index !== -1 && functionsOf(script, call.callee as Node).some(({ owner, fn }) => {
    const param = fn.params[index];
    const binding = param?.type === 'Identifier' ? owner.binding(param) : undefined;
    return binding?.references.some(({ node }) => comesAfterAwait(node, fn)) === true;
  });
}

/** Whether `sendResponse` is given to functions that call it in later turns only, and that do not return `true` for the listener. */
export function isGivenToLater({ script, fn: listener }: MessageListener, reply: t.Identifier): boolean {
  const call = parentOf(wrapped(reply));
  const index = isCall(call) ? call.arguments.indexOf(reply) : -1;
  const targets = index === -1 ? [] : functionsOf(script, (call as t.CallExpression).callee as Node);
  return targets.length > 0 && targets.every(({ owner, fn }) => {
    const uses = fn.params[index]?.type === 'Identifier' ? owner.binding(fn.params[index])?.references ?? [] : [];
    const isOpen = listener.body === call && !fn.async && !returnsOf(fn).map(unwrap).every(isNoAnswer);
    return !isOpen && uses.length > 0 && uses.every(({ node, reads }) => reads && node.type === 'Identifier' && whenOf(owner, node, fn) === 'later');
  });
}

/** Whether the listener may return `true`, or something that is not known, on the way that leads through one of its places. */
export function mayKeepOpen({ fn }: MessageListener, place: Node): boolean {
  if (fn.body.type !== 'BlockStatement') return !isCallWithCallback(unwrap(fn.body));
  let inner: Node = place;
  for (const up of ancestors(place)) {
    if (up === fn) return false;
    if (up.type === 'ReturnStatement' && functionOf(up) === fn) return true;
    const list = functionOf(inner) === fn ? siblings(inner) : undefined;
    for (const later of list?.slice(list.indexOf(inner as t.Statement) + 1) ?? []) {
      if (later.type === 'BreakStatement') break;
      if (later.type === 'ReturnStatement') return later.argument != null && !isNoAnswer(unwrap(later.argument));
      if (returnsOf({ ...fn, body: { type: 'BlockStatement', body: [later], directives: [] } as unknown as t.BlockStatement } as FunctionNode).map(unwrap).some((value) => !isNoAnswer(value))) return true;
    }
    inner = up;
  }
  return false;
}

function isCallWithCallback(node: Node): boolean {
  const last = isCall(node) ? node.arguments.at(-1) : undefined;
  return last !== undefined && (isFunction(unwrap(last)) || unwrap(last).type === 'Identifier');
}
