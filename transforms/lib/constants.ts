import type * as t from '@babel/types';
import { ancestors, isCall, isCallee, isClass, isFunction, isMember, isWithin, isWritten, keyName, memberName, parentOf, property, propertyValue, unwrap, usesArguments, walk, wordsOfCall, wrapped, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import { mayBeReplaced, valuesOfField } from './given-fields.ts';
import { GLOBAL_OBJECTS } from './global-names.ts';
import { isExport } from './modules.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import { once, onceWithin } from './source.ts';
import type { Turns } from './turns.ts';
import { returnsOf } from './values/returns.ts';
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
    case 'SequenceExpression':
      return again(inner.expressions.at(-1));
    case 'CallExpression': {
      const callee = unwrap(inner.callee);
      const result = turns !== undefined && inner.arguments.length === 0 ? resultOf(script, inner, turns) : undefined;
      if (result !== undefined) return evaluate(result.owner, result.value, turns, depth + CALL_DEPTH);
      const values = inner.arguments.map((argument) => again(argument));
      if (values.some((value) => value === undefined)) return undefined;
      const numbers = values.map((value) => Number(value!.value));
      if (callee.type === 'Identifier' && script.binding(callee) === undefined) {
        if (callee.name === 'Number') return { value: numbers[0] };
        if (callee.name === 'parseInt') return { value: Number.parseInt(String(values[0]?.value), numbers[1]) };
        if (callee.name === 'parseFloat') return { value: Number.parseFloat(String(values[0]?.value)) };
        if (callee.name === 'String') return { value: String(values[0]?.value) };
      }
      const holder = isMember(callee) ? unwrap(callee.object) : undefined;
      if (isMember(callee) && holder?.type === 'Identifier' && holder.name === 'Math' && script.binding(holder) === undefined) {
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
      if (inner.name === 'undefined' && script.binding(inner) === undefined) return { value: undefined };
      if (inner.name === 'Infinity' && script.binding(inner) === undefined) return { value: Infinity };
      return constantOf(script, inner, turns, depth);
    }
    case 'MemberExpression': {
      const [only, another] = membersAt(script, inner, turns, depth);
      return (another === undefined ? only : undefined) ?? (turns && fieldValue(inner, turns, depth));
    }
    default:
      return undefined;
  }
}

/** How much deeper a call leads than an operator. */
const CALL_DEPTH = 3;

/** What the one function gives that a call runs in any case, where all that it does is to return it: `const minute = () => 60 * 1000`. */
export function resultOf(script: Script, call: t.CallExpression, turns?: Turns): { readonly owner: Script; readonly value: Node } | undefined {
  const found = fixedFunction(script, unwrap(call.callee), turns);
  const value = found && returnedBy(found.fn);
  return value && { owner: found.owner, value };
}

/** The function that a name, or a member of an object literal, stands for from the start to the end. */
function fixedFunction(script: Script, callee: Node, turns: Turns | undefined): { readonly owner: Script; readonly fn: FunctionNode } | undefined {
  const name = callee.type === 'Identifier' ? undefined : isMember(callee) ? memberName(callee) : undefined;
  const root = name === undefined ? callee : unwrap((callee as AnyMember).object);
  const { owner, binding } = root.type === 'Identifier' ? find(script, root.name, root) : { owner: undefined, binding: undefined };
  const [declaration, another] = binding?.declarations ?? [];
  if (owner === undefined || binding === undefined || declaration === undefined || another !== undefined || binding.kind === 'param' || binding.references.some(({ writes }) => writes)) return undefined;
  if (name === undefined) {
    const fn = declaration.node.type === 'FunctionDeclaration' ? declaration.node : declaration.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : undefined;
    return isFunction(fn) && !isWrittenElsewhere(binding, owner, turns) ? { owner, fn } : undefined;
  }
  const object = declaration.keys?.length === 0 && declaration.init ? thawed(declaration.init) : undefined;
  const value = object?.type === 'ObjectExpression' && isReadOnly(binding, owner, name, turns) ? writtenValue(object, name) : undefined;
  if (value === undefined || isFunction(value)) return value && { owner, fn: value };
  return value.type === 'Identifier' ? fixedFunction(owner, value, turns) : undefined;
}

/** What a function gives that does nothing but return. */
function returnedBy(fn: FunctionNode): Node | undefined {
  const [only, another] = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  const value = fn.body.type !== 'BlockStatement' ? fn.body : only?.type === 'ReturnStatement' && another === undefined ? only.argument : undefined;
  return fn.async || fn.generator ? undefined : value ?? undefined;
}

