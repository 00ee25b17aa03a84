import type * as t from '@babel/types';
import { ancestors, isFunction, isMember, isTrue, isWithin, memberName, parentOf, siblings, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from './ast.ts';

/** Whether a place may run again in its function. */
export function isInLoop(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if (/^(For|ForIn|ForOf|While|DoWhile|Labeled)Statement$/.test(up.type)) return true;
  }
  return false;
}

/** What ends with a place: a function, of which the place may be the value, or the script. */
type End = { readonly fn: FunctionNode; readonly isValue: boolean } | { readonly fn: undefined };

/**
 * The end that code comes to behind a place, through blocks, branches and cases.
 * @param isIdle whether a statement behind it counts for nothing
 * @returns 'followed' where other code comes before that, 'used' where what the place gives is used, or it stands in a loop or a `try`
 */
export function endBehind(place: Node, isIdle: (statement: t.Statement) => boolean): End | 'followed' | 'used' {
  let inner: Node = wrapped(place);
  for (const up of ancestors(inner)) {
    if (isFunction(up)) return { fn: up, isValue: inner === up.body && inner.type !== 'BlockStatement' };
    const list = siblings(inner);
    if (list !== undefined && !list.slice(list.indexOf(inner as t.Statement) + 1).every(isIdle)) return 'followed';
    switch (up.type) {
      case 'Program':
        return { fn: undefined };
      case 'ExpressionStatement':
      case 'BlockStatement':
      case 'SwitchCase':
        break;
      case 'IfStatement':
        if (inner === up.test) return 'used';
        break;
      case 'SwitchStatement':
        if (inner.type !== 'SwitchCase') return 'used';
        if (inner !== up.cases.at(-1) && inner.consequent.at(-1)?.type !== 'BreakStatement') return 'followed';
        break;
      default:
        return 'used';
    }
    inner = up;
  }
  return 'used';
}

/** `for (;;)`, `while (true)`, `do … while (1)`: a loop that only a jump leaves. */
export function isEndlessLoop(node: Node): boolean {
  if (node.type === 'ForStatement') return node.test == null;
  if (node.type !== 'WhileStatement' && node.type !== 'DoWhileStatement') return false;
  const test = unwrap(node.test);
  return isTrue(test) || (test.type === 'NumericLiteral' && test.value !== 0);
}

/** Whether a statement always waits before the next one runs. */
export function waitsFirst(statement: Node): boolean {
  const waits = (expression: Node | null | undefined): boolean => {
    const inner = expression && unwrap(expression);
    switch (inner?.type) {
      case 'AwaitExpression':
        return true;
      case 'UnaryExpression':
        return waits(inner.argument);
      case 'MemberExpression':
        return waits(inner.object);
      case 'CallExpression':
        return waits(inner.callee) || inner.arguments.some(waits);
      case 'BinaryExpression':
        return waits(inner.left) || waits(inner.right);
      case 'LogicalExpression':
        return waits(inner.left);
      case 'AssignmentExpression':
        return waits(inner.right);
      default:
        return false;
    }
  };
  switch (statement.type) {
    case 'ExpressionStatement':
      return waits(statement.expression);
    case 'VariableDeclaration':
      return statement.declarations.some(({ init }) => waits(init));
    case 'IfStatement':
      return waits(statement.test);
    default:
      return false;
  }
}

/** A statement, or the outermost loop around it. */
export function outOfLoops(statement: t.Statement, fn: FunctionNode): t.Statement {
  let place = statement;
  for (const up of ancestors(statement)) {
    if (up === fn) break;
    if (/^(For|ForIn|ForOf|While|DoWhile|Labeled)Statement$/.test(up.type) && siblings(up) !== undefined) place = up as t.Statement;
  }
  return place;
}

/** Whether only one of two statements can do something for one message. */
export function isExclusive(one: Node, next: Node): boolean {
  if (one.type !== 'IfStatement' || next.type !== 'IfStatement') return false;
  if (endsFunction(one.consequent) && one.alternate == null) return true;
  const [a, b] = [one, next].map(({ test }) => comparison(unwrap(test)));
  return one.alternate == null && a !== undefined && b !== undefined && a.subject === b.subject && a.value !== b.value;
}

/** Whether one test decides which of two places is come to. */
export function areBranches(one: Node, other: Node): boolean {
  return isInOtherBranch(one, other) || isInOtherBranch(other, one);
}

/** Whether one place is in a branch behind which another one is not come to. */
function isInOtherBranch(one: Node, other: Node): boolean {
  return [...ancestors(one)].some((up) => {
    if ((up.type !== 'IfStatement' && up.type !== 'ConditionalExpression') || !isWithin(one, up.consequent)) return false;
    const list = siblings(up);
    const isLeft = endsFunction(up.consequent) && list?.slice(list.indexOf(up as t.Statement) + 1).some((later) => isWithin(other, later)) === true;
    return isLeft || (up.alternate != null && isWithin(other, up.alternate));
  });
}

/** Whether two places stand in the two branches of one test. */
export function areAlternatives(one: Node, other: Node): boolean {
  let inner = one;
  for (const up of ancestors(one)) {
    if (isWithin(other, up)) return (up.type === 'IfStatement' || up.type === 'ConditionalExpression') && inner !== up.test && !isWithin(other, up.test);
    inner = up;
  }
  return false;
}

