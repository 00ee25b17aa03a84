import { functionOf, isCall, isFunction, isMember, isWithin, parentOf, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { areAlternatives } from '../control-flow.ts';
import type { Script } from '../script.ts';
import type { Registration, Turns } from '../turns.ts';
import { nameOfListener, operationOf } from './removals.ts';

/** Whether a listener waits for one thing: it is removed by itself, or later in the run of the function that added it. */
export function isRemovedAgain({ event, listener, script, call, functions }: Registration, turns: Turns): boolean {
  const name = listener && nameOfListener(script, listener);
  if (name === undefined) return false;
  const adders = operationOf(call);
  const isOfStart = turns.turnsAt(call).some(({ origin }) => origin === 'start');
  return removalsOf(event, call, script).some((removal) => {
    const [argument] = removal.arguments;
    if (argument === undefined || nameOfListener(script, argument) !== name) return false;
    // What the start-up adds until the user says so may stay for hours.
    if (isOfStart && turns.turnsAt(removal).every(({ origin }) => BY_USER.test(origin))) return false;
    if (functions.some((fn) => isWithin(removal, fn))) return true;
    const remover = functionOf(removal);
    if (remover === undefined || !adders.some((fn) => isWithin(removal, fn))) return false;
    if (remover === adders[0] && !isWaitingBetween(call, removal)) return false;
    return adders.includes(remover) ? removal.start! > call.end! && !areAlternatives(call, removal) : !isGivenAway(remover, script);
  });
}

/** Events that happen when a user, or a page of the extension, wants something. */
const BY_USER = /^(action|browserAction|pageAction|contextMenus|menus|commands|omnibox|permissions)\.|^storage\.onChanged$|^runtime\.onMessage/;

/** Whether a function is kept outside of what makes it, which does not call it itself: `registered.set(id, { unregister: () => … });` */
function isGivenAway(fn: FunctionNode, script: Script): boolean {
  const isKept = (node: Node): boolean => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    return parent?.type === 'ObjectProperty' || parent?.type === 'ReturnStatement' || (parent?.type === 'AssignmentExpression' && parent.right === outer && isMember(parent.left));
  };
  if (isKept(fn)) return true;
  const made = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : made?.type === 'VariableDeclarator' ? made.id : made?.type === 'AssignmentExpression' ? made.left : undefined;
  const uses = id?.type === 'Identifier' ? (script.binding(id)?.references.filter(({ reads }) => reads).map(({ node }) => node) ?? []) : [];
  return uses.length > 0 && uses.every(isKept);
}

/** Whether a function waits after one place in it before it comes to another: only then does what was added hear anything before it is removed. */
function isWaitingBetween(one: Node, other: Node): boolean {
  let waits = false;
  walk(functionOf(one)!.body, (node) => {
    if (/^(Await|Yield)Expression$/.test(node.type) && node.end! > one.end! && node.start! < other.start!) waits = true;
    return !waits && !isFunction(node);
  });
  return waits;
}

/** The calls that remove listeners of an event; of one that is chosen as the code runs, those on the same words in the function of the addition. */
function removalsOf(event: string, call: AnyCall, script: Script): readonly AnyCall[] {
  if (/^[\w.]+$/.test(event)) return script.references(`${event}.removeListener`).flatMap(({ call: removal }) => removal ?? []);
  const found: AnyCall[] = [];
  const text = script.textOf(call.callee).replace(/addListener$/, 'removeListener');
  walk(functionOf(call) ?? script.program!, (node) => void (isCall(node) && script.textOf(node.callee) === text && found.push(node)));
  return found;
}
