import { ancestors, callOf, functionOf, isCall, isFunction, isMember, isNothing, isWithin, keyName, memberName, parentOf, stringValue, unwrap, wrapped, type Node } from '../ast.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { writesOf } from './page-storage.ts';
import { isConditional } from './start-up-only.ts';

/** The stored items without which the start-up comes to a place, where no start-up stores them: `token` of `if (!items.token) runtime.openOptionsPage()`. */
export function unsetItems(place: Node, realm: Realm, turns: Turns): readonly string[] {
  const script = turns.scriptOf(place);
  const home = functionOf(place);
  const around = [...ancestors(place)];
  const inner = around.slice(0, home === undefined ? around.length : around.indexOf(home));
  const asking = inner.filter(({ type }) => /^(If|Switch)Statement$|^(Conditional|Logical)Expression$|^CatchClause$/.test(type));
  const [only] = asking;
  if (asking.length !== 1 || only?.type !== 'IfStatement' || !isWithin(place, only.consequent) || isConditional(only, turns)) return [];
  const keys = keysMissing(script, only.test);
  return keys === undefined || keys.some((key) => isStoredAtStart(key, realm, turns)) ? [] : keys;
}

/** The items that a test asks to be without a value; undefined where it asks something else, too. */
function keysMissing(script: Script, test: Node): readonly string[] | undefined {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression') {
    const [left, right] = [keysMissing(script, inner.left), keysMissing(script, inner.right)];
    return left && right && [...left, ...right];
  }
  const asked = inner.type === 'UnaryExpression' && inner.operator === '!' ? inner.argument : inner.type === 'BinaryExpression' && /^={2,3}$/.test(inner.operator) && isNothing(inner.right) ? inner.left : undefined;
  const key = asked && itemOf(script, unwrap(asked));
  return key === undefined ? undefined : [key];
}

/** The item of storage that an expression is: `localStorage.token`, `items.token` where a read of storage answered `items`. */
function itemOf(script: Script, node: Node): string | undefined {
  const read = isCall(node) ? unwrap(node.callee as Node) : node;
  if (isMember(read) && script.globals('localStorage').includes(unwrap(read.object))) return isCall(node) ? (memberName(read) === 'getItem' ? stringValue(node.arguments[0]) : undefined) : memberName(read);
  const name = isMember(node) ? unwrap(node.object) : node;
  const declaration = name.type === 'Identifier' ? script.binding(name)?.declarations[0] : undefined;
  if (declaration === undefined) return undefined;
  const keys: readonly { readonly name: string }[] | undefined = declaration.keys ?? (isFunction(declaration.node) && declaration.id.type === 'Identifier' ? [] : undefined);
  const path = keys && [...keys.map((one) => one.name), ...(isMember(node) ? [memberName(node)] : [])];
  return path?.length === 1 && isAnswer(script, declaration.node, declaration.init) ? path[0] : undefined;
}

/** Whether a declaration holds what a read of storage answers. */
function isAnswer(script: Script, node: Node, init: Node | null | undefined): boolean {
  const isRead = (call: Node | undefined): boolean => call !== undefined && isCall(call) && /^storage\.\w+\.get$/.test(script.api(unwrap(call.callee as Node))?.names.join('.') ?? '');
  const given = init ? unwrap(init) : undefined;
  if (given?.type === 'AwaitExpression') return isRead(unwrap(given.argument));
  const call = isFunction(node) ? parentOf(wrapped(node)) : undefined;
  if (!isCall(call) || call.callee === wrapped(node)) return false;
  const callee = unwrap(call.callee as Node);
  return isRead(call) || (isMember(callee) && memberName(callee) === 'then' && isRead(unwrap(callee.object)));
}

/** Whether the start-up, or what it begins, may store an item. */
function isStoredAtStart(key: string, realm: Realm, turns: Turns): boolean {
  const isOfStart = (node: Node): boolean => turns.turnsAt(node).some(({ origin }) => origin === 'start');
  const mayStore = (items: Node | undefined): boolean => items === undefined || items.type !== 'ObjectExpression' || items.properties.some((member) => member.type === 'SpreadElement' || (keyName(member) ?? key) === key);
  return realm.scripts.some((script) => {
    if (!script.program) return false;
    if ([...writesOf(script)].some((write) => write.key === key && isOfStart(write.node))) return true;
    if (script.globals('localStorage').some((use) => isOfStart(use) && isOpen(use))) return true;
    return script.apiReferences.some(({ path, call }) => call !== undefined && /^storage\.\w+\.set$/.test(path) && isOfStart(call) && mayStore(call.arguments[0] && unwrap(call.arguments[0])));
  });
}

/** Whether a mention of `localStorage` may write an item that is not named there. */
function isOpen(use: Node): boolean {
  const member = parentOf(wrapped(use));
  if (!isMember(member) || member.object !== wrapped(use)) return true;
  const call = callOf(member);
  if (call !== undefined) return memberName(member) === 'setItem' && stringValue(call.arguments[0]) === undefined;
  const above = parentOf(wrapped(member));
  return memberName(member) === undefined && above?.type === 'AssignmentExpression' && above.left === wrapped(member);
}
