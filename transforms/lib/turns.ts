import type * as t from '@babel/types';
import {
  ancestors, functionName, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, stringValue, unwrap, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node,
} from './ast.ts';
import { Callees } from './calls/callees.ts';
import type { Holder } from './calls/holders.ts';
import { partAt } from './calls/parts.ts';
import { Units, type Unit, type UnitFacts } from './calls/units.ts';
import { leadsTo } from './control-flow.ts';
import { mainOf } from './frameworks.ts';
import { CALLING, HandedOn, type Way } from './calls/handed-on.ts';
import type { Realm } from './realms.ts';
import type { Script } from './script.ts';
import { once, type SourceFile } from './source.ts';
import { timerCall } from './timer-calls.ts';

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
  /** The calls of `addListener` on what was not found to be an event of an extension, nor an object of the realm. */
  readonly unfollowed: readonly AnyCall[];
  /** Whether a mention of an event was followed to the place that adds a listener to it. */
  isFollowed(mention: Node): boolean;
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
  /** The places that name a member of whatever object. */
  membersNamed(name: string): readonly AnyMember[];
  scriptOf(node: Node): Script;
  /** Whether a node is in one of the realm's scripts; pages have others. */
  has(node: Node): boolean;
  /** The path of the event that an expression stands for, those that it may stand for with `|` between; undefined for what is no event, or not followed. */
  eventOf(node: Node): string | undefined;
  /** The object literal, class or constructor function that an expression's members are found in. */
  holderOf(node: Node): Holder | undefined;
  /** The expressions that an expression stands for; undefined where something else may be given. */
  valuesOf(node: Node): readonly Node[] | undefined;
}

interface OwnTarget {
  readonly listeners: Set<FunctionNode>;
  /** The turns in which its events are dispatched. */
  readonly dispatches: (readonly Turn[])[];
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

/** Events of sockets, workers and channels, which come for as long as these are open. */
const REPEATED = /^(message|close|disconnect)$/;
const LOAD_EVENTS = new Set(['load', 'DOMContentLoaded', 'pageshow', 'readystatechange']);

class Analysis {
  readonly #units: Units;
  readonly #callees: Callees;
  readonly #handedOn: HandedOn;
  readonly #turns = new Map<Unit, Map<string, Turn>>();
  readonly #callers = new Map<FunctionNode, Set<AnyCall>>();
  readonly #registrations = new Map<AnyCall, Registration>();
  /** The calls of `addListener` whose event is looked for. */
  readonly #followed = new Set<AnyCall>();
  /** The mentions of events that these are found to be. */
  readonly #mentions = new Set<Node>();
  /** What code gives to functions that nothing was found to call. */
  readonly #givenByUnknown = new Set<FunctionNode>();
  readonly #ownTargets = new Map<Node, OwnTarget>();
  readonly #queue: Unit[] = [];
  readonly #waiting = new Map<Unit, Turn[]>();

