import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, propertyValue, unwrap, wrapped, type FunctionNode, type Node } from './ast.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';
import { snippet } from './words.ts';

export type Constant = string | number | boolean | null | undefined;

/** A value that is known before the program runs. */
export interface Known {
  readonly value: Constant;
}

/**
 * Evaluates an expression that depends on nothing but literals: arithmetic, templates, `Math.*`, `Number(...)`, constants of this
 * script, imported ones, properties of constant objects, and parameters for which every caller gives the same constant.
 * Undefined where that cannot be said.
 */
export function evaluate(script: Script, node: Node | null | undefined, turns?: Turns, depth = 0): Known | undefined {
  if (!node || depth > 20) return undefined;
  const inner = unwrap(node);
  const again = (other: Node | null | undefined, from = script): Known | undefined => evaluate(from, other, turns, depth + 1);
  switch (inner.type) {
    case 'NumericLiteral':
    case 'StringLiteral':
    case 'BooleanLiteral':
      return { value: inner.value };
    case 'NullLiteral':
      return { value: null };
    case 'TemplateLiteral': {
      let text = inner.quasis[0]?.value.cooked ?? '';
      for (const [index, expression] of inner.expressions.entries()) {
        const part = again(expression as Node);
        if (part === undefined) return undefined;
        text += String(part.value) + (inner.quasis[index + 1]?.value.cooked ?? '');
      }
      return { value: text };
    }
    case 'UnaryExpression': {
      const operand = again(inner.argument);
      if (operand === undefined) return undefined;
      switch (inner.operator) {
        case '-': return { value: -Number(operand.value) };
        case '+': return { value: Number(operand.value) };
        case '!': return { value: !operand.value };
        case '~': return { value: ~Number(operand.value) };
        case 'void': return { value: undefined };
        default: return undefined;
      }
    }
    case 'BinaryExpression': {
      const left = again(inner.left);
      const right = again(inner.right);
      return left && right && binary(inner.operator, left.value, right.value);
    }
    case 'LogicalExpression': {
      const left = again(inner.left);
      if (left === undefined) return undefined;
      const takesRight = inner.operator === '&&' ? Boolean(left.value) : inner.operator === '||' ? !left.value : left.value == null;
      return takesRight ? again(inner.right) : left;
    }
    case 'ConditionalExpression': {
      const test = again(inner.test);
      if (test !== undefined) return again(test.value ? inner.consequent : inner.alternate);
      const [yes, no] = [again(inner.consequent), again(inner.alternate)];
      return yes && no && yes.value === no.value ? yes : undefined;
    }
    case 'CallExpression': {
      const callee = unwrap(inner.callee);
      const values = inner.arguments.map((argument) => again(argument));
      if (values.some((value) => value === undefined)) return undefined;
      const numbers = values.map((value) => Number(value!.value));
      if (callee.type === 'Identifier' && script.binding(callee) === undefined) {
        if (callee.name === 'Number') return { value: numbers[0] };
        if (callee.name === 'parseInt') return { value: Number.parseInt(String(values[0]?.value), numbers[1]) };
        if (callee.name === 'parseFloat') return { value: Number.parseFloat(String(values[0]?.value)) };
        if (callee.name === 'String') return { value: String(values[0]?.value) };
      }
      if (isMember(callee) && unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Math') {
        switch (memberName(callee)) {
          case 'max': return { value: Math.max(...numbers) };
          case 'min': return { value: Math.min(...numbers) };
          case 'floor': return { value: Math.floor(numbers[0]!) };
          case 'ceil': return { value: Math.ceil(numbers[0]!) };
          case 'round': return { value: Math.round(numbers[0]!) };
          case 'abs': return { value: Math.abs(numbers[0]!) };
          case 'pow': return { value: numbers[0]! ** numbers[1]! };
          default: return undefined;
        }
      }
      return undefined;
    }
    case 'Identifier': {
      if (inner.name === 'undefined') return { value: undefined };
      if (inner.name === 'Infinity') return { value: Infinity };
      return constantOf(script, inner, turns, depth);
    }
    case 'MemberExpression': {
      const name = memberName(inner);
      const object = unwrap(inner.object);
      if (name === undefined || object.type !== 'Identifier') return undefined;
      const { owner, binding } = find(script, object.name, object);
      const declaration = binding?.declarations.length === 1 ? binding.declarations[0] : undefined;
      const init = declaration?.init && thawed(declaration.init);
      if (binding && owner && init && (isFunction(init) || init.type === 'ClassDeclaration')) return staticOf(owner, binding, name, turns, depth);
      if (binding === undefined || owner === undefined || declaration?.keys?.length !== 0 || init?.type !== 'ObjectExpression') return undefined;
      // A constant object: only read, member by member, wherever it is mentioned.
      const readOnly = binding.references.every(({ node: use, writes }) => !writes && isMember(parentOf(use)) && !isChanged(parentOf(use)!));
      const value = readOnly ? propertyValue(init, name) : undefined;
      return value && !isFunction(value) ? again(value, owner) : undefined;
    }
    default:
      return undefined;
  }
}

