import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { functionOf, isCall, isFunction, isMember, isWithin, memberName, siblings, stringValue, unwrap, wordsOfCall, type FunctionNode, type Node } from '../ast.ts';
import { GLOBAL_OBJECTS, isFreeName, isGlobalName } from '../global-names.ts';
import { freshName, statementEnd } from '../layout.ts';
import { backgroundEntry, type Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** A statement of the start-up that waits until the page of the background has loaded. */
export interface LoadWrapper {
  readonly script: Script;
  readonly statement: t.ExpressionStatement;
  /** What registers the handler: the turns that it starts have it as their cause. */
  readonly cause: Node;
  readonly handler: Node;
  /** Documents are ready before pages have loaded. */
  readonly kind: 'ready' | 'load';
}

/** The load wrappers of a background, in the order in which they run. Those inside of functions that are called by name are left out. */
export function loadWrappers(realm: Realm): readonly LoadWrapper[] {
  const found: LoadWrapper[] = [];
  for (const script of realm.scripts) {
    if (!/\b(load|onload|DOMContentLoaded|ready|jQuery)\b|\$\(/.test(script.text) || script.program === undefined || !script.file.editable) continue;
    const visit = (list: readonly t.Statement[]): void => {
      for (const statement of list) {
        if (statement.type !== 'ExpressionStatement') continue;
        const wrapper = wrapperOf(script, statement);
        if (wrapper !== undefined) found.push(wrapper);
        const immediate = isCall(unwrap(statement.expression)) ? immediateFunction(unwrap(statement.expression) as t.CallExpression) : undefined;
        if (immediate?.body.type === 'BlockStatement' && !immediate.async) visit(immediate.body.body);
      }
    };
    visit(script.program.body);
  }
  return [...found.filter(({ kind }) => kind === 'ready'), ...found.filter(({ kind }) => kind === 'load')];
}

/** `(function () { … })()` and its like. */
function immediateFunction(call: t.CallExpression | t.OptionalCallExpression): FunctionNode | undefined {
  const callee = unwrap(call.callee as Node);
  const fn = isFunction(callee) ? callee : isMember(callee) && isFunction(unwrap(callee.object)) ? unwrap(callee.object) as FunctionNode : undefined;
  return fn !== undefined && immediateCall(fn)?.node === call ? fn : undefined;
}

function wrapperOf(script: Script, statement: t.ExpressionStatement): LoadWrapper | undefined {
  const expression = unwrap(statement.expression);
  if (expression.type === 'AssignmentExpression') {
    const { left, right } = expression;
    const name = left.type === 'Identifier' ? left.name : isMember(left) ? memberName(left) : undefined;
    const isGlobal = left.type === 'Identifier' ? script.binding(left) === undefined : isMember(left) && isGlobalName(script, left.object);
    return name === 'onload' && isGlobal && expression.operator === '=' ? { script, statement, cause: right, handler: unwrap(right), kind: 'load' } : undefined;
  }
  if (expression.type !== 'CallExpression') return undefined;
  const callee = unwrap(expression.callee as Node);
  const [first, second, options] = expression.arguments;
  const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) : undefined;
  if (name === 'addEventListener') {
    const isGlobal = callee.type === 'Identifier' ? script.binding(callee) === undefined : isMember(callee) && isFreeName(script, callee.object, PAGE);
    const type = stringValue(first);
    if (!isGlobal || second === undefined || !isPlain(options) || (type !== 'load' && type !== 'DOMContentLoaded')) return undefined;
    return { script, statement, cause: expression, handler: unwrap(second), kind: type === 'load' ? 'load' : 'ready' };
  }
  if (first === undefined || second !== undefined) return undefined;
  const jquery = isMember(callee) && name === 'ready' && isCall(unwrap(callee.object)) ? unwrap(callee.object) as t.CallExpression : expression;
  if (!isFreeName(script, jquery.callee as Node, JQUERY)) return undefined;
  if (jquery === expression ? !isHandler(unwrap(first)) : jquery.arguments.length > 1 || (jquery.arguments[0] !== undefined && !isFreeName(script, jquery.arguments[0], PAGE))) return undefined;
  return { script, statement, cause: expression, handler: unwrap(first), kind: 'ready' };
}

const PAGE = new Set([...GLOBAL_OBJECTS, 'document']);
const JQUERY = new Set(['$', 'jQuery']);

/** What is written around the code of a wrapper: `window.onload = …`. */
export function wrapperText({ script, statement, handler }: LoadWrapper): string {
  if (handler.type === 'Identifier') return script.slice(statement.start!, statementEnd(script, statement)).replace(/;$/, '');
  const isCalled = isCall(unwrap(statement.expression));
  return `${script.slice(statement.start!, handler.start!)}…${isCalled ? ')' : ''}`;
}

function isHandler(node: Node): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'Identifier';
}

