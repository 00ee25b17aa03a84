import type * as t from '@babel/types';
import { isTest, isUnder } from '../guarded.ts';
import { ancestors, functionOf, isFunction, isMember, isNothing, isUnused, memberName, parentOf, unwrap, usesArguments, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { isConstant, isVisibleOutside, refuse, type Refusal } from './injection.ts';
import { callbackText, habitsOf } from '../layout.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';

/**
 * What becomes of the results of an injection. `tabs.executeScript` gave an array of values, `scripting.executeScript` gives an array of
 * objects that hold them as `result`: the edits take them out again.
 */
export interface Results {
  readonly used: boolean;
  readonly edits: readonly Edit[];
  /** Whether the code handles the failure of the injected code itself, which Firefox used to pass on as a rejection. */
  readonly handlesErrors: boolean;
  /** Whether the values are taken out right after the call, because the results go where they cannot be followed. */
  readonly escapes?: boolean;
}

const UNUSED: Results = { used: false, edits: [], handlesErrors: false };

/** How a call's results are used, through its callback or its promise. Refuses what cannot be followed. */
export function resultsOf(script: Script, call: AnyCall, callback: Node | undefined, promises: boolean): Results | Refusal {
  if (callback) {
    const results = ofHandler(script, callback, false);
    return 'refused' in results ? results : { ...results, handlesErrors: /\blastError\b/.test(script.textOf(callback)) };
  }
  const outer = wrapped(call);
  const parent = parentOf(outer);
  // A call of `chrome.tabs` without a callback gives undefined.
  if (!promises && parent?.type !== 'AwaitExpression' && !isMember(parent)) return UNUSED;
  return ofPromise(script, call, 0);
}

const MAX_DEPTH = 6;

/** A function that is given the results: a callback, or what `then` gets. */
function ofHandler(script: Script, handler: Node, promised: boolean): Results | Refusal {
  const inner = unwrap(handler);
  if (isFunction(inner)) return ofParameter(script, inner, promised);
  if (inner.type === 'Identifier') {
    const binding = script.binding(inner);
    const [declaration] = binding?.declarations ?? [];
    const fn = declaration?.init && unwrap(declaration.init);
    if (binding && isConstant(binding) && declaration?.keys?.length === 0 && isFunction(fn)) {
      if (fn.params.length === 0 && !usesArguments(fn)) return UNUSED;
      // A function that only this call uses gets the results as they come, and takes the values out.
      if (binding.references.length === 1 && !isVisibleOutside(script, binding)) return ofParameter(script, fn, promised);
    }
  }
  if (inner.type !== 'Identifier' && !(inner.type === 'MemberExpression' && unwrap(inner.object).type === 'ThisExpression')) {
    if (inner.type !== 'MemberExpression') return refuse('results', { what: script.textOf(handler) });
  }
  const name = nameFor(script, handler, 'results');
  const values = mapped(script, name, promised);
  return { used: true, edits: [script.replace(handler, callbackText(script, name, `${script.textOf(inner)}(${values})`))], handlesErrors: false };
}

function nameFor(script: Script, at: Node, name: string): string {
  return script.textOf(at) === name ? 'injected' : name;
}

/** The values of all results, as code. A callback gets no results where the injection failed. */
function mapped(script: Script, results: string, certain: boolean): string {
  const { modern } = habitsOf(script);
  const map = `map(${modern ? `({ result }) => result${script.isTyped ? ' as any' : ''}` : callbackText(script, 'one', 'one.result')})`;
  if (certain) return `${results}.${map}`;
  return modern ? `${results}?.${map}` : `${results} && ${results}.${map}`;
}

function ofParameter(script: Script, fn: FunctionNode, promised: boolean): Results | Refusal {
  if (usesArguments(fn)) return refuse('results', { what: 'arguments' });
  const [param] = fn.params;
  // The type that was written is the values'.
  if (param && isTyped(param as Node)) return refuse('results', { what: script.textOf(param) });
  return param ? ofPattern(script, param as Node, promised) : UNUSED;
}

function isAnnotated(parameter: Node): boolean {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return 'typeAnnotation' in target && target.typeAnnotation != null;
}

function isTyped(pattern: Node): boolean {
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') return false;
  const type = annotation.typeAnnotation;
  return type.type !== 'TSAnyKeyword' && !(type.type === 'TSArrayType' && type.elementType.type === 'TSAnyKeyword');
}

/** What takes the results: a name, or a pattern of an array. */
function ofPattern(script: Script, pattern: Node, promised: boolean): Results | Refusal {
  switch (pattern.type) {
    case 'Identifier': {
      const binding = script.binding(pattern);
      return binding ? ofBinding(script, binding, promised) : refuse('results', { what: pattern.name });
    }
    case 'AssignmentPattern':
      return ofPattern(script, pattern.left, promised);
    case 'ArrayPattern': {
      const edits: Edit[] = [];
      for (const element of pattern.elements) {
        if (element?.type === 'RestElement') return refuse('results', { what: script.textOf(pattern) });
        if (element) edits.push(...resultPattern(script, element));
      }
      return { used: edits.length > 0, edits, handlesErrors: false };
    }
    default:
      return refuse('results', { what: script.textOf(pattern) });
  }
}

/** `[x]` becomes `[{ result: x }]`. */
function resultPattern(script: Script, element: Node): Edit[] {
  const { brace } = habitsOf(script);
  const target = element.type === 'AssignmentPattern' ? element.left : element;
  const short = target.type === 'Identifier' && target.name === 'result' && !target.typeAnnotation;
  const fallback = element.type === 'AssignmentPattern' || isDefaulted(element) ? ' = {}' : '';
  const [open, close] = isBareParameter(script, element) ? ['(', ')'] : ['', ''];
  return [script.insert(element.start!, `${open}{${brace}${short ? '' : 'result: '}`), script.insert(element.end!, `${brace}}${fallback}${close}`)];
}

/** The parameter of `value => value`, which has no parentheses. */
function isBareParameter(script: Script, element: Node): boolean {
  const arrow = parentOf(element);
  return arrow?.type === 'ArrowFunctionExpression' && arrow.body !== element && !script.file.text.slice(arrow.start!, element.start!).includes('(');
}

/** Whether the array that an element is taken from may be one that a default gives, as in `([x] = []) => ...`. */
function isDefaulted(element: Node): boolean {
  const pattern = parentOf(element);
  return pattern !== undefined && parentOf(pattern)?.type === 'AssignmentPattern';
}

// ---- names

function ofBinding(script: Script, binding: Binding, promised: boolean): Results | Refusal {
  const edits: Edit[] = [];
  let used = false;
  for (const { node, writes } of binding.references) {
    if (writes) return refuse('results', { what: binding.name });
    const use = ofUse(script, node, promised);
    if (use === undefined) continue;
    if ('refused' in use) return use;
    used = true;
    edits.push(...use.edits);
  }
  return { used, edits, handlesErrors: false };
}

const TAKES_ONE = new Set(['shift', 'pop', 'at']);
const VISITS = new Set(['forEach', 'map', 'some', 'every', 'flatMap']);

/** One use of the array of results; undefined for a use that does not look at the values. */
function ofUse(script: Script, node: Node, promised: boolean): { readonly edits: readonly Edit[] } | Refusal | undefined {
  let outer = wrapped(node);
  let parent = parentOf(outer);
  if (isUnused(outer)) return undefined;
  let fallback = false;
  while (parent?.type === 'LogicalExpression' && parent.left === outer && parent.operator !== '&&') {
    fallback = true;
    outer = wrapped(parent);
    parent = parentOf(outer);
  }
  if (!fallback && isTest(node) && !(parent?.type === 'LogicalExpression' && parent.right === outer)) return undefined;
  if (isMember(parent) && parent.object === outer) {
    if (memberName(parent) === 'length') return undefined;
    const call = parentOf(wrapped(parent));
    const isCallee = call?.type === 'CallExpression' && unwrap(call.callee) === parent;
    const name = memberName(parent);
    if (parent.computed && name === undefined && !isCallee) return elementUse(script, parent, fallback);
    if (isCallee && name !== undefined) {
      if (TAKES_ONE.has(name)) return elementUse(script, call, fallback);
      const [visitor] = call.arguments.map((argument) => unwrap(argument));
      if (VISITS.has(name) && visitor && isFunction(visitor) && visitor.params.length < 3 && !usesArguments(visitor)) {
        const [element] = visitor.params;
        if (element === undefined) return undefined;
        // The type that was written is the value's: the values are taken out before.
        if (!isAnnotated(element as Node)) return elementParameter(script, element as Node);
      }
    }
  }
  if (parent?.type === 'ForOfStatement' && parent.right === outer && !parent.await && parent.left.type === 'VariableDeclaration') {
    return elementParameter(script, parent.left.declarations[0]!.id);
  }
  if (parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'ArrayPattern') {
    if (!fallback) return ofPattern(script, parent.id, promised);
  }
  const certain = promised || (!isWhereFailed(node) && isUnder(node, (test) => asksFor(script, test, node)));
  const text = mapped(script, script.textOf(node), certain);
  if (certain || habitsOf(script).modern) {
    return isShorthand(node) ? { edits: [script.insert(node.end!, `: ${text}`)] } : { edits: [script.insert(node.end!, text.slice(script.textOf(node).length))] };
  }
  return { edits: [isShorthand(node) ? script.insert(node.end!, `: ${text}`) : script.replace(node, text)] };
}

function isShorthand(node: Node): boolean {
  const parent = parentOf(node);
  return parent?.type === 'ObjectProperty' && parent.shorthand && parent.value === node;
}

/** `results[0]` becomes `results[0].result`. */
function elementUse(script: Script, element: Node, fallback: boolean): { readonly edits: readonly Edit[] } | Refusal {
  const parent = parentOf(wrapped(element));
  if ((parent?.type === 'AssignmentExpression' && parent.left === element) || parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete')) {
    return refuse('results', { what: script.textOf(element) });
  }
  return { edits: [script.insert(element.end!, fallback ? '?.result' : '.result')] };
}

/** A parameter or loop variable that holds one result after the other. */
function elementParameter(script: Script, element: Node): { readonly edits: readonly Edit[] } | Refusal {
  const binding = element.type === 'Identifier' ? script.binding(element) : undefined;
  if (!binding || habitsOf(script).modern) return { edits: resultPattern(script, element) };
  if (!isConstant(binding)) return refuse('results', { what: binding.name });
  return { edits: binding.references.map(({ node }) => script.insert(node.end!, isShorthand(node) ? `: ${binding.name}.result` : '.result')) };
}

/** Whether a test makes sure that there are results: it asks for them, or for the error. */
function asksFor(script: Script, test: Node, node: Node): boolean {
  let found = false;
  walk(test, (inner) => {
    if (inner.type === 'Identifier' && node.type === 'Identifier' && inner.name === node.name) found = true;
    if (isMember(inner) && memberName(inner) === 'lastError') found = true;
    return !found && !isFunction(inner);
  });
  return found && script.syntax !== undefined;
}

/** Whether a place is reached only with an error, and without results: `if (chrome.runtime.lastError) { log(results); }` */
function isWhereFailed(node: Node): boolean {
  let inner = node;
  for (const up of ancestors(node)) {
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && inner !== up.test) {
      const test = unwrap(up.test);
      const isNegated = test.type === 'UnaryExpression' && test.operator === '!';
      const asked = isNegated ? unwrap(test.argument) : test;
      if (isMember(asked) && memberName(asked) === 'lastError' && inner === (isNegated ? up.alternate : up.consequent)) return true;
    }
    if (isFunction(up)) return false;
    inner = up;
  }
  return false;
}

