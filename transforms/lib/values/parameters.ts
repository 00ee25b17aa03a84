import { isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import { usesAnyhow } from '../handed.ts';
import type { Use } from '../modules.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { eventValue, memberOf } from './browser-values.ts';
import { elementOf } from './members.ts';
import { ELEMENT_CALLBACKS } from './methods.ts';
import { getsPort, isPortMessage, portMember } from './ports.ts';
import { callbackArgument, isTimer } from './promises.ts';
import type { Proof } from './proof.ts';
import { DATA, joinValues, NOTHING, NUMBER, PRIMITIVE, UNDEFINED, type Value } from './value.ts';

/** What a pattern gives where it names a default. */
export function withDefault(proof: Proof, script: Script, value: Value | undefined, fallback: Node | undefined): Value | undefined {
  if (fallback === undefined || value === undefined) return value;
  return joinValues({ ...value, undefined: false }, proof.closed(script, fallback));
}

/** What all calls of a function give to a parameter, or to what a pattern takes of it; undefined where one of them is not known. */
export function parameterValue(proof: Proof, script: Script, binding: Binding): Value | undefined {
  const [{ node: holder, id, keys } = {} as never] = binding.declarations;
  if (!isFunction(holder) || keys === undefined) return undefined;
  const index = holder.params.findIndex((param) => isWithin(id, param));
  const param = holder.params[index];
  if (param === undefined || param.type === 'RestElement') return undefined;
  // A default of the whole parameter, beside the defaults of its parts.
  const whole = param.type === 'AssignmentPattern' && param.left !== id ? param.right : undefined;
  const below = (value: Value | undefined): Value | undefined => keys.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), withDefault(proof, script, value, whole));
  const [first, ...others] = keys;
  if (first !== undefined && whole === undefined && getsPort(proof, script, holder, index)) return others.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), portMember(first.name));
  const uses = usesAnyhow(holder, proof.turns);
  if (uses === undefined || uses.length === 0) return undefined;
  if (proof.flowing.includes(binding)) return NOTHING;
  if (proof.blocked.includes(binding)) return undefined;
  const given = uses.map((use) => argumentValue(proof, use, index, binding)).filter((value) => value !== 'none');
  return given.length === 0 ? undefined : below((given as (Value | undefined)[]).reduce(joinValues));
}

/** What a use of a function gives to one of its parameters; none where the use does not call it. */
function argumentValue(proof: Proof, { script, node }: Use, index: number, binding: Binding): Value | undefined | 'none' {
  const outer = wrapped(node);
  const call = parentOf(outer);
  if (!isCall(call)) return undefined;
  const { arguments: args } = call;
  // A method with its object, `this.handle.bind(this)`: nothing else may come before its arguments.
  if (isCall(node) && !(isMember(node.callee) && memberName(node.callee) === 'bind' && node.arguments.length === 1)) return undefined;
  if (call.callee === outer) {
    if (args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
    const argument = args[index];
    if (argument === undefined) return UNDEFINED;
    return flow(proof, binding, argument, () => proof.prove(script, argument));
  }
  const callee = unwrap(call.callee as Node);
  const path = script.api(callee)?.names.join('.');
  if (isPortMessage(proof, script, callee)) return index === 0 ? DATA : undefined;
  const event = path === undefined ? undefined : /^(.*)\.addListener$/.exec(path)?.[1];
  if (event !== undefined) return eventValue(event, index, args);
  if (path !== undefined && /\.(remove|has)Listener$/.test(path)) return 'none';
  const answer = callbackArgument(proof, script, node);
  if (answer !== undefined) return index === 0 ? answer : undefined;
  if (!isMember(callee)) return isTimer(script, call) ? UNDEFINED : undefined;
  const method = memberName(callee) ?? '';
  if (!ELEMENT_CALLBACKS.has(method) || args[0] !== outer) return undefined;
  if (index === 0) return flow(proof, binding, callee.object, () => callbackElement(proof, script, callee.object, method));
  const list = proof.prove(script, callee.object);
  return index === 1 && list?.container === 'array' ? NUMBER : index === 1 && list?.container === 'map' ? PRIMITIVE : undefined;
}

function callbackElement(proof: Proof, script: Script, list: Node, method: string): Value | undefined {
  const value = proof.prove(script, list);
  return value?.container === 'map' && method === 'forEach' ? (value.element ?? NOTHING) : elementOf(proof, script, list);
}

/** Follows a parameter to what a call gives it: handed on as it is, or made of something. */
function flow(proof: Proof, binding: Binding, argument: Node, prove: () => Value | undefined): Value | undefined {
  const [flowing, blocked] = [proof.flowing, proof.blocked];
  if (unwrap(argument).type === 'Identifier') proof.flowing = [...flowing, binding];
  else [proof.flowing, proof.blocked] = [[], [...blocked, ...flowing, binding]];
  try {
    return prove();
  } finally {
    [proof.flowing, proof.blocked] = [flowing, blocked];
  }
}
