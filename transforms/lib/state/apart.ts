import type * as t from '@babel/types';
import { ancestors, functionName, functionOf, isCall, isCallee, isFunction, isMember, memberName, nodesOf, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, declarationsOf, isVariable, throughCallee, type Access, type Variable } from '../bindings.ts';
import { propertiesOfNamespaces } from './namespaces.ts';
import type { Realm } from '../realms.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { boundingOf, classify, judge, longestDelay, type Classified } from './state.ts';
import { phaseOf } from '../phases.ts';
import type { Turns } from '../turns.ts';

/**
 * State that does not live once in a place of its own: locals of functions that the start-up comes to in other ways than by one call at top level,
 * and properties of functions, and of objects that wrappers are given. With what keeps it from being restored.
 */
export function stateApart(realm: Realm, turns: Turns): ReadonlyMap<Classified, string> {
  const known = new Set<Node>(classify(realm).flatMap(({ variable: { node, accesses } }) => [node, ...accesses.map((access) => access.node)]));
  const bounding = boundingOf(realm);
  const found = new Map<Classified, string>();
  const add = (variable: Variable, why: string): void => {
    const verdict = judge({ ...variable, accesses: variable.accesses.map((access) => throughCallee(access, variable, turns)) }, turns, bounding);
    // What the start-up fills is made anew.
    if (verdict.kind !== 'handle' && (verdict.kind !== 'state' || verdict.fill !== undefined)) return;
    const inList = isOfList(functionOf(variable.node));
    if (![verdict.change, verdict.read].every((access) => runsInEvent(access, turns) || (inList && isCalledByOthers(access, turns)))) return;
    // Who calls a helper that delays gives it the delay.
    if (verdict.kind === 'handle' && verdict.shape === 'timer' && longestDelay(variable, turns) === undefined) return;
    found.set({ variable, verdict }, why);
  };
  for (const script of realm.scripts) {
    if (script.program === undefined || !script.file.editable) continue;
    for (const binding of script.scopes!.bindings) {
      const variable = known.has(binding.declarations[0]!.id) ? undefined : localOf(script, binding, turns);
      if (variable !== undefined) add(variable, binding.kind === 'catch' ? 'it is the variable of a `catch`' : whyOf(functionOf(variable.node), turns));
    }
  }
  for (const variable of propertiesOfFunctions(realm, known, turns)) add(variable, 'it is a property of a function');
  const told = new Set<Node>([...classify(realm).filter(({ verdict: { kind } }) => kind !== 'constant' && kind !== 'unread'), ...found.keys()].flatMap(({ variable: { accesses } }) => accesses.map(({ node }) => node)));
  for (const variable of propertiesOfNamespaces(realm, told, turns)) add(variable, 'it is a property of an object that other code has, too');
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
  if (binding.scope.parent === undefined || declaration === undefined || others.length > 0) return undefined;
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

/** Whether a function is called for each element of a list, and what it makes is kept in another: `names.map((name) => { let n = 0; return () => ++n; })`. */
function isOfList(fn: FunctionNode | undefined): boolean {
  const call = fn && parentOf(wrapped(fn));
  const callee = isCall(call) && call.callee !== wrapped(fn!) ? unwrap(call.callee as Node) : undefined;
  return isMember(callee) && /^(map|flatMap|from|reduce|reduceRight)$/.test(memberName(callee) ?? '');
}

/** Whether a place stands in a function whose callers were not found: one that is kept as a value. */
function isCalledByOthers({ node }: Access, turns: Turns): boolean {
  return turns.turnsAt(node).some(({ origin }) => origin === 'unknown');
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

/** What functions have as properties: `next.count = 0`, `Tabs.open.count = 0`. */
function propertiesOfFunctions(realm: Realm, known: ReadonlySet<Node>, turns: Turns): readonly Variable[] {
  const found = new Map<FunctionNode, Map<string, Access[]>>();
  for (const script of realm.scripts) {
    if (script.program === undefined || !script.file.editable) continue;
    for (const node of nodesOf(isMember, script.program)) {
      const name = memberName(node);
      if (name === undefined || /^(prototype|name|length|call|apply|bind|toString|constructor)$/.test(name) || known.has(node) || isCallee(node)) continue;
      const fn = functionNamed(script, unwrap(node.object), turns);
      if (fn === undefined) continue;
      const own = found.get(fn) ?? new Map<string, Access[]>();
      found.set(fn, own);
      const accesses = own.get(name) ?? [];
      own.set(name, accesses);
      accesses.push(accessOf(script, node));
    }
  }
  return [...found.values()].flatMap((own) => [...own].flatMap(([name, accesses]): Variable[] => {
    const [{ script, node }] = accesses as [Access];
    const isMethod = accesses.some(({ value }) => value !== undefined && isFunction(unwrap(value)));
    return isMethod ? [] : [{ name: `${script.textOf((node as t.MemberExpression).object)}.${name}`, kind: 'field', script, node, constant: false, accesses: accesses.map((access) => ({ ...access, initial: access.kind === 'write' && functionOf(access.node) === undefined })) }];
  }));
}

/** The one function that a name or a method stands for, and which nothing but the start-up makes. */
function functionNamed(script: Script, object: Node, turns: Turns): FunctionNode | undefined {
  const binding = object.type === 'Identifier' ? script.binding(object) : undefined;
  if (object.type === 'Identifier' ? binding === undefined || /^(param|catch)$/.test(binding.kind) || binding.references.some(({ writes }) => writes) : !isMember(object) || memberName(object) === undefined || turns.holderOf(object.object) === undefined) return undefined;
  const [fn, ...others] = turns.functionsOf(object);
  return fn === undefined || others.length > 0 || (binding?.scope.parent !== undefined && functionOf(fn) !== undefined && !isOfStart(fn, turns)) ? undefined : fn;
}
