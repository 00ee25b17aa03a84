import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, stringValue, unwrap, waits, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { phasesAt } from '../phases.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { isAlwaysRun } from './filling.ts';
import { isBroughtByEvent } from './memo-sources.ts';

/** A use of one item of `localStorage`. */
interface Item {
  readonly node: Node;
  readonly key: string;
  /** What a write stores. */
  readonly value?: Node;
}

/** Whether `localStorage` holds a variable, too: each start reads it from there, and each change by an event is read from there, or is followed by a write. */
export function isKeptInPageStorage(accesses: readonly Access[], eventChanges: readonly Access[], turns: Turns): boolean {
  const keysRead = (node: Node): readonly string[] => {
    const made = unwrap(node);
    // var options = loadOptions();
    const read = [node, ...(isCall(made) ? turns.targetsOf(made).map(({ body }) => body) : [])].flatMap((one) => itemsIn(one, turns));
    return read.flatMap(({ key, value }) => (value === undefined ? [key] : []));
  };
  const keys = new Set(accesses.flatMap(({ value, node, initial }) => (value !== undefined && (initial || turns.runsAtStart(node)) ? keysRead(value) : [])));
  const [key, another] = keys;
  if (key === undefined || another !== undefined) return false;

  const stores = (statement: Node, change: Access): boolean => {
    if (statement.type !== 'ExpressionStatement' && statement.type !== 'ReturnStatement') return false;
    const isOwn = ({ key: written, value }: Item): boolean => written === key && value !== undefined
      && (accesses.some(({ node }) => isWithin(node, value) && isWhole(node, change)) || (change.value !== undefined && (isWithin(change.node, value) || isSameValue(change.script, change.value, value))));
    let found = itemsIn(statement, turns).some((item) => isOwn(item) && isAlwaysRun(item.node, statement));
    if (!found) walk(statement, (node) => {
      if (isFunction(node)) return false;
      if (isCall(node) && isAlwaysRun(node, statement)) found ||= isStoring(node, turns, (item, fn) => isOwn(item) || isGiven(item, fn, node, change));
      return !found;
    });
    return found;
  };

  /** saveOptions(options), which writes what it is given. */
  const isGiven = ({ key: written, value }: Item, fn: FunctionNode, call: AnyCall, change: Access): boolean => written === key && value !== undefined && fn.params.some((param, index) => {
    const argument = call.arguments[index];
    const binding = param.type === 'Identifier' && argument !== undefined && accesses.some(({ node }) => node === unwrap(argument)) ? turns.scriptOf(fn).binding(param) : undefined;
    return binding !== undefined && !binding.references.some(({ writes }) => writes) && binding.references.some(({ node }) => isWithin(node, value) && isWhole(node, change));
  });

  /** Whether a write comes after a change in any case, in its function or in all that call it. */
  const isStored = (change: Access, from: Node, depth: number): boolean => {
    for (let up: Node | undefined = from; up !== undefined && !isFunction(up);) {
      let next: Node | undefined = parentOf(up);
      const list = siblings(up);
      for (const one of list?.slice(list.indexOf(up as t.Statement)) ?? []) {
        if (stores(one, change)) return true;
        // Of what is around the change, only a loop comes to its other parts later.
        if (mayLeave(one) && (one !== up || LOOP.test(one.type))) return false;
        const behind = one === up ? [] : loopsLeft(one);
        if (behind.includes(undefined)) return false;
        // What comes next in any case is behind the loop.
        const [loop] = behind.sort((a, b) => a!.start! - b!.start!);
        if (loop === undefined) continue;
        next = loop;
        break;
      }
      up = next;
    }
    const fn: FunctionNode | undefined = functionOf(from);
    const callers = fn === undefined || fn.async || depth === 0 || turns.registrations.some(({ functions }) => functions.includes(fn)) ? [] : turns.callersOf(fn).filter((call) => phasesAt(call, turns).has('event'));
    return callers.length > 0 && callers.every((call) => isStored(change, call, depth - 1));
  };

  // What an event brings is in no storage: `options = merge(message.options);`.
  const isRead = ({ script, value }: Access): boolean => value !== undefined && keysRead(value).includes(key) && !isBroughtByEvent(script, value, turns);
  return eventChanges.every((change) => isRead(change) || isFallback(change, keysRead, key) || isStored(change, change.node, 2));
}

