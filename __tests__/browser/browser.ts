import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Json } from '../../transforms/lib/manifest.ts';

/** A kind of browser: where it is installed, and how it starts. */
export interface BrowserKind {
  readonly name: 'Chromium' | 'Firefox';
  find(): Found;
  /** Starts it headless with a fresh profile. Nothing but the loopback server answers it: there is no network. */
  launch(executable: string): Promise<TestBrowser>;
}

/** A browser's executable, or why there is none. */
export type Found = { readonly path: string } | { readonly missing: string };

/** A running browser. */
export interface TestBrowser {
  /** Name and version. */
  readonly name: string;
  /**
   * Installs an unpacked extension and waits until its background has started, or failed to.
   * @param stays whether it is there after a restart, too
   * @throws InstallError with the browser's own words if it refuses the extension
   */
  install(folder: string, stays?: boolean): Promise<InstalledExtension>;
  /**
   * Ends the browser as its user does, and starts it again with the same profile. Extensions that were installed to stay are there again; what
   * was opened before is not.
   */
  restart(): Promise<void>;
  /** Opens an active tab. Every http address answers with a small page, whatever its host and path. */
  openTab(url: string): Promise<Tab>;
  /** Ends the browser and removes its profile. Both also happen when this process dies first. */
  close(): Promise<void>;
}

export interface Tab {
  readonly url: string;
  goto(url: string): Promise<void>;
  /** The value of an expression in the page, where content scripts leave their marks. */
  evaluate(expression: string): Promise<Json>;
  close(): Promise<void>;
}

/** The browser refused an extension. */
export class InstallError extends Error {
  override name = 'InstallError';
}

/** How long an extension has to start, to answer, to evaluate an expression, or to show an effect, in milliseconds: long enough for a busy machine. */
export const PATIENCE = 15_000;

/** How long a background has, before it is stopped, to finish what an idle one would have finished, in milliseconds. */
export const SETTLE = 200;

/** An extension in a browser. Expressions are evaluated in a page of the extension, which stays open in a tab in the background. */
export abstract class InstalledExtension {
  abstract readonly id: string;
  /** What the browser remarked on the manifest. */
  abstract readonly warnings: readonly string[];
  /** What its background could not do since it was installed, from its first line on: exceptions, rejections, failed loads, unchecked API errors. */
  abstract errors(): Promise<readonly string[]>;
  /** Whether the background runs at this moment. */
  abstract isRunning(): Promise<boolean>;
  /** Starts the background if it does not run. */
  abstract start(): Promise<void>;
  /**
   * Stops the background as the browser itself does after 30 idle seconds. It stays stopped until an event wakes it.
   * @throws Error if it is persistent
   */
  abstract stop(): Promise<void>;
  /** The value of an expression in the background's global scope; the background is started for it. */
  abstract evaluateInBackground(expression: string): Promise<Json>;
  /** Clicks the toolbar button in a tab. */
  abstract clickAction(tab: Tab): Promise<void>;
  abstract uninstall(): Promise<void>;
  /** Finds the extension again in a browser that was restarted, and waits until its background has started where the browser starts it. */
  abstract restarted(): Promise<void>;
  /** Disables the extension and enables it again, as its user may. */
  abstract reenable(): Promise<void>;
  protected abstract evaluateInPage(expression: string): Promise<Json>;
  protected abstract dispatchMenuClick(id: string, tab: Tab): Promise<void>;

  /** The value of an expression in an extension page, promises awaited; `api` is `browser` or `chrome`, `action` the API of the toolbar button. */
  evaluate(expression: string): Promise<Json> {
    return this.evaluateInPage(`(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const action = api.action ?? api.browserAction ?? api.pageAction;
      return await (${expression}) ?? null;
    })()`);
  }

  /**
   * Sends a message from an extension page; resolves to the answer, null if it is undefined.
   * @throws Error if nobody listens or answers
   */
  async send(message: Json): Promise<Json> {
    const [answer] = await this.sendAll([message]);
    return answer!;
  }

  /** Sends messages at once from an extension page; resolves to the answers in the order of the messages. @throws Error as `send` does */
  sendAll(messages: readonly Json[]): Promise<Json[]> {
    return this.evaluate(`Promise.race([
      Promise.all(${JSON.stringify(messages)}.map((message) => api.runtime.sendMessage(message))),
      new Promise((_, reject) => setTimeout(reject, ${PATIENCE - 1000}, new Error('no answer'))),
    ]).then((answers) => answers.map((answer) => answer ?? null))`) as Promise<Json[]>;
  }

