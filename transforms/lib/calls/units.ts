import type * as t from '@babel/types';
import { eachChild, functionOf, isFunction, isMember, keyName, memberName, nodesOf, parentOf, stringValue, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Script } from '../script.ts';

/** A function, or the top level of a script. */
export type Unit = FunctionNode | t.Program;

/** What a function contains, without what its inner functions contain. */
export interface UnitFacts {
  readonly script: Script;
  readonly calls: AnyCall[];
  readonly awaits: Node[];
  readonly returns: Node[];
  /** Handlers assigned to properties: `request.onload = f`. */
  readonly handlers: { readonly member: AnyMember; readonly value: Node }[];
}

/** What the scripts of a realm contain, function by function, and what they name. */
export class Units {
  readonly scripts: readonly Script[];
  readonly facts = new Map<Unit, UnitFacts>();
  readonly apiCalls = new Map<Node, string>();
  readonly assignedMembers = new Map<string, { readonly object: Node; readonly value: Node }[]>();
  /** What members with computed names are given: `handlers[name] = handler`. */
  readonly assignedEntries: { readonly object: Node; readonly value: Node }[] = [];
  /** The functions that are members, by name. */
  readonly methods = new Map<string, FunctionNode[]>();
  readonly classes = new Map<string, t.Class[]>();
  /** The classes that implement or extend a type by its name, and the object literals of variables that have it. */
  readonly implementers = new Map<string, (t.Class | t.ObjectExpression)[]>();
  #members: ReadonlyMap<string, readonly AnyMember[]> | undefined;
  #accessorUses: ReadonlyMap<Unit, readonly AnyMember[]> | undefined;
  #otherNames: ReadonlySet<string> | undefined;

  constructor(scripts: readonly Script[]) {
    this.scripts = scripts;
    for (const script of scripts) this.#index(script);
  }

  #index(script: Script): void {
    const program = script.program!;
    for (const { call, choice, path } of script.apiReferences) {
      // Which event a choice means is asked where the listener is added.
      if (call && !(choice && path.endsWith('.addListener'))) this.apiCalls.set(call, path);
    }
    const visit = (node: Node, facts: UnitFacts): void => {
      if (isFunction(node)) {
        const inner = this.#newUnit(node, script);
        const name = nameOf(node);
        if (name !== undefined) {
          const list = this.methods.get(name);
          if (list === undefined) this.methods.set(name, [node]);
          else list.push(node);
        }
        eachChild(node, visit, inner);
        if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') inner.returns.push(node.body);
        return;
      }
      switch (node.type) {
        case 'CallExpression':
        case 'OptionalCallExpression':
        case 'NewExpression':
          facts.calls.push(node);
          break;
        case 'ClassDeclaration':
        case 'ClassExpression':
          if (node.id) this.classes.set(node.id.name, [...(this.classes.get(node.id.name) ?? []), node]);
          for (const name of supertypesOf(node)) this.implementers.set(name, [...(this.implementers.get(name) ?? []), node]);
          break;
        case 'VariableDeclarator': {
          const type = node.id.type === 'Identifier' ? typeNameOf(node.id.typeAnnotation) : undefined;
          const literal = type === undefined || !node.init ? undefined : unwrap(node.init);
          if (literal?.type === 'ObjectExpression') this.implementers.set(type!, [...(this.implementers.get(type!) ?? []), literal]);
          break;
        }
        case 'AwaitExpression':
        case 'YieldExpression':
          facts.awaits.push(node);
          break;
        case 'ForOfStatement':
          if (node.await) facts.awaits.push(node.right);
          break;
        case 'ReturnStatement':
          if (node.argument) facts.returns.push(node.argument);
          break;
        case 'AssignmentExpression':
          if (isMember(node.left)) {
            const name = memberName(node.left);
            if (name === undefined) this.assignedEntries.push({ object: node.left.object as Node, value: node.right as Node });
            else {
              const entry = { object: node.left.object as Node, value: node.right as Node };
              const list = this.assignedMembers.get(name);
              if (list === undefined) this.assignedMembers.set(name, [entry]);
              else list.push(entry);
              if (/^on[a-z]+$/.test(name)) facts.handlers.push({ member: node.left, value: node.right });
            }
          } else if (node.left.type === 'Identifier' && /^on[a-z]+$/.test(node.left.name) && script.binding(node.left) === undefined) {
            facts.handlers.push({ member: node.left as unknown as AnyMember, value: node.right });
          }
          break;
        default:
      }
      eachChild(node, visit, facts);
    };
    const top = this.#newUnit(program, script);
    eachChild(program, visit, top);
  }

  #newUnit(unit: Unit, script: Script): UnitFacts {
    const facts: UnitFacts = { script, calls: [], awaits: [], returns: [], handlers: [] };
    this.facts.set(unit, facts);
    return facts;
  }

  /** The places that name a member. */
  membersNamed(name: string): readonly AnyMember[] {
    this.#members ??= membersIn(this.scripts);
    return this.#members.get(name) ?? [];
  }

  /** The members in a function, or at the top level of a script, that are named as a getter or setter of the realm is. */
  accessorUses(unit: Unit): readonly AnyMember[] {
    if (this.#accessorUses === undefined) {
      const names = [...this.methods].flatMap(([name, functions]) => (functions.some(isAccessor) ? [name] : []));
      const uses = new Map<Unit, AnyMember[]>();
      for (const member of names.flatMap((name) => this.membersNamed(name))) {
        const home = this.unitOf(member);
        uses.set(home, [...(uses.get(home) ?? []), member]);
      }
      this.#accessorUses = uses;
    }
    return this.#accessorUses.get(unit) ?? [];
  }

  /** Whether a string may be the name of a member, or a pattern takes it: `object[name]`, `const { name } = object`. */
  isNamedOtherwise(name: string): boolean {
    this.#otherNames ??= otherNamesIn(this.scripts);
    return this.#otherNames.has(name);
  }

  isNested(unit: Unit): boolean {
    return unit.type !== 'Program' && functionOf(unit) !== undefined;
  }

  unitOf(node: Node): Unit {
    let inner = node;
    for (let up = parentOf(node); up !== undefined; up = parentOf(up)) {
      if (isFunction(up)) return up;
      inner = up;
    }
    return inner as t.Program;
  }

  /** Whether a node is in one of the realm's scripts. */
  has(node: Node): boolean {
    return this.facts.has(this.unitOf(node));
  }

  scriptOf(node: Node): Script {
    return this.facts.get(isFunction(node) ? node : this.unitOf(node))!.script;
  }
}

