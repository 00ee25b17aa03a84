import { isUnder, testsApi } from './lib/guarded.ts';
import type { AlarmPlan, Timer } from './lib/wake/alarm-plan.ts';
import { planAlarm, planChain } from './lib/wake/alarms.ts';
import { callOf, stringValue, unwrap, type Node } from './lib/ast.ts';
import { Bounding } from './lib/values/bounds.ts';
import { evaluate, folded } from './lib/constants.ts';
import { endlessWaits, goesOn, restartsItself } from './lib/wake/chains.ts';
import { define } from './lib/define.ts';
import { isForOthers, usesIn } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { givesUp } from './lib/wake/giving-up.ts';
import { isIgnored, leftAlone, LEFT_ALONE } from './lib/ignoring.ts';
import { changesMemoryOnly } from './lib/state/memory-only.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { accessesOf } from './lib/state/state.ts';
import { minutesOf } from './lib/wake/settled-intervals.ts';
import { timersOf } from './lib/wake/timers-of.ts';
import { Settings } from './lib/wake/settings.ts';
import { handedTimers, isOnlyCalled, timerCalls } from './lib/timer-calls.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import { snippet } from './lib/words.ts';
import { IDLE_LIMIT } from './lib/platform.ts';

export default define({
  id: 'timers',
  summary: 'Timers that outlive an idle background become alarms',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#convert-timers',
  moves: true,
  names: ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'setImmediate', 'alarms'],
  messages: {
    'alarm': {
      outcome: 'review', severity: 'error',
      text: '`{code}` is the alarm `{name}` now: it rings {when}, and wakes the background{more}',
      advice: 'Read what starts, clears and handles it.{lasting}',
    },
    'alarm-of-settings': {
      outcome: 'review', severity: 'error',
      text: '`{code}` is the alarm `{name}` now: it rings {when}, and wakes the background; each wake creates, changes or ends it where what is stored says so{more}',
      advice: 'Read what it depends on: where that did not change, its time goes on.{rounding} No browser takes a period of 0.',
    },
    'alarm-of-minutes': {
      outcome: 'review', severity: 'error',
      text: '`{code}` is the alarm `{name}` now: it rings {when}, and wakes the background',
      advice: 'Read what starts, clears and handles it.{least}',
    },
    'long-timeout': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` is due after {delay}: an idle background is unloaded before, and the timer with it{reason}',
      advice: 'Use `alarms.create` with `delayInMinutes` and an `alarms.onAlarm` listener at top level.',
    },
    'long-interval': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs every {delay}: it ends when the idle background is unloaded{reason}',
      advice: 'Use `alarms.create` with `periodInMinutes`, created only where `alarms.get` finds none, and an `alarms.onAlarm` listener at top level.',
    },
    'short-interval': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs every {delay}: it ends when the idle background is unloaded{slow}',
      advice: 'React to an event instead, or accept {alarm}.',
    },
    'self-rescheduling': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` starts itself again every {delay}: the chain ends when the background is unloaded{reason}',
      advice: 'Use a periodic alarm, created only where `alarms.get` finds none.',
    },
    'endless-loop': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` waits in a loop without an end: the loop stops when the background is unloaded',
      advice: 'Use {alarm}, created only where `alarms.get` finds none, or react to an event.',
    },
    'memory-only': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` changes variables of the background and nothing else: an unload ends both, and an alarm would wake the background for nothing',
      advice: 'Nothing is needed for a cache. What must outlive the unload belongs in storage.',
    },
    'gives-up': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` gives up what the background waits for: an unload before that ends the waiting, too',
      advice: 'Nothing is needed for a request that is under way. What waits for an event is lost with an unload: let a listener at top level go on with it.',
    },
    'unknown-interval': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs every `{expression}` milliseconds: it ends when the idle background is unloaded{reason}',
      advice: '{from}',
    },
    'unknown-timeout': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is due after `{expression}` milliseconds: if that is 30 seconds or more, the background may be unloaded before{reason}',
      advice: 'Use an alarm where the delay can be that long.',
    },
    'handed-on': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is handed on as a value: a timer of 30 seconds or more that it starts ends when the idle background is unloaded',
      advice: 'Use an alarm for what is due later than in half a minute.',
    },
    'not-in-background': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` does not run in a background: {why}',
      advice: 'Use `setTimeout` for what is due at once, an alarm for what is due later.',
    },
    'alarm-too-short': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: Chrome rounds an alarm of {delay} up: before version 120 to one minute, later to 30 seconds (version 156: to 1 second)',
      advice: 'Unpacked extensions are not rounded, so tests do not show it. Plan for the oldest version that you support.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    const found = [...timedOf(realm, turns)];
    const accesses = accessesOf(realm);
    const [bounding, settings] = [new Bounding(turns, accesses), new Settings(turns, accesses)];
    const browsers = ofBrowsers(extension);
    const long = found.filter((timer) => isLong(timer, bounding, turns));
    const done = new Set<Node>();
    const names = new Set<string>();
    const lists = new Set<unknown>();
    const seen = new Set<Node>();
    for (const timer of found) {
      const { script, call, kind, delay } = timer;
      if (done.has(call)) continue;
      const at = script.at(call);
      const code = snippet(script, call);
      if (kind === 'setTimeout') yield* loops(timer, seen, browsers, turns);
      const chain = kind === 'setTimeout' && delay !== 0 && call.arguments[0] !== undefined && restartsItself(call.arguments[0], turns);
      if (delay === undefined && !long.includes(timer)) {
        const expression = folded(script, call.arguments[1]!, turns);
        const { least, most } = bounding.of(script, call.arguments[1]!);
        const words = { ...browsers, code, expression, delay: `\`${expression}\` milliseconds`, reason: '' };
        if (most >= IDLE_LIMIT && kind === 'setTimeout' && givesUp(script, call, turns)) yield { message: 'gives-up', at, data: { code } };
        else if (most >= IDLE_LIMIT) yield { message: kind === 'setInterval' ? 'unknown-interval' : least >= IDLE_LIMIT ? 'long-timeout' : 'unknown-timeout', at, data: words };
        else if (kind === 'setInterval' || chain || goesOn(call, turns)) yield { message: kind === 'setTimeout' ? 'self-rescheduling' : 'short-interval', at, data: words };
        continue;
      }
      const often = delay === undefined ? '' : duration(delay);
      if (delay !== undefined && delay < IDLE_LIMIT) {
        if (kind === 'setInterval' || chain || (delay !== 0 && kind === 'setTimeout' && goesOn(call, turns))) yield { message: kind === 'setTimeout' ? 'self-rescheduling' : 'short-interval', at, data: { ...browsers, code, delay: often, reason: '' } };
        continue;
      }
      if (kind === 'setTimeout' && givesUp(script, call, turns)) {
        yield { message: 'gives-up', at, data: { code } };
        continue;
      }
      if (changesMemoryOnly(realm, call, turns)) {
        yield { message: 'memory-only', at, data: { code } };
        continue;
      }
      const plan = orRefusal(() => {
        const alarm = chain ? planChain(timer, names, turns) : planAlarm(timer, long, names, settings, turns);
        if (alarm.calls.some((one) => isIgnored(turns.scriptOf(one), one, 'timers'))) throw new Refusal(LEFT_ALONE);
        return alarm;
      });
      if (plan instanceof Refusal) {
        const message = delay === undefined ? (kind === 'setInterval' ? 'unknown-interval' : 'unknown-timeout') : chain ? 'self-rescheduling' : kind === 'setInterval' ? 'long-interval' : 'long-timeout';
        yield { message, at, data: { ...browsers, code, delay: often, expression: folded(script, call.arguments[1]!, turns), reason: ` (not changed here: ${plan.message})` }, ...leftAlone(plan.message) };
        continue;
      }
      for (const one of plan.calls) done.add(one);
      // One listener for the alarms of one place: the next ones join it.
      if (plan.list !== undefined && lists.has(plan.list)) continue;
      lists.add(plan.list);
      names.add(plan.name);
      const when = delay === undefined ? `${kind === 'setInterval' ? 'every' : 'after'} \`${minutesOf(script, call.arguments[1]!, turns)!.replace(/^Number\((.*)\)$/, '$1')}\` minutes` : `${kind === 'setInterval' || chain ? 'every' : 'after'} ${often}`;
      yield { message: plan.isSettled ? 'alarm-of-settings' : delay === undefined && kind === 'setTimeout' ? 'alarm-of-minutes' : 'alarm', at, edits: plan.edits, data: { code, name: plan.name, when, ...ofBrowsers(extension, plan), more: `${firstRunWords(plan, turns)}${plan.areMany && extension.hasWorker ? '; several may wait at once, and Chrome refuses more than 500' : ''}` } };
    }
    for (const script of realm.scripts) {
      if (!script.program || !script.file.editable) continue;
      yield* byOtherNames(realm, script, turns);
      yield* frames(realm, script, extension);
      if (extension.hasWorker) yield* alarms(script, turns);
    }
  },
});

