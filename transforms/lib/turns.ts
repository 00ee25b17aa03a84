import type * as t from '@babel/types';
import {
  ancestors, eachChild, functionOf, isCall, isFunction, isMember, isOutermostThis, isWithin, keyName, memberName, parentOf, propertyValue, stringValue, unwrap, wrapped,
  type AnyCall, type AnyMember, type FunctionNode, type Node,
} from './ast.ts';
import { mainOf } from './frameworks.ts';
import { isBoundInPlace } from './objects.ts';
import type { Realm } from './realms.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { SourceFile } from './source.ts';

/** Why code runs later than the turn that it was written in. */
export type Delay =
  | 'await'      // after an await or a yield
  | 'promise'    // in a promise's continuation
  | 'callback'   // in the callback of an extension API
  | 'timer'      // in a timer
  | 'load'       // in a listener for the page's load, DOMContentLoaded or ready
  | 'event'      // in a listener of an object that lives as long as the background: a port, a request, a socket
  | 'unknown';   // in a function that was given to code that is not analysed

/**
 * A turn in which code runs. `origin` is 'start' for what the background does because it starts, the path of an extension event
 * ('runtime.onMessage'), 'dom' for events of the page itself, or 'unknown' where no caller was found.
 * Without a delay, code of origin 'start' runs in the first turn: what it registers wakes the background.
 */
export interface Turn {
  readonly origin: string;
  readonly delay: Delay | undefined;
  /** What caused the delay. */
  readonly cause: Node | undefined;
}

/** A listener added to an extension event. */
export interface Registration {
  readonly script: Script;
  readonly call: AnyCall;
  /** The event's path: `tabs.onUpdated`. */
  readonly event: string;
  readonly listener: Node | undefined;
  /** The functions that the listener may be; none where that was not found. */
  readonly functions: readonly FunctionNode[];
}

/** The call graph and the event turns of a realm. */
export interface Turns {
  /** Stays the same as long as the realm's scripts do: what is derived from the turns can be kept by it. */
  readonly key: object;
  readonly registrations: readonly Registration[];
  /** The turns in which a node may run; none for code that nothing runs. */
  turnsAt(node: Node): readonly Turn[];
  /** Whether a node may run in the first turn of the background. */
  runsAtStart(node: Node): boolean;
  /** The realm's functions that a call may run. */
  targetsOf(call: AnyCall): readonly FunctionNode[];
  /** The realm's functions that an expression may be. */
  functionsOf(node: Node): readonly FunctionNode[];
  /** The calls that may run a function. */
  callersOf(fn: FunctionNode): readonly AnyCall[];
  scriptOf(node: Node): Script;
  /** Whether a node is in one of the realm's scripts; pages have others. */
  has(node: Node): boolean;
  /** The object literal, class or constructor function that an expression's members are found in. */
  holderOf(node: Node): Holder | undefined;
}

/** What members are looked up in: an object literal, the instances of a class (or constructor function), or the class itself. */
export interface Holder {
  readonly node: t.ObjectExpression | t.Class | FunctionNode;
  readonly instance: boolean;
}

type Unit = FunctionNode | t.Program;

interface UnitFacts {
  readonly script: Script;
  readonly calls: AnyCall[];
  readonly awaits: Node[];
  readonly returns: Node[];
  /** Handlers assigned to properties: `request.onload = f`. */
  readonly handlers: { readonly member: AnyMember; readonly value: Node }[];
}

interface Known {
  readonly scripts: readonly Script[];
  readonly turns: Turns;
}

const cache = new WeakMap<SourceFile, Known[]>();

/** The turns of a realm; computed once as long as its scripts stay the same. */
export function turnsOf(realm: Realm): Turns {
  const scripts = realm.scripts.filter((script) => script.syntax !== undefined);
  const anchor = scripts[0]?.file;
  if (anchor === undefined) return new Analysis(realm, []).result;
  const known = cache.get(anchor) ?? [];
  cache.set(anchor, known);
  const same = known.find((entry) => entry.scripts.length === scripts.length && entry.scripts.every(({ program }, index) => program === scripts[index]!.program));
  if (same === undefined) {
    const turns = new Analysis(realm, scripts).result;
    known.push({ scripts, turns });
    return turns;
  }
  return same.scripts[0] === scripts[0] ? same.turns : rebind(same, scripts);
}

/** The same turns for the scripts of a later state of the extension. */
function rebind(known: Known, scripts: readonly Script[]): Turns {
  const current = new Map(known.scripts.map((script, index) => [script, scripts[index]!]));
  const turns: Turns = {
    ...known.turns,
    registrations: known.turns.registrations.map((registration) => ({ ...registration, script: current.get(registration.script)! })),
    scriptOf: (node) => current.get(known.turns.scriptOf(node))!,
  };
  const entry = cache.get(scripts[0]!.file)!;
  entry[entry.indexOf(known)] = { scripts, turns };
  return turns;
}

/** Methods that run a function they are given before they return. */
export const SYNC_METHODS: ReadonlySet<string> = new Set([
  'forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'reduce', 'reduceRight', 'sort', 'toSorted', 'flatMap',
  'replace', 'replaceAll', 'from', 'each', 'call', 'apply', 'groupBy', 'parse', 'stringify',
]);
/** Functions that run a function they are given in a later task. */
export const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback']);
const LOAD_EVENTS = new Set(['load', 'DOMContentLoaded', 'pageshow', 'readystatechange']);
/** Method names so common that an unresolved receiver says nothing. */
const COMMON_NAMES = new Set(['get', 'set', 'add', 'has', 'delete', 'clear', 'push', 'then', 'catch', 'on', 'off', 'emit', 'call', 'apply', 'bind', 'toString', 'next', 'create', 'update', 'remove', 'open', 'close', 'send', 'query', 'reload', 'log', 'error', 'keys', 'values', 'entries', 'join', 'split', 'test', 'exec', 'click', 'find', 'match', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'addListener', 'removeListener', 'hasListener']);

