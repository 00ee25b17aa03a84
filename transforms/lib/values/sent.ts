import { ancestors, isFunction, isMember, isWithin, memberName, propertyValue, stringValue, unwrap, type AnyMember, type Node } from '../ast.ts';
import { MESSAGE_PREFIX } from '../message-types.ts';
import type { Script } from '../script.ts';
import { turnsOf } from '../turns.ts';
import { documentValues } from './document-values.ts';
import type { Proof } from './proof.ts';
import { isPlain, joinValues, UNDEFINED, type Value } from './value.ts';

/** What pages send in place of the calls that they made once: `message.args.mode` where the message is `background/setMode`. Numbers, strings and booleans only. */
export function sentValue(proof: Proof, script: Script, node: AnyMember): Value | undefined {
  const args = unwrap(node.object);
  const message = isMember(args) && memberName(args) === 'args' ? unwrap(args.object) : undefined;
  const name = memberName(node);
  const binding = message?.type === 'Identifier' ? script.binding(message) : undefined;
  if (binding?.kind !== 'param' || name === undefined || !script.text.includes(MESSAGE_PREFIX)) return undefined;
  const type = typeAt(node, (one) => one.type === 'Identifier' && script.binding(one) === binding);
  if (type === undefined) return undefined;
  const { scripts } = script.extension;
  // Types that are put together may be this one.
  if (scripts.some(({ text }) => COMPUTED.test(text))) return undefined;
  let value: Value | undefined;
  for (const sender of scripts) {
    const mentions = sender.text.split(new RegExp(`['"]${type}['"]`)).length - 1;
    if (mentions === 0 || sender === script) continue;
    const sent = sender.program === undefined ? [] : [...sender.calls('runtime.sendMessage')].flatMap(({ call }) => {
      const object = call.arguments[0] && unwrap(call.arguments[0]);
      return object?.type === 'ObjectExpression' && stringValue(propertyValue(object, 'type')) === type ? [object] : [];
    });
    if (sent.length !== mentions || sender.realms.length === 0) return undefined;
    for (const object of sent) {
      const given = propertyValue(object, 'args');
      const argument = given?.type === 'ObjectExpression' ? propertyValue(given, name) : undefined;
      for (const realm of sender.realms) {
        const next = argument === undefined ? UNDEFINED : proof.beside(turnsOf(realm), documentValues(realm)).prove(sender, argument);
        if (next === undefined || !isPlain(next)) return undefined;
        value = value === undefined ? next : joinValues(value, next);
      }
    }
  }
  return value;
}

const COMPUTED = new RegExp(`['"]${MESSAGE_PREFIX}['"]|\`${MESSAGE_PREFIX}`);

/** The type of message for which alone a place of a listener runs. */
function typeAt(node: Node, isMessage: (node: Node) => boolean): string | undefined {
  for (const up of ancestors(node)) {
    if (isFunction(up) && up.params.some((param) => isMessage(param))) return undefined;
    if (up.type === 'IfStatement' && isWithin(node, up.consequent)) {
      const test = unwrap(up.test);
      const type = test.type === 'BinaryExpression' && test.operator === '===' && isType(test.left, isMessage) ? stringValue(test.right) : undefined;
      if (type?.startsWith(MESSAGE_PREFIX)) return type;
    }
    if (up.type !== 'SwitchStatement' || !isType(up.discriminant, isMessage)) continue;
    const index = up.cases.findIndex((one) => isWithin(node, one));
    const before = up.cases[index - 1]?.consequent.at(-1)?.type;
    const type = stringValue(up.cases[index]?.test);
    return type?.startsWith(MESSAGE_PREFIX) && (index === 0 || before === 'BreakStatement' || before === 'ReturnStatement') ? type : undefined;
  }
  return undefined;
}

function isType(node: Node, isMessage: (node: Node) => boolean): boolean {
  const inner = unwrap(node);
  return isMember(inner) && memberName(inner) === 'type' && isMessage(unwrap(inner.object));
}
