import { connect, type Socket } from 'node:net';
import type { Json } from '../../transforms/lib/manifest.ts';

/**
 * A client of Marionette, Firefox's remote protocol. Unlike WebDriver BiDi it also runs scripts with the browser's own privileges.
 * A packet is `<length>:<JSON>`; a command `[0, id, name, parameters]`, its answer `[1, id, error, result]`.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  #socket!: Socket;
  readonly #pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #received = Buffer.alloc(0);
  #lastId = 0;
  #queue: Promise<unknown> = Promise.resolve();

  /** Resolves when the server has greeted. */
  static async connect(port: number): Promise<Marionette> {
    const client = new Marionette();
    await client.connectTo(port);
    return client;
  }

  /** Goes on with another server; resolves when it has greeted. */
  connectTo(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#received = Buffer.alloc(0);
      // A browser that ends may reset the connection, more than once.
      this.#listen(connect(port, '127.0.0.1').on('error', reject), resolve);
    });
  }

  #listen(socket: Socket, greeted: () => void): void {
    this.#socket = socket;
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      for (let packet = this.#next(); packet !== undefined; packet = this.#next()) {
        if (Array.isArray(packet)) this.#settle(packet as unknown as Answer);
        else greeted();
      }
    });
    socket.on('close', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('Firefox closed the connection'));
      this.#pending.clear();
    });
  }

  #next(): unknown {
    const colon = this.#received.indexOf(':');
    if (colon === -1) return undefined;
    const end = colon + 1 + Number(this.#received.toString('utf8', 0, colon));
    if (this.#received.length < end) return undefined;
    const packet: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
    this.#received = this.#received.subarray(end);
    return packet;
  }

  #settle([, id, error, result]: Answer): void {
    const command = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === null) command?.resolve(result);
    else command?.reject(new Error(error.message));
  }

  send<T = unknown>(name: string, parameters: object = {}): Promise<T> {
    if (this.#socket.destroyed) return Promise.reject(new Error('Firefox closed the connection'));
    const id = ++this.#lastId;
    const command = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(command)}:${command}`);
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject }));
  }

  /** The value of a function's body, run with the browser's own privileges in the browser's window. */
  privileged<T extends Json>(body: string, ...args: Json[]): Promise<T> {
    return this.#oneByOne(async () => {
      await this.send('Marionette:SetContext', { value: 'chrome' });
      return this.#execute<T>(body, args, 'system');
    });
  }

  /** The value of a function's body, run in a tab; in a sandbox named `system` with the browser's own privileges. */
  inTab<T extends Json>(handle: string, body: string, sandbox: string | null = null): Promise<T> {
    return this.#oneByOne(async () => {
      await this.#select(handle, false);
      return this.#execute<T>(body, [], sandbox);
    });
  }

  /** Opens a tab at an address; returns its handle. */
  open(url: string, focus: boolean): Promise<string> {
    return this.#oneByOne(async () => {
      // A new tab opens beside one that is there; the last one used may be closed.
      const [first] = await this.send<string[]>('WebDriver:GetWindowHandles');
      await this.#select(first!, false);
      const { handle } = await this.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus });
      await this.#select(handle, focus);
      await this.send('WebDriver:Navigate', { url });
      return handle;
    });
  }

  /** Makes a tab the active one, and sends it to an address if there is one. */
  show(handle: string, url?: string): Promise<void> {
    return this.#oneByOne(async () => {
      await this.#select(handle, true);
      if (url !== undefined) await this.send('WebDriver:Navigate', { url });
    });
  }

  closeTab(handle: string): Promise<void> {
    return this.#oneByOne(async () => {
      await this.#select(handle, false);
      await this.send('WebDriver:CloseWindow');
    });
  }

  async #select(handle: string, focus: boolean): Promise<void> {
    await this.send('Marionette:SetContext', { value: 'content' });
    await this.send('WebDriver:SwitchToWindow', { handle, focus });
  }

  async #execute<T>(body: string, args: readonly Json[], sandbox: string | null): Promise<T> {
    const script = `const args = arguments; return (async () => { ${body} })();`;
    return (await this.send<{ value: T }>('WebDriver:ExecuteScript', { script, args, sandbox })).value;
  }

  /** Context and tab are the connection's state: what sets them and what uses them stays together. */
  #oneByOne<T>(commands: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(commands);
    this.#queue = result.catch(() => {});
    return result;
  }
}

type Answer = readonly [type: 1, id: number, error: { readonly message: string } | null, result: unknown];