/** What the browsers of the target do with alarms. */
function ofBrowsers({ hasWorker, hasFirefox }: Extension, plan?: AlarmPlan): Readonly<Record<'lasting' | 'alarm' | 'rounding' | 'least' | 'slow' | 'from', string>> {
  const shortest = hasWorker ? 'a periodic alarm of 30 seconds or more' : 'a periodic alarm, which wakes the background each time';
  const lasting = `${hasWorker ? ' Chrome may keep an alarm until the next browser start.' : ''}${hasFirefox ? ` Firefox forgets alarms at exit, and when the extension is disabled${plan?.isInstalled ? ': this one is set again when the browser starts' : ''}.` : ''}`;
  return {
    lasting, alarm: shortest,
    rounding: hasWorker ? ' Chrome rounds a period of less than 30 seconds up.' : '',
    least: hasWorker ? ' Where that can be less than half a minute, keep a timer for it: Chrome rounds such an alarm up to 30 seconds.' : '',
    slow: hasWorker ? ', and an alarm is not as fast' : '',
    from: hasWorker ? 'From 30 seconds on an alarm can do it (`periodInMinutes`); a shorter interval cannot be kept alive.' : 'An alarm can do it (`periodInMinutes`): it wakes the background each time.',
  };
}

/** What becomes of the first run, which the start-up makes. */
function firstRunWords({ firstRun }: AlarmPlan, turns: Turns): string {
  return firstRun === undefined ? '' : `; \`${snippet(turns.scriptOf(firstRun.call), firstRun.call)}\` ${firstRun.statement === undefined ? 'at the start-up runs at every wake' : 'runs once per installation and browser start'}`;
}

