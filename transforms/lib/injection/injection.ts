import type * as t from '@babel/types';
import { isFunction, isNothing, keyName, parentOf, stringValue, unwrap, walk, wrapped, type AnyCall, type Node } from '../ast.ts';
import type { ApiReference } from '../api.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';

/** The functions of Manifest V2's `tabs` that inject code. */
export type InjectionMethod = 'executeScript' | 'insertCSS' | 'removeCSS';

export const INJECTION_METHODS: readonly InjectionMethod[] = ['executeScript', 'insertCSS', 'removeCSS'];

/** Why a call is left to a person: the id of a message, and what to fill it with. */
export interface Refusal {
  readonly refused: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** A call of `tabs.executeScript`, `tabs.insertCSS` or `tabs.removeCSS`, taken apart. */
export interface Injection {
  readonly script: Script;
  readonly method: InjectionMethod;
  readonly reference: ApiReference;
  readonly call: AnyCall;
  /** The argument in the tab's place, `null` included; undefined where the call has none. */
  readonly tabArgument: Node | undefined;
  /** The tab's id; undefined where the call means the active tab. */
  readonly tab: Node | undefined;
  /** The argument that stands for the options. */
  readonly detailsArgument: Node;
  readonly details: t.ObjectExpression;
  /** The variable that holds the options, where they do not stand in the call. */
  readonly shared: Binding | undefined;
  readonly options: ReadonlyMap<string, t.ObjectProperty>;
  readonly callback: Node | undefined;
}

const OPTIONS: Readonly<Record<InjectionMethod, readonly string[]>> = {
  executeScript: ['file', 'code', 'allFrames', 'frameId', 'matchAboutBlank', 'runAt'],
  insertCSS: ['file', 'code', 'allFrames', 'frameId', 'matchAboutBlank', 'runAt', 'cssOrigin'],
  removeCSS: ['file', 'code', 'allFrames', 'frameId', 'matchAboutBlank', 'runAt', 'cssOrigin'],
};

/** Takes a call apart. Refuses what cannot be read from the text: spread arguments, options made elsewhere, unknown options. */
export function readInjection(script: Script, reference: ApiReference, call: AnyCall, method: InjectionMethod): Injection | Refusal {
  const parameters = call.arguments.map((argument) => argument as Node);
  if (parameters.length === 0 || parameters.some(({ type }) => type === 'SpreadElement')) return refuse('unknown-options', { what: 'its arguments are made at run time' });
  const [first, second] = parameters as [Node, Node | undefined];
  const withTab = !(detailsOf(script, first) !== undefined || parameters.length === 1 || (second !== undefined && isFunction(unwrap(second))));
  const tabArgument = withTab ? first : undefined;
  const detailsArgument = withTab ? second! : first;
  const callback = parameters[withTab ? 2 : 1];
  const found = detailsOf(script, detailsArgument);
  if (found === undefined) return refuse('unknown-options', { what: `\`${script.textOf(detailsArgument)}\` is made elsewhere` });
  if (/\bInjectDetails\b/.test(script.textOf(detailsArgument))) return refuse('unknown-options', { what: 'they are cast to the type of the old options' });
  const options = readOptions(found.object, OPTIONS[method]);
  if ('refused' in options) return options;
  return {
    script, method, reference, call, tabArgument, tab: tabArgument && !isNothing(tabArgument) ? tabArgument : undefined,
    detailsArgument, details: found.object, shared: found.shared, options, callback: callback && !isNothing(callback) ? callback : undefined,
  };
}

/** A refusal with what its message is filled with. */
export function refuse(refused: string, data: Readonly<Record<string, string>> = {}): Refusal {
  return { refused, data };
}

function detailsOf(script: Script, node: Node): { readonly object: t.ObjectExpression; readonly shared: Binding | undefined } | undefined {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') return { object: inner, shared: undefined };
  const held = heldBy(script, inner);
  return held?.value.type === 'ObjectExpression' ? { object: held.value, shared: held.binding } : undefined;
}

/** The one value that a variable ever has, where it is declared with it in this script. */
export function heldBy(script: Script, node: Node): { readonly binding: Binding; readonly value: Node } | undefined {
  if (node.type !== 'Identifier') return undefined;
  const binding = script.binding(node);
  const [declaration] = binding?.declarations ?? [];
  if (!binding || binding.declarations.length > 1 || declaration?.node.type !== 'VariableDeclarator' || declaration.keys?.length !== 0 || !declaration.init) return undefined;
  if (binding.references.some(({ writes }) => writes)) return undefined;
  return { binding, value: unwrap(declaration.init) };
}

/** Whether code outside this script can reach a variable: an export, or a top-level name that another script of a realm uses. */
export function isVisibleOutside(script: Script, binding: Binding): boolean {
  const [declaration] = binding.declarations;
  const holder = declaration?.node.type === 'VariableDeclarator' ? parentOf(declaration.node) : declaration?.node;
  if (holder && /^Export/.test(parentOf(holder)?.type ?? '')) return true;
  if (binding.references.some(({ node }) => parentOf(node)?.type === 'ExportSpecifier')) return true;
  if (binding.scope.parent !== undefined || script.isModule) return false;
  return script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)));
}

