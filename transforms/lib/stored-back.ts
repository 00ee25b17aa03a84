import type * as t from '@babel/types';
import { isCall, isMember, keyName, memberName, siblings, statementOf, unwrap, walk, type Node } from './ast.ts';
import type { Access, Variable } from './bindings.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';

/** Whether each change of a variable is followed by a write to where start-up reads it from: memory and storage then agree. */
export function isStoredBack({ name }: Variable, changes: readonly Access[], fill: Access, turns: Turns): boolean {
  const area = areaOf(fill, turns);
  if (area === undefined || fill.value === undefined || !/^\w+$/.test(name)) return false;
  const keys = new Set(fill.script.textOf(fill.value).match(/[\w$]+/g));
  return changes.every((change) => {
    const { script, node, value } = change;
    const given = value && script.textOf(value);
    const isStore = (call: Node, from: Script): boolean => {
      if (!isCall(call) || from.api(unwrap(call.callee as Node))?.names.join('.') !== `storage.${area}.set`) return false;
      const items = call.arguments[0] && unwrap(call.arguments[0]);
      return items?.type === 'ObjectExpression' && items.properties.some((member) => {
        if (member.type !== 'ObjectProperty' || !keys.has(keyName(member) ?? '')) return false;
        const stored = from.textOf(member.value);
        return stored === name || (from === script && stored === given && /^[\w$.]+$/.test(stored));
      });
    };
    return followers(node).some((statement) => someCall(statement, (call) => isStore(call, script) || turns.targetsOf(call).some((fn) => {
      const own = turns.scriptOf(fn);
      return fn.body.type === 'BlockStatement' ? fn.body.body.some((one) => one.type === 'ExpressionStatement' && someCall(one, (inner) => isStore(inner, own))) : isStore(unwrap(fn.body), own);
    })));
  });
}

/** The area of storage that a fill comes from. */
export function areaOf(fill: Access, turns: Turns): string | undefined {
  const areas = new Set<string>();
  for (const { origin, delay, cause } of turns.turnsAt(fill.node)) {
    if (origin !== 'start' || delay === undefined || cause === undefined) continue;
    const script = turns.scriptOf(cause);
    walk(cause, (node) => {
      const names = isMember(node) && memberName(node) === 'get' ? script.api(node)?.names : undefined;
      if (names?.length === 3 && names[0] === 'storage') areas.add(names[1]!);
      return true;
    });
  }
  const [area, ...others] = areas;
  return others.length === 0 ? area : undefined;
}

/** The statement of a change, and those of its list that come after it in any case. */
function followers(change: Node): readonly t.Statement[] {
  const statement = statementOf(change);
  const list = siblings(statement) ?? [];
  const rest = list.slice(list.indexOf(statement as t.Statement));
  const end = rest.findIndex((one) => /^(If|Return|Throw|Break|Continue|Try|Switch|For|While|Do)/.test(one.type));
  return end === -1 ? rest : rest.slice(0, end);
}

function someCall(statement: t.Statement, test: (call: t.CallExpression) => boolean): boolean {
  const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  const inner = expression?.type === 'AwaitExpression' ? unwrap(expression.argument) : expression;
  return inner?.type === 'CallExpression' && test(inner);
}
