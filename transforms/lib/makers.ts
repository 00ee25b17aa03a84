import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isNothing, isWithin, keyName, memberName, parentOf, unwrap, walk, wrapped, type FunctionNode, type Node } from './ast.ts';
import { isAccessor } from './calls/units.ts';
import type { Script } from './script.ts';

// Functions that make an object: always, or where there is none yet.

/** Whether a function makes an object where there is none, for no other reason, and gives it in any case: `if (!one) one = new App(); return one;`. */
export function givesAlways(fn: FunctionNode, assignment: t.AssignmentExpression, mentions: ReadonlySet<Node>): boolean {
  for (let node = wrapped(assignment), up = parentOf(node); up !== undefined && up !== fn; node = up, up = parentOf(up)) {
    if (up.type === 'LogicalExpression' ? up.right !== node || up.operator === '&&' || !mentions.has(unwrap(up.left))
      : up.type === 'IfStatement' || up.type === 'ConditionalExpression' ? node !== branchWithout(up, mentions)
      : !/^(Expression|Block|Return)Statement$/.test(up.type) && wrapped(unwrap(up)) !== wrapped(assignment)) return false;
  }
  const isIt = (node: Node): boolean => {
    const inner = unwrap(node);
    if (inner.type === 'ConditionalExpression') return isIt(inner.consequent) && isIt(inner.alternate);
    return mentions.has(inner) || inner === assignment || (inner.type === 'LogicalExpression' && inner.operator !== '&&' && isIt(inner.left) && isIt(inner.right));
  };
  if (fn.body.type !== 'BlockStatement') return isIt(fn.body);
  const last = fn.body.body.at(-1);
  const isSure = (end: t.ReturnStatement): boolean => {
    if (!end.argument || !isIt(end.argument)) return false;
    if (end === last || isWithin(assignment, end) || parentOf(end) === parentOf(parentOf(wrapped(assignment))!)) return true;
    const block = parentOf(end)!;
    const branch = block.type === 'BlockStatement' ? block : end;
    const test = parentOf(branch);
    const without = test?.type === 'IfStatement' ? branchWithout(test, mentions) : branch;
    return test?.type === 'IfStatement' && without !== undefined && without !== branch;
  };
  let sure = last?.type === 'ReturnStatement';
  walk(fn.body, (node) => {
    if (node.type === 'ReturnStatement') sure &&= isSure(node);
    return sure && !isFunction(node);
  });
  return sure;
}

/** What of a decision is done where there is no object yet: null for nothing; undefined where the test asks for something else. */
function branchWithout({ test, consequent, alternate }: t.IfStatement | t.ConditionalExpression, mentions: ReadonlySet<Node>): Node | null | undefined {
  const asked = unwrap(test);
  if (mentions.has(asked)) return alternate ?? null;
  if (asked.type === 'UnaryExpression') return asked.operator === '!' && mentions.has(unwrap(asked.argument)) ? consequent : undefined;
  const isQuestion = asked.type === 'BinaryExpression' && /^[!=]==?$/.test(asked.operator) && ((mentions.has(unwrap(asked.left)) && isNothing(asked.right)) || (mentions.has(unwrap(asked.right)) && isNothing(asked.left)));
  if (!isQuestion) return undefined;
  return asked.operator.startsWith('=') ? consequent : alternate ?? null;
}

/** Whether a mention only asks whether an object is there: `if (!instance)`, `instance === null`. */
export function isAskedFor(node: Node): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if (parent?.type === 'UnaryExpression') return parent.operator === '!';
  if (parent?.type === 'BinaryExpression') return /^[!=]==?$/.test(parent.operator) && isNothing(parent.left === outer ? parent.right : parent.left);
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === outer;
}

/** The expression whose value a mention is: `instance ?? (instance = new Store())`. */
export function valueOf(node: Node): Node {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  return parent?.type === 'LogicalExpression' && parent.operator !== '&&' ? valueOf(parent) : outer;
}

/** Whether the making of an object of a class runs no other code, and needs no name that may not be there yet. */
export function isMadeQuietly(script: Script, cls: t.Class): boolean {
  const parts = cls.body.body.flatMap((member): Node[] => {
    if (member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') return member.static || !member.value ? [] : [member.value];
    return member.type === 'ClassMethod' && member.kind === 'constructor' ? [...member.params, member.body] : [];
  });
  const accessors = cls.body.body.filter((member): member is t.ClassMethod | t.ClassPrivateMethod => isFunction(member) && isAccessor(member));
  const getters = new Set(accessors.map((member) => keyName(member)));
  if (cls.superClass || accessors.some(({ kind }) => kind === 'set')) return false;
  // What another script declares, or a property of the global object, may have another value by the time that somebody asks.
  const free = new Set([...script.freeNames].flatMap(([name, uses]) => (/^(undefined|NaN|Infinity|Map|Set|chrome|browser)$/.test(name) ? [] : uses.map(({ node }): Node => node))));
  return parts.every((part) => {
    let quiet = true;
    walk(part, (node) => {
      if (isFunction(node)) return false;
      const isMade = node.type === 'NewExpression' && node.callee.type === 'Identifier' && /^(Map|Set)$/.test(node.callee.name) && script.binding(node.callee) === undefined;
      if (isCall(node) || (node.type === 'NewExpression' && !isMade) || /^(TaggedTemplate|Await|Yield)Expression$|^ThrowStatement$/.test(node.type)) quiet = false;
      if (free.has(node) || (isMember(node) && getters.has(memberName(node)))) quiet = false;
      if (node.type === 'Identifier' && script.binding(node)?.scope.parent === undefined && script.binding(node) !== undefined) quiet = false;
      return quiet;
    });
    return quiet;
  });
}

/** Whether a function does more than to make an object and to give it. */
export function mayDoMore(body: Node, made: Node): boolean {
  let more = false;
  walk(body, (node) => {
    if ((isCall(node) || node.type === 'NewExpression' || node.type === 'TaggedTemplateExpression' || node.type === 'ThrowStatement' || node.type === 'UpdateExpression' || (node.type === 'AssignmentExpression' && unwrap(node.right) !== made)) && node !== made) more = true;
    return !more;
  });
  return more;
}

/** The function that does nothing but to return what it makes. */
export function makerOf(made: Node): FunctionNode | undefined {
  const parent = parentOf(made);
  const fn = parent?.type === 'ReturnStatement' ? functionOf(parent) : parent?.type === 'ArrowFunctionExpression' && parent.body === made ? parent : undefined;
  const isAlone = fn !== undefined && (fn === parent || (fn.body.type === 'BlockStatement' && fn.body.body.length === 1 && fn.body.body[0] === parent));
  return isAlone && !fn.async && !fn.generator ? fn : undefined;
}
