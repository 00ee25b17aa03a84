import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import { evaluate } from '../constants.ts';
import { LAST_EVENTS } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Match } from '../types.ts';
import { eventWords, functionWords } from '../words.ts';

/** Registrations in callbacks that a function runs at once where all is ready, and keeps where it is not. */
export function* keptCallbacks(turns: Turns): Generator<Match<'kept' | 'put-off'>> {
  for (const { script, call, event } of turns.registrations) {
    const keeper = script.file.editable && !LAST_EVENTS.test(event) && turns.runsAtStart(call) ? keeperOf(call, turns) : undefined;
    if (keeper !== undefined) yield { message: keeper.isItself ? 'put-off' : 'kept', at: script.at(call), data: { event: eventWords(event), function: functionWords(keeper.fn, turns) } };
  }
}

/** A function that may run something only later, or that may run only later itself. */
interface Keeper {
  readonly fn: FunctionNode;
  readonly isItself: boolean;
}

/** The function that may keep, for later, what leads to a place: on each way from the first turn, it may as well come to that way later. */
function keeperOf(place: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): Keeper | undefined {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return undefined;
  if (isPutOff(place, fn, fn, turns)) return { fn, isItself: true };
  const callers = turns.callersOf(fn).filter((call) => turns.runsAtStart(call));
  const keepers = callers.map((call): Keeper | undefined => {
    const around = functionOf(call);
    return around !== undefined && isPutOff(call, fn, around, turns) ? { fn: around, isItself: false } : keeperOf(call, turns, new Set([...seen, fn]));
  });
  return keepers.every((keeper) => keeper !== undefined) ? keepers[0] : undefined;
}

/** Whether a function comes to a place only sometimes, and otherwise has another function run later: where it names that one, it keeps it, or the turn is a later one. */
function isPutOff(place: Node, target: FunctionNode, around: FunctionNode, turns: Turns): boolean {
  const isApart = apartFrom(place, target, around, turns);
  if (isApart === undefined) return false;
  let found = false;
  walk(around.body, (node) => {
    if ((node.type === 'Identifier' || isMember(node)) && isApart(node) && isLater(node, turns) && turns.functionsOf(node).includes(target)) found = true;
    return !found;
  });
  return found;
}

/** Tells of the places of a function which it may come to instead of another place; undefined where it always comes to that. */
function apartFrom(place: Node, target: FunctionNode, around: FunctionNode, turns: Turns): ((node: Node) => boolean) | undefined {
  const branches: Node[] = [];
  const leaving: Node[] = [];
  let inner = place;
  for (const up of ancestors(place)) {
    const test = up.type === 'IfStatement' || up.type === 'ConditionalExpression' ? up.test : up.type === 'LogicalExpression' ? up.left : undefined;
    if (test !== undefined ? inner !== test && !isDecided(test, inner === (up as t.IfStatement).alternate, target, around, turns) : up.type === 'SwitchCase' || up.type === 'CatchClause') branches.push(inner);
    const list = siblings(inner);
    leaving.push(...(list?.slice(0, list.indexOf(inner as t.Statement)).filter((statement) => mayLeave(statement)) ?? []));
    if (up === around) break;
    inner = up;
  }
  return branches.length + leaving.length === 0 ? undefined : (node) => branches.some((branch) => !isWithin(node, branch)) || leaving.some((statement) => isWithin(node, statement));
}

/** Whether a test asks for what is the same each time: whether there is a function to run, or what the calls that give the function say. */
function isDecided(test: Node, isOtherwise: boolean, target: FunctionNode, around: FunctionNode, turns: Turns): boolean {
  let inner = unwrap(test);
  let isWanted = !isOtherwise;
  while (inner.type === 'UnaryExpression' && inner.operator === '!') [inner, isWanted] = [unwrap(inner.argument), !isWanted];
  if (inner.type === 'BinaryExpression' && inner.left.type === 'UnaryExpression' && inner.left.operator === 'typeof') inner = unwrap(inner.left.argument);
  if (turns.functionsOf(inner).includes(target)) return true;
  const [declaration] = inner.type === 'Identifier' ? (turns.scriptOf(inner).binding(inner)?.declarations ?? []) : [];
  const index = around.params.findIndex((param) => param === declaration?.id);
  const calls = index === -1 ? [] : turns.callersOf(around).filter((call) => call.arguments.some((argument) => turns.functionsOf(argument).includes(target)));
  return calls.length > 0 && calls.every((call) => {
    const given = call.arguments[index] === undefined ? { value: undefined } : evaluate(turns.scriptOf(call), call.arguments[index], turns);
    return given !== undefined && Boolean(given.value) === isWanted;
  });
}

/** Whether a mention of a function keeps it, hands it on to what may run it later, or comes in a later turn of the start-up itself. */
function isLater(mention: Node, turns: Turns): boolean {
  const own = turns.turnsAt(mention);
  if (own.some(({ origin }) => origin === 'start') && !turns.runsAtStart(mention)) return true;
  const outer = wrapped(mention);
  const parent = parentOf(outer);
  if (parent?.type === 'AssignmentExpression') return parent.right === outer && (isMember(parent.left) || functionOf(parent) !== functionOfName(parent.left, turns));
  if (parent?.type === 'ArrayExpression' || (parent?.type === 'ObjectProperty' && parent.value === outer)) return parentOf(parent)?.type !== 'ObjectPattern';
  if (!isCall(parent) || parent.callee === outer) return false;
  const callee = unwrap(parent.callee as Node);
  const api = turns.scriptOf(parent).api(callee)?.names.join('.');
  if (api !== undefined) return !/Listener$/.test(api);
  return !(isMember(callee) && (SYNC_METHODS.has(memberName(callee) ?? '') || (callee.object.type === 'Identifier' && callee.object.name === 'console')));
}

/** The function that declares what an assignment names. */
function functionOfName(name: Node, turns: Turns): Node | undefined {
  const scope = name.type === 'Identifier' ? turns.scriptOf(name).binding(name)?.scope.node : undefined;
  return scope === undefined || isFunction(scope) ? scope : functionOf(scope);
}
