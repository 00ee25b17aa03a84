import type * as t from '@babel/types';
import { ancestors, functionName, functionOf, isCall, isFunction, isMember, memberName, parentOf, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, declarationsOf, isVariable, throughCallee, type Access, type Variable } from '../bindings.ts';
import { propertiesOfNamespaces } from './namespaces.ts';
import type { Realm } from '../realms.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { accessesOf, classify, judge, longestDelay, type Classified } from './state.ts';
import { phaseOf } from '../phases.ts';
import type { Turns } from '../turns.ts';
import { Bounding } from '../values/bounds.ts';

/**
 * State that does not live once in a place of its own: locals of functions that the start-up comes to in other ways than by one call at top level,
 * and properties of functions, and of objects that wrappers are given. With what keeps it from being restored.
 */
export function stateApart(realm: Realm, turns: Turns): ReadonlyMap<Classified, string> {
  const known = new Set<Node>(classify(realm).flatMap(({ variable: { node, accesses } }) => [node, ...accesses.map((access) => access.node)]));
  const bounding = new Bounding(turns, accessesOf(realm));
  const found = new Map<Classified, string>();
  const add = (variable: Variable, why: string): void => {
    const verdict = judge({ ...variable, accesses: variable.accesses.map((access) => throughCallee(access, variable, turns)) }, turns, bounding);
    // What the start-up fills is made anew.
    if (verdict.kind !== 'handle' && (verdict.kind !== 'state' || verdict.fill !== undefined)) return;
    if (!runsInEvent(verdict.change, turns) || !runsInEvent(verdict.read, turns)) return;
    // Who calls a helper that delays gives it the delay.
    if (verdict.kind === 'handle' && verdict.shape === 'timer' && longestDelay(variable, turns) === undefined) return;
    found.set({ variable, verdict }, why);
  };
  for (const script of realm.scripts) {
    if (script.program === undefined || !script.file.editable) continue;
    for (const binding of script.scopes!.bindings) {
      const variable = known.has(binding.declarations[0]!.id) ? undefined : localOf(script, binding, turns);
      if (variable !== undefined) add(variable, whyOf(functionOf(variable.node), turns));
    }
    for (const variable of propertiesOfFunctions(script, known)) add(variable, 'it is a property of a function');
  }
  const told = new Set<Node>([...classify(realm).filter(({ verdict: { kind } }) => kind !== 'constant' && kind !== 'unread'), ...found.keys()].flatMap(({ variable: { accesses } }) => accesses.map(({ node }) => node)));
  for (const variable of propertiesOfNamespaces(realm, told)) add(variable, 'it is a property of an object that other code has, too');
  return found;
}

function whyOf(home: FunctionNode | undefined, turns: Turns): string {
  if (home === undefined) return 'each turn of a loop has its own';
  const name = turns.callersOf(home).length > 1 ? functionName(home) : undefined;
  return name === undefined ? 'it is a local variable of a function' : `each call of \`${name}\` has its own`;
}

/** A local that functions inside its own use, where only the start-up runs that. */
function localOf(script: Script, binding: Binding, turns: Turns): Variable | undefined {
  const [declaration, ...others] = binding.declarations;
  if (binding.scope.parent === undefined || binding.kind === 'catch' || declaration === undefined || others.length > 0) return undefined;
  const { id } = declaration;
  const home = functionOf(id);
  if (!binding.references.some(({ node }) => functionOf(node) !== home) || !isVariable(script, binding) || !isOfStart(id, turns)) return undefined;
  // What waits for one thing takes its listener back.
  if (home !== undefined && /\.removeListener\b/.test(script.textOf(home))) return undefined;
  const accesses = [...declarationsOf(script, binding), ...binding.references.map(({ node }) => accessOf(script, node as t.Identifier))]
    .filter(({ kind }) => kind !== 'mutate' || binding.kind !== 'param' || isGivenNew(home!, id, turns));
  if (accesses.some(fillsByKey)) return undefined;
  return { name: binding.name, kind: 'closure', script, node: id, constant: binding.kind === 'const', accesses };
}

/** Whether nothing but the start-up comes to a place. */
function isOfStart(place: Node, turns: Turns): boolean {
  const own = turns.turnsAt(place);
  return own.length > 0 && own.every((turn) => turn.origin === 'start' && phaseOf(turn) !== 'event' && turn.delay !== 'unknown');
}

function runsInEvent({ node }: Access, turns: Turns): boolean {
  return turns.turnsAt(node).some(({ origin }) => origin !== 'start' && origin !== 'unknown');
}

/** Whether each call of a function gives it an object, under a parameter, that nobody else has. */
function isGivenNew(fn: FunctionNode, id: Node, turns: Turns): boolean {
  const index = fn.params.indexOf(id as t.Identifier);
  const calls = turns.callersOf(fn);
  return index !== -1 && calls.length > 0 && calls.every((call) => call.arguments[index] !== undefined && /^(Object|Array|New)Expression$/.test(unwrap(call.arguments[index]).type));
}

/** A cache that fills itself: `if (!(key in cache)) cache[key] = find(key)`. */
function fillsByKey({ script, node, kind }: Access): boolean {
  if (kind !== 'mutate') return false;
  const member = parentOf(wrapped(node));
  const change = member && parentOf(wrapped(member));
  const isFilled = change?.type === 'AssignmentExpression' ? change.left === member : isCall(change) && isMember(member) && memberName(member) === 'set';
  const test = [...ancestors(node)].find((up) => up.type === 'IfStatement' || up.type === 'LogicalExpression' || isFunction(up));
  const asked = test?.type === 'IfStatement' ? script.textOf(test.test) : '';
  const name = script.textOf(node);
  return isFilled && (asked.includes(`!${name}[`) || asked.includes(`!${name}.has(`) || (asked.startsWith('!(') && asked.endsWith(` in ${name})`)) || new RegExp(`^${name.replaceAll('$', '\\$')}\\[.*\\] === undefined$`).test(asked));
}

/** What functions have as properties: `next.count = 0`. */
function propertiesOfFunctions(script: Script, known: ReadonlySet<Node>): readonly Variable[] {
  const found = new Map<Binding, Map<string, Access[]>>();
  walk(script.program!, (node) => {
    const object = isMember(node) ? unwrap(node.object) : undefined;
    const name = isMember(node) && object?.type === 'Identifier' ? memberName(node) : undefined;
    const binding = name === undefined || name === 'prototype' || known.has(node) ? undefined : script.binding(object as t.Identifier);
    const parent = parentOf(wrapped(node));
    if (binding?.kind !== 'function' || binding.scope.parent !== undefined || (isCall(parent) && parent.callee === wrapped(node))) return;
    const own = found.get(binding) ?? new Map<string, Access[]>();
    found.set(binding, own);
    own.set(name!, [...(own.get(name!) ?? []), accessOf(script, node as t.MemberExpression)]);
  });
  return [...found].flatMap(([binding, own]) => [...own].flatMap(([name, accesses]): Variable[] => {
    const isMethod = accesses.some(({ value }) => value !== undefined && isFunction(unwrap(value)));
    return isMethod ? [] : [{ name: `${binding.name}.${name}`, kind: 'field', script, node: accesses[0]!.node, constant: false, accesses: accesses.map((access) => ({ ...access, initial: access.kind === 'write' && functionOf(access.node) === undefined })) }];
  }));
}