function readOptions(object: t.ObjectExpression, known: readonly string[]): Map<string, t.ObjectProperty> | Refusal {
  const options = new Map<string, t.ObjectProperty>();
  for (const member of object.properties) {
    if (member.type === 'SpreadElement') return refuse('unknown-options', { what: 'they take over what another object holds' });
    const name = keyName(member);
    if (member.type === 'ObjectMethod' || name === undefined || !known.includes(name) || options.has(name)) return refuse('unknown-options', { what: `\`${name ?? '[...]'}\` is no option of it` });
    if (!isNothing(member.value)) options.set(name, member);
  }
  if (options.has('code') === options.has('file')) return refuse('unknown-options', { what: 'they have no single `code` or `file`' });
  for (const name of ['runAt', 'cssOrigin']) {
    const value = options.get(name)?.value;
    if (value && stringValue(value) === undefined) return refuse('unknown-options', { what: `\`${name}\` is decided at run time` });
  }
  if (options.has('frameId') && options.has('allFrames') && !isLiteral(options.get('allFrames')!.value, false)) {
    return refuse('unknown-options', { what: '`frameId` and `allFrames` exclude each other' });
  }
  return options;
}

/** Whether an expression is this literal. */
export function isLiteral(node: Node, value: boolean | number): boolean {
  const inner = unwrap(node);
  return (inner.type === 'BooleanLiteral' || inner.type === 'NumericLiteral') && inner.value === value;
}

/**
 * Whether the text shows that an expression may be null or undefined: it says so itself, or it is a variable that starts so and is not
 * given a value before on the way here, or a parameter that some caller leaves out.
 */
export function mayBeNothing(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'LogicalExpression':
      return inner.operator === '&&' || mayBeNothing(script, inner.right);
    case 'ConditionalExpression':
      return mayBeNothing(script, inner.consequent) || mayBeNothing(script, inner.alternate);
    case 'OptionalMemberExpression':
    case 'OptionalCallExpression':
      return true;
    case 'Identifier':
      break;
    default:
      return isNothing(inner);
  }
  if (isNothing(inner)) return true;
  const binding = script.binding(inner);
  const [declaration] = binding?.declarations ?? [];
  if (!binding || !declaration) return false;
  if (isAssignedBefore(script, inner, binding)) return false;
  if (binding.kind === 'param' && isFunction(declaration.node)) return callersLeaveOut(script, declaration.node, binding);
  if (binding.references.some(({ node: other, writes }) => writes && assigned(other) !== undefined && isNothing(assigned(other)!))) return true;
  if (declaration.node.type !== 'VariableDeclarator' || declaration.keys?.length !== 0) return false;
  return declaration.init === undefined ? !isIterated(declaration.node) : mayBeNothing(script, declaration.init);
}

function isIterated(declarator: Node): boolean {
  const loop = parentOf(parentOf(declarator)!);
  return loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
}

function assigned(target: Node): Node | undefined {
  const parent = parentOf(target);
  return parent?.type === 'AssignmentExpression' && parent.left === target && parent.operator === '=' ? parent.right : undefined;
}

