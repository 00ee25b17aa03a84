import type * as t from '@babel/types';
import { keyName, mayLeave, parentOf, siblings, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { assertOnce, onlyUseOf } from './once.ts';
import { Refusal } from '../refusal.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Settings } from './settings.ts';
import { phasesAt } from '../phases.ts';
import { isStartedAfter, type Clear, type Handle, type Start } from './timer-handles.ts';
import type { Turns } from '../turns.ts';
import { Prover } from '../values/prover.ts';

/** An interval of which each start-up decides anew, by what is stored, whether it runs and how often. */
export interface Settled {
  /** The test under which it runs. */
  readonly condition: t.IfStatement | undefined;
  /** Where its function is left without starting it: `if (!settings.enabled) return;`. */
  readonly leave: t.ReturnStatement | undefined;
  /** Clears that its alarm needs no more: what is found is kept, or changed. */
  readonly dropped: readonly Clear[];
}

/**
 * Undefined where nothing that changes decides about it.
 * @throws Refusal where a wake would start, stop or change the interval although nothing that is stored changed
 */
export function settledAt(start: Start, handle: Handle | undefined, settings: Settings, turns: Turns): Settled | undefined {
  const { script, call, target } = start;
  if (start.guard !== undefined || start.key !== undefined) throw new Refusal('the start-up asks for its id');
  const statement = siblings(target) === undefined ? parentOf(wrapped(target))! : target;
  const block = parentOf(statement);
  const outer = block?.type === 'BlockStatement' ? parentOf(block) : block;
  const condition = outer?.type === 'IfStatement' && (outer.consequent === block || outer.consequent === statement) ? outer : undefined;
  const whole = condition ?? statement;
  const list = siblings(whole);
  if (list === undefined || (statement !== target && statement.type !== 'ExpressionStatement')) throw new Refusal('it is not started in a statement of its own');
  const period = call.arguments[1]!;
  const leaving = list.slice(0, list.indexOf(whole as t.Statement)).filter((one) => mayLeave(one));
  const leave = leaving.length === 1 ? leaveOf(leaving[0]!) : undefined;
  const tests = [condition, leave?.condition].flatMap((one) => one?.test ?? []);
  if (tests.length === 0 && evaluate(script, period, turns) !== undefined) return undefined;
  if (condition !== undefined && (condition.alternate != null || siblings(statement)?.slice(0, siblings(statement)!.indexOf(statement as t.Statement)).some((one) => mayLeave(one)))) throw new Refusal('a condition decides whether it starts');
  for (const node of [period, ...tests]) {
    if (!settings.has(script, node)) throw new Refusal(`\`${script.textOf(node)}\` may be different at each start`);
  }
  for (const node of [period, ...tests]) assertUnchanged(node, turns);
  assertOnce(leave?.condition ?? whole, turns, startingUseOf);
  const dropped: Clear[] = [];
  for (const clear of handle?.clears ?? []) {
    const own = siblings(clear.target) === undefined ? parentOf(wrapped(clear.target))! : clear.target;
    const index = list.indexOf(own as t.Statement);
    if (index !== -1 && index < list.indexOf(whole as t.Statement)) dropped.push(clear);
    else if (!isStartedAfter(clear, handle!) || [...phasesAt(clear.call, turns)].some((phase) => phase !== 'event')) throw new Refusal('it is stopped elsewhere, and a wake must not start it again');
  }
  return { condition, leave: leave?.statement, dropped };
}

/** Refuses a value that the start-up, or what it repeats, stores itself: that is no setting, and the next start finds another one. */
export function assertUnchanged(test: Node, turns: Turns): void {
  const names = new Set<string>();
  const script = turns.scriptOf(test);
  walk(test, (node) => {
    if (node.type !== 'Identifier') return;
    names.add(node.name);
    for (const { keys } of script.binding(node)?.declarations ?? []) for (const key of keys ?? []) if (key.name !== undefined) names.add(key.name);
  });
  for (const one of script.realms.find(({ kind }) => kind === 'background')?.scripts ?? []) {
    for (const { path, call } of one.apiReferences) {
      const [argument] = call?.arguments ?? [];
      if (call === undefined || argument === undefined || !/^storage\.(local|sync)\.(set|remove)$/.test(path) || !turns.turnsAt(call).some(({ origin }) => origin === 'start')) continue;
      const inner = unwrap(argument);
      const keys = inner.type === 'ObjectExpression' ? inner.properties.map((member) => (member.type === 'SpreadElement' ? undefined : keyName(member))) : [stringValue(inner)];
      const stored = keys.find((key) => key !== undefined && names.has(key));
      if (stored !== undefined) throw new Refusal(`the start-up, or what it repeats, stores \`${stored}\``);
    }
  }
}

/** `if (!settings.enabled) return;` */
function leaveOf(condition: Node): { readonly condition: t.IfStatement; readonly statement: t.ReturnStatement } | undefined {
  if (condition.type !== 'IfStatement' || condition.alternate != null) return undefined;
  const body = condition.consequent.type === 'BlockStatement' ? condition.consequent.body : [condition.consequent];
  const statement = body.at(-1);
  return statement?.type === 'ReturnStatement' && body.filter((one) => mayLeave(one)).length === 1 ? { condition, statement } : undefined;
}

/** The place from which the start-up runs a function; undefined where only events do. */
export function startingUseOf(script: Script, fn: FunctionNode, turns: Turns): Node | undefined {
  const callers = turns.callersOf(fn).filter((caller) => [...phasesAt(caller, turns)].some((phase) => phase !== 'event'));
  if (callers.length > 1) throw new Refusal('its function is not called once');
  if (callers.length === 1) return callers[0];
  return [...phasesAt(fn.body, turns)].every((phase) => phase === 'event') ? undefined : onlyUseOf(script, fn, turns);
}

/** Milliseconds of a minute. */
const MINUTE = 60_000;

/** A delay in minutes, where it is something times minutes or hours; undefined where it may be less than a minute. */
export function minutesOf(script: Script, node: Node, turns: Turns): string | undefined {
  let known = 1;
  const unknown: Node[] = [];
  const collect = (one: Node): void => {
    const inner = unwrap(one);
    const value = evaluate(script, inner, turns)?.value;
    if (typeof value === 'number') known *= value;
    else if (inner.type === 'BinaryExpression' && inner.operator === '*') for (const side of [inner.left, inner.right]) collect(side);
    else unknown.push(inner);
  };
  collect(node);
  const [only, another] = unknown;
  if (only === undefined || another !== undefined || known < MINUTE || !Number.isInteger(known / MINUTE)) return undefined;
  const text = script.textOf(only);
  if (known > MINUTE) return `${/^(Identifier|(Optional)?(Member|Call)Expression)$/.test(only.type) ? text : `(${text})`} * ${known / MINUTE}`;
  const value = new Prover(turns).prove(script, only);
  const made = script.textOf((only.type === 'Identifier' ? initOfConstant(script.binding(only)) : undefined) ?? only);
  const isNumber = /^(Number|parseInt|parseFloat)\(/.test(made) || (value?.primitive === 'number' && !value.undefined && !value.null && !value.data && value.container === undefined);
  return isNumber ? text : `Number(${text})`;
}
