import { isCall, isMember, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import type { Script } from '../script.ts';

/** What jQuery calls when the user acts, or the page is ready. */
const JQUERY_EVENTS = /^(on|one|bind|delegate|live|ready|click|dblclick|change|input|submit|focus|keyup|keydown|keypress|mousedown|mouseup|mouseenter|mouseleave|hover)$/;

/** Whether jQuery is given something to call when something happens. */
export function isJqueryListener(script: Script, place: Node): boolean {
  const call = parentOf(wrapped(place));
  if (!isCall(call) || call.arguments.at(-1) !== wrapped(place)) return false;
  const callee = unwrap(call.callee as Node);
  if (callee.type === 'Identifier') return isJquery(script, callee);
  if (!isMember(callee) || !JQUERY_EVENTS.test(memberName(callee) ?? '')) return false;
  return isJqueryObject(script, callee.object);
}

/** `$`, `jQuery` */
export function isJquery(script: Script, id: Node): boolean {
  return id.type === 'Identifier' && /^(\$|jQuery)$/.test(id.name) && script.binding(id) === undefined;
}

/** `$('#save')`, with methods that give it back. */
export function isJqueryObject(script: Script, node: Node): boolean {
  let inner = unwrap(node);
  while (isCall(inner)) {
    const callee = unwrap(inner.callee as Node);
    if (isJquery(script, callee)) return true;
    if (!isMember(callee)) return false;
    inner = unwrap(callee.object);
  }
  return false;
}
