import { ancestors, functionOf, isCall, isFunction, isMember, isNothing, isWithin, memberName, parentOf, unwrap, wrapped, type AnyMember, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { IDLE_LIMIT } from '../platform.ts';
import type { Script } from '../script.ts';
import type { Bounding } from '../values/bounds.ts';

/** What a test of a moment tells of the time since then: `Date.now() - last < 1000`. */
type Test = 'recent' | 'over';

/**
 * Whether a variable only tells when something short began, `if (Date.now() - last < 1000) return;`, or counts within such a time:
 * after an unload it is over in any case, as it is where nothing began yet.
 */
export function isOfShortWindow({ accesses }: Variable, bounding: Bounding): boolean {
  const first = accesses.find(({ initial }) => initial);
  if (first === undefined || (first.value !== undefined && !isNone(first.value))) return false;
  return isMoment(accesses, first, bounding) || isCount(accesses, bounding);
}

function isMoment(accesses: readonly Access[], { value: none }: Access, bounding: Bounding): boolean {
  // The distance from `undefined` is no number: no test of it holds.
  const isNumber = none !== undefined && /^(Null|Numeric)Literal$/.test(unwrap(none).type);
  let isAsked = false;
  return accesses.every((access) => {
    const { script, node, kind, value } = access;
    if (access.initial || (kind === 'read' && !access.reads)) return true;
    if (kind === 'write') return value !== undefined && isPlainAssignment(node) && isNow(script, value);
    const distance = distanceOf(script, node);
    if (kind !== 'read' || distance === undefined) return false;
    const test = testOf(script, distance, bounding);
    if (test === undefined) return isUnder(script, node, 'recent', bounding);
    isAsked = true;
    return test === 'recent' || isNumber;
  }) && isAsked;
}

/** Whether a count begins anew where the last window is over, and whoever asks for it has come by there. */
function isCount(accesses: readonly Access[], bounding: Bounding): boolean {
  const begins = accesses.flatMap(({ script, node, kind, value, initial }) => {
    const isBegin = kind === 'write' && !initial && value !== undefined && isNone(value);
    const start = isBegin ? [...ancestors(node)].find((up) => up.type === 'IfStatement' || isFunction(up)) : undefined;
    return start?.type === 'IfStatement' && isWithin(node, start.consequent) && momentsIn(start.test, script, 'over', true, bounding).some((moment) => isSetIn(script, moment, start.consequent)) ? [start] : [];
  });
  return begins.length > 0 && accesses.every(({ node, initial }) => initial || begins.some((begin) => functionOf(begin) === functionOf(node) && node.start! >= begin.start!));
}

/** Whether a moment is given a new one in some code. */
function isSetIn(script: Script, moment: Node, code: Node): boolean {
  const binding = moment.type === 'Identifier' ? script.binding(moment) : undefined;
  return binding?.references.some(({ node, writes }) => writes && isWithin(node, code)) === true;
}

/** Whether a place is come to only where a test of the same moment tells something of it. */
function isUnder(script: Script, moment: Node, what: Test, bounding: Bounding): boolean {
  const name = script.textOf(moment);
  return [...ancestors(moment)].some((up) => {
    if (up.type !== 'IfStatement' && up.type !== 'ConditionalExpression') return false;
    const holds = isWithin(moment, up.consequent);
    return (holds || (up.alternate != null && isWithin(moment, up.alternate))) && momentsIn(up.test, script, what, holds, bounding).some((one) => script.textOf(one) === name);
  });
}

/** The moments of which it is sure, where a test holds or does not, that they are recent, or over. */
function momentsIn(test: Node, script: Script, what: Test, holds: boolean, bounding: Bounding): readonly Node[] {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return momentsIn(inner.argument, script, what, !holds, bounding);
  if (inner.type === 'LogicalExpression') return inner.operator === (holds ? '&&' : '||') ? [inner.left, inner.right].flatMap((side) => momentsIn(side, script, what, holds, bounding)) : [];
  if (inner.type !== 'BinaryExpression') return [];
  return [inner.left, inner.right].flatMap((side) => {
    const distance = unwrap(side);
    const moment = distance.type === 'BinaryExpression' ? unwrap(distance.right) : undefined;
    const told = moment !== undefined && distanceOf(script, moment) === distance ? testOf(script, distance, bounding) : undefined;
    return told !== undefined && (told === what) === holds ? [moment!] : [];
  });
}

/** `Date.now() - last` */
function distanceOf(script: Script, moment: Node): Node | undefined {
  const distance = parentOf(wrapped(moment));
  return distance?.type === 'BinaryExpression' && distance.operator === '-' && distance.right === wrapped(moment) && isNow(script, distance.left) ? distance : undefined;
}

/** What a comparison of a distance with less than the idle limit tells where it holds; undefined where the distance is not compared with that. */
function testOf(script: Script, distance: Node, bounding: Bounding): Test | undefined {
  const test = parentOf(wrapped(distance));
  if (test?.type !== 'BinaryExpression' || !/^[<>]=?$/.test(test.operator)) return undefined;
  const isLeft = test.left === wrapped(distance);
  if (!(bounding.of(script, isLeft ? test.right : test.left).most < IDLE_LIMIT)) return undefined;
  return test.operator.startsWith('<') === isLeft ? 'recent' : 'over';
}

function isPlainAssignment(target: Node): boolean {
  const assignment = parentOf(wrapped(target));
  return assignment?.type === 'AssignmentExpression' && assignment.operator === '=';
}

/** `Date.now()`, `+new Date()`, or a constant of the same function that is given it. `performance.now()` counts anew at each start. */
function isNow(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'UnaryExpression' && inner.operator === '+') return isNow(script, inner.argument);
  if (inner.type === 'NewExpression') return inner.arguments.length === 0 && script.textOf(inner.callee) === 'Date';
  if (isCall(inner)) {
    const callee = unwrap(inner.callee as Node);
    const name = isMember(callee) ? memberName(callee) : undefined;
    return name === 'now' ? script.textOf((callee as AnyMember).object) === 'Date' : (name === 'getTime' || name === 'valueOf') && isNow(script, (callee as AnyMember).object);
  }
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  if (declaration?.init === undefined || another !== undefined || declaration.keys?.length !== 0 || binding!.references.some(({ writes }) => writes)) return false;
  return functionOf(declaration.id) === functionOf(inner) && isNow(script, declaration.init);
}

function isNone(node: Node): boolean {
  const inner = unwrap(node);
  return isNothing(inner) || (inner.type === 'NumericLiteral' && inner.value === 0);
}
