import type * as t from '@babel/types';
import { immediateCall } from './api.ts';
import { ancestors, functionName, functionOf, isBoundInPlace, isCall, isClass, isFunction, isMember, isNothing, isUnused, isWithin, isWritten, keyName, memberName, parentOf, unwrap, usesArguments, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import type { Holder } from './calls/holders.ts';
import { isAccessor } from './calls/units.ts';
import { boundBy, holderOfMethod, isRebound, methodName, methodOf, partsWithThis, prototypeOf, usesThis, walkThis } from './own-methods.ts';
import { importedName, isExport, nameOfExport, usesAsGlobal, usesInModules, usesOfExports, usesOfGlobal, type Use } from './modules.ts';
import { givesAlways, isAskedFor, isMadeQuietly, makerOf, mayDoMore, valueOf } from './makers.ts';
import { isOpenToPages } from './named-by-pages.ts';
import { lineOf, orRefusal, Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';
import { bindingOfFunction, usesOfFunction } from './uses.ts';
import { returnsOf } from './values/returns.ts';

/** An object that the background makes once, and that only code in sight uses: by its name, by `this` in its own methods, by other names for these. */
export interface OwnObject {
  readonly holder: Holder;
  /** What makes it: an object literal, `new`, a class. */
  readonly made: Node;
  /** The statement that makes it, `export` included. */
  readonly statement: Node;
  /** As its owner calls it; undefined where only `this` does. */
  readonly name: string | undefined;
  /** How code at a place names it, other than by `this`; undefined where it cannot. */
  nameAt(script: Script, place: Node): string | undefined;
  /** What code names of it, by name. */
  readonly members: ReadonlyMap<string, readonly AnyMember[]>;
  /** Where its data fields are read by patterns, by name: `const { count } = app`. */
  readonly taken: ReadonlyMap<string, readonly Node[]>;
  /** Where all of it is copied or looked at: `sendResponse(app)`. */
  readonly whole: readonly Node[];
}

/** The name of an object, and the places that use it. */
interface Naming {
  readonly name: string | undefined;
  readonly statement: Node;
  readonly uses: readonly Use[];
  nameAt(script: Script, place: Node): string | undefined;
}

const found = new WeakMap<object, Map<Node, Map<boolean, OwnObject | Refusal>>>();

/** The one object that an object literal makes, the one instance of a class, or the class itself with its static fields. @throws Refusal where code out of sight may use it */
export function ownObject(holder: Holder, turns: Turns): OwnObject {
  const all = found.get(turns.key) ?? new Map<Node, Map<boolean, OwnObject | Refusal>>();
  found.set(turns.key, all);
  const known = all.get(holder.node) ?? new Map<boolean, OwnObject | Refusal>();
  all.set(holder.node, known);
  let object = known.get(holder.instance);
  if (object === undefined) {
    // An object that is made by what it makes itself has no name.
    known.set(holder.instance, new Refusal('its object has no name of its own'));
    try {
      object = findObject(holder, turns);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      object = error;
    }
    known.set(holder.instance, object);
  }
  if (object instanceof Refusal) throw object;
  return object;
}

/** The uses of a function that is a method of such an object: where it is named to be called, or bound; undefined for other functions. */
export function usesOfMethod(fn: FunctionNode, turns: Turns): readonly Node[] | undefined {
  const holder = holderOfMethod(fn);
  if (holder === undefined) return undefined;
  try {
    const object = ownObject(holder, turns);
    if (fn === holder.node || (fn.type === 'ClassMethod' && fn.kind === 'constructor')) return [object.made];
    return (object.members.get(methodName(fn)!) ?? []).flatMap((use) => (isRebound(use) || isGiving(use, fn) || !turns.has(use) ? [] : [boundBy(use) ?? use]));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The method of such an object that a member surely names: `manager.load`, `this.load`. */
export function ownMethod(member: AnyMember, turns: Turns): FunctionNode | undefined {
  const holder = turns.holderOf(member.object);
  const name = memberName(member);
  if (holder === undefined || name === undefined) return undefined;
  const object = orRefusal(() => ownObject(holder, turns));
  const fn = object instanceof Refusal || !object.members.get(name)?.includes(member) ? undefined : methodOf(holder, name);
  return fn === undefined || ('kind' in fn && fn.kind !== 'method') ? undefined : fn;
}

/** Whether `this` is the object at a place. */
export function isThisAt(place: Node, { node, instance }: Holder): boolean {
  for (const up of [place, ...ancestors(place)]) {
    if (up.type === 'ClassProperty' || up.type === 'ClassPrivateProperty') return parentOf(parentOf(up)!) === node && (up.static !== true) === instance;
    if (!isFunction(up) || up.type === 'ArrowFunctionExpression' || isBoundInPlace(up)) continue;
    const holder = holderOfMethod(up);
    return holder?.node === node && holder.instance === instance;
  }
  return false;
}

/** The uses of a variable in all scripts of its realm. @throws Refusal where some may be out of sight */
export function usesOfBinding(script: Script, binding: Binding): Use[] {
  const uses: Use[] = binding.references.filter(({ node }) => !isExport(node)).map(({ node }) => ({ script, node }));
  if (binding.scope.parent !== undefined) return uses;
  if (script.isModule) return [...uses, ...usesInModules(script, binding)];
  for (const other of new Set(script.realms.flatMap((realm) => realm.scripts.filter(({ program }) => program !== undefined)))) {
    if (other !== script && !other.isModule) uses.push(...(other.freeNames.get(binding.name) ?? []).map(({ node }) => ({ script: other, node })));
    uses.push(...other.globals(binding.name).filter((node) => isMember(node)).map((node) => ({ script: other, node })));
  }
  return uses;
}

function findObject(holder: Holder, turns: Turns): OwnObject {
  const { node } = holder;
  assertPlain(holder);
  const made = holder.instance ? (node.type === 'ObjectExpression' ? node : onlyInstance(node, turns)) : node;
  const { name, statement, uses, nameAt } = namingOf(turns.scriptOf(made), made, turns);
  const members = new Map<string, AnyMember[]>();
  const taken = new Map<string, Node[]>();
  const whole: Node[] = [];
  const aliases = new Set<Binding>();
  /** Methods that give the object back, with where they do. */
  const fluent = new Map<FunctionNode, Node>();
  const followName = (one: Script, alias: Binding | undefined, given?: Node): boolean => {
    if (alias === undefined || alias.declarations.length !== 1 || alias.references.some(({ node: use, writes }) => writes && use !== given)) return false;
    if (!aliases.has(alias)) {
      aliases.add(alias);
      for (const { script: where, node: further } of usesOfBinding(one, alias)) if (further !== given) follow(where, further);
    }
    return true;
  };
  const follow = (one: Script, use: Node): void => {
    const inner = wrapped(use);
    const parent = parentOf(inner);
    if (isMember(parent) && parent.object === inner) {
      const key = memberName(parent);
      if (key === undefined) throw new Refusal('a field of its object is named by an expression');
      if (key === 'constructor' && holder.instance && !isReadOfClass(parent)) throw new Refusal(`${lineOf(one, use)} uses its class as a value`);
      if (key === '__proto__' || (key === 'constructor' && isPrototype(parentOf(wrapped(parent))))) throw new Refusal(`${lineOf(one, use)} uses its prototype`);
      members.set(key, [...(members.get(key) ?? []), parent]);
      return;
    }
    if (!holder.instance && (parent?.type === 'NewExpression' ? parent.callee === inner : parent?.type === 'BinaryExpression' && parent.operator === 'instanceof' && parent.right === inner)) return;
    if (parent?.type === 'VariableDeclarator' && parent.init === inner) {
      if (parent.id.type === 'Identifier' && followName(one, one.binding(parent.id))) return;
      const keys = parent.id.type === 'ObjectPattern' ? parent.id.properties.map((property) => (property.type === 'ObjectProperty' ? [keyName(property), property] as const : [undefined, property] as const)) : [];
      // A method that is taken out of its object loses it.
      if (turns.has(use) && keys.length > 0 && keys.every(([key]) => key !== undefined && methodOf(holder, key) === undefined)) {
        for (const [key, property] of keys) taken.set(key!, [...(taken.get(key!) ?? []), property]);
        return;
      }
    }
    if (isCall(parent) && parent.arguments[0] === inner && isMember(parent.callee) && /^(bind|call|apply)$/.test(memberName(parent.callee) ?? '')) {
      const fn = unwrap(parent.callee.object);
      if (isFunction(fn) ? isBoundInPlace(fn) : isMember(fn) && isObject(fn.object, holder, turns)) return;
    }
    const late = nameGivenLate(inner, one);
    if (late !== undefined && isOpenToPages(one, late.binding)) throw new Refusal('a page may use its object through the background\'s window');
    if (late !== undefined && followName(one, late.binding, late.id)) return;
    // window.app = app, where `window.app` is another name of it already.
    if (parent?.type === 'AssignmentExpression' && parent.left === inner && uses.some(({ node: given }) => given === unwrap(parent.right)) && usesAsGlobal(one, parent.right) !== undefined) return;
    const shared = usesAsGlobal(one, use);
    if (shared !== undefined) {
      for (const { script: where, node: further } of shared) follow(where, further);
      return;
    }
    if (isCall(parent)) {
      const param = parameterOf(one, parent, inner, holder, turns);
      if (param !== undefined && followName(param.script, param.script.binding(param.id))) return;
    }
    const calls = callsThatReturn(one, inner, holder, turns);
    if (calls !== undefined) {
      for (const call of calls) if (!isUnused(call)) follow(turns.scriptOf(call), call);
      return;
    }
    if (turns.has(use) && (isTested(inner) || isHandedOver(one, inner, turns))) {
      whole.push(use);
      return;
    }
    const method = parent?.type === 'ReturnStatement' && use.type === 'ThisExpression' ? functionOf(parent) : undefined;
    if ((method?.type === 'ClassMethod' || method?.type === 'ObjectMethod') && method.kind === 'method' && !method.generator && keyName(method) !== undefined) {
      fluent.set(method, use);
      return;
    }
    throw new Refusal(`${lineOf(one, use)} uses its object as a whole`);
  };
  for (const { script: one, node: use } of uses) follow(one, use);
  for (const part of partsWithThis(holder)) walkThis(part, (use) => follow(turns.scriptOf(node), use));
  for (const [method, use] of fluent) if (!members.get(keyName(method as t.ClassMethod)!)?.every((member) => isCalledForNothing(member, method.async === true))) throw new Refusal(`${lineOf(turns.scriptOf(node), use)} uses its object as a whole`);
  const object = { holder, made, statement, name, nameAt, members, taken, whole };
  assertMethodsKept(object, turns);
  assertNoOtherMethods(object, turns);
  return object;
}

/** Whether a member is called, and nobody looks at the result: `app.start();`, `await app.start();` */
function isCalledForNothing(member: Node, waits: boolean): boolean {
  const call = parentOf(wrapped(member));
  if (!isCall(call) || call.callee !== wrapped(member)) return false;
  const up = parentOf(wrapped(call));
  return isUnused(call) || (waits && up?.type === 'AwaitExpression' && isUnused(up));
}

/** Whether the class of an object is only asked for what it has: `this.constructor.DELAY`. */
function isReadOfClass(member: AnyMember): boolean {
  const asked = parentOf(wrapped(member));
  if (asked?.type === 'BinaryExpression') return /^[!=]==?$/.test(asked.operator);
  return isMember(asked) && asked.object === wrapped(member) && memberName(asked) !== undefined && !isCall(parentOf(wrapped(asked)));
}

function isPrototype(node: Node | undefined): boolean {
  return isMember(node) && memberName(node) === 'prototype';
}

/** The parameter that is an object in each call of a function. */
function parameterOf(script: Script, call: AnyCall, argument: Node, holder: Holder, turns: Turns): { readonly script: Script; readonly id: t.Identifier } | undefined {
  const fn = surelyFunction(script, call.callee as Node, turns);
  const index = call.arguments.indexOf(argument as t.Expression);
  const param = fn?.params[index];
  if (fn === undefined || param?.type !== 'Identifier' || usesArguments(fn)) return undefined;
  const owner = turns.scriptOf(fn);
  const isGiven = (other: AnyCall): boolean => !other.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement') && isObject(other.arguments[index], holder, turns);
  return callsOf(owner, fn, turns)?.every(isGiven) ? { script: owner, id: param } : undefined;
}

/** The calls of a function that returns an expression, and never another object; undefined where some are out of sight. */
function callsThatReturn(script: Script, expression: Node, holder: Holder, turns: Turns): readonly AnyCall[] | undefined {
  const parent = parentOf(expression);
  const fn = parent?.type === 'ReturnStatement' ? functionOf(parent) : parent?.type === 'ArrowFunctionExpression' && parent.body === expression ? parent : undefined;
  if (fn === undefined || fn.async || fn.generator) return undefined;
  let others = false;
  walk(fn.body, (node) => {
    if (node.type === 'ReturnStatement' && !isObject(node.argument, holder, turns)) others = true;
    return !isFunction(node);
  });
  return others ? undefined : callsOf(script, fn, turns);
}

/** Every call of a function that has a name, or is a static method; undefined where it is used in other ways too. */
function callsOf(script: Script, fn: FunctionNode, turns: Turns): readonly AnyCall[] | undefined {
  const uses = fn.type === 'ClassMethod' && fn.static && fn.kind === 'method' ? usesOfMethod(fn, turns) : bindingOfFunction(script, fn) && usesOfFunction(script, fn)?.map(({ node }) => node);
  const calls = uses?.map((node) => {
    const call = parentOf(wrapped(node));
    return isCall(call) && call.callee === wrapped(node) ? call : undefined;
  });
  return calls?.every((call) => call !== undefined) ? calls : undefined;
}

function isObject(expression: Node | null | undefined, { node, instance }: Holder, turns: Turns): boolean {
  const holder = expression ? turns.holderOf(expression) : undefined;
  return holder?.node === node && holder.instance === instance;
}

/** Whether an expression is only asked whether it is there, or which members it has. */
function isTested(expression: Node): boolean {
  const parent = parentOf(expression);
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === expression;
    case 'UnaryExpression':
      return true;
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.left === expression;
    case 'BinaryExpression':
      return parent.operator === 'in' && parent.right === expression;
    default:
      return false;
  }
}

/** The name by which a script reaches a binding at a place; undefined where it cannot. */
export function nameOfBinding(owner: Script, binding: Binding, script: Script, place: Node): string | undefined {
  // The scripts of two states of the extension differ; what was parsed does not.
  const own = script.program === owner.program;
  if (!own && (script.isModule || owner.isModule)) return importedName(script, place, owner, binding);
  return script.scopes!.scopeOf(place).lookup(binding.name) === (own ? binding : undefined) ? binding.name : undefined;
}

function namingOf(script: Script, made: Node, turns: Turns): Naming {
  const outer = wrapped(made);
  const parent = parentOf(outer);
  const id = made.type === 'ClassDeclaration' ? made.id : parent?.type === 'VariableDeclarator' && parent.init === outer ? parent.id : undefined;
  if (id?.type === 'Identifier') {
    const binding = script.binding(id)!;
    if (binding.declarations.length !== 1 || binding.references.some(({ writes }) => writes)) throw new Refusal('its object is replaced');
    const { name } = id;
    if (isOpenToPages(script, binding)) throw new Refusal('a page may use its object through the background\'s window');
    return {
      name, statement: listed(made.type === 'ClassDeclaration' ? made : parentOf(parent!)!), uses: usesOfBinding(script, binding),
      nameAt: (one, place) => nameOfBinding(script, binding, one, place),
    };
  }
  const onDemand = made.type === 'NewExpression' ? onDemandNaming(script, made, turns) : undefined;
  if (onDemand !== undefined) return onDemand;
  const late = nameGivenLate(outer, script);
  if (late !== undefined && made.type === 'NewExpression' && turns.turnsAt(made).every(({ origin }) => origin === 'start')) {
    // Before that there is no object, so no code may be given this name.
    if (late.binding.references.some(({ node, writes }) => writes && node !== late.id)) throw new Refusal('its object is replaced');
    if (isOpenToPages(script, late.binding)) throw new Refusal('a page may use its object through the background\'s window');
    return { name: undefined, statement: late.statement, uses: usesOfBinding(script, late.binding).filter(({ node }) => node !== late.id), nameAt: () => undefined };
  }
  // static create() { return new App(); } … const app = App.create();
  const maker = made.type === 'NewExpression' ? makerOf(outer) : undefined;
  const [ask, another] = (maker && callsOf(script, maker, turns)) ?? [];
  if (ask !== undefined && another === undefined) return namingOf(turns.scriptOf(ask), ask, turns);
  // const app = (() => { …; return { … }; })();
  const wrapper = made.type === 'ObjectExpression' ? wrapperOf(made) : undefined;
  if (wrapper !== undefined) return namingOf(script, wrapper.call, turns);
  const statement = parent && parentOf(parent);
  // window.app = { … }
  if (parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.right === outer && statement?.type === 'ExpressionStatement' && parentOf(statement)?.type === 'Program') return globalNaming(script, parent, statement);
  // export default new App();
  if (parent?.type === 'ExportDefaultDeclaration' && made.type !== 'ClassDeclaration') return { name: undefined, statement: parent, uses: usesOfExports(script, ['default']), nameAt: (one, place) => nameOfExport(one, place, script, ['default']) };
  // new App(); new App().start(); await new App().start();
  const call = isMember(parent) && parent.object === outer ? parentOf(wrapped(parent)) : undefined;
  const whole = made.type === 'NewExpression' ? (isCall(call) && call.callee === wrapped(parent!) ? call : made) : undefined;
  const outermost = whole && parentOf(wrapped(whole));
  const alone = outermost?.type === 'AwaitExpression' ? parentOf(wrapped(outermost)) : outermost;
  if (alone?.type === 'ExpressionStatement') return { name: undefined, statement: alone, uses: whole === made ? [] : [{ script, node: made }], nameAt: () => undefined };
  const field = fieldOf(outer);
  if (field !== undefined) return fieldNaming(field, turns);
  throw new Refusal('its object has no name of its own');
}

/**
 * The naming of an object that a function makes where there is none yet, and gives to whoever asks for it: `getStore()`, `Store.getInstance()`. To make it
 * earlier must do nothing else. Undefined for other objects.
 */
function onDemandNaming(script: Script, made: t.NewExpression, turns: Turns): Naming | undefined {
  const assignment = parentOf(wrapped(made));
  const fn = functionOf(made);
  const cls = turns.holderOf(made)?.node;
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator === '&&=' || assignment.right !== wrapped(made) || fn === undefined || fn.params.length > 0 || fn.async || fn.generator || made.arguments.length > 0) return undefined;
  if (cls === undefined || !isClass(cls) || turns.scriptOf(cls) !== script || !isMadeQuietly(script, cls) || mayDoMore(fn.body, made)) return undefined;
  const place = unwrap(assignment.left as Node);
  const kept = place.type === 'Identifier' ? keptInVariable(script, place) : isMember(place) ? keptInStatic(place, turns) : undefined;
  const asked = kept && askerOf(script, fn, turns);
  const own = cls.type === 'ClassDeclaration' ? listed(cls) : undefined;
  if (kept === undefined || asked === undefined || own === undefined || !givesAlways(fn, assignment, new Set(kept.uses.map(({ node }) => node)))) return undefined;
  for (const { script: one, node } of kept.uses) {
    const member = parentOf(wrapped(node));
    // Code that asks whether there is one would find one from the first turn on.
    if (!isWithin(node, fn) && !(member?.type === 'MemberExpression' && member.object === wrapped(node))) throw new Refusal(`${lineOf(one, node)} may ask whether its object is there`);
  }
  const statements = [own, kept.statement, asked.statement];
  if (statements.some((one) => parentOf(one)?.type !== 'Program')) return undefined;
  const uses = new Set(kept.uses.filter(({ node }) => node !== place && !isAskedFor(node)).map(({ node }) => valueOf(node)));
  if (parentOf(assignment)?.type !== 'ExpressionStatement') uses.add(valueOf(assignment));
  return {
    name: undefined, statement: statements.reduce((last, one) => (one.start! > last.start! ? one : last)),
    uses: [...uses].map((node) => ({ script: turns.scriptOf(node), node })),
    nameAt: asked.nameAt,
  };
}

interface Kept {
  readonly statement: Node;
  readonly uses: readonly Use[];
}

/** The uses of a variable of a module that begins as nothing, and that one place gives an object. */
function keptInVariable(script: Script, place: t.Identifier): Kept | undefined {
  const binding = script.binding(place);
  const [declaration, another] = binding?.declarations ?? [];
  if (binding?.scope.parent !== undefined || declaration?.node.type !== 'VariableDeclarator' || another !== undefined || declaration.keys?.length === 1 || (declaration.init && !isNothing(declaration.init))) return undefined;
  if (binding!.references.some(({ node, writes }) => writes && node !== place) || isOpenToPages(script, binding!)) return undefined;
  return { statement: listed(parentOf(declaration.node)!), uses: usesOfBinding(script, binding!) };
}

/** The same of a static field. */
function keptInStatic(place: AnyMember, turns: Turns): Kept | undefined {
  const holder = turns.holderOf(place.object);
  const name = memberName(place);
  const keeper = holder === undefined || holder.instance || !isClass(holder.node) || name === undefined ? undefined : orRefusal(() => ownObject(holder, turns));
  if (keeper === undefined || keeper instanceof Refusal || keeper.whole.length > 0 || keeper.taken.has(name!)) return undefined;
  const uses = keeper.members.get(name!) ?? [];
  const declared = (keeper.holder.node as t.Class).body.body.filter((member) => 'key' in member && keyName(member as t.ClassProperty) === name && (member as t.ClassProperty).static);
  if (declared.some((member) => isFunction(member) || !('value' in member) || (member.value && !isNothing(member.value)))) return undefined;
  return uses.some((use) => use !== place && isWritten(use)) ? undefined : { statement: keeper.statement, uses: uses.map((use) => ({ script: turns.scriptOf(use), node: use })) };
}

/** How code calls a function of a module, or a static method. */
function askerOf(script: Script, fn: FunctionNode, turns: Turns): Pick<Naming, 'statement' | 'nameAt'> | undefined {
  const binding = bindingOfFunction(script, fn);
  if (binding !== undefined) {
    const named = (one: Script, place: Node): string | undefined => nameOfBinding(script, binding, one, place);
    return binding.scope.parent !== undefined || isOpenToPages(script, binding) ? undefined : { statement: listed(fn.type === 'FunctionDeclaration' ? fn : parentOf(parentOf(wrapped(fn))!)!), nameAt: (one, place) => withCall(named(one, place)) };
  }
  const holder = fn.type === 'ClassMethod' && fn.static && fn.kind === 'method' ? holderOfMethod(fn) : undefined;
  const name = holder && methodName(fn);
  const object = holder && orRefusal(() => ownObject(holder, turns));
  if (object === undefined || object instanceof Refusal || name === undefined) return undefined;
  return { statement: object.statement, nameAt: (one, place) => withCall(object.nameAt(one, place), name) };
}

function withCall(name: string | undefined, method?: string): string | undefined {
  return name && `${method === undefined ? name : `${name}.${method}`}()`;
}

/** A variable without a value of its own that a statement gives an object: `let app; … app = this;` */
function nameGivenLate(object: Node, script: Script): { readonly binding: Binding; readonly id: t.Identifier; readonly statement: Node } | undefined {
  const assignment = parentOf(object);
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || assignment.right !== object || assignment.left.type !== 'Identifier') return undefined;
  const statement = parentOf(assignment)!;
  const binding = script.binding(assignment.left);
  const [declaration, ...others] = binding?.declarations ?? [];
  const isEmpty = others.length === 0 && declaration?.node.type === 'VariableDeclarator' && declaration.node.id === declaration.id && declaration.node.init == null && !/^For/.test(parentOf(parentOf(declaration.node)!)!.type);
  return binding !== undefined && isEmpty && statement.type === 'ExpressionStatement' ? { binding, id: assignment.left, statement } : undefined;
}

/** The function, called where it stands, whose one result is an object literal, and its call. */
function wrapperOf(literal: t.ObjectExpression): { readonly fn: FunctionNode; readonly call: AnyCall } | undefined {
  const parent = parentOf(wrapped(literal));
  const fn = parent?.type === 'ReturnStatement' ? functionOf(parent) : undefined;
  const call = fn && immediateCall(fn)?.node;
  if (fn === undefined || call === undefined || fn.async || fn.generator || parentOf(parent!) !== fn.body) return undefined;
  let returns = 0;
  walk(fn.body, (node) => {
    if (node.type === 'ReturnStatement') returns += 1;
    return !isFunction(node);
  });
  return returns === 1 ? { fn, call } : undefined;
}

/** The places that name what an object that lives once keeps a function as: `counter.add` where `add` stands in `{ add }`. Undefined for other uses of it. */
export function usesAsMember(use: Node, turns: Turns): readonly Node[] | undefined {
  const property = parentOf(wrapped(use));
  const literal = property?.type === 'ObjectProperty' && property.value === wrapped(use) ? parentOf(property) : undefined;
  const name = property?.type === 'ObjectProperty' ? keyName(property) : undefined;
  if (literal?.type !== 'ObjectExpression' || name === undefined) return undefined;
  const object = orRefusal(() => ownObject({ node: literal, instance: true }, turns));
  return object instanceof Refusal || object.taken.has(name) || object.whole.length > 0 ? undefined : (object.members.get(name) ?? []);
}

/** A field that holds an object from the start, and what gives it that. */
interface Keeping {
  readonly keeper: t.Class | t.ObjectExpression;
  readonly name: string;
  readonly node: Node;
}

/** The field that a class, its constructor or an object literal gives an object to, in any case: `log = new Log()`, `this.log = new Log()`, `{ log: new Log() }`. */
function fieldOf(value: Node): Keeping | undefined {
  const parent = parentOf(value);
  const literal = parent?.type === 'ObjectProperty' && parent.value === value ? parentOf(parent) : undefined;
  if (literal?.type === 'ObjectExpression') return keyName(parent as t.ObjectProperty) === undefined ? undefined : { keeper: literal, name: keyName(parent as t.ObjectProperty)!, node: parent! };
  if (parent?.type === 'ClassProperty' && parent.value === value && !parent.static && keyName(parent) !== undefined) return { keeper: parentOf(parentOf(parent)!) as t.Class, name: keyName(parent)!, node: parent };
  if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=' || parent.right !== value || !isMember(parent.left) || unwrap(parent.left.object).type !== 'ThisExpression') return undefined;
  const statement = parentOf(parent);
  const constructor = statement && parentOf(parentOf(statement)!);
  const name = memberName(parent.left);
  if (statement?.type !== 'ExpressionStatement' || constructor?.type !== 'ClassMethod' || constructor.kind !== 'constructor' || parentOf(statement) !== constructor.body || name === undefined) return undefined;
  const earlier = constructor.body.body.slice(0, constructor.body.body.indexOf(statement));
  return earlier.every(({ type }) => type === 'ExpressionStatement' || type === 'VariableDeclaration') ? { keeper: parentOf(parentOf(constructor)!) as t.Class, name, node: parent.left } : undefined;
}

/** An object that a field of another one holds is called by that field. */
function fieldNaming({ keeper: owner, name, node }: Keeping, turns: Turns): Naming {
  const keeper = ownObject({ node: owner, instance: true }, turns);
  if (keeper.name === undefined) throw new Refusal('its object has no name of its own');
  const fields = owner.type === 'ObjectExpression' ? owner.properties : owner.body.body;
  const others = fields.filter((member) => member !== node && (member.type === 'ClassProperty' || member.type === 'ObjectProperty') && keyName(member) === name);
  const isHidden = !/^[\w$]+$/.test(name) || fields.some((member) => member.type === 'ClassProperty' && keyName(member) === name && (member.accessibility === 'private' || member.accessibility === 'protected'));
  if (isHidden) throw new Refusal('a private field keeps its object');
  const uses = (keeper.members.get(name) ?? []).filter((use) => use !== node);
  const isGiven = (use: Node): boolean => {
    const parent = parentOf(wrapped(use));
    return (parent?.type === 'AssignmentExpression' && parent.left === wrapped(use)) || (parent?.type === 'UnaryExpression' && parent.operator === 'delete') || /Pattern$/.test(parent?.type ?? '');
  };
  const unnamed = [...(keeper.taken.get(name) ?? []), ...keeper.whole][0];
  if (unnamed !== undefined) throw new Refusal(`${lineOf(turns.scriptOf(unnamed), unnamed)} uses its object as a whole`);
  if (uses.some(isGiven) || others.some((member) => 'value' in member && member.value)) throw new Refusal('its object is replaced');
  return {
    name: `${keeper.name}.${name}`, statement: keeper.statement, uses: uses.map((use) => ({ script: turns.scriptOf(use), node: use })),
    nameAt(script, place) {
      const owner = isThisAt(place, keeper.holder) ? 'this' : keeper.nameAt(script, place);
      return owner === undefined ? undefined : `${owner}.${name}`;
    },
  };
}

function globalNaming(script: Script, assignment: t.AssignmentExpression, statement: Node): Naming {
  const left = unwrap(assignment.left);
  const name = left.type === 'Identifier' && script.binding(left) === undefined ? left.name : isMember(left) && script.globals(memberName(left) ?? '').includes(left) ? memberName(left) : undefined;
  if (name === undefined || script.realms.some(({ kind }) => kind !== 'background')) throw new Refusal('its object has no name of its own');
  const scripts = script.realms.flatMap((realm) => realm.scripts.filter(({ program }) => program !== undefined));
  if (scripts.some(({ scopes }) => scopes!.program.bindings.has(name))) throw new Refusal('its object has two names');
  const uses = usesOfGlobal(script, name).filter(({ node }) => node !== left);
  const text = script.textOf(left);
  const root = isMember(left) ? unwrap(left.object) : left;
  return { name, statement, uses, nameAt: (one, place) => (root.type === 'Identifier' && one.scopes!.scopeOf(place).lookup(root.name) === undefined ? text : undefined) };
}

/** The statement of a list that a declaration is, `export` included. */
export function listed(declaration: Node): Node {
  const parent = parentOf(declaration);
  return parent?.type === 'ExportNamedDeclaration' || parent?.type === 'ExportDefaultDeclaration' ? parent : declaration;
}

/** Refuses what is more than data fields and methods. */
function assertPlain({ node, instance }: Holder): void {
  if (node.type === 'ObjectExpression') {
    if (node.properties.some((member) => member.type === 'SpreadElement' || keyName(member) === undefined || keyName(member) === '__proto__')) throw new Refusal('its object has members that are not written out');
  } else if (isFunction(node)) {
    if (!instance || prototypeOf(node) === undefined || givesAnother(node)) throw new Refusal('a function makes its object');
  } else if (!instance && node.body.body.some(({ type }) => type === 'StaticBlock')) {
    throw new Refusal('its class has a static block');
  } else if (node.superClass || node.decorators?.length) {
    throw new Refusal('its class is made from another one');
  }
}

/** Whether a constructor function may give another object than the one that it makes. */
function givesAnother(fn: FunctionNode): boolean {
  let found = false;
  walk(fn.body, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found = true;
    return !isFunction(node);
  });
  return found;
}