/** What all the members are that an expression may name of a constant object; none where one of them is not known. */
export function membersAt(script: Script, member: AnyMember, turns?: Turns, depth = 0): readonly Known[] {
  const path: (string | undefined)[] = [];
  let object: Node = member;
  for (; isMember(object); object = unwrap(object.object)) path.unshift(memberName(object));
  if (object.type !== 'Identifier') return [];
  const { owner, binding } = find(script, object.name, object);
  const declaration = binding?.declarations.length === 1 ? binding.declarations[0] : undefined;
  if (declaration?.node.type === 'TSEnumDeclaration') return enumValue(declaration.node, binding!, owner!, path, turns, depth);
  const isClass = declaration?.node.type === 'ClassDeclaration';
  const init = isClass ? declaration.node : declaration?.init && thawed(declaration.init);
  if (binding === undefined || owner === undefined || init === undefined || isEvaluated(binding, owner)) return [];
  const all = (known: Known | undefined): readonly Known[] => (known === undefined ? [] : [known]);
  if (isFunction(init) || init.type === 'ClassDeclaration' || init.type === 'ClassExpression') {
    const [name] = path;
    return path.length === 1 && name !== undefined ? all(staticOf(owner, binding, init, name, turns, depth)) : [];
  }
  const isFrozen = path.length === 1 && init !== unwrap(declaration!.init!) && binding.kind === 'const';
  if (init.type !== 'ObjectExpression' || declaration?.keys?.length !== 0 || !(isReadOnly(binding, owner, path[0], turns) || isFrozen)) return [];
  let values: readonly (Node | undefined)[] = [init];
  for (const name of path) {
    values = values.flatMap((value) => {
      const inner = value && thawed(value);
      if (inner?.type !== 'ObjectExpression') return [undefined];
      if (name !== undefined) return [writtenValue(inner, name)];
      return inner.properties.map((property) => (property.type === 'ObjectProperty' && !property.computed ? property.value : undefined));
    });
  }
  const known = values.map((value) => (value && !isFunction(value) ? evaluate(owner, value, turns, depth + 1) : undefined));
  return known.every((one) => one !== undefined) ? (known as Known[]) : [];
}

/** What a member of an enum is, where code only asks for members. */
function enumValue(node: t.TSEnumDeclaration, binding: Binding, owner: Script, [name, ...further]: readonly (string | undefined)[], turns: Turns | undefined, depth: number): readonly Known[] {
  const initializer = (node.body?.members ?? node.members).find(({ id }) => name !== undefined && (id.type === 'Identifier' ? id.name : id.value) === name)?.initializer;
  const isOnlyRead = [...binding.references, ...mentionsElsewhere(binding, owner)].every(({ node: mention }) => {
    const member = parentOf(wrapped(mention));
    return isOutside(mention, turns) || isExport(mention) || (isMember(member) && member.object === wrapped(mention) && !isChanged(member));
  });
  const known = further.length === 0 && isOnlyRead && !isEvaluated(binding, owner) ? evaluate(owner, initializer, turns, depth + 1) : undefined;
  return known === undefined ? [] : [known];
}

/** What a field always is of a class, or of an object that the background makes once: `this.delay`, `poller.delay`, `this.constructor.DELAY`. */
function fieldValue(member: AnyMember, turns: Turns, depth: number): Known | undefined {
  const holder = turns.has(member) ? turns.holderOf(member.object) : undefined;
  if (holder === undefined || !turns.has(holder.node)) return undefined;
  const script = turns.scriptOf(holder.node);
  if (script.globals('eval').length > 0) return undefined;
  if (!holder.instance) return isClass(holder.node) ? staticAsThis(script, holder.node, memberName(member), turns, depth) : undefined;
  const values = (valuesOfField(member, turns) ?? []).map((value) => evaluate(turns.scriptOf(value), value, turns, depth + 1));
  return values.every((known) => known !== undefined && known.value === values[0]!.value) ? values[0] : undefined;
}

