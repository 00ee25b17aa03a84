import type * as t from '@babel/types';
import { functionOf, isNothing, parentOf, stringValue, wrapped, type Node } from '../ast.ts';
import { commentsBetween, fixedLines, freshName, habitsOf, needsSemicolon, objectText, statementEnd, withoutStatements, type Part } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';
import { failedValue, isIdle, isOperand, restOf, type Rest } from './failing.ts';
import type { Handler, Read, XhrRequest } from './reading.ts';

/** The edits that make a `fetch` of a request. */
export interface Fetching {
  readonly edits: readonly Edit[];
  /** Whether they declare names beside the request. */
  readonly declares: boolean;
}

/** Names that the new code gives to what it has of the answer; none is used around it yet. */
interface Names {
  readonly response: string;
  readonly body: string;
  readonly signal: string;
  readonly headers: string;
  readonly error: string;
  /** The text of an answer that may be JSON. */
  readonly raw: string;
}

const BODY_NAMES = { text: ['text', 'body'], json: ['data', 'json'], blob: ['blob', 'data'], arrayBuffer: ['buffer', 'bytes'] } as const;

/** Writes a request as a `fetch` at the place where it is sent. @throws Refusal where its handlers cannot be told apart */
export function fetchingOf(request: XhrRequest): Fetching {
  return new Writing(request).fetching();
}

class Writing {
  readonly #request: XhrRequest;
  readonly #script: Script;
  readonly #names: Names;
  readonly #main: Handler | undefined;
  readonly #rest: Rest | undefined;
  readonly #indent: string;

