import { ancestors, functionOf, isCall, isMember, isWithin, memberName, parentOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { areAlternatives } from '../control-flow.ts';
import { SETUP_EVENTS } from '../hoisting/ways.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Registration, Turn, Turns } from '../turns.ts';
import { placeWords } from '../words.ts';

/** A call of an event that removes a listener of the start-up: the next start has it again. */
export interface Removal {
  readonly script: Script;
  readonly call: AnyCall;
  readonly event: string;
  readonly own: Turn;
  readonly registration: Registration;
}

/** The places where events take a listener of the start-up away, with no other one in its place. */
export function removalsIn(realm: Realm, turns: Turns): readonly Removal[] {
  const found: Removal[] = [];
  for (const script of realm.scripts) {
    if (!script.file.editable || !script.text.includes('removeListener')) continue;
    for (const { path, call } of script.apiReferences) {
      const event = /^(.*)\.removeListener$/.exec(path)?.[1];
      const [listener] = call?.arguments ?? [];
      const name = listener && nameOfListener(script, listener);
      if (event === undefined || call === undefined || name === undefined) continue;
      // What the end of the page removes is gone with it, and set-up happens once.
      const own = SETUP_EVENTS.test(event) ? undefined : turns.turnsAt(call).find(({ origin }) => !/^(start|dom|unknown)$/.test(origin));
      const functions = turns.functionsOf(listener!);
      const same = turns.registrations.filter((one) => one.event === event && one.functions.some((fn) => functions.includes(fn)));
      const registration = same.find((one) => turns.runsAtStart(one.call));
      if (own === undefined || registration === undefined) continue;
      // What removes it to add it again, with another filter perhaps, leaves it there.
      const around = operationOf(call);
      if (same.some((one) => around.some((fn) => isWithin(one.call, fn)) && !isConditional(one.call, call))) continue;
      found.push({ script, call, event, own, registration });
    }
  }
  return found;
}

/** Where the same listener is removed. */
export function removalPlaces({ event, listener, script }: Registration, realm: Realm): readonly string[] {
  const name = listener && nameOfListener(script, listener);
  if (name === undefined) return [];
  return realm.scripts.flatMap((one) => [...one.calls(`${event}.removeListener`)].flatMap(({ call }) => (call.arguments[0] !== undefined && nameOfListener(one, call.arguments[0]) === name ? [placeWords(one, call)] : [])));
}

/** What a listener is called where it is added and removed. */
export function nameOfListener(script: Script, node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (isMember(inner)) return memberName(inner);
  if (inner.type === 'FunctionExpression' && inner.id) return inner.id.name;
  if (inner.type !== 'FunctionExpression' && inner.type !== 'ArrowFunctionExpression') return undefined;
  // removeListener(arguments.callee)
  let callee: string | undefined;
  walk(inner, (one) => {
    if (isMember(one) && memberName(one) === 'callee' && script.textOf(one.object) === 'arguments') callee = 'callee';
  });
  return callee;
}

/** The functions that one run of an addition goes through: its own, and those around it that give it to a call, as promises and callbacks do. */
export function operationOf(call: Node): readonly Node[] {
  const found: FunctionNode[] = [];
  for (let fn = functionOf(call); fn !== undefined; fn = functionOf(fn)) {
    found.push(fn);
    const parent = parentOf(wrapped(fn));
    if (parent === undefined || !(isCall(parent) || parent.type === 'NewExpression') || parent.callee === wrapped(fn)) break;
  }
  return found;
}

/** Whether a place stands in a branch that another does not stand in. */
function isConditional(place: Node, other: Node): boolean {
  for (const up of ancestors(place)) {
    if (isWithin(other, up)) return areAlternatives(place, other);
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression' || up.type === 'SwitchCase') return true;
  }
  return false;
}
