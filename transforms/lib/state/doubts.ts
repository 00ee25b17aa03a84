import { isCall, isMember, memberName, unwrap, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import { shapeOf, type Shape } from '../shapes.ts';
import type { Doubt } from '../values/proof.ts';

/** What storage cannot keep, in words. */
const KINDS: Partial<Record<Shape, string>> = {
  timer: 'the id of a timer', port: 'a port', socket: 'a connection', request: 'a request', registration: 'a registration', window: 'a window', audio: 'a media object', notification: 'a notification', dom: 'an element', promise: 'a promise', function: 'a function', instance: 'an object with behaviour', controller: 'an AbortController',
  weak: 'a WeakMap or WeakSet', generator: 'a generator', filter: 'the filter of a response', date: 'a Date of another moment than now', regexp: 'a regular expression whose flags are not known, or that keeps its place', bigint: 'a BigInt', binary: 'binary data', map: 'a Map', set: 'a Set',
};

/**
 * Why a value may not come back from storage as it went there.
 * @param subject what is in question: `its first value`
 * @param place where it stands
 */
export function doubtWords(subject: string, place: { readonly script: Script; readonly node: Node }, doubt: Doubt | undefined): string {
  if (doubt === undefined) return `${subject} is not known to survive storage`;
  const { script, node, isShared, isMissing } = doubt;
  const line = script.file.origin(node.start!).line;
  const where = script !== place.script ? ` (line ${line} of \`${script.path}\`)` : line === place.script.file.origin(place.node.start!).line ? '' : ` (line ${line})`;
  if (isShared) return `${subject} has another name too, by which it could be changed: \`${short(script, node)}\`${where}`;
  if (isMissing) return `${subject} may be undefined, which storage does not keep there: \`${short(script, node)}\`${where}`;
  return `${subject} is not known to survive storage: ${valueWords(script, node)}${where}`;
}

function valueWords(script: Script, node: Node): string {
  const shape = shapeOf(script, node);
  const kind = KINDS[shape];
  if (kind !== undefined && !(shape === 'promise' && isCall(node))) return kind;
  const text = short(script, node);
  if (node.type === 'BinaryExpression' || (isCall(node) && /^(parseInt|parseFloat|Number|Math\.\w+)$/.test(script.textOf(node.callee)))) return `\`${text}\` may be NaN, infinite or -0, which storage does not keep`;
  if (!isCall(node)) return `\`${text}\``;
  const callee = unwrap(node.callee as Node);
  return `what \`${isMember(callee) ? (memberName(callee) ?? short(script, callee)) : short(script, callee)}()\` returns`;
}

/** An expression on one line, shortened. */
function short(script: Script, node: Node): string {
  const text = script.textOf(node).replace(/\s+/g, ' ').replaceAll('`', "'");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
