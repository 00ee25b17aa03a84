export class Badge {
  constructor(private readonly api = chrome, readonly action = chrome.action, private title = 'none') {
    api.action.setTitle({ title });
  }

  show(text: string) {
    this.api.action.setBadgeText({ text });
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
