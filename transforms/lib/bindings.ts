import type * as t from '@babel/types';
import { immediateCall } from './api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isOutermostThis, isUnused, isWithin, keyName, memberName, parentOf, propertyValue, siblings, stringValue, unwrap, walk, wrapped, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import { isBodyOfUnused } from './callbacks.ts';
import { evaluate } from './constants.ts';
import { GLOBAL_OBJECTS } from './global-names.ts';
import { injectedFunctions, isInjected } from './injection/injected.ts';
import { nameOfModule, usesInModules, usesOfExports } from './modules.ts';
import { functionsWithThis, listed, ownObject, usesOfBinding } from './objects.ts';
import { holderOfMethod, partsWithThis, usesThis } from './own-methods.ts';
import type { Realm } from './realms.ts';
import { orRefusal, Refusal } from './refusal.ts';
import { initOfConstant, type Binding } from './scope.ts';
import type { Script } from './script.ts';
import { once as oncePer, onceWithin } from './source.ts';
import type { Holder } from './calls/holders.ts';
import type { Turns } from './turns.ts';

/**
 * How a place uses a variable. `update` writes what it makes of the old value; `mutate` changes the object that the variable holds;
 * `escape` hands that object to code that may.
 */
export type AccessKind = 'read' | 'write' | 'update' | 'mutate' | 'escape';

export interface Access {
  readonly script: Script;
  /** The identifier or member that names the variable. */
  readonly node: Node;
  readonly kind: AccessKind;
  /** Whether a write or mutation also uses the value that was there, as `count++` whose result is used does. */
  readonly reads: boolean;
  /** What a plain assignment or an initialiser stores. */
  readonly value: Node | undefined;
  /** Whether this is the declaration's own initialiser. */
  readonly initial: boolean;
}

/** Something of the background that keeps a value between turns: a variable, a property of the global object, a field of an object that lives once. */
export interface Variable {
  /** As its owner calls it: `count`, `window.count`, `Manager.count`. */
  readonly name: string;
  readonly kind: 'top-level' | 'closure' | 'global-property' | 'field';
  readonly script: Script;
  /** Where it is declared, or first mentioned. */
  readonly node: Node;
  readonly constant: boolean;
  readonly accesses: readonly Access[];
  /** What a field is a field of. */
  readonly holder?: Holder;
}

const MUTATORS = new Set([
  'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'set', 'add', 'delete', 'clear', 'setTime', 'setFullYear', 'setMonth', 'setDate', 'setHours', 'setMinutes', 'setSeconds',
]);

/** The classes of which the start-up makes one object: in a function that it calls once, or in the constructor of such an object. */
function madeOnce(scripts: readonly Script[], turns: Turns, known: ReadonlySet<Node>): Map<Node, string> {
  const places = new Map<Node, t.NewExpression[]>();
  for (const script of scripts) {
    walk(script.program!, (node) => {
      const holder = node.type === 'NewExpression' ? turns.holderOf(node) : undefined;
      if (node.type === 'NewExpression' && holder?.instance && !known.has(holder.node)) places.set(holder.node, [...(places.get(holder.node) ?? []), node]);
    });
  }
  const once = new Map<Node, string>();
  const isOnce = (node: Node): boolean => {
    for (const up of ancestors(node)) {
      if (/^(For|While|DoWhile)/.test(up.type)) return false;
      if (!isFunction(up) || immediateCall(up) !== undefined || isLoadWrapper(up, turns) || isCalledOnceAtStart(up, turns) || isMadeOnDemand(node, turns)) continue;
      const cls = up.type === 'ClassMethod' && up.kind === 'constructor' ? parentOf(parentOf(up)!) : undefined;
      if (cls === undefined || !(known.has(cls) || once.has(cls))) return false;
    }
    return true;
  };
  for (let before = -1; before !== once.size;) {
    before = once.size;
    for (const [cls, [made, ...others]] of places) {
      const callee = unwrap(made!.callee);
      if (others.length === 0 && !once.has(cls) && isOnce(made!)) once.set(cls, callee.type === 'Identifier' ? callee.name : 'this');
    }
  }
  return once;
}

/** Whether an object is made where there is none yet, and kept in a lasting place: `app ??= new App()`, `if (!App.one) App.one = new App();`. */
function isMadeOnDemand(made: Node, turns: Turns): boolean {
  let inner = wrapped(made);
  let parent = parentOf(inner);
  const isDefault = parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.right === inner;
  if (isDefault) [inner, parent] = [wrapped(parent!), parentOf(wrapped(parent!))];
  if (parent?.type !== 'AssignmentExpression' || parent.right !== inner || !/^(=|\?\?=|\|\|=)$/.test(parent.operator)) return false;
  const script = turns.scriptOf(made);
  const place = unwrap(parent.left as Node);
  const kept = place.type === 'Identifier' ? script.binding(place)?.scope.parent === undefined : isMember(place) && (isGlobalObject(script, place.object) || turns.holderOf(place.object)?.instance === false);
  if (!kept) return false;
  const name = script.textOf(place);
  const asks = (node: Node): boolean => node.type === 'IfStatement' && script.textOf(node.test).includes(name);
  return isDefault || parent.operator !== '=' || [...ancestors(made)].some(asks) || (siblings(parentOf(parent)!) ?? []).some(asks);
}

