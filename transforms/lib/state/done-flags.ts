import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type Node } from '../ast.ts';
import { accessOf, type Access, type Variable } from '../bindings.ts';
import { TIMERS } from '../callbacks.ts';
import { evaluate } from '../constants.ts';
import { isGlobalObject } from '../variables/global-aliases.ts';
import { CONNECTING, CONNECTION, LASTING, QUESTIONS } from './lasting-calls.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import type { Turns } from '../turns.ts';

/** A step of what a flag says was done. */
interface Work {
  readonly node: Node;
  /** Whether its effect outlives an unload, so that it is not to be done again. */
  readonly lasts: boolean;
}

const HARMLESS = new Set(['console', 'Object', 'Array', 'JSON', 'Math', 'String', 'Number', 'Boolean', 'Map', 'Set', 'Symbol', 'RegExp', 'Promise', 'Error', 'Date', 'Intl', 'URL', 'URLSearchParams', 'parseInt', 'parseFloat', 'encodeURIComponent', 'decodeURIComponent', 'structuredClone']);
const OF_VALUES = /^(then|catch|finally|forEach|map|filter|some|every|find|findIndex|reduce|join|concat|slice|splice|split|trim|replace|replaceAll|toLowerCase|toUpperCase|includes|indexOf|startsWith|endsWith|substring|keys|values|entries|toString|at|padStart|padEnd|test|match|exec|get|has|set|add|delete|clear|push|pop|shift|unshift|sort|reverse|json|text|getTime|toISOString|toFixed|postMessage)$/;
const QUIET = /^(i18n|runtime\.(getURL|getManifest|lastError|id)|extension\.(getURL|lastError))/;

/** Whether a value says only that something has been done: `true`. */
export function isFlag(value: Node): boolean {
  return value.type === 'BooleanLiteral' || value.type === 'NumericLiteral';
}

/** What some code does, through the functions that it calls, but for changes of a flag: what lasts, and what an unload takes away or may take away. */
export function workOf(code: readonly Node[], flag: readonly Access[], turns: Turns): readonly Work[] {
  return inspected(code, flag, turns).found;
}

/** What some code does, and all code that it runs. */
function inspected(code: readonly Node[], flag: readonly Access[], turns: Turns): { readonly found: readonly Work[]; readonly run: ReadonlySet<Node> } {
  const own = new Set(flag.map(({ node }) => node));
  const run = new Set(code);
  const found: Work[] = [];
  for (const piece of run) {
    const { steps, calls } = stepsOf(piece, turns);
    // A part of the flag's own name is changed with it: `state` of `state.started`.
    found.push(...steps.filter(({ node }) => !own.has(node) && !own.has(parentOf(wrapped(node))!)));
    for (const fn of calls) run.add(fn);
  }
  return { found, run };
}

/** What a piece of code does itself, and the functions that it calls. */
const stepsOf = onceWithin((piece: Node, turns: Turns): { readonly steps: readonly Work[]; readonly calls: readonly Node[] } => {
  const script = turns.scriptOf(piece);
  const steps: Work[] = [];
  const calls: Node[] = [];
  const ofCall = (call: t.CallExpression | t.OptionalCallExpression | t.NewExpression): boolean | undefined => {
    const callee = unwrap(call.callee as Node);
    const path = script.api(callee)?.names.join('.');
    if (path !== undefined) return QUIET.test(path) || (LASTING.test(path) && QUESTIONS.test(path)) ? undefined : LASTING.test(path) || /^permissions\.(request|remove)$/.test(path);
    const targets = turns.targetsOf(call);
    calls.push(...targets);
    if (targets.length > 0 || isFunction(callee)) return undefined;
    const root = isMember(callee) ? unwrap(callee.object) : callee;
    const free = root.type === 'Identifier' && script.binding(root) === undefined ? root.name : undefined;
    // What only asks may ask again.
    if (free === 'fetch') return call.arguments.length > 1 ? true : undefined;
    return (free !== undefined && HARMLESS.has(free)) || (isMember(callee) && free === undefined && OF_VALUES.test(memberName(callee) ?? '')) ? undefined : false;
  };
  walk(piece, (node) => {
    const lasts = isCall(node) || node.type === 'NewExpression' ? ofCall(node) : changesOther(script, node, piece) ? accessOf(script, node as t.Identifier).kind !== 'write' : undefined;
    if (lasts !== undefined) steps.push({ node, lasts });
  });
  return { steps, calls };
});