/** Whether an earlier statement of the same block, or of one around it in the same function, gives a variable a value that is something. */
function isAssignedBefore(script: Script, use: Node, binding: Binding): boolean {
  for (let inner: Node = use, up = parentOf(use); up !== undefined && !isFunction(inner); inner = up, up = parentOf(up)) {
    if (up.type !== 'BlockStatement' && up.type !== 'Program') continue;
    for (const statement of up.body) {
      if (statement === inner) break;
      const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
      if (expression?.type !== 'AssignmentExpression' || expression.left.type !== 'Identifier') continue;
      if (script.binding(expression.left) === binding && !mayBeNothing(script, expression.right)) return true;
    }
  }
  return false;
}

/** Whether a call of a function in sight gives a parameter nothing: `inject(null, file)`, `inject()`. */
function callersLeaveOut(script: Script, fn: Node, binding: Binding): boolean {
  if (!isFunction(fn)) return false;
  const index = fn.params.findIndex((param) => (param.type === 'AssignmentPattern' ? param.left : param) === binding.declarations[0]!.id);
  const param = fn.params[index];
  if (param === undefined) return false;
  if (param.type === 'AssignmentPattern') return isNothing(param.right);
  const name = fn.type === 'FunctionDeclaration' ? fn.id : nameOf(fn);
  const own = name && script.binding(name);
  if (!own) return false;
  const uses = own.references.map(({ node }) => node as Node);
  if (own.scope.parent === undefined && !script.isModule) {
    for (const realm of script.realms) {
      for (const other of realm.scripts) if (other !== script) uses.push(...(other.freeNames.get(own.name) ?? []).map(({ node }) => node));
    }
  }
  return uses.some((use) => {
    const call = parentOf(wrapped(use));
    if (call?.type !== 'CallExpression' || unwrap(call.callee) !== use || call.arguments.some(({ type }) => type === 'SpreadElement')) return false;
    const argument = call.arguments[index];
    return argument === undefined || isNothing(argument);
  });
}

function nameOf(fn: Node): t.Identifier | undefined {
  const parent = parentOf(wrapped(fn));
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

/**
 * Whether an expression has the same value, and no effect, when it is evaluated a little later: literals, members, and variables that
 * nothing gives another value. Calls are not, but for conversions.
 */
export function isStable(script: Script, node: Node): boolean {
  let stable = true;
  walk(node, (inner) => {
    if (!stable) return false;
    switch (inner.type) {
      case 'CallExpression':
      case 'OptionalCallExpression':
        stable = isConversion(script, inner);
        break;
      case 'NewExpression':
      case 'AwaitExpression':
      case 'YieldExpression':
      case 'AssignmentExpression':
      case 'UpdateExpression':
      case 'TaggedTemplateExpression':
      case 'ImportExpression':
        stable = false;
        break;
      case 'Identifier': {
        const parent = parentOf(inner);
        if ((parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression') && parent.property === inner && !parent.computed) break;
        if (parent?.type === 'ObjectProperty' && parent.key === inner && !parent.shorthand) break;
        if (inner.name === 'arguments') stable = false;
        const binding = script.binding(inner);
        if (binding && !isConstant(binding)) stable = false;
        break;
      }
      default:
        if (isFunction(inner)) return false;
    }
    return stable;
  });
  return stable;
}

/** Whether a binding keeps the value of its declaration. */
export function isConstant(binding: Binding): boolean {
  return binding.declarations.length === 1 && !binding.references.some(({ writes }) => writes);
}

const CONVERSIONS = new Set(['String', 'Number', 'Boolean', 'parseInt', 'parseFloat', 'encodeURIComponent', 'encodeURI', 'escape']);

function isConversion(script: Script, call: t.CallExpression | t.OptionalCallExpression): boolean {
  const callee = unwrap(call.callee as Node);
  if (callee.type === 'Identifier') return CONVERSIONS.has(callee.name) && script.binding(callee) === undefined;
  if (callee.type !== 'MemberExpression') return false;
  const text = script.textOf(callee);
  return text === 'JSON.stringify' || script.api(callee)?.names.join('.') === 'runtime.getURL' || /\.(toString|trim|toLowerCase|toUpperCase)$/.test(text);
}