/** The variables of a realm that can outlive a turn. Functions, classes, imports and extension APIs are none. */
export function variablesOf(realm: Realm, turns: Turns): Variable[] {
  const variables: Variable[] = [];
  const scripts = realm.scripts.filter((script) => script.program !== undefined && script.file.editable);
  const extension = scripts[0]?.extension;
  if (extension === undefined) return [];
  const topLevel = extension.topLevel(realm);
  const imports = importsByFile(scripts);
  /** Uses of names that a script does not declare, and of window's properties, by name. */
  const shared = new Map<string, Access[]>();
  const declared = new Set<string>();
  /** Uses of properties of the global object whose names are computed. */
  const computed: Access[] = [];

  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      const kind = livesOnce(binding, turns);
      if (kind === undefined || !isVariable(script, binding)) continue;
      // A second name for the global object is no state.
      const constant = initOfConstant(binding);
      if (constant !== undefined && isGlobalObject(script, constant)) continue;
      const accesses = [...declarationsOf(script, binding), ...binding.references.map(({ node }) => accessOf(script, node as t.Identifier))];
      if (kind === 'top-level' && !script.isModule) {
        if (topLevel.get(binding.name) !== script) continue;
        declared.add(binding.name);
        for (const other of scripts) {
          if (other !== script && !other.isModule) accesses.push(...usesElsewhere(other, binding.name));
          accesses.push(...globalMembers(other, binding.name), ...(namedWithGlobal(other).get(binding.name) ?? []));
        }
      }
      if (kind === 'top-level' && script.isModule) {
        const uses = orRefusal(() => usesInModules(script, binding));
        accesses.push(...(uses instanceof Refusal ? importedUses(imports.get(script.path) ?? [], script, binding) : uses.map((use) => accessOf(use.script, use.node as t.Identifier | AnyMember))));
      }
      const own = isObjectWithFields(binding, turns) || isRecord(script, binding) || isFilledWithMethods(script, binding) ? accesses.filter(({ kind: access }) => access === 'write') : accesses;
      variables.push({ name: binding.name, kind, script, node: binding.declarations[0]!.id, constant: binding.kind === 'const', accesses: own });
    }
  }

  for (const script of scripts) {
    for (const [name, uses] of script.freeNames) {
      if (declared.has(name) || topLevel.has(name) || NAMESPACES.has(name) || !uses.some(({ writes }) => writes) || /^on[a-z]+$/.test(name)) continue;
      const own = uses.filter(({ node }) => !isInjected(script, node));
      if (own.some(({ writes }) => writes)) add(shared, name, own.map(({ node }) => accessOf(script, node as t.Identifier)));
    }
    const isShared = (name: string): boolean => !declared.has(name) && !topLevel.has(name) && !PLATFORM.has(name) && !/^on[a-z]+$/.test(name);
    for (const [name, own] of namedWithGlobal(script)) if (isShared(name)) add(shared, name, own);
    const injected = injectedFunctions(script);
    walk(script.program!, (node) => {
      if (injected.has(node)) return false;
      if (!isMember(node) || !isGlobalObject(script, node.object)) return;
      const known = memberName(node) ?? evaluate(script, node.property as Node, turns)?.value;
      if (known === undefined && !isCalled(node)) computed.push(accessOf(script, node));
      const name = typeof known === 'string' ? known : undefined;
      if (name !== undefined && isShared(name)) add(shared, name, [accessOf(script, node)]);
    });
  }
  // self[`tab${id}`] = url
  const written = computed.find(({ kind, value }) => /^(write|update)$/.test(kind) && !(value && isFunction(unwrap(value))));
  if (written !== undefined) {
    const named = [...shared.values()].filter((accesses) => !accesses.some(({ kind }) => /^(write|update)$/.test(kind))).flat();
    variables.push({ name: written.script.textOf(written.node), kind: 'global-property', script: written.script, node: written.node, constant: false, accesses: [...computed, ...named] });
  }
  for (const [name, accesses] of shared) {
    const writes = accesses.filter(({ kind }) => kind === 'write' || kind === 'update');
    if (writes.length === 0 || writes.some(({ value }) => value !== undefined && isFunction(unwrap(value)))) continue;
    for (const script of scripts) {
      const free = script.freeNames.get(name);
      if (free && !free.some(({ writes: writing }) => writing)) accesses.push(...free.map(({ node }) => accessOf(script, node as t.Identifier)));
    }
    const [first] = writes;
    const held = writes.some(({ value }) => value !== undefined && hasFields(turns.holderOf(value)));
    variables.push({ name: first!.node.type === 'Identifier' && first!.node.name === name ? name : `window.${name}`, kind: 'global-property', script: first!.script, node: first!.node, constant: false, accesses: held ? writes : accesses });
  }

  variables.push(...scripts.flatMap(exportedData), ...fields(scripts, turns), ...staticFields(scripts, turns));
  return variables.map((variable) => ({ ...variable, accesses: variable.accesses.map((access) => throughCallee(access, variable, turns)) }));
}

function isCalled(node: Node): boolean {
  const call = parentOf(wrapped(node));
  return isCall(call) && call.callee === wrapped(node);
}

/** What a function of the extension does to an object that it is given, its caller does. */
export function throughCallee(access: Access, { kind, name, accesses }: Variable, turns: Turns): Access {
  // counter.add(), which is no Set
  if (access.kind === 'mutate' && isOwnMethod(access, turns) && accesses.every(({ kind: one, initial }) => initial || !/^(write|update)$/.test(one))) return { ...access, kind: 'read' };
  if (access.kind !== 'escape') return access;
  // Of an object that is given away whole, the function may change one field.
  const field = kind === 'field' && !isMember(access.node) ? name.slice(name.lastIndexOf('.') + 1) : undefined;
  let inner = wrapped(access.node);
  for (let up = parentOf(inner); isMember(up) && up.object === inner; up = parentOf(inner)) inner = wrapped(up);
  const call = parentOf(inner);
  if (!isCall(call)) return access;
  const index = call.arguments.indexOf(inner as t.Expression);
  const mutates = turns.targetsOf(call).some((fn) => {
    const script = turns.scriptOf(fn);
    const param = fn.params[index];
    return param?.type === 'Identifier' && script.binding(param)!.references.some(({ node }) => {
      if (node.type !== 'Identifier') return false;
      if (field === undefined) return accessOf(script, node).kind === 'mutate';
      const member = parentOf(wrapped(node));
      return isMember(member) && member.object === wrapped(node) && memberName(member) === field && /^(write|update|mutate)$/.test(accessOf(script, member).kind);
    });
  });
  return mutates ? { ...access, kind: 'mutate' } : access;
}

/** Whether the method that an access calls is a function of the extension. */
function isOwnMethod({ node }: Access, turns: Turns): boolean {
  const member = parentOf(wrapped(node));
  const call = isMember(member) && member.object === wrapped(node) ? parentOf(wrapped(member)) : undefined;
  return isCall(call) && call.callee === wrapped(member!) && turns.targetsOf(call).length > 0;
}

/** A second name for the extension API is no state. */
const NAMESPACES = new Set(['chrome', 'browser']);

/** Global names that the platform gives meaning to: assigning them is no state. */
export const PLATFORM = new Set(['location', 'name', 'status', 'chrome', 'browser', 'self', 'window', 'globalThis', 'document', 'localStorage', 'sessionStorage', 'console', 'navigator', 'event', 'indexedDB', 'URL', 'webkitURL', 'requestAnimationFrame']);

function add<K>(map: Map<K, Access[]>, key: K, accesses: readonly Access[]): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [...accesses]);
  else list.push(...accesses);
}

/** Whether there is one instance of a binding for as long as the background lives: at top level, or in a function that start-up calls once where it stands. */
function livesOnce(binding: Binding, turns: Turns): 'top-level' | 'closure' | undefined {
  const { scope } = binding;
  if (binding.kind === 'param' || binding.kind === 'catch') return undefined;
  if (scope.parent === undefined) return 'top-level';
  for (let up: typeof scope | undefined = scope; up?.parent !== undefined; up = up.parent) {
    const { node } = up;
    if (isFunction(node)) {
      if (immediateCall(node) === undefined && !isLoadWrapper(node, turns) && !isCalledOnceAtStart(node, turns)) return undefined;
    } else if (/^(For|While|DoWhile|Class|Catch)/.test(node.type)) {
      return undefined;
    }
  }
  // A local that no other function uses ends with its function.
  const home = functionOf(scope.node.type === 'Program' ? scope.node : binding.declarations[0]!.id);
  return binding.references.some(({ node }) => functionOf(node) !== home) ? 'closure' : undefined;
}