/** Whether a place changes what outlives the code around it. */
function changesOther(script: Script, node: Node, piece: Node): boolean {
  if (node.type === 'Identifier') {
    const binding = script.binding(node);
    if (binding === undefined ? !script.freeNames.has(node.name) || isGlobalObject(script, node) : binding.declarations.some(({ id }) => id === node || isWithin(id, piece))) return false;
  } else if (!isMember(node) || (unwrap(node.object).type !== 'ThisExpression' && !isGlobalObject(script, node.object))) {
    return false;
  }
  return /^(write|update|mutate)$/.test(accessOf(script, node as t.Identifier).kind);
}

/**
 * What a flag says was done and an unload takes away: `if (started) return; started = true; engine.start();`.
 * A flag that came back would keep it from being done again.
 * @param isKept whether a place names what comes back, too
 */
export function takenAway(variable: Variable, isKept: (node: Node) => boolean, turns: Turns): Node | undefined {
  return doneBefore(variable, isKept, turns) ?? connectedBefore(variable, turns);
}

/** What a flag of constant values keeps from being done again. */
function doneBefore({ accesses }: Variable, isKept: (node: Node) => boolean, turns: Turns): Node | undefined {
  const sets = accesses.filter(({ initial, kind }) => !initial && /^(write|update|mutate)$/.test(kind));
  const first = accesses.find(({ initial }) => initial);
  const unset = first?.value === undefined ? undefined : constantOf(first);
  const values = sets.map((set) => (set.kind === 'write' && set.value !== undefined ? constantOf(set) : NONE));
  if (sets.length === 0 || unset === NONE || values.includes(NONE)) return undefined;
  const [marks, resets] = [true, false].map((isMark) => sets.filter((_, index) => (values[index] !== unset) === isMark));
  for (const done of new Set(values)) {
    for (const read of done === unset ? [] : accesses.filter(({ kind }) => kind === 'read')) {
      for (const code of keptBack(read, unset, done)) {
        const { found, run } = inspected(code, accesses, turns);
        const isIn = ({ node }: Access): boolean => [...ancestors(node)].some((up) => run.has(up));
        if (!marks!.some((mark) => isIn(mark) || follows(statementOf(mark.node), statementOf(read.node)))) continue;
        // A switch that another event turns off, too, is its user's, whatever becomes of the timer beside it.
        const isSwitch = resets!.some((reset) => !isIn(reset));
        const gone = found.find(({ node, lasts }) => (isCall(node) ? !lasts && !(isSwitch && isTimer(node)) : node.type === 'NewExpression' ? !lasts : resets!.length === 0 && !isKept(node)));
        if (gone !== undefined) return isCall(gone.node) ? gone.node : statementOf(gone.node);
      }
    }
  }
  return undefined;
}

/** The connection that a variable of whatever values decides about, where the variable then tells of it: `if (watched.has(id)) return; watched.add(id); new WebSocket(url);`. */
function connectedBefore({ accesses }: Variable, turns: Turns): Node | undefined {
  const sets = accesses.filter(({ initial, kind }) => !initial && /^(write|update|mutate)$/.test(kind));
  for (const read of accesses.filter(({ kind, reads }) => kind === 'read' || reads)) {
    for (const { test, code } of decidedBy(read.node, turns)) {
      const { found, run } = inspected(code, accesses, turns);
      const gone = found.find(({ node }) => isConnecting(turns.scriptOf(node), node));
      const tells = ({ node, kind }: Access): boolean => isWithin(node, test) || [...ancestors(node)].some((up) => run.has(up))
        || follows(statementOf(node), statementOf(test)) || (kind !== 'write' && follows(statementOf(test), statementOf(node)));
      if (gone !== undefined && sets.some(tells)) return gone.node;
    }
  }
  return undefined;
}

function isConnecting(script: Script, node: Node): boolean {
  if (!isCall(node) && node.type !== 'NewExpression') return false;
  const callee = unwrap(node.callee as Node);
  const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  return node.type === 'NewExpression' ? name !== undefined && CONNECTION.test(name) : CONNECTING.test(script.api(callee)?.names.join('.') ?? '');
}