/** Whether what stands behind a statement is never come to: it leaves its function, its loop or its `switch` on every way. */
export function completesAbruptly(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some(completesAbruptly);
    case 'IfStatement':
      return statement.alternate != null && completesAbruptly(statement.consequent) && completesAbruptly(statement.alternate);
    default:
      return false;
  }
}

/** Whether a statement always leaves its function. */
export function endsFunction(statement: Node | null | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some(endsFunction);
    case 'IfStatement':
      return endsFunction(statement.consequent) && endsFunction(statement.alternate);
    case 'TryStatement':
      return endsFunction(statement.finalizer) || (endsFunction(statement.block) && (statement.handler == null || endsFunction(statement.handler.body)));
    default:
      return false;
  }
}

/** `request.type === 'get'`. */
function comparison(test: Node): { readonly subject: string; readonly value: string } | undefined {
  if (test.type !== 'BinaryExpression' || !/^={2,3}$/.test(test.operator)) return undefined;
  const value = stringValue(test.right);
  const path = value === undefined ? undefined : pathOf(test.left);
  return path === undefined ? undefined : { subject: path, value: value! };
}

function pathOf(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (!isMember(inner)) return undefined;
  const [object, name] = [pathOf(inner.object), memberName(inner)];
  return object === undefined || name === undefined ? undefined : `${object}.${name}`;
}

/** Whether a case does not go on with the next one. */
export function leavesSwitch({ consequent }: t.SwitchCase): boolean {
  const last = consequent.at(-1);
  if (last?.type === 'BlockStatement') return last.body.length > 0 && /^(Break|Return|Throw)Statement$/.test(last.body.at(-1)!.type);
  return last !== undefined && /^(Break|Return|Throw)Statement$/.test(last.type);
}

/** Whether a `break` ends a case, perhaps in the braces of that case. */
export function isEndOfCase(last: t.BreakStatement): boolean {
  const parent = parentOf(last);
  if (parent?.type === 'SwitchCase') return true;
  const outer = parent?.type === 'BlockStatement' ? parentOf(parent) : undefined;
  return outer?.type === 'SwitchCase' && outer.consequent.at(-1) === parent;
}

/** Whether a jump leads out of some statements. */
export function leadsOutOf(jump: t.BreakStatement | t.ContinueStatement, rest: readonly t.Statement[]): boolean {
  if (jump.label) return true;
  for (const up of ancestors(jump)) {
    if (/^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(up.type) || (jump.type === 'BreakStatement' && up.type === 'SwitchStatement')) return !rest.some((statement) => isWithin(up, statement));
  }
  return true;
}

/** Whether code that has come to a place may go on to another one further down in its function. */
export function leadsTo(place: Node, other: Node): boolean {
  for (const up of [place, ...ancestors(place)]) {
    if (isFunction(up) || isWithin(other, up)) return true;
    const parent = parentOf(up);
    if ((parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && up !== parent.test && isWithin(other, parent)) return false;
    if (isLeft(up)) return jumpsFrom(place, up).some((jump) => jumpLeadsTo(jump, other)) || failureLeadsTo(place, other);
  }
  return true;
}

/** Whether a statement is a jump, or a branch or a case ends by one. */
function isLeft(node: Node): boolean {
  if (JUMP.test(node.type)) return true;
  const list = node.type === 'SwitchCase' ? node.consequent : node.type === 'BlockStatement' && /^(IfStatement|SwitchCase)$/.test(parentOf(node)?.type ?? '') ? node.body : undefined;
  const last = list?.at(-1);
  return last !== undefined && JUMP.test(last.type);
}

const JUMP = /^(Break|Continue|Return|Throw)Statement$/;
const LOOP = /^(For|ForIn|ForOf|While|DoWhile)Statement$/;

/** The jumps behind a place that lead out of the code around it. */
function jumpsFrom(place: Node, around: Node): readonly Node[] {
  const found: Node[] = [];
  walk(around, (node) => {
    if (isFunction(node)) return false;
    const target = JUMP.test(node.type) && node.end! >= place.end! ? targetOf(node) : around;
    if (target === undefined || !isWithin(target, around)) found.push(node);
    return true;
  });
  return found;
}

/** The statement that a `break` ends, or of which a `continue` begins the next round. */
function targetOf(jump: Node): Node | undefined {
  if (jump.type !== 'BreakStatement' && jump.type !== 'ContinueStatement') return undefined;
  const { label } = jump;
  return [...ancestors(jump)].find((up) => (label ? up.type === 'LabeledStatement' && up.label.name === label.name : LOOP.test(up.type) || (jump.type === 'BreakStatement' && up.type === 'SwitchStatement')));
}

function jumpLeadsTo(jump: Node, other: Node): boolean {
  const target = targetOf(jump);
  for (const up of ancestors(jump)) {
    if (up === target || isFunction(up)) break;
    if (up.type === 'TryStatement' && up.finalizer && isWithin(other, up.finalizer)) return true;
  }
  if (jump.type === 'ThrowStatement') return failureLeadsTo(jump, other);
  return target !== undefined && (isWithin(other, target) ? jump.type === 'ContinueStatement' : leadsTo(target, other));
}

/** Whether the code goes on to a place after a failure of another one is caught. */
function failureLeadsTo(place: Node, other: Node): boolean {
  for (const up of ancestors(place)) {
    if (isFunction(up)) return false;
    if (up.type !== 'TryStatement' || !up.handler || !isWithin(place, up.block)) continue;
    return isWithin(other, up.handler) || (!isWithin(other, up.block) && !endsFunction(up.handler.body) && leadsTo(up, other));
  }
  return false;
}