/** A wrapper for the page's load: it runs once, as start-up does. */
function isLoadWrapper(fn: FunctionNode, turns: Turns): boolean {
  const parent = parentOf(wrapped(fn));
  const [first] = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  return first !== undefined && (isCall(parent) || parent?.type === 'AssignmentExpression') && turns.turnsAt(first).every(({ origin, delay }) => origin === 'start' && delay === 'load');
}

function isCalledOnceAtStart(fn: FunctionNode, turns: Turns): boolean {
  const callers = turns.callersOf(fn);
  const [call] = callers;
  if (call === undefined || callers.length !== 1 || functionOf(call) !== undefined) return false;
  for (const up of ancestors(call)) if (/^(For|While|DoWhile)/.test(up.type)) return false;
  return fn.type === 'FunctionDeclaration' || fn.type === 'ArrowFunctionExpression' || fn.type === 'FunctionExpression';
}

/** Whether a name is one of a variable: not of a function, class, import or extension API. */
export function isVariable(script: Script, binding: Binding): boolean {
  if (binding.name === 'chrome' || binding.name === 'browser') return false;
  if (binding.kind === 'function' || binding.kind === 'class' || binding.kind === 'import' || binding.kind === 'enum' || binding.kind === 'namespace') return false;
  const [declaration] = binding.declarations;
  const init = declaration?.init && declaration.keys?.length === 0 ? unwrap(declaration.init) : undefined;
  if (init && isFunction(init) && !binding.references.some(({ writes }) => writes)) return false;
  const api = script.api(declaration!.id);
  return api === undefined || (api.choice !== undefined && binding.references.some(({ node, writes }) => writes && functionOf(node) !== undefined));
}

/** The first values that a variable's declarations give it. */
export function declarationsOf(script: Script, binding: Binding): Access[] {
  return binding.declarations.flatMap(({ id, init, keys }) => (init === undefined ? [] : [{
    script, node: id, kind: 'write' as const, reads: false, value: keys?.length === 0 ? init : undefined, initial: true,
  }]));
}

function usesElsewhere(script: Script, name: string): Access[] {
  return (script.freeNames.get(name) ?? []).map(({ node }) => accessOf(script, node as t.Identifier));
}

function globalMembers(script: Script, name: string): Access[] {
  return script.globals(name).flatMap((node) => (isMember(node) ? [accessOf(script, node)] : []));
}

/** Whether an expression is the global object, by the parameter of a wrapper perhaps. */
export function isGlobalObject(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ThisExpression') return (isOutermostThis(inner) && !script.isModule) || isThisGlobal(script, inner);
  if (inner.type !== 'Identifier') return false;
  const binding = script.binding(inner);
  if (binding === undefined) return GLOBAL_OBJECTS.has(inner.name);
  const given = givenAtOnce(binding) ?? initOfConstant(binding);
  return given !== undefined && !isWithin(inner, given) && isGlobalObject(script, given);
}

/** Whether `this` is the global object that a wrapper is called on where it stands: `(function () { this.count = 0; }).call(window)`. */
function isThisGlobal(script: Script, node: Node): boolean {
  for (const up of ancestors(node)) {
    if (up.type === 'ClassBody') return false;
    if (!isFunction(up) || up.type === 'ArrowFunctionExpression') continue;
    const call = immediateCall(up);
    const [given] = call?.viaCall ? call.node.arguments : [];
    return given !== undefined && isGlobalObject(script, given);
  }
  return false;
}

/** What names properties of the global object beside members: patterns (`const { count } = window`), which read them, and `Object.assign(window, { count: 0 })`. */
const namedWithGlobal = oncePer((script: Script): ReadonlyMap<string, readonly Access[]> => {
  const named = new Map<string, Access[]>();
  if (!/\}\s*=|\bObject\.assign\b/.test(script.text)) return named;
  const injected = injectedFunctions(script);
  const take = (object: Node | null | undefined, pattern: Node): void => {
    if (pattern.type !== 'ObjectPattern' || !object || !isGlobalObject(script, object)) return;
    for (const member of pattern.properties) {
      const name = member.type === 'ObjectProperty' ? keyName(member) : undefined;
      if (name !== undefined) add(named, name, [{ script, node: unwrap(object), kind: 'escape', reads: true, value: undefined, initial: false }]);
    }
  };
  walk(script.program!, (node) => {
    if (injected.has(node)) return false;
    if (node.type === 'VariableDeclarator') take(node.init, node.id);
    else if (node.type === 'AssignmentExpression') take(node.right, node.left);
    else if (isCall(node) && script.textOf(node.callee) === 'Object.assign' && node.arguments[0] && isGlobalObject(script, node.arguments[0])) {
      for (const given of node.arguments.slice(1)) {
        const object = unwrap(given);
        for (const member of object.type === 'ObjectExpression' ? object.properties : []) {
          const name = member.type === 'SpreadElement' ? undefined : keyName(member);
          if (name !== undefined) add(named, name, [{ script, node: unwrap(node.arguments[0]), kind: 'write', reads: false, value: member.type === 'ObjectProperty' ? member.value : member, initial: false }]);
        }
      }
    }
    return true;
  });
  return named;
});

/** What a wrapper that is called where it stands gets for a parameter that stays the same: `self` of `(function (root) {})(self)`. */
export function givenAtOnce({ kind, declarations, references }: Binding): Node | undefined {
  const [declaration] = declarations;
  const fn = declaration?.node;
  const call = kind === 'param' && isFunction(fn) ? immediateCall(fn) : undefined;
  const index = call === undefined || references.some(({ writes }) => writes) ? -1 : (fn as FunctionNode).params.findIndex((param) => param === declaration!.id);
  return index === -1 ? undefined : call!.node.arguments[call!.viaCall ? index + 1 : index];
}

/** An import of a realm: who imports, under which binding, by which specifier. */
interface Import {
  readonly script: Script;
  readonly binding: Binding;
  readonly specifier: Node;
}

/** The imports of a realm's scripts, by the file that they name. */
function importsByFile(scripts: readonly Script[]): Map<string, Import[]> {
  const imports = new Map<string, Import[]>();
  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      const specifier = binding.kind === 'import' ? binding.declarations[0]!.node : undefined;
      const declaration = specifier && parentOf(specifier);
      if (specifier === undefined || declaration?.type !== 'ImportDeclaration') continue;
      const path = script.extension.resolveImport(script.path, declaration.source.value);
      if (path !== undefined) imports.set(path, [...(imports.get(path) ?? []), { script, binding, specifier }]);
    }
  }
  return imports;
}

/** The uses of a module's export in the modules that import it. */
function importedUses(imports: readonly Import[], owner: Script, binding: Binding): Access[] {
  const accesses: Access[] = [];
  for (const { script, binding: other, specifier } of imports) {
    if (specifier.type === 'ImportSpecifier') {
      const name = specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
      if (exportedAs(owner, binding.name, name)) accesses.push(...other.references.map(({ node }) => accessOf(script, node as t.Identifier)));
    } else if (specifier.type === 'ImportNamespaceSpecifier') {
      for (const { node } of other.references) {
        const member = parentOf(node);
        if (isMember(member) && memberName(member) === binding.name) accesses.push(accessOf(script, member));
      }
    } else if (exportedAs(owner, binding.name, 'default')) {
      accesses.push(...other.references.map(({ node }) => accessOf(script, node as t.Identifier)));
    }
  }
  return accesses;
}