/** The code that a value decides about, and the test that does: in the place itself, by a constant, or by what a function gives back. */
function* decidedBy(place: Node, turns: Turns, depth = 3): Generator<{ readonly test: Node; readonly code: readonly Node[] }> {
  let inner = wrapped(place);
  for (let up = parentOf(inner); up !== undefined && depth > 0; inner = wrapped(up), up = parentOf(inner)) {
    if (up.type === 'LogicalExpression' && up.left === inner) yield { test: inner, code: [up.right] };
    if (((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && up.test === inner) || (up.type === 'SwitchStatement' && up.discriminant === inner)) {
      const code = up.type === 'SwitchStatement' ? up.cases.flatMap(({ consequent }) => consequent) : [up.consequent, ...(up.alternate ? [up.alternate] : [])];
      const list = up.type === 'ConditionalExpression' ? undefined : siblings(up);
      yield { test: inner, code: [...code, ...(list !== undefined && code.some((one) => mayLeave(one)) ? list.slice(list.indexOf(up as t.Statement) + 1).filter(({ type }) => type !== 'FunctionDeclaration') : [])] };
      return;
    }
    const fn = up.type === 'ReturnStatement' ? functionOf(up) : isFunction(up) && up.body === inner ? up : undefined;
    if (fn !== undefined) for (const call of turns.callersOf(fn)) yield* decidedBy(call, turns, depth - 1);
    if (up.type === 'VariableDeclarator' && up.id.type === 'Identifier') for (const { node } of turns.scriptOf(up).binding(up.id)?.references ?? []) yield* decidedBy(node, turns, depth - 1);
    if (isFunction(up) || /Statement$|Declaration$|Declarator$/.test(up.type)) return;
  }
}

function isTimer({ callee }: t.CallExpression | t.OptionalCallExpression): boolean {
  const inner = unwrap(callee as Node);
  return TIMERS.has((isMember(inner) ? memberName(inner) : inner.type === 'Identifier' ? inner.name : undefined) ?? '');
}

const NONE = Symbol('no constant');

function constantOf({ value, script }: Access): unknown {
  const known = evaluate(script, value!);
  return known === undefined ? NONE : known.value;
}

function follows(later: Node, earlier: Node): boolean {
  const list = siblings(earlier);
  return later !== earlier && list?.includes(later as t.Statement) === true && later.start! > earlier.start!;
}

/** The code that runs only as long as a flag is not set, where a place asks for it. */
function* keptBack({ node, script }: Access, unset: unknown, done: unknown): Generator<readonly Node[]> {
  let inner = wrapped(node);
  /** What the test around the place comes to without the flag, and with it. */
  let [without, with_] = [unset, done];
  for (let up = parentOf(inner); up !== undefined; inner = wrapped(up), up = parentOf(inner)) {
    if (up.type === 'UnaryExpression' && up.operator === '!') {
      [without, with_] = [!without, !with_];
      continue;
    }
    if (up.type === 'BinaryExpression') {
      const other = evaluate(script, (up.left === inner ? up.right : up.left) as Node);
      if (other === undefined || !/^[!=]==?$/.test(up.operator)) return;
      const [one, two] = [without, with_].map((value) => (up.operator.length === 3 ? value === other.value : value == other.value) !== up.operator.startsWith('!'));
      [without, with_] = [one, two];
      continue;
    }
    if (Boolean(without) === Boolean(with_)) return;
    if (up.type === 'LogicalExpression' && (up.operator === '&&' ? without : up.operator === '||' && with_)) {
      if (up.left === inner) yield [up.right];
      [without, with_] = [up.operator === '&&', up.operator === '||'];
      continue;
    }
    if ((up.type !== 'IfStatement' && up.type !== 'ConditionalExpression') || up.test !== inner) return;
    const code = without ? up.consequent : up.alternate;
    if (code) yield [code];
    const last = up.consequent.type === 'BlockStatement' ? up.consequent.body.at(-1) : up.consequent;
    const list = siblings(up);
    if (!without && list !== undefined && /^(Return|Throw|Continue)Statement$/.test(last?.type ?? '')) yield list.slice(list.indexOf(up as t.Statement) + 1).filter(({ type }) => type !== 'FunctionDeclaration');
    return;
  }
}
