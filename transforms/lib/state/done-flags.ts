import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, isWithin, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type Node } from '../ast.ts';
import { accessOf, isGlobalObject, type Access, type Variable } from '../bindings.ts';
import { LASTING, QUESTIONS } from './lasting-calls.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { isTestedFirst } from './work-marks.ts';

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

/** What some code does, through the functions that it calls, but for one change: what lasts, and what an unload takes away or may take away. */
export function workOf(code: readonly Node[], change: Access, turns: Turns): readonly Work[] {
  const found: Work[] = [];
  const seen = new Set<Node>();
  const look = (piece: Node): void => {
    if (seen.has(piece)) return;
    seen.add(piece);
    const script = turns.scriptOf(piece);
    walk(piece, (node) => {
      const lasts = isCall(node) || node.type === 'NewExpression' ? ofCall(script, node) : node !== change.node && changesOther(script, node, piece) ? accessOf(script, node as t.Identifier).kind !== 'write' : undefined;
      if (lasts !== undefined) found.push({ node, lasts });
    });
  };
  const ofCall = (script: Script, call: t.CallExpression | t.OptionalCallExpression | t.NewExpression): boolean | undefined => {
    const callee = unwrap(call.callee as Node);
    const path = script.api(callee)?.names.join('.');
    if (path !== undefined) return QUIET.test(path) || (LASTING.test(path) && QUESTIONS.test(path)) ? undefined : LASTING.test(path) || /^permissions\.(request|remove)$/.test(path);
    const targets = turns.targetsOf(call);
    for (const fn of targets) look(fn);
    if (targets.length > 0 || isFunction(callee)) return undefined;
    const root = isMember(callee) ? unwrap(callee.object) : callee;
    const free = root.type === 'Identifier' && script.binding(root) === undefined ? root.name : undefined;
    // What only asks may ask again.
    if (free === 'fetch') return call.arguments.length > 1 ? true : undefined;
    return (free !== undefined && HARMLESS.has(free)) || (isMember(callee) && free === undefined && OF_VALUES.test(memberName(callee) ?? '')) ? undefined : false;
  };
  for (const piece of code) look(piece);
  return found;
}

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
 * What a flag says was done and an unload takes away, where it is only ever set: `if (started) return; started = true; engine.start();`.
 * A flag that came back would keep it from being done again.
 * @param isKept whether a place names what comes back, too
 */
export function takenAway({ accesses }: Variable, isKept: (node: Node) => boolean, turns: Turns): Node | undefined {
  const sets = accesses.filter(({ kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind));
  if (sets.some(({ kind, value }) => kind !== 'write' || value === undefined || unwrap(value).type !== 'BooleanLiteral' || !(unwrap(value) as t.BooleanLiteral).value)) return undefined;
  for (const set of sets) {
    const code = guardedBy(set);
    const gone = code === undefined ? undefined : workOf(code, set, turns).find(({ node, lasts }) => (isCall(node) || node.type === 'NewExpression' ? !lasts : !isKept(node)));
    if (gone !== undefined) return isCall(gone.node) ? gone.node : statementOf(gone.node);
  }
  return undefined;
}

/** The code that a flag keeps from being run again. */
function guardedBy(set: Access): readonly Node[] | undefined {
  const { script, node } = set;
  const statement = statementOf(node);
  if (isTestedFirst(set)) return siblings(statement)!.filter((one) => one.type !== 'FunctionDeclaration' && one.end! > testEnd(set, statement));
  for (const up of ancestors(node)) {
    if (isFunction(up)) return undefined;
    const test = up.type === 'IfStatement' && isWithin(node, up.consequent) ? unwrap(up.test) : undefined;
    if (test?.type === 'UnaryExpression' && test.operator === '!' && script.textOf(unwrap(test.argument)) === script.textOf(node)) return [(up as t.IfStatement).consequent];
  }
  return undefined;
}

/** Where the test stands that leaves the function before a flag is set. */
function testEnd({ script, node }: Access, statement: Node): number {
  const list = siblings(statement)!;
  const test = list.slice(0, list.indexOf(statement as t.Statement)).findLast((one) => one.type === 'IfStatement' && script.textOf(one.test).includes(script.textOf(node)));
  return test?.end ?? parentOf(wrapped(node))!.start!;
}