/** The place that makes the one object of a class, or of a constructor function. */
export function onlyInstance(cls: t.Class | FunctionNode, turns: Turns): Node {
  const script = turns.scriptOf(cls);
  const declarator = parentOf(wrapped(cls));
  const mentions = isFunction(cls) ? prototypeOf(cls)?.mentions : undefined;
  const id = cls.type === 'ClassDeclaration' || cls.type === 'FunctionDeclaration' ? cls.id : declarator?.type === 'VariableDeclarator' ? declarator.id : undefined;
  const binding = id?.type === 'Identifier' ? script.binding(id) : undefined;
  if (binding === undefined) throw new Refusal('its class has no name of its own');
  if (binding.declarations.length !== 1) throw new Refusal('its class is declared several times');
  // static create() { return new this(); }
  if (isClass(cls)) for (const part of partsWithThis({ node: cls, instance: false })) walkThis(part, (use) => {
    const call = parentOf(wrapped(use));
    if (call?.type === 'NewExpression' && call.callee === wrapped(use)) throw new Refusal(`${lineOf(script, use)} makes objects of its class, too`);
  });
  const made: Node[] = [];
  for (const { script: one, node } of usesOfBinding(script, binding)) {
    const inner = wrapped(node);
    const parent = parentOf(inner);
    if (mentions?.has(node)) continue;
    if (parent?.type === 'NewExpression' && parent.callee === inner) made.push(parent);
    else if (isMember(parent) && parent.object === inner ? /^(prototype|call|apply|bind)$/.test(memberName(parent) ?? 'prototype') : !(parent?.type === 'BinaryExpression' && parent.operator === 'instanceof')) throw new Refusal(`${lineOf(one, node)} uses its class as a value`);
  }
  if (made.length !== 1) throw new Refusal('its class has several objects');
  return made[0]!;
}

