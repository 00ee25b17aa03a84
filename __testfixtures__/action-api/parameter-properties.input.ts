export class Badge {
  constructor(private readonly api = chrome, readonly action = chrome.browserAction, private title = 'none') {
    api.browserAction.setTitle({ title });
  }

  show(text: string) {
    this.api.browserAction.setBadgeText({ text });
    this.action.setTitle({ title: this.title });
  }
}

class Other {
  constructor(private readonly api: { browserAction: { setBadgeText(text: string): void } }) {}

  show(text: string) {
    this.api.browserAction.setBadgeText(text);
  }
}
new Other(new Map() as never).show('1');
