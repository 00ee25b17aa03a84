import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { freshName } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { Prover } from '../values/prover.ts';

/** A value that the alarm's name carries. */
export interface Carried {
  readonly text: string;
  /** The expressions of this text that the callback uses. */
  readonly uses: readonly Node[];
  /** The variable that gets it back. */
  readonly name: string;
  /** What the name shows as it is, an id or another number; other values stand there as JSON. */
  readonly kind: Carriage;
}

/** What a variable may be called that gets a value back. */
export function nameOfId(beside: Node, node: Node, kind: Carriage): string {
  if (node.type === 'Identifier') return node.name;
  const object = isMember(node) ? unwrap(node.object) : undefined;
  return freshName(beside, object?.type === 'Identifier' ? `${object.name}${capital(memberName(node as t.MemberExpression)!)}` : kind === 'id' ? 'id' : 'value');
}

/** Whether a name means the same beside a statement. */
export function isVisible(script: Script, id: t.Identifier, anchor: Node): boolean {
  return script.scopes!.scopeOf(parentOf(anchor)!).lookup(id.name) === script.binding(id);
}

/** What a function uses of the one that it is written in and that a later turn does not have. */
export function carriedBy(script: Script, fn: FunctionNode, anchor: Node, turns: Turns): readonly Carried[] {
  const uses: Node[] = [];
  walk(fn.body, (node) => {
    if (node.type !== 'Identifier') return;
    const binding = script.binding(node);
    if (binding === undefined || [...ancestors(binding.scope.node), binding.scope.node].includes(fn) || isVisible(script, node, anchor)) return;
    if (!binding.references.some((reference) => reference.node === node)) return;
    if (binding.references.some(({ writes }) => writes)) throw new Refusal(`its callback uses \`${node.name}\`, which changes`);
    const parent = parentOf(node);
    uses.push(isMember(parent) && parent.object === node && !parent.computed && !isCall(parentOf(parent)) ? parent : isMember(parent) && parent.object === node && (parentOf(parent) as t.CallExpression).callee !== parent ? parent : node);
  });
  const texts = [...new Set(uses.map((use) => script.textOf(use)))];
  const carried = texts.map((text) => {
    const own = uses.filter((use) => script.textOf(use) === text);
    const known = carriage(script, own[0]!, turns);
    const isWhole = own.every((use) => !isMember(parentOf(use)) && !isMemberUnsure(script, use, fn, turns));
    if (known === undefined || (known === 'value' && !isWhole)) throw new Refusal(`its callback uses \`${text}\`, which is not known to survive in an alarm's name`);
    return { text, uses: own, name: nameOfId(script.program!, own[0]!, known), kind: known };
  });
  if (carried.some(({ text }) => texts.some((other) => other.startsWith(`${text}.`)))) throw new Refusal(`its callback uses \`${texts.join('` and `')}\` of the event`);
  return carried;
}

type Carriage = 'id' | 'number' | 'value';

/** How an alarm's name can carry what an expression gives: a number as it is, other plain values as JSON. */
export function carriage(script: Script, node: Node, turns: Turns): Carriage | undefined {
  if (isIdOfEvent(script, node, turns)) return 'id';
  if (isId(script, node, turns)) return 'number';
  const inner = unwrap(node);
  const root = isMember(inner) ? unwrap(inner.object) : inner;
  const binding = root.type === 'Identifier' ? script.binding(root) : undefined;
  const value = new Prover(turns).prove(script, inner);
  if (binding === undefined || value === undefined || value.container !== undefined || value.mixed !== undefined || value.bytes || value.event) return undefined;
  if (value.data && script.extension.hasFirefox && isOfMessage(binding, turns)) return undefined;
  return binding.references.every(({ node: use, writes }) => !writes && isRead(use, value.data)) ? 'value' : undefined;
}

/** Whether messages bring what a variable holds. Those of Firefox may bring more than JSON knows. */
function isOfMessage({ declarations: [declaration] }: Binding, turns: Turns): boolean {
  const fn = declaration?.node;
  return !isFunction(fn) || turns.callersOf(fn).length > 0 || turns.registrations.some(({ event, functions }) => /\.onMessage(External)?$/.test(event) && functions.includes(fn));
}

