import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, keyName, memberName, parentOf, unwrap, walk, wordsOfCall, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { isSameHolder } from '../calls/holders.ts';
import { isGuarded } from '../guarded.ts';
import type { Manifest } from '../manifest.ts';
import { isRebound } from '../own-methods.ts';
import { BROWSER_NAMES, browsersOf, missingPart, permissionsOf } from '../platform.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Delay, Registration, Turns } from '../turns.ts';
import { isShimmed } from '../shims.ts';
import { SETUP_EVENTS } from './ways.ts';
import { placeWords, snippet } from '../words.ts';

/** Delays that always come to their end, once. */
const ONCE = new Set<string | undefined>([undefined, 'await', 'promise', 'callback']);
/** Why the others have no known end. */
const SLOW: Partial<Record<Delay, string>> = { timer: 'it waits for a timer', event: 'it waits for an event of another object', unknown: 'the function around it is given to code that is not followed' };

/** Refuses a script that other pages load, or that cannot be edited. */
export function assertAlone({ file, inline, realms }: Script): void {
  if (!file.editable || inline || realms.some(({ kind }) => kind !== 'background')) throw new Refusal('other pages load this script, too');
}

/** @param again whether events may register it, too, after the start-up has */
export function assertMovable(registration: Registration, group: readonly Registration[], realm: Realm, turns: Turns, again = false): void {
  const { script, call, event, listener, functions } = registration;
  const own = turns.turnsAt(call);
  const isSetup = own.every(({ origin }) => SETUP_EVENTS.test(origin));
  if (again ? !own.some(({ origin }) => origin === 'start') : !isSetup && !own.every(({ origin }) => origin === 'start')) throw new Refusal('other events register it, too');
  const slow = own.find(({ origin, delay }) => (origin === 'start' || !again) && !ONCE.has(delay));
  if (slow !== undefined) throw new Refusal(`${SLOW[slow.delay!] ?? 'it waits for more than an answer of the browser'}${slow.cause ? ` (${placeWords(turns.scriptOf(slow.cause), slow.cause)})` : ''}`);
  const statement = parentOf(wrapped(call));
  if (statement?.type !== 'ExpressionStatement') throw new Refusal('it is part of a larger expression');
  if (wordsOfCall(call).size > 0) throw new Refusal('it uses `this` or `arguments`');
  if (listener === undefined || functions.length !== 1) throw new Refusal('which function listens was not found');
  if (!isFunction(unwrap(listener)) && unwrap(listener).type !== 'Identifier') assertLastingMember(listener, functions[0]!, script, realm, turns);
  assertFixedArguments(call);
  assertNotOptional(event, script.extension.manifest);
  assertExists(registration);
  if (script.api(unwrap(call.callee as Node)) === undefined) throw new Refusal('which event it is, is chosen as the code runs');
  const name = unwrap(listener);
  if (name.type === 'Identifier' && isAssigned(name, script, realm)) throw new Refusal(`\`${name.name}\` is assigned later`);
  assertOnlyListener(registration, realm, turns);
  const others = othersOf(registration, turns);
  // What is removed again comes and goes anyway.
  const late = others.find((one) => !group.includes(one) && !isRemoved({ ...one, event }, realm, turns) && !turns.runsAtStart(one.call) && turns.turnsAt(one.call).some(({ origin }) => origin === 'start' || origin === 'unknown' || SETUP_EVENTS.test(origin)));
  if (late !== undefined) throw new Refusal(`another listener of the same event is registered late (${placeWords(late.script, late.call)})`);
}

/** Refuses a listener that another place registers for the same event, or takes away. */
export function assertOnlyListener(registration: Registration, realm: Realm, turns: Turns): void {
  const [fn] = registration.functions;
  if (othersOf(registration, turns).some((one) => one.functions.includes(fn!))) throw new Refusal('its listener is registered in several places');
  if (isRemoved(registration, realm, turns)) throw new Refusal('its listener is also removed');
}

function othersOf(registration: Registration, turns: Turns): readonly Registration[] {
  return turns.registrations.filter((one) => one !== registration && one.event.split('|').includes(registration.event));
}

function isRemoved({ event, functions }: Registration, realm: Realm, turns: Turns): boolean {
  return realm.scripts.some((other) => [...other.calls(`${event}.removeListener`)].some(({ call: removal }) => removal.arguments[0] !== undefined && turns.functionsOf(removal.arguments[0]).some((own) => functions.includes(own))));
}

/** Refuses a filter that another run could compute differently. */
export function assertFixedArguments(call: AnyCall): void {
  if (!call.arguments.slice(1).every(isFixed)) throw new Refusal('its filter is computed when it is registered');
}