/** What a module exports as its default without a name: `export default {}`. */
function exportedData(script: Script): Variable[] {
  const statement = script.program!.body.find((one): one is t.ExportDefaultDeclaration => one.type === 'ExportDefaultDeclaration');
  const node = statement && unwrap(statement.declaration);
  const isData = node?.type === 'ArrayExpression' || (node?.type === 'ObjectExpression' && !hasMethods(node)) || (node?.type === 'NewExpression' && node.callee.type === 'Identifier' && /^(Map|Set|Array|Object|WeakMap|WeakSet)$/.test(node.callee.name));
  const uses = isData ? orRefusal(() => usesOfExports(script, ['default'])) : [];
  if (!isData || uses instanceof Refusal) return [];
  const initial: Access = { script, node: node!, kind: 'write', reads: false, value: node!, initial: true };
  return [{ name: nameOfModule(script), kind: 'top-level', script, node: node!, constant: true, accesses: [initial, ...uses.map((use) => accessOf(use.script, use.node as t.Identifier | AnyMember))] }];
}

/** How a CommonJS module names what it exports: `module.exports = {}`, `exports.counter = {}`. */
function exportedName(script: Script, target: Node): string | undefined {
  if (!isMember(target)) return undefined;
  const text = script.textOf(target);
  const [root] = text.split('.');
  if ((root !== 'module' && root !== 'exports') || !script.freeNames.has(root)) return undefined;
  return text === 'module.exports' ? nameOfModule(script) : /^(?:module\.)?exports\.([\w$]+)$/.exec(text)?.[1];
}

function exportedAs(owner: Script, local: string, name: string): boolean {
  return owner.program!.body.some((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return name === 'default' && statement.declaration.type === 'Identifier' && statement.declaration.name === local;
    if (statement.type !== 'ExportNamedDeclaration') return false;
    if (statement.declaration?.type === 'VariableDeclaration' && local === name) {
      return statement.declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === local);
    }
    return statement.specifiers.some((specifier) => specifier.type === 'ExportSpecifier' && specifier.local.name === local &&
      (specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value) === name);
  });
}

/** Whether what a variable holds is looked at field by field: an object literal with methods, an instance of a class. */
function isObjectWithFields(binding: Binding, turns: Turns): boolean {
  const [declaration] = binding.declarations;
  const init = declaration?.init && declaration.keys?.length === 0 ? unwrap(declaration.init) : undefined;
  return hasFields(init && turns.holderOf(init));
}

/** Whether an object that a variable is declared with gets functions that change it as `this`, however else code uses it. */
function isGivenMethods(script: Script, binding: Binding, turns: Turns): boolean {
  if (isFilledWithMethods(script, binding)) return true;
  const [declaration] = binding.declarations;
  const init = declaration?.keys?.length === 0 ? declaration.init : undefined;
  const holder = init ? turns.holderOf(init) : undefined;
  return holder?.node.type === 'ObjectExpression' && partsWithThis(holder).some((part) => isFunction(part) && usesThis(part));
}

/** Whether a variable always holds the same object, which gets its functions where it is declared, and of which code names each field: `const self = {}; self.show = function () {};`. */
function isFilledWithMethods(script: Script, binding: Binding): boolean {
  const [declaration, another] = binding.declarations;
  if (another !== undefined || !declaration?.init || declaration.keys?.length !== 0 || unwrap(declaration.init).type !== 'ObjectExpression') return false;
  if (binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && !other.isModule && other.scopes?.program.bindings.has(binding.name)))) return false;
  const uses = orRefusal(() => usesOfBinding(script, binding));
  if (uses instanceof Refusal) return false;
  let methods = 0;
  return uses.every(({ node }) => {
    const outer = wrapped(node);
    const member = parentOf(outer);
    if (!isMember(member) || member.object !== outer) return member?.type === 'ReturnStatement';
    const assignment = parentOf(wrapped(member));
    const isGiven = assignment?.type === 'AssignmentExpression' && assignment.left === wrapped(member) && isNamedFunction(script, unwrap(assignment.right));
    if (isGiven) methods += 1;
    return memberName(member) !== undefined && (!isGiven || functionOf(assignment) === functionOf(declaration.id));
  }) && methods > 0;
}

/** Whether an expression is a function, or the name of one. */
function isNamedFunction(script: Script, node: Node): boolean {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  const init = initOfConstant(binding);
  return isFunction(node) || binding?.kind === 'function' || (init !== undefined && isFunction(unwrap(init)));
}

