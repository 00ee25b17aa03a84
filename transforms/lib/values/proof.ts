import type { FunctionNode, Node } from '../ast.ts';
import type { Tracer } from '../aliases.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Target } from './target.ts';
import type { Value } from './value.ts';

/** An expression whose value is not proven, that others hold too, or that may be undefined. */
export interface Doubt {
  readonly script: Script;
  readonly node: Node;
  readonly isShared?: boolean;
  /** Whether it may be undefined, and that is all. */
  readonly isMissing?: boolean;
}

/** What the rules of a proof ask of the {@link Prover}, and what they note while they ask. */
export interface Proof {
  readonly turns: Turns;
  /** What the variables under proof are supposed to hold: their uses may rely on it, because each of their changes is proven too. */
  readonly supposed: ReadonlyMap<Node, Value>;
  /** How many proofs wait for this one. */
  readonly level: number;
  /** Where the value is put that is being proven. */
  readonly target: Target;
  /** How many questions wait for the one that is being asked. */
  depth: number;
  /** Parameters whose value is being asked for: those that are handed on as they are, and the others. */
  flowing: readonly Binding[];
  blocked: readonly Binding[];
  /** Functions whose results are being asked for. */
  returning: readonly FunctionNode[];
  /** What local variables are supposed to hold whose objects are filled after they were made. */
  readonly filling: Map<Binding, Value>;
  /** What an expression's value is; undefined where that is not proven. */
  prove(script: Script, node: Node | null | undefined): Value | undefined;
  /** A value that nobody else holds, or that cannot change: another name for a part of it would be lost in storage. */
  closed(script: Script, node: Node, target?: Target): Value | undefined;
  /** Proves something that is put into an object. */
  into<T>(target: Target, prove: () => T): T;
  /** A prover for the scripts of another context. */
  beside(turns: Turns, supposed: ReadonlyMap<Node, Value>): Proof;
  /** A proof that relies on nothing of the variables under proof: what grows by itself becomes Infinity. */
  apart(): Proof;
  /** Follows an object in such a proof. @param value what is known of it */
  tracer(value?: Value): Tracer;
  /** Notes what a proof comes down to that is made outside. */
  doubtOf(doubt: Doubt): void;
}
