import type * as t from '@babel/types';
import { givenGlobals, immediateCall } from './api.ts';
import { callOf, isFunction, isMember, isNothing, isUnused, keyName, memberName, parentOf, stringValue, unwrap, usesArguments, walk, wrapped, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import { GLOBAL_OBJECTS, isGlobalName } from './global-names.ts';
import { isTest } from './guarded.ts';
import type { Extension } from './extension.ts';
import type { Realm } from './realms.ts';
import { initOfConstant, type Binding } from './scope.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';
import { MISSING_IN_WORKER, ONLY_IN_WORKER } from './worker-globals.ts';

/** What code takes of the global object: names that pages and service workers give the same, or names that it computes. */
export type Taken = 'known' | 'computed';

/**
 * What becomes of `window` at a place, as far as it can be followed: through wrappers that are called where they stand, through names, patterns and `this`.
 * @returns undefined where it may come to mean something else in a service worker: a name that one lacks or has for itself, a value that goes out of sight
 */
export function takenOf(realm: Realm, script: Script, node: Node): Taken | undefined {
  return new Following(realm, script).value(node, true);
}

/** Handlers that the global object of a service worker has, too. */
const EVENTS: ReadonlySet<string> = new Set(['error', 'unhandledrejection', 'rejectionhandled', 'languagechange']);

/** Functions of the platform that ask for the global object as their `this`. */
const FUNCTIONS: ReadonlySet<string> = new Set(['fetch', 'clearTimeout', 'clearInterval', 'queueMicrotask', 'atob', 'btoa', 'structuredClone', 'createImageBitmap', 'dispatchEvent']);

/** What other transforms look for, and find under its own name only. */
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval']);
const APIS: ReadonlySet<string> = new Set(['chrome', 'browser']);

/** Of objects that both have: the members that they share. */
const SHARED_MEMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  navigator: new Set(['userAgent', 'userAgentData', 'language', 'languages', 'platform', 'onLine', 'hardwareConcurrency', 'deviceMemory', 'appVersion', 'appName', 'appCodeName', 'product', 'storage', 'locks', 'permissions', 'connection']),
  location: new Set(['origin', 'protocol', 'host', 'hostname', 'port']),
  performance: new Set(['now', 'timeOrigin', 'mark', 'measure', 'clearMarks', 'clearMeasures', 'getEntries', 'getEntriesByName', 'getEntriesByType']),
  URL: new Set(['canParse', 'parse']),
};

