import type * as t from '@babel/types';
import { isCall, isFunction, isMember, keyName, memberName, unwrap, type FunctionNode, type Node } from '../ast.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** Refuses scripts whose own listener of alarms would take the new alarm for one of its own. */
export function assertOwn(script: Script, turns: Turns): void {
  const { extension } = script;
  if (script.realms.some(({ kind }) => kind !== 'background')) throw new Refusal('its file also runs outside of the background');
  if (extension.manifest.strings(['optional_permissions']).includes('alarms')) throw new Refusal('`alarms` is an optional permission');
  for (const one of extension.apiScripts) {
    for (const method of ['getAll', 'clearAll']) if ([...one.calls(`alarms.${method}`)].length > 0) throw new Refusal(`\`alarms.${method}\` would find the new alarm`);
    for (const { call } of one.calls('alarms.onAlarm.addListener')) {
      const inline = call.arguments[0] && unwrap(call.arguments[0]);
      const functions = turns.registrations.find((registration) => registration.call === call)?.functions ?? (isFunction(inline) ? [inline] : []);
      if (functions.length !== 1 || looksAtName(functions[0]!) === undefined) throw new Refusal('a listener of `alarms.onAlarm` may take every alarm for its own');
    }
  }
}

/** How all that a listener of `onAlarm` does depends on the alarm's name: each part stands under a test, or it leaves for other names. */
function looksAtName({ params: [alarm], body }: FunctionNode): 'tests' | 'leaves' | undefined {
  const own = new Set<string>();
  const isAlarm = (node: Node): boolean => alarm?.type === 'Identifier' && unwrap(node).type === 'Identifier' && (unwrap(node) as t.Identifier).name === alarm.name;
  const isName = (node: Node): boolean => {
    const inner = unwrap(node);
    return isMember(inner) ? memberName(inner) === 'name' && isAlarm(inner.object) : inner.type === 'Identifier' && own.has(inner.name);
  };
  const keep = (target: Node): void => {
    for (const member of target.type === 'ObjectPattern' ? target.properties : []) if (member.type === 'ObjectProperty' && keyName(member) === 'name' && member.value.type === 'Identifier') own.add(member.value.name);
  };
  if (alarm !== undefined) keep(alarm);
  const isAsked = (node: Node, methods: RegExp): boolean => {
    const inner = unwrap(node);
    return isCall(inner) && isMember(inner.callee) && methods.test(memberName(inner.callee) ?? '') && isName(inner.callee.object);
  };
  const tests = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression') return inner.operator === '&&' ? tests(inner.left) || tests(inner.right) : tests(inner.left) && tests(inner.right);
    if (inner.type !== 'BinaryExpression') return isAsked(inner, /^startsWith$/);
    // name === 'x', name.indexOf('x-') === 0
    const sides = [inner.left, inner.right];
    return /^={2,3}$/.test(inner.operator) && (sides.some(isName) || (sides.some((side) => isAsked(side, /^indexOf$/)) && sides.some((side) => side.type === 'NumericLiteral' && side.value === 0)));
  };
  const refuses = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '||') return refuses(inner.left) || refuses(inner.right);
    if (inner.type === 'UnaryExpression') return inner.operator === '!' && tests(inner.argument);
    return inner.type === 'BinaryExpression' && /^!==?$/.test(inner.operator) && [inner.left, inner.right].some(isName);
  };
  const isIdle = (statement: Node): boolean => {
    if (statement.type === 'BlockStatement') return statement.body.every(isIdle);
    if (statement.type === 'BreakStatement' || statement.type === 'EmptyStatement' || (statement.type === 'ReturnStatement' && statement.argument == null)) return true;
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (init == null || (!isName(init) && !isAlarm(init))) return false;
        if (isName(init) && id.type === 'Identifier') own.add(id.name);
        else keep(id);
      }
      return true;
    }
    const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    if (expression?.type === 'AwaitExpression') return ['Identifier', 'MemberExpression'].includes(unwrap(expression.argument).type);
    return isCall(expression) && isMember(expression.callee) && expression.callee.object.type === 'Identifier' && expression.callee.object.name === 'console';
  };
  const guarded = (statement: Node): boolean => {
    if (statement.type === 'IfStatement') return tests(statement.test) && (statement.alternate == null || guarded(statement.alternate));
    if (statement.type === 'BlockStatement') return statement.body.every(guarded);
    if (statement.type === 'TryStatement') return guarded(statement.block);
    if (statement.type === 'SwitchStatement') return isName(statement.discriminant) && statement.cases.every(({ test, consequent }) => test != null || consequent.every(isIdle));
    return isIdle(statement);
  };
  if (body.type !== 'BlockStatement') return body.type === 'LogicalExpression' && body.operator === '&&' && tests(body.left) ? 'tests' : undefined;
  const head = body.body.find((statement) => !isIdle(statement));
  if (head?.type === 'IfStatement' && refuses(head.test) && isReturn(head.consequent) && head.alternate == null) return 'leaves';
  return head !== undefined && body.body.every(guarded) ? 'tests' : undefined;
}

function isReturn(statement: Node | undefined): boolean {
  return statement?.type === 'ReturnStatement' || (statement?.type === 'BlockStatement' && isReturn(statement.body.at(-1)));
}

/** A listener of `onAlarm` that only tells alarms apart by their names, one statement for each. */
export function dispatcherOf(script: Script, statement: Node): { readonly fn: FunctionNode; readonly alarm: string } | undefined {
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (!isCall(call) || script.api(unwrap(call.callee as Node))?.names.join('.') !== 'alarms.onAlarm.addListener') return undefined;
  const fn = call.arguments[0] && unwrap(call.arguments[0]);
  const [param, ...others] = isFunction(fn) ? fn.params : [];
  if (!isFunction(fn) || param?.type !== 'Identifier' || others.length > 0 || fn.body.type !== 'BlockStatement' || looksAtName(fn) !== 'tests') return undefined;
  const isOnItsLine = ({ start }: Node): boolean => script.file.text.slice(script.file.text.lastIndexOf('\n', start! - 1) + 1, start!).trim() === '';
  return fn.body.body.every((one) => one.type === 'IfStatement' && one.alternate == null && isOnItsLine(one)) ? { fn, alarm: param.name } : undefined;
}