/** What a static field of a class is that has a name, and from which no other is made. */
function staticAsThis(script: Script, cls: t.Class, name: string | undefined, turns: Turns, depth: number): Known | undefined {
  const declarator = parentOf(wrapped(cls));
  const id = cls.type === 'ClassDeclaration' ? cls.id : declarator?.type === 'VariableDeclarator' ? declarator.id : undefined;
  const binding = id?.type === 'Identifier' ? script.binding(id) : undefined;
  if (binding === undefined || name === undefined || binding.declarations.length !== 1 || binding.references.some(({ writes }) => writes)) return undefined;
  const isExtended = [...binding.references, ...mentionsElsewhere(binding, script)].some(({ node }) => {
    const parent = parentOf(wrapped(node));
    return parent !== undefined && isClass(parent) && parent.superClass === wrapped(node);
  });
  return isExtended ? undefined : staticOf(script, binding, cls, name, turns, depth);
}

/** The value that an object literal gives to a name, where nothing that stands behind it may give another one. */
function writtenValue(object: t.ObjectExpression, name: string): Node | undefined {
  const own = property(object, name);
  return own === undefined || mayBeReplaced(own) ? undefined : propertyValue(object, name);
}

/** What a text begins with, as far as that is known: `${API}/search?q=${word}`, `API + path`, or a constant made of them. */
export function knownStart(script: Script, node: Node | null | undefined, depth = 0): string | undefined {
  if (!node || depth > 5) return undefined;
  const known = evaluate(script, node);
  if (known !== undefined) return typeof known.value === 'string' ? known.value : undefined;
  const inner = unwrap(node);
  if (inner.type === 'TemplateLiteral') {
    let text = inner.quasis[0]?.value.cooked ?? '';
    for (const [index, expression] of inner.expressions.entries()) {
      const part = evaluate(script, expression as Node);
      if (part === undefined) return text + (knownStart(script, expression as Node, depth + 1) ?? '');
      text += String(part.value) + (inner.quasis[index + 1]?.value.cooked ?? '');
    }
    return text;
  }
  if (inner.type === 'BinaryExpression' && inner.operator === '+') {
    const left = evaluate(script, inner.left);
    return left === undefined ? knownStart(script, inner.left, depth + 1) : String(left.value) + (knownStart(script, inner.right, depth + 1) ?? '');
  }
  if (inner.type !== 'Identifier') return undefined;
  const { owner, binding } = find(script, inner.name, inner);
  const [declaration] = binding?.declarations ?? [];
  const isConstant = binding?.kind !== 'param' && binding?.declarations.length === 1 && declaration?.keys?.length === 0 && binding.references.every(({ writes }) => !writes);
  return isConstant ? knownStart(owner!, declaration!.init, depth + 1) : undefined;
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

/** A static field that nothing assigns, or a property that is assigned once to a function or class: `poll.PERIOD = 1000`. */
function staticOf(script: Script, binding: Binding, holder: Node, name: string, turns: Turns | undefined, depth: number): Known | undefined {
  const fields = holder.type === 'ClassDeclaration' || holder.type === 'ClassExpression' ? holder.body.body.flatMap((one) => ((one.type === 'ClassProperty' || one.type === 'ClassPrivateProperty') && one.static === true && keyName(one) === name ? [one.value ?? undefined] : [])) : [];
  const mentions = [...binding.references.map(({ node }) => node as Node), ...thisIn(holder), ...mentionsElsewhere(binding, script).flatMap(({ node }) => (isOutside(node, turns) ? [] : [node]))];
  if (mentions.some((node) => isGivenAway(node, turns) || mayChangeByMethod(script, holder, node, mentions))) return undefined;
  const assigned = mentions.flatMap((node) => {
    const member = parentOf(wrapped(node));
    if (isGivenMembers(node)) return [undefined];
    if (!isMember(member) || member.object !== wrapped(node) || (memberName(member) ?? name) !== name || !isChanged(member)) return [];
    const parent = parentOf(member);
    return [parent?.type === 'AssignmentExpression' && parent.operator === '=' && memberName(member) === name ? parent.right : undefined];
  });
  const values = [...fields, ...assigned];
  return values.length === 1 && values[0] !== undefined ? evaluate(script, values[0], turns, depth + 1) : undefined;
}

/** Whether an object is what `Object.assign` or `Object.defineProperty` gives members to. */
function isGivenMembers(node: Node): boolean {
  const call = parentOf(wrapped(node));
  return isCall(call) && call.arguments[0] === wrapped(node) && isMember(call.callee) && /^(assign|definePropert(y|ies)|set)$/.test(memberName(call.callee) ?? '');
}

/** Each `this` in a class, and the class as `this.constructor`. */
function thisIn(holder: Node): readonly Node[] {
  const found: Node[] = [];
  if (!isFunction(holder)) walk(holder, (node) => {
    const member = node.type === 'ThisExpression' ? parentOf(wrapped(node)) : undefined;
    if (node.type === 'ThisExpression') found.push(isMember(member) && memberName(member) === 'constructor' ? member : node);
  });
  return found;
}

/** Whether other code gets a class or function by a mention of it: what that does with its properties is not seen. Browsers do nothing with them. */
function isGivenAway(node: Node, turns: Turns | undefined): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if (isCall(parent) || parent?.type === 'NewExpression') {
    const callee = unwrap(parent.callee as Node);
    return parent.callee !== outer && !(callee.type === 'Identifier' && /^set(Timeout|Interval)$/.test(callee.name)) && !(isMember(callee) && /^(addListener|addEventListener|then|catch|finally)$/.test(memberName(callee) ?? '')) && turns?.scriptOf(node).api(callee) === undefined;
  }
  // An object of the class is not the class.
  if (node.type === 'ThisExpression' && ![...ancestors(node)].some((up) => up.type === 'StaticBlock' || ('static' in up && up.static === true))) return false;
  if (parent?.type === 'VariableDeclarator') return parent.init === outer;
  if (parent?.type === 'AssignmentExpression') return parent.right === outer;
  if (parent?.type === 'ObjectProperty') return parent.value === outer;
  return /^(Array|Conditional|Logical|Sequence|ArrowFunction)Expression$|^(ReturnStatement|SpreadElement|AssignmentPattern)$/.test(parent?.type ?? '');
}

