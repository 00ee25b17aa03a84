import type * as t from '@babel/types';
import { functionOf, isCall, isCallee, isFunction, isMember, memberName, nodesOf, stringValue, unwrap, type AnyMember, type Node } from '../ast.ts';
import { accessOf, type Access, type Variable } from '../bindings.ts';
import { isInjected } from '../injection/injected.ts';
import type { Realm } from '../realms.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { givenAtOnce, isGlobalObject } from '../variables/global-aliases.ts';
import { PLATFORM } from '../variables/global-properties.ts';

/** An object by the names that lead to it: a variable or a global, and properties. */
interface Path {
  readonly key: string;
  readonly name: string;
}

/**
 * What the objects have as properties that wrappers get, by whatever parameter: `(function (App) { App.count = 0; })(window.App)`;
 * what code puts on the extension API, `chrome.count = 0`, on what the platform or a library has, `Math.count = 0`, on a prototype, and on what a script exports, `exports.count = 0`.
 * @param told the places that use state which is told of already
 */
export function propertiesOfNamespaces(realm: Realm, told: ReadonlySet<Node>, turns: Turns): readonly Variable[] {
  const scripts = realm.scripts.filter(({ program, file }) => program !== undefined && file.editable);
  const paths = new Paths();
  const hasDocument = scripts[0]?.extension.hasWorker === false;
  const namespaces = new Set(['chrome', 'browser']);
  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      const given = givenAtOnce(binding);
      const path = given && !isGlobalObject(script, given) && script.api(given) === undefined ? paths.of(script, given) : undefined;
      if (path !== undefined && !PLATFORM.has(path.key)) namespaces.add(path.key);
    }
  }
  const found = new Map<string, { readonly name: string; readonly owner: string; readonly accesses: Access[] }>();
  for (const script of scripts) {
    for (const node of nodesOf(isMember, script.program!)) {
      const owner = isCallee(node) || isInjected(script, node) ? undefined : paths.of(script, node.object);
      const path = owner && (namespaces.has(owner.key) || OTHERS.test(owner.key) || (hasDocument && isOfDocument(owner.key, node)) || isForeign(script, node.object)) ? paths.of(script, node) : undefined;
      if (path === undefined || namespaces.has(path.key)) continue;
      const property = found.get(path.key) ?? { name: path.name, owner: owner!.key, accesses: [] };
      found.set(path.key, property);
      property.accesses.push(accessOf(script, node));
    }
  }
  return [...found.values()].flatMap(({ name, owner, accesses: named }): Variable[] => {
    const accesses = owner.endsWith('.prototype') ? [...named, ...inherited(named[0]!, turns)] : named;
    if (found.get(owner)?.accesses.some(({ kind }) => kind === 'write')) return [];
    const written = accesses.filter(({ kind }) => kind === 'write' || kind === 'update');
    const [first] = written;
    const isData = first !== undefined && written.every(({ script, value }) => value === undefined || (!isFunction(unwrap(value)) && script.api(unwrap(value)) === undefined));
    if (!isData || accesses.some(({ node }) => told.has(node) || told.has(unwrap((node as AnyMember).object)))) return [];
    return [{ name, kind: 'field', script: first.script, node: first.node, constant: false, accesses: accesses.map((access) => ({ ...access, initial: access.kind === 'write' && functionOf(access.node) === undefined })) }];
  });
}

/** Where instances use what their prototype holds, and do not give themselves one of their own. */
function inherited({ node }: Access, turns: Turns): readonly Access[] {
  const name = memberName(node as AnyMember);
  const prototype = unwrap((node as AnyMember).object);
  const made = isMember(prototype) ? turns.holderOf(prototype.object) : undefined;
  if (name === undefined || made === undefined) return [];
  const uses = turns.membersNamed(name).filter((member) => {
    const holder = turns.holderOf(member.object);
    return holder?.instance === true && holder.node === made.node && !isCallee(member);
  }).map((member) => accessOf(turns.scriptOf(member), member));
  return uses.some(({ kind }) => kind === 'write') ? [] : uses;
}

