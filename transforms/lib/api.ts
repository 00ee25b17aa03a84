import type * as t from '@babel/types';
import { ancestors, callOf, isCall, isFunction, isMember, isNothing, isOutermostThis, isWithin, keyName, memberName, parentOf, propertyValue, stringValue, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import { callOfMain } from './frameworks.ts';
import { GLOBAL_OBJECTS } from './global-names.ts';
import type { Syntax } from './parse.ts';
import { initOfConstant, type Binding, type Declaration, type Reference } from './scope.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';

/** Which global an API value was reached through; `polyfill` is webextension-polyfill and its kin, `either` a choice at run time. */
export type ApiRoot = 'chrome' | 'browser' | 'polyfill' | 'either';

/** An extension API that an expression stands for: `chrome.tabs` has the names `['tabs']`, `chrome` itself none. */
export interface ApiValue {
  readonly root: ApiRoot;
  readonly names: readonly string[];
  /** Set where the code chooses between APIs, as in `chrome.action ?? chrome.browserAction`. */
  readonly choice?: readonly (readonly string[])[];
}

/** One mention of an extension API in the text. */
export interface ApiReference extends ApiValue {
  /** The names joined: `tabs.executeScript`. */
  readonly path: string;
  /** The longest expression that names the API: `chrome.tabs.executeScript`. In a pattern, the property. */
  readonly node: AnyMember | t.Identifier | t.JSXIdentifier | t.ObjectProperty;
  /** For each name the node that spells it here; undefined for what an alias stands for. */
  readonly keys: readonly (Node | undefined)[];
  /** The object expressions that the members hang on: `links[i]` is the expression for `names.slice(0, i + 1)`, where it stands here. */
  readonly links: readonly (Node | undefined)[];
  /** The call or construction that `node` is the callee of. */
  readonly call: AnyCall | undefined;
  /** Code that yields the namespace at this place (`chrome`, `window.browser`, the author's own alias); undefined where none is known. */
  readonly namespace: string | undefined;
  /** Whether the mention only declares aliases: a leaf of a destructuring pattern. */
  readonly pattern: boolean;
}

/** The mentions of extension APIs in one script. */
export interface ApiIndex {
  readonly all: readonly ApiReference[];
  find(api: string): readonly ApiReference[];
  resolve(node: Node): ApiValue | undefined;
  globals(name: string): readonly Node[];
}

/** Packages whose default export, namespace or `browser` export is the extension API with promises. */
const POLYFILLS = new Map<string, ApiRoot>([
  ['webextension-polyfill', 'polyfill'],
  ['webextension-polyfill-ts', 'polyfill'],
  ['webext-polyfill-kinda', 'polyfill'],
  ['wxt/browser', 'either'],
  ['#imports', 'either'],
  ['@wxt-dev/browser', 'either'],
]);

/** The names of the global object, and of the windows around it: a page of an extension is seldom in a frame. */
const WINDOWS = new Set([...GLOBAL_OBJECTS, 'top', 'parent', 'frames']);

/** What a script gives globals that it does not declare, by their names: `globalThis.api = browser`, `api = chrome`. */
export const givenGlobals = once(({ scopes }: Syntax): ReadonlyMap<string, readonly t.AssignmentExpression[]> => {
  const given = new Map<string, t.AssignmentExpression[]>();
  for (const [name, uses] of scopes.globals) {
    for (const { node } of uses) {
      const member = WINDOWS.has(name) ? parentOf(wrapped(node)) : undefined;
      const property = isMember(member) && member.object === wrapped(node) ? memberName(member) : undefined;
      const target = property === undefined ? node : member;
      const assignment = parentOf(target!);
      if (assignment?.type === 'AssignmentExpression' && assignment.left === target) push(given, property ?? name, assignment);
    }
  }
  return given;
});

interface Mentions {
  readonly all: readonly ApiReference[];
  readonly byFirst: ReadonlyMap<string, readonly ApiReference[]>;
}

interface CacheEntry {
  readonly index: ApiIndex;
  readonly dependencies: ReadonlyMap<string, string>;
}

const cache = new WeakMap<object, CacheEntry>();

/** The API mentions of a script. Kept for as long as its text and what it imports stay the same. */
export function apiIndex(script: Script): ApiIndex {
  const syntax = script.syntax;
  if (syntax === undefined) return EMPTY;
  const known = cache.get(syntax);
  if (known !== undefined && [...known.dependencies].every(([query, answer]) => lookUp(script, query) === answer)) return known.index;
  const dependencies = new Map<string, string>();
  const index = buildIndex(script, dependencies);
  // Kept before it is asked: scripts that share a scope ask each other.
  cache.set(syntax, { index, dependencies });
  return index;
}

const NO_NODES: readonly Node[] = [];
const EMPTY: ApiIndex = { all: [], find: () => [], resolve: () => undefined, globals: () => [] };

function serialise(value: ApiValue | undefined): string {
  return value === undefined ? '' : `${value.root}:${value.names.join('.')}${value.choice ? '?' : ''}`;
}

function external(script: Script, query: string): ApiValue | undefined {
  const [kind, name, source] = query.split('\0') as [string, string, string | undefined];
  return kind === 'global' ? script.extension.sharedAlias(script, name) : script.extension.importedApi(script, source!, name);
}

function lookUp(script: Script, query: string): string {
  return serialise(external(script, query));
}

/** The API that a module exports under a name ('default', '*' for the namespace object). */
export function exportedApi(script: Script, name: string): ApiValue | undefined {
  const program = script.program;
  if (program === undefined) return undefined;
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') return script.api(statement.declaration);
    if (statement.type === 'ExportAllDeclaration') {
      const value = script.extension.importedApi(script, statement.source.value, name);
      if (value !== undefined) return value;
    }
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration?.type === 'VariableDeclaration') {
      for (const { id } of statement.declaration.declarations) {
        if (id.type === 'Identifier' && id.name === name) return script.api(id);
        if (id.type === 'ObjectPattern') {
          for (const member of id.properties) {
            if (member.type === 'ObjectProperty' && member.value.type === 'Identifier' && member.value.name === name) return script.api(member.value);
          }
        }
      }
    }
    for (const specifier of statement.specifiers) {
      const exported = specifier.exported;
      if ((exported.type === 'Identifier' ? exported.name : exported.value) !== name) continue;
      if (specifier.type === 'ExportSpecifier') {
        return statement.source
          ? script.extension.importedApi(script, statement.source.value, specifier.local.name)
          : script.api(specifier.local);
      }
    }
  }
  return undefined;
}