/** Whether a class or function is what a method is called on that it did not declare: `Poll.slowDown()`, which may set `this.PERIOD`. */
function mayChangeByMethod(script: Script, holder: Node, node: Node, mentions: readonly Node[]): boolean {
  const member = parentOf(wrapped(node));
  const call = isMember(member) && member.object === wrapped(node) ? parentOf(wrapped(member)) : undefined;
  const name = isMember(member) ? memberName(member) : undefined;
  if (!isCall(call) || call.callee !== wrapped(member!) || (name !== undefined && INHERITED.test(name))) return false;
  const isOwn = (holder.type === 'ClassDeclaration' || holder.type === 'ClassExpression') && holder.body.body.some((one) => (one.type === 'ClassMethod' || one.type === 'ClassProperty') && keyName(one) === name);
  return !isOwn && !isGivenWithoutThis(script, name, mentions);
}

/** Functions that every object or function has, and that do not change it. */
const INHERITED = /^(hasOwnProperty|toString|toLocaleString|valueOf|isPrototypeOf|propertyIsEnumerable|call|apply|bind)$/;

/** Whether all that some mentions of an object give a member are functions that know nothing of it. */
function isGivenWithoutThis(script: Script, name: string | undefined, mentions: readonly Node[]): boolean {
  const given = name === undefined ? [] : membersGiven(mentions, script).filter((one) => one.name === name || (one.start && name.startsWith(one.start)));
  return given.length > 0 && given.every(({ value }) => isUnaware(script, value));
}

interface GivenMember {
  readonly name: string | undefined;
  /** What the name begins with, where it is computed. */
  readonly start: string | undefined;
  readonly value: Node;
}

/** What some mentions of an object give its members: listed once for all names that are asked for. */
const membersGiven = onceWithin((mentions: readonly Node[], script: Script): readonly GivenMember[] => mentions.flatMap((node) => {
  const member = parentOf(wrapped(node));
  const assignment = isMember(member) && member.object === wrapped(node) ? parentOf(wrapped(member)) : undefined;
  if (!isMember(member) || assignment?.type !== 'AssignmentExpression' || unwrap(assignment.left) !== member) return [];
  const name = memberName(member);
  return [{ name, start: name === undefined ? knownStart(script, member.property) : undefined, value: assignment.right }];
}));

