import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch as launchPuppeteer, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { Manifest, type Json } from '../../transforms/lib/manifest.ts';
import { SourceFile } from '../../transforms/lib/source.ts';
import {
  findExecutable, guard, inTime, InstalledExtension, InstallError, makeProfile, SETTLE, sleep, startServer, until,
  type BrowserKind, type Tab, type TestBrowser,
} from './browser.ts';

/** Chromium and its kin, over the DevTools protocol. It runs Manifest V3 only. */
export const chromium: BrowserKind = { name: 'Chromium', find, launch };

function find() {
  const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : ['Google/Chrome', 'Chromium'].map((product) => join(folder, product, 'Application/chrome.exe'));
  });
  return findExecutable('CHROMIUM_PATH', [
    'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', ...windows,
  ]);
}

async function launch(executablePath: string): Promise<TestBrowser> {
  const [server, profile] = [await startServer(), makeProfile()];
  let remove: ReturnType<typeof guard> | undefined;
  const start = async (): Promise<Browser> => {
    keepInstalled(profile);
    const browser = await launchPuppeteer({
      executablePath, userDataDir: profile, pipe: true, enableExtensions: true, protocolTimeout: 30_000,
      handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
      args: [
        // The sandbox does not start as root, and not in most containers.
        ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
        '--disable-gpu', '--disable-quic', `--proxy-server=127.0.0.1:${server.port}`, '--proxy-bypass-list=<-loopback>',
      ],
    });
    const before = remove;
    remove = guard(browser.process()!.pid!, profile);
    await before?.(true);
    return browser;
  };
  let running: Chromium | undefined;
  const close = async (): Promise<void> => {
    if (running) await inTime('closing Chromium', running.puppeteer.close()).catch(() => {});
    await remove?.();
    server.close();
  };
  try {
    running = await Chromium.start(start, close);
    return running;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Says in a profile that what the protocol installed stays, as what a user installed from a folder does. */
function keepInstalled(profile: string): void {
  const path = join(profile, 'Default/Preferences');
  if (!existsSync(path)) return;
  const preferences = JSON.parse(readFileSync(path, 'utf8')) as { readonly extensions?: { readonly settings?: Readonly<Record<string, { creation_flags?: number }>> } };
  for (const settings of Object.values(preferences.extensions?.settings ?? {})) if (settings.creation_flags !== undefined) settings.creation_flags &= ~GOES_WITH_THE_SESSION;
  writeFileSync(path, JSON.stringify(preferences));
}

/** The bit of `creation_flags` of an extension that is forgotten when the browser ends. */
const GOES_WITH_THE_SESSION = 1 << 15;

/** What `chrome://extensions` knows of an extension. */
interface ExtensionInfo {
  readonly manifestErrors: readonly { readonly message: string }[];
  readonly runtimeErrors: readonly { readonly message: string; readonly severity: string; readonly stackTrace: readonly { readonly url: string; readonly lineNumber: number }[] }[];
}

/** What lives as long as one process. */
interface Session {
  readonly puppeteer: Browser;
  /** `chrome://extensions`, whose own API tells errors and warnings. */
  readonly panel: Page;
  readonly workers: Workers;
}

async function openSession(puppeteer: Browser): Promise<Session> {
  const panel = (await puppeteer.pages())[0] ?? (await puppeteer.newPage());
  await panel.goto('chrome://extensions');
  await panel.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  return { puppeteer, panel, workers: await Workers.watch(panel) };
}

/** How Chromium words what went wrong; other errors are an extension's own `console.error`. */
const FAULT = /^(Uncaught|Unchecked|Error in event handler|Error handling response|An unknown error occurred when fetching the script)/;
const NOT_REGISTERED = /^Service worker registration failed/;

class Chromium implements TestBrowser {
  readonly name: string;
  readonly close: () => Promise<void>;
  #session: Session;
  readonly #start: () => Promise<Browser>;

  static async start(start: () => Promise<Browser>, close: () => Promise<void>): Promise<Chromium> {
    const session = await openSession(await start());
    return new Chromium(start, session, await session.puppeteer.version(), close);
  }

  private constructor(start: () => Promise<Browser>, session: Session, version: string, close: () => Promise<void>) {
    this.#start = start;
    this.#session = session;
    this.name = version.replace('/', ' ');
    this.close = close;
  }

  get puppeteer(): Browser {
    return this.#session.puppeteer;
  }

  get workers(): Workers {
    return this.#session.workers;
  }

  get #panel(): Page {
    return this.#session.panel;
  }

  async restart(): Promise<void> {
    const ended = once(this.puppeteer.process()!, 'exit');
    await this.puppeteer.close();
    await inTime('closing Chromium', ended);
    this.#session = await openSession(await this.#start());
  }

  async install(folder: string): Promise<InstalledExtension> {
    const id = await this.puppeteer.installExtension(folder).catch((error: Error) => {
      throw new InstallError(error.message.replace(/^Protocol error \(.*?\): /, ''));
    });
    const manifest = new Manifest(new SourceFile('manifest.json', readFileSync(join(folder, 'manifest.json'), 'utf8')));
    // `chrome://extensions` knows nothing of themes.
    if (manifest.has(['theme'])) return new ChromiumTheme(this, id, []);
    return ChromiumExtension.started(this, id, manifest.has(['background', 'service_worker']));
  }

  async info(id: string): Promise<ExtensionInfo> {
    const ask = (): Promise<unknown> => this.#panel.evaluate(`chrome.developerPrivate.getExtensionInfo(${JSON.stringify(id)})`);
    // An extension that opens its options page makes the panel show it.
    return (await ask().catch((error: Error) => (/context was destroyed/.test(error.message) ? this.#panel.waitForSelector('extensions-manager').then(ask) : Promise.reject(error)))) as ExtensionInfo;
  }

  async enable(id: string, isEnabled: boolean): Promise<void> {
    await this.#panel.evaluate(`chrome.management.setEnabled(${JSON.stringify(id)}, ${isEnabled})`);
  }

  async openTab(url: string): Promise<ChromiumTab> {
    const page = await this.puppeteer.newPage();
    await page.goto(url);
    return new ChromiumTab(page);
  }

  /** Closes what an extension and its tests left open. */
  async closeTabs(): Promise<void> {
    for (const page of await this.puppeteer.pages()) if (page !== this.#panel) await page.close().catch(() => {});
  }
}

class ChromiumTab implements Tab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get url(): string {
    return this.page.url();
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  evaluate(expression: string): Promise<Json> {
    return inTime(expression, this.page.evaluate(expression) as Promise<Json>);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** The service workers of all extensions, as the browser reports them. Nothing is attached to a worker: that would keep it from going idle. */
class Workers {
  readonly #session: CDPSession;
  readonly #versions = new Map<string, { readonly versionId: string; readonly runningStatus: string; readonly status: string }>();
  /** How often each has been reported as stopped. */
  readonly #stops = new Map<string, number>();

  static async watch(page: Page): Promise<Workers> {
    const workers = new Workers(await page.createCDPSession());
    await workers.#session.send('ServiceWorker.enable');
    return workers;
  }

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions) {
        const { host } = new URL(version.scriptURL);
        this.#versions.set(host, version);
        if (version.runningStatus === 'stopped') this.#stops.set(host, this.#stopsOf(host) + 1);
      }
    });
  }

  isActive(id: string): boolean {
    return this.isRunning(id) && this.#versions.get(id)?.status === 'activated';
  }

  isRunning(id: string): boolean {
    return this.#versions.get(id)?.runningStatus === 'running';
  }

  async start(id: string): Promise<void> {
    await this.#session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${id}/` });
    if (!(await until(() => this.isRunning(id)))) throw new Error('the service worker does not start');
  }

  async stop(id: string): Promise<void> {
    const version = this.#versions.get(id);
    if (version === undefined) throw new Error('no service worker');
    // An event may wake it again at once: what counts is that it was stopped.
    const before = this.#stopsOf(id);
    await this.#session.send('ServiceWorker.stopWorker', { versionId: version.versionId });
    if (!(await until(() => this.#stopsOf(id) > before))) throw new Error('the service worker does not stop');
  }

  #stopsOf(id: string): number {
    return this.#stops.get(id) ?? 0;
  }
}

class ChromiumExtension extends InstalledExtension {
  readonly id: string;
  readonly warnings: readonly string[];
  readonly #browser: Chromium;
  #page: Page | undefined;

  static async started(browser: Chromium, id: string, hasWorker: boolean): Promise<ChromiumExtension> {
    const remarks = async (): Promise<string[]> => (await browser.info(id)).manifestErrors.map(({ message }) => message);
    if (hasWorker) {
      await until(async () => browser.workers.isActive(id) || (await remarks()).some((message) => NOT_REGISTERED.test(message)));
      await sleep(SETTLE);
    }
    return new ChromiumExtension(browser, id, (await remarks()).filter((message) => !NOT_REGISTERED.test(message)));
  }

  constructor(browser: Chromium, id: string, warnings: readonly string[]) {
    super();
    this.#browser = browser;
    this.id = id;
    this.warnings = warnings;
  }

  async errors(): Promise<string[]> {
    const { manifestErrors, runtimeErrors } = await this.#browser.info(this.id);
    return [
      ...manifestErrors.map(({ message }) => message).filter((message) => NOT_REGISTERED.test(message)),
      ...runtimeErrors.filter(({ severity, message }) => severity === 'ERROR' && FAULT.test(message)).map(({ message, stackTrace }) => message + this.#placeOf(stackTrace)),
    ];
  }

  /** ` (js/background.js:12)`, where an error was thrown by a file of the extension. */
  #placeOf(stackTrace: ExtensionInfo['runtimeErrors'][number]['stackTrace']): string {
    const origin = `chrome-extension://${this.id}/`;
    const [top] = stackTrace.filter(({ url }) => url.startsWith(origin));
    return top === undefined ? '' : ` (${top.url.slice(origin.length)}:${top.lineNumber})`;
  }

  async isRunning(): Promise<boolean> {
    return this.#browser.workers.isRunning(this.id);
  }

  async start(): Promise<void> {
    if (!this.#browser.workers.isRunning(this.id)) await this.#browser.workers.start(this.id);
  }

  async stop(): Promise<void> {
    await sleep(SETTLE);
    await this.#browser.workers.stop(this.id);
    await until(() => this.#target() === undefined);
  }

  #target() {
    return this.#browser.puppeteer.targets().find((target) => target.type() === 'service_worker' && new URL(target.url()).host === this.id);
  }

  async evaluateInBackground(expression: string): Promise<Json> {
    await this.start();
    await until(() => this.#target() !== undefined);
    const session = await this.#target()!.createCDPSession();
    try {
      const { result, exceptionDetails } = await inTime(expression, session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }));
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return (result.value as Json | undefined) ?? null;
    } finally {
      await session.detach();
    }
  }

  protected async evaluateInPage(expression: string): Promise<Json> {
    if (this.#page === undefined || this.#page.isClosed()) {
      this.#page = await this.#browser.puppeteer.newPage({ type: 'tab', background: true });
      // The one file that every extension has; its document is a page of the extension like any other.
      await this.#page.goto(`chrome-extension://${this.id}/manifest.json`);
    }
    return (await inTime(expression, this.#page.evaluate(expression)).catch((error: Error) => {
      // A tab that the browser has taken away, as one of a session that ends, is opened again when it is asked next.
      if (/detached Frame/.test(error.message)) this.#page = undefined;
      throw error;
    })) as Json;
  }

  async clickAction(tab: Tab): Promise<void> {
    const extension = (await this.#browser.puppeteer.extensions()).get(this.id);
    if (extension === undefined) throw new Error(`no extension ${this.id}`);
    const { page } = tab as ChromiumTab;
    await page.bringToFront();
    await page.triggerExtensionAction(extension);
  }

  /** A headless menu cannot be clicked: the worker's listeners get the event as they do when it wakes the worker. */
  protected async dispatchMenuClick(id: string, tab: Tab): Promise<void> {
    await (tab as ChromiumTab).page.bringToFront();
    const [own] = (await this.evaluate('api.tabs.query({ active: true, lastFocusedWindow: true })')) as Json[];
    const info = { menuItemId: id, editable: false, pageUrl: tab.url };
    await this.evaluateInBackground(`chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, ${JSON.stringify(own)})`);
  }

  async restarted(): Promise<void> {
    const isBack = (): Promise<boolean> => this.#browser.info(this.id).then(() => true, () => false);
    if (!(await until(isBack))) throw new Error('Chromium did not keep the extension');
    await sleep(SETTLE);
  }

  async reenable(): Promise<void> {
    await this.#browser.enable(this.id, false);
    await this.#browser.enable(this.id, true);
    await sleep(SETTLE);
  }

  async uninstall(): Promise<void> {
    await this.#browser.puppeteer.uninstallExtension(this.id);
    await this.#browser.closeTabs();
  }
}

class ChromiumTheme extends ChromiumExtension {
  override async errors(): Promise<string[]> {
    return [];
  }
}
