import { isCall, isFunction, isMember, isWithin, keyName, memberName, nameOfCallee, parentOf, stringValue, unwrap, walk, type FunctionNode, type Node } from '../ast.ts';
import { turnFunction } from '../callbacks.ts';
import { isGlobalName } from '../global-names.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { turnsOf } from '../turns.ts';
import { NEEDS_GESTURE } from '../user-gestures.ts';

/** What an event, or the browser for it, gives only while its listeners run. */
const EVENT_MEMBERS = /^(preventDefault|stopPropagation|stopImmediatePropagation|currentTarget|returnValue|cancelBubble|dataTransfer|clipboardData|composedPath|eventPhase|waitUntil|respondWith)$/;
/** What asks for the user's gesture. */
const GESTURES = /^(requestFullscreen|execCommand|showPicker|showOpenFilePicker|showSaveFilePicker|requestPermission|writeText|readText|openPopup|requestPictureInPicture|requestPointerLock|getDisplayMedia|share)$/;

/** Refuses a wait before what works only while an event is being handled, in a function or in those that it calls. */
export function assertNothingAtOnce(script: Script, fn: FunctionNode, from: number, apart: readonly Node[] = []): void {
  for (const [owner, node] of reachedFrom(script, fn, from)) {
    if (apart.some((statement) => isWithin(node, statement))) continue;
    if (isMember(node)) {
      const name = memberName(node) ?? '';
      if (name === 'event' && isGlobalName(owner, node.object)) throw new Refusal('`event` of the window is another one once a listener has waited');
      if (EVENT_MEMBERS.test(name)) throw new Refusal(`\`${name}\` comes too late once a listener has waited`);
      if (GESTURES.test(name) || /^(clipboard)$/.test(name)) throw new Refusal(`\`${name}\` needs the user's gesture, which a wait may lose`);
    }
    if (node.type === 'ObjectProperty' && parentOf(node)?.type === 'ObjectPattern' && EVENT_MEMBERS.test(keyName(node) ?? '')) throw new Refusal(`\`${keyName(node)}\` comes too late once a listener has waited`);
    if (owner.freeNames.get('event')?.some((free) => free.node === node)) throw new Refusal('`event` of the window is another one once a listener has waited');
    if (node.type === 'AssignmentExpression' && isMember(node.left) && /^(this|\w+\.(target|srcElement))\.(href|action|download|value|checked)$/.test(owner.textOf(node.left))) throw new Refusal(`\`${owner.textOf(node.left)}\` may be what the browser goes on with`);
    if (!isCall(node)) continue;
    const path = owner.api(unwrap(node.callee as Node))?.names.join('.') ?? '';
    const text = owner.textOf(node.callee as Node);
    if (NEEDS_GESTURE.test(path) || /^((window|self)\.)?(open|print)$/.test(text)) throw new Refusal(`\`${text}\` needs the user's gesture, which a wait may lose`);
    if ((/\.click$/.test(text) && node.arguments.length === 0) || (/\.dispatchEvent$/.test(text) && node.arguments.some((argument) => /\bMouseEvent/.test(owner.textOf(argument as Node))))) throw new Refusal(`\`${text}\` needs the user's gesture, which a wait may lose`);
    if (owner.api(unwrap(node.callee as Node)) === undefined && /^(sendResponse|respond)$/.test(text)) throw new Refusal('a message is answered after it');
  }
}

/** Refuses a wait before listeners are added that would miss events. */
export function assertNoLateListeners(script: Script, fn: FunctionNode, from: number): void {
  for (const [owner, node] of reachedFrom(script, fn, from)) {
    if (!isCall(node)) continue;
    const callee = unwrap(node.callee as Node);
    const name = nameOfCallee(callee);
    const type = stringValue(node.arguments[0]) ?? '';
    const isLate = (name === 'addListener' && isMember(callee)) || (name === 'addEventListener' && /^(DOMContentLoaded|load|pageshow|readystatechange|message)$/.test(type)) || (name === 'ready' && isMember(callee));
    if (isLate) throw new Refusal(`\`${owner.textOf(callee)}\` would listen late`);
  }
}

/** What may run behind an offset of a function, with what the page's functions do that are called there. */
export function reachedFrom(script: Script, fn: FunctionNode, from: number): readonly (readonly [Script, Node])[] {
  const found: (readonly [Script, Node])[] = [];
  const seen = new Set<FunctionNode>([fn]);
  const visit = (owner: Script, whole: Node, start: number): void => {
    walk(whole, (node) => {
      if (isFunction(node) && node !== whole && turnFunction(owner, node.body) === node) return false;
      if (node.end! <= start) return false;
      found.push([owner, node]);
      if (isCall(node) || node.type === 'NewExpression') {
        for (const realm of owner.realms) {
          const turns = turnsOf(realm);
          for (const target of turns.targetsOf(node)) {
            if (seen.has(target)) continue;
            seen.add(target);
            visit(turns.scriptOf(target), target, target.start!);
          }
        }
      }
      return true;
    });
  };
  visit(script, fn, from);
  return found;
}
