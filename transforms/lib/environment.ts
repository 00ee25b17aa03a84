import { immediateCall } from './api.ts';
import { GLOBAL_OBJECTS } from './global-names.ts';
import { isTest, isUnder, testsApi } from './guarded.ts';
import { ancestors, isCall, isFunction, isMember, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from './ast.ts';
import { isAnalysed } from './input.ts';
import type { Realm } from './realms.ts';
import { isTried, type Script } from './script.ts';
import { turnsOf, type Turns } from './turns.ts';

/** A place of the background that uses a global name of pages. */
export interface Use {
  readonly script: Script;
  readonly name: string;
  /** The identifier; the member where the name is reached through `window`, `self` or `globalThis`; the property in a pattern. */
  readonly node: Node;
  /** An exception here keeps the background from starting. */
  readonly atStart: boolean;
}

/** How a message goes on for a use at start-up. */
export const AT_START = '; this is part of the start-up, where an exception keeps the worker from starting';

/** The scripts of a background that hold one of some words; none for other realms. */
export function* backgroundScripts(realm: Realm, words: RegExp): Generator<Script> {
  if (realm.kind !== 'background') return;
  for (const script of realm.scripts) if (words.test(script.text) && isAnalysed(script)) yield script;
}

/**
 * The places of a background that rely on some global names of pages. Left out: names that the background defines itself, places
 * that a test of the environment guards, functions that only other contexts call, and code of libraries that does not run as the background starts.
 */
export function* usesOf(realm: Realm, names: readonly string[]): Generator<Use> {
  for (const script of backgroundScripts(realm, new RegExp(`(?<![\\w$])(?:${names.join('|')})(?![\\w$])`))) yield* usesIn(realm, script, names);
}

/** The same in one of its scripts. */
export function* usesIn(realm: Realm, script: Script, names: Iterable<string>): Generator<Use> {
  const own = ownNames(realm);
  for (const name of names) {
    if (own.has(name)) continue;
    for (const node of script.globals(name)) {
      if (isForOthers(realm, script, node) || isAware(realm, script, node, name)) continue;
      const atStart = failsAtStart(realm, script, node);
      if (script.file.editable || atStart) yield { script, name, node, atStart };
    }
  }
}

/** Whether code of a shared script is only called in the other contexts that load it, as far as calls can be followed. */
export function isForOthers(realm: Realm, script: Script, node: Node): boolean {
  const isShared = (one: Script): boolean => one.realms.some(({ kind }) => kind !== realm.kind);
  const turns = turnsOf(realm);
  if (!isShared(script) || turns.turnsAt(node).some(({ origin }) => origin !== 'unknown')) return false;
  const seen = new Set<Node>();
  const queue: Node[] = [node];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const up of ancestors(place)) {
      if (!isFunction(up) || seen.has(up)) continue;
      seen.add(up);
      for (const call of turns.callersOf(up)) {
        if (!isShared(turns.scriptOf(call))) return false;
        queue.push(call);
      }
    }
  }
  return true;
}

/** Uses of the same name by the function, or the statement at top level, that they stand in: the first of each, with their number. */
export function* byUnit(uses: Iterable<Use>): Generator<Use & { readonly count: number }> {
  const units = new Map<string, Use[]>();
  for (const use of uses) {
    const key = `${use.name}\0${use.script.path}\0${unitOf(use.node).start}`;
    const list = units.get(key);
    if (list === undefined) units.set(key, [use]);
    else list.push(use);
  }
  for (const own of units.values()) yield { ...own[0]!, atStart: own.some(({ atStart }) => atStart), count: own.length };
}

/** How a message goes on for several places. */
export function places(count: number): string {
  return count > 1 ? ` (${count} places here)` : '';
}

/** The function that a place stands in; at top level its statement. */
export function unitOf(node: Node): Node {
  let last = node;
  for (const up of ancestors(node)) {
    if (up.type === 'Program') return last;
    if (isFunction(up)) return up;
    last = up;
  }
  return last;
}

/** Whether an exception at this place keeps the background from starting. Of libraries only what certainly runs counts. */
export function failsAtStart(realm: Realm, script: Script, node: Node): boolean {
  if (isTried(node)) return false;
  for (const up of ancestors(node)) if (isFunction(up) && up.async) return false;
  return script.file.editable ? turnsOf(realm).runsAtStart(node) : runsAtLoad(node);
}

/** Whether code runs as its script is loaded: at top level, in functions that are called where they stand, in the factory that such a function is given. */
export function runsAtLoad(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (up.type === 'ClassProperty' && !up.static) return false;
    if (!isFunction(up) || immediateCall(up) !== undefined) continue;
    const parent = parentOf(wrapped(up));
    if (!isCall(parent) || !isFunction(unwrap(parent.callee as Node)) || up.generator) return false;
  }
  return true;
}

