import type * as t from '@babel/types';
import { functionOf, isCall, isMember, memberName, parentOf, unwrap, wrapped, type AnyMember, type Node } from '../ast.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Proof } from './proof.ts';
import { isNever, isNumeric, isPlain, isSolid, NOTHING, NUMBER, PRIMITIVE, type Value } from './value.ts';

/** What an operator gives: a number only where it can be neither NaN, -0 nor infinite. */
export function binaryValue(proof: Proof, script: Script, node: t.BinaryExpression): Value | undefined {
  switch (node.operator) {
    case '+': {
      const both = [node.left, node.right].map((side) => proof.prove(script, side));
      if (both.some((side) => side !== undefined && isNever(side)) && both.every((side) => side !== undefined)) return NOTHING;
      if (both.every(isNumeric)) return NUMBER;
      // Only -0 and -0 make -0.
      if (both.some((side, index) => isNumeric(side) && both[1 - index] === undefined && isFiniteNumber(proof, script, index === 0 ? node.right : node.left))) return NUMBER;
      // Text plus anything is text.
      if (isString(node.left) || isString(node.right)) return PRIMITIVE;
      return both.every((side) => side !== undefined && isPlain(side) && side.primitive && isSolid(side)) ? PRIMITIVE : undefined;
    }
    case '-':
      return (isNumber(proof, script, node.left) || isDate(proof, script, node.left)) && (isFiniteNumber(proof, script, node.right) || isDate(proof, script, node.right)) ? NUMBER : undefined;
    case '*':
      // What grows by itself becomes Infinity, and a negative factor makes -0.
      if (isCount(node.left) && isCount(node.right)) return NUMBER;
      return [[node.left, node.right], [node.right, node.left]].some(([factor, other]) => isPositive(proof, script, factor!, 1) && isNumber(proof.apart(), script, other!)) ? NUMBER : undefined;
    case '/':
      return isPositive(proof, script, node.right) && (isCount(node.left) || (isPositive(proof, script, node.right, 1) && isNumber(proof.apart(), script, node.left))) ? NUMBER : undefined;
    case '%':
      return isIndex(proof, script, node) ? NUMBER : undefined;
    case '**':
    case '|>':
      return undefined;
    case '|':
    case '&':
    case '^':
    case '<<':
    case '>>':
    case '>>>':
      // They make a whole number of 32 bits, but of two BigInts another one.
      return [node.left, node.right].some((side) => isCount(side as Node) || isSimple(proof.prove(script, side as Node))) ? NUMBER : undefined;
    default:
      return PRIMITIVE;
  }
}

function isSimple(value: Value | undefined): boolean {
  return value !== undefined && isPlain(value);
}

/** Whether a value is a number that storage keeps. */
export function isNumber(proof: Proof, script: Script, node: Node): boolean {
  const value = proof.prove(script, node);
  return value !== undefined && (isNever(value) || isNumeric(value));
}

/** Whether a value is a number, which may be -0, but neither NaN nor infinite. */
export function isFiniteNumber(proof: Proof, script: Script, node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'BinaryExpression': {
      const { operator, left, right } = inner;
      if (operator === '*') return [[left, right], [right, left]].some(([factor, other]) => isPositive(proof, script, factor!) && isFiniteNumber(proof.apart(), script, other!)) || isNumber(proof, script, inner);
      if (operator === '/') return isPositive(proof, script, right, 1) && isFiniteNumber(proof, script, left);
      if (operator === '%') return isPositive(proof, script, right) && isFiniteNumber(proof, script, left);
      if (operator === '-') return [left, right].every((side) => isFiniteNumber(proof, script, side) || isDate(proof, script, side));
      return operator === '+' && isFiniteNumber(proof, script, left) && isFiniteNumber(proof, script, right);
    }
    case 'UnaryExpression':
      return inner.operator === '-' ? isFiniteNumber(proof, script, inner.argument) : isNumber(proof, script, inner);
    case 'ConditionalExpression':
      return isFiniteNumber(proof, script, inner.consequent) && isFiniteNumber(proof, script, inner.alternate);
    case 'CallExpression': {
      const callee = unwrap(inner.callee);
      const math = isMember(callee) ? unwrap(callee.object) : undefined;
      const [first, second] = inner.arguments;
      const isRounding = math?.type === 'Identifier' && math.name === 'Math' && script.binding(math) === undefined && /^(round|ceil|floor|trunc)$/.test(memberName(callee as AnyMember) ?? '');
      return isRounding && second === undefined ? first !== undefined && isFiniteNumber(proof, script, first) : isNumber(proof, script, inner);
    }
    case 'Identifier': {
      const binding = script.binding(inner);
      const [declaration, another] = binding?.declarations ?? [];
      const isFixed = declaration?.node.type === 'VariableDeclarator' && another === undefined && declaration.keys?.length === 0 && declaration.init !== undefined && functionOf(declaration.node) === functionOf(inner) && !binding!.references.some(({ writes }) => writes);
      return isFixed && !proof.supposed.has(inner) ? isFiniteNumber(proof, script, declaration.init!) : isNumber(proof, script, inner);
    }
    default:
      return isNumber(proof, script, inner);
  }
}

