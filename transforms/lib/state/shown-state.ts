import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isWithin, keyName, mayLeave, siblings, statementOf, unwrap, walk, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { Insertions } from '../insertions.ts';
import { functionText } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';

/** What only shows a value: done again, it changes nothing. */
const SHOWS = /^(action|browserAction|pageAction)\.(set\w+|enable|disable|show|hide)$|^runtime\.lastError$|^(contextMenus|menus)\.update$/;

/** Whether a call was found that shows a value. */
export function isShown(call: AnyCall | Refusal | undefined): call is AnyCall {
  return call !== undefined && !(call instanceof Refusal);
}

/** The call of the start-up that shows what is restored, as events do after each change. @throws Refusal where it does more */
export function shownAtStart(touch: Node, after: Node, script: Script, changed: ReadonlySet<Node>, turns: Turns): AnyCall {
  const refusal = new Refusal('it is used while the background starts');
  const statement = statementOf(touch);
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (call === undefined || !isCall(call) || call.callee !== touch || call.arguments.length > 0 || siblings(statement) !== siblings(after)) throw refusal;
  if (turns.scriptOf(touch) !== script || statement.start! < after.end!) throw refusal;
  const seen = new Set<FunctionNode>();
  const shows = new Set<string>();
  const waiting = [...turns.targetsOf(call)];
  for (let fn = waiting.pop(); fn !== undefined; fn = waiting.pop()) {
    if (seen.has(fn)) continue;
    seen.add(fn);
    const own = turns.scriptOf(fn);
    // An event has shown it before.
    if (seen.size === 1 && !phasesAt(fn.body, turns).has('event')) throw refusal;
    walk(fn.body, (node) => {
      if (changed.has(node) || node.type === 'NewExpression' || node.type === 'UpdateExpression') throw refusal;
      if (node.type === 'AssignmentExpression' && (node.left.type !== 'Identifier' || own.binding(node.left) === undefined || !isWithin(own.binding(node.left)!.scope.node, fn!))) throw refusal;
      if (!isCall(node)) return true;
      const path = own.api(unwrap(node.callee as Node))?.names.join('.');
      const targets = turns.targetsOf(node);
      if (path !== undefined && path !== '') shows.add(path);
      if (path !== undefined && path !== '' ? !SHOWS.test(path) : targets.length === 0 && !/^(String|Number|Math\.\w+|Object\.(keys|values|entries)|\w+(\.\w+)*\.(toString|join|toFixed|get|has|includes|filter|map|slice))$/.test(own.textOf(node.callee))) throw refusal;
      waiting.push(...targets);
      return true;
    });
  }
  // What others have shown since then would be gone.
  const others = script.realms.find(({ kind }) => kind === 'background')!.scripts.flatMap(({ apiReferences }) => apiReferences);
  if (![...changed].every((change) => isShownAfter(change, seen, turns, 4))) throw refusal;
  if (seen.size === 0 || others.some(({ path, call: other, node }) => shows.has(path) && other !== undefined && !isForOneTab(other) && ![...seen].some((fn) => isWithin(node, fn)))) throw refusal;
  return call;
}

/** Whether a change is always followed by a call of one of some functions, in the same turn. */
function isShownAfter(change: Node, shows: ReadonlySet<FunctionNode>, turns: Turns, depth: number): boolean {
  let inner = change;
  for (const up of ancestors(change)) {
    const list = siblings(inner);
    for (const later of list?.slice(list.indexOf(inner as t.Statement)) ?? []) {
      const call = later.type === 'ExpressionStatement' ? unwrap(later.expression) : undefined;
      if (isCall(call) && turns.targetsOf(call).some((fn) => shows.has(fn))) return true;
      if (later !== inner && mayLeave(later)) return false;
    }
    if (isFunction(up)) return depth > 0 && turns.callersOf(up).length > 0 && turns.callersOf(up).every((call) => isShownAfter(call, shows, turns, depth - 1));
    inner = up;
  }
  return false;
}

/** `setBadgeText({ tabId, text })`. */
function isForOneTab({ arguments: [details] }: AnyCall): boolean {
  return details?.type === 'ObjectExpression' && details.properties.some((property) => property.type === 'ObjectProperty' && keyName(property) === 'tabId');
}

/** Has a call of the start-up wait for what is restored. */
export function showAtStart(call: AnyCall, script: Script, promise: string, into: Insertions): void {
  const statement = statementOf(call);
  const indent = script.indentAt(statement.start!);
  into.replace(script, statement, `${promise}.then(${functionText(script, [], `${indent}${script.style.indent}${script.textOf(call)}${script.style.semicolon}`, indent)})${script.style.semicolon}`);
}