// ---- what the background defines itself

const known = new WeakMap<Realm, ReadonlySet<string>>();

/** The global names that the scripts of a realm declare, assign or put on the global object. */
function ownNames(realm: Realm): ReadonlySet<string> {
  let names = known.get(realm);
  if (names === undefined) known.set(realm, (names = new Set(findOwnNames(realm))));
  return names;
}

/** Whether the background gives a name of pages a meaning of its own. */
export function isOwnName(realm: Realm, name: string): boolean {
  return ownNames(realm).has(name);
}

const NAVIGATING = new Set(['location', 'document', 'window']);

function* findOwnNames(realm: Realm): Generator<string> {
  const [first] = realm.scripts;
  if (first !== undefined) yield* first.extension.topLevel(realm).keys();
  for (const script of realm.scripts) {
    if (script.program === undefined) continue;
    for (const [name, uses] of script.freeNames) {
      if (!NAVIGATING.has(name) && !/^on[a-z]/.test(name) && uses.some(({ writes }) => writes)) yield name;
      if (!GLOBAL_OBJECTS.has(name)) continue;
      for (const { node } of uses) {
        const member = parentOf(wrapped(node));
        const parent = isMember(member) ? parentOf(member) : undefined;
        const key = isMember(member) ? memberName(member) : undefined;
        if (key !== undefined && parent?.type === 'AssignmentExpression' && parent.left === member && !/^on[a-z]|^location$/.test(key)) yield key;
      }
    }
  }
}

// ---- code that knows where it runs

/** Names that only code which asks where it runs has a use for. */
const ENVIRONMENT = new Set(['window', 'document', 'importScripts', 'WorkerGlobalScope', 'ServiceWorkerGlobalScope', 'DedicatedWorkerGlobalScope']);
const MAX_CALLERS = 3;

/** Whether the code asks, before it comes here, for the name or for the environment: with `typeof`, `in`, a test of the global object's member. Callers that ask count. */
export function isAware(realm: Realm, script: Script, node: Node, name: string, depth = 0): boolean {
  const parent = parentOf(wrapped(node));
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return true;
  if (isMember(node) && isOnSelf(script, node) && (isTest(node) || (isMember(parent) && parent.optional === true))) return true;
  const turns = turnsOf(realm);
  if (isUnder(node, (test) => asks(script, test, name, turns))) return true;
  if (depth === MAX_CALLERS) return false;
  for (const up of ancestors(node)) {
    const callers = isFunction(up) ? turns.callersOf(up) : [];
    if (callers.length > 0 && callers.every((call) => isAware(realm, turns.scriptOf(call), call, name, depth + 1))) return true;
  }
  return false;
}

function asks(script: Script, test: Node, name: string, turns: Turns, depth = 0): boolean {
  if (testsApi(script, test, ['offscreen'])) return true;
  let found = false;
  walk(test, (node) => {
    if (found || isFunction(node)) return false;
    if (node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument.type === 'Identifier') found = node.argument.name === name || ENVIRONMENT.has(node.argument.name);
    else if (node.type === 'BinaryExpression' && node.operator === 'in') found = [name, ...ENVIRONMENT].includes(stringValue(node.left) ?? '');
    else if (node.type === 'BinaryExpression' && node.operator === 'instanceof') found = node.right.type === 'Identifier' && ENVIRONMENT.has(node.right.name);
    else if (isMember(node) && isOnSelf(script, node)) found = memberName(node) === name || ENVIRONMENT.has(memberName(node) ?? '');
    else if (depth < MAX_CALLERS && node.type === 'Identifier') {
      const [declaration] = script.binding(node)?.declarations ?? [];
      if (declaration?.node.type === 'VariableDeclarator' && declaration.init) found = asks(script, declaration.init, name, turns, depth + 1);
    } else if (depth < MAX_CALLERS && isCall(node)) {
      found = turns.targetsOf(node).some((fn) => asksInside(turns.scriptOf(fn), fn.body, name, turns, depth + 1));
    }
    return !found;
  });
  return found;
}

function asksInside(script: Script, body: Node, name: string, turns: Turns, depth: number): boolean {
  if (body.type !== 'BlockStatement') return asks(script, body, name, turns, depth);
  return body.body.some((statement) => statement.type === 'ReturnStatement' && statement.argument != null && asks(script, statement.argument, name, turns, depth));
}

/** Whether a member is reached through a name of the global object that workers have too. */
function isOnSelf(script: Script, node: Node): boolean {
  const object = isMember(node) ? unwrap(node.object) : undefined;
  return object?.type === 'Identifier' && (object.name === 'self' || object.name === 'globalThis') && script.binding(object) === undefined;
}
