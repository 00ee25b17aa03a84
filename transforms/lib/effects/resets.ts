import type * as t from '@babel/types';
import type { ApiReference } from '../api.ts';
import { isGuarded } from '../guarded.ts';
import { ancestors, functionOf, isFunction, propertyValue, siblings, unwrap, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import type { Extension } from '../extension.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Match } from '../types.ts';
import { faultOfEvent, planInstalling } from '../wake/installing.ts';
import { because, snippet } from '../words.ts';
import { isConstant, namesIn } from './constant.ts';
import { isConditional, isStartUpOnly } from './start-up-only.ts';

const NO_OBJECT = { type: 'ObjectExpression', properties: [] } as unknown as t.ObjectExpression;
const BADGE = /^(action|browserAction)\.setBadgeText$/;

/** A badge that the start-up sets and events change. */
export function* badges(realm: Realm, extension: Extension, turns: Turns): Generator<Match<'badge' | 'badge-installed'>> {
  const found = realm.scripts.filter(({ program }) => program !== undefined).flatMap((script) => script.apiReferences.flatMap((reference) => (reference.call && BADGE.test(reference.path) ? [{ script, reference, call: reference.call }] : [])))
    .filter(({ call }) => call.arguments[0] !== undefined && !propertyValue(objectOf(call.arguments[0]), 'tabId'));
  if (!found.some(({ call }) => phasesAt(call, turns).has('event'))) return;
  const starting = found.filter(({ script, reference, call }) => isStartUpOnly(call, turns) && turns.runsAtStart(call) && isConstantBadge(script, call) && !isGuarded(script, reference) && !isConditional(call, turns));
  const empty = starting.filter(({ script, call }) => evaluate(script, propertyValue(objectOf(call.arguments[0]!), 'text'))?.value === '');
  const plan = planInstalling(realm, empty.map(({ call }) => call), BADGE, (call) => empty.find((one) => one.call === call)?.reference.namespace);
  const fault = faultOfEvent(extension);
  for (const { calls, edits } of fault === undefined ? plan.moves : []) {
    const { script, call, reference } = empty.find((one) => calls.includes(one.call))!;
    yield { message: 'badge-installed', at: script.at(call), edits, data: { code: reference.path } };
  }
  for (const one of starting) {
    const reason = empty.includes(one) ? fault ?? plan.refused.get(one.call) : undefined;
    if (!empty.includes(one) || reason !== undefined) yield { message: 'badge', at: one.script.at(one.call), data: { code: one.reference.path, reason: reason === undefined ? '' : because(reason) } };
  }
}

/** What events change, and a start with fixed values changes back: by the words that calls of one kind have in common. */
const KEPT = /^(?:(?:browserAction|pageAction|action)\.(set(?:Icon|Title|Popup|BadgeBackgroundColor)|(?=(?:enable|disable)$))|((?:proxy\.settings|privacy\.\w+\.\w+|browserSettings\.\w+|contentSettings\.\w+)\.)(?:set|clear)$)/;

/** A call of one kind that the browser keeps the effect of. */
interface Kept {
  readonly script: Script;
  readonly reference: ApiReference;
  readonly call: AnyCall;
}

/** Calls of the start-up that take back, at each wake, what events have changed. */
export function* resets(realm: Realm, turns: Turns): Generator<Match<'reset' | 'badge'>> {
  const groups = new Map<string, Kept[]>();
  for (const script of realm.scripts) {
    if (!script.program || !script.file.editable) continue;
    for (const reference of script.apiReferences) {
      const { path, call } = reference;
      const kind = KEPT.exec(path) ?? BADGE.exec(path);
      if (kind === null || call === undefined || (call.arguments[0] && propertyValue(objectOf(call.arguments[0]), 'tabId'))) continue;
      const name = BADGE.test(path) ? 'badge' : kind[1] ?? kind[2] ?? '';
      groups.set(name, [...(groups.get(name) ?? []), { script, reference, call }]);
    }
  }
  const told = new Set<Node>();
  for (const [kind, group] of groups) {
    const sites = uniqueSites(group.flatMap((one) => sitesOf(one, turns)));
    const starting = sites.filter(({ place }) => [...phasesAt(place, turns)].some((phase) => phase !== 'event'));
    const [first] = starting.filter(({ place }) => isStartUpOnly(place, turns) && turns.runsAtStart(place));
    // A start that also sets something else finds out itself what is right.
    if (first === undefined || starting.some(({ text }) => text !== first.text)) continue;
    const { place, isFixed, kept: { script, reference, call } } = first;
    if (!isFixed || isGuarded(script, reference) || isConditional(place, turns) || (kind === 'badge' && place === call)) continue;
    const other = sites.find(({ text, place: elsewhere }) => text !== first.text && phasesAt(elsewhere, turns).has('event'));
    if (other === undefined) continue;
    const owner = turns.scriptOf(place);
    const nameOf = (site: Site): string => (site.place === site.kept.call ? site.kept.reference.path : snippet(turns.scriptOf(site.place), site.place));
    const data = { code: nameOf(first), other: nameOf(other), line: String(turns.scriptOf(other.place).file.origin(other.place.start!).line), reason: '' };
    // One place is told of once, whatever it sets.
    if (owner.file.editable && !told.has(place)) yield { message: kind === 'badge' ? 'badge' : 'reset', at: owner.at(place), data };
    told.add(place);
  }
}

/** Where the start-up or an event comes to a call, by helpers perhaps, and says what it sets. */
interface Site {
  readonly kept: Kept;
  readonly place: AnyCall;
  readonly text: string;
  /** Whether it sets the same each time. */
  readonly isFixed: boolean;
}

function sitesOf(kept: Kept, turns: Turns): readonly Site[] {
  const { script, reference, call } = kept;
  const own: Site = { kept, place: call, text: reference.path + call.arguments.map((argument) => script.textOf(argument)).join(), isFixed: call.arguments.every((argument) => isFunction(unwrap(argument)) || isConstant(script, argument)) };
  const fn = functionOf(call);
  const phases = phasesAt(call, turns);
  // What only the start-up does, or only events, says by itself what it sets.
  if (fn === undefined || !phases.has('event') || phases.size === 1) return [own];
  const callers = turns.callersOf(fn);
  const isOfParameters = isMadeOf(call, fn, script);
  return callers.length === 0 ? [own] : callers.filter((place) => !isLeftOut(call, fn, place, turns)).map((place) => ({
    kept, place, text: turns.scriptOf(place).textOf(place),
    isFixed: isOfParameters && place.arguments.every((argument) => isConstant(turns.scriptOf(place), argument)),
  }));
}

/** Whether nothing but its parameters and constants decides what a function does by a call. */
function isMadeOf(call: AnyCall, fn: FunctionNode, script: Script): boolean {
  const isKnown = (node: Node): boolean => namesIn(node).every((name) => fn.params.some((param) => script.binding(name)?.declarations[0]?.id === (param.type === 'AssignmentPattern' ? param.left : param)) || isConstant(script, name) || (script.binding(name) === undefined && /^(String|Number|Math|undefined)$/.test(name.name)));
  for (const up of ancestors(call)) {
    if (up === fn) break;
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && !isKnown(up.test)) return false;
    if (isFunction(up) || (up.type === 'LogicalExpression' && !isKnown(up.left)) || up.type === 'SwitchCase' || up.type === 'CatchClause') return false;
  }
  return call.arguments.every((argument) => isFunction(unwrap(argument)) || isKnown(argument));
}

