import { functionOf, isFunction, isMember, memberName, unwrap, walk, type FunctionNode, type Node } from '../ast.ts';
import { useOf } from '../callbacks.ts';
import { isBehindHere } from '../gates/behind.ts';
import { isContinuation } from '../gates/awaits.ts';
import { registrationsOf } from '../gates/callers.ts';
import { isNameOfAwaited } from '../gates/promise-names.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** A way on which an event comes to a place. */
export interface Touch {
  readonly script: Script;
  readonly fn: FunctionNode;
  /** The place in the listener. */
  readonly place: Node;
  /** The events that it listens to; none for those of other objects. */
  readonly events: readonly string[];
  /** The promises of the start-up that it waits for first, by their names. */
  readonly promises: ReadonlySet<string>;
  /** Whether it waits for something else, too. */
  readonly isLate: boolean;
}

/** The names of the promises of the start-up in a background's texts. */
export function promisesIn({ scripts }: Realm): readonly string[] {
  return [...new Set(scripts.flatMap(({ text }) => text.match(/\b[\w$]*(?:Restored|[Ll]oaded|startUpDone|listening\d*)\b/g) ?? []))].filter(isNameOfAwaited);
}

/** Follows a place back to the listeners that come to it. @param names those of the promises that they may wait for */
export function waysTo(node: Node, names: readonly string[], turns: Turns): readonly Touch[] {
  const touches: Touch[] = [];
  let left = 200;
  const visit = (place: Node, before: ReadonlySet<string>, wasLate: boolean, path: readonly Node[]): void => {
    const fn = functionOf(place);
    if (fn === undefined || path.includes(fn) || left-- < 0) return;
    const script = turns.scriptOf(place);
    const own = names.filter((name) => isBehindHere(place, (expression) => nameOf(expression) === name, script));
    const promises = new Set([...before, ...own]);
    const registrations = registrationsOf(fn, turns);
    const use = useOf(script, fn);
    const isLate = wasLate || waitsBefore(fn, place);
    if (registrations.length > 0 || use === 'listener') touches.push({ script, fn, place, events: registrations.flatMap(({ event }) => event.split('|')), promises, isLate });
    else if (use === 'now' || use === 'later') return visit(fn, promises, isLate || (use === 'later' && !isContinuation(fn)), [...path, fn]);
    for (const call of turns.callersOf(fn)) visit(call, promises, isLate, [...path, fn]);
  };
  visit(node, new Set(), false, []);
  return touches;
}

/** Whether a function may wait for something else than the start-up before a place. */
function waitsBefore(fn: FunctionNode, place: Node): boolean {
  let waits = false;
  if (fn.async === true) {
    walk(fn.body, (node) => {
      if (node.type === 'AwaitExpression' && node.end! <= place.start! && !isNameOfAwaited(nameOf(node.argument) ?? '')) waits = true;
      return !isFunction(node);
    });
  }
  return waits;
}

function nameOf(expression: Node): string | undefined {
  const inner = unwrap(expression);
  return inner.type === 'Identifier' ? inner.name : isMember(inner) ? memberName(inner) : undefined;
}
