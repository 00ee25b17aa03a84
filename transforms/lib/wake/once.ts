import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, isCall, isFunction, isMember, mayLeave, memberName, parentOf, siblings, stringValue, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { isGlobalName } from '../global-names.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';

/** Statements that run their body several times. */
export const LOOP = /^(For|ForIn|ForOf|While|DoWhile)Statement$/;

/**
 * Refuses a place that the start-up comes to only sometimes, or more than once.
 * @param useOf finds the place from which the start-up runs a function; nothing where it does not
 */
export function assertOnce(node: Node, turns: Turns, useOf: (script: Script, fn: FunctionNode, turns: Turns) => Node | undefined = onlyUseOf, seen: ReadonlySet<Node> = new Set()): void {
  const script = turns.scriptOf(node);
  let inner = node;
  for (const up of ancestors(node)) {
    if (LOOP.test(up.type)) throw new Refusal('a loop starts it');
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && inner !== up.test) assertConstant(script, up.test, turns);
    if (up.type === 'LogicalExpression' && inner === up.right) assertConstant(script, up.left, turns);
    if (up.type === 'SwitchCase' || up.type === 'CatchClause') throw new Refusal('a condition decides whether it starts');
    const list = siblings(inner);
    if (list?.slice(0, list.indexOf(inner as t.Statement)).some((one) => mayLeave(one))) throw new Refusal('a condition decides whether it starts');
    if (isFunction(up)) {
      if (seen.has(up) || up.generator) throw new Refusal('its function is not called once');
      const use = useOf(turns.scriptOf(up), up, turns);
      return use === undefined ? undefined : assertOnce(use, turns, useOf, new Set([...seen, up]));
    }
    inner = up;
  }
}

/** The place from which a function is run, where there is one only. */
export function onlyUseOf(script: Script, fn: FunctionNode, turns: Turns): Node {
  const immediate = immediateCall(fn);
  if (immediate !== undefined) return immediate.node;
  const parent = parentOf(wrapped(fn));
  const callers = turns.callersOf(fn);
  if (callers.length === 1 && turns.targetsOf(callers[0]!).length > 1) throw new Refusal('a condition decides whether it starts');
  const id = fn.type === 'FunctionDeclaration' ? fn.id : parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
  if (id) {
    const uses = script.binding(id)?.references ?? [];
    const others = uses.filter(({ node }) => callers.length !== 1 || unwrap(callers[0]!.callee as Node) !== node);
    // A member of an object that the call is found through, or the only mention.
    if (callers.length === 1 && others.every(({ node }) => isMemberValue(node)) && !isNamedOutside(script, id.name)) return callers[0]!;
    if (callers.length > 0 || uses.length !== 1) throw new Refusal('its function is not called once');
    return uses[0]!.node;
  }
  if (callers.length === 1) return callers[0]!;
  if (parent?.type === 'AssignmentExpression' && callers.length === 0 && isOnlyLoadHandler(script, parent, fn, turns)) return parent;
  const call = isCall(parent) || parent?.type === 'NewExpression' ? parent : undefined;
  const callee = call && unwrap(call.callee as Node);
  const name = isMember(callee) ? memberName(callee) : undefined;
  if (callers.length > 1 || call === undefined || (name !== undefined && script.api(callee!) === undefined && (SYNC_METHODS.has(name) || name === 'catch'))) throw new Refusal('its function is not called once');
  return call;
}

/** Whether an assignment gives the page its load handler, and no other takes the place of that: `window.onload = () => { … }`. */
function isOnlyLoadHandler(script: Script, { operator }: t.AssignmentExpression, fn: FunctionNode, turns: Turns): boolean {
  const others = [...new Set(script.realms.flatMap(({ scripts }) => scripts))].flatMap(({ text }) => text.match(/\bonload\s*=(?!=)/g) ?? []);
  return operator === '=' && others.length === 1 && turns.turnsAt(fn.body).every(({ delay }) => delay === 'load');
}

/** Whether a name is the value of a property or an export. */
function isMemberValue(node: Node): boolean {
  const parent = parentOf(node);
  return parent?.type === 'ExportSpecifier' || (parent?.type === 'ObjectProperty' && parent.value === node);
}

/** Whether a page that reaches into the background may mean this name. */
function isNamedOutside({ extension }: Script, name: string): boolean {
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return extension.scripts.some(({ text, realms }) => /getBackgroundPage/.test(text) && word.test(text) && !realms.some(({ kind }) => kind === 'background'));
}

/** Refuses a test whose outcome may differ from one start to the next. */
function assertConstant(script: Script, test: Node, turns: Turns): void {
  if (!isConstant(script, test, turns)) throw new Refusal('a condition decides whether it starts');
}

/** Whether a test asks only what is known, or what the browser has: `window.Notification`, `typeof browser !== 'undefined'`, `'storage' in chrome`. */
function isConstant(script: Script, test: Node, turns: Turns): boolean {
  const inner = unwrap(test);
  if (evaluate(script, inner, turns) !== undefined || (inner.type !== 'Identifier' && script.api(inner) !== undefined && !isCall(inner))) return true;
  switch (inner.type) {
    case 'UnaryExpression':
      return inner.operator === 'typeof' ? inner.argument.type === 'Identifier' && isOfBrowser(script, inner.argument.name) : inner.operator === '!' && isConstant(script, inner.argument, turns);
    case 'LogicalExpression':
      return isConstant(script, inner.left, turns) && isConstant(script, inner.right, turns);
    case 'BinaryExpression':
      if (inner.operator === 'in') return stringValue(inner.left) !== undefined && isConstant(script, inner.right, turns);
      return /^[!=]==?$/.test(inner.operator) && isConstant(script, inner.left, turns) && isConstant(script, inner.right, turns);
    case 'Identifier':
      return script.binding(inner) === undefined && /^([A-Z]\w*|chrome|browser|window|self|globalThis|navigator)$/.test(inner.name) && isOfBrowser(script, inner.name);
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      return isGlobalName(script, inner.object) && /^[A-Z]/.test(memberName(inner) ?? '') && isOfBrowser(script, memberName(inner)!);
    }
    default:
      return false;
  }
}

/** Whether no script of the background declares or assigns a global name. */
function isOfBrowser(script: Script, name: string): boolean {
  const assigned = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\s*=(?!=)`);
  return script.realms.every((realm) => !script.extension.topLevel(realm).has(name) && !realm.scripts.some(({ text }) => assigned.test(text)));
}