/** Whether what a function is given at a place keeps it from coming to a call: `if (count > 0) ...`, where the place says `show(0)`. */
function isLeftOut(call: AnyCall, fn: FunctionNode, place: AnyCall, turns: Turns): boolean {
  const script = turns.scriptOf(fn);
  const valueOf = (node: Node): { readonly value: unknown } | undefined => {
    const inner = unwrap(node);
    const index = inner.type === 'Identifier' ? fn.params.findIndex((param) => script.binding(inner)?.declarations[0]?.id === param) : -1;
    if (index !== -1) return place.arguments[index] === undefined ? undefined : evaluate(turns.scriptOf(place), place.arguments[index]);
    if (inner.type === 'UnaryExpression' && inner.operator === '!') {
      const operand = valueOf(inner.argument);
      return operand && { value: !operand.value };
    }
    if (inner.type !== 'BinaryExpression') return evaluate(script, inner);
    const [left, right] = [valueOf(inner.left), valueOf(inner.right)];
    return left && right && compared(inner.operator, left.value as number, right.value as number);
  };
  let inner: Node = call;
  for (const up of ancestors(call)) {
    if (up === fn) return false;
    const known = up.type === 'IfStatement' || up.type === 'ConditionalExpression' ? valueOf(up.test) : up.type === 'LogicalExpression' && up.right === inner ? valueOf(up.left) : undefined;
    if (known !== undefined && up.type === 'LogicalExpression' ? up.operator === (known.value ? '||' : '&&') : known !== undefined && inner === (known.value ? (up as t.IfStatement).alternate : (up as t.IfStatement).consequent)) return true;
    const earlier = siblings(inner)?.slice(0, siblings(inner)!.indexOf(inner as t.Statement)) ?? [];
    if (earlier.some((one) => one.type === 'IfStatement' && one.alternate == null && isReturn(one.consequent) && Boolean(valueOf(one.test)?.value))) return true;
    inner = up;
  }
  return false;
}

function isReturn(statement: Node): boolean {
  return statement.type === 'ReturnStatement' || (statement.type === 'BlockStatement' && statement.body.at(-1)?.type === 'ReturnStatement');
}

function compared(operator: string, left: number, right: number): { readonly value: boolean } | undefined {
  switch (operator) {
    case '===': case '==': return { value: left === right };
    case '!==': case '!=': return { value: left !== right };
    case '<': return { value: left < right };
    case '>': return { value: left > right };
    case '<=': return { value: left <= right };
    case '>=': return { value: left >= right };
    default: return undefined;
  }
}

function uniqueSites(sites: readonly Site[]): readonly Site[] {
  // Of one place that comes to several calls, all have to set the same each time.
  return [...new Map(sites.map((site) => [site.place, { ...site, isFixed: sites.every((other) => other.place !== site.place || other.isFixed) }])).values()];
}

function objectOf(node: Node): t.ObjectExpression {
  const inner = unwrap(node);
  return inner.type === 'ObjectExpression' ? inner : NO_OBJECT;
}

/** Whether the start-up shows the same each time: what it finds out anew is meant to be shown anew. */
function isConstantBadge(script: Script, call: AnyCall): boolean {
  const text = propertyValue(objectOf(call.arguments[0]!), 'text');
  return text !== undefined && evaluate(script, text) !== undefined;
}
