import type * as t from '@babel/types';
import { isFunction, isMember, mayLeave, unwrap, usesArguments, walk, wordsOfCall, type FunctionNode, type Node } from '../ast.ts';
import type { Extension } from '../extension.ts';
import { messageType } from '../message-types.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { NEEDS_GESTURE } from '../user-gestures.ts';
import { Prover } from '../values/prover.ts';
import { alwaysReturns, returnsOf } from '../values/returns.ts';
import { hasBytes, isConverted, joinValues, losesMembers, type Value } from '../values/value.ts';
import type { BackgroundValues } from './background-values.ts';

/** What pages reach through the background's window: a function that they call, or a variable that they read or set. */
export interface Target {
  readonly name: string;
  /** The type of the message in its place. */
  readonly type: string;
  readonly script: Script;
  /** The function; none for a variable. */
  readonly fn: FunctionNode | undefined;
  /** What a message has to bring for it. */
  readonly params: readonly string[];
}

/** What else the background does only when the user has just acted, which a message of a page does not hand on. */
const CAPTURES = /^(desktopCapture\.chooseDesktopMedia|tabCapture\.capture)$/;
/** The parameters of the listener that is added. */
export const PARAMETERS = ['message', 'sender', 'sendResponse'] as const;


/** The function that a member of the background's window is. @throws Refusal where that is not certain, or a message cannot call it */
export function targetOf(extension: Extension, background: Realm, turns: Turns, name: string): Target {
  const { owner: script, binding } = extension.topLevelName(background, name) ?? {};
  if (script === undefined || binding === undefined) throw new Refusal(`no script of the background declares \`${name}\` at its top level`);
  assertNotHidden(name);
  if (binding.kind !== 'function' && binding.kind !== 'var') throw new Refusal(`\`${name}\` is no property of the background's window`);
  const [declaration, ...more] = binding.declarations;
  const fn = declaration === undefined ? undefined : isFunction(declaration.node) ? declaration.node : declaration.init && unwrap(declaration.init);
  const writes = background.scripts.some((one) => (one === script ? binding.references : (one.freeNames.get(name) ?? [])).some((use) => use.writes) || (one !== script && !one.isModule && one.scopes?.program.bindings.has(name)) || one.globals(name).some((node) => isMember(node)));
  if (!isFunction(fn) || more.length > 0 || declaration!.keys?.length !== (isFunction(declaration!.node) ? declaration!.keys?.length : 0) || writes) throw new Refusal(`\`${name}\` is not always the same function`);
  if (fn.generator) throw new Refusal(`\`${name}\` is a generator`);
  const params = fn.params.map((param) => (param.type === 'Identifier' ? param.name : param.type === 'AssignmentPattern' && param.left.type === 'Identifier' ? param.left.name : undefined));
  if (params.some((param) => param === undefined) || new Set(params).size < params.length) throw new Refusal(`the parameters of \`${name}\` have no names`);
  if (usesArguments(fn) || wordsOfCall(fn.body).size > 0) throw new Refusal(`\`${name}\` uses \`this\` or \`arguments\``);
  if (fn.body.type === 'BlockStatement' && mayLeave(fn.body, /^ThrowStatement$/)) throw new Refusal(`\`${name}\` may throw`);
  const gesture = gestureIn(fn, turns);
  if (gesture !== undefined) throw new Refusal(`\`${gesture}\`, which \`${name}\` calls, needs the user's gesture`);
  return { name, type: messageType(name), script, fn, params: params as string[] };
}

/** The variable that a member of the background's window is. @throws Refusal where that is not certain */
export function variableOf(extension: Extension, background: Realm, name: string, isSet: boolean): Target {
  const { owner: script, binding } = extension.topLevelName(background, name) ?? {};
  if (script === undefined || binding === undefined) throw new Refusal(`no script of the background declares \`${name}\` at its top level`);
  assertNotHidden(name);
  if (binding.kind !== 'var') throw new Refusal(`\`${name}\` is no variable of the background's window`);
  if (background.scripts.some((one) => (one !== script && !one.isModule && one.scopes?.program.bindings.has(name)) || one.globals(name).some((node) => isMember(node)))) throw new Refusal(`\`${name}\` is declared or set in other ways, too`);
  return { name, type: messageType(name, isSet), script, fn: undefined, params: isSet ? ['value'] : [] };
}

function assertNotHidden(name: string): void {
  if ((PARAMETERS as readonly string[]).includes(name)) throw new Refusal(`\`${name}\` is what a listener for messages calls a parameter of its own`);
}

function gestureIn(fn: FunctionNode, turns: Turns, seen = new Set<Node>()): string | undefined {
  if (seen.has(fn)) return undefined;
  seen.add(fn);
  const script = turns.scriptOf(fn);
  let found: string | undefined;
  walk(fn, (node) => {
    if (found !== undefined) return false;
    const path = isMember(node) ? script.api(node)?.names.join('.') : undefined;
    if (path !== undefined && (NEEDS_GESTURE.test(path) || CAPTURES.test(path))) found = path;
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression' || node.type === 'NewExpression') for (const target of turns.targetsOf(node)) found ??= gestureIn(target, turns, seen);
    return true;
  });
  return found;
}

/** Whether a message can carry a value: it arrives as it was. */
export function isCarried(value: Value | undefined): boolean {
  return value !== undefined && !hasBytes(value) && !isConverted(value) && !losesMembers({ ...value, undefined: false });
}

/** What a function gives. @throws Refusal where that is not proven to arrive as it is: a copy that nobody else holds, and never undefined */
export function answerOf({ name, fn, script }: Target, turns: Turns, { supposed, variables }: BackgroundValues): Value {
  if (fn === undefined) {
    const held = variables.get(name);
    if (held === undefined || held.undefined || !isCarried(held)) throw new Refusal(`\`${name}\` is not proven to hold numbers, strings and booleans only`);
    return held;
  }
  const prover = new Prover(turns, supposed);
  const returns = returnsOf(fn);
  if (returns.length === 0 || !alwaysReturns(fn)) throw new Refusal(`\`${name}\` does not always return a value`);
  const values = returns.map((node) => {
    const value = prover.closed(script, node);
    if (!isCarried(value) || value!.undefined) throw new Refusal(`what \`${name}\` returns (\`${script.textOf(node as t.Node).split('\n')[0]}\`) is not proven to be JSON of its own`);
    return value;
  });
  const value = values.reduce(joinValues);
  if (value === undefined) throw new Refusal(`what \`${name}\` returns is not proven to be JSON of its own`);
  return value;
}