/** Refuses an event that is there only where the user has granted an optional permission. */
export function assertNotOptional(event: string, manifest: Manifest): void {
  const needed = permissionsOf(event);
  const optional = needed.find((permission) => manifest.strings(['optional_permissions']).includes(permission));
  if (optional !== undefined && !needed.some((permission) => manifest.strings(['permissions']).includes(permission))) throw new Refusal(`the permission \`${optional}\` is optional, and without it \`${event}\` is not there`);
}

/** Refuses an event that a browser of the target lacks, where code does not ask for it first: as the script starts, that would end the script. */
export function assertExists({ script, call, event }: Pick<Registration, 'script' | 'call' | 'event'>): void {
  const reference = script.apiReferences.find((one) => one.call === call);
  if (reference !== undefined && isGuarded(script, reference)) return;
  for (const browser of browsersOf(script.extension.target)) {
    const missing = event.split('|').find((one) => !isShimmed(script, one) && missingPart(browser, one) !== undefined);
    if (missing !== undefined) throw new Refusal(`${BROWSER_NAMES[browser]} has no \`${missing}\`, and to register it as the script starts would end the script`);
  }
}

/** Refuses a listener that is not the same member of the same object, bound or not, whenever it is asked for. */
export function assertLastingMember(listener: Node, fn: FunctionNode, script: Script, realm: Realm, turns: Turns): void {
  const inner = unwrap(listener);
  const callee = isCall(inner) ? unwrap(inner.callee as Node) : undefined;
  const isBound = isCall(inner) && isMember(callee) && memberName(callee) === 'bind' && inner.arguments.length === 1;
  const member = isBound ? unwrap(callee.object) : inner;
  const roots = [isMember(member) ? unwrap(member.object) : undefined, ...(isBound ? [unwrap(inner.arguments[0]!)] : [])];
  if (!isMember(member) || memberName(member) === undefined) throw new Refusal(`its listener is computed: \`${snippet(script, listener)}\``);
  for (const root of roots) {
    const binding = root?.type === 'Identifier' ? script.extension.declared(script, root, realm)?.binding : undefined;
    if (root?.type !== 'Identifier' || binding === undefined || binding.scope.parent !== undefined || isAssigned(root, script, realm)) throw new Refusal(`its listener is computed: \`${script.textOf(listener)}\``);
  }
  assertOnlyMethod(member, fn, realm, turns, listener);
}

/** Refuses a member that gets another value than the function that it is: its object may have that when the event comes. */
export function assertOnlyMethod(member: AnyMember, fn: FunctionNode, realm: Realm, turns: Turns, listener: Node = member): void {
  const script = turns.scriptOf(member);
  const name = memberName(member)!;
  for (const one of realm.scripts) {
    if (one.program === undefined) continue;
    walk(one.program, (node) => {
      if (mayRedefine(node, name, member.object, turns)) throw new Refusal(`\`${name}\` may be assigned later (${placeWords(one, node)})`);
      if (node.type !== 'AssignmentExpression' || !isMember(node.left) || memberName(node.left) !== name) return true;
      if (isOfOtherClass(node.left.object, member.object, turns) || isMadeWith(node, member.object, one, turns) || isBoundAtOnce(node, member, turns)) return true;
      const isFirst = functionOf(node) === undefined && turns.functionsOf(node.right).includes(fn) && (one === script ? node.end! < listener.start! : realm.scripts.indexOf(one) < realm.scripts.indexOf(script));
      if (!isFirst) throw new Refusal(`\`${name}\` is assigned later (${placeWords(one, node)})`);
      return true;
    });
  }
}

/** What gives an object members, or another prototype. */
const DEFINES = /^(assign|defineProperty|defineProperties|setPrototypeOf|set|deleteProperty)$/;

/** Whether something out of sight of plain assignments may give an object another member of a name, or take it away. */
function mayRedefine(node: Node, name: string, object: Node, turns: Turns): boolean {
  const holder = turns.holderOf(object);
  const isOf = (other: Node): boolean | undefined => {
    const found = turns.holderOf(other);
    return found === undefined || holder === undefined ? undefined : isSameHolder(found, holder);
  };
  if (node.type === 'UnaryExpression') {
    const deleted = unwrap(node.argument);
    return node.operator === 'delete' && isMember(deleted) && (memberName(deleted) === name ? isOf(deleted.object) !== false : memberName(deleted) === undefined && isOf(deleted.object) === true);
  }
  if (node.type === 'AssignmentExpression') return isMember(node.left) && memberName(node.left) === undefined && (isOf(node.left.object) ?? turns.functionsOf(node.right).length > 0);
  const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
  if (!isCall(node) || !isMember(callee) || !DEFINES.test(memberName(callee) ?? '') || callee.object.type !== 'Identifier' || !/^(Object|Reflect)$/.test(callee.object.name) || node.arguments[0] === undefined) return false;
  const isPlain = memberName(callee) === 'assign' && node.arguments.slice(1).every((given) => given.type === 'ObjectExpression' && given.properties.every((one) => one.type !== 'SpreadElement' && keyName(one) !== undefined && keyName(one) !== name));
  return !isPlain && (isOf(node.arguments[0]) ?? turns.scriptOf(node).textOf(node).includes(name));
}

