import type * as t from '@babel/types';
import type { ApiReference } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, statementOf, unwrap, waits, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { WindowSource } from '../background-window.ts';
import { turnFunction } from '../callbacks.ts';
import { isInLoop, waitsFirst } from '../control-flow.ts';
import { makeAsync } from '../gates/awaits.ts';
import { Insertions } from '../insertions.ts';
import { freshName, habitsOf, needsBreak, startWithComments } from '../layout.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import { spelled } from '../rename.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';
import { NEEDS_GESTURE } from '../user-gestures.ts';
import { assertNoLateListeners, assertNothingAtOnce, reachedFrom } from './at-once.ts';
import { assertMayEndLater, isOfStart } from './later.ts';

/** How a page comes to wait for the background's window instead of taking it. */
export interface Waking {
  readonly edits: readonly Edit[];
  /** The call that wakes the event page. */
  readonly call: string;
  /** What else of the page waits with it: its start, or what sets its variables. */
  readonly feels: string | undefined;
  /** Whether the window was kept in a variable of the page, and is now asked for by each function. */
  readonly isEach: boolean;
}

/**
 * The edits by which a page asks for the background's window with `runtime.getBackgroundPage()`, which wakes a suspended event page.
 * @throws Refusal where what follows cannot wait
 */
export function wakingOf(script: Script, { reference, source, binding, uses }: WindowSource): Waking {
  for (const { kind, names } of uses) if (kind === 'call' && names.length === 1) assertNoGestureIn(script.extension.background, names[0]!);
  return new Plan(script, reference, source).made(binding);
}

class Plan {
  readonly #script: Script;
  readonly #source: Node;
  readonly #call: string;
  readonly #into = new Insertions();
  readonly #functions = new Set<FunctionNode>();
  #feels: string | undefined;

  constructor(script: Script, reference: ApiReference, source: Node) {
    if (script.realms.length === 0) throw new Refusal('nothing shows which page loads it');
    if (script.realms.some(({ kind }) => kind !== 'page')) throw new Refusal('it is not loaded by pages alone');
    this.#script = script;
    this.#source = source;
    this.#call = callOf(script, reference);
  }