/** Whether a value that is called as a method is a function that does not use `this`. */
function isUnaware(script: Script, value: Node, depth = 0): boolean {
  const inner = unwrap(value);
  const maker = isCall(inner) ? unwrap(inner.callee as Node) : undefined;
  // const ask = (function () { …; return () => …; })();
  if (isFunction(maker)) {
    const returned = returnsOf(maker);
    return returned.length > 0 && returned.every((one) => isUnaware(script, one, depth + 1));
  }
  const declaration = inner.type === 'Identifier' ? script.binding(inner)?.declarations[0] : undefined;
  const init = declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : undefined;
  if (isCall(init) && depth < 5 && !script.binding(inner as t.Identifier)!.references.some(({ writes }) => writes)) return isUnaware(script, init, depth + 1);
  const fn = isFunction(inner) ? inner : inner.type === 'Identifier' ? fixedFunction(script, inner, undefined)?.fn : undefined;
  return fn !== undefined && ![...fn.params, fn.body].some((code) => wordsOfCall(code).has('this'));
}

/** The object of `Object.freeze({ … })`. */
function thawed(node: Node): Node {
  const inner = unwrap(node);
  const [first] = isCall(inner) && isMember(inner.callee) && memberName(inner.callee) === 'freeze' && unwrap(inner.callee.object).type === 'Identifier' && (unwrap(inner.callee.object) as t.Identifier).name === 'Object' ? inner.arguments : [];
  return first === undefined ? inner : unwrap(first);
}

/** Whether nothing that is seen can change a member of an object literal, or any of them where its name is not known. */
function isReadOnly(binding: Binding, owner: Script, name: string | undefined, turns: Turns | undefined): boolean {
  if (!isWithoutThis(thawed(binding.declarations[0]!.init!))) return false;
  return changesOf(binding, owner).every(({ node, changed }) => isOutside(node, turns) || (changed !== undefined && name !== undefined && changed !== name && !(changed.endsWith('*') && name.startsWith(changed.slice(0, -1)))));
}

/** Whether a page has something to itself that loads the script, too: what it changes are values of its own. */
function isOutside(node: Node, turns: Turns | undefined): boolean {
  return turns !== undefined && !turns.has(node);
}

/** A mention of an object literal that may change it. */
interface Change {
  readonly node: Node;
  /** The member that is assigned, `is*` for all whose name begins so; undefined where it may be any. */
  readonly changed: string | undefined;
}

/** The mentions of an object literal that do more than to read a plain value, member by member. */
const changesOf = onceWithin((binding: Binding, owner: Script): readonly Change[] => {
  const init = thawed(binding.declarations[0]!.init!) as t.ObjectExpression;
  const mentions = [...binding.references.map(({ node, writes }) => ({ node: node as Node, writes })), ...mentionsElsewhere(binding, owner)];
  const nodes = mentions.map(({ node }) => node);
  return mentions.flatMap(({ node, writes }): readonly Change[] => {
    const any: readonly Change[] = [{ node, changed: undefined }];
    const holder = parentOf(node);
    if (holder?.type === 'ExportDefaultDeclaration' || (holder?.type === 'ExportSpecifier' && (holder.exported.type === 'Identifier' ? holder.exported.name : holder.exported.value) === binding.name)) return [];
    const own = parentOf(wrapped(node));
    if (writes || !isMember(own)) return any;
    const assigned = memberName(own);
    const start = assigned === undefined && own.computed && binding.references.some((reference) => reference.node === node) ? knownStart(owner, own.property) : undefined;
    const assignment = parentOf(own);
    if (assignment?.type === 'AssignmentExpression' && isChanged(own) && isWithoutThis(assignment.right) && (assigned !== undefined || start)) return [{ node, changed: assigned ?? `${start!}*` }];
    const later = (name: string | undefined): boolean => (name !== undefined && INHERITED.test(name)) || isGivenWithoutThis(owner, name, nodes);
    // What it gets later is no value of the literal.
    if (assigned !== undefined && isCallee(own) && propertyValue(init, assigned) === undefined && !later(assigned)) return any;
    if (assigned !== undefined && !isChanged(own) && init.properties.every((member) => member.type !== 'SpreadElement' && (keyName(member) ?? assigned) !== assigned)) return [];
    let [values, up]: [readonly (Node | undefined)[], Node] = [[init], node];
    for (let member = parentOf(wrapped(up)); isMember(member) && member.object === wrapped(up) && values.length > 0; member = parentOf(wrapped(up))) {
      if (isChanged(member)) return any;
      const name = memberName(member);
      const isHarmless = (value: Node): boolean => isFunction(value) || /Literal$/.test(unwrap(value).type) || isUnaware(owner, value);
      for (const value of isCallee(member) ? values : []) {
        const inner = value && thawed(value);
        if (inner?.type !== 'ObjectExpression') continue;
        const method = name === undefined ? undefined : propertyValue(inner, name);
        if (method === undefined && name !== undefined && !later(name)) return any;
        const methods = name === undefined ? inner.properties.map((property) => (property.type === 'ObjectProperty' ? property.value : property)) : method === undefined ? [] : [method];
        if (!methods.every(isHarmless)) return any;
      }
      values = values.flatMap((value): readonly Node[] => {
        const inner = value && thawed(value);
        if (inner?.type !== 'ObjectExpression') return [];
        const own = name === undefined ? inner.properties.map((property) => (property.type === 'ObjectProperty' ? property.value : property)) : [propertyValue(inner, name) ?? inner];
        return own.filter((one) => /^(Object|Array|New|Spread)E/.test(unwrap(one).type));
      });
      up = member;
    }
    return values.length === 0 ? [] : any;
  });
});

