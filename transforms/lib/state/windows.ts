import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, walk, wrapped, type Node } from '../ast.ts';
import type { Variable } from '../bindings.ts';
import type { Script } from '../script.ts';
import type { Bounding } from '../values/bounds.ts';
import { IDLE_LIMIT } from '../platform.ts';

/**
 * Whether a variable only tells when something short began, `if (Date.now() - last < 1000) return;`, or counts within such a time:
 * after an unload it is over in any case, as it is where nothing began yet.
 */
export function isOfShortWindow(variable: Variable, bounding: Bounding): boolean {
  const { accesses } = variable;
  const first = accesses.find(({ initial }) => initial);
  if (first === undefined || (first.value !== undefined && !isNothing(first.value))) return false;
  if (accesses.every(({ kind, value, initial }) => initial || kind === 'read' || (kind === 'write' && value !== undefined && isNow(first.script, value)))) {
    const asked = accesses.filter(({ kind, reads }) => kind === 'read' && reads).map(({ script, node }) => windowOf(script, node, bounding));
    return asked.includes('test') && !asked.includes(undefined);
  }
  const begins = accesses.filter(({ script, node, kind, value, initial }) => kind === 'write' && !initial && value !== undefined && isNothing(value) && isInWindow(script, node, bounding));
  // Others who ask for the count get it also when the window is long over.
  return begins.length > 0 && accesses.every(({ node, initial }) => initial || begins.some((begin) => functionOf(begin.node) === functionOf(node)));
}

/** What begins a window anew stands under the test that the last one is over. */
function isInWindow(script: Script, place: Node, bounding: Bounding): boolean {
  const condition = [...ancestors(place)].find((up) => up.type === 'IfStatement' || isFunction(up));
  if (condition?.type !== 'IfStatement' || [...ancestors(place)].includes(condition.alternate as Node)) return false;
  let begins = false;
  walk(condition.test, (node) => {
    if (node.type !== 'Identifier' || windowOf(script, node, bounding) !== 'test') return;
    const binding = script.binding(node);
    begins ||= binding?.references.some((reference) => reference.writes && functionOf(reference.node) === functionOf(place) && [...ancestors(reference.node)].includes(condition.consequent)) === true;
  });
  return begins;
}

/** How a moment is used: its distance is compared with less than the idle limit, or counted with under such a test. */
function windowOf(script: Script, moment: Node, bounding: Bounding): 'test' | 'distance' | undefined {
  const distance = parentOf(wrapped(moment));
  if (distance?.type !== 'BinaryExpression' || distance.operator !== '-' || distance.right !== wrapped(moment) || !isNow(script, distance.left)) return undefined;
  const test = parentOf(wrapped(distance));
  if (test?.type !== 'BinaryExpression' || !/^[<>]=?$/.test(test.operator)) return isTested(script, moment, bounding) ? 'distance' : undefined;
  const bound = test.left === wrapped(distance) ? test.right : test.left;
  return bounding.of(script, bound).most < IDLE_LIMIT ? 'test' : undefined;
}

/** Whether a place stands under a test of the same moment. */
function isTested(script: Script, moment: Node, bounding: Bounding): boolean {
  const binding = moment.type === 'Identifier' ? script.binding(moment) : undefined;
  return [...ancestors(moment)].some((up) => up.type === 'IfStatement' && !isWithin(moment, up.test)
    && binding?.references.some(({ node }) => isWithin(node, up.test) && windowOf(script, node, bounding) === 'test') === true);
}

/** `Date.now()`, `+new Date()`, `performance.now()`, or a constant of the same function that is given it. */
function isNow(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'UnaryExpression' && inner.operator === '+') return isNow(script, inner.argument);
  if (inner.type === 'NewExpression') return inner.arguments.length === 0 && script.textOf(inner.callee) === 'Date';
  if (isCall(inner)) {
    const callee = unwrap(inner.callee as Node);
    return isMember(callee) && ((memberName(callee) === 'now' && /^(Date|performance)$/.test(script.textOf(callee.object))) || (memberName(callee) === 'getTime' && isNow(script, callee.object)));
  }
  const [declaration, another] = inner.type === 'Identifier' ? (script.binding(inner)?.declarations ?? []) : [];
  return declaration?.init !== undefined && another === undefined && declaration.keys?.length === 0 && functionOf(declaration.id) === functionOf(inner) && isNow(script, declaration.init);
}

function isNothing(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'NullLiteral' || (inner.type === 'NumericLiteral' && inner.value === 0) || (inner.type === 'Identifier' && inner.name === 'undefined');
}
