import type * as t from '@babel/types';
import { callOf, isCall, isMember, memberName, nodesOf, parentOf, propertyValue, unwrap, wrapped, type AnyCall, type Node } from './ast.ts';
import { TIMERS } from './callbacks.ts';
import { isGlobalName } from './global-names.ts';
import { initOfConstant } from './scope.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';

/** A call that starts a timer by another name than the timer's own: `later(f, 500)`, `setTimeout.call(null, f, 500)`, `setInterval.bind(null, f)`. */
export interface TimerCall {
  /** `setTimeout` */
  readonly name: string;
  readonly call: AnyCall;
  /** What the timer is given, as far as it is seen: `undefined` for all behind a spread. */
  readonly given: readonly (Node | undefined)[];
  /** Whether the call only makes a function that starts it, and is given more. */
  readonly isBound: boolean;
}

/** A function that starts a timer, and what it is given before all else. */
interface Starter {
  readonly name: string;
  readonly given: readonly (Node | undefined)[];
}

/** What a call that starts a timer by another name gives it; undefined for other calls, also those of a timer by its own name. */
export function timerCall(script: Script, call: AnyCall): TimerCall | undefined {
  const callee = unwrap(call.callee as Node);
  const args = argumentsOf(call.arguments);
  const method = isMember(callee) ? memberName(callee) : undefined;
  if (method === 'apply' && isMember(callee) && unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Reflect') {
    const starter = args[0] && starterOf(script, args[0]);
    return starter && { name: starter.name, call, given: [...starter.given, ...listOf(args[2])], isBound: false };
  }
  const starter = isMember(callee) && /^(call|apply|bind)$/.test(method ?? '') ? starterOf(script, callee.object) : undefined;
  if (starter !== undefined) return { name: starter.name, call, given: [...starter.given, ...(method === 'apply' ? listOf(args[1]) : args.slice(1))], isBound: method === 'bind' };
  const own = isTimer(script, callee) ? undefined : starterOf(script, callee);
  return own && { name: own.name, call, given: [...own.given, ...args], isBound: false };
}

/** The calls of a script that start a kind of timer by another name. */
export function timerCalls(script: Script, name: string): readonly TimerCall[] {
  if (script.program === undefined || script.globals(name).length === 0) return [];
  return callsByOtherNames(script).filter((own) => own.name === name);
}

const callsByOtherNames = once((script: Script) => nodesOf(isCall, script.program!).flatMap((call) => timerCall(script, call) ?? []));

/** Whether all that is done with the function that a call makes is to call it. */
export function isOnlyCalled(script: Script, { call }: TimerCall): boolean {
  const declarator = parentOf(wrapped(call));
  return callOf(call) !== undefined || (declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' && !isLeakingName(script, declarator.id));
}

/** The mentions of a timer that hand it on as a value to where its calls are not seen. */
export function handedTimers(script: Script, name: string): readonly Node[] {
  return script.globals(name).filter((mention) => isHandedOn(script, mention));
}

function isHandedOn(script: Script, mention: Node): boolean {
  if (mention.type === 'ObjectProperty') {
    const id = mention.value.type === 'AssignmentPattern' ? mention.value.left : mention.value;
    return id.type !== 'Identifier' || isLeakingName(script, id);
  }
  const outer = wrapped(mention);
  const parent = parentOf(outer);
  switch (parent?.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return parent.callee !== outer && !(parent.type !== 'NewExpression' && timerCall(script, parent) !== undefined);
    case 'VariableDeclarator':
      return parent.init === outer && (parent.id.type !== 'Identifier' || isLeakingName(script, parent.id));
    case 'ObjectProperty': {
      const declarator = parentOf(wrapped(parentOf(parent)!));
      return !(declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' && initOfConstant(script.binding(declarator.id)) === declarator.init && script.binding(declarator.id)!.references.every(({ node }) => isMember(parentOf(wrapped(node)))));
    }
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === outer;
    case 'ReturnStatement':
    case 'ArrayExpression':
    case 'ArrowFunctionExpression':
      return true;
    case 'LogicalExpression':
      return parentOf(wrapped(parent))?.type === 'VariableDeclarator' && isHandedOn(script, parent);
    default:
      return false;
  }
}

/** Whether a name for a timer gets other values, or is used otherwise than in calls. */
function isLeakingName(script: Script, id: t.Identifier): boolean {
  const binding = script.binding(id);
  if (binding === undefined || binding.declarations.length > 1) return true;
  const statement = parentOf(parentOf(id)!);
  if (statement !== undefined && parentOf(statement)?.type === 'ExportNamedDeclaration') return true;
  return binding.references.some(({ node, writes }) => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    if (parent?.type === 'UnaryExpression' || parent?.type === 'IfStatement') return false;
    return writes || !((isCall(parent) && (parent.callee === outer || timerCall(script, parent) !== undefined)) || (isMember(parent) && parent.object === outer && /^(call|apply|bind)$/.test(memberName(parent) ?? '')));
  });
}

/** The timer that an expression stands for. */
function starterOf(script: Script, node: Node, depth = 0): Starter | undefined {
  const inner = unwrap(node);
  const name = timerName(script, inner);
  if (name !== undefined) return { name, given: [] };
  if (depth > 3) return undefined;
  if (inner.type === 'LogicalExpression') return starterOf(script, inner.right, depth + 1) ?? starterOf(script, inner.left, depth + 1);
  if (isCall(inner)) {
    const bound = timerCall(script, inner);
    return bound?.isBound ? bound : undefined;
  }
  if (isMember(inner)) {
    const object = unwrap(inner.object);
    const literal = object.type === 'Identifier' ? initOfConstant(script.binding(object)) : undefined;
    const value = literal && unwrap(literal).type === 'ObjectExpression' ? propertyValue(unwrap(literal) as t.ObjectExpression, memberName(inner) ?? '') : undefined;
    return value && starterOf(script, value, depth + 1);
  }
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration, ...others] = binding?.declarations ?? [];
  if (declaration?.init == null || others.length > 0 || binding!.kind === 'param' || binding!.references.some(({ writes }) => writes)) return undefined;
  if (declaration.keys?.length === 0) return starterOf(script, declaration.init, depth + 1);
  const key = declaration.keys?.length === 1 ? declaration.keys[0]!.name : '';
  return TIMERS.has(key) && isGlobalName(script, declaration.init) ? { name: key, given: [] } : undefined;
}

/** `setTimeout`, `window.setTimeout` */
function isTimer(script: Script, node: Node): boolean {
  return timerName(script, unwrap(node)) !== undefined;
}

function timerName(script: Script, inner: Node): string | undefined {
  if (inner.type === 'Identifier') return TIMERS.has(inner.name) && script.binding(inner) === undefined ? inner.name : undefined;
  const name = isMember(inner) ? memberName(inner) : undefined;
  return name !== undefined && TIMERS.has(name) && isGlobalName(script, (inner as t.MemberExpression).object) ? name : undefined;
}

function argumentsOf(args: readonly Node[]): readonly (Node | undefined)[] {
  const spread = args.findIndex(({ type }) => type === 'SpreadElement');
  return spread === -1 ? args : [...args.slice(0, spread), undefined];
}

function listOf(node: Node | undefined): readonly (Node | undefined)[] {
  const inner = node && unwrap(node);
  return inner?.type === 'ArrayExpression' ? argumentsOf(inner.elements as Node[]) : [undefined];
}
