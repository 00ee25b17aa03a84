import { isCall, isMember, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import type { Script } from '../script.ts';

/** Methods of jQuery that take a listener as their last argument. */
const LISTENING = new Set(['on', 'one', 'bind', 'ready', 'click', 'dblclick', 'change', 'input', 'submit', 'focus', 'blur', 'keyup', 'keydown', 'keypress', 'mousedown', 'mouseup', 'mouseenter', 'mouseleave', 'mouseover', 'mouseout']);

/** Whether jQuery is given something to call when something happens. */
export function isJqueryListener(script: Script, place: Node): boolean {
  const call = parentOf(wrapped(place));
  return isCall(call) && call.arguments.at(-1) === wrapped(place) && listensByJquery(script, unwrap(call.callee as Node));
}

/** What a listener is given to: `$(…).on` of `$(…).on('click', save)`, `$` of `$(start)`. */
export function listensByJquery(script: Script, callee: Node): boolean {
  return isMember(callee) ? LISTENING.has(memberName(callee) ?? '') && isJqueryObject(script, callee.object) : isJquery(script, callee);
}

/** `$`, `jQuery` */
function isJquery(script: Script, id: Node): boolean {
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