function isDate(proof: Proof, script: Script, node: Node): boolean {
  const value = proof.prove(script, node);
  return value?.container === 'date' && isSolid(value);
}

/** A number that is written down, and not 0 or less than a least one. */
function isPositive(proof: Proof, script: Script, node: Node, least = Number.MIN_VALUE): boolean {
  const inner = unwrap(node);
  if (inner.type === 'NumericLiteral') return inner.value >= least && Number.isFinite(inner.value);
  if (inner.type === 'BinaryExpression' && inner.operator === '*') return isPositive(proof, script, inner.left, 1) && isPositive(proof, script, inner.right, 1);
  const init = inner.type === 'Identifier' ? initOfConstant(script.binding(inner)) : undefined;
  return init !== undefined && isPositive(proof, script, init, least);
}

/** `(index + 1) % colors.length`: the next index of a list that is written down and never changes, where it is never less than 0. */
function isIndex(proof: Proof, script: Script, { left, right }: t.BinaryExpression): boolean {
  return (isPositive(proof, script, right, 1) || isLengthOfConstant(script, right)) && isNotNegative(proof, script, left as Node, []);
}

/** Whether an expression counts the elements of a list that is written down, and that is only read. */
function isLengthOfConstant(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  const list = isMember(inner) && memberName(inner) === 'length' ? unwrap(inner.object) : undefined;
  const binding = list?.type === 'Identifier' ? script.binding(list) : undefined;
  const [declaration] = binding?.declarations ?? [];
  const init = declaration?.init && unwrap(declaration.init);
  if (binding?.kind !== 'const' || declaration?.keys?.length !== 0 || init?.type !== 'ArrayExpression' || !init.elements.some((element) => element !== null && element.type !== 'SpreadElement')) return false;
  const isShared = binding.scope.parent === undefined && (script.isModule ? parentOf(parentOf(declaration.node)!)?.type === 'ExportNamedDeclaration' : script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name))));
  return !isShared && binding.references.every(({ node: use }) => {
    const member = parentOf(wrapped(use));
    if (!isMember(member) || member.object !== wrapped(use)) return false;
    const above = parentOf(wrapped(member));
    if (isCall(above) && above.callee === wrapped(member)) return /^(at|indexOf|includes|findIndex|join)$/.test(memberName(member) ?? '');
    return !(above?.type === 'AssignmentExpression' && above.left === wrapped(member)) && above?.type !== 'UpdateExpression' && above?.type !== 'UnaryExpression' && !/Pattern$|^For(In|Of)Statement$/.test(above?.type ?? '');
  });
}

/** Whether an expression is a number of 0 or more: a count, or a variable that only ever gets such numbers. */
function isNotNegative(proof: Proof, script: Script, node: Node, seen: readonly Binding[]): boolean {
  const inner = unwrap(node);
  if (isCount(inner)) return true;
  if (inner.type === 'BinaryExpression') {
    const sides = [inner.left as Node, inner.right as Node] as const;
    if (inner.operator === '+') return sides.every((side) => isNotNegative(proof, script, side, seen));
    return inner.operator === '%' && isNotNegative(proof, script, sides[0], seen) && (isPositive(proof, script, sides[1], 1) || isLengthOfConstant(script, sides[1]));
  }
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  if (binding === undefined || declaration?.node.type !== 'VariableDeclarator' || another !== undefined || declaration.keys?.length !== 0) return false;
  if (seen.includes(binding)) return true;
  const isShared = binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)));
  if (isShared || declaration.init == null || !isNotNegative(proof, script, declaration.init, [...seen, binding])) return false;
  return binding.references.every(({ node: use, writes }) => {
    if (!writes) return true;
    const change = parentOf(wrapped(use));
    if (change?.type === 'UpdateExpression') return change.operator === '++';
    return change?.type === 'AssignmentExpression' && (change.operator === '=' || change.operator === '+=') && change.left === use && isNotNegative(proof, script, change.right, [...seen, binding]);
  });
}

/** A number that does not depend on what a variable holds: `60 * 1000`. */
function isCount(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'NumericLiteral') return true;
  return inner.type === 'BinaryExpression' && (inner.operator === '*' || inner.operator === '+') && isCount(inner.left) && isCount(inner.right);
}

function isString(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'StringLiteral' || inner.type === 'TemplateLiteral' || (inner.type === 'BinaryExpression' && inner.operator === '+' && (isString(inner.left) || isString(inner.right)));
}