/** Whether a use of a name changes nothing of its value; of data that other names may hold as well, no more than members are read. */
function isRead(use: Node, isData: boolean): boolean {
  const parent = parentOf(wrapped(use));
  if (!isMember(parent) || parent.object !== wrapped(use)) return !isData || parent?.type === 'VariableDeclarator' || (isCall(parent) && TIMED.test(String((unwrap(parent.callee as Node) as t.Identifier).name)));
  const outer = parentOf(wrapped(parent));
  if (outer?.type === 'AssignmentExpression' || outer?.type === 'UpdateExpression' || outer?.type === 'UnaryExpression') return outer.type === 'AssignmentExpression' ? outer.left !== wrapped(parent) : outer.type === 'UnaryExpression' && outer.operator !== 'delete';
  return !isData || !isMember(outer);
}

/** What is handed to timers is carried, too. */
const TIMED = /^set(Timeout|Interval)$/;

/** Whether a member is read of what may not be there, so that only the callback may ask for it. */
function isMemberUnsure(script: Script, use: Node, fn: FunctionNode, turns: Turns): boolean {
  const object = isMember(use) ? unwrap(use.object) : undefined;
  const value = object && new Prover(turns).prove(script, object);
  if (object?.type !== 'Identifier' || (value?.event && !value.undefined && !value.null)) return false;
  const home = functionOf(fn);
  return !script.binding(object)!.references.some(({ node }) => {
    const parent = parentOf(node);
    if (parent?.type !== 'MemberExpression' || parent.object !== node || functionOf(node) !== home || node.end! > fn.start!) return false;
    return [...ancestors(node)].every((up) => isWithin(fn, up) || /^(MemberExpression|BinaryExpression|UnaryExpression|ExpressionStatement|CallExpression|VariableDeclarator|VariableDeclaration)$/.test(up.type) || (up.type === 'IfStatement' && isWithin(node, up.test)));
  });
}

/** Events that hand over the id of a tab or a window, and those that hand over one of these itself; as which of their arguments. */
const ID_EVENTS = /^(tabs\.on(Updated|Removed|Moved|Attached|Detached)|windows\.on(Removed|FocusChanged)) 0$/;
const OBJECT_EVENTS = /^((tabs|windows)\.onCreated|(action|browserAction|pageAction)\.onClicked) 0$|^(contextMenus|menus)\.onClicked 1$|^tabs\.onUpdated 2$/;
const MAX_CALLERS = 4;

/** Whether an expression gives a number: the id of a tab or a window, or any other. */
export function isId(script: Script, node: Node, turns: Turns): boolean {
  const value = new Prover(turns).prove(script, unwrap(node));
  if (value?.primitive === 'number' && !value.undefined && !value.null && !value.data && value.container === undefined) return true;
  return isIdOfEvent(script, node, turns, isId);
}

/** Whether an expression gives the id of a tab or a window, whichever way it came here. */
function isIdOfEvent(script: Script, node: Node, turns: Turns, isOne: typeof isId = isIdOfEvent): boolean {
  const inner = unwrap(node);
  return isMember(inner) && memberName(inner) === 'id' ? comesFrom(OBJECT_EVENTS, script, inner.object, turns) : comesFrom(ID_EVENTS, script, inner, turns, isOne);
}

/** Whether an expression gives the id of a tab or window that is new, as the event that tells of it hands it over. */
export function isIdOfNew(script: Script, node: Node, turns: Turns): boolean {
  const inner = unwrap(node);
  return isMember(inner) && memberName(inner) === 'id' && comesFrom(/^(tabs|windows)\.onCreated 0$/, script, inner.object, turns);
}

/** Whether a name is a parameter that nothing but some events, and callers that got it from them, give a value. */
function comesFrom(events: RegExp, script: Script, node: Node, turns: Turns, isOne?: (script: Script, node: Node, turns: Turns) => boolean, depth = 0): boolean {
  const name = unwrap(node);
  const binding = name.type === 'Identifier' ? script.binding(name) : undefined;
  const fn = binding?.kind === 'param' ? binding.declarations[0]!.node : undefined;
  if (!isFunction(fn) || binding!.references.some(({ writes }) => writes) || depth > MAX_CALLERS) return false;
  const index = fn.params.findIndex((param) => param === binding!.declarations[0]!.id);
  const registrations = turns.registrations.filter(({ functions }) => functions.includes(fn));
  const callers = turns.callersOf(fn);
  if (index === -1 || registrations.length + callers.length === 0) return false;
  return registrations.every(({ event }) => events.test(`${event} ${index}`)) && callers.every(({ arguments: given }) => {
    const argument = given[index];
    if (argument === undefined) return false;
    const owner = turns.scriptOf(argument);
    return isOne?.(owner, argument, turns) === true || comesFrom(events, owner, argument, turns, isOne, depth + 1);
  });
}

/** A word with a capital. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