  constructor(request: XhrRequest) {
    const { script, send, handlers, kind } = request;
    this.#request = request;
    this.#script = script;
    const fn = functionOf(send);
    const root = fn ?? script.program!;
    // What is declared at top level of a script, others see, too.
    const around = fn === undefined && !script.isModule ? script.extension.scripts.flatMap(({ program }) => program ?? []) : root;
    this.#names = {
      response: freshName(root, 'response', 'answer', 'reply'), body: freshName(root, ...BODY_NAMES[kind]), signal: freshName(around, 'signal', 'limit'),
      headers: freshName(around, 'headers', 'requestHeaders'), error: freshName(root, 'error', 'reason'), raw: freshName(root, 'text', 'body'),
    };
    this.#main = handlers.get('load') ?? handlers.get('readystatechange') ?? handlers.get('loadend');
    this.#rest = this.#main && restOf(script, this.#main);
    this.#indent = script.indentAt(send.start!);
  }

  fetching(): Fetching {
    const { script, send, open, timeout, plainHeaders, headers, setup, handlers, declarator } = this.#request;
    const replaced = (statement: Node, text: string): Edit => {
      const end = statementEnd(script, statement);
      return { file: script.path, start: statement.start!, end, text: `${text}${script.slice(statement.start!, end).endsWith(';') ? ';' : ''}` };
    };
    const needsSignal = timeout !== undefined && (handlers.has('error') || handlers.has('timeout')) && !this.#failsAlike();
    const before = needsSignal ? `const ${this.#names.signal} = AbortSignal.timeout(${script.textOf(timeout)})${script.style.semicolon}\n${this.#indent}` : '';
    const edits: Edit[] = [replaced(send, `${before}${this.#fetch(needsSignal)}${this.#chain()}`)];
    const gone = setup.filter((one) => plainHeaders || one !== open);
    if (plainHeaders) {
      gone.push(...headers.map((call) => parentOf(wrapped(call))!));
    } else {
      edits.push(replaced(open, `const ${this.#names.headers} = new Headers()`));
      for (const { callee } of headers) edits.push(script.replace(callee as Node, `${this.#names.headers}.append`));
    }
    edits.push(...withoutStatements(script, gone));
    if (declarator !== undefined) edits.push(this.#withoutDeclarator(declarator));
    this.#keepComments(gone);
    return { edits, declares: needsSignal || !plainHeaders };
  }

  /** Takes one name out of a declaration of several. @throws Refusal where a comment stands there */
  #withoutDeclarator(declarator: t.VariableDeclarator): Edit {
    const script = this.#script;
    const { declarations } = parentOf(declarator) as t.VariableDeclaration;
    const index = declarations.indexOf(declarator);
    const [start, end] = index === 0 ? [declarator.start!, declarations[1]!.start!] : [declarations[index - 1]!.end!, declarator.end!];
    if (commentsBetween(script, start, end).length > 0) throw new Refusal('a comment stands beside its declaration');
    return { file: script.path, start, end, text: '' };
  }

  /** @throws Refusal where a comment stands in what goes away */
  #keepComments(gone: readonly Node[]): void {
    const { script, handlers, send } = this.#request;
    const kept = [...handlers.values()].flatMap(({ fn, event }) => (fn === undefined ? [] : [event === this.#main?.event ? this.#rest! : restOf(script, { event: 'load', fn, reads: [] } as unknown as Handler)]));
    const lost = [...gone, send].flatMap((one) => commentsBetween(script, one.start!, one.end!)).find((comment) => !kept.some(({ start, end }) => start <= comment.start! && comment.end! <= end));
    if (lost !== undefined) throw new Refusal(`a comment stands in what goes away: \`${script.slice(lost.start!, Math.min(lost.end!, lost.start! + 40)).split('\n')[0]!}\``);
  }

  // ---- fetch(url, options)

  #fetch(hasSignal: boolean): string {
    const { script, url, method, body, headers, plainHeaders, includesCredentials, timeout } = this.#request;
    const known = stringValue(method)?.toUpperCase();
    const layout = { indent: this.#indent, inner: undefined, brace: habitsOf(script).brace, trailingComma: habitsOf(script).trailingComma };
    const parts: Part[] = [];
    const add = (key: string, value: string | ((indent: string) => string)): void => {
      parts.push({ text: (indent) => (value === key ? key : `${key}: ${typeof value === 'string' ? value : value(indent)}`) });
    };
    if (known !== 'GET') add('method', script.textOf(method));
    if (!plainHeaders) add('headers', this.#names.headers);
    else if (headers.length > 0) add('headers', (indent) => objectText(script, headers.map(({ arguments: [name, value] }): Part => ({ text: () => `${keyText(script, name as Node)}: ${script.textOf(value as Node)}` })), { ...layout, indent, room: 60 }));
    if (body !== undefined && !isNothing(body) && known !== 'GET' && known !== 'HEAD') add('body', script.textOf(body));
    if (includesCredentials) add('credentials', script.quote('include'));
    if (timeout !== undefined) add('signal', hasSignal ? this.#names.signal : `AbortSignal.timeout(${script.textOf(timeout)})`);
    const address = script.textOf(url);
    if (parts.length === 0) return `fetch(${address})`;
    return `fetch(${address}, ${objectText(script, parts, { ...layout, room: habitsOf(script).width - this.#indent.length - address.length - 20 })})`;
  }

  // ---- what comes after it

  #chain(): string {
    const { handlers, kind } = this.#request;
    const [main, rest] = [this.#main, this.#rest];
    const failures = (['error', 'timeout'] as const).flatMap((event) => handlers.get(event) ?? []);
    const isMainOnFailure = main !== undefined && main.event !== 'load' && !isIdle(main, rest!, kind);
    if (isMainOnFailure && failures.length > 0) throw new Refusal(`\`on${main.event}\` and \`on${failures[0]!.event}\` both run when the request fails`);
    const onFailure = isMainOnFailure ? [main] : failures;
    // Firefox gives the address that was asked for, Chrome and the standard nothing.
    if (onFailure.some(({ reads }) => reads.some(({ names }) => names.includes('responseURL')))) throw new Refusal('browsers do not agree on the `responseURL` of a request that failed');
    const { response, body } = this.#names;
    const used = new Set(main?.reads.flatMap(({ names }) => names));
    const usesBody = used.has('responseText') || used.has('response');
    const usesResponse = ['status', 'statusText', 'responseURL', 'getResponseHeader'].some((name) => used.has(name));
    const read = kind === 'json' ? 'text' : kind;
    const { indent: unit, semicolon } = this.#script.style;
    if (main === undefined) return failures.length === 0 ? '' : `.then(${param(this.#script, response)} => ${response}.text()).catch(${this.#failure(this.#indent)})`;
    if (usesBody && kind === 'json') {
      if (isMainOnFailure || failures.length > 0) {
        const [given, failed] = usesResponse ? [`({ ${response}, ${body} })`, `({ ${response}: Response.error(), ${body}: null })`] : [body, 'null'];
        return this.#steps([this.#parsing(unit, usesResponse), ...this.#ending(given, isMainOnFailure, failed)]);
      }
      const lines = this.#parsed(this.#indent + unit);
      return `.then(async ${param(this.#script, response)} => {\n${lines}\n${this.#block(this.#indent + unit)}${this.#indent}})`;
    }
    const failed = kind === 'text' ? this.#script.quote('') : 'null';
    if (usesBody && !usesResponse) {
      const reading = `.then(${param(this.#script, response)} => ${response}.${read}())`;
      if (isMainOnFailure || failures.length > 0) return this.#steps([() => reading, ...this.#ending(body, isMainOnFailure, failed)]);
      return `${reading}.then(${this.#function(param(this.#script, body), this.#indent)})`;
    }
    if (isMainOnFailure || failures.length > 0) {
      const reading = usesBody
        ? `.then(async ${param(this.#script, response)} => ({ ${response}, ${body}: await ${response}.${read}() }))`
        : `.then(async ${param(this.#script, response)} => {\n${this.#indent}${unit}${unit}await ${response}.${read}()${semicolon}\n${this.#indent}${unit}${unit}return ${response}${semicolon}\n${this.#indent}${unit}})`;
      return this.#steps([() => reading, ...this.#ending(usesBody ? `({ ${response}, ${body} })` : response, isMainOnFailure, usesBody ? `({ ${response}: Response.error(), ${body}: ${failed} })` : 'Response.error()')]);
    }
    const first = usesBody ? `const ${body} = await ${response}.${read}()${semicolon}` : `await ${response}.${read}()${semicolon}`;
    return `.then(async ${param(this.#script, response)} => {\n${this.#indent}${unit}${first}\n${this.#block(this.#indent + unit)}${this.#indent}})`;
  }

  /** The calls of a chain, a line each. */
  #steps(steps: readonly ((indent: string) => string)[]): string {
    const indent = this.#indent + this.#script.style.indent;
    return steps.map((step) => `\n${indent}${step(indent)}`).join('');
  }

  /** The call that runs the handlers, and before it what a failure gives to a handler that runs for both. */
  #ending(given: string, isMainOnFailure: boolean, failed: string): ((indent: string) => string)[] {
    const target = param(this.#script, given.startsWith('(') ? given.slice(1, -1) : given);
    if (isMainOnFailure) return [() => `.catch(() => ${failed})`, (indent) => `.then(${this.#function(target, indent)})`];
    return [(indent) => `.then(${this.#function(target, indent)}, ${this.#failure(indent)})`];
  }

  /** JSON that is none is null, as `XMLHttpRequest` has it. */
  #parsed(indent: string): string {
    const { style } = this.#script;
    const { response, body, raw } = this.#names;
    return [
      `const ${raw} = await ${response}.text()${style.semicolon}`, `let ${body} = null${style.semicolon}`, 'try {',
      `${style.indent}${body} = JSON.parse(${raw})${style.semicolon}`, '} catch {', `${style.indent}// What is no JSON is null.`, '}',
    ].map((line) => indent + line).join('\n');
  }

  #parsing(unit: string, usesResponse: boolean): (indent: string) => string {
    const { response, body } = this.#names;
    return (indent) => `.then(async ${param(this.#script, response)} => {\n${this.#parsed(indent + unit)}\n${indent}${unit}return ${usesResponse ? `{ ${response}, ${body} }` : body}${this.#script.style.semicolon}\n${indent}})`;
  }

  // ---- the handlers

  /** The main handler as a function of what it is given. */
  #function(parameter: string, indent: string): string {
    const { fn, value } = this.#main!;
    if (fn === undefined) return this.#script.textOf(value);
    const head = `${fn.async ? 'async ' : ''}${parameter} =>`;
    if (fn.body.type !== 'BlockStatement') return `${head} ${this.#textOf(this.#main!, this.#rest!, indent, this.#value)}`;
    if (this.#rest!.start >= this.#rest!.end) return `${head} {}`;
    return `${head} {\n${this.#block(indent + this.#script.style.indent, true)}${indent}}`;
  }

  /** The statements of the main handler, with the line break behind them. */
  #block(indent: string, isFirst = false): string {
    const [main, rest] = [this.#main!, this.#rest!];
    if (rest.start >= rest.end) return '';
    if (main.fn === undefined) return `${indent}${this.#script.textOf(main.value)}()${this.#script.style.semicolon}\n`;
    const text = this.#textOf(main, rest, indent, this.#value);
    // A line that begins with a bracket would go on with the line before it.
    const isOpen = !isFirst && this.#script.style.semicolon === '' && needsSemicolon(text, 0);
    return `${indent}${isOpen ? ';' : ''}${text}${main.fn.body.type === 'BlockStatement' ? '' : this.#script.style.semicolon}\n`;
  }

  /** What runs when the request fails, as a function. */
  #failure(indent: string): string {
    const { handlers, timeout, script } = this.#request;
    const [error, late] = [handlers.get('error'), handlers.get('timeout')];
    const { signal } = this.#names;
    if (timeout === undefined || this.#failsAlike()) {
      // Without a limit nothing is ever late.
      if (error === undefined) throw new Refusal('`ontimeout` never runs without a `timeout`');
      return this.#failureFunction(error, indent);
    }
    const { indent: unit } = script.style;
    const inner = indent + unit + unit;
    const both = [error, late].filter((one) => one !== undefined);
    const reason = both.flatMap((one) => one.reason ?? [])[0] ?? this.#names.error;
    const isGiven = both.some((one) => one.reason !== undefined || (one.fn === undefined && !one.plain));
    const parameter = isGiven ? param(script, reason) : '()';
    if (isGiven && both.some((one) => one.reason !== reason && (one.reason !== undefined || freshName(one.value, reason) !== reason))) throw new Refusal('the handlers of failures give their events different names');
    const branch = (handler: Handler): string => `{\n${inner}${this.#failureStatements(handler, inner, reason)}\n${indent}${unit}}`;
    const statement = late === undefined ? `if (!${signal}.aborted) ${branch(error!)}` : `if (${signal}.aborted) ${branch(late)}${error === undefined ? '' : ` else ${branch(error)}`}`;
    const isAsync = both.some((one) => one.fn?.async === true);
    return `${isAsync ? 'async ' : ''}${parameter} => {\n${indent}${unit}${statement}\n${indent}}`;
  }

  /** Whether a request that is late ends like any other that fails. */
  #failsAlike(): boolean {
    const { handlers, script } = this.#request;
    const [error, late] = [handlers.get('error'), handlers.get('timeout')];
    return error !== undefined && late !== undefined && script.textOf(error.value) === script.textOf(late.value);
  }

  #failureFunction(handler: Handler, indent: string): string {
    const { script } = this.#request;
    const { fn, value } = handler;
    if (fn === undefined) return script.textOf(value);
    const rest = restOf(script, handler);
    const head = `${fn.async ? 'async ' : ''}${handler.reason === undefined ? '()' : param(script, handler.reason)} =>`;
    const inner = indent + script.style.indent;
    if (fn.body.type !== 'BlockStatement') return `${head} ${this.#textOf(handler, rest, indent, this.#failed)}`;
    if (rest.start >= rest.end) return `${head} {}`;
    return `${head} {\n${inner}${this.#textOf(handler, rest, inner, this.#failed)}\n${indent}}`;
  }

  #failureStatements(handler: Handler, indent: string, reason: string): string {
    const { fn, value, plain } = handler;
    const { semicolon } = this.#script.style;
    if (fn === undefined) return `${this.#script.textOf(value)}(${plain ? '' : reason})${semicolon}`;
    const rest = restOf(this.#script, handler);
    return `${this.#textOf(handler, rest, indent, this.#failed)}${fn.body.type === 'BlockStatement' ? '' : semicolon}`;
  }

  /** The text of a handler's rest at another indentation, with what it reads of the request put in. */
  #textOf(handler: Handler, { start, end, line, without: left }: Rest, to: string, valueOf: (name: string, read: Read) => string): string {
    const { script } = this.#request;
    const edits: { start: number; end: number; text: string }[] = left.map((span) => ({ ...span, text: '' }));
    for (const read of handler.reads) {
      const { node, names, pattern } = read;
      if (node.start! < start || node.end! > end || left.some((span) => span.start <= node.start! && node.end! <= span.end)) continue;
      if (pattern) {
        if (names.every((name) => valueOf(name, read) === `${this.#names.response}.${name}`)) edits.push({ start: node.start!, end: node.end!, text: this.#names.response });
        else edits.push({ start: node.start!, end: node.end!, text: `{ ${names.map((name) => valueOf(name, read)).map((value, index) => (value === names[index] ? value : `${names[index]!}: ${value}`)).join(', ')} }` });
        continue;
      }
      const text = valueOf(names[0]!, read);
      const needsParentheses = isOperand(node) && /^\d/.test(text);
      const parent = parentOf(wrapped(node));
      const isShorthand = parent?.type === 'ObjectProperty' && parent.value === node && parent.key.type === 'Identifier' && parent.key.name === text && !parent.computed && script.slice(parent.key.end!, node.start!).trim() === ':';
      edits.push({ start: isShorthand ? parent.start! : node.start!, end: node.end!, text: needsParentheses ? `(${text})` : text });
    }
    const from = script.indentAt(line);
    const fixed = fixedLines(handler.value, script.file.text, 0);
    for (let at = script.file.text.indexOf('\n', start); at !== -1 && at < end; at = script.file.text.indexOf('\n', at + 1)) {
      const lineStart = at + 1;
      const blanks = /^[ \t]*/.exec(script.file.text.slice(lineStart))![0];
      if (fixed.has(lineStart) || /^\r?\n/.test(script.file.text.slice(lineStart + blanks.length)) || left.some((span) => span.start < lineStart && lineStart <= span.end)) continue;
      edits.push({ start: lineStart, end: lineStart + (blanks.startsWith(from) ? from.length : blanks.length), text: to });
    }
    let [text, at] = ['', start];
    for (const edit of edits.sort((a, b) => a.start - b.start)) {
      text += script.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + script.slice(at, end);
  }

  readonly #value = (name: string): string => {
    const { response, body } = this.#names;
    switch (name) {
      case 'responseText':
      case 'response': return body;
      case 'responseURL': return `${response}.url`;
      case 'getResponseHeader': return `${response}.headers.get`;
      case 'readyState':
      case 'DONE': return '4';
      default: return `${response}.${name}`;
    }
  };

  readonly #failed = (name: string, { call }: Read): string => {
    if (call !== undefined) throw new Refusal('a handler of failures asks for headers');
    const value = failedValue(name, this.#request.kind);
    return value === '' ? this.#script.quote('') : String(value);
  };
}

/** One parameter of an arrow function, as the file writes it. */
function param(script: Script, name: string): string {
  return habitsOf(script).parenthesised || !/^[\w$]+$/.test(name) ? `(${name})` : name;
}

function keyText(script: Script, name: Node): string {
  const value = stringValue(name)!;
  return /^[A-Za-z_$][\w$]*$/.test(value) ? value : script.quote(value);
}

