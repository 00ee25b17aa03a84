import { Tracer, type Change } from '../aliases.ts';
import { isUnused, parentOf, wrapped, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { doubtWords } from './doubts.ts';
import { lineOf, orRefusal, Refusal } from '../refusal.ts';
import { slotOf, type Slot } from '../slots.ts';
import { mayDifferAtEachStart } from './start-values.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import { elementGiven, valueGiven } from '../values/given.ts';
import { Prover } from '../values/prover.ts';
import { isPlain, joinValues, UNDEFINED, type Value } from '../values/value.ts';

/** A place of a script. */
export type Place = Pick<Access, 'script' | 'node'>;

/** What variables hold, proven together: what one is given may come from another. */
export function valuesOf(slots: ReadonlyMap<Variable, Slot | Refusal>, turns: Turns): ReadonlyMap<Variable, Value | Refusal> {
  const accessesOf = (variable: Variable): readonly Access[] => (slots.get(variable) as Slot).accesses;
  const values = new Map([...slots].map(([variable, slot]) => [variable, slot instanceof Refusal ? slot : orRefusal(() => startOf(slot, turns))]));
  for (let round = 0; ; round++) {
    const known = [...values].filter((entry): entry is [Variable, Value] => !(entry[1] instanceof Refusal));
    const supposed = new Map(known.flatMap(([variable, value]) => accessesOf(variable).filter(({ initial }) => !initial).map(({ node }) => [node, value] as const)));
    const prover = new Prover(turns, supposed);
    const next = known.map(([variable, value]) => [variable, value, orRefusal(() => grow(accessesOf(variable), value, prover, turns))] as const);
    if (next.every(([, before, after]) => JSON.stringify(before) === JSON.stringify(after))) return values;
    for (const [variable, , after] of next) values.set(variable, round === 20 ? new Refusal('what it holds is not known') : after);
  }
}

function startOf({ script: home, init }: Slot, turns: Turns): Value {
  // A class may be written in another script than the one that makes its object.
  const script = init ? turns.scriptOf(init) : home;
  if (init && mayDifferAtEachStart(script, init, turns) && (script.extension.stateArea !== 'session' || /\bawait\b/.test(script.textOf(init)))) throw new Refusal('its first value is another one at each start');
  const prover = new Prover(turns);
  const start = init ? prover.prove(script, init) : UNDEFINED;
  if (start === undefined) throw new Refusal(doubtWords('its first value', { script, node: init! }, prover.doubt));
  return start;
}

/** What a variable holds once all its changes were made. */
function grow(accesses: readonly Access[], value: Value, prover: Prover, turns: Turns): Value {
  let next = value;
  const own = ownOf(accesses);
  const take = ({ script, node }: Place, given: Value | undefined): void => {
    const joined = joinValues(next, given);
    if (joined === undefined) throw new Refusal(doubtWords(`what ${lineOf(script, node)} gives it`, { script, node }, prover.doubt));
    next = joined;
  };
  for (const access of accesses) {
    if (access.initial) continue;
    prover.forget();
    if (access.kind === 'write' || access.kind === 'update') take(access, valueGiven(access, next, prover, own));
    const { changes = [], listed = [] } = tracedFrom(access, accesses, next, turns) ?? {};
    for (const change of changes) {
      prover.forget();
      take(change, elementGiven(change, next, prover, own));
    }
    const lost = listed.find(({ steps }) => mayLack(next, steps));
    if (lost !== undefined) throw new Refusal(`${lineOf(lost.script, lost.node)} asks which members it has, and storage drops those that are undefined`);
  }
  return next;
}

function ownOf(accesses: readonly Access[]): ReadonlySet<Node> {
  return new Set(accesses.map(({ node }) => node));
}

/** What events do to a variable that storage keeps: its accesses, and the changes of parts of what it holds; undefined where one may be out of sight. */
export function changesIn(variable: Variable, turns: Turns): { readonly accesses: readonly Access[]; readonly inside: readonly Change[] } | undefined {
  const slot = orRefusal(() => slotOf(variable, turns));
  if (slot instanceof Refusal) return undefined;
  // What comes back from storage is what was put there.
  const accesses = slot.accesses.filter(({ node, initial }) => initial || [...phasesAt(node, turns)].some((phase) => phase !== 'start-up'));
  const value = valuesOf(new Map([[variable, { ...slot, accesses }]]), turns).get(variable)!;
  const inside = orRefusal(() => accesses.flatMap((access) => changesInside(access, accesses, value instanceof Refusal ? undefined : value, turns)));
  return inside instanceof Refusal ? undefined : { accesses, inside };
}

/** The changes of the object that an access hands on, puts in or names. */
export function changesInside(access: Access, accesses: readonly Access[], value: Value | undefined, turns: Turns): readonly Change[] {
  return tracedFrom(access, accesses, value, turns)?.changes ?? [];
}

/** The places that ask which members the object has that an access hands on, puts in or names. */
export function listingsInside(access: Access, accesses: readonly Access[], value: Value, turns: Turns): Tracer['listed'] {
  return tracedFrom(access, accesses, value, turns)?.listed ?? [];
}

/** Follows the object that an access hands on, puts in or names. */
function tracedFrom(access: Access, accesses: readonly Access[], value: Value | undefined, turns: Turns): Tracer | undefined {
  if ((value && isPlain(value)) || access.initial) return undefined;
  const { script, node, kind } = access;
  const tracer = new Tracer(new Prover(turns), value, ownOf(accesses));
  const assignment = kind === 'write' ? parentOf(wrapped(node)) : undefined;
  const followed = kind === 'update' || (assignment === undefined ? tracer.trace(script, node) : tracer.traceName(script, access.value, 0) && (assignment.type !== 'AssignmentExpression' || isUnused(assignment) || tracer.trace(script, assignment)));
  if (!followed) throw new Refusal(`${lineOf(script, node)} gives a part of it another name`);
  return tracer;
}

/** Whether the part of a value that is some steps inside is an object of which a member may be undefined. */
function mayLack(value: Value, steps: number): boolean {
  if (value.mixed === 'lossy') return true;
  if (steps > 0) return value.element !== undefined && mayLack(value.element, steps - 1);
  return value.container === 'object' && value.element !== undefined && (value.element.mixed === 'lossy' || (value.element.undefined && !value.element.data));
}

/** Whether a change takes a member away: what begins with it must not get it back. */
export function takesAway({ node }: Place): boolean {
  const member = parentOf(wrapped(node));
  const above = member && parentOf(wrapped(member));
  return above?.type === 'UnaryExpression' && above.operator === 'delete';
}