/** What importing a name from a package gives, for the packages that are the extension API. */
export function packageApi(source: string, name: string): ApiValue | undefined {
  const root = POLYFILLS.get(source) ?? (/(^|\/)browser-polyfill(\.min)?(\.js)?$/.test(source) ? 'polyfill' : undefined);
  if (root === undefined) return undefined;
  return name === 'default' || name === '*' || name === 'browser' || name === 'chrome' ? { root, names: [] } : undefined;
}

function buildIndex(script: Script, dependencies: Map<string, string>): ApiIndex {
  const { program, scopes } = script.syntax!;
  let mentions: Mentions | undefined;
  const values = new Map<Binding, ApiValue | undefined>();
  const busy = new Set<Binding>();
  const resolving = new Set<Node>();
  const globalMembers = new Map<string, Node[]>();

  const ask = (query: string): ApiValue | undefined => {
    const value = external(script, query);
    if (value !== undefined) dependencies.set(query, serialise(value));
    return value;
  };

  const isGlobalObject = (node: Node): boolean => {
    const inner = unwrap(node);
    if (inner.type === 'Identifier') return WINDOWS.has(inner.name) && scopes.bindingOf(inner) === undefined;
    if (inner.type === 'ThisExpression') return isOutermostThis(inner) && program.sourceType !== 'module';
    // window.self, globalThis.window
    return isMember(inner) && WINDOWS.has(memberName(inner) ?? '') && isGlobalObject(inner.object);
  };

  const rootOf = (name: string): ApiValue | undefined =>
    name === 'chrome' || name === 'browser' ? { root: name, names: [] } : undefined;

  const resolve = (node: Node): ApiValue | undefined => {
    const inner = unwrap(node);
    switch (inner.type) {
      case 'Identifier':
      case 'JSXIdentifier': {
        const binding = scopes.bindingOf(inner);
        if (binding !== undefined) return resolveBinding(binding);
        return rootOf(inner.name) ?? (WINDOWS.has(inner.name) ? undefined : resolveUndeclared(inner.name));
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name = memberName(inner) ?? constantKey(inner);
        if (name === undefined) return undefined;
        if (isGlobalObject(inner.object)) return rootOf(name) ?? (WINDOWS.has(name) ? undefined : resolveGlobalName(name));
        const object = resolve(inner.object);
        if (object !== undefined) {
          // webextension-polyfill's namespace import has the API as its default export.
          if (object.root === 'polyfill' && object.names.length === 0 && name === 'default') return object;
          return object.choice ? { ...object, names: [...object.names, name], choice: object.choice.map((names) => [...names, name]) } : { ...object, names: [...object.names, name] };
        }
        return resolveHeld(inner.object, name);
      }
      case 'LogicalExpression':
        if (inner.operator === '&&') return resolve(inner.right);
        return choose(resolve(inner.left), resolve(inner.right));
      case 'ConditionalExpression':
        return choose(resolve(inner.consequent), resolve(inner.alternate));
      case 'SequenceExpression':
        return resolve(inner.expressions.at(-1)!);
      case 'AssignmentExpression':
        return inner.operator === '=' ? resolve(inner.right) : undefined;
      case 'CallExpression': {
        const callee = unwrap(inner.callee);
        const [first] = inner.arguments;
        if (callee.type === 'Identifier' && callee.name === 'require' && first && scopes.bindingOf(callee) === undefined) {
          const source = stringValue(first);
          return source === undefined ? undefined : ask(`import\0*\0${source}`);
        }
        // chrome.tabs.query.bind(chrome.tabs)
        if (isMember(callee) && memberName(callee) === 'bind' && inner.arguments.length === 1) return resolve(callee.object);
        return undefined;
      }
      default:
        return undefined;
    }
  };

  const constantKey = (member: AnyMember): string | undefined => {
    const key = member.computed ? unwrap(member.property) : undefined;
    if (key?.type !== 'Identifier') return undefined;
    return stringValue(initOfConstant(scopes.bindingOf(key)));
  };

  const resolveGlobalName = (name: string): ApiValue | undefined => {
    const binding = scopes.program.bindings.get(name);
    if (binding !== undefined) return program.sourceType === 'module' ? undefined : resolveBinding(binding);
    return resolveUndeclared(name);
  };

  /** A global that this script, or another one of the realm, gives an API. */
  const resolveUndeclared = (name: string): ApiValue | undefined => {
    const given = givenGlobals(script.syntax!).get(name) ?? [];
    let value: ApiValue | undefined;
    for (const assignment of given) {
      // `window.api = window.api || chrome` asks for itself.
      if (resolving.has(assignment)) return undefined;
      resolving.add(assignment);
      const one = /^(=|\|\|=|\?\?=)$/.test(assignment.operator) ? resolve(assignment.right) : undefined;
      resolving.delete(assignment);
      if (one === undefined) return undefined;
      value = choose(value, one);
    }
    return value ?? ask(`global\0${name}`);
  };

  /** A property of an object literal or a field of `this` that holds an API: one level deep. */
  const resolveHeld = (object: Node, name: string): ApiValue | undefined => {
    const value = heldValue(unwrap(object), name);
    // `this.api = this.api || ...` asks for itself.
    if (value === undefined || resolving.has(value)) return undefined;
    resolving.add(value);
    const api = resolve(value);
    resolving.delete(value);
    return api;
  };

  const heldValue = (holder: Node, name: string): Node | undefined => {
    if (holder.type === 'Identifier') {
      const binding = scopes.bindingOf(holder);
      const [declaration] = binding?.declarations ?? [];
      if (binding === undefined || declaration?.keys?.length !== 0 || binding.declarations.length !== 1) return undefined;
      const init = declaration.init && unwrap(declaration.init);
      if (init?.type !== 'ObjectExpression' || binding.references.some((use) => use.writes)) return undefined;
      const value = propertyValue(init, name);
      return value === undefined || isFunction(value) ? undefined : value;
    }
    if (holder.type === 'ThisExpression') {
      for (const up of ancestors(holder)) {
        if (up.type !== 'ClassBody') continue;
        for (const member of up.body) {
          if ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && keyName(member) === name && member.value) return member.value;
          if (member.type !== 'ClassMethod' || member.kind !== 'constructor') continue;
          // constructor(private readonly api = chrome)
          for (const param of member.params) if (param.type === 'TSParameterProperty' && param.parameter.type === 'AssignmentPattern' && param.parameter.left.type === 'Identifier' && param.parameter.left.name === name) return param.parameter.right;
          for (const statement of member.body.body) {
            const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
            if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || !isMember(assignment.left)) continue;
            if (assignment.left.object.type === 'ThisExpression' && memberName(assignment.left) === name) return assignment.right;
          }
        }
        return undefined;
      }
    }
    return undefined;
  };

  const resolveBinding = (binding: Binding): ApiValue | undefined => {
    if (values.has(binding)) return values.get(binding);
    // `var browser = browser || chrome` means the global of that name.
    if (busy.has(binding)) return binding.scope.parent === undefined ? rootOf(binding.name) : undefined;
    busy.add(binding);
    const value = valueOf(binding);
    busy.delete(binding);
    values.set(binding, value);
    return value;
  };

  const valueOf = (binding: Binding): ApiValue | undefined => {
    let value: ApiValue | undefined;
    const sources: (ApiValue | undefined)[] = [];
    for (const declaration of binding.declarations) {
      if (declaration.node.type === 'ImportSpecifier' || declaration.node.type === 'ImportDefaultSpecifier' || declaration.node.type === 'ImportNamespaceSpecifier') {
        sources.push(resolveImport(declaration.node));
      } else if (binding.kind === 'param' && isFunction(declaration.node)) {
        sources.push(resolveParameter(declaration));
      } else if (declaration.node.type === 'TSImportEqualsDeclaration') {
        const { moduleReference } = declaration.node;
        if (moduleReference.type === 'TSExternalModuleReference') sources.push(ask(`import\0*\0${moduleReference.expression.value}`));
      } else if (declaration.init !== undefined && !isNothing(declaration.init)) {
        sources.push(resolveDeclaration(declaration));
      }
    }
    for (const use of binding.references) {
      if (!use.writes) continue;
      const parent = parentOf(use.node);
      if (parent?.type === 'AssignmentExpression' && parent.left === use.node && /^(=|\|\|=|\?\?=)$/.test(parent.operator)) {
        if (!isNothing(parent.right)) sources.push(resolve(parent.right));
      } else {
        sources.push(undefined);
      }
    }
    for (const [index, source] of sources.entries()) {
      if (source === undefined) return undefined;
      value = index === 0 ? source : choose(value, source);
    }
    return value;
  };

  const resolveDeclaration = (declaration: Declaration): ApiValue | undefined => {
    if (declaration.keys === undefined) return undefined;
    const base = resolve(declaration.init!);
    if (base === undefined) {
      // const { tabs } = this / self / globalThis / an object that holds APIs
      const [first, ...rest] = declaration.keys;
      if (first === undefined) return undefined;
      const held = isGlobalObject(declaration.init!) ? rootOf(first.name) : resolveHeld(declaration.init!, first.name);
      return held && { ...held, names: [...held.names, ...rest.map((key) => key.name)] };
    }
    return { ...base, names: [...base.names, ...declaration.keys.map((key) => key.name)] };
  };

  const resolveImport = (specifier: t.ImportSpecifier | t.ImportDefaultSpecifier | t.ImportNamespaceSpecifier): ApiValue | undefined => {
    const { source } = parentOf(specifier) as t.ImportDeclaration;
    const name = specifier.type === 'ImportDefaultSpecifier' ? 'default'
      : specifier.type === 'ImportNamespaceSpecifier' ? '*'
      : specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
    return ask(`import\0${name}\0${source.value}`);
  };

  /** A parameter of a function that is called once, where it stands, or a parameter whose default is an API. */
  const resolveParameter = (declaration: Declaration): ApiValue | undefined => {
    const fn = declaration.node as FunctionNode;
    const index = fn.params.findIndex((param) => isWithin(declaration.id, param));
    const param = fn.params[index] && unwrapped(fn.params[index]);
    if (param === undefined || declaration.keys === undefined) return undefined;
    const call = immediateCall(fn);
    const offset = call?.viaCall ? 1 : 0;
    const argument = call?.node.arguments[index + offset];
    const base = argument ? resolve(argument) : param.type === 'AssignmentPattern' ? resolve(param.right) : undefined;
    return base && { ...base, names: [...base.names, ...declaration.keys.map((key) => key.name)] };
  };

  let all: ApiReference[] = [];

  const emit = (start: Node, value: ApiValue, namespace: string | undefined, alias: boolean): void => {
    let node = start;
    const names = [...value.names];
    const keys: (Node | undefined)[] = names.map(() => undefined);
    const links: (Node | undefined)[] = names.map(() => undefined);
    if (names.length > 0) links[names.length - 1] = start;
    for (;;) {
      const outer = wrapped(node);
      const parent = parentOf(outer);
      if (!isMember(parent) || parent.object !== outer) break;
      const name = memberName(parent) ?? constantKey(parent);
      if (name === undefined) break;
      if (value.root === 'polyfill' && names.length === 0 && name === 'default') {
        node = parent;
        continue;
      }
      names.push(name);
      keys.push(parent.property);
      node = parent;
      links.push(parent);
    }
    const choice = value.choice && { choice: value.choice };
    if (alias || names.length > 0 || !isDeclaratorOnly(node)) {
      all.push({
        root: value.root, names, path: names.join('.'), node: node as AnyMember, keys, links, namespace,
        call: callOf(node), pattern: false, ...choice,
      });
    }
    const pattern = patternOf(node);
    if (pattern) emitPattern(pattern, { root: value.root, names, ...choice }, namespace);
  };

  const emitPattern = (pattern: t.ObjectPattern, value: ApiValue, namespace: string | undefined): void => {
    for (const member of pattern.properties) {
      if (member.type !== 'ObjectProperty') continue;
      const name = keyName(member);
      if (name === undefined) continue;
      const names = [...value.names, name];
      const target = member.value.type === 'AssignmentPattern' ? member.value.left : member.value;
      all.push({
        root: value.root, names, path: names.join('.'), node: member, keys: [...value.names.map(() => undefined), member.key],
        links: names.map(() => undefined), namespace, call: undefined, pattern: true, ...(value.choice && { choice: value.choice }),
      });
      if (target.type === 'ObjectPattern') emitPattern(target, { root: value.root, names }, namespace);
    }
  };

  /** The text that reaches the namespace behind an alias, if the names in it mean the same at the place of use. */
  const namespaceOf = (node: Node, at: Node): string | undefined => {
    const inner = unwrap(node);
    const value = resolve(inner);
    if (value !== undefined && value.names.length === 0 && value.choice === undefined) {
      const base = inner.type === 'Identifier' ? inner : isMember(inner) ? unwrap(inner.object) : undefined;
      if (base?.type !== 'Identifier') return undefined;
      if (scopes.scopeOf(at).lookup(base.name) !== scopes.bindingOf(base)) return undefined;
      return script.textOf(inner);
    }
    if (isMember(inner)) return namespaceOf(inner.object, at);
    if (inner.type === 'Identifier') {
      const binding = scopes.bindingOf(inner);
      const declaration = binding?.declarations.length === 1 ? binding.declarations[0] : undefined;
      return declaration?.init ? namespaceOf(declaration.init, at) : undefined;
    }
    if (inner.type === 'LogicalExpression' || inner.type === 'ConditionalExpression') return undefined;
    return undefined;
  };

  const fallbackNamespace = (value: ApiValue, at: Node): string | undefined => {
    const name = value.root === 'chrome' || value.root === 'browser' ? value.root : undefined;
    return name !== undefined && scopes.scopeOf(at).lookup(name) === undefined ? name : undefined;
  };

  function collectGlobalMember(node: Node): void {
    let object = node;
    for (;;) {
      const outer = wrapped(object);
      const parent = parentOf(outer);
      if (!isMember(parent) || parent.object !== outer) {
        const pattern = patternOf(object);
        for (const member of pattern?.properties ?? []) {
          if (member.type !== 'ObjectProperty') continue;
          const name = keyName(member);
          const root = name === undefined ? undefined : rootOf(name);
          if (root && member.value.type === 'ObjectPattern') emitPattern(member.value, root, root.root);
          else if (name !== undefined && root === undefined) push(globalMembers, name, member);
        }
        return;
      }
      const name = memberName(parent);
      if (name === undefined) return;
      if (WINDOWS.has(name)) {
        object = parent;
        continue;
      }
      const root = rootOf(name);
      if (root !== undefined) {
        emit(parent, root, script.textOf(parent), false);
      } else {
        push(globalMembers, name, parent);
        const shared = isAssigned(parent) ? undefined : resolveGlobalName(name);
        if (shared !== undefined) emit(parent, shared, shared.names.length === 0 ? script.textOf(parent) : fallbackNamespace(shared, parent), true);
      }
      return;
    }
  }

  /** Every use of a root or of an alias, extended by the members that hang on it; collected when it is first asked for. */
  const collect = (): Mentions => {
    all = [];
    for (const [name, uses] of scopes.globals) {
      if (WINDOWS.has(name)) {
        for (const { node } of uses) collectGlobalMember(node);
        continue;
      }
      const root = rootOf(name);
      const shared = root ?? resolveUndeclared(name);
      if (shared === undefined) continue;
      for (const { node } of uses) {
        if (root === undefined && isAssigned(node)) continue;
        const namespace = shared.names.length === 0 ? name : fallbackNamespace(shared, node);
        emit(node, shared, namespace, root === undefined);
      }
    }
    if (program.sourceType !== 'module') {
      for (const statement of program.body) {
        walk(statement, (node) => {
          if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return false;
          if (isOutermostThis(node)) collectGlobalMember(node);
          return true;
        });
      }
    }
    for (const binding of scopes.bindings) {
      if (binding.references.length === 0 || !couldHoldApi(binding)) continue;
      const value = resolveBinding(binding);
      if (value === undefined) continue;
      for (const { node, writes } of binding.references) {
        if (writes) continue;
        const namespace = value.names.length === 0 && value.choice === undefined
          ? binding.name
          : (namespaceOf(node, node) ?? fallbackNamespace(value, node));
        emit(node, value, namespace, true);
      }
    }

    // APIs that a field or a property holds are mentioned by its name, wherever that resolves to it.
    const held = new Set<string>();
    for (const { node, pattern } of all) {
      const outer = wrapped(node);
      const parent = parentOf(outer);
      if (pattern) continue;
      if ((parent?.type === 'ObjectProperty' || parent?.type === 'ClassProperty' || parent?.type === 'ClassPrivateProperty') && parent.value === outer) {
        const name = keyName(parent);
        if (name !== undefined) held.add(name);
      } else if (parent?.type === 'AssignmentExpression' && parent.right === outer && isMember(parent.left)) {
        const name = memberName(parent.left);
        if (name !== undefined) held.add(name);
      } else if (parent?.type === 'AssignmentPattern' && parent.right === outer && parent.left.type === 'Identifier' && parentOf(parent)?.type === 'TSParameterProperty') {
        held.add(parent.left.name);
      }
    }
    if (held.size > 0) {
      walk(program, (node) => {
        if (!isMember(node) || !held.has(memberName(node) ?? '') || resolve(node.object) !== undefined || isGlobalObject(node.object)) return;
        const parent = parentOf(node);
        if (parent?.type === 'AssignmentExpression' && parent.left === node) return;
        const value = resolve(node);
        if (value !== undefined) emit(node, value, value.names.length === 0 ? script.textOf(node) : fallbackNamespace(value, node), true);
      });
    }
    all.sort((a, b) => a.node.start! - b.node.start!);
    const byFirst = new Map<string, ApiReference[]>();
    for (const reference of all) push(byFirst, reference.names[0] ?? '', reference);
    return { all, byFirst };
  };
  const collected = (): Mentions => (mentions ??= collect());

  return {
    get all() {
      return collected().all;
    },
    resolve,
    find(api) {
      const { byFirst } = collected();
      if (api === '') return byFirst.get('') ?? [];
      const first = api.split('.', 1)[0]!;
      const candidates = byFirst.get(first) ?? [];
      return first === api ? candidates : candidates.filter(({ path }) => path === api || path.startsWith(`${api}.`));
    },
    globals(name) {
      collected();
      const free: readonly Reference[] | undefined = scopes.globals.get(name);
      const members = globalMembers.get(name);
      if (free === undefined && members === undefined) return NO_NODES;
      return [...(free ?? []).map((use) => use.node as Node), ...(members ?? [])].sort((a, b) => a.start! - b.start!);
    },
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Two APIs of which the code takes one. The same API through `chrome` and `browser` is still that API. */
function choose(left: ApiValue | undefined, right: ApiValue | undefined): ApiValue | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  const root = left.root === right.root ? left.root : 'either';
  if (left.names.join('.') === right.names.join('.') && !left.choice && !right.choice) return { root, names: left.names };
  return { root, names: left.names, choice: [...(left.choice ?? [left.names]), ...(right.choice ?? [right.names])] };
}

