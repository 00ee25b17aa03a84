import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { functionOf, isCall, isFunction, isMember, isNewPromise, isTrue, isUnused, isWithin, memberName, parentOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { isGlobalName } from '../global-names.ts';
import { functionsOf } from '../message-listeners.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';

/** Functions of which one is to be called: `sendResponse`; `resolve` and `reject`. */
interface Sought {
  readonly script: Script;
  readonly bindings: readonly Binding[];
  readonly depth: number;
  /** Whether a listener's own `return true` says as much. */
  readonly trusts?: boolean;
}

/** How statements may be left without the call: to what follows them, by a jump, by a `throw`, or out of their function. */
interface Ways {
  readonly open: boolean;
  readonly jumps: boolean;
  readonly throws: boolean;
  readonly lost: boolean;
}

const ANSWERED: Ways = { open: false, jumps: false, throws: false, lost: false };
const OPEN: Ways = { ...ANSWERED, open: true };
const LOST: Ways = { ...ANSWERED, lost: true };
const MAX_DEPTH = 5;

/**
 * Whether statements call a function on each of their ways, at once or in what surely comes later: a callback of the browser, a timer, a
 * continuation. A way that a `throw`, or a `catch` of what they do later, leaves without the call counts; an exception that nobody foresaw does not.
 * @param trusts whether ways that end in `return true` are believed to call it
 */
export function surelyCalls(script: Script, statements: readonly Node[], binding: Binding, trusts = false): boolean {
  return isSure({ script, bindings: [binding], depth: 0, trusts }, statements);
}

function isSure(sought: Sought, statements: readonly Node[]): boolean {
  const ways = sequence(sought, statements);
  return !ways.open && !ways.jumps && !ways.throws && !ways.lost && statements.every((one) => awaitsSettle(sought, one));
}

/** Whether everything that code awaits in its own function is not known to wait for ever. */
function awaitsSettle(sought: Sought, code: Node): boolean {
  let settled = true;
  walk(code, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ForOfStatement' && node.await) settled = false;
    if (node.type === 'AwaitExpression' && !settles(sought, node.argument)) settled = false;
    return settled;
  });
  return settled;
}

function sequence(sought: Sought, statements: readonly Node[]): Ways {
  let all = ANSWERED;
  for (const statement of statements) {
    const ways = waysOf(sought, statement);
    all = either(all, { ...ways, open: false });
    if (!ways.open) return all;
  }
  return { ...all, open: true };
}

function either(one: Ways, other: Ways): Ways {
  return { open: one.open || other.open, jumps: one.jumps || other.jumps, throws: one.throws || other.throws, lost: one.lost || other.lost };
}

function waysOf(sought: Sought, statement: Node): Ways {
  const calls = (expression: Node | null | undefined): boolean => expression != null && isCalling(sought, expression);
  switch (statement.type) {
    case 'ExpressionStatement':
      return calls(statement.expression) ? ANSWERED : OPEN;
    case 'VariableDeclaration':
      return statement.declarations.some(({ init }) => calls(init)) ? ANSWERED : OPEN;
    case 'ReturnStatement':
      return calls(statement.argument) || (sought.trusts === true && statement.argument != null && isTrue(statement.argument)) ? ANSWERED : LOST;
    case 'BreakStatement':
    case 'ContinueStatement':
      return statement.label == null ? { ...ANSWERED, jumps: true } : LOST;
    case 'BlockStatement':
      return sequence(sought, statement.body);
    case 'IfStatement':
      if (calls(statement.test)) return ANSWERED;
      if (isGiven(sought, statement.test)) return waysOf(sought, statement.consequent);
      return either(waysOf(sought, statement.consequent), statement.alternate ? waysOf(sought, statement.alternate) : OPEN);
    case 'SwitchStatement': {
      if (calls(statement.discriminant)) return ANSWERED;
      const cases = statement.cases.map(({ consequent }) => sequence(sought, consequent));
      const all = cases.reduce(either, ANSWERED);
      return { ...all, open: all.jumps || cases.at(-1)?.open !== false || !statement.cases.some(({ test }) => test == null), jumps: false };
    }
    case 'TryStatement': {
      const last = statement.finalizer ? waysOf(sought, statement.finalizer) : OPEN;
      if (!last.open) return last;
      const block = waysOf(sought, statement.block);
      const both = statement.handler ? either({ ...block, throws: false }, waysOf(sought, statement.handler.body)) : block;
      return either(both, { ...last, open: false });
    }
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
      return { ...waysOf(sought, statement.body), open: true, jumps: false };
    case 'ThrowStatement':
      return { ...ANSWERED, throws: true };
    case 'EmptyStatement':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return OPEN;
    default:
      return statement.type.startsWith('TS') ? OPEN : LOST;
  }
}

function isSought({ script, bindings }: Sought, node: Node): boolean {
  const inner = unwrap(node);
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  return binding !== undefined && bindings.includes(binding);
}

