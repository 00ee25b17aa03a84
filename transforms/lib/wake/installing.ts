import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import type { Extension } from '../extension.ts';
import { commentsBetween, freshName, functionText, indentLines, moveLines } from '../layout.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import { accessesOf } from '../state/state.ts';
import { phasesAt } from '../phases.ts';
import { SYNC_METHODS, TIMERS } from '../callbacks.ts';
import { turnsOf, type Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { returnsOf } from '../values/returns.ts';

/** What can be moved into `runtime.onInstalled`, and what cannot. */
export interface Installing {
  /** For each script and block one move, with the calls that it moves. */
  readonly moves: readonly { readonly script: Script; readonly statements: readonly Node[]; readonly calls: readonly AnyCall[]; readonly edits: readonly Edit[] }[];
  /** Why calls stay where they are. */
  readonly refused: ReadonlyMap<AnyCall, string>;
}

/**
 * Moves calls that the first turn of a background makes into `runtime.onInstalled`, with the whole statements that make them. A statement is
 * moved if it does nothing but calls of `allowed` APIs, and if what it reads is the same whenever it runs.
 * @param namespace code that yields the API at the place of a call
 */
export function planInstalling(realm: Realm, calls: readonly AnyCall[], allowed: RegExp, namespace: (call: AnyCall) => string | undefined): Installing {
  const turns = turnsOf(realm);
  const refused = new Map<AnyCall, string>();
  const roots = new Map<Node, AnyCall[]>();
  const why = new Map<Node, string | undefined>();
  const reasonOf = (root: Node): string | undefined => {
    if (!why.has(root)) why.set(root, new Inspection(realm, turns, root, allowed).reason);
    return why.get(root);
  };
  for (const call of calls) {
    const own = rootsOf(call, turns);
    const reason = typeof own === 'string' ? own : own.map(reasonOf).find((one) => one !== undefined);
    const inner = reason === undefined ? undefined : innerRoots(call, turns).find((root) => reasonOf(root) === undefined);
    if (reason !== undefined && inner === undefined) refused.set(call, reason);
    else for (const root of inner === undefined ? own as readonly Node[] : [inner]) roots.set(root, [...(roots.get(root) ?? []), call]);
  }
  // What is made in two places moves as a whole or not at all.
  for (let before = -1; before !== refused.size;) {
    before = refused.size;
    for (const [root, own] of roots) {
      const reason = own.map((call) => refused.get(call)).find((one) => one !== undefined);
      if (reason === undefined) continue;
      roots.delete(root);
      for (const call of own) if (!refused.has(call)) refused.set(call, reason);
    }
  }
  const blocks = new Map<readonly t.Statement[], Node[]>();
  for (const root of roots.keys()) {
    const list = siblings(root)!;
    blocks.set(list, [...(blocks.get(list) ?? []), root].sort((a, b) => a.start! - b.start!));
  }
  const moves = [...blocks.values()].map((statements) => {
    const script = turns.scriptOf(statements[0]!);
    const own = [...new Set(statements.flatMap((one) => roots.get(one)!))];
    return { script, statements, calls: own, edits: editsOf(script, statements, namespace(own[0]!) ?? 'chrome', turns) };
  });
  return { moves, refused };
}

/** Questions that a start asks, and whose answer the next start may find changed. */
const READS = /^(storage\.(local|sync|managed)\.get|search\.get|contextualIdentities\.query|bookmarks\.(get\w*|search)|management\.getAll|permissions\.(contains|getAll)|commands\.getAll|runtime\.(getPlatformInfo|getBrowserInfo))$/;

/**
 * Has the statement that makes some calls run once per installation and browser start, as a persistent background did it: for what depends on
 * storage or the browser. What the browser kept from the last time is cleared before.
 * @param clear code that clears it, if the statement does not do so itself
 * @param hasPromises whether `clear` returns a promise; otherwise it takes a callback
 * @returns the edits, or the words that say why there are none
 */
export function planRebuilding(realm: Realm, calls: readonly AnyCall[], allowed: RegExp, namespace: string, clear: { readonly code: string; readonly hasPromises: boolean } | undefined): readonly Edit[] | string {
  const turns = turnsOf(realm);
  const roots = new Set<Node>();
  for (const call of calls) {
    const own = rootsOf(call, turns);
    if (typeof own === 'string') return own;
    for (const root of own) roots.add(root);
  }
  const [root, another] = roots;
  if (root?.type !== 'ExpressionStatement' || another !== undefined) return 'several statements create the menu';
  const reason = new Inspection(realm, turns, root, new RegExp(`${allowed.source}|${READS.source}`)).reason;
  if (reason !== undefined) return reason;
  const script = turns.scriptOf(root);
  const { semicolon, indent } = script.style;
  const outer = script.indentAt(root.start!);
  const register = (name: string): string => ['onInstalled', 'onStartup'].map((event) => `${namespace}.runtime.${event}.addListener(${name})${semicolon}`).join(`\n${outer}`);
  const only = plainCall(script, root, turns);
  if (only !== undefined && clear === undefined) return [script.replace(root, register(only.name))];
  const name = freshName(script.realms.flatMap(({ scripts }) => scripts).flatMap(({ program }) => program ?? []), 'buildMenu', 'rebuildMenu');
  const inner = outer + indent;
  const body = (to: string): string => to + moveLines(script.textOf(root), root.start!, root, outer, to);
  const text = clear === undefined ? body(inner)
    : `${inner}${clear.code}${clear.hasPromises ? '().then(' : '('}${functionText(script, [], body(inner + indent), inner)})${semicolon}`;
  return [script.replace(root, `function ${name}() {\n${text}\n${outer}}\n\n${outer}${register(name)}`)];
}

/** Why an extension cannot rely on `runtime.onInstalled`. */
export function faultOfEvent({ hasWorker, manifest }: Extension): string | undefined {
  return hasWorker && manifest.string(['incognito']) === 'split' ? 'with `incognito: "split"`, private windows have a background of their own, which gets no `onInstalled`' : undefined;
}

// ---- which statements make a call

/** The statements of the first turn that lead to a call, or the words that say why there are none. */
function rootsOf(node: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): readonly Node[] | string {
  if (seen.size > 20) return 'its callers were not all found';
  const fn = functionOf(node);
  const block = fn === undefined || immediateCall(fn) !== undefined ? fn?.body : undefined;
  if (fn === undefined || block?.type === 'BlockStatement') {
    let statement = statementOf(node);
    for (let up = parentOf(statement); up !== undefined && up !== block && up.type !== 'Program'; up = parentOf(statement)) statement = statementOf(up);
    const list = siblings(statement);
    if (list === undefined || !turns.turnsAt(statement).every(({ origin, delay }) => origin === 'start' && delay === undefined)) return 'this runs late';
    return mayEndBefore(list, statement) ? 'the start-up may return before' : [statement];
  }
  const places = placesOf(fn, turns).filter((place) => turns.turnsAt(place).some(({ origin }) => origin === 'start'));
  if (places.length === 0 && turns.turnsAt(fn.body).every(({ delay }) => delay !== undefined)) return 'this runs late';
  if (places.length === 0 || seen.has(fn)) return 'its callers were not all found';
  const found = new Set<Node>();
  for (const place of places) {
    const roots = rootsOf(place, turns, new Set([...seen, fn]));
    if (typeof roots === 'string') return roots;
    for (const root of roots) found.add(root);
  }
  return [...found];
}

/** Statements of functions that the first turn calls once, from the outermost to the innermost: a listener that they add is there in time. */
function innerRoots(call: Node, turns: Turns): readonly Node[] {
  const roots: Node[] = [];
  let place = call;
  for (let fn = functionOf(place); fn !== undefined && immediateCall(fn) === undefined; fn = functionOf(place)) {
    const { body } = fn;
    const [caller, another] = placesOf(fn, turns);
    const statement = body.type === 'BlockStatement' ? body.body.find((one) => isWithin(place, one)) : undefined;
    if (statement === undefined || caller === undefined || another !== undefined || loops(caller)) return [];
    if (!turns.turnsAt(statement).every(({ origin, delay }) => origin === 'start' && delay === undefined)) return [];
    if (mayEndBefore(siblings(statement)!, statement)) return [];
    roots.unshift(statement);
    place = caller;
  }
  return roots;
}

/** Whether a statement before another one may leave their function. */
function mayEndBefore(list: readonly t.Statement[], statement: Node): boolean {
  let ends = false;
  for (const one of list.slice(0, list.indexOf(statement as t.Statement))) {
    walk(one, (node) => {
      if (node.type === 'ReturnStatement') ends = true;
      return !ends && !isFunction(node);
    });
  }
  return ends;
}

/** Whether a place may run several times in one call of its function. */
function loops(place: Node): boolean {
  for (const up of ancestors(place)) {
    if (isFunction(up)) return false;
    if (/^(For|While|DoWhile)/.test(up.type)) return true;
  }
  return false;
}

/** The calls that run a function, or that it is given to. */
function placesOf(fn: FunctionNode, turns: Turns): readonly Node[] {
  const script = turns.scriptOf(fn);
  const places: Node[] = [...turns.callersOf(fn)];
  const give = (node: Node): void => {
    const call = parentOf(wrapped(node));
    if (isCall(call) && call.arguments.includes(wrapped(node) as t.Expression) && !/\.(add|remove|has)Listener$/.test(script.api(unwrap(call.callee as Node))?.names.join('.') ?? '')) places.push(call);
  };
  give(fn);
  const given = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : given?.type === 'VariableDeclarator' && given.id.type === 'Identifier' ? given.id : undefined;
  for (const { node } of (id && script.binding(id)?.references) ?? []) give(node);
  return places;
}

// ---- what a statement does

/** What a statement may use of JavaScript, the same at each start. */
export const KNOWN_GLOBALS: ReadonlySet<string> = new Set(['undefined', 'NaN', 'Infinity', 'console', 'Object', 'Array', 'JSON', 'Math', 'String', 'Number', 'Boolean', 'Map', 'Set', 'Symbol', 'RegExp', 'Promise', 'Error', 'chrome', 'browser', 'navigator', 'encodeURIComponent', 'parseInt', 'parseFloat', 'arguments']);
/** Calls whose answer is the same at each start, until an update. */
const QUESTIONS = /^(i18n\.(getMessage|getUILanguage)|(runtime|extension)\.(getURL|getManifest)|(runtime|extension)\.lastError)$/;
/** Methods that change nothing but what they return. */
const PURE_METHODS = new Set([
  ...SYNC_METHODS, 'join', 'concat', 'slice', 'split', 'trim', 'toLowerCase', 'toUpperCase', 'includes', 'indexOf', 'lastIndexOf', 'startsWith', 'endsWith', 'substring', 'substr', 'charAt', 'keys', 'values', 'entries',
  'toString', 'at', 'padStart', 'padEnd', 'then', 'catch', 'finally', 'test', 'match', 'repeat', 'get', 'has',
  'getTime', 'getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes', 'getSeconds', 'toISOString', 'toFixed',
]);
const MUTATING = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'reverse', 'set', 'add', 'delete', 'clear', 'assign']);