/** Whether a constant holds an object literal of data of which code names each field: `const state = { count: 0 }`. */
function isRecord(script: Script, binding: Binding): boolean {
  const [declaration] = binding.declarations;
  const init = declaration?.init && declaration.keys?.length === 0 ? unwrap(declaration.init) : undefined;
  if (binding.kind !== 'const' || init?.type !== 'ObjectExpression' || init.properties.length === 0) return false;
  try {
    return usesOfBinding(script, binding).every(({ node }) => {
      const member = parentOf(wrapped(node));
      return isMember(member) && member.object === wrapped(node) && memberName(member) !== undefined;
    });
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function hasFields(holder: Holder | undefined): boolean {
  return holder !== undefined && holder.instance && (holder.node.type !== 'ObjectExpression' || hasMethods(holder.node));
}

/** What happens to the fields of an object that is looked at field by field does not happen to who holds it. */
function ownAccess(access: Access, turns: Turns): Access {
  if (access.kind !== 'mutate') return access;
  return hasFields(turns.holderOf(access.node)) ? { ...access, kind: 'read', reads: true } : access;
}

/** The fields of objects that live once: object literals in lasting variables, and classes that start-up constructs once. */
function fields(scripts: readonly Script[], turns: Turns): Variable[] {
  const found = new Map<Node, Map<string, Access[]>>();
  const names = new Map<Node, string>();
  const byExports = new Map<Node, string>();
  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      if (livesOnce(binding, turns) === undefined) continue;
      if (!isObjectWithFields(binding, turns) && !isRecord(script, binding) && !isGivenMethods(script, binding, turns)) continue;
      const init = unwrap(binding.declarations[0]!.init!);
      const holder = turns.holderOf(init)!;
      if (found.has(holder.node)) continue;
      found.set(holder.node, new Map());
      names.set(holder.node, init.type === 'NewExpression' && unwrap(init.callee).type === 'Identifier' ? (unwrap(init.callee) as t.Identifier).name : binding.name);
    }
    walk(script.program!, (node) => {
      if (isFunction(node) && immediateCall(node) === undefined) return false;
      if (node.type === 'AssignmentExpression' && node.operator === '=') {
        // window.manager = { start() {} }, and the same without `window`
        const name = node.left.type === 'Identifier' && script.binding(node.left) === undefined ? node.left.name
          : isMember(node.left) && isGlobalObject(script, node.left.object) ? memberName(node.left) : undefined;
        const exported = name === undefined ? exportedName(script, node.left) : undefined;
        const holder = name === undefined && exported === undefined ? undefined : turns.holderOf(node.right);
        if (exported !== undefined && holder !== undefined && hasFields(holder)) byExports.set(holder.node, exported);
        if (name === undefined || holder === undefined || !hasFields(holder) || found.has(holder.node)) return;
        found.set(holder.node, new Map());
        names.set(holder.node, name);
      }
      if (functionOf(node) !== undefined) return;
      const exported = node.type === 'ExportDefaultDeclaration' ? unwrap(node.declaration) : undefined;
      if (exported?.type === 'ObjectExpression' && hasFields(turns.holderOf(exported))) {
        found.set(exported, new Map());
        names.set(exported, nameOfModule(script));
      }
      if (node.type === 'NewExpression') {
        const holder = turns.holderOf(node);
        if (holder === undefined || found.has(holder.node)) return;
        const callee = unwrap(node.callee);
        found.set(holder.node, new Map());
        names.set(holder.node, callee.type === 'Identifier' ? callee.name : 'this');
      }
    });
  }
  for (const [node, name] of byExports) {
    if (found.has(node)) continue;
    found.set(node, new Map());
    names.set(node, name);
  }
  for (const [cls, name] of madeOnce(scripts, turns, new Set([...found.keys()].flatMap((node) => [node, ...superclassesOf(node, turns)])))) {
    found.set(cls, new Map());
    names.set(cls, name);
  }
  // What is added while it goes on has its turn, too.
  for (const holder of found.keys()) {
    for (const [key, inner] of literalsIn(holder)) {
      if (found.has(inner)) continue;
      found.set(inner, new Map());
      names.set(inner, `${names.get(holder)!}.${key}`);
    }
  }
  if (found.size === 0) return [];
  const templates = templatesIn(scripts, turns);
  const owners = new Map<Node, Node[]>();
  for (const node of found.keys()) for (const one of [node, ...templatesOf(node, templates, turns)]) owners.set(one, [...(owners.get(one) ?? []), node]);
  const ownersOf = (holder: Holder | undefined): readonly Node[] => (holder?.instance ? (owners.get(holder.node) ?? []) : []);
  const ownOf = (holder: Holder | undefined): readonly Map<string, Access[]>[] => ownersOf(holder).map((node) => found.get(node)!);
  const unnamed = new Map<Node, Access[]>();
  for (const script of scripts) {
    walk(script.program!, (node) => {
      for (const { object, name, access } of changesAtOnce(script, node)) {
        for (const owner of ownersOf(turns.holderOf(object))) {
          if (name === undefined) add(unnamed, owner, [access]);
          else add(found.get(owner)!, name, [access]);
        }
      }
      if (!isMember(node)) return;
      const name = memberName(node) ?? constantName(script, node, turns);
      if (name === 'prototype' || name === 'constructor') return;
      const parent = parentOf(wrapped(node));
      if (isCall(parent) && parent.callee === wrapped(node)) return;
      const object = unwrap(node.object);
      if (object.type !== 'ThisExpression' && object.type !== 'Identifier' && !isMember(object) && !isCall(object)) return;
      const holder = turns.holderOf(object);
      const several = ownersOf(holder);
      if (several.length === 0) return;
      const access = ownAccess(accessOf(script, node), turns);
      // What a constructor gives its own fields is where they start.
      const initial = access.kind === 'write' && (isConstruction(node, holder!.node) || firstValuesOf(holder!.node, turns).has(node));
      for (const owner of several) {
        if (name === undefined) add(unnamed, owner, [access]);
        else add(found.get(owner)!, name, [initial ? { ...access, initial } : access]);
      }
    });
  }
  const variables: Variable[] = [];
  for (const holder of found.keys()) if (isCollection(holder, turns)) variables.push(...contentOf(holder, names.get(holder)!, scripts, turns));
  const followed = new Set<Node>();
  for (const [holder, own] of found) if (addFollowed(own, { node: holder as Holder['node'], instance: true }, turns)) followed.add(holder);
  for (const script of scripts) {
    walk(script.program!, (node) => {
      if (!isHandedOver(node)) return;
      const holder = turns.holderOf(node);
      if (holder === undefined || followed.has(holder.node)) return;
      for (const accesses of ownOf(holder).flatMap((own) => [...own.values()])) accesses.push({ script, node, kind: 'escape', reads: true, value: undefined, initial: false });
    });
  }
  for (const [holder, own] of found) {
    const named: Variable[] = [];
    const classes = [holder, ...templatesOf(holder, templates, turns)];
    const written = [holder, ...superclassesOf(holder, turns)];
    const usedLater = (unnamed.get(holder) ?? []).filter((access) => isOfLater(access, turns));
    for (const [name, accesses] of own) {
      // What a prototype has, and no object is given, is the same for all.
      const isGiven = [...accesses, ...usedLater].some(isChange);
      const all = [...(isGiven ? classes : written).flatMap((one) => initialFields(one, name, turns)), ...accesses];
      const isMethod = all.some(({ value }) => value !== undefined && isFunction(unwrap(value))) || (holder.type === 'ObjectExpression' && holder.properties.some((member) => member.type === 'ObjectMethod' && keyName(member) === name));
      const isClassMethod = classes.some((one) => isClass(one) && one.body.body.some((member) => member.type === 'ClassMethod' && keyName(member) === name));
      if (isMethod || isClassMethod || !all.some(isChange)) continue;
      if (all.some(({ kind }) => kind === 'write') && all.every((access) => access.kind !== 'write' || isApi(access, turns))) continue;
      const first = all.find(({ kind }) => kind === 'write') ?? all[0]!;
      named.push({ name: `${names.get(holder)!}.${name}`, kind: 'field', script: first.script, node: first.node, constant: false, accesses: all, holder: { node: holder as Holder['node'], instance: true } });
    }
    variables.push(...withUnnamed(named, usedLater, names.get(holder)!, { node: holder as Holder['node'], instance: true }, turns));
  }
  return variables;
}

/** Whether a class is made from one of the language's collections: `class Store extends Map`. */
function isCollection(node: Node, turns: Turns): node is t.Class {
  const base = isClass(node) && node.superClass ? unwrap(node.superClass) : undefined;
  return base?.type === 'Identifier' && /^(Map|Set|Array)$/.test(base.name) && turns.scriptOf(node).binding(base) === undefined;
}

/** What the one object of such a class holds as a collection. */
function contentOf(cls: t.Class, name: string, scripts: readonly Script[], turns: Turns): readonly Variable[] {
  const accesses: Access[] = [];
  for (const script of scripts) {
    walk(script.program!, (node) => {
      const member = node.type === 'ThisExpression' || node.type === 'Identifier' ? parentOf(wrapped(node)) : undefined;
      if (!isMember(member) || member.object !== wrapped(node)) return;
      const holder = turns.holderOf(node);
      if (holder?.node === cls && holder.instance) accesses.push(accessOf(script, node as t.Identifier));
    });
  }
  const [first] = accesses;
  return first === undefined ? [] : [{ name, kind: 'field', script: first.script, node: first.node, constant: false, accesses, holder: { node: cls, instance: true } }];
}

