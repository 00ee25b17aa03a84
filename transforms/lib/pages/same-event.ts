import { isCall, isFunction, isMember, isWithin, keyName, memberName, nameOfCallee, parentOf, stringValue, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { isInside, type Page, type PageElement } from '../page.ts';
import { initOfConstant, type Binding } from '../scope.ts';
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
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const init = initOfConstant(binding) ?? listOf(binding);
  return init === undefined ? inner : unwrap(init);
}

/** The list whose elements a variable is, one after the other: `for (const button of buttons)`, `buttons.forEach((button) => …)`. */
function listOf(binding: Binding | undefined): Node | undefined {
  const [declaration, ...more] = binding?.declarations ?? [];
  if (declaration === undefined || more.length > 0 || binding!.references.some(({ writes }) => writes)) return undefined;
  const fn = parentOf(declaration.id);
  const loop = parentOf(parentOf(declaration.id) ?? declaration.id);
  const around = loop && parentOf(loop);
  if (around?.type === 'ForOfStatement' && around.left === loop) return around.right;
  const call = isFunction(fn) && fn.params[0] === declaration.id ? parentOf(wrapped(fn)) : undefined;
  const callee = isCall(call) && call.arguments[0] === wrapped(fn!) ? unwrap(call.callee as Node) : undefined;
  return isMember(callee) && memberName(callee) === 'forEach' ? callee.object : undefined;
}

/** What a listener is added to, and for which events. */
export interface ListenedTo {
  readonly target: Node | undefined;
  readonly types: string;
  /** Whether it comes before the listeners of what is inside. */
  readonly isCapturing: boolean;
}

/** The events that the same deed of the user brings about behind one. */
const SEQUELS: Readonly<Record<string, readonly string[]>> = {
  pointerup: ['mouseup', 'click'], touchend: ['mouseup', 'click'], mouseup: ['click'], click: ['input', 'change'],
  keydown: ['keypress', 'input', 'keyup', 'change', 'submit'], keypress: ['input', 'keyup', 'change', 'submit'], input: ['change', 'keyup'], change: ['submit'],
};

/** The listeners of a page that run while a listener of an event waits, for that event or one that comes with it: they may close the page, or change what that one reads. */
export function otherListeners(script: Script, { target, types, isCapturing }: ListenedTo, fn: FunctionNode): readonly Node[] {
  const wanted = typesOf(types).filter((type) => !/^(DOMContentLoaded|load|pageshow|ready|readystatechange|message)$/.test(type));
  return script.realms.flatMap((realm) => {
    const turns = turnsOf(realm);
    const page = script.extension.page(realm.name);
    const others = (type: string, isEarlier: boolean): readonly Node[] => listenersOf(turns, type)
      .filter(({ listener }) => !isWithin(fn, listener) && !turns.functionsOf(listener).includes(fn))
      .filter(({ object }) => (isEarlier && mayContain(page, script, target, turns.scriptOf(object), object)) || mayBeAround(page, turns.scriptOf(object), object, script, target))
      .map(({ listener }) => listener);
    return wanted.flatMap((type) => [...others(type, isCapturing), ...(SEQUELS[type] ?? []).flatMap((sequel) => others(sequel, true))]);
  });
}

/** Whether `addEventListener` is told, or may be, that a listener comes before those of what is inside. */
export function isCapturing(call: AnyCall): boolean {
  const third = call.arguments[2] && unwrap(call.arguments[2]);
  if (nameOfCallee(unwrap(call.callee as Node)) !== 'addEventListener' || third === undefined || third.type === 'BooleanLiteral') return third?.type === 'BooleanLiteral' && third.value;
  if (third.type !== 'ObjectExpression') return true;
  return third.properties.some((member) => member.type !== 'ObjectProperty' || keyName(member) === undefined || (keyName(member) === 'capture' && !(member.value.type === 'BooleanLiteral' && !member.value.value)));
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

/** The window, the document, its body, or something that is around the most of it. */
function isWhole(owner: Script, object: Node): boolean {
  return /^((window|self|document|document\.(body|documentElement))|(\$|jQuery)\((window|document|document\.body|(?<quote>['"])[a-z]+\k<quote>)\))$/.test(owner.textOf(object));
}

/** Whether an event of a target comes to another one, too, as far as their words and the page tell. */
function mayBeAround(page: Page | undefined, owner: Script, other: Node, script: Script, target: Node | undefined): boolean {
  if (isWhole(owner, other)) return true;
  if (target === undefined) return false;
  const [around, own] = [elementsOf(page, owner, other), elementsOf(page, script, target)];
  if (around.length > 0 && own.length > 0) return around.some((outer) => own.some((element) => element === outer || isInside(element, outer)));
  const id = idOf(script, target);
  if (id !== undefined) return idOf(owner, other) === id;
  const [one, two] = [unwrap(other), unwrap(target)];
  if (one.type === 'Identifier' && two.type === 'Identifier') return one.name === two.name && owner.binding(one) === script.binding(two);
  return owner.textOf(one) === script.textOf(two);
}

/** Whether another target may stand in one. */
function mayContain(page: Page | undefined, script: Script, target: Node | undefined, owner: Script, other: Node): boolean {
  if (target === undefined || isWhole(script, target)) return true;
  const inner = elementsOf(page, owner, other);
  return elementsOf(page, script, target).some((element) => inner.some((one) => isInside(one, element)));
}

/** The elements of a page that an expression may look up; none where that is not seen. */
function elementsOf(page: Page | undefined, script: Script, node: Node): readonly PageElement[] {
  const selector = selectorOf(script, node);
  if (page === undefined || selector === undefined) return [];
  const found = page.elements.filter((element) => selector.split(',').some((one) => mayMatch(element, one.trim())));
  const isFirst = script.textOf((lookupOf(script, node) as AnyCall).callee) === 'document.querySelector' && /^[\w-]+$|^\.[\w-]+$/.test(selector);
  return isFirst ? found.slice(0, 1) : found;
}

function selectorOf(script: Script, node: Node): string | undefined {
  const call = lookupOf(script, node);
  const text = isCall(call) ? stringValue(call.arguments[0]) : undefined;
  if (!isCall(call) || text === undefined) return undefined;
  switch (nameOfCallee(unwrap(call.callee as Node))) {
    case 'getElementById':
      return `#${text}`;
    case 'getElementsByClassName':
      return text.replace(/^|\s+/g, '.');
    case 'getElementsByTagName':
    case 'querySelector':
    case 'querySelectorAll':
    case '$':
    case 'jQuery':
      return text;
    default:
      return undefined;
  }
}

/** Whether an element may be what a selector means, by the last part of it: its name, its id and its classes. */
function mayMatch({ tag, attributes }: PageElement, selector: string): boolean {
  const [last = ''] = /[^\s>+~]*$/.exec(selector.replace(/\[[^\]]*\]|:[\w-]+(\([^)]*\))?/g, '')) ?? [];
  const classes = attributes.get('class')?.split(/\s+/) ?? [];
  const [name = ''] = /^[\w-]*/.exec(last)!;
  if (name !== '' && name.toLowerCase() !== tag) return false;
  return [...last.matchAll(/([#.])([\w-]+)/g)].every(([, kind, word]) => (kind === '#' ? attributes.get('id') === word : classes.includes(word!)));
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
