type Handler = (payload: unknown) => unknown;

class Router {
  private readonly handlers: Record<string, Handler> = {};

  on(type: string, handler: Handler): this {
    this.handlers[type] = handler;
    return this;
  }

  handle({ type, payload }: { type: string; payload: unknown }): unknown {
    const handler = this.handlers[type];
    return handler?.(payload);
  }
}

const router = new Router();
let last: string | undefined;

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  last = (await chrome.tabs.get(tabId)).url;
});

router.on('last', () => last);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(router.handle(message));
});