/** Refuses methods that are replaced, or handed over without the object that they work on. */
function assertMethodsKept({ holder, members }: OwnObject, turns: Turns): void {
  for (const [name, uses] of members) {
    const fn = methodOf(holder, name);
    for (const use of uses) {
      const assignment = parentOf(wrapped(use));
      const given = assignment?.type === 'AssignmentExpression' && assignment.left === wrapped(use) ? unwrap(assignment.right) : undefined;
      if (given?.type === 'FunctionExpression' && given !== fn && usesThis(given)) throw new Refusal(`its method \`${name}\` is given to it elsewhere`);
    }
    if (fn === undefined || ('kind' in fn && fn.kind !== 'method')) continue;
    const rebound = uses.some(isRebound);
    for (const use of uses) {
      const outer = wrapped(use);
      const parent = parentOf(outer);
      const bound = boundBy(use);
      if (bound !== undefined && usesThis(fn) && !isObject(bound.arguments[0], holder, turns)) throw new Refusal(`its method \`${name}\` is used with another object`);
      if (isRebound(use) || bound !== undefined || (isCall(parent) && parent.callee === outer)) continue;
      if (isGiving(use, fn)) continue;
      if (parent?.type === 'AssignmentExpression' && parent.left === outer) throw new Refusal(`its method \`${name}\` is replaced`);
      if (!rebound && fn.type !== 'ArrowFunctionExpression' && usesThis(fn)) throw new Refusal(`its method \`${name}\` is used without the object`);
    }
  }
}

