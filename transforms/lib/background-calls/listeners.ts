import type * as t from '@babel/types';
import { isFunction, isMember, isNothing, memberName, parentOf, stringValue, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import type { Extension } from '../extension.ts';
import { isNoAnswer, isPromise, messageListeners, type MessageListener } from '../message-listeners.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { placeWords } from '../words.ts';

/** What a test of a message comes to where the message is one of ours. */
type Outcome = boolean | undefined;

/**
 * Whether no listener for messages does or answers anything when it hears a message with some type and `args`.
 * @throws Refusal for the first that may
 */
export function assertUnheard(extension: Extension, types: ReadonlySet<string>): void {
  for (const script of extension.scripts) {
    if (!script.text.includes('onMessage') || !script.realms.some(({ kind }) => kind !== 'content' && kind !== 'sandbox' && kind !== 'worker')) continue;
    if (script.program === undefined) throw new Refusal(`\`${script.path}\`, which may listen to messages, is not analysed`);
    const known = messageListeners(script);
    for (const api of ['runtime.onMessage', 'extension.onMessage']) {
      for (const { path, call, node, pattern } of script.references(api)) {
        if (pattern) throw new Refusal(`${placeWords(script, node)} takes \`onMessage\` in a way that is not followed`);
        if (/\.(remove|has)Listener$/.test(path)) continue;
        if (call === undefined || !path.endsWith('.addListener') || !known.some(({ registration }) => registration.call === call)) {
          if (call === undefined && /\.onMessage$/.test(path) && isTestOnly(node)) continue;
          throw new Refusal(`the listener for messages at ${placeWords(script, node)} is not found`);
        }
      }
    }
    for (const listener of known) {
      if (!/\.onMessage$/.test(listener.registration.event)) continue;
      new Hearing(listener, types).assert();
    }
  }
}

function isTestOnly(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return parent?.type === 'IfStatement' || parent?.type === 'LogicalExpression' || parent?.type === 'UnaryExpression';
}

/** Follows one listener as it hears a message that is not for it. */
class Hearing {
  readonly #script: Script;
  readonly #fn: FunctionNode;
  readonly #where: string;
  readonly #types: ReadonlySet<string>;
  readonly #message: Binding | undefined;
  /** Names of members of the message, by the variables that hold them. */
  readonly #members = new Map<Binding, string>();

  constructor({ script, fn, registration }: MessageListener, types: ReadonlySet<string>) {
    this.#script = script;
    this.#fn = fn;
    this.#types = types;
    this.#where = placeWords(registration.script, registration.call);
    const [param] = fn.params;
    if (param?.type === 'Identifier') this.#message = script.binding(param);
    if (param?.type === 'ObjectPattern') this.#take(param);
  }

  assert(): void {
    if (this.#fn.async || this.#fn.generator) throw new Refusal(`the \`async\` listener at ${this.#where} answers every message`);
    if (this.#fn.body.type === 'BlockStatement') this.#list(this.#fn.body.body);
    else this.#answer(this.#fn.body);
  }

  #refuse(): never {
    throw new Refusal(`the listener at ${this.#where} may act on every message, or answer it`);
  }

  /** @returns whether what follows may run */
  #list(statements: readonly t.Statement[]): boolean {
    return statements.every((statement) => this.#statement(statement));
  }

  #statement(statement: t.Statement): boolean {
    switch (statement.type) {
      case 'FunctionDeclaration':
      case 'EmptyStatement':
        return true;
      case 'BlockStatement':
        return this.#list(statement.body);
      case 'ReturnStatement':
        if (statement.argument) this.#answer(statement.argument);
        return false;
      case 'VariableDeclaration':
        for (const { id, init } of statement.declarations) this.#declare(id, init);
        return true;
      case 'ExpressionStatement':
        this.#effect(statement.expression);
        return true;
      case 'IfStatement': {
        const outcome = this.#test(statement.test);
        const first = outcome !== false && this.#statement(statement.consequent);
        const second = outcome !== true && (statement.alternate ? this.#statement(statement.alternate) : true);
        return first || second;
      }
      case 'SwitchStatement':
        return this.#switch(statement);
      default:
        return this.#refuse();
    }
  }

  #switch({ discriminant, cases }: t.SwitchStatement): boolean {
    const outcomes = cases.map(({ test }) => (test ? this.#equals(discriminant, test) : 'default' as const));
    if (outcomes.every((outcome) => outcome === false)) return true;
    const fallback = outcomes.indexOf('default');
    if (fallback === -1 || outcomes.some((outcome) => outcome === undefined || outcome === true)) return this.#refuse();
    for (const { consequent } of cases.slice(fallback)) {
      for (const statement of consequent) {
        if (statement.type === 'BreakStatement' && statement.label == null) return true;
        if (!this.#statement(statement)) return false;
      }
    }
    return true;
  }

  #declare(id: Node, init: Node | null | undefined): void {
    const value = init && unwrap(init);
    if (value && id.type === 'ObjectPattern' && this.#isMessage(value)) return this.#take(id);
    if (value && id.type === 'Identifier') {
      const name = this.#memberOf(value);
      const binding = this.#script.binding(id);
      if (name !== undefined && binding !== undefined) {
        if (binding.references.some(({ writes }) => writes)) this.#refuse();
        this.#members.set(binding, name);
        return;
      }
    }
    if (value) this.#effect(value);
  }

  #take(pattern: t.ObjectPattern): void {
    for (const member of pattern.properties) {
      if (member.type !== 'ObjectProperty' || member.computed || member.key.type !== 'Identifier' || member.value.type !== 'Identifier') return this.#refuse();
      const binding = this.#script.binding(member.value);
      if (binding === undefined || binding.references.some(({ writes }) => writes)) return this.#refuse();
      this.#members.set(binding, member.key.name);
    }
  }

  /** What the listener returns: nothing, `false`, or `true`, which answers nothing by itself. */
  #answer(value: Node): void {
    const inner = unwrap(value);
    if (isNoAnswer(inner) || inner.type === 'BooleanLiteral') return;
    if (isPromise(inner)) this.#refuse();
    this.#effect(inner);
  }

  /** An expression of which the value does not matter. */
  #effect(node: Node): void {
    const inner = unwrap(node);
    switch (inner.type) {
      case 'Identifier':
      case 'StringLiteral':
      case 'NumericLiteral':
      case 'BooleanLiteral':
      case 'NullLiteral':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (memberName(inner) === undefined) this.#effect(inner.property);
        // What is no member of the message has none of its own.
        if (inner.type === 'MemberExpression' && /^(?!(type|args)$)/.test(this.#memberOf(unwrap(inner.object)) ?? 'type')) return this.#refuse();
        return this.#effect(inner.object);
      case 'UnaryExpression':
        if (inner.operator === 'delete') return this.#refuse();
        return this.#effect(inner.argument);
      case 'BinaryExpression':
        this.#effect(inner.left);
        return this.#effect(inner.right);
      case 'TemplateLiteral':
        for (const part of inner.expressions) this.#effect(part);
        return;
      case 'ObjectExpression':
        for (const member of inner.properties) {
          if (member.type !== 'ObjectProperty' || member.computed) return this.#refuse();
          this.#effect(member.value);
        }
        return;
      case 'LogicalExpression': {
        const left = this.#test(inner.left);
        if (inner.operator === '??' || left === undefined || left === (inner.operator === '&&')) this.#effect(inner.right);
        return;
      }
      case 'ConditionalExpression': {
        const outcome = this.#test(inner.test);
        if (outcome !== false) this.#effect(inner.consequent);
        if (outcome !== true) this.#effect(inner.alternate);
        return;
      }
      case 'CallExpression': {
        const callee = unwrap(inner.callee);
        const isLog = isMember(callee) && callee.object.type === 'Identifier' && callee.object.name === 'console' && this.#script.binding(callee.object) === undefined;
        if (!isLog) return this.#refuse();
        for (const argument of inner.arguments) if (!isFunction(argument)) this.#effect(argument);
        return;
      }
      default:
        return this.#refuse();
    }
  }

  /** What a test comes to. @throws Refusal where it does something itself */
  #test(node: Node): Outcome {
    const inner = unwrap(node);
    if (this.#isMessage(inner)) return true;
    const name = this.#memberOf(inner);
    if (name !== undefined) return name === 'type' || name === 'args';
    switch (inner.type) {
      case 'BooleanLiteral':
        return inner.value;
      case 'UnaryExpression': {
        if (inner.operator !== '!') break;
        const outcome = this.#test(inner.argument);
        return outcome === undefined ? undefined : !outcome;
      }
      case 'LogicalExpression': {
        if (inner.operator === '??') break;
        const left = this.#test(inner.left);
        const isAnd = inner.operator === '&&';
        if (left === !isAnd) return left;
        const right = this.#test(inner.right);
        return left === isAnd ? right : right === !isAnd ? right : undefined;
      }
      case 'BinaryExpression': {
        if (inner.operator === 'in' && this.#isMessage(unwrap(inner.right))) {
          const key = stringValue(inner.left);
          return key === undefined ? undefined : key === 'type' || key === 'args';
        }
        if (!/^[!=]==?$/.test(inner.operator)) break;
        const equal = this.#equals(inner.left, inner.right);
        return equal === undefined ? undefined : inner.operator.startsWith('!') ? !equal : equal;
      }
    }
    this.#effect(inner);
    return undefined;
  }

  /** Whether two sides of a comparison are equal; undefined where that is not known. */
  #equals(left: Node, right: Node): Outcome {
    const sides = [unwrap(left), unwrap(right)];
    for (const [one, other] of [sides, [...sides].reverse()] as [Node, Node][]) {
      const isText = one.type === 'StringLiteral' || one.type === 'TemplateLiteral';
      const text = stringValue(one);
      const name = this.#memberOf(other);
      if (name === 'type') {
        if (text !== undefined) return this.#types.has(text) ? undefined : false;
        if (/^(Numeric|Boolean|Null)Literal$/.test(one.type) || isNothing(one)) return false;
        const known = this.#constant(one);
        if (known !== undefined) return this.#types.has(known) ? undefined : false;
      } else if (name === 'args') {
        if (isText || /^(Numeric|Boolean|Null)Literal$/.test(one.type) || isNothing(one)) return false;
      } else if (name !== undefined) {
        if (isText || /^(Numeric|Boolean)Literal$/.test(one.type)) return false;
        if (this.#constant(one) !== undefined) return false;
        if (isNothing(one) || one.type === 'NullLiteral') return undefined;
      }
      if (this.#isMessage(other) && (isText || /^(Numeric|Boolean|Null)Literal$/.test(one.type) || isNothing(one) || this.#constant(one) !== undefined)) return false;
      if (other.type === 'UnaryExpression' && other.operator === 'typeof' && text !== undefined) {
        if (this.#isMessage(unwrap(other.argument))) return text === 'object';
        const member = this.#memberOf(unwrap(other.argument));
        if (member !== undefined) return text === (member === 'type' ? 'string' : member === 'args' ? 'object' : 'undefined');
      }
    }
    for (const side of sides) this.#effect(side);
    return undefined;
  }

  /** The text that a constant, or a member of one, holds. */
  #constant(node: Node): string | undefined {
    const value = node.type === 'Identifier' || isMember(node) ? evaluate(this.#script, node)?.value : undefined;
    return typeof value === 'string' ? value : undefined;
  }

  #isMessage(node: Node): boolean {
    return node.type === 'Identifier' && this.#message !== undefined && this.#script.binding(node) === this.#message && !this.#message.references.some(({ writes }) => writes);
  }

  /** The member of the message that an expression reads. */
  #memberOf(node: Node): string | undefined {
    if (node.type === 'Identifier') {
      const binding = this.#script.binding(node);
      return binding && this.#members.get(binding);
    }
    return isMember(node) && this.#isMessage(unwrap(node.object)) ? memberName(node) : undefined;
  }
}