/** Whether each function that a call may run writes an item, whatever it is given. */
function isStoring(call: AnyCall, turns: Turns, isOwn: (item: Item, fn: FunctionNode) => boolean): boolean {
  const targets = turns.targetsOf(call);
  return targets.length > 0 && targets.every((fn) => {
    const list = fn.body.type === 'BlockStatement' ? fn.body.body : [];
    const index = list.findIndex((one) => one.type === 'ExpressionStatement' && itemsIn(one, turns).some((item) => isAlwaysRun(item.node, one) && isOwn(item, fn)));
    return index !== -1 && !list.slice(0, index).some((one) => mayLeave(one) || waits(one));
  });
}

/** Whether a name stands for all of a value, or for the member that was changed: in `{ mode: options.mode }` nothing else is stored. */
function isWhole(name: Node, change: Access): boolean {
  const member = parentOf(wrapped(name));
  if (!isMember(member) || member.object !== wrapped(name)) return true;
  const call = parentOf(wrapped(member));
  // list.join()
  if (isCall(call) && call.callee === wrapped(member)) return true;
  const changed = parentOf(wrapped(change.node));
  return isMember(changed) && memberName(changed) !== undefined && memberName(changed) === memberName(member);
}

const LOOP = /^(For|While|DoWhile)/;

/** The loops and `switch` statements around a statement that it may leave or go on with; undefined among them where it names one. */
function loopsLeft(statement: Node): (Node | undefined)[] {
  const found: (Node | undefined)[] = [];
  walk(statement, (node) => {
    if (isFunction(node)) return false;
    if (node.type !== 'BreakStatement' && node.type !== 'ContinueStatement') return;
    const loop = loopAround(node);
    if (loop === undefined || !isWithin(loop, statement)) found.push(loop);
    return;
  });
  return found;
}

/** The loop or `switch` that a statement leaves or goes on with; undefined where it names another one. */
function loopAround(leaving: t.BreakStatement | t.ContinueStatement): Node | undefined {
  if (leaving.label) return undefined;
  for (const up of ancestors(leaving)) {
    if (isFunction(up)) return undefined;
    if (LOOP.test(up.type) || (up.type === 'SwitchStatement' && leaving.type === 'BreakStatement')) return up;
  }
  return undefined;
}

/** Whether a change is what is left where reading has failed. */
function isFallback({ node }: Access, keysRead: (node: Node) => readonly string[], key: string): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if (up.type === 'CatchClause') return keysRead((parentOf(up) as t.TryStatement).block).includes(key);
  }
  return false;
}

/** The items of `localStorage` that code uses where it stands: not in functions that it makes. */
function itemsIn(node: Node, turns: Turns): readonly Item[] {
  const items: Item[] = [];
  const uses = turns.scriptOf(node).globals('localStorage');
  if (uses.length === 0) return items;
  walk(node, (one) => {
    if (isFunction(one)) return false;
    const member = uses.includes(one) ? parentOf(wrapped(one)) : undefined;
    if (!isMember(member) || member.object !== wrapped(one)) return;
    const name = memberName(member);
    const above = parentOf(wrapped(member));
    if (isCall(above) && above.callee === wrapped(member)) {
      const key = above.arguments[0] && stringValue(above.arguments[0]);
      if (key != null && name === 'getItem') items.push({ node: above, key });
      else if (key != null && name === 'setItem' && above.arguments[1]) items.push({ node: above, key, value: above.arguments[1] });
    } else if (name !== undefined) {
      items.push(above?.type === 'AssignmentExpression' && above.left === wrapped(member) ? { node: above, key: name, value: above.right } : { node: member, key: name });
    }
    return;
  });
  return items;
}

/** Whether two expressions are one variable that is never given another value: `theme = value; localStorage.theme = value;`, or that as a text: `String(value)`. */
function isSameValue(script: Script, one: Node, other: Node): boolean {
  const a = unwrap(one);
  const made = unwrap(other);
  const isText = isCall(made) && made.callee.type === 'Identifier' && made.callee.name === 'String' && script.binding(made.callee) === undefined && made.arguments.length === 1;
  const b = isText ? unwrap(made.arguments[0]!) : made;
  if (a.type !== 'Identifier' || b.type !== 'Identifier') return false;
  const binding = script.binding(a);
  return binding !== undefined && binding === script.binding(b) && !binding.references.some(({ writes }) => writes);
}