/** Refuses functions that get the object as `this`, and are not written as its methods: `{ add: step }`, `app.add = debounce(function () { this.count++; })`. */
function assertNoOtherMethods({ holder, members }: OwnObject, turns: Turns): void {
  const own = (holder.node.type === 'ObjectExpression' ? holder.node.properties : isFunction(holder.node) ? [] : holder.node.body.body.filter((member) => 'static' in member && (member.static === true) !== holder.instance)) as readonly Node[];
  const written = own.flatMap((member): (readonly [string | undefined, Node])[] => {
    if (isFunction(member)) return 'kind' in member && member.kind === 'get' ? returnsOf(member).map((value) => [keyName(member as t.ObjectMethod), value]) : [];
    return (member.type === 'ObjectProperty' || member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && member.value && !isFunction(unwrap(member.value)) ? [[keyName(member), member.value]] : [];
  });
  // A page that loads the same script has an object of its own.
  const assigned = [...members].flatMap(([name, uses]) => uses.filter((use) => turns.has(use)).flatMap((use): (readonly [string, Node])[] => {
    const assignment = parentOf(wrapped(use));
    return assignment?.type === 'AssignmentExpression' && assignment.left === wrapped(use) && !isFunction(unwrap(assignment.right)) ? [[name, assignment.right]] : [];
  }));
  for (const [name, value] of [...written, ...assigned]) {
    const fn = functionsWithThis(value, turns).find((given) => !isMethodOf(given, holder));
    if (fn !== undefined && !isBoundToAnother(value, holder, turns)) throw new Refusal(`its method \`${name ?? ''}\` is given to it elsewhere`);
  }
}

function isMethodOf(fn: FunctionNode, { node, instance }: Holder): boolean {
  const own = holderOfMethod(fn);
  return own?.node === node && own.instance === instance;
}

/** `other.handle.bind(other)`. */
function isBoundToAnother(value: Node, holder: Holder, turns: Turns): boolean {
  const call = unwrap(value);
  const [given] = isCall(call) && isMember(call.callee) && memberName(call.callee) === 'bind' ? call.arguments : [];
  return given !== undefined && turns.holderOf(given) !== undefined && !isObject(given, holder, turns);
}

/** The functions that a value may be, or that it wraps, and that use `this` as whoever calls them gives it; those that are constructed aside. */
export function functionsWithThis(value: Node, turns: Turns): readonly FunctionNode[] {
  const call = unwrap(value);
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const calls = callee && (callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) : undefined);
  const wrappedIn = isCall(call) && calls !== undefined && !NO_WRAPPERS.test(calls) && turns.scriptOf(call).api(callee!) === undefined ? call.arguments : [];
  const own = turns.functionsOf(value).filter((fn) => fn.type !== 'ArrowFunctionExpression' && !isBoundInPlace(fn) && !isAccessor(fn) && !/^[A-Z]/.test(functionName(fn) ?? '') && usesThis(fn));
  return [...own, ...wrappedIn.flatMap((argument) => functionsWithThis(argument, turns))];
}

