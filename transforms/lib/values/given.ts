import type * as t from '@babel/types';
import type { Change } from '../aliases.ts';
import { isCall, isFunction, isMember, keyName, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type AnyMember, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import type { Script } from '../script.ts';
import type { Proof } from './proof.ts';
import { memberPath, type Target } from './target.ts';
import { isTested } from './tested.ts';
import { holdsMissing, isNever, isPlain, joinValues, keepsAll, losesMembers, NOTHING, NUMBER, PRIMITIVE, type Value } from './value.ts';

/** What an assignment gives to the variable; undefined where that is not proven. */
export function valueGiven({ script, node, kind, value }: Access, current: Value, proof: Proof, own: ReadonlySet<Node>): Value | undefined {
  if (kind === 'write') return value && proof.closed(script, value, { own, slots: [], whole: true });
  const parent = parentOf(wrapped(node));
  if (parent?.type === 'UpdateExpression') return proof.prove(script, parent);
  if (parent?.type !== 'AssignmentExpression' || !/^(\+|-|\*|\||&|\^|<<|>>|>>>)=$/.test(parent.operator)) return undefined;
  const right = proof.prove(script, parent.right);
  if (right === undefined || !isPlain(right) || right.undefined || !isPlain(current) || current.undefined || current.null) return undefined;
  if (right.primitive === 'number' && current.primitive === 'number') return parent.operator === '*=' ? undefined : NUMBER;
  // Text minus something is not a number.
  return /^[-*]=$/.test(parent.operator) ? undefined : PRIMITIVE;
}

/** What a change of a part gives to the variable: the variable's value with only that in it. */
export function elementGiven({ script, node, steps }: Change, current: Value, proof: Proof, own: ReadonlySet<Node>): Value | undefined {
  const outside: Value[] = [];
  let part: Value | undefined = current;
  for (let step = 0; step < steps && part !== undefined && !part.data; step++) {
    outside.push(part);
    part = part.element;
  }
  const inside = (value: Value | undefined): Value | undefined => value && outside.reduceRight<Value>((element, { container }) => ({ ...NOTHING, container, element }), value);
  // Nothing is there yet that could be changed.
  if (part === undefined || isPlain(part)) return NOTHING;
  return inside(part.data ? dataGiven(script, node, proof, own) : partGiven(script, node, part, proof, own));
}

/** What a change of data gives: data again, as long as what is put in is something that JSON can hold. */
function dataGiven(script: Script, node: Node, proof: Proof, own: ReadonlySet<Node>): Value | undefined {
  const data: Value = { ...NOTHING, data: true };
  const dataWith = (value: Value | undefined): Value | undefined => (value === undefined || !keepsAll(value) ? undefined : losesMembers(value) ? { ...data, mixed: 'lossy' } : data);
  const member = parentOf(wrapped(node));
  if (!isMember(member) || memberName(member) === '__proto__') return undefined;
  const above = parentOf(wrapped(member));
  // A list would have gaps, which come back as null.
  if (above?.type === 'AssignmentExpression' && (member.property.type === 'NumericLiteral' || memberName(member) === 'length')) return undefined;
  if (above?.type === 'AssignmentExpression' && above.operator === '=') return dataWith(proof.closed(script, above.right, targetOf(script, above, member, own)));
  if (above?.type === 'AssignmentExpression' || above?.type === 'UpdateExpression') return isCounted(script, member, above, NOTHING, proof) && (above.type === 'UpdateExpression' || isNumber(proof.prove(script, above.right))) ? data : undefined;
  if (above?.type === 'UnaryExpression') return data;
  if (!isCall(above)) return undefined;
  const name = memberName(member) ?? '';
  if (/^(pop|shift|reverse|sort)$/.test(name)) return data;
  const given = name === 'splice' ? above.arguments.slice(2) : /^(push|unshift)$/.test(name) ? above.arguments : undefined;
  const put = given?.map((argument) => (argument.type === 'SpreadElement' ? undefined : proof.closed(script, argument)));
  const missing = put?.findIndex((value) => value?.undefined) ?? -1;
  if (missing !== -1 && !put!.includes(undefined)) proof.doubtOf({ script, node: given![missing]!, isMissing: true });
  return missing !== -1 ? undefined : put?.map(dataWith).reduce<Value | undefined>(joinValues, data);
}

function isNumber(value: Value | undefined): boolean {
  return value !== undefined && value.primitive === 'number' && isPlain(value) && !value.undefined && !value.null;
}

/** What a change of a container gives to it. */
function partGiven(script: Script, node: Node, part: Value, proof: Proof, own: ReadonlySet<Node>): Value | undefined {
  const { container } = part;
  const nothingNew: Value = { ...NOTHING, container };
  const element = (value: Value | undefined): Value | undefined => value && { ...nothingNew, element: value };
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if (isCall(parent) && parent.arguments[0] === outer) {
    // Object.assign(variable, more)
    const more = parent.arguments.slice(1).map((argument) => (argument.type === 'SpreadElement' ? undefined : proof.closed(script, argument)));
    return container === 'object' && more.every((one) => one !== undefined && (one.container === 'object' || one.data)) ? element(more.map((one) => (one!.data ? one! : (one!.element ?? NOTHING))).reduce(joinValues, NOTHING)) : undefined;
  }
  if (!isMember(parent) || memberName(parent) === '__proto__') return undefined;
  const above = parentOf(wrapped(parent));
  if (isCall(above)) return methodGives(script, parent, above, part, proof, own);
  if (above?.type === 'AssignmentExpression') {
    if (container === 'array') return above.operator === '=' && memberName(parent) === 'length' && isShortened(script, above) ? nothingNew : undefined;
    if (container !== 'object') return undefined;
    if (/^(=|\|\|=|\?\?=)$/.test(above.operator)) return element(proof.closed(script, above.right, targetOf(script, above, parent, own)));
    return isCounted(script, parent, above, part, proof) && isNumber(proof.prove(script, above.right)) ? element(NUMBER) : undefined;
  }
  if (above?.type === 'UpdateExpression') return container === 'object' && isCounted(script, parent, above, part, proof) ? element(NUMBER) : undefined;
  return above?.type === 'UnaryExpression' && above.operator === 'delete' && container === 'object' ? nothingNew : undefined;
}

/** Where a write puts something: what comes from the same member is no second name for it, nor what the next statement takes away. */
function targetOf(script: Script, write: Node, member: Node, own: ReadonlySet<Node>): Target {
  const statement = statementOf(write);
  const next = siblings(statement)?.[(siblings(statement) as readonly Node[]).indexOf(statement) + 1];
  const removal = next?.type === 'ExpressionStatement' ? unwrap(next.expression) : undefined;
  const removed = removal?.type === 'UnaryExpression' && removal.operator === 'delete' ? memberPath(script, removal.argument) : isCall(removal) && isMember(removal.callee) && memberName(removal.callee) === 'delete' ? memberPath(script, removal) : undefined;
  return { own, slots: [memberPath(script, member), removed].filter((slot) => slot !== undefined) };
}

/** Whether a list gets no gaps by a new length: `list.length = 0`, `if (list.length > 10) list.length = 10`. */
function isShortened(script: Script, assignment: t.AssignmentExpression): boolean {
  const { left, right } = assignment;
  if (right.type === 'NumericLiteral' && right.value === 0) return true;
  const statement = parentOf(assignment);
  const block = statement && parentOf(statement);
  const branch = block?.type === 'BlockStatement' && block.body[0] === statement ? block : statement;
  const around = branch && parentOf(branch);
  if (statement?.type !== 'ExpressionStatement' || around?.type !== 'IfStatement' || around.consequent !== branch || around.test.type !== 'BinaryExpression' || !/^>=?$/.test(around.test.operator)) return false;
  return script.textOf(around.test.left) === script.textOf(left) && script.textOf(around.test.right) === script.textOf(right) && /^(NumericLiteral|Identifier)$/.test(right.type);
}

/** Whether what is counted is a number already: NaN would come back as null. */
function isCounted(script: Script, member: AnyMember, { operator }: { readonly operator: string }, { element }: Value, proof: Proof): boolean {
  if (!/^(\+\+|--|[+-]=)$/.test(operator)) return false;
  if ((element === undefined || isNever(element) || isNumber(element)) && (isTested(script, member) || isFilledBefore(script, member))) return true;
  const name = memberName(member);
  let starts = 0;
  let others = 0;
  walk(script.program!, (node) => {
    if (node.type === 'AssignmentExpression' && node.operator === '=' && isMember(node.left) && memberName(node.left) === name && !isNumber(proof.prove(script, node.right))) others += 1;
    if (node.type !== 'ObjectProperty' || node.computed || keyName(node) !== name || parentOf(node)?.type !== 'ObjectExpression') return;
    if (node.value.type === 'NumericLiteral') starts += 1;
    else others += 1;
  });
  return !member.computed && starts > 0 && others === 0;
}

/** Whether a statement before gives a member a value where it has none: `if (!(id in counts)) counts[id] = 0;` */
function isFilledBefore(script: Script, member: AnyMember): boolean {
  const text = script.textOf(member);
  const fills = (statement: Node | null | undefined): boolean => {
    if (statement?.type === 'BlockStatement') return statement.body.some(fills);
    if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return false;
    return script.textOf(statement.expression.left) === text;
  };
  const key = script.textOf(member.property);
  const missing = (test: Node): boolean => [`!${text}`, `!(${key} in ${script.textOf(member.object)})`, `${text} === undefined`, `${text} == null`, `${text} == undefined`, `typeof ${text} === 'undefined'`, `!${script.textOf(member.object)}.hasOwnProperty(${key})`].includes(script.textOf(test));
  for (let inner: Node = member, up = parentOf(member); up !== undefined && !isFunction(inner); inner = up, up = parentOf(up)) {
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)) ?? []) {
      if (fills(earlier) || (earlier.type === 'IfStatement' && missing(earlier.test) && fills(earlier.consequent))) return true;
    }
  }
  return false;
}

