import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../transforms/lib/manifest.ts';
import {
  findExecutable, guard, inTime, InstalledExtension, InstallError, makeProfile, PATIENCE, SETTLE, sleep, startServer, until,
  type BrowserKind, type Tab, type TestBrowser,
} from './browser.ts';
import { Marionette } from './marionette.ts';

/** Firefox, over Marionette. It runs persistent pages and event pages of Manifest V2, and event pages of Manifest V3. */
export const firefox: BrowserKind = { name: 'Firefox', find, launch };

function find() {
  const windows = ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, 'Mozilla Firefox/firefox.exe')];
  });
  return findExecutable('FIREFOX_PATH', ['firefox', 'firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox', ...windows]);
}

const preferences = (proxyPort: number): Record<string, string | number | boolean> => ({
  // Any free port; Firefox writes it into the profile.
  'marionette.port': 0,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxyPort,
  'network.proxy.allow_hijacking_localhost': true,
  'extensions.eventPages.enabled': true,
  // Backgrounds stop when a test stops them, and at no other time (milliseconds).
  'extensions.background.idle.timeout': 3_600_000,
  // Host permissions of Manifest V3 are granted at the installation, as for a user who accepts them.
  'extensions.originControls.grantByDefault': true,
  'xpinstall.signatures.required': false,
  // Shows manifest.json as plain text, which keeps the extension's own origin.
  'devtools.jsonview.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
});