/** What calls a function with no object, or with another one. */
const NO_WRAPPERS = /^(set(Timeout|Interval|Immediate)|requestAnimationFrame|queueMicrotask|then|catch|finally|addListener|addEventListener|on|once|forEach|map|flatMap|filter|find|findIndex|some|every|reduce|sort|from|replace)$/;

/** Whether a mention of a member is where an object gets that function: `app.add = function () {}`. */
function isGiving(use: AnyMember, fn: FunctionNode): boolean {
  const assignment = parentOf(wrapped(use));
  return assignment?.type === 'AssignmentExpression' && assignment.left === wrapped(use) && assignment.right === wrapped(fn);
}

/** The one function of the extension that an expression surely is: written there, or named and never another one, or a method of an object that lives once. */
export function surelyFunction(script: Script, node: Node, turns: Turns): FunctionNode | undefined {
  const inner = unwrap(node);
  if (isFunction(inner)) return inner;
  const isNamespace = isMember(inner) && unwrap(inner.object).type === 'Identifier' && script.binding(unwrap(inner.object) as t.Identifier)?.declarations[0]?.node.type === 'ImportNamespaceSpecifier';
  if (isMember(inner) && !isNamespace) return ownMethod(inner, turns);
  if (inner.type !== 'Identifier' && !isNamespace) return undefined;
  const found = turns.functionsOf(inner);
  const [fn] = found;
  if (fn === undefined || found.length > 1) return undefined;
  const owner = turns.scriptOf(fn);
  const binding = bindingOfFunction(owner, fn);
  if (binding === undefined) return undefined;
  if (inner.type === 'Identifier') {
    const own = script.binding(inner);
    if (own !== undefined ? own !== binding && own.kind !== 'import' : binding.scope.parent !== undefined) return undefined;
  }
  return fn;
}

