import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturesOf } from './support.ts';

/*
 * Every request that became a `fetch` is made before and after, over the same network, which answers one request after the other:
 * what is asked of it, and all that the code does with its answers, stays the same, in the same order.
 */

interface Answer {
  readonly fails?: 'at once' | 'in its body';
  /** Longer than any limit that a request has. */
  readonly isLate?: 'at once' | 'in its body';
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const JSON_HEADERS = { 'content-type': 'application/json', etag: '"1"' };

const ANSWERS: Readonly<Record<string, Answer>> = {
  'JSON': { status: 200, statusText: 'OK', headers: JSON_HEADERS, body: '{"list":[1,2],"text":"ä"}' },
  'text': { status: 200, statusText: 'OK', headers: { 'content-type': 'text/plain' }, body: 'alpha\nbeta' },
  'nothing': { status: 204, statusText: 'No Content' },
  'not found': { status: 404, statusText: 'Not Found', headers: JSON_HEADERS, body: '{"error":true}' },
  'a broken server': { status: 500, body: '<h1>broken</h1>' },
  'no answer': { fails: 'at once' },
  'half an answer': { fails: 'in its body', status: 200, headers: JSON_HEADERS, body: '{"list":' },
  'late': { isLate: 'at once', status: 200, statusText: 'OK', headers: JSON_HEADERS, body: '{"list":[3]}' },
  'late half an answer': { isLate: 'in its body', status: 200, statusText: 'OK', headers: JSON_HEADERS, body: '{"list":[3]}' },
};

const MESSAGE = { url: 'https://example.com/x', path: 'x', word: 'alpha', data: { a: 1 }, headers: { 'X-One': '1', 'X-Two': '2' }, method: 'DELETE' };
const PAGE = 'chrome-extension://id/';

/** What a run does, in order. */
type Effects = unknown[];

class Failure extends TypeError {}

/** A network that answers one request when the one before it has done all it does. */
class Network {
  readonly answer: Answer;
  readonly effects: Effects = [];
  readonly #waiting: (() => void)[] = [];

  constructor(answer: Answer) {
    this.answer = answer;
  }

