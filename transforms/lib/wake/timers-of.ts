import { callOf, isCall, isMember, isNothing, memberName, parentOf, unwrap, wrapped, type AnyCall, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { isForOthers } from '../environment.ts';
import { isUnder, testsApi } from '../guarded.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import { changesMemoryOnly } from '../state/memory-only.ts';
import type { Turns } from '../turns.ts';
import { putIn } from '../values/held.ts';
import { returnsOf } from '../values/returns.ts';
import { givesUp } from './giving-up.ts';

/** A call of a background that starts a timer by its own name. */
export interface TimerStart {
  readonly script: Script;
  readonly call: AnyCall;
  readonly kind: 'setTimeout' | 'setInterval';
}

/** The timers of a background whose delays are written, but for those that take the place of alarms where there are none. */
export function* timersOf(realm: Realm, turns: Turns): Generator<TimerStart> {
  for (const script of realm.scripts) {
    if (!script.program || !script.file.editable) continue;
    for (const kind of ['setTimeout', 'setInterval'] as const) {
      for (const node of script.globals(kind)) {
        const call = callOf(node);
        if (call === undefined || turns.turnsAt(call).length === 0 || isForOthers(realm, script, call) || isUnder(call, (test) => testsApi(script, test, ['alarms']))) continue;
        if (call.arguments.slice(0, 2).some(({ type }) => type === 'SpreadElement')) continue;
        yield { script, call, kind };
      }
    }
  }
}

const startsOf = onceWithin((turns: Turns, realm: Realm): readonly TimerStart[] => [...timersOf(realm, turns)]);

/** The timers of which an unload is said to lose nothing but themselves. */
const smallOf = onceWithin((turns: Turns, realm: Realm): ReadonlySet<Node> => new Set(startsOf(turns, realm).filter(({ script, call }) => givesUp(script, call, turns) || changesMemoryOnly(realm, call, turns)).map(({ call }) => call)));

/** Whether a variable holds nothing but the ids of such timers: an unload takes the ids away with them. That a timer runs may tell events more than the timer does. */
export function holdsIdsOnly({ accesses }: Variable, realm: Realm, turns: Turns): boolean {
  const small = accesses.every((access) => isForClearing(access)) ? new Set<Node>() : smallOf(turns, realm);
  const starts = new Set<Node>(startsOf(turns, realm).map(({ call }) => call).filter((call) => !small.has(call)));
  const begins = accesses.find(({ initial }) => initial);
  // What is not as at the start tells something more: `timer = -1;`.
  const isAsAtStart = (value: Node): boolean => begins?.value !== undefined && begins.script.textOf(unwrap(begins.value)) === turns.scriptOf(value).textOf(value);
  const isId = (node: Node, depth = 2): boolean => {
    const value = unwrap(node);
    if (starts.has(value) || isNoId(value) || (isNumber(value) && isAsAtStart(value))) return true;
    const targets = depth > 0 && isCall(value) ? turns.targetsOf(value) : [];
    return targets.length > 0 && targets.every((fn) => !fn.async && returnsOf(fn).every((one) => isId(one, depth - 1)));
  };
  return accesses.every((access) => givenBy(access)?.every((value) => isId(value)) ?? false);
}

/** Whether an id is only written, or read to end its timer: `if (timer) clearTimeout(timer);`. */
function isForClearing({ script, node, reads }: Access): boolean {
  if (!reads) return true;
  const outer = wrapped(node);
  const up = parentOf(outer);
  if (isCall(up)) return /\bclear(Timeout|Interval)$/.test(script.textOf(up.callee));
  return up?.type === 'IfStatement' && up.test === outer && !up.alternate && /^\{?\s*([\w$.]+\.)?clear(Timeout|Interval)\([^;]*\);?\s*([\w$.]+ = (null|undefined|0);?\s*)?\}?$/.test(script.textOf(up.consequent));
}

function isNumber(value: Node): boolean {
  return value.type === 'NumericLiteral' || (value.type === 'UnaryExpression' && value.argument.type === 'NumericLiteral');
}

/** What stands for no timer: nothing, zero, or the empty collection of some. */
function isNoId(value: Node): boolean {
  if (isNothing(value) || (value.type === 'NumericLiteral' && value.value === 0)) return true;
  return (value.type === 'ObjectExpression' && value.properties.length === 0) || (value.type === 'ArrayExpression' && value.elements.length === 0) || (value.type === 'NewExpression' && value.arguments.length === 0 && value.callee.type === 'Identifier' && /^(Map|Set|Array|Object)$/.test(value.callee.name));
}

/** What an access gives to a variable; undefined where that is not seen. */
function givenBy(access: Access): readonly Node[] | undefined {
  if (access.value !== undefined) return [access.value];
  if (access.kind !== 'mutate') return [];
  const given = putIn(access);
  return given.length > 0 || takesAway(access) ? given : undefined;
}

/** `delete timers[id]`, `timers.delete(id)` */
function takesAway({ node }: Access): boolean {
  const member = parentOf(wrapped(node));
  const up = member && parentOf(wrapped(member));
  return isMember(member) && ((up?.type === 'UnaryExpression' && up.operator === 'delete') || (isCall(up) && /^(delete|clear|pop|shift|splice)$/.test(memberName(member) ?? '')));
}