// ---- what is copied before anybody else sees it

/** Methods that only look at what they are given. */
export const LOOKING_METHODS = new Set([
  'toString', 'toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'repeat', 'substring', 'substr', 'charAt', 'charCodeAt', 'replace', 'replaceAll', 'join', 'toFixed', 'toISOString', 'toLocaleString', 'toJSON',
  'indexOf', 'lastIndexOf', 'localeCompare', 'search', 'includes', 'startsWith', 'endsWith', 'has', 'test', 'match', 'split', 'hasOwnProperty', 'keys',
]);
/** Globals that copy what they are given, or only look at it. */
const LOOKING_GLOBALS = /^(String|Boolean|Number|isNaN|isFinite|parseInt|parseFloat|encodeURIComponent|decodeURIComponent|encodeURI|structuredClone)$/;

/** Whether a listener of messages returns the result of a call: the answer is a copy. */
export function isReturnedToBrowser(script: Script, call: Node, turns: Turns): boolean {
  const parent = parentOf(wrapped(call));
  const fn = parent?.type === 'ReturnStatement' ? functionOf(parent) : parent?.type === 'ArrowFunctionExpression' && parent.body === wrapped(call) ? parent : undefined;
  return fn !== undefined && isMessageListener(script, fn, turns);
}

/** `Promise.resolve(answer)`. */
export function isResolve(script: Script, call: AnyCall): boolean {
  const callee = unwrap(call.callee as Node);
  const object = isMember(callee) ? unwrap(callee.object) : undefined;
  return object?.type === 'Identifier' && object.name === 'Promise' && script.binding(object) === undefined && memberName(callee as t.MemberExpression) === 'resolve';
}