/** Options of a listener that change nothing about when it runs. */
function isPlain(options: Node | undefined): boolean {
  if (options === undefined || options.type === 'BooleanLiteral') return true;
  return options.type === 'ObjectExpression' && options.properties.every((one) => one.type === 'ObjectProperty' && one.key.type === 'Identifier' && /^(once|passive|capture)$/.test(one.key.name));
}

/**
 * Makes the code of a load wrapper part of the start-up: at its place where what follows does nothing that could matter to it, else behind that.
 * @throws Refusal where its code could not run then
 */
export function planUnwrapping(wrapper: LoadWrapper, realm: Realm, turns: Turns): readonly Edit[] {
  const { script, statement, handler } = wrapper;
  const { extension } = script;
  if (script.realms.some(({ kind }) => kind !== 'background')) throw new Refusal('other pages load this script, too');
  if (script.inline) throw new Refusal('the script is part of a page');
  const [fn, ...others] = turns.functionsOf(handler);
  if (fn === undefined || others.length > 0 || !isHandler(handler)) throw new Refusal('its handler was not found');
  if (fn.generator || fn.params.some((param) => param.type !== 'Identifier' || turns.scriptOf(fn).binding(param)!.references.length > 0)) throw new Refusal('its handler uses the event');
  if (fn.type === 'FunctionExpression' && fn.id && turns.scriptOf(fn).binding(fn.id)!.references.length > 0) throw new Refusal('its handler calls itself');
  if (fn.type !== 'ArrowFunctionExpression' && wordsOfCall(fn.body).size > 0) throw new Refusal('its handler uses `this` or `arguments`');
  const all = loadWrappers(realm);
  const rivals = all.filter((other) => other.statement !== statement);
  const next = new Set<Node>(rivals.slice(all.findIndex((other) => other.statement === statement)).map((other) => other.statement));
  const isAssigned = unwrap(statement.expression).type === 'AssignmentExpression';
  if (isAssigned && rivals.some((other) => other.kind === 'load' && unwrap(other.statement.expression).type === 'AssignmentExpression')) throw new Refusal('another handler takes its place');
  if (realm.scripts.some((one) => /\bremoveEventListener\s*\(\s*['"`](load|DOMContentLoaded)/.test(one.text))) throw new Refusal('it may be removed again');
  if (backgroundEntry(extension).kind === 'page' && realm.scripts.some((one) => one.globals('document').some((node) => !isWithin(node, statement) || isWithin(node, fn) ? turns.turnsAt(node).some(({ delay }) => delay === 'load') : false))) throw new Refusal('its code uses the document of the background page');

  const events = new Set(turns.registrations.filter(({ call }) => turns.turnsAt(call).some(({ origin, delay }) => origin === 'start' && delay === 'load')).map(({ event }) => event));
  const isInert = (one: t.Statement, of: Script): boolean => isDeclaration(one) || next.has(one) || isOtherRegistration(one, of, turns, events);
  const own = siblings(statement)!;
  const rest = own.slice(own.indexOf(statement) + 1);
  const around = functionOf(statement);
  const program = script.program!.body;
  const outer = around === undefined ? [] : program.slice(program.findIndex((one) => isWithin(statement, one)) + 1);
  const later = realm.scripts.slice(realm.scripts.indexOf(script) + 1).filter((one) => one.program !== undefined);
  const isLast = later.every((one) => one.program!.body.every((other) => isInert(other, one)));
  if (!outer.every((one) => isInert(one, script))) throw new Refusal('code after the function around it could matter to it');

  if (isLast && rest.every((one) => isInert(one, script))) return atItsPlace(wrapper, fn);
  if (isLast) return atTheEnd(wrapper, fn, realm, script, around?.body.type === 'BlockStatement' ? around.body : undefined);
  const last = later.at(-1)!;
  if (around !== undefined || script.isModule || last.isModule || last.inline || !last.file.editable || last.realms.some(({ kind }) => kind !== 'background')) throw new Refusal('scripts that run after this one could matter to it');
  return atTheEnd(wrapper, fn, realm, last, undefined);
}

/** A statement that only gives a function or a class its name. */
function isDeclaration(statement: t.Statement): boolean {
  switch (statement.type) {
    case 'FunctionDeclaration':
    case 'EmptyStatement':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return true;
    case 'ExportNamedDeclaration':
      return statement.declaration == null || isDeclaration(statement.declaration);
    default:
      return false;
  }
}

/** A registration for an event that the wrapped code has nothing to do with. */
function isOtherRegistration(statement: t.Statement, script: Script, turns: Turns, events: ReadonlySet<string>): boolean {
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  const registration = call && turns.registrations.find((one) => one.call === call && one.script === script);
  if (registration === undefined || events.has(registration.event)) return false;
  return registration.call.arguments.every((argument) => isFunction(unwrap(argument)) || unwrap(argument).type === 'Identifier' || /^(Object|Array)Expression$|Literal$/.test(unwrap(argument).type));
}

/** Calls the handler where its wrapper stands. */
function atItsPlace({ script, statement, handler }: LoadWrapper, fn: FunctionNode): readonly Edit[] {
  const end = script.style.semicolon;
  const last = statementEnd(script, statement);
  if (fn !== handler) return [{ file: script.path, start: statement.start!, end: last, text: `${script.textOf(handler)}()${end}` }];
  const list = siblings(statement)!;
  const before = list[list.indexOf(statement) - 1];
  const guard = before !== undefined && !/[;}]$/.test(script.textOf(before)) ? ';' : '';
  return [
    { file: script.path, start: statement.start!, end: fn.start!, text: `${guard}(` },
    { file: script.path, start: fn.end!, end: last, text: `)()${end}` },
  ];
}

/** Calls the handler at the end of a script, or of the function that the wrapper stands in. */
function atTheEnd({ script, statement, handler }: LoadWrapper, fn: FunctionNode, realm: Realm, last: Script, block: t.BlockStatement | undefined): readonly Edit[] {
  const call = (name: string): Edit => appended(last, `${name}()${last.style.semicolon}`, block);
  if (fn !== handler) return [withoutStatement(script, statement), call(script.textOf(handler))];
  const name = freshName(realm.scripts.flatMap((one) => one.program ?? []), 'startUp', 'onLoad');
  if (fn.type === 'ArrowFunctionExpression') {
    return [
      { file: script.path, start: statement.start!, end: fn.start!, text: `const ${name} = ` },
      { file: script.path, start: fn.end!, end: statementEnd(script, statement), text: script.style.semicolon },
      call(name),
    ];
  }
  return [
    { file: script.path, start: statement.start!, end: fn.body.start!, text: `${fn.async ? 'async ' : ''}function ${name}() ` },
    { file: script.path, start: fn.end!, end: statementEnd(script, statement), text: '' },
    call(name),
  ];
}

/** Takes a statement out, with its line where it has one of its own. */
function withoutStatement(script: Script, statement: Node): Edit {
  const { text } = script.file;
  const last = statementEnd(script, statement);
  const start = text.lastIndexOf('\n', statement.start! - 1) + 1;
  const rest = /^[ \t]*\r?\n?/.exec(text.slice(last))![0];
  if (text.slice(start, statement.start!).trim() !== '' || !rest.endsWith('\n')) return { file: script.path, start: statement.start!, end: last, text: '' };
  const end = last + rest.length;
  // Of two empty lines around it one is enough.
  const isFirst = /(^|\{\r?\n|\n\r?\n)$/.test(text.slice(0, start));
  return { file: script.path, start, end: isFirst ? end + /^(\r?\n)?/.exec(text.slice(end))![0].length : end, text: '' };
}

/** Adds a statement at the end of a script, or of a block. */
function appended(script: Script, statement: string, block?: t.BlockStatement): Edit {
  const { text } = script.file;
  const last = (block ?? script.program!).body.at(-1);
  const gap = last !== undefined && script.textOf(last).includes('\n') ? '\n\n' : '\n';
  if (block !== undefined) return script.insert(last!.end!, `${gap}${script.indentAt(last!.start!)}${statement}`);
  const end = text.trimEnd().length;
  return { file: script.path, start: end, end: text.length, text: `${gap}${statement}\n` };
}
