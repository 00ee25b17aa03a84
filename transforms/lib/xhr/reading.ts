import type * as t from '@babel/types';
import { callOf, functionOf, isCall, isFunction, isMember, isNewPromise, isNothing, isTrue, isWithin, isWritten, memberName, parentOf, siblings, stringValue, unwrap, walk, wordsOfCall, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { isInLoop } from '../control-flow.ts';
import { isNamedElsewhere } from '../named-elsewhere.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { snippet } from '../words.ts';

/** What the answer's body is read as, by the method of `Response` that does it; JSON is parsed by hand, because it may be none. */
export type BodyKind = 'text' | 'json' | 'blob' | 'arrayBuffer';

/** The events of a request that a rewrite knows. */
export type RequestEvent = 'load' | 'readystatechange' | 'loadend' | 'error' | 'timeout';

/** A place in a handler that takes something of the request. */
export interface Read {
  /** What to replace: a member; the callee of `getResponseHeader(name)`; what a pattern takes apart. */
  readonly node: Node;
  /** The members that are read. */
  readonly names: readonly string[];
  /** The call of `getResponseHeader`. */
  readonly call?: AnyCall;
  /** Whether a pattern takes the request apart: `const { status } = request`. */
  readonly pattern: boolean;
}

export interface Handler {
  readonly event: RequestEvent;
  readonly statement: Node;
  /** The function as it is written here; undefined for the name of one. */
  readonly fn: t.FunctionExpression | t.ArrowFunctionExpression | undefined;
  /** The expression that is the handler. */
  readonly value: Node;
  /** Whether it is the name of a function that asks for nothing it is called with. */
  readonly plain: boolean;
  readonly reads: readonly Read[];
  /** Where a handler of failures hands its event on, and the event's name. */
  readonly reason: string | undefined;
}

/** What a request of `XMLHttpRequest` is made of. */
export interface XhrRequest {
  readonly script: Script;
  readonly name: string;
  readonly list: readonly t.Statement[];
  readonly declaration: Node;
  /** What declares it, where the same statement declares other names, too. */
  readonly declarator: t.VariableDeclarator | undefined;
  readonly open: Node;
  readonly method: Node;
  readonly url: Node;
  readonly send: Node;
  readonly body: Node | undefined;
  readonly headers: readonly AnyCall[];
  /** Whether a statement of its own sets each header, and none twice. */
  readonly plainHeaders: boolean;
  readonly kind: BodyKind;
  readonly includesCredentials: boolean;
  /** Milliseconds, as written. */
  readonly timeout: Node | undefined;
  readonly handlers: ReadonlyMap<RequestEvent, Handler>;
  /** The statements that set the request up, and of which nothing is left. */
  readonly setup: readonly Node[];
}

const KINDS: Readonly<Record<string, BodyKind>> = { '': 'text', text: 'text', json: 'json', blob: 'blob', arraybuffer: 'arrayBuffer' };
const EVENTS = new Set<string>(['load', 'readystatechange', 'loadend', 'error', 'timeout']);
const READABLE = new Set(['responseText', 'response', 'status', 'statusText', 'responseURL', 'readyState', 'DONE']);

/** Reads what the object that a construction makes is used for. @throws Refusal where not all of it is known */
export function readRequest(script: Script, construction: Node): XhrRequest {
  const declarator = parentOf(wrapped(construction));
  const declaration = declarator && parentOf(declarator);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declaration?.type !== 'VariableDeclaration') throw new Refusal('it is not the value of a variable of its own');
  const { name } = declarator.id;
  const list = siblings(declaration);
  const binding = script.binding(declarator.id);
  if ((unwrap(construction) as t.NewExpression).arguments.length > 0) throw new Refusal('it is made with options of Firefox');
  if (binding === undefined || list === undefined) throw new Refusal(`\`${name}\` is not declared among statements`);
  if (declaration.kind === 'var' && isInLoop(declaration)) throw new Refusal(`all rounds of the loop share \`${name}\``);
  if (binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) throw new Refusal(`\`${name}\` is given more than one value`);
  if (isNamedElsewhere(script, binding)) throw new Refusal(`other code may use \`${name}\``);
  return new Reading(script, name, list, declaration, declaration.declarations.length > 1 ? declarator : undefined, binding).request();
}

