import { isCall, parentOf, wrapped, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import type { Realm } from '../realms.ts';
import type { Turns } from '../turns.ts';
import { Prover } from '../values/prover.ts';
import { DATA, isNever, isNumeric, isPlain, isPlainPrimitive, joinValues, NOTHING, NUMBER, PRIMITIVE, UNDEFINED, type Value } from '../values/value.ts';
import { variablesOf } from '../variables/variables.ts';
import type { Target } from './targets.ts';

/** What pages give to a function in one call, by position. */
export interface Given {
  readonly target: Target;
  readonly values: readonly Value[];
}

/** What expressions of the background are, and its variables hold, by name. */
export interface BackgroundValues {
  readonly supposed: ReadonlyMap<Node, Value>;
  readonly variables: ReadonlyMap<string, Value>;
}

/** What the background holds by what its pages give to its functions and variables: uses of parameters, and of variables that hold nothing but numbers, strings and booleans. */
export function backgroundValues(background: Realm, turns: Turns, given: readonly Given[]): BackgroundValues {
  const parameters = parametersOf(background, turns, given);
  const variables = variablesOf(background, turns).filter(({ kind, accesses }) => kind === 'top-level' && accesses.every((access) => access.kind !== 'mutate'));
  const values = new Map<Variable, Value>(variables.map((variable) => {
    const set = given.filter(({ target: { name, fn, params } }) => name === variable.name && fn === undefined && params.length > 0);
    const start = variable.accesses.some(({ initial }) => initial) ? NOTHING : UNDEFINED;
    return [variable, set.reduce<Value | undefined>((all, one) => joinValues(all, one.values[0]), start) ?? DATA];
  }));
  // What all of them are supposed to hold is what they are given under that supposition, in the end; those that may hold more are left out.
  for (;;) {
    const supposed = new Map(parameters);
    for (const [{ accesses }, value] of values) for (const { node, kind } of accesses) if (kind === 'read' || kind === 'escape') supposed.set(node, value);
    const prover = new Prover(turns, supposed);
    let isStable = true;
    for (const [variable, value] of values) {
      const next = variable.accesses.reduce<Value | undefined>((all, access) => joinValues(all, valueAfter(prover, access, value)), value);
      if (next !== undefined && isPlain(next) && JSON.stringify(next) === JSON.stringify(value)) continue;
      isStable = false;
      if (next === undefined || !isPlain(next)) values.delete(variable);
      else values.set(variable, next);
    }
    if (isStable) return { supposed, variables: new Map([...values].map(([{ name }, value]) => [name, value])) };
  }
}

/** What a variable may hold because of an access. */
function valueAfter(prover: Prover, { script, node, kind, value }: Access, before: Value): Value | undefined {
  if (kind === 'read' || kind === 'escape') return NOTHING;
  if (kind === 'write') return value === undefined ? UNDEFINED : prover.prove(script, value);
  const parent = parentOf(wrapped(node));
  if (parent?.type === 'UpdateExpression') return isNumeric(before) || isNever(before) ? NUMBER : undefined;
  if (parent?.type !== 'AssignmentExpression') return undefined;
  const right = prover.prove(script, parent.right);
  if (/^[-+]=$/.test(parent.operator) && isNumeric(right) && (isNumeric(before) || isNever(before))) return NUMBER;
  return parent.operator === '+=' && isPlainPrimitive(right) && (isPlainPrimitive(before) || isNever(before)) ? PRIMITIVE : undefined;
}

/** What the parameters of the functions that pages call are where they are used: what pages give them, and what the background does. */
function parametersOf({ scripts }: Realm, turns: Turns, given: readonly Given[]): ReadonlyMap<Node, Value> {
  const supposed = new Map<Node, Value>();
  const prover = new Prover(turns);
  for (const target of new Set(given.map((one) => one.target))) {
    if (target.fn === undefined) continue;
    const own = given.filter((one) => one.target === target).map(({ values }) => values);
    const uses = scripts.flatMap((script) => (script === target.script ? script.scopes!.program.bindings.get(target.name)!.references : script.isModule ? [] : (script.freeNames.get(target.name) ?? [])).map(({ node }) => ({ script, node })));
    const calls = uses.map(({ script, node }) => ({ script, node, call: parentOf(wrapped(node)) }));
    for (const [index, param] of target.fn.params.entries()) {
      const binding = param.type === 'Identifier' ? target.script.binding(param) : undefined;
      if (binding === undefined || binding.references.some(({ writes }) => writes)) continue;
      const inside = calls.map(({ script, node, call }) => {
        if (!isCall(call) || call.callee !== wrapped(node) || call.arguments.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
        const argument = call.arguments[index];
        return argument === undefined ? UNDEFINED : prover.prove(script, argument);
      });
      const value = [...own.map((values) => values[index] ?? UNDEFINED), ...inside].reduce<Value | undefined>(joinValues, NOTHING);
      if (value !== undefined && isPlain(value)) for (const { node } of binding.references) supposed.set(node, value);
    }
  }
  return supposed;
}