function isChange({ kind }: Access): boolean {
  return kind === 'write' || kind === 'update' || kind === 'mutate';
}

/** Whether an access by a computed name gives fields more than their first values, and no functions. */
function isOfLater(access: Access, turns: Turns): boolean {
  return !isChange(access) || (!(access.value && isFunction(unwrap(access.value))) && turns.turnsAt(access.node).some(({ origin }) => origin !== 'start'));
}

/** The fields of an object, where code also uses fields by names that are computed: each may be any of them. Those that nothing else changes are told of as one. */
function withUnnamed(named: readonly Variable[], unnamed: readonly Access[], object: string, holder: Holder, turns: Turns): readonly Variable[] {
  const known = unnamed.filter((access) => !isChange(access) || turns.turnsAt(access.node).some(({ origin }) => origin !== 'start' && origin !== 'unknown'));
  const first = unnamed.find(isChange);
  if (first === undefined) return unnamed.length === 0 ? named : named.map((variable) => ({ ...variable, accesses: [...variable.accesses, ...unnamed] }));
  const own = named.filter(({ accesses }) => accesses.some((access) => isChange(access) && !access.initial));
  const others = named.filter((variable) => !own.includes(variable)).flatMap(({ accesses }) => accesses);
  const name = isMember(first.node) ? `${object}[${first.script.textOf(first.node.property)}]` : `${object}[…]`;
  return [
    ...own.map((variable) => ({ ...variable, accesses: [...variable.accesses, ...known] })),
    { name, kind: 'field', script: first.script, node: first.node, constant: false, accesses: [...unnamed, ...others], holder },
  ];
}

/** The name of a member that is a constant: `app[KEY]`. */
function constantName(script: Script, member: AnyMember, turns: Turns): string | undefined {
  const known = evaluate(script, member.property as Node, turns)?.value;
  return typeof known === 'string' ? known : undefined;
}

interface ChangeAtOnce {
  readonly object: Node;
  /** The field; undefined for those whose names are not written out. */
  readonly name: string | undefined;
  readonly access: Access;
}

/** What a call of the language or of a library gives to the fields of an object: `Object.assign(app, { count: 1 })`, `Reflect.set(app, 'count', 1)`. */
function changesAtOnce(script: Script, node: Node): readonly ChangeAtOnce[] {
  const [target, ...given] = isCall(node) && CHANGES_AT_ONCE.test(script.textOf(node.callee)) ? node.arguments : [];
  const object = target && unwrap(target);
  if (object === undefined || !(object.type === 'Identifier' || object.type === 'ThisExpression' || isMember(object))) return [];
  const change = (name: string | undefined, value: Node | undefined): ChangeAtOnce => ({ object, name, access: { script, node: object, kind: 'write', reads: false, value, initial: false } });
  const isNamed = /^(Reflect\.set|Object\.defineProperty)$/.test(script.textOf((node as t.CallExpression).callee));
  if (isNamed) return given.length < 2 ? [] : [change(stringValue(given[0]), memberName((node as t.CallExpression).callee as AnyMember) === 'set' ? given[1] : valueOfDescriptor(given[1]!))];
  return given.flatMap((source): readonly ChangeAtOnce[] => {
    const literal = unwrap(source);
    if (literal.type !== 'ObjectExpression') return [change(undefined, source)];
    return literal.properties.flatMap((member): readonly ChangeAtOnce[] => {
      if (member.type === 'SpreadElement') return [change(undefined, member.argument)];
      return member.type === 'ObjectProperty' ? [change(keyName(member), member.value as Node)] : [];
    });
  });
}

const CHANGES_AT_ONCE = /^(Object\.(assign|defineProperty)|Reflect\.set|(_|\$|jQuery|lodash|angular)\.(assign|extend|merge))$/;

function valueOfDescriptor(descriptor: Node): Node | undefined {
  const literal = unwrap(descriptor);
  return literal.type === 'ObjectExpression' ? propertyValue(literal, 'value') : undefined;
}

/** What objects get functions from, beside those that they are written with, which use them as `this`: by the object literal, class or constructor function. */
function templatesIn(scripts: readonly Script[], turns: Turns): ReadonlyMap<Node, ReadonlySet<Node>> {
  const found = new Map<Node, Set<Node>>();
  const give = (owner: Node | undefined, templates: readonly (Node | undefined)[]): void => {
    for (const template of templates) {
      if (owner === undefined || template === undefined || template === owner) continue;
      const own = found.get(owner) ?? new Set();
      found.set(owner, own.add(template));
    }
  };
  /** What `this` is in the functions that a value may be. */
  const givenBy = (value: Node): readonly Node[] => {
    const call = unwrap(value);
    const functions = isFunction(call) || (isCall(call) && isMember(call.callee) && memberName(call.callee) === 'bind') ? [] : orRefusal(() => functionsWithThis(value, turns));
    return functions instanceof Refusal ? [] : functions.map((fn) => holderOfMethod(fn)?.node ?? fn);
  };
  for (const script of scripts) {
    walk(script.program!, (node) => {
      if (node.type === 'ObjectExpression') {
        for (const member of node.properties) {
          if (member.type === 'SpreadElement') give(node, [turns.holderOf(member.argument)?.node]);
          else if (member.type === 'ObjectProperty') give(node, keyName(member) === '__proto__' ? [turns.holderOf(member.value as Node)?.node] : givenBy(member.value as Node));
        }
      } else if (node.type === 'ClassProperty' && node.value && !node.static) {
        give(parentOf(parentOf(node)!), givenBy(node.value));
      } else if (node.type === 'AssignmentExpression' && node.operator === '=' && isMember(node.left)) {
        const prototype = ownerOfPrototype(node.left);
        if (prototype !== undefined) give(turns.holderOf(prototype)?.node, prototypesIn(node.right).map((one) => turns.holderOf(one)?.node));
        else if (!isFunction(unwrap(node.right))) {
          const inner = ownerOfPrototype(node.left.object);
          const values = givenBy(node.right);
          if (values.length > 0) give(turns.holderOf(inner ?? node.left.object)?.node, values);
        }
      } else if (isCall(node)) {
        const callee = script.textOf(node.callee);
        const [target, ...sources] = node.arguments;
        if (target === undefined) return;
        const prototype = ownerOfPrototype(unwrap(target));
        if (/^(Object\.(assign|setPrototypeOf)|(_|\$|jQuery)\.(assign|extend))$/.test(callee)) give(turns.holderOf(prototype ?? target)?.node, sources.map((source) => turns.holderOf(ownerOfPrototype(unwrap(source)) ?? source)?.node));
        else if (/(^|\.)_{0,2}(inherits?|extends)$/.test(callee) && sources.length > 0) give(turns.holderOf(target)?.node, [turns.holderOf(sources[0]!)?.node]);
        else if (isMember(node.callee) && /^(call|apply|bind)$/.test(memberName(node.callee) ?? '')) {
          const made = turns.holderOf(node.callee.object)?.node;
          give(turns.holderOf(target)?.node, made && isFunction(made) ? [made] : givenBy(node.callee.object));
        }
      }
    });
  }
  return found;
}