// ---- promises

function ofPromise(script: Script, expression: Node, depth: number): Results | Refusal {
  if (depth > MAX_DEPTH) return escaped(script, expression);
  if (isUnused(expression)) return UNUSED;
  const outer = wrapped(expression);
  const parent = parentOf(outer);
  if (parent?.type === 'AwaitExpression') return ofAwaited(script, parent, expression, depth);
  if (isMember(parent) && parent.object === outer) {
    const call = parentOf(wrapped(parent));
    if (call?.type !== 'CallExpression' || unwrap(call.callee) !== parent) return escaped(script, expression);
    return ofMethod(script, memberName(parent), call, expression, depth);
  }
  if (parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'Identifier') {
    const binding = script.binding(parent.id);
    if (binding && !binding.references.some(({ reads }) => reads) && !isVisibleOutside(script, binding)) return UNUSED;
    if (!binding || !isConstant(binding)) return escaped(script, expression);
    return together(script, expression, binding.references.map(({ node }) => ofPromise(script, node, depth + 1)));
  }
  return isUnusedAnywhere(script, expression, depth) ? UNUSED : escaped(script, expression);
}

/** Several uses of one promise; what none of them could follow is settled where the promise is made. */
function together(script: Script, origin: Node, uses: readonly (Results | Refusal)[]): Results | Refusal {
  const refused = uses.find((use) => 'refused' in use);
  if (refused) return refused;
  const all = uses as readonly Results[];
  const handlesErrors = all.some((use) => use.handlesErrors);
  return all.some(({ escapes }) => escapes) ? { ...escaped(script, origin), handlesErrors } : { used: all.some(({ used }) => used), edits: all.flatMap(({ edits }) => edits), handlesErrors };
}

