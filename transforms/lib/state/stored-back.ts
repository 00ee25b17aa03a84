import type * as t from '@babel/types';
import { isCall, isMember, keyName, memberName, siblings, statementOf, unwrap, walk, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import type { Script } from '../script.ts';
import { answersFor, isPromisedRead } from './state.ts';
import type { Turns } from '../turns.ts';

/** Whether each change of a variable is followed by a write to where start-up reads it from: memory and storage then agree. */
export function isStoredBack({ name, accesses }: Variable, changes: readonly Access[], fill: Access, turns: Turns): boolean {
  const area = areaOf(fill, turns);
  if (area === undefined || fill.value === undefined) return false;
  const filled = fill.script.textOf(fill.value);
  const keys = new Set(filled.match(/[\w$]+/g));
  return changes.every((change) => {
    const { script, node, value } = change;
    const given = value && script.textOf(value);
    const isStore = (call: Node, from: Script): boolean => {
      if (!isCall(call) || from.api(unwrap(call.callee as Node))?.names.join('.') !== `storage.${area}.set`) return false;
      const items = call.arguments[0] && unwrap(call.arguments[0]);
      return items?.type === 'ObjectExpression' && items.properties.some((member) => {
        // `result[this.key]` comes back as `{ [this.key]: value }`.
        if (member.type !== 'ObjectProperty' || !(member.computed ? filled.includes(`[${from.textOf(member.key)}]`) : keys.has(keyName(member) ?? ''))) return false;
        const stored = from.textOf(member.value);
        return stored === name || accesses.some(({ node: own }) => own === unwrap(member.value)) || (from === script && stored === given && /^[\w$.]+$/.test(stored));
      });
    };
    return followers(node).some((statement) => someCall(statement, (call) => isStore(call, script) || turns.targetsOf(call).some((fn) => {
      const own = turns.scriptOf(fn);
      return fn.body.type === 'BlockStatement' ? fn.body.body.some((one) => someCall(one, (inner) => isStore(inner, own))) : isStore(unwrap(fn.body), own);
    })));
  });
}

/** The area of storage that a fill comes from. */
export function areaOf(fill: Access, turns: Turns): string | undefined {
  const areas = new Set<string>();
  const addAreas = (place: Node): void => {
    const script = turns.scriptOf(place);
    walk(place, (node) => {
      const names = isMember(node) && memberName(node) === 'get' ? script.api(node)?.names : undefined;
      if (names?.length === 3 && names[0] === 'storage') areas.add(names[1]!);
      if (isCall(node)) for (const fn of turns.targetsOf(node)) if (isPromisedRead(fn, turns)) addAreas(fn.body);
      return true;
    });
  };
  for (const { origin, delay, cause } of turns.turnsAt(fill.node)) {
    if (origin !== 'start' || delay === undefined || cause === undefined) continue;
    addAreas(cause);
  }
  if (areas.size === 0) for (const answer of answersFor(fill)) addAreas(answer);
  const [area, ...others] = areas;
  return others.length === 0 ? area : undefined;
}

/** The statement of a change, and those of its list that come after it in any case. */
function followers(change: Node): readonly t.Statement[] {
  const statement = statementOf(change);
  const list = siblings(statement) ?? [];
  const rest = list.slice(list.indexOf(statement as t.Statement));
  const end = rest.findIndex((one) => /^(If|Return|Throw|Break|Continue|Try|Switch|For|While|Do)/.test(one.type));
  return end === -1 ? rest : rest.slice(0, rest[end]!.type === 'ReturnStatement' ? end + 1 : end);
}

function someCall(statement: t.Statement, test: (call: t.CallExpression) => boolean): boolean {
  const given = statement.type === 'ExpressionStatement' ? statement.expression : statement.type === 'ReturnStatement' ? statement.argument : undefined;
  const expression = given ? unwrap(given) : undefined;
  const inner = expression?.type === 'AwaitExpression' ? unwrap(expression.argument) : expression;
  return inner?.type === 'CallExpression' && test(inner);
}