/** Whether no function of an object literal, or that it gets later, uses `this`: what such a method does to the object is not seen from its calls. */
function isWithoutThis(value: Node): boolean {
  let without = true;
  walk(value, (node) => {
    if (node.type === 'ThisExpression') without = false;
    return without;
  });
  return without;
}

interface Mention {
  readonly node: Node;
  readonly writes: boolean;
}

/** Whether another script of the realm writes a top-level name, or a script does so by the global object. */
function isWrittenElsewhere(binding: Binding, owner: Script, turns: Turns | undefined): boolean {
  return mentionsElsewhere(binding, owner).some(({ node, writes }) => writes && !isOutside(node, turns));
}

/** Whether a text that is run as code may say a name: `eval('delay = 60000')`. */
function isEvaluated({ scope }: Binding, owner: Script): boolean {
  return owner.globals('eval').some((node) => isWithin(node, scope.node));
}

/** Whether a name may mean a member of what `with` names. */
export function isUnderWith(script: Script, id: Node): boolean {
  return !script.isModule && hasWith(script) && [...ancestors(id)].some((up) => up.type === 'WithStatement' && isWithin(id, up.body));
}

const hasWith = once((script: Script): boolean => /\bwith\s*\(/.test(script.text));

/** The mentions of a top-level name in the other scripts that share it, or import it, and by the global object. */
function mentionsElsewhere(binding: Binding, owner: Script): readonly Mention[] {
  return binding.scope.parent === undefined ? mentionsOfTopLevel(binding, owner) : [];
}

const mentionsOfTopLevel = onceWithin((binding: Binding, owner: Script): readonly Mention[] => {
  const isDefault = owner.program?.body.some((statement) => statement.type === 'ExportDefaultDeclaration') ?? false;
  const others = [...new Set(owner.realms.flatMap(({ scripts }) => scripts))].filter((one) => one !== owner && one.program !== undefined && (isDefault || one.text.includes(binding.name)));
  if (!owner.isModule) {
    return [owner, ...others].flatMap((one): readonly Mention[] => {
      // window.delay
      const members = /^(var|function)$/.test(binding.kind) ? [...one.globals(binding.name).flatMap((node) => (isMember(node) ? [{ node, writes: isWritten(node) }] : [])), ...changedGlobals(one, binding.name)] : [];
      if (one === owner || one.isModule) return members;
      const again = one.scopes!.program.bindings.get(binding.name)?.declarations ?? [];
      return [...members, ...again.map(({ id, init }) => ({ node: id, writes: init !== undefined })), ...(one.freeNames.get(binding.name) ?? [])];
    });
  }
  return others.flatMap((other) => other.program!.body.flatMap((statement): readonly Mention[] => {
    const source = 'source' in statement ? statement.source : undefined;
    if (source == null || owner.extension.resolveImport(other.path, source.value) !== owner.path) return [];
    // What is exported again may be changed by whoever imports it there.
    if (statement.type !== 'ImportDeclaration') return [{ node: statement, writes: true }];
    return statement.specifiers.flatMap((specifier) => {
      const references = other.binding(specifier.local)?.references ?? [];
      if (specifier.type !== 'ImportNamespaceSpecifier') return nameIn(owner, specifier) === binding.name ? references : [];
      return references.flatMap(({ node }): readonly Mention[] => {
        const member = parentOf(wrapped(node));
        if (!isMember(member) || memberName(member) === undefined) return [{ node, writes: true }];
        return memberName(member) === binding.name || memberName(member) === 'default' ? [{ node: member, writes: isChanged(member) }] : [];
      });
    });
  }));
});

/** The places that may give the global object another value of a name, or take it by a pattern: `Object.assign(window, settings)`. */
function changedGlobals(script: Script, name: string): readonly Mention[] {
  return [...GLOBAL_OBJECTS].flatMap((global) => script.globals(global)).filter((node) => {
    const parent = parentOf(wrapped(node));
    if (isMember(parent)) return parent.object === wrapped(node) && memberName(parent) === undefined && isWritten(parent);
    const pattern = parent?.type === 'VariableDeclarator' && parent.init === wrapped(node) ? parent.id : undefined;
    return isGivenMembers(node) || (pattern?.type === 'ObjectPattern' && pattern.properties.some((one) => one.type === 'RestElement' || (keyName(one) ?? name) === name));
  }).map((node) => ({ node, writes: true }));
}

function isChanged(member: AnyMember): boolean {
  const parent = parentOf(wrapped(member));
  return isWritten(member) || (isMember(parent) && parent.object === wrapped(member) && isChanged(parent));
}

function find(script: Script, name: string, id: t.Identifier): { owner: Script | undefined; binding: ReturnType<Script['binding']> } {
  const own = script.binding(id);
  if (own !== undefined && own.kind !== 'import') return { owner: script, binding: own };
  if (own !== undefined) {
    const specifier = own.declarations[0]!.node;
    const declaration = parentOf(specifier);
    const path = declaration?.type === 'ImportDeclaration' ? script.extension.resolveImport(script.path, declaration.source.value) : undefined;
    const imported = path === undefined ? undefined : script.extension.script(path);
    const exported = imported && nameIn(imported, specifier);
    return { owner: imported, binding: exported === undefined ? undefined : imported?.scopes?.program.bindings.get(exported) };
  }
  for (const realm of script.realms) {
    const declared = script.extension.topLevelName(realm, name);
    if (declared !== undefined) return declared;
  }
  return { owner: undefined, binding: undefined };
}

/** The name that a module has for what is imported from it: by that name, or as its default. */
function nameIn({ program }: Script, specifier: Node): string | undefined {
  const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' ? specifier.imported.name : undefined;
  if (name !== 'default') return name;
  const [exported] = program?.body.flatMap((statement) => (statement.type === 'ExportDefaultDeclaration' ? [unwrap(statement.declaration)] : [])) ?? [];
  return exported?.type === 'Identifier' ? exported.name : undefined;
}

function constantOf(script: Script, id: t.Identifier, turns: Turns | undefined, depth: number): Known | undefined {
  const { owner, binding } = find(script, id.name, id);
  if (owner === undefined || binding === undefined) return undefined;
  if (binding.references.some(({ writes }) => writes) || binding.declarations.length !== 1 || isWrittenElsewhere(binding, owner, turns)) return undefined;
  if (isUnderWith(script, id) || isEvaluated(binding, owner)) return undefined;
  const [declaration] = binding.declarations;
  if (binding.kind === 'param') return parameterValue(owner, declaration!.node as FunctionNode, declaration!.id, turns, depth);
  if (declaration?.keys?.length !== 0 || declaration.init === undefined) return undefined;
  return evaluate(owner, declaration.init, turns, depth + 1);
}

/** What all callers of a function agree on. */
function parameterValue(script: Script, fn: FunctionNode, id: Node, turns: Turns | undefined, depth: number): Known | undefined {
  const params = fn.params.map((param) => (param.type === 'TSParameterProperty' ? param.parameter : param));
  const index = params.findIndex((param) => param === id || (param.type === 'AssignmentPattern' && param.left === id));
  const param = params[index];
  const callers = turns?.callersOf(fn) ?? [];
  if (turns === undefined || param === undefined || callers.length === 0 || isHandedOn(script, fn) || areGivenOtherwise(fn)) return undefined;
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

/** Whether `arguments`, whose elements are the parameters, is changed or handed on: `arguments[0] = 60000`. */
function areGivenOtherwise(fn: FunctionNode): boolean {
  if (!usesArguments(fn)) return false;
  let changed = false;
  walk(fn.body, (node) => {
    const member = node.type === 'Identifier' && node.name === 'arguments' ? parentOf(wrapped(node)) : undefined;
    if (node.type === 'Identifier' && node.name === 'arguments' && !(isMember(member) && (member.property === node || (member.object === wrapped(node) && !isChanged(member))))) changed = true;
    return !changed && (!isFunction(node) || node.type === 'ArrowFunctionExpression');
  });
  return changed;
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