function ofMethod(script: Script, method: string | undefined, call: t.CallExpression, expression: Node, depth: number): Results | Refusal {
  const [handler, second] = call.arguments as Node[];
  if (method === 'catch' || method === 'finally') {
    const handlesErrors = method === 'catch';
    const rest = ofPromise(script, call, depth + 1);
    if ('refused' in rest) return rest;
    if (!rest.used) return { ...rest, handlesErrors };
    // What `catch` gives is no array of results.
    return method === 'catch' ? { ...escaped(script, expression), handlesErrors } : rest;
  }
  if (method !== 'then') return escaped(script, expression);
  const handlesErrors = second !== undefined || isCaught(call);
  if (handler === undefined || isNothing(handler)) {
    const rest = ofPromise(script, call, depth + 1);
    return 'refused' in rest ? rest : rest.used ? { ...escaped(script, expression), handlesErrors } : { ...rest, handlesErrors };
  }
  const own = ofHandler(script, handler, true);
  return 'refused' in own ? own : { ...own, handlesErrors };
}

function isCaught(call: Node): boolean {
  for (let node: Node = call; ;) {
    const member = parentOf(wrapped(node));
    const next = isMember(member) ? parentOf(wrapped(member)) : undefined;
    if (!isMember(member) || next?.type !== 'CallExpression' || unwrap(next.callee) !== member) return false;
    if (memberName(member) === 'catch' || next.arguments.length > 1) return true;
    node = next;
  }
}

