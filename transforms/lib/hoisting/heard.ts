import { immediateCall } from '../api.ts';
import { functionOf, isCall, parentOf, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Registration, Turn, Turns } from '../turns.ts';
import { SETUP_EVENTS, type Way } from './ways.ts';
import { placeWords } from '../words.ts';

/** How a refusal ends where the start-up itself causes the event. */
export const WOULD_HEAR = 'and its listener would hear of it';

/**
 * Refuses a registration before which the start-up may make its event happen: the listener would hear of that now.
 * @param origins the events that count as start-up
 */
export function assertUnheard({ call, event }: Registration, way: Way, realm: Realm, turns: Turns, origins: readonly string[] = turns.turnsAt(call).map(({ origin }) => origin)): void {
  const [cause] = causesOf(event, origins, way, realm, turns);
  if (cause !== undefined) throw new Refusal(`the start-up calls \`${cause.path}\` before (${placeWords(cause.script, cause.node)}), ${WOULD_HEAR}`);
}

/** API functions that change what events tell of. */
const CHANGES = /\.(create|update|remove|move|set|clear|add|delete|reload|duplicate|highlight|discard|group|ungroup|go|open|download|erase|cancel|pause|resume|restore|uninstall|request|toggle|hide|show)(?!\w*Listener)\w*$/;

/** What causes the events of tabs and windows. */
const CAUSES: Readonly<Record<string, RegExp>> = {
  'tabs.onActivated': /^tabs\.(create|duplicate|update|highlight|remove|hide|move)|^windows\.|^runtime\./,
  'tabs.onCreated': /^tabs\.(create|duplicate)|^windows\.create|^runtime\./,
  'tabs.onRemoved': /^(tabs|windows)\.remove/,
  'tabs.onReplaced': /^tabs\.(update|reload|discard|go)/,
  'tabs.onUpdated': /^tabs\.(?!remove)|^windows\.create|^runtime\./,
  'windows.onCreated': /^tabs\.(create|duplicate)|^windows\.create|^runtime\./,
  'windows.onFocusChanged': /^tabs\.(create|duplicate|remove|move)|^windows\.|^runtime\./,
  'windows.onRemoved': /^(tabs|windows)\.remove|^tabs\.move/,
};

/** Milliseconds in which a start-up that waits for no network is over. */
const LONG_TIMER = 10_000;

/** Whether a function of the same namespace may cause an event; only users are idle. */
function mayCause(path: string, event: string): boolean {
  return event !== 'idle.onStateChanged' && (CAUSES[event]?.test(path) ?? true);
}

/** What some turns call that makes an event happen, not surely after the end of a way. */
function* causesOf(event: string, origins: readonly string[], way: Way, realm: Realm, turns: Turns): Generator<{ readonly path: string; readonly script: Script; readonly node: Node }> {
  const [namespace = ''] = event.split('.');
  const related = namespace === 'webNavigation' || namespace === 'webRequest' ? ['tabs', 'windows', 'downloads'] : namespace === 'tabs' ? ['tabs', 'windows'] : namespace === 'windows' ? ['tabs', 'windows'] : [namespace];
  if (namespace === 'runtime' || namespace === 'contextMenus' || namespace === 'menus' || /\.on(Clicked|Command|Alarm)$/.test(event)) return;
  const runs = (node: Node): boolean => turns.turnsAt(node).some((turn) => (turn.origin === 'start' || origins.includes(turn.origin)) && !isOfLongTimer(turn, turns)) && !comesAfter(node, way, turns);
  for (const script of realm.scripts) {
    for (const { path, call } of script.apiReferences) if (call !== undefined && (related.includes(path.split('.')[0]!) || (path === 'runtime.openOptionsPage' && related.includes('tabs'))) && CHANGES.test(path) && mayCause(path, event) && runs(call)) yield { path, script, node: call };
    if (namespace === 'webRequest') for (const node of [...script.globals('fetch'), ...script.globals('XMLHttpRequest')]) if (runs(node)) yield { path: script.textOf(node), script, node };
  }
}

/** Whether a turn is a timer's that takes so long that the start-up is over. */
function isOfLongTimer({ delay, cause }: Turn, turns: Turns): boolean {
  if (delay !== 'timer' || !isCall(cause)) return false;
  const time = evaluate(turns.scriptOf(cause), cause.arguments[1], turns)?.value;
  return typeof time === 'number' && time >= LONG_TIMER;
}

/** Whether the start-up comes to a place only after it has come to the end of a way. */
function comesAfter(place: Node, way: Way, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return false;
  const index = way.functions.indexOf(fn);
  if (index !== -1) return place.start! > way.places[index]!.end! && way.functions.slice(0, index).every((inner, at) => isEnded(inner, way.places[at + 1]!, turns));
  const outer = wrapped(fn);
  const given = parentOf(outer);
  const callers: readonly Node[] = isCall(given) && given.callee !== outer ? [given] : turns.callersOf(fn).filter((call) => turns.turnsAt(call).some(({ origin }) => origin === 'start' || SETUP_EVENTS.test(origin)));
  return callers.length > 0 && callers.every((call) => comesAfter(call, way, turns, new Set([...seen, fn])));
}

/** Whether a function has ended where the code goes on behind the place that runs it. */
function isEnded(fn: FunctionNode, place: Node, turns: Turns): boolean {
  if (parentOf(wrapped(place))?.type === 'AwaitExpression') return true;
  return !fn.async && !fn.generator && (immediateCall(fn)?.node === place || (isCall(place) && turns.callersOf(fn).includes(place)));
}