/** Whether a timer outlives an idle background; of minutes that only the running background knows, those that are counted whole are taken for long. */
function isLong({ script, call, kind, delay }: Timer, bounding: Bounding, turns: Turns): boolean {
  if (delay !== undefined) return delay >= IDLE_LIMIT;
  if (minutesOf(script, call.arguments[1]!, turns) === undefined) return false;
  if (kind === 'setInterval') return true;
  const { least } = bounding.of(script, call.arguments[1]!);
  return (least >= IDLE_LIMIT || (least === -Infinity && !isDifference(script, call.arguments[1]!))) && (call.arguments[0] === undefined || !restartsItself(call.arguments[0], turns));
}

/** Whether minutes are counted to a moment, which may be over: a timeout is due at once then, an alarm of Firefox never. */
function isDifference(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'BinaryExpression') return inner.operator === '-' || (/^[*/]$/.test(inner.operator) && [inner.left, inner.right].some((side) => isDifference(script, side)));
  if (inner.type === 'CallExpression') return /^Math\.(round|floor|ceil|trunc)$/.test(script.textOf(inner.callee)) && inner.arguments.some((argument) => isDifference(script, argument));
  const [declaration, another] = inner.type === 'Identifier' ? (script.binding(inner)?.declarations ?? []) : [];
  return declaration?.init !== undefined && another === undefined && isDifference(script, declaration.init);
}

/** The timers of a background that start by their own name, with their delays. */
function* timedOf(realm: Realm, turns: Turns): Generator<Timer> {
  for (const { script, call, kind } of timersOf(realm, turns)) {
    const known = call.arguments[1] === undefined ? { value: 0 } : evaluate(script, call.arguments[1], turns);
    const delay = known && (Number(known.value) || 0);
    yield { script, call, kind, delay: kind === 'setInterval' && typeof known?.value !== 'number' ? undefined : delay };
  }
}