/** Whether an expression, or a literal that it stands in, is copied before anybody else sees it: an argument of the browser's, an answer to a message. */
export function isHandedOver(script: Script, node: Node, turns: Turns): boolean {
  for (const up of [node, ...ancestors(node)]) {
    const parent = parentOf(up);
    if (isCall(parent)) return parent.callee !== up && (isSerialised(script, parent, up, turns) || (isResolve(script, parent) && isReturnedToBrowser(script, parent, turns)));
    if ((parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression') && isReturnedToBrowser(script, up, turns)) return true;
    const isPassedOn = parent?.type === 'LogicalExpression' || (parent?.type === 'ConditionalExpression' && parent.test !== up);
    if (!isPassedOn && parent?.type !== 'ObjectProperty' && parent?.type !== 'ObjectExpression' && parent?.type !== 'ArrayExpression') return false;
  }
  return false;
}

/** Whether a call copies an argument before anybody else sees it. */
export function isSerialised(script: Script, call: AnyCall, argument: Node, turns: Turns): boolean {
  const callee = unwrap(call.callee as Node);
  if (script.api(callee) !== undefined) return !/\.addListener$/.test(script.api(callee)!.names.join('.'));
  if (callee.type === 'Identifier') {
    return script.binding(callee) === undefined ? LOOKING_GLOBALS.test(callee.name) : isAnswering(script, callee, turns);
  }
  if (!isMember(callee)) return false;
  const object = unwrap(callee.object);
  const name = memberName(callee) ?? '';
  const global = object.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
  if (global === 'console' || global === 'JSON' || global === 'Math') return true;
  if (global === 'Object') return name === 'keys';
  if (global === 'Array') return name === 'isArray';
  return name === 'postMessage' || (LOOKING_METHODS.has(name) && argument !== call.callee);
}

/** `sendResponse` and its like: the last parameter of a message listener. */
export function isAnswering(script: Script, id: t.Identifier, turns: Turns): boolean {
  const binding = script.binding(id);
  const fn = binding?.kind === 'param' ? binding.declarations[0]!.node : undefined;
  return isFunction(fn) && isMessageListener(script, fn, turns) && fn.params[2] === binding!.declarations[0]!.id;
}

function isMessageListener(script: Script, fn: FunctionNode, turns: Turns): boolean {
  const listens = (use: Node): boolean => {
    const call = parentOf(wrapped(use));
    return isCall(call) && /\.on(Message|MessageExternal|Request|RequestExternal)\.addListener$/.test(turns.scriptOf(call).api(unwrap(call.callee as Node))?.names.join('.') ?? '');
  };
  const uses = usesOfMethod(fn, turns) ?? usesOfFunction(script, fn)?.map(({ node }) => node);
  return uses !== undefined && uses.length > 0 && uses.every(listens);
}