/** Names of libraries that need a document, of what an object has by itself, and of what a policy forbids: other transforms and people speak of them. */
const OTHERS = new Set(['$', 'jQuery', 'require', 'requirejs', 'eval', 'Notification', 'openDatabase', 'constructor', '__proto__', 'toString', 'toLocaleString', 'valueOf', 'isPrototypeOf', 'propertyIsEnumerable', 'hasOwnProperty', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__']);

/** Names of pages that no list holds: those of some browsers only, and handlers that would wait for other events in a worker. */
const OF_PAGES = /^(webkit|moz)[A-Z]|^on(message|messageerror|touch[a-z]+|orientation[a-z]*|device[a-z]+)$/;

class Following {
  readonly #realm: Realm;
  readonly #script: Script;
  readonly #seen = new Set<Binding>();

  constructor(realm: Realm, script: Script) {
    this.#realm = realm;
    this.#script = script;
  }

  /**
   * What is taken of an expression that is the global object.
   * @param isNamed whether the text calls it so: by another name nobody sees timers and APIs that are taken of it
   */
  value(node: Node, isNamed = false): Taken | undefined {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    switch (parent?.type) {
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return parent.object === outer ? this.#member(parent, isNamed) : undefined;
      case 'VariableDeclarator':
        return parent.init === outer && parentOf(parentOf(parent)!)?.type !== 'ExportNamedDeclaration' ? this.#kept(parent.id, isNamed) : undefined;
      case 'AssignmentExpression':
        return parent.right === outer && parent.operator === '=' && parent.left.type === 'ObjectPattern' && isUnused(parent) ? this.#kept(parent.left, isNamed) : undefined;
      case 'BinaryExpression':
        return this.#compared(parent, outer);
      case 'LogicalExpression':
        return (parent.left === outer && parent.operator === '&&') || isUnused(parent) || isTest(parent) ? 'known' : undefined;
      case 'ConditionalExpression':
        return parent.test === outer ? 'known' : undefined;
      case 'IfStatement':
      case 'ExpressionStatement':
        return 'known';
      case 'UnaryExpression':
        return parent.operator === '!' || parent.operator === 'typeof' || parent.operator === 'void' ? 'known' : undefined;
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.#argument(parent, outer);
      default:
        return undefined;
    }
  }

  // ---- members

  #member(member: AnyMember, isNamed: boolean): Taken | undefined {
    const name = memberName(member) ?? this.#constantName(member);
    if (name === undefined) return 'computed';
    if (GLOBAL_OBJECTS.has(name)) return name !== 'window' && !isWritten(member) ? this.value(member) : undefined;
    if (TIMERS.has(name)) return isNamed && callOf(member) !== undefined ? 'known' : undefined;
    if (APIS.has(name) && !isNamed) return undefined;
    if (/^(add|remove)EventListener$/.test(name)) return EVENTS.has(stringValue(callOf(member)?.arguments[0]) ?? '') ? 'known' : undefined;
    if (name === 'hasOwnProperty') {
      const asked = stringValue(callOf(member)?.arguments[0]);
      return asked !== undefined && this.#isShared(asked) ? 'known' : undefined;
    }
    if (Object.hasOwn(SHARED_MEMBERS, name)) return this.#isSharedMember(name, member) ? 'known' : undefined;
    return this.#isShared(name) ? 'known' : undefined;
  }

  #constantName(member: AnyMember): string | undefined {
    const key = member.computed ? unwrap(member.property) : undefined;
    return key?.type === 'Identifier' ? stringValue(initOfConstant(this.#script.binding(key))) : undefined;
  }

  #isSharedMember(name: string, member: AnyMember): boolean {
    if (isWritten(member)) return false;
    if (isTest(member) || (name === 'URL' && callOf(member)?.type === 'NewExpression')) return true;
    const next = parentOf(wrapped(member));
    return isMember(next) && next.object === wrapped(member) && !isWritten(next) && SHARED_MEMBERS[name]!.has(memberName(next) ?? '');
  }

  /** Whether a name means the same in a page and in a service worker: one of the extension's own, or of the platform's that both have. */
  #isShared(name: string): boolean {
    if (ONLY_IN_WORKER.has(name) || OTHERS.has(name) || GLOBAL_OBJECTS.has(name) || Object.hasOwn(SHARED_MEMBERS, name)) return false;
    if (OF_PAGES.test(name)) return false;
    if (/^on[a-z]+$/.test(name) && MISSING_IN_WORKER.has(name)) return false;
    if (MISSING_IN_WORKER.has(name)) return isOwnFunction(this.#realm, name);
    return !namesOfElements(this.#script.extension).has(name);
  }

  // ---- names

  #kept(target: Node, isNamed: boolean): Taken | undefined {
    if (target.type === 'Identifier') {
      const binding = this.#script.binding(target);
      return binding && this.#binding(binding);
    }
    if (target.type !== 'ObjectPattern') return undefined;
    for (const member of target.properties) {
      const name = member.type === 'ObjectProperty' ? keyName(member) : undefined;
      if (name === undefined || EVENT_METHODS.test(name) || TIMERS.has(name) || (APIS.has(name) && !isNamed) || !this.#isShared(name)) return undefined;
    }
    return 'known';
  }

  #binding(binding: Binding): Taken | undefined {
    if (this.#seen.has(binding)) return 'known';
    this.#seen.add(binding);
    if (!/^(const|param)$/.test(binding.kind) || this.#isOpen(binding) || binding.declarations.length !== 1 || binding.references.some(({ writes }) => writes)) return undefined;
    return this.#all(binding.references.map(({ node }) => node));
  }

  /** Whether code out of sight may use a binding: other scripts that share the scope. */
  #isOpen({ name, scope }: Binding): boolean {
    if (scope.parent !== undefined || this.#script.isModule) return false;
    return this.#script.realms.some(({ scripts }) => scripts.some((other) => other !== this.#script && other.freeNames.has(name)));
  }

  #all(nodes: readonly Node[]): Taken | undefined {
    let taken: Taken = 'known';
    for (const node of nodes) {
      const one = this.value(node);
      if (one === undefined) return undefined;
      if (one === 'computed') taken = one;
    }
    return taken;
  }

  // ---- comparisons and calls

  #compared(comparison: t.BinaryExpression, side: Node): Taken | undefined {
    if (comparison.operator === 'in') {
      const name = comparison.right === side ? stringValue(comparison.left) : undefined;
      return name !== undefined && (this.#isShared(name) || (name !== 'location' && Object.hasOwn(SHARED_MEMBERS, name))) ? 'known' : undefined;
    }
    if (!/^[!=]==?$/.test(comparison.operator)) return undefined;
    const other = unwrap(comparison.left === side ? comparison.right : comparison.left);
    return isGlobalName(this.#script, other) || other.type === 'ThisExpression' || isNothing(other) ? 'known' : undefined;
  }

  #argument(call: t.CallExpression | t.OptionalCallExpression, argument: Node): Taken | undefined {
    const index = call.arguments.findIndex((one) => one === argument);
    if (index === -1 || call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return undefined;
    const callee = unwrap(call.callee as Node);
    if (isFunction(callee)) return this.#parameter(callee, index);
    if (!isMember(callee)) return undefined;
    const method = memberName(callee) ?? '';
    const object = unwrap(callee.object);
    if (isFunction(object) && immediateCall(object)?.node === call) return index === 0 ? this.#this(object) : this.#parameter(object, index - 1);
    if (index === 0 && /^(call|apply|bind)$/.test(method)) return this.#isPlatformFunction(object) ? 'known' : undefined;
    if (index === 0 && object.type === 'Identifier' && object.name === 'Object' && this.#script.binding(object) === undefined) return this.#defined(call, method);
    return undefined;
  }

  #parameter(fn: FunctionNode, index: number): Taken | undefined {
    const param = fn.params[index];
    return param?.type !== 'Identifier' || usesArguments(fn) ? undefined : this.#kept(param, false);
  }

  #this(fn: FunctionNode): Taken | undefined {
    const uses: Node[] = [];
    walk(fn.body, (node) => {
      if (node.type === 'ClassBody' || (isFunction(node) && node.type !== 'ArrowFunctionExpression')) return false;
      if (node.type === 'ThisExpression') uses.push(node);
      return true;
    });
    return fn.type === 'ArrowFunctionExpression' ? 'known' : this.#all(uses);
  }

  #isPlatformFunction(node: Node): boolean {
    if (node.type === 'Identifier') return FUNCTIONS.has(node.name) && this.#script.binding(node) === undefined && !this.#realm.scripts[0]!.extension.topLevel(this.#realm).has(node.name);
    return isMember(node) && isGlobalName(this.#script, node.object) && FUNCTIONS.has(memberName(node) ?? '');
  }

  /** `Object.assign(window, { start, stop })`, `Object.defineProperty(window, 'state', …)` */
  #defined(call: t.CallExpression | t.OptionalCallExpression, method: string): Taken | undefined {
    const given = call.arguments.slice(1).map((argument) => unwrap(argument as Node));
    const names = method === 'assign' ? given.flatMap((one) => this.#keysOf(one))
      : method === 'defineProperty' ? [stringValue(given[0])]
      : method === 'defineProperties' && given[0] !== undefined ? this.#keysOf(given[0])
      : [undefined];
    if (!names.every((name) => name !== undefined && this.#isShared(name))) return undefined;
    return isUnused(call) ? 'known' : undefined;
  }

  #keysOf(node: Node): (string | undefined)[] {
    const init = node.type === 'Identifier' ? initOfConstant(this.#script.binding(node)) : node;
    const object = init && unwrap(init);
    if (object?.type !== 'ObjectExpression') return [undefined];
    return object.properties.map((member) => (member.type === 'SpreadElement' ? undefined : keyName(member)));
  }
}

const EVENT_METHODS = /^(add|remove)EventListener$|^dispatchEvent$/;

function isWritten(node: Node): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  return (parent?.type === 'AssignmentExpression' && parent.left === outer) || parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
}

/** Whether the background replaces what a page has by that name with a function of its own, and with nothing else. */
function isOwnFunction(realm: Realm, name: string): boolean {
  const declared = realm.scripts[0]?.extension.topLevelName(realm, name)?.binding;
  const given = realm.scripts.flatMap(({ syntax }) => (syntax === undefined ? [] : givenGlobals(syntax).get(name) ?? []));
  return (declared === undefined ? given.length > 0 : declared.kind === 'function' && !declared.references.some(({ writes }) => writes)) && given.every(({ operator, right }) => operator === '=' && isFunction(unwrap(right)));
}

/** The names under which the elements of a background page are properties of its window. */
const namesOfElements = once((extension: Extension): ReadonlySet<string> => {
  const path = extension.originalManifest.string(['background', 'page']);
  const page = path && extension.page(extension.fromManifest(path) ?? path);
  return new Set(page ? page.elements.flatMap(({ attributes }) => [attributes.get('id') ?? [], attributes.get('name') ?? []].flat()) : []);
});

/** The names that the scripts of a realm give another meaning than that of the global object. */
const otherMeanings = once((realm: Realm): ReadonlySet<string> => {
  const names = new Set<string>();
  const topLevel = realm.scripts[0]?.extension.topLevel(realm);
  for (const name of ['self', 'globalThis']) {
    const isGiven = realm.scripts.some((script) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(script.text) && script.syntax !== undefined && (givenGlobals(script.syntax).has(name) || (script.freeNames.get(name)?.some(({ writes }) => writes) ?? false)));
    if (isGiven || topLevel?.has(name)) names.add(name);
  }
  return names;
});

/**
 * The name by which a place reaches the global object in pages, workers and content scripts alike.
 * @returns undefined where each of them means something else there
 */
export function globalObjectAt(script: Script, node: Node): 'self' | 'globalThis' | undefined {
  const scope = script.scopes?.scopeOf(node);
  const isFree = (name: string): boolean => scope?.lookup(name) === undefined && !script.realms.some((realm) => otherMeanings(realm).has(name));
  if (isFree('self')) return 'self';
  // In Firefox `globalThis` of a content script is not its window; TypeScript knows no further properties of it.
  return isFree('globalThis') && !script.runsIn('content') && !script.isTyped ? 'globalThis' : undefined;
}
