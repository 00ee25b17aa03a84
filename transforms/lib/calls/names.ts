import type * as t from '@babel/types';
import { isClass, isMember, isOutermostThis, memberName, parentOf, unwrap, type FunctionNode, type Node } from '../ast.ts';
import { GLOBAL_OBJECTS } from '../global-names.ts';
import { nameOf } from '../modules.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
import type { Units } from './units.ts';

/** What the names of a realm stand for: variables, what other modules export, classes, the global object. */
export class Names {
  readonly #units: Units;
  readonly #topLevel: ReadonlyMap<string, Script>;

  constructor(units: Units, topLevel: ReadonlyMap<string, Script>) {
    this.#units = units;
    this.#topLevel = topLevel;
  }

  /** The binding of a name, in its script or at the top level of another script of the realm. */
  binding(id: t.Identifier): Binding | undefined {
    const script = this.#units.scriptOf(id);
    return script.binding(id) ?? this.shared(id.name);
  }

  /** What a name is at the top level of the realm's classic scripts. */
  shared(name: string): Binding | undefined {
    return this.#topLevel.get(name)?.scopes?.program.bindings.get(name);
  }

  /** Whether an expression is a name that no script of the realm declares. */
  isFree(node: Node, name: string): boolean {
    const inner = unwrap(node);
    return inner.type === 'Identifier' && inner.name === name && this.binding(inner) === undefined;
  }

  /** 'window' for the global object, 'document' for the page's document. */
  globalName(node: Node): 'window' | 'document' | undefined {
    const inner = unwrap(node);
    if (inner.type === 'ThisExpression') return isOutermostThis(inner) && !this.#units.scriptOf(inner).isModule ? 'window' : undefined;
    if (isMember(inner)) return memberName(inner) === 'document' && this.globalName(inner.object) === 'window' ? 'document' : undefined;
    if (inner.type !== 'Identifier' || this.binding(inner) !== undefined) return undefined;
    if (inner.name === 'document') return 'document';
    return GLOBAL_OBJECTS.has(inner.name) ? 'window' : undefined;
  }

  /** What code gives to a property of the global object by naming that. */
  assignedGlobals(name: string): readonly Node[] {
    return (this.#units.assignedMembers.get(name) ?? []).flatMap(({ object, value }) => (this.globalName(object) === 'window' ? [value] : []));
  }

  /** The class, or the constructor function, that an expression names. */
  classOf(node: Node): t.Class | FunctionNode | undefined {
    const inner = unwrap(node);
    if (isClass(inner) || inner.type === 'FunctionExpression') return inner;
    if (inner.type !== 'Identifier') return undefined;
    const binding = this.binding(inner);
    if (binding === undefined) return undefined;
    if (binding.kind === 'import') {
      const exported = this.imported(binding);
      return exported && this.classOf(exported);
    }
    for (const { node: declared, init } of binding.declarations) {
      if (declared.type === 'ClassDeclaration' || declared.type === 'FunctionDeclaration') return declared;
      if (init && (unwrap(init).type === 'ClassExpression' || unwrap(init).type === 'FunctionExpression')) return unwrap(init) as t.ClassExpression;
    }
    return undefined;
  }

  /** What an imported name is in the module that exports it: a declaration's identifier, or an expression. */
  readonly imported = once((binding: Binding): Node | undefined => {
    const specifier = binding.declarations[0]!.node;
    if (specifier.type !== 'ImportSpecifier' && specifier.type !== 'ImportDefaultSpecifier') return undefined;
    const { source } = parentOf(specifier) as t.ImportDeclaration;
    const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
    return this.exported(this.#units.scriptOf(specifier), source.value, name);
  });

  /** What a module exports under a name: a declaration's identifier, or an expression. */
  exported(from: Script, source: string, name: string, depth = 0): Node | undefined {
    const path = from.extension.resolveImport(from.path, source);
    const script = this.#units.scripts.find((one) => one.path === path);
    if (script?.program === undefined || depth > 10) return undefined;
    for (const statement of script.program!.body) {
      if (statement.type === 'ExportDefaultDeclaration' && name === 'default') return statement.declaration;
      if (statement.type === 'ExportAllDeclaration') {
        const found = this.exported(script, statement.source.value, name, depth + 1);
        if (found) return found;
      }
      if (statement.type !== 'ExportNamedDeclaration') continue;
      const { declaration } = statement;
      if ((declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') && declaration.id?.name === name) return declaration;
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id } of declaration.declarations) if (id.type === 'Identifier' && id.name === name) return id;
      }
      for (const specifier of statement.specifiers) {
        if (specifier.type === 'ExportSpecifier' && nameOf(specifier.exported) === name) return statement.source ? this.exported(script, statement.source.value, specifier.local.name, depth + 1) : specifier.local;
      }
    }
    return undefined;
  }
}