/** `if (sendResponse)`: the browser always gives one. */
function isGiven(sought: Sought, test: Node): boolean {
  const inner = unwrap(test);
  if (inner.type !== 'BinaryExpression') return isSought(sought, inner);
  return /^={2,3}$/.test(inner.operator) && inner.left.type === 'UnaryExpression' && inner.left.operator === 'typeof' && isSought(sought, inner.left.argument) && inner.right.type === 'StringLiteral' && inner.right.value === 'function';
}

/** Whether an expression surely comes to the call. */
function isCalling(sought: Sought, expression: Node): boolean {
  const inner = unwrap(expression);
  switch (inner.type) {
    case 'AwaitExpression':
    case 'UnaryExpression':
      return isCalling(sought, inner.argument);
    case 'SequenceExpression':
      return inner.expressions.some((one) => isCalling(sought, one));
    case 'ConditionalExpression':
      return isCalling(sought, inner.test) || (isCalling(sought, inner.consequent) && isCalling(sought, inner.alternate));
    case 'LogicalExpression':
      return isCalling(sought, inner.left) || (inner.operator === '&&' && isGiven(sought, inner.left) && isCalling(sought, inner.right));
    case 'AssignmentExpression':
      return isCalling(sought, inner.right);
    case 'NewExpression':
      return isNewPromise(inner) && inner.arguments[0] !== undefined && willCall(sought, inner.arguments[0]);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return isCallSure(sought, inner);
    default:
      return false;
  }
}

function isCallSure(sought: Sought, call: t.CallExpression | t.OptionalCallExpression): boolean {
  const { script } = sought;
  const callee = unwrap(call.callee as Node);
  if (isSought(sought, callee) || call.arguments.some((argument) => argument.type !== 'SpreadElement' && isCalling(sought, argument))) return true;
  if (isFunction(callee)) return immediateCall(callee) !== undefined && hasCallIn(sought, callee);
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return false;
  const api = script.api(callee);
  if (api !== undefined) return takesCallback(api.names) && api.root !== 'browser' && api.root !== 'polyfill' && call.arguments.length > 0 && willCall(sought, call.arguments.at(-1)!);
  if (isMember(callee)) return isContinued(sought, callee, call) || (isTimer(script, callee) && isOwnTimer(script, call) && call.arguments[0] !== undefined && willCall(sought, call.arguments[0]));
  if (callee.type === 'Identifier' && script.binding(callee) === undefined && (callee.name === 'setTimeout' || callee.name === 'queueMicrotask')) return isOwnTimer(script, call) && call.arguments[0] !== undefined && willCall(sought, call.arguments[0]);
  return isCalledBy(sought, callee, call);
}

/** Whether a function of the browser calls what it is given last, once and always. */
function takesCallback(names: readonly string[]): boolean {
  return names.length > 1 && !names.some((name) => /^on[A-Z]/.test(name)) && !/^(getURL|getManifest|getViews|getBackgroundPage|connect|connectNative|getMessage|getUILanguage)$/.test(names.at(-1)!);
}

/** `window.setTimeout` */
function isTimer(script: Script, callee: Node): boolean {
  return isMember(callee) && memberName(callee) === 'setTimeout' && isGlobalName(script, callee.object);
}

/** Whether nobody but the function that starts a timer may stop it: a later message may clear what is kept. */
function isOwnTimer(script: Script, call: AnyCall): boolean {
  const parent = parentOf(wrapped(call));
  if (isUnused(call) || parent?.type === 'ArrowFunctionExpression') return true;
  const target = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' ? unwrap(parent.left) : undefined;
  const scope = target?.type === 'Identifier' ? script.binding(target)?.scope.node : undefined;
  const fn = functionOf(call);
  return fn !== undefined && scope !== undefined && isWithin(scope, fn);
}

/** `load().then((value) => sendResponse(value), (error) => sendResponse({ error }))` */
function isContinued(sought: Sought, callee: t.MemberExpression | t.OptionalMemberExpression, { arguments: given }: AnyCall): boolean {
  const [first, second] = given;
  switch (memberName(callee)) {
    case 'then':
      if (isCalling(sought, callee.object)) return true;
      return first !== undefined && willCall(sought, first) && (second === undefined || willCall(sought, second)) && settles(sought, callee.object);
    case 'catch':
      // Where it fails behind the call, nothing is missing; where it fails before, the answer is.
      return first !== undefined && willCall(sought, first) && isCalling(sought, callee.object);
    case 'finally':
      return isCalling(sought, callee.object) || (first !== undefined && willCall(sought, first) && settles(sought, callee.object));
    default:
      return false;
  }
}

