import type * as t from '@babel/types';
import { children, eachChild, isFunction, parentOf, type AnyMember, type FunctionNode, type Node } from './ast.ts';

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

/** What a constant is declared with; undefined for other names, and for parts of a pattern. */
export function initOfConstant(binding: Binding | undefined): Node | undefined {
  const [declaration] = binding?.declarations ?? [];
  return binding?.kind === 'const' && declaration?.keys?.length === 0 ? declaration.init : undefined;
}

/** A lexical scope. `var`s and function declarations of sloppy blocks live in the enclosing function's. */
export class Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly #names: Names;
  #bindings: Map<string, Binding> | undefined;

  constructor(node: Node, parent: Scope | undefined, names: Names) {
    this.node = node;
    this.parent = parent;
    this.#names = names;
    names.scopes.set(node, this);
  }

  get bindings(): ReadonlyMap<string, Binding> {
    return this.#bindings ?? NO_BINDINGS;
  }

  /** The binding that a name means here, or undefined for a global. */
  lookup(name: string): Binding | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const binding = scope.#bindings?.get(name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  get isVariableScope(): boolean {
    return this.node.type === 'Program' || this.node.type === 'StaticBlock' || this.node.type === 'TSModuleBlock' || isFunction(this.node);
  }

  /** Whether function declarations in blocks belong to the function around. */
  get isSloppy(): boolean {
    return this.#names.sloppy;
  }

  /** The scope in which `var`s of this one live. */
  get variableScope(): Scope {
    let up: Scope = this;
    while (!up.isVariableScope) up = up.parent!;
    return up;
  }

  /** A scope within this one. */
  open(node: Node): Scope {
    return new Scope(node, this, this.#names);
  }

  /** Lets another node stand for this scope too. */
  covers(node: Node): void {
    this.#names.scopes.set(node, this);
  }

  declare(kind: BindingKind, declaration: Declaration): void {
    const { name } = declaration.id;
    this.#bindings ??= new Map();
    let binding = this.#bindings.get(name);
    if (binding === undefined) {
      binding = { name, kind, scope: this, declarations: [], references: [] };
      this.#bindings.set(name, binding);
      this.#names.bindings.push(binding);
    }
    binding.declarations.push(declaration);
    this.#names.bindingsById.set(declaration.id, binding);
  }

  use(node: t.Identifier | t.JSXIdentifier, reads = true, writes = false): void {
    this.#names.references.push({ node, scope: this, reads, writes });
  }

  useType(node: t.TSQualifiedName | t.TSImportType): void {
    this.#names.typeNames.push(node);
  }
}

const NO_BINDINGS: ReadonlyMap<string, Binding> = new Map();

/** What is collected of one script. */
interface Names {
  readonly scopes: Map<Node, Scope>;
  readonly references: Reference[];
  readonly bindings: Binding[];
  readonly bindingsById: Map<Node, Binding>;
  readonly typeNames: (t.TSQualifiedName | t.TSImportType)[];
  readonly sloppy: boolean;
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
  const sloppy = program.sourceType !== 'module' && !program.directives.some((d) => d.value.value === 'use strict');
  const names: Names = { scopes: new Map(), references: [], bindings: [], bindingsById: new Map(), typeNames: [], sloppy };
  const { scopes, bindings, bindingsById, typeNames } = names;
  const root = new Scope(program, undefined, names);
  for (const statement of program.body) visit(statement, root);

