import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, memberName, siblings, unwrap, type Node } from '../ast.ts';
import type { Script } from '../script.ts';

/** Whether an expression makes an object or is a literal. */
export function isMade(node: Node): boolean {
  return /^(Object|Array|New)Expression$|Literal$/.test(unwrap(node).type);
}

/** Whether a statement before a place gives a variable an object where it has none: `if (!entry) { entry = {}; }` */
export function isFilled(script: Script, id: Node): boolean {
  const text = script.textOf(id);
  const fills = (statement: Node): boolean => {
    if (statement.type === 'BlockStatement') return statement.body.some(fills);
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return false;
    return script.textOf(statement.expression.left) === text && isMade(statement.expression.right) && unwrap(statement.expression.right).type !== 'NullLiteral';
  };
  let inner = id;
  for (const up of ancestors(id)) {
    if (isFunction(up)) return false;
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)) ?? []) {
      if (fills(earlier) || (earlier.type === 'IfStatement' && isMissing(script, earlier.test, id) && fills(earlier.consequent))) return true;
    }
    inner = up;
  }
  return false;
}

/** Whether a test found that an expression is missing: `!x`, `x === undefined`, `!(key in object)`, `!map.has(key)`. */
function isMissing(script: Script, test: Node, node: Node): boolean {
  return says(script, test, node, false);
}

function says(script: Script, test: Node, node: Node, there: boolean, notNull = false): boolean {
  const inner = unwrap(test);
  const text = script.textOf(node);
  if (script.textOf(inner) === text) return there;
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return says(script, inner.argument, node, !there, notNull);
  if (inner.type === 'BinaryExpression' && /^[=!]={1,2}$/.test(inner.operator)) {
    const [left, right] = [unwrap(inner.left), unwrap(inner.right)];
    const equal = inner.operator.startsWith('=');
    const loose = inner.operator.length === 2;
    const nothing = (right.type === 'NullLiteral' && loose) || (right.type === 'Identifier' && right.name === 'undefined' && (loose || !notNull));
    if (nothing && script.textOf(left) === text) return equal !== there;
    return !notNull && left.type === 'UnaryExpression' && left.operator === 'typeof' && script.textOf(unwrap(left.argument)) === text && right.type === 'StringLiteral' && right.value === 'undefined' && equal !== there;
  }
  if (!there || notNull) return false;
  // key in object, object.hasOwnProperty(key), map.has(key)
  if (inner.type === 'BinaryExpression' && inner.operator === 'in') return isMember(node) && node.computed && script.textOf(inner.right) === script.textOf(node.object) && script.textOf(inner.left) === script.textOf(node.property);
  if (!isCall(inner) || !isMember(inner.callee)) return false;
  const [name, object, key] = [memberName(inner.callee), script.textOf(inner.callee.object), inner.arguments[0] && script.textOf(inner.arguments[0])];
  if (name === 'has') return isCall(node) && isMember(node.callee) && memberName(node.callee) === 'get' && script.textOf(node.callee.object) === object && node.arguments[0] !== undefined && script.textOf(node.arguments[0]) === key;
  return name === 'hasOwnProperty' && isMember(node) && node.computed && script.textOf(node.object) === object && script.textOf(node.property) === key;
}

/**
 * Whether a test around or before a place found something there: `if (info.url) use(info.url)`, `if (!info.url) return`.
 * @param notNull whether it must have found something else than null
 */
export function isTested(script: Script, node: Node, notNull = false): boolean {
  const holds = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '&&') return holds(inner.left) || holds(inner.right);
    return says(script, inner, node, true, notNull);
  };
  const fails = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '||') return fails(inner.left) || fails(inner.right);
    return says(script, inner, node, false, notNull);
  };
  let inner: Node = node;
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && ((up.consequent === inner && holds(up.test)) || (up.alternate === inner && fails(up.test)))) return true;
    if (up.type === 'LogicalExpression' && up.right === inner && ((up.operator === '&&' && holds(up.left)) || (up.operator === '||' && fails(up.left)))) return true;
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)) ?? []) {
      if (earlier.type !== 'IfStatement' || earlier.alternate != null || !fails(earlier.test)) continue;
      const last = earlier.consequent.type === 'BlockStatement' ? earlier.consequent.body.at(-1) : earlier.consequent;
      if (last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement' || last?.type === 'ContinueStatement') return true;
    }
    inner = up;
  }
  return false;
}