/** Looks at all that a statement runs, through the functions that it calls: whether it does nothing but calls of `allowed` APIs, with what is the same whenever it runs. */
export class Inspection {
  readonly #turns: Turns;
  readonly #allowed: RegExp;
  readonly #accesses: ReadonlyMap<Node, readonly Access[]>;
  readonly #seen = new Set<Node>();
  readonly #root: Node;
  readonly #globals: ReadonlySet<string>;
  readonly #isKept: (node: Node) => boolean;
  /** What it does beside, in words. */
  readonly reason: string | undefined;

  /**
   * @param globals what it may use of JavaScript and the page
   * @param isKept whether a place names something that may change
   */
  constructor(realm: Realm, turns: Turns, root: Node, allowed: RegExp, globals = KNOWN_GLOBALS, isKept: (node: Node) => boolean = () => false) {
    this.#turns = turns;
    this.#allowed = allowed;
    this.#root = root;
    this.#globals = globals;
    this.#isKept = isKept;
    this.#accesses = accessesOf(realm);
    const script = turns.scriptOf(root);
    this.reason = script.realms.some(({ kind }) => kind !== 'background') ? 'other pages load this script too' : this.#declares(script) ?? this.#piece(script, root);
  }

  /** The statement and the functions that it runs. */
  get pieces(): readonly Node[] {
    return [...this.#seen];
  }

  /** Names that the statement declares for others. */
  #declares(script: Script): string | undefined {
    for (const binding of script.scopes!.bindings) {
      const own = binding.declarations.some(({ id }) => isWithin(id, this.#root));
      if (!own || (isFunction(binding.scope.node) && isWithin(binding.scope.node, this.#root))) continue;
      const others = binding.scope.parent === undefined && !script.isModule ? script.realms.flatMap(({ scripts }) => scripts).filter((other) => other !== script && other.program !== undefined) : [];
      if (binding.references.some(({ node }) => !isWithin(node, this.#root)) || others.some((other) => other.freeNames.has(binding.name)) || binding.declarations.some(({ id }) => !isWithin(id, this.#root))) {
        return `\`${binding.name}\` is used elsewhere`;
      }
    }
    return undefined;
  }

  #piece(script: Script, piece: Node): string | undefined {
    if (this.#seen.has(piece)) return undefined;
    this.#seen.add(piece);
    let reason: string | undefined;
    walk(piece, (node) => {
      reason ??= this.#node(script, node);
      return reason === undefined && (!node.type.startsWith('TS') || /^TS(As|NonNull|Satisfies|TypeAssertion)/.test(node.type));
    });
    return reason;
  }

  #node(script: Script, node: Node): string | undefined {
    switch (node.type) {
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return this.#call(script, node);
      case 'AssignmentExpression':
        return this.#write(script, node.left);
      case 'UpdateExpression':
        return this.#write(script, node.argument);
      case 'UnaryExpression':
        return node.operator === 'delete' ? this.#write(script, node.argument) : undefined;
      case 'ForOfStatement':
        return node.await && functionOf(node) === functionOf(this.#root) ? 'it waits' : undefined;
      case 'AwaitExpression':
      case 'YieldExpression':
        return functionOf(node) === functionOf(this.#root) ? 'it waits' : undefined;
      case 'ReturnStatement':
        return functionOf(node) === functionOf(this.#root) ? 'it returns' : undefined;
      case 'ThisExpression':
        return functionOf(node) === functionOf(this.#root) ? 'it uses `this`' : undefined;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#isKept(node) || this.#isStable(node) ? undefined : `\`${script.textOf(node)}\` changes`;
      case 'Identifier':
        return this.#name(script, node);
      default:
        return undefined;
    }
  }

  #call(script: Script, call: AnyCall): string | undefined {
    const callee = unwrap(call.callee as Node);
    const path = script.api(callee)?.names.join('.');
    const text = (): string => `\`${script.textOf(callee).split('\n')[0]!}\``;
    if (path !== undefined) {
      if (!this.#allowed.test(path) && !QUESTIONS.test(path)) return `the same statement also calls ${text()}`;
    } else if (!isFunction(callee)) {
      const targets = this.#turns.targetsOf(call);
      if (targets.length === 0 && !this.#isHarmless(script, call, callee)) return `the same statement also calls ${text()}`;
      for (const fn of targets) {
        const reason = this.#piece(this.#turns.scriptOf(fn), fn);
        if (reason !== undefined) return reason;
      }
    }
    for (const argument of call.arguments) {
      if (isFunction(unwrap(argument))) continue;
      for (const fn of this.#turns.functionsOf(argument)) {
        const reason = this.#piece(this.#turns.scriptOf(fn), fn);
        if (reason !== undefined) return reason;
      }
    }
    return undefined;
  }

  #isHarmless(script: Script, call: AnyCall, callee: Node): boolean {
    if (callee.type === 'Identifier') return script.binding(callee) === undefined && this.#globals.has(callee.name) && !TIMERS.has(callee.name);
    if (!isMember(callee)) return false;
    const name = memberName(callee) ?? '';
    const object = unwrap(callee.object);
    if (object.type === 'Identifier' && object.name === 'document' && script.binding(object) === undefined) return name === 'createElement';
    if (object.type === 'Identifier' && script.binding(object) === undefined && this.#globals.has(object.name)) return name !== 'random' && (name !== 'assign' || this.#write(script, call.arguments[0]!, call.arguments[0]!) === undefined);
    return MUTATING.has(name) ? this.#write(script, object, object) === undefined : PURE_METHODS.has(name);
  }

  /**
   * Writes to what the statement makes itself are nobody else's business.
   * @param changed the object that changes; none where only a name does
   */
  #write(script: Script, target: Node, changed = objectOf(target)): string | undefined {
    let inner = unwrap(target);
    if (this.#isKept(inner)) return undefined;
    while (isMember(inner)) {
      inner = unwrap(inner.object);
      if (this.#isKept(inner)) return undefined;
    }
    if (inner.type === 'ObjectPattern' || inner.type === 'ArrayPattern') return `the same statement also sets \`${script.textOf(target)}\``;
    const isOthers = changed !== undefined && this.#isOthers(script, changed);
    if (inner.type !== 'Identifier') return inner.type === 'ThisExpression' || isOthers ? `the same statement also sets \`${script.textOf(target)}\`` : undefined;
    if (!this.#isOwn(script, inner) || isOthers) return `the same statement also sets \`${script.textOf(target)}\``;
    const list = isMember(unwrap(target)) ? listOf(script, inner) : undefined;
    return list === undefined || this.#write(script, list) === undefined || this.#isUsedHereOnly(script, list) ? undefined : `the same statement also sets \`${script.textOf(target)}\``;
  }

  /**
   * Whether an expression may stand for an object that the statement does not make: given to a function, under another name, or returned.
   * @param isDeep whether the object may be one of those that it holds
   */
  #isOthers(script: Script, node: Node, isDeep = false, seen: ReadonlySet<Node> = new Set()): boolean {
    const inner = unwrap(node);
    if (seen.has(inner) || this.#isKept(inner)) return false;
    const within = new Set([...seen, inner]);
    const again = (other: Node | null, deep = isDeep, from = script): boolean => other !== null && this.#isOthers(from, other, deep, within);
    switch (inner.type) {
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return again(inner.object, true);
      case 'ConditionalExpression':
        return again(inner.consequent) || again(inner.alternate);
      case 'LogicalExpression':
        return again(inner.left) || again(inner.right);
      case 'SpreadElement':
        return again(inner.argument, true);
      case 'ObjectExpression':
        return isDeep && inner.properties.some((property) => property.type !== 'ObjectMethod' && again(property.type === 'ObjectProperty' ? property.value : property));
      case 'ArrayExpression':
        return isDeep && inner.elements.some((element) => again(element));
      case 'CallExpression':
        return this.#turns.targetsOf(inner).some((fn) => returnsOf(fn).some((value) => again(value, isDeep, this.#turns.scriptOf(fn))));
      case 'Identifier': {
        const binding = script.binding(inner);
        if (binding === undefined || !this.#isOwn(script, inner)) return inner.name !== 'undefined';
        return binding.declarations.some(({ node: owner, id, init, keys }) => {
          const deep = isDeep || keys?.length !== 0;
          if (binding.kind !== 'param' || !isFunction(owner)) return init !== undefined && again(init, deep);
          const index = owner.params.findIndex((param) => isWithin(id, param));
          const calls = this.#turns.callersOf(owner).filter((call) => [...this.#seen].some((piece) => isWithin(call, piece)));
          return calls.some(({ arguments: given }) => given.slice(0, index + 1).some((one, at) => (at === index || one.type === 'SpreadElement') && again(one, deep, this.#turns.scriptOf(one))));
        });
      }
      default:
        return false;
    }
  }

  #isUsedHereOnly(script: Script, list: Node): boolean {
    const binding = list.type === 'Identifier' ? script.binding(list) : undefined;
    return binding?.references.every(({ node }) => [...this.#seen].some((piece) => isWithin(node, piece))) ?? false;
  }

  #isOwn(script: Script, id: t.Identifier): boolean {
    const binding = script.binding(id);
    // The name of a function outlives its call.
    return binding !== undefined && binding.declarations.every(({ id: name }) => [...this.#seen].some((piece) => isWithin(name, piece) && !(piece.type === 'FunctionDeclaration' && piece.id === name)));
  }

  #name(script: Script, id: t.Identifier): string | undefined {
    const parent = parentOf(id);
    if ((isMember(parent) && parent.property === id && !parent.computed) || (parent?.type === 'ObjectProperty' && parent.key === id && parent.value !== id && !parent.computed)) return undefined;
    if (parent?.type === 'ObjectMethod' || parent?.type === 'ClassMethod' || parent?.type === 'LabeledStatement' || parent?.type === 'BreakStatement' || parent?.type === 'ContinueStatement') return undefined;
    const binding = script.binding(id);
    if (binding === undefined && !script.extension.topLevel(script.realms.find(({ kind }) => kind === 'background')!).has(id.name)) {
      return this.#globals.has(id.name) || script.api(id) !== undefined ? undefined : `it reads \`${id.name}\``;
    }
    if (binding !== undefined && this.#isOwn(script, id)) return undefined;
    if (this.#isKept(id)) return undefined;
    if (!this.#isStable(id)) return `\`${id.name}\` changes`;
    if (binding === undefined || binding.kind === 'import' || this.#accesses.has(id)) return undefined;
    return binding.references.some(({ writes }) => writes) || binding.kind === 'param' ? `\`${id.name}\` changes` : undefined;
  }

  /** Whether a variable has one value from the statement on. */
  #isStable(node: Node): boolean {
    return (this.#accesses.get(node) ?? []).every((access) => {
      if (access.initial || access.kind === 'read' || access.kind === 'escape') return true;
      const phases = phasesAt(access.node, this.#turns);
      return access.kind === 'mutate' && phases.size === 1 && phases.has('start') && this.#isBefore(access.node, 8);
    });
  }

  /** Whether the first turn comes to a place only before the statement. */
  #isBefore(place: Node, depth: number): boolean {
    const [script, own] = [place, this.#root].map((node) => this.#turns.scriptOf(node)) as [Script, Script];
    const fn = functionOf(place);
    const around = fn === undefined ? [] : immediateCall(fn) === undefined ? this.#turns.callersOf(fn) : [immediateCall(fn)!.node];
    if (isWithin(place, this.#root)) return true;
    if (fn !== undefined && !isWithin(this.#root, fn)) return depth > 0 && around.length > 0 && around.every((call) => this.#isBefore(call, depth - 1));
    const { scripts } = own.realms.find(({ kind }) => kind === 'background')!;
    return script === own ? place.end! <= this.#root.start! : scripts.indexOf(script) < scripts.indexOf(own);
  }
}

/** The object whose member an expression names. */
function objectOf(node: Node): Node | undefined {
  const inner = unwrap(node);
  return isMember(inner) ? inner.object : undefined;
}

/** What a name goes through: the list whose elements it gets, one after the other. */
function listOf(script: Script, id: t.Identifier): Node | undefined {
  const declaration = script.binding(id)?.declarations[0];
  const fn = declaration?.node;
  if (isFunction(fn)) {
    const call = fn.params[0] === declaration!.id ? parentOf(wrapped(fn)) : undefined;
    const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
    return isMember(callee) && SYNC_METHODS.has(memberName(callee) ?? '') ? callee.object : undefined;
  }
  const loop = declaration && parentOf(parentOf(declaration.id)!) && parentOf(parentOf(parentOf(declaration.id)!)!);
  return loop?.type === 'ForOfStatement' ? loop.right : undefined;
}

// ---- the move

function editsOf(script: Script, statements: readonly Node[], namespace: string, turns: Turns): Edit[] {
  const list = siblings(statements[0]!)!;
  const last = statements.at(-1)!;
  const listener = listenerIn(script, list, statements, turns);
  if (listener !== undefined) return [...insertion(script, statements, listener), ...statements.map((one) => removal(script, one))];
  const only = statements.length === 1 ? plainCall(script, last, turns) : undefined;
  const event = `${namespace}.runtime.onInstalled.addListener`;
  if (only !== undefined) return [script.insert(last.start!, `${event}(`), { file: script.path, start: only.end!, end: unwrap((last as t.ExpressionStatement).expression).end!, text: ')' }];
  // The last of them stay where they are, and the others come to them.
  let start = statements.length - 1;
  while (start > 0 && list.indexOf(statements[start - 1] as t.Statement) === list.indexOf(statements[start] as t.Statement) - 1) start--;
  const others = statements.slice(0, start);
  const first = statements[start]!;
  const indent = script.indentAt(first.start!);
  const inner = indent + script.style.indent;
  const [head, tail] = functionText(script, [], '\0', indent).split('\0') as [string, string];
  const before = others.map((one) => `${inner}${textWithComments(script, one, inner)}\n`).join('');
  const { end } = spanOf(script, last);
  // A comment above a group of statements speaks of the group.
  const begin = others.length > 0 ? spanOf(script, first).start : first.start!;
  return [
    ...others.map((one) => removal(script, one)),
    script.insert(begin, `${event}(${head}${before}${inner}`),
    ...indentLines(script, begin, end),
    script.insert(end, `${tail})${script.style.semicolon}`),
  ];
}

/** The callee of `build();` where that needs nothing but to be called. */
function plainCall(script: Script, statement: Node, turns: Turns): t.Identifier | undefined {
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.arguments.length > 0) return undefined;
  const functions = turns.targetsOf(call);
  return functions.length > 0 && functions.every((fn) => fn.params.length === 0) && commentsBetween(script, call.start!, call.end!).length === 0 ? call.callee : undefined;
}

/** The body of a listener for `runtime.onInstalled` that stands in the same list of statements and can take some of them. */
function listenerIn(script: Script, list: readonly t.Statement[], statements: readonly Node[], turns: Turns): t.BlockStatement | undefined {
  for (const { call, event, functions, script: owner } of turns.registrations) {
    const [fn] = functions;
    const statement = statementOf(call);
    if (event !== 'runtime.onInstalled' || owner !== script || functions.length !== 1 || fn?.body.type !== 'BlockStatement' || fn.generator || !list.includes(statement as t.Statement)) continue;
    if (statement.type !== 'ExpressionStatement' || unwrap(statement.expression) !== call || !call.arguments[0]) continue;
    const listener = unwrap(call.arguments[0]);
    const named = listener.type === 'Identifier' ? script.binding(listener) : undefined;
    if (listener !== fn && (named?.references.length !== 1 || fn.type !== 'FunctionDeclaration')) continue;
    if (statements.some((one) => isWithin(fn, one)) || !fn.body.body.length || !script.textOf(fn.body).includes('\n')) continue;
    if (hides(script, fn, statements)) continue;
    return fn.body;
  }
  return undefined;
}

/** Whether a function declares names that some statements use or declare. */
function hides(script: Script, fn: FunctionNode, statements: readonly Node[]): boolean {
  const names = new Set(script.scopes!.bindings.filter(({ scope }) => isWithin(scope.node, fn)).map(({ name }) => name));
  let found = false;
  for (const statement of statements) walk(statement, (node) => {
    if (node.type === 'Identifier' && names.has(node.name)) found = true;
    return !found;
  });
  return found;
}

function insertion(script: Script, statements: readonly Node[], body: t.BlockStatement): Edit[] {
  const [first] = body.body as [t.Statement];
  const inner = script.indentAt(first.start!);
  const text = statements.map((one) => `\n${inner}${textWithComments(script, one, inner)}`).join('');
  // What the first turn did came before the event.
  return [script.insert(body.start! + 1, text)];
}

/** A statement with the comments above and beside it. */
function spanOf(script: Script, statement: Node): { readonly start: number; readonly end: number } {
  const { text } = script.file;
  let { start, end } = statement as { start: number; end: number };
  for (const comment of commentsBetween(script, 0, start).reverse()) {
    if (!/^[ \t]*\r?\n?[ \t]*$/.test(text.slice(comment.end!, start)) || text.slice(text.lastIndexOf('\n', comment.start!) + 1, comment.start!).trim() !== '') break;
    start = comment.start!;
  }
  const beside = commentsBetween(script, end, text.length)[0];
  if (beside !== undefined && /^[ \t]*$/.test(text.slice(end, beside.start!)) && /^[ \t]*(\r?\n|$)/.test(text.slice(beside.end!))) end = beside.end!;
  return { start, end };
}

/** A statement with its comments, as it would stand at another indentation. */
export function textWithComments(script: Script, statement: Node, to: string): string {
  const { start, end } = spanOf(script, statement);
  return moveLines(script.slice(start, end), start, statement, script.indentAt(start), to);
}

/** Takes a statement out, with the lines that it leaves empty. */
export function removal(script: Script, statement: Node): Edit {
  const { text } = script.file;
  const span = spanOf(script, statement);
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const isAlone = text.slice(line, span.start).trim() === '' && /^[ \t]*(\r?\n|$)/.test(text.slice(span.end));
  if (!isAlone) return { file: script.path, ...span, text: '' };
  const rest = /^[ \t]*(\r?\n)?/.exec(text.slice(span.end))![0].length;
  const isApart = /(^|\n|\{)[ \t]*\r?\n$/.test(text.slice(0, line)) || line === 0;
  const blank = isApart ? /^([ \t]*\r?\n)*/.exec(text.slice(span.end + rest))![0].length : 0;
  return { file: script.path, start: line, end: span.end + rest + blank, text: '' };
}