function ofAwaited(script: Script, awaited: t.AwaitExpression, expression: Node, depth: number): Results | Refusal {
  const handlesErrors = [...ancestors(awaited)].some((up) => up.type === 'TryStatement' && up.handler && functionOf(up) === functionOf(awaited));
  const settle = (results: Results | Refusal): Results | Refusal => ('refused' in results ? results : { ...results, handlesErrors });
  if (isUnused(awaited)) return { ...UNUSED, handlesErrors };
  const outer = wrapped(awaited);
  const parent = parentOf(outer);
  const isCast = outer.type === 'TSAsExpression' || outer.type === 'TSTypeAssertion' || outer.type === 'TSSatisfiesExpression';
  if (isCast || (parent?.type === 'VariableDeclarator' && isTyped(parent.id))) return { ...escaped(script, expression), handlesErrors };
  if (parent?.type === 'VariableDeclarator' && parent.init === outer) return settle(ofPattern(script, parent.id, true));
  if (parent?.type === 'AssignmentExpression' && parent.right === outer && parent.left.type === 'ArrayPattern') return settle(ofPattern(script, parent.left, true));
  if (isMember(parent) && parent.object === outer && parent.computed && memberName(parent) === undefined) {
    const use = elementUse(script, parent, false);
    return 'refused' in use ? use : { used: true, edits: use.edits, handlesErrors };
  }
  if (isMember(parent) && memberName(parent) === 'length') return { ...UNUSED, handlesErrors };
  if (isUnusedAnywhere(script, awaited, depth)) return { ...UNUSED, handlesErrors };
  return { ...escaped(script, expression), handlesErrors };
}

