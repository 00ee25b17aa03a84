import type { AnyCall, Node } from '../ast.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';

/** A call of `setTimeout` or `setInterval`. */
export interface Timer {
  readonly script: Script;
  readonly call: AnyCall;
  readonly kind: 'setTimeout' | 'setInterval';
  /** Milliseconds; undefined for a number of minutes that only the running background knows. */
  readonly delay: number | undefined;
}

/** An alarm that takes the place of a timer. */
export interface AlarmPlan {
  readonly name: string;
  /** The calls that the alarm replaces. */
  readonly calls: readonly AnyCall[];
  readonly edits: readonly Edit[];
  /** The list of statements that gets a new `onAlarm` listener. */
  readonly list: readonly Node[] | undefined;
  /** The call by which the start-up runs what an interval repeats; `statement` where no wake makes it again. */
  readonly firstRun?: FirstRun | undefined;
  /** Whether nothing but an installation and a browser start creates it. */
  readonly isInstalled: boolean;
  /** Whether what is stored decides about it at each start. */
  readonly isSettled: boolean;
  /** Whether several may wait at once, each by a name of its own. */
  readonly areMany: boolean;
}

/** The call by which the start-up runs what an interval repeats. */
export interface FirstRun {
  readonly call: AnyCall;
  readonly statement: Node | undefined;
}
