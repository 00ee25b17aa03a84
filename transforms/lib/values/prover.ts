import { Tracer } from '../aliases.ts';
import { isCall, isMember, unwrap, type FunctionNode, type Node } from '../ast.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { callValue } from './calls.ts';
import { isFresh } from './fresh.ts';
import { arrayValue, newValue, objectValue } from './literals.ts';
import { memberValue } from './members.ts';
import { binaryValue, isFiniteNumber, isNumber } from './numbers.ts';
import { awaitedValue } from './promises.ts';
import type { Doubt, Proof } from './proof.ts';
import { sentValue } from './sent.ts';
import { NOWHERE, type Target } from './target.ts';
import { isTested } from './tested.ts';
import { hasBytes, isNumeric, isPlain, isSolid, joinValues, NOTHING, NUMBER, PRIMITIVE, UNDEFINED, withoutNothing, type Value } from './value.ts';
import { givenValue, identifierValue } from './variables.ts';

/** Proves values; one prover serves one set of variables, whose own values are what is to be proven. */
export class Prover implements Proof {
  readonly turns: Turns;
  readonly supposed: ReadonlyMap<Node, Value>;
  readonly level: number;
  target: Target = NOWHERE;
  depth = 0;
  flowing: readonly Binding[] = [];
  blocked: readonly Binding[] = [];
  returning: readonly FunctionNode[] = [];
  readonly filling = new Map<Binding, Value>();
  #steps = 0;
  #doubt: Doubt | undefined;

  constructor(turns: Turns, supposed: ReadonlyMap<Node, Value> = new Map(), level = 0) {
    this.turns = turns;
    this.supposed = supposed;
    this.level = level;
  }

  /** The expression that the proofs which failed since the last {@link forget} came down to. */
  get doubt(): Doubt | undefined {
    return this.#doubt;
  }

  forget(): void {
    this.#doubt = undefined;
  }

  doubtOf(doubt: Doubt): void {
    this.#doubt = doubt;
  }

  prove(script: Script, node: Node | null | undefined): Value | undefined {
    if (this.depth === 0) this.#steps = 0;
    if (!node || this.depth > 12 || this.#steps > 3000 || this.level > 4) return undefined;
    const before = this.#doubt;
    this.depth += 1;
    this.#steps += 1;
    try {
      const value = this.#prove(script, unwrap(node));
      // Of what was asked on the way to a proof, nothing is in doubt any more.
      this.#doubt = value === undefined ? (this.#doubt ?? { script, node: unwrap(node) }) : before;
      return value;
    } finally {
      this.depth -= 1;
    }
  }

  #prove(script: Script, node: Node): Value | undefined {
    const value = this.#orShort(script, node, this.#proveAll(script, node));
    if (!(value?.undefined || value?.null) || !(isMember(node) || node.type === 'Identifier' || isCall(node)) || !isTested(script, node)) return value;
    return { ...value, undefined: false, null: value.null && !isTested(script, node, true) };
  }

  /** What comes of `a?.b` where there is no `a`. */
  #orShort(script: Script, node: Node, value: Value | undefined): Value | undefined {
    if (value === undefined || this.supposed.has(node) || (node.type !== 'OptionalMemberExpression' && node.type !== 'OptionalCallExpression')) return value;
    const inner = node.type === 'OptionalCallExpression' ? unwrap(node.callee) : node;
    const base = isMember(inner) ? this.prove(script, inner.object) : undefined;
    return base !== undefined && isSolid(base) ? value : joinValues(value, UNDEFINED);
  }

  #proveAll(script: Script, node: Node): Value | undefined {
    const supposed = this.supposed.get(node);
    if (supposed !== undefined) return supposed;
    switch (node.type) {
      case 'NumericLiteral':
        return Number.isFinite(node.value) ? NUMBER : undefined;
      case 'StringLiteral':
      case 'BooleanLiteral':
      case 'TemplateLiteral':
        return PRIMITIVE;
      case 'NullLiteral':
        return { ...NOTHING, null: true };
      case 'RegExpLiteral':
        // The place where a search with these goes on is no part of what is kept.
        return /[gy]/.test(node.flags) ? undefined : { ...NOTHING, container: 'regexp' };
      case 'UnaryExpression':
        if (node.operator === 'void') return UNDEFINED;
        if (node.operator === '!' || node.operator === 'typeof' || node.operator === 'delete') return PRIMITIVE;
        if (node.operator === '+') return isNumber(this, script, node.argument) ? NUMBER : undefined;
        return node.operator === '-' && node.argument.type === 'NumericLiteral' && node.argument.value !== 0 ? NUMBER : undefined;
      case 'BinaryExpression':
        return binaryValue(this, script, node);
      case 'UpdateExpression':
        return isNumber(this, script, node.argument) ? NUMBER : undefined;
      case 'LogicalExpression': {
        const left = this.prove(script, node.left);
        const right = this.prove(script, node.right);
        // x || 0 is never -0, and not NaN either.
        if (node.operator === '||' && left === undefined && isNumeric(right) && isFiniteNumber(this, script, node.left)) return NUMBER;
        if (left === undefined || right === undefined) return undefined;
        // What is left of `||` and `??` is not null or undefined, what is left of `&&` is no object.
        return node.operator === '&&' ? joinValues({ ...left, data: false, container: undefined, element: undefined }, right) : joinValues({ ...left, undefined: false, null: false }, right);
      }
      case 'ConditionalExpression':
        return joinValues(this.prove(script, node.consequent), this.prove(script, node.alternate));
      case 'AssignmentExpression':
        if (node.operator === '||=' || node.operator === '??=') return joinValues(withoutNothing(this.prove(script, node.left)), this.prove(script, node.right));
        return node.operator === '=' ? this.prove(script, node.right) : undefined;
      case 'SequenceExpression':
        return this.prove(script, node.expressions.at(-1));
      case 'ArrayExpression':
        return arrayValue(this, script, node);
      case 'ObjectExpression':
        return objectValue(this, script, node);
      case 'NewExpression': {
        return newValue(this, script, node);
      }
      case 'Identifier':
        return identifierValue(this, script, node);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return sentValue(this, script, node) ?? memberValue(this, script, node);
      case 'AwaitExpression':
        return awaitedValue(this, script, node.argument);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return callValue(this, script, node);
      default:
        return undefined;
    }
  }

  closed(script: Script, node: Node, target: Target = NOWHERE): Value | undefined {
    const inner = unwrap(node);
    const value = inner.type === 'Identifier' && !this.supposed.has(inner) ? givenValue(this, script, inner, target) : this.into(target, () => this.prove(script, node));
    if (value !== undefined && hasBytes(value)) {
      this.#doubt ??= { script, node: inner };
      return undefined;
    }
    if (value === undefined || isPlain(value) || isFresh(this, script, inner, target)) return value;
    this.#doubt ??= { script, node: inner, isShared: true };
    return undefined;
  }

  into<T>(target: Target, prove: () => T): T {
    const before = this.target;
    this.target = target;
    try {
      return prove();
    } finally {
      this.target = before;
    }
  }

  apart(): Prover {
    return new Prover(this.turns, undefined, this.level + 1);
  }

  beside(turns: Turns, supposed: ReadonlyMap<Node, Value>): Prover {
    return new Prover(turns, supposed, this.level + 1);
  }

  tracer(value?: Value): Tracer {
    return new Tracer(this.apart(), value);
  }
}