function membersIn(scripts: readonly Script[]): ReadonlyMap<string, readonly AnyMember[]> {
  const found = new Map<string, AnyMember[]>();
  for (const script of scripts) {
    for (const node of nodesOf(isMember, script.program!)) {
      const name = memberName(node);
      if (name === undefined) continue;
      const list = found.get(name);
      if (list === undefined) found.set(name, [node]);
      else list.push(node);
    }
  }
  return found;
}

/** The type that an annotation names, be it there or not: `Store`, `Store | null`. */
export function typeNameOf(annotation: Node | null | undefined): string | undefined {
  const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
  const [only, another] = type?.type === 'TSUnionType' ? type.types.filter((one) => one.type !== 'TSNullKeyword' && one.type !== 'TSUndefinedKeyword') : type === undefined ? [] : [type];
  return only?.type === 'TSTypeReference' && another === undefined && only.typeName.type === 'Identifier' ? only.typeName.name : undefined;
}

/** The names of the classes and interfaces that a class is made from. */
function supertypesOf({ superClass, implements: types }: t.Class): readonly string[] {
  const named = (types ?? []).map((one) => ('expression' in one ? one.expression : one.id));
  return [...named, ...(superClass ? [unwrap(superClass)] : [])].flatMap((one) => (one.type === 'Identifier' ? [one.name] : []));
}

/** Whether a function is a getter or a setter. */
export function isAccessor(fn: FunctionNode): fn is t.ClassMethod | t.ClassPrivateMethod | t.ObjectMethod {
  return (fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod' || fn.type === 'ObjectMethod') && (fn.kind === 'get' || fn.kind === 'set');
}

function otherNamesIn(scripts: readonly Script[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const script of scripts) {
    walk(script.program!, (node) => {
      const name = stringValue(node) ?? (node.type === 'ObjectProperty' && parentOf(node)?.type === 'ObjectPattern' ? keyName(node) : undefined);
      if (name !== undefined) found.add(name);
    });
  }
  return found;
}

function nameOf(fn: FunctionNode): string | undefined {
  if (fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || fn.type === 'ClassPrivateMethod') return keyName(fn);
  const parent = parentOf(wrapped(fn));
  if (parent?.type === 'ObjectProperty' || parent?.type === 'ClassProperty') return keyName(parent);
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left)) return memberName(parent.left);
  return undefined;
}
