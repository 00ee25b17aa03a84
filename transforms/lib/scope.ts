import type * as t from '@babel/types';
import { children, eachChild, isFunction, parentOf, type FunctionNode, type Node } from './ast.ts';

export type BindingKind = 'var' | 'let' | 'const' | 'function' | 'class' | 'param' | 'catch' | 'import' | 'enum' | 'namespace';

/** One place that declares a binding. */
export interface Declaration {
  readonly id: t.Identifier;
  /** The declarator, function, class, import specifier, catch clause or enum. */
  readonly node: Node;
  /** What the binding, or the pattern that it is a leaf of, is initialised with. */
  readonly init: Node | undefined;
  /** The way from `init` to the leaf of a pattern; undefined where it cannot be named (rest, computed, iterated). */
  readonly keys: readonly PatternKey[] | undefined;
}

export interface PatternKey {
  readonly name: string;
  /** The property of the pattern; undefined for an array's element. */
  readonly property: t.ObjectProperty | undefined;
}

/** One use of a binding or of a global: not a declaration, except that `var x = 1` in a loop body is one. */
export interface Reference {
  readonly node: t.Identifier | t.JSXIdentifier;
  readonly scope: Scope;
  readonly reads: boolean;
  readonly writes: boolean;
}

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly scope: Scope;
  readonly declarations: Declaration[];
  readonly references: Reference[];
}

/** A lexical scope. `var`s and function declarations of sloppy blocks live in the enclosing function's. */
export class Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly bindings = new Map<string, Binding>();

  constructor(node: Node, parent: Scope | undefined) {
    this.node = node;
    this.parent = parent;
  }

  /** The binding that a name means here, or undefined for a global. */
  lookup(name: string): Binding | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  get isVariableScope(): boolean {
    return this.node.type === 'Program' || this.node.type === 'StaticBlock' || this.node.type === 'TSModuleBlock' || isFunction(this.node);
  }
}

/** What a script declares and uses. */
export interface Scopes {
  readonly program: Scope;
  /** The scope that a node stands in. */
  scopeOf(node: Node): Scope;
  /** The binding that an identifier declares or uses; undefined for a global. */
  bindingOf(id: t.Identifier | t.JSXIdentifier): Binding | undefined;
  /** Uses of names that the script does not declare, by name. */
  readonly globals: ReadonlyMap<string, readonly Reference[]>;
  /** Every binding, in order of declaration. */
  readonly bindings: readonly Binding[];
  /** Names in type positions: `chrome.tabs.Tab`, `typeof chrome.tabs`. */
  readonly typeNames: readonly (t.TSQualifiedName | t.TSImportType)[];
}