  /** Makes an alarm ring now; a periodic one keeps its period. A name that ends in `*` is the beginning of one. @throws Error if there is none of this name */
  async fireAlarm(name: string): Promise<void> {
    const test = name.endsWith('*') ? `name.startsWith(${JSON.stringify(name.slice(0, -1))})` : `name === ${JSON.stringify(name)}`;
    await this.evaluate(`api.alarms.getAll().then((alarms) => {
      const alarm = alarms.find(({ name }) => ${test});
      if (!alarm) throw new Error('no alarm named ' + ${JSON.stringify(name)});
      const { periodInMinutes } = alarm;
      return api.alarms.create(alarm.name, { when: Date.now(), ...(periodInMinutes ? { periodInMinutes } : {}) });
    })`);
  }

  /** Clicks a context menu item on a page. @throws Error if there is none of this id */
  async clickMenu(id: string, tab: Tab): Promise<void> {
    // An update that changes nothing fails if the item does not exist.
    await this.evaluate(`(api.contextMenus ?? api.menus).update(${JSON.stringify(id)}, {})`);
    await this.dispatchMenuClick(id, tab);
  }
}

/** Looks for an executable: the one that an environment variable names, or the first of the usual places, each a path or a command on the PATH. */
export function findExecutable(variable: string, places: readonly string[]): Found {
  const named = process.env[variable];
  if (named) return isExecutable(named) ? { path: named } : { missing: `${variable} names ${named}, which is not there` };
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = places.flatMap((place) => (/[\\/]/.test(place) ? [place] : folders.map((folder) => join(folder, place)))).filter(isExecutable);
  const path = found.find((candidate) => !isSnap(candidate));
  if (path !== undefined) return { path };
  const snap = found.length > 0 ? `${found[0]} is a snap, which cannot read other programs' temporary files; ` : '';
  return { missing: `${snap}install it, or set ${variable}` };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isSnap(path: string): boolean {
  return path.startsWith('/snap/') || realpathSync(path) === '/usr/bin/snap' || (statSync(path).size < 10_000 && readFileSync(path, 'utf8').includes('/snap/bin/'));
}

/** The server that stands for the whole web: also the browsers' proxy, which answers for every host and refuses to be a tunnel. */
export async function startServer(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const isJson = pathname.endsWith('.json');
    response.writeHead(200, { 'content-type': isJson ? 'application/json' : 'text/html; charset=utf-8', 'access-control-allow-origin': '*' });
    response.end(isJson ? '{}' : `<!doctype html><title>${encodeURI(pathname)}</title><p>A page of the test server.</p>`);
  });
  // A browser that ends may reset its tunnels.
  server.on('connect', (_request, socket) => socket.on('error', () => socket.destroy()).end('HTTP/1.1 502 No network\r\n\r\n'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A folder for a fresh profile. */
export function makeProfile(): string {
  return mkdtempSync(join(tmpdir(), 'mv3-codemod-profile-'));
}

/**
 * Sees to it that a browser process and its profile go away, with this process at the latest, however that ends.
 * Returns what does it now: for a process that has ended, whose profile another one uses, nothing.
 */
export function guard(pid: number, profile: string): (isKept?: boolean) => Promise<void> {
  const script = `
    const { existsSync, rmSync } = require('node:fs');
    const [pid, profile] = [${pid}, ${JSON.stringify(profile)}];
    // A browser's processes end one after the other, and write until then.
    const remove = (tries) => {
      try {
        rmSync(profile, { recursive: true, force: true });
      } catch {}
      if (existsSync(profile) && tries > 0) setTimeout(remove, 100, tries - 1);
    };
    process.stdin.on('data', () => process.exit()).on('end', () => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {}
      remove(100);
    });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.unref();
  return async (isKept = false) => {
    child.ref();
    if (isKept) child.stdin.write('kept');
    else child.stdin.end();
    await once(child, 'exit');
  };
}

/** Waits until something holds; returns whether it came to. */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds = PATIENCE): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** @throws Error if a promise is not settled in time */
export async function inTime<T>(what: string, promise: Promise<T>, milliseconds = PATIENCE): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