/** An expression with the parts that are known put in: `minutes * MINUTE` is `minutes * 60000`. */
export function folded(script: Script, node: Node, turns?: Turns): string {
  const known = evaluate(script, node, turns);
  if (known !== undefined) return String(known.value);
  const inner = unwrap(node);
  if (inner.type !== 'BinaryExpression') return snippet(script, inner);
  const part = (side: Node): string => (/^(Binary|Logical|Conditional)Expression$/.test(unwrap(side).type) && evaluate(script, side, turns) === undefined && (side !== unwrap(side) || side.extra?.['parenthesized'] === true) ? `(${folded(script, side, turns)})` : folded(script, side, turns));
  return `${part(inner.left)} ${inner.operator} ${part(inner.right)}`;
}

/** A property that is assigned once to a function or class: `poll.PERIOD = 1000`. */
function staticOf(script: Script, binding: Binding, name: string, turns: Turns | undefined, depth: number): Known | undefined {
  const values = binding.references.flatMap(({ node }) => {
    const member = parentOf(node);
    const parent = isMember(member) && memberName(member) === name ? parentOf(member) : undefined;
    if (parent === undefined || !isChanged(member!)) return [];
    return [parent.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === member ? parent.right : undefined];
  });
  return values.length === 1 && values[0] !== undefined ? evaluate(script, values[0], turns, depth + 1) : undefined;
}

/** The object of `Object.freeze({ … })`. */
function thawed(node: Node): Node {
  const inner = unwrap(node);
  const [first] = isCall(inner) && isMember(inner.callee) && memberName(inner.callee) === 'freeze' ? inner.arguments : [];
  return first === undefined ? inner : unwrap(first);
}

function isChanged(member: Node): boolean {
  const parent = parentOf(member);
  return (parent?.type === 'AssignmentExpression' && parent.left === member) || parent?.type === 'UpdateExpression' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete') || (isMember(parent) && parent.object === member && isChanged(parent));
}

function find(script: Script, name: string, id: t.Identifier): { owner: Script | undefined; binding: ReturnType<Script['binding']> } {
  const own = script.binding(id);
  if (own !== undefined && own.kind !== 'import') return { owner: script, binding: own };
  if (own !== undefined) {
    const specifier = own.declarations[0]!.node;
    const declaration = parentOf(specifier);
    const path = declaration?.type === 'ImportDeclaration' ? script.extension.resolveImport(script.path, declaration.source.value) : undefined;
    const imported = path === undefined ? undefined : script.extension.script(path);
    const exported = specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' ? specifier.imported.name : undefined;
    return { owner: imported, binding: exported === undefined ? undefined : imported?.scopes?.program.bindings.get(exported) };
  }
  for (const realm of script.realms) {
    const owner = script.extension.topLevel(realm).get(name);
    if (owner !== undefined) return { owner, binding: owner.scopes?.program.bindings.get(name) };
  }
  return { owner: undefined, binding: undefined };
}

function constantOf(script: Script, id: t.Identifier, turns: Turns | undefined, depth: number): Known | undefined {
  const { owner, binding } = find(script, id.name, id);
  if (owner === undefined || binding === undefined) return undefined;
  if (binding.references.some(({ writes }) => writes) || binding.declarations.length !== 1) return undefined;
  const [declaration] = binding.declarations;
  if (binding.kind === 'param') return parameterValue(owner, declaration!.node as FunctionNode, declaration!.id, turns, depth);
  if (declaration?.keys?.length !== 0 || declaration.init === undefined) return undefined;
  return evaluate(owner, declaration.init, turns, depth + 1);
}

/** What all callers of a function agree on. */
function parameterValue(script: Script, fn: FunctionNode, id: Node, turns: Turns | undefined, depth: number): Known | undefined {
  const index = fn.params.findIndex((param) => param === id || (param.type === 'AssignmentPattern' && param.left === id));
  const param = fn.params[index];
  const callers = turns?.callersOf(fn) ?? [];
  if (turns === undefined || param === undefined || callers.length === 0 || isHandedOn(script, fn)) return undefined;
  let agreed: Known | undefined;
  for (const call of callers) {
    const argument = call.arguments[index];
    const value = argument === undefined
      ? (param.type === 'AssignmentPattern' ? evaluate(script, param.right, turns, depth + 1) : { value: undefined })
      : evaluate(turns.scriptOf(call), argument, turns, depth + 1);
    if (value === undefined || (agreed !== undefined && agreed.value !== value.value)) return undefined;
    agreed = value;
  }
  return agreed;
}

/** Whether other code is given a function, or it is bound: then not all that it is called with is seen. */
function isHandedOn(script: Script, fn: FunctionNode): boolean {
  const holder = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id : undefined;
  return (id ? script.binding(id)?.references ?? [] : []).some(({ node }) => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    return (isCall(parent) && parent.callee !== outer) || (isMember(parent) && parent.object === outer && /^(bind|call|apply)$/.test(memberName(parent) ?? ''));
  });
}

function binary(operator: string, left: Constant, right: Constant): Known | undefined {
  const [a, b] = [left as number, right as number];
  switch (operator) {
    case '+': return { value: (a as unknown as string) + (b as unknown as string) };
    case '-': return { value: a - b };
    case '*': return { value: a * b };
    case '/': return { value: a / b };
    case '%': return { value: a % b };
    case '**': return { value: a ** b };
    case '<<': return { value: a << b };
    case '>>': return { value: a >> b };
    case '>>>': return { value: a >>> b };
    case '|': return { value: a | b };
    case '&': return { value: a & b };
    case '===': return { value: left === right };
    case '!==': return { value: left !== right };
    case '<': return { value: a < b };
    case '>': return { value: a > b };
    default: return undefined;
  }
}