/** `App` of `App.prototype`. */
function ownerOfPrototype(node: Node): Node | undefined {
  return isMember(node) && memberName(node) === 'prototype' ? node.object : undefined;
}

/** What a prototype is made from: `Base` of `Object.create(Base.prototype)`, `new Base()`. */
function prototypesIn(value: Node): readonly Node[] {
  const made = unwrap(value);
  if (made.type === 'NewExpression' || made.type === 'ObjectExpression') return [made];
  const [given] = isCall(made) && isMember(made.callee) && memberName(made.callee) === 'create' ? made.arguments : [];
  return given === undefined ? [] : [ownerOfPrototype(unwrap(given)) ?? given];
}

/** All that an object gets functions from, and the classes that its class is made from. */
function templatesOf(node: Node, templates: ReadonlyMap<Node, ReadonlySet<Node>>, turns: Turns): readonly Node[] {
  const found = new Set<Node>([node]);
  for (const one of found) for (const other of [...superclassesOf(one, turns), ...(templates.get(one) ?? [])]) found.add(other);
  return [...found].slice(1);
}

/** The members by which the statements after its declaration give an object fields, before other code can run: `app.count` in `const app = {}; app.count = 0;`. */
const firstValuesOf = onceWithin((literal: Node, turns: Turns): ReadonlySet<Node> => {
  const found = new Map<string, Node>();
  const declarator = parentOf(wrapped(literal));
  const declaration = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? parentOf(declarator) : undefined;
  const list = declaration && siblings(listed(declaration));
  if (literal.type !== 'ObjectExpression' || list === undefined) return new Set();
  const script = turns.scriptOf(literal);
  const own = new Set(literal.properties.map((member) => (member.type === 'SpreadElement' ? undefined : keyName(member))));
  for (const statement of list.slice(list.indexOf(listed(declaration!) as t.Statement) + 1)) {
    if (!/^(Expression|Empty)Statement$|Declaration$/.test(statement.type) || mayRunOthers(script, statement)) break;
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || !isMember(assignment.left)) continue;
    const name = memberName(assignment.left);
    if (name !== undefined && !own.has(name) && !found.has(name) && turns.holderOf(assignment.left.object)?.node === literal) found.set(name, assignment.left);
  }
  return new Set(found.values());
});

/** What the language has that runs no function of the extension. */
const BUILT_IN = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'Object', 'Math', 'Number', 'String', 'URL', 'RegExp', 'console']);

/** Whether a statement may run functions of the extension. */
function mayRunOthers(script: Script, statement: Node): boolean {
  let runs = false;
  walk(statement, (node) => {
    if (isFunction(node)) return false;
    if (isCall(node) || node.type === 'NewExpression') {
      const callee = unwrap(node.callee as Node);
      const root = isMember(callee) ? unwrap(callee.object) : callee;
      runs ||= script.api(callee) === undefined && !(root.type === 'Identifier' && BUILT_IN.has(root.name) && script.freeNames.has(root.name));
    } else if (/^(TaggedTemplate|Await|Yield)Expression$|^StaticBlock$/.test(node.type)) {
      runs = true;
    }
    return !runs;
  });
  return runs;
}

/** The classes that a class is made from. */
function superclassesOf(node: Node, turns: Turns): readonly Node[] {
  const found: t.Class[] = [];
  for (let cls = node; isClass(cls) && cls.superClass;) {
    const up = turns.holderOf(cls.superClass);
    if (up === undefined || up.instance || !isClass(up.node) || up.node === node || found.includes(up.node)) break;
    found.push(up.node);
    cls = up.node;
  }
  return found;
}

function isClass(node: Node): node is t.Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** The object literals with methods that fields of an object begin with. */
function literalsIn(holder: Node): readonly (readonly [name: string, literal: t.ObjectExpression])[] {
  const members = holder.type === 'ObjectExpression' ? holder.properties : isClass(holder) ? holder.body.body.filter((member) => member.type === 'ClassProperty' && !member.static) : [];
  return members.flatMap((member) => {
    const value = (member.type === 'ObjectProperty' || member.type === 'ClassProperty') && member.value ? unwrap(member.value) : undefined;
    const name = value?.type === 'ObjectExpression' && hasMethods(value) ? keyName(member as t.ObjectProperty) : undefined;
    return name === undefined ? [] : [[name, value as t.ObjectExpression] as const];
  });
}

/** Adds the uses of an object's fields by other names, and where it is read as a whole. @returns whether all its uses are in sight */
function addFollowed(own: Map<string, Access[]>, holder: Holder, turns: Turns): boolean {
  const object = orRefusal(() => ownObject(holder, turns));
  if (object instanceof Refusal) return false;
  const known = new Set([...own.values()].flatMap((accesses) => accesses.map(({ node }) => node)));
  const reading = (node: Node): Access => ({ script: turns.scriptOf(node), node, kind: 'read', reads: true, value: undefined, initial: false });
  for (const [name, uses] of object.members) {
    for (const use of name === 'constructor' ? [] : uses) {
      const parent = parentOf(wrapped(use));
      if (!known.has(use) && turns.has(use) && !(isCall(parent) && parent.callee === wrapped(use))) add(own, name, [ownAccess(accessOf(turns.scriptOf(use), use), turns)]);
    }
  }
  for (const [name, uses] of object.taken) add(own, name, uses.map(reading));
  for (const accesses of own.values()) accesses.push(...object.whole.map(reading));
  return true;
}

/** Whether an object is given away as a whole, so that each field may be read: `save(app)`, `{ ...app }`, `const { load, items } = app`. */
function isHandedOver(node: Node): boolean {
  if (node.type !== 'Identifier' && node.type !== 'ThisExpression') return false;
  const inner = wrapped(node);
  const parent = parentOf(inner);
  if (parent?.type === 'SpreadElement' || (parent?.type === 'VariableDeclarator' && parent.init === inner && parent.id.type === 'ObjectPattern')) return true;
  return isCall(parent) && parent.arguments.includes(inner as t.Expression) && !(isMember(parent.callee) && /^(bind|call|apply|addListener|addEventListener)$/.test(memberName(parent.callee) ?? ''));
}