class Reading {
  readonly script: Script;
  readonly name: string;
  readonly list: readonly t.Statement[];
  readonly declaration: Node;
  readonly declarator: t.VariableDeclarator | undefined;
  readonly binding: Binding;
  readonly #handlers = new Map<RequestEvent, Handler>();
  readonly #setup: Node[];
  readonly #headers: AnyCall[] = [];
  /** Handlers of `abort`, which nothing calls. */
  readonly #idle: Node[] = [];
  #open: { readonly statement: Node; readonly method: Node; readonly url: Node } | undefined;
  #send: { readonly statement: Node; readonly body: Node | undefined } | undefined;
  #kind: BodyKind = 'text';
  #includesCredentials = false;
  #timeout: Node | undefined;

  constructor(script: Script, name: string, list: readonly t.Statement[], declaration: Node, declarator: t.VariableDeclarator | undefined, binding: Binding) {
    this.script = script;
    this.name = name;
    this.list = list;
    this.declaration = declaration;
    this.declarator = declarator;
    this.binding = binding;
    this.#setup = declarator === undefined ? [declaration] : [];
  }

  request(): XhrRequest {
    const fn = functionOf(this.declaration);
    const uses = this.binding.references.filter(({ node }) => parentOf(node) !== parentOf(this.declaration) && node.type === 'Identifier').map(({ node }) => node as Node);
    const [own, inner] = [uses.filter((node) => functionOf(node) === fn), uses.filter((node) => functionOf(node) !== fn)];
    for (const node of own) this.#readSetup(node);
    const handlers = [...this.#handlers.values()];
    const known = [...this.#idle, ...handlers.flatMap(({ fn: own }) => own ?? [])];
    for (const node of inner) if (!known.some((own) => isWithin(node, own))) throw new Refusal(`\`${snippet(this.script, aroundOf(node))}\` uses it outside of its handlers`);
    const [open, send] = [this.#open, this.#send];
    if (open === undefined || send === undefined) throw new Refusal(`\`${this.name}\` is not opened and sent here`);
    const request: XhrRequest = {
      script: this.script, name: this.name, list: this.list, declaration: this.declaration, declarator: this.declarator,
      open: open.statement, method: open.method, url: open.url, send: send.statement, body: send.body,
      headers: this.#headers, plainHeaders: this.#hasPlainHeaders(), kind: this.#kind, includesCredentials: this.#includesCredentials, timeout: this.#timeout,
      handlers: this.#handlers, setup: this.#setup,
    };
    checkOrder(request);
    checkReads(request);
    return request;
  }

  #readSetup(node: Node): void {
    const { script } = this;
    const member = parentOf(wrapped(node));
    const name = isMember(member) && member.object === wrapped(node) && member.type === 'MemberExpression' ? memberName(member) : undefined;
    if (!isMember(member) || name === undefined) throw new Refusal(`\`${snippet(script, aroundOf(node))}\` hands it on`);
    const call = callOf(member);
    const up = parentOf(wrapped(member));
    if (isCall(call)) return this.#readCall(name, call);
    if (up?.type === 'AssignmentExpression' && up.operator === '=' && up.left === wrapped(member)) return this.#readAssignment(name, up);
    throw new Refusal(`\`${snippet(script, aroundOf(node))}\` is not known to have a counterpart`);
  }

  #readCall(name: string, call: AnyCall): void {
    const { script } = this;
    const statement = parentOf(wrapped(call))!;
    const [first, second, third, ...rest] = call.arguments;
    if (call.arguments.some(({ type }) => type === 'SpreadElement')) throw new Refusal(`\`${snippet(script, call)}\` spreads its arguments`);
    switch (name) {
      case 'open':
        if (this.#open !== undefined || first === undefined || second === undefined || rest.length > 0) throw new Refusal(rest.length > 0 ? '`open` is given a user and a password' : 'it is opened more than once');
        if (third !== undefined && !isTrue(third)) throw new Refusal('whether it waits is not known');
        this.#mustBeOwn(statement, call);
        this.#open = { statement, method: first, url: second };
        return;
      case 'send':
        if (this.#send !== undefined) throw new Refusal('it is sent in more than one place');
        if (!(statement.type === 'ReturnStatement' && this.list.at(-1) === statement && parentOf(parentOf(statement)!) === functionOf(statement))) this.#mustBeOwn(statement, call, true);
        this.#send = { statement, body: first };
        return;
      case 'setRequestHeader':
        if (second === undefined || statement.type !== 'ExpressionStatement') throw new Refusal(`\`${snippet(script, call)}\` is not a statement`);
        this.#headers.push(call);
        return;
      case 'addEventListener': {
        const event = stringValue(first);
        if (event === undefined || second === undefined || (third !== undefined && !(third.type === 'BooleanLiteral' && !third.value))) throw new Refusal(`\`${snippet(script, call)}\` is not a plain listener`);
        this.#mustBeOwn(statement, call);
        this.#addHandler(event, second, statement);
        return;
      }
      default:
        throw new Refusal(`\`${name}\` has no counterpart`);
    }
  }

  #readAssignment(name: string, assignment: t.AssignmentExpression): void {
    const { script } = this;
    // request.onerror = request.ontimeout = failed;
    const isHandler = (node: Node | undefined): boolean => node?.type === 'AssignmentExpression' && node.operator === '=' && isMember(node.left) && /^on/.test(memberName(node.left) ?? '');
    let outer: Node = assignment;
    for (let up = parentOf(wrapped(outer)); name.startsWith('on') && isHandler(up); up = parentOf(wrapped(outer))) outer = up!;
    const statement = parentOf(wrapped(outer))!;
    this.#mustBeOwn(statement, outer);
    let value = unwrap(assignment.right);
    while (name.startsWith('on') && value.type === 'AssignmentExpression' && isHandler(value)) {
      const { left } = value;
      const object = isMember(left) ? unwrap(left.object) : undefined;
      if (object?.type !== 'Identifier' || script.binding(object) !== this.binding) throw new Refusal(`\`${snippet(script, value)}\` keeps a handler elsewhere, too`);
      value = unwrap(value.right);
    }
    if (name.startsWith('on')) return this.#addHandler(name.slice(2), value, statement);
    switch (name) {
      case 'responseType': {
        const kind = KINDS[stringValue(value) ?? '?'];
        if (kind === undefined) throw new Refusal(`\`${snippet(script, assignment)}\`: what it reads is not known`);
        this.#kind = kind;
        return;
      }
      case 'withCredentials':
        if (value.type !== 'BooleanLiteral') throw new Refusal(`\`${snippet(script, assignment)}\` is known only when it runs`);
        this.#includesCredentials = value.value;
        return;
      case 'timeout': {
        const known = evaluate(script, value)?.value;
        if (typeof known !== 'number' || !(known >= 0)) throw new Refusal(`\`${snippet(script, assignment)}\` may be 0, which is no limit`);
        this.#timeout = known === 0 ? undefined : value;
        return;
      }
      default:
        throw new Refusal(`\`${name}\` has no counterpart`);
    }
  }

  /** @throws Refusal where code may come by a statement without running it */
  #mustBeOwn(statement: Node, shown: Node, stays = false): void {
    if (statement.type !== 'ExpressionStatement' || !this.list.includes(statement)) throw new Refusal(`\`${snippet(this.script, shown)}\` does not stand beside the declaration of \`${this.name}\``);
    if (!stays && !this.#setup.includes(statement)) this.#setup.push(statement);
  }

  #addHandler(event: string, value: Node, statement: Node): void {
    if (event === 'abort') {
      const idle = unwrap(value);
      if (!isFunction(idle) && !/^(Identifier|MemberExpression|NullLiteral)$/.test(idle.type)) throw new Refusal(`\`${snippet(this.script, value)}\` would no longer run`);
      return void this.#idle.push(idle);
    }
    if (!EVENTS.has(event)) throw new Refusal(`\`${event}\` has no counterpart`);
    if (this.#handlers.has(event as RequestEvent)) throw new Refusal(`\`${event}\` is handled twice`);
    const isFailure = event === 'error' || event === 'timeout';
    const fn = unwrap(value);
    const isOwn = fn.type === 'FunctionExpression' || fn.type === 'ArrowFunctionExpression';
    const plain = !isOwn && isPlainFunction(this.script, fn);
    if (!isOwn && !plain && !(isFailure && isReject(this.script, fn))) throw new Refusal(`what handles \`${event}\` is not written here`);
    if (isOwn && fn.type === 'FunctionExpression' && /\bnew\s*\.\s*target\b/.test(this.script.textOf(fn))) throw new Refusal(`what handles \`${event}\` asks how it is called`);
    if (isOwn && (fn.generator === true || wordsOfCall(fn.body).has('arguments') && fn.type === 'FunctionExpression' || (fn.type === 'FunctionExpression' && fn.id && (this.script.binding(fn.id)?.references.length ?? 0) > 0))) throw new Refusal(`what handles \`${event}\` uses itself or its arguments`);
    const [requests, reason] = isOwn ? this.#requestsIn(fn, event, isFailure) : [[], undefined];
    this.#handlers.set(event as RequestEvent, {
      event: event as RequestEvent, statement, fn: isOwn ? fn : undefined, value: fn, plain,
      reads: [...requests.map((node) => this.#readOf(node)), ...(isOwn ? constantsIn(this.script, fn) : [])], reason,
    });
  }

  /** The expressions of a handler that are the request: its variable, `this`, the target of the event. The name of the event where it is handed on. */
  #requestsIn(fn: t.FunctionExpression | t.ArrowFunctionExpression, event: string, isFailure: boolean): readonly [Node[], string | undefined] {
    const found: Node[] = this.binding.references.filter(({ node }) => isWithin(node, fn)).map(({ node }) => node);
    if (fn.type === 'FunctionExpression') found.push(...thisIn(fn));
    const [param, ...more] = fn.params;
    if (more.length > 0) throw new Refusal(`what handles \`${event}\` has more than one parameter`);
    if (param === undefined) return [found, undefined];
    if (param.type === 'ObjectPattern') {
      for (const property of param.properties) {
        if (property.type !== 'ObjectProperty' || property.computed || property.key.type !== 'Identifier' || !isTarget(property.key.name) || property.value.type !== 'Identifier') throw new Refusal(`what handles \`${event}\` takes its event apart`);
        found.push(...(this.script.binding(property.value)?.references ?? []).map(({ node }) => node));
      }
      return [found, undefined];
    }
    if (param.type !== 'Identifier') throw new Refusal(`what handles \`${event}\` takes its event apart`);
    let isGiven = false;
    for (const { node, writes } of this.script.binding(param)?.references ?? []) {
      const member = parentOf(wrapped(node));
      if (!writes && isMember(member) && member.object === wrapped(node) && isTarget(memberName(member) ?? '')) found.push(member);
      else if (!writes && isFailure && isHandedOn(this.script, node)) isGiven = true;
      else throw new Refusal(`\`${snippet(this.script, aroundOf(node))}\` uses the event of \`${event}\``);
    }
    return [found, isGiven ? param.name : undefined];
  }

  #readOf(node: Node): Read {
    const { script } = this;
    const outer = wrapped(node);
    const parent = parentOf(outer);
    const refuse = (): never => {
      throw new Refusal(`\`${snippet(script, aroundOf(node))}\` hands it on`);
    };
    if (parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'ObjectPattern') {
      const names = parent.id.properties.map((one) => (one.type === 'ObjectProperty' && !one.computed && one.key.type === 'Identifier' ? one.key.name : refuse()));
      return { node: outer, names: names.map((name) => this.#readable(name)), pattern: true };
    }
    if (!isMember(parent) || parent.object !== outer) return refuse();
    const name = memberName(parent);
    if (name === undefined) return refuse();
    const call = callOf(parent);
    if (name === 'getResponseHeader' && isCall(call) && call.arguments.length === 1) return { node: parent, names: [name], call, pattern: false };
    if (call !== undefined || isWritten(parent)) throw new Refusal(`\`${snippet(script, call ?? parentOf(parent)!)}\` has no counterpart`);
    return { node: parent, names: [this.#readable(name)], pattern: false };
  }

  #readable(name: string): string {
    if (!READABLE.has(name)) throw new Refusal(`\`${name}\` has no counterpart`);
    return name;
  }

  #hasPlainHeaders(): boolean {
    const names = this.#headers.map(({ arguments: [name] }) => stringValue(name)?.toLowerCase());
    return this.#headers.every((call) => this.list.includes(parentOf(wrapped(call)) as t.Statement)) && names.every((name, index) => name !== undefined && names.indexOf(name) === index);
  }
}

function isTarget(name: string): boolean {
  return name === 'target' || name === 'currentTarget';
}

/** The `this` of a function, in its arrow functions too. */
function thisIn(fn: FunctionNode): Node[] {
  const found: Node[] = [];
  walk(fn.body, (node) => {
    if (node.type === 'ClassBody' || (isFunction(node) && node.type !== 'ArrowFunctionExpression')) return false;
    if (node.type === 'ThisExpression') found.push(node);
    if (node.type === 'Super') throw new Refusal('a handler uses `super`');
    return true;
  });
  return found;
}

/** `XMLHttpRequest.DONE` in a handler. */
function constantsIn(script: Script, fn: Node): Read[] {
  return script.globals('XMLHttpRequest').filter((node) => isWithin(node, fn) && callOf(node) === undefined).map((node) => {
    const member = parentOf(wrapped(node));
    if (!isMember(member) || member.object !== wrapped(node) || memberName(member) !== 'DONE') throw new Refusal(`\`${snippet(script, aroundOf(node))}\` has no counterpart`);
    return { node: member, names: ['DONE'], pattern: false };
  });
}

/** Whether a name is what fails a promise in its executor, and nothing else. */
export function isReject(script: Script, node: Node): boolean {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  const executor = binding?.kind === 'param' && binding.references.every(({ writes }) => !writes) ? binding.declarations[0]!.node : undefined;
  if (!isFunction(executor) || executor.params[1] !== binding!.declarations[0]!.id) return false;
  const made = parentOf(wrapped(executor));
  return isNewPromise(made) && made.arguments[0] === wrapped(executor);
}

/** Whether a name is that of one function, which reads neither parameters nor `this`. */
function isPlainFunction(script: Script, node: Node): boolean {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  if (binding === undefined || binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) return false;
  const [declaration] = binding.declarations;
  const fn = binding.kind === 'function' ? declaration!.node : declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : undefined;
  return isFunction(fn) && fn.params.length === 0 && fn.generator !== true && (fn.type === 'ArrowFunctionExpression' ? !wordsOfCall(fn.body).has('arguments') : wordsOfCall(fn.body).size === 0);
}

/** Whether an event is only shown on the console, or is what a promise fails with. */
function isHandedOn(script: Script, node: Node): boolean {
  const call = parentOf(wrapped(node));
  if (!isCall(call) || call.callee === wrapped(node)) return false;
  const callee = unwrap(call.callee as Node);
  const object = isMember(callee) ? unwrap(callee.object) : undefined;
  return isReject(script, callee) || (object?.type === 'Identifier' && object.name === 'console' && script.binding(object) === undefined);
}

/** What to show of a use: the call or member around a name. */
function aroundOf(node: Node): Node {
  let outer = wrapped(node);
  for (let parent = parentOf(outer); parent !== undefined && (isMember(parent) || isCall(parent) || parent.type === 'ReturnStatement' || parent.type === 'AssignmentExpression'); parent = parentOf(outer)) outer = wrapped(parent);
  return outer;
}

// ---- what must be so of the whole

/** @throws Refusal where the parts would run in another order than they do */
function checkOrder({ script, list, open, send, method, url, headers, plainHeaders, setup, handlers, timeout }: XhrRequest): void {
  const at = (node: Node): number => list.findIndex((one) => isWithin(node, one));
  const [from, to] = [at(open), at(send)];
  const ownSetup = (index: number): boolean => setup.includes(list[index]!) || headers.some((call) => parentOf(wrapped(call)) === list[index]);
  if (from > to) throw new Refusal('it is sent before it is opened');
  if (headers.some((call) => at(call) < from || at(call) > to)) throw new Refusal('headers are set before it is opened');
  for (let index = to + 1; index < list.length && setup.some((one) => at(one) > index); index++) if (!ownSetup(index)) throw new Refusal('it is set up after it is sent');
  // `open` is asked for the method first, `fetch` for the address.
  if (!isStable(script, method) && mayRunCode(script, url)) throw new Refusal(`\`${snippet(script, url)}\` would run before \`${snippet(script, method)}\``);
  const isApart = list.slice(from + 1, to).some((_, index) => !ownSetup(from + 1 + index));
  if (!isApart && plainHeaders) return;
  const values = [method, url, ...(timeout === undefined ? [] : [timeout]), ...(plainHeaders ? headers.flatMap((call) => call.arguments as Node[]) : [])];
  for (const value of values) if (!isStable(script, value)) throw new Refusal(`\`${snippet(script, value)}\` may change between \`open\` and \`send\``);
  for (const value of [method, url]) for (const statement of list.slice(from + 1, to)) if (mayTouch(script, value, statement)) throw new Refusal(`\`${snippet(script, value)}\` may change between \`open\` and \`send\``);
  for (const { value } of handlers.values()) if (!isFunction(value) && !isStable(script, value)) throw new Refusal('a handler may change');
}

/** Whether a statement may change an object that an address names, such as a `URL`: it sets or calls something of it, or hands it on where it surely is one. */
function mayTouch(script: Script, value: Node, statement: Node): boolean {
  let found = false;
  walk(value, (name) => {
    if (found || isCall(name)) return false;
    const binding = name.type === 'Identifier' ? script.binding(name) : undefined;
    if (binding === undefined || evaluate(script, name) !== undefined) return true;
    const isMade = binding.declarations[0]?.init?.type === 'NewExpression';
    found = binding.references.some(({ node }) => {
      if (!isWithin(node, statement)) return false;
      let outer = wrapped(node);
      for (let up = parentOf(outer); isMember(up) && up.object === outer; up = parentOf(outer)) outer = wrapped(up);
      const member = unwrap(outer);
      return member === node ? isMade && !isHandedOn(script, node) : isMember(member) && (isWritten(member) || callOf(member) !== undefined);
    });
    return !found;
  });
  return found;
}

/** Whether an expression may change what others give. */
function mayRunCode(script: Script, node: Node): boolean {
  let found = false;
  walk(node, (one) => {
    if (isFunction(one)) return false;
    if (((isCall(one) || one.type === 'NewExpression') && !isStable(script, one)) || /^(Assignment|Update|Await|Yield|TaggedTemplate)Expression$/.test(one.type)) found = true;
    return !found;
  });
  return found;
}

/** Whether an expression gives the same wherever it stands in its function. */
function isStable(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
      return true;
    case 'TemplateLiteral':
      return inner.expressions.every((one) => isStable(script, one as Node));
    case 'BinaryExpression':
      return inner.operator === '+' && isStable(script, inner.left) && isStable(script, inner.right);
    case 'Identifier': {
      const binding = script.binding(inner);
      return binding !== undefined && binding.declarations.length === 1 && binding.references.every(({ writes }) => !writes);
    }
    case 'CallExpression': {
      const callee = unwrap(inner.callee as Node);
      const isPure = callee.type === 'Identifier' ? /^(encodeURI|encodeURIComponent|String)$/.test(callee.name) && script.binding(callee) === undefined : /^(runtime|extension)\.getURL$/.test(script.api(callee)?.names.join('.') ?? '');
      return isPure && inner.arguments.every((one) => isStable(script, one as Node));
    }
    default:
      return false;
  }
}

/** @throws Refusal where a handler reads what its request does not give */
function checkReads({ kind, handlers, body, method, script }: XhrRequest): void {
  for (const { reads, fn } of handlers.values()) {
    for (const { names } of reads) if (names.includes('responseText') && kind !== 'text') throw new Refusal('`responseText` is read of an answer that is no text');
    if (fn?.body.type === 'BlockStatement' && fn.body.directives.length > 0) throw new Refusal('a handler has a directive');
  }
  const main = (['load', 'readystatechange', 'loadend'] as const).filter((event) => handlers.has(event));
  if (main.length > 1) throw new Refusal(`\`${main.join('` and `')}\` would have to keep their order`);
  const known = stringValue(method);
  if (known !== undefined && (/^(connect|trace|track)$/i.test(known) || !/^[\w!#$%&'*+.^`|~-]+$/.test(known))) throw new Refusal(`\`open\` does not take the method \`${known}\``);
  if (body !== undefined && !isNothing(body) && known === undefined) throw new Refusal('the method is not known, and `fetch` refuses a body for GET and HEAD');
  if (body !== undefined && known !== undefined && /^(get|head)$/i.test(known) && !isNothing(body) && !isStable(script, body) && unwrap(body).type !== 'Identifier') throw new Refusal(`\`${snippet(script, body)}\` would no longer run`);
}