/** Resolves every name of a parsed script, in one walk. TypeScript's ambient declarations (`declare const chrome`) declare nothing. */
export function analyseScopes(program: t.Program): Scopes {
  const scopes = new Map<Node, Scope>();
  const references: Reference[] = [];
  const bindings: Binding[] = [];
  const bindingsById = new Map<Node, Binding>();
  const globals = new Map<string, Reference[]>();
  const typeNames: (t.TSQualifiedName | t.TSImportType)[] = [];
  const sloppy = program.sourceType !== 'module' && !program.directives.some((d) => d.value.value === 'use strict');
  const root = new Scope(program, undefined);
  scopes.set(program, root);

  const open = (node: Node, parent: Scope): Scope => {
    const scope = new Scope(node, parent);
    scopes.set(node, scope);
    return scope;
  };
  const variableScope = (scope: Scope): Scope => {
    let up = scope;
    while (!up.isVariableScope) up = up.parent!;
    return up;
  };
  const declare = (scope: Scope, kind: BindingKind, declaration: Declaration): void => {
    const name = declaration.id.name;
    let binding = scope.bindings.get(name);
    if (binding === undefined) {
      binding = { name, kind, scope, declarations: [], references: [] };
      scope.bindings.set(name, binding);
      bindings.push(binding);
    }
    binding.declarations.push(declaration);
    bindingsById.set(declaration.id, binding);
  };
  const use = (node: t.Identifier | t.JSXIdentifier, scope: Scope, reads = true, writes = false): void => {
    references.push({ node, scope, reads, writes });
  };

  /** Declares the leaves of a pattern and walks its defaults and computed keys. */
  const declarePattern = (
    pattern: Node, target: Scope, scope: Scope, kind: BindingKind, node: Node, init: Node | undefined,
    keys: readonly PatternKey[] | undefined = [],
  ): void => {
    switch (pattern.type) {
      case 'Identifier':
        declare(target, kind, { id: pattern, node, init, keys });
        if (pattern.typeAnnotation) visit(pattern.typeAnnotation, scope);
        break;
      case 'AssignmentPattern':
        declarePattern(pattern.left, target, scope, kind, node, init ?? (keys?.length === 0 ? pattern.right : undefined), keys);
        visit(pattern.right, scope);
        break;
      case 'RestElement':
        declarePattern(pattern.argument, target, scope, kind, node, init, undefined);
        break;
      case 'ArrayPattern':
        pattern.elements.forEach((element, index) => {
          if (element) declarePattern(element, target, scope, kind, node, init, keys && [...keys, { name: String(index), property: undefined }]);
        });
        if (pattern.typeAnnotation) visit(pattern.typeAnnotation, scope);
        break;
      case 'ObjectPattern':
        for (const member of pattern.properties) {
          if (member.type === 'RestElement') {
            declarePattern(member, target, scope, kind, node, init, undefined);
            continue;
          }
          if (member.computed) visit(member.key, scope);
          const name = !member.computed && member.key.type === 'Identifier' ? member.key.name
            : member.key.type === 'StringLiteral' ? member.key.value : undefined;
          declarePattern(member.value, target, scope, kind, node, init,
            keys === undefined || name === undefined ? undefined : [...keys, { name, property: member }]);
        }
        if (pattern.typeAnnotation) visit(pattern.typeAnnotation, scope);
        break;
      case 'TSParameterProperty':
        declarePattern(pattern.parameter, target, scope, kind, node, init, keys);
        break;
      default:
        visit(pattern, scope);
    }
  };

  /** Records what an assignment writes: names, members' objects, patterns. */
  const assign = (pattern: Node, scope: Scope, reads: boolean): void => {
    switch (pattern.type) {
      case 'Identifier':
        use(pattern, scope, reads, true);
        break;
      case 'AssignmentPattern':
        assign(pattern.left, scope, false);
        visit(pattern.right, scope);
        break;
      case 'RestElement':
        assign(pattern.argument, scope, false);
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element) assign(element, scope, false);
        break;
      case 'ObjectPattern':
        for (const member of pattern.properties) {
          if (member.type === 'RestElement') assign(member.argument, scope, false);
          else {
            if (member.computed) visit(member.key, scope);
            assign(member.value, scope, false);
          }
        }
        break;
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        assign(pattern.expression, scope, reads);
        break;
      default:
        visit(pattern, scope);
    }
  };

  const visitFunction = (node: FunctionNode, scope: Scope): void => {
    if ('key' in node) {
      if (node.computed) visit(node.key, scope);
      for (const decorator of node.decorators ?? []) visit(decorator, scope);
    }
    let outer = scope;
    if (node.type === 'FunctionExpression' && node.id) {
      outer = open(node.id, scope);
      declare(outer, 'function', { id: node.id, node, init: node, keys: [] });
    }
    const inner = open(node, outer);
    for (const param of node.params) declarePattern(param, inner, inner, 'param', node, undefined);
    if (node.returnType) visit(node.returnType, inner);
    if (node.body.type === 'BlockStatement') {
      scopes.set(node.body, inner);
      for (const statement of node.body.body) visit(statement, inner);
    } else {
      visit(node.body, inner);
    }
  };

  const visitClass = (node: t.ClassDeclaration | t.ClassExpression, scope: Scope): void => {
    for (const decorator of node.decorators ?? []) visit(decorator, scope);
    const inner = open(node, scope);
    if (node.id) {
      if (node.type === 'ClassDeclaration') declare(scope, 'class', { id: node.id, node, init: node, keys: [] });
      else declare(inner, 'class', { id: node.id, node, init: node, keys: [] });
    }
    if (node.superClass) visit(node.superClass, inner);
    if (node.superTypeParameters) visit(node.superTypeParameters, inner);
    for (const heritage of node.implements ?? []) visit(heritage, inner);
    visit(node.body, inner);
  };

  const visit = (node: Node, scope: Scope): void => {
    switch (node.type) {
      case 'Identifier':
        use(node, scope);
        return;
      case 'FunctionDeclaration':
        if (node.declare) return;
        if (node.id) {
          const home = scope.isVariableScope || !sloppy ? scope : variableScope(scope);
          declare(home, 'function', { id: node.id, node, init: node, keys: [] });
        }
        visitFunction(node, scope);
        return;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
      case 'ClassPrivateMethod':
        visitFunction(node, scope);
        return;
      case 'ClassDeclaration':
        if (!node.declare) visitClass(node, scope);
        return;
      case 'ClassExpression':
        visitClass(node, scope);
        return;
      case 'ClassProperty':
      case 'ClassAccessorProperty':
        if (node.computed) visit(node.key as Node, scope);
        for (const decorator of node.decorators ?? []) visit(decorator, scope);
        if (node.typeAnnotation) visit(node.typeAnnotation, scope);
        if (node.value) visit(node.value, scope);
        return;
      case 'ClassPrivateProperty':
        if (node.value) visit(node.value, scope);
        return;
      case 'VariableDeclaration':
        if (node.declare) return;
        for (const declarator of node.declarations) {
          const kind = node.kind === 'var' || node.kind === 'let' || node.kind === 'const' ? node.kind : 'const';
          const parent = parentOf(node);
          const iterated = (parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement') && parent.left === node;
          declarePattern(declarator.id, kind === 'var' ? variableScope(scope) : scope, scope, kind, declarator,
            declarator.init ?? undefined, iterated ? undefined : []);
          if (declarator.init) visit(declarator.init, scope);
        }
        return;
      case 'BlockStatement':
      case 'StaticBlock':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement': {
        const inner = open(node, scope);
        if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') {
          if (node.left.type === 'VariableDeclaration') visit(node.left, inner);
          else assign(node.left, inner, false);
          visit(node.right, inner);
          visit(node.body, inner);
          return;
        }
        eachChild(node, visit, inner);
        return;
      }
      case 'CatchClause': {
        const inner = open(node, scope);
        if (node.param) declarePattern(node.param, inner, inner, 'catch', node, undefined, undefined);
        visit(node.body, inner);
        return;
      }
      case 'AssignmentExpression':
        assign(node.left, scope, node.operator !== '=');
        visit(node.right, scope);
        return;
      case 'UpdateExpression':
        assign(node.argument, scope, true);
        return;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        visit(node.object, scope);
        if (node.computed) visit(node.property, scope);
        return;
      case 'ObjectProperty':
        if (node.computed) visit(node.key, scope);
        visit(node.value, scope);
        return;
      case 'LabeledStatement':
        visit(node.body, scope);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'PrivateName':
        return;
      case 'ImportDeclaration':
        if (node.importKind === 'type' || node.importKind === 'typeof') return;
        for (const specifier of node.specifiers) {
          if (specifier.type === 'ImportSpecifier' && (specifier.importKind === 'type' || specifier.importKind === 'typeof')) continue;
          declare(scope, 'import', { id: specifier.local, node: specifier, init: undefined, keys: undefined });
        }
        return;
      case 'ExportNamedDeclaration':
        if (node.exportKind === 'type') return;
        if (node.declaration) visit(node.declaration, scope);
        if (!node.source) {
          for (const specifier of node.specifiers) if (specifier.type === 'ExportSpecifier') use(specifier.local, scope);
        }
        return;
      case 'ExportAllDeclaration':
        return;
      case 'JSXIdentifier': {
        const parent = parentOf(node);
        if (parent?.type === 'JSXAttribute' || parent?.type === 'JSXNamespacedName') return;
        if (parent?.type === 'JSXMemberExpression' ? parent.object === node : /^[A-Z_$]/.test(node.name)) use(node, scope);
        return;
      }
      case 'TSEnumDeclaration':
        if (!node.declare) declare(scope, 'enum', { id: node.id, node, init: undefined, keys: undefined });
        for (const member of node.body?.members ?? node.members ?? []) if (member.initializer) visit(member.initializer, scope);
        return;
      case 'TSModuleDeclaration':
        if (node.declare || node.global || node.id.type === 'StringLiteral') return;
        if (node.id.type === 'Identifier') declare(scope, 'namespace', { id: node.id, node, init: undefined, keys: undefined });
        visit(node.body as Node, scope);
        return;
      case 'TSModuleBlock': {
        const inner = open(node, scope);
        for (const statement of node.body) visit(statement, inner);
        return;
      }
      case 'TSImportEqualsDeclaration':
        if (node.importKind !== 'type') {
          const external = node.moduleReference.type === 'TSExternalModuleReference';
          declare(scope, 'import', { id: node.id, node, init: undefined, keys: undefined });
          if (!external) visit(node.moduleReference, scope);
        }
        return;
      case 'TSQualifiedName':
        typeNames.push(node);
        return;
      case 'TSImportType':
        typeNames.push(node);
        eachChild(node, visitType, undefined);
        return;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'TSExportAssignment':
        visit(node.expression, scope);
        for (const child of children(node)) if (child !== node.expression) visitType(child);
        return;
      case 'TypeCastExpression':
        visit(node.expression, scope);
        return;
      default:
        switch (kindOf(node.type)) {
          case 'code':
            eachChild(node, visit, scope);
            return;
          case 'type':
            visitType(node);
            return;
          case 'flow':
        }
    }
  };

  /** In type positions only qualified names matter: they can name an extension API. */
  const visitType = (node: Node): void => {
    if (node.type === 'TSQualifiedName' || node.type === 'TSImportType') {
      typeNames.push(node);
      if (node.type === 'TSQualifiedName') return;
    }
    eachChild(node, visitType, undefined);
  };

  for (const statement of program.body) visit(statement, root);

  for (const reference of references) {
    const binding = reference.scope.lookup(reference.node.name);
    if (binding !== undefined) {
      binding.references.push(reference);
      bindingsById.set(reference.node, binding);
    } else {
      const uses = globals.get(reference.node.name);
      if (uses === undefined) globals.set(reference.node.name, [reference]);
      else uses.push(reference);
    }
  }

  return {
    program: root,
    globals,
    bindings,
    typeNames,
    bindingOf: (id) => bindingsById.get(id),
    scopeOf(node) {
      for (let up: Node | undefined = node; up !== undefined; up = parentOf(up)) {
        const scope = scopes.get(up);
        if (scope !== undefined) return scope;
      }
      return root;
    },
  };
}

/** What a type of node stands for: code, a type of TypeScript, or one of Flow. */
function kindOf(type: string): 'code' | 'type' | 'flow' {
  let kind = kinds.get(type);
  if (kind === undefined) kinds.set(type, (kind = type.startsWith('TS') ? 'type' : FLOW_TYPE.test(type) ? 'flow' : 'code'));
  return kind;
}

const kinds = new Map<string, 'code' | 'type' | 'flow'>();

const FLOW_TYPE = /TypeAnnotation$|^Declare|^(TypeAlias|OpaqueType|InterfaceDeclaration|TypeParameter\w*|ObjectType\w+|Variance|InterfaceExtends|ClassImplements|GenericTypeAnnotation|TypeAnnotation)$/;