  /** @returns when it is this request's turn */
  async ask(url: string, init: { method: string; headers: Headers; body: unknown; credentials: string; limit: number }): Promise<void> {
    const request = new Request(new URL(url, 'https://extension.example/'), { method: init.method, headers: init.headers, body: (init.body ?? null) as string | null });
    this.effects.push(['request', request.method, request.url, [...request.headers], await request.text(), init.credentials, init.limit]);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async settle(): Promise<void> {
    for (let idle = 0; idle < 2; idle++) {
      for (let turn = 0; turn < 8; turn++) await setImmediate();
      const next = this.#waiting.shift();
      if (next === undefined) continue;
      next();
      idle = -1;
    }
  }
}

const plain = (url: string): string => url.replace(PAGE, 'https://extension.example/');

/** `XMLHttpRequest`, as far as the standard says what the fixtures ask of it. https://xhr.spec.whatwg.org/ */
function xhrOf(network: Network): unknown {
  const { answer } = network;
  return class XMLHttpRequest {
    static readonly DONE = 4;
    readonly DONE = 4;
    readyState = 0;
    status = 0;
    statusText = '';
    responseURL = '';
    responseType = '';
    timeout = 0;
    withCredentials = false;
    #method = '';
    #url = '';
    #body: string | undefined;
    #isFailed = false;
    readonly #headers = new Headers();
    readonly #listeners: [string, (event: unknown) => void][] = [];

    open(method: string, url: string): void {
      this.#method = method;
      this.#url = plain(url);
      this.readyState = 1;
      this.#fire('readystatechange');
    }

    setRequestHeader(name: string, value: string): void {
      if (this.readyState !== 1) throw new Error('InvalidStateError');
      this.#headers.append(name, value);
    }

    addEventListener(type: string, listener: (event: unknown) => void): void {
      this.#listeners.push([type, listener]);
    }

    send(body?: unknown): void {
      void this.#send(/^(get|head)$/i.test(this.#method) ? undefined : body);
    }

    async #send(body: unknown): Promise<void> {
      await network.ask(this.#url, { method: this.#method, headers: this.#headers, body, credentials: this.withCredentials ? 'include' : 'same-origin', limit: this.timeout });
      const isLate = answer.isLate !== undefined && this.timeout > 0;
      if (answer.fails === 'at once' || (isLate && answer.isLate === 'at once')) return this.#fail(isLate ? 'timeout' : 'error');
      [this.status, this.statusText, this.responseURL] = [answer.status!, answer.statusText ?? '', new URL(this.#url, 'https://extension.example/').href];
      this.#state(2);
      await setImmediate();
      this.#state(3);
      await setImmediate();
      if (answer.fails !== undefined || isLate) return this.#fail(isLate ? 'timeout' : 'error');
      this.#body = answer.body ?? '';
      this.#state(4);
      this.#fire('load');
      this.#fire('loadend');
    }

    #fail(type: string): void {
      this.#isFailed = true;
      [this.status, this.statusText, this.responseURL, this.#body] = [0, '', '', undefined];
      this.#state(4);
      this.#fire(type);
      this.#fire('loadend');
    }

    #state(state: number): void {
      this.readyState = state;
      this.#fire('readystatechange');
    }

    #fire(type: string): void {
      const event = { type, target: this, currentTarget: this, isFailure: true };
      const own = (this as Record<string, unknown>)[`on${type}`];
      for (const listener of [...(typeof own === 'function' ? [own] : []), ...this.#listeners.filter(([name]) => name === type).map(([, one]) => one)]) {
        try {
          const result: unknown = listener.call(this, event);
          if (result instanceof Promise) result.catch((error: Error) => network.effects.push(['uncaught', error.message]));
        } catch (error) {
          network.effects.push(['uncaught', (error as Error).message]);
        }
      }
    }

    getResponseHeader(name: string): string | null {
      return this.#isFailed ? null : (new Headers(answer.headers).get(name));
    }

    get responseText(): string {
      if (this.responseType !== '' && this.responseType !== 'text') throw new Error('InvalidStateError');
      return this.#body ?? '';
    }

    get response(): unknown {
      if (this.responseType === '' || this.responseType === 'text') return this.#body ?? '';
      if (this.#body === undefined) return null;
      const { buffer } = new TextEncoder().encode(this.#body);
      if (this.responseType === 'arraybuffer') return buffer;
      if (this.responseType === 'blob') return new Blob([buffer], { type: answer.headers?.['content-type'] ?? 'text/xml' });
      try {
        return JSON.parse(this.#body);
      } catch {
        return null;
      }
    }
  };
}

/** `fetch` and the limit that it can be given. https://fetch.spec.whatwg.org/ */
function fetchOf(network: Network) {
  const { answer } = network;
  const AbortSignal = { timeout: (limit: number) => ({ aborted: false, limit }) };
  const fetch = async (url: string, init: { method?: string; headers?: Record<string, string>; body?: unknown; credentials?: string; signal?: { aborted: boolean; limit: number } } = {}): Promise<Response> => {
    await network.ask(plain(url), { method: init.method ?? 'GET', headers: new Headers(init.headers), body: init.body, credentials: init.credentials ?? 'same-origin', limit: init.signal?.limit ?? 0 });
    const isLate = answer.isLate !== undefined && init.signal !== undefined;
    const fail = (): Failure => {
      if (isLate) init.signal!.aborted = true;
      return new Failure('Failed to fetch');
    };
    if (answer.fails === 'at once' || (isLate && answer.isLate === 'at once')) throw fail();
    const bytes = new TextEncoder().encode(answer.body ?? '');
    const body = new ReadableStream({
      async pull(controller) {
        await setImmediate();
        if (answer.fails !== undefined || isLate) return controller.error(fail());
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    });
    const response = new Response(answer.status === 204 ? null : body, { status: answer.status!, statusText: answer.statusText ?? '', headers: { ...answer.headers } });
    return Object.defineProperty(response, 'url', { value: new URL(plain(url), 'https://extension.example/').href });
  };
  return { fetch, AbortSignal };
}

/** A value as it is compared: an event of a failure and the error of a `fetch` are alike. */
function shown(value: unknown): unknown {
  if (value instanceof Failure || (value as { isFailure?: boolean } | null)?.isFailure === true) return '<failure>';
  if (value instanceof Error || (value as Error | null)?.message !== undefined) return `<error ${(value as Error).message}>`;
  if (value instanceof ArrayBuffer) return ['bytes', ...new Uint8Array(value)];
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one)]));
  return value instanceof Blob ? ['blob', value.size] : value;
}

async function run(text: string, answer: Answer, isWorker: boolean): Promise<Effects> {
  const network = new Network(answer);
  const { effects } = network;
  const listeners: ((...values: unknown[]) => unknown)[] = [];
  const log = (...values: unknown[]): void => void effects.push(values.map(shown));
  const event = { addListener: (listener: (...values: unknown[]) => unknown) => void listeners.push(listener) };
  const context = vm.createContext({
    chrome: { runtime: { onMessage: event, getURL: (path: string) => PAGE + path }, alarms: { onAlarm: event } },
    console: { log, warn: log, error: log }, Headers, Response, Blob, TextEncoder, URL, setTimeout, Error, TypeError, JSON, Promise, ArrayBuffer, self: {},
    ...(isWorker ? fetchOf(network) : { XMLHttpRequest: xhrOf(network) }),
  });
  const unhandled = (error: unknown): void => {
    if (!(error instanceof Failure)) effects.push(['uncaught', (error as Error).message]);
  };
  process.on('unhandledRejection', unhandled);
  try {
    vm.runInContext(text, context);
    await network.settle();
    for (const listener of listeners) listener(MESSAGE, {}, (reply: unknown) => effects.push(['answer', shown(reply)]));
    await network.settle();
  } finally {
    process.off('unhandledRejection', unhandled);
  }
  return effects;
}

const rewritten = fixturesOf('xhr').filter(({ file, output }) => file?.endsWith('.js') === true && existsSync(output));

describe.each(rewritten.map((fixture) => [fixture.name, fixture] as const))('%s', (_, { file, input, output }) => {
  const others = process.listeners('unhandledRejection');
  beforeAll(() => others.forEach((one) => process.off('unhandledRejection', one)));
  afterAll(() => others.forEach((one) => process.on('unhandledRejection', one)));

  it.each(Object.entries(ANSWERS))('does with %s what it did', async (_, answer) => {
    const before = await run(input[file!]!, answer, false);
    const after = await run(readFileSync(output, 'utf8'), answer, true);
    expect(before.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });
});