/** The static fields of classes that are declared once. */
function staticFields(scripts: readonly Script[], turns: Turns): Variable[] {
  const found = new Map<t.Class, Map<string, Access[]>>();
  const unnamed = new Map<t.Class, Access[]>();
  for (const script of scripts) {
    walk(script.program!, (node) => {
      const parent = parentOf(wrapped(node));
      if (!isMember(node) || /^(prototype|constructor)$/.test(memberName(node) ?? '') || (isCall(parent) && parent.callee === wrapped(node))) return;
      const object = unwrap(node.object);
      const holder = object.type === 'Identifier' || object.type === 'ThisExpression' || (isMember(object) && memberName(object) === 'constructor') ? turns.holderOf(object) : undefined;
      if (holder === undefined || holder.instance || !isClass(holder.node) || [...ancestors(holder.node)].some(isFunction)) return;
      const own = found.get(holder.node) ?? new Map<string, Access[]>();
      found.set(holder.node, own);
      const name = memberName(node) ?? constantName(script, node, turns);
      const access = ownAccess(accessOf(script, node), turns);
      if (name === undefined) add(unnamed, holder.node, [access]);
      else add(own, name, [access]);
    });
  }
  for (const [cls, own] of found) addFollowed(own, { node: cls, instance: false }, turns);
  return [...found].flatMap(([cls, own]) => {
    const script = turns.scriptOf(cls);
    const holder: Holder = { node: cls, instance: false };
    const named = [...own].flatMap(([name, accesses]): Variable[] => {
      const members = cls.body.body.filter((member) => (member.type === 'ClassMethod' || member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && member.static === true && keyName(member) === name);
      const initial = members.flatMap((member): Access[] => (member.type !== 'ClassMethod' && 'value' in member && member.value ? [{ script, node: member.key as Node, kind: 'write', reads: false, value: member.value as Node, initial: true }] : []));
      const all = [...initial, ...accesses];
      const isMethod = members.some(({ type }) => type === 'ClassMethod') || all.some(({ value }) => value !== undefined && isFunction(unwrap(value)));
      return isMethod ? [] : [{ name: `${nameOfClass(cls, script)}.${name}`, kind: 'field', script, node: all[0]!.node, constant: false, accesses: all, holder }];
    });
    return withUnnamed(named, (unnamed.get(cls) ?? []).filter((access) => isOfLater(access, turns)), nameOfClass(cls, script), holder, turns).filter(({ accesses }) => accesses.some((access) => isChange(access) && !access.initial));
  });
}

function nameOfClass(cls: t.Class, script: Script): string {
  const declarator = parentOf(wrapped(cls));
  return cls.id?.name ?? (declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id.name : nameOfModule(script));
}

/** Whether a field is given a part of the extension API: `storage.local.set` changes nothing that the field holds. */
function isApi({ script, value }: Access, turns: Turns): boolean {
  const given = value && unwrap(value);
  if (given === undefined) return false;
  if (script.api(given) !== undefined) return true;
  const parameter = given.type === 'Identifier' ? script.binding(given) : undefined;
  if (parameter?.kind !== 'param') return false;
  const fn = parameter.declarations[0]!.node as FunctionNode;
  const index = fn.params.findIndex((param) => param === parameter.declarations[0]!.id);
  const calls = turns.callersOf(fn);
  return index >= 0 && calls.length > 0 && calls.every((call) => call.arguments[index] !== undefined && turns.scriptOf(call).api(unwrap(call.arguments[index])) !== undefined);
}

function isConstruction(member: AnyMember, holder: Node): boolean {
  const fn = unwrap(member.object).type === 'ThisExpression' ? functionOf(member) : undefined;
  return fn !== undefined && (fn === holder || (fn.type === 'ClassMethod' && fn.kind === 'constructor'));
}

function hasMethods(object: t.ObjectExpression): boolean {
  return object.properties.some((member) => member.type === 'ObjectMethod' || (member.type === 'ObjectProperty' && isFunction(unwrap(member.value))));
}

/** What the literal or the class itself gives to a field. */
function initialFields(holder: Node, name: string, turns: Turns): Access[] {
  const script = turns.scriptOf(holder);
  const initial = (node: Node, value: Node | null | undefined): Access[] =>
    (value ? [{ script, node, kind: 'write', reads: false, value, initial: true }] : []);
  if (holder.type === 'ObjectExpression') {
    return holder.properties.flatMap((member) => (member.type === 'ObjectProperty' && keyName(member) === name ? initial(member.key, member.value) : []));
  }
  if (holder.type === 'ClassDeclaration' || holder.type === 'ClassExpression') {
    return holder.body.body.flatMap((member) =>
      ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && !member.static && keyName(member) === name ? initial(member.key, member.value) : []));
  }
  return [];
}

/** What a mention of a variable does to it. */
export function accessOf(script: Script, node: t.Identifier | AnyMember): Access {
  const access = (kind: AccessKind, reads: boolean, value?: Node): Access => ({ script, node, kind, reads, value, initial: false });
  let inner: Node = wrapped(node);
  let parent = parentOf(inner);
  if (parent?.type === 'AssignmentExpression' && parent.left === inner) {
    if (parent.operator === '=') return access('write', false, parent.right);
    const fills = parent.operator === '??=' || parent.operator === '||=';
    return access(fills ? 'write' : 'update', parentOf(parent)?.type !== 'ExpressionStatement', fills ? parent.right : undefined);
  }
  if (parent?.type === 'UpdateExpression') return access('update', parentOf(parent)?.type !== 'ExpressionStatement');
  if (parent?.type === 'VariableDeclarator' && parent.id === inner) return access('write', false, parent.init ?? undefined);
  if ((parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement') && parent.left === inner) return access('write', false);
  if (isPatternTarget(inner)) return access('write', false);
  // Follow what hangs on it: variable.list[0].push(x), delete variable[key], variable.size++
  for (;;) {
    if (isMember(parent) && parent.object === inner) {
      inner = wrapped(parent);
      parent = parentOf(inner);
      if (parent?.type === 'AssignmentExpression' && parent.left === inner) return access('mutate', false);
      if (parent?.type === 'UpdateExpression') return access('mutate', parentOf(parent)?.type !== 'ExpressionStatement' && !isBodyOfUnused(parent));
      if (isPatternTarget(inner)) return access('mutate', false);
      if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return access('mutate', false);
      if (isCall(parent) && parent.callee === inner) {
        const method = memberName(unwrap(inner) as AnyMember);
        if (method !== undefined && MUTATORS.has(method)) return access('mutate', !isUnused(parent) && !isBodyOfUnused(parent));
        return access('read', true);
      }
      continue;
    }
    break;
  }
  if (isCall(parent) && parent.arguments.includes(inner as t.Expression)) {
    const callee = unwrap(parent.callee as Node);
    if (isMember(callee) && unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Object') {
      if (memberName(callee) === 'assign' && parent.arguments[0] === inner) return access('mutate', false);
      return access('read', true);
    }
    return access('escape', true);
  }
  return access('read', true);
}

/** Whether an expression is assigned to by destructuring: `[a] = list`, `({ a } = object)`. */
function isPatternTarget(node: Node): boolean {
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'ObjectProperty':
      return parent.value === node && parentOf(parent)?.type === 'ObjectPattern';
    case 'AssignmentPattern':
      return parent.left === node && isPatternTarget(parent);
    default:
      return false;
  }
}