  const globals = new Map<string, Reference[]>();
  for (const reference of names.references) {
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

function visit(node: Node, scope: Scope): void {
  const visitor = VISITORS[node.type] as ((node: Node, scope: Scope) => void) | undefined;
  if (visitor !== undefined) return visitor(node, scope);
  switch (kindOf(node.type)) {
    case 'code':
      eachChild(node, visit, scope);
      return;
    case 'type':
      visitType(node, scope);
      return;
    case 'flow':
  }
}

/** In type positions only qualified names matter: they can name an extension API. */
function visitType(node: Node, scope: Scope): void {
  if (node.type === 'TSQualifiedName' || node.type === 'TSImportType') {
    scope.useType(node);
    if (node.type === 'TSQualifiedName') return;
  }
  eachChild(node, visitType, scope);
}

/** Declares the leaves of a pattern and walks its defaults and computed keys. */
function declarePattern(
  pattern: Node, target: Scope, scope: Scope, kind: BindingKind, node: Node, init: Node | undefined,
  keys: readonly PatternKey[] | undefined = [],
): void {
  switch (pattern.type) {
    case 'Identifier':
      target.declare(kind, { id: pattern, node, init, keys });
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
}

/** Records what an assignment writes: names, members' objects, patterns. */
function assign(pattern: Node, scope: Scope, reads: boolean): void {
  switch (pattern.type) {
    case 'Identifier':
      scope.use(pattern, reads, true);
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
}

function visitFunction(node: FunctionNode, scope: Scope): void {
  if ('key' in node) {
    if (node.computed) visit(node.key, scope);
    for (const decorator of node.decorators ?? []) visit(decorator, scope);
  }
  let outer = scope;
  if (node.type === 'FunctionExpression' && node.id) {
    outer = scope.open(node.id);
    outer.declare('function', { id: node.id, node, init: node, keys: [] });
  }
  const inner = outer.open(node);
  for (const param of node.params) declarePattern(param, inner, inner, 'param', node, undefined);
  if (node.returnType) visit(node.returnType, inner);
  if (node.body.type === 'BlockStatement') {
    inner.covers(node.body);
    for (const statement of node.body.body) visit(statement, inner);
  } else {
    visit(node.body, inner);
  }
}

function visitClass(node: t.ClassDeclaration | t.ClassExpression, scope: Scope): void {
  for (const decorator of node.decorators ?? []) visit(decorator, scope);
  const inner = scope.open(node);
  if (node.id) (node.type === 'ClassDeclaration' ? scope : inner).declare('class', { id: node.id, node, init: node, keys: [] });
  if (node.superClass) visit(node.superClass, inner);
  if (node.superTypeParameters) visit(node.superTypeParameters, inner);
  for (const heritage of node.implements ?? []) visit(heritage, inner);
  visit(node.body, inner);
}

function visitBlock(node: Node, scope: Scope): void {
  eachChild(node, visit, scope.open(node));
}

function visitLoop(node: t.ForInStatement | t.ForOfStatement, scope: Scope): void {
  const inner = scope.open(node);
  if (node.left.type === 'VariableDeclaration') visit(node.left, inner);
  else assign(node.left, inner, false);
  visit(node.right, inner);
  visit(node.body, inner);
}

function visitMember(node: AnyMember, scope: Scope): void {
  visit(node.object, scope);
  if (node.computed) visit(node.property, scope);
}

function visitProperty(node: t.ClassProperty | t.ClassAccessorProperty, scope: Scope): void {
  if (node.computed) visit(node.key as Node, scope);
  for (const decorator of node.decorators ?? []) visit(decorator, scope);
  if (node.typeAnnotation) visit(node.typeAnnotation, scope);
  if (node.value) visit(node.value, scope);
}

function visitCast(node: Node & { readonly expression: Node }, scope: Scope): void {
  visit(node.expression, scope);
  for (const child of children(node)) if (child !== node.expression) visitType(child, scope);
}

const skip = (): void => {};

/** What is special about a type of node, a function for each: all others are walked through. */
const VISITORS: { readonly [Type in Node['type']]?: (node: Extract<Node, { type: Type }>, scope: Scope) => void } = {
  Identifier: (node, scope) => scope.use(node),
  FunctionDeclaration(node, scope) {
    if (node.declare) return;
    if (node.id) {
      const home = scope.isVariableScope || !scope.isSloppy ? scope : scope.variableScope;
      home.declare('function', { id: node.id, node, init: node, keys: [] });
    }
    visitFunction(node, scope);
  },
  FunctionExpression: visitFunction,
  ArrowFunctionExpression: visitFunction,
  ObjectMethod: visitFunction,
  ClassMethod: visitFunction,
  ClassPrivateMethod: visitFunction,
  ClassDeclaration(node, scope) {
    if (!node.declare) visitClass(node, scope);
  },
  ClassExpression: visitClass,
  ClassProperty: visitProperty,
  ClassAccessorProperty: visitProperty,
  ClassPrivateProperty(node, scope) {
    if (node.value) visit(node.value, scope);
  },
  VariableDeclaration(node, scope) {
    if (node.declare) return;
    const kind = node.kind === 'var' || node.kind === 'let' || node.kind === 'const' ? node.kind : 'const';
    const parent = parentOf(node);
    const iterated = (parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement') && parent.left === node;
    for (const declarator of node.declarations) {
      declarePattern(declarator.id, kind === 'var' ? scope.variableScope : scope, scope, kind, declarator,
        declarator.init ?? undefined, iterated ? undefined : []);
      if (declarator.init) visit(declarator.init, scope);
    }
  },
  BlockStatement: visitBlock,
  StaticBlock: visitBlock,
  ForStatement: visitBlock,
  SwitchStatement: visitBlock,
  ForInStatement: visitLoop,
  ForOfStatement: visitLoop,
  CatchClause(node, scope) {
    const inner = scope.open(node);
    if (node.param) declarePattern(node.param, inner, inner, 'catch', node, undefined, undefined);
    visit(node.body, inner);
  },
  AssignmentExpression(node, scope) {
    assign(node.left, scope, node.operator !== '=');
    visit(node.right, scope);
  },
  UpdateExpression: (node, scope) => assign(node.argument, scope, true),
  MemberExpression: visitMember,
  OptionalMemberExpression: visitMember,
  ObjectProperty(node, scope) {
    if (node.computed) visit(node.key, scope);
    visit(node.value, scope);
  },
  LabeledStatement: (node, scope) => visit(node.body, scope),
  BreakStatement: skip,
  ContinueStatement: skip,
  MetaProperty: skip,
  PrivateName: skip,
  ImportDeclaration(node, scope) {
    if (node.importKind === 'type' || node.importKind === 'typeof') return;
    for (const specifier of node.specifiers) {
      if (specifier.type === 'ImportSpecifier' && (specifier.importKind === 'type' || specifier.importKind === 'typeof')) continue;
      scope.declare('import', { id: specifier.local, node: specifier, init: undefined, keys: undefined });
    }
  },
  ExportNamedDeclaration(node, scope) {
    if (node.exportKind === 'type') return;
    if (node.declaration) visit(node.declaration, scope);
    if (!node.source) {
      for (const specifier of node.specifiers) if (specifier.type === 'ExportSpecifier') scope.use(specifier.local);
    }
  },
  ExportAllDeclaration: skip,
  JSXIdentifier(node, scope) {
    const parent = parentOf(node);
    if (parent?.type === 'JSXAttribute' || parent?.type === 'JSXNamespacedName') return;
    if (parent?.type === 'JSXMemberExpression' ? parent.object === node : /^[A-Z_$]/.test(node.name)) scope.use(node);
  },
  TSEnumDeclaration(node, scope) {
    if (!node.declare) scope.declare('enum', { id: node.id, node, init: undefined, keys: undefined });
    for (const member of node.body?.members ?? node.members ?? []) if (member.initializer) visit(member.initializer, scope);
  },
  TSModuleDeclaration(node, scope) {
    if (node.declare || node.global || node.id.type === 'StringLiteral') return;
    if (node.id.type === 'Identifier') scope.declare('namespace', { id: node.id, node, init: undefined, keys: undefined });
    visit(node.body as Node, scope);
  },
  TSModuleBlock(node, scope) {
    const inner = scope.open(node);
    for (const statement of node.body) visit(statement, inner);
  },
  TSImportEqualsDeclaration(node, scope) {
    if (node.importKind === 'type') return;
    scope.declare('import', { id: node.id, node, init: undefined, keys: undefined });
    if (node.moduleReference.type !== 'TSExternalModuleReference') visit(node.moduleReference, scope);
  },
  TSQualifiedName: (node, scope) => scope.useType(node),
  TSImportType(node, scope) {
    scope.useType(node);
    eachChild(node, visitType, scope);
  },
  TSAsExpression: visitCast,
  TSSatisfiesExpression: visitCast,
  TSNonNullExpression: visitCast,
  TSTypeAssertion: visitCast,
  TSInstantiationExpression: visitCast,
  TSExportAssignment: visitCast,
  TypeCastExpression: (node, scope) => visit(node.expression, scope),
};

/** What a type of node stands for: code, a type of TypeScript, or one of Flow. */
function kindOf(type: string): 'code' | 'type' | 'flow' {
  let kind = kinds.get(type);
  if (kind === undefined) kinds.set(type, (kind = type.startsWith('TS') ? 'type' : FLOW_TYPE.test(type) ? 'flow' : 'code'));
  return kind;
}

const kinds = new Map<string, 'code' | 'type' | 'flow'>();

const FLOW_TYPE = /TypeAnnotation$|^Declare|^(TypeAlias|OpaqueType|InterfaceDeclaration|TypeParameter\w*|ObjectType\w+|Variance|InterfaceExtends|ClassImplements|GenericTypeAnnotation|TypeAnnotation)$/;