function isCommonName(name: string): boolean {
  return COMMON_NAMES.has(name) || SYNC_METHODS.has(name);
}

class Analysis {
  readonly #scripts: readonly Script[];
  readonly #units = new Map<Unit, UnitFacts>();
  readonly #turns = new Map<Unit, Map<string, Turn>>();
  readonly #arguments = new Map<Binding, Set<FunctionNode>>();
  readonly #callers = new Map<FunctionNode, Set<AnyCall>>();
  readonly #registrations = new Map<AnyCall, Registration>();
  readonly #apiCalls = new Map<Node, string>();
  readonly #assignedMembers = new Map<string, { readonly object: Node; readonly value: Node }[]>();
  readonly #methods = new Map<string, FunctionNode[]>();
  readonly #classes = new Map<string, t.Class[]>();
  readonly #topLevel: ReadonlyMap<string, Script>;
  readonly #queue: Unit[] = [];
  readonly #waiting = new Map<Unit, Turn[]>();
  readonly #knownFunctions = new Map<Node, FunctionNode[]>();
  readonly #knownHolders = new Map<Node, Holder | undefined>();

  constructor(realm: Realm, scripts: readonly Script[]) {
    this.#scripts = scripts;
    this.#topLevel = scripts[0]?.extension.topLevel(realm) ?? new Map();
    for (const script of scripts) this.#index(script);
    for (const script of scripts) this.#enter(script.program!, { origin: 'start', delay: undefined, cause: undefined });
    this.#propagate();
    // What nobody is seen to call may still be called: by a name that is computed, or from another context.
    for (const unit of this.#units.keys()) {
      if (!this.#turns.has(unit) && !this.#isNested(unit)) this.#enter(unit, { origin: 'unknown', delay: undefined, cause: undefined });
    }
    this.#propagate();
    for (const unit of this.#units.keys()) if (!this.#turns.has(unit)) this.#enter(unit, { origin: 'unknown', delay: undefined, cause: undefined });
    this.#propagate();
  }

  get result(): Turns {
    return {
      key: this,
      registrations: [...this.#registrations.values()].sort((a, b) => this.#order(a) - this.#order(b)),
      turnsAt: (node) => this.#turnsAt(node),
      runsAtStart: (node) => this.#turnsAt(node).some(({ origin, delay }) => origin === 'start' && delay === undefined),
      targetsOf: (call) => this.#targets(call),
      functionsOf: (node) => [...new Set(this.#functions(node))],
      callersOf: (fn) => [...(this.#callers.get(fn) ?? [])],
      scriptOf: (node) => this.#scriptOf(node),
      has: (node) => this.#units.has(this.#unitOf(node)),
      holderOf: (node) => this.#holder(node),
    };
  }

  #order({ script, call }: Registration): number {
    return this.#scripts.indexOf(script) * 1e8 + call.start!;
  }

  // ---- index: what each function contains, without what its inner functions contain

  #index(script: Script): void {
    const program = script.program!;
    for (const { call, choice, path } of script.apiReferences) {
      // Which event a choice means is asked where the listener is added.
      if (call && !(choice && path.endsWith('.addListener'))) this.#apiCalls.set(call, path);
    }
    const visit = (node: Node, facts: UnitFacts): void => {
      if (isFunction(node)) {
        const inner = this.#newUnit(node, script);
        const name = nameOf(node);
        if (name !== undefined) {
          const list = this.#methods.get(name);
          if (list === undefined) this.#methods.set(name, [node]);
          else list.push(node);
        }
        eachChild(node, visit, inner);
        if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') inner.returns.push(node.body);
        return;
      }
      switch (node.type) {
        case 'CallExpression':
        case 'OptionalCallExpression':
        case 'NewExpression':
          facts.calls.push(node);
          break;
        case 'ClassDeclaration':
        case 'ClassExpression':
          if (node.id) this.#classes.set(node.id.name, [...(this.#classes.get(node.id.name) ?? []), node]);
          break;
        case 'AwaitExpression':
        case 'YieldExpression':
          facts.awaits.push(node);
          break;
        case 'ForOfStatement':
          if (node.await) facts.awaits.push(node.right);
          break;
        case 'ReturnStatement':
          if (node.argument) facts.returns.push(node.argument);
          break;
        case 'AssignmentExpression':
          if (isMember(node.left)) {
            const name = memberName(node.left);
            if (name !== undefined) {
              const entry = { object: node.left.object as Node, value: node.right as Node };
              const list = this.#assignedMembers.get(name);
              if (list === undefined) this.#assignedMembers.set(name, [entry]);
              else list.push(entry);
              if (/^on[a-z]+$/.test(name)) facts.handlers.push({ member: node.left, value: node.right });
            }
          } else if (node.left.type === 'Identifier' && /^on[a-z]+$/.test(node.left.name) && script.binding(node.left) === undefined) {
            facts.handlers.push({ member: node.left as unknown as AnyMember, value: node.right });
          }
          break;
        default:
      }
      eachChild(node, visit, facts);
    };
    const top = this.#newUnit(program, script);
    eachChild(program, visit, top);
  }

  #newUnit(unit: Unit, script: Script): UnitFacts {
    const facts: UnitFacts = { script, calls: [], awaits: [], returns: [], handlers: [] };
    this.#units.set(unit, facts);
    return facts;
  }

  #isNested(unit: Unit): boolean {
    return unit.type !== 'Program' && functionOf(unit) !== undefined;
  }

  #unitOf(node: Node): Unit {
    const fn = functionOf(node);
    if (fn !== undefined) return fn;
    let up = node;
    for (const outer of ancestors(node)) up = outer;
    return up as t.Program;
  }

  #scriptOf(node: Node): Script {
    return this.#units.get(isFunction(node) ? node : this.#unitOf(node))!.script;
  }

  // ---- turns

  #enter(unit: Unit, turn: Turn): void {
    let own = this.#turns.get(unit);
    if (own === undefined) this.#turns.set(unit, (own = new Map<string, Turn>()));
    const key = turn.delay === undefined ? turn.origin : `${turn.origin} ${turn.delay}`;
    if (own.has(key)) return;
    own.set(key, turn);
    const waiting = this.#waiting.get(unit);
    if (waiting !== undefined) waiting.push(turn);
    else this.#wait(unit, [turn]);
  }

