import { functionOf, isWithin, type Node } from '../ast.ts';
import { composed } from '../compose.ts';
import { isForOthers } from '../environment.ts';
import type { Extension } from '../extension.ts';
import { variablesOf } from '../variables/variables.ts';
import type { Hoisting } from './hoisting.ts';
import { flattened } from '../layout.ts';
import { assertLasting } from './locals.ts';
import type { Moved } from './moving.ts';
import type { Realm } from '../realms.ts';
import { lineOf, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { fillsOf, isAfter, planLoading, startOf, type Filled } from '../state/loading.ts';
import type { Start } from '../state/start-up.ts';
import { turnsOf, type Registration, type Turns } from '../turns.ts';

const MAX_PROMISES = 4;

/**
 * The edits, and those that make listeners wait for what the start-up fills asynchronously, because they no longer come after it.
 * @param flag a variable for which every listener waits that uses it, of whatever event
 */
export function gated(extension: Extension, moving: Moved, script: Script, group: readonly Registration[], realm: Realm, flag?: string): Hoisting {
  const events = new Set(group.map(({ event }) => event));
  let { edits } = moving;
  for (let round = 0; ; round++) {
    const after = extension.apply(edits).realms.find(({ kind, name }) => kind === realm.kind && name === realm.name)!;
    const turns = turnsOf(after);
    if (round === 0) {
      assertInFirstTurn(group, turns);
      assertFollowed(moving.declared, script, after, turns);
      assertStillFilled(realm, turnsOf(realm), after, turns);
    }
    const pending = pendingIn(after, turns, events, flag);
    if (pending === undefined) return { edits, waits: round > 0 ? 'fills' : 'nothing' };
    const { edits: gates, refused } = planLoading(pending.start, pending.filled, turns);
    for (const [{ variable }, reason] of refused) throw new Refusal(`it needs \`${variable.name}\`: ${reason}`);
    if (round === MAX_PROMISES) throw new Refusal('it needs what several steps of the start-up fill');
    edits = composed(extension, edits, gates);
  }
}

function assertInFirstTurn(group: readonly Registration[], turns: Turns): void {
  for (const { script, call, event } of group) {
    const found = turns.registrations.find((one) => one.event === event && flattened(one.script.textOf(one.call)) === flattened(script.textOf(call)));
    if (found === undefined || !turns.runsAtStart(found.call)) throw new Refusal('it would still be late');
  }
}

/** Refuses variables of a function that is not known to run once: what fills them would not be waited for. */
function assertFollowed(names: readonly string[], script: Script, realm: Realm, turns: Turns): void {
  const known = new Set(names.length === 0 ? [] : variablesOf(realm, turns).filter((variable) => variable.script.path === script.path).map(({ name }) => name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Refusal(`its listener uses \`${unknown}\` of the code around it`);
}

/** Refuses where what the start-up fills later is no longer seen after the move: nothing would wait for it. */
function assertStillFilled(before: Realm, turnsBefore: Turns, after: Realm, turnsAfter: Turns): void {
  const filled = (realm: Realm, turns: Turns): ReadonlySet<string> => new Set(variablesOf(realm, turns).filter((variable) => fillsOf(variable, turns).length > 0).map(({ name }) => name));
  const still = filled(after, turnsAfter);
  const lost = [...filled(before, turnsBefore)].find((name) => !still.has(name));
  if (lost !== undefined) throw new Refusal(`it may need \`${lost}\`, which the start-up fills later`);
}

/** A statement of the start-up that asynchronously fills variables which listeners of some events use without waiting for it. */
function pendingIn(realm: Realm, turns: Turns, events: ReadonlySet<string>, flag: string | undefined): { readonly start: Start; readonly filled: readonly Filled[] } | undefined {
  let first: Start | undefined;
  const filled: Filled[] = [];
  for (const variable of variablesOf(realm, turns)) {
    const isUsed = (origin: string): boolean => events.has(origin) || (variable.name === flag && origin !== 'start' && origin !== 'unknown');
    const uses = variable.accesses.filter(({ node, initial }) => !initial && turns.turnsAt(node).some(({ origin }) => isUsed(origin)));
    const fills = fillsOf(variable, turns);
    if (fills.length === 0) continue;
    const hidden = uses.length === 0 && variable.accesses.find(({ node, initial, reads }) => !initial && reads && turns.turnsAt(node).some(({ origin }) => origin === 'unknown') && !isForOthers(realm, turns.scriptOf(node), node));
    if (hidden) throw new Refusal(`it may need \`${variable.name}\`, and what reads that in ${lineOf(hidden.script, hidden.node)} is called by code that was not followed`);
    if (uses.length === 0) continue;
    const isOfFill = (node: Node): boolean => variable.name === flag && turns.turnsAt(node).every(({ origin }) => origin === 'start') && fills.some((fill) => functionOf(fill.node) !== undefined && isWithin(node, functionOf(fill.node)!));
    const start = startOf(variable, fills, turns);
    for (const { node } of fills) {
      const fn = functionOf(node);
      if (fn !== undefined) assertLasting(fn, turns);
    }
    if (typeof start === 'string') throw new Refusal(`it needs \`${variable.name}\`: ${start}`);
    const waiting = uses.filter(({ node }) => !isOfFill(node) && !isAfter(node, start, turns));
    if (waiting.length === 0 || (first !== undefined && first.statement !== start.statement)) continue;
    first = start;
    filled.push({ variable, fills, waiting, ...(variable.name === flag ? { promise: 'startUpDone', isSwitch: true } : {}) });
  }
  return first && { start: first, filled };
}
