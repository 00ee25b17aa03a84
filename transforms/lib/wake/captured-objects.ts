import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, siblings, unwrap, usesArguments, walk, wordsOfCall, wrapped, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { assertVisible, isCalledOnlyOn, isConstructor, methodAround, thisesIn, type Rewritten } from '../hoisting/hoisting.ts';
import { GLOBAL_NAMES } from '../hoisting/locals.ts';
import { assertOnlyListener, assertOnlyMethod, isBoundAtOnce } from '../hoisting/movable.ts';
import { callOfMethod } from '../hoisting/ways.ts';
import { beginsLine, freshName, functionText, habitsOf, KEYWORDS, startWithComments } from '../layout.ts';
import { onlyInstance } from '../objects.ts';
import { isReachedOnce } from '../reaching.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Registration, Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { snippet } from '../words.ts';

/**
 * Writes bound methods of objects that are made only then as functions that ask for the object when the event comes: `app.handle.bind(app)`, of a local `app`.
 * @returns undefined where there are none
 * @throws Refusal where the function might be another one by then
 */
export function withCalledMethods(group: readonly Registration[], realm: Realm, turns: Turns): Rewritten | undefined {
  const edits: Edit[] = [];
  const texts = group.map((registration) => {
    const { script, call, listener } = registration;
    const member = listener && methodIn(listener);
    const root = member && unwrap(member.object);
    const binding = root?.type === 'Identifier' ? script.binding(root) : undefined;
    if (member === undefined || binding === undefined || binding.kind === 'import' || binding.scope.parent === undefined) return script.textOf(call);
    if (binding.references.some(({ writes }) => writes) || binding.declarations.length !== 1) throw new Refusal(`its listener is computed: \`${script.textOf(listener!)}\``);
    assertNotLent(binding.declarations[0]!.init, turns);
    assertSameLater(registration, member, realm, turns);
    const text = calling(registration, script.textOf(member));
    edits.push(script.replace(listener!, text));
    return script.slice(call.start!, listener!.start!) + text + script.slice(listener!.end!, call.end!);
  });
  return edits.length === 0 ? undefined : { edits, texts };
}

/**
 * Keeps the object that `this` is in a variable of the top level, where the start-up comes to some registrations, and has them name that.
 * @returns undefined where no registration uses `this`
 * @throws Refusal where the start-up may come there with two objects
 */