  made(binding: Binding | undefined): Waking {
    const declaration = this.#declaration(binding);
    for (const use of declaration === undefined ? [this.#source] : binding!.references.map(({ node }) => node)) assertNotHandedOn(use);
    const isEach = declaration !== undefined && functionOf(declaration) === undefined;
    if (declaration === undefined) this.#here();
    else this.#kept(binding!, declaration, isEach);
    for (const fn of this.#functions) if (!fn.async) makeAsync(this.#script, fn, this.#into);
    return { edits: this.#into.edits, call: this.#call, feels: this.#feels, isEach };
  }

  /** The declaration of the one variable that the window is kept in. */
  #declaration(binding: Binding | undefined): t.VariableDeclaration | undefined {
    const value = wrapped(this.#source);
    const declarator = parentOf(value);
    if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') {
      if (binding !== undefined) throw new Refusal('the window is kept in a variable');
      return undefined;
    }
    const declaration = parentOf(declarator);
    if (binding === undefined || declaration?.type !== 'VariableDeclaration' || siblings(declaration) === undefined) throw new Refusal('the window is kept in a variable');
    if (binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) throw new Refusal('its variable is given other values, too');
    return declaration;
  }

  #kept(binding: Binding, declaration: t.VariableDeclaration, isEach: boolean): void {
    const script = this.#script;
    if (binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)))) throw new Refusal(`another script of the page uses \`${binding.name}\``);
    if (isEach && declaration.declarations.length > 1) throw new Refusal('its variable is declared together with others');
    const home = turnFunction(script, declaration);
    if (home === undefined && !isEach) throw new Refusal('it is asked for as the page loads');
    const groups = new Map<FunctionNode, Node[]>();
    for (const { node } of binding.references) {
      const fn = turnFunction(script, node);
      if (fn === undefined) throw new Refusal(`\`${binding.name}\` is used as the page loads`);
      groups.set(fn, [...(groups.get(fn) ?? []), node]);
    }
    if (isEach && groups.size === 0) throw new Refusal('nothing uses it');
    if (home !== undefined) this.#here();
    for (const [fn, uses] of groups) if (fn !== home) this.#before(fn, uses, binding.name);
    if (isEach) this.#remove(declaration);
  }

  /** Takes a declaration away, and the blank line after it where another one, or nothing, is before it. */
  #remove({ start, end }: t.VariableDeclaration): void {
    const script = this.#script;
    const { text } = script.file;
    const from = text.lastIndexOf('\n', start!) + 1;
    const [rest] = /^[ \t]*(\r?\n|$)/.exec(text.slice(end!)) ?? [];
    if (rest === undefined || text.slice(from, start!).trim() !== '') return this.#into.remove(script, start!, end!);
    const to = end! + rest.length;
    const isBlankBefore = /(^|\n[ \t]*\r?\n)$/.test(text.slice(script.place.start, from));
    this.#into.remove(script, from, isBlankBefore ? to + /^[ \t]*\r?\n|^/.exec(text.slice(to))![0].length : to);
  }

  /** Has the call itself wait, or the function wait before it does anything. */
  #here(): void {
    const script = this.#script;
    const fn = functionOf(this.#source);
    if (fn === undefined || turnFunction(script, this.#source) === undefined) throw new Refusal('it is asked for as the page loads');
    if (turnFunction(script, this.#source) !== fn) throw new Refusal('a callback that runs at once uses it');
    if (fn.params.some((param) => isWithin(this.#source, param))) throw new Refusal('a default of a parameter uses it');
    if (isInLoop(this.#source)) throw new Refusal('a loop uses it');
    const known = this.#known(fn);
    if (known !== undefined) return this.#into.replace(script, this.#source, known);
    assertMayEndLater(script, fn);
    if (isQuietBefore(script, this.#source, fn)) {
      this.#wait(fn, this.#source.start!, statementOf(this.#source));
      return this.#await(this.#source);
    }
    const first = this.#start(fn);
    const name = freshName(script.program!, 'backgroundPage', 'background');
    this.#declare(first, name);
    this.#into.replace(script, this.#source, name);
  }

  /** The variable in which a function has the window already, in the same turn. */
  #known(fn: FunctionNode): string | undefined {
    let inner: Node = this.#source;
    for (const up of ancestors(inner)) {
      if (up === fn || isFunction(up)) return undefined;
      const list = siblings(inner);
      for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)).reverse() ?? []) {
        const [declarator, another] = earlier.type === 'VariableDeclaration' ? earlier.declarations : [];
        if (declarator?.init?.type === 'AwaitExpression' && another === undefined && declarator.id.type === 'Identifier' && this.#script.textOf(declarator.init.argument) === this.#call && !isWithin(this.#source, earlier)) return declarator.id.name;
        if (waits(earlier)) return undefined;
      }
      inner = up;
    }
    return undefined;
  }

  /** Has a function ask for the window before it uses what was a variable around it. */
  #before(fn: FunctionNode, uses: readonly Node[], name: string): void {
    const script = this.#script;
    if (uses.some((use) => fn.params.some((param) => isWithin(use, param)))) throw new Refusal('a default of a parameter uses it');
    assertMayEndLater(script, fn);
    if (fn.body.type !== 'BlockStatement') {
      if (uses.length > 1 || functionOf(uses[0]!) !== fn || !isQuietBefore(script, uses[0]!, fn)) throw new Refusal('a function of one expression uses it more than once');
      this.#wait(fn, fn.body.start!);
      return this.#await(uses[0]!);
    }
    const place = placeOf(fn.body.body, uses);
    if (isQuietBefore(script, place, fn)) {
      this.#wait(fn, place.start!, place);
      return this.#declare(place, name);
    }
    this.#declare(this.#start(fn), name);
  }

  #start(fn: FunctionNode): t.Statement {
    if (fn.body.type !== 'BlockStatement' || fn.async) throw new Refusal('what comes before it cannot wait');
    this.#wait(fn, fn.body.start!);
    return fn.body.body[0]!;
  }

  /** Has a function wait at an offset. @throws Refusal where something after it cannot wait */
  #wait(fn: FunctionNode, from: number, place?: Node): void {
    const script = this.#script;
    const atOnce = place === undefined ? [] : this.#atOnce(fn, place);
    assertNothingAtOnce(script, fn, from, atOnce);
    for (const statement of atOnce) {
      if (!this.#into.removeLine(script, statement)) throw new Refusal(`\`${script.textOf(statement)}\` comes too late once a listener has waited`);
      this.#into.add(script, startWithComments(script, place!), `${script.textOf(statement)}\n${script.indentAt(place!.start!)}`);
    }
    if (isOfStart(script, fn)) {
      assertNoLateListeners(script, fn, from);
      this.#feels = 'a part of the page\'s start';
    } else if (changesPage(script, fn, from)) {
      this.#feels ??= 'what sets variables of the page';
    }
    this.#functions.add(fn);
  }

  /** The statements behind a place that say what becomes of the event, whatever else is done: `event.preventDefault();`. */
  #atOnce(fn: FunctionNode, place: Node): readonly t.Statement[] {
    const list = siblings(place) ?? [];
    const behind = list.slice(list.indexOf(place as t.Statement) + 1);
    const end = [place, ...behind].findIndex((statement) => mayLeave(statement));
    return behind.slice(0, end === -1 ? undefined : Math.max(0, end - 1)).filter((statement) => statement.type === 'ExpressionStatement' && isEventMethod(unwrap(statement.expression), fn, this.#script));
  }

  #await(node: Node): void {
    const parent = parentOf(wrapped(node));
    const isBare = (parent?.type === 'VariableDeclarator' && parent.init === node) || (parent?.type === 'AssignmentExpression' && parent.right === node) || (isCall(parent) && parent.callee !== node) || parent?.type === 'ExpressionStatement' || parent?.type === 'IfStatement';
    const semicolon = !isBare && needsBreak(this.#script, node) ? ';' : '';
    this.#into.replace(this.#script, node, isBare ? `await ${this.#call}` : `${semicolon}(await ${this.#call})`);
  }

  #declare(place: t.Statement, name: string): void {
    const script = this.#script;
    const { style } = script;
    const isAlone = this.#into.expand(script, parentOf(place));
    const from = isAlone ? place.start! : startWithComments(script, place);
    const keyword = habitsOf(script).modern ? 'const' : 'var';
    this.#into.add(script, from, `${keyword} ${name} = await ${this.#call}${style.semicolon}\n${script.indentAt(place.start!)}`, 1);
  }
}

/** Refuses a call of a function of the background that asks for the gesture of the page's user. */
function assertNoGestureIn(background: Realm | undefined, name: string): void {
  for (const owner of background?.scripts ?? []) {
    const [declaration] = owner.scopes?.program.bindings.get(name)?.declarations ?? [];
    const parent = declaration && parentOf(declaration.id);
    const value = parent?.type === 'FunctionDeclaration' ? parent : declaration?.init && unwrap(declaration.init);
    if (!isFunction(value)) continue;
    for (const [where, node] of reachedFrom(owner, value, value.start!)) {
      const path = isCall(node) ? where.api(unwrap(node.callee as Node))?.names.join('.') : undefined;
      if (path !== undefined && NEEDS_GESTURE.test(path)) throw new Refusal(`\`${name}\` needs the user's gesture for \`${path}\`, which a wait may lose`);
    }
  }
}

/** Refuses a window that other code gets, and may keep. */
function assertNotHandedOn(use: Node): void {
  const outer = wrapped(use);
  const parent = parentOf(outer);
  const isRead = (isMember(parent) && parent.object === outer) || (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') || parent?.type === 'ExpressionStatement' || parent?.type === 'IfStatement';
  const isTested = (parent?.type === 'IfStatement' && parent.test === outer) || (parent?.type === 'UnaryExpression' && parent.operator === '!') || (parent?.type === 'BinaryExpression' && /^[!=]=/.test(parent.operator)) || (parent?.type === 'LogicalExpression' && parent.left === outer && parent.operator === '&&');
  if (!isRead && !isTested) throw new Refusal('the window is handed on');
}

/** The call that wakes the event page, in the words of the one that does not. */
function callOf(script: Script, reference: ApiReference): string {
  const { call, keys, node, namespace, root } = reference;
  const isPlain = call?.type === 'CallExpression' && call.arguments.length === 0 && keys[0] !== undefined && keys[1] !== undefined && isMember(node) && node.type === 'MemberExpression' && !node.computed;
  const text = spelled(script, reference);
  if (!isPlain || namespace === undefined || text !== `${namespace}.extension.getBackgroundPage`) throw new Refusal('it is not spelled out');
  // In Manifest V2, `chrome.*` returns no promises.
  if (root !== 'chrome' || script.extension.isV3) return `${namespace}.runtime.getBackgroundPage()`;
  const isFree = script.scopes?.scopeOf(node).lookup('browser') === undefined && !script.realms.some(({ scripts }) => scripts.some((other) => !other.isModule && other.scopes?.program.bindings.has('browser')));
  return isFree ? 'browser.runtime.getBackgroundPage()' : `new Promise((resolve) => ${namespace}.runtime.getBackgroundPage(resolve))`;
}

/** The statement before which a variable is declared for some uses: in the branch that alone has them, or in the function's own list. */
function placeOf(list: readonly t.Statement[], uses: readonly Node[]): t.Statement {
  const using = list.filter((statement) => uses.some((use) => isWithin(use, statement)));
  const [first] = using;
  if (using.length === 1 && first!.type === 'IfStatement') {
    for (const branch of [first.consequent, first.alternate]) {
      if (branch?.type === 'BlockStatement' && uses.every((use) => isWithin(use, branch))) return placeOf(branch.body, uses);
    }
  }
  return first!;
}

/** Whether what a function does in the same turn before a place only reads what other events of the page do not change. */
function isQuietBefore(script: Script, place: Node, fn: FunctionNode): boolean {
  let inner = place;
  for (const up of ancestors(place)) {
    const list = siblings(inner);
    if (list !== undefined) {
      const before = list.slice(0, list.indexOf(inner as t.Statement));
      const waited = fn.async ? before.findLastIndex(waitsFirst) : -1;
      if (!before.slice(waited + 1).every((statement) => isQuiet(script, statement, fn))) return false;
      if (waited !== -1) return true;
    } else if (up.type === 'IfStatement' && inner !== up.test) {
      if (!isCalm(script, up.test, fn)) return false;
    } else if (up !== fn && !isEvaluatedCalmlyBefore(script, up, inner, place, fn)) {
      return false;
    }
    if (up === fn) return true;
    inner = up;
  }
  return false;
}

/** Whether the parts of an expression that come before one of them are read only. */
function isEvaluatedCalmlyBefore(script: Script, up: Node, inner: Node, place: Node, fn: FunctionNode): boolean {
  if (/^(Block|Switch|For|ForIn|ForOf|While|DoWhile)Statement$|SwitchCase/.test(up.type)) return up.type === 'BlockStatement';
  // `text += …`, `text = text + …`: what is read first may be set while it waits.
  if (up.type === 'AssignmentExpression' && up.right === inner && (up.operator !== '=' || script.file.text.slice(up.right.start!, place.start!).includes(script.textOf(up.left)))) return false;
  let calm = true;
  walk(up, (node) => {
    if (node === inner) return false;
    if (node !== up && node.end! <= inner.start! && !isWithin(inner, node)) {
      if (!isCalm(script, node, fn)) calm = false;
      return false;
    }
    return calm;
  });
  return calm;
}

function isQuiet(script: Script, statement: Node, fn: FunctionNode): boolean {
  switch (statement.type) {
    case 'EmptyStatement':
    case 'FunctionDeclaration':
    case 'BreakStatement':
      return true;
    case 'ReturnStatement':
      return !statement.argument || isCalm(script, statement.argument, fn);
    case 'VariableDeclaration':
      return statement.declarations.every(({ init }) => !init || isFunction(unwrap(init)) || isCalm(script, init, fn));
    case 'IfStatement':
      return isCalm(script, statement.test, fn) && isQuiet(script, statement.consequent, fn) && (!statement.alternate || isQuiet(script, statement.alternate, fn));
    case 'BlockStatement':
      return statement.body.every((one) => isQuiet(script, one, fn));
    case 'ExpressionStatement':
      return isEventMethod(unwrap(statement.expression), fn, script) || /^console\.\w+\(/.test(script.textOf(statement));
    default:
      return false;
  }
}

const READERS = /^(getElementById|querySelector(All)?|contains|matches|closest|hasAttribute|getAttribute|trim|val|text|attr|prop|is|toString|toLowerCase|toUpperCase|split|slice|substring|startsWith|endsWith|includes|indexOf|replace|parseInt|parseFloat|Number|String|Boolean|\$|jQuery|getElementsBy\w+)$/;

/** Whether an expression only reads, and nothing that functions of the page set. */
function isCalm(script: Script, expression: Node, fn: FunctionNode): boolean {
  let calm = true;
  walk(expression, (node) => {
    if (!calm) return false;
    if (isFunction(node)) calm = false;
    else if (isCall(node)) {
      const callee = unwrap(node.callee as Node);
      const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' && script.binding(callee) === undefined ? callee.name : undefined;
      // `$(…).val(text)` sets it.
      calm = name !== undefined && READERS.test(name) && (!/^(val|text)$/.test(name) || node.arguments.length === 0) && (!/^(attr|prop)$/.test(name) || node.arguments.length === 1);
    } else if (/^(Assignment|Update|New|Await|Yield|TaggedTemplate|Import)/.test(node.type) || (node.type === 'UnaryExpression' && node.operator === 'delete')) calm = false;
    else if (node.type === 'Identifier') {
      const binding = script.binding(node);
      if (binding !== undefined && !isWithin(binding.declarations[0]!.id, fn) && binding.references.some(({ writes }) => writes)) calm = false;
    }
    return calm;
  });
  return calm;
}

const EVENT_METHODS = /^(preventDefault|stopPropagation|stopImmediatePropagation)$/;
/** `event.preventDefault()` of the function's own event. */
function isEventMethod(node: Node, fn: FunctionNode, script: Script): boolean {
  const callee = isCall(node) && node.arguments.length === 0 ? unwrap(node.callee as Node) : undefined;
  const object = isMember(callee) && EVENT_METHODS.test(memberName(callee) ?? '') ? unwrap(callee.object) : undefined;
  return object?.type === 'Identifier' && (script.binding(object)?.declarations.some(({ id }) => fn.params.some((param) => isWithin(id, param))) ?? false);
}

const MUTATORS = /^(push|pop|shift|unshift|splice|sort|reverse|set|add|delete|clear|fill)$/;

/** Whether what waits gives values to variables around its function, or changes objects that these hold. */
function changesPage(script: Script, fn: FunctionNode, from: number): boolean {
  for (const [owner, node] of reachedFrom(script, fn, from)) {
    const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
    let target = node.type === 'AssignmentExpression' ? unwrap(node.left) : node.type === 'UpdateExpression' ? unwrap(node.argument) : isMember(callee) && MUTATORS.test(memberName(callee) ?? '') ? unwrap(callee.object) : undefined;
    const isWhole = target?.type === 'Identifier' && callee === undefined;
    while (isMember(target)) target = unwrap(target.object);
    const binding = target?.type === 'Identifier' ? owner.binding(target) : undefined;
    const home = binding && functionOf(binding.declarations[0]!.id);
    if (binding === undefined || home === functionOf(node) || (home !== undefined && isWithin(home, fn)) || binding.references.every(({ node: use }) => isWithin(use, fn))) continue;
    const init = binding.declarations[0]!.init;
    if (isWhole || (init && /^(Object|Array|New)Expression$/.test(unwrap(init).type))) return true;
  }
  return false;
}
