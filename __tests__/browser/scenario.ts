import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { StateArea } from '../../transforms/lib/extension.ts';
import type { Json } from '../../transforms/lib/manifest.ts';
import type { Target } from '../../transforms/lib/types.ts';
import { until, type InstalledExtension, type Tab, type TestBrowser } from './browser.ts';

/**
 * What an extension does, step by step: `<name>.scenario.json` beside `<name>.input/`. It holds for the original, whose background
 * never stops, and for the migrated extension, whose background is stopped before every step.
 */
export interface Scenario {
  readonly steps: readonly Step[];
  /** The targets that the extension is migrated for as well: what it does there is the same. */
  readonly targets?: readonly Target[];
  /** Where else its state is kept: what it does is the same. */
  readonly stateAreas?: readonly StateArea[];
  /** It also holds where storage answers late: a listener that does not wait for it is seen. */
  readonly lateStorage?: true;
  /** Why the original cannot be run in Firefox, where it cannot. */
  readonly withoutOriginal?: string;
}

/** At most one thing that happens, and what is observed afterwards. */
export interface Step {
  /** The browser ends, and starts again. There is no tab then. */
  readonly restart?: true;
  /** The extension is disabled, and enabled again. */
  readonly reenable?: true;
  /** A message that an extension page sends. */
  readonly send?: Json;
  /** Messages that an extension page sends at once. */
  readonly sendAll?: readonly Json[];
  /** The address of a new tab, which is *the tab* from now on. */
  readonly open?: string;
  /** Another address for the tab. */
  readonly goto?: string;
  /** The tab is closed. */
  readonly close?: true;
  /** The toolbar button is clicked in the tab. */
  readonly action?: true;
  /** The name of an alarm that rings; `name-*` for one whose name begins so. */
  readonly alarm?: string;
  /** The id of a context menu item that is clicked in the tab. */
  readonly menu?: string;
  /** The answer to the message, or the list of the answers. */
  readonly expect?: Json;
  /** By expression: what an extension page comes to see; `api` and `action` as in `InstalledExtension.evaluate`. */
  readonly see?: Readonly<Record<string, Json>>;
  /** By expression: what the page in the tab comes to see. */
  readonly seeInTab?: Readonly<Record<string, Json>>;
}

/** What a step expects, and what was observed instead of it or as expected: values by expression, and the `answer`. */
export interface Observation {
  readonly step: Step;
  readonly expected: Readonly<Record<string, Json>>;
  readonly observed: Readonly<Record<string, Json>>;
  /** Whether the background was stopped before the step, and ran after it. */
  readonly woken: boolean;
}

const KEYS: Readonly<Record<keyof Step, true>> = {
  restart: true, reenable: true, send: true, sendAll: true, open: true, goto: true, close: true, action: true, alarm: true, menu: true, expect: true, see: true, seeInTab: true,
};

/** @throws Error if a scenario is not there, observes nothing, or has steps that cannot be played as they are written */
export function readScenario(path: string): Scenario {
  const scenario = JSON.parse(readFileSync(path, 'utf8')) as Scenario;
  const unknown = scenario.steps.flatMap((step) => Object.keys(step)).find((key) => !(key in KEYS));
  if (unknown !== undefined) throw new Error(`${path}: steps have no \`${unknown}\``);
  if (scenario.steps.some(({ send, sendAll, expect }) => send === undefined && sendAll === undefined && expect !== undefined)) throw new Error(`${path}: \`expect\` without \`send\``);
  if (!scenario.steps.some(isObserved)) throw new Error(`${path}: no step observes anything`);
  return scenario;
}

function isObserved({ expect, see = {}, seeInTab = {} }: Step): boolean {
  return expect !== undefined || Object.keys({ ...see, ...seeInTab }).length > 0;
}

/** Plays a scenario and yields what was observed. */
export async function* play(browser: TestBrowser, extension: InstalledExtension, scenario: Scenario, options: { readonly stopping: boolean }): AsyncGenerator<Observation> {
  let tab: Tab | undefined;
  const theTab = (): Tab => {
    if (tab === undefined) throw new Error('this step needs a step before it that opens a tab');
    return tab;
  };
  for (const step of scenario.steps) {
    if (options.stopping && await extension.isRunning()) await extension.stop();
    const isStopped = !(await extension.isRunning());
    const expected: Record<string, Json> = { ...step.see, ...step.seeInTab };
    const observed: Record<string, Json> = {};
    if (step.restart) {
      tab = undefined;
      await browser.restart();
      await extension.restarted();
    }
    if (step.reenable) await extension.reenable();
    if (step.open !== undefined) tab = await browser.openTab(step.open);
    if (step.goto !== undefined) await theTab().goto(step.goto);
    if (step.close) await theTab().close();
    if (step.action) await extension.clickAction(theTab());
    if (step.alarm !== undefined) await extension.fireAlarm(step.alarm);
    if (step.menu !== undefined) await extension.clickMenu(step.menu, theTab());
    if (step.send !== undefined || step.sendAll !== undefined) {
      const answering: Promise<Json> = step.send !== undefined ? extension.send(step.send) : extension.sendAll(step.sendAll!);
      const answer = await answering.catch((error: Error) => `no answer: ${error.message}`);
      if (step.expect !== undefined) [expected['answer'], observed['answer']] = [step.expect, answer];
    }
    const see = async (place: Pick<Tab, 'evaluate'>, values: Step['see'] = {}): Promise<void> => {
      for (const [expression, value] of Object.entries(values)) {
        await until(async () => {
          // What it looks at may not be there yet, or be replaced at this moment.
          observed[expression] = await place.evaluate(expression).catch(String);
          return isDeepStrictEqual(observed[expression], value);
        });
      }
    };
    await see(extension, step.see);
    if (step.seeInTab) await see(theTab(), step.seeInTab);
    yield { step, expected, observed, woken: isStopped && (await extension.isRunning()) };
  }
}
