import { children, isCall, isFunction, isMember, isNewPromise, isWithin, memberName, property, propertyValue, stringValue, unwrap, walk, type FunctionNode, type Node } from './ast.ts';
import type { Variable } from './bindings.ts';
import type { Script } from './script.ts';

/** What a blocking listener does, as far as rules can say the same. */
export type RequestHandling =
  | { readonly message: 'cancels' | 'redirects'; readonly data: Readonly<Record<string, string>> }
  | { readonly message: 'edits-headers'; readonly data: { readonly headers: string } }
  | { readonly message: 'follows-a-list'; readonly data: { readonly names: string } }
  | { readonly message: 'decides-nothing'; readonly data: Readonly<Record<string, string>> }
  | { readonly message: 'decides-in-code'; readonly data: { readonly reason: string } };

/**
 * Sorts a blocking listener by what its rules would have to be.
 * @param variables the background's
 */
export function classify(script: Script | undefined, fn: FunctionNode | undefined, variables: readonly Variable[]): RequestHandling {
  const other = (reason: string): RequestHandling => ({ message: 'decides-in-code', data: { reason } });
  if (script === undefined || fn === undefined) return other(' in a function that was not found');
  const answers = answersOf(fn).map((answer) => unwrap(answer));
  const objects = answers.filter((answer) => answer.type === 'ObjectExpression');
  if (!awaits(answers) && objects.length === answers.length && objects.every(({ properties }) => properties.length === 0)) return { message: 'decides-nothing', data: {} };
  if (fn.async || awaits(answers)) return other(' after waiting for something');
  const names = variables.filter(({ accesses }) => accesses.some(({ kind, initial }) => kind !== 'read' && !initial) && accesses.some(({ node, reads }) => reads && isWithin(node, fn))).map(({ name }) => name);
  if (names.length > 0) return { message: 'follows-a-list', data: { names: [...new Set(names)].slice(0, 3).join('`, `') } };
  const headers = namesOfHeaders(script, fn);
  if (objects.some((object) => property(object, 'requestHeaders') || property(object, 'responseHeaders'))) {
    return headers.length > 0 ? { message: 'edits-headers', data: { headers: headers.join(', ') } } : other(' by looking at headers');
  }
  if (objects.some((object) => property(object, 'redirectUrl'))) {
    return callsStorage(script, fn) ? other(' by what it stored') : { message: 'redirects', data: {} };
  }
  const cancels = objects.length > 0 && objects.every((object) => isTrue(propertyValue(object, 'cancel')));
  if (cancels && objects.length === answers.length && !branches(fn)) return { message: 'cancels', data: {} };
  return other(cancels ? ' by looking at each' : '');
}

function awaits(answers: readonly Node[]): boolean {
  return answers.some((inner) => {
    const callee = isCall(inner) ? unwrap(inner.callee) : undefined;
    return isNewPromise(inner) || (isMember(callee) && (memberName(callee) === 'then' || memberName(callee) === 'catch'));
  });
}

/** The expressions that a function returns. */
function answersOf(fn: FunctionNode): Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (isFunction(node)) return;
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    for (const child of children(node)) visit(child);
  };
  visit(fn.body);
  return found;
}

function branches(fn: FunctionNode): boolean {
  return fn.body.type === 'BlockStatement' && fn.body.body.some(({ type }) => /^(If|Switch|For|While|Try)/.test(type));
}

/** The literal header names that a function compares with, adds or sets. */
function namesOfHeaders(script: Script, fn: FunctionNode): string[] {
  const found = new Set<string>();
  walk(fn, (node) => {
    if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)) {
      const text = stringValue(node.left) ?? stringValue(node.right);
      if (text !== undefined && /\.name\b/.test(script.textOf(node))) found.add(text);
    }
    // removeHeader(details.requestHeaders, 'cookie')
    if (isCall(node) && node.arguments.some((argument) => isMember(argument) && /^re(quest|sponse)Headers$/.test(memberName(argument) ?? ''))) {
      for (const argument of node.arguments) found.add(stringValue(argument) ?? '');
      found.delete('');
    }
    if (node.type === 'ObjectExpression' && property(node, 'value')) {
      const name = stringValue(propertyValue(node, 'name'));
      if (name !== undefined) found.add(name);
    }
  });
  return [...found].slice(0, 4);
}

function callsStorage(script: Script, fn: FunctionNode): boolean {
  return script.references('storage').some(({ node }) => node.start! >= fn.start! && node.end! <= fn.end!);
}

function isTrue(node: Node | undefined): boolean {
  return node?.type === 'BooleanLiteral' && node.value;
}
