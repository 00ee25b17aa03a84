import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, memberName, parentOf, unwrap, walk, wrapped, type AnyMember, type Node } from '../ast.ts';
import { accessOf, givenAtOnce, isGlobalObject, PLATFORM, type Access, type Variable } from '../bindings.ts';
import { injectedFunctions } from '../injection/injected.ts';
import type { Realm } from '../realms.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';

/** An object by the names that lead to it: a variable or a global, and properties. */
interface Path {
  readonly key: string;
  readonly name: string;
}

/**
 * What the objects have as properties that wrappers get, by whatever parameter: `(function (App) { App.count = 0; })(window.App)`;
 * and what code puts on the extension API: `chrome.count = 0`.
 * @param told the places that use state which is told of already
 */
export function propertiesOfNamespaces(realm: Realm, told: ReadonlySet<Node>): readonly Variable[] {
  const scripts = realm.scripts.filter(({ program, file }) => program !== undefined && file.editable);
  const paths = new Paths();
  const namespaces = new Set(['chrome', 'browser']);
  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      const given = givenAtOnce(binding);
      const path = given && !isGlobalObject(script, given) && script.api(given) === undefined ? paths.of(script, given) : undefined;
      if (path !== undefined && !PLATFORM.has(path.key)) namespaces.add(path.key);
    }
  }
  const found = new Map<string, { readonly name: string; readonly accesses: Access[] }>();
  for (const script of scripts) {
    const injected = injectedFunctions(script);
    walk(script.program!, (node) => {
      if (injected.has(node)) return false;
      const owner = isMember(node) && !isCalled(node) ? paths.of(script, node.object) : undefined;
      const path = owner && namespaces.has(owner.key) ? paths.of(script, node) : undefined;
      if (path === undefined || namespaces.has(path.key)) return;
      const property = found.get(path.key) ?? { name: path.name, accesses: [] };
      found.set(path.key, property);
      property.accesses.push(accessOf(script, node as AnyMember));
    });
  }
  return [...found.values()].flatMap(({ name, accesses }): Variable[] => {
    const written = accesses.filter(({ kind }) => kind === 'write');
    const [first] = written;
    const isData = first !== undefined && written.every(({ script, value }) => value === undefined || (!isFunction(unwrap(value)) && script.api(unwrap(value)) === undefined));
    if (!isData || accesses.some(({ node }) => told.has(node) || told.has(unwrap((node as AnyMember).object)))) return [];
    return [{ name, kind: 'field', script: first.script, node: first.node, constant: false, accesses: accesses.map((access) => ({ ...access, initial: access.kind === 'write' && functionOf(access.node) === undefined })) }];
  });
}

function isCalled(member: AnyMember): boolean {
  const parent = parentOf(wrapped(member));
  return isCall(parent) && parent.callee === wrapped(member);
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
        if (name === undefined || name === 'prototype') return undefined;
        if (isGlobalObject(script, inner.object)) return { key: name, name };
        const owner = this.of(script, inner.object);
        return owner && { key: `${owner.key}.${name}`, name: `${owner.name}.${name}` };
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
    if (binding === undefined) return { key: name, name };
    const given = givenAtOnce(binding);
    if (given !== undefined) return this.of(script, given);
    if (!/^(var|let|const)$/.test(binding.kind)) return undefined;
    if (binding.scope.parent === undefined && !script.isModule) return { key: name, name };
    const key = this.#locals.get(binding) ?? `${name}#${this.#locals.size}`;
    this.#locals.set(binding, key);
    return { key, name };
  }
}