/** Whether a member that an object is made with has that object as `this`, whoever calls it. */
export function hasOwnThis(member: AnyMember, fn: FunctionNode, turns: Turns): boolean {
  if (fn.type === 'ArrowFunctionExpression') return true;
  const holder = turns.holderOf(member.object)?.node;
  const constructor = holder?.type === 'ClassDeclaration' ? holder.body.body.find((one): one is t.ClassMethod => one.type === 'ClassMethod' && one.kind === 'constructor') : undefined;
  return constructor?.body.body.some((statement) => {
    const set = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    return set?.type === 'AssignmentExpression' && isMember(set.left) && memberName(set.left) === memberName(member) && isMadeWith(set, member.object, turns.scriptOf(set), turns);
  }) === true;
}

/** Whether the constructor of a member's object binds that member: `this.handle = this.handle.bind(this)`. */
export function isBoundAtOnce(assignment: t.AssignmentExpression, member: AnyMember, turns: Turns): boolean {
  const constructor = functionOf(assignment);
  const statement = parentOf(wrapped(assignment));
  const holder = turns.holderOf(member.object);
  return constructor?.type === 'ClassMethod' && constructor.kind === 'constructor' && statement?.type === 'ExpressionStatement' && parentOf(statement) === constructor.body && isMember(assignment.left) && memberName(assignment.left) === memberName(member) && isRebound(assignment.left) && (unwrap(assignment.right) as AnyCall).arguments[0]?.type === 'ThisExpression' &&
    holder?.instance === true && holder.node === parentOf(parentOf(constructor)!);
}

/** Whether `this` in a class is another object than that of a member. */
function isOfOtherClass(own: Node, object: Node, turns: Turns): boolean {
  const holder = unwrap(own).type === 'ThisExpression' ? turns.holderOf(own)?.node : undefined;
  return holder?.type === 'ClassDeclaration' && holder !== turns.holderOf(object)?.node && turns.holderOf(object) !== undefined;
}

/** Whether the constructor of a constant's class gives it a member, whatever it is made with: `this.onClick = this.onClick.bind(this)`. */
function isMadeWith(assignment: t.AssignmentExpression, object: Node, script: Script, turns: Turns): boolean {
  const constructor = functionOf(assignment);
  const root = unwrap(object);
  const binding = root.type === 'Identifier' ? turns.scriptOf(root).binding(root) : undefined;
  const init = binding?.kind === 'const' ? binding.declarations[0]?.init : undefined;
  const statement = parentOf(wrapped(assignment));
  const right = unwrap(assignment.right);
  const isBound = isCall(right) && isMember(right.callee) && memberName(right.callee) === 'bind' && right.arguments.length === 1 && right.arguments[0]!.type === 'ThisExpression' && script.textOf(right.callee.object) === script.textOf(assignment.left);
  return constructor?.type === 'ClassMethod' && constructor.kind === 'constructor' && statement?.type === 'ExpressionStatement' && parentOf(statement) === constructor.body &&
    init != null && unwrap(init).type === 'NewExpression' && turns.holderOf(init)?.node === parentOf(parentOf(constructor)!) &&
    unwrap((assignment.left as AnyMember).object).type === 'ThisExpression' && (isBound || right.type === 'ArrowFunctionExpression');
}

/** Whether a variable gets a value elsewhere than where it is declared. */
export function isAssigned(name: t.Identifier, script: Script, realm: Realm): boolean {
  const binding = script.extension.declared(script, name, realm)?.binding;
  if (binding === undefined) return false;
  const elsewhere = binding.scope.parent === undefined ? realm.scripts.flatMap((one) => one.freeNames.get(name.name) ?? []) : [];
  return [...binding.references, ...elsewhere].some(({ writes }) => writes) || (binding.kind !== 'function' && binding.declarations.length > 1);
}

/** Whether a value is the same whenever it is made. */
export function isFixed(node: Node): boolean {
  let fixed = true;
  walk(node, (one) => {
    if (!/^(Object|Array)Expression$|^ObjectProperty$|Literal$|^TemplateElement$/.test(one.type) && !(one.type === 'Identifier' && parentOf(one)?.type === 'ObjectProperty' && (parentOf(one) as t.ObjectProperty).key === one && !(parentOf(one) as t.ObjectProperty).computed && !(parentOf(one) as t.ObjectProperty).shorthand)) fixed = false;
    return fixed;
  });
  return fixed;
}