/** Namespaces of the extension API, what a script exports, prototypes. */
const OTHERS = /^(chrome|browser)\.[a-z]\w*$|^exports of |\.prototype$/;
/** Whether a member belongs to the page of an event page, which each start makes anew. */
function isOfDocument(owner: string, member: AnyMember): boolean {
  return /^document(\.|$)/.test(owner) && !/\blocation\b/.test(owner) && !/^(location|cookie)$/.test(memberName(member) ?? '');
}

/** What the browser gives meaning to, or keeps itself. */
const PLATFORM_OBJECTS = /^(document|localStorage|sessionStorage|location|history|screen|performance|event|Error|RegExp)$/;

/** Whether an expression is an object of the platform or of a library, as scripts of the realm name it. */
function isForeign(script: Script, node: Node): boolean {
  const root = unwrap(node);
  return root.type === 'Identifier' && script.binding(root) === undefined && !PLATFORM_OBJECTS.test(root.name) && !PLATFORM.has(root.name) && !isGlobalObject(script, root) || (root.type === 'Identifier' && root.name === 'navigator' && script.binding(root) === undefined);
}

class Paths {
  readonly #locals = new Map<Binding, string>();

  /** The object that an expression stands for, as far as its text shows. */
  of(script: Script, node: Node): Path | undefined {
    const inner = unwrap(node);
    switch (inner.type) {
      case 'Identifier':
        return this.#named(script, inner);
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name = memberName(inner);
        if (name === undefined) return undefined;
        if (name === 'exports' && unwrap(inner.object).type === 'Identifier' && (unwrap(inner.object) as t.Identifier).name === 'module') return exportsOf(script.path);
        if (isGlobalObject(script, inner.object)) return { key: name, name };
        const owner = this.of(script, inner.object);
        return owner && { key: `${owner.key}.${name}`, name: `${owner.name}.${name}` };
      }
      // document.getElementById('clipboard')
      case 'CallExpression': {
        const text = isMember(inner.callee) && /^(getElementById|querySelector)$/.test(memberName(inner.callee) ?? '') && stringValue(inner.arguments[0]) != null ? script.textOf(inner) : undefined;
        return text?.startsWith('document.') && this.of(script, (inner.callee as AnyMember).object)?.key === 'document' ? { key: text, name: text } : undefined;
      }
      // App = App || {}
      case 'AssignmentExpression':
        return this.of(script, inner.left);
      case 'LogicalExpression':
        return inner.operator === '&&' ? undefined : this.of(script, inner.left);
      default:
        return undefined;
    }
  }

  #named(script: Script, id: t.Identifier): Path | undefined {
    const { name } = id;
    const binding = script.binding(id);
    if (binding === undefined) return name === 'exports' ? exportsOf(script.path) : { key: name, name };
    const required = requiredBy(script, binding);
    if (required !== undefined) return exportsOf(required);
    const given = givenAtOnce(binding);
    if (given !== undefined) return this.of(script, given);
    if (!/^(var|let|const|class|function)$/.test(binding.kind)) return undefined;
    if (binding.scope.parent === undefined && !script.isModule) return { key: name, name };
    const key = this.#locals.get(binding) ?? `${name}#${this.#locals.size}`;
    this.#locals.set(binding, key);
    return { key, name };
  }
}

function exportsOf(path: string): Path {
  return { key: `exports of ${path}`, name: 'exports' };
}

/** The file that a constant requires: `const state = require('./state')`. */
function requiredBy(script: Script, binding: Binding): string | undefined {
  const call = initOfConstant(binding);
  const inner = call && unwrap(call);
  const source = isCall(inner) && inner.callee.type === 'Identifier' && inner.callee.name === 'require' ? stringValue(inner.arguments[0]) : undefined;
  return source === undefined ? undefined : script.extension.resolveImport(script.path, source);
}
