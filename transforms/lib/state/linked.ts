import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import type { Turns } from '../turns.ts';

/**
 * Whether what a mark says is about something else: both are changed together, and code asks the mark before it uses the other.
 * A mark that came back without it would speak of what is lost: `running` of a queue, `loaded` of a cache, an index of its list.
 */
export function isMarkOf(mark: Variable, other: Variable, turns: Turns): boolean {
  const changes = mark.accesses.filter(isChange);
  const others = other.accesses.filter(isChange);
  if (!changes.some(({ node }) => others.some((change) => isTogether(node, change.node)))) return false;
  const uses = other.accesses.filter(({ initial }) => !initial).map(({ node }) => node);
  return mark.accesses.some(({ node, reads, initial }) => !initial && reads && asks(node, uses, turns));
}

/** Whether a mark is changed only while a timer runs: `if (ticker) paused = !paused`. What came back without the timer would hold the next one up. */
export function isSetWhileRunning(mark: Variable, timer: Variable): boolean {
  const changes = mark.accesses.filter(isChange);
  const uses = new Set(timer.accesses.map(({ node }) => node));
  // What is only counted up says nothing of what is.
  return changes.some(({ kind }) => kind !== 'update') && changes.every(({ node }) => [node, ...ancestors(node)].some((up) => {
    const holder = parentOf(up);
    if (holder?.type === 'IfStatement' && holder.consequent === up && saysSo(holder.test, uses)) return true;
    const list = siblings(up);
    return list?.slice(0, list.indexOf(up as never)).some((one) => one.type === 'IfStatement' && mayLeave(one.consequent) && isDenied(one.test, uses)) === true;
  }));
}

/** `timer`, `timer !== null`, `timer && more` */
function saysSo(test: Node, uses: ReadonlySet<Node>): boolean {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression') return inner.operator === '&&' && (saysSo(inner.left, uses) || saysSo(inner.right, uses));
  return uses.has(inner) || (inner.type === 'BinaryExpression' && /^!==?$/.test(inner.operator) && (uses.has(unwrap(inner.left)) || uses.has(unwrap(inner.right))));
}

/** `!timer`, `timer === null`, `!timer || more` */
function isDenied(test: Node, uses: ReadonlySet<Node>): boolean {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression') return inner.operator === '||' && (isDenied(inner.left, uses) || isDenied(inner.right, uses));
  return (inner.type === 'UnaryExpression' && inner.operator === '!' && uses.has(unwrap(inner.argument))) || (inner.type === 'BinaryExpression' && /^===?$/.test(inner.operator) && (uses.has(unwrap(inner.left)) || uses.has(unwrap(inner.right))));
}

/** Whether a list has the keys of another variable's content: `delete cache[order.shift()]`, `cache.delete(order.shift())`. Alone, it would name what is lost. */
export function isListOfKeys(list: Variable, { accesses }: Variable): boolean {
  return accesses.some(({ node }) => {
    const member = parentOf(wrapped(node));
    if (!isMember(member) || member.object !== wrapped(node)) return false;
    const call = parentOf(wrapped(member));
    const key = member.computed ? member.property : isCall(call) && call.callee === wrapped(member) && /^(get|has|delete)$/.test(memberName(member) ?? '') ? call.arguments[0] : undefined;
    return key !== undefined && list.accesses.some((access) => isWithin(access.node, key));
  });
}

function isChange({ kind, initial }: Access): boolean {
  return !initial && (kind === 'write' || kind === 'update' || kind === 'mutate');
}

/** Whether a place is asked for, and the answer decides about one of some uses, or picks one. */
function asks(place: Node, uses: readonly Node[], turns: Turns): boolean {
  const test = testAround(place);
  if (test === undefined) return uses.some((use) => isKeyOf(place, use)) || namesOf(place, turns).some((name) => asks(name, uses, turns));
  const holder = parentOf(test)!;
  const mayEnd = holder.type === 'IfStatement' && mayLeave(holder);
  if (uses.some((use) => isWithin(use, holder) || (mayEnd && use.start! > holder.end! && isTogether(test, use)))) return true;
  // if (!running) next();
  const called = new Set<FunctionNode>();
  walk(holder, (node) => {
    if (isCall(node)) for (const fn of turns.targetsOf(node)) called.add(fn);
    return !isFunction(node);
  });
  return uses.some((use) => [...called].some((fn) => isWithin(use, fn)));
}

/** Where the answer is used that a constant keeps: `const isFirst = !running`. */
function namesOf(place: Node, turns: Turns): Node[] {
  const declarator = [place, ...ancestors(place)].find((up) => !/^(Logical|Unary|Binary)Expression$/.test(parentOf(wrapped(up))?.type ?? ''));
  const parent = declarator && parentOf(wrapped(declarator));
  const binding = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? turns.scriptOf(place).binding(parent.id) : undefined;
  return binding === undefined ? [] : binding.references.filter(({ writes }) => !writes).map(({ node }) => node);
}

/** The condition that a place is part of. */
function testAround(place: Node): Node | undefined {
  for (let inner = wrapped(place), up = parentOf(inner); up !== undefined; inner = wrapped(up), up = parentOf(inner)) {
    switch (up.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return up.test === inner ? inner : undefined;
      case 'LogicalExpression':
      case 'UnaryExpression':
      case 'BinaryExpression':
        continue;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** `list[index]` */
function isKeyOf(place: Node, use: Node): boolean {
  const member = parentOf(wrapped(place));
  return isMember(member) && member.computed && member.property === wrapped(place) && unwrap(member.object) === use;
}

/** Whether two places are steps of one list of statements in a function: one of them is a step itself, the other one may be deeper in its own. */
function isTogether(a: Node, b: Node): boolean {
  for (const up of [a, ...ancestors(a)]) {
    if (functionOf(up) === undefined) return false;
    const list = siblings(up);
    const other = list?.find((statement) => isWithin(b, statement));
    if (list === undefined || other === undefined) continue;
    return isStep(a, up) || isStep(b, other);
  }
  return false;
}

/** Whether a place is done whenever a statement is. */
function isStep(place: Node, statement: Node): boolean {
  if (statement.type === 'IfStatement') return isWithin(place, statement.test);
  return /^(Expression|Return)Statement$|^VariableDeclaration$/.test(statement.type) && functionOf(place) === functionOf(statement);
}
