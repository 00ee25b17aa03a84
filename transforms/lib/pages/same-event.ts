import { isCall, isMember, isWithin, parentOf, stringValue, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
import { turnsOf, type Turns } from '../turns.ts';
import { isJqueryObject } from './jquery.ts';

/** The id of the element that an expression looks up: `document.getElementById('save')`, `$('#save')`, a constant of it. */
export function idOf(script: Script, node: Node): string | undefined {
  const call = lookupOf(script, node);
  if (!isCall(call)) return undefined;
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? script.textOf(callee.property) : callee.type === 'Identifier' ? callee.name : undefined;
  const text = stringValue(call.arguments[0]);
  if (name === 'getElementById') return text;
  return /^(querySelector|\$|jQuery)$/.test(name ?? '') ? /^#([\w-]+)$/.exec(text ?? '')?.[1] : undefined;
}

function lookupOf(script: Script, node: Node): Node {
  const inner = unwrap(node);
  const init = inner.type === 'Identifier' ? initOfConstant(script.binding(inner)) : undefined;
  return init === undefined ? inner : unwrap(init);
}

/** The other listeners of an event that a page has: they run while a listener of it waits, and may close the page, or change what that one reads. */
export function otherListeners(script: Script, target: Node | undefined, types: string, fn: FunctionNode): readonly Node[] {
  const wanted = typesOf(types).filter((type) => !/^(DOMContentLoaded|load|pageshow|ready|readystatechange|message)$/.test(type));
  return script.realms.flatMap((realm) => {
    const turns = turnsOf(realm);
    return wanted.flatMap((type) => listenersOf(turns, type)
      .filter(({ object, listener }) => !isWithin(fn, listener) && !turns.functionsOf(listener).includes(fn) && mayBeAround(turns.scriptOf(object), object, script, target))
      .map(({ listener }) => listener));
  });
}

/** The listeners of an event, and what they are added to. */
function listenersOf(turns: Turns, type: string): readonly { readonly object: Node; readonly listener: Node }[] {
  const found: { readonly object: Node; readonly listener: Node }[] = [];
  const add = (object: Node, listener: Node | undefined): void => {
    if (listener !== undefined && turns.scriptOf(object).file.editable) found.push({ object, listener });
  };
  for (const name of ['addEventListener', 'on', 'one', 'bind', type]) {
    for (const member of turns.membersNamed(name)) {
      const call = callOfMember(member);
      if (call === undefined || call.arguments.length === 0) continue;
      if (name === type) add(member.object, call.arguments[0]);
      else if (typesOf(stringValue(call.arguments[0]) ?? '').includes(type) && (name === 'addEventListener' || call.arguments.length === 2)) add(member.object, call.arguments[1]);
    }
  }
  for (const member of turns.membersNamed(`on${type}`)) {
    const parent = parentOf(wrapped(member));
    if (parent?.type === 'AssignmentExpression' && parent.left === member) add(member.object, parent.right);
  }
  return found;
}

/** Whether an event of a target comes to another one, too, as far as their words tell. */
function mayBeAround(owner: Script, other: Node, script: Script, target: Node | undefined): boolean {
  if (/^((window|self|document|document\.(body|documentElement))|(\$|jQuery)\((window|document|document\.body|(?<quote>['"])[a-z]+\k<quote>)\))$/.test(owner.textOf(other))) return true;
  if (target === undefined) return false;
  const id = idOf(script, target);
  if (id !== undefined) return idOf(owner, other) === id;
  const [one, two] = [unwrap(other), unwrap(target)];
  if (one.type === 'Identifier' && two.type === 'Identifier') return one.name === two.name && owner.binding(one) === script.binding(two);
  return owner.textOf(one) === script.textOf(two);
}

/** The calls by which the page's own code has the listeners of an event run: `button.click()`, `$('#save').trigger('click')`, `button.onclick()`. */
export function firingsOf(script: Script, target: Node | undefined, types: string): readonly (readonly [Script, AnyCall])[] {
  const found: (readonly [Script, AnyCall])[] = [];
  const id = target && idOf(script, target);
  for (const realm of script.realms) {
    const turns = turnsOf(realm);
    const add = (name: string, isFiring: (call: AnyCall, owner: Script, object: Node) => boolean): void => {
      for (const member of turns.membersNamed(name)) {
        const call = callOfMember(member);
        const owner = turns.scriptOf(member);
        if (call === undefined || !owner.file.editable || !isFiring(call, owner, member.object)) continue;
        const other = idOf(owner, member.object);
        const isApart = (id !== undefined && other !== undefined && id !== other) || /^document\.createElement\(/.test(owner.textOf(lookupOf(owner, member.object)));
        if (!isApart) found.push([owner, call]);
      }
    };
    for (const type of typesOf(types)) {
      add(type, (call, owner, object) => call.arguments.length === 0 && (type === 'click' || isJqueryObject(owner, object)));
      add(`on${type}`, () => true);
      for (const name of ['trigger', 'triggerHandler']) add(name, (call) => typesOf(stringValue(call.arguments[0]) ?? '').includes(type));
      add('dispatchEvent', (call, owner) => call.arguments.some((argument) => new RegExp(`['"\`]${type}['"\`]`).test(owner.textOf(lookupOf(owner, argument as Node)))));
    }
  }
  return found;
}

function callOfMember(member: Node): AnyCall | undefined {
  const parent = parentOf(wrapped(member));
  return isCall(parent) && parent.callee === wrapped(member) ? parent : undefined;
}

function typesOf(types: string): readonly string[] {
  return types.split(/\s+/).map((type) => type.replace(/\..*$/, '')).filter((type) => type !== '');
}