  constructor(realm: Realm, scripts: readonly Script[]) {
    this.#units = new Units(scripts);
    this.#callees = new Callees(this.#units, scripts[0]?.extension.topLevel(realm) ?? new Map());
    this.#handedOn = new HandedOn(this.#units, this.#callees);
    for (const script of scripts) this.#enter(script.program!, { origin: 'start', delay: undefined, cause: undefined });
    this.#propagate();
    // What nobody is seen to call may still be called: by a name that is computed, or from another context.
    for (const unit of this.#units.facts.keys()) {
      if (!this.#turns.has(unit) && !this.#units.isNested(unit)) this.#enter(unit, { origin: 'unknown', delay: undefined, cause: undefined });
    }
    this.#propagate();
    for (const unit of this.#units.facts.keys()) if (!this.#turns.has(unit)) this.#enter(unit, { origin: 'unknown', delay: undefined, cause: undefined });
    this.#propagate();
  }

  get result(): Turns {
    const turnsAt = once((node: Node) => this.#turnsAt(node));
    return {
      key: this,
      registrations: [...this.#registrations.values()].sort((a, b) => this.#order(a) - this.#order(b)),
      unfollowed: [...this.#followed].filter((call) => !this.#registrations.has(call) && this.#callees.targets(call).length === 0),
      isFollowed: (mention) => this.#mentions.has(mention),
      turnsAt,
      runsAtStart: (node) => turnsAt(node).some(({ origin, delay }) => origin === 'start' && delay === undefined),
      targetsOf: once((call: AnyCall) => this.#callees.targets(call)),
      functionsOf: (node) => this.#callees.functions(node),
      callersOf: once((fn: FunctionNode) => [...(this.#callers.get(fn) ?? [])]),
      membersNamed: (name) => this.#units.membersNamed(name),
      scriptOf: (node) => this.#units.scriptOf(node),
      has: (node) => this.#units.has(node),
      eventOf: (node) => this.#eventOf(node),
      holderOf: (node) => this.#callees.holders.of(node),
      valuesOf: (node) => this.#callees.values.valuesOf(node),
    };
  }

  #order({ script, call }: Registration): number {
    return this.#units.scripts.indexOf(script) * 1e8 + call.start!;
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
      const facts = this.#units.facts.get(unit)!;
      for (const call of facts.calls) this.#call(call, delayed(facts, call, turns));
      for (const member of this.#units.accessorUses(unit)) this.#access(member, delayed(facts, member, turns));
      for (const { member, value } of facts.handlers) this.#assignHandler(member, value, delayed(facts, value, turns));
      if (this.#queue.length === 0) this.#lookAgain();
    }
  }

  /** Registers again where callers found since then give another event. */
  #lookAgain(): void {
    for (const call of this.#followed) {
      const event = this.#eventOf((unwrap(call.callee as Node) as AnyMember).object);
      if (event !== undefined && event !== this.#registrations.get(call)?.event) this.#register(call, event);
    }
  }

  #turnsAt(node: Node): readonly Turn[] {
    const unit = this.#units.unitOf(node);
    const facts = this.#units.facts.get(unit);
    return facts === undefined ? [] : delayed(facts, node, [...(this.#turns.get(unit)?.values() ?? [])]);
  }

  #run(fn: FunctionNode, call: AnyCall | undefined, turns: readonly Turn[]): void {
    if (!this.#units.facts.has(fn)) return;
    if (call !== undefined) {
      const callers = this.#callers.get(fn) ?? new Set<AnyCall>();
      this.#callers.set(fn, callers.add(call));
    }
    for (const turn of turns) this.#enter(fn, turn);
  }

  /** Runs functions; what a parameter is given by call runs when it is given, not whenever the function with the parameter does, unless nothing was found that gives it. */
  #runGiven(functions: readonly FunctionNode[], call: AnyCall | undefined, turns: readonly Turn[], isApart: boolean): void {
    const later = isApart ? turns.filter(({ origin }) => origin !== 'start') : turns;
    for (const fn of functions) if (!isApart || this.#givenByUnknown.has(fn)) this.#run(fn, call, later);
  }

  #call(call: AnyCall, turns: readonly Turn[]): void {
    const after = (delay: Delay): Turn[] => turns.map((turn) => later(turn, delay, call));
    const give = (argument: Node | null | undefined, given: readonly Turn[]): void => {
      if (argument) this.#runGiven(this.#callees.functions(argument), undefined, given, this.#isApart(argument));
    };
    const callee = unwrap(call.callee as Node);
    const api = this.#units.apiCalls.get(call);
    if (api !== undefined) {
      const event = /^(.*)\.addListener$/.exec(api)?.[1];
      if (event !== undefined) this.#register(call, event);
      else if (/\.(remove|has)Listener$/.test(api)) return;
      // addListener.call(event, listener): a listener, but of which event is not followed.
      else if (/\.addListener\.(call|apply|bind)$/.test(api)) for (const fn of call.arguments.flatMap((argument) => this.#callees.functions(argument))) this.#run(fn, undefined, [{ origin: 'unknown', delay: undefined, cause: call }]);
      else for (const argument of call.arguments) give(argument, after('callback'));
      return;
    }
    const targets = this.#callees.targets(call);
    const isGiven = call.type !== 'NewExpression' && this.#isApart(isMember(callee) && CALLING.test(memberName(callee) ?? '') ? callee.object : callee);
    const round = isGiven ? undefined : this.#roundOf(call, targets);
    const isFirst = (fn: FunctionNode): boolean => round === undefined || round.isFirst(fn);
    this.#runGiven(targets.filter(isFirst), call, turns, isGiven);
    if (round !== undefined) this.#runGiven(targets.filter((fn) => !isFirst(fn)), call, turns.map((turn) => later(turn, 'await', round.wait)), isGiven);
    for (const fn of targets) this.#passArguments(fn, call, turns);
    const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? (memberName(callee) ?? '') : '';
    if (callee.type === 'Import') return;
    if (isMember(callee) && callee.computed && mayAdd(callee)) {
      const event = this.#units.scriptOf(callee).api(callee.object)?.names ?? [];
      if (/^on[A-Z]/.test(event.at(-1) ?? '')) return this.#register(call, event.join('.'));
    }
    if (name === 'addListener' && isMember(callee)) {
      const event = this.#eventOf(callee.object);
      this.#followed.add(call);
      if (event !== undefined) this.#register(call, event);
      else give(call.arguments[0], after('event'));
      return;
    }
    if (name === 'dispatchEvent' && isMember(callee)) {
      const own = this.#ownTarget(callee.object);
      if (own !== undefined) {
        own.dispatches.push(turns);
        for (const fn of own.listeners) this.#run(fn, undefined, turns);
      }
    }
    if (name === 'addEventListener') {
      const own = isMember(callee) ? this.#ownTarget(callee.object) : undefined;
      if (own !== undefined) {
        for (const fn of call.arguments[1] === undefined ? [] : this.#callees.functions(call.arguments[1])) {
          own.listeners.add(fn);
          for (const given of own.dispatches) this.#run(fn, undefined, given);
        }
        return;
      }
      const type = stringValue(call.arguments[0]) ?? '';
      const target = isMember(callee) ? this.#callees.names.globalName(callee.object) : 'window';
      if (target === 'window' || target === 'document') {
        const load = LOAD_EVENTS.has(type);
        give(call.arguments[1], load ? after('load') : [{ origin: 'dom', delay: undefined, cause: call }]);
      } else {
        give(call.arguments[1], REPEATED.test(type) ? turns.map((turn) => later(turn, 'event', call, true)) : after('event'));
      }
      return;
    }
    if (targets.length > 0) return;
    const timer = timerCall(this.#units.scriptOf(call), call);
    if (timer?.isBound) return give(timer.given[0], [{ origin: 'unknown', delay: 'timer', cause: call }]);
    if (timer !== undefined) return give(timer.given[0], after('timer'));
    const main = mainOf(call);
    if (main !== undefined) {
      for (const fn of this.#callees.functions(main)) this.#run(fn, call, turns);
      return;
    }
    if (isMember(callee) && name === 'ready' && call.arguments.length === 1) return give(call.arguments[0], after('load'));
    if (isMember(callee) && CALLING.test(name)) give(callee.object, turns);
    const delays = call.arguments.map((argument) => this.#handedOn.delayOf(call, argument));
    if (delays.some((delay) => delay !== undefined)) {
      for (const [index, delay] of delays.entries()) if (delay !== undefined) give(call.arguments[index], delay === 'none' ? turns : after(delay));
      return;
    }
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

  /** What listens to the objects of a class that extends `EventTarget`, and dispatches their events itself. */
  #ownTarget(object: Node): OwnTarget | undefined {
    const node = this.#callees.holders.of(object)?.node;
    if (node === undefined || isFunction(node) || node.type === 'ObjectExpression' || !node.superClass || !this.#callees.names.isFree(node.superClass, 'EventTarget')) return undefined;
    const isDispatched = (member: AnyMember): boolean => this.#callees.holders.of(member.object)?.node === node;
    if (!this.#units.membersNamed('dispatchEvent').some(isDispatched)) return undefined;
    const own = this.#ownTargets.get(node) ?? { listeners: new Set(), dispatches: [] };
    this.#ownTargets.set(node, own);
    return own;
  }

  /** Where each round of a loop runs the next function of a list, `step()`, or the one that the next name stands for, `steps[name]()`, and waits: those of the first round, and the wait that the others come after. */
  #roundOf(call: AnyCall, targets: readonly FunctionNode[]): { readonly isFirst: (fn: FunctionNode) => boolean; readonly wait: Node } | undefined {
    const facts = this.#units.facts.get(this.#units.unitOf(call));
    if (facts === undefined || facts.awaits.length === 0) return undefined;
    const callee = unwrap(call.callee as Node);
    let name = callee;
    while (isMember(name)) name = unwrap(name.object);
    const own = this.#roundBy(name, facts.awaits);
    if (own !== undefined) return { isFirst: (fn) => isWithin(fn, own.first) || this.#callees.functions(own.first).includes(fn), wait: own.wait };
    const named = isMember(callee) && callee.computed ? this.#roundBy(unwrap(callee.property), facts.awaits) : undefined;
    const first = named && stringValue(named.first);
    return named && targets.some((fn) => functionName(fn) === first) ? { isFirst: (fn) => functionName(fn) === first, wait: named.wait } : undefined;
  }

  /** The first value of a loop's variable, and what its rounds wait for. */
  #roundBy(name: Node, awaits: readonly Node[]): { readonly first: Node; readonly wait: Node } | undefined {
    const binding = name.type === 'Identifier' ? this.#callees.names.binding(name) : undefined;
    const [declaration] = binding?.declarations ?? [];
    const loop = declaration && parentOf(parentOf(declaration.node) ?? declaration.node);
    if (binding === undefined || loop?.type !== 'ForOfStatement') return undefined;
    const wait = awaits.find((one) => isWithin(one, loop.body));
    const [first] = wait === undefined ? [] : (this.#callees.values.elementsFor(binding) ?? []);
    return wait && first && { first, wait };
  }

  /** Runs the getter or setter that a member stands for. */
  #access(member: AnyMember, turns: readonly Turn[]): void {
    const parent = parentOf(wrapped(member));
    const isWritten = (parent?.type === 'AssignmentExpression' && parent.left === wrapped(member)) || parent?.type === 'UpdateExpression';
    const isRead = !isWritten || parent.type === 'UpdateExpression' || parent.operator !== '=';
    for (const fn of isRead ? this.#callees.accessors(member, 'get') : []) this.#run(fn, undefined, turns);
    for (const fn of isWritten ? this.#callees.accessors(member, 'set') : []) this.#run(fn, undefined, turns);
  }

  #register(call: AnyCall, event: string): void {
    const [listener] = call.arguments;
    const functions = listener ? this.#callees.functions(listener) : [];
    this.#registrations.set(call, { script: this.#units.scriptOf(call), call, event, listener, functions: [...new Set(functions)] });
    for (const fn of functions) this.#run(fn, undefined, [{ origin: event, delay: undefined, cause: call }]);
    if (this.#followed.has(call)) this.#eventOf((unwrap(call.callee as Node) as AnyMember).object, 0, this.#mentions);
  }

  #assignHandler(member: Node, value: Node, turns: readonly Turn[]): void {
    const name = member.type === 'Identifier' ? member.name : (memberName(member as AnyMember) ?? '');
    const target = member.type === 'Identifier' ? 'window' : this.#callees.names.globalName((member as AnyMember).object);
    const global = target === 'window' || target === 'document';
    const after = (delay: Delay): Turn[] => turns.map((turn) => later(turn, delay, value, !global && REPEATED.test(name.slice(2))));
    for (const fn of this.#callees.functions(value)) {
      if (!global) this.#run(fn, undefined, after('event'));
      else if (LOAD_EVENTS.has(name.slice(2))) this.#run(fn, undefined, after('load'));
      else this.#run(fn, undefined, [{ origin: 'dom', delay: undefined, cause: value }]);
    }
  }

  /** The event that an `addListener` hangs on, where the API comes in through a choice, a computed name, a variable or a parameter. @param mentions gets the nodes that name it */
  #eventOf(object: Node, depth = 0, mentions?: Set<Node>): string | undefined {
    const inner = unwrap(object);
    mentions?.add(inner);
    const script = this.#units.scriptOf(inner);
    const direct = script.api(inner);
    if (direct !== undefined) return [...new Set((direct.choice ?? [direct.names]).map((names) => names.join('.')))].join('|');
    const computed = computedApi(script, inner);
    if (computed !== undefined) return computed;
    const values = depth > 5 ? undefined : this.#valuesOf(inner);
    if (values === undefined || values.length === 0) return undefined;
    const events = new Set<string>();
    for (const value of values) {
      const event = this.#eventOf(value, depth + 1, mentions);
      if (event === undefined) return undefined;
      for (const name of event.split('|')) events.add(name);
    }
    return [...events].join('|');
  }

  /** The expressions that a variable, a parameter or a call stands for; undefined where they are not known. */
  #valuesOf(node: Node): readonly Node[] | undefined {
    if (isCall(node)) return this.#callees.targets(node).flatMap((fn) => this.#units.facts.get(fn)?.returns ?? []).filter((value) => unwrap(value).type !== 'NullLiteral');
    if (isMember(node)) return this.#callees.values.partsOfElements(node) ?? this.#callees.values.valuesOfMember(node);
    const binding = node.type === 'Identifier' ? this.#callees.names.binding(node) : undefined;
    const [declaration, ...others] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || others.length > 0 || binding.references.some(({ writes }) => writes)) return undefined;
    const elements = this.#callees.values.elementsFor(binding);
    if (elements !== undefined) return elements;
    if (binding.kind === 'param') {
      const fn = declaration.node as FunctionNode;
      const index = fn.params.findIndex((param) => isWithin(declaration.id, param));
      const path = declaration.keys?.map(({ name }) => name);
      return [...(this.#callers.get(fn) ?? [])].map((caller) => (path && partAt(caller.arguments[index], path)) ?? caller);
    }
    return declaration.init && declaration.keys?.length === 0 ? [declaration.init] : undefined;
  }

  // ---- who is called

  /** Whether what a parameter is given runs when it is given, by call, and not whenever the function with the parameter does. */
  #isApart(node: Node): boolean {
    return this.#waysThrough(unwrap(node)) !== undefined;
  }

  #waysThrough(node: Node): readonly Way[] | undefined {
    const binding = node.type === 'Identifier' ? this.#callees.names.binding(node) : undefined;
    return binding?.kind === 'param' && this.#callees.values.elementsFor(binding) === undefined && this.#callees.kept.iterated(binding).length === 0 ? this.#handedOn.waysThrough(node) : undefined;
  }

  /** The turns at the end of a way that begins in some turns. */
  #along({ steps }: Way, turns: readonly Turn[]): readonly Turn[] {
    return steps.reduce((own, step) => ('at' in step ? delayed(this.#units.facts.get(this.#units.unitOf(step.at))!, step.at, own) : own.map((turn) => later(turn, step.delay, step.cause))), turns);
  }

  #passArguments(fn: FunctionNode, call: AnyCall, turns: readonly Turn[]): void {
    const callee = unwrap(call.callee as Node);
    const shift = isMember(callee) && memberName(callee) === 'call' ? 1 : 0;
    for (const [index, param] of fn.params.entries()) {
      const argument = call.arguments[index + shift] ?? (param.type === 'AssignmentPattern' ? param.right : undefined);
      if (argument === undefined) continue;
      for (const { id, path } of namesIn(param)) {
        const given = this.#callees.functionsAt(argument, path);
        if (given.length > 0) this.#pass(fn, id, given, this.#isApart(argument) ? [] : turns);
      }
    }
  }

  /** Gives functions to a parameter, or to what a pattern takes of it. */
  #pass(fn: FunctionNode, id: t.Identifier, given: readonly FunctionNode[], turns: readonly Turn[]): void {
    const binding = this.#units.scriptOf(fn).binding(id);
    if (binding === undefined) return;
    if (turns.length > 0 && turns.every(({ origin }) => origin === 'unknown')) for (const value of given) this.#givenByUnknown.add(value);
    for (const { node } of binding.references) {
      for (const way of this.#waysThrough(node) ?? []) for (const value of given) this.#run(value, way.call, this.#along(way, turns));
    }
    if (!this.#callees.give(binding, given)) return;
    // Whoever uses the parameter has to be looked at again.
    for (const { node } of binding.references) this.#lookAgainAt(this.#units.unitOf(node));
    if (this.#callees.kept.isKept(binding)) for (const unit of this.#callees.kept.users) this.#lookAgainAt(unit);
  }

  /** Has the calls of a function followed again. */
  #lookAgainAt(unit: Unit): void {
    const own = this.#turns.get(unit);
    if (own === undefined) return;
    if (this.#waiting.has(unit)) this.#waiting.set(unit, [...own.values()]);
    else this.#wait(unit, [...own.values()]);
  }
}

/** The names that a parameter declares, and where they are found in what is given to it. */
const namesIn = once((param: Node): readonly { readonly id: t.Identifier; readonly path: readonly string[] }[] => {
  if (param.type === 'Identifier') return [{ id: param, path: [] }];
  if (param.type === 'AssignmentPattern') return namesIn(param.left);
  if (param.type !== 'ObjectPattern') return [];
  return param.properties.flatMap((property) => {
    const name = property.type === 'ObjectProperty' ? keyName(property) : undefined;
    return property.type !== 'ObjectProperty' || name === undefined ? [] : namesIn(property.value).map(({ id, path }) => ({ id, path: [name, ...path] }));
  });
});

/** The turns of a place in a function that runs in some turns: delayed where an await comes first. */
function delayed(facts: UnitFacts, node: Node, turns: readonly Turn[]): readonly Turn[] {
  const first = facts.awaits.find((wait) => comesAfter(node, wait));
  return first === undefined ? turns : turns.map((turn) => later(turn, 'await', first));
}

/**
 * A turn that comes after another: the first delay is what counts, but for a timer's, after which the start-up is over.
 * @param isOver whether the start-up is over in any case
 */
function later(turn: Turn, delay: Delay, cause: Node, isOver = delay === 'timer'): Turn {
  return turn.delay === undefined || (isOver && turn.delay !== 'timer' && turn.delay !== 'event') ? { origin: turn.origin, delay, cause } : turn;
}

/** Whether a place is reached only after an await of the same function has settled; branches that exclude each other do not wait for each other. */
function comesAfter(node: Node, wait: Node): boolean {
  return wait.end! > node.start! ? isAssigned(node, wait) : leadsTo(wait, node);
}

/** Whether what is awaited is in the value that an assignment gives to a target: `settings = await load()`, `Object.assign(settings, await load())`. */
function isAssigned(target: Node, wait: Node): boolean {
  let inner = wrapped(target);
  const call = parentOf(inner);
  if (isCall(call) && call.arguments[0] === inner && isMember(call.callee) && memberName(call.callee) === 'assign') return call.arguments.some((argument) => argument !== inner && isWithin(wait, argument));
  for (const up of ancestors(inner)) {
    if (up.type === 'AssignmentExpression') return up.left === inner && isWithin(wait, up.right);
    // settings[key] = await load(key)
    if (!/Pattern$|^ObjectProperty$|^RestElement$/.test(up.type) && !(isMember(up) && up.object === inner)) return false;
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

/** The API that is chosen by a computed name: `tabs[name]`, `browser[namespace].onCreated`. */
function computedApi(script: Script, node: Node): string | undefined {
  if (!isMember(node)) return undefined;
  const known = script.api(node.object);
  const name = memberName(node);
  const object = known === undefined ? computedApi(script, unwrap(node.object)) : known.names.join('.') || (node.computed ? script.textOf(node.object) : undefined);
  return object === undefined ? undefined : name === undefined ? `${object}[${script.textOf(node.property)}]` : known === undefined ? `${object}.${name}` : undefined;
}