  /** Notes turns whose calls have not been followed yet. */
  #wait(unit: Unit, turns: Turn[]): void {
    this.#waiting.set(unit, turns);
    this.#queue.push(unit);
  }

  #propagate(): void {
    for (let unit = this.#queue.pop(); unit !== undefined; unit = this.#queue.pop()) {
      const turns = this.#waiting.get(unit)!;
      this.#waiting.delete(unit);
      const facts = this.#units.get(unit)!;
      for (const call of facts.calls) this.#call(call, delayed(facts, call, turns));
      for (const { member, value } of facts.handlers) this.#assignHandler(member, value, delayed(facts, value, turns));
    }
  }

  #turnsAt(node: Node): readonly Turn[] {
    const unit = this.#unitOf(node);
    const facts = this.#units.get(unit);
    return facts === undefined ? [] : delayed(facts, node, [...(this.#turns.get(unit)?.values() ?? [])]);
  }

  #run(fn: FunctionNode, call: AnyCall | undefined, turns: readonly Turn[]): void {
    if (!this.#units.has(fn)) return;
    if (call !== undefined) {
      const callers = this.#callers.get(fn) ?? new Set<AnyCall>();
      this.#callers.set(fn, callers.add(call));
    }
    for (const turn of turns) this.#enter(fn, turn);
  }

  #call(call: AnyCall, turns: readonly Turn[]): void {
    const after = (delay: Delay): Turn[] => turns.map((turn) => later(turn, delay, call));
    const callee = unwrap(call.callee as Node);
    const api = this.#apiCalls.get(call);
    if (api !== undefined) {
      const event = /^(.*)\.addListener$/.exec(api)?.[1];
      if (event !== undefined) this.#register(call, event);
      else if (/\.(remove|has)Listener$/.test(api)) return;
      else for (const argument of call.arguments) for (const fn of this.#functions(argument)) this.#run(fn, undefined, after('callback'));
      return;
    }
    const targets = this.#targets(call);
    const isGiven = this.#isOwnParameter(callee, call);
    for (const fn of targets) {
      // What a function is given runs when it is given, not whenever that function is called.
      if (!isGiven) this.#run(fn, call, turns);
      this.#passArguments(fn, call, turns);
    }
    const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? (memberName(callee) ?? '') : '';
    const give = (argument: Node | null | undefined, given: readonly Turn[]): void => {
      if (argument) for (const fn of this.#functions(argument)) this.#run(fn, undefined, given);
    };
    if (callee.type === 'Import') return;
    if (isMember(callee) && callee.computed && mayAdd(callee)) {
      const event = this.#scriptOf(callee).api(callee.object)?.names ?? [];
      if (/^on[A-Z]/.test(event.at(-1) ?? '')) return this.#register(call, event.join('.'));
    }
    if (name === 'addListener' && isMember(callee)) {
      const event = this.#eventOf(callee.object);
      if (event !== undefined) this.#register(call, event);
      else give(call.arguments[0], after('event'));
      return;
    }
    if (name === 'addEventListener') {
      const type = stringValue(call.arguments[0]) ?? '';
      const target = isMember(callee) ? this.#globalName(callee.object) : 'window';
      if (target === 'window' || target === 'document') {
        const load = LOAD_EVENTS.has(type);
        give(call.arguments[1], load ? after('load') : [{ origin: 'dom', delay: undefined, cause: call }]);
      } else {
        give(call.arguments[1], after('event'));
      }
      return;
    }
    if (targets.length > 0) return;
    const main = mainOf(call);
    if (main !== undefined) {
      for (const fn of this.#functions(main)) this.#run(fn, call, turns);
      return;
    }
    if (TIMERS.has(name) && (callee.type === 'Identifier' || this.#globalName((callee as AnyMember).object) === 'window')) {
      give(call.arguments[0], after('timer'));
      return;
    }
    if (isMember(callee)) {
      if (name === 'then' || name === 'catch' || name === 'finally') {
        const settled = isSettledPromise(callee.object);
        for (const argument of call.arguments) give(argument, settled ? turns : after('promise'));
        return;
      }
      if (name === 'ready' && call.arguments.length === 1) return give(call.arguments[0], after('load'));
      if (SYNC_METHODS.has(name)) {
        for (const argument of call.arguments) give(argument, turns);
        if (name === 'call' || name === 'apply') give(callee.object, turns);
        return;
      }
    }
    if (name === 'queueMicrotask') return give(call.arguments[0], turns);
    if (call.type === 'NewExpression' && name === 'Promise') return give(call.arguments[0], turns);
    if ((name === '$' || name === 'jQuery') && callee.type === 'Identifier') return give(call.arguments[0], after('load'));
    for (const argument of call.arguments) {
      const value = unwrap(argument);
      give(value, after('unknown'));
      if (value.type === 'ObjectExpression') {
        for (const member of value.properties) {
          if (member.type === 'ObjectMethod') this.#run(member, undefined, after('unknown'));
          else if (member.type === 'ObjectProperty') give(member.value, after('unknown'));
        }
      }
    }
  }

  #register(call: AnyCall, event: string): void {
    const [listener] = call.arguments;
    const functions = listener ? this.#functions(listener) : [];
    this.#registrations.set(call, { script: this.#scriptOf(call), call, event, listener, functions: [...new Set(functions)] });
    for (const fn of functions) this.#run(fn, undefined, [{ origin: event, delay: undefined, cause: call }]);
  }

  #assignHandler(member: Node, value: Node, turns: readonly Turn[]): void {
    const after = (delay: Delay): Turn[] => turns.map((turn) => later(turn, delay, value));
    const name = member.type === 'Identifier' ? member.name : (memberName(member as AnyMember) ?? '');
    const target = member.type === 'Identifier' ? 'window' : this.#globalName((member as AnyMember).object);
    const global = target === 'window' || target === 'document';
    for (const fn of this.#functions(value)) {
      if (!global) this.#run(fn, undefined, after('event'));
      else if (LOAD_EVENTS.has(name.slice(2))) this.#run(fn, undefined, after('load'));
      else this.#run(fn, undefined, [{ origin: 'dom', delay: undefined, cause: value }]);
    }
  }

  /** The event that an `addListener` hangs on, where the API comes in through a choice, a computed name, a variable or a parameter. */
  #eventOf(object: Node, depth = 0): string | undefined {
    const inner = unwrap(object);
    const script = this.#scriptOf(inner);
    const direct = script.api(inner);
    if (direct !== undefined) return [...new Set((direct.choice ?? [direct.names]).map((names) => names.join('.')))].join('|');
    if (isMember(inner) && inner.computed) {
      const namespace = script.api(inner.object);
      return namespace === undefined || namespace.names.length === 0 ? undefined : `${namespace.names.join('.')}[${script.textOf(inner.property)}]`;
    }
    const values = depth > 5 ? undefined : this.#valuesOf(inner);
    if (values === undefined || values.length === 0) return undefined;
    const events = new Set<string>();
    for (const value of values) {
      const event = this.#eventOf(value, depth + 1);
      if (event === undefined) return undefined;
      for (const name of event.split('|')) events.add(name);
    }
    return [...events].join('|');
  }

  /** The expressions that a variable, a parameter or a call stands for; undefined where they are not known. */
  #valuesOf(node: Node): readonly Node[] | undefined {
    if (isCall(node)) return this.#targets(node).flatMap((fn) => this.#units.get(fn)?.returns ?? []).filter((value) => unwrap(value).type !== 'NullLiteral');
    if (isMember(node)) return this.#partsOfElements(node);
    const binding = node.type === 'Identifier' ? this.#binding(node) : undefined;
    const [declaration, ...others] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || others.length > 0 || binding.references.some(({ writes }) => writes)) return undefined;
    const elements = this.#elementsFor(binding);
    if (elements !== undefined) return elements;
    if (binding.kind === 'param') {
      const fn = declaration.node as FunctionNode;
      const index = fn.params.findIndex((param) => param === declaration.id);
      return [...(this.#callers.get(fn) ?? [])].map((caller) => caller.arguments[index] ?? caller);
    }
    return declaration.init && declaration.keys?.length === 0 ? [declaration.init] : undefined;
  }

  /** What a name stands for in turn: the first parameter of a callback of `forEach`, or the variable of a loop, over a list that is seen; or parts of its elements. */
  #elementsFor(binding: Binding): readonly Node[] | undefined {
    const [declaration] = binding.declarations;
    if (declaration?.keys === undefined || binding.declarations.length > 1) return undefined;
    const { node, id, keys } = declaration;
    const loop = parentOf(parentOf(node) ?? node);
    let list: Node | undefined;
    if (loop?.type === 'ForOfStatement' && isWithin(node, loop.left)) list = loop.right;
    if (binding.kind === 'param' && isFunction(node) && node.params[0] !== undefined && isWithin(id, node.params[0])) {
      const call = parentOf(wrapped(node));
      const callee = isCall(call) && call.arguments[0] === wrapped(node) ? unwrap(call.callee as Node) : undefined;
      if (isMember(callee) && memberName(callee) === 'forEach') list = callee.object;
    }
    const values = list && this.#elementsOf(list)?.map((element) => keys.reduce<Node | undefined>((part, { name }) => part && partOf(part, name), element));
    return values?.every((value) => value !== undefined) ? (values as Node[]) : undefined;
  }

  /** What `entry.event` stands for in turn, where `entry` is each element of a list that is seen. */
  #partsOfElements(member: AnyMember): readonly Node[] | undefined {
    const object = unwrap(member.object);
    const binding = object.type === 'Identifier' ? this.#binding(object) : undefined;
    const name = memberName(member);
    const parts = binding && name !== undefined ? this.#elementsFor(binding)?.map((element) => partOf(element, name)) : undefined;
    return parts?.every((part) => part !== undefined) ? (parts as Node[]) : undefined;
  }

  /** The elements of a list that is written down, here or where a constant is declared. */
  #elementsOf(node: Node): readonly Node[] | undefined {
    const inner = unwrap(node);
    const binding = inner.type === 'Identifier' ? this.#binding(inner) : undefined;
    const [declaration] = binding?.declarations ?? [];
    if (binding?.kind === 'const' && declaration?.init && declaration.keys?.length === 0) return unwrap(declaration.init).type === 'ArrayExpression' ? this.#elementsOf(declaration.init) : undefined;
    if (inner.type !== 'ArrayExpression') return undefined;
    return inner.elements.every((element) => element !== null && element.type !== 'SpreadElement') ? (inner.elements as Node[]) : undefined;
  }

  // ---- who is called

  /** Whether a call is one of a parameter of the function that it stands in. */
  #isOwnParameter(callee: Node, call: AnyCall): boolean {
    const binding = callee.type === 'Identifier' && call.type !== 'NewExpression' ? this.#scriptOf(callee).binding(callee) : undefined;
    return binding?.kind === 'param' && binding.declarations[0]!.node === functionOf(call);
  }

  #passArguments(fn: FunctionNode, call: AnyCall, turns: readonly Turn[]): void {
    const callee = unwrap(call.callee as Node);
    const shift = isMember(callee) && memberName(callee) === 'call' ? 1 : 0;
    for (const [index, param] of fn.params.entries()) {
      const argument = call.arguments[index + shift];
      const id = param.type === 'AssignmentPattern' ? param.left : param;
      if (argument === undefined || id.type !== 'Identifier') continue;
      const binding = this.#scriptOf(fn).binding(id);
      if (binding === undefined) continue;
      const known = this.#arguments.get(binding) ?? new Set<FunctionNode>();
      const before = known.size;
      const given = this.#functions(argument);
      for (const value of given) known.add(value);
      for (const { node } of given.length === 0 ? [] : binding.references) {
        const use = parentOf(wrapped(node));
        if (!isCall(use) || unwrap(use.callee as Node) !== node || !this.#isOwnParameter(node, use)) continue;
        for (const value of given) this.#run(value, use, delayed(this.#units.get(fn)!, use, turns));
      }
      if (known.size > before) {
        this.#arguments.set(binding, known);
        // What was found before may have been found through this parameter.
        this.#knownFunctions.clear();
        this.#knownHolders.clear();
        // Whoever uses the parameter has to be looked at again.
        for (const { node } of binding.references) {
          const unit = this.#unitOf(node);
          const own = this.#turns.get(unit);
          if (own === undefined) continue;
          if (this.#waiting.has(unit)) this.#waiting.set(unit, [...own.values()]);
          else this.#wait(unit, [...own.values()]);
        }
      }
    }
  }

  #targets(call: AnyCall): FunctionNode[] {
    const callee = unwrap(call.callee as Node);
    if (call.type === 'NewExpression') {
      const holder = this.#classOf(callee);
      if (holder === undefined) return [];
      return isFunction(holder) ? [holder] : this.#constructorOf(holder);
    }
    if (callee.type === 'Super') {
      const cls = [...ancestors(callee)].find((up) => up.type === 'ClassDeclaration' || up.type === 'ClassExpression') as t.Class | undefined;
      const parent = cls?.superClass && this.#classOf(cls.superClass);
      return parent === undefined || parent === null ? [] : isFunction(parent) ? [parent] : this.#constructorOf(parent);
    }
    if (isMember(callee)) {
      const name = memberName(callee);
      if (name === 'call' || name === 'apply') {
        const own = this.#functions(callee.object);
        if (own.length > 0) return own;
      }
    }
    return [...new Set(this.#functions(callee))];
  }

  #constructorOf(cls: t.Class): FunctionNode[] {
    const own = cls.body.body.find((member): member is t.ClassMethod => member.type === 'ClassMethod' && member.kind === 'constructor');
    if (own !== undefined) return [own];
    const parent = cls.superClass && this.#classOf(cls.superClass);
    return parent && !isFunction(parent) ? this.#constructorOf(parent) : [];
  }

  /** What was found for a node before; `nothing` for a node that is being looked at, so that circles end. */
  #remember<T>(known: Map<Node, T>, node: Node, nothing: T, find: (node: Node) => T): T {
    if (known.has(node)) return known.get(node)!;
    known.set(node, nothing);
    const found = find(node);
    known.set(node, found);
    return found;
  }

  /** The functions of this realm that an expression may be. */
  #functions(node: Node | null | undefined): FunctionNode[] {
    if (!node) return [];
    return this.#remember(this.#knownFunctions, unwrap(node), [], (inner) => [...new Set(this.#findFunctions(inner))]);
  }

  #findFunctions(node: Node): FunctionNode[] {
    switch (node.type) {
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'ObjectMethod':
      case 'ClassMethod':
        return [node];
      case 'Identifier': {
        const binding = this.#binding(node);
        return binding === undefined ? this.#assignedGlobals(node.name) : this.#bindingFunctions(binding);
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#memberFunctions(node);
      case 'ConditionalExpression':
        return [...this.#functions(node.consequent), ...this.#functions(node.alternate)];
      case 'LogicalExpression':
        return [...this.#functions(node.left), ...this.#functions(node.right)];
      case 'AssignmentExpression':
        return this.#functions(node.right);
      case 'SequenceExpression':
        return this.#functions(node.expressions.at(-1));
      case 'CallExpression': {
        const callee = unwrap(node.callee);
        if (isMember(callee) && memberName(callee) === 'bind') return this.#functions(callee.object);
        // A factory: what it returns, and what it was given (debounce, once, wrap).
        const returned = this.#targets(node).flatMap((fn) => (this.#units.get(fn)?.returns ?? []).flatMap((value) => this.#functions(value)));
        return returned;
      }
      default:
        return [];
    }
  }

  #bindingFunctions(binding: Binding): FunctionNode[] {
    const elements = this.#elementsFor(binding);
    if (elements !== undefined) return elements.flatMap((element) => this.#functions(element));
    if (binding.kind === 'param') return [...(this.#arguments.get(binding) ?? [])];
    if (binding.kind === 'import') {
      const found = this.#imported(binding);
      return found === undefined ? [] : this.#functions(found);
    }
    const found: FunctionNode[] = [];
    for (const { init, keys, node } of binding.declarations) {
      if (isFunction(node) && node.type === 'FunctionDeclaration') found.push(node);
      else if (init && keys?.length === 0) found.push(...this.#functions(init));
      else if (init && keys?.length === 1) {
        const holder = this.#holder(init);
        if (holder !== undefined) found.push(...this.#membersOf(holder, keys[0]!.name));
      }
    }
    for (const { node, writes } of binding.references) {
      const parent = parentOf(node);
      if (writes && parent?.type === 'AssignmentExpression' && parent.left === node) found.push(...this.#functions(parent.right));
    }
    return found;
  }

  #assignedGlobals(name: string): FunctionNode[] {
    return (this.#assignedMembers.get(name) ?? []).flatMap(({ object, value }) => (this.#globalName(object) === 'window' ? this.#functions(value) : []));
  }

  #memberFunctions(member: AnyMember): FunctionNode[] {
    const name = memberName(member);
    if (name === undefined) {
      // handlers[message.type](message)
      const holder = this.#holder(member.object);
      if (holder?.node.type !== 'ObjectExpression') return [];
      return holder.node.properties.flatMap((own) => (own.type === 'ObjectMethod' ? [own] : own.type === 'ObjectProperty' ? this.#functions(own.value) : []));
    }
    if (this.#globalName(member.object) === 'window') {
      const owner = this.#topLevel.get(name);
      const binding = owner?.scopes?.program.bindings.get(name);
      return binding ? this.#bindingFunctions(binding) : this.#assignedGlobals(name);
    }
    const parts = this.#partsOfElements(member);
    if (parts !== undefined) return parts.flatMap((part) => this.#functions(part));
    const holder = this.#holder(member.object);
    if (holder !== undefined) return this.#membersOf(holder, name);
    // module namespace: import * as tabs from './tabs.js'
    const object = unwrap(member.object);
    if (object.type === 'Identifier') {
      const binding = this.#binding(object);
      const specifier = binding?.kind === 'import' ? binding.declarations[0]!.node : undefined;
      if (specifier?.type === 'ImportNamespaceSpecifier') {
        const exported = this.#exported(this.#scriptOf(specifier), (parentOf(specifier) as t.ImportDeclaration).source.value, name);
        return exported === undefined ? [] : this.#functions(exported);
      }
    }
    if (this.#scriptOf(member).api(member) !== undefined) return [];
    const named = isCommonName(name) ? [] : (this.#methods.get(name) ?? []).filter((fn) => fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || parentOf(fn)?.type === 'ObjectProperty' || parentOf(fn)?.type === 'AssignmentExpression');
    return named.length === 1 ? named : [];
  }

  #membersOf({ node, instance }: Holder, name: string): FunctionNode[] {
    const found: FunctionNode[] = [];
    if (node.type === 'ObjectExpression') {
      const value = propertyValue(node, name);
      if (value !== undefined) found.push(...this.#functions(value));
    } else if (!isFunction(node)) {
      for (const member of node.body.body) {
        if ((member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod') && keyName(member) === name && (member.static ?? false) !== instance) found.push(member);
        if ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && keyName(member) === name && (member.static ?? false) !== instance) found.push(...this.#functions(member.value));
      }
      const parent = found.length === 0 && node.superClass ? this.#classOf(node.superClass) : undefined;
      if (parent) found.push(...this.#membersOf({ node: parent, instance }, name));
    }
    for (const { object, value } of this.#assignedMembers.get(name) ?? []) {
      const target = unwrap(object);
      const prototype = isMember(target) && memberName(target) === 'prototype' ? this.#classOf(target.object) : undefined;
      if (prototype !== undefined ? instance && prototype === node : this.#sameHolder(this.#holder(target), { node, instance })) found.push(...this.#functions(value));
    }
    return found;
  }

  #sameHolder(a: Holder | undefined, b: Holder): boolean {
    return a !== undefined && a.node === b.node && a.instance === b.instance;
  }

  /** What the members of an expression are looked up in. */
  #holder(node: Node): Holder | undefined {
    return this.#remember(this.#knownHolders, unwrap(node), undefined, (inner) => this.#findHolder(inner));
  }

  #findHolder(node: Node): Holder | undefined {
    switch (node.type) {
      case 'ObjectExpression':
        return { node, instance: true };
      case 'ThisExpression':
        return this.#thisHolder(node);
      case 'NewExpression': {
        const cls = this.#classOf(node.callee);
        return cls && { node: cls, instance: true };
      }
      case 'Identifier': {
        const binding = this.#binding(node);
        if (binding === undefined) {
          const [assigned] = (this.#assignedMembers.get(node.name) ?? []).filter(({ object }) => this.#globalName(object) === 'window');
          return assigned && this.#holder(assigned.value);
        }
        if (binding.kind === 'import') {
          const exported = this.#imported(binding);
          return exported && this.#holder(exported);
        }
        if (binding.kind === 'param') return this.#typedHolder(binding.declarations[0]!.id.typeAnnotation);
        const cls = this.#classOf(node);
        if (cls !== undefined && binding.declarations.some((declaration) => declaration.node === cls || declaration.init === cls)) return { node: cls, instance: false };
        for (const { init, keys } of binding.declarations) {
          if (init && keys?.length === 0) {
            const holder = this.#holder(init);
            if (holder) return holder;
          }
        }
        for (const { node: use, writes } of binding.references) {
          const parent = parentOf(use);
          if (writes && parent?.type === 'AssignmentExpression' && parent.left === use) {
            const holder = this.#holder(parent.right);
            if (holder) return holder;
          }
        }
        return undefined;
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name = memberName(node);
        if (name === undefined) return undefined;
        if (this.#globalName(node.object) === 'window') {
          const owner = this.#topLevel.get(name);
          const binding = owner?.scopes?.program.bindings.get(name);
          if (binding) return this.#holder(binding.declarations[0]!.id);
          const [assigned] = (this.#assignedMembers.get(name) ?? []).filter(({ object }) => this.#globalName(object) === 'window');
          return assigned && this.#holder(assigned.value);
        }
        const outer = this.#holder(node.object);
        return outer && this.#memberHolder(outer, name);
      }
      case 'CallExpression': {
        // A module made by a function: (function () { return { start, stop }; })()
        for (const fn of this.#targets(node)) {
          for (const value of this.#units.get(fn)?.returns ?? []) {
            const holder = this.#holder(value);
            if (holder) return holder;
          }
        }
        return undefined;
      }
      case 'AssignmentExpression':
        return this.#holder(node.right);
      case 'LogicalExpression':
        return this.#holder(node.left) ?? this.#holder(node.right);
      case 'AwaitExpression':
        return this.#holder(node.argument);
      default:
        return undefined;
    }
  }

  #memberHolder({ node, instance }: Holder, name: string): Holder | undefined {
    if (node.type === 'ObjectExpression') {
      const value = propertyValue(node, name);
      if (value !== undefined && !isFunction(value)) return this.#holder(value);
    } else if (!isFunction(node)) {
      for (const member of node.body.body) {
        if ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && keyName(member) === name && (member.static ?? false) !== instance) {
          const holder = (member.value && this.#holder(member.value)) ?? this.#typedHolder(member.typeAnnotation);
          if (holder) return holder;
        }
        if (member.type === 'ClassMethod' && member.kind === 'constructor' && instance) {
          // constructor(private readonly tabs: Tabs) declares a field.
          for (const param of member.params) {
            const id = param.type === 'TSParameterProperty' ? param.parameter : undefined;
            if (id?.type === 'Identifier' && id.name === name) return this.#typedHolder(id.typeAnnotation);
          }
        }
      }
    }
    for (const { object, value } of this.#assignedMembers.get(name) ?? []) {
      if (this.#sameHolder(this.#holder(object), { node, instance })) {
        const holder = this.#holder(value);
        if (holder) return holder;
      }
    }
    const parent = node.type !== 'ObjectExpression' && !isFunction(node) && node.superClass ? this.#classOf(node.superClass) : undefined;
    return parent === undefined || parent === node ? undefined : this.#memberHolder({ node: parent, instance }, name);
  }

  /** The instances of the class that a type annotation names, where the realm has one of that name. */
  #typedHolder(annotation: Node | null | undefined): Holder | undefined {
    const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
    if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
    const classes = this.#classes.get(type.typeName.name);
    return classes?.length === 1 ? { node: classes[0]!, instance: true } : undefined;
  }

  #thisHolder(node: Node): Holder | undefined {
    for (const up of ancestors(node)) {
      if (up.type === 'ClassProperty' || up.type === 'ClassPrivateProperty' || up.type === 'StaticBlock') {
        const cls = parentOf(parentOf(up)!) as t.Class;
        return { node: cls, instance: up.type !== 'StaticBlock' && up.static !== true };
      }
      if (!isFunction(up) || up.type === 'ArrowFunctionExpression' || isBoundInPlace(up)) continue;
      if (up.type === 'ClassMethod' || up.type === 'ClassPrivateMethod') return { node: parentOf(parentOf(up)!) as t.Class, instance: up.static !== true };
      const parent = parentOf(wrapped(up));
      if (up.type === 'ObjectMethod') return { node: parentOf(up) as t.ObjectExpression, instance: true };
      if (parent?.type === 'ObjectProperty') return { node: parentOf(parent) as t.ObjectExpression, instance: true };
      if (parent?.type === 'AssignmentExpression' && isMember(parent.left)) {
        const object = unwrap(parent.left.object);
        if (isMember(object) && memberName(object) === 'prototype') {
          const cls = this.#classOf(object.object);
          return cls && { node: cls, instance: true };
        }
        return this.#holder(object);
      }
      // A function that is constructed: function Manager() { this.x = 1 }
      return { node: up, instance: true };
    }
    return undefined;
  }

  /** The class, or the constructor function, that an expression names. */
  #classOf(node: Node): t.Class | FunctionNode | undefined {
    const inner = unwrap(node);
    if (inner.type === 'ClassExpression' || inner.type === 'ClassDeclaration') return inner;
    if (inner.type === 'FunctionExpression') return inner;
    if (inner.type !== 'Identifier') return undefined;
    const binding = this.#binding(inner);
    if (binding === undefined) return undefined;
    if (binding.kind === 'import') {
      const exported = this.#imported(binding);
      return exported && this.#classOf(exported);
    }
    for (const { node: declared, init } of binding.declarations) {
      if (declared.type === 'ClassDeclaration' || declared.type === 'FunctionDeclaration') return declared;
      if (init && (unwrap(init).type === 'ClassExpression' || unwrap(init).type === 'FunctionExpression')) return unwrap(init) as t.ClassExpression;
    }
    return undefined;
  }

  // ---- names across scripts

  /** The binding of a name, in its script or at the top level of another script of the realm. */
  #binding(id: t.Identifier): Binding | undefined {
    const script = this.#scriptOf(id);
    return script.binding(id) ?? this.#topLevel.get(id.name)?.scopes?.program.bindings.get(id.name);
  }

  #imported(binding: Binding): Node | undefined {
    const specifier = binding.declarations[0]!.node;
    if (specifier.type !== 'ImportSpecifier' && specifier.type !== 'ImportDefaultSpecifier') return undefined;
    const { source } = parentOf(specifier) as t.ImportDeclaration;
    const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
    return this.#exported(this.#scriptOf(specifier), source.value, name);
  }

  /** What a module exports under a name: a declaration's identifier, or an expression. */
  #exported(from: Script, source: string, name: string, depth = 0): Node | undefined {
    const path = from.extension.resolveImport(from.path, source);
    const script = this.#scripts.find((one) => one.path === path);
    if (script?.program === undefined || depth > 10) return undefined;
    for (const statement of script.program!.body) {
      if (statement.type === 'ExportDefaultDeclaration' && name === 'default') return statement.declaration;
      if (statement.type === 'ExportAllDeclaration') {
        const found = this.#exported(script, statement.source.value, name, depth + 1);
        if (found) return found;
      }
      if (statement.type !== 'ExportNamedDeclaration') continue;
      const { declaration } = statement;
      if ((declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') && declaration.id?.name === name) return declaration;
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id } of declaration.declarations) if (id.type === 'Identifier' && id.name === name) return id;
      }
      for (const specifier of statement.specifiers) {
        if (specifier.type !== 'ExportSpecifier') continue;
        const exported = specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value;
        if (exported === name) return statement.source ? this.#exported(script, statement.source.value, specifier.local.name, depth + 1) : specifier.local;
      }
    }
    return undefined;
  }

  /** 'window' for the global object, 'document' for the page's document. */
  #globalName(node: Node): 'window' | 'document' | undefined {
    const inner = unwrap(node);
    if (inner.type === 'ThisExpression') return isOutermostThis(inner) && !this.#scriptOf(inner).isModule ? 'window' : undefined;
    if (isMember(inner)) return memberName(inner) === 'document' && this.#globalName(inner.object) === 'window' ? 'document' : undefined;
    if (inner.type !== 'Identifier' || this.#binding(inner) !== undefined) return undefined;
    if (inner.name === 'document') return 'document';
    return inner.name === 'window' || inner.name === 'self' || inner.name === 'globalThis' ? 'window' : undefined;
  }
}

/** The turns of a place in a function that runs in some turns: delayed where an await comes first. */
function delayed(facts: UnitFacts, node: Node, turns: readonly Turn[]): readonly Turn[] {
  const first = facts.awaits.find((wait) => comesAfter(node, wait));
  return first === undefined ? turns : turns.map((turn) => later(turn, 'await', first));
}

/** A turn that comes after another: the first delay is what counts, but for a timer's, after which the start-up is over. */
function later(turn: Turn, delay: Delay, cause: Node): Turn {
  return turn.delay === undefined || (delay === 'timer' && turn.delay !== 'timer') ? { origin: turn.origin, delay, cause } : turn;
}

/** Whether a place is reached only after an await of the same function has settled; branches that exclude each other do not wait for each other. */
function comesAfter(node: Node, wait: Node): boolean {
  if (wait.end! > node.start!) return isAssigned(node, wait);
  for (const up of ancestors(wait)) {
    if (isWithin(node, up)) return true;
    const parent = parentOf(up);
    if ((parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && up !== parent.test && isWithin(node, parent)) {
      return parent.test === up;
    }
    if (parent?.type === 'SwitchCase' && alwaysLeaves(parent) && isWithin(node, parentOf(parent)!)) return false;
    if ((up.type === 'BlockStatement' || up.type === 'IfStatement') && branchLeaves(up) && !isWithin(node, up)) return false;
    if (isFunction(up)) return true;
  }
  return true;
}

/** Whether what is awaited is in the value that an assignment gives to a target: `settings = await load()`, `Object.assign(settings, await load())`. */
function isAssigned(target: Node, wait: Node): boolean {
  let inner = wrapped(target);
  const call = parentOf(inner);
  if (isCall(call) && call.arguments[0] === inner && isMember(call.callee) && memberName(call.callee) === 'assign') return call.arguments.some((argument) => argument !== inner && isWithin(wait, argument));
  for (const up of ancestors(inner)) {
    if (up.type === 'AssignmentExpression') return up.left === inner && isWithin(wait, up.right);
    if (!/Pattern$|^ObjectProperty$|^RestElement$/.test(up.type)) return false;
    inner = up;
  }
  return false;
}

/** Whether a computed member may be `addListener`: `event[on ? 'addListener' : 'removeListener']`. */
function mayAdd({ property }: AnyMember): boolean {
  const key = unwrap(property as Node);
  if (key.type !== 'ConditionalExpression') return stringValue(key) === undefined && key.type !== 'NumericLiteral';
  return [key.consequent, key.alternate].some((choice) => stringValue(choice) === 'addListener');
}

function alwaysLeaves(node: t.SwitchCase): boolean {
  const last = node.consequent.at(-1);
  return last !== undefined && (last.type === 'ReturnStatement' || last.type === 'BreakStatement' || last.type === 'ThrowStatement' || (last.type === 'BlockStatement' && branchLeaves(last)));
}

/** Whether a branch ends by leaving the function, so that what follows it did not come this way. */
function branchLeaves(node: Node): boolean {
  const parent = parentOf(node);
  if (node.type !== 'BlockStatement' || parent?.type !== 'IfStatement') return false;
  const last = node.body.at(-1);
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement' || last?.type === 'BreakStatement' || last?.type === 'ContinueStatement';
}

/** What a literal has under a name or index. */
function partOf(node: Node, name: string): Node | undefined {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return inner.elements[Number(name)] ?? undefined;
  return inner.type === 'ObjectExpression' ? propertyValue(inner, name) : undefined;
}

/** Promise.resolve().then(f) runs in a microtask of the same turn. */
function isSettledPromise(node: Node): boolean {
  const inner = unwrap(node);
  if (!isCall(inner)) return false;
  const callee = unwrap(inner.callee as Node);
  return isMember(callee) && memberName(callee) === 'resolve' && unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Promise';
}

function nameOf(fn: FunctionNode): string | undefined {
  if (fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || fn.type === 'ClassPrivateMethod') return keyName(fn);
  const parent = parentOf(wrapped(fn));
  if (parent?.type === 'ObjectProperty' || parent?.type === 'ClassProperty') return keyName(parent);
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left)) return memberName(parent.left);
  return undefined;
}
