import { ancestors, isFunction, isMember, isWithin, memberName, siblings, stringValue, unwrap, type FunctionNode, type Node } from '../ast.ts';
import { endsFunction, leavesSwitch } from '../control-flow.ts';
import { isNoAnswer, type MessageListener } from '../message-listeners.ts';
import type { Script } from '../script.ts';

/** What tests say of a message, by the path of its part: `.type` is `get` or `put`. */
type Tests = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether a listener may answer a message that comes to a place of another one, and not at once: an answer there may then come before its own. */
export function mayAnswerToo(rival: MessageListener, { script, fn }: MessageListener, place: Node): boolean {
  const own = testsAt(script, fn, place);
  const answers = [
    ...rival.replies.filter(({ when }) => when !== 'now').map(({ node }) => node),
    ...rival.returns.filter((value) => !isNoAnswer(value) && value.type !== 'BooleanLiteral'),
  ];
  return answers.some((answer) => {
    const other = testsAt(rival.script, rival.fn, answer);
    return ![...own].some(([path, values]) => other.has(path) && ![...other.get(path)!].some((value) => values.has(value)));
  });
}

/** What is known of the message where a place of its listener is come to. */
function testsAt(script: Script, fn: FunctionNode, place: Node): Tests {
  const tests = new Map<string, ReadonlySet<string>>();
  const note = (found: { readonly path: string; readonly values: ReadonlySet<string> } | undefined): void => {
    if (found !== undefined && !tests.has(found.path)) tests.set(found.path, found.values);
  };
  let inner = place;
  for (const up of ancestors(place)) {
    const list = siblings(inner) ?? [];
    for (const one of list.slice(0, Math.max(list.indexOf(inner as never), 0))) {
      if (one.type === 'IfStatement' && endsFunction(one.consequent)) note(comparison(script, fn, one.test, '!='));
    }
    if (up.type === 'IfStatement' && inner === up.consequent) for (const part of conjunction(up.test)) note(comparison(script, fn, part, '='));
    if (up.type === 'LogicalExpression' && up.operator === '&&' && inner === up.right) for (const part of conjunction(up.left)) note(comparison(script, fn, part, '='));
    if (up.type === 'SwitchStatement' && inner.type === 'SwitchCase') note(caseOf(script, fn, up.discriminant, up.cases, inner));
    if (up === fn) break;
    inner = up;
  }
  return tests;
}

function* conjunction(test: Node): Generator<Node> {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression' && inner.operator === '&&') {
    yield* conjunction(inner.left);
    yield* conjunction(inner.right);
  } else {
    yield inner;
  }
}

/** `message.type === 'get'`; `message.type !== 'get'` */
function comparison(script: Script, fn: FunctionNode, test: Node, operator: '=' | '!=') {
  const inner = unwrap(test);
  if (inner.type !== 'BinaryExpression' || !(operator === '=' ? /^={2,3}$/ : /^!==?$/).test(inner.operator)) return undefined;
  const [path, value] = [pathOf(script, fn, inner.left), stringValue(inner.right)];
  return path === undefined || value === undefined ? undefined : { path, values: new Set([value]) };
}

function caseOf(script: Script, fn: FunctionNode, discriminant: Node, cases: readonly { readonly test?: Node | null | undefined; readonly consequent: readonly Node[] }[], own: Node) {
  const path = pathOf(script, fn, discriminant);
  const index = cases.findIndex((one) => (one as unknown) === own);
  let first = index;
  while (first > 0 && cases[first - 1]!.consequent.length === 0) first -= 1;
  if (path === undefined || (first > 0 && !leavesSwitch(cases[first - 1] as never))) return undefined;
  const values = cases.slice(first, index + 1).map(({ test }) => stringValue(test));
  return values.includes(undefined) ? undefined : { path, values: new Set(values as string[]) };
}

/** The part of the message that an expression stands for: `.type` for `message.type`, and for `type` in `({ type }) => …`. */
function pathOf(script: Script, fn: FunctionNode, node: Node, depth = 0): string | undefined {
  const inner = unwrap(node);
  if (isMember(inner)) {
    const [object, name] = [pathOf(script, fn, inner.object, depth), memberName(inner)];
    return object === undefined || name === undefined ? undefined : `${object}.${name}`;
  }
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration?.keys === undefined || depth > 2 || binding.references.some(({ writes, node: use }) => writes && use !== declaration.id)) return undefined;
  const keys = declaration.keys.map(({ name }) => `.${name}`).join('');
  if (fn.params[0] !== undefined && isWithin(declaration.id, fn.params[0]) && isFunction(binding.scope.node)) return keys;
  const from = declaration.init && pathOf(script, fn, declaration.init, depth + 1);
  return from === undefined ? undefined : from + keys;
}