/** Timers that are started by another name, with arguments that are spread, or where a timer was handed on. */
function* byOtherNames(realm: Realm, script: Script, turns: Turns) {
  const isLeftOut = (place: Node): boolean => turns.turnsAt(place).length === 0 || isForOthers(realm, script, place) || isUnder(place, (test) => testsApi(script, test, ['alarms']));
  for (const kind of ['setTimeout', 'setInterval'] as const) {
    const spread = script.globals(kind).flatMap((node) => callOf(node) ?? []).filter((call) => call.arguments.slice(0, 2).some(({ type }) => type === 'SpreadElement'));
    for (const call of spread) {
      const expression = script.textOf(call.arguments.find(({ type }) => type === 'SpreadElement')!);
      if (!isLeftOut(call)) yield { message: kind === 'setInterval' ? 'unknown-interval' as const : 'unknown-timeout' as const, at: script.at(call), data: { code: snippet(script, call), expression, ...ofBrowsers(script.extension), reason: '' } };
    }
    for (const one of timerCalls(script, kind)) {
      const { call, given: [action, delay], isBound } = one;
      if (isLeftOut(call) || (isBound && delay === undefined && isOnlyCalled(script, one))) continue;
      const at = script.at(call);
      const isUnseen = delay === undefined && (isBound || action === undefined);
      const value = delay === undefined ? 0 : evaluate(script, delay, turns)?.value;
      const data = { ...ofBrowsers(script.extension), code: snippet(script, call), expression: delay === undefined ? '' : folded(script, delay, turns), reason: ' (not changed here: the timer has another name)' };
      if (isUnseen) yield { message: 'handed-on' as const, at, data: { code: kind } };
      else if (value === undefined) yield { message: kind === 'setInterval' ? 'unknown-interval' as const : 'unknown-timeout' as const, at, data };
      else {
        const isShort = (Number(value) || 0) < IDLE_LIMIT;
        const known = { ...data, delay: duration(Number(value) || 0) };
        if (kind === 'setInterval') yield { message: isShort ? 'short-interval' as const : 'long-interval' as const, at, data: known };
        else if (!isShort) yield { message: 'long-timeout' as const, at, data: known };
      }
    }
    for (const node of handedTimers(script, kind)) if (!isLeftOut(node)) yield { message: 'handed-on' as const, at: script.at(node), data: { code: kind } };
  }
}

/** Loops without an end that a timer holds up. */
function* loops({ call, delay }: Timer, seen: Set<Node>, browsers: ReturnType<typeof ofBrowsers>, turns: Turns) {
  if (delay === 0) return;
  for (const place of endlessWaits(call, turns)) {
    const script = turns.scriptOf(place);
    if (seen.has(place) || !script.file.editable || turns.turnsAt(place).length === 0) continue;
    seen.add(place);
    yield { message: 'endless-loop' as const, at: script.at(place), data: { ...browsers, code: snippet(script, place) } };
  }
}

function* frames(realm: Realm, script: Script, { hasWorker }: Extension) {
  for (const name of ['requestAnimationFrame', 'requestIdleCallback', 'setImmediate']) {
    for (const { node } of usesIn(realm, script, [name])) {
      if (callOf(node) === undefined || (name !== 'setImmediate' && !hasWorker && name === 'requestIdleCallback')) continue;
      const why = name === 'setImmediate' ? 'no browser has it' : hasWorker ? 'a service worker does not have it' : 'a page that is never shown gets no frames';
      yield { message: 'not-in-background' as const, at: script.at(node), data: { name, why } };
    }
  }
}

function* alarms(script: Script, turns: Turns) {
  for (const { call } of script.calls('alarms.create')) {
    const info = call.arguments.map((argument) => unwrap(argument)).find(({ type }) => type === 'ObjectExpression');
    if (info?.type !== 'ObjectExpression') continue;
    for (const member of info.properties) {
      if (member.type !== 'ObjectProperty') continue;
      const name = member.key.type === 'Identifier' ? member.key.name : stringValue(member.key);
      if (name !== 'periodInMinutes' && name !== 'delayInMinutes') continue;
      const minutes = evaluate(script, member.value, turns)?.value;
      if (typeof minutes === 'number' && minutes < 0.5) yield { message: 'alarm-too-short' as const, at: script.at(member), data: { code: snippet(script, member), delay: duration(minutes * 60_000) } };
    }
  }
}

/** Milliseconds in words: "250 ms", "1 s", "5 min". */
function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${+(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 3_600_000) return `${+(milliseconds / 60_000).toFixed(1)} min`;
  return `${+(milliseconds / 3_600_000).toFixed(1)} h`;
}
