import type { ApiReference } from '../api.ts';
import { isUnused, parentOf, propertyValue, statementOf, unwrap, wrapped, type AnyCall } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { freshName, functionText, habitsOf, movedText } from '../layout.ts';
import type { Script } from '../script.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Edit, Match } from '../types.ts';
import { because } from '../words.ts';

/** A periodic alarm that the start-up creates: created only where there is none, or reported. */
export function keptAlarm(script: Script, reference: ApiReference, call: AnyCall, turns: Turns): Match<'alarm' | 'alarm-kept'> {
  const edits = keepingEdits(script, reference, call, turns);
  const data = { code: reference.path };
  if (typeof edits === 'string') return { message: 'alarm', at: script.at(call), data: { ...data, reason: because(edits) } };
  return { message: 'alarm-kept', at: script.at(call), edits, data };
}

/** Has an alarm created only where there is none; or the words that say why not. */
function keepingEdits(script: Script, reference: ApiReference, call: AnyCall, turns: Turns): readonly Edit[] | string {
  const [name, info, another] = call.arguments;
  const known = name && evaluate(script, name, turns)?.value;
  const object = info && unwrap(info);
  if (typeof known !== 'string' || name === undefined) return 'its name is not a constant';
  if (another !== undefined || object?.type !== 'ObjectExpression') return 'its times are not seen here';
  for (const key of ['periodInMinutes', 'delayInMinutes']) {
    const value = propertyValue(object, key);
    if (value !== undefined && evaluate(script, value, turns) === undefined) return `its \`${key}\` may be another one at the next start`;
  }
  const statement = statementOf(call);
  if (!isUnused(call) || statement.type !== 'ExpressionStatement' || unwrap(statement.expression) !== call || parentOf(wrapped(call)) !== statement) return 'it is part of a larger statement';
  for (const other of script.realms.flatMap(({ scripts }) => scripts).filter(({ program }) => program !== undefined)) {
    for (const method of ['alarms.clear', 'alarms.clearAll']) {
      for (const { call: clear } of other.calls(method)) {
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
  const callback = functionText(script, [alarm], `${inner}if (!${alarm}) ${movedText(script, call, inner)}${semicolon}`, outer);
  const get = `${reference.namespace ?? 'chrome'}.alarms.get`;
  const hasPromises = (extension.isV3 || reference.root !== 'chrome') && habitsOf(script).modern;
  const text = hasPromises ? `${get}(${script.textOf(name)}).then(${callback})` : `${get}(${script.textOf(name)}, ${callback})`;
  return [script.replace(call, text)];
}

/** Whether an alarm that is cleared is one that nothing creates any more. */
export function isNeverCreated(script: Script, { arguments: [name] }: AnyCall, turns: Turns): boolean {
  const known = name && evaluate(script, name, turns)?.value;
  const created = script.extension.apiScripts.flatMap((one) => [...one.calls('alarms.create')].map(({ call }) => call.arguments[0] && evaluate(one, call.arguments[0])?.value));
  return typeof known === 'string' && created.every((other) => typeof other === 'string' && other !== known);
}