async function launch(executable: string): Promise<TestBrowser> {
  const [server, profile] = [await startServer(), makeProfile()];
  const lines = Object.entries(preferences(server.port)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const processes = new Process(executable, profile);
  const close = async (): Promise<void> => {
    await processes.end('eForceQuit').catch(() => {});
    await processes.remove();
    server.close();
  };
  try {
    const version = await processes.start();
    return new Firefox(processes, `Firefox ${version}`, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** The process of a Firefox, one after another of the same profile. */
class Process {
  readonly #executable: string;
  readonly #profile: string;
  #child: ChildProcess | undefined;
  #marionette: Marionette | undefined;
  #guard: ReturnType<typeof guard> | undefined;

  constructor(executable: string, profile: string) {
    this.#executable = executable;
    this.#profile = profile;
  }

  get marionette(): Marionette {
    return this.#marionette!;
  }

  /** @returns the version */
  async start(): Promise<string> {
    rmSync(join(this.#profile, 'MarionetteActivePort'), { force: true });
    this.#child = spawn(this.#executable, [
      '--headless', '--no-remote', '--profile', this.#profile, '--marionette', '--remote-allow-system-access',
      ...(process.platform === 'win32' ? ['--wait-for-browser'] : []),
    ], { stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } });
    await once(this.#child, 'spawn');
    const before = this.#guard;
    this.#guard = guard(this.#child.pid!, this.#profile);
    await before?.(true);
    const port = await portOf(this.#child, this.#profile);
    if (this.#marionette === undefined) this.#marionette = await Marionette.connect(port);
    else await this.#marionette.connectTo(port);
    const { capabilities } = await this.#marionette.send<{ capabilities: { browserVersion: string } }>('WebDriver:NewSession');
    await this.#marionette.send('WebDriver:SetTimeouts', { script: PATIENCE, pageLoad: 3 * PATIENCE });
    return capabilities.browserVersion;
  }

  async end(how: 'eForceQuit' | 'eAttemptQuit'): Promise<void> {
    if (this.#child === undefined || this.#marionette === undefined) return;
    const gone = this.#child.exitCode === null ? once(this.#child, 'exit') : undefined;
    this.#marionette.send('Marionette:Quit', { flags: [how] }).catch(() => {});
    if (gone) await inTime('closing Firefox', gone);
  }

  async remove(): Promise<void> {
    await this.#guard?.();
  }
}

async function portOf(child: ChildProcess, profile: string): Promise<number> {
  let port = 0;
  await until(() => {
    if (child.exitCode !== null) throw new Error(`Firefox ended with exit code ${child.exitCode}`);
    try {
      port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
    } catch {
      // Not written yet.
    }
    return port > 0;
  }, 60_000);
  if (port === 0) throw new Error('Firefox does not open a Marionette port');
  return port;
}

/** What the privileged scripts below use; their arguments are in `args`. */
const PRIVILEGED = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = WebExtensionPolicy.getByID(args[0])?.extension;
  // The list of all permissions that Firefox knows says nothing.
  const short = (text) => text.replace(/ must either: must either .*/s, ' is unknown');
  const plain = (message) => short(message.errorMessage ?? message.message ?? '').replace(/^.*Loading extension '.*?': /s, '');
  // What is installed from a folder is gone when Firefox ends.
  const installPacked = async (folder) => {
    const file = new FileUtils.File(folder.path + '.xpi');
    const writer = Cc['@mozilla.org/zipwriter;1'].createInstance(Ci.nsIZipWriter);
    writer.open(file, 0x02 | 0x08 | 0x20);
    const add = (from, prefix) => {
      for (const entry of from.directoryEntries) {
        if (entry.isDirectory()) add(entry, prefix + entry.leafName + '/');
        else writer.addEntryFile(prefix + entry.leafName, Ci.nsIZipWriter.COMPRESSION_NONE, entry, false);
      }
    };
    add(folder, '');
    writer.close();
    const install = await AddonManager.getInstallForFile(file);
    const addon = await install.install();
    file.remove(false);
    await addon.startupPromise;
    return addon;
  };
  const consoleMessages = () => {
    const messages = Services.console.getMessageArray();
    if (messages.length >= 250) throw new Error('the console keeps 250 messages, and may have dropped some');
    return messages.map((message) => {
      try { return message.QueryInterface(Ci.nsIScriptError); } catch { return message; }
    });
  };
`;

class Firefox implements TestBrowser {
  readonly name: string;
  readonly close: () => Promise<void>;
  readonly marionette: Marionette;
  readonly #process: Process;

  constructor(process: Process, name: string, close: () => Promise<void>) {
    this.#process = process;
    this.marionette = process.marionette;
    this.name = name;
    this.close = close;
  }

  async restart(): Promise<void> {
    await this.#process.end('eAttemptQuit');
    await this.#process.start();
  }

  async install(folder: string, stays = false): Promise<InstalledExtension> {
    const installed = await this.marionette.privileged<Installed | Refused>(`${PRIVILEGED}
      Services.console.reset();
      var { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
      try {
        const { id } = args[1] ? await installPacked(new FileUtils.File(args[0])) : await AddonManager.installTemporaryAddon(new FileUtils.File(args[0]));
        const { extension } = WebExtensionPolicy.getByID(id);
        return { id, origin: extension.baseURI.spec, persistent: extension.persistentBackground, warnings: [...extension.errors, ...extension.warnings].map(short) };
      } catch (error) {
        const reasons = new Set(consoleMessages().map(plain).filter((text) => text.startsWith('Reading manifest: ')));
        return { refused: [...reasons].join('; ') || error.message };
      }
    `, folder, stays);
    if ('refused' in installed) throw new InstallError(installed.refused);
    const extension = new FirefoxExtension(this.marionette, installed);
    await extension.start();
    // Opened now, it does not come between an event and what the extension does for the tab that is active.
    await extension.openPage();
    await sleep(SETTLE);
    return extension;
  }

  async openTab(url: string): Promise<FirefoxTab> {
    return new FirefoxTab(this.marionette, await this.marionette.open(url, true), url);
  }
}

class FirefoxTab implements Tab {
  readonly #marionette: Marionette;
  readonly handle: string;
  url: string;

  constructor(marionette: Marionette, handle: string, url: string) {
    this.#marionette = marionette;
    this.handle = handle;
    this.url = url;
  }

  async goto(url: string): Promise<void> {
    await this.#marionette.show(this.handle, url);
    this.url = url;
  }

  evaluate(expression: string): Promise<Json> {
    return this.#marionette.inTab(this.handle, `return ${expression};`);
  }

  close(): Promise<void> {
    return this.#marionette.closeTab(this.handle);
  }
}

type Installed = { readonly id: string; readonly origin: string; readonly persistent: boolean; readonly warnings: string[] };
type Refused = { readonly refused: string };

class FirefoxExtension extends InstalledExtension {
  readonly id: string;
  readonly warnings: readonly string[];
  readonly #installed: Installed;
  readonly #marionette: Marionette;
  #page: string | undefined;

  constructor(marionette: Marionette, installed: Installed) {
    super();
    this.#marionette = marionette;
    this.#installed = installed;
    this.id = installed.id;
    this.warnings = installed.warnings;
  }

  #privileged<T extends Json>(body: string, ...args: Json[]): Promise<T> {
    return this.#marionette.privileged<T>(PRIVILEGED + body, this.id, ...args);
  }

  errors(): Promise<string[]> {
    // A script that is not there is no more than a warning to Firefox.
    return this.#privileged<string[]>(`
      const place = ({ sourceName, lineNumber }) => lineNumber > 0 && !sourceName.includes('_generated_') ? ' (' + sourceName.slice(args[1].length) + ':' + lineNumber + ')' : '';
      return consoleMessages()
        .filter(({ sourceName, flags, category }) => sourceName?.startsWith(args[1]) && (!(flags & Ci.nsIScriptError.warningFlag) || category === 'Script Loader'))
        .map((message) => plain(message) + place(message));
    `, this.#installed.origin);
  }

  isRunning(): Promise<boolean> {
    return this.#privileged(`return extension.backgroundState === 'running';`);
  }

  async start(): Promise<void> {
    await this.#privileged(`
      if (extension.backgroundState === 'stopped') await extension.wakeupBackground?.();
      else await extension.promiseBackgroundStarted?.();
    `);
  }

  async stop(): Promise<void> {
    if (this.#installed.persistent) throw new Error('a persistent background never stops');
    await sleep(SETTLE);
    // An event may wake it again at once: what counts is that it was stopped.
    const state = await this.#privileged<string>(`
      await extension.promiseBackgroundStarted();
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    `);
    if (state === 'running') throw new Error('the event page does not stop');
  }

  async evaluateInBackground(expression: string): Promise<Json> {
    return this.#marionette.inTab(await this.#pageHandle(), `
      const background = await window.wrappedJSObject.browser.runtime.getBackgroundPage();
      const sandbox = Cu.Sandbox(background, { sandboxPrototype: background, wantXrays: false });
      return await Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox);
    `, 'system');
  }

  protected async evaluateInPage(expression: string): Promise<Json> {
    return this.#marionette.inTab(await this.#pageHandle(), `return ${expression};`);
  }

  /** Opens the page in which the extension's API is asked, in a tab behind the active one. */
  async openPage(): Promise<void> {
    await this.#pageHandle();
  }

  async #pageHandle(): Promise<string> {
    // The one file that every extension has; its document is a page of the extension like any other.
    this.#page ??= await this.#marionette.open(`${this.#installed.origin}manifest.json`, false);
    return this.#page;
  }

  async clickAction(tab: Tab): Promise<void> {
    await this.#marionette.show((tab as FirefoxTab).handle);
    await this.#privileged(`
      const { browserActionFor, pageActionFor } = ExtensionParent.apiManager.global;
      await (browserActionFor?.(extension) ?? pageActionFor(extension)).triggerAction(window);
    `);
  }

  protected async dispatchMenuClick(id: string, tab: Tab): Promise<void> {
    await this.#marionette.show((tab as FirefoxTab).handle);
    await this.#privileged(`
      const info = { menuItemId: args[1], editable: false, modifiers: [], pageUrl: args[2] };
      extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
    `, id, tab.url);
  }

  async restarted(): Promise<void> {
    this.#page = undefined;
    await until(() => this.#privileged<boolean>(`return extension !== undefined && Services.startup.startingUp === false;`));
    await sleep(SETTLE);
  }

  async reenable(): Promise<void> {
    this.#page = undefined;
    await this.#privileged(`
      const addon = await AddonManager.getAddonByID(args[0]);
      await addon.disable();
      await addon.enable();
    `);
    await until(() => this.#privileged<boolean>(`return extension !== undefined;`));
    await this.start();
    await sleep(SETTLE);
  }

  async uninstall(): Promise<void> {
    await this.#privileged(`
      await (await AddonManager.getAddonByID(args[0])).uninstall();
      while (gBrowser.tabs.length > 1) gBrowser.removeTab(gBrowser.tabs.at(-1), { skipPermitUnload: true });
    `);
  }
}