function methodGives(script: Script, member: AnyMember, call: t.CallExpression | t.OptionalCallExpression, { container }: Value, proof: Proof, own: ReadonlySet<Node>): Value | undefined {
  const target = targetOf(script, call, call, own);
  const args = call.arguments.map((argument) => {
    if (argument.type !== 'SpreadElement') return proof.closed(script, argument, target);
    const list = proof.closed(script, argument.argument);
    return list?.container === 'array' && !list.undefined && !list.null && !list.data ? (list.element ?? NOTHING) : undefined;
  });
  const solid = (values: readonly (Value | undefined)[]): Value | undefined => {
    const isLost = (value: Value | undefined): boolean => value !== undefined && !holdsMissing(container!, value);
    const missing = values.findIndex(isLost);
    if (missing !== -1 && !values.includes(undefined)) proof.doubtOf({ script, node: call.arguments[missing + call.arguments.length - values.length]!, isMissing: true });
    if (values.some((value) => value === undefined || isLost(value))) return undefined;
    return { ...NOTHING, container, element: (values as Value[]).reduce<Value | undefined>((all, value) => (all === undefined ? value : joinValues(all, value)), undefined) };
  };
  const method = memberName(member);
  switch (`${container}.${method}`) {
    case 'array.push':
    case 'array.unshift':
      return solid(args);
    case 'array.splice':
      return solid(args.slice(2));
    case 'array.pop':
    case 'array.shift':
    case 'array.reverse':
    case 'array.sort':
    case 'map.delete':
    case 'map.clear':
    case 'set.delete':
    case 'set.clear':
      return { ...NOTHING, container };
    case 'set.add':
      return args.every((value) => value !== undefined && isPlain(value)) ? solid(args) : undefined;
    case 'date.setDate':
    case 'date.setHours':
    case 'date.setMinutes':
    case 'date.setSeconds':
    case 'date.setMilliseconds':
    case 'date.setMonth':
      // Hours and days may be any number; a number that is not one makes no date.
      return call.arguments.every(({ type }) => type === 'NumericLiteral') ? { ...NOTHING, container } : undefined;
    case 'map.set':
      return args.length === 2 && args[0] !== undefined && isPlain(args[0]) && !args[0].undefined ? solid(args.slice(1)) : undefined;
    default:
      return undefined;
  }
}
