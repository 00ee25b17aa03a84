import type * as t from '@babel/types';
import { isCall, isFunction, isMember, keyName, memberName, parentOf, unwrap, usesArguments, wrapped, type FunctionNode, type Node } from './ast.ts';
import { evaluate } from './constants.ts';
import type { Insertions } from './insertions.ts';
import { freshName, startWithComments } from './layout.ts';
import { Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';
import { bindingOfFunction, usesOfFunction } from './uses.ts';

/** A listener of `storage.onChanged`. */
export interface StorageListener {
  readonly script: Script;
  readonly fn: FunctionNode;
}

/**
 * The listeners of `storage.onChanged` that would take what is stored under a key for a change of something else.
 * @param isOwn whether nothing else is kept in the area
 * @throws Refusal where one of them cannot be told apart by the area that changed
 */
export function unwarned(script: Script, key: string, isOwn: boolean, turns: Turns): readonly StorageListener[] {
  const { stateArea, scripts } = script.extension;
  const found: StorageListener[] = [];
  for (const one of scripts) {
    if (!one.realms.some(({ kind }) => kind === 'background' || kind === 'page' || (kind === 'content' && stateArea === 'local'))) continue;
    const own = [...one.calls(`storage.${stateArea}.onChanged.addListener`)].map(({ call }) => call);
    for (const call of [...[...one.calls('storage.onChanged.addListener')].map((used) => used.call), ...own]) {
      const refusal = new Refusal(`the listener of \`storage.onChanged\` in \`${one.path}\` (line ${one.file.origin(call.start!).line}) would take it for another change`);
      const registration = turns.registrations.find((other) => other.call === call);
      const functions = registration?.functions ?? functionsOf(one, call.arguments[0]);
      if (functions.length === 0) throw refusal;
      for (const fn of functions) {
        const owner = registration ? turns.scriptOf(fn) : one;
        if (new Unchanged(owner, fn, key, own.includes(call) ? undefined : stateArea, turns).isIdle()) continue;
        if (!isOwn || stateArea !== 'session' || own.includes(call) || !owner.file.editable || owner.inline || !canBeWarned(owner, fn)) throw refusal;
        found.push({ script: owner, fn });
      }
    }
  }
  return found;
}

/** Has a listener leave at once where only the area of the session changed. */
export function warn({ script, fn }: StorageListener, into: Insertions): void {
  const { text } = script.file;
  const [changes, second] = fn.params;
  const area = second?.type === 'Identifier' ? second.name : freshName(script.program!, 'area', 'areaName', 'changedArea');
  if (second === undefined) {
    const isTyped = script.isTyped && !isCall(parentOf(wrapped(fn)));
    const type = isTyped ? ': string' : '';
    if (changes === undefined) into.add(script, fn.start! + /\(\s*\)/.exec(text.slice(fn.start!))!.index + 1, `${freshName(script.program!, 'changes', 'storageChanges')}${type && ': object'}, ${area}${type}`);
    else if (/\(\s*$/.test(text.slice(fn.start!, changes.start!))) into.add(script, changes.end!, `, ${area}${type}`);
    else into.replace(script, changes, `(${script.textOf(changes)}, ${area})`);
  }
  const session = script.quote('session');
  if (fn.body.type !== 'BlockStatement') return into.add(script, fn.body.start!, `${area} !== ${session} && `, 1000);
  const [first] = fn.body.body;
  if (first === undefined) return;
  const leave = `if (${area} === ${session}) return`;
  if (into.expand(script, fn.body)) into.add(script, first.start!, `${leave}${script.style.semicolon}\n${script.indentAt(fn.body.start!)}`, -0.4);
  else if (script.textOf(fn.body).includes('\n')) {
    // Comments before it may stand further left than it does.
    const from = startWithComments(script, first);
    const [own, comment] = [script.indentAt(first.start!), script.indentAt(from)];
    into.add(script, from, `${own.startsWith(comment) ? own.slice(comment.length) : ''}${leave}${script.style.semicolon}\n${comment}`, -0.4);
  } else into.add(script, first.start!, `${leave}; `, -0.4);
}

/** The function that a listener of a page is, if it is written there or named and never another one. */
function functionsOf(script: Script, listener: Node | undefined): readonly FunctionNode[] {
  const inner = listener && unwrap(listener);
  if (isFunction(inner)) return [inner];
  const binding = inner?.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  const fn = declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : declaration?.node;
  return another === undefined && isFunction(fn) && fn !== undefined && binding!.kind !== 'param' && !binding!.references.some(({ writes }) => writes) ? [fn] : [];
}

/** Whether a listener gets the area, or can be given it, and nothing comes of an early end. */
function canBeWarned(script: Script, fn: FunctionNode): boolean {
  const [, second] = fn.params;
  if (fn.generator || usesArguments(fn) || !hasFlatParameters(fn) || (second !== undefined && second.type !== 'Identifier')) return false;
  if (!isOnlyListener(script, fn, second === undefined)) return false;
  return fn.body.type === 'BlockStatement' ? fn.body.directives.length === 0 : fn.returnType == null && /^((Optional)?CallExpression|(Optional)?MemberExpression|AwaitExpression|Identifier)$/.test(unwrap(fn.body).type);
}

/** Whether nothing is read from a change before the body runs: `({ color: { newValue } })` throws where another key changed. */
function hasFlatParameters({ params }: FunctionNode): boolean {
  return params.every((param) => {
    const inner = param.type === 'AssignmentPattern' ? param.left : param;
    return inner.type === 'Identifier' || (inner.type === 'ObjectPattern' && inner.properties.every((one) => one.type === 'ObjectProperty' && (one.value.type === 'Identifier' || (one.value.type === 'AssignmentPattern' && one.value.left.type === 'Identifier'))));
  });
}

/** Whether a function listens to `storage.onChanged` and to nothing else. @param mayBeCalled whether it may be called, too, without an area */
function isOnlyListener(script: Script, fn: FunctionNode, mayBeCalled: boolean): boolean {
  const inBackground = script.runsIn('background');
  const uses = inBackground ? usesOfFunction(script, fn) : isCall(parentOf(wrapped(fn))) ? [{ script, node: wrapped(fn) }] : bindingOfFunction(script, fn)?.references.map(({ node }) => ({ script, node }));
  return uses?.every(({ script: owner, node }) => {
    const outer = wrapped(node);
    const call = parentOf(outer);
    if (!isCall(call)) return false;
    if (call.callee === outer) return mayBeCalled && call.arguments.length < 2 && call.arguments.every(({ type }) => type !== 'SpreadElement');
    const callee = unwrap(call.callee as Node);
    const path = owner.api(callee)?.names.join('.');
    if (path !== undefined) return /^storage\.onChanged\.(add|remove|has)Listener$/.test(path);
    // Who listens to a document, or continues a promise, gets one thing only.
    return mayBeCalled && isMember(callee) && /^((add|remove)EventListener|then|catch|finally)$/.test(memberName(callee) ?? '');
  }) === true;
}

/** What a listener of `storage.onChanged` does where only one key of one area changed. */
class Unchanged {
  readonly #turns: Turns;
  readonly #script: Script;
  readonly #fn: FunctionNode;
  readonly #key: string;
  /** The area; undefined for what only hears of one. */
  readonly #area: string | undefined;
  readonly #changes: Binding | undefined;
  readonly #areaName: Binding | undefined;
  /** The changes of other keys, where the listener takes them apart. */
  readonly #parts = new Set<Binding>();

  constructor(script: Script, fn: FunctionNode, key: string, area: string | undefined, turns: Turns) {
    this.#turns = turns;
    this.#script = script;
    this.#fn = fn;
    this.#key = key;
    this.#area = area;
    const bindingOf = (param: Node | undefined): Binding | undefined => {
      const binding = param?.type === 'Identifier' ? script.binding(param) : undefined;
      return binding?.references.some(({ writes }) => writes) ? undefined : binding;
    };
    this.#changes = bindingOf(fn.params[0]);
    this.#areaName = bindingOf(fn.params[1]);
    this.#takeApart(fn.params[0]);
  }

  /** Whether nothing can be noticed of it. */
  isIdle(): boolean {
    const { body } = this.#fn;
    if (!hasFlatParameters(this.#fn)) return false;
    return body.type === 'BlockStatement' ? this.#does(body) !== 'something' : this.#isQuiet(body);
  }

  #takeApart(pattern: Node | undefined): void {
    if (pattern?.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      const binding = property.type === 'ObjectProperty' && property.value.type === 'Identifier' ? this.#script.binding(property.value) : undefined;
      if (binding !== undefined && this.#isOther(property.type === 'ObjectProperty' ? keyName(property) : undefined) && !binding.references.some(({ writes }) => writes)) this.#parts.add(binding);
    }
  }

  #isOther(key: string | undefined): boolean {
    return key !== undefined && key !== this.#key;
  }

  /** The text that an expression always is: `'color'`, `Setting.COLOR`. */
  #text(node: Node): string | undefined {
    const value = evaluate(this.#script, node, this.#turns)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  #does(statement: Node): 'nothing' | 'leaves' | 'something' {
    switch (statement.type) {
      case 'EmptyStatement':
      case 'FunctionDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSInterfaceDeclaration':
        return 'nothing';
      case 'BlockStatement':
        return this.#doAll(statement.body);
      case 'ReturnStatement':
        return statement.argument == null || this.#isQuiet(statement.argument) ? 'leaves' : 'something';
      case 'ExpressionStatement':
        return this.#isQuiet(statement.expression) ? 'nothing' : 'something';
      case 'VariableDeclaration':
        return statement.declarations.every((one) => this.#declares(one)) ? 'nothing' : 'something';
      case 'IfStatement': {
        if (!this.#isQuiet(statement.test)) return 'something';
        const known = this.#truth(statement.test);
        const ways = [...(known === false ? [] : [statement.consequent]), ...(known === true ? [] : [statement.alternate])].map((way) => (way == null ? 'nothing' : this.#does(way)));
        if (ways.includes('something')) return 'something';
        return ways.every((way) => way === 'leaves') ? 'leaves' : 'nothing';
      }
      case 'SwitchStatement': {
        if (!this.#isArea(statement.discriminant)) return 'something';
        const { cases } = statement;
        if (!cases.every(({ test }) => test == null || this.#text(test) !== undefined)) return 'something';
        const own = cases.findIndex(({ test }) => test != null && this.#text(test) === this.#area);
        const from = own === -1 ? cases.findIndex(({ test }) => test == null) : own;
        for (const one of from === -1 ? [] : cases.slice(from).flatMap(({ consequent }) => consequent)) {
          if (one.type === 'BreakStatement' && one.label == null) return 'nothing';
          const done = this.#does(one);
          if (done !== 'nothing') return done;
        }
        return 'nothing';
      }
      default:
        return 'something';
    }
  }

  #doAll(statements: readonly t.Statement[]): 'nothing' | 'leaves' | 'something' {
    for (const statement of statements) {
      const done = this.#does(statement);
      if (done !== 'nothing') return done;
    }
    return 'nothing';
  }

  #declares({ id, init }: t.VariableDeclarator): boolean {
    if (init == null) return true;
    if (!this.#isQuiet(init)) return false;
    // const { color } = changes;
    if (id.type === 'ObjectPattern' && this.#isNamed(init, this.#changes)) this.#takeApart(id);
    // const change = changes.color;
    if (id.type === 'Identifier' && this.#truth(init) === false) {
      const binding = this.#script.binding(id);
      if (binding !== undefined && !binding.references.some(({ writes }) => writes)) this.#parts.add(binding);
    }
    return id.type === 'Identifier' || this.#isNamed(init, this.#changes);
  }

  #isNamed(node: Node, binding: Binding | undefined): boolean {
    const inner = unwrap(node);
    return binding !== undefined && inner.type === 'Identifier' && this.#script.binding(inner) === binding;
  }

  #isArea(node: Node): boolean {
    return this.#area !== undefined && this.#isNamed(node, this.#areaName);
  }

  /** Whether an expression is the change of another key: there is none. */
  #isMissing(node: Node): boolean {
    const inner = unwrap(node);
    if (isMember(inner)) return this.#isNamed(inner.object, this.#changes) && this.#isOther(memberName(inner) ?? this.#text(inner.property));
    const binding = inner.type === 'Identifier' ? this.#script.binding(inner) : undefined;
    return binding !== undefined && this.#parts.has(binding);
  }

  /** What a test comes to, as far as that is known. */
  #truth(node: Node): boolean | undefined {
    const inner = unwrap(node);
    if (this.#isMissing(inner)) return false;
    if (inner.type === 'OptionalMemberExpression' && this.#truth(inner.object) === false) return false;
    if (inner.type === 'UnaryExpression' && inner.operator === '!') {
      const known = this.#truth(inner.argument);
      return known === undefined ? undefined : !known;
    }
    if (inner.type === 'LogicalExpression' && inner.operator !== '??') {
      const sides = [this.#truth(inner.left), this.#truth(inner.right)];
      const short = inner.operator === '||';
      return sides.includes(short) ? short : sides.includes(undefined) ? undefined : !short;
    }
    if (inner.type === 'BinaryExpression') {
      const { left, right, operator } = inner;
      if (operator === 'in') return this.#isNamed(right, this.#changes) && this.#isOther(this.#text(left)) ? false : undefined;
      if (!/^[=!]==?$/.test(operator)) return undefined;
      const equal = this.#isEqual(left, right) ?? this.#isEqual(right, left);
      return equal === undefined ? undefined : equal === operator.startsWith('=');
    }
    if (isCall(inner) && isMember(inner.callee)) {
      const [argument] = inner.arguments;
      const { object } = inner.callee;
      if (memberName(inner.callee) === 'hasOwnProperty' && argument !== undefined) return this.#isNamed(object, this.#changes) && this.#isOther(this.#text(argument)) ? false : undefined;
      const list = unwrap(object);
      if (memberName(inner.callee) === 'includes' && argument !== undefined && this.#isArea(argument) && list.type === 'ArrayExpression' && list.elements.every((one) => one !== null && this.#text(one) !== undefined)) return list.elements.some((one) => this.#text(one!) === this.#area);
    }
    return undefined;
  }

  #isEqual(left: Node, right: Node): boolean | undefined {
    if (this.#isArea(left)) return this.#text(right) === undefined ? undefined : this.#text(right) === this.#area;
    const other = unwrap(right);
    if (this.#isMissing(left) && other.type === 'Identifier' && other.name === 'undefined') return true;
    return undefined;
  }

  /** Whether an expression can be worked out without a trace, as far as it comes. */
  #isQuiet(node: Node): boolean {
    const inner = unwrap(node);
    switch (inner.type) {
      case 'LogicalExpression': {
        if (!this.#isQuiet(inner.left)) return false;
        const left = this.#truth(inner.left);
        return (inner.operator === '&&' && left === false) || (inner.operator === '||' && left === true) || this.#isQuiet(inner.right);
      }
      case 'ConditionalExpression': {
        const known = this.#truth(inner.test);
        return this.#isQuiet(inner.test) && (known === false || this.#isQuiet(inner.consequent)) && (known === true || this.#isQuiet(inner.alternate));
      }
      case 'UnaryExpression':
        return inner.operator !== 'delete' && this.#isQuiet(inner.argument);
      case 'BinaryExpression':
        return this.#isQuiet(inner.left) && this.#isQuiet(inner.right);
      case 'MemberExpression':
        // The change that is not there has no `newValue`.
        return !this.#isMissing(inner.object) && this.#isQuiet(inner.object) && (!inner.computed || this.#isQuiet(inner.property));
      case 'OptionalMemberExpression':
        return this.#isQuiet(inner.object);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.#truth(inner) !== undefined;
      case 'AwaitExpression':
        return /^(Identifier|(Optional)?MemberExpression)$/.test(unwrap(inner.argument).type) && this.#isQuiet(inner.argument);
      case 'Identifier':
      case 'ThisExpression':
        return true;
      case 'ArrayExpression':
        return inner.elements.every((one) => one !== null && one.type !== 'SpreadElement' && this.#isQuiet(one));
      default:
        return /Literal$/.test(inner.type) && inner.type !== 'TemplateLiteral';
    }
  }
}
