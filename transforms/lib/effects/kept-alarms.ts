import type * as t from '@babel/types';
import type { ApiReference } from '../api.ts';
import { ancestors, functionOf, isFunction, isMember, isUnused, parentOf, propertyValue, unwrap, wrapped, type AnyCall, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { areBranches } from '../control-flow.ts';
import { flattened, freshName, functionText, habitsOf, movedText } from '../layout.ts';
import type { Script } from '../script.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Edit, Match } from '../types.ts';
import { lineOf } from '../refusal.ts';
import { because, turnWords } from '../words.ts';
import { repeated } from './repeated.ts';
import { isConditional, isKeptForLater, isStartUpOnly, MAX_CALLERS } from './start-up-only.ts';

/** Events at which an alarm is created so that it is there, not so that its time starts anew. */
const ENSURING = /^(start|runtime\.on(Installed|Startup))$/;
/** Settings change its period then, which is seen. */
const SETTLING = /^storage\.(\w+\.)?onChanged$/;

/** A periodic alarm that the start-up creates: created only where there is none, or one of another period; or reported. */
export function* keptAlarm(script: Script, reference: ApiReference, call: AnyCall, told: Set<Node>, turns: Turns): Generator<Match<'alarm' | 'alarm-kept' | 'alarm-settled'>> {
  const own = turns.turnsAt(call);
  const asks = isConditional(call, turns);
  // Where a test decides, it may be about the alarm that is there, or about the first start.
  if (!own.some((turn) => turn.origin === 'start' && !isKeptForLater(turn)) || (asks && looksForAlarms(call, turns))) return;
  const info = call.arguments.map((argument) => unwrap(argument)).find(({ type }) => type === 'ObjectExpression') as t.ObjectExpression | undefined;
  const period = info && propertyValue(info, 'periodInMinutes');
  const isSettled = period !== undefined && evaluate(script, period, turns) === undefined;
  const [other] = own.filter(({ origin, delay }) => delay === 'timer' || delay === 'event' || !(ENSURING.test(origin) || (isSettled && SETTLING.test(origin))));
  const edits = other !== undefined ? `${turnWords(other)} starts it, too` : keepingEdits(script, reference, call, turns);
  const isShared = own.some(({ origin }) => origin !== 'start');
  if (typeof edits !== 'string') yield { message: isSettled || isShared ? 'alarm-settled' : 'alarm-kept', at: script.at(call), edits, data: { code: reference.path, other: isSettled ? ', or one of another period' : '' } };
  else if (isStartUpOnly(call, turns) ? !asks : asks && script.extension.wasPersistent) yield { message: 'alarm', at: script.at(call), data: { code: reference.path, reason: because(edits) } };
  else if (!asks && script.extension.wasPersistent) yield* repeated('alarm', call, reference.path, told, turns, because(edits));
}

/** Has an alarm created only where there is none; or the words that say why not. */
function keepingEdits(script: Script, reference: ApiReference, call: AnyCall, turns: Turns): readonly Edit[] | string {
  const [first, ...rest] = call.arguments;
  const isNameless = first !== undefined && unwrap(first).type === 'ObjectExpression';
  const name = isNameless ? undefined : first;
  const [info, another] = isNameless ? call.arguments : rest;
  const known = isNameless ? '' : name && evaluate(script, name, turns)?.value;
  const object = info && unwrap(info);
  if (typeof known !== 'string') return 'its name is not a constant';
  if (another !== undefined || object?.type !== 'ObjectExpression') return 'its times are not seen here';
  const isKnown = (value: Node | undefined): boolean => value === undefined || evaluate(script, value, turns) !== undefined;
  const period = propertyValue(object, 'periodInMinutes');
  const again = isKnown(period) ? undefined : period;
  if (again !== undefined && !isOfItsTurn(script, again)) return 'its `periodInMinutes` may be another one at the next start';
  if (!isKnown(propertyValue(object, 'delayInMinutes'))) return 'its `delayInMinutes` may be another one at the next start';
  const statement = parentOf(wrapped(call));
  if (!isUnused(call) || statement?.type !== 'ExpressionStatement') return 'it is part of a larger statement';
  for (const other of script.realms.flatMap(({ scripts }) => scripts).filter(({ program }) => program !== undefined)) {
    for (const { call: creation } of again === undefined && !isNameless ? [] : other.calls('alarms.create')) {
      const named = creation.arguments[0] && evaluate(other, creation.arguments[0], turns)?.value;
      if (creation !== call && (typeof named !== 'string' || named === known) && (again === undefined || !hasNewValue(other, creation, again))) return `it is also created at ${lineOf(other, creation)}`;
    }
    for (const method of ['alarms.clear', 'alarms.clearAll']) {
      for (const { call: clear } of other.calls(method)) {
        if (areBranches(clear, call) && !phasesAt(clear, turns).has('event')) continue;
        const cleared = clear.arguments[0] && evaluate(other, clear.arguments[0], turns)?.value;
        if (method === 'alarms.clearAll' || cleared === undefined || cleared === known) return phasesAt(clear, turns).has('event') ? 'an event clears it, and a wake must not create it again' : 'the start-up clears it';
      }
    }
  }
  const { extension } = script;
  const { semicolon, indent } = script.style;
  const outer = script.indentAt(statement.start!);
  const inner = outer + indent;
  const alarm = freshName(call, 'alarm', 'existing');
  const differs = again === undefined ? '' : ` || ${alarm}.periodInMinutes !== ${script.textOf(again)}`;
  const callback = functionText(script, [alarm], `${inner}if (!${alarm}${differs}) ${movedText(script, call, inner)}${semicolon}`, outer);
  const get = `${reference.namespace ?? 'chrome'}.alarms.get`;
  const hasPromises = (extension.isV3 || reference.root !== 'chrome') && habitsOf(script).modern;
  const named = name === undefined ? '' : script.textOf(name);
  const text = hasPromises ? `${get}(${named}).then(${callback})` : `${get}(${named}${named && ', '}${callback})`;
  return [script.replace(call, text)];
}

/** Whether a function around a place, or one that calls it, looks for alarms. */
function looksForAlarms(place: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  return [...ancestors(place)].some((fn) => isFunction(fn) && !seen.has(fn) && seen.size < MAX_CALLERS
    && (/\balarms\s*\.\s*get(All)?\b/.test(turns.scriptOf(fn).textOf(parentOf(wrapped(fn)) ?? fn)) || turns.callersOf(fn).some((caller) => looksForAlarms(caller, turns, new Set([...seen, fn])))));
}

/** Whether an expression is made of what a function was given or has read for this one call, which nothing changes later. */
function isOfItsTurn(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'NumericLiteral') return true;
  if (inner.type === 'BinaryExpression') return isOfItsTurn(script, inner.left as Node) && isOfItsTurn(script, inner.right);
  if (inner.type === 'CallExpression') return /^(Number|parseInt|parseFloat|Math\.(min|max|round|ceil|floor))$/.test(script.textOf(inner.callee)) && inner.arguments.every((argument) => isOfItsTurn(script, argument));
  if (isMember(inner)) return !inner.computed && isOfItsTurn(script, inner.object);
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  return binding !== undefined && binding.scope.parent !== undefined && functionOf(binding.declarations[0]!.id) !== undefined && binding.references.every(({ writes }) => !writes);
}

/** Whether an alarm is created with the changed value of the setting that gives another one its period: `changes.minutes.newValue`. */
function hasNewValue(script: Script, creation: AnyCall, period: Node): boolean {
  const info = creation.arguments.map((argument) => unwrap(argument)).find(({ type }) => type === 'ObjectExpression') as t.ObjectExpression | undefined;
  const own = info && propertyValue(info, 'periodInMinutes');
  const setting = /([\w$]+)\W*$/.exec(flattened(script.textOf(period)))?.[1];
  return own !== undefined && setting !== undefined && new RegExp(`\\b${setting}\\??\\.newValue$`).test(script.textOf(own));
}

/** Whether an alarm that is cleared is one that nothing creates any more. */
export function isNeverCreated(script: Script, { arguments: [name] }: AnyCall, turns: Turns): boolean {
  const known = name && evaluate(script, name, turns)?.value;
  const created = script.extension.apiScripts.flatMap((one) => [...one.calls('alarms.create')].map(({ call }) => call.arguments[0] && evaluate(one, call.arguments[0])?.value));
  return typeof known === 'string' && created.every((other) => typeof other === 'string' && other !== known);
}