/** Whether a function that is given to be called will come to the call. */
function willCall(sought: Sought, node: Node): boolean {
  const inner = unwrap(node);
  if (isSought(sought, inner)) return true;
  if (isFunction(inner)) return hasCallIn(sought, inner);
  // `sendResponse.bind(null, 'done')`
  if (isCall(inner)) return isMember(inner.callee) && memberName(inner.callee) === 'bind' && isSought(sought, inner.callee.object);
  const fn = inner.type === 'Identifier' ? ownFunction(sought.script, inner) : undefined;
  return fn !== undefined && hasCallIn({ ...sought, depth: sought.depth + 1 }, fn);
}

/** The function of its own script that a name surely means. */
function ownFunction(script: Script, name: t.Identifier): FunctionNode | undefined {
  const binding = script.binding(name);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || binding.declarations.length !== 1 || binding.references.some(({ writes }) => writes)) return undefined;
  const found = [declaration!.node, declaration!.keys?.length === 0 && declaration!.init ? unwrap(declaration!.init) : undefined];
  return binding.kind === 'param' ? undefined : found.find(isFunction);
}

function hasCallIn(sought: Sought, fn: FunctionNode): boolean {
  if (fn.generator || sought.depth > MAX_DEPTH) return false;
  const own = { ...sought, trusts: false };
  return fn.body.type === 'BlockStatement' ? isSure(own, fn.body.body) : isCalling(own, fn.body) && awaitsSettle(own, fn.body);
}

/** `answer(message, sendResponse)`, where the function calls what it is given. */
function isCalledBy(sought: Sought, callee: Node, { arguments: given }: AnyCall): boolean {
  const index = given.findIndex((argument) => isSought(sought, argument));
  if (callee.type !== 'Identifier' || sought.depth > MAX_DEPTH) return false;
  // A helper in the listener sees `sendResponse` itself.
  const inner = ownFunction(sought.script, callee);
  if (inner !== undefined && hasCallIn({ ...sought, depth: sought.depth + 1 }, inner)) return true;
  const binding = sought.script.binding(callee);
  if (index === -1 || binding?.kind === 'param' || binding?.references.some(({ writes }) => writes)) return false;
  const targets = functionsOf(sought.script, callee);
  return targets.length > 0 && targets.every(({ owner, fn }) => {
    const param = fn.params[index];
    const own = param?.type === 'Identifier' ? owner.binding(param) : undefined;
    return own !== undefined && !own.references.some(({ writes }) => writes) && hasCallIn({ script: owner, bindings: [own], depth: sought.depth + 1 }, fn);
  });
}

/** Whether a promise, or what is awaited like one, is not known to stay pending: what code out of sight promises is believed. */
function settles({ script, depth }: Sought, node: Node): boolean {
  const inner = unwrap(node);
  const next = { script, bindings: [], depth: depth + 1 };
  if (depth > MAX_DEPTH) return false;
  if (isNewPromise(inner)) {
    const executor = inner.arguments[0] && unwrap(inner.arguments[0]);
    if (!isFunction(executor)) return false;
    const bindings = executor.params.flatMap((param) => (param.type === 'Identifier' ? script.binding(param) ?? [] : []));
    return bindings.length > 0 && hasCallIn({ script, bindings, depth: depth + 1 }, executor);
  }
  if (inner.type === 'Identifier') {
    const binding = script.binding(inner);
    const init = binding?.kind === 'const' && binding.declarations[0]!.keys?.length === 0 ? binding.declarations[0]!.init : undefined;
    return init === undefined || functionOf(init) !== functionOf(inner) || settles(next, init);
  }
  if (inner.type === 'ConditionalExpression') return settles(next, inner.consequent) && settles(next, inner.alternate);
  if (inner.type === 'LogicalExpression') return settles(next, inner.left) && settles(next, inner.right);
  if (inner.type === 'AwaitExpression') return settles(next, inner.argument);
  if (!isCall(inner)) return true;
  const callee = unwrap(inner.callee as Node);
  if (isMember(callee)) {
    const name = memberName(callee) ?? '';
    if (/^(then|catch|finally)$/.test(name)) return settles(next, callee.object) && inner.arguments.every((argument) => !isFunction(unwrap(argument)) || givesSettled(next, unwrap(argument) as FunctionNode));
    const elements = inner.arguments[0] && unwrap(inner.arguments[0]);
    if (unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Promise' && elements?.type === 'ArrayExpression') return elements.elements.every((one) => one == null || settles(next, one));
    return true;
  }
  if (isFunction(callee)) return givesSettled(next, callee);
  return functionsOf(script, callee).every(({ owner, fn }) => givesSettled({ ...next, script: owner }, fn));
}

/** Whether what a function gives back settles, as far as its own code shows. */
function givesSettled(sought: Sought, fn: FunctionNode): boolean {
  if (fn.generator || sought.depth > MAX_DEPTH) return false;
  if (fn.async && !awaitsSettle(sought, fn.body)) return false;
  if (fn.body.type !== 'BlockStatement') return settles(sought, fn.body);
  let settled = true;
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && node.argument && !settles(sought, node.argument)) settled = false;
    return settled;
  });
  return settled;
}