export function withKeptObject(group: readonly Registration[], realm: Realm, turns: Turns): Rewritten | undefined {
  const [{ script, call }] = group as readonly [Registration];
  const uses = group.map((one) => thisesIn(one.call));
  const [use] = uses.flat();
  if (use === undefined || script.program === undefined) return undefined;
  const other = new Refusal('it uses `this`, and which object that is was not found');
  const holder = turns.holderOf(use);
  const method = methodAround(use);
  if (holder === undefined || !holder.instance || isFunction(holder.node) || method === undefined) throw other;
  if (group.some((one) => wordsOfCall(one.call).has('arguments') || /#\w|\bsuper\b/.test(one.script.textOf(one.call)))) throw new Refusal('it uses `this` or `arguments`');
  const anchor = script.program.body.find((one) => one.start! <= holder.node.start! && holder.node.end! <= one.end!);
  if (anchor === undefined || !turns.runsAtStart(anchor) || functionOf(holder.node) !== undefined) throw other;
  const made = holder.node.type === 'ObjectExpression' ? holder.node : onlyInstance(holder.node, turns);
  if (!isReachedOnce(made, realm, turns) || !isReachedOnce(call, realm, turns)) throw new Refusal('the function around it may run more than once, and each time it adds another listener');
  if (!isConstructor(method, holder)) {
    callOfMethod(method, realm, turns);
    if (!isCalledOnlyOn(holder, method, turns)) throw other;
  }
  assertVisible(uses.flat(), holder, turns);
  const cls = holder.node.type === 'ObjectExpression' ? undefined : holder.node.id?.name;
  const { isTyped } = script;
  if (isTyped && (cls === undefined || (holder.node as t.Class).typeParameters)) throw other;
  const lower = cls?.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
  const programs = script.isModule ? [script.program] : realm.scripts.flatMap(({ program }) => program ?? []);
  const name = freshName(programs, ...[lower ?? 'app', `the${cls ?? 'Object'}`].filter((one) => !KEYWORDS.test(one) && !GLOBAL_NAMES.test(one) && one !== cls));
  const { semicolon } = script.style;
  const statements = group.map((one) => parentOf(wrapped(one.call))!);
  if (statements.some((one) => one.type !== 'ExpressionStatement' || siblings(one) === undefined)) throw new Refusal('it is part of a larger statement');
  const first = statements.reduce((a, b) => (a.start! < b.start! ? a : b));
  const from = startWithComments(script, first);
  const edits: Edit[] = [
    script.insert(startWithComments(script, anchor), `${habitsOf(script).modern ? 'let' : 'var'} ${name}${isTyped ? `: ${cls!}` : ''}${semicolon}\n`),
    script.insert(from, beginsLine(script.file.text, from) ? `${name} = this${semicolon}\n${script.indentAt(first.start!)}` : `${name} = this; `),
  ];
  const texts = group.map((registration, index) => {
    const { listener } = registration;
    const text = script.textOf(registration.call);
    const start = registration.call.start!;
    const member = listener && methodIn(listener);
    const isOwn = member !== undefined && unwrap(member.object).type === 'ThisExpression';
    if (member !== undefined && isOwn) assertSameLater(registration, member, realm, turns);
    else if (listener && !isFunction(unwrap(listener)) && uses[index]!.some((node) => isWithin(node, listener))) throw new Refusal(`its listener is computed: \`${snippet(script, listener)}\``);
    const own = [
      ...(member !== undefined && isOwn ? [script.replace(listener!, calling(registration, `${name}.${memberName(member)!}`, name))] : []),
      ...uses[index]!.filter((node) => !(isOwn && node.start! >= listener!.start! && node.end! <= listener!.end!)).map((node) => script.replace(node, name)),
    ].sort((a, b) => a.start - b.start);
    edits.push(...own);
    return own.reduceRight((done, edit) => done.slice(0, edit.start - start) + edit.text + done.slice(edit.end - start), text);
  });
  return { edits, texts };
}

/** The method that a listener is, bound to the object that it is read of or not: `app.handle.bind(app)`, `this.handle`. */
function methodIn(listener: Node): AnyMember | undefined {
  const inner = unwrap(listener);
  const callee = isCall(inner) ? unwrap(inner.callee as Node) : undefined;
  const isBound = isCall(inner) && isMember(callee) && memberName(callee) === 'bind' && inner.arguments.length === 1;
  const member = isBound ? unwrap(callee.object) : inner;
  if (!isMember(member) || memberName(member) === undefined) return undefined;
  const [object, given] = [unwrap(member.object), isBound ? unwrap(inner.arguments[0]!) : undefined];
  const isSame = given === undefined || (given.type === object.type && (given.type === 'ThisExpression' || (given.type === 'Identifier' && object.type === 'Identifier' && given.name === object.name)));
  return isSame ? member : undefined;
}

/** Refuses a method that its object may have another one for when the event comes, or that would get another `this`. */
function assertSameLater(registration: Registration, member: AnyMember, realm: Realm, turns: Turns): void {
  const { script, listener, functions, event } = registration;
  const [fn, ...others] = functions;
  if (fn === undefined || others.length > 0) throw new Refusal('which function listens was not found');
  assertOnlyListener(registration, realm, turns);
  assertOnlyAdded(event, realm, turns);
  const holder = turns.holderOf(member.object)?.node;
  if (holder !== undefined && realm.scripts.some(({ program }) => program !== undefined && isExtended(holder, program, turns))) throw new Refusal('its class is extended, and the method may be another one');
  assertOnlyMethod(member, fn, realm, turns);
  if (unwrap(listener!) === member && fn.type !== 'ArrowFunctionExpression' && usesThisAtAll(fn) && !isBoundByConstructor(member, turns)) throw new Refusal(`\`${script.textOf(listener!)}\` loses its object`);
}

/** Refuses an event whose listeners other code asks for, or may take away: those of a new function are not found by the old one. */
function assertOnlyAdded(event: string, realm: Realm, turns: Turns): void {
  for (const script of realm.scripts) {
    for (const { path, call, node } of script.apiReferences) {
      if (!path.split('|').some((one) => one === event || one.startsWith(`${event}.`))) continue;
      const isSeen = call !== undefined && (/\.addListener$/.test(path) || (/\.removeListener$/.test(path) && call.arguments[0] !== undefined && turns.functionsOf(call.arguments[0]).length > 0));
      if (!isSeen) throw new Refusal(`\`${event}\` is used in another way, too: \`${snippet(script, parentOf(node) ?? node)}\``);
    }
  }
}

/** Refuses a local that is the `this` of a method which other objects may have, too: `const self = this`. */
function assertNotLent(init: Node | undefined, turns: Turns): void {
  const use = init && unwrap(init);
  if (use?.type !== 'ThisExpression') return;
  const [holder, method] = [turns.holderOf(use), methodAround(use)];
  if (holder === undefined || isFunction(holder.node) || method === undefined || (!isConstructor(method, holder) && !isCalledOnlyOn(holder, method, turns))) throw new Refusal('it uses `this`, and which object that is was not found');
}

/** Whether another class in a script inherits from one. */
function isExtended(cls: Node, program: t.Program, turns: Turns): boolean {
  let found = false;
  walk(program, (node) => {
    if ((node.type === 'ClassDeclaration' || node.type === 'ClassExpression') && node.superClass && turns.holderOf(node.superClass)?.node === cls) found = true;
    return !found;
  });
  return found;
}

function usesThisAtAll(fn: FunctionNode): boolean {
  let used = false;
  walk(fn, (node) => {
    if (node.type === 'ThisExpression' || node.type === 'Super') used = true;
    return !used;
  });
  return used;
}

/** Whether the constructor of a member's object binds it. */
function isBoundByConstructor(member: AnyMember, turns: Turns): boolean {
  const holder = turns.holderOf(member.object)?.node;
  const constructor = holder?.type === 'ClassDeclaration' || holder?.type === 'ClassExpression' ? holder.body.body.find((one): one is t.ClassMethod => one.type === 'ClassMethod' && one.kind === 'constructor') : undefined;
  return constructor?.body.body.some((statement) => statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' && isBoundAtOnce(statement.expression, member, turns)) === true;
}

/** A function that calls a method with what it is given. */
function calling({ script, call, functions }: Registration, callee: string, taken = ''): string {
  const [fn] = functions as readonly [FunctionNode];
  const names = fn.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
  const root = /^[\w$]*/.exec(callee)![0];
  const given = names.every((name) => name !== '' && name !== root && name !== taken) && !usesArguments(fn) ? names : ['...args'];
  if (habitsOf(script).modern) return `(${given.join(', ')}) => ${callee}(${given.join(', ')})`;
  if (given[0] === '...args') throw new Refusal('its listener is computed');
  const { semicolon, indent: step } = script.style;
  const indent = script.indentAt(call.start!);
  return functionText(script, given, `${indent}${step}return ${callee}(${given.join(', ')})${semicolon}`, indent);
}
