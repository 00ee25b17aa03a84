import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, memberName, parentOf, stringValue, unwrap, usesArguments, walk, wordsOfCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import type { Timer } from './alarm-plan.ts';
import { carriage, carriedBy, isVisible, nameOfId, type Carried } from './carried-values.ts';
import { nameOfThis } from '../hoisting/hoisting.ts';

/** What a timer runs, as an alarm's listener runs it. */
export interface Callback {
  /** The function expression that is moved; undefined for a function that is called by its name. */
  readonly moved: FunctionNode | undefined;
  /** The call of a function by its name. */
  readonly called: string | undefined;
  readonly script: Script;
  readonly async: boolean;
  /** What it needs of the event that started it. */
  readonly carried: readonly Carried[];
  /** Writes the name of an object that lives once for `this`. */
  readonly renamed: readonly Edit[];
}

/** What all of some timers run. @throws Refusal where a listener elsewhere could not do it */
export function callbackOf(timers: readonly Timer[], anchor: Node, turns: Turns): Callback {
  const [{ script, call }] = timers as readonly [Timer];
  const [argument] = call.arguments;
  const inner = argument && unwrap(argument);
  if (inner === undefined || stringValue(inner) !== undefined) throw new Refusal('its callback is text');
  const given = call.arguments.slice(2);
  if (timers.length > 1 && timers.some((other) => other.call.arguments.length > 2)) throw new Refusal('it hands arguments to its callback');
  if (isFunction(inner)) {
    if (timers.length > 1) throw new Refusal('several places start it, each with a function of its own');
    if (given.length > 0) throw new Refusal('it hands arguments to its callback');
    const renamed = assertMovable(script, inner, anchor, turns);
    return { moved: inner, called: undefined, script, async: inner.async === true, carried: carriedBy(script, inner, anchor, turns), renamed };
  }
  const bound = boundTo(script, inner, anchor, turns);
  const callee = bound?.callee ?? inner;
  if (bound === undefined && inner.type !== 'Identifier' && !(isMember(inner) && !inner.computed && unwrap(inner.object).type === 'Identifier')) throw new Refusal('its callback is not a function that is known');
  const functions = turns.functionsOf(callee);
  const [fn] = functions;
  if (functions.length !== 1) throw new Refusal('its callback is not a function that is known');
  if ((bound === undefined && wordsOfCall(fn!.body).has('this')) || usesArguments(fn!)) throw new Refusal('its callback uses `this`');
  for (const other of timers) {
    const same = unwrap(other.call.arguments[0]!);
    if (other.script.textOf(same) !== script.textOf(inner) || turns.functionsOf(bound === undefined ? same : callee)[0] !== fn) throw new Refusal('several places start it with different functions');
  }
  const root = (bound === undefined && inner.type !== 'Identifier' ? unwrap((inner as t.MemberExpression).object) : inner) as t.Identifier;
  if (bound === undefined && (!isVisible(script, root, anchor) || script.binding(root)?.kind === 'param')) throw new Refusal('its callback is not known where the background starts');
  if (bound === undefined && script.binding(root)?.references.some(({ writes }) => writes)) throw new Refusal('its callback changes');
  const carried: Carried[] = [];
  const list = given.map((argument) => {
    const text = script.textOf(argument);
    if (/^(Numeric|String|Boolean|Null)Literal$/.test(argument.type)) return text;
    const known = carriage(script, argument, turns);
    if (known === undefined) throw new Refusal(`it hands \`${text}\` to its callback, which is not known to survive in an alarm's name`);
    const name = nameOfId(inner, unwrap(argument), known);
    if (!carried.some((other) => other.text === text)) carried.push({ text, uses: [], name, kind: known });
    return name;
  });
  return { moved: undefined, called: `${bound?.name ?? script.textOf(inner)}(${list.join(', ')})`, script, async: false, carried, renamed: [] };
}

/** `poller.poll.bind(poller)`, of an object that lives once. */
function boundTo(script: Script, node: Node, anchor: Node, turns: Turns): { readonly callee: AnyMember; readonly name: string } | undefined {
  const bind = isCall(node) && node.arguments.length === 1 ? unwrap(node.callee as Node) : undefined;
  const callee = isMember(bind) && memberName(bind) === 'bind' ? unwrap(bind.object) : undefined;
  if (!isMember(callee) || callee.computed) return undefined;
  const [object, owner] = [unwrap(callee.object), unwrap((node as t.CallExpression).arguments[0]!)];
  if (object.type === 'ThisExpression' && owner.type === 'ThisExpression') return { callee, name: `${nameOfOwner(script, object, anchor, turns)}.${memberName(callee)!}` };
  const isTop = object.type === 'Identifier' && owner.type === 'Identifier' && object.name === owner.name && script.binding(object)?.kind === 'const' && script.binding(object)!.scope.parent === undefined && isVisible(script, object, anchor);
  return isTop ? { callee, name: script.textOf(callee) } : undefined;
}

/** The name of what `this` is, where the listener of the alarm can say it, too. */
function nameOfOwner(script: Script, node: Node, anchor: Node, turns: Turns): string {
  const name = nameOfThis(node, script, script.realms.find(({ kind }) => kind === 'background')!, turns);
  const scopes = script.scopes!;
  if (scopes.scopeOf(parentOf(anchor)!).lookup(name) !== scopes.scopeOf(node).lookup(name)) throw new Refusal('its callback uses `this`');
  return name;
}

/** Refuses a function that is another one elsewhere; gives the edits that name what `this` is. */
function assertMovable(script: Script, fn: FunctionNode, anchor: Node, turns: Turns): readonly Edit[] {
  if (fn.generator || usesArguments(fn) || fn.params.length > 0) throw new Refusal('its callback takes arguments');
  if (fn.body.type === 'BlockStatement' && fn.body.directives.length > 0) throw new Refusal('its callback has a directive');
  if (fn.type === 'FunctionExpression' && fn.id && script.binding(fn.id)!.references.length > 0) throw new Refusal('its callback calls itself');
  if (!wordsOfCall(fn.body).has('this') || (fn.type === 'ArrowFunctionExpression' && thisOf(fn) === thisOf(anchor))) return [];
  if (fn.type !== 'ArrowFunctionExpression' || /#\w|\bsuper\b/.test(script.textOf(fn))) throw new Refusal('its callback uses `this`');
  const uses: Node[] = [];
  walk(fn.body, (node) => {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return false;
    if (node.type === 'ThisExpression') uses.push(node);
    return true;
  });
  const name = nameOfOwner(script, uses[0]!, anchor, turns);
  return uses.map((use) => script.replace(use, name));
}

/** The function or program that `this` belongs to. */
function thisOf(node: Node): Node | undefined {
  for (const up of ancestors(node)) if (up.type === 'Program' || up.type === 'ClassProperty' || (isFunction(up) && up.type !== 'ArrowFunctionExpression')) return up;
  return undefined;
}