/** A quick test that spares most bindings the search. */
function couldHoldApi(binding: Binding): boolean {
  if (binding.kind === 'function' || binding.kind === 'class' || binding.kind === 'catch' || binding.kind === 'enum' || binding.kind === 'namespace') return false;
  if (binding.kind === 'param') {
    const fn = binding.declarations[0]!.node as FunctionNode;
    return immediateCall(fn) !== undefined || fn.params.some((param) => unwrapped(param).type === 'AssignmentPattern');
  }
  return true;
}

/** A parameter without the words of TypeScript that make it a field, too. */
function unwrapped(param: FunctionNode['params'][number]): Node {
  return param.type === 'TSParameterProperty' ? param.parameter : param;
}

/** The call that runs a function expression where it stands: `(function () {})()`, `(() => {}).call(this)`, `defineBackground(() => {})`. */
export function immediateCall(fn: Node): { readonly node: AnyCall; readonly viaCall: boolean } | undefined {
  const outer = wrapped(fn);
  const parent = parentOf(outer);
  if (isCall(parent) && parent.callee === outer) return { node: parent, viaCall: false };
  if (isMember(parent) && parent.object === outer && memberName(parent) === 'call') {
    const call = callOf(parent);
    if (call) return { node: call, viaCall: true };
  }
  const call = isFunction(fn) && fn.params.length === 0 ? callOfMain(fn) : undefined;
  return call && { node: call, viaCall: false };
}

/** The object pattern that takes an expression apart: `const { tabs } = chrome`, `({ tabs } = chrome)`. */
function patternOf(node: Node): t.ObjectPattern | undefined {
  let outer = wrapped(node);
  let parent = parentOf(outer);
  while (
    (parent?.type === 'LogicalExpression' && (parent.right === outer || parent.operator !== '&&')) ||
    (parent?.type === 'ConditionalExpression' && parent.test !== outer)
  ) {
    outer = wrapped(parent);
    parent = parentOf(outer);
  }
  if (parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'ObjectPattern') return parent.id;
  if (parent?.type === 'AssignmentExpression' && parent.right === outer && parent.left.type === 'ObjectPattern') return parent.left;
  return undefined;
}

/** Whether a bare namespace only initialises an alias, which is then what is used. */
function isDeclaratorOnly(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return parent?.type === 'VariableDeclarator' && patternOf(node) === undefined && parent.id.type === 'Identifier';
}

/** Whether code gives an API, or a member of it, a value of its own, as shims and mocks do: `chrome.action = ...`. */
export function isAssigned(node: Node): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  return parent?.type === 'AssignmentExpression' && parent.left === outer;
}
