import { ancestors, isFunction, keyName, memberName, parentOf, property, unwrap, type FunctionNode, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import { once, type SourceFile } from '../source.ts';

/** A function that becomes text: `(${fn})()`, `fn.toString()`, `'(' + fn + ')()'`. */
const AS_TEXT = /\(\$\{|\.toString\(\)|['"]\(['"] *\+/;

/** The functions of a script that the browser runs in a page instead: the `func` of `scripting.executeScript`, and those that become code strings. */
export function injectedFunctions(script: Script): ReadonlySet<Node> {
  return script.syntax === undefined || !mayInject(script.file) ? NONE : find(script);
}

const mayInject = once(({ text }: SourceFile) => /\bexecuteScript\b/.test(text) || AS_TEXT.test(text));

const NONE: ReadonlySet<Node> = new Set();

/** Whether code runs in a page, as (part of) an injected function. */
export function isInjected(script: Script, node: Node): boolean {
  const injected = injectedFunctions(script);
  if (injected.size === 0) return false;
  for (const up of ancestors(node)) if (injected.has(up)) return true;
  return injected.has(node);
}

const find = once((script: Script): ReadonlySet<Node> => {
  const found = new Set<Node>();
  for (const { call } of script.calls('scripting.executeScript')) {
    const [options] = call.arguments.map((argument) => unwrap(argument));
    if (options?.type !== 'ObjectExpression') continue;
    const member = property(options, 'func') ?? property(options, 'function');
    const fn = member?.type === 'ObjectMethod' ? member : member && functionOfValue(script, unwrap(member.value));
    if (fn) found.add(fn);
  }
  if (AS_TEXT.test(script.text)) {
    for (const { kind, declarations, references } of script.scopes!.bindings) {
      const [declaration] = declarations;
      const fn = declaration?.node.type === 'FunctionDeclaration' ? declaration.node : declaration?.init && unwrap(declaration.init);
      if (kind !== 'param' && declarations.length === 1 && isFunction(fn) && references.length > 0 && references.every(({ node, writes }) => !writes && isMadeText(node))) found.add(fn);
    }
  }
  return found;
});

/** Whether a value is put into a string. */
function isMadeText(node: Node): boolean {
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return parent.operator === '+';
    case 'MemberExpression':
      return parent.object === node && memberName(parent) === 'toString' && parentOf(parent)?.type === 'CallExpression';
    default:
      return false;
  }
}

/** The function that an expression is, or that it names and nothing but injections uses. */
function functionOfValue(script: Script, value: Node): FunctionNode | undefined {
  if (isFunction(value)) return value;
  if (value.type !== 'Identifier') return undefined;
  const binding = script.binding(value);
  const [declaration] = binding?.declarations ?? [];
  const fn = declaration?.init && unwrap(declaration.init);
  if (!binding || !isFunction(fn) || binding.declarations.length > 1) return undefined;
  return binding.references.every(({ node, writes }) => !writes && isFunc(node)) ? fn : undefined;
}

function isFunc(node: Node): boolean {
  const [parent] = ancestors(node);
  return parent?.type === 'ObjectProperty' && parent.value === node && /^func(tion)?$/.test(keyName(parent) ?? '');
}