/** Results that go where they cannot be followed are turned into values at once. */
function escaped(script: Script, expression: Node): Results {
  const text = callbackText(script, 'results', mapped(script, 'results', true));
  const line = script.file.text.lastIndexOf('\n', expression.start!) < script.file.text.lastIndexOf('\n', expression.end!);
  const separator = line && /^\s*\n\s*\./.test(script.slice(expression.end!, expression.end! + 200)) ? /^\s*/.exec(script.slice(expression.end!, expression.end! + 200))![0] : '';
  return { used: true, edits: [script.insert(expression.end!, `${separator}.then(${text})`)], handlesErrors: false, escapes: true };
}

/** Whether a value that a function returns or a promise settles to, or one that is given on, is looked at by nobody. */
export function isUnusedAnywhere(script: Script, expression: Node, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (isUnused(expression)) return true;
  const outer = wrapped(expression);
  const parent = parentOf(outer);
  if (parent?.type === 'AwaitExpression') return isUnusedAnywhere(script, parent, depth + 1);
  if (parent?.type === 'ReturnStatement' || (parent?.type === 'ArrowFunctionExpression' && parent.body === outer)) {
    const fn = functionOf(outer);
    return fn !== undefined && isResultUnusedAnywhere(script, fn, depth + 1);
  }
  if (isMember(parent) && parent.object === outer) {
    const call = parentOf(wrapped(parent));
    const [handler] = call?.type === 'CallExpression' && unwrap(call.callee) === parent ? (call.arguments as Node[]) : [];
    const method = memberName(parent);
    if (call?.type === 'CallExpression' && (method === 'catch' || method === 'finally')) return isUnusedAnywhere(script, call, depth + 1);
    return method === 'then' && handler !== undefined && ignoresValue(script, handler);
  }
  const list = parent?.type === 'ArrayExpression' ? parentOf(wrapped(parent)) : parent;
  if (list?.type === 'CallExpression' && /^Promise\.(all|allSettled|race|any)$/.test(script.textOf(list.callee))) return isUnusedAnywhere(script, list, depth + 1);
  return false;
}

function ignoresValue(script: Script, handler: Node): boolean {
  const results = ofHandler(script, handler, true);
  return !('refused' in results) && !results.used;
}

/** Whether nobody looks at what a function returns: a listener, a timer's or a loop's callback, or a function whose calls stand alone. */
function isResultUnusedAnywhere(script: Script, fn: FunctionNode, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const outer = wrapped(fn);
  const parent = parentOf(outer);
  if (parent?.type === 'CallExpression' && parent.arguments.includes(outer as t.Expression)) {
    const callee = unwrap(parent.callee);
    const api = script.api(callee)?.names.join('.');
    if (api?.endsWith('.addListener')) return !/^(runtime|extension)\.onMessage|^webRequest\.|^runtime\.onUserScriptMessage/.test(api);
    const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
    if (name === 'addEventListener' || name === 'forEach' || name === 'setTimeout' || name === 'setInterval' || name === 'finally') return true;
    if (name === 'then' || name === 'catch') return isUnusedAnywhere(script, parent, depth + 1);
    return name === 'map' && isUnusedAnywhere(script, parent, depth + 1);
  }
  if (parent?.type === 'CallExpression' && parent.callee === outer) return isUnusedAnywhere(script, parent, depth + 1);
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left) && /^on[a-z]+$/.test(memberName(parent.left) ?? '')) return true;
  const name = fn.type === 'FunctionDeclaration' ? fn.id : parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
  const binding = name && script.binding(name);
  if (!binding || isVisibleOutside(script, binding)) return false;
  return binding.references.length > 0 && binding.references.every(({ node }) => {
    const use = parentOf(wrapped(node));
    if (use?.type === 'CallExpression' && unwrap(use.callee) === node) return isUnusedAnywhere(script, use, depth + 1);
    return use?.type === 'CallExpression' && (script.api(use.callee)?.names.at(-1) === 'addListener' ? !/onMessage/.test(script.textOf(use.callee)) : isMember(use.callee) && memberName(use.callee) === 'addEventListener');
  });
}
