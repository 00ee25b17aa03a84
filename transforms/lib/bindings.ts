import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isUnused, memberName, parentOf, unwrap, wrapped, type AnyCall, type AnyMember, type Node } from './ast.ts';
import { isBodyOfUnused } from './callbacks.ts';
import type { Holder } from './calls/holders.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
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
  if (parent?.type === 'WithStatement') return access('mutate', true);
  // Follow what hangs on it: variable.list[0].push(x), delete variable[key], variable.size++
  for (;;) {
    if (isMember(parent) && parent.object === inner) {
      inner = wrapped(parent);
      parent = parentOf(inner);
      // const list = (lists[id] ||= []);
      if (parent?.type === 'AssignmentExpression' && parent.left === inner) return access('mutate', parent.operator !== '=' && !isUnused(parent) && !isBodyOfUnused(parent));
      if (parent?.type === 'UpdateExpression') return access('mutate', parentOf(parent)?.type !== 'ExpressionStatement' && !isBodyOfUnused(parent));
      if (isPatternTarget(inner)) return access('mutate', false);
      if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return access('mutate', false);
      if (isCall(parent) && parent.callee === inner) {
        const method = memberName(unwrap(inner) as AnyMember);
        if (method !== undefined && (MUTATORS.has(method) || SETTERS.test(method))) return access('mutate', !isUnused(parent) && !isBodyOfUnused(parent));
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

const MUTATORS = new Set([
  'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'set', 'add', 'append', 'delete', 'clear',
]);
/** The setters of dates and of binary data. */
const SETTERS = /^set((UTC)?(Time|FullYear|Month|Date|Hours|Minutes|Seconds|Milliseconds)|(Big)?(Uint|Int)\d+|Float\d+)$/;

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

/** Whether an access changes what a variable holds. */
export function isChange({ kind }: Access): boolean {
  return kind === 'write' || kind === 'update' || kind === 'mutate';
}

/** What a function of the extension does to an object that it is given, its caller does. */
export function throughCallee(access: Access, { kind, name, accesses }: Variable, turns: Turns): Access {
  // counter.add(), which is no Set
  if (access.kind === 'mutate' && isOwnMethod(access, turns) && accesses.every(({ kind: one, initial }) => initial || !/^(write|update)$/.test(one))) return { ...access, kind: 'read' };
  if (access.kind === 'read' && isOfPlatform(access, accesses)) return { ...access, kind: 'mutate', reads: false };
  // area = chrome.storage.sync; area.set(items);
  if (access.kind === 'mutate' && calledMethod(access) !== undefined && areOfApis(accesses)) return { ...access, kind: 'read', reads: true };
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

/** Whether a method changes what a constructor of the platform has made, and that nothing replaces: `const stop = new AbortController()`, `stop.abort()`. */
function isOfPlatform({ node }: Access, accesses: readonly Access[]): boolean {
  const name = memberUsed(node);
  const member = parentOf(wrapped(node))!;
  const call = parentOf(wrapped(member));
  if ((name !== 'abort' && name !== 'addEventListener') || !isCall(call) || call.callee !== wrapped(member)) return false;
  const [made, another] = accesses.filter(({ kind }) => kind === 'write' || kind === 'update');
  const value = made?.value && unwrap(made.value);
  if (another !== undefined || value?.type !== 'NewExpression' || value.callee.type !== 'Identifier' || made!.script.binding(value.callee) !== undefined) return false;
  // What is heard once, or taken back, is there for as long as something waits for it.
  return name === 'abort' ? value.callee.name === 'AbortController'
    : value.callee.name === 'EventTarget' && call.arguments.length === 2 && !accesses.some((access) => memberUsed(access.node) === 'removeEventListener');
}

/** The name of the member that is used of an object. */
function memberUsed(node: Node): string | undefined {
  const member = parentOf(wrapped(node));
  return isMember(member) && member.object === wrapped(node) ? memberName(member) : undefined;
}

/** Whether the method that an access calls is a function of the extension. */
function isOwnMethod(access: Access, turns: Turns): boolean {
  const call = calledMethod(access);
  return call !== undefined && turns.targetsOf(call).length > 0;
}

/** The call of a method that an access is. */
function calledMethod({ node }: Access): AnyCall | undefined {
  const member = parentOf(wrapped(node));
  const call = isMember(member) && member.object === wrapped(node) ? parentOf(wrapped(member)) : undefined;
  return isCall(call) && call.callee === wrapped(member!) ? call : undefined;
}

/** Whether all that a variable is given are objects of extension APIs, whose methods change none of them: `sync ? chrome.storage.sync : chrome.storage.local`. */
function areOfApis(accesses: readonly Access[]): boolean {
  const given = accesses.filter(({ kind }) => kind === 'write' || kind === 'update');
  return given.length > 0 && given.every(({ script, value }) => value !== undefined && isApiObject(script, value));
}

function isApiObject(script: Script, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'ConditionalExpression') return isApiObject(script, inner.consequent) && isApiObject(script, inner.alternate);
  if (inner.type === 'LogicalExpression') return isApiObject(script, inner.left) && isApiObject(script, inner.right);
  return isMember(inner) && script.api(inner) !== undefined;
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

/** Adds accesses to those of a key. */
export function addAccesses<K>(map: Map<K, Access[]>, key: K, accesses: readonly Access[]): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [...accesses]);
  else list.push(...accesses);
}
