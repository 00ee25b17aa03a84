import { isCall, isMember, memberName, unwrap, type Node } from './ast.ts';

/** Whether an expression is text in any case. */
export function isText(value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'StringLiteral' || inner.type === 'TemplateLiteral') return true;
  if (inner.type === 'BinaryExpression') return inner.operator === '+' && (isText(inner.left) || isText(inner.right));
  if (inner.type === 'ConditionalExpression') return isText(inner.consequent) && isText(inner.alternate);
  if (!isCall(inner)) return false;
  const callee = unwrap(inner.callee as Node);
  if (callee.type === 'Identifier') return callee.name === 'String' && inner.arguments.length === 1;
  const [given] = inner.arguments;
  return isMember(callee) && callee.object.type === 'Identifier' && callee.object.name === 'JSON' && memberName(callee) === 'stringify' && given !== undefined && /^(Array|Object)Expression$/.test(unwrap(given).type);
}
